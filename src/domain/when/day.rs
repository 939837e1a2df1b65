//! Days as people name them: "завтра", "пт через неделю", "25.12", "24 ноября", "t6".

use chrono::{Datelike, Days, NaiveDate};

use super::WhenError;
use super::words::{Token, Words, matched};

/// Which day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// Exactly this one.
    On(NaiveDate),
    /// The next one of this weekday (0 is Monday), and so many weeks after it.
    Next(u32, u64),
    /// This day of the year, the coming one; or of a year that was named.
    OfYear {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
}

/// A day at the start of the tokens, and how many it takes.
pub(super) fn day(
    tokens: &[Token],
    today: NaiveDate,
    words: &Words,
) -> Result<Option<(Day, usize)>, WhenError> {
    for (entries, ahead) in [
        (&words.after_tomorrow, 2),
        (&words.today, 0),
        (&words.tomorrow, 1),
    ] {
        let taken = matched(tokens, entries);
        if taken > 0 {
            let date = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
            return Ok(Some((Day::On(date), taken)));
        }
    }
    // "в пт": the word before the day belongs to it only if a day follows.
    for skip in [0, matched(tokens, &words.on)] {
        let rest = &tokens[skip..];
        if let Some((number, taken)) = longest(rest, &words.weekdays()) {
            let weeks = matched(&rest[taken..], &words.next_week);
            let shift = u64::from(weeks > 0);
            return Ok(Some((Day::Next(number, shift), skip + taken + weeks)));
        }
        if let Some((found, taken)) = date(rest, words)? {
            return Ok(Some((found, skip + taken)));
        }
    }
    Ok(None)
}

/// The entry list that fits with the most words.
fn longest(tokens: &[Token], lists: &[&[String]]) -> Option<(u32, usize)> {
    lists
        .iter()
        .enumerate()
        .map(|(at, entries)| (at as u32, matched(tokens, entries)))
        .filter(|(_, taken)| *taken > 0)
        .max_by_key(|(_, taken)| *taken)
}

/// "25.12", "25.12.2026", "2026-12-25", "24 ноября", "nov 24", "25 thang 12".
fn date(tokens: &[Token], words: &Words) -> Result<Option<(Day, usize)>, WhenError> {
    let Some(first) = tokens.first() else {
        return Ok(None);
    };
    if let Some(found) = written(&first.word)? {
        return Ok(Some((found, 1)));
    }
    let number = |token: &Token| {
        token
            .word
            .parse::<u32>()
            .ok()
            .filter(|n| (1..=31).contains(n))
    };
    if let Some(day) = number(first)
        && let Some((month, taken)) = longest(&tokens[1..], &words.months())
    {
        return Ok(Some(with_year(day, month + 1, tokens, 1 + taken)));
    }
    if let Some((month, taken)) = longest(tokens, &words.months())
        && let Some(day) = tokens.get(taken).and_then(number)
    {
        return Ok(Some(with_year(day, month + 1, tokens, taken + 1)));
    }
    Ok(None)
}

fn with_year(day: u32, month: u32, tokens: &[Token], taken: usize) -> (Day, usize) {
    let year = tokens
        .get(taken)
        .and_then(|token| token.word.parse::<i32>().ok())
        .filter(|year| (2000..2100).contains(year));
    (
        Day::OfYear { day, month, year },
        taken + usize::from(year.is_some()),
    )
}

/// A date in one word. Day and month divided by a slash may be either way round: both under 13 and different is asked.
fn written(word: &str) -> Result<Option<Day>, WhenError> {
    let parts = |sign: char| -> Option<Vec<u32>> {
        word.split(sign).map(|part| part.parse().ok()).collect()
    };
    if let Some(&[year, month, day]) = parts('-').as_deref()
        && year > 31
    {
        return Ok(Some(Day::OfYear {
            day,
            month,
            year: i32::try_from(year).ok(),
        }));
    }
    if let Some(found) = parts('.') {
        return Ok(match found[..] {
            // "9.30" is half past nine: there is no thirtieth month.
            [day, month] if (1..=31).contains(&day) && (1..=12).contains(&month) => {
                Some(Day::OfYear {
                    day,
                    month,
                    year: None,
                })
            }
            [day, month, year] => Some(Day::OfYear {
                day,
                month,
                year: full(year),
            }),
            _ => None,
        });
    }
    match parts('/').as_deref() {
        Some(&[a, b]) => slashed(a, b, None).map(Some),
        Some(&[a, b, year]) => slashed(a, b, full(year)).map(Some),
        _ => Ok(None),
    }
}

fn slashed(a: u32, b: u32, year: Option<i32>) -> Result<Day, WhenError> {
    match (a > 12, b > 12) {
        (false, false) if a != b => Err(WhenError::DayOrMonth {
            first: a,
            second: b,
        }),
        (false, true) => Ok(Day::OfYear {
            day: b,
            month: a,
            year,
        }),
        _ => Ok(Day::OfYear {
            day: a,
            month: b,
            year,
        }),
    }
}

fn full(year: u32) -> Option<i32> {
    let year = if year < 100 { year + 2000 } else { year };
    i32::try_from(year).ok()
}

/// The calendar day that is meant; `passed` says whether the hour named has gone by on a day that is today.
pub(super) fn resolve(day: Day, today: NaiveDate, passed: bool) -> Result<NaiveDate, WhenError> {
    match day {
        Day::On(date) => Ok(date),
        Day::Next(weekday, weeks) => {
            let ahead = (weekday + 7 - today.weekday().num_days_from_monday()) % 7;
            let ahead = if ahead == 0 && passed { 7 } else { ahead };
            let days = u64::from(ahead) + weeks * 7;
            Ok(today.checked_add_days(Days::new(days)).unwrap_or(today))
        }
        Day::OfYear {
            day,
            month,
            year: Some(year),
        } => NaiveDate::from_ymd_opt(year, month, day).ok_or(WhenError::NoSuchDay { day, month }),
        Day::OfYear {
            day,
            month,
            year: None,
        } => {
            let of = |year| NaiveDate::from_ymd_opt(year, month, day);
            let this = of(today.year()).filter(|date| *date > today || (*date == today && !passed));
            // 29 February may be years away.
            this.or_else(|| (1..9).find_map(|n| of(today.year() + n)))
                .ok_or(WhenError::NoSuchDay { day, month })
        }
    }
}
