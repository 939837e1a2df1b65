//! A workbook's sheet as rows of text and numbers, kept small: every text once, every cell sixteen bytes.
//!
//! Dates and times of cells become text as ISO writes it, because a workbook knows them; formulas are their last values.

mod cells;
mod guard;
mod merged;
mod tags;

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use super::reason::{Reason, quoted};
use crate::domain::fold::fold;
use cells::Cells;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// Words, or a date or time in ISO.
    Text,
    /// A number.
    Number,
    /// A formula's failure.
    Failure,
}

/// One cell that says something: where it stands in its row, and where its text lies.
#[derive(Debug, Clone, Copy)]
struct Spot {
    column: u32,
    from: u32,
    to: u32,
    held: Held,
}

/// One row that says something.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Its number in the sheet, from 1.
    number: u32,
    /// Its first spot.
    first: usize,
}

/// One sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Workbook {
    /// Every sheet that can be read, as they stand.
    pub(super) sheets: Vec<String>,
    /// The one that is here.
    pub(super) sheet: String,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
    texts: String,
    spots: Vec<Spot>,
    lines: Vec<Line>,
}

impl Workbook {
    /// Reads the sheet of this name, or the first that is shown.
    pub(super) fn open(bytes: &[u8], wanted: Option<&str>) -> Result<Workbook, Reason> {
        guard::weigh(bytes, guard::MOST_UNPACKED)?;
        let broken = |_| Reason::WorkbookBroken {};
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
        let sheets = book.sheets_metadata().iter();
        let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (shown, hidden): (Vec<_>, Vec<_>) =
            sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
        let first = shown.first().or(hidden.first());
        let first = first.ok_or(Reason::FileEmpty {})?.name.clone();
        let names: Vec<String> = shown
            .iter()
            .chain(&hidden)
            .map(|sheet| sheet.name.clone())
            .collect();
        let sheet = match wanted {
            None => first,
            Some(name) => named(&names, name)?,
        };
        let from_1904 = book.has_1904_epoch();
        let areas = book.merge_cells_by_sheet_name(&sheet).map_err(broken)?;
        let mut reader = book.worksheet_cells_reader(&sheet).map_err(broken)?;
        let mut cells = Cells::default();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
            let style = reader.styles().get(style);
            let format = style.and_then(|style| style.number_format.as_ref());
            let code = format.map_or("", |format| format.format_code.as_str());
            cells.take(cell.get_position(), cell.get_value(), code)?;
        }
        let (texts, mut placed) = cells.into_parts()?;
        merged::fill(&mut placed, &areas)?;
        let mut book = Workbook {
            sheets: names.iter().map(|name| quoted(name)).collect(),
            sheet: quoted(&sheet),
            from_1904,
            texts,
            spots: Vec::with_capacity(placed.len()),
            lines: Vec::new(),
        };
        for (row, spot) in placed {
            let number = row + 1;
            if book.lines.last().is_none_or(|line| line.number != number) {
                let first = book.spots.len();
                book.lines.push(Line { number, first });
            }
            book.spots.push(spot);
        }
        Ok(book)
    }

    /// Its rows that say something: each with its number in the sheet and its cells by their columns, from 0.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, Vec<(usize, Held, &str)>)> {
        let ends = self.lines.iter().skip(1).map(|line| line.first);
        let ends = ends.chain([self.spots.len()]);
        self.lines.iter().zip(ends).map(|(line, end)| {
            let spots = self.spots.get(line.first..end).unwrap_or_default();
            let cells = spots.iter().map(|spot| {
                let lies = spot.from as usize..spot.to as usize;
                let text = self.texts.get(lies).unwrap_or_default();
                (spot.column as usize, spot.held, text)
            });
            (line.number as usize, cells.collect())
        })
    }
}

/// The sheet she names: exactly, or in any case.
fn named(names: &[String], wanted: &str) -> Result<String, Reason> {
    let folded = fold(wanted.trim());
    let found = names
        .iter()
        .find(|name| *name == wanted)
        .or_else(|| names.iter().find(|name| fold(name.trim()) == folded));
    found.cloned().ok_or_else(|| Reason::SheetMissing {
        name: quoted(wanted),
        found: names.iter().take(40).map(|name| quoted(name)).collect(),
    })
}

#[cfg(test)]
mod tests;
