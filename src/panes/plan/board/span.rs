//! The days of a calendar: a week, or the weeks that a month touches.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Look;
use crate::domain::ids::ClientId;
use crate::domain::kpi::Period;

/// The days that were read, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) look: Look,
    pub(super) first: NaiveDate,
    pub(super) weeks: u64,
    pub(super) scope: Option<ClientId>,
}

impl Span {
    pub(super) fn of(
        look: Look,
        day: NaiveDate,
        month: NaiveDate,
        scope: Option<ClientId>,
    ) -> Self {
        let (first, weeks) = match look {
            Look::Month => {
                let first = monday(month);
                let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
                let days = (next - first).num_days().unsigned_abs();
                (first, days.div_ceil(7))
            }
            Look::Week | Look::Agenda => (monday(day), 1),
        };
        Self {
            look,
            first,
            weeks,
            scope,
        }
    }

    /// The day after the last.
    pub(super) fn end(&self) -> NaiveDate {
        later(self.first, self.weeks * 7)
    }

    /// The days that are meant, where this month is shown.
    pub(super) fn days(&self, month: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self.look {
            Look::Month => {
                let month = Period::month_of(month);
                (month.from, month.to)
            }
            Look::Week | Look::Agenda => (self.first, later(self.first, self.weeks * 7 - 1)),
        }
    }

    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        day >= self.first && day < self.end()
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

pub(super) fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// So many days later.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
