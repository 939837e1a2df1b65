//! Which day of the calendar is meant. Weeks begin on Monday.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

use super::date::{Date, DayOfMonth, Which};
use super::day::Turn;
use super::error::WhenError;
use super::reading::Reading;
use super::span::Span;

/// A date without a year that passed no longer ago than this is a slip and not a plan for next year.
const JUST_PASSED_DAYS: i64 = 60;

/// The day it is, and the time of day that was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) today: NaiveDate,
    /// Minutes since midnight, if an hour was said.
    pub(super) minutes: Option<u32>,
    /// Whether that minute of today has gone by.
    pub(super) passed: bool,
}

/// So many minutes after the midnight a day begins with.
pub(super) fn at(date: NaiveDate, minutes: u32) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes))
}

impl Frame {
    /// The day a reading names, if it names one.
    pub(super) fn day(self, reading: &Reading) -> Result<Option<NaiveDate>, WhenError> {
        let ahead = reading.ahead.map(|days| self.ahead(days)).transpose()?;
        let weekday = reading.weekday.map(|(weekday, _)| weekday);
        let date = reading
            .date
            .map(|date| self.dated(date, weekday))
            .transpose()?;
        if let (Some(first), Some(second)) = (ahead, date)
            && first != second
        {
            return Err(WhenError::DaysDiffer { first, second });
        }
        let by_days = match reading.span {
            Some(Span::Weeks(_)) if weekday.is_some() => None,
            Some(span) => Some(self.spanned(span)?),
            None => None,
        };
        match (ahead.or(date).or(by_days), reading.weekday) {
            (Some(date), Some((weekday, _))) if of_week(date) != weekday => {
                Err(WhenError::WrongWeekday { date })
            }
            (Some(date), _) => Ok(Some(date)),
            (None, Some((weekday, turn))) => self.weekday(weekday, turn, reading).map(Some),
            (None, None) if reading.week.is_some() => Err(WhenError::NoDay),
            (None, None) => Ok(None),
        }
    }

    fn ahead(self, days: i64) -> Result<NaiveDate, WhenError> {
        let date = self.today.checked_add_signed(TimeDelta::days(days));
        date.ok_or(WhenError::TooFar)
    }

    /// A weekday of the coming days, or of a week that was named.
    fn weekday(self, weekday: u32, turn: Turn, reading: &Reading) -> Result<NaiveDate, WhenError> {
        let today = i64::from(of_week(self.today));
        let in_week = |weeks: i64| self.ahead(weeks * 7 + i64::from(weekday) - today);
        let next = i64::from((weekday + 7 - of_week(self.today)) % 7);
        if let Some(week) = reading.week {
            return in_week(i64::from(week));
        }
        if let Some(Span::Weeks(weeks)) = reading.span {
            let weeks = i64::from(weeks);
            let (first, second) = (in_week(weeks)?, self.ahead(next + weeks * 7)?);
            // "In a week on Monday" may be six days ahead or thirteen; "Monday in a week" is the later one.
            return if reading.span_first && first != second {
                Err(WhenError::TwoDays { first, second })
            } else {
                Ok(second)
            };
        }
        match turn {
            Turn::Coming => self.ahead(next),
            Turn::Any => self.ahead(if next == 0 && self.passed { 7 } else { next }),
            Turn::Next => {
                let first = self.ahead(if next == 0 { 7 } else { next })?;
                let second = in_week(1)?;
                if first == second {
                    Ok(first)
                } else {
                    Err(WhenError::TwoDays { first, second })
                }
            }
        }
    }

    fn spanned(self, span: Span) -> Result<NaiveDate, WhenError> {
        match span {
            Span::Minutes(_) => Ok(self.today),
            Span::EveryOther => Err(WhenError::TwoDays {
                first: self.ahead(1)?,
                second: self.ahead(2)?,
            }),
            Span::Days(days) => self.ahead(i64::from(days)),
            Span::Weeks(weeks) => self.ahead(i64::from(weeks) * 7),
            Span::Months(months) => {
                let date = self.today.checked_add_months(Months::new(months));
                let date = date.ok_or(WhenError::TooFar)?;
                // The month has no such day: chrono took its last.
                if date.day() == self.today.day() {
                    Ok(date)
                } else {
                    Err(no_such_day(self.today.day(), date.month(), date.year()))
                }
            }
        }
    }

    /// The day of a written date; the weekday beside it may tell which way round it is.
    fn dated(self, date: Date, weekday: Option<u32>) -> Result<NaiveDate, WhenError> {
        match date {
            Date::Of { day, month, year } => self.of_year(day, month, year),
            Date::Slashed {
                first,
                second,
                year,
            } => {
                let ways = [(first, second), (second, first)];
                let mut fitting = ways
                    .into_iter()
                    .filter_map(|(day, month)| self.of_year(day, month, year).ok())
                    .filter(|date| weekday.is_some_and(|weekday| of_week(*date) == weekday));
                match (fitting.next(), fitting.next()) {
                    (Some(date), None) => Ok(date),
                    _ => Err(WhenError::DayOrMonth { first, second }),
                }
            }
            Date::OfMonth { day, which } => self.of_month(day, which),
            Date::Bare(day) => self.of_month(DayOfMonth::Number(day), Which::Coming),
        }
    }

    /// A day and a month; without a year it is the coming one, unless it has only just gone by.
    fn of_year(self, day: u32, month: u32, year: Option<i32>) -> Result<NaiveDate, WhenError> {
        let of = |year| NaiveDate::from_ymd_opt(year, month, day);
        if let Some(year) = year {
            return of(year).ok_or_else(|| no_such_day(day, month, year));
        }
        let this = (self.today.month(), self.today.day());
        let gone = (month, day) < this || (month, day) == this && self.passed;
        let year = self.today.year() + i32::from(gone);
        let coming = of(year).ok_or_else(|| no_such_day(day, month, year))?;
        let last = of(year - 1).filter(|last| (self.today - *last).num_days() <= JUST_PASSED_DAYS);
        match (last, self.minutes) {
            (Some(last), Some(minutes)) => Err(WhenError::JustPassed {
                at: at(last, minutes),
            }),
            _ => Ok(coming),
        }
    }

    /// A day of a month that is named by where it lies.
    fn of_month(self, day: DayOfMonth, which: Which) -> Result<NaiveDate, WhenError> {
        let first = self.today.with_day(1).unwrap_or(self.today);
        let in_month = |ahead: u32| {
            let month = first.checked_add_months(Months::new(ahead))?;
            match day {
                DayOfMonth::Number(day) => month.with_day(day),
                DayOfMonth::Last => month
                    .checked_add_months(Months::new(1))?
                    .checked_sub_days(Days::new(1)),
            }
        };
        let found = match which {
            Which::This => in_month(0),
            Which::Next => in_month(1),
            Which::Coming => (0..13)
                .filter_map(in_month)
                .find(|date| *date > self.today || *date == self.today && !self.passed),
        };
        let ahead = u32::from(which == Which::Next);
        let month = first
            .checked_add_months(Months::new(ahead))
            .unwrap_or(first);
        let number = match day {
            DayOfMonth::Number(day) => day,
            DayOfMonth::Last => 31,
        };
        found.ok_or_else(|| no_such_day(number, month.month(), month.year()))
    }
}

/// Monday is 0.
fn of_week(date: NaiveDate) -> u32 {
    date.weekday().num_days_from_monday()
}

fn no_such_day(day: u32, month: u32, year: i32) -> WhenError {
    if (day, month) == (29, 2) {
        WhenError::NoLeapDay { year }
    } else {
        WhenError::NoSuchDay { day, month }
    }
}
