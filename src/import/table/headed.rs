//! A grid of cells, from text or from a workbook, of which one row may be the header.

use std::borrow::Cow;

use super::{
    Cell, MOST_COLUMNS, Row, check_cell,
    delimited::{Record, Records},
    wrong_cell,
};
use crate::import::{
    Choices, Encoding,
    header::{Kind, NEAR_TOP, Top, top},
    reason::{Reason, quoted},
    report::Problem,
    workbook::{Held, Workbook},
};

/// A grid whose header is known.
pub(super) struct Headed<'a> {
    /// The header's line; none where the first row is one already.
    pub(super) header_line: Option<usize>,
    /// The first line that says something.
    pub(super) first_line: usize,
    grid: Grid<'a>,
}

enum Grid<'a> {
    Text {
        records: Records<'a>,
        separator: u8,
        encoding: Encoding,
    },
    Workbook(&'a Workbook),
}

/// The rows near the top that could be read, each with its line, and how wide the widest of them is.
struct NearTop {
    lines: Vec<usize>,
    rows: Vec<Vec<String>>,
    widest: usize,
}

/// How many rows are looked at to tell how wide a table without a header is.
const WIDTH_SEEN: usize = 200;

impl<'a> Headed<'a> {
    /// A grid of cells between separators.
    pub(super) fn in_text(
        text: &'a [u8],
        encoding: Encoding,
        kind: Kind,
        choices: &Choices,
    ) -> Result<(Self, Vec<String>), Problem> {
        let (separator, records) = Records::sniffed(text, choices.separator);
        let grid = Grid::Text {
            records,
            separator,
            encoding,
        };
        Headed::of(grid, kind, choices)
    }

    /// A workbook's sheet.
    pub(super) fn in_workbook(
        book: &'a Workbook,
        kind: Kind,
        choices: &Choices,
    ) -> Result<(Self, Vec<String>), Problem> {
        Headed::of(Grid::Workbook(book), kind, choices)
    }

    fn of(grid: Grid<'a>, kind: Kind, choices: &Choices) -> Result<(Self, Vec<String>), Problem> {
        let near = grid.near_top()?;
        let Top { place } = top(&near.rows, kind, choices.header);
        let header_line = place.and_then(|place| near.lines.get(place)).copied();
        let named = place.and_then(|place| near.rows.get(place));
        let mut header = named.cloned().unwrap_or_default();
        // Without a header the width is that of the rows; a sheet may say things beside its header as well.
        let width = match (&grid, named) {
            (Grid::Text { .. }, Some(_)) => header.len(),
            _ => near.widest.max(header.len()),
        };
        if width > MOST_COLUMNS {
            let line = header_line.or(near.lines.first().copied()).unwrap_or(1);
            let most = MOST_COLUMNS;
            return Err(Problem::of_row(line, Reason::TooManyColumns { most }));
        }
        for place in header.len()..width {
            header.push(if named.is_none() {
                (place + 1).to_string()
            } else {
                String::new()
            });
        }
        let headed = Headed {
            header_line,
            first_line: near.lines.first().copied().unwrap_or(1),
            grid,
        };
        Ok((headed, header))
    }

    pub(super) fn separator(&self) -> Option<u8> {
        match self.grid {
            Grid::Text { separator, .. } => Some(separator),
            Grid::Workbook(_) => None,
        }
    }

    pub(super) fn days_from_1904(&self) -> Option<bool> {
        match &self.grid {
            Grid::Text { .. } => None,
            Grid::Workbook(book) => Some(book.from_1904),
        }
    }

    /// The rows below the header; `near` gives those of the beginning only, and its last may be cut.
    pub(super) fn rows<'t>(
        &'t self,
        header: &'t [String],
        near: bool,
    ) -> Box<dyn Iterator<Item = Result<Row<'t>, Problem>> + 't> {
        let top = self.header_line.unwrap_or(0);
        match &self.grid {
            Grid::Text {
                records, encoding, ..
            } => {
                let records = if near {
                    records.near()
                } else {
                    records.clone()
                };
                let below = records.filter(move |record| match record {
                    Ok(record) => record.line > top,
                    Err(problem) => problem.row > top,
                });
                // Rows of a bulk file without a header end where they have no more to say.
                let ragged = self.header_line.is_none();
                Box::new(below.map(move |record| row_of(&record?, header, *encoding, ragged)))
            }
            Grid::Workbook(book) => {
                let below = book.rows().filter(move |(line, _)| *line > top);
                Box::new(below.map(|(line, cells)| sheet_row(line, &cells, header)))
            }
        }
    }
}

