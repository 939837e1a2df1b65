//! Clock times as people write and say them: "18:30", "9h30", "в 9", "полдевятого", "quarter to nine", "klo 18.30".
//!
//! A bare hour is read on the clock of 24 hours: "в 7" is 07:00, also in words. A part of the day says otherwise.

mod plain;
mod spoken;

use super::lexicon::Line;
use super::number::{Number, number};
use super::part::{Part, part};
use super::words::{Role, Unit};

/// A time of day that may have been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes since midnight; 24:00 is the end of the day.
    pub(super) minutes: u32,
    pub(super) form: Form,
    pub(super) doubt: Doubt,
    /// The part of the day glued to it: "6pm".
    pub(super) part: Option<Part>,
    /// Whether hour or minute was a word.
    pub(super) worded: bool,
}

/// How a time was written, from what can be nothing else to what may be any number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "18:30", "6pm".
    Sure,
    /// "9h", "9 o'clock".
    Hour,
    /// "полдевятого", "noon".
    Spoken,
    /// "9.10": may be a date.
    Dotted,
    /// "в 9".
    Said,
    /// "в 18 30".
    Spaced,
    /// "9 часов": may be how long.
    Counted,
    /// "9".
    Bare,
}

/// What must be asked or refused about a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing.
    None,
    /// Half of the first hour: after midnight or after noon.
    FirstHour,
    /// "Half six": half past six in London, half past five further east.
    HalfSix,
    /// Midnight: the first or the last of its day.
    Midnight,
    /// No clock shows it.
    Wrong,
}

/// Every time that may be said here, and where each ends.
pub(super) fn clocks(line: Line<'_>, at: usize) -> Vec<(Clock, usize)> {
    let first = line.skip(at, Role::At);
    let from = line.skip(first, Role::At);
    let mut found = Vec::new();
    named(line, from, &mut found);
    spoken::spoken(line, from, &mut found);
    plain::plain(line, from, from > at, &mut found);
    found
        .into_iter()
        .map(|(clock, next)| with_part(line, clock, next))
        .collect()
}

/// Noon and midnight, also "12 noon".
fn named(line: Line<'_>, at: usize, found: &mut Vec<(Clock, usize)>) {
    let from = at + usize::from(line.digits(at, 2) == Some(12));
    for (role, minutes, doubt) in [
        (Role::Noon, 12 * 60, Doubt::None),
        (Role::Midnight, 0, Doubt::Midnight),
    ] {
        if let Some(next) = line.role(from, role) {
            found.push((Clock::spoken(minutes, doubt), next));
        }
    }
}

/// Where the word for minutes ends; "წუთში" counts from now and belongs to no clock.
fn minute_unit(line: Line<'_>, at: usize) -> Option<usize> {
    let (unit, next) = line.unit(at)?;
    (unit == Unit::Minute && line.role(at, Role::Within).is_none()).then_some(next)
}

/// An hour in digits or in a word; digits may show one that no clock has.
fn hour(line: Line<'_>, at: usize) -> Option<Number> {
    let one = line.role(at, Role::OneOclock).map(|next| Number {
        value: 1,
        next,
        worded: true,
    });
    number(line, at)
        .filter(|hour| {
            if hour.worded {
                hour.value <= 24
            } else {
                line.word(at).len() <= 2
            }
        })
        .or(one)
}

/// "6pm", "9утра": a part of the day glued to its hour belongs to it and makes a time of it; "3дня" may still be days.
fn with_part(line: Line<'_>, clock: Clock, next: usize) -> (Clock, usize) {
    match part(line, next) {
        Some((part, end, behind)) if line.glued(next) => {
            let days = behind && part == Part::Day;
            let clock = Clock {
                part: Some(part),
                form: if days { clock.form } else { Form::Sure },
                ..clock
            };
            (clock, end)
        }
        _ => (clock, next),
    }
}

impl Clock {
    /// Hour and minute in digits or single words.
    fn of(hour: u32, minute: u32, form: Form) -> Self {
        let real = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
        Self {
            minutes: hour * 60 + minute,
            form,
            doubt: if real { Doubt::None } else { Doubt::Wrong },
            part: None,
            worded: false,
        }
    }

    /// A time said in words of its own.
    fn spoken(minutes: u32, doubt: Doubt) -> Self {
        Self {
            minutes,
            form: Form::Spoken,
            doubt,
            part: None,
            worded: true,
        }
    }
}
