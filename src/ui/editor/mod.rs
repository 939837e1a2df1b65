//! Our own text editor: many rows, grapheme by grapheme, with its own undo. It holds text and knows no post.

mod edits;
mod history;
mod kills;
mod line;
mod moves;
mod paint;
mod pointer;
mod press;
#[cfg(test)]
mod tests;
mod wrap;

use std::ops::Range;

use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use history::History;
use kills::Kills;
use wrap::Wrap;

pub use line::LineInput;
pub use paint::EditorStyle;
pub use wrap::wrapped;

/// A text being written. The caret and both ends of the selection always stand between graphemes.
#[derive(Debug, Clone)]
pub struct Editor {
    text: String,
    caret: usize,
    /// At a soft break the caret may stand at the end of the upper row instead of the begin of the lower.
    upper: bool,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// The column that moving up and down tries to keep.
    goal: Option<usize>,
    /// Where the next typed character belongs, if that lies inside the grapheme just typed into:
    /// a flag or a family arrives as several keys, and until it is whole it may join with its neighbour.
    joint: Option<usize>,
    kills: Kills,
    marks: Vec<(Range<usize>, Style)>,
    history: History,
    wrap: Wrap,
    height: usize,
    top: usize,
    /// The view was moved away from the caret, and stays there until the caret moves.
    adrift: bool,
}

/// What a key did to a text box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The text is another now.
    Changed,
    /// The text is the same; caret, selection or view moved.
    Moved,
    /// Not a key for a text box, or there is nothing more in that direction: the caller may use it.
    Ignored,
}

impl Editor {
    /// Begins with a clean text (see [`paste_clean`](Self::paste_clean)) and the caret at its end.
    pub fn new(text: &str) -> Self {
        let text = clean(text);
        Self {
            caret: text.len(),
            upper: false,
            anchor: None,
            goal: None,
            joint: None,
            kills: Kills::default(),
            marks: Vec::new(),
            history: History::default(),
            wrap: Wrap::new(&text, 80),
            height: 1,
            top: 0,
            adrift: false,
            text,
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the next character goes, in bytes; always between two graphemes.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// The selected bytes, if any are.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// The selected text; empty if nothing is selected.
    pub fn selected(&self) -> &str {
        self.selection().map_or("", |range| &self.text[range])
    }

    /// Styles for ranges of bytes: hashtags, links, the tail that exceeds a limit. Later ones lie over earlier ones.
    /// They hold for the text as it is now, so the caller sets them after every change.
    pub fn set_marks(&mut self, marks: Vec<(Range<usize>, Style)>) {
        self.marks = marks;
    }

    /// Lays the text out for an area of this size and scrolls to the caret. Called when the area may have changed;
    /// moving and writing scroll by themselves. One column stays free for the caret behind a full row.
    pub fn settle(&mut self, width: u16, height: u16) {
        self.settle_cells(usize::from(width).saturating_sub(1), usize::from(height));
    }

    /// Screen rows the text takes at the width it was settled for.
    pub fn rows(&self) -> usize {
        self.wrap.len()
    }

    /// The bytes of the rows in sight.
    pub fn in_sight(&self) -> Range<usize> {
        let last = (self.top + self.height).min(self.wrap.len()).max(1) - 1;
        self.wrap.start(self.top)..self.wrap.range(last, &self.text).end
    }

    fn settle_cells(&mut self, cells: usize, height: usize) {
        if self.wrap.cells() != cells.max(1) {
            self.wrap = Wrap::new(&self.text, cells);
            self.adrift = false;
        }
        self.height = height.max(1);
        if self.adrift {
            self.scroll(0);
        } else {
            self.follow();
        }
    }

    /// Scrolls as little as possible so that the caret is seen.
    fn follow(&mut self) {
        self.adrift = false;
        let row = self.caret_row();
        let lowest = (row + 1).saturating_sub(self.height);
        let full = self.wrap.len().saturating_sub(self.height).max(lowest);
        self.top = self.top.clamp(lowest, row).min(full);
    }

    fn caret_row(&self) -> usize {
        self.wrap.row_of(self.caret, self.upper)
    }

    /// The first grapheme boundary at or after a byte.
    fn boundary(&self, at: usize) -> usize {
        let start = self.wrap.start(self.wrap.row_of(at, false));
        self.text[start..]
            .grapheme_indices(true)
            .map(|(offset, _)| start + offset)
            .find(|&boundary| boundary >= at)
            .unwrap_or(self.text.len())
    }

    /// The graphemes before a boundary, nearest first, with their offsets.
    fn before(&self, at: usize) -> impl Iterator<Item = (usize, &str)> {
        let lowest = self.wrap.row_of(at, true);
        (0..=lowest).rev().flat_map(move |row| {
            let start = self.wrap.start(row);
            let end = match row {
                _ if row == lowest => at,
                _ => self.wrap.start(row + 1),
            };
            let row: Vec<(usize, &str)> = self.text[start..end]
                .grapheme_indices(true)
                .map(|(offset, grapheme)| (start + offset, grapheme))
                .collect();
            row.into_iter().rev()
        })
    }

    /// The graphemes after a boundary, with the offsets of their ends.
    fn after(&self, at: usize) -> impl Iterator<Item = (usize, &str)> {
        self.text[at..]
            .grapheme_indices(true)
            .map(move |(offset, grapheme)| (at + offset + grapheme.len(), grapheme))
    }
}

/// Only the line ends and tabs: everything else is the sanitiser's work at the border.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', " ")
}
