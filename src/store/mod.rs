//! THE CELLAR: the only place that says `rusqlite`.
//!
//! Two doors to write: `Store::apply` runs a Command in one transaction with one journal entry; `Store::remember` keeps
//! what is being typed. Everything else asks through a `Reader`, which cannot write.

mod agenda;
mod agenda_pages;
mod arrived;
mod brief;
mod campaigns;
mod clients;
mod convert;
mod copies;
mod days;
mod deliveries;
mod derive;
mod door;
mod error;
mod export;
mod image;
mod inbox;
pub mod journal;
mod known;
mod ledger;
mod letters;
mod listing;
mod memory;
mod migrate;
mod numbers;
mod packets;
mod parcels;
mod plan;
mod post_cards;
mod post_line;
mod queue;
mod reader;
mod readings;
mod rubrics;
mod scores;
mod search;
mod sheets;
mod shown;
mod sieve;
mod sound;
mod spots;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod threads;
mod today;
mod undo;
mod views;
mod yes;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

pub use agenda::{AgendaLine, Slot};
pub use agenda_pages::{Page, Place};
pub use campaigns::Campaign;
pub use clients::{Channel, Client};
pub use deliveries::Pending;
pub use error::{Result, StoreError};
pub use export::{PlannedPost, StandingReading};
pub use journal::{Entry, Origin};
pub use known::{PlannedKey, PlannedThere};
pub use listing::{Bookmark, ListedMessage, ListedPost};
pub use memory::{Draft, Memo};
pub use numbers::{OutPost, Spoken};
pub use packets::{AskedItem, WithClient};
pub use parcels::{Media, Parcel};
pub use post_cards::CardOfPost;
pub use post_line::PostLine;
pub use queue::Hour;
pub use reader::Reader;
pub use rubrics::Rubric;
pub use scores::{Hit, Hits};
pub use search::{Found, FoundIn};
pub use sheets::{Sheet, SheetVariant};
pub use shown::SinceShown;
pub use sieve::{Asked, MANY_POSTS, Sieve};
pub use sound::Finding;
pub use spots::Spot;
pub use texts::TextRev;
pub use threads::{Conversation, ReadyAnswer, Said, ThreadLine};
pub use today::{MANY, Meanwhile, Waiting};
pub use views::{DIGITS, View};

use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::command::{Change, Command};
use crate::domain::ids::EntryId;
use crate::domain::words::Words;

/// Name of the database inside the desk folder.
const FILE: &str = "desk.db";

/// How long the window's own writes wait for another process before they come back as `Busy`.
pub const PATIENCE_OF_THE_WINDOW: Duration = Duration::from_millis(250);

/// How long everything else waits.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// One desk, open for reading and writing.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    writer: Connection,
    reader: Reader,
    rng: Rng,
    origin: Origin,
}

/// What came of a Command.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The journal entry, for what can be taken back.
    pub entry: Option<EntryId>,
    /// What was done, for the toast.
    pub title: Words,
    /// The nouns that changed.
    pub change: Change,
    /// Key of the row it made or touched, where a Command is about one; for messages, how many were new.
    pub id: Option<i64>,
}

impl Store {
    /// Opens the desk in this folder, making or migrating it as needed.
    pub fn open(folder: &Path, origin: Origin, patience: Duration, rng: Rng) -> Result<Store> {
        std::fs::create_dir_all(folder)?;
        let file = folder.join(FILE);
        let mut writer = door::writer(&file, patience)?;
        door::tune(&writer)?;
        migrate::up(&mut writer, &folder.join("backups"))?;
        Ok(Store {
            folder: folder.to_owned(),
            writer,
            reader: Reader::new(door::reader(&file, patience)?)?,
            rng,
            origin,
        })
    }

    /// Opens a desk for reading alone: one written by a newer program, or on a disk that cannot be written.
    pub fn open_for_reading(folder: &Path) -> Result<Reader> {
        Reader::new(door::reader(&folder.join(FILE), PATIENCE)?)
    }

    /// Whether a desk lies in this folder.
    pub fn is_at(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// The desk's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Asks the desk.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Runs a Command: all of it or nothing.
    pub fn apply(&mut self, command: &Command, now: Moment) -> Result<Done> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = run(&tx, &mut self.rng, self.origin, command, now)?;
        tx.commit()?;
        Ok(done)
    }

