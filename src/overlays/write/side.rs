//! Side by side: the base at the left and a channel's text at the right, scrolled together, with the words in which they
//! differ underlined.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Write;
use super::pages::Way;
use crate::domain::yes::{Piece, diff};
use crate::env::Env;
use crate::ui::Editor;

/// From so many columns two texts stand side by side.
const FROM: u16 = 120;

/// Longer texts are laid beside each other as they were taken up, and no longer with every key.
const LIVE: usize = 20_000;

/// The text that is not in hand, and in what the two differ.
#[derive(Debug, Default)]
pub(super) struct Side {
    other: Option<Editor>,
    /// The two texts it was made for.
    of: (String, String),
    /// What only the base says.
    gone: Vec<Range<usize>>,
    /// What only the channel says.
    new: Vec<Range<usize>>,
    /// Stretches of both that are laid beside each other: how far each goes.
    steps: Vec<(usize, usize)>,
}

impl Side {
    /// The text that is not in hand.
    pub(super) fn other(&self) -> Option<&Editor> {
        self.other.as_ref()
    }

    /// Measures in what two texts differ.
    fn compare(&mut self, base: &str, channel: &str) {
        (self.gone, self.new, self.steps) = (Vec::new(), Vec::new(), Vec::new());
        let (mut a, mut b) = (0, 0);
        for piece in diff(base, channel) {
            match piece {
                Piece::Same(text) => (a, b) = (a + text.len(), b + text.len()),
                Piece::Gone(text) => {
                    self.gone.push(a..a + text.len());
                    a += text.len();
                }
                Piece::New(text) => {
                    self.new.push(b..b + text.len());
                    b += text.len();
                }
            }
            self.steps.push((a, b));
        }
    }

    /// The place in the other text that stands beside this one.
    fn beside(&self, at: usize, from_base: bool) -> usize {
        let order = |(a, b): (usize, usize)| if from_base { (a, b) } else { (b, a) };
        let (mut mine, mut other) = (0, 0);
        for step in &self.steps {
            let (next_mine, next_other) = order(*step);
            if next_mine > at {
                let into = at - mine;
                return (other + into).min(next_other);
            }
            (mine, other) = (next_mine, next_other);
        }
        other
    }
}

impl Write {
    /// Whether two texts stand side by side, and where: the base, and the channel.
    pub(super) fn halves(&self, text: Rect) -> Option<(Rect, Rect)> {
        if text.width + 2 < FROM || self.pages.len() < 2 {
            return None;
        }
        let width = (text.width - 3) / 2;
        let right = Rect {
            x: text.x + width + 3,
            width,
            ..text
        };
        Some((Rect { width, ..text }, right))
    }

    /// Lays the other text beside the one in hand, and marks in what they differ; nothing to do while both read the same
    /// as before.
    pub(super) fn lay_beside(&mut self, area: Rect, env: &Env<'_>) {
        let is_base = self.at == 0;
        if self.is_other_by_now() {
            self.compare_beside(env);
        }
        let place = self.side.beside(self.editor.caret(), is_base);
        if let Some(other) = &mut self.side.other {
            other.settle(area.width, area.height);
            if !self.side.steps.is_empty() {
                other.put_caret(place);
            }
        }
    }

    /// Whether what stands side by side was laid for other texts.
    fn is_other_by_now(&self) -> bool {
        let beside = self.beside.min(self.pages.len() - 1);
        let (base, channel) = (self.base_text(), self.text_of(beside));
        let is_long = base.len().max(channel.len()) > LIVE;
        let follows = self.pages[beside].way == Way::Follows;
        let is_other = self.side.of.0 != base || (!follows && self.side.of.1 != channel);
        self.side.other.is_none() || (is_other && !is_long)
    }

    fn compare_beside(&mut self, env: &Env<'_>) {
        let beside = self.beside.min(self.pages.len() - 1);
        let base = self.base_text().to_owned();
        let page = &self.pages[beside];
        let channel = match page.way {
            Way::Follows => page.inherited(&base, env).text,
            _ => self.text_of(beside).to_owned(),
        };
        self.side.compare(&base, &channel);
        let (text, ranges) = match self.at {
            0 => (&channel, &self.side.new),
            _ => (&base, &self.side.gone),
        };
        let mut other = Editor::new(text);
        other.set_marks(ranges.iter().cloned().map(marked).collect());
        self.side.other = Some(other);
        self.side.of = (base, channel);
    }

    /// The words of the text in hand that the other one does not have.
    pub(super) fn difference(&self) -> impl Iterator<Item = (Range<usize>, Style)> {
        let is_shown = self.side.other.is_some() && self.side.of.0.len() <= LIVE;
        let ranges: &[Range<usize>] = match self.at {
            _ if !is_shown => &[],
            0 => &self.side.gone,
            _ => &self.side.new,
        };
        let end = self.editor.text().len();
        let fits = move |range: &&Range<usize>| range.end <= end;
        ranges.iter().filter(fits).cloned().map(marked)
    }

    /// Another text was taken up: what stood beside it is read again.
    pub(super) fn forget_beside(&mut self) {
        self.side = Side::default();
    }
}

/// Not by colour alone.
fn marked(range: Range<usize>) -> (Range<usize>, Style) {
    (
        range,
        Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
    )
}
