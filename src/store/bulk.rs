//! Large changes: written in parts under one journal entry, so that no other process waits for the desk while a file of a
//! hundred thousand rows comes in. What breaks off, by a refusal or by a power cut, is taken back: all of it or nothing.

use std::fs::{File, TryLockError};
use std::path::Path;

use rusqlite::Connection;

use super::error::{Result, StoreError};
use super::undo::{Manner, Step};
use super::{Done, Store, begin, derive, door, journal, obey};
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::domain::command::{Change, Command};
use crate::domain::ids::EntryId;
use crate::domain::words::Words;
use crate::neighbours;

/// Rows written under one lock: some sixteen milliseconds of posts, seven of messages. What moves more is written in parts,
/// and in the window by a worker.
pub const PART: usize = 100;

/// The file that is locked while a large change is written. The system lets go of it when its process ends, however.
const LOCK: &str = "parts.lock";

impl Store {
    /// Runs a Command that brings in many rows, in parts under one journal entry. `watch` is told after each part how many
    /// rows are in and says whether to go on; when it does not, what came in is taken back and `Stopped` returned.
    /// Messages are best given oldest first: each part sorts only its own. A backup of the desk comes first.
    ///
    /// # Errors
    /// Those of [`Store::apply`]; nothing of the Command stands then. `Busy` also when another process brings rows in.
    pub fn apply_in_parts(
        &mut self,
        command: &Command,
        now: Moment,
        watch: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Done> {
        let _alone = alone(&self.folder)?;
        self.keep_before(Why::Import, now)?;
        let (title, change) = (command.title(), command.change());
        let entry = self.begin(&title, now)?;
        door::expect(&self.writer, door::Writes::InParts)?;
        let written = self.write_parts(entry, command, now, watch);
        door::expect(&self.writer, door::Writes::OneByOne)?;
        match written {
            Ok((lines, new)) => Ok(Done {
                entry: self.become_whole(entry, lines)?,
                title,
                change,
                id: new,
            }),
            Err(error) => {
                self.break_off(entry, now);
                Err(error)
            }
        }
    }

    /// Opens the entry. It counts as taken back until it is whole.
    fn begin(&mut self, title: &Words, now: Moment) -> Result<i64> {
        let tx = begin(&mut self.writer)?;
        let entry = journal::open(&tx, now, title, self.origin, None)?;
        set_apart(&tx, entry)?;
        tx.commit()?;
        Ok(entry)
    }

    /// Writes part after part; returns the lines of the entry, and the sum of what the parts count.
    fn write_parts(
        &mut self,
        entry: i64,
        command: &Command,
        now: Moment,
        watch: &mut dyn FnMut(usize) -> bool,
    ) -> Result<(i64, Option<i64>)> {
        let (mut seq, mut written, mut new) = (0, 0, None);
        while written < command.rows() {
            let part = command.part(written..written + PART);
            let tx = begin(&mut self.writer)?;
            let (id, touched, next) = obey(&tx, &mut self.rng, now, (Some(entry), seq), &part)?;
            derive::refresh(&tx, &touched)?;
            tx.commit()?;
            (seq, written) = (next, written + part.rows());
            if let Some(id) = id {
                new = Some(new.unwrap_or(0) + id);
            }
            if !watch(written) {
                return Err(StoreError::Stopped);
            }
            self.turn.large();
        }
        Ok((seq, new))
    }

    /// From here on the entry stands; one without lines is forgotten.
    fn become_whole(&mut self, entry: i64, lines: i64) -> Result<Option<EntryId>> {
        let tx = begin(&mut self.writer)?;
        tx.execute("DELETE FROM journal_part WHERE entry = ?", [entry])?;
        let undoes = "SELECT undoes FROM journal_entry WHERE id = ?";
        if let Some(undone) = tx.query_row(undoes, [entry], |row| row.get(0))? {
            journal::stand_again(&tx, EntryId(undone))?;
        }
        let kept = if lines == 0 {
            journal::forget(&tx, entry)?;
            None
        } else {
            tx.execute("UPDATE journal_entry SET undone = 0 WHERE id = ?", [entry])?;
            Some(EntryId(entry))
        };
        tx.commit()?;
        neighbours::tell(&self.folder, Change::ALL);
        Ok(kept)
    }

    /// Takes an entry of many lines back, in parts. `under` notes the way forward, and is already open and set apart.
    pub(super) fn take_back_in_parts(
        &mut self,
        entry: EntryId,
        under: i64,
        now: Moment,
    ) -> Result<()> {
        let mut step = Step::new(entry, Some(under), Manner::AllOrNothing);
        door::expect(&self.writer, door::Writes::InParts)?;
        let taken = self.take_parts(&mut step, now);
        door::expect(&self.writer, door::Writes::OneByOne)?;
        match taken {
            Ok(()) => self.become_whole(under, 1).map(drop),
            Err(error) => {
                self.break_off(under, now);
                Err(error)
            }
        }
    }

    /// All parts of a step back.
    fn take_parts(&mut self, step: &mut Step, now: Moment) -> Result<()> {
        while self.take_part(step, now)? {
            self.turn.large();
        }
        Ok(())
    }

    /// One part of a step back; says whether there is more.
    fn take_part(&mut self, step: &mut Step, now: Moment) -> Result<bool> {
        let tx = begin(&mut self.writer)?;
        let (touched, more) = step.take(&tx, PART, now)?;
        derive::refresh(&tx, &touched)?;
        tx.commit()?;
        Ok(more)
    }

    /// Takes back what there is of an entry that will not become whole. Where even that fails the next opening does it.
    fn break_off(&mut self, entry: i64, now: Moment) {
        if let Err(error) = self.try_break_off(entry, now) {
            log::warn!("entry {entry} stays in parts: {error}");
        }
    }

    fn try_break_off(&mut self, entry: i64, now: Moment) -> Result<()> {
        // What somebody has changed since is theirs and stays.
        let mut step = Step::new(EntryId(entry), None, Manner::WhatStands);
        self.take_parts(&mut step, now)?;
        let tx = begin(&mut self.writer)?;
        tx.execute("DELETE FROM journal_part WHERE entry = ?", [entry])?;
        // An undo that broke off leaves standing what it was about.
        journal::stand_again(&tx, EntryId(entry))?;
        tx.commit()?;
        Ok(())
    }

    /// Whether rows stand here that a process which is gone left in parts: the next opening takes them back.
    pub fn has_broken_off(&self) -> Result<bool> {
        let conn = self.reader.conn();
        let apart = conn
            .prepare_cached("SELECT 1 FROM journal_part")?
            .exists([])?;
        Ok(apart && alone(&self.folder).is_ok())
    }

    /// Takes back what a process that is gone left in parts.
    pub(super) fn mend_parts(&mut self) -> Result<()> {
        let unfinished: Vec<(i64, i64)> = self
            .writer
            .prepare("SELECT p.entry, e.at FROM journal_part p JOIN journal_entry e ON e.id = p.entry ORDER BY p.entry DESC")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if unfinished.is_empty() {
            return Ok(());
        }
        // Its writer may be alive and at work.
        let _alone = match alone(&self.folder) {
            Err(StoreError::Busy) => return Ok(()),
            locked => locked?,
        };
        for (entry, at) in unfinished {
            self.try_break_off(entry, super::convert::moment(at))?;
        }
        Ok(())
    }
}

/// Marks an entry as not whole yet: nobody takes it back, and it counts as taken back.
pub(super) fn set_apart(conn: &Connection, entry: i64) -> Result<()> {
    conn.execute("INSERT INTO journal_part (entry) VALUES (?)", [entry])?;
    conn.execute("UPDATE journal_entry SET undone = 1 WHERE id = ?", [entry])?;
    Ok(())
}

/// Whether taking this entry back would hold the desk for longer than others should wait.
pub(super) fn is_long(conn: &Connection, entry: EntryId) -> Result<bool> {
    let weight: i64 = conn
        .prepare_cached(
            "SELECT total(weight) FROM (SELECT CASE op WHEN 'fact' THEN CAST(after AS INTEGER) - row + 1 ELSE 1 END AS weight \
             FROM journal_row WHERE entry = ? LIMIT ?)",
        )?
        .query_row((entry, LONG + 1), |row| row.get::<_, f64>(0))? as i64;
    Ok(weight > LONG)
}

/// Journal lines that are taken back in one go.
const LONG: i64 = 1_000;

/// Holds the only right to write in parts; another process that has it makes this `Busy`.
fn alone(folder: &Path) -> Result<File> {
    let file = File::create(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
