//! One finding of the checker: which rule, how heavy, where, in which words, and how it may be mended.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Hit;
use crate::domain::ids::VariantId;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::post::worded;
use crate::domain::words::Words;

worded! {
    /// What of a post a finding is about.
    Part {
        /// A text that goes out.
        Text = "text",
        /// The first comment under it.
        FirstComment = "comment",
        /// Its card or its pictures.
        Card = "card",
    }
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What of the post.
    pub part: Part,
    /// Whose text: the variant's own, or the post's.
    pub owner: Option<VariantId>,
    /// The variants it concerns.
    pub about: Vec<VariantId>,
    /// Bytes of the text, on borders of characters; none where all of it is meant.
    pub range: Option<Range<usize>>,
}

/// What the checker found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// By which rule.
    pub rule: RuleId,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, and the way out.
    pub words: Words,
    /// What may stand in the place of the range without a second look; none where only she can say.
    pub fix: Option<String>,
}

impl Finding {
    /// Whether it keeps this variant from going out.
    pub fn blocks(&self, variant: VariantId) -> bool {
        self.severity == Severity::Blocking && self.place.about.contains(&variant)
    }

    /// Its place among the others: the heaviest first, then text after text from the top.
    pub(super) fn order(&self) -> (Severity, Part, Option<VariantId>, usize, RuleId) {
        let from = self.place.range.as_ref().map_or(0, |range| range.start);
        let place = &self.place;
        (self.severity, place.part, place.owner, from, self.rule)
    }
}

impl Hit {
    /// Found somewhere, in these words.
    pub(super) const fn at(place: Place, words: Words) -> Self {
        Self {
            place,
            words,
            fix: None,
            severity: None,
        }
    }

    /// The same, with what may stand there instead.
    pub(super) fn mended_by(mut self, instead: Option<String>) -> Self {
        self.fix = instead;
        self
    }

    /// The same, heavier or lighter than usual.
    pub(super) const fn weighing(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}
