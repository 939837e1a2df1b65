//! Who may look after the clock: the daemon before a window, the living before the dead, the awake before the stopped.

use chrono::Duration;

use super::{PATIENCE, Watch};
use crate::domain::Moment;
use crate::neighbours::{Announced, Kind, Life, Presence, life};
use crate::store::{Lease, Result, Store, Tenure};

/// How long past its next wake a holder wants to be left alone where nobody can see whether it lives.
const MARGIN: Duration = Duration::seconds(30);

/// Until when a holder that wakes at `next` wants to be left alone.
pub(super) fn until(next: Moment) -> Moment {
    next.checked_add_signed(MARGIN).unwrap_or(next)
}

impl Watch {
    /// Makes sure that the lease is ours; false leaves the work to somebody else.
    pub(super) fn hold(&mut self, store: &mut Store, now: Moment, next: Moment) -> Result<bool> {
        if self.held.is_some() {
            return Ok(true);
        }
        if !self.announce(now)? {
            return Ok(false);
        }
        let (kind, aside) = (self.kind, self.aside);
        let Some(presence) = &self.presence else {
            return Ok(false);
        };
        let tenure = Tenure {
            kind,
            name: presence.name(),
            until: until(next),
        };
        let desk = store.folder().to_owned();
        self.held = store.take_lease(tenure, now, |lease| {
            let life = life(&desk, &lease.holder);
            may_take(kind, lease, life, aside, now)
        })?;
        Ok(self.held.is_some())
    }

    /// Says that this process lives, before it holds anything.
    fn announce(&mut self, now: Moment) -> Result<bool> {
        if self.presence.is_none() {
            match Presence::announce(&self.desk, self.kind, now)? {
                Announced::Here(presence) => self.presence = Some(presence),
                Announced::Taken(_) => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Leaves the clock to others: on the way out. Where the desk cannot be written the others see the end all the same.
    pub fn leave(&mut self, store: &mut Store, now: Moment) {
        if let Some(epoch) = self.held.take()
            && let Err(error) = store.give_lease_back(epoch, now)
        {
            log::warn!("lease not given back: {error}");
        }
        self.presence = None;
    }
}

/// Whether somebody of this sort may take the lease from its holder.
fn may_take(me: Kind, lease: &Lease, life: Life, aside: Option<Moment>, now: Moment) -> bool {
    let Some(holder) = lease.kind else {
        return true;
    };
    match life {
        Life::Dead => true,
        Life::Unknown => now >= lease.until,
        Life::Alive if me == Kind::Daemon => true,
        // It lives and leaves its work undone: stopped, or not there any more for all we can see. A clock that was set back
        // meanwhile says nothing.
        Life::Alive => {
            let slept = |since: Moment| since <= now && now - since >= PATIENCE;
            aside.is_some_and(slept) || (holder == Kind::Once && slept(lease.since))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn lease(kind: Option<Kind>) -> Lease {
        let moment = |at| DateTime::from_timestamp(at, 0).unwrap();
        Lease {
            epoch: 4,
            kind,
            holder: "window-7-0".into(),
            since: moment(1_000),
            until: moment(2_000),
            seen: moment(1_500),
        }
    }

    #[test]
    fn the_living_are_left_alone_unless_they_sleep_or_the_daemon_comes() {
        let now = DateTime::from_timestamp(1_900, 0).unwrap();
        let taken = |me, holder, life, aside: Option<i64>| {
            let aside = aside.map(|seconds| now - Duration::seconds(seconds));
            may_take(me, &lease(Some(holder)), life, aside, now)
        };
        for me in [Kind::Window, Kind::Once] {
            assert!(may_take(me, &lease(None), Life::Alive, None, now));
            for holder in [Kind::Window, Kind::Daemon] {
                assert!(taken(me, holder, Life::Dead, None));
                assert!(!taken(me, holder, Life::Alive, None));
                assert!(!taken(me, holder, Life::Alive, Some(19)));
                assert!(!taken(me, holder, Life::Unknown, Some(30)));
            }
        }
        assert!(taken(Kind::Window, Kind::Daemon, Life::Alive, Some(20)));
        assert!(taken(Kind::Window, Kind::Window, Life::Alive, Some(20)));
        assert!(!taken(Kind::Window, Kind::Window, Life::Alive, Some(-90)));
        assert!(taken(Kind::Daemon, Kind::Window, Life::Alive, None));
        assert!(
            taken(Kind::Once, Kind::Once, Life::Alive, None),
            "900 seconds for one pass"
        );
        let late = lease(Some(Kind::Window)).until;
        assert!(may_take(
            Kind::Once,
            &lease(Some(Kind::Window)),
            Life::Unknown,
            None,
            late
        ));
    }
}
