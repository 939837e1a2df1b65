//! Numbers as digits and as words, with the endings people glue to them: "9", "девять", "9-го", "1st", "9-ის".

use super::lexicon::Line;
use super::words::{Role, Sense};

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    /// Where it ends.
    pub(super) next: usize,
    /// Whether it was a word.
    pub(super) worded: bool,
}

/// A plain number: "9", "девять", "к 9-ти", "9-ზე".
pub(super) fn number(line: Line<'_>, at: usize) -> Option<Number> {
    if let Some(value) = line.digits(at, 4) {
        let next = tail(line, at + 1, Role::NumberTail).unwrap_or(at + 1);
        return Some(Number {
            value,
            next,
            worded: false,
        });
    }
    worded(line, at, |sense| match sense {
        Sense::Number(value) => Some(value),
        _ => None,
    })
}

/// The number of a day in its order: "1-го", "1st", "первого".
pub(super) fn ordinal(line: Line<'_>, at: usize) -> Option<Number> {
    if let Some(value) = line.digits(at, 2) {
        let next = tail(line, at + 1, Role::OrdinalTail)?;
        return Some(Number {
            value,
            next,
            worded: false,
        });
    }
    worded(line, at, |sense| match sense {
        Sense::Ordinal(value) => Some(value),
        _ => None,
    })
}

/// The hour that is running: "девятого", "9-го", "ცხრის", "9-ის". The first hour ends at one.
pub(super) fn hour_of(line: Line<'_>, at: usize) -> Option<Number> {
    if let Some(value) = line.digits(at, 2) {
        let next = tail(line, at + 1, Role::HourOfTail)?;
        return Some(Number {
            value,
            next,
            worded: false,
        });
    }
    worded(line, at, |sense| match sense {
        Sense::Ordinal(value) | Sense::HourOf(value) => Some(value),
        _ => None,
    })
    .filter(|hour| (1..=12).contains(&hour.value))
}

fn worded(line: Line<'_>, at: usize, pick: impl Fn(Sense) -> Option<u32>) -> Option<Number> {
    let (value, next) = line.longest(at, pick)?;
    Some(Number {
        value,
        next,
        worded: true,
    })
}

/// An ending glued to digits, with a hyphen, a colon or nothing between.
fn tail(line: Line<'_>, at: usize, role: Role) -> Option<usize> {
    let from = at + usize::from(line.joins(at, &["-", ":"]));
    line.glued(from).then(|| line.role(from, role)).flatten()
}
