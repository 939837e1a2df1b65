//! What stands out in the text while it is written. Only the rows in sight are looked at, so that it costs the same in
//! every text.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::Write;
use crate::domain::entities::entities;
use crate::domain::spell::words;
use crate::env::Env;

/// A word or a link that begins before the first row in sight is known from so many bytes on.
const AROUND: usize = 600;

impl Write {
    /// Hashtags, mentions, links, misspelt words, what another text does not have, and over them the tails that somebody has no room for.
    pub(super) fn mark(&mut self, env: &Env<'_>) {
        let sight = self.around_sight();
        let text = self.editor.text().get(sight.clone()).unwrap_or_default();
        let theme = env.theme;
        let moved = |range: Range<usize>| range.start + sight.start..range.end + sight.start;
        let mut marks: Vec<(Range<usize>, Style)> = entities(text)
            .into_iter()
            .map(|(range, _)| (moved(range), theme.accent))
            .collect();
        if !self.proof.misspelt.is_empty() {
            let wrong = words(text).into_iter().map(|word| word.range);
            let wrong = wrong.filter(|range| self.is_misspelt(text.get(range.clone())));
            let wrong = wrong.map(moved).filter(|range| !self.is_being_typed(range));
            marks.extend(wrong.map(|range| (range, theme.misspelt)));
        }
        marks.extend(self.difference());
        let len = self.editor.text().len();
        let tails = self.proof.tally.tails.iter();
        let tails = tails.filter(|tail| tail.start < len && tail.end > sight.start);
        marks.extend(tails.map(|tail| (tail.start..tail.end.min(len), theme.bad)));
        if let Some(seek) = &self.seek {
            let found = Style::new().add_modifier(Modifier::REVERSED);
            let hits = seek.hits_in(&sight).iter();
            marks.extend(hits.map(|hit| (hit.clone(), found)));
        }
        self.editor.set_marks(marks);
    }

    pub(super) fn is_misspelt(&self, word: Option<&str>) -> bool {
        word.is_some_and(|word| self.proof.misspelt.contains(word))
    }

    /// She is still at this word: it may become right with the next letter.
    fn is_being_typed(&self, word: &Range<usize>) -> bool {
        let caret = self.editor.caret();
        caret == word.end && self.proof.typing_at == Some(caret)
    }

    /// The bytes in sight and a little more on both sides, from space to space.
    fn around_sight(&self) -> Range<usize> {
        let (text, sight) = (self.editor.text(), self.editor.in_sight());
        let floor = (0..=sight.start.saturating_sub(AROUND)).rev();
        let from = floor.into_iter().find(|at| text.is_char_boundary(*at));
        let from = from.unwrap_or(0);
        let before = text.get(from..sight.start).unwrap_or_default();
        let start = from
            + before
                .find(char::is_whitespace)
                .filter(|_| from > 0)
                .unwrap_or(0);
        let mut ceiling = (sight.end + AROUND).min(text.len())..=text.len();
        let to = ceiling.find(|at| text.is_char_boundary(*at));
        let to = to.unwrap_or(text.len());
        let after = text.get(sight.end..to).unwrap_or_default();
        let end = match after.rfind(char::is_whitespace) {
            Some(at) if to < text.len() => sight.end + at,
            _ => to,
        };
        start..end
    }
}
