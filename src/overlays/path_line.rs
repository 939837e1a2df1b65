//! Which file: its path, typed or pasted, and the names that may follow it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::sanitize;
use crate::env::Env;
use crate::intake::fetch::Completed;
use crate::keys::Key;
use crate::ui::{EditorStyle, LineInput, put_cut_to, put_to};

/// Columns of names under the line are this wide.
const NAME: u16 = 26;

/// The line, and what it may become.
#[derive(Debug)]
pub(super) struct PathLine {
    line: LineInput,
    offered: Completed,
}

impl PathLine {
    /// A line that begins with a path; `example` is the key of what is shown while it is empty.
    pub(super) fn new(path: &str, example: &str, env: &Env<'_>) -> Self {
        Self {
            line: LineInput::new(path, &env.locale.text(example)),
            offered: Completed::default(),
        }
    }

    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    pub(super) fn input(&mut self, key: Key) {
        self.line.input(key);
        self.offered.names.clear();
    }

    pub(super) fn paste(&mut self, text: &str) {
        // A file dropped on a terminal comes with a line end.
        self.line.paste_clean(sanitize::line(text.trim()).trim());
        self.offered.names.clear();
    }

    /// What was asked for has come; letters typed meanwhile are not taken away.
    pub(super) fn completed(&mut self, completed: Completed) {
        if completed.typed == self.line.text() {
            self.line.rewrite(&completed.text);
            self.offered = completed;
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.line.settle(area.width.saturating_sub(4));
    }

    /// Draws the line and under it the names; one name alone says nothing that is not in the line.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let right = area.right();
        put_to(buf, area.x + 1, area.y, right, "›", env.theme.strong);
        let line = Rect {
            x: area.x + 3,
            width: area.width.saturating_sub(4),
            height: 1.min(area.height),
            ..area
        };
        let style = EditorStyle::from(env.theme);
        let caret = self.line.draw(line, buf, &style, true);
        let names = &self.offered.names;
        if names.len() > 1 {
            let columns = (area.width.saturating_sub(3) / NAME).max(1);
            let top = area.y + 2;
            let rows = area.bottom().saturating_sub(top);
            let all = usize::from(columns) * usize::from(rows);
            for (at, name) in names.iter().take(all).enumerate() {
                let (row, column) = (at / usize::from(columns), at % usize::from(columns));
                let x = area.x + 3 + column as u16 * NAME;
                let end = (x + NAME - 2).min(right);
                put_cut_to(buf, x, top + row as u16, end, name, env.theme.dim);
            }
        }
        caret
    }
}
