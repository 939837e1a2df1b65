//! A promise of a day that will have passed when the post goes out: "until 20 November" on the 24th.

use super::{Hit, Rule, Said, Subject};
use crate::domain::Moment;
use crate::domain::fold::fold;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::when::{self, WhenError};
use crate::domain::words::Words;
use crate::lint::subject::Text;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Past,
    severity: Severity::Warning,
    source: "the post's own time, on the client's wall",
    look,
};

/// Words before a day that promise something until then, folded.
const UNTIL: [&str; 9] = [
    "до", "по", "until", "till", "by", "through", "den", "truoc", "het",
];

/// Words behind a day that do.
const BEHIND: [&str; 3] = ["asti", "saakka", "mennessa"];

/// Words a day takes at most: "20 tháng 11".
const LONGEST: usize = 3;

/// A day lasts until its last minute.
const END: &str = "23:59";

/// Promises looked at in one text.
const MOST: usize = 60;

fn look(post: &Subject, said: &mut Said) {
    for text in &post.texts {
        let goes_out = text.outlets.iter().filter_map(|it| it.at).min();
        let at = goes_out.unwrap_or(post.now).max(post.now);
        let words = words_of(&text.words);
        let promises = (0..words.len()).filter_map(|here| promise(&words, here));
        for run in promises.take(MOST) {
            if let Some((from, to)) = passed(&text.words, &run, at, post) {
                tell(text, from..to, said);
            }
        }
    }
}

fn tell(text: &Text, range: std::ops::Range<usize>, said: &mut Said) {
    let words = Words::new("lint-past").with("day", &text.words[range.clone()]);
    said.say(Hit::at(text.place().from(range), words));
}

/// A word with its place.
type Word<'t> = (usize, &'t str);

fn words_of(text: &str) -> Vec<Word<'_>> {
    let pieces = text
        .split(char::is_whitespace)
        .filter(|piece| !piece.is_empty());
    let placed = pieces.map(|piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece));
    placed.collect()
}

/// Words before a number that is a time of the day, folded: "klo 10.10 asti".
const CLOCK: [&str; 2] = ["klo", "kello"];

/// The words that may be the day of a promise at this word, in their order.
fn promise<'t>(words: &[Word<'t>], here: usize) -> Option<Vec<Word<'t>>> {
    let is_one_of = |known: &[&str]| {
        let word = fold(words[here].1.trim_matches(|c: char| !c.is_alphanumeric()));
        known.contains(&word.as_str())
    };
    if is_one_of(&UNTIL) {
        let end = (here + 1 + LONGEST).min(words.len());
        return Some(words[here + 1..end].to_vec());
    }
    if is_one_of(&BEHIND) {
        let before = &words[here.saturating_sub(2)..here];
        let is_clock = before.iter().any(|it| CLOCK.contains(&fold(it.1).as_str()));
        return (!is_clock).then(|| before.to_vec());
    }
    None
}

/// Where the day stands, if it has passed by then; the longest piece that is a day decides.
fn passed(text: &str, run: &[Word<'_>], at: Moment, post: &Subject) -> Option<(usize, usize)> {
    for n in (1..=run.len()).rev() {
        for first in 0..=run.len() - n {
            let piece = &run[first..first + n];
            let (from, last) = (piece[0].0, piece[n - 1]);
            let whole = text.get(from..last.0 + last.1.len())?;
            let day = whole.trim_end_matches([',', ';', ':', '!', '?', '…', ')', '»', '"']);
            if !is_dated(day) {
                continue;
            }
            match when::parse(&format!("{day} {END}"), at, post.zone) {
                Err(WhenError::Past { .. } | WhenError::JustPassed { .. }) => {
                    return Some((from, from + day.len()));
                }
                Ok(_) => return None,
                Err(_) => {}
            }
        }
    }
    None
}

/// Whether a piece names a day of a month: a number alone may be anything, and "1.5" is a litre and a half.
fn is_dated(day: &str) -> bool {
    let digits = day.chars().any(|c| c.is_ascii_digit());
    if !digits || day.chars().any(char::is_alphabetic) {
        return digits;
    }
    let inner = day.trim_end_matches('.');
    let parts: Vec<&str> = inner.split(['.', '/']).collect();
    match parts[..] {
        [_, month] => month.len() == 2 || (month.len() == 1 && inner.len() < day.len()),
        [_, _, _] => true,
        _ => false,
    }
}
