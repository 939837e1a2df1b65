//! Salvage: what can still be read of a damaged desk, row by row, into a fresh one. Text that can be read is the point.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::{Step, disk, heal};
use crate::store::clients::list;
use crate::store::error::{Result, StoreError};
use crate::store::sound::BESIDES;
use crate::store::table::{Fact, Noun};
use crate::store::{FILE, derive, door, lint, migrate};

/// Keys that are tried one by one behind a page that cannot be read.
const TRIED: i64 = 200_000;

/// What came out of a damaged desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvaged {
    /// Rows read, by table.
    pub read: BTreeMap<String, usize>,
    /// Rows that were there and made no sense.
    pub refused: usize,
    /// Tables of which something could not be read.
    pub torn: Vec<String>,
    /// Rows without which others would hang in the air, made up.
    pub made_up: usize,
    /// Rows that hung in the air and were let go.
    pub let_go: usize,
}

/// Reads what can be read of the desk and lays a fresh one out in `making`. The damaged files themselves are only copied.
pub(super) fn salvage(desk: &Path, making: &Path, watch: super::Watch<'_>) -> Result<Salvaged> {
    let damaged = making.join("damaged.db");
    disk::copy(&desk.join(FILE), &damaged)?;
    let log = desk.join(format!("{FILE}-wal"));
    if log.exists() {
        disk::copy(&log, &making.join("damaged.db-wal"))?;
    }
    watch(Step::Copied)?;
    let old = Connection::open(&damaged)?;
    // A schema with a torn line still names the tables that are whole.
    old.execute_batch("PRAGMA writable_schema = ON; PRAGMA trusted_schema = OFF")?;
    // Counting the lines of the schema, as one does with a whole desk, would stop at the first that is torn.
    let id: i64 = old.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != migrate::APPLICATION_ID {
        return Err(StoreError::NotADesk);
    }
    let mut new = Connection::open(making.join(FILE))?;
    door::tune(&new)?;
    migrate::up(&mut new, |_| Ok(()))?;
    new.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF")?;
    let mut salvaged = Salvaged::default();
    let tx = new.transaction()?;
    // A fresh desk has a name of its own; the old one's counts.
    tx.execute_batch("DELETE FROM memory")?;
    for table in tables() {
        carry(&old, &tx, table, &mut salvaged)?;
    }
    heal::heal(&tx, &mut salvaged)?;
    derive::rebuild(&tx)?;
    lint::forget(&tx)?;
    tx.commit()?;
    watch(Step::Proved)?;
    if salvaged.read.values().all(|rows| *rows == 0) {
        return Err(StoreError::NotADesk);
    }
    Ok(salvaged)
}

/// Parents before children.
fn tables() -> impl Iterator<Item = &'static str> {
    let nouns = Noun::ALL.iter().map(|it| it.name());
    let facts = Fact::ALL.iter().map(|it| it.name());
    nouns.chain(facts).chain(BESIDES)
}

/// Carries one table over.
fn carry(old: &Connection, new: &Connection, table: &str, salvaged: &mut Salvaged) -> Result<()> {
    let names = columns(new, table)?;
    let theirs = columns(old, table).unwrap_or_default();
    let shared: Vec<String> = names.into_iter().filter(|it| theirs.contains(it)).collect();
    if shared.is_empty() {
        salvaged.torn.push(table.to_owned());
        return Ok(());
    }
    let key = if table == "journal_row" {
        None
    } else {
        Some("rowid")
    };
    let mut walk = Walk {
        old,
        table,
        shared: &shared,
        torn: false,
    };
    let marks = vec!["?"; shared.len()].join(", ");
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT DO NOTHING",
        shared.join(", ")
    );
    let mut insert = new.prepare(&sql)?;
    let (mut read, mut refused) = (0, 0);
    let mut put = |row: Vec<Value>| {
        // A row of another page's making breaks the rules of this table and is no row.
        match insert.execute(params_from_iter(row)) {
            Ok(1) => read += 1,
            _ => refused += 1,
        }
    };
    match key {
        Some(_) => walk.by_key(&mut put)?,
        None => walk.up_and_down(&mut put)?,
    }
    if walk.torn {
        salvaged.torn.push(table.to_owned());
    }
    salvaged.read.insert(table.to_owned(), read);
    salvaged.refused += refused;
    Ok(())
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let sql = "SELECT name FROM pragma_table_info(?)";
    list(conn, sql, [table], |row| row.get(0))
}

