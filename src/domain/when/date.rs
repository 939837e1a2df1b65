//! Dates as people write them: "28.11", "28 ноября 2026", "Nov 28", "ngày 28 tháng 11", "2026-11-28", "1-го числа".

use super::lexicon::Line;
use super::number::{Number, number, ordinal};
use super::words::{Role, Sense};

/// A day of the calendar as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Date {
    /// Day and month, and the year if it was named.
    Of {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
    /// "3/4": which is the day, two countries see differently.
    Slashed {
        first: u32,
        second: u32,
        year: Option<i32>,
    },
    /// A day of a month that is named by where it lies, if at all.
    OfMonth { day: DayOfMonth, which: Which },
    /// A number alone behind a weekday: "Fri 13".
    Bare(u32),
}

/// Which day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOfMonth {
    Number(u32),
    Last,
}

/// Which month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The first that has such a day ahead.
    Coming,
    This,
    Next,
}

/// A date and where it ends.
pub(super) type Found = (Date, usize);

/// Every date that may be said here; behind a weekday a number alone may be one.
pub(super) fn dates(line: Line<'_>, at: usize, weekday: bool) -> Vec<Found> {
    let the = line.skip(at, Role::On);
    let on = line.skip(the, Role::The);
    let early = line.role(on, Role::EarlyDay);
    let named = early.or_else(|| line.role(on, Role::ThisDay));
    let from = named.unwrap_or(on);
    let mut found: Vec<Found> = Vec::new();
    found.extend(written(line, from, named.is_some()));
    spelled(line, from, &mut found);
    of_month(line, on, on > the, &mut found);
    let bare = line.digits(from, 2).filter(|_| weekday && from == at);
    found.extend(bare.map(|day| (Date::Bare(day), from + 1)));
    found
}

/// Digits joined by signs. A word for "day" before them says that the first of them is the day.
fn written(line: Line<'_>, at: usize, named: bool) -> Option<Found> {
    let sign = line.word(at + 1);
    if !line.joins(at + 1, &[".", "/", "-"]) {
        return None;
    }
    let first = line.digits(at, 4)?;
    let second = line.digits(at + 2, 2)?;
    let third = if line.joins(at + 3, &[sign]) {
        Some(line.digits(at + 4, 4)?)
    } else {
        None
    };
    if line.word(at).len() == 4 {
        let date = Date::Of {
            day: third?,
            month: second,
            year: i32::try_from(first).ok(),
        };
        // "2026-11-28T18:30"
        let t = line.joins(at + 5, &["t"]) && line.digits(at + 6, 2).is_some();
        return Some((date, at + 5 + usize::from(t)));
    }
    let (year, next) = match third {
        Some(year) => (Some(full(year, line.word(at + 4))?), at + 5),
        None if sign == "-" => return None,
        None => year(line, at + 3),
    };
    let month = (1..=12).contains(&second);
    let date = match sign {
        // "9.30" is half past nine: there is no thirtieth month.
        "." if !month && year.is_none() => return None,
        "/" | "-" if !named => slashed(first, second, year),
        _ => Date::Of {
            day: first,
            month: second,
            year,
        },
    };
    Some((date, line.skip(next, Role::Year)))
}

fn slashed(first: u32, second: u32, year: Option<i32>) -> Date {
    let (day, month) = match (first > 12, second > 12) {
        (false, false) if first != second => {
            return Date::Slashed {
                first,
                second,
                year,
            };
        }
        (false, true) => (second, first),
        _ => (first, second),
    };
    Date::Of { day, month, year }
}

/// "28 ноября", "28th of November", "Nov 28, 2026", "28 tháng 11", "2026 წლის 28 ნოემბერს".
fn spelled(line: Line<'_>, at: usize, found: &mut Vec<Found>) {
    let first = line
        .digits(at, 4)
        .filter(|year| (2000..2100).contains(year));
    let before = first.and_then(|year| Some((year, line.role(at + 1, Role::Year)?)));
    let from = before.map_or(at, |(_, next)| next);
    let mut push = |day: u32, month: u32, next: usize| {
        let (year, next) = match before {
            Some((year, _)) => (i32::try_from(year).ok(), next),
            None => year(line, next),
        };
        found.push((Date::Of { day, month, year }, next));
    };
    if let Some(day) = numbered(line, from) {
        let dot = usize::from(line.joins(day.next, &["."]));
        let of = line.skip(day.next + dot, Role::Of);
        for (month, next) in months(line, of) {
            push(day.value, month, next);
        }
    }
    for (month, next) in months(line, from) {
        let from = line.skip(line.skip(next, Role::The), Role::ThisDay);
        if let Some(day) = numbered(line, from) {
            push(day.value, month, line.skip(day.next, Role::DayNumber));
        }
    }
}

