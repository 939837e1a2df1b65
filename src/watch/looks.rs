//! The checker's looks in the hours when no window is open: by whoever holds the lease, a few at a time.

use chrono::Duration;

use super::{AHEAD, LONGEST_WAIT, Watch};
use crate::domain::Moment;
use crate::domain::command::Change;
use crate::neighbours;
use crate::store::{Result, Store};

/// Posts looked at in one go: the bell waits for no more than these.
const LOOKS: usize = 25;

impl Watch {
    /// Looks over a few posts whose time for it has come, and sees to it that the next pass comes when others are due. What
    /// another holder of the lease has to look at is left to that one.
    pub fn look_over(&mut self, store: &mut Store, now: Moment) -> Result<()> {
        let looked = self.some_looks(store, now);
        let next = match &looked {
            Ok(next) => *next,
            Err(_) => Some(now + LONGEST_WAIT),
        };
        self.next = match (self.next, next) {
            (Some(pass), Some(look)) => Some(pass.min(look.max(now))),
            (pass, look) => pass.or(look),
        };
        looked.map(drop)
    }

    /// Answers when the next look is due, if that is ours.
    fn some_looks(&mut self, store: &mut Store, now: Moment) -> Result<Option<Moment>> {
        let Some(due) = store.reader().next_look()? else {
            return Ok(None);
        };
        if due > now {
            return Ok(Some(due).filter(|_| self.held.is_some()));
        }
        let until = self
            .next
            .unwrap_or(now + AHEAD)
            .max(now + Duration::minutes(1));
        if !self.hold(store, now, until)? {
            return Ok(None);
        }
        if store.look_over(now, LOOKS)?.is_news {
            neighbours::tell(&self.desk, Change::PLAN);
        }
        store.reader().next_look()
    }
}
