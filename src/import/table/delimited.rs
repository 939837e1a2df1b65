//! CSV, strictly: RFC 4180 with a sniffed separator, any line ends, and every broken quote told instead of swallowed.
//!
//! The csv crate reads on over a quote that never closes and cannot say so; a plan would lose its rows in silence.

use std::borrow::Cow;

use super::{LARGEST_CELL, check_cell};
use crate::import::{reason::Reason, report::Problem};

/// Where the reader stands in the bytes.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    separator: u8,
}

/// One record: its cells are still raw bytes.
pub(super) struct Record<'a> {
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    /// At least one cell.
    pub(super) cells: Vec<Raw<'a>>,
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
        let mut cells = Vec::new();
        loop {
            cells.push(
                self.cell()
                    .map_err(|reason| Problem::of_row(line, reason))?,
            );
            match self.bytes.get(self.at) {
                Some(b) if *b == self.separator => self.at += 1,
                _ => break,
            }
        }
        self.step_over_line_end();
        Ok(Record { line, cells })
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
            let rest = self.bytes.get(at..).unwrap_or_default();
            at += rest
                .iter()
                .position(|b| *b == b'"')
                .ok_or(Reason::HalfQuote {})?;
            if self.bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        match self.bytes.get(at + 1) {
            Some(b) if *b != self.separator && !matches!(b, b'\n' | b'\r') => {
                return Err(Reason::StrayQuote {});
            }
            _ => {}
        }
        let bytes = self.bytes.get(start..at).unwrap_or_default();
        self.line += line_ends(bytes);
        self.at = at + 1;
        Ok(Raw { bytes, doubled })
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
                Ok(record)
                    if record
                        .cells
                        .iter()
                        .all(|cell| cell.bytes.trim_ascii().is_empty()) => {}
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
