//! The journal: what was done, when, by which door, and what is next to be taken back or done again.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::clients::list;
use super::convert::moment;
use super::error::Result;
use crate::domain::Moment;
use crate::domain::ids::EntryId;
use crate::domain::words::Words;

/// Through which door a change came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The window.
    Window,
    /// The command line.
    Cli,
    /// A rule of the product: never taken back by `u`.
    Rule,
    /// The daemon.
    Daemon,
}

impl Origin {
    /// The word in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Origin::Window => "window",
            Origin::Cli => "cli",
            Origin::Rule => "rule",
            Origin::Daemon => "daemon",
        }
    }

    /// The door of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [Origin::Window, Origin::Cli, Origin::Rule, Origin::Daemon];
        all.into_iter().find(|origin| origin.word() == word)
    }

    /// Whether a person came through it: only what people did is theirs to take back.
    pub const fn is_of_people(self) -> bool {
        matches!(self, Origin::Window | Origin::Cli)
    }
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its key.
    pub id: EntryId,
    /// When.
    pub at: Moment,
    /// What was done.
    pub title: Words,
    /// Whether it has been taken back.
    pub undone: bool,
    /// Through which door it came.
    pub origin: Origin,
}

impl Entry {
    /// Whether it is a person's and stands, so that it may be taken back.
    pub const fn is_standing(&self) -> bool {
        self.origin.is_of_people() && !self.undone
    }

    /// The file it came from, if it did.
    pub fn file(&self) -> Option<&str> {
        let file = self.title.args.get("file")?;
        Some(file.as_str()).filter(|file| !file.is_empty())
    }
}

/// Opens an entry.
pub(super) fn open(
    conn: &Connection,
    now: Moment,
    title: &Words,
    origin: Origin,
    undoes: Option<EntryId>,
) -> Result<i64> {
    let args = serde_json::to_string(&title.args).unwrap_or_else(|_| "{}".to_owned());
    conn.prepare_cached(
        "INSERT INTO journal_entry (at, title, args, origin, schema, undoes) \
         VALUES (?, ?, ?, ?, (SELECT user_version FROM pragma_user_version), ?)",
    )?
    .execute((
        now.timestamp(),
        &title.key,
        args,
        origin.word(),
        undoes.map(|id| id.0),
    ))?;
    Ok(conn.last_insert_rowid())
}

/// An entry has been taken back.
pub(super) fn set_undone(conn: &Connection, entry: EntryId) -> Result<()> {
    conn.prepare_cached("UPDATE journal_entry SET undone = 1 WHERE id = ?")?
        .execute([entry])?;
    Ok(())
}

/// Taking an undo back makes what it took away stand again.
pub(super) fn stand_again(conn: &Connection, undo: EntryId) -> Result<()> {
    conn.prepare_cached(
        "UPDATE journal_entry SET undone = 0 WHERE id = (SELECT undoes FROM journal_entry WHERE id = ?)",
    )?
    .execute([undo])?;
    Ok(())
}

/// Drops an entry under which nothing was noted.
pub(super) fn forget(conn: &Connection, entry: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM journal_entry WHERE id = ?")?
        .execute([entry])?;
    Ok(())
}

pub(super) const NEWEST_STANDING: &str = "SELECT id, at, title, args, undone, origin FROM journal_entry INDEXED BY journal_entry_standing \
     WHERE undone = 0 AND undoes IS NULL AND origin IN ('window', 'cli') ORDER BY id DESC LIMIT 1";

pub(super) const NEWEST_UNDO: &str = "SELECT u.id, u.at, e.title, e.args, u.undone, u.origin FROM journal_entry u JOIN journal_entry e ON e.id = u.undoes \
     WHERE u.undone = 0 AND e.undoes IS NULL AND u.id > coalesce((SELECT id FROM journal_entry INDEXED BY journal_entry_people \
     WHERE undoes IS NULL AND origin IN ('window', 'cli') ORDER BY id DESC LIMIT 1), 0) \
     ORDER BY u.id DESC LIMIT 1";

/// The entry `u` takes back: the newest of a person that still stands.
pub(super) fn newest_standing(conn: &Connection) -> Result<Option<Entry>> {
    one(conn, NEWEST_STANDING)
}

/// The undo that `U` takes back: the newest one with nothing done after it.
pub(super) fn newest_undo(conn: &Connection) -> Result<Option<Entry>> {
    one(conn, NEWEST_UNDO)
}

pub(super) const PAGE: &str = "SELECT id, at, title, args, undone, origin FROM journal_entry \
     WHERE undoes IS NULL AND id < ? ORDER BY id DESC LIMIT ?";

/// A page of what was done, newest first, from before an entry on. Taking back and doing again are no lines of their own.
pub(super) fn page(conn: &Connection, before: Option<EntryId>, limit: usize) -> Result<Vec<Entry>> {
    let before = before.map_or(i64::MAX, |entry| entry.0);
    list(conn, PAGE, (before, limit as i64), entry)
}

/// One entry, if it is something that was done.
pub(super) fn by_id(conn: &Connection, id: EntryId) -> Result<Option<Entry>> {
    let sql = "SELECT id, at, title, args, undone, origin FROM journal_entry WHERE undoes IS NULL AND id = ?";
    Ok(list(conn, sql, [id], entry)?.pop())
}

/// The standing entries of people from this one on, newest first: what goes when everything down to it is taken back.
pub(super) fn down_to(conn: &Connection, id: EntryId, limit: usize) -> Result<Vec<EntryId>> {
    let sql = "SELECT id FROM journal_entry INDEXED BY journal_entry_standing WHERE undone = 0 AND undoes IS NULL \
               AND origin IN ('window', 'cli') AND id >= ? ORDER BY id DESC LIMIT ?";
    list(conn, sql, (id, limit as i64), |row| row.get(0))
}

fn one(conn: &Connection, sql: &str) -> Result<Option<Entry>> {
    Ok(conn.prepare_cached(sql)?.query_row([], entry).optional()?)
}

pub(super) fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    let args: BTreeMap<String, String> =
        serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default();
    Ok(Entry {
        id: EntryId(row.get(0)?),
        at: moment(row.get(1)?),
        title: Words {
            key: row.get(2)?,
            args,
        },
        undone: row.get(4)?,
        origin: Origin::from_word(row.get_ref(5)?.as_str()?).unwrap_or(Origin::Rule),
    })
}
