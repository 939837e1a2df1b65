//! Counting as each platform counts. Texts are expected as they are kept: NFC, line ends as `\n`.

mod emoji;
mod host;
mod limit;
mod link;
mod piece;
mod tld;

use std::ops::Range;

use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

pub use limit::{Limit, Standing, over_limit_tail, standing};

/// What a platform counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Unicode scalar values, after markup is parsed away (Telegram: TDLib's `utf8_length`).
    Codepoint,
    /// UTF-16 units, JavaScript's `length` (TikTok).
    Utf16,
    /// Extended grapheme clusters (Bluesky).
    Grapheme,
    /// UTF-8 bytes (YouTube descriptions).
    Byte,
    /// twitter-text configuration v3: links 23, emoji 2, letters beyond the European ones 2 (X).
    XWeighted,
    /// Grapheme clusters, but links with a scheme 23 and `@user@host` as `@user` (Mastodon).
    Mastodon,
    /// Characters 1, emoji as their UTF-8 bytes (Threads; how it counts joined emoji is our reading).
    Threads,
    /// Code points, and one more for each that the API wants escaped (LinkedIn; pasted by hand it costs nothing).
    LinkedinEscaped,
    /// Nobody says: the stricter of code points and UTF-16 units, which is always the latter.
    #[default]
    Unknown,
}

/// The length of a text, as counted by a platform that counts in this unit.
pub fn count(text: &str, unit: Unit) -> usize {
    match unit {
        Unit::Byte => text.len(),
        Unit::Codepoint => text.chars().count(),
        Unit::Utf16 | Unit::Unknown => text.chars().map(char::len_utf16).sum(),
        Unit::Grapheme => text.graphemes(true).count(),
        Unit::LinkedinEscaped => text.chars().map(piece::escaped_cost).sum(),
        Unit::XWeighted | Unit::Mastodon | Unit::Threads => {
            piece::pieces(text, unit).map(|piece| piece.cost).sum()
        }
    }
}

/// Where the links of a text are that begin with `http://` or `https://`: byte ranges in order and without overlap. Marks
/// that belong to the sentence and not to the link are left out.
pub fn links(text: &str) -> Vec<Range<usize>> {
    link::find(text, link::Bare::IsText)
}

/// Where links are as X finds them: also those without a scheme.
pub fn hosts(text: &str) -> Vec<Range<usize>> {
    link::find(text, link::Bare::Counts)
}

#[cfg(test)]
mod tests;
