//! The sorts of values on her pages, and the sentence where a value is of another sort.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::quote;
use crate::domain::slips;
use crate::domain::words::Words;

/// Words in quotes, without the spaces around them.
pub fn words<'v>(key: &str, value: &'v DeValue<'_>) -> Result<&'v str, Words> {
    let wrong = || Words::new("page-wants-words").with("key", quote(key));
    value.as_str().map(str::trim).ok_or_else(wrong)
}

/// True or false.
pub fn yes_or_no(key: &str, value: &DeValue<'_>) -> Result<bool, Words> {
    let wrong = || Words::new("page-wants-bool").with("key", quote(key));
    value.as_bool().ok_or_else(wrong)
}

/// A whole number that is not too large and not too small.
pub fn number(key: &str, value: &DeValue<'_>, within: RangeInclusive<u64>) -> Result<u64, Words> {
    let read = value
        .as_integer()
        .and_then(|digits| u64::from_str_radix(digits.as_str(), digits.radix()).ok());
    read.filter(|number| within.contains(number))
        .ok_or_else(|| {
            Words::new("page-wants-number")
                .with("key", quote(key))
                .with("least", within.start())
                .with("most", within.end())
        })
}

/// A list of words in quotes.
pub fn list<'v>(key: &str, value: &'v DeValue<'_>) -> Result<Vec<&'v str>, Words> {
    let wrong = || Words::new("page-wants-list").with("key", quote(key));
    let list = value.as_array().ok_or_else(wrong)?;
    list.iter()
        .map(|item| item.get_ref().as_str().map(str::trim).ok_or_else(wrong))
        .collect()
}

/// One of a few words.
pub fn choice<'c>(key: &str, written: &str, choices: &[&'c str]) -> Result<&'c str, Words> {
    let found = choices.iter().find(|choice| **choice == written);
    found.copied().ok_or_else(|| {
        Words::new("page-no-choice")
            .with("key", quote(key))
            .with("value", quote(written))
            .with("choices", choices.join(", "))
    })
}

/// The complaint about a name that nobody knows, with the one that was probably meant.
pub fn unknown<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Words {
    let words = match slips::nearest(written, names) {
        Some(near) => Words::new("page-unknown-near").with("near", near),
        None => Words::new("page-unknown"),
    };
    words.with("key", quote(written))
}
