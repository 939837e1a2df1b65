//! A workbook of one sheet, written row by row: dates are dates, text is text and never a formula, the header stands still.
//!
//! The ready-made writers keep the whole sheet in memory, or stop the program when the disk is full.

use std::borrow::Cow;
use std::cell::Cell as Flag;
use std::io::{self, Write};
use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime, Timelike};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use super::{Cell, Column, Sheet, Trouble};
use crate::domain::formula::needs_guard_as_text;

/// Characters a cell holds, as workbooks count: in units of UTF-16.
pub(super) const LONGEST_CELL: usize = 32_767;

/// Rows a sheet holds, its header among them.
pub(super) const MOST_ROWS: usize = 1_048_576;

/// The looks of cells, by their places in the styles below.
const HEADER: u8 = 1;
const TEXT: u8 = 2;
const DAY: u8 = 3;
const MINUTES: u8 = 4;
const SECONDS: u8 = 5;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
    </Types>";

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
    </Relationships>";

const WORKBOOK_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    </Relationships>";

const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"hh:mm\"/>\
    <numFmt numFmtId=\"166\" formatCode=\"hh:mm:ss\"/></numFmts>\
    <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
    <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
    <xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
    <xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
    </cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

/// The archive that a workbook is.
type Archive<'w> = ZipWriter<StreamWriter<Gate<'w>>>;

/// The way to the file. An archive that is given up would write its end all the same, and complain on the screen that it
/// cannot: behind a shut gate everything is taken and nothing is written.
struct Gate<'w> {
    out: &'w mut dyn Write,
    shut: Rc<Flag<bool>>,
}

impl Write for Gate<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.shut.get() {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        let failed = |error: &io::Error| error.kind() != io::ErrorKind::Interrupted;
        self.shut.set(written.as_ref().is_err_and(failed));
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.shut.get() {
            Ok(())
        } else {
            self.out.flush()
        }
    }
}

/// Shuts the gate when it goes.
struct Shutter(Rc<Flag<bool>>);

impl Drop for Shutter {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// A file being written. What is given up before its end shuts the gate first.
pub(super) struct Xlsx<'w> {
    shutter: Shutter,
    zip: Archive<'w>,
    columns: &'static [Column],
    row: usize,
    line: Vec<u8>,
}

impl<'w> Xlsx<'w> {
    /// Begins with everything that stands around the rows, and the names of the columns.
    pub(super) fn open(
        name: &str,
        columns: &'static [Column],
        out: &'w mut dyn Write,
    ) -> Result<Self, Trouble> {
        let shut = Rc::new(Flag::new(false));
        let shutter = Shutter(Rc::clone(&shut));
        let mut zip = ZipWriter::new_stream(Gate { out, shut });
        let workbook = format!(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        for (file, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
            ("xl/styles.xml", STYLES),
        ] {
            start(&mut zip, file)?;
            zip.write_all(XML.as_bytes())?;
            zip.write_all(text.as_bytes())?;
        }
        start(&mut zip, "xl/worksheets/sheet1.xml")?;
        let mut sheet = Self {
            shutter,
            zip,
            columns,
            row: 0,
            line: head(columns),
        };
        sheet.begin_row()?;
        for (place, column) in columns.iter().enumerate() {
            sheet.push_text(place, column.name, HEADER)?;
        }
        sheet.end_row()?;
        Ok(sheet)
    }

    fn begin_row(&mut self) -> Result<(), Trouble> {
        if self.row == MOST_ROWS {
            return Err(Trouble::TooManyRows);
        }
        self.row += 1;
        Ok(write!(self.line, "<row r=\"{}\">", self.row)?)
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        self.line.extend_from_slice(b"</row>");
        self.zip.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }

    /// Text that stays text: it stands in the cell itself, and cells of text have no formulas.
    fn push_text(&mut self, place: usize, text: &str, look: u8) -> Result<(), Trouble> {
        let length = text.encode_utf16().count() + usize::from(needs_guard_as_text(text));
        let column = self.columns.get(place).map_or("", |it| it.name);
        if length > LONGEST_CELL {
            let row = self.row.to_string();
            return Err(Trouble::CellTooLong {
                column,
                row,
                length,
            });
        }
        let at = self.name_of(place);
        let mark = if needs_guard_as_text(text) { "'" } else { "" };
        write!(
            self.line,
            "<c r=\"{at}\" s=\"{look}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{mark}{}</t></is></c>",
            escaped(text)
        )?;
        Ok(())
    }

    fn push_number(&mut self, place: usize, number: f64, look: u8) -> Result<(), Trouble> {
        let at = self.name_of(place);
        Ok(write!(
            self.line,
            "<c r=\"{at}\" s=\"{look}\"><v>{number}</v></c>"
        )?)
    }

    /// "B7".
    fn name_of(&self, place: usize) -> String {
        format!("{}{}", column_name(place), self.row)
    }
}

impl Sheet for Xlsx<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble> {
        self.begin_row()?;
        for (place, cell) in cells.iter().enumerate() {
            let text = match cell {
                Cell::Empty => continue,
                Cell::Number(number) if number.is_finite() => {
                    self.push_number(place, *number, 0)?;
                    continue;
                }
                Cell::Clock(time) => {
                    let look = if time.second() == 0 { MINUTES } else { SECONDS };
                    self.push_number(place, part_of_day(*time), look)?;
                    continue;
                }
                Cell::Day(day) => match serial(*day) {
                    Some(number) => {
                        self.push_number(place, number, DAY)?;
                        continue;
                    }
                    None => cell.shown(),
                },
                Cell::Text(_) | Cell::List(_) | Cell::Number(_) => cell.shown(),
            };
            self.push_text(place, &text, TEXT)
                .map_err(|trouble| named(trouble, self.columns, cells))?;
        }
        self.end_row()
    }

