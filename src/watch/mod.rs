//! THE WATCH: one pass of the clock over the desk, by whoever holds the lease. The window, the daemon and `due` all pass here,
//! so that nothing is marked or rung twice, whoever is faster, slower, stopped or killed.

mod lease;
mod looks;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::Duration;

use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand, Mark};
use crate::domain::ids::VariantId;
use crate::neighbours::{self, Kind, Presence};
use crate::scheduler::{self, Daemon, Slotted};
use crate::store::{Noted, Pending, Reader, Result, Store, StoreError};

/// Variants looked at in one pass; a longer backlog is taken up by the next pass at once.
const PASS: usize = 500;

/// Marks written in one transaction: far below a tenth of a second.
const MARKS: usize = 200;

/// How far ahead the next wake is looked for.
const AHEAD: Duration = Duration::hours(24);

/// How long work may lie about under the eyes of a holder that lives. One that is stopped loses the lease then.
const PATIENCE: Duration = Duration::seconds(20);

/// The longest wait before a pass that failed is tried again.
const LONGEST_WAIT: Duration = Duration::seconds(60);

/// Somebody who looks after the clock.
#[derive(Debug)]
pub struct Watch {
    kind: Kind,
    desk: PathBuf,
    /// Whether it rings; who does not leaves the bell to the others.
    rings: bool,
    presence: Option<Presence>,
    /// The epoch under which the lease is ours, as far as we know.
    held: Option<i64>,
    last_pass: Option<Moment>,
    /// What became of a daemon before our first pass was over.
    before_us: Option<Daemon>,
    /// When something changes by itself, or work is looked at again.
    next: Option<Moment>,
    /// Since when work has been left to somebody else.
    aside: Option<Moment>,
    /// How often in a row a pass has failed.
    failed: u32,
}

/// What a pass found to do.
#[derive(Debug)]
struct Work {
    marks: Vec<Mark>,
    rings: Vec<(VariantId, Moment)>,
    next: Moment,
}

impl Watch {
    /// Somebody of this sort on this desk, not yet announced.
    pub fn new(kind: Kind, desk: &Path) -> Self {
        Self {
            kind,
            desk: desk.to_owned(),
            rings: true,
            presence: None,
            held: None,
            last_pass: None,
            before_us: None,
            next: None,
            aside: None,
            failed: 0,
        }
    }

    /// The daemon, which has announced itself.
    pub fn of_daemon(presence: Presence, desk: &Path) -> Self {
        Self {
            presence: Some(presence),
            ..Self::new(Kind::Daemon, desk)
        }
    }

    /// The same, for somebody who only marks and leaves the bell to the others.
    #[must_use]
    pub fn without_bell(mut self) -> Self {
        self.rings = false;
        self
    }

    /// When the next pass has something to do; none before the first.
    pub const fn next(&self) -> Option<Moment> {
        self.next
    }

    /// Something was planned, moved or stamped: the next wake may be another one.
    pub const fn plan_changed(&mut self) {
        self.next = None;
    }

    /// One pass, if it is time: what is due or was missed is recorded, and so is what comes within ten minutes. Answers with
    /// what this very process put on record: that, and nothing else, it may ring for.
    pub fn pass(&mut self, store: &mut Store, now: Moment) -> Result<Vec<Noted>> {
        let early = self.next.is_some_and(|next| now < next)
            && self.last_pass.is_some_and(|last| last <= now);
        if early {
            return Ok(Vec::new());
        }
        let passed = self.look(store, now);
        match &passed {
            Ok(_) => self.failed = 0,
            Err(StoreError::LeaseLost) => {
                // Somebody was faster; what it left is looked at anew.
                self.held = None;
                self.next = Some(now);
                return Ok(Vec::new());
            }
            Err(_) => {
                let wait = Duration::seconds(1 << self.failed.min(6)).min(LONGEST_WAIT);
                self.failed += 1;
                self.next = Some(now + wait);
                self.last_pass = self.last_pass.map(|last| last.min(now));
            }
        }
        passed
    }

    /// Passes until nothing is left to do at this moment.
    pub fn pass_all(&mut self, store: &mut Store, now: Moment) -> Result<Vec<Noted>> {
        let mut all = self.pass(store, now)?;
        while self.held.is_some() && self.next.is_some_and(|next| next <= now) {
            all.extend(self.pass(store, now)?);
        }
        Ok(all)
    }

