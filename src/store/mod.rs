//! THE CELLAR: the only place that says `rusqlite`.
//!
//! Two doors to write: `Store::apply` runs a Command in one transaction with one journal entry; `Store::remember` keeps
//! what is being typed. Everything else asks through a `Reader`, which cannot write.

mod agenda;
mod agenda_pages;
mod arrived;
mod as_of;
mod back;
mod brief;
mod bulk;
mod called;
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
mod history;
mod image;
mod inbox;
pub mod journal;
pub mod keeping;
mod known;
mod lease;
mod ledger;
mod letters;
mod lint;
mod listing;
mod memory;
mod migrate;
mod numbers;
mod packets;
mod parcels;
mod pictures;
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
mod snippets;
mod sound;
mod spots;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod threads;
mod today;
mod turn;
mod undo;
mod views;
mod yes;

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use agenda::{AgendaLine, Slot};
pub use agenda_pages::{Page, Place};
pub use as_of::{PostThen, VariantThen};
pub use bulk::PART as MANY_ROWS;
pub use called::{Called, Person, Talk};
pub use campaigns::Campaign;
pub use clients::{Channel, Client};
pub use deliveries::Pending;
pub use error::{Result, StoreError};
pub use export::{PlannedPost, StandingReading};
pub use history::{Seen, Touch, TouchedField, What};
pub use journal::{Entry, Origin};
pub use known::{PlannedKey, PlannedThere};
pub use lease::{Lease, Noted, Tenure};
pub use lint::{HeldBack, LINED_UP, Looked};
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
pub use search::{Breaker, Found, FoundIn, Haul};
pub use sheets::{Sheet, SheetVariant};
pub use shown::SinceShown;
pub use sieve::{Asked, MANY_POSTS, Sieve};
pub use snippets::Snippet;
pub use sound::Finding;
pub use spots::Spot;
pub use texts::TextRev;
pub use threads::{Conversation, ReadyAnswer, Said, ThreadLine};
pub use today::{MANY, Meanwhile, Waiting};
pub use views::{DIGITS, View};

use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::domain::chance::Rng;
use crate::domain::command::{Change, Command};
use crate::domain::ids::EntryId;
use crate::domain::words::Words;
use crate::neighbours;

/// Name of the database inside the desk folder.
const FILE: &str = "desk.db";

/// How long the window's own writes wait for another process before they come back as `Busy`: less than she can feel.
pub const PATIENCE_OF_THE_WINDOW: Duration = Duration::from_millis(15);

