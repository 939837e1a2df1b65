//! DATA TO FILES: what the client reads, in the client's own language, and everything out again as tables. No SQL and no
//! clock; the bytes of pictures are handed in.
//!
//! Everything woven in here was written by people and is cleaned once more on the way out: a file that leaves the house
//! must not depend on what was checked when its words came in.

pub mod brief;
pub mod contractor;
pub mod export;
pub mod packet;
#[cfg(test)]
mod tests;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::sanitize;

/// Longest name or topic, as the eye counts; the text of a post is never cut.
const LONGEST_LINE: usize = 200;

/// What stands between facts on one line.
const DOT: &str = " · ";

/// One clean line, short enough to be one.
fn line(outside: &str) -> String {
    let clean = sanitize::line(outside);
    let clean = clean.trim();
    match clean.grapheme_indices(true).nth(LONGEST_LINE) {
        Some((end, _)) => format!("{}…", clean[..end].trim_end()),
        None => clean.to_owned(),
    }
}

/// Clean text with its line breaks, all of it.
fn text(outside: &str) -> String {
    let clean = sanitize::text(outside);
    clean.trim_end().trim_start_matches('\n').to_owned()
}

/// The facts that are there, on one line.
fn facts(all: &[&str]) -> String {
    let there: Vec<&str> = all.iter().copied().filter(|it| !it.is_empty()).collect();
    there.join(DOT)
}