    fn look(&mut self, store: &mut Store, now: Moment) -> Result<Vec<Noted>> {
        if self.held.is_some() && self.held != Some(store.reader().lease()?.epoch) {
            // Somebody stood in while we were stopped, or the daemon has come.
            self.held = None;
        }
        let work = self.work(store.reader(), now)?;
        let idle = work.marks.is_empty() && work.rings.is_empty();
        // The daemon says that it is there before there is anything to do.
        let wanted = !idle || (self.kind == Kind::Daemon && self.held.is_none());
        if wanted && !self.hold(store, now, work.next)? {
            self.aside = self.aside.filter(|since| *since <= now).or(Some(now));
            self.next = Some(now + PATIENCE);
            // The reason of a miss is found when it is recorded, so this was no pass.
            self.last_pass = self.last_pass.filter(|last| *last <= now);
            return Ok(Vec::new());
        }
        self.aside = None;
        let noted = match self.held {
            Some(epoch) if !idle => write(store, epoch, &work, now)?,
            _ => Vec::new(),
        };
        self.next = Some(work.next);
        // The rest of a long backlog was missed for the same reasons as its beginning.
        if work.next > now {
            self.last_pass = Some(now);
        }
        Ok(noted)
    }

    /// What there is to do now, and when there will be something again.
    fn work(&mut self, reader: &Reader, now: Moment) -> Result<Work> {
        let unmarked = reader.unmarked(now, PASS)?;
        let seen = scheduler::Watch {
            last_pass: self.last_pass,
            daemon: self.daemon(reader, !unmarked.is_empty())?,
        };
        let marks = match scheduler::sweep(&slotted(&unmarked), seen, now) {
            Some(Command::Delivery(DeliveryCommand::Mark { marks })) => marks,
            _ => Vec::new(),
        };
        let mut rings = Vec::new();
        let soon = if self.rings {
            reader.pending(now, now + scheduler::RING_BEFORE, PASS)?
        } else {
            Vec::new()
        };
        for (variant, at) in scheduler::to_ring(&slotted(&soon), now) {
            if !reader.has_rung(variant, at)? {
                rings.push((variant, at));
            }
        }
        let next = if unmarked.len() < PASS {
            let near = reader.pending(now - AHEAD, now + AHEAD, PASS)?;
            scheduler::next_wake(&slotted(&near), now).unwrap_or(now + AHEAD)
        } else {
            // A long backlog goes on at once, a pass at a time, and keys come in between.
            now
        };
        Ok(Work { marks, rings, next })
    }

    /// What became of a daemon before we looked; asked only where a miss may need its reason.
    fn daemon(&mut self, reader: &Reader, asked: bool) -> Result<Daemon> {
        if !asked || self.last_pass.is_some() {
            return Ok(Daemon::None);
        }
        if let Some(known) = self.before_us {
            return Ok(known);
        }
        let other = neighbours::daemon(&self.desk).filter(|_| self.kind != Kind::Daemon);
        let found = match other {
            Some(neighbour) => Daemon::Sleeps {
                since: neighbour.since,
            },
            None if reader.lease()?.kind == Some(Kind::Daemon) => Daemon::Died,
            None => Daemon::None,
        };
        self.before_us = Some(found);
        Ok(found)
    }
}

/// Puts on record what was found, in short transactions; each of them is refused once the lease is another's.
fn write(store: &mut Store, epoch: i64, work: &Work, now: Moment) -> Result<Vec<Noted>> {
    let until = lease::until(work.next);
    let marks = work.marks.chunks(MARKS).map(|some| DeliveryCommand::Mark {
        marks: some.to_vec(),
    });
    let rings = work.rings.chunks(MARKS).map(|some| DeliveryCommand::Rang {
        variants: some.to_vec(),
    });
    let mut noted = Vec::new();
    for command in marks.chain(rings) {
        match store.apply_held(epoch, until, &Command::Delivery(command), now) {
            Ok((_, new)) => noted.extend(new),
            // What is on record is ours to ring for, whatever becomes of the rest.
            Err(error) if noted.is_empty() => return Err(error),
            Err(error) => {
                log::warn!("the pass ended early: {error}");
                break;
            }
        }
    }
    Ok(noted)
}

/// Planned variants as the scheduler looks at them.
pub fn slotted(pending: &[Pending]) -> Vec<Slotted> {
    pending
        .iter()
        .map(|it| Slotted {
            variant: it.variant,
            at: it.at,
            approval: it.approval,
            outcome: it.outcome,
            grace_min: it.grace_min,
        })
        .collect()
}
