//! Times in words, in five languages at once: "завтра 9", "fri 18:30", "ma klo 9", "t6 8h", "ხვალ 10".
//!
//! Nothing is guessed: a date that could be read two ways, a day without an hour, or a moment gone by is said to be so.

mod clock;
mod day;
mod distance;
mod words;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Days, Duration, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::Moment;
use super::words::Words as Said;
use super::zone::{Resolved, resolve};
pub use distance::distance;
use words::{Token, Words, matched, tokens};

/// A time that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// On the wall of the zone it was read in.
    pub local: NaiveDateTime,
    /// The moment, and what a clock change does to it.
    pub resolved: Resolved,
    /// Whether it was "now".
    pub now: bool,
}

/// Why it was not understood, or not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// This word is no time.
    #[error("{word:?} is not a time")]
    NotATime {
        /// The word.
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
    /// A day without an hour.
    #[error("no hour")]
    NoHour,
    /// There is no such day.
    #[error("no day {day} in month {month}")]
    NoSuchDay {
        /// Day.
        day: u32,
        /// Month.
        month: u32,
    },
    /// The moment has gone by.
    #[error("{at} has passed")]
    Past {
        /// The moment on the wall.
        at: NaiveDateTime,
    },
}

impl WhenError {
    /// The sentence for her.
    pub fn words(&self) -> Said {
        match self {
            WhenError::NotATime { word } => Said::new("when-not-a-time").with("word", word),
            WhenError::DayOrMonth { first, second } => Said::new("when-ambiguous")
                .with("first", first)
                .with("second", second),
            WhenError::NoHour => Said::new("when-no-hour"),
            WhenError::NoSuchDay { day, month } => Said::new("when-no-such-day")
                .with("day", day)
                .with("month", month),
            WhenError::Past { at } => {
                Said::new("when-past").with("at", at.format("%d.%m.%Y %H:%M"))
            }
        }
    }
}

/// Reads a whole text as a time.
pub fn parse(text: &str, now: Moment, zone: Tz) -> Result<When, WhenError> {
    let not = |word: &str| WhenError::NotATime {
        word: word.chars().take(40).collect(),
    };
    let words = Words::builtin().ok_or_else(|| not(text))?;
    let tokens = tokens(text, 16);
    let reading = Reading::of(&tokens, true, now.with_timezone(&zone), words)?;
    match tokens.get(reading.used) {
        Some(token) => Err(not(&token.word)),
        None if tokens.is_empty() => Err(not("")),
        None => reading.when(now, zone),
    }
}

/// The longest start of a text that is a time, and how many bytes it takes: for lines that go on with other words.
/// A number alone is no time there, and neither is a day without an hour.
pub fn parse_prefix(text: &str, now: Moment, zone: Tz) -> Option<(When, usize)> {
    let words = Words::builtin()?;
    let tokens = tokens(text, 10);
    let reading = Reading::of(&tokens, false, now.with_timezone(&zone), words).ok()?;
    let end = tokens.get(reading.used.checked_sub(1)?)?.end;
    Some((reading.when(now, zone).ok()?, end))
}

/// What the words at the start of a text say about time.
#[derive(Debug, Default)]
struct Reading {
    now: bool,
    span: Option<Duration>,
    day: Option<day::Day>,
    days_ahead: Option<u64>,
    time: Option<NaiveTime>,
    used: usize,
}

impl Reading {
    /// Takes day, time or span, in any order, as long as the words go on to be about time.
    fn of(
        tokens: &[Token],
        whole: bool,
        wall: DateTime<Tz>,
        words: &Words,
    ) -> Result<Self, WhenError> {
        let mut reading = Self::default();
        let now = matched(tokens, &words.now);
        if now > 0 {
            reading.now = true;
            reading.used = now;
            return Ok(reading);
        }
        while reading.used < tokens.len() {
            let rest = &tokens[reading.used..];
            let taken = reading.take(rest, whole, wall, words)?;
            if taken == 0 {
                break;
            }
            reading.used += taken;
        }
        Ok(reading)
    }

    fn take(
        &mut self,
        rest: &[Token],
        whole: bool,
        wall: DateTime<Tz>,
        words: &Words,
    ) -> Result<usize, WhenError> {
        let has_day = self.day.is_some() || self.days_ahead.is_some();
        if self.span.is_none()
            && !has_day
            && let Some((span, taken)) = span(rest, words)
        {
            match span {
                Span::Exact(span) => self.span = Some(span),
                Span::Days(days) => self.days_ahead = Some(days),
            }
            return Ok(taken);
        }
        // "9.30" must not be taken for a date where it can only be a time.
        if !has_day
            && self.span.is_none()
            && let Some((day, taken)) = day::day(rest, wall.date_naive(), words)?
        {
            self.day = Some(day);
            return Ok(taken);
        }
        if self.time.is_none()
            && self.span.is_none()
            && let Some((time, taken)) = clock::clock(rest, has_day || whole, words)
        {
            self.time = Some(time);
            return Ok(taken);
        }
        Ok(0)
    }

