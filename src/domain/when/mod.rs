//! Times in words, in five languages at once: "завтра 9", "fri half past six", "ma klo 9", "t6 8h rưỡi", "ხვალ 10".
//!
//! Nothing is guessed: what two people could read two ways is asked about with both readings named; a day without an
//! hour, an hour no clock has, or a moment gone by is said to be so. What is taken without asking:
//!
//! - A bare hour is on the clock of 24 hours: "в 7" is 07:00. A time without a day is the next one; 24:00 ends its day.
//! - A weekday alone is the coming one, today included while its hour is ahead; "next Friday" is asked about where two
//!   Fridays fit. Weeks begin on Monday. "Пт 13" is an hour, and asked about where the coming 13th is a Friday.
//! - A date without a year is the coming one; if it went by in the last sixty days, it is refused and not moved by a year.
//! - "Через 3 дня" keeps the hour it is now.

mod calendar;
mod caution;
mod clock;
mod date;
mod day;
mod distance;
mod error;
mod hers;
mod lexicon;
mod moment;
mod number;
mod part;
mod reading;
mod search;
mod span;
mod token;
mod words;

#[cfg(test)]
mod tests;

use chrono::NaiveDateTime;
use chrono_tz::Tz;

use super::Moment;
use super::sanitize;
use super::zone::Resolved;
pub use distance::distance;
pub use error::WhenError;
pub use hers::Hers;
use lexicon::{Lexicon, Line};
use moment::{Outcome, Scene};
use reading::Reading;
use search::Readings;
use words::{Token, tokens};

/// Tokens that the longest phrase may have.
const MOST_TOKENS: usize = 40;

/// Letters of a word that is shown as not understood.
const SHOWN: usize = 40;

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

/// Reads a whole text as a time.
pub fn parse(text: &str, now: Moment, zone: Tz) -> Result<When, WhenError> {
    parse_with(text, Scene { now, zone }, Lexicon::in_force())
}

/// The same with these words.
fn parse_with(text: &str, scene: Scene, lexicon: Option<&Lexicon>) -> Result<When, WhenError> {
    let tokens = tokens(text, MOST_TOKENS + 1);
    let lexicon = lexicon.filter(|_| tokens.len() <= MOST_TOKENS);
    let Some(lexicon) = lexicon else {
        return Err(not_a_time(text, &tokens, MOST_TOKENS));
    };
    let line = Line {
        tokens: &tokens,
        lexicon,
    };
    let readings = Readings::of(line, true);
    let ways: Vec<&Reading> = readings.found.iter().collect();
    decide(&ways, text, line, scene)
        .unwrap_or_else(|| Err(not_a_time(text, &tokens, readings.farthest)))
}

/// The longest start of a text that is a time, and how many bytes it takes: for lines that go on with other words.
/// A number alone is no time there, neither is a day without an hour, nor a word that may as well begin the text.
pub fn parse_prefix(text: &str, now: Moment, zone: Tz) -> Option<(When, usize)> {
    parse_ahead(text, now, zone)?.ok()
}

/// The same, and the question where the start of the text is a time that can be read two ways.
pub fn parse_ahead(text: &str, now: Moment, zone: Tz) -> Option<Result<(When, usize), WhenError>> {
    let tokens = tokens(text, MOST_TOKENS);
    let line = Line {
        tokens: &tokens,
        lexicon: Lexicon::in_force()?,
    };
    let readings = Readings::of(line, false).found;
    let mut lengths: Vec<usize> = readings.iter().map(Reading::length).collect();
    lengths.sort_unstable_by(|a, b| b.cmp(a));
    lengths.dedup();
    for length in lengths {
        let last = tokens.get(length.checked_sub(1)?)?;
        let end = last.end;
        let (sure, unsure): (Vec<&Reading>, Vec<&Reading>) = readings
            .iter()
            .filter(|it| it.length() == length)
            .partition(|it| !it.is_complete() || caution::is_sure(it, line, &text[end..]));
        if sure.iter().any(|it| it.is_complete()) {
            // What is unsure may still be a rival.
            let ways = [sure, unsure].concat();
            return match decide(&ways, text, line, Scene { now, zone })? {
                // Some numbers are a day only with their full stop: "klo 9 1."
                Ok(when) if last.dotted && parse(&text[..end], now, zone).as_ref() != Ok(&when) => {
                    Some(Ok((when, end + 1)))
                }
                Ok(when) => Some(Ok((when, end))),
                Err(error) => error.is_question().then_some(Err(error)),
            };
        }
    }
    None
}

/// Takes the likeliest reading that is a moment; asks where another that makes sense says something else.
fn decide(
    ways: &[&Reading],
    text: &str,
    line: Line<'_>,
    scene: Scene,
) -> Option<Result<When, WhenError>> {
    let outcome = |reading: &Reading| {
        let said = said(text, line.tokens, reading.clock_at);
        scene.outcome(reading, &shown(said))
    };
    let mut refused: Option<WhenError> = None;
    let mut hourless = None;
    for (place, reading) in ways.iter().enumerate() {
        match outcome(reading) {
            Outcome::Moment(when) => {
                let rivals = ways[place + 1..]
                    .iter()
                    .filter(|it| it.has_cuts_of(reading));
                let question = hourless
                    .map(|day| WhenError::DayOrHour {
                        day,
                        at: when.local,
                    })
                    .or_else(|| {
                        rivals
                            .map(|it| outcome(it))
                            .find_map(|it| rivalry(&when, it))
                    });
                return Some(question.map_or(Ok(when), Err));
            }
            Outcome::Refused(error) if error.is_question() => return Some(Err(error)),
            Outcome::Refused(error) => refused = refused.or(Some(error)),
            Outcome::Hourless(day) => {
                hourless = hourless.or(day);
                refused = refused.or(Some(WhenError::NoHour));
            }
        }
    }
    refused.map(Err)
}

/// The question between a moment and what the same words may say instead.
fn rivalry(when: &When, other: Outcome) -> Option<WhenError> {
    match other {
        Outcome::Hourless(day) => day.map(|day| WhenError::DayOrHour {
            day,
            at: when.local,
        }),
        Outcome::Moment(other) => (other.local != when.local).then(|| WhenError::TwoMoments {
            first: when.local.min(other.local),
            second: when.local.max(other.local),
        }),
        Outcome::Refused(_) => None,
    }
}

/// The words between two tokens as they were typed.
fn said<'t>(text: &'t str, tokens: &[Token], (from, next): (usize, usize)) -> &'t str {
    let start = tokens.get(from).map(|token| token.start);
    let end = next
        .checked_sub(1)
        .and_then(|last| tokens.get(last))
        .map(|token| token.end);
    start
        .zip(end)
        .and_then(|(start, end)| text.get(start..end))
        .unwrap_or_default()
}

/// The word at which understanding ended, or all of them.
fn not_a_time(text: &str, tokens: &[Token], at: usize) -> WhenError {
    let mut first = at;
    while tokens.get(first).is_some_and(|token| token.glued) {
        first = first.saturating_sub(1);
    }
    let rest = tokens.get(first).and_then(|token| text.get(token.start..));
    let word = rest
        .and_then(|rest| rest.split_whitespace().next())
        .unwrap_or(text.trim());
    WhenError::NotATime { word: shown(word) }
}

/// Words of hers as an error shows them.
fn shown(words: &str) -> String {
    let start: String = words.chars().take(SHOWN).collect();
    sanitize::line(&start).chars().take(SHOWN).collect()
}
