//! Files meet the desk: names become clients and channels, doubles are found, and what is right becomes Commands.
//!
//! One road for the command line and the window: [`look`] reads and resolves and writes nothing; what it found goes on
//! with [`Goods::packed`], which takes pictures into the desk, and then command by command into the store.

pub mod dropped;
pub mod fetch;
mod goods;
mod memory;
mod messages;
mod pictures;
mod plan;
mod readings;
mod resolve;
mod stand_in;
pub mod told;
mod unknown;
pub mod words;

use std::path::Path;

use chrono_tz::Tz;
use serde::Serialize;

use crate::domain::Moment;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::import::{self, Assignment, Choices, Kind, Problem, Report, Sniffed};
use crate::store::{Memo, Reader, Result, Store};
use resolve::{Names, Resolver};

pub use goods::{Goods, Packed, Sum};
pub use plan::Guest;
pub use stand_in::{StandIns, What};
pub use unknown::{Unknown, channel_word};

/// How a file is to be read and what its names stand for, as far as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is in it.
    pub kind: Kind,
    /// How it is read.
    pub choices: Choices,
    /// What its names stand for, as it was said this time.
    pub names: StandIns,
    /// The zone of times without one, where she names it.
    pub zone: Option<Tz>,
    /// Columns said by hand that the file does not have are passed over, as in the window, where the file may have been
    /// read otherwise when they were said.
    pub forgiving: bool,
}

/// A file as it was brought.
#[derive(Debug, Clone, Copy)]
pub struct Brought<'b> {
    /// The bytes.
    pub bytes: &'b [u8],
    /// Where it lies, and its pictures beside it; none for what came through a pipe.
    pub folder: Option<&'b Path>,
}

/// What is known from before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Remembered {
    /// Columns of such a header.
    pub columns: usize,
    /// Names of this file.
    pub names: usize,
}

/// What a file would bring.
#[derive(Debug, Clone)]
pub struct Looked {
    /// How it is read; none when it cannot be read in any way.
    pub sniffed: Option<Sniffed>,
    /// What of that was said before and not this time.
    pub remembered: Remembered,
    /// Every row and every problem.
    pub report: Report,
    /// Names that nobody here has.
    pub unknown: Vec<Unknown>,
    /// What would be written.
    pub goods: Goods,
    /// To be remembered once it is written.
    pub memos: Vec<Memo>,
}

/// Reads a file and asks the desk about every name in it. Nothing is written.
pub fn look(reader: &Reader, brought: Brought<'_>, asked: &Asked, now: Moment) -> Result<Looked> {
    let (bytes, kind) = (brought.bytes, asked.kind);
    let (sniffed, choices, columns) = match understood(reader, bytes, asked)? {
        Ok(understood) => understood,
        Err(problem) => return Ok(Looked::refused(problem)),
    };
    let roster = Roster::read(reader)?;
    let before = memory::names(reader)?;
    let names = Names {
        said: &asked.names,
        before: &before,
    };
    let resolver = |report| Resolver::new(reader, &roster, asked.zone, names, report);
    let mut looked = match kind {
        Kind::Plan => {
            let read = import::plan::read(bytes, &choices);
            plan::resolved(resolver(read.report), read.rows, brought.folder, now)?
        }
        Kind::Messages => {
            let read = import::messages::read(bytes, &choices);
            messages::resolved(resolver(read.report), read.rows)?
        }
        Kind::Readings => {
            let read = import::readings::read(bytes, &choices);
            readings::resolved(resolver(read.report), &read.rows)?
        }
    };
    looked.remembered.columns = columns;
    looked.memos = memos(kind, &sniffed, &choices.map, names);
    looked.sniffed = Some(sniffed);
    Ok(looked)
}

/// The same for a file by its path and a desk by its folder: what a worker does beside the window.
pub fn look_into(
    desk: &Path,
    path: &Path,
    asked: &Asked,
    now: Moment,
) -> std::result::Result<Looked, Words> {
    let bytes = fetch::file(path)?;
    let brought = Brought {
        bytes: &bytes,
        folder: path.parent(),
    };
    let reader = Store::open_for_reading(desk).map_err(|error| error.words())?;
    look(&reader, brought, asked, now).map_err(|error| error.words())
}

impl Looked {
    fn refused(problem: Problem) -> Self {
        Self {
            sniffed: None,
            remembered: Remembered::default(),
            report: Report::refused(problem),
            unknown: Vec::new(),
            goods: Goods::Plan(Vec::new()),
            memos: Vec::new(),
        }
    }
}

/// A file as it is understood, with what is known about such headers from before; the number of columns of that.
type Understood = (Sniffed, Choices, usize);

fn understood(
    reader: &Reader,
    bytes: &[u8],
    asked: &Asked,
) -> Result<std::result::Result<Understood, Problem>> {
    let mut choices = asked.choices.clone();
    if asked.forgiving {
        choices.map.clear();
    }
    let first = match import::sniff(bytes, asked.kind, &choices) {
        Ok(first) => first,
        Err(problem) => return Ok(Err(problem)),
    };
    let said = asked.choices.map.iter();
    choices.map = said
        .filter(|it| !asked.forgiving || has(&first, it))
        .cloned()
        .collect();
    let kept = memory::columns(reader, asked.kind, &first.header_print)?;
    let fields = |it: &Assignment| {
        asked
            .kind
            .fields()
            .iter()
            .any(|field| it.field == Some(*field))
    };
    let news: Vec<Assignment> = kept
        .into_iter()
        .filter(|it| has(&first, it) && (it.field.is_none() || fields(it)))
        .filter(|it| !choices.map.iter().any(|said| said.column == it.column))
        .collect();
    let columns = news.len();
    choices.map.extend(news);
    if !asked.forgiving && columns == 0 || choices.map.is_empty() {
        return Ok(Ok((first, choices, columns)));
    }
    let again = import::sniff(bytes, asked.kind, &choices);
    Ok(again.map(|sniffed| (sniffed, choices, columns)))
}

/// Whether the file has the column that was said, by its name or by its number from 1.
fn has(sniffed: &Sniffed, said: &Assignment) -> bool {
    let columns = &sniffed.columns;
    let numbered = said.column.parse::<usize>();
    columns.iter().any(|column| column.name == said.column)
        || numbered.is_ok_and(|n| (1..=columns.len()).contains(&n))
}

/// What of this is worth knowing the next time.
fn memos(kind: Kind, sniffed: &Sniffed, map: &[Assignment], names: Names<'_>) -> Vec<Memo> {
    let mut memos = Vec::new();
    if !map.is_empty() {
        memos.push(memory::keep_columns(kind, &sniffed.header_print, map));
    }
    if !names.said.is_empty() {
        memos.push(memory::keep_names(&names.said.over(names.before)));
    }
    memos
}
