//! A table in Markdown, to be read and pasted somewhere; what people wrote cannot become markup.

use std::io::Write;

use super::{Cell, Column, Sheet, Trouble};
use crate::report::packet::escaped;

/// A file being written.
pub(super) struct Markdown<'w> {
    out: &'w mut dyn Write,
    line: String,
}

impl<'w> Markdown<'w> {
    /// Begins with the names of the columns.
    pub(super) fn open(columns: &[Column], out: &'w mut dyn Write) -> Result<Self, Trouble> {
        let names: Vec<&str> = columns.iter().map(|it| it.name).collect();
        let rule = vec!["---"; columns.len()];
        writeln!(out, "| {} |\n| {} |", names.join(" | "), rule.join(" | "))?;
        Ok(Self {
            out,
            line: String::new(),
        })
    }
}

impl Sheet for Markdown<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble> {
        self.line.clear();
        self.line.push('|');
        for cell in cells {
            self.line.push(' ');
            for (nth, part) in cell.shown().lines().enumerate() {
                self.line.push_str(if nth > 0 { "<br>" } else { "" });
                self.line.push_str(&escaped(part));
            }
            self.line.push_str(" |");
        }
        self.line.push('\n');
        Ok(self.out.write_all(self.line.as_bytes())?)
    }

    fn close(self: Box<Self>) -> Result<(), Trouble> {
        Ok(self.out.flush()?)
    }
}
