//! The window's side of proofreading: what is written goes to the proofreader, what it found comes back into the text.

use super::{App, Outside, env};
use crate::domain::tally::Tally;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::overlays::Overlay;
use crate::proofreader::{Errand, Spelt};

/// How far the reading has come.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The proofreader has been sent something since she began to write.
    is_on: bool,
    /// Missing dictionaries she has been told of.
    told: Vec<Words>,
}

impl App {
    /// After every event: a text that has changed is sent to be read; when nobody writes any more, the reader may go.
    pub(super) fn read_along(&mut self) {
        let is_write = |overlay: &Overlay| matches!(overlay, Overlay::Write(_));
        if self.reading.is_on && !self.overlays.iter().any(is_write) {
            self.reading.is_on = false;
            self.outside.push(Outside::PutDictionariesAway);
        }
        if let Some(Overlay::Write(write)) = self.overlays.last_mut()
            && let Some(order) = write.order(&env!(self))
        {
            self.reading.is_on = true;
            let errand = Errand::Read(order);
            self.outside.push(Outside::Proofread(Box::new(errand)));
        }
    }

    pub(super) fn counted(&mut self, turn: u64, tally: Tally) {
        if let Some(Overlay::Write(write)) = self.overlays.last_mut() {
            write.counted(turn, tally, &env!(self));
        }
    }

    /// What is misspelt is marked; a dictionary that is missing is told of once.
    pub(super) fn spelt(&mut self, spelt: Spelt) {
        let news = spelt
            .lacking
            .iter()
            .find(|it| !self.reading.told.contains(it));
        if let Some(words) = news
            && self.toast.is_none()
        {
            self.reading.told.push(words.clone());
            self.toast = Some((words.clone(), Weight::Note));
        }
        if let Some(Overlay::Write(write)) = self.overlays.last_mut() {
            write.spelt(spelt);
        }
    }

    pub(super) fn suggested(&mut self, word: &str, meant: Vec<String>) {
        if let Some(Overlay::Write(write)) = self.overlays.last_mut() {
            write.suggested(word, meant);
        }
    }
}
