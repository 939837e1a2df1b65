//! `import`: a file becomes rows, names become clients and channels, and what is right becomes Commands.
//!
//! Without `--yes` nothing is written: the report is the answer. Every row that is wrong is told with its place.

mod args;
mod told;

use std::fs::File;
use std::io;
use std::path::Path;

use chrono_tz::Tz;
use serde::Serialize;

use super::change;
use super::client::no_zone;
use super::door::Door;
use super::stop::Stop;
use crate::domain::zone::zone_by_name;
use crate::env::Roster;
use crate::import::{Kind, Report, Sniffed};
use crate::intake::{
    Asked, Brought, Goods, Looked, Remembered, StandIns, Sum, Unknown, fetch, look,
};
use crate::store::{Reader, Store};

pub(super) use args::{ImportFrom, ImportOrder};

/// Messages made searchable in one transaction.
const INDEXED: i64 = 1_000;

/// What came of it.
#[derive(Serialize)]
struct Outcome {
    /// The file's name, as the journal keeps it.
    file: String,
    /// How it was read.
    sniffed: Option<Sniffed>,
    /// What of that was known from before.
    remembered: Remembered,
    #[serde(flatten)]
    report: Report,
    /// Names that nobody here has.
    unknown: Vec<Unknown>,
    /// What it brings, in numbers.
    brings: Sum,
    /// Rows written; of messages only those that were new.
    written: usize,
}

/// One import, as it was asked for.
struct Import<'a> {
    from: &'a ImportFrom,
    asked: Asked,
    bytes: Vec<u8>,
    file: String,
}

/// Reads the file, says what is in it, and writes what is right when that was asked for.
pub(super) fn run(door: &mut Door<'_>, what: &ImportOrder) -> Result<(), Stop> {
    let (kind, from) = match what {
        ImportOrder::Plan(from) => (Kind::Plan, from),
        ImportOrder::Messages(from) => (Kind::Messages, from),
        ImportOrder::Readings(from) => (Kind::Readings, from),
    };
    let mut import = Import {
        asked: Asked {
            kind,
            choices: from.choices()?,
            names: StandIns::default(),
            zone: from.zone.as_deref().map(zone).transpose()?,
            forgiving: false,
        },
        bytes: bytes(&from.file)?,
        file: fetch::name(&from.file),
        from,
    };
    let outcome = if from.yes {
        let mut store = door.store()?;
        let looked = import.look(store.reader(), door)?;
        import.write(door, &mut store, looked)?
    } else {
        // A trial must not even begin a desk.
        let looked = import.look(&door.reader()?, door)?;
        import.outcome(looked).0
    };
    if from.json {
        door.say.json(&outcome)?;
    } else {
        told::say(door, &outcome)?;
    }
    told::end(door, &outcome, from.yes)
}

impl Import<'_> {
    /// What the file would bring.
    fn look(&mut self, reader: &Reader, door: &Door<'_>) -> Result<Looked, Stop> {
        self.asked.names = self.from.names(&Roster::read(reader)?)?;
        let brought = Brought {
            bytes: &self.bytes,
            folder: self.from.file.parent(),
        };
        Ok(look(reader, brought, &self.asked, door.now)?)
    }

    /// The account of it, and what is still to be written.
    fn outcome(&self, looked: Looked) -> (Outcome, Goods) {
        let outcome = Outcome {
            file: self.file.clone(),
            sniffed: looked.sniffed,
            remembered: looked.remembered,
            brings: looked.goods.sum(),
            report: looked.report,
            unknown: looked.unknown,
            written: 0,
        };
        (outcome, looked.goods)
    }

    /// Writes what is right, and remembers what was said.
    fn write(
        &self,
        door: &mut Door<'_>,
        store: &mut Store,
        mut looked: Looked,
    ) -> Result<Outcome, Stop> {
        let memos = std::mem::take(&mut looked.memos);
        let (mut outcome, goods) = self.outcome(looked);
        let kind = self.asked.kind;
        let rows = goods.len();
        let packed = goods.packed(store.folder(), &self.file);
        for problem in packed.problems {
            outcome.report.note(problem);
        }
        for command in &packed.commands {
            match kind {
                Kind::Plan => {
                    change::apply(door, store, command)?;
                    outcome.written = rows;
                }
                Kind::Readings => {
                    change::apply_quietly(door, store, command)?;
                    outcome.written = rows;
                }
                // Of messages only those count that were new.
                Kind::Messages => {
                    let done = change::apply_quietly(door, store, command)?;
                    let new = done.id.and_then(|new| usize::try_from(new).ok());
                    outcome.written += new.unwrap_or(0);
                }
            }
        }
        if kind == Kind::Messages {
            while store.index_some(INDEXED)? > 0 {}
        }
        for memo in memos.iter().filter(|_| outcome.report.accepted > 0) {
            store.remember(memo)?;
        }
        Ok(outcome)
    }
}

fn zone(asked: &str) -> Result<Tz, Stop> {
    zone_by_name(asked).map_err(|error| Stop::misasked(no_zone(asked, &error.nearest)))
}

/// The whole file, or standard input for `-`. A pipe is fine here: whoever typed its name can press Ctrl-C.
fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let read = if file == Path::new("-") {
        fetch::all(io::stdin().lock())
    } else {
        File::open(file).and_then(fetch::all)
    };
    read.map_err(|error| Stop::refused(fetch::unreadable(file, &error)))
}
