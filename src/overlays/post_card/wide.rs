//! A text of the card at its full height: sixty lines of a script are not written in three rows. It stays an answer of the card
//! and is kept and saved with the others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::PostForm;
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::overlays::Reply;
use crate::ui::{EditorStyle, rule};

impl PostForm {
    /// Gives the text in hand the whole window; what is one line stays where it is.
    pub(super) fn widen(&mut self) -> Reply {
        self.is_wide = self.blank.text_in_hand().is_some();
        Reply::stay()
    }

    /// Whether a text has the whole window.
    pub(in crate::overlays) const fn is_wide(&self) -> bool {
        self.is_wide
    }

    /// A key over it: Enter is a new line here.
    pub(super) fn wide_key(&mut self, key: Key) -> Reply {
        let Some(editor) = self.blank.text_in_hand() else {
            self.is_wide = false;
            return Reply::stay();
        };
        match key.code {
            Code::Esc | Code::F(6) => self.is_wide = false,
            Code::Enter => drop(editor.newline()),
            Code::Char('j') if key.mods.ctrl => drop(editor.newline()),
            _ => drop(editor.input(key)),
        }
        Reply::stay()
    }

    /// Lays it out; says whether there is one.
    pub(super) fn settle_wide(&mut self, area: Rect) -> bool {
        let room = room(area);
        if self.is_wide
            && let Some(editor) = self.blank.text_in_hand()
        {
            editor.settle(room.width, room.height);
            return true;
        }
        false
    }

    pub(super) fn draw_wide(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        let (label, editor) = self.blank.text_shown()?;
        let top = Rect {
            height: 1.min(area.height),
            ..area
        };
        let (client, _) = env.roster.badge(self.was.client);
        let title = format!("{client} · {}", self.was.card.topic);
        rule(buf, top, &title, label, env.theme);
        editor.draw(room(area), buf, &EditorStyle::from(env.theme), true)
    }
}

/// Under the title; long lines are tiring to read.
fn room(area: Rect) -> Rect {
    let above = 1.min(area.height);
    Rect {
        x: area.x + 1.min(area.width),
        y: area.y + above,
        width: area.width.saturating_sub(2).min(100),
        height: area.height - above,
    }
}
