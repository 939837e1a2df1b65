//! Why a time was not understood or not taken, and the sentence that says so and how to write it.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::words::Words;

/// Why it was not understood, or not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// This word is no time.
    #[error("{word:?} is not a time")]
    NotATime {
        /// The word.
        word: String,
    },
    /// No clock shows this: "25:00", "18 утра".
    #[error("no clock shows {word:?}")]
    NoSuchTime {
        /// What was written.
        word: String,
    },
    /// "03/04": the third of April or the fourth of March.
    #[error("{first}/{second} can be read two ways")]
    DayOrMonth {
        /// The number before the slash.
        first: u32,
        /// The number after it.
        second: u32,
    },
    /// "Next Friday": the coming one or the one of the week after.
    #[error("{first} or {second}")]
    TwoDays {
        /// The earlier day.
        first: NaiveDate,
        /// The later one.
        second: NaiveDate,
    },
    /// "Half six", "полпервого": two hours go by this name.
    #[error("{first} or {second}")]
    TwoTimes {
        /// One time of the day.
        first: NaiveTime,
        /// The other.
        second: NaiveTime,
    },
    /// "Friday at midnight": its first or its last.
    #[error("{first} or {second}")]
    TwoMoments {
        /// The earlier moment on the wall.
        first: NaiveDateTime,
        /// The later one.
        second: NaiveDateTime,
    },
    /// "Fri 13": the hour, or the day whose hour is not said.
    #[error("{day}, or {at}")]
    DayOrHour {
        /// The day it may be.
        day: NaiveDate,
        /// The moment it may be.
        at: NaiveDateTime,
    },
    /// A day without an hour.
    #[error("no hour")]
    NoHour,
    /// A week without a day.
    #[error("no day")]
    NoDay,
    /// There is no such day.
    #[error("no day {day} in month {month}")]
    NoSuchDay {
        /// Day.
        day: u32,
        /// Month.
        month: u32,
    },
    /// The 29th of February in a common year.
    #[error("no 29 February in {year}")]
    NoLeapDay {
        /// The year.
        year: i32,
    },
    /// The weekday is not that of the date.
    #[error("{date} is a {}", date.weekday())]
    WrongWeekday {
        /// The date.
        date: NaiveDate,
    },
    /// Two days were named.
    #[error("{first} is not {second}")]
    DaysDiffer {
        /// The one said first.
        first: NaiveDate,
        /// The other.
        second: NaiveDate,
    },
    /// The moment has gone by.
    #[error("{at} has passed")]
    Past {
        /// The moment on the wall.
        at: NaiveDateTime,
    },
    /// A date without a year has gone by so lately that next year's is hardly meant.
    #[error("{at} has just passed")]
    JustPassed {
        /// The moment on the wall.
        at: NaiveDateTime,
    },
    /// Nobody plans so far ahead.
    #[error("too far ahead")]
    TooFar,
}

/// Weekdays as the sentences choose them, Monday first.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl WhenError {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            Self::NotATime { word } => Words::new("when-not-a-time").with("word", word),
            Self::NoSuchTime { word } => Words::new("when-no-such-time").with("word", word),
            Self::DayOrMonth { first, second } => Words::new("when-ambiguous")
                .with("first", first)
                .with("second", second),
            Self::TwoDays { first, second } => Words::new("when-two-days")
                .with("first", dated(*first))
                .with("second", dated(*second))
                .with("example", first.format("%-d.%-m.")),
            Self::TwoTimes { first, second } => Words::new("when-two-times")
                .with("first", first.format("%H:%M"))
                .with("second", second.format("%H:%M")),
            Self::TwoMoments { first, second } => Words::new("when-two-moments")
                .with("first", timed(*first))
                .with("second", timed(*second)),
            Self::DayOrHour { day, at } => Words::new("when-day-or-hour")
                .with("day", dated(*day))
                .with("at", timed(*at))
                .with("clock", at.format("%-H:%M"))
                .with("example", day.format("%-d.%-m.")),
            Self::NoHour => Words::new("when-no-hour"),
            Self::NoDay => Words::new("when-no-day"),
            Self::NoSuchDay { day, month } => Words::new("when-no-such-day")
                .with("day", day)
                .with("month", month),
            Self::NoLeapDay { year } => Words::new("when-no-leap-day").with("year", year),
            Self::WrongWeekday { date } => {
                let day = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize);
                Words::new("when-wrong-weekday")
                    .with("date", dated(*date))
                    .with("weekday", day.copied().unwrap_or_default())
            }
            Self::DaysDiffer { first, second } => Words::new("when-days-differ")
                .with("first", dated(*first))
                .with("second", dated(*second)),
            Self::Past { at } => Words::new("when-past").with("at", timed(*at)),
            Self::JustPassed { at } => Words::new("when-just-passed").with("at", timed(*at)).with(
                "example",
                format!("{}{}", at.format("%-d.%-m."), at.year() + 1),
            ),
            Self::TooFar => Words::new("when-too-far"),
        }
    }

    /// Whether both readings make sense, so that only she can tell.
    pub(super) fn is_question(&self) -> bool {
        matches!(
            self,
            Self::DayOrMonth { .. }
                | Self::TwoDays { .. }
                | Self::TwoTimes { .. }
                | Self::TwoMoments { .. }
                | Self::DayOrHour { .. }
        )
    }
}

fn dated(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn timed(at: NaiveDateTime) -> String {
    at.format("%d.%m.%Y %H:%M").to_string()
}
