//! Caution at the start of a text that goes on with other words: "Пять причин", "В 9 районах", "Now open" are no times.

use super::clock::{Clock, Form};
use super::day::Named;
use super::lexicon::Line;
use super::reading::{Piece, Reading};
use super::words::Role;

/// Whether a reading of the start of a text is surely about time; `rest` is what follows it.
pub(super) fn is_sure(reading: &Reading, line: Line<'_>, rest: &str) -> bool {
    let begins_anew = begins_anew(rest);
    let form = match reading.clock {
        Some(clock) => clock_is_sure(clock, reading, line, begins_anew),
        // "Now open", "Через час закрываемся" are sentences.
        None => begins_anew || !line.tokens.first().is_some_and(|token| token.capital),
    };
    reading.is_complete()
        && form
        && dates_have_digits(reading, line)
        && no_sentence_begins(reading, line)
}

fn clock_is_sure(clock: Clock, reading: &Reading, line: Line<'_>, begins_anew: bool) -> bool {
    let day = reading.has_day();
    let before = starts(reading)
        .take_while(|(_, piece, _)| !matches!(piece, Piece::Clock(_)))
        .any(|(_, piece, _)| matches!(piece, Piece::Named(_) | Piece::Date(..) | Piece::Span(_)));
    let shy = line.role(0, Role::Shy).is_some();
    let plain = !clock.worded;
    if reading.has_bare_date() && !matches!(clock.form, Form::Sure | Form::Hour) {
        return false;
    }
    match clock.form {
        Form::Sure => true,
        Form::Spoken => day,
        Form::Hour => day || plain && begins_anew && clock.minutes < 24 * 60,
        // "3.50 за кофе", "7.12 Корпоратив"
        Form::Dotted => day || clock.minutes % 60 > 12 && begins_anew,
        Form::Said => day && plain || begins_anew && (plain || day),
        Form::Counted => day && plain && begins_anew,
        // "Через неделю 10 причин"
        Form::Bare if before => plain && (begins_anew || !shy && reading.span.is_none()),
        // "7 вечера"
        Form::Bare => reading.part.is_some() && plain && begins_anew,
        Form::Spaced => false,
    }
}

/// Whether what follows is a beginning: a word with a capital, a word of letters that have none, or nothing.
fn begins_anew(rest: &str) -> bool {
    let first = rest.chars().find(|c| c.is_alphanumeric());
    first.is_none_or(|c| {
        // The small letters of Georgian are its only ones.
        let georgian = ('\u{10d0}'..='\u{10ff}').contains(&c);
        c.is_alphabetic() && (georgian || !c.is_lowercase())
    })
}

/// "Первого декабря" may begin a sentence: a date needs a digit.
fn dates_have_digits(reading: &Reading, line: Line<'_>) -> bool {
    starts(reading).all(|(from, piece, next)| {
        !matches!(piece, Piece::Date(..)) || (from..next).any(|at| line.digits(at, 4).is_some())
    })
}

/// Whether no word from the hour on, or behind the first, has a capital that makes it the first of the text: "завтра 9 Утра не будет".
fn no_sentence_begins(reading: &Reading, line: Line<'_>) -> bool {
    let hour = reading.clock_at.0.max(1);
    starts(reading).all(|(from, piece, next)| {
        (from.max(hour)..next).all(|at| {
            let token = &line.tokens[at];
            let name = match piece {
                Piece::Date(..) => true,
                Piece::Named(Named::Weekday(..)) => {
                    token.word.chars().count() <= 3 || line.role(at, Role::Proper).is_some()
                }
                _ => false,
            };
            name || token.glued || !token.capital
        })
    })
}

/// The pieces with where they begin and end.
fn starts(reading: &Reading) -> impl Iterator<Item = (usize, Piece, usize)> {
    let ends = reading.cuts.iter().map(|(_, next)| *next);
    let begins = std::iter::once(0).chain(ends);
    begins
        .zip(&reading.cuts)
        .map(|(from, (piece, next))| (from, *piece, *next))
}
