//! The first and last day of a campaign, as she types and reads them.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::when::{self, WhenError};

/// An hour that every day has: what is asked for is a day, and the words of time want one.
const NOON: &str = "12:00";

/// A day and month without a year may lie this far back; further back the next one is meant.
const LOOK_BACK_DAYS: i64 = 183;

/// Reads a day: "1.12", "fri", "завтра", "24 ноября", "2026-12-01". A day gone by is as good as one to come: of a date
/// without a year the nearest one is meant.
pub fn day(typed: &str, now: Moment, zone: Tz) -> Result<NaiveDate, WhenError> {
    let typed = typed.trim();
    let not_a_day = || WhenError::NotATime {
        word: typed.chars().take(40).collect(),
    };
    if typed.is_empty() {
        return Err(not_a_day());
    }
    // A whole date means itself, however far away.
    if let Some(day) = whole_date(typed) {
        return Ok(day);
    }
    let found = match when::parse(&format!("{typed} {NOON}"), now, zone) {
        Ok(when) => when.local.date(),
        Err(WhenError::Past { at } | WhenError::JustPassed { at }) => at.date(),
        // The hour was ours: what is no day is what she typed.
        Err(WhenError::NotATime { word }) if word == NOON => return Err(not_a_day()),
        Err(error) => return Err(error),
    };
    let today = now.with_timezone(&zone).date_naive();
    let year_before = found.with_year(found.year() - 1);
    let is_far = (found - today).num_days() > LOOK_BACK_DAYS;
    Ok(match year_before {
        Some(before) if is_far && !names_a_year(typed) => before,
        _ => found,
    })
}

/// A day as a field shows it and [`day`] reads it again.
pub fn written(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// A date with all its four digits of the year, as [`written`] and as machines write it.
fn whole_date(typed: &str) -> Option<NaiveDate> {
    let mut numbers = typed.split(['-', '.']);
    let has_year = numbers.any(|number| number.len() == 4);
    let mut forms = ["%Y-%m-%d", "%d.%m.%Y"].iter();
    let read = || forms.find_map(|form| NaiveDate::parse_from_str(typed, form).ok());
    has_year.then(read).flatten()
}

/// Whether a date says of which year it is: in four digits, or as the third of its numbers.
fn names_a_year(typed: &str) -> bool {
    let numbers: Vec<&str> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    numbers.len() >= 3 || numbers.iter().any(|run| run.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Tuesday in Kazan.
    fn read(typed: &str) -> Result<String, WhenError> {
        let now = "2026-11-24T06:12:00Z".parse().unwrap();
        day(typed, now, chrono_tz::Europe::Moscow).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_named_in_many_ways() {
        for (typed, day) in [
            ("1.12", "2026-12-01"),
            ("01.12.2026", "2026-12-01"),
            ("2026-12-01", "2026-12-01"),
            ("1 декабря", "2026-12-01"),
            ("dec 1", "2026-12-01"),
            ("завтра", "2026-11-25"),
            ("today", "2026-11-24"),
            ("пт", "2026-11-27"),
            ("in 3 days", "2026-11-27"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(day), "{typed}");
        }
    }

    #[test]
    fn a_campaign_may_have_begun_and_the_nearest_year_is_meant() {
        assert_eq!(read("1.11").as_deref(), Ok("2026-11-01"));
        assert_eq!(read("1 ноября").as_deref(), Ok("2026-11-01"));
        assert_eq!(read("1.3").as_deref(), Ok("2027-03-01"));
        assert_eq!(read("1.7").as_deref(), Ok("2026-07-01"));
        // Whoever names a year means it.
        assert_eq!(read("1.11.2025").as_deref(), Ok("2025-11-01"));
        assert_eq!(read("1.11.27").as_deref(), Ok("2027-11-01"));
        assert_eq!(read("1 nov 2028").as_deref(), Ok("2028-11-01"));
    }

    #[test]
    fn what_is_no_day_is_named() {
        let not = |word: &str| Err(WhenError::NotATime { word: word.into() });
        assert_eq!(read("скоро"), not("скоро"));
        assert_eq!(read(""), not(""));
        assert_eq!(read("9"), not("9"));
        assert_eq!(read("1.12 10:00"), not("1.12 10:00"));
        let no_such = WhenError::NoSuchDay { day: 31, month: 2 };
        assert_eq!(read("31.2.2026"), Err(no_such));
    }

    #[test]
    fn a_written_day_is_read_again() {
        for day in ["2026-11-01", "2031-02-28", "2020-12-31"] {
            let written = written(day.parse().unwrap());
            assert_eq!(read(&written).as_deref(), Ok(day));
        }
    }
}
