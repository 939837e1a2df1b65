//! The languages clients read: what is written to a client is written in one of these.

use serde::{Deserialize, Serialize};

use super::post::worded;

worded! {
    /// A language a client reads. Its word is its tag, in the store and in files.
    #[derive(Default)]
    Tongue {
        /// English, for everybody whose language we do not write.
        #[default]
        En = "en",
        /// Russian.
        Ru = "ru",
        /// Vietnamese.
        Vi = "vi",
        /// Georgian.
        Ka = "ka",
        /// Finnish.
        Fi = "fi",
    }
}

impl Tongue {
    /// The language a tag asks for, in any case and with any region: `ka`, `KA`, `ka-GE`, `ka_GE.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['_', '-', '.', '@']).next()?;
        let mut known = Self::ALL.iter().copied();
        known.find(|tongue| tongue.word().eq_ignore_ascii_case(language))
    }

    /// The language a client is written to: the first of its own that we write, or English.
    pub fn of(languages: &[String]) -> Self {
        let known = languages.iter().find_map(|tag| Self::from_tag(tag));
        known.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(languages: &[&str]) -> Tongue {
        let languages: Vec<String> = languages.iter().map(|&tag| tag.to_owned()).collect();
        Tongue::of(&languages)
    }

    #[test]
    fn a_client_is_written_to_in_the_first_language_we_write() {
        assert_eq!(of(&["ru", "en"]), Tongue::Ru);
        assert_eq!(of(&["ka", "en"]), Tongue::Ka);
        assert_eq!(of(&["de", "fi"]), Tongue::Fi);
        assert_eq!(of(&[" VI-vn ", "en"]), Tongue::Vi);
    }

    #[test]
    fn everybody_else_is_written_to_in_english() {
        for languages in [&[][..], &[""], &["de"], &["rus"], &["‹U+202E›ru"]] {
            assert_eq!(of(languages), Tongue::En, "{languages:?}");
        }
    }
}
