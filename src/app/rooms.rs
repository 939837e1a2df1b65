//! The five rooms side by side: which one is open is decided here, what it does is its own affair.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::action::Action;
use crate::domain::command::Change;
use crate::effect::{Effects, Pane};
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::panes::today::Today;
use crate::store::{Reader, Result};

/// All rooms, and which of them must ask again before they are shown.
#[derive(Debug, Default)]
pub(super) struct Rooms {
    pub(super) today: Today,
    stale: Change,
    seen: [bool; 5],
}

/// Runs one method on the open room.
macro_rules! room {
    ($rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        match $pane {
            Pane::Today | Pane::Plan | Pane::Drafts | Pane::Inbox | Pane::Kpi => {
                let $room = &$rooms.today;
                $call
            }
        }
    };
    (mut $rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        match $pane {
            Pane::Today | Pane::Plan | Pane::Drafts | Pane::Inbox | Pane::Kpi => {
                let $room = &mut $rooms.today;
                $call
            }
        }
    };
}

impl Rooms {
    /// These nouns have changed: rooms that show them must ask again when they are next looked at.
    pub(super) fn touch(&mut self, change: Change) {
        self.stale = self.stale.and(change);
        self.seen = [false; 5];
    }

    /// Asks again for the open room, if anything it shows has changed since it was last asked.
    pub(super) fn refresh(&mut self, pane: Pane, reader: &Reader, env: &Env<'_>) -> Result<()> {
        if self.seen[pane.index()] {
            return Ok(());
        }
        reader.snapshot(|reader| room!(mut self, pane, room => room.refresh(reader, env)))?;
        self.seen[pane.index()] = true;
        Ok(())
    }

    /// Opens a conversation in the inbox, ready for an answer.
    pub(super) fn open_thread(
        &mut self,
        _thread: crate::domain::ids::ThreadId,
        _reader: &Reader,
        _env: &Env<'_>,
    ) -> Result<()> {
        Ok(())
    }

    pub(super) fn act(&mut self, pane: Pane, action: Action, env: &Env<'_>) -> Effects {
        room!(mut self, pane, room => room.act(action, env))
    }

    pub(super) fn offers(&self, pane: Pane, env: &Env<'_>) -> Vec<Action> {
        room!(self, pane, room => room.offers(env))
    }

    pub(super) fn do_title(&self, pane: Pane, env: &Env<'_>) -> Option<String> {
        room!(self, pane, room => room.do_title(env))
    }

    pub(super) fn typing(&self, pane: Pane) -> bool {
        room!(self, pane, room => room.typing())
    }

    pub(super) fn key(&mut self, pane: Pane, key: Key, env: &Env<'_>) -> Effects {
        room!(mut self, pane, room => room.key(key, env))
    }

    pub(super) fn paste(&mut self, pane: Pane, text: &str, env: &Env<'_>) -> Effects {
        room!(mut self, pane, room => room.paste(text, env))
    }

    pub(super) fn kept(&self, pane: Pane) -> Option<Kept> {
        room!(self, pane, room => room.kept())
    }

    pub(super) fn settle(&mut self, pane: Pane, area: Rect, env: &Env<'_>) {
        room!(mut self, pane, room => room.settle(area, env));
    }

    pub(super) fn draw(
        &self,
        pane: Pane,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        room!(self, pane, room => room.draw(area, buf, env))
    }
}
