//! Why a line that names days was not understood.

use chrono::{Datelike, NaiveDate};

use crate::domain::when::WhenError;
use crate::domain::words::Words;

/// What is missing or wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayTrouble {
    /// There is no day in it, or something stands before it that is none of ours.
    NoDay,
    /// The day is unclear or does not exist.
    Unclear(WhenError),
    /// A day without a year that went by lately: this year's or next year's may be meant.
    JustPassed {
        /// The one that went by.
        day: NaiveDate,
    },
    /// The last day comes before the first.
    Backwards,
    /// More days than are named in one go.
    TooLong {
        /// How many there may be.
        most: u64,
    },
    /// Such a name has no room anywhere.
    LongName {
        /// How many characters it may have.
        most: usize,
    },
}

impl DayTrouble {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            DayTrouble::NoDay => Words::new("day-no-day"),
            DayTrouble::Unclear(error) => error.words(),
            DayTrouble::JustPassed { day } => Words::new("day-just-passed")
                .with("day", day.format("%-d.%m"))
                .with("this", day.format("%-d.%m.%Y"))
                .with("next", day.year() + 1),
            DayTrouble::Backwards => Words::new("day-backwards"),
            DayTrouble::TooLong { most } => Words::new("day-too-long").with("most", most),
            DayTrouble::LongName { most } => Words::new("day-long-name").with("most", most),
        }
    }
}
