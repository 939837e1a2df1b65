//! Finding words inside one text as a person means them: ё is е, accents and case say nothing.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold;

/// A text folded once, to be looked through at every letter that is typed into a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where each grapheme begins: in the folded text, and in the text as it stands.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (at, grapheme) in text.grapheme_indices(true) {
            folded.starts.push((folded.text.len(), at));
            folded.text.push_str(&fold(grapheme));
        }
        folded.starts.push((folded.text.len(), text.len()));
        folded
    }

    /// Where these words stand in the text: ranges of bytes that cut no grapheme, in order, without overlap.
    /// Nothing is found of what folds to nothing.
    #[must_use]
    pub fn hits(&self, wanted: &str) -> Vec<Range<usize>> {
        let wanted: String = wanted.graphemes(true).map(fold).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Range<usize>> = Vec::new();
        for (at, found) in self.text.match_indices(&wanted) {
            let hit = self.start_of(at)..self.end_of(at + found.len());
            // Two may lie in one grapheme: "s" in "ß".
            if hits.last().is_none_or(|last| last.end <= hit.start) {
                hits.push(hit);
            }
        }
        hits
    }

    fn start_of(&self, at: usize) -> usize {
        let behind = self.starts.partition_point(|&(folded, _)| folded <= at);
        let grapheme = behind.saturating_sub(1);
        self.starts.get(grapheme).map_or(0, |&(_, source)| source)
    }

    fn end_of(&self, at: usize) -> usize {
        let behind = self.starts.partition_point(|&(folded, _)| folded < at);
        let last = self.starts.last();
        let end = self.starts.get(behind).or(last);
        end.map_or(0, |&(_, source)| source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, wanted: &str) -> Vec<&'a str> {
        let hits = Folded::new(text).hits(wanted);
        hits.into_iter().map(|hit| &text[hit]).collect()
    }

    #[test]
    fn words_are_found_as_they_are_meant() {
        assert_eq!(found("Ёлка, елка, ЁЛКИ", "елк"), ["Ёлк", "елк", "ЁЛК"]);
        assert_eq!(
            found("khuyến mãi, KHUYEN MAI", "khuyen"),
            ["khuyến", "KHUYEN"]
        );
        assert_eq!(found("за́мок", "замок"), ["за́мок"]);
        assert_eq!(found("мой, мои", "мой"), ["мой"]);
        assert_eq!(found("ღვინო", "ღვინო"), ["ღვინო"]);
    }

    #[test]
    fn a_hit_takes_whole_signs_and_hits_do_not_overlap() {
        assert_eq!(found("Straße", "s"), ["S", "ß"]);
        assert_eq!(found("аааа", "аа"), ["аа", "аа"]);
        assert_eq!(found("🎉👨‍👩‍👧🎉", "👨‍👩‍👧"), ["👨‍👩‍👧"]);
    }

    #[test]
    fn nothing_is_found_of_nothing() {
        assert!(found("текст", "").is_empty());
        assert!(found("", "т").is_empty());
        assert!(found("текст", "\u{301}").is_empty());
    }
}
