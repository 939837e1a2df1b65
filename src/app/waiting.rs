//! What met a busy desk waits here, in order, and is done as soon as the desk is free. No key waits with it.

use std::collections::VecDeque;

use chrono::Duration;

use super::{App, aside};
use crate::domain::Moment;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::store::{PATIENCE, StoreError};

/// How soon a busy desk is asked again.
const AGAIN: Duration = Duration::milliseconds(150);

/// Effects that wait for the desk.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// Each with what was to follow it, oldest first.
    batches: VecDeque<VecDeque<Effect>>,
    /// When the desk is asked again.
    pub(super) retry: Option<Moment>,
    /// She has asked to leave: the program ends when nothing waits any more.
    leaving: bool,
}

impl Waiting {
    pub(super) fn is_empty(&self) -> bool {
        self.batches.is_empty()
    }

    /// What the footer says meanwhile.
    pub(super) fn words(&self) -> Option<Words> {
        let key = if self.leaving {
            "waiting-to-leave"
        } else {
            "waiting-for-desk"
        };
        (!self.is_empty()).then(|| Words::new(key).with("n", self.batches.len()))
    }

    pub(super) const fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// She stays after all; says whether she had asked to leave.
    pub(super) fn stay(&mut self) -> bool {
        std::mem::take(&mut self.leaving)
    }
}

impl App {
    /// Performs in order. What is left in the list met a busy desk, or follows what did.
    pub(super) fn work_off(&mut self, effects: &mut VecDeque<Effect>, is_retry: bool) {
        while let Some(effect) = effects.pop_front() {
            let writing = effect.writes().then(|| effect.clone());
            if writing.is_some() && !is_retry && !self.waiting.is_empty() {
                return effects.push_front(effect);
            }
            let Err(error) = self.effect(effect) else {
                continue;
            };
            match writing {
                Some(effect) if matches!(error, StoreError::Busy) => {
                    return effects.push_front(effect);
                }
                // What follows counted on it: text that found no place is not forgotten.
                writing => {
                    effects.clear();
                    let shut = error.shuts_the_desk();
                    self.report(Err(error));
                    if let Some(effect) = writing.filter(|_| shut) {
                        self.put_aside(&effect);
                    }
                }
            }
        }
    }

    /// Puts off what met a busy desk until it is free.
    pub(super) fn put_off(&mut self, effects: VecDeque<Effect>) {
        if !effects.is_empty() {
            self.waiting.batches.push_back(effects);
            self.waiting.retry = Some(self.now + AGAIN);
        }
    }

    /// Tries again what met a busy desk, if it is time. A clock that was set back does not put it off.
    pub(super) fn retry(&mut self) {
        let is_time = |at: Moment| at <= self.now || at > self.now + AGAIN;
        if self.waiting.retry.is_some_and(is_time) {
            self.flush();
            self.refresh();
        }
    }

    /// Works off what waits, as far as the desk is free.
    fn flush(&mut self) {
        self.waiting.retry = None;
        while let Some(mut batch) = self.waiting.batches.pop_front() {
            self.work_off(&mut batch, true);
            if !batch.is_empty() {
                self.waiting.batches.push_front(batch);
                self.waiting.retry = Some(self.now + AGAIN);
                return;
            }
        }
        if self.waiting.stay() {
            self.done = true;
        }
    }

    /// Leaves, once everything is in the desk; whoever asks a second time leaves without, with her words in a file.
    pub(super) fn leave(&mut self) {
        self.keep_now();
        if self.leaves_work() {
            return;
        }
        if self.waiting.is_empty() || self.waiting.leaving {
            self.leave_the_rest_aside();
            self.done = true;
        } else {
            self.waiting.leaving = true;
        }
    }

    /// The program must end: what waits gets one last chance of a few seconds, and then lies beside the desk.
    pub(super) fn end_now(&mut self) {
        self.keep_now();
        if !self.waiting.is_empty() {
            self.store.be_patient(PATIENCE).ok();
            self.flush();
            self.leave_the_rest_aside();
        }
        self.done = true;
    }

    fn leave_the_rest_aside(&mut self) {
        for effect in std::mem::take(&mut self.waiting.batches)
            .into_iter()
            .flatten()
        {
            self.put_aside(&effect);
        }
    }

    /// Text that finds no place in the desk is laid beside it, and she is told where.
    fn put_aside(&mut self, effect: &Effect) {
        let Some(text) = aside::typed(effect) else {
            return;
        };
        let name = self.now.format("%Y-%m-%d-%H%M%S%.3f").to_string();
        let words = match aside::write(self.store.folder(), &name, &text) {
            Ok(path) => Words::new("text-aside").with("path", path.display()),
            Err(error) => Words::new("text-nowhere").with("detail", error),
        };
        self.toast = Some((words, Weight::Bad));
    }
}
