//! What can be done here: every action with its key and one sentence, those of this place first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::action::Action;
use crate::env::Env;
use crate::ui::{popup, put_cut_to, wrapped};

/// The widest it gets.
const WIDEST: u16 = 100;

/// Columns of the title and of the sentence.
const TITLE: u16 = 10;
const SENTENCE: u16 = 25;

/// The help of one place.
#[derive(Debug)]
pub struct Help {
    /// Key label, title, one sentence; an empty line between here and elsewhere.
    lines: Vec<Option<(String, String, String)>>,
    /// The same as rows of the window: a sentence longer than its column goes on in the next row.
    rows: Vec<[String; 3]>,
    /// The column where sentences begin.
    sentence: u16,
    top: usize,
    height: usize,
}

impl Help {
    /// Lists `here` first, each under its name of this place, then everything else. `key_of` names the key of an action.
    pub fn new(
        here: &[(Action, String)],
        key_of: impl Fn(Action) -> Option<String>,
        env: &Env<'_>,
    ) -> Self {
        let line = |action: Action, title: String| {
            let key = action.title_key();
            let sentence = env.locale.text(&format!("{key}-long")).into_owned();
            Some((key_of(action).unwrap_or_default(), title, sentence))
        };
        let rest = Action::ALL
            .iter()
            .filter(|action| here.iter().all(|(it, _)| it != *action));
        let mut lines: Vec<_> = here
            .iter()
            .map(|(action, title)| line(*action, title.clone()))
            .collect();
        lines.push(None);
        lines.extend(rest.map(|action| {
            let title = env.locale.text(&action.title_key()).into_owned();
            line(*action, title)
        }));
        Self {
            lines,
            rows: Vec::new(),
            sentence: SENTENCE,
            top: 0,
            height: 1,
        }
    }

    /// Lists the keys of a window.
    pub fn of_keys(pairs: &[(&str, &str)], env: &Env<'_>) -> Self {
        let line = |(key, title): &(&str, &str)| {
            let title = env.locale.text(title).into_owned();
            Some(((*key).to_owned(), String::new(), title))
        };
        Self {
            lines: pairs.iter().map(line).collect(),
            rows: Vec::new(),
            sentence: SENTENCE,
            top: 0,
            height: 1,
        }
    }

    pub(super) fn act(&mut self, action: Action) -> Reply {
        let last = self.rows.len().saturating_sub(self.height);
        self.top = match action {
            Action::Down => (self.top + 1).min(last),
            Action::Up => self.top.saturating_sub(1),
            Action::PageDown => (self.top + self.height).min(last),
            Action::PageUp => self.top.saturating_sub(self.height),
            Action::Home => 0,
            Action::End => last,
            Action::Back | Action::Help | Action::Do => return Reply::close(),
            _ => self.top,
        };
        Reply::stay()
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        // On a narrow window the sentence stands under its title; without titles it stands beside its key.
        let titled = |(_, title, _): &(String, String, String)| !title.is_empty();
        let is_titled = self.lines.iter().flatten().any(titled);
        self.sentence = match area.width {
            60.. if is_titled => SENTENCE,
            _ => TITLE,
        };
        let room = usize::from(area.width.min(WIDEST).saturating_sub(self.sentence + 2));
        self.rows.clear();
        for line in &self.lines {
            let Some((key, title, sentence)) = line else {
                self.rows.push(Default::default());
                continue;
            };
            let mut parts = wrapped(sentence, room.max(1))
                .into_iter()
                .map(|range| sentence[range].trim_end().to_owned());
            let beside = if self.sentence == TITLE && is_titled {
                None
            } else {
                parts.next()
            };
            self.rows
                .push([key.clone(), title.clone(), beside.unwrap_or_default()]);
            let below = parts.map(|part| [String::new(), String::new(), part]);
            self.rows.extend(below);
        }
        self.height = usize::from(area.height.saturating_sub(2)).max(1);
        self.top = self.top.min(self.rows.len().saturating_sub(self.height));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let title = env.locale.text("help-title");
        let inner = popup(buf, area, (WIDEST, area.height), &title, env.theme);
        let columns = [
            (0, TITLE - 1, env.theme.hint_key),
            (TITLE, SENTENCE - 1, env.theme.strong),
            (self.sentence, inner.width, env.theme.text),
        ];
        for (row, y) in self.rows.iter().skip(self.top).zip(inner.y..inner.bottom()) {
            for (words, (from, to, style)) in row.iter().zip(columns) {
                if words.is_empty() {
                    continue;
                }
                let to = (inner.x + to).min(inner.right());
                put_cut_to(buf, inner.x + from, y, to, words, style);
            }
        }
        None
    }
}
