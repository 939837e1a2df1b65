//! Why a command ended before its time, and what the shell is told.

use crate::domain::words::Words;
use crate::store::StoreError;

/// The end of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// Whoever read our output has seen enough: no failure, nothing more to say.
    ReaderLeft,
    /// It could not be done; every reason at once.
    Refused(Vec<Words>),
    /// It was not asked for in a way that can be understood.
    Misasked(Vec<Words>),
    /// Something was found, and it has been said.
    Found,
}

impl Stop {
    /// One reason.
    pub(super) fn refused(why: Words) -> Self {
        Stop::Refused(vec![why])
    }

    /// One misunderstanding.
    pub(super) fn misasked(why: Words) -> Self {
        Stop::Misasked(vec![why])
    }

    /// Misasked when anything was wrong, all of it at once.
    pub(super) fn unless_right(wrong: Vec<Words>) -> Result<(), Self> {
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(Stop::Misasked(wrong))
        }
    }

    /// The exit code: 0 done, 1 failed or found, 2 misasked.
    pub(super) const fn code(&self) -> u8 {
        match self {
            Stop::ReaderLeft => 0,
            Stop::Refused(_) | Stop::Found => 1,
            Stop::Misasked(_) => 2,
        }
    }

    /// What is left to say.
    pub(super) fn words(&self) -> &[Words] {
        match self {
            Stop::ReaderLeft | Stop::Found => &[],
            Stop::Refused(words) | Stop::Misasked(words) => words,
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Stop::refused(error.words())
    }
}
