//! Dates and times of cells, read strictly: a cell says one moment or none, and nothing is ever guessed or "now".

use std::ops::RangeInclusive;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::reason::{Reason, quoted};
use crate::domain::Moment;

/// Years a table of posts, messages or readings can mean; anything else is a slip of the hand.
pub const YEARS: RangeInclusive<i32> = 1990..=2100;

/// What the cells of a row say about when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day without a time.
    Day(NaiveDate),
    /// A wall clock's time; the zone is the caller's to know.
    Local(NaiveDateTime),
    /// A moment, because the cell gave an offset; `wall` is what the cell's own clock showed.
    Exact {
        /// The moment.
        moment: Moment,
        /// The same in the cell's offset.
        wall: NaiveDateTime,
    },
}

impl When {
    /// The day as the cell writes it.
    pub fn day(&self) -> NaiveDate {
        match self {
            When::Day(day) => *day,
            When::Local(local) => local.date(),
            When::Exact { wall, .. } => wall.date(),
        }
    }
}

/// Which number comes first in 03/04/2026. One value tells for its whole column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// 03/04 is the third of April.
    DayFirst,
    /// 03/04 is the fourth of March.
    MonthFirst,
    /// Nothing proves either, or the column contradicts itself.
    #[default]
    Unknown,
}

/// Gathers the proof for a column's order, value by value.
#[derive(Debug, Clone, Copy, Default)]
pub struct OrderProof {
    day_first: bool,
    month_first: bool,
}

impl OrderProof {
    /// Takes one cell into account. Only a day that can be meant proves anything.
    pub fn see(&mut self, cell: &str) {
        let cell = cell.trim();
        let (date, inner) = split(cell);
        let Some([(a, 1..=2), (b, 1..=2), (year, 4)]) = numbers(date, '/') else {
            return;
        };
        // A cell that will be refused is no witness.
        if inner.is_empty() || clock(inner, cell).is_ok() {
            self.day_first |= a > 12 && calendar(year, b, a, cell).is_ok();
            self.month_first |= b > 12 && calendar(year, a, b, cell).is_ok();
        }
    }

    /// What the values seen prove together.
    pub fn order(self) -> Order {
        match (self.day_first, self.month_first) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            _ => Order::Unknown,
        }
    }
}

/// Which of the two cells a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The date's cell.
    Date,
    /// The time's cell.
    Time,
}

/// Reads a row's date and time cells; `None` when both are empty.
pub fn when(date: &str, time: &str, order: Order) -> Result<Option<When>, (Part, Reason)> {
    let (date, time) = (date.trim(), time.trim());
    if date.is_empty() {
        return if time.is_empty() {
            Ok(None)
        } else {
            Err((
                Part::Time,
                Reason::DateMissing {
                    found: quoted(time),
                },
            ))
        };
    }
    let (day_part, inner) = split(date);
    let day = day(day_part, date, order).map_err(|reason| (Part::Date, reason))?;
    let clock = match (inner.is_empty(), time.is_empty()) {
        (true, true) => return Ok(Some(When::Day(day))),
        (false, true) => clock(inner, date).map_err(|reason| (Part::Date, reason))?,
        (true, false) => clock(time, time).map_err(|reason| (Part::Time, reason))?,
        (false, false) => {
            let first = clock(inner, date).map_err(|reason| (Part::Date, reason))?;
            if clock(time, time).map_err(|reason| (Part::Time, reason))? != first {
                return Err((
                    Part::Time,
                    Reason::TwoTimes {
                        found: quoted(time),
                    },
                ));
            }
            first
        }
    };
    let wall = day.and_time(clock.time);
    let Some(offset) = clock.offset else {
        return Ok(Some(When::Local(wall)));
    };
    let moment = wall
        .and_local_timezone(offset)
        .single()
        .map(|at| at.with_timezone(&Utc));
    moment
        .map(|moment| Some(When::Exact { moment, wall }))
        .ok_or_else(|| {
            (
                Part::Date,
                Reason::DateUnreadable {
                    found: quoted(date),
                },
            )
        })
}

/// Divides a cell into its date and the time that may follow it after `T`, a space or a comma.
fn split(cell: &str) -> (&str, &str) {
    let end = cell
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/' | '-')))
        .unwrap_or(cell.len());
    let (date, rest) = cell.split_at(end);
    let time = rest
        .strip_prefix(['T', 't'])
        .unwrap_or_else(|| rest.strip_prefix(',').unwrap_or(rest).trim_start());
    // What is glued to the date without a divider makes the whole unreadable, not a time; so does a divider at the end,
    // because a time was cut off there.
    let glued = time.len() == rest.len() || time.is_empty();
    if glued && !rest.is_empty() {
        (cell, "")
    } else {
        (date, time)
    }
}

