//! JSON: one list of objects, or an object in every line. Every object has every field; what is not there is null.

use std::io::{self, Write};

use serde_json::Number;

use super::{Cell, Column, Sheet, Trouble};

/// A file being written.
pub(super) struct Json<'w> {
    columns: &'static [Column],
    out: &'w mut dyn Write,
    /// What stands before the next object.
    before: &'static str,
    /// What stands between two of them.
    between: &'static str,
    /// What stands at the end, after something and after nothing.
    end: [&'static str; 2],
}

impl<'w> Json<'w> {
    /// One list.
    pub(super) fn list(columns: &'static [Column], out: &'w mut dyn Write) -> Self {
        Self {
            columns,
            out,
            before: "[\n",
            between: ",\n",
            end: ["\n]\n", "[]\n"],
        }
    }

    /// An object in every line.
    pub(super) fn lines(columns: &'static [Column], out: &'w mut dyn Write) -> Self {
        Self {
            columns,
            out,
            before: "",
            between: "\n",
            end: ["\n", ""],
        }
    }

    /// Any object.
    pub(super) fn object(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Trouble> {
        self.out.write_all(self.before.as_bytes())?;
        write(self.out)?;
        self.before = self.between;
        Ok(())
    }

    /// The end of the file.
    pub(super) fn finish(self) -> Result<(), Trouble> {
        let [after, alone] = self.end;
        let is_empty = self.before != self.between;
        let end = if is_empty { alone } else { after };
        self.out.write_all(end.as_bytes())?;
        Ok(self.out.flush()?)
    }
}

impl Sheet for Json<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble> {
        let columns = self.columns;
        self.object(|out| {
            let mut before = "{";
            for (column, cell) in columns.iter().zip(cells) {
                write!(out, "{before}\"{}\":", column.name)?;
                value(cell, out)?;
                before = ",";
            }
            out.write_all(b"}")
        })
    }

    fn close(self: Box<Self>) -> Result<(), Trouble> {
        self.finish()
    }
}

fn value(cell: &Cell<'_>, out: &mut dyn Write) -> io::Result<()> {
    match cell {
        Cell::Empty => out.write_all(b"null")?,
        Cell::Text(text) => serde_json::to_writer(out, text.as_ref())?,
        Cell::List(words) => serde_json::to_writer(out, words)?,
        Cell::Number(number) => serde_json::to_writer(out, &plain(*number))?,
        Cell::Day(_) | Cell::Clock(_) => serde_json::to_writer(out, &cell.shown())?,
    }
    Ok(())
}

/// A whole number is written without its fraction; a value that is no number is not there.
fn plain(number: f64) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        Some(Number::from(number as i64))
    } else {
        Number::from_f64(number)
    }
}