    /// Runs many Commands in order, each at its own moment and under its own journal entry: all of them or none. One trip
    /// to the disk for all, which is what a long list needs.
    pub fn apply_all(&mut self, commands: &[(Command, Moment)]) -> Result<Vec<Done>> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut done = Vec::with_capacity(commands.len());
        for (command, now) in commands {
            done.push(run(&tx, &mut self.rng, self.origin, command, *now)?);
        }
        tx.commit()?;
        Ok(done)
    }

    /// Takes back the newest thing a person did that still stands.
    pub fn undo(&mut self, now: Moment) -> Result<Done> {
        self.step_back(now, |conn| {
            journal::newest_standing(conn)?.ok_or(StoreError::NothingToUndo)
        })
    }

    /// Does again what was taken back last, if nothing was done since.
    pub fn redo(&mut self, now: Moment) -> Result<Done> {
        self.step_back(now, |conn| {
            journal::newest_undo(conn)?.ok_or(StoreError::NothingToRedo)
        })
    }

    /// Takes an entry back. It is chosen under the write lock: two windows that press `u` at once take back two things.
    fn step_back(
        &mut self,
        now: Moment,
        choose: impl FnOnce(&Connection) -> Result<Entry>,
    ) -> Result<Done> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = choose(&tx)?;
        let under = journal::open(&tx, now, &entry.title, self.origin, Some(entry.id))?;
        let touched = undo::take_back(&tx, entry.id, under, now)?;
        // Doing again what an undo took away makes the first entry stand again.
        tx.prepare_cached(
            "UPDATE journal_entry SET undone = 0 WHERE id = (SELECT undoes FROM journal_entry WHERE id = ?)",
        )?
        .execute([entry.id])?;
        derive::refresh(&tx, &touched)?;
        // Foreign keys speak last: a row that was to go has got children meanwhile.
        tx.commit().map_err(|error| match error.into() {
            StoreError::Missing => StoreError::ArrivedSince,
            other => other,
        })?;
        Ok(Done {
            entry: Some(EntryId(under)),
            title: entry.title,
            change: Change::ALL,
            id: None,
        })
    }

    /// Keeps what is being typed, or a small thing about the window.
    pub fn remember(&mut self, memo: &Memo) -> Result<()> {
        memory::remember(&self.writer, memo)
    }

    /// Makes up to `limit` more messages searchable; says how many are left.
    pub fn index_some(&mut self, limit: i64) -> Result<u64> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let left = derive::catch_up(&tx, limit)?;
        tx.commit()?;
        Ok(left)
    }

    /// A whole, checked copy of the database.
    pub fn copy_to(&self, file: &Path) -> Result<()> {
        migrate::copy_aside(&self.writer, &file.to_owned())
    }

    /// Looks for damage: SQLite's own check, foreign keys, and every derived table against a rebuild.
    pub fn check(&mut self) -> Result<Vec<Finding>> {
        sound::check(&mut self.writer, &self.folder)
    }
}

/// Runs one Command inside a transaction: its journal entry, its rows, and everything derived from them.
fn run(
    conn: &Connection,
    rng: &mut Rng,
    origin: Origin,
    command: &Command,
    now: Moment,
) -> Result<Done> {
    use crate::domain::command::TakenBack;
    let title = command.title();
    let entry = match command.taken_back() {
        TakenBack::Never => None,
        TakenBack::RowsBack | TakenBack::Compensating => {
            Some(journal::open(conn, now, &title, origin, None)?)
        }
    };
    let mut ledger = ledger::Ledger::new(conn, rng, now, entry);
    let id = match command {
        Command::Client(command) => clients::apply_client(&mut ledger, command)?,
        Command::Channel(command) => clients::apply_channel(&mut ledger, command)?,
        Command::Campaign(command) => campaigns::apply(&mut ledger, command)?,
        Command::Day(command) => days::apply(&mut ledger, command)?,
        Command::Plan(command) => plan::apply(&mut ledger, command)?,
        Command::Delivery(command) => deliveries::apply(&mut ledger, command)?,
        Command::Inbox(command) => inbox::apply(&mut ledger, command)?,
        Command::Kpi(command) => readings::apply(&mut ledger, command)?,
        Command::Packet(command) => yes::apply(&mut ledger, command)?,
    };
    let (touched, noted) = ledger.finish()?;
    // Where nothing changed there is nothing to take back, and `u` shall not waste a press on it.
    let entry = match entry {
        Some(entry) if !noted => journal::forget(conn, entry).map(|()| None)?,
        entry => entry,
    };
    derive::refresh(conn, &touched)?;
    Ok(Done {
        entry: entry.map(EntryId),
        title,
        change: command.change(),
        id,
    })
}