/// The number of a day: in its order, or plain.
fn numbered(line: Line<'_>, at: usize) -> Option<Number> {
    ordinal(line, at)
        .or_else(|| number(line, at))
        .filter(|it| it.worded || line.word(at).len() <= 2)
}

fn months(line: Line<'_>, at: usize) -> impl Iterator<Item = (u32, usize)> {
    line.senses(at).filter_map(|(sense, next)| match sense {
        Sense::Month(month) => Some((month, next)),
        _ => None,
    })
}

/// "1-го числа", "the 1st", "mùng 1", "1. päivä", "28.", "last day of the month", "ngày 1 tháng sau".
fn of_month(line: Line<'_>, on: usize, the: bool, found: &mut Vec<Found>) {
    let before = which(line, on);
    let from = before.map_or(on, |(_, next)| next);
    for (role, day) in [
        (Role::FirstDay, DayOfMonth::Number(1)),
        (Role::LastDay, DayOfMonth::Last),
    ] {
        if let Some(next) = line.role(from, role) {
            let behind = which(line, next);
            if let Some((which, _)) = before.or(behind) {
                let next = behind.map_or(next, |(_, next)| next);
                found.push((Date::OfMonth { day, which }, next));
            }
        }
    }
    let Some((day, next)) = day_of_month(line, from, the || before.is_some()) else {
        return;
    };
    let behind = which(line, next);
    let which = before.or(behind).map_or(Which::Coming, |(which, _)| which);
    let day = DayOfMonth::Number(day);
    let next = behind.map_or(next, |(_, next)| next);
    found.push((Date::OfMonth { day, which }, next));
}

/// A number that something beside it makes a day of a month.
fn day_of_month(line: Line<'_>, at: usize, told: bool) -> Option<(u32, usize)> {
    let early = line.role(at, Role::EarlyDay);
    if let Some(from) = early.or_else(|| line.role(at, Role::ThisDay)) {
        let day = number(line, from)?;
        return Some((day.value, day.next));
    }
    if let Some(day) = ordinal(line, at) {
        let next = line.skip(day.next, Role::DayNumber);
        let sure = !day.worded || told || next > day.next || which(line, next).is_some();
        return sure.then_some((day.value, next));
    }
    let day = line.digits(at, 2)?;
    let next = line.role(at + 1, Role::DayNumber);
    let dotted = line.tokens.get(at).is_some_and(|token| token.dotted);
    (dotted || next.is_some()).then_some((day, next.unwrap_or(at + 1)))
}

/// Which month: "месяца", "следующего месяца", "ensi kuun".
fn which(line: Line<'_>, at: usize) -> Option<(Which, usize)> {
    line.longest(at, |sense| match sense {
        Sense::Plays(Role::ComingMonth) => Some(Which::Coming),
        Sense::Plays(Role::ThisMonth) => Some(Which::This),
        Sense::Plays(Role::NextMonth) => Some(Which::Next),
        _ => None,
    })
}

/// The year behind a day and its month, if one is named, and where it ends. Two digits are a year if they are no hour.
fn year(line: Line<'_>, at: usize) -> (Option<i32>, usize) {
    let comma = at + usize::from(line.word(at) == ",");
    let from = line.skip(comma, Role::Year);
    let Some(written) = line.digits(from, 4) else {
        return (None, at);
    };
    let behind = line.role(from + 1, Role::Year);
    let length = line.word(from).len();
    let said = from > comma || behind.is_some();
    let year = match length {
        4 => Some(written).filter(|year| (2000..2100).contains(year)),
        2 => Some(written + 2000).filter(|_| said || written > 24),
        _ => None,
    };
    match year.filter(|_| line.ends(from + 1) || behind.is_some()) {
        Some(year) => (i32::try_from(year).ok(), behind.unwrap_or(from + 1)),
        None => (None, at),
    }
}

/// A year of two digits or four.
fn full(year: u32, written: &str) -> Option<i32> {
    match written.len() {
        2 => i32::try_from(year + 2000).ok(),
        4 => i32::try_from(year).ok(),
        _ => None,
    }
}