/// How long everything else waits.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// One desk, open for reading and writing.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// Device and number of the file, to tell it from another one in its place.
    file: Option<(u64, u64)>,
    writer: Connection,
    reader: Reader,
    turn: turn::Turn,
    rng: Rng,
    origin: Origin,
    ended_badly: bool,
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
    /// Opens the desk in this folder, making or migrating it as needed. Its writes wait so long for other processes; opening
    /// waits longer, as somebody may just be making the desk.
    pub fn open(folder: &Path, origin: Origin, patience: Duration, rng: Rng) -> Result<Store> {
        std::fs::create_dir_all(folder)?;
        let keep = |conn: &Connection| {
            let order = keeping::Order {
                why: Why::Schema,
                at: memory::last_known(conn)?,
                to: None,
            };
            keeping::make_from(conn, folder, order, &mut keeping::unwatched).map(drop)
        };
        Self::open_after(folder, origin, patience, rng, keep)
    }

    /// Opens a desk that is not in use yet: nothing of it needs to be kept before it is migrated.
    fn open_prepared(folder: &Path, origin: Origin, rng: Rng) -> Result<Store> {
        Self::open_after(folder, origin, PATIENCE, rng, |_| Ok(()))
    }

    fn open_after(
        folder: &Path,
        origin: Origin,
        patience: Duration,
        rng: Rng,
        before: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<Store> {
        let file = folder.join(FILE);
        let ended_badly = !door::log_is_empty(&file);
        let mut writer = door::writer(&file)?;
        door::tune(&writer)?;
        migrate::up(&mut writer, before)?;
        let mut store = Store {
            folder: folder.to_owned(),
            file: identity(&file),
            writer,
            reader: Reader::new(door::reader(&file, patience)?)?,
            turn: turn::Turn::at(folder)?,
            rng,
            origin,
            ended_badly: ended_badly && file.exists(),
        };
        store.mend_parts()?;
        store.be_patient(patience)?;
        Ok(store)
    }

    /// Opens a desk for reading alone: one written by a newer program, or on a disk that cannot be written.
    pub fn open_for_reading(folder: &Path) -> Result<Reader> {
        Reader::new(door::reader(&folder.join(FILE), PATIENCE)?)
    }

    /// Whether a desk lies in this folder.
    pub fn is_at(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Whether a log lay there when the desk was opened: the last process had no time to close it, or another one has it open.
    pub fn ended_badly(&self) -> bool {
        self.ended_badly
    }

    /// The desk's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the file that is open still lies where it was opened: folders are moved, and copies are put in their place.
    pub fn is_in_its_place(&self) -> bool {
        self.file == identity(&self.folder.join(FILE))
    }

    /// Asks the desk.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Runs a Command: all of it or nothing. One that brings in many rows is written in parts and may take a while.
    pub fn apply(&mut self, command: &Command, now: Moment) -> Result<Done> {
        if command.rows() > bulk::PART {
            return self.apply_in_parts(command, now, &mut |_| true);
        }
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let done = run(&tx, &mut self.rng, self.origin, command, now)?;
        tx.commit()?;
        neighbours::tell(&self.folder, done.change);
        Ok(done)
    }

    /// Runs many Commands in order, each at its own moment and under its own journal entry: all of them or none. One trip
    /// to the disk for all, which is what a long list needs.
    pub fn apply_all(&mut self, commands: &[(Command, Moment)]) -> Result<Vec<Done>> {
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let mut done = Vec::with_capacity(commands.len());
        let mut change = Change::NONE;
        for (command, now) in commands {
            let one = run(&tx, &mut self.rng, self.origin, command, *now)?;
            change = change.and(one.change);
            done.push(one);
        }
        tx.commit()?;
        neighbours::tell(&self.folder, change);
        Ok(done)
    }

    /// Where chance may begin for a second connection of this process.
    pub fn seed(&mut self) -> u64 {
        self.rng.next()
    }

    /// Waits so long for other processes from now on.
    pub fn be_patient(&mut self, patience: Duration) -> Result<()> {
        Ok(self.writer.busy_timeout(patience)?)
    }

    /// Keeps what is being typed, or a small thing about the window.
    pub fn remember(&mut self, memo: &Memo) -> Result<()> {
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        memory::remember(&tx, memo)?;
        tx.commit()?;
        Ok(())
    }

    /// Makes up to `limit` more messages searchable; says how many are left.
    pub fn index_some(&mut self, limit: i64) -> Result<u64> {
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let left = derive::catch_up(&tx, limit)?;
        tx.commit()?;
        Ok(left)
    }
}

/// What tells a file from any other; none where there is none.
fn identity(file: &Path) -> Option<(u64, u64)> {
    let facts = std::fs::metadata(file).ok()?;
    Some((facts.dev(), facts.ino()))
}

/// Begins to write. A newer program may have brought the desk to its own schema since this one was opened: then nothing of
/// ours goes into it any more.
fn begin(writer: &mut Connection) -> Result<Transaction<'_>> {
    let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::still_ours(&tx)?;
    Ok(tx)
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
    let (id, touched, lines) = obey(conn, rng, now, (entry, 0), command)?;
    // Where nothing changed there is nothing to take back, and `u` shall not waste a press on it.
    let entry = match entry {
        Some(entry) if lines == 0 => journal::forget(conn, entry).map(|()| None)?,
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

/// Writes the rows of a Command under an entry, from this line of it on. Returns the key or count it makes, what it
/// touched, and the entry's next line.
fn obey(
    conn: &Connection,
    rng: &mut Rng,
    now: Moment,
    (entry, line): (Option<i64>, i64),
    command: &Command,
) -> Result<(Option<i64>, ledger::Touched, i64)> {
    let mut ledger = ledger::Ledger::new(conn, rng, now, entry, line);
    let id = match command {
        Command::Client(command) => clients::apply_client(&mut ledger, command)?,
        Command::Channel(command) => clients::apply_channel(&mut ledger, command)?,
        Command::Campaign(command) => campaigns::apply(&mut ledger, command)?,
        Command::Day(command) => days::apply(&mut ledger, command)?,
        Command::Plan(command) => plan::apply(&mut ledger, command)?,
        Command::Snippet(command) => snippets::apply(&mut ledger, command)?,
        Command::Delivery(command) => deliveries::apply(&mut ledger, command)?,
        Command::Inbox(command) => inbox::apply(&mut ledger, command)?,
        Command::Kpi(command) => readings::apply(&mut ledger, command)?,
        Command::Packet(command) => yes::apply(&mut ledger, command)?,
    };
    let (touched, line) = ledger.finish()?;
    Ok((id, touched, line))
}
