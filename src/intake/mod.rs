//! Files meet the desk: names become clients and channels, doubles are found, and what is right becomes Commands.
//!
//! One road for the command line and the window: [`look`] reads and resolves and writes nothing; what it found goes on
//! with [`Goods::packed`], which takes pictures into the desk, and then command by command into the store.

mod goods;
mod messages;
mod pictures;
mod plan;
mod readings;
mod resolve;
mod stand_in;
mod unknown;
mod words;

use std::path::PathBuf;

use chrono_tz::Tz;

use crate::domain::Moment;
use crate::env::Roster;
use crate::import::header::Kind;
use crate::import::{Choices, Report};
use crate::store::{Reader, Result};
use resolve::Resolver;

pub use goods::{Goods, Packed};
pub use plan::Guest;
pub use stand_in::{StandIns, What};
pub use unknown::{Unknown, channel_word};

/// A file as it was brought, with everything that was said about it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What is in it.
    pub kind: Kind,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The file's name, as the journal keeps it.
    pub file: String,
    /// Where it lies, and its pictures beside it; none for what came through a pipe.
    pub folder: Option<PathBuf>,
    /// How it is read.
    pub choices: Choices,
    /// What its names stand for, as it was said this time.
    pub names: StandIns,
    /// The zone of times without one, where she names it.
    pub zone: Option<Tz>,
}

/// What a file would bring.
#[derive(Debug, Clone)]
pub struct Looked {
    /// Every row and every problem.
    pub report: Report,
    /// Names that nobody here has.
    pub unknown: Vec<Unknown>,
    /// What would be written.
    pub goods: Goods,
}

/// Reads a file and asks the desk about every name in it. Nothing is written.
pub fn look(reader: &Reader, asked: &Asked, now: Moment) -> Result<Looked> {
    let roster = Roster::read(reader)?;
    let names = &asked.names;
    let resolver = |report| Resolver::new(reader, &roster, asked.zone, names, report);
    match asked.kind {
        Kind::Plan => {
            let read = crate::import::plan::read(&asked.bytes, &asked.choices);
            plan::resolved(
                resolver(read.report),
                read.rows,
                asked.folder.as_deref(),
                now,
            )
        }
        Kind::Messages => {
            let read = crate::import::messages::read(&asked.bytes, &asked.choices);
            messages::resolved(resolver(read.report), read.rows)
        }
        Kind::Readings => {
            let read = crate::import::readings::read(&asked.bytes, &asked.choices);
            readings::resolved(resolver(read.report), read.rows)
        }
    }
}
