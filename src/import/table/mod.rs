//! A file as a table: a header and rows, whatever its form is.
//!
//! The table borrows the file and is walked row by row, as often as needed: nothing but the row in hand is in memory.
//! A bad row is a problem in its place and never stops the others.

mod delimited;
mod headed;
mod json;
mod markdown;

use std::borrow::Cow;

use super::{
    Choices, Encoding, Form,
    header::Kind,
    reason::{Reason, quoted},
    report::Problem,
    source::{Body as Source, Source as File},
};
use headed::Headed;
use json::Objects;
use markdown::Entries;

/// The largest file taken, in bytes: ten years of plans fit many times.
pub const LARGEST_FILE: usize = 256 << 20;
/// The largest cell taken, in bytes: sixty times the longest post any platform allows.
pub const LARGEST_CELL: usize = 1 << 20;
/// The most columns a header may have.
pub const MOST_COLUMNS: usize = 256;

/// One cell: text, or a number whose meaning is certain because its form says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text as it stands in the file, not yet sanitised.
    Text(Cow<'a, str>),
    /// A number of JSON or of a workbook, with a point for the fraction.
    Number(String),
    /// A value that no cell can hold, and why; it spoils its row only where the column means something.
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

/// A readable file: its header is known, its rows are still in the file.
pub(super) struct Table<'a> {
    pub(super) form: Form,
    /// What the text was in; a workbook has no say in it.
    pub(super) encoding: Option<Encoding>,
    header: Vec<String>,
    body: Body<'a>,
}

enum Body<'a> {
    /// A grid of cells of which one row may be the header.
    Headed(Box<Headed<'a>>),
    Json(&'a [u8]),
    Markdown(&'a [u8]),
}

impl<'a> Table<'a> {
    /// Finds the header, or says why this is not a table.
    pub(super) fn open(file: &'a File<'_>, kind: Kind, choices: &Choices) -> Result<Self, Problem> {
        let (encoding, header, body) = match &file.body {
            Source::Workbook(book) => {
                let (headed, header) = Headed::in_workbook(book, kind, choices)?;
                (None, header, Body::Headed(Box::new(headed)))
            }
            Source::Text(text, encoding) => {
                let (header, body) = match file.form {
                    Form::Json => (json::column_names(text)?, Body::Json(text)),
                    Form::Markdown => (markdown::column_names(text)?, Body::Markdown(text)),
                    Form::Csv | Form::Xlsx => {
                        let (headed, header) = Headed::in_text(text, *encoding, kind, choices)?;
                        (header, Body::Headed(Box::new(headed)))
                    }
                };
                (Some(*encoding), header, body)
            }
        };
        Ok(Table {
            form: file.form,
            encoding,
            header,
            body,
        })
    }

    /// The column names as the file writes them; numbers where it has no header.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// Whether the columns have names of their own.
    pub(super) fn has_names(&self) -> bool {
        match &self.body {
            Body::Headed(headed) => headed.header_line.is_some(),
            Body::Json(_) | Body::Markdown(_) => true,
        }
    }

    /// The line of the header, to name it in a problem.
    pub(super) fn header_line(&self) -> usize {
        match &self.body {
            Body::Headed(headed) => headed.header_line.unwrap_or(headed.first_line),
            Body::Json(_) | Body::Markdown(_) => 1,
        }
    }

    /// What stands between cells, where something does.
    pub(super) fn separator(&self) -> Option<u8> {
        match &self.body {
            Body::Headed(headed) => headed.separator(),
            Body::Json(_) | Body::Markdown(_) => None,
        }
    }

    /// Where days are counted from 1904, or from 1900; none where a number is no date.
    pub(super) fn days_from_1904(&self) -> Option<bool> {
        match &self.body {
            Body::Headed(headed) => headed.days_from_1904(),
            Body::Json(_) | Body::Markdown(_) => None,
        }
    }

    /// Rows of the beginning, to see what they look like.
    pub(super) fn near_rows(&self) -> Box<dyn Iterator<Item = Result<Row<'_>, Problem>> + '_> {
        match &self.body {
            Body::Headed(headed) => headed.rows(&self.header, true),
            Body::Json(_) | Body::Markdown(_) => self.rows(),
        }
    }

    /// The rows from the first one on; every call starts again.
    pub(super) fn rows(&self) -> Box<dyn Iterator<Item = Result<Row<'_>, Problem>> + '_> {
        match &self.body {
            Body::Headed(headed) => headed.rows(&self.header, false),
            Body::Json(text) => {
                let places = self.header.iter().enumerate();
                let places = places.map(|(place, name)| (name.as_str(), place)).collect();
                Box::new(Objects::of(text).map(move |object| object?.into_row(&places)))
            }
            Body::Markdown(text) => {
                Box::new(Entries::of(text).map(|entry| entry.into_row(&self.header)))
            }
        }
    }
}

/// Text of bytes that should be UTF-8 by now.
fn text_of(bytes: &[u8]) -> Result<&str, Reason> {
    if bytes.len() > LARGEST_CELL {
        return Err(Reason::CellTooLong {
            most_kilobytes: LARGEST_CELL >> 10,
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Reason::NotUtf8 {})?;
    check_cell(text).map(|()| text)
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

/// A problem of one cell, with the column as the file names it.
fn wrong_cell(line: usize, name: &str, reason: Reason) -> Problem {
    Problem::of_cell(line, quoted(name), reason)
}

#[cfg(test)]
mod tests;
