//! Where the screen rows of a text begin: soft wrap at words, mended around each edit instead of laid out anew.

use std::ops::Range;

use crate::ui::width::glyphs;

/// The rows of a text at one width. A row ends after a newline or where the next word does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrap {
    cells: usize,
    /// Byte offsets of the row starts; the first is 0, each a grapheme boundary.
    starts: Vec<usize>,
}

/// An edit may change how the rows above it break: a shortened word jumps up, and a wide sign may stand between.
/// Going back three rows covers that, because a break is decided by the first sign that does not fit any more.
const ROWS_BACK: usize = 3;

impl Wrap {
    /// Lays out a whole text.
    pub(super) fn new(text: &str, cells: usize) -> Self {
        let cells = cells.max(1);
        let mut starts = vec![0];
        let mut last = 0;
        while let Some(next) = next_start(text, last, cells) {
            starts.push(next);
            last = next;
        }
        Self { cells, starts }
    }

    /// The width it was laid out for.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// How many rows there are; an empty text has one.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Where a row begins; past the last row it is the last row's begin.
    pub(super) fn start(&self, row: usize) -> usize {
        self.starts[row.min(self.starts.len() - 1)]
    }

    /// The row a place is on. At a soft break it is the lower row, unless `upper` asks for the end of the one above.
    pub(super) fn row_of(&self, at: usize, upper: bool) -> usize {
        let row = self.starts.partition_point(|&start| start <= at) - 1;
        if upper && row > 0 && self.starts[row] == at {
            row - 1
        } else {
            row
        }
    }

    /// The bytes of a row, without its newline.
    pub(super) fn range(&self, row: usize, text: &str) -> Range<usize> {
        let start = self.start(row);
        let end = self.starts.get(row + 1).copied().unwrap_or(text.len());
        let bare = text[start..end].strip_suffix('\n').map_or(end, |_| end - 1);
        start..bare
    }

    /// True where a row ends without a newline, so that its end and the next row's begin are the same place.
    pub(super) fn is_soft(&self, row: usize, text: &str) -> bool {
        self.starts
            .get(row + 1)
            .is_some_and(|&next| !text[..next].ends_with('\n'))
    }

    /// Follows an edit: at `at`, `removed` bytes went and `inserted` came; `text` is the text after it.
    /// Rows are laid out from a little above until they meet an old row start; the rest only moves.
    pub(super) fn mend(&mut self, text: &str, at: usize, removed: usize, inserted: usize) {
        let from = self.row_of(at, false).saturating_sub(ROWS_BACK);
        let mut old = self.starts.partition_point(|&start| start <= at + removed);
        let moved = |start: usize| start - removed + inserted;
        let mut fresh = Vec::new();
        let mut last = self.starts[from];
        loop {
            let Some(next) = next_start(text, last, self.cells) else {
                old = self.starts.len();
                break;
            };
            while self
                .starts
                .get(old)
                .is_some_and(|&start| moved(start) < next)
            {
                old += 1;
            }
            if self
                .starts
                .get(old)
                .is_some_and(|&start| moved(start) == next)
            {
                break;
            }
            fresh.push(next);
            last = next;
        }
        for start in &mut self.starts[old..] {
            *start = moved(*start);
        }
        self.starts.splice(from + 1..old, fresh);
    }
}

/// The screen rows of a text in so many cells, as bytes without their newlines: where the editor would break them.
pub fn wrapped(text: &str, cells: usize) -> Vec<Range<usize>> {
    let wrap = Wrap::new(text, cells);
    (0..wrap.len()).map(|row| wrap.range(row, text)).collect()
}

/// Where the row after the one at `start` begins, or nothing if the text ends on it.
/// Spaces hang over the edge; a word longer than a row breaks between graphemes; each row holds at least one grapheme.
fn next_start(text: &str, start: usize, cells: usize) -> Option<usize> {
    let mut used = 0;
    let mut after_space = None;
    for glyph in glyphs(&text[start..]) {
        let at = start + glyph.at;
        match glyph.source {
            "\n" => return Some(at + 1),
            " " => after_space = Some(at + 1),
            _ if used + glyph.cells > cells && at > start => {
                return Some(after_space.unwrap_or(at));
            }
            _ => {}
        }
        used += glyph.cells;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, cells: usize) -> Vec<&str> {
        let wrap = Wrap::new(text, cells);
        (0..wrap.len())
            .map(|row| &text[wrap.range(row, text)])
            .collect()
    }

    #[test]
    fn words_stay_whole_and_spaces_hang() {
        assert_eq!(
            rows("Рустам встаёт в четыре.", 10),
            ["Рустам ", "встаёт в ", "четыре."]
        );
        assert_eq!(rows("ab cd", 2), ["ab ", "cd"]);
        assert_eq!(rows("ab     cd", 2), ["ab     ", "cd"]);
    }

    #[test]
    fn long_words_break_between_graphemes() {
        assert_eq!(rows("https://kolos", 5), ["https", "://ko", "los"]);
        assert_eq!(rows("🇷🇺🇬🇪🇻🇳", 3), ["🇷🇺", "🇬🇪", "🇻🇳"]);
        assert_eq!(rows("日本", 1), ["日", "本"]);
        assert_eq!(rows("e\u{301}e\u{301}", 1), ["e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn a_text_that_is_only_read_breaks_where_the_editor_would() {
        let text = "ab cd\n\nef";
        let read: Vec<&str> = wrapped(text, 3).into_iter().map(|row| &text[row]).collect();
        assert_eq!(read, ["ab ", "cd", "", "ef"]);
    }

    #[test]
    fn newlines_end_rows_and_empty_rows_count() {
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("a\n\nb\n", 5), ["a", "", "b", ""]);
    }

    #[test]
    fn the_end_of_a_soft_row_is_known() {
        let text = "ab cd\nef";
        let wrap = Wrap::new(text, 3);
        assert!(wrap.is_soft(0, text) && !wrap.is_soft(1, text) && !wrap.is_soft(2, text));
        assert_eq!((wrap.row_of(3, false), wrap.row_of(3, true)), (1, 0));
    }
}
