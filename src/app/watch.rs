//! The clock's business in the window: one pass of the watch, the bell for what it found, and what other processes did.

use super::{App, env};
use crate::domain::command::Change;
use crate::domain::words::Words;
use crate::effect::Effect;
use crate::neighbours;
use crate::store::{Memo, Noted, Result, StoreError};

impl App {
    /// One pass: what is due or was missed is recorded, what comes within ten minutes rings, the next wake is set.
    pub(super) fn look_at_the_clock(&mut self) {
        if self.outgrown {
            return;
        }
        let tried = self.pass();
        self.report(tried);
    }

    fn pass(&mut self) -> Result<()> {
        let noted = match self.clock.pass(&mut self.store, self.now) {
            // It is tried again by itself, and what is due is shown as due all the same.
            Err(StoreError::Busy) => return Ok(()),
            noted => noted?,
        };
        if !noted.is_empty() {
            self.rooms.touch(Change::DELIVERIES);
        }
        self.ring(&noted)
    }

    /// The bell for posts that go out by hand, once for each planned moment: only for what this window put on record.
    fn ring(&mut self, noted: &[Noted]) -> Result<()> {
        let first = noted.iter().find_map(|it| match it {
            Noted::Rang { variant, due_at } => Some((*variant, *due_at)),
            Noted::Marked(_) => None,
        });
        let Some((first, at)) = first else {
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
        let held = self.store.reader().held_back(&[first], self.now)?;
        let why = held.iter().flat_map(|it| &it.why).next();
        let why = why.map(|it| Words::new("daemon-held").with("why", self.locale.words(&it.words)));
        let why = why.map_or_else(String::new, |why| format!(" · {}", self.locale.words(&why)));
        let words = words.with("why", why);
        self.perform(Effect::Ring(words).into());
        Ok(())
    }

    /// What another process has changed is asked again. What it told is one thing; the store's own number tells whether there
    /// was anything that nobody told us.
    pub(super) fn look_outside(&mut self, told: Change) {
        self.look_for_the_daemon();
        self.mend();
        let change = match self.store.reader().version() {
            Ok(version) if version == self.version => told,
            Ok(version) => {
                self.version = version;
                if told.is_none() { Change::ALL } else { told }
            }
            Err(error) => return self.report(Err(error)),
        };
        if !change.is_none() {
            self.changed(change);
            self.refresh();
            self.look_again();
        }
    }

    /// Whether a daemon lives on this desk.
    pub(super) fn look_for_the_daemon(&mut self) {
        self.daemon = neighbours::daemon(self.store.folder());
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
