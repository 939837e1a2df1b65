//! CSV as RFC 4180 has it, in UTF-8 with a mark so that Excel sees that it is; no cell is a formula.

use std::io::Write;

use super::{Cell, Column, Sheet, Trouble};
use crate::domain::formula::needs_guard;

/// Without it Excel takes the bytes for those of the local code page.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file being written.
pub(super) struct Csv<'w> {
    out: &'w mut dyn Write,
    line: String,
}

impl<'w> Csv<'w> {
    /// Begins with the mark and the names of the columns.
    pub(super) fn open(columns: &[Column], out: &'w mut dyn Write) -> Result<Self, Trouble> {
        let mut line = columns
            .iter()
            .map(|it| it.name)
            .collect::<Vec<_>>()
            .join(",");
        line.push('\n');
        out.write_all(MARK)?;
        out.write_all(line.as_bytes())?;
        Ok(Self { out, line })
    }
}

impl Sheet for Csv<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble> {
        self.line.clear();
        for (nth, cell) in cells.iter().enumerate() {
            if nth > 0 {
                self.line.push(',');
            }
            let text = cell.shown();
            push(&text, cell.is_text() && needs_guard(&text), &mut self.line);
        }
        self.line.push('\n');
        Ok(self.out.write_all(self.line.as_bytes())?)
    }

    fn close(self: Box<Self>) -> Result<(), Trouble> {
        Ok(self.out.flush()?)
    }
}

/// One cell; in quotes where something in it would divide it, or a reader would take spaces off it.
fn push(text: &str, guard: bool, line: &mut String) {
    let is_plain = !text.contains([',', ';', '\t', '"', '\n', '\r'])
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace);
    let quote = if is_plain { "" } else { "\"" };
    line.push_str(quote);
    if guard {
        line.push('\'');
    }
    if is_plain {
        line.push_str(text);
    } else {
        line.push_str(&text.replace('"', "\"\""));
    }
    line.push_str(quote);
}
