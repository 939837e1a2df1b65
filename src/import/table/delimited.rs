//! CSV, strictly: RFC 4180 with a sniffed separator, any line ends, and every broken quote told instead of swallowed.
//!
//! The csv crate reads on over a quote that never closes and cannot say so; a plan would lose its rows in silence.

use std::borrow::Cow;

use super::{LARGEST_CELL, MOST_COLUMNS, check_cell};
use crate::import::{reason::Reason, report::Problem};

/// Where the reader stands in the bytes.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    separator: u8,
    /// How far the last broken quote was followed, and what broke it. The record it spoiled was inside quotes at every
    /// line end on the way, so whoever is inside quotes at one of them comes to the same end: no need to walk there again.
    doomed: Option<(usize, Reason)>,
}

/// One record: its cells are still raw bytes.
pub(super) struct Record<'a> {
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    /// At least one cell; those beyond [`MOST_COLUMNS`] are only counted.
    pub(super) cells: Vec<Raw<'a>>,
    /// How many cells there are.
    pub(super) count: usize,
    /// No cell says anything.
    blank: bool,
}

/// The bytes of one cell, without its quotes.
pub(super) struct Raw<'a> {
    bytes: &'a [u8],
    doubled: bool,
}

impl<'a> Raw<'a> {
    /// The cell's text, or why it is none.
    pub(super) fn read(&self) -> Result<Cow<'a, str>, Reason> {
        if self.bytes.len() > LARGEST_CELL {
            return Err(Reason::CellTooLong {
                most_kilobytes: LARGEST_CELL >> 10,
            });
        }
        let text = std::str::from_utf8(self.bytes).map_err(|_| Reason::NotUtf8 {})?;
        check_cell(text)?;
        Ok(if self.doubled {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        })
    }
}

impl<'a> Records<'a> {
    /// A reader with the separator the first line shows; a spreadsheet's `sep=;` line is obeyed and skipped.
    pub(super) fn sniffed(bytes: &'a [u8]) -> (u8, Self) {
        let mut records = Records {
            bytes,
            at: 0,
            line: 1,
            separator: b',',
            doomed: None,
        };
        let first = bytes
            .split(|b| matches!(b, b'\n' | b'\r'))
            .find(|l| !l.trim_ascii().is_empty())
            .unwrap_or_default();
        records.separator = match first {
            [b's', b'e', b'p', b'=', separator @ (b',' | b';' | b'\t')] => {
                records.skip_through(first);
                *separator
            }
            _ => likeliest_separator(first),
        };
        (records.separator, records)
    }

    fn skip_through(&mut self, first: &[u8]) {
        while self
            .bytes
            .get(self.at..self.at + first.len())
            .is_some_and(|here| here != first)
        {
            self.next_line();
        }
        self.next_line();
    }

    /// Goes to the start of the next physical line.
    fn next_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|b| matches!(b, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        self.at += length;
        self.step_over_line_end();
    }

    fn step_over_line_end(&mut self) {
        match self.bytes.get(self.at..) {
            Some([b'\r', b'\n', ..]) => self.at += 2,
            Some([b'\r' | b'\n', ..]) => self.at += 1,
            _ => return,
        }
        self.line += 1;
    }

    /// Reads one record; on a broken quote the reader stays inside it and the caller decides where to go on.
    fn record(&mut self) -> Result<Record<'a>, Problem> {
        let line = self.line;
        let (mut cells, mut count, mut blank) = (Vec::new(), 0, true);
        loop {
            let cell = self.cell();
            let cell = cell.map_err(|reason| Problem::of_row(line, reason))?;
            count += 1;
            blank &= cell.bytes.trim_ascii().is_empty();
            if count <= MOST_COLUMNS {
                cells.push(cell);
            }
            match self.bytes.get(self.at) {
                Some(b) if *b == self.separator => self.at += 1,
                _ => break,
            }
        }
        self.step_over_line_end();
        Ok(Record {
            line,
            cells,
            count,
            blank,
        })
    }

    fn cell(&mut self) -> Result<Raw<'a>, Reason> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.first() == Some(&b'"') {
            return self.quoted_cell();
        }
        let separator = self.separator;
        let length = rest
            .iter()
            .position(|b| *b == separator || matches!(b, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        self.at += length;
        Ok(Raw {
            bytes: rest.get(..length).unwrap_or_default(),
            doubled: false,
        })
    }

    fn quoted_cell(&mut self) -> Result<Raw<'a>, Reason> {
        let start = self.at + 1;
        let mut at = start;
        let mut doubled = false;
        loop {
            at = self.quote_from(at)?;
            if self.bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        match self.bytes.get(at + 1) {
            Some(b) if *b != self.separator && !matches!(b, b'\n' | b'\r') => {
                return Err(self.doom(at, Reason::StrayQuote {}));
            }
            _ => {}
        }
        let bytes = self.bytes.get(start..at).unwrap_or_default();
        self.line += line_ends(bytes);
        self.at = at + 1;
        Ok(Raw { bytes, doubled })
    }

    /// The next quote, for a reader inside quotes.
    fn quote_from(&mut self, from: usize) -> Result<usize, Reason> {
        let mut at = from;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let doomed = self.doomed.as_ref().filter(|(end, _)| at < *end);
            let stop = |b: &u8| *b == b'"' || (doomed.is_some() && matches!(b, b'\n' | b'\r'));
            let Some(found) = rest.iter().position(stop).map(|found| at + found) else {
                return Err(self.doom(self.bytes.len(), Reason::HalfQuote {}));
            };
            if self.bytes.get(found) == Some(&b'"') {
                return Ok(found);
            }
            match doomed {
                Some((end, reason)) if found < *end => return Err(reason.clone()),
                _ => at = found,
            }
        }
    }

    fn doom(&mut self, end: usize, reason: Reason) -> Reason {
        if self.doomed.as_ref().is_none_or(|(known, _)| *known < end) {
            self.doomed = Some((end, reason.clone()));
        }
        reason
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.bytes.len() {
            let (at, line) = (self.at, self.line);
            let record = self.record();
            if record.is_err() {
                // Most rows are one line: a wrong quote costs its own line, not everything up to the next quote.
                (self.at, self.line) = (at, line);
                self.next_line();
            }
            match record {
                Ok(record) if record.blank => {}
                other => return Some(other),
            }
        }
        None
    }
}

fn likeliest_separator(line: &[u8]) -> u8 {
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    let mut inside = false;
    for byte in line {
        inside ^= *byte == b'"';
        if let Some((_, count)) = counts
            .iter_mut()
            .find(|(separator, _)| !inside && separator == byte)
        {
            *count += 1;
        }
    }
    // The first of the largest: with no separator at all the file has one column, and a comma does no harm.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| *separator)
}

fn line_ends(bytes: &[u8]) -> usize {
    let ends =
        |(i, b): &(usize, &u8)| **b == b'\n' || (**b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(ends).count()
}
