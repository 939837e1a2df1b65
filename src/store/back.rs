//! Taking back and doing again: the newest thing, or chosen ones; what moves many rows goes in parts.

use rusqlite::{Connection, Transaction};

use super::error::{Result, StoreError};
use super::journal::{self, Entry, Origin};
use super::{Done, Store, begin, bulk, derive, run, undo};
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::domain::command::{Change, Command};
use crate::domain::ids::EntryId;
use crate::neighbours;

impl Store {
    /// Takes back the newest thing a person did that still stands.
    pub fn undo(&mut self, now: Moment) -> Result<Done> {
        if self.is_long_step(true)? {
            self.keep_before(Why::Bulk, now)?;
        }
        self.step_back(now, newest_to_take_back)
    }

    /// Does again what was taken back last, if nothing was done since.
    pub fn redo(&mut self, now: Moment) -> Result<Done> {
        if self.is_long_step(false)? {
            self.keep_before(Why::Bulk, now)?;
        }
        self.step_back(now, newest_to_do_again)
    }

    /// Whether the next undo, or redo, moves so many rows that a key should not wait for it.
    pub fn is_long_step(&self, back: bool) -> Result<bool> {
        let conn = self.reader.conn();
        let entry = if back {
            journal::newest_standing(conn)?
        } else {
            journal::newest_undo(conn)?
        };
        entry.map_or(Ok(false), |entry| bulk::is_long(conn, entry.id))
    }

    /// What `redo` would do, or why it cannot be done; nothing is written.
    pub fn rehearse_redo(&mut self, now: Moment) -> Result<Done> {
        let tx = begin(&mut self.writer)?;
        let entry = newest_to_do_again(&tx)?;
        back(&tx, self.origin, entry, now)
    }

    /// Takes chosen entries back in this order, each under an undo entry of its own: all of them or none.
    pub fn take_back(&mut self, entries: &[EntryId], now: Moment) -> Result<Vec<Done>> {
        if let [one] = entries {
            let done = self.step_back(now, |conn| standing(conn, *one))?;
            return Ok(vec![done]);
        }
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let done = taken_back(&tx, self.origin, entries, now)?;
        commit(tx)?;
        neighbours::tell(&self.folder, Change::ALL);
        Ok(done)
    }

    /// What taking these entries back would do, or why it cannot be done; nothing is written. Slow on a big desk: what
    /// would hang in the air is only known at the end of a real one.
    pub fn rehearse_taking_back(&mut self, entries: &[EntryId], now: Moment) -> Result<Vec<Done>> {
        let tx = begin(&mut self.writer)?;
        let done = taken_back(&tx, self.origin, entries, now)?;
        if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
            return Err(StoreError::ArrivedSince);
        }
        Ok(done)
    }

    /// What these Commands would do one after the other, or why they cannot be done; nothing is written.
    pub fn rehearse(&mut self, commands: &[Command], now: Moment) -> Result<Vec<Done>> {
        let origin = self.origin;
        let tx = begin(&mut self.writer)?;
        let each = commands.iter();
        each.map(|command| run(&tx, &mut self.rng, origin, command, now))
            .collect()
    }

    /// Takes an entry back. It is chosen under the write lock: two windows that press `u` at once take back two things.
    fn step_back(
        &mut self,
        now: Moment,
        choose: impl FnOnce(&Connection) -> Result<Entry>,
    ) -> Result<Done> {
        let turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let entry = choose(&tx)?;
        if !bulk::is_long(&tx, entry.id)? {
            let done = back(&tx, self.origin, entry, now)?;
            commit(tx)?;
            neighbours::tell(&self.folder, Change::ALL);
            return Ok(done);
        }
        let under = journal::open(&tx, now, &entry.title, self.origin, Some(entry.id))?;
        journal::set_undone(&tx, entry.id)?;
        bulk::set_apart(&tx, under)?;
        tx.commit()?;
        drop(turn);
        self.take_back_in_parts(entry.id, under, now)?;
        Ok(done(entry, under))
    }
}

fn newest_to_take_back(conn: &Connection) -> Result<Entry> {
    journal::newest_standing(conn)?.ok_or(StoreError::NothingToUndo)
}

fn newest_to_do_again(conn: &Connection) -> Result<Entry> {
    journal::newest_undo(conn)?.ok_or(StoreError::NothingToRedo)
}

/// A chosen entry, if it can be taken back.
fn standing(conn: &Connection, id: EntryId) -> Result<Entry> {
    let entry = journal::by_id(conn, id)?.ok_or(StoreError::NothingToUndo)?;
    if entry.is_standing() {
        Ok(entry)
    } else {
        Err(StoreError::NotStanding)
    }
}

fn taken_back(
    conn: &Connection,
    origin: Origin,
    entries: &[EntryId],
    now: Moment,
) -> Result<Vec<Done>> {
    entries
        .iter()
        .map(|id| back(conn, origin, standing(conn, *id)?, now))
        .collect()
}

/// Takes one entry back inside a transaction, under an entry of its own.
fn back(conn: &Connection, origin: Origin, entry: Entry, now: Moment) -> Result<Done> {
    let under = journal::open(conn, now, &entry.title, origin, Some(entry.id))?;
    journal::set_undone(conn, entry.id)?;
    let touched = undo::take_back(conn, entry.id, under, now)?;
    // Doing again what an undo took away makes the first entry stand again.
    journal::stand_again(conn, entry.id)?;
    derive::refresh(conn, &touched)?;
    Ok(done(entry, under))
}

fn done(entry: Entry, under: i64) -> Done {
    Done {
        entry: Some(EntryId(under)),
        title: entry.title,
        change: Change::ALL,
        id: None,
    }
}

/// Foreign keys speak last: a row that was to go has got children meanwhile.
fn commit(tx: Transaction<'_>) -> Result<()> {
    tx.commit().map_err(|error| match error.into() {
        StoreError::Missing => StoreError::ArrivedSince,
        other => other,
    })
}
