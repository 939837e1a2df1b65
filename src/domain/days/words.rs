//! The words of lines that name days, from their data file, folded and ready to be matched.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::fold::fold;
use crate::domain::lane::first_words;

/// Most words that one entry has.
const LONGEST: usize = 3;

/// Words by what they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) everybody: Vec<String>,
    pub(super) off: Vec<String>,
    pub(super) leave: Vec<String>,
    pub(super) from: Vec<String>,
    pub(super) until: Vec<String>,
}

impl Words {
    /// The words that come with the program; none if their file were broken, which a test excludes.
    pub(super) fn builtin() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let file = include_str!("../../../assets/words/days.toml");
            toml::from_str(file).unwrap_or_default()
        })
    }
}

/// The longest of these entries at the start of a text, as it is written there, and what follows it.
pub(super) fn ahead<'t>(text: &'t str, entries: &[String]) -> Option<(&'t str, &'t str)> {
    (1..=LONGEST).rev().find_map(|count| {
        let (head, rest) = first_words(text, count)?;
        let head = head.trim_end_matches([',', ':', ';']);
        is_one(head, entries).then_some((head, rest))
    })
}

/// Whether a whole text is one of these entries.
pub(super) fn is_one(text: &str, entries: &[String]) -> bool {
    let folded = fold(text.trim());
    entries.iter().any(|entry| {
        let mut words = folded.split_whitespace();
        entry.split(' ').all(|word| words.next() == Some(word)) && words.next().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_readable_folded_and_no_longer_than_is_looked() {
        let file = include_str!("../../../assets/words/days.toml");
        let words: Words = toml::from_str(file).unwrap();
        let lists = [
            &words.everybody,
            &words.off,
            &words.leave,
            &words.from,
            &words.until,
        ];
        for entry in lists.into_iter().flatten() {
            assert_eq!(fold(entry), *entry, "{entry:?} is not folded");
            assert!(entry.split(' ').count() <= LONGEST, "{entry:?} is too long");
        }
        assert!(words.off.len() >= 20 && words.leave.len() >= 15);
    }
}
