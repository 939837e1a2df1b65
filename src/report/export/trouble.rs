//! Why a file was not written, in words that name the way out.

use std::io;

use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::store::StoreError;

/// Why a file was not written. Nothing of it is left.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The desk could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written.
    #[error("file: {0}")]
    Io(#[from] io::Error),
    /// There is such a file already.
    #[error("there already: {0}")]
    There(String),
    /// A cell of a workbook cannot hold this text.
    #[error("a cell is too long: {column} of {row}")]
    CellTooLong {
        /// Its column.
        column: &'static str,
        /// How its row is known.
        row: String,
        /// How long it is, as the workbook counts.
        length: usize,
    },
    /// A sheet of a workbook cannot hold so many rows.
    #[error("too many rows")]
    TooManyRows,
}

impl Trouble {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            Trouble::Store(error) => error.words(),
            Trouble::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                Words::new("export-disk-full")
            }
            Trouble::Io(error) => Words::new("export-failed").with("detail", error),
            Trouble::There(file) => Words::new("export-there").with("file", sanitize::line(file)),
            Trouble::CellTooLong {
                column,
                row,
                length,
            } => Words::new("export-cell-too-long")
                .with("column", column)
                .with("row", sanitize::line(row))
                .with("length", length)
                .with("most", super::xlsx::LONGEST_CELL),
            Trouble::TooManyRows => {
                Words::new("export-too-many-rows").with("most", super::xlsx::MOST_ROWS - 1)
            }
        }
    }
}
