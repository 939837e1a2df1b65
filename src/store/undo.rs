//! Taking an entry back: row by row, newest first, each only if it still stands as it was left.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::arrived;
use super::error::{Result, StoreError};
use super::image::{self, Columns};
use super::ledger::{Touched, insert_row, read_columns, update_row};
use super::table::{Fact, Noun};
use crate::domain::Moment;
use crate::domain::ids::EntryId;

/// One journaled row, as read back.
struct Noted {
    table: String,
    row: i64,
    op: String,
    before: Option<String>,
    after: Option<String>,
}

/// Takes `entry` back, noting the way forward again under `under`. Runs inside the caller's transaction: a refusal
/// anywhere leaves everything as it was.
pub(super) fn take_back(
    conn: &Connection,
    entry: EntryId,
    under: i64,
    now: Moment,
) -> Result<Touched> {
    let mut step = Step::new(entry, Some(under), Manner::AllOrNothing);
    step.take(conn, usize::MAX, now).map(|(touched, _)| touched)
}

/// What becomes of a line whose row is no longer as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// It refuses the whole step.
    AllOrNothing,
    /// It stays as somebody has made it since.
    WhatStands,
}

/// A step back that can be taken in parts, newest line first.
pub(super) struct Step {
    entry: EntryId,
    under: Option<i64>,
    manner: Manner,
    below: i64,
    seq: i64,
}

impl Step {
    /// Before the first line of `entry`. `under` notes the way forward again; without one it is not noted.
    pub(super) fn new(entry: EntryId, under: Option<i64>, manner: Manner) -> Self {
        Self {
            entry,
            under,
            manner,
            below: i64::MAX,
            seq: 0,
        }
    }

    /// Takes back lines that move about `most` rows, inside the caller's transaction; says what was touched and whether
    /// there is more.
    pub(super) fn take(
        &mut self,
        conn: &Connection,
        most: usize,
        now: Moment,
    ) -> Result<(Touched, bool)> {
        if self.manner == Manner::AllOrNothing {
            conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        }
        let mut back = Back {
            conn,
            under: self.under,
            seq: self.seq,
            now,
            touched: Touched::default(),
        };
        let mut left = most;
        while left > 0 {
            let Some(noted) = self.next(conn)? else {
                return Ok((back.touched, false));
            };
            match back.row(&noted) {
                Err(
                    StoreError::ChangedSince { .. }
                    | StoreError::ArrivedSince
                    | StoreError::Missing
                    | StoreError::Gone { .. },
                ) if self.manner == Manner::WhatStands => {}
                done => done?,
            }
            self.seq = back.seq;
            left = left.saturating_sub(noted.rows());
        }
        Ok((back.touched, true))
    }

    /// The newest line that is not taken back yet.
    fn next(&mut self, conn: &Connection) -> Result<Option<Noted>> {
        let noted = conn
            .prepare_cached(
                "SELECT seq, tbl, row, op, before, after FROM journal_row WHERE entry = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            )?
            .query_row((self.entry, self.below), |row| {
                self.below = row.get(0)?;
                Ok(Noted {
                    table: row.get(1)?,
                    row: row.get(2)?,
                    op: row.get(3)?,
                    before: row.get(4)?,
                    after: row.get(5)?,
                })
            })
            .optional()?;
        Ok(noted)
    }
}

impl Noted {
    /// How many rows it is about: a run of facts is one line.
    fn rows(&self) -> usize {
        let last = self.after.as_deref().filter(|_| self.op == "fact");
        let run = last.and_then(|last| last.parse::<i64>().ok());
        run.map_or(1, |last| {
            usize::try_from(last - self.row + 1).unwrap_or(1).max(1)
        })
    }
}

struct Back<'t> {
    conn: &'t Connection,
    under: Option<i64>,
    seq: i64,
    now: Moment,
    touched: Touched,
}

