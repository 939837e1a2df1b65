//! What is shown of something found: the piece of it that holds most of the words, the line of that piece, and what in the
//! line they are. A word is found where a word of the text begins with it, both folded, as in the index of the search.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::post::worded;

/// Characters that are kept before the first word found: rows are narrow, and the word is what she looks for.
const BEFORE: usize = 14;

/// A line never grows longer than this many characters: no row of a list holds more.
const LONGEST: usize = 240;

worded! {
    /// Which piece of it holds the words.
    Piece {
        /// What a post is about.
        Topic = "topic",
        /// Its text, or a channel's own.
        Text = "text",
        /// Its first comment.
        FirstComment = "first-comment",
        /// The note on it.
        Note = "note",
        /// The brief for whoever makes it.
        Brief = "brief",
        /// The note its client reads.
        ClientNote = "client-note",
        /// What is said and shown in it.
        Script = "script",
        /// Its shots.
        Shots = "shots",
        /// The description of a picture.
        Alt = "alt",
        /// What somebody wrote.
        Message = "message",
    }
}

/// The line that shows what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Which of the pieces it stands in.
    pub piece: usize,
    /// The line; one that was cut at its beginning or end says so with an ellipsis.
    pub line: String,
    /// The words found in it: byte ranges in order.
    pub lit: Vec<Range<usize>>,
}

/// Looks for these words in the pieces of one thing and shows the first line that holds most of them. Where none does (the
/// index saw an older text), the first line of the first piece is shown with nothing lit.
pub fn shown(pieces: &[&str], words: &str) -> Shown {
    let needles = needles(words);
    let mut best = (0, 0, "");
    for (piece, text) in pieces.iter().enumerate() {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let held = held(line, &needles);
            if held > best.0 || best.2.is_empty() {
                best = (held, piece, line);
            }
        }
    }
    let (_, piece, line) = best;
    let line = cut(line, &needles);
    let lit = lit(&line, &needles);
    Shown { piece, line, lit }
}

/// The words looked for, folded and taken apart as the index takes them apart.
fn needles(words: &str) -> Vec<String> {
    let mut needles: Vec<String> = fold(words)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    needles.sort_unstable();
    needles.dedup();
    needles
}

/// How many of the words a line holds.
fn held(line: &str, needles: &[String]) -> usize {
    let words: Vec<String> = words(line).map(|(_, word)| fold(word)).collect();
    let is_held = |needle: &&String| words.iter().any(|it| it.starts_with(needle.as_str()));
    needles.iter().filter(is_held).count()
}

/// Where the words found stand in a line.
fn lit(line: &str, needles: &[String]) -> Vec<Range<usize>> {
    let found = words(line).filter(|(_, word)| {
        let folded = fold(word);
        needles.iter().any(|it| folded.starts_with(it.as_str()))
    });
    found.map(|(at, word)| at..at + word.len()).collect()
}

/// A line from a little before the first word found, from the beginning of a word.
fn cut(line: &str, needles: &[String]) -> String {
    let line = line.trim();
    let first = lit(line, needles)
        .first()
        .map_or(0, |lit| line[..lit.start].chars().count());
    let mut cut = String::new();
    let from = if first > BEFORE + 2 {
        cut.push('…');
        let near = line.chars().skip(first - BEFORE).take(BEFORE);
        let space = near.into_iter().position(char::is_whitespace);
        first - BEFORE + space.map_or(0, |at| at + 1)
    } else {
        0
    };
    let mut rest = line.chars().skip(from);
    cut.extend(rest.by_ref().take(LONGEST));
    if rest.next().is_some() {
        cut.push('…');
    }
    cut
}

/// The words of a line with their places. A mark that sits on a letter belongs to its word.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part =
        |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line[at..].find(is_part)?;
        let end = line[start..]
            .find(|c| !is_part(c))
            .map_or(line.len(), |len| start + len);
        at = end;
        Some((start, &line[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lit_words(pieces: &[&str], words: &str) -> (usize, Vec<String>) {
        let shown = shown(pieces, words);
        let lit = shown.lit.iter().map(|it| shown.line[it.clone()].to_owned());
        (shown.piece, lit.collect())
    }

    #[test]
    fn the_line_that_holds_most_of_the_words_is_shown_in_every_language_of_hers() {
        for (pieces, words, piece, lit) in [
            (
                &["Ёлка", "Наша ёлка\nЁлочный базар"][..],
                "елочн базар",
                1,
                &["Ёлочный", "базар"][..],
            ),
            (
                &["Topic", "Học phí lớp buổi tối"],
                "hoc phi",
                1,
                &["Học", "phí"],
            ),
            (&["საფერავი", "x"], "საფ", 0, &["საფერავი"]),
            (&["Pakkasyö", "Mitä pumppu kuluttaa"], "MITA", 1, &["Mitä"]),
            (&["Coffee, coffee", ""], "cof", 0, &["Coffee", "coffee"]),
            (&["a", "we-love.cafés"], "love-caf", 1, &["love", "cafés"]),
            (&["Nothing here"], "old words", 0, &[]),
            (&["", "\n\n"], "x", 0, &[]),
        ] {
            let (at, found) = lit_words(pieces, words);
            assert_eq!(
                (at, found),
                (piece, lit.iter().map(|it| (*it).to_owned()).collect()),
                "{words}"
            );
        }
    }

    #[test]
    fn a_long_line_begins_a_little_before_the_word() {
        let line = format!("{} хлеб {}", "слово ".repeat(500), "конец ".repeat(500));
        let shown = shown(&[&line], "хлеб");
        assert!(shown.line.starts_with('…') && shown.line.ends_with('…'));
        assert_eq!(shown.lit.len(), 1);
        assert!(shown.line[..shown.lit[0].start].chars().count() <= BEFORE + 1);
        let rest = "Рустам встаёт в четыре, тесто уже на столе, первый хлеб в печи";
        assert_eq!(super::shown(&[rest], "хлеб").line, "…первый хлеб в печи");
        assert!(shown.line.chars().count() <= LONGEST + 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn whatever_is_looked_for_in_whatever_the_ranges_hold(
            pieces in proptest::collection::vec(any::<String>(), 0..4),
            words in any::<String>(),
        ) {
            let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
            let shown = shown(&pieces, &words);
            prop_assert!(shown.piece < pieces.len().max(1));
            for lit in &shown.lit {
                prop_assert!(shown.line.get(lit.clone()).is_some());
            }
        }
    }
}
