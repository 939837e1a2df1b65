//! Dates with a month in words: "1 декабря 2026", "Dec 1, 2026", "1 Th12 2026", "1. joulukuuta 2026", "1 დეკემბერი 2026".
//!
//! The words of months and weekdays are those of the date prompt, `assets/words/when.toml`. Three things make a date here,
//! in any order: a day of one or two digits, a month, a year of four. Nothing else may stand among them.

use std::{collections::HashMap, sync::LazyLock};

use chrono::NaiveDate;
use serde::Deserialize;

use super::calendar;
use crate::domain::fold::fold;
use crate::import::reason::{Reason, quoted};

/// How many tokens of a cell are looked at.
const MOST_TOKENS: usize = 16;
/// The months in their order, as the file of words names them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// Words that may stand in a date and say nothing.
const FILLERS: [&str; 21] = [
    "г",
    "год",
    "года",
    "году",
    "го",
    "е",
    "ое",
    "of",
    "the",
    "st",
    "nd",
    "rd",
    "th",
    "year",
    "ngay",
    "nam",
    "წ",
    "წელი",
    "წლის",
    "წელს",
    "vuonna",
];
/// Words between a date and its time.
const BEFORE_TIME: [&str; 7] = ["в", "at", "klo", "kl", "kello", "luc", "vao"];

#[derive(Deserialize, Default)]
struct Book {
    months: HashMap<String, Vec<String>>,
    weekdays: HashMap<String, Vec<String>>,
}

/// A name of a month or a weekday by its words; marks count where the word would be another without them.
struct Name {
    words: Vec<String>,
    marked: Option<Vec<String>>,
    month: Option<u32>,
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let book: Book =
        toml::from_str(include_str!("../../../assets/words/when.toml")).unwrap_or_default();
    let month_of = |id: &str| {
        MONTHS
            .iter()
            .position(|it| *it == id)
            .map(|at| at as u32 + 1)
    };
    let months = book.months.iter().map(|(id, names)| (month_of(id), names));
    let weekdays = book.weekdays.values().map(|names| (None, names));
    let all = months.chain(weekdays);
    let mut names: Vec<Name> = all
        .flat_map(|(month, names)| names.iter().map(move |name| Name::of(name, month)))
        .collect();
    // The longest first: "thang muoi mot" is not "thang muoi".
    names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    names
});

impl Name {
    fn of(written: &str, month: Option<u32>) -> Name {
        let bare = written.strip_prefix('=');
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Name {
            words: words(&fold(bare.unwrap_or(written))),
            marked: bare.map(words),
            month,
        }
    }

    fn fits(&self, said: &[Token<'_>]) -> bool {
        let Some(near) = said.get(..self.words.len()) else {
            return false;
        };
        let same = self
            .words
            .iter()
            .zip(near)
            .all(|(word, token)| *word == token.folded);
        // "Thu 2 Dec" is a Thursday, «Thứ 2» a Monday: a weekday that is counted needs its marks.
        let counted = self.month.is_none() && near.iter().any(|token| token.digits > 0);
        let marked = |token: &Token<'_>| token.digits > 0 || token.said != token.folded;
        let exact = self.marked.as_ref().is_none_or(|marks| {
            let theirs = || marks.iter().zip(near);
            theirs().all(|(mark, token)| *mark == token.said)
                || near.iter().all(|token| token.said == token.folded)
        });
        same && exact && (!counted || near.iter().all(marked))
    }
}

/// A run of digits or of letters.
struct Token<'c> {
    /// In lower case, with its marks.
    said: String,
    folded: String,
    /// How many digits; none in a word.
    digits: usize,
    value: u32,
    /// What stands before it and behind it in the cell.
    before: &'c str,
    after: &'c str,
}