impl Back<'_> {
    fn row(&mut self, noted: &Noted) -> Result<()> {
        match noted.op.as_str() {
            "insert" => self.remove(noted),
            "update" => self.put_back(noted),
            "delete" => self.restore(noted),
            _ => self.void(noted),
        }
    }

    /// An added row goes away, if nobody has changed it.
    fn remove(&mut self, noted: &Noted) -> Result<()> {
        let left = columns(noted, noted.after.as_deref())?;
        self.check(noted, &left)?;
        let noun = noun(noted)?;
        if arrived::hangs_on(self.conn, noun, noted.row)? {
            return Err(StoreError::ArrivedSince);
        }
        let sql = format!("DELETE FROM {} WHERE id = ?", noted.table);
        self.conn.prepare_cached(&sql)?.execute([noted.row])?;
        self.touched.nouns.push((noun, noted.row));
        // Once the row is gone nobody can ask it which conversation it spoke of, or which post is a channel poorer.
        for (name, value) in &left {
            match (noun, name.as_str(), value) {
                (_, "thread", Value::Integer(thread)) => {
                    self.touched.facts.push((Fact::Thread, *thread, *thread));
                }
                (Noun::Variant | Noun::Media, "post", Value::Integer(post)) => {
                    self.touched.nouns.push((Noun::Post, *post));
                }
                _ => {}
            }
        }
        self.note(noted, "delete", Some(&image::write(&left)), None)
    }

    /// Changed columns get their old values, if they and the guards stand as they were left.
    fn put_back(&mut self, noted: &Noted) -> Result<()> {
        let left = columns(noted, noted.after.as_deref())?;
        let was = columns(noted, noted.before.as_deref())?;
        self.check(noted, &left)?;
        update_row(self.conn, &noted.table, noted.row, &was)?;
        let columns = was.iter().map(|(name, _)| name.as_str());
        self.touched.changed(noun(noted)?, noted.row, columns);
        let changed: BTreeSet<&String> = was.iter().map(|(name, _)| name).collect();
        let forward: Columns = left
            .iter()
            .filter(|(name, _)| changed.contains(name))
            .cloned()
            .collect();
        // The guards are carried along as they stand now, after the step back.
        let guards = guards_now(self.conn, noted, &changed)?;
        let standing: Columns = was.into_iter().chain(guards).collect();
        self.note(
            noted,
            "update",
            Some(&image::write(&forward)),
            Some(&image::write(&standing)),
        )
    }

    /// A row that an undo removed comes back under its own key.
    fn restore(&mut self, noted: &Noted) -> Result<()> {
        let was = columns(noted, noted.before.as_deref())?;
        let mut whole = was.clone();
        whole.push(("id".to_owned(), Value::Integer(noted.row)));
        insert_row(self.conn, &noted.table, &whole)?;
        self.touched.nouns.push((noun(noted)?, noted.row));
        self.note(noted, "insert", None, Some(&image::write(&was)))
    }

    /// A run of facts is declared void.
    fn void(&mut self, noted: &Noted) -> Result<()> {
        let last: i64 = noted
            .after
            .as_deref()
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| damaged(noted))?;
        let fact = Fact::from_name(&noted.table).ok_or_else(|| damaged(noted))?;
        let (mut first_void, mut last_void) = (None, 0);
        for id in noted.row..=last {
            self.conn
                .prepare_cached("INSERT INTO fact_void (tbl, fact, at) VALUES (?, ?, ?)")?
                .execute((fact.name(), id, self.now.timestamp()))?;
            last_void = self.conn.last_insert_rowid();
            first_void.get_or_insert(last_void);
            self.flip(fact, id)?;
        }
        let Some(first_void) = first_void else {
            return Ok(());
        };
        self.insert_note(
            Fact::Void.name(),
            first_void,
            "fact",
            None,
            Some(&last_void.to_string()),
        )
    }

    /// Voids a fact that counts and counts one that was void, down the chain of voids of voids.
    fn flip(&mut self, fact: Fact, id: i64) -> Result<()> {
        let (mut fact, mut id, mut void) = (fact, id, true);
        loop {
            let sql = if void {
                "INSERT INTO voided_sum (tbl, fact) VALUES (?, ?) ON CONFLICT DO NOTHING"
            } else {
                "DELETE FROM voided_sum WHERE tbl = ? AND fact = ?"
            };
            self.conn.prepare_cached(sql)?.execute((fact.name(), id))?;
            self.touched.facts.push((fact, id, id));
            if fact != Fact::Void {
                return Ok(());
            }
            let (table, of): (String, i64) = self
                .conn
                .prepare_cached("SELECT tbl, fact FROM fact_void WHERE id = ?")?
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            fact = Fact::from_name(&table)
                .ok_or_else(|| StoreError::Corrupt(format!("fact_void {id}")))?;
            (id, void) = (of, !void);
        }
    }

    fn check(&self, noted: &Noted, left: &Columns) -> Result<()> {
        let names: Vec<&str> = left.iter().map(|(name, _)| name.as_str()).collect();
        let now = read_columns(self.conn, &noted.table, noted.row, &names)?;
        if now.as_ref() == Some(left) {
            Ok(())
        } else {
            Err(StoreError::ChangedSince {
                table: noted.table.clone(),
                row: noted.row,
            })
        }
    }

    fn note(
        &mut self,
        noted: &Noted,
        op: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<()> {
        self.insert_note(&noted.table, noted.row, op, before, after)
    }

    fn insert_note(
        &mut self,
        table: &str,
        row: i64,
        op: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<()> {
        let Some(under) = self.under else {
            return Ok(());
        };
        self.conn
            .prepare_cached(
                "INSERT INTO journal_row (entry, seq, tbl, row, op, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute((under, self.seq, table, row, op, before, after))?;
        self.seq += 1;
        Ok(())
    }
}

/// The image of a journaled row, its table and column names checked: they are about to become SQL.
fn columns(noted: &Noted, text: Option<&str>) -> Result<Columns> {
    let columns = text.and_then(image::read).ok_or_else(|| damaged(noted))?;
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if Noun::from_name(&noted.table).is_none() || !columns.iter().all(|(name, _)| plain(name)) {
        return Err(damaged(noted));
    }
    Ok(columns)
}

fn guards_now(conn: &Connection, noted: &Noted, changed: &BTreeSet<&String>) -> Result<Columns> {
    let noun = noun(noted)?;
    let names: Vec<&str> = noun
        .guards()
        .iter()
        .copied()
        .filter(|guard| !changed.iter().any(|name| name.as_str() == *guard))
        .collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    Ok(read_columns(conn, noun.name(), noted.row, &names)?.unwrap_or_default())
}

fn noun(noted: &Noted) -> Result<Noun> {
    Noun::from_name(&noted.table).ok_or_else(|| damaged(noted))
}

fn damaged(noted: &Noted) -> StoreError {
    StoreError::Corrupt(format!("journal_row {} {}", noted.table, noted.row))
}
