//! The words of time, from their data file, folded and ready to be matched.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::fold::fold;

/// Words by what they mean; an entry may be several words long.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) now: Vec<String>,
    pub(super) today: Vec<String>,
    pub(super) tomorrow: Vec<String>,
    pub(super) after_tomorrow: Vec<String>,
    pub(super) next_week: Vec<String>,
    pub(super) at: Vec<String>,
    pub(super) on: Vec<String>,
    #[serde(rename = "in")]
    pub(super) inside: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) minute: Vec<String>,
    pub(super) hour: Vec<String>,
    pub(super) day: Vec<String>,
    pub(super) week: Vec<String>,
    pub(super) noon: Vec<String>,
    pub(super) midnight: Vec<String>,
    pub(super) morning: Vec<String>,
    pub(super) evening: Vec<String>,
    pub(super) oclock: Vec<String>,
    weekdays: Weekdays,
    months: Months,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weekdays {
    mon: Vec<String>,
    tue: Vec<String>,
    wed: Vec<String>,
    thu: Vec<String>,
    fri: Vec<String>,
    sat: Vec<String>,
    sun: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Months {
    jan: Vec<String>,
    feb: Vec<String>,
    mar: Vec<String>,
    apr: Vec<String>,
    may: Vec<String>,
    jun: Vec<String>,
    jul: Vec<String>,
    aug: Vec<String>,
    sep: Vec<String>,
    oct: Vec<String>,
    nov: Vec<String>,
    dec: Vec<String>,
}

impl Words {
    /// The words that come with the program; none if their file were broken, which a test excludes.
    pub(super) fn builtin() -> Option<&'static Words> {
        static WORDS: OnceLock<Option<Words>> = OnceLock::new();
        WORDS
            .get_or_init(|| toml::from_str(include_str!("../../../assets/words/when.toml")).ok())
            .as_ref()
    }

    /// Weekdays, Monday first.
    pub(super) fn weekdays(&self) -> [&[String]; 7] {
        let w = &self.weekdays;
        [&w.mon, &w.tue, &w.wed, &w.thu, &w.fri, &w.sat, &w.sun]
    }

    /// Months, January first.
    pub(super) fn months(&self) -> [&[String]; 12] {
        let m = &self.months;
        [
            &m.jan, &m.feb, &m.mar, &m.apr, &m.may, &m.jun, &m.jul, &m.aug, &m.sep, &m.oct, &m.nov,
            &m.dec,
        ]
    }
}

/// A word of the text: folded, and where it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) word: String,
    pub(super) end: usize,
}

/// The first words of a text. Commas and full stops at the end of a word are not part of it.
pub(super) fn tokens(text: &str, limit: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while tokens.len() < limit {
        let rest = &text[at..];
        let word = rest.trim_start();
        if word.is_empty() {
            break;
        }
        let start = at + rest.len() - word.len();
        let end = start + word.find(char::is_whitespace).unwrap_or(word.len());
        let bare = text[start..end].trim_end_matches([',', ';']);
        tokens.push(Token {
            word: fold(bare.strip_suffix('.').unwrap_or(bare)),
            end,
        });
        at = end;
    }
    tokens
}

/// How many tokens the longest of these entries takes at the start; none fits: 0.
pub(super) fn matched(tokens: &[Token], entries: &[String]) -> usize {
    entries
        .iter()
        .filter_map(|entry| {
            let words: Vec<&str> = entry.split(' ').collect();
            let fits = tokens.len() >= words.len()
                && words
                    .iter()
                    .zip(tokens)
                    .all(|(word, token)| *word == token.word);
            fits.then_some(words.len())
        })
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_readable_and_written_folded() {
        let text = include_str!("../../../assets/words/when.toml");
        toml::from_str::<Words>(text).unwrap();
        for quoted in text.split('"').skip(1).step_by(2) {
            assert_eq!(fold(quoted), quoted, "{quoted:?} is not folded");
        }
    }
}
