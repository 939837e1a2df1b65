//! Limits, and where a text stands against them.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Unit, count, piece};
use crate::domain::platform::Platform;

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The last length that is accepted.
    pub max: usize,
    /// What is counted.
    pub unit: Unit,
    /// The length from which on we warn.
    pub warn_at: usize,
    /// Whether a document says so.
    pub is_sure: bool,
}

impl Limit {
    /// A limit that begins to warn when a tenth is left.
    pub const fn new(max: usize, unit: Unit) -> Self {
        Limit {
            max,
            unit,
            warn_at: max - max / 10,
            is_sure: true,
        }
    }

    /// The limit of a rule in which 0 means that none is known.
    pub const fn known(max: usize, unit: Unit) -> Option<Self> {
        if max == 0 {
            None
        } else {
            Some(Limit::new(max, unit))
        }
    }

    /// The same with the platform's own place to begin warning; 0 keeps ours.
    #[must_use]
    pub const fn warning_at(self, warn_at: usize) -> Self {
        if warn_at == 0 {
            self
        } else {
            Limit { warn_at, ..self }
        }
    }

    /// The same, known by a document or from memory alone.
    #[must_use]
    pub const fn sure(self, is_sure: bool) -> Self {
        Limit { is_sure, ..self }
    }

    /// Where a text stands against this limit. It is counted in NFC, the form in which it is kept and sent.
    pub fn standing(&self, text: &str) -> Standing {
        let used = count(&composed(text), self.unit);
        Standing {
            used,
            max: Some(self.max),
            unit: self.unit,
            over: used > self.max,
            warn: used >= self.warn_at.min(self.max),
            is_sure: self.is_sure,
        }
    }
}

/// Where a text stands against the limit that presses it most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its length, in `unit`.
    pub used: usize,
    /// The limit; `None` where none is known.
    pub max: Option<usize>,
    /// What was counted.
    pub unit: Unit,
    /// Longer than the platform takes.
    pub over: bool,
    /// Over, or near enough to say so.
    pub warn: bool,
    /// Whether a document confirms the limit.
    pub is_sure: bool,
}

/// Where a post's text stands on a platform, with or without media. Where two limits press alike (an empty text, for one),
/// it is the one the platform names first.
pub fn standing(text: &str, platform: &Platform, has_media: bool) -> Standing {
    let text = composed(text);
    let fullness = |standing: &Standing| standing.used as f64 / standing.max.unwrap_or(1) as f64;
    platform
        .text_limits(has_media)
        .map(|limit| limit.standing(&text))
        .reduce(|first, next| {
            if fullness(&next) > fullness(&first) {
                next
            } else {
                first
            }
        })
        .unwrap_or_else(|| Standing {
            used: count(&text, platform.text.unit),
            max: None,
            unit: platform.text.unit,
            over: false,
            warn: false,
            is_sure: true,
        })
}

/// Byte offset from which on a text no longer fits, on the edge of a grapheme cluster and never inside a link;
/// `None` when all of it fits.
pub fn over_limit_tail(text: &str, limit: &Limit) -> Option<usize> {
    let mut used = 0;
    piece::pieces(text, limit.unit)
        .find(|piece| {
            used += piece.cost;
            used > limit.max
        })
        .map(|piece| piece.start)
}

fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}
