//! CSV, strictly: RFC 4180 with a sniffed separator, any line ends, and every broken quote told instead of swallowed.
//!
//! The csv crate reads on over a quote that never closes and cannot say so; a plan would lose its rows in silence.

use std::borrow::Cow;

use super::{LARGEST_CELL, MOST_COLUMNS, check_cell};
use crate::import::{reason::Reason, report::Problem};

/// What may stand between cells; of equals the earlier is chosen.
pub(super) const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at to tell the separator.
const NEAR: usize = 20;
/// And how many bytes.
const NEAR_BYTES: usize = 256 << 10;

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
    /// How many there are up to the last that says something.
    pub(super) said: usize,
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
    /// A reader with the separator that is said, or that the first rows show; a spreadsheet's `sep=;` line is obeyed and
    /// skipped.
    pub(super) fn sniffed(bytes: &'a [u8], said: Option<u8>) -> (u8, Self) {
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
        let own = match first {
            [b's', b'e', b'p', b'=', separator] if SEPARATORS.contains(separator) => {
                records.skip_through(first);
                Some(*separator)
            }
            _ => None,
        };
        records.separator = said
            .or(own)
            .unwrap_or_else(|| records.likeliest_separator(first));
        (records.separator, records)
    }

    /// The separator of the first line that divides the first rows most evenly; of equals the one it has most of.
    fn likeliest_separator(&self, first: &[u8]) -> u8 {
        let mut best = (b',', (0, 0));
        for separator in SEPARATORS {
            let count = outside_quotes(first, separator);
            if count == 0 {
                continue;
            }
            let mut records = self.near();
            records.separator = separator;
            let counts = records.take(NEAR).filter_map(|it| Some(it.ok()?.count));
            let counts: Vec<usize> = counts.collect();
            let even = counts.iter().filter(|it| Some(*it) == counts.first());
            // In parts of a hundred: three even rows of four are as good as six of eight.
            let share = even.count() * 100 / counts.len().max(1);
            if (share, count) > best.1 {
                best = (separator, (share, count));
            }
        }
        best.0
    }

    /// A reader of the beginning only: enough to see what the rows look like. The last record may be cut.
    pub(super) fn near(&self) -> Self {
        Records {
            bytes: self.bytes.get(..NEAR_BYTES).unwrap_or(self.bytes),
            ..self.clone()
        }
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
        let (mut cells, mut count, mut said) = (Vec::new(), 0, 0);
        loop {
            let cell = self.cell();
            let cell = cell.map_err(|reason| Problem::of_row(line, reason))?;
            count += 1;
            if !cell.bytes.trim_ascii().is_empty() {
                said = count;
            }
            if count <= MOST_COLUMNS {
                cells.push(cell);
            }
            if count > MOST_COLUMNS && self.count_on(&mut count, &mut said) {
                break;
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
            said,
        })
    }

    /// Counts the cells up to the end of the line at once, where they are too many to be kept and none is in quotes.
    fn count_on(&mut self, count: &mut usize, said: &mut usize) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r' | b'"'));
        let end = end.unwrap_or(rest.len());
        if rest.get(end) == Some(&b'"') {
            return false;
        }
        let line = rest.get(..end).unwrap_or_default();
        let cells = |part: &[u8]| part.split(|b| *b == self.separator).count() - 1;
        let blank = |b: &u8| *b == self.separator || b.is_ascii_whitespace();
        if let Some(last) = line.iter().rposition(|b| !blank(b)) {
            *said = *count + cells(line.get(..last).unwrap_or_default());
        }
        *count += cells(line);
        self.at += end;
        true
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
                Ok(record) if record.said == 0 => {}
                other => return Some(other),
            }
        }
        None
    }
}

/// How often a separator stands in a line outside its quotes.
fn outside_quotes(line: &[u8], separator: u8) -> usize {
    let mut inside = false;
    let mut count = 0;
    for byte in line {
        inside ^= *byte == b'"';
        count += usize::from(!inside && *byte == separator);
    }
    count
}

fn line_ends(bytes: &[u8]) -> usize {
    let ends =
        |(i, b): &(usize, &u8)| **b == b'\n' || (**b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(ends).count()
}
