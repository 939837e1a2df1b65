//! A chain: one text in several posts of the same channel, each answering the one before. It is one wording still; lines
//! that hold only `---` stand between its parts, so that it can be read, written and brought along like any other.

mod cut;
mod seams;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::count::{self, Limit, Standing, over_limit_tail};
use super::platform::Platform;

pub use cut::{Uncut, cut};

/// The line between two parts.
pub const SEAM: &str = "---";

/// Where the parts of a text are, without the white space around them: one for a text without a seam, which stays as it is.
pub fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (line, end) in lines(text).filter(|(line, _)| is_seam(&text[line.clone()])) {
        found.push(begin..line.start);
        begin = end;
    }
    if found.is_empty() {
        return std::iter::once(0..text.len()).collect();
    }
    found.push(begin..text.len());
    let mut found: Vec<_> = found.into_iter().map(|part| trimmed(text, part)).collect();
    found.retain(|part| !part.is_empty());
    if found.is_empty() {
        found.push(0..0);
    }
    found
}

/// The parts of a text in the order in which they go out.
pub fn parts(text: &str) -> Vec<&str> {
    ranges(text).into_iter().map(|part| &text[part]).collect()
}

/// Whether a text goes out in parts.
pub fn is_chain(text: &str) -> bool {
    text.lines().any(is_seam)
}

/// Where each part stands against the limits of a platform; pictures go with the first one.
pub fn standings(text: &str, platform: &Platform, has_media: bool) -> Vec<Standing> {
    let each = parts(text).into_iter().enumerate();
    each.map(|(nth, part)| count::standing(part, platform, has_media && nth == 0))
        .collect()
}

/// Where a text stands against the limits of a platform: the part that presses most speaks for a chain.
pub fn standing(text: &str, platform: &Platform, has_media: bool) -> Standing {
    let room = |it: &Standing| it.max.map_or(i64::MAX, |max| max as i64 - it.used as i64);
    standings(text, platform, has_media)
        .into_iter()
        .min_by_key(room)
        .unwrap_or_else(|| count::standing("", platform, has_media))
}

/// What of a text no longer fits on a platform: the end of every part that is too long.
pub fn tails(text: &str, platform: &Platform, has_media: bool) -> Vec<Range<usize>> {
    let tail = |(nth, part): (usize, Range<usize>)| {
        let limits = platform.text_limits(has_media && nth == 0);
        let from = |limit: Limit| over_limit_tail(&text[part.clone()], &limit);
        let from = limits.filter_map(from).min()?;
        Some(part.start + from..part.end)
    };
    ranges(text)
        .into_iter()
        .enumerate()
        .filter_map(tail)
        .collect()
}

/// The parts put together again, their numbers dropped. Blank lines behind a seam say which break stood there; parts that
/// were divided by hand become paragraphs.
pub fn join(text: &str) -> String {
    let parts = parts(text);
    if !is_chain(text) {
        return text.to_owned();
    }
    let total = parts
        .first()
        .and_then(|first| number(first))
        .filter(|(_, nth, _)| *nth == 1);
    let total = total.map(|(_, _, total)| total);
    let mut out = String::new();
    let mut end = 0;
    for range in ranges(text) {
        if range.start > 0 && !out.is_empty() {
            let between = &text[end..range.start];
            let blank = between
                .rsplit(SEAM)
                .next()
                .unwrap_or_default()
                .matches('\n')
                .count();
            match (total, blank.saturating_sub(1)) {
                (None, _) => out.push_str("\n\n"),
                (Some(_), 0) => out.push(' '),
                (Some(_), breaks) => out.extend(std::iter::repeat_n('\n', breaks)),
            }
        }
        end = range.end;
        let part = &text[range];
        out.push_str(match number(part) {
            Some((words, _, of)) if Some(of) == total => words,
            _ => part,
        });
    }
    out
}

/// A chain joined, anything else cut: the same key does both.
pub fn toggled(text: &str, platform: &Platform, has_media: bool) -> Result<String, Uncut> {
    if is_chain(text) {
        return Ok(join(text));
    }
    cut(text, platform, has_media)
}

/// A part without the number on its last line, and that number.
fn number(part: &str) -> Option<(&str, usize, usize)> {
    let (words, last) = part.rsplit_once('\n').unwrap_or(("", part));
    let (nth, total) = last.trim().split_once('/')?;
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if !is_number(nth) || !is_number(total) {
        return None;
    }
    Some((words.trim_end(), nth.parse().ok()?, total.parse().ok()?))
}

fn is_seam(line: &str) -> bool {
    line.trim() == SEAM
}

/// The lines of a text, each with where the next one begins.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start..start + line.trim_end_matches('\n').len(), at)
    })
}

/// A range without the white space at both its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}
