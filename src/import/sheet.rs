//! The walk every import shares: table, header, what the columns prove, then row by row into types.

use super::{
    Choices, Field, Imported, Problem, Reason, Report, When,
    header::{Columns, Kind},
    number::{self, Fraction, FractionProof},
    reason::quoted,
    stamp::{self, Order, OrderProof, Part},
    table::{Cell, Row, Table},
};
use crate::domain::sanitize;

/// The most rows taken from one file; what follows is said to be unread.
pub(super) const MOST_ROWS: usize = 1_000_000;

/// Reads a file into rows of one kind. `into_row` gets the cells and complains into them; a row with complaints is rejected.
pub(super) fn read<T>(
    bytes: &[u8],
    kind: Kind,
    choices: &Choices,
    into_row: impl Fn(&mut Cells) -> Option<T>,
) -> Imported<T> {
    let refused = |problem| Imported {
        rows: Vec::new(),
        report: Report::refused(problem),
    };
    let table = match Table::open(bytes) {
        Ok(table) => table,
        Err(problem) => return refused(problem),
    };
    let columns = match Columns::find(&table, kind, choices) {
        Ok(columns) => columns,
        Err(problem) => return refused(problem),
    };
    let proven = Proven::by(&table, &columns);
    let mut report = Report {
        ignored_columns: columns.ignored.clone(),
        names: columns.names.clone(),
        ..Report::default()
    };
    let mut rows = Vec::new();
    for row in table.rows() {
        if report.rows == MOST_ROWS {
            let line = row.map_or_else(|problem| problem.row, |row| row.line);
            report.note(Problem::of_row(
                line,
                Reason::TooManyRows { most: MOST_ROWS },
            ));
            break;
        }
        match row {
            Err(problem) => report.refuse_row(problem.row, vec![problem]),
            Ok(row) => {
                let mut cells = Cells {
                    row: &row,
                    columns: &columns,
                    choices,
                    proven,
                    problems: Vec::new(),
                };
                cells.refuse_values(kind);
                let read = if cells.problems.is_empty() {
                    into_row(&mut cells)
                } else {
                    None
                };
                match (read, cells.problems) {
                    (Some(good), problems) if problems.is_empty() => {
                        rows.push(good);
                        report.accept();
                    }
                    (_, problems) => report.refuse_row(row.line, problems),
                }
            }
        }
    }
    Imported { rows, report }
}

/// What whole columns prove about their cells.
#[derive(Debug, Clone, Copy, Default)]
struct Proven {
    order: Order,
    fraction: Fraction,
}

impl Proven {
    fn by(table: &Table, columns: &Columns) -> Proven {
        let dates = [Field::Date, Field::At].map(|field| columns.place(field));
        let value = columns.place(Field::Value);
        let (mut order, mut fraction) = (OrderProof::default(), FractionProof::default());
        for row in table.rows().take(MOST_ROWS).flatten() {
            for place in dates.into_iter().flatten() {
                order.see(row.cells.get(place).map_or("", Cell::text));
            }
            if let Some(Cell::Text(cell)) = value.and_then(|place| row.cells.get(place)) {
                fraction.see(cell);
            }
        }
        Proven {
            order: order.order(),
            fraction: fraction.fraction(),
        }
    }
}

/// One row, asked by field. Every wrong cell of a row is told, not only the first.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
    choices: &'r Choices,
    proven: Proven,
    problems: Vec<Problem>,
}

impl<'r> Cells<'r> {
    /// The row's line in the file.
    pub(super) fn line_number(&self) -> usize {
        self.row.line
    }

    /// The cell as the file has it; empty when there is no such column.
    pub(super) fn raw(&self, field: Field) -> &'r str {
        self.cell(field).map_or("", Cell::text)
    }

    /// The cell as one safe line.
    pub(super) fn line(&self, field: Field) -> String {
        sanitize::line(self.raw(field).trim()).trim().to_owned()
    }

    /// The cell as safe text of several lines.
    pub(super) fn text(&self, field: Field) -> String {
        sanitize::text(self.raw(field).trim()).trim().to_owned()
    }

    /// A line that must not be empty.
    pub(super) fn needed(&mut self, field: Field) -> String {
        let line = self.line(field);
        if line.is_empty() {
            self.complain(field, Reason::CellEmpty {});
        }
        line
    }

    /// The row's client, or the one the command line names.
    pub(super) fn client(&mut self) -> String {
        match &self.choices.client {
            Some(client) if self.raw(Field::Client).trim().is_empty() => {
                sanitize::line(client.trim())
            }
            _ => self.needed(Field::Client),
        }
    }

    /// When, from the date or date-and-time column and the time column; `None` when all are empty or wrong.
    pub(super) fn when(&mut self) -> Option<When> {
        let (date, at, time) = (
            self.raw(Field::Date).trim(),
            self.raw(Field::At).trim(),
            self.raw(Field::Time).trim(),
        );
        let order = self.proven.order;
        // Two date columns may agree; if both speak, both must say the same.
        let (field, first) = if at.is_empty() {
            (Field::Date, date)
        } else {
            (Field::At, at)
        };
        let place = |(part, reason)| match part {
            Part::Time => (Field::Time, reason),
            Part::Date => (field, reason),
        };
        let read = stamp::when(first, time, order)
            .map_err(place)
            .and_then(|when| match when {
                Some(found) if field == Field::At => agreed(found, date, order),
                _ => Ok(when),
            });
        read.unwrap_or_else(|(field, reason)| {
            self.complain(field, reason);
            None
        })
    }

    /// The value cell as a number.
    pub(super) fn value(&mut self) -> Option<f64> {
        let read = match self.cell(Field::Value) {
            // JSON numbers mean what they say; only text has to prove its comma.
            Some(Cell::Number(number)) => number::value(number, Fraction::Point),
            cell if cell.is_none_or(|cell| cell.text().trim().is_empty()) => {
                Err(Reason::CellEmpty {})
            }
            cell => number::value(cell.map_or("", Cell::text), self.proven.fraction),
        };
        read.map_err(|reason| self.complain(Field::Value, reason))
            .ok()
    }

    /// Complains about values that no cell can hold, where their column means something.
    fn refuse_values(&mut self, kind: Kind) {
        for field in kind.fields() {
            if let Some(Cell::Refused(reason)) = self.cell(*field) {
                self.complain(*field, reason.clone());
            }
        }
    }

    /// Notes that a cell is wrong; the row will be rejected.
    pub(super) fn complain(&mut self, field: Field, reason: Reason) {
        let column = self.columns.names.of(field);
        self.problems
            .push(Problem::of_cell(self.row.line, column, reason));
    }

    fn cell(&self, field: Field) -> Option<&'r Cell<'r>> {
        self.columns
            .place(field)
            .and_then(|place| self.row.cells.get(place))
    }
}

/// What two date columns say together: the date's cell is empty, the same day, or the same time.
fn agreed(found: When, date: &str, order: Order) -> Result<Option<When>, (Field, Reason)> {
    let second = stamp::when(date, "", order).map_err(|(_, reason)| (Field::Date, reason))?;
    let same = match second {
        None => true,
        Some(When::Day(day)) => day == found.day(),
        Some(other) => other == found,
    };
    if same {
        Ok(Some(found))
    } else {
        let found = quoted(date);
        Err((Field::Date, Reason::TwoTimes { found }))
    }
}
