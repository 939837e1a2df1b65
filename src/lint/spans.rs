//! Pieces of a text that rules look at: words, links, hashtags, mentions, and words found whatever their accents.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::fold::fold;

/// A piece between white space, without the marks that belong to the sentence around it.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(char::is_whitespace);
    pieces.filter(|piece| !piece.is_empty()).map(move |piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let inner = piece.trim_start_matches(['(', '[', '{', '«', '"', '\'', '“', '„']);
        let from = start + piece.len() - inner.len();
        let inner = inner.trim_end_matches([
            ')', ']', '}', '»', '"', '\'', '”', '“', ',', ';', ':', '.', '!', '?', '…',
        ]);
        (from, inner)
    })
}

/// Whether a piece is an address or a name, whose letters nobody may touch.
pub(super) fn is_address(token: &str) -> bool {
    token.contains("://")
        || token.starts_with('@')
        || token.contains('@')
        || token.starts_with("www.")
}

/// Words made of letters and their marks alone: "iPhone-чехол" and "e-mail" are two each, "5G" is one letter.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
    text.split(move |c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Endings by which a word is bent and stays the same word, folded: Russian, English and Finnish, Georgian.
const ENDINGS: &[&str] = &[
    "а",
    "я",
    "о",
    "е",
    "и",
    "ы",
    "у",
    "ю",
    "ь",
    "й",
    "ам",
    "ям",
    "ах",
    "ях",
    "ом",
    "ем",
    "ой",
    "ей",
    "ов",
    "ев",
    "ый",
    "ий",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ую",
    "юю",
    "ых",
    "их",
    "ым",
    "им",
    "ью",
    "ами",
    "ями",
    "ыми",
    "ими",
    "ого",
    "его",
    "ому",
    "ему",
    "s",
    "es",
    "d",
    "ed",
    "r",
    "er",
    "ers",
    "st",
    "est",
    "ing",
    "ly",
    "a",
    "n",
    "an",
    "en",
    "ta",
    "na",
    "ja",
    "ia",
    "den",
    "ien",
    "ksi",
    "ssa",
    "sta",
    "lla",
    "lta",
    "lle",
    "ს",
    "ი",
    "მა",
    "ის",
    "ით",
    "ად",
    "ში",
    "ზე",
    "ები",
    "ებს",
    "თან",
    "დან",
];

/// Letters in the longest of them.
const LONGEST_ENDING: usize = 3;

/// A text in lower case with its accents on; ё is е, as nobody tells them apart.
pub(super) fn accented(text: &str) -> String {
    let lower = text.nfc().flat_map(char::to_lowercase);
    lower.map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// A text folded for comparing, which still knows where each of its pieces came from.
pub(super) struct Folded {
    folded: String,
    /// For every byte of `folded` where its cluster begins in the text, and one more for the end.
    from: Vec<usize>,
}

impl Folded {
    /// Folds a text cluster by cluster.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut from = Vec::with_capacity(text.len() + 1);
        for (at, cluster) in text.grapheme_indices(true) {
            folded.push_str(&fold(cluster));
            from.resize(folded.len(), at);
        }
        from.push(text.len());
        Self { folded, from }
    }

    /// Where a word or phrase stands: it begins a word, and a longer one may be bent at its end as languages bend theirs.
    /// "рак" is not found in "ракета" nor "крем" in "кремль", "скидк" is in "скидками".
    pub(super) fn find<'f>(&'f self, wanted: &str) -> impl Iterator<Item = Range<usize>> + 'f {
        let wanted = fold(wanted.trim());
        let may_bend = wanted.chars().count() > 3;
        let hits: Vec<usize> = if wanted.is_empty() {
            Vec::new()
        } else {
            self.folded.match_indices(&wanted).map(|it| it.0).collect()
        };
        hits.into_iter().filter_map(move |at| {
            let before = self.folded[..at].chars().next_back();
            let end = at + wanted.len();
            let tail = self.folded[end..]
                .chars()
                .take_while(|c| c.is_alphanumeric());
            let tail: String = tail.take(LONGEST_ENDING + 1).collect();
            let begins = !before.is_some_and(char::is_alphanumeric);
            let ends = tail.is_empty() || (may_bend && ENDINGS.contains(&tail.as_str()));
            let last = self.folded[at..end].char_indices().next_back()?.0 + at;
            let from = *self.from.get(at)?;
            let to = *self.from[last..].iter().find(|it| **it > self.from[last])?;
            (begins && ends).then_some(from..to)
        })
    }

    /// Whether it stands anywhere.
    pub(super) fn has(&self, wanted: &str) -> bool {
        self.find(wanted).next().is_some()
    }
}