/// The way through one table.
struct Walk<'w> {
    old: &'w Connection,
    table: &'w str,
    shared: &'w [String],
    torn: bool,
}

impl Walk<'_> {
    /// Upwards by key; behind a page that cannot be read the keys are tried one by one until one answers.
    fn by_key(&mut self, put: &mut dyn FnMut(Vec<Value>)) -> Result<()> {
        let all = format!(
            "SELECT rowid, {} FROM {}",
            self.shared.join(", "),
            self.table
        );
        let ahead = format!("{all} WHERE rowid > ? ORDER BY rowid");
        let one = format!("{all} WHERE rowid = ?");
        let mut last = i64::MIN;
        loop {
            if self.stream(&ahead, &mut last, put) {
                return Ok(());
            }
            self.torn = true;
            let highest = self.highest();
            let from = last.max(0) + 1;
            let Ok(mut statement) = self.old.prepare(&one) else {
                return Ok(());
            };
            let found = (from..=highest.min(from.saturating_add(TRIED))).find_map(|key| {
                let row = statement.query_row([key], |row| self.values(row, 1));
                row.ok().map(|row| (key, row))
            });
            let Some((key, row)) = found else {
                return Ok(());
            };
            put(row);
            last = key;
        }
    }

    /// Reads on from a key; says whether the end was reached.
    fn stream(&self, sql: &str, last: &mut i64, put: &mut dyn FnMut(Vec<Value>)) -> bool {
        let Ok(mut statement) = self.old.prepare(sql) else {
            return false;
        };
        let Ok(mut rows) = statement.query([*last]) else {
            return false;
        };
        loop {
            match rows.next() {
                Ok(None) => return true,
                Err(_) => return false,
                Ok(Some(row)) => {
                    let (Ok(key), Ok(values)) = (row.get::<_, i64>(0), self.values(row, 1)) else {
                        return false;
                    };
                    // Pages that lead in a circle lead nowhere.
                    if key <= *last {
                        return false;
                    }
                    *last = key;
                    put(values);
                }
            }
        }
    }

    /// From the first row up and from the last one down, each as far as it goes: this table has no numbers to try.
    fn up_and_down(&mut self, put: &mut dyn FnMut(Vec<Value>)) -> Result<()> {
        let all = format!("SELECT {} FROM {}", self.shared.join(", "), self.table);
        for order in ["entry, seq", "entry DESC, seq DESC"] {
            let Ok(mut statement) = self.old.prepare(&format!("{all} ORDER BY {order}")) else {
                self.torn = true;
                return Ok(());
            };
            let mut rows = statement.query([])?;
            loop {
                match rows.next() {
                    // The whole way up has read everything.
                    Ok(None) => return Ok(()),
                    Ok(Some(row)) => match self.values(row, 0) {
                        Ok(values) => put(values),
                        Err(_) => self.torn = true,
                    },
                    Err(_) => break,
                }
            }
            self.torn = true;
        }
        Ok(())
    }

    /// The highest key there may be.
    fn highest(&self) -> i64 {
        let asked = |sql: &str| self.old.query_row(sql, [], |row| row.get::<_, i64>(0));
        let top = asked(&format!("SELECT max(rowid) FROM {}", self.table));
        let counted = asked(&format!(
            "SELECT seq FROM sqlite_sequence WHERE name = '{}'",
            self.table
        ));
        match (top, counted) {
            (Ok(a), Ok(b)) => a.max(b),
            (Ok(a), Err(_)) | (Err(_), Ok(a)) => a,
            (Err(_), Err(_)) => TRIED,
        }
    }

    fn values(&self, row: &Row<'_>, from: usize) -> rusqlite::Result<Vec<Value>> {
        (from..from + self.shared.len())
            .map(|i| row.get(i))
            .collect()
    }
}
