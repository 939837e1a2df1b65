//! What an import says about a file: how many rows, how many taken, and every problem with its place.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{header::Names, reason::Reason};

/// Problems kept word for word; the rest are counted. A file with more is not mended by reading on.
pub const TOLD: usize = 10_000;

/// One thing wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line of the file on which the row begins (JSON: the object's number), from 1; 1 also for the file as a whole.
    pub row: usize,
    /// The column's name as the file writes it, made safe to show.
    pub column: Option<String>,
    /// What is wrong; in JSON its code and arguments stand beside the row.
    #[serde(flatten)]
    pub reason: Reason,
}

impl Problem {
    /// A problem of the row as a whole.
    pub fn of_row(row: usize, reason: Reason) -> Self {
        Problem {
            row,
            column: None,
            reason,
        }
    }

    /// A problem of the file as a whole.
    pub fn of_file(reason: Reason) -> Self {
        Problem::of_row(1, reason)
    }

    /// A problem of one cell.
    pub fn of_cell(row: usize, column: impl Into<String>, reason: Reason) -> Self {
        Problem {
            row,
            column: Some(column.into()),
            reason,
        }
    }
}

/// The account of one file. `rows` is always `accepted + rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows of data seen, the header and blank lines not counted.
    pub rows: usize,
    /// Rows without a problem so far.
    pub accepted: usize,
    /// Rows with at least one problem.
    pub rejected: usize,
    /// Columns that mean nothing to this kind of file.
    pub ignored_columns: Vec<String>,
    /// What is wrong, in the order of the file; at most [`TOLD`] of them.
    pub problems: Vec<Problem>,
    /// Problems beyond [`TOLD`], only counted.
    pub untold: usize,
    /// What the columns are called, for problems found later.
    #[serde(skip)]
    pub names: Names,
    #[serde(skip)]
    pub(super) spoiled: BTreeSet<usize>,
}

impl Report {
    /// A file that could not be read at all.
    pub fn refused(problem: Problem) -> Self {
        Report {
            problems: vec![problem],
            ..Report::default()
        }
    }

    /// Counts a row that reads well.
    pub fn accept(&mut self) {
        self.rows += 1;
        self.accepted += 1;
    }

    /// Counts a row that never became one.
    pub fn refuse_row(&mut self, row: usize, problems: Vec<Problem>) {
        self.rows += 1;
        self.rejected += 1;
        self.spoiled.insert(row);
        for problem in problems {
            self.note(problem);
        }
    }

    /// Takes back a row accepted earlier, when the desk knows better: an unknown client, a time in the gap.
    pub fn reject(&mut self, problem: Problem) {
        if self.spoiled.insert(problem.row) && self.accepted > 0 {
            self.accepted -= 1;
            self.rejected += 1;
        }
        self.note(problem);
    }

    /// Writes a problem down without touching the counts.
    pub fn note(&mut self, problem: Problem) {
        if self.problems.len() < TOLD {
            self.problems.push(problem);
        } else {
            self.untold += 1;
        }
    }

    /// Nothing wrong anywhere.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_two_problems_is_rejected_once() {
        let mut report = Report::default();
        report.accept();
        report.accept();
        report.reject(Problem::of_cell(
            2,
            "client",
            Reason::UnknownClient {
                name: "Kolos".into(),
            },
        ));
        report.reject(Problem::of_row(2, Reason::AlreadyThere {}));
        assert_eq!((report.rows, report.accepted, report.rejected), (2, 1, 1));
        assert_eq!(report.problems.len(), 2);
    }

    #[test]
    fn a_script_reads_row_column_reason() {
        let problem = Problem::of_cell(
            3,
            "дата",
            Reason::NoSuchDay {
                found: "31.02.2026".into(),
            },
        );
        let json = serde_json::to_string(&problem).unwrap();
        assert_eq!(
            json,
            r#"{"row":3,"column":"дата","reason":"no-such-day","found":"31.02.2026"}"#
        );
    }

    #[test]
    fn a_hopeless_file_does_not_fill_the_memory_with_complaints() {
        let mut report = Report::default();
        for row in 0..TOLD + 7 {
            report.refuse_row(row, vec![Problem::of_row(row, Reason::HalfQuote {})]);
        }
        assert_eq!(
            (report.problems.len(), report.untold, report.rejected),
            (TOLD, 7, TOLD + 7)
        );
    }
}