    fn close(self: Box<Self>) -> Result<(), Trouble> {
        let Self {
            shutter, mut zip, ..
        } = *self;
        let ended = zip
            .write_all(b"</sheetData></worksheet>")
            .and_then(|()| zip.finish()?.into_inner().flush());
        drop(shutter);
        Ok(ended?)
    }
}

/// A cell that is too long is told with the words its row is known by.
fn named(trouble: Trouble, columns: &[Column], cells: &[Cell<'_>]) -> Trouble {
    let Trouble::CellTooLong { column, length, .. } = trouble else {
        return trouble;
    };
    let known_by = ["client", "date", "topic", "author", "uid"].into_iter();
    let words = known_by.filter(|name| *name != column).filter_map(|name| {
        let place = columns.iter().position(|it| it.name == name)?;
        Some(cells.get(place)?.shown().chars().take(80).collect())
    });
    let words: Vec<String> = words.filter(|it: &String| !it.is_empty()).collect();
    let row = words.join(" · ");
    Trouble::CellTooLong {
        column,
        row,
        length,
    }
}

fn start(zip: &mut Archive<'_>, file: &str) -> io::Result<()> {
    Ok(zip.start_file(file, SimpleFileOptions::default())?)
}

/// Everything before the rows: the header stands still, and the columns have their widths.
fn head(columns: &[Column]) -> Vec<u8> {
    let cols = columns.iter().zip(1..).map(|(column, nth)| {
        let width = column.width;
        format!("<col min=\"{nth}\" max=\"{nth}\" width=\"{width}\" style=\"{TEXT}\" customWidth=\"1\"/>")
    });
    let cols: String = cols.collect();
    let head = format!(
        "{XML}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>\
         <sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols>{cols}</cols><sheetData>"
    );
    head.into_bytes()
}

/// "A", "Z", "AA".
fn column_name(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", column_name(before - 1)),
    }
}

/// Days as workbooks count them. They take 1900 for a leap year, so that what lies before March of it is no date there.
fn serial(day: NaiveDate) -> Option<f64> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = (day - first).num_days();
    (61..=2_958_465).contains(&days).then_some(days as f64)
}

/// Times as workbooks count them.
fn part_of_day(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}

/// Text as XML has it. What reads like the code of a character is kept from being taken for one.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '_']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '_' if is_code(&text[at..]) => escaped.push_str("_x005F_"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// Whether it begins like "_x000D_".
fn is_code(text: &str) -> bool {
    let Some((digits, end)) = text
        .strip_prefix("_x")
        .and_then(|rest| rest.split_at_checked(4))
    else {
        return false;
    };
    digits.bytes().all(|b| b.is_ascii_hexdigit()) && end.starts_with('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rows_than_a_sheet_has_are_told() {
        const ONE: &[Column] = &[Column {
            name: "topic",
            width: 9,
        }];
        let mut out = Vec::new();
        let mut sheet = Xlsx::open("plan", ONE, &mut out).unwrap();
        sheet.row = MOST_ROWS - 1;
        sheet.row(&[Cell::Empty]).unwrap();
        assert!(matches!(
            sheet.row(&[Cell::Empty]),
            Err(Trouble::TooManyRows)
        ));
    }

    #[test]
    fn columns_are_called_as_in_every_spreadsheet() {
        let names = [0, 1, 25, 26, 51, 52, 701, 702].map(column_name);
        assert_eq!(names, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
