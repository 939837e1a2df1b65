//! A table on its way out: columns with their names and widths, cells that know what they are, and a sheet that takes rows.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::Trouble;
use crate::domain::sanitize;

/// One column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its name, the same in every file and language; the import knows it.
    pub(super) name: &'static str,
    /// How wide it stands in a workbook, in letters.
    pub(super) width: u8,
}

/// One cell, by what it is: a date is a date where the file can say so.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Clean text.
    Text(Cow<'a, str>),
    /// Several clean words.
    List(Vec<String>),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// A time of day.
    Clock(NaiveTime),
}

impl<'a> Cell<'a> {
    /// Text, cleaned once more on its way out of the house.
    pub(super) fn text(text: &'a str) -> Self {
        if text.is_empty() {
            return Cell::Empty;
        }
        let clean = sanitize::text(text);
        // What was clean already, which is nearly everything, is not kept twice.
        Cell::Text(if clean == text {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(clean)
        })
    }

    /// Text of our own making.
    pub(super) fn said(text: String) -> Self {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(Cow::Owned(text))
        }
    }

    /// Several words; none is an empty cell.
    pub(super) fn list(words: Vec<String>) -> Self {
        if words.is_empty() {
            Cell::Empty
        } else {
            Cell::List(words)
        }
    }

    /// Whether it is text that must stay text.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Cell::Text(_) | Cell::List(_))
    }

    /// How it reads.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::List(words) => Cow::Owned(words.join(LIST)),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Day(day) => Cow::Owned(day.to_string()),
            Cell::Clock(time) => Cow::Owned(clock(*time)),
        }
    }
}

/// What stands between the words of a list in one cell.
const LIST: &str = ", ";

/// "09:30", and the seconds where there are some.
fn clock(time: NaiveTime) -> String {
    let form = if time.format("%S").to_string() == "00" {
        "%H:%M"
    } else {
        "%H:%M:%S"
    };
    time.format(form).to_string()
}

/// A file being written, row by row.
pub(super) trait Sheet {
    /// One more row; as many cells as there are columns.
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble>;

    /// The end of the file.
    fn close(self: Box<Self>) -> Result<(), Trouble>;
}

/// What takes rows.
pub(super) type Row<'r> = dyn FnMut(&[Cell<'_>]) -> Result<(), Trouble> + 'r;

/// Columns from names and widths.
macro_rules! columns {
    ($($name:literal $width:literal),* $(,)?) => {
        &[$(super::Column { name: $name, width: $width }),*]
    };
}
pub(super) use columns;
