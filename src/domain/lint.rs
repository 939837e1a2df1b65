//! The names of the checker's rules, how much a finding weighs, and what a post says of itself as an advertisement.

use serde::{Deserialize, Serialize};

use super::post::worded;

worded! {
    /// A rule of the checker. Its word stands in the store, on the command line and in the keys of its sentences.
    RuleId {
        /// Longer than a platform takes.
        OverLimit = "over-limit",
        /// No picture where there must be one.
        NoMedia = "no-media",
        /// Pictures that a platform refuses.
        Media = "media",
        /// A picture that nobody has described.
        NoAlt = "no-alt",
        /// A word that the client does not want to read.
        Avoid = "avoid",
        /// Letters of two alphabets in one word.
        Alphabets = "alphabets",
        /// Two spaces where one belongs.
        Spaces = "spaces",
        /// Letters borrowed from mathematics.
        Letters = "letters",
        /// An address that no browser opens.
        Links = "links",
        /// A link of a campaign that cannot be counted.
        Utm = "utm",
        /// Hashtags, mentions or links beyond what a platform takes.
        TooMany = "too-many",
        /// The same words in many places at once.
        AtOnce = "at-once",
        /// Nearly what was said not long ago.
        Near = "near",
        /// A day that will have passed.
        Past = "past",
        /// An advertisement without its mark, or where the law forbids it.
        Ad = "ad",
    }
}

worded! {
    /// How much a finding weighs, the heaviest first.
    Severity {
        /// It must not go out like this, unless she says why.
        Blocking = "blocking",
        /// She should look at it.
        Warning = "warning",
        /// It could be better.
        Hint = "hint",
    }
}

impl Severity {
    /// The cell that stands for it in lists.
    pub const fn mark(self) -> &'static str {
        match self {
            Severity::Blocking => "✗",
            Severity::Warning => "▲",
            Severity::Hint => "·",
        }
    }
}

/// What a post says of itself as an advertisement; most posts are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ad {
    /// Whether somebody pays for its being shown.
    pub is_ad: bool,
    /// Who pays.
    pub advertiser: String,
    /// The token under which the advertisement is registered.
    pub erid: String,
}

impl Ad {
    /// The line that marks it: «Реклама. ООО «Колос». erid: 2VtzqX…»; none as long as a part of it is not known.
    pub fn mark(&self) -> Option<String> {
        let is_whole = self.is_ad && !self.advertiser.is_empty() && !self.erid.is_empty();
        let advertiser = self.advertiser.trim_end_matches('.');
        is_whole.then(|| format!("Реклама. {advertiser}. erid: {}", self.erid))
    }

    /// Whether its token can be one: Latin letters, digits, hyphens and underscores.
    pub fn has_sound_erid(&self) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        !self.erid.is_empty() && self.erid.chars().all(plain)
    }
}
