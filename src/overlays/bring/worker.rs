//! What workers do beside the window: look into the file, take its pictures; and what becomes of their answers.

use super::{Bring, Step, TOLD};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects};
use crate::import::Kind;
use crate::intake::{Asked, Goods, Looked};
use crate::store::Memo;

/// Who has the file in hand just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Busy {
    /// Nobody.
    No,
    /// A worker looks into it.
    Looking {
        /// Something was corrected meanwhile: it must look again.
        again: bool,
    },
    /// A worker takes its pictures.
    Taking,
}

/// What a worker is asked to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Which answer is waited for.
    pub turn: u64,
    /// The path as it was typed.
    pub path: String,
    /// How the file is to be read.
    pub asked: Asked,
}

/// What a worker is asked to make ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// Which answer is waited for.
    pub turn: u64,
    /// What comes in.
    pub goods: Goods,
    /// The file's name for the journal.
    pub file: String,
}

impl Bring {
    /// The desk has changed over it: what its names mean may have changed with it.
    pub fn desk_changed(&mut self) -> Effects {
        if self.step > Step::Path && self.busy != Busy::Taking {
            self.look()
        } else {
            Effects::none()
        }
    }

    /// What the worker is asked to look at.
    pub fn order(&self) -> Order {
        Order {
            turn: self.turn,
            path: self.file.clone(),
            asked: Asked {
                kind: Kind::Plan,
                choices: self.choices.clone(),
                names: self.names.clone(),
                zone: None,
                forgiving: true,
            },
        }
    }

    /// The worker has looked. What was corrected meanwhile is asked at once.
    pub fn looked(&mut self, turn: u64, looked: Result<Box<Looked>, Words>) -> Effects {
        let Busy::Looking { again } = self.busy else {
            return Effects::none();
        };
        if turn != self.turn {
            return Effects::none();
        }
        self.busy = Busy::No;
        match looked {
            Ok(mut looked) => {
                let told = looked.report.problems.len();
                looked.report.problems.truncate(TOLD);
                self.untold = looked.report.untold + told.saturating_sub(TOLD);
                self.unknown_again(std::mem::take(&mut looked.unknown));
                // Lines come and go with what was said; the cursor stays on its own.
                let stood_on = self.reading_rows().get(self.reading.at).copied();
                self.looked = Some(looked);
                let rows = self.reading_rows();
                let found = rows.iter().position(|row| Some(*row) == stood_on);
                self.reading.at = match stood_on {
                    Some(_) => found.unwrap_or(self.reading.at),
                    None => self.asked_row(),
                };
            }
            Err(why) => {
                self.step = Step::Path;
                self.looked = None;
                self.refusal = Some(why);
                return Effects::none();
            }
        }
        if again { self.look() } else { Effects::none() }
    }

    /// What comes in, on its way to the worker that takes its pictures.
    pub fn load(&mut self) -> Option<Load> {
        let looked = self.looked.as_mut()?;
        let goods = std::mem::replace(&mut looked.goods, Goods::Plan(Vec::new()));
        self.busy = Busy::Taking;
        Some(Load {
            turn: self.turn,
            goods,
            file: self.name(),
        })
    }

    /// What is to be remembered if this is the load that was waited for.
    pub fn arrived(&self, turn: u64) -> Option<Vec<Memo>> {
        let is_ours = self.busy == Busy::Taking && turn == self.turn;
        let looked = self.looked.as_ref().filter(|_| is_ours)?;
        Some(looked.memos.clone())
    }

    /// It could not be written: what would come is asked again, and she stays where she is.
    pub fn refused(&mut self) -> Effects {
        self.busy = Busy::No;
        self.look()
    }

    /// Something was said: the worker looks again, after what it is looking at now.
    pub(super) fn look(&mut self) -> Effects {
        self.refusal = None;
        if let Busy::Looking { .. } = self.busy {
            self.busy = Busy::Looking { again: true };
            return Effects::none();
        }
        self.turn += 1;
        self.busy = Busy::Looking { again: false };
        Effect::LookIntoFile.into()
    }
}