/// Reads the date; `cell` is quoted when it cannot be.
fn day(date: &str, cell: &str, order: Order) -> Result<NaiveDate, Reason> {
    let unreadable = || Reason::DateUnreadable {
        found: quoted(cell),
    };
    if let Some([(year, 4), (month, 2), (day, 2)]) = numbers(date, '-') {
        return calendar(year, month, day, cell);
    }
    let bare = date.strip_suffix('.').unwrap_or(date);
    if let Some([(day, 1..=2), (month, 1..=2), (year, digits)]) = numbers(bare, '.') {
        return in_year(digits, cell).and_then(|()| calendar(year, month, day, cell));
    }
    if let Some([(a, 1..=2), (b, 1..=2), (year, digits)]) = numbers(date, '/') {
        in_year(digits, cell)?;
        return match order {
            Order::DayFirst => calendar(year, b, a, cell),
            Order::MonthFirst => calendar(year, a, b, cell),
            Order::Unknown => calendar(year, b, a, cell)
                .or_else(|_| calendar(year, a, b, cell))
                .and(Err(Reason::DateAmbiguous {
                    found: quoted(cell),
                })),
        };
    }
    if [numbers(bare, '.'), numbers(date, '/'), numbers(date, '-')]
        .into_iter()
        .flatten()
        .any(|[(_, a), (_, b)]| a <= 2 && b <= 2)
    {
        return Err(Reason::YearMissing {
            found: quoted(cell),
        });
    }
    // Days since 1900 as spreadsheets count them: 36526 is 2000, 54789 is 2050.
    if date.len() == 5 && date == cell && date.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Reason::DayNumber {
            found: quoted(cell),
        });
    }
    Err(unreadable())
}

fn in_year(digits: usize, cell: &str) -> Result<(), Reason> {
    match digits {
        4 => Ok(()),
        2 => Err(Reason::YearShort {
            found: quoted(cell),
        }),
        _ => Err(Reason::DateUnreadable {
            found: quoted(cell),
        }),
    }
}

fn calendar(year: u32, month: u32, day: u32, cell: &str) -> Result<NaiveDate, Reason> {
    let year = year as i32;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| Reason::NoSuchDay {
        found: quoted(cell),
    })?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        Err(Reason::YearFar {
            found: quoted(cell),
        })
    }
}

/// Exactly `N` runs of one to four ASCII digits with the divider between them: each value and how many digits it has.
fn numbers<const N: usize>(text: &str, divider: char) -> Option<[(u32, usize); N]> {
    let mut found = [(0, 0); N];
    let mut parts = text.split(divider);
    for place in &mut found {
        let part = parts.next()?;
        if !(1..=4).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *place = (part.parse().ok()?, part.len());
    }
    parts.next().is_none().then_some(found)
}

/// A time of day, and the offset when the cell gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    time: NaiveTime,
    offset: Option<FixedOffset>,
}

/// Reads 9:30, 09:30:15, 9.30, 9h30, 9h, 9, 9:30 PM, 09:30+03:00, 09:30Z; `cell` is quoted when it cannot be.
fn clock(text: &str, cell: &str) -> Result<Clock, Reason> {
    let unreadable = || Reason::TimeUnreadable {
        found: quoted(cell),
    };
    let impossible = || Reason::NoSuchTime {
        found: quoted(cell),
    };
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | 'h')))
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let (hour, minute, second) = hour_minute_second(digits).ok_or_else(unreadable)?;
    let rest = rest.trim();
    let half = match rest.to_ascii_lowercase().as_str() {
        "am" | "a.m." => Some(0),
        "pm" | "p.m." => Some(12),
        _ => None,
    };
    if let Some(half) = half {
        // On a twelve-hour clock 12 stands where 0 would.
        let hour = if (1..=12).contains(&hour) {
            hour % 12 + half
        } else {
            return Err(impossible());
        };
        let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or_else(impossible)?;
        return Ok(Clock { time, offset: None });
    }
    let offset = match rest {
        "" => None,
        // An offset belongs to a full time; "9 -3" is anyone's guess.
        _ if digits.contains(':') => Some(offset(rest).ok_or_else(unreadable)?),
        _ => return Err(unreadable()),
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or_else(impossible)?;
    Ok(Clock { time, offset })
}

fn hour_minute_second(text: &str) -> Option<(u32, u32, u32)> {
    if let Some((whole, part)) = text
        .split_once('.')
        .filter(|(whole, _)| whole.matches(':').count() == 2)
    {
        // Parts of a second are below what a plan can mean.
        let digits = (1..=9).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        return if digits {
            hour_minute_second(whole)
        } else {
            None
        };
    }
    if let Some([(hour, 1..=2), (minute, 2), (second, 2)]) = numbers(text, ':') {
        return Some((hour, minute, second));
    }
    for divider in [':', '.', 'h'] {
        if let Some([(hour, 1..=2), (minute, 2)]) = numbers(text, divider) {
            return Some((hour, minute, 0));
        }
    }
    let [(hour, 1..=2)] = numbers(text.strip_suffix('h').unwrap_or(text), ':')? else {
        return None;
    };
    Some((hour, 0, 0))
}

/// Reads Z, +03, +0300, +03:00, −03:00; no place on earth is further than 14 hours.
fn offset(text: &str) -> Option<FixedOffset> {
    if matches!(text, "Z" | "z") {
        return FixedOffset::east_opt(0);
    }
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, text.strip_prefix('+')?),
        '-' => (-1, text.strip_prefix('-')?),
        '−' => (-1, text.strip_prefix('−')?),
        _ => return None,
    };
    let (hours, minutes) = match (numbers(digits, ':'), numbers(digits, ':')) {
        (Some([(hours, 2), (minutes, 2)]), _) => (hours, minutes),
        (_, Some([(hours, 2)])) => (hours, 0),
        (_, Some([(both, 4)])) => (both / 100, both % 100),
        _ => return None,
    };
    if minutes > 59 || hours * 60 + minutes > 14 * 60 {
        return None;
    }
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60) as i32)
}

#[cfg(test)]
mod tests;
