//! A file comes in: workers look into it and take its pictures, the window asks, and one Command writes it.

use super::{App, Outside, env};
use crate::domain::command::Command;
use crate::domain::words::Words;
use crate::effect::Weight;
use crate::intake::fetch::Completed;
use crate::intake::{Looked, Packed};
use crate::overlays::{Bring, Overlay};
use crate::store::{Result, StoreError};

impl App {
    /// The window for it, empty.
    pub(super) fn open_bring(&self) -> Overlay {
        Overlay::Bring(Box::new(Bring::open(&env!(self))))
    }

    /// A worker looks into the file that the window has in hand.
    pub(super) fn look_into_file(&mut self) {
        if let Some(bring) = self.bring() {
            let order = Box::new(bring.order());
            self.outside.push(Outside::Look(order));
        }
    }

    /// A worker makes ready what comes in.
    pub(super) fn bring_in(&mut self) {
        if let Some(load) = self.bring().and_then(Bring::load) {
            self.outside.push(Outside::Load(Box::new(load)));
        }
    }

    /// A typed path goes on.
    pub(super) fn completed(&mut self, completed: Completed) {
        match self.overlays.last_mut() {
            Some(Overlay::Bring(bring)) => bring.completed(completed),
            Some(Overlay::Pictures(pictures)) => pictures.completed(completed),
            _ => {}
        }
    }

    /// The worker has looked into a file.
    pub(super) fn looked(&mut self, turn: u64, looked: std::result::Result<Box<Looked>, Words>) {
        if let Some(bring) = self.bring() {
            let effects = bring.looked(turn, looked);
            self.perform(effects);
        }
    }

    /// Everything is ready: it is written, unless she has left it meanwhile.
    pub(super) fn loaded(&mut self, turn: u64, packed: Packed) {
        let Some(memos) = self.bring().and_then(|bring| bring.arrived(turn)) else {
            return;
        };
        let problems = packed.problems.len();
        match self.write_in(packed.commands) {
            // Busy: it is written as soon as the desk is free.
            Ok(()) | Err(StoreError::Busy) => {
                self.overlays.retain(|it| !matches!(it, Overlay::Bring(_)));
                for memo in memos {
                    let tried = self.store.remember(&memo);
                    self.report(tried);
                }
                if problems > 0 {
                    let words = Words::new("bring-pictures-gone").with("n", problems);
                    self.toast = Some((words, Weight::Note));
                }
            }
            Err(error) => {
                self.report(Err(error));
                let again = self.bring().map(Bring::refused);
                self.perform(again.unwrap_or_default());
            }
        }
        self.refresh();
    }

    /// The one place where what a file brings is written.
    fn write_in(&mut self, commands: Vec<Command>) -> Result<()> {
        commands.into_iter().try_for_each(|command| {
            if Self::is_long(&command) {
                self.apply_long(command)
            } else {
                self.apply(&command)
            }
        })
    }

    /// What the window says of names may mean something else now.
    pub(super) fn bring_again(&mut self) {
        if let Some(bring) = self.bring() {
            let effects = bring.desk_changed();
            // Not through `perform`: it would refresh the room once more for nothing.
            for effect in effects {
                if effect == crate::effect::Effect::LookIntoFile {
                    self.look_into_file();
                }
            }
        }
    }

    fn bring(&mut self) -> Option<&mut Bring> {
        self.overlays.iter_mut().find_map(|it| match it {
            Overlay::Bring(bring) => Some(bring.as_mut()),
            _ => None,
        })
    }
}