/// Reads the date, and gives what is left for a time; none where there is no month in words.
pub(super) fn read(cell: &str) -> Result<Option<(NaiveDate, &str)>, Reason> {
    let near_end = cell
        .char_indices()
        .nth(100)
        .map_or(cell.len(), |(at, _)| at);
    let near = cell.get(..near_end).unwrap_or(cell);
    // The letters of 2026-12-01T09:30Z stand alone, and no month has one letter.
    if !has_word(near) {
        return Ok(None);
    }
    let tokens = tokens(cell);
    let unreadable = || Reason::DateUnreadable {
        found: quoted(cell),
    };
    let mut found = Found::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let clean = token.before.chars().all(is_divider);
        let Some(taken) = clean.then(|| found.take(rest)).flatten() else {
            break;
        };
        at += taken;
    }
    let end = match tokens.get(at.wrapping_sub(1)) {
        Some(last) if at > 0 => last.after,
        _ => cell,
    };
    let Some(month) = found.month else {
        return Ok(None);
    };
    let rest = end
        .trim_start_matches(['.', ',', ' ', '\u{a0}', '\u{202f}', '–', '—'])
        .trim_start();
    match (found.day, found.year) {
        (Some(day), Some((year, 4))) => Ok(Some((calendar(year, month, day, cell)?, rest))),
        (Some(_), Some(_)) => Err(Reason::YearShort {
            found: quoted(cell),
        }),
        (Some(_), None) if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) => {
            Err(Reason::YearMissing {
                found: quoted(cell),
            })
        }
        _ => Err(unreadable()),
    }
}

/// Whether two letters stand together.
fn has_word(text: &str) -> bool {
    let mut before = false;
    text.chars().any(|c| {
        let letter = c.is_alphabetic();
        std::mem::replace(&mut before, letter) && letter
    })
}

/// What the tokens have said so far.
#[derive(Default)]
struct Found {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<(u32, usize)>,
}

impl Found {
    fn is_whole(&self) -> bool {
        self.day.is_some() && self.month.is_some() && self.year.is_some()
    }

    /// How many of the next tokens belong to the date; none when it is over.
    fn take(&mut self, said: &[Token<'_>]) -> Option<usize> {
        let first = said.first()?;
        let name = NAMES.iter().find(|name| name.fits(said));
        if let Some(name) = name {
            match name.month {
                Some(_) if self.month.is_some() => return None,
                Some(month) => self.month = Some(month),
                None => {}
            }
            return Some(name.words.len());
        }
        if first.digits == 0 {
            let ends = self.is_whole() && BEFORE_TIME.contains(&first.folded.as_str());
            return (ends || FILLERS.contains(&first.folded.as_str())).then_some(1);
        }
        match first.digits {
            // Digits before a colon are an hour.
            _ if first.after.starts_with(':') => None,
            1 | 2 if self.day.is_none() => {
                self.day = Some(first.value);
                Some(1)
            }
            4 if self.year.is_none() => {
                self.year = Some((first.value, 4));
                Some(1)
            }
            2 if self.year.is_none() && self.month.is_some() && !hour_follows(first) => {
                self.year = Some((first.value, 2));
                Some(1)
            }
            _ => None,
        }
    }
}

/// Whether these digits begin a time: 9.30, 9h30, 9 PM.
fn hour_follows(token: &Token<'_>) -> bool {
    let mut after = token.after.chars();
    match after.next() {
        Some('.') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => {
            c.is_alphabetic()
                || after
                    .next()
                    .is_some_and(|c| matches!(c, 'a' | 'p' | 'A' | 'P'))
        }
        None => false,
    }
}

/// What may stand between the parts of a date.
fn is_divider(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | '-' | '–' | '/' | '’' | '\'' | '\u{a0}')
}

fn tokens(cell: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = cell;
    let mut before_from = 0;
    while found.len() < MOST_TOKENS {
        let Some(start) = rest.find(char::is_alphanumeric) else {
            break;
        };
        let from = cell.len() - rest.len() + start;
        let run = cell.get(from..).unwrap_or_default();
        let is_digit = run.starts_with(|c: char| c.is_ascii_digit());
        // Letters of a cell without spaces are no word of a date.
        let end = run
            .char_indices()
            .find(|(at, c)| {
                *at > 60 || c.is_ascii_digit() != is_digit || !(c.is_alphanumeric() || is_mark(*c))
            })
            .map_or(run.len(), |(at, _)| at);
        let (token, after) = run.split_at(end);
        let said = token.to_lowercase();
        let folded = fold(&said);
        // «Th12»: a short way to write «tháng 12», not an ordinal.
        let short_month = folded == "th" && after.starts_with(|c: char| c.is_ascii_digit());
        found.push(Token {
            folded: if short_month {
                "thg".to_owned()
            } else {
                folded
            },
            said,
            digits: if is_digit { token.len() } else { 0 },
            value: token.parse().unwrap_or(u32::MAX),
            before: cell.get(before_from..from).unwrap_or_default(),
            after,
        });
        before_from = from + end;
        rest = after;
    }
    found
}

/// Marks of a decomposed letter.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests;
