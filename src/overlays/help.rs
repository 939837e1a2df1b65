//! What can be done here: every action with its key and one sentence, those of this place first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::action::Action;
use crate::env::Env;
use crate::ui::{popup, put_cut_to};

/// The help of one place.
#[derive(Debug)]
pub struct Help {
    /// Key label, title, one sentence; an empty line between here and elsewhere.
    lines: Vec<Option<(String, String, String)>>,
    top: usize,
    height: usize,
}

impl Help {
    /// Lists `here` first, then everything else. `key_of` names the key of an action.
    pub fn new(here: &[Action], key_of: impl Fn(Action) -> Option<String>, env: &Env<'_>) -> Self {
        let line = |action: Action| {
            let key = action.title_key();
            let title = env.locale.text(&key).into_owned();
            let sentence = env.locale.text(&format!("{key}-long")).into_owned();
            Some((key_of(action).unwrap_or_default(), title, sentence))
        };
        let rest = Action::ALL.iter().filter(|action| !here.contains(action));
        let mut lines: Vec<_> = here.iter().map(|action| line(*action)).collect();
        lines.push(None);
        lines.extend(rest.map(|action| line(*action)));
        Self {
            lines,
            top: 0,
            height: 1,
        }
    }

    pub(super) fn act(&mut self, action: Action) -> Reply {
        let last = self.lines.len().saturating_sub(self.height);
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
        self.height = usize::from(area.height.saturating_sub(2)).max(1);
        self.top = self.top.min(self.lines.len().saturating_sub(self.height));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let title = env.locale.text("help-title");
        let inner = popup(buf, area, (100, area.height), &title, env.theme);
        for (line, y) in self
            .lines
            .iter()
            .skip(self.top)
            .zip(inner.y..inner.bottom())
        {
            let Some((key, title, sentence)) = line else {
                continue;
            };
            put_cut_to(
                buf,
                inner.x,
                y,
                (inner.x + 9).min(inner.right()),
                key,
                env.theme.hint_key,
            );
            put_cut_to(
                buf,
                inner.x + 10,
                y,
                (inner.x + 24).min(inner.right()),
                title,
                env.theme.strong,
            );
            put_cut_to(
                buf,
                inner.x + 25,
                y,
                inner.right(),
                sentence,
                env.theme.text,
            );
        }
        None
    }
}
