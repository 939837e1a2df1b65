//! Drawing an editor: the rows in sight, with marks and selection, and where the caret stands.

use std::ops::Range;

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::Editor;
use crate::ui::{
    put::{put, put_glyph},
    theme::Theme,
    width::glyphs,
};

/// The styles of a text box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EditorStyle {
    /// Written text, under the marks.
    pub text: Style,
    /// Selected text, over the marks.
    pub selection: Style,
    /// What a one-line box says while it is empty.
    pub placeholder: Style,
}

impl From<&Theme> for EditorStyle {
    fn from(theme: &Theme) -> Self {
        Self {
            text: theme.text,
            selection: theme.selection,
            placeholder: theme.dim,
        }
    }
}

impl Editor {
    /// Draws the rows in sight and returns the caret's cell, if the editor has the focus and the caret is in sight.
    /// The area should be the one it was settled for; in any other it is clipped.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        style: &EditorStyle,
        focused: bool,
    ) -> Option<(u16, u16)> {
        let area = area.intersection(buf.area);
        let sight = self.in_sight();
        let near = |range: &Range<usize>| range.start < sight.end && range.end > sight.start;
        let marks: Vec<_> = self.marks.iter().filter(|(range, _)| near(range)).collect();
        for (y, row) in (area.top()..area.bottom()).zip(self.top..self.wrap.len()) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            self.draw_row(row, 0, line, buf, (style, &marks));
        }
        let row = self.caret_row().checked_sub(self.top)?;
        let seen = focused && row < usize::from(area.height) && area.width > 0;
        let column = self
            .caret_column()
            .min(usize::from(area.width).saturating_sub(1));
        seen.then(|| (area.x + column as u16, area.y + row as u16))
    }

    /// Draws one row of text, beginning with its column `left`, over one row of cells.
    pub(super) fn draw_row(
        &self,
        row: usize,
        left: usize,
        area: Rect,
        buf: &mut Buffer,
        (style, marks): (&EditorStyle, &[&(Range<usize>, Style)]),
    ) {
        let bytes = self.wrap.range(row, &self.text);
        let near = |range: &Range<usize>| range.start < bytes.end && range.end > bytes.start;
        let marks: Vec<_> = marks.iter().filter(|(range, _)| near(range)).collect();
        let selection = self.selection().unwrap_or_default();
        let mut column = 0;
        for glyph in glyphs(&self.text[bytes.clone()]) {
            let from = column;
            column += glyph.cells;
            if from < left || glyph.cells == 0 {
                continue;
            }
            let x = area.x + (from - left).min(usize::from(area.width)) as u16;
            let at = bytes.start + glyph.at;
            let mut look = style.text;
            for (_, mark) in marks.iter().filter(|(range, _)| range.contains(&at)) {
                look = look.patch(*mark);
            }
            if selection.contains(&at) {
                look = look.patch(style.selection);
            }
            let room = usize::from(area.right() - x);
            if glyph.cells > room {
                put(buf, x, area.y, room as u16, "…", look);
                return;
            }
            put_glyph(buf, x, area.y, &glyph, look);
        }
        if selection.contains(&bytes.end) && !self.wrap.is_soft(row, &self.text) && column >= left {
            // A selected newline is seen as one selected cell, or empty lines would look left out.
            let x = area.x + (column - left).min(usize::from(area.width)) as u16;
            put(
                buf,
                x,
                area.y,
                area.right() - x,
                " ",
                style.text.patch(style.selection),
            );
        }
    }
}
