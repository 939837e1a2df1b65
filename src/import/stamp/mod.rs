//! Dates and times of cells, read strictly: a cell says one moment or none, and nothing is ever guessed or "now".

mod clock;
mod order;
mod worded;

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime, Utc};

use super::reason::{Reason, quoted};
use crate::domain::Moment;
use clock::clock;

pub use order::{Dates, NoOrder, Order, OrderProof};

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

/// Which of the two cells a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The date's cell.
    Date,
    /// The time's cell.
    Time,
}

/// Reads a row's date and time cells; `None` when both are empty.
pub fn when(date: &str, time: &str, order: Option<Order>) -> Result<Option<When>, (Part, Reason)> {
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
    let (day, inner) = day_and_rest(date, order).map_err(|reason| (Part::Date, reason))?;
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

/// Reads the date of a cell, and what is left for a time.
fn day_and_rest(cell: &str, order: Option<Order>) -> Result<(NaiveDate, &str), Reason> {
    if let Some(worded) = worded::read(cell)? {
        return Ok(worded);
    }
    let (date, rest) = split(cell);
    Ok((day(date, cell, order)?, rest))
}

/// Whether a cell looks like a date, be it one that will be refused.
pub(super) fn is_dated(cell: &str) -> bool {
    looks(cell).is_some()
}

/// Whether a cell looks like a date with a time.
pub(super) fn is_timed(cell: &str) -> bool {
    looks(cell).is_some_and(|rest| !rest.is_empty() && clock(rest, cell).is_ok())
}

/// Whether a cell is a time of day and cannot be a number.
pub(super) fn is_clock(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() < LONGEST_LOOK && cell.contains(':') && clock(cell, cell).is_ok()
}

/// What stands behind a cell's date, where it has one.
fn looks(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    if cell.len() > LONGEST_LOOK {
        return None;
    }
    match day_and_rest(cell, None) {
        Ok((_, rest)) => Some(rest),
        Err(Reason::DateAmbiguous { .. } | Reason::NoSuchDay { .. } | Reason::YearShort { .. }) => {
            Some(split(cell).1)
        }
        Err(_) => None,
    }
}

/// The longest cell that is looked at to see whether it is a date.
const LONGEST_LOOK: usize = 80;

/// A day as a workbook counts it, for cells that are numbers there; `from_1904` is its other beginning.
pub(super) fn serial(number: &str, from_1904: bool) -> Option<String> {
    let days: f64 = number.parse().ok()?;
    if (0.0..1.0).contains(&days) {
        let minutes = (days * 24.0 * 60.0).round() as u32;
        return Some(format!("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    if !(1.0..1e5).contains(&days) {
        return None;
    }
    let (year, month, day) = if from_1904 {
        (1904, 1, 1)
    } else {
        (1899, 12, 30)
    };
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    let minutes = (days * 24.0 * 60.0).round() as i64;
    let at = first.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minutes);
    let form = if minutes % (24 * 60) == 0 {
        "%Y-%m-%d"
    } else {
        "%Y-%m-%d %H:%M"
    };
    Some(at.format(form).to_string())
}

/// Reads a date of numbers; `cell` is quoted when it cannot be.
fn day(date: &str, cell: &str, order: Option<Order>) -> Result<NaiveDate, Reason> {
    for divider in ['-', '/', '.'] {
        if let Some([(year, 4), (month, 1..=2), (day, 1..=2)]) = numbers(date, divider) {
            return calendar(year, month, day, cell);
        }
    }
    let bare = date.strip_suffix('.').unwrap_or(date);
    if let Some([(day, 1..=2), (month, 1..=2), (year, digits)]) = numbers(bare, '.') {
        return in_year(digits, cell).and_then(|()| calendar(year, month, day, cell));
    }
    for divider in ['/', '-'] {
        if let Some([(a, 1..=2), (b, 1..=2), (year, digits)]) = numbers(date, divider) {
            return in_year(digits, cell).and_then(|()| ordered([a, b, year], cell, order));
        }
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
    Err(Reason::DateUnreadable {
        found: quoted(cell),
    })
}

/// A day of two numbers that change places; where both mean the same, no order is needed.
fn ordered([a, b, year]: [u32; 3], cell: &str, order: Option<Order>) -> Result<NaiveDate, Reason> {
    match order {
        Some(Order::DayFirst) => calendar(year, b, a, cell),
        Some(Order::MonthFirst) => calendar(year, a, b, cell),
        None if a == b => calendar(year, a, b, cell),
        None => calendar(year, b, a, cell)
            .or_else(|_| calendar(year, a, b, cell))
            .and(Err(Reason::DateAmbiguous {
                found: quoted(cell),
            })),
    }
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

#[cfg(test)]
mod tests;
