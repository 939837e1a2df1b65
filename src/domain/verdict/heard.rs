//! A part of an answer taken to pieces, and the client's own words back from them.

use super::clauses::has_words;
use super::pieces::Piece;
use super::reading::{is_greeting, stretches};
use super::segments::Segment;

/// The words without sentences that only greet or thank.
pub(super) fn without_greetings(pieces: &[Piece]) -> Vec<Piece> {
    let kept = stretches(pieces)
        .into_iter()
        .filter(|stretch| !is_greeting(stretch));
    kept.flatten().cloned().collect()
}

/// A part of an answer, taken to pieces.
pub(super) struct Heard<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: Vec<Piece>,
}

impl Heard<'_> {
    /// The pieces of a segment, one after another.
    pub(super) fn pieces_of(&self, segment: &Segment) -> Vec<Piece> {
        let spans = segment
            .spans
            .iter()
            .filter_map(|span| self.pieces.get(span.clone()));
        spans.flatten().cloned().collect()
    }

    /// The client's own words of a segment; thanks in the end are not of the post.
    pub(super) fn words(&self, segment: &Segment) -> String {
        let (Some(first), Some(last)) = (segment.spans.first(), segment.spans.last()) else {
            return String::new();
        };
        let from = segment.words_from.unwrap_or(first.start);
        let to = last.end.max(segment.words_to);
        let words = self.pieces.get(from..to).unwrap_or_default();
        let mut kept = stretches(words);
        let adds_nothing = |stretch: &[Piece]| is_greeting(stretch) || !has_words(stretch);
        while kept.len() > 1 && kept.last().is_some_and(|stretch| adds_nothing(stretch)) {
            kept.pop();
        }
        self.between(kept.concat().as_slice())
    }

    /// The words of a segment that may be nothing but "кроме A2".
    pub(super) fn apart(&self, segment: &Segment, words: String) -> String {
        match &segment.apart {
            Some(phrase) if words.is_empty() => {
                self.between(self.pieces.get(phrase.clone()).unwrap_or_default())
            }
            _ => words,
        }
    }

    /// The text from the first of these pieces to the last, without the signs around it.
    pub(super) fn between(&self, pieces: &[Piece]) -> String {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return String::new();
        };
        let words = self
            .text
            .get(first.at.start..last.at.end)
            .unwrap_or_default();
        let start =
            words.trim_start_matches(|c: char| c.is_whitespace() || ":;,.?)]=-–—".contains(c));
        let end = start.trim_end_matches(|c: char| c.is_whitespace() || ":;,.-–—".contains(c));
        let said = if end.is_empty() && has_words(pieces) {
            words.trim()
        } else {
            end
        };
        said.to_owned()
    }
}
