//! One day or several in a row, as people write them: "29.11", "30.12–8.01", "1–7 декабря", "from 1 to 7 December", "ma–pe".
//!
//! A single day is read as times are, without its hour; what is added here are first and last.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::trouble::DayTrouble;
use super::words::{Words, ahead};
use crate::domain::lane::first_words;
use crate::domain::when::{WhenError, parse};

/// Most days that are named in one go: a year.
const MOST: u64 = 366;

/// Most words that one day takes: "ngày 25 tháng 12 2026".
const WORDS_OF_A_DAY: usize = 5;

/// What people put between the first day and the last.
const DASHES: [&str; 6] = ["–", "—", "−", "-", "..", "…"];

/// Days in a row, at most a year of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
}

impl Stretch {
    /// One day.
    pub const fn of(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// From the first day to the last.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, DayTrouble> {
        let days = u64::try_from((last - first).num_days()).map_err(|_| DayTrouble::Backwards)?;
        if days < MOST {
            Ok(Self { first, last })
        } else {
            Err(DayTrouble::TooLong { most: MOST })
        }
    }

    /// Reads a whole text.
    pub fn read(text: &str, today: NaiveDate) -> Result<Self, DayTrouble> {
        match Self::ahead(text.trim(), today)? {
            Some((stretch, "")) => Ok(stretch),
            _ => Err(DayTrouble::NoDay),
        }
    }

    /// The days at the start of a text, the coming ones where no year is said, and what follows them.
    pub(super) fn ahead(text: &str, today: NaiveDate) -> Result<Option<(Self, &str)>, DayTrouble> {
        let words = Words::builtin();
        let begun = ahead(text, &words.from).map_or(text, |(_, rest)| rest);
        if let Some(found) = dashed(begun, today)? {
            return Ok(Some(found));
        }
        if let Some((number, rest)) = number_ahead(begun)
            && let Some((_, rest)) = ahead(rest, &words.until)
            && let Some((last, rest)) = day_ahead(rest, today)?
        {
            return Ok(Some((
                Self::new(in_month_before(last, number)?, last)?,
                rest,
            )));
        }
        let Some((first, rest)) = day_ahead(begun, today)? else {
            return Ok(None);
        };
        if let Some((_, rest)) = ahead(rest, &words.until)
            && let Some((last, rest)) = last_ahead(rest, first, today)?
        {
            return Ok(Some((Self::new(first, last)?, rest)));
        }
        Ok(Some((Self::of(first), rest)))
    }

    /// The first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day; of one day, the same.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// Every day of it.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first
            .iter_days()
            .take_while(move |day| *day <= self.last)
    }

    /// How many days it has.
    pub fn count(self) -> usize {
        self.days().count()
    }
}

/// "30.12–8.01", "1–7.12", "dec 1–7", "пн-пт": two days with a dash between them.
fn dashed(text: &str, today: NaiveDate) -> Result<Option<(Stretch, &str)>, DayTrouble> {
    for (at, dash) in dashes(text) {
        let (left, right) = (&text[..at], &text[at + dash.len()..]);
        if left.split_whitespace().count() > WORDS_OF_A_DAY {
            break;
        }
        if let Some(number) = number(left.trim())
            && let Some((last, rest)) = day_ahead(right, today)?
        {
            let first = in_month_before(last, number)?;
            return Ok(Some((Stretch::new(first, last)?, rest)));
        }
        let Some(first) = whole_day(left, today)? else {
            continue;
        };
        if let Some((last, rest)) = last_ahead(right, first, today)? {
            let first = first_of(first, last, left);
            return Ok(Some((Stretch::new(first, last)?, rest)));
        }
        // "dec 1–7": a bare number is the last day only where nothing parts it from the dash.
        let glued = !left.ends_with(' ') && !right.starts_with(' ');
        if let Some((number, rest)) = number_ahead(right).filter(|_| glued) {
            let last = in_month_after(first, number)?;
            return Ok(Some((Stretch::new(first, last)?, rest)));
        }
    }
    Ok(None)
}

/// Every dash of a text, with its place.
fn dashes(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    text.char_indices().filter_map(move |(at, _)| {
        let dash = DASHES.iter().find(|dash| text[at..].starts_with(**dash))?;
        Some((at, *dash))
    })
}

