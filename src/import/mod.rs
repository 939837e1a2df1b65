//! Files from outside become rows with a report; nothing here writes.

mod encoding;
mod form;
pub mod header;
pub mod messages;
pub mod number;
mod places;
pub mod plan;
pub mod readings;
pub mod reason;
pub mod report;
mod sheet;
mod sniffed;
mod source;
pub mod stamp;
pub mod table;
mod workbook;

#[cfg(test)]
mod tests;

pub use encoding::{Encoding, NoEncoding};
pub use form::{Form, NoForm};
pub use header::{Assignment, By, Column, Field, Kind};
pub use reason::{Detail, Reason};
pub use report::{Problem, Report};
pub use sniffed::{Sniffed, sniff};
pub use stamp::{Dates, Order, When};

/// What she says about a file, on the command line or in the window; what she leaves out is told by the file itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The client of every row that names none (`--client`); with it the file needs no such column.
    pub client: Option<String>,
    /// The channels of every row that names none; with them the file needs no such column.
    pub channels: Vec<String>,
    /// Columns whose meaning is said by hand (`--map COLUMN=FIELD`); they win over the names we know.
    pub map: Vec<Assignment>,
    /// What the file is made of.
    pub form: Option<Form>,
    /// What its text is in.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub separator: Option<u8>,
    /// The sheet to be read, by its name.
    pub sheet: Option<String>,
    /// Whether its first row is a header.
    pub header: Option<bool>,
    /// Which number comes first in its dates (`--dates`).
    pub order: Option<Order>,
}

/// The rows that read well, and the account of all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported<T> {
    /// The rows without a problem, in the order of the file.
    pub rows: Vec<T>,
    /// Every row and every problem.
    pub report: Report,
}