    fn when(&self, now: Moment, zone: Tz) -> Result<When, WhenError> {
        let wall = now.with_timezone(&zone).naive_local();
        if self.now || self.span.is_some() {
            let at = now + self.span.unwrap_or_default();
            return Ok(When {
                local: at.with_timezone(&zone).naive_local(),
                resolved: Resolved::Plain(at),
                now: self.now,
            });
        }
        let today = wall.date();
        let local = match (self.day, self.days_ahead, self.time) {
            (None, None, None) => {
                return Err(WhenError::NotATime {
                    word: String::new(),
                });
            }
            (Some(day), _, Some(time)) => {
                day::resolve(day, today, time <= wall.time())?.and_time(time)
            }
            (None, Some(days), time) => {
                let same = wall
                    .time()
                    .with_second(0)
                    .and_then(|time| time.with_nanosecond(0))
                    .unwrap_or(wall.time());
                let date = today.checked_add_days(Days::new(days)).unwrap_or(today);
                date.and_time(time.unwrap_or(same))
            }
            (None, None, Some(time)) => {
                let tomorrow = u64::from(time <= wall.time());
                today
                    .checked_add_days(Days::new(tomorrow))
                    .unwrap_or(today)
                    .and_time(time)
            }
            (Some(day), _, None) => {
                day::resolve(day, today, false)?;
                return Err(WhenError::NoHour);
            }
        };
        let resolved = resolve(local, zone);
        if resolved.moment() < now {
            return Err(WhenError::Past { at: local });
        }
        Ok(When {
            local,
            resolved,
            now: false,
        })
    }
}

/// A distance in time.
enum Span {
    /// Minutes and hours run on the clock.
    Exact(Duration),
    /// Days and weeks run on the calendar and keep the hour.
    Days(u64),
}

/// "in 2h", "через 20 минут", "+3d", "20 phut nua", "tunnin paasta".
fn span(tokens: &[Token], words: &Words) -> Option<(Span, usize)> {
    let glued;
    let (tokens, ahead, extra) = if let Some(rest) = tokens
        .first()?
        .word
        .strip_prefix('+')
        .filter(|rest| !rest.is_empty())
    {
        glued = [
            &[Token {
                word: rest.to_owned(),
                end: tokens[0].end,
            }],
            &tokens[1..],
        ]
        .concat();
        (&glued[..], true, 0)
    } else {
        let ahead = matched(tokens, &words.inside);
        (&tokens[ahead..], ahead > 0, ahead)
    };
    let (count, unit, taken) = counted(tokens, words)?;
    let after = matched(&tokens[taken..], &words.after);
    // "წუთში" carries its "in" within itself.
    let within = tokens[taken - 1].word.ends_with("ში");
    if !(ahead || after > 0 || within) {
        return None;
    }
    let count = count.min(100_000);
    let span = match unit {
        Unit::Minute => Span::Exact(Duration::minutes(count)),
        Unit::Hour => Span::Exact(Duration::hours(count)),
        Unit::Day => Span::Days(count.unsigned_abs()),
        Unit::Week => Span::Days(count.unsigned_abs() * 7),
    };
    Some((span, extra + taken + after))
}

#[derive(Clone, Copy)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
}

/// "20 минут", "2h", "час": a count and its unit.
fn counted(tokens: &[Token], words: &Words) -> Option<(i64, Unit, usize)> {
    let units = [
        (&words.minute, Unit::Minute),
        (&words.hour, Unit::Hour),
        (&words.day, Unit::Day),
        (&words.week, Unit::Week),
    ];
    let first = &tokens.first()?.word;
    let digits = first
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(first.len());
    let (number, glued) = first.split_at(digits);
    let count = if number.is_empty() {
        1
    } else {
        number.parse().ok()?
    };
    if !number.is_empty() && glued.is_empty() {
        let (_, unit) = units
            .iter()
            .find(|(entries, _)| matched(&tokens[1..], entries) > 0)?;
        return Some((count, *unit, 2));
    }
    // A unit alone is one of it: "через час".
    let wanted = if number.is_empty() {
        first.as_str()
    } else {
        glued
    };
    let (_, unit) = units
        .iter()
        .find(|(entries, _)| entries.iter().any(|entry| entry == wanted))?;
    Some((count, *unit, 1))
}