/// A day at the start of a text, the longest that fits.
fn day_ahead(text: &str, today: NaiveDate) -> Result<Option<(NaiveDate, &str)>, DayTrouble> {
    let mut trouble = None;
    for count in (1..=WORDS_OF_A_DAY).rev() {
        let Some((head, rest)) = first_words(text, count) else {
            continue;
        };
        match whole_day(head.trim_end_matches([',', ':', ';']), today) {
            Ok(Some(day)) => return Ok(Some((day, rest))),
            Ok(None) => {}
            Err(error) => trouble = Some(error),
        }
    }
    trouble.map_or(Ok(None), Err)
}

/// The last day of a stretch: the coming one, or where that lies before the first, the one that comes after it.
fn last_ahead(
    text: &str,
    first: NaiveDate,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, &str)>, DayTrouble> {
    match day_ahead(text, today)? {
        Some((last, _)) if last < first => day_ahead(text, first),
        found => Ok(found),
    }
}

/// A text that is a day and nothing else: it takes an hour behind it, and alone it is no word that only leads to one.
fn whole_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DayTrouble> {
    let midnight = today.and_time(NaiveTime::MIN).and_utc();
    match parse(text, midnight, Tz::UTC) {
        // "8.03" alone may be an hour; here nobody speaks of hours.
        Ok(_) | Err(WhenError::NoHour | WhenError::DayOrHour { .. } | WhenError::Past { .. }) => {}
        Err(error) => return unclear(error),
    }
    match parse(&format!("{text} 12:00"), midnight, Tz::UTC) {
        Ok(when) => Ok(Some(when.local.date())),
        Err(WhenError::Past { at }) => Ok(Some(at.date())),
        Err(error) => unclear(error),
    }
}

/// Whether something wrong is wrong about a day, and therefore to be said; otherwise there is no day at all.
fn unclear(error: WhenError) -> Result<Option<NaiveDate>, DayTrouble> {
    use WhenError as Wrong;
    match error {
        Wrong::DayOrMonth { .. }
        | Wrong::TwoDays { .. }
        | Wrong::NoSuchDay { .. }
        | Wrong::NoLeapDay { .. }
        | Wrong::WrongWeekday { .. }
        | Wrong::DaysDiffer { .. }
        | Wrong::TooFar => Err(DayTrouble::Unclear(error)),
        Wrong::JustPassed { at } => Err(DayTrouble::JustPassed { day: at.date() }),
        _ => Ok(None),
    }
}

/// Where only the last day has a year, the first lies in the year before it.
fn first_of(first: NaiveDate, last: NaiveDate, written: &str) -> NaiveDate {
    let far = (last - first).num_days().unsigned_abs() >= MOST;
    let has_year = written
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4);
    if !far || has_year {
        return first;
    }
    let in_year = |year| first.with_year(year).filter(|day| *day <= last);
    in_year(last.year())
        .or_else(|| in_year(last.year() - 1))
        .unwrap_or(first)
}

/// The day of the month with this number, in the month of `last` or the one before it.
fn in_month_before(last: NaiveDate, number: u32) -> Result<NaiveDate, DayTrouble> {
    let month = if number <= last.day() {
        Some(last)
    } else {
        last.with_day(1)
            .and_then(|it| it.checked_sub_days(Days::new(1)))
    };
    numbered(month, number)
}

/// The day of the month with this number, in the month of `first` or the one after it.
fn in_month_after(first: NaiveDate, number: u32) -> Result<NaiveDate, DayTrouble> {
    let month = if number >= first.day() {
        Some(first)
    } else {
        first
            .with_day(1)
            .and_then(|it| it.checked_add_months(Months::new(1)))
    };
    numbered(month, number)
}

fn numbered(month: Option<NaiveDate>, day: u32) -> Result<NaiveDate, DayTrouble> {
    let month = month.ok_or(DayTrouble::NoDay)?;
    month.with_day(day).ok_or_else(|| {
        let month = month.month();
        DayTrouble::Unclear(WhenError::NoSuchDay { day, month })
    })
}

/// A number at the start of a text that can be the day of a month.
fn number_ahead(text: &str) -> Option<(u32, &str)> {
    let (word, rest) = first_words(text, 1)?;
    Some((number(word.trim_end_matches([',', ':', ';']))?, rest))
}

/// "7", and in Finnish "7.".
fn number(word: &str) -> Option<u32> {
    let digits = word.strip_suffix('.').unwrap_or(word);
    let plain = digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| plain);
    number.filter(|day| (1..=31).contains(day))
}
