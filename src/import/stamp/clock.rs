//! Times of day as cells write them.

use chrono::{FixedOffset, NaiveTime};

use super::numbers;
use crate::import::reason::{Reason, quoted};

/// A time of day, and the offset when the cell gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) time: NaiveTime,
    pub(super) offset: Option<FixedOffset>,
}

/// Reads 9:30, 09:30:15, 9.30, 9h30, 9h, 9, 9:30 PM, 09:30+03:00, 09:30Z; `cell` is quoted when it cannot be.
pub(super) fn clock(text: &str, cell: &str) -> Result<Clock, Reason> {
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
        // Spreadsheets of Vietnam and Finland write the halves of the day in their own words.
        "am" | "a.m." | "sa" | "ap." | "ap" => Some(0),
        "pm" | "p.m." | "ch" | "ip." | "ip" => Some(12),
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
