//! The five rooms side by side: which one is open is decided here, what it does is its own affair.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::action::Action;
use crate::domain::command::Change;
use crate::domain::filter::Filter;
use crate::domain::ids::{ClientId, PostId, ThreadId};
use crate::effect::{Effects, Pane};
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::panes::drafts::Drafts;
use crate::panes::inbox::Inbox;
use crate::panes::kpi::Kpi;
use crate::panes::plan::Plan;
use crate::panes::today::Today;
use crate::report::export::{Form, Stretch, Wanted, What};
use crate::store::{Reader, Result};

/// All rooms, and which of them must ask again before they are shown.
#[derive(Default)]
pub(super) struct Rooms {
    pub(super) today: Today,
    plan: Plan,
    drafts: Drafts,
    inbox: Inbox,
    kpi: Kpi,
    /// Which rooms have asked since something they show has changed.
    seen: [bool; 5],
    /// Whether the tab of the inbox knows who waits.
    counted: bool,
}

/// Runs one method on the open room.
macro_rules! room {
    ($rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        room!(@ &$rooms, $pane, $room => $call)
    };
    (mut $rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        room!(@ &mut $rooms, $pane, $room => $call)
    };
    (@ &$rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        match $pane {
            Pane::Today => { let $room = &$rooms.today; $call }
            Pane::Plan => { let $room = &$rooms.plan; $call }
            Pane::Drafts => { let $room = &$rooms.drafts; $call }
            Pane::Inbox => { let $room = &$rooms.inbox; $call }
            Pane::Kpi => { let $room = &$rooms.kpi; $call }
        }
    };
    (@ &mut $rooms:expr, $pane:expr, $room:ident => $call:expr) => {
        match $pane {
            Pane::Today => { let $room = &mut $rooms.today; $call }
            Pane::Plan => { let $room = &mut $rooms.plan; $call }
            Pane::Drafts => { let $room = &mut $rooms.drafts; $call }
            Pane::Inbox => { let $room = &mut $rooms.inbox; $call }
            Pane::Kpi => { let $room = &mut $rooms.kpi; $call }
        }
    };
}

impl Rooms {
    /// These nouns have changed: rooms that show them must ask again when they are next looked at.
    pub(super) fn touch(&mut self, change: Change) {
        let reads = [
            Today::READS,
            Plan::READS,
            Drafts::READS,
            Inbox::READS,
            Kpi::READS,
        ];
        self.counted &= !change.meets(Change::INBOX.and(Change::CLIENTS));
        for (seen, reads) in self.seen.iter_mut().zip(reads) {
            *seen &= !reads.meets(change);
        }
    }

    /// Asks again for the open room, if anything it shows has changed since it was last asked.
    pub(super) fn refresh(&mut self, pane: Pane, reader: &Reader, env: &Env<'_>) -> Result<()> {
        if !self.counted && pane != Pane::Today {
            reader.snapshot(|reader| self.today.count_waiting(reader, env))?;
        }
        self.counted = true;
        if self.seen[pane.index()] {
            return self.fetch(pane, reader, env);
        }
        reader.snapshot(|reader| room!(mut self, pane, room => room.refresh(reader, env)))?;
        self.seen[pane.index()] = true;
        Ok(())
    }

    /// Rooms that read page by page get what a move has brought near.
    fn fetch(&mut self, pane: Pane, reader: &Reader, env: &Env<'_>) -> Result<()> {
        match pane {
            Pane::Plan => reader.snapshot(|reader| self.plan.fetch(reader, env)),
            Pane::Drafts => reader.snapshot(|reader| self.drafts.fetch(reader, env)),
            Pane::Today | Pane::Inbox | Pane::Kpi => Ok(()),
        }
    }

    /// How the plan is looked at, by its word.
    pub(super) fn look(&self) -> &'static str {
        self.plan.look_word()
    }

    /// Another look at the plan, by its word; a word nobody knows changes nothing.
    pub(super) fn look_as(&mut self, word: &str, env: &Env<'_>) {
        self.plan.look_as(word, env);
    }

    /// Opens a conversation in the inbox, ready for an answer.
    pub(super) fn open_thread(
        &mut self,
        thread: ThreadId,
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        reader.snapshot(|reader| self.inbox.open(thread, reader, env))
    }

    pub(super) fn act(&mut self, pane: Pane, action: Action, env: &Env<'_>) -> Effects {
        room!(mut self, pane, room => room.act(action, env))
    }

    pub(super) fn offers(&self, pane: Pane, env: &Env<'_>) -> Vec<Action> {
        room!(self, pane, room => room.offers(env))
    }

    pub(super) fn title(&self, pane: Pane, action: Action, env: &Env<'_>) -> Option<String> {
        room!(self, pane, room => room.title(action, env))
    }

    /// A post was made in this room.
    pub(super) fn made(&mut self, pane: Pane, post: PostId) {
        if pane == Pane::Drafts {
            self.drafts.go_to(post);
        }
    }

    /// Whose it is what the cursor stands on.
    pub(super) fn client(&self, pane: Pane, env: &Env<'_>) -> Option<ClientId> {
        room!(self, pane, room => room.client(env))
    }

    /// What of the open room can be taken out into a file: which rows, of whom, and of which days.
    pub(super) fn takes_out(&self, pane: Pane, env: &Env<'_>) -> Option<Wanted> {
        let (what, client, days) = match pane {
            Pane::Today => return None,
            Pane::Plan => (What::Plan, env.scope, self.plan.shown_days()),
            Pane::Drafts => (What::Plan, env.scope, None),
            Pane::Inbox => (What::Messages, env.scope, None),
            Pane::Kpi => (
                What::Readings,
                Some(self.kpi.client(env)?),
                self.kpi.shown_days(),
            ),
        };
        let wall = client.map_or(env.zone, |client| env.roster.zone(client));
        Some(Wanted {
            what,
            form: Form::Csv,
            client,
            stretch: days.map(|(first, last)| Stretch {
                first: Some(first),
                last: Some(last),
                wall,
            }),
            filter: match what {
                What::Plan => env.filter.clone(),
                _ => Filter::default(),
            },
            only_waiting: pane == Pane::Drafts,
            now: env.now,
        })
    }

    /// What was marked has gone to its client.
    pub(super) fn unmark(&mut self) {
        self.plan.unmark();
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
