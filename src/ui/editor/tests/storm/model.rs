//! What the editor must do, in the plainest words: the storm compares the two after every blow.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// What the editor must do, said as plainly as possible: a string, a caret, and the place of the next typed character.
pub(super) struct Model {
    pub(super) text: String,
    pub(super) caret: usize,
    pub(super) joint: usize,
}

impl Model {
    pub(super) fn boundary(&self, at: usize) -> usize {
        let mut starts = self.text.grapheme_indices(true).map(|(start, _)| start);
        starts.find(|&start| start >= at).unwrap_or(self.text.len())
    }

    pub(super) fn swap(&mut self, range: Range<usize>, with: &str) {
        let behind = range.start + with.len();
        self.text.replace_range(range, with);
        self.caret = self.boundary(behind);
        self.joint = self.caret;
    }

    /// A range made of whole graphemes: where one is cut, all of it belongs to the range.
    pub(super) fn whole(&self, range: Range<usize>) -> Range<usize> {
        let end = self.boundary(range.end.min(self.text.len()));
        let start = range.start.min(end);
        let starts = self.text.grapheme_indices(true).map(|(start, _)| start);
        let under = starts.take_while(|&at| at <= start).last().unwrap_or(0);
        let start = if start == self.text.len() {
            start
        } else {
            under
        };
        start..end
    }

    /// Typed text is NFC: a mark joins the sign before it, as long as nothing is selected.
    pub(super) fn type_char(&mut self, c: char, selected: Option<Range<usize>>) {
        let before = match selected {
            Some(_) => "",
            None => self.text[..self.joint]
                .graphemes(true)
                .next_back()
                .unwrap_or(""),
        };
        let apart = if c.is_ascii() {
            c.to_string()
        } else {
            format!("{before}{c}")
        };
        let whole: String = apart.nfc().collect();
        let (back, with) = if whole == apart {
            (0, c.to_string())
        } else {
            (before.len(), whole)
        };
        let range = selected.unwrap_or(self.joint - back..self.joint);
        let behind = range.start + with.len();
        self.swap(range, &with);
        self.joint = behind;
    }
}

/// Bytes of the spaces next to the caret and of the run of one class behind them.
pub(super) fn run<'a>(signs: impl Iterator<Item = &'a str>, class: impl Fn(&str) -> u8) -> usize {
    let mut signs = signs.peekable();
    let mut len = 0;
    while let Some(space) = signs.next_if(|sign| class(sign) == 0) {
        len += space.len();
    }
    let word = signs.peek().map(|sign| class(sign));
    while let Some(sign) = signs.next_if(|sign| Some(class(sign)) == word) {
        len += sign.len();
    }
    len
}

/// 0 for spaces, 1 for letters and digits, 2 for everything else.
pub(super) fn class(sign: &str) -> u8 {
    match sign.chars().next() {
        Some(' ' | '\n') => 0,
        Some(c) if c.is_alphanumeric() => 1,
        _ => 2,
    }
}
