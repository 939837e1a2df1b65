//! Long work: what moves many rows is done by a worker on a connection of its own, so that no key waits for it. One piece
//! at a time; leaving meanwhile asks first.

use super::{App, Outside};
use crate::domain::command::{Change, Command};
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::store::{Done, MANY_ROWS, Result, StoreError};

/// A piece of work for the worker.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Bring many rows in.
    Apply(Box<Command>),
    /// Take the newest thing back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Take back what another process left half in.
    Mend,
}

impl Work {
    /// The locale key of what is said when it is done.
    const fn said(&self) -> &'static str {
        match self {
            Work::Apply(_) => "did",
            Work::Undo => "undone",
            Work::Redo => "redone",
            Work::Mend => "work-mended",
        }
    }
}

/// What the worker is at.
pub(super) struct Working {
    said: &'static str,
    rows: usize,
    /// She has asked to leave.
    leaving: bool,
    /// She has been told that work is under way.
    warned: bool,
}

impl App {
    /// Whether this Command goes to the worker.
    pub(super) fn is_long(command: &Command) -> bool {
        command.rows() > MANY_ROWS
    }

    /// Brings many rows in, off the key path.
    pub(super) fn apply_long(&mut self, command: Command) -> Result<()> {
        self.work(Work::Apply(Box::new(command)))
    }

    /// Another process was killed while it brought rows in: they go, all of them.
    pub(super) fn mend(&mut self) {
        let broken = self.working.is_none() && self.store.has_broken_off().unwrap_or(false);
        if broken {
            let tried = self.work(Work::Mend);
            self.report(tried);
        }
        self.index();
    }

    /// What an older program, a killed one or another process brought in without the search: it is told of it.
    fn index(&mut self) {
        let is_free = self.working.is_none() && !self.indexing && !self.outgrown;
        if is_free && self.store.reader().is_behind().unwrap_or(false) {
            self.indexing = true;
            let seed = self.store.seed();
            self.outside.push(Outside::Index { seed });
        }
    }

    /// Hands work to the worker, if it is free.
    pub(super) fn work(&mut self, work: Work) -> Result<()> {
        if self.working.is_some() {
            return Err(StoreError::AtWork);
        }
        let rows = match &work {
            Work::Apply(command) => command.rows(),
            Work::Undo | Work::Redo | Work::Mend => 0,
        };
        self.working = Some(Working {
            said: work.said(),
            rows,
            leaving: false,
            warned: false,
        });
        self.worked_on(0);
        let seed = self.store.seed();
        self.outside.push(Outside::Work { work, seed });
        Ok(())
    }

    /// How far the worker is. What went wrong meanwhile stays on the screen.
    pub(super) fn worked_on(&mut self, rows: usize) {
        let Some(working) = &self.working else {
            return;
        };
        if matches!(self.toast, Some((_, Weight::Bad | Weight::Note))) {
            return;
        }
        let words = if working.rows == 0 {
            Words::new("work-back")
        } else {
            let said = |n: usize| self.locale.number(n as i64);
            Words::new("work-rows")
                .with("rows", said(rows))
                .with("of", said(working.rows))
        };
        self.toast = Some((words, Weight::Plain));
    }

    /// The worker is done, or was refused.
    pub(super) fn worked(&mut self, done: std::result::Result<Done, Words>) {
        let Some(working) = self.working.take() else {
            return;
        };
        self.toast = None;
        match done {
            Ok(done) => {
                self.done_with(&done, working.said);
                if done.title.key == Work::Mend.said() {
                    self.toast = Some((done.title, Weight::Note));
                }
            }
            Err(words) => self.toast = Some((words, Weight::Bad)),
        }
        self.changed(Change::ALL);
        self.refresh();
        if working.leaving {
            self.leave();
        }
    }

    /// She wants to leave while the worker is at it: she is asked first, and when she means it, what came in is taken
    /// back. Says whether there is anything to wait for.
    pub(super) fn leaves_work(&mut self) -> bool {
        let Some(working) = &mut self.working else {
            return false;
        };
        if working.warned {
            working.leaving = true;
            self.outside.push(Outside::StopWork);
        } else {
            working.warned = true;
            self.toast = Some((Words::new("work-leave"), Weight::Bad));
        }
        true
    }
}
