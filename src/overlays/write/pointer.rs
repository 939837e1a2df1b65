//! The mouse while writing: clicks that follow each other take more and more, the wheel scrolls.

use chrono::Duration;

use super::Write;
use crate::domain::Moment;
use crate::env::Env;

/// Two clicks within this time are a double click.
const TOGETHER: Duration = Duration::milliseconds(400);

/// Rows for one notch of the wheel.
const NOTCH: isize = 3;

/// The last click: where, when, and the how manieth in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clicked {
    cell: (u16, u16),
    at: Moment,
    times: u8,
}

impl Write {
    /// The left button on a cell of the window: a click puts the caret, a second one takes the word, a third the
    /// paragraph; held, it selects.
    pub(in crate::overlays) fn point(&mut self, col: u16, row: u16, held: bool, env: &Env<'_>) {
        let area = self.text_area;
        if held {
            let from_edge = |at: u16, edge: u16| i32::from(at) - i32::from(edge);
            self.editor
                .drag(from_edge(col, area.x), from_edge(row, area.y));
            return;
        }
        if !area.contains((col, row).into()) {
            return;
        }
        let times = match self.clicked {
            Some(last) if last.cell == (col, row) && env.now - last.at < TOGETHER => {
                last.times % 3 + 1
            }
            _ => 1,
        };
        self.clicked = Some(Clicked {
            cell: (col, row),
            at: env.now,
            times,
        });
        let (col, row) = (col - area.x, row - area.y);
        match times {
            1 => self.editor.click(col, row),
            2 => self.editor.click_word(col, row),
            _ => self.editor.click_paragraph(col, row),
        };
    }

    /// The wheel turned by so many notches, negative is up.
    pub(in crate::overlays) fn scroll(&mut self, by: i16) {
        self.editor.scroll(isize::from(by) * NOTCH);
    }
}
