//! A text box of one row: the same editor, scrolling sideways.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Editor, EditorStyle, Reply};
use crate::{keys::Key, ui::put::put_cut};

/// One line being written. It never holds a newline: pasted ones become spaces.
#[derive(Debug, Clone)]
pub struct LineInput {
    inner: Editor,
    placeholder: String,
    cells: usize,
    left: usize,
}

/// Wider than any line: one row, whatever is written.
const NO_WRAP: usize = usize::MAX / 2;

impl LineInput {
    /// Begins with a clean text and the caret at its end; `placeholder` is shown while it is empty.
    pub fn new(text: &str, placeholder: &str) -> Self {
        let mut inner = Editor::new(&one_line(text));
        inner.settle_cells(NO_WRAP, 1);
        Self {
            inner,
            placeholder: placeholder.to_owned(),
            cells: 20,
            left: 0,
        }
    }

    /// The line.
    pub fn text(&self) -> &str {
        self.inner.text()
    }

    /// Where the next character goes, in bytes; always between two graphemes.
    pub fn caret(&self) -> usize {
        self.inner.caret()
    }

    /// The selected text; empty if nothing is selected.
    pub fn selected(&self) -> &str {
        self.inner.selected()
    }

    /// Gives the box a key, with the same meanings as in [`Editor::input`]; up and down are never its own.
    pub fn input(&mut self, key: Key) -> Reply {
        let reply = self.inner.input(key);
        self.follow();
        reply
    }

    /// Puts in a text that the caller has sanitised, as one step of undo.
    pub fn paste_clean(&mut self, text: &str) -> Reply {
        let reply = self.inner.paste_clean(&one_line(text));
        self.follow();
        reply
    }

    /// Replaces the whole line as one step of undo (a completion taken, a filter cleared).
    pub fn rewrite(&mut self, text: &str) -> Reply {
        let whole = 0..self.inner.text().len();
        let reply = self.inner.replace(whole, &one_line(text));
        self.follow();
        reply
    }

    /// Puts the caret where the box was clicked, counted from its left edge.
    pub fn click(&mut self, col: u16) -> Reply {
        let column = self.left.saturating_add(usize::from(col));
        let reply = self
            .inner
            .click(column.min(usize::from(u16::MAX)) as u16, 0);
        self.follow();
        reply
    }

    /// Takes the newest step back.
    pub fn undo(&mut self) -> Reply {
        let reply = self.inner.undo();
        self.follow();
        reply
    }

    /// Fits the box to its width and scrolls to the caret.
    pub fn settle(&mut self, cells: u16) {
        self.cells = usize::from(cells);
        self.follow();
    }

    /// Draws the line over the first row of `area` and returns the caret's cell, if it has the focus.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        style: &EditorStyle,
        focused: bool,
    ) -> Option<(u16, u16)> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        if self.text().is_empty() {
            put_cut(
                buf,
                area.x,
                area.y,
                area.width,
                &self.placeholder,
                style.placeholder,
            );
        } else {
            self.inner.draw_row(0, self.left, area, buf, (style, &[]));
        }
        let column = self.inner.caret_column().saturating_sub(self.left);
        let column = column.min(usize::from(area.width) - 1);
        focused.then(|| (area.x + column as u16, area.y))
    }

    fn follow(&mut self) {
        let column = self.inner.caret_column();
        let lowest = (column + 1).saturating_sub(self.cells.max(1));
        self.left = self.left.clamp(lowest, column);
    }
}

fn one_line(text: &str) -> String {
    super::clean(text).replace('\n', " ")
}
