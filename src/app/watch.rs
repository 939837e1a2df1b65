//! The clock's business in the window: mark what is due and missed, ring before, wake in time, and try again what was busy.

use chrono::Duration;

use super::{App, env};
use crate::domain::Moment;
use crate::domain::command::{Change, Command, DeliveryCommand};
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::scheduler::{self, Slotted};
use crate::store::{Memo, Pending, Result, StoreError};

/// Variants looked at in one pass; a longer backlog is taken up by the next pass at once.
const PASS: usize = 500;

/// How far ahead the next wake is looked for.
const AHEAD: Duration = Duration::hours(24);

/// What the window knows about time.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// The last pass in this process.
    last_pass: Option<Moment>,
    /// When something changes by itself.
    pub(super) next: Option<Moment>,
    /// Commands that met a busy desk, oldest first, and when to try them again.
    waiting: Vec<Command>,
    pub(super) retry: Option<Moment>,
}

impl Watch {
    /// Something was planned, moved or stamped: the next wake may be another one.
    pub(super) fn plan_changed(&mut self) {
        self.next = None;
    }

    /// Puts a Command off until the desk is free.
    pub(super) fn put_off(&mut self, command: Command, now: Moment) {
        self.waiting.push(command);
        self.retry = Some(now + Duration::milliseconds(400));
    }
}

impl App {
    /// One pass: what is due or was missed is recorded, what comes within ten minutes rings, the next wake is set.
    pub(super) fn look_at_the_clock(&mut self) {
        let tried = self.pass();
        self.report(tried);
    }

    fn pass(&mut self) -> Result<()> {
        if self.watch.next.is_some_and(|next| self.now < next)
            && self.watch.last_pass.is_some_and(|last| last <= self.now)
        {
            return Ok(());
        }
        let seen = scheduler::Watch {
            last_pass: self.watch.last_pass,
        };
        let unmarked = self.store.reader().unmarked(self.now, PASS)?;
        if let Some(command) = scheduler::sweep(&slotted(&unmarked), seen, self.now) {
            let done = self.store.apply(&command, self.now)?;
            self.rooms.touch(done.change);
        }
        self.ring()?;
        let near = self
            .store
            .reader()
            .pending(self.now - AHEAD, self.now + AHEAD, PASS)?;
        self.watch.next = if unmarked.len() < PASS {
            scheduler::next_wake(&slotted(&near), self.now).or(Some(self.now + AHEAD))
        } else {
            // A long backlog goes on at once, a pass at a time, and keys come in between.
            Some(self.now)
        };
        self.watch.last_pass = Some(self.now);
        Ok(())
    }

    /// The bell for posts that go out by hand, once for each planned moment.
    fn ring(&mut self) -> Result<()> {
        let soon =
            self.store
                .reader()
                .pending(self.now, self.now + scheduler::RING_BEFORE, PASS)?;
        let mut ringing = Vec::new();
        for (variant, at) in scheduler::to_ring(&slotted(&soon), self.now) {
            if !self.store.reader().has_rung(variant, at)? {
                ringing.push((variant, at));
            }
        }
        let Some((first, at)) = ringing.first().copied() else {
            return Ok(());
        };
        let line = self.store.reader().line(first)?;
        let topic = line.as_ref().map_or("", |line| line.topic.as_str());
        let env = env!(self);
        let words = Words::new("ring")
            .with("clock", env.clock(at))
            .with(
                "client",
                line.as_ref()
                    .map_or("", |line| env.roster.badge(line.client).0),
            )
            .with("topic", topic);
        self.store.apply(
            &Command::Delivery(DeliveryCommand::Rang { variants: ringing }),
            self.now,
        )?;
        self.perform(Effect::Ring(words).into());
        Ok(())
    }

    /// Tries again what met a busy desk.
    pub(super) fn retry(&mut self) {
        if self.watch.retry.is_none_or(|at| at > self.now) {
            return;
        }
        self.watch.retry = None;
        for command in std::mem::take(&mut self.watch.waiting) {
            match self.apply(command) {
                Ok(()) => {}
                Err(StoreError::Busy) => self.toast = Some((Words::new("store-busy"), Weight::Bad)),
                Err(error) => self.report(Err(error)),
            }
        }
    }

    /// Asks whether another process has written; if so, everything on the screen is asked again.
    pub(super) fn look_outside(&mut self, surely: bool) {
        let version = self.store.reader().version();
        match version {
            Ok(version) if surely || version != self.version => {
                self.version = version;
                self.changed(Change::ALL);
                self.refresh();
            }
            Ok(_) => {}
            Err(error) => self.report(Err(error)),
        }
    }

    /// "Meanwhile" counts from her last visit; this visit begins now.
    pub(super) fn remember_visit(&mut self) -> Result<()> {
        const KEY: &str = "visit.last";
        let last = self
            .store
            .reader()
            .memory(KEY)?
            .and_then(|text| chrono::DateTime::from_timestamp(text.parse().ok()?, 0));
        self.rooms.today.since(last);
        let now = self.now.timestamp().to_string();
        let memo = Memo::Note {
            key: KEY.to_owned(),
            value: now,
        };
        match self.store.remember(&memo) {
            // A desk that cannot be written to can still be read.
            Err(StoreError::Busy | StoreError::ReadOnly | StoreError::Full) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Planned variants as the scheduler looks at them.
pub(crate) fn slotted(pending: &[Pending]) -> Vec<Slotted> {
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
