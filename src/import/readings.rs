//! Readings from a file: one row, one measured value.

use chrono::NaiveDate;

use super::{Choices, Field, Imported, Reason, When, header::Kind, sheet};

/// One measured value, as the file says it: names are still only names.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingRow {
    /// Its line in the file.
    pub row: usize,
    /// The day it is for, as the cell writes it.
    pub date: NaiveDate,
    /// When exactly, where the file gives a time.
    pub at: When,
    /// Whose number it is.
    pub client: String,
    /// The channel, or empty for the client as a whole.
    pub channel: String,
    /// The post, or empty for the channel as a whole.
    pub post: String,
    /// What was measured.
    pub metric: String,
    /// The value: finite; per cent as written, 5.3 for `5,3 %`.
    pub value: f64,
}

/// Reads readings. Never fails: a file that cannot be read is a report without rows.
pub fn read(bytes: &[u8], choices: &Choices) -> Imported<ReadingRow> {
    sheet::read(bytes, Kind::Readings, choices, |cells| {
        let empty = [Field::Date, Field::At, Field::Time]
            .iter()
            .all(|field| cells.raw(*field).trim().is_empty());
        if empty {
            cells.complain(Field::Date, Reason::CellEmpty {});
        }
        let at = cells.when();
        let (client, metric, value) = (cells.client(), cells.needed(Field::Metric), cells.value());
        let at = at?;
        Some(ReadingRow {
            row: cells.line_number(),
            date: at.day(),
            at,
            client,
            channel: cells.line(Field::Channel),
            post: cells.line(Field::Post),
            metric,
            value: value?,
        })
    })
}