impl Grid<'_> {
    fn near_top(&self) -> Result<NearTop, Problem> {
        let mut near = NearTop {
            lines: Vec::new(),
            rows: Vec::new(),
            widest: 0,
        };
        let empty = || Problem::of_file(Reason::FileEmpty {});
        match self {
            Grid::Text {
                records, encoding, ..
            } => {
                let first = records.clone().next().ok_or_else(empty)??;
                let more = records.near().take(WIDTH_SEEN).flatten();
                let more = more.filter(|record| record.line > first.line);
                near.lines.push(first.line);
                near.rows.push(names_of(&first, *encoding, true)?);
                near.widest = first.said;
                for record in more {
                    near.widest = near.widest.max(record.said);
                    if near.rows.len() < NEAR_TOP {
                        near.lines.push(record.line);
                        near.rows.push(names_of(&record, *encoding, false)?);
                    }
                }
            }
            Grid::Workbook(book) => {
                for (place, (line, cells)) in book.rows().enumerate() {
                    let last = cells.last().map_or(0, |(column, ..)| column + 1);
                    near.widest = near.widest.max(last);
                    if place < NEAR_TOP {
                        let mut names = vec![String::new(); last.min(MOST_COLUMNS + 1)];
                        for (column, _, text) in cells {
                            if let Some(name) = names.get_mut(column) {
                                text.clone_into(name);
                            }
                        }
                        near.lines.push(line);
                        near.rows.push(names);
                    }
                }
            }
        }
        if near.rows.is_empty() {
            return Err(empty());
        }
        Ok(near)
    }
}

/// The cells of a row that may be the header. Only of the first row it is an error that they cannot be read.
fn names_of(record: &Record<'_>, encoding: Encoding, first: bool) -> Result<Vec<String>, Problem> {
    let mut names = Vec::with_capacity(record.cells.len());
    for cell in &record.cells {
        match cell.read() {
            Ok(name) => names.push(name.trim().to_owned()),
            Err(reason) if first => {
                return Err(Problem::of_row(record.line, in_encoding(reason, encoding)));
            }
            Err(_) => names.push(String::new()),
        }
    }
    if record.count > MOST_COLUMNS {
        names.resize(record.count.min(MOST_COLUMNS + 1), String::new());
    }
    Ok(names)
}

fn row_of<'a>(
    record: &Record<'a>,
    header: &[String],
    encoding: Encoding,
    ragged: bool,
) -> Result<Row<'a>, Problem> {
    let (line, expected, found) = (record.line, header.len(), record.count);
    // Cells behind the last column that say nothing are an export's crumbs.
    let fits = if ragged {
        record.said <= expected
    } else {
        found >= expected && record.said <= expected
    };
    if !fits {
        return Err(Problem::of_row(line, Reason::RowLength { expected, found }));
    }
    let mut cells = Vec::with_capacity(expected);
    for (cell, name) in record.cells.iter().zip(header) {
        let text = cell
            .read()
            .map_err(|reason| wrong_cell(line, name, in_encoding(reason, encoding)))?;
        cells.push(Cell::Text(text));
    }
    cells.resize(expected, Cell::Text(Cow::Borrowed("")));
    Ok(Row { line, cells })
}

/// Bytes that became no letter are told in the words of the encoding they were in.
fn in_encoding(reason: Reason, encoding: Encoding) -> Reason {
    match reason {
        Reason::NotUtf8 {} if encoding != Encoding::UTF_8 => Reason::BytesUnreadable {
            encoding: encoding.name().to_owned(),
        },
        reason => reason,
    }
}

fn sheet_row<'a>(
    line: usize,
    said: &[(usize, Held, &'a str)],
    header: &[String],
) -> Result<Row<'a>, Problem> {
    let mut cells = vec![Cell::Text(Cow::Borrowed("")); header.len()];
    for (column, held, text) in said {
        let Some(cell) = cells.get_mut(*column) else {
            let (expected, found) = (header.len(), column + 1);
            return Err(Problem::of_row(line, Reason::RowLength { expected, found }));
        };
        *cell = match held {
            Held::Number => Cell::Number((*text).to_owned()),
            Held::Failure => Cell::Refused(Reason::CellError {
                found: quoted(text),
            }),
            Held::Text => match check_cell(text) {
                Ok(()) => Cell::Text(Cow::Borrowed(text)),
                Err(reason) => Cell::Refused(reason),
            },
        };
    }
    Ok(Row { line, cells })
}
