//! A file's bytes as a table with a header: CSV in its dialects, a JSON list of objects, JSON lines.
//!
//! The table borrows the bytes and is walked row by row, as often as needed: nothing but the row in hand is in memory.
//! A bad row is a problem in its place and never stops the others.

mod delimited;
mod json;

use std::borrow::Cow;

use super::{
    reason::{Reason, quoted},
    report::Problem,
};
use delimited::Records;
use json::Objects;

/// The largest file taken, in bytes: ten years of plans fit many times.
pub const LARGEST_FILE: usize = 256 << 20;
/// The largest cell taken, in bytes: sixty times the longest post any platform allows.
pub const LARGEST_CELL: usize = 1 << 20;
/// The most columns a header may have.
pub const MOST_COLUMNS: usize = 256;

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Cells between this separator: comma, semicolon or tab.
    Delimited(u8),
    /// Objects: one list of them, or one after another.
    Json,
}

/// One cell: text, or a number whose meaning is certain because JSON says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text as it stands in the file, not yet sanitised.
    Text(Cow<'a, str>),
    /// A JSON number with a point for the fraction.
    Number(String),
    /// A JSON value that no cell can hold, and why; it spoils its row only where the column means something.
    Refused(Reason),
}

impl Cell<'_> {
    /// What the cell says; nothing when it is refused.
    pub fn text(&self) -> &str {
        match self {
            Cell::Text(text) => text,
            Cell::Number(number) => number,
            Cell::Refused(_) => "",
        }
    }
}

/// One row: as many cells as the header has columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The line on which the row begins, or the object's number, from 1.
    pub line: usize,
    /// The cells in the order of the header.
    pub cells: Vec<Cell<'a>>,
}

/// A readable file: its header is known, its rows are still in the bytes.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    dialect: Dialect,
    header: Vec<String>,
    header_line: usize,
    body: Body<'a>,
}

#[derive(Debug, Clone)]
enum Body<'a> {
    Delimited(Records<'a>),
    Json(&'a [u8]),
}

impl<'a> Table<'a> {
    /// Finds the dialect and the header, or says why this is not a table.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        refuse_foreign(bytes).map_err(Problem::of_file)?;
        match bytes.iter().find(|b| !b.is_ascii_whitespace()) {
            None => Err(Problem::of_file(Reason::FileEmpty {})),
            Some(b'{' | b'[') => Table::open_json(bytes),
            Some(_) => Table::open_delimited(bytes),
        }
    }

    /// How the file is written.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The column names as the file writes them.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the header, to name it in a problem.
    pub fn header_line(&self) -> usize {
        self.header_line
    }

    /// The rows from the first one on; every call starts again.
    pub fn rows(&self) -> Box<dyn Iterator<Item = Result<Row<'a>, Problem>> + '_> {
        match &self.body {
            Body::Delimited(records) => {
                Box::new(records.clone().map(|record| self.row_of(&record?)))
            }
            Body::Json(bytes) => {
                let places = self
                    .header
                    .iter()
                    .enumerate()
                    .map(|(place, name)| (name.as_str(), place))
                    .collect();
                Box::new(Objects::of(bytes).map(move |object| object?.into_row(&places)))
            }
        }
    }

    fn open_delimited(bytes: &'a [u8]) -> Result<Self, Problem> {
        let (separator, mut records) = Records::sniffed(bytes);
        let Some(record) = records.next() else {
            return Err(Problem::of_file(Reason::FileEmpty {}));
        };
        let record = record?;
        if record.count > MOST_COLUMNS {
            return Err(Problem::of_row(
                record.line,
                Reason::TooManyColumns { most: MOST_COLUMNS },
            ));
        }
        let mut header = Vec::new();
        for cell in &record.cells {
            let name = cell.read().map_err(|reason| match reason {
                Reason::NotUtf8 {} => Problem::of_row(
                    record.line,
                    Reason::Encoding {
                        found: String::new(),
                    },
                ),
                other => Problem::of_row(record.line, other),
            })?;
            header.push(name.trim().to_owned());
        }
        let dialect = Dialect::Delimited(separator);
        Ok(Table {
            dialect,
            header,
            header_line: record.line,
            body: Body::Delimited(records),
        })
    }

    fn open_json(bytes: &'a [u8]) -> Result<Self, Problem> {
        let header = json::column_names(bytes)?;
        Ok(Table {
            dialect: Dialect::Json,
            header,
            header_line: 1,
            body: Body::Json(bytes),
        })
    }

    fn row_of(&self, record: &delimited::Record<'a>) -> Result<Row<'a>, Problem> {
        let (line, expected, found) = (record.line, self.header.len(), record.count);
        if found != expected {
            return Err(Problem::of_row(line, Reason::RowLength { expected, found }));
        }
        let mut cells = Vec::with_capacity(expected);
        for (cell, name) in record.cells.iter().zip(&self.header) {
            let text = cell
                .read()
                .map_err(|reason| Problem::of_cell(line, quoted(name), reason))?;
            cells.push(Cell::Text(text));
        }
        Ok(Row { line, cells })
    }
}

/// Refuses what is known not to be a table of UTF-8 text, by its first bytes.
fn refuse_foreign(bytes: &[u8]) -> Result<(), Reason> {
    if bytes.len() > LARGEST_FILE {
        return Err(Reason::FileTooBig {
            most_megabytes: LARGEST_FILE >> 20,
        });
    }
    let wide = |found: &str| {
        Err(Reason::Encoding {
            found: found.to_owned(),
        })
    };
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => wide("UTF-32"),
        // Two letters with a zero between them: UTF-16 that lost its mark.
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [1..=255, 0, 1..=255, 0, ..]
        | [0, 1..=255, 0, 1..=255, ..] => wide("UTF-16"),
        // Workbooks are archives; the others are what gets picked by mistake.
        [b'P', b'K', 3, 4, ..]
        | [0xD0, 0xCF, 0x11, 0xE0, ..]
        | [b'%', b'P', b'D', b'F', ..]
        | [0x89, b'P', b'N', b'G', ..] => Err(Reason::NotATable {}),
        _ => Ok(()),
    }
}

/// Refuses a cell that is too long or binary.
fn check_cell(text: &str) -> Result<(), Reason> {
    if text.len() > LARGEST_CELL {
        Err(Reason::CellTooLong {
            most_kilobytes: LARGEST_CELL >> 10,
        })
    } else if text.contains('\0') {
        Err(Reason::NulByte {})
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
