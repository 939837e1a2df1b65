//! The walk every import shares: table, header, what the columns prove, then row by row into types.

use std::borrow::Cow;

use super::{
    Choices, Dates, Field, Form, Imported, Problem, Reason, Report, When,
    header::{Columns, Kind, is_total, network, ticked},
    number::{self, Fraction, FractionProof},
    places,
    reason::quoted,
    source::Source,
    stamp::{self, Order, OrderProof, Part},
    table::{Cell, Row, Table},
};
use crate::domain::formula::unguarded;
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
    let file = match Source::open(bytes, choices) {
        Ok(file) => file,
        Err(problem) => return refused(problem),
    };
    let found = Table::open(&file, kind, choices).and_then(|table| {
        let columns = Columns::find(&table, kind, choices)?;
        columns.check(kind, choices)?;
        Ok((table, columns))
    });
    match found {
        Ok((table, columns)) => walk(&table, &columns, kind, choices, into_row),
        Err(problem) => refused(problem),
    }
}

fn refused<T>(problem: Problem) -> Imported<T> {
    Imported {
        rows: Vec::new(),
        report: Report::refused(problem),
    }
}

fn walk<T>(
    table: &Table<'_>,
    columns: &Columns,
    kind: Kind,
    choices: &Choices,
    into_row: impl Fn(&mut Cells) -> Option<T>,
) -> Imported<T> {
    let proven = Proven {
        order: dates_of(table, columns, choices.order).order(),
        fraction: fraction_of(table, columns),
        days_from_1904: table.days_from_1904(),
    };
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
                if let Some(reason) = no_row(table, &row) {
                    let problem = Problem::of_row(row.line, reason);
                    report.refuse_row(row.line, vec![problem]);
                    continue;
                }
                let mut cells = Cells {
                    row: &row,
                    columns,
                    choices,
                    proven,
                    is_sheet: matches!(table.form, Form::Csv | Form::Xlsx),
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

/// Why a row that could be read is none: the header once more, or sums.
fn no_row(table: &Table<'_>, row: &Row<'_>) -> Option<Reason> {
    let said = row
        .cells
        .iter()
        .map(|cell| cell.text().trim())
        .zip(table.header());
    let mut said = said.filter(|(text, _)| !text.is_empty());
    let (first, name) = said.next()?;
    if table.has_names() && first == name {
        let rest: Vec<bool> = said.map(|(text, name)| text == name).collect();
        if !rest.is_empty() && rest.iter().all(|same| *same) {
            return Some(Reason::HeaderAgain {});
        }
    }
    // A word of a few letters, not a text that begins with it.
    (first.len() <= LONGEST_TOTAL && is_total(first)).then_some(Reason::TotalsRow {})
}

/// The longest word for a total, in bytes.
const LONGEST_TOTAL: usize = 40;

/// What whole columns prove about their cells.
#[derive(Debug, Clone, Copy, Default)]
struct Proven {
    order: Option<Order>,
    fraction: Fraction,
    /// Where a number is a day, and from when it counts.
    days_from_1904: Option<bool>,
}

/// What the dates of a file prove about their order.
pub(super) fn dates_of(table: &Table<'_>, columns: &Columns, said: Option<Order>) -> Dates {
    let places = [Field::Date, Field::At].map(|field| columns.place(field));
    let mut proof = OrderProof::default();
    for row in table.rows().take(MOST_ROWS).flatten() {
        for place in places.into_iter().flatten() {
            proof.see(row.cells.get(place).map_or("", Cell::text));
        }
    }
    proof.dates(said)
}

fn fraction_of(table: &Table<'_>, columns: &Columns) -> Fraction {
    let mut proof = FractionProof::default();
    let Some(place) = columns.place(Field::Value) else {
        return proof.fraction();
    };
    for row in table.rows().take(MOST_ROWS).flatten() {
        if let Some(Cell::Text(cell)) = row.cells.get(place) {
            proof.see(cell);
        }
    }
    proof.fraction()
}

/// One row, asked by field. Every wrong cell of a row is told, not only the first.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
    choices: &'r Choices,
    proven: Proven,
    /// Whether the file is a table for spreadsheets.
    is_sheet: bool,
    problems: Vec<Problem>,
}

impl<'r> Cells<'r> {
    /// The row's line in the file.
    pub(super) fn line_number(&self) -> usize {
        self.row.line
    }

    /// The cell as the file has it; empty when there is no such column.
    pub(super) fn raw(&self, field: Field) -> &'r str {
        self.cell(field).map_or("", |cell| self.said(cell))
    }

    /// What a cell says. In a table for spreadsheets an apostrophe may guard it from being calculated.
    fn said(&self, cell: &'r Cell<'r>) -> &'r str {
        match cell {
            Cell::Text(text) if self.is_sheet => unguarded(text),
            cell => cell.text(),
        }
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
        let [mut date, mut at, mut time] =
            [Field::Date, Field::At, Field::Time].map(|field| self.dated(field));
        // «Дата» beside «Время публикации»: the second is a time of the first, whatever else its name can mean.
        let mut timed_by = Field::Time;
        if time.is_empty() && !date.is_empty() && stamp::is_clock(&at) {
            timed_by = Field::At;
            std::mem::swap(&mut time, &mut at);
        }
        let order = self.proven.order;
        // Two date columns may agree; if both speak, both must say the same.
        let (field, first) = if at.is_empty() {
            (Field::Date, std::mem::take(&mut date))
        } else {
            (Field::At, at)
        };
        let place = |(part, reason)| match part {
            Part::Time => (timed_by, reason),
            Part::Date => (field, reason),
        };
        let read = stamp::when(&first, &time, order)
            .map_err(place)
            .and_then(|when| match when {
                Some(found) if field == Field::At => agreed(found, &date, order),
                _ => Ok(when),
            });
        read.unwrap_or_else(|(field, reason)| {
            self.complain(field, reason);
            None
        })
    }

    /// A cell of a date or a time; where numbers are days, as ISO writes it.
    fn dated(&self, field: Field) -> Cow<'r, str> {
        match (self.cell(field), self.proven.days_from_1904) {
            (Some(Cell::Number(number)), Some(from_1904)) => {
                let day = stamp::serial(number, from_1904);
                day.map_or(Cow::Borrowed(number.as_str()), Cow::Owned)
            }
            (cell, _) => Cow::Borrowed(cell.map_or("", |cell| self.said(cell)).trim()),
        }
    }

    /// The networks whose columns are ticked, as we call them.
    pub(super) fn ticked(&mut self) -> Vec<String> {
        let columns = self.columns;
        let mut networks = Vec::new();
        for place in columns.places(Field::Ticked) {
            let word = self.row.cells.get(*place).map_or("", Cell::text);
            let name = columns.name(*place);
            match ticked(word) {
                Some(true) => networks.push(network(name).unwrap_or(name).to_owned()),
                Some(false) => {}
                None => {
                    let found = quoted(word);
                    let reason = Reason::TickUnreadable { found };
                    let problem = Problem::of_cell(self.row.line, name, reason);
                    self.problems.push(problem);
                }
            }
        }
        networks
    }

    /// The files of all columns that name some, in the order of the columns.
    pub(super) fn files(&self, field: Field) -> Vec<String> {
        let cells = self.many(field).flat_map(places::files);
        cells.collect()
    }

    /// The words of all columns of a field: one for each column, or those of one cell between `||`.
    pub(super) fn words(&self, field: Field) -> Vec<String> {
        let line = |cell: &str| sanitize::line(cell.trim()).trim().to_owned();
        let mut words: Vec<String> = match self.columns.places(field) {
            [_] => self
                .many(field)
                .flat_map(|cell| cell.split("||"))
                .map(line)
                .collect(),
            _ => self.many(field).map(line).collect(),
        };
        while words.last().is_some_and(String::is_empty) {
            words.pop();
        }
        words
    }

    fn many(&self, field: Field) -> impl Iterator<Item = &'r str> {
        let row = self.row;
        let places = self.columns.places(field).iter();
        places.map(|place| row.cells.get(*place).map_or("", |cell| self.said(cell)))
    }

    /// The value cell as a number.
    pub(super) fn value(&mut self) -> Option<f64> {
        let read = match self.cell(Field::Value) {
            // Numbers of JSON and workbooks mean what they say; only text has to prove its comma.
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
            for place in self.columns.places(*field) {
                if let Some(Cell::Refused(reason)) = self.row.cells.get(*place) {
                    let name = self.columns.name(*place);
                    let problem = Problem::of_cell(self.row.line, name, reason.clone());
                    self.problems.push(problem);
                }
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
fn agreed(found: When, date: &str, order: Option<Order>) -> Result<Option<When>, (Field, Reason)> {
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
