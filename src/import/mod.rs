//! Files from outside become rows with a report; nothing here writes.

pub mod header;
pub mod messages;
pub mod number;
pub mod plan;
pub mod readings;
pub mod reason;
pub mod report;
mod sheet;
pub mod stamp;
pub mod table;

#[cfg(test)]
mod tests;

pub use header::{Assignment, Field};
pub use reason::{Detail, Reason};
pub use report::{Problem, Report};
pub use stamp::When;

/// What the command line says about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The client of every row that names none (`--client`); with it the file needs no such column.
    pub client: Option<String>,
    /// Columns whose meaning is said by hand (`--map COLUMN=FIELD`); they win over the names we know.
    pub map: Vec<Assignment>,
}

/// The rows that read well, and the account of all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported<T> {
    /// The rows without a problem, in the order of the file.
    pub rows: Vec<T>,
    /// Every row and every problem.
    pub report: Report,
}
