//! The checker in the window: a worker looks at what has changed and at what goes out soon, and nothing that must not go
//! out like this is sent on its way without a reason.

use super::{App, Outside};
use crate::domain::Moment;
use crate::domain::command::{Change, Command};
use crate::domain::ids::VariantId;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::lint::Finding;
use crate::overlays::Overlay;
use crate::store::{HeldBack, Result};

/// Where the checker stands.
#[derive(Debug, Default)]
pub(super) struct Checker {
    /// When it has something to look at; a moment gone by is at once.
    next: Option<Moment>,
    /// A worker is at it.
    is_busy: bool,
    /// What is near has been put in line since the window was opened.
    is_lined_up: bool,
}

impl Checker {
    /// When the window must wake for it.
    pub(super) fn due(&self) -> Option<Moment> {
        self.next.filter(|_| !self.is_busy)
    }
}

impl App {
    /// Asks when the checker has something to look at, and lets a worker look if that is now.
    pub(super) fn check_soon(&mut self) {
        if self.outgrown {
            return;
        }
        match self.store.reader().next_look() {
            Ok(next) => self.checker.next = next,
            Err(error) => return self.report(Err(error)),
        }
        let line_up = !self.checker.is_lined_up;
        let is_due = self.checker.next.is_some_and(|at| at <= self.now);
        if (is_due || line_up) && !self.checker.is_busy {
            self.checker.is_busy = true;
            self.checker.is_lined_up = true;
            self.outside.push(Outside::Check { line_up });
        }
    }

    /// The worker has looked; what shows findings asks again where there is news. What went wrong is tried again when
    /// something changes.
    pub(super) fn checked(&mut self, is_news: std::result::Result<bool, Words>) {
        self.checker.is_busy = false;
        self.checker.next = None;
        let is_news = match is_news {
            Ok(is_news) => is_news,
            Err(words) => return log::warn!("check: {}", self.locale.words(&words)),
        };
        if is_news {
            self.rooms.touch(Change::PLAN);
            self.refresh();
        }
        self.check_soon();
    }

    /// Whether this Command would send something on its way that must not go out like this: then it is refused in words.
    pub(super) fn refuses(&mut self, command: &Command) -> Result<bool> {
        let held = self.store.reader().held_by(command, self.now)?;
        Ok(self.says_held("lint-refused", &held))
    }

    /// Whether the steps of publishing these are refused.
    pub(super) fn refuses_to_publish(&mut self, variants: &[VariantId]) -> Result<bool> {
        let held = self.store.reader().held_back(variants, self.now)?;
        Ok(self.says_held("lint-refused", held.get(..1).unwrap_or_default()))
    }

    /// Says why the first of these is held back, and how many others there are; says nothing where none is.
    pub(super) fn says_held(&mut self, key: &str, held: &[HeldBack]) -> bool {
        let Some(first) = held.first() else {
            return false;
        };
        let why = first.why.iter().map(|it| &it.words);
        let why = self.locale.held(&first.topic, why);
        let why = self.locale.words(&why);
        let words = Words::new(key).with("why", why).with("n", held.len() - 1);
        self.toast = Some((words, Weight::Bad));
        true
    }

    /// Text that has changed since the checker saw it goes to a worker; what comes late for it is thrown away.
    pub(super) fn check_text(&mut self) {
        if let Some(Overlay::Write(write)) = self.overlays.last_mut()
            && let Some(subject) = write.to_check(self.now)
        {
            self.outside.push(Outside::CheckText(Box::new(subject)));
        }
    }

    /// What a worker has found in the text being written.
    pub(super) fn text_checked(&mut self, text: &str, found: Vec<Finding>) {
        if let Some(Overlay::Write(write)) = self.overlays.last_mut() {
            write.take_found(text, found);
        }
    }
}
