//! A text cut into pieces that are never torn apart: links and grapheme clusters, each with its cost.

use std::iter::Peekable;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

use super::{Unit, emoji, link};

/// What a link costs on X and on Mastodon, however long it is.
const LINK: usize = 23;

/// A piece of a text.
pub(super) struct Piece {
    /// Byte offset of its beginning.
    pub(super) start: usize,
    /// What it costs.
    pub(super) cost: usize,
}

/// The pieces of a text in order; their costs add up to its length in this unit.
pub(super) fn pieces(text: &str, unit: Unit) -> Pieces<'_> {
    let wholes = match unit {
        Unit::XWeighted => link::find(text, link::Bare::Counts)
            .into_iter()
            .map(|range| (range, LINK))
            .collect(),
        Unit::Mastodon => mastodon_wholes(text),
        _ => Vec::new(),
    };
    Pieces {
        text,
        unit,
        graphemes: text.grapheme_indices(true),
        wholes: wholes.into_iter().peekable(),
    }
}

pub(super) struct Pieces<'a> {
    text: &'a str,
    unit: Unit,
    graphemes: GraphemeIndices<'a>,
    wholes: Peekable<std::vec::IntoIter<(Range<usize>, usize)>>,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let (start, grapheme) = self.graphemes.next()?;
        let mut end = start + grapheme.len();
        let Some((whole, cost)) = self.wholes.next_if(|(whole, _)| whole.start < end) else {
            return Some(Piece {
                start,
                cost: grapheme_cost(grapheme, self.unit),
            });
        };
        while end < whole.end
            && let Some((at, grapheme)) = self.graphemes.next()
        {
            end = at + grapheme.len();
        }
        // A joining mark can make a cluster stick out of the link on either side: it is counted as what it is.
        let before = weigh(self.text.get(start..whole.start), self.unit);
        let after = weigh(self.text.get(whole.end..end), self.unit);
        Some(Piece {
            start,
            cost: before + cost + after,
        })
    }
}

fn weigh(slice: Option<&str>, unit: Unit) -> usize {
    slice
        .unwrap_or_default()
        .graphemes(true)
        .map(|grapheme| grapheme_cost(grapheme, unit))
        .sum()
}

fn grapheme_cost(grapheme: &str, unit: Unit) -> usize {
    match unit {
        Unit::Grapheme | Unit::Mastodon => 1,
        Unit::Byte => grapheme.len(),
        Unit::Utf16 | Unit::Unknown => grapheme.chars().map(char::len_utf16).sum(),
        Unit::LinkedinEscaped => grapheme.chars().map(escaped_cost).sum(),
        Unit::Threads if emoji::is_emoji(grapheme) => grapheme.len(),
        Unit::Threads | Unit::Codepoint => grapheme.chars().count(),
        Unit::XWeighted if emoji::is_emoji(grapheme) => 2,
        Unit::XWeighted => grapheme.nfc().map(x_weight).sum(),
    }
}

/// One, or two for a character that LinkedIn's API wants escaped.
pub(super) fn escaped_cost(c: char) -> usize {
    if "\\|{}@[]()<>#*_~".contains(c) { 2 } else { 1 }
}

/// Weight of a character by twitter-text configuration v3.
fn x_weight(c: char) -> usize {
    match c {
        '\0'..='\u{10ff}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

/// Links, and the host of every `@user@host`, which costs nothing. In order and without overlap.
fn mastodon_wholes(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut wholes: Vec<_> = link::find(text, link::Bare::IsText)
        .into_iter()
        .map(|range| (range, LINK))
        .collect();
    let links = wholes.len();
    for (at, _) in text.match_indices('@') {
        let Some(host) = fediverse_host(text, at) else {
            continue;
        };
        let in_link = wholes
            .iter()
            .take(links)
            .any(|(link, _)| link.start < host.end && host.start < link.end);
        if !in_link {
            wholes.push((host, 0));
        }
    }
    wholes.sort_by_key(|(range, _)| range.start);
    wholes
}

/// The `@host` part of a `@user@host` that begins at this `@`.
fn fediverse_host(text: &str, at: usize) -> Option<Range<usize>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (before, rest) = text.split_at_checked(at)?;
    if before
        .chars()
        .next_back()
        .is_some_and(|c| is_word(c) || c == '=' || c == '/')
    {
        return None;
    }
    let user_and_host = rest.get(1..)?;
    let (user, host) = user_and_host.split_once('@')?;
    let is_user = !user.is_empty()
        && user
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b))
        && !user.starts_with(['.', '-'])
        && !user.ends_with(['.', '-']);
    let long = host
        .find(|c| !is_word(c) && c != '.' && c != '-')
        .unwrap_or(host.len());
    let host = host.get(..long)?.trim_end_matches(['.', '-']);
    let start = at + 1 + user.len();
    (is_user && host.chars().count() > 1).then(|| start..start + 1 + host.len())
}
