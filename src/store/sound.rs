//! Is the desk sound: SQLite's own check, foreign keys, and every derived table against a rebuild from scratch.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, TransactionBehavior};

use super::clients::list;
use super::derive;
use super::error::Result;
use super::lint;
use super::table::{Fact, Noun};
use crate::domain::hash::of_parts;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The file itself is damaged.
    Damaged(String),
    /// A row points at a row that is not there.
    Orphan(String),
    /// A derived table differs from its rebuild in so many rows.
    Drifted {
        /// Which table.
        table: &'static str,
        /// How many rows differ.
        rows: usize,
    },
    /// A wording is not what was written: its bytes have changed on the disk.
    TextChanged {
        /// Which table.
        table: &'static str,
        /// Which row.
        row: i64,
    },
    /// A picture's bytes are not in the desk.
    MediaMissing(String),
}

pub(super) fn check(conn: &mut Connection, folder: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for verdict in list(conn, "PRAGMA integrity_check", [], |row| {
        row.get::<_, String>(0)
    })? {
        if verdict != "ok" {
            findings.push(Finding::Damaged(verdict));
        }
    }
    for orphan in list(conn, "PRAGMA foreign_key_check", [], |row| {
        Ok(format!(
            "{} {}",
            row.get::<_, String>(0)?,
            row.get::<_, i64>(1)?
        ))
    })? {
        findings.push(Finding::Orphan(orphan));
    }
    findings.extend(drift(conn)?);
    findings.extend(unreadable(conn)?);
    let changed = torn_texts(conn)?.into_iter();
    findings.extend(changed.map(|(row, table)| Finding::TextChanged { table, row }));
    let hashes = list(
        conn,
        "SELECT DISTINCT hash FROM media WHERE deleted_at IS NULL",
        [],
        |row| row.get::<_, String>(0),
    )?;
    let missing = hashes
        .into_iter()
        .filter(|hash| !folder.join("media").join(hash).exists());
    findings.extend(missing.map(Finding::MediaMissing));
    Ok(findings)
}

/// Tables that are neither nouns nor facts and hold what exists nowhere else.
pub(super) const BESIDES: [&str; 4] = ["journal_entry", "journal_row", "draft_buffer", "memory"];

/// Text that is none any more: SQLite does not mind a bit that has tipped over, but nobody can read it.
fn unreadable(conn: &Connection) -> Result<Vec<Finding>> {
    let nouns = Noun::ALL.iter().map(|it| it.name());
    let facts = Fact::ALL.iter().map(|it| it.name());
    let mut findings = Vec::new();
    for table in nouns.chain(facts).chain(BESIDES) {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut torn = 0;
        while let Some(row) = rows.next()? {
            for at in 0..columns {
                let torn_text = matches!(row.get_ref(at)?, ValueRef::Text(text) if std::str::from_utf8(text).is_err());
                torn += usize::from(torn_text);
            }
        }
        if torn > 0 {
            findings.push(Finding::Damaged(format!("{table}: {torn} unreadable")));
        }
    }
    Ok(findings)
}

/// Wordings, and what approval froze of them, whose hash tells that they are not what was written.
pub(super) fn torn_texts(conn: &Connection) -> Result<Vec<(i64, &'static str)>> {
    let mut torn = Vec::new();
    for (table, parts) in [
        ("text_rev", "text"),
        ("payload", "text, first_comment, media"),
    ] {
        let mut statement = conn.prepare(&format!("SELECT id, hash, {parts} FROM {table}"))?;
        let parts = 2..statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let part = |at: usize| row.get_ref(at).ok()?.as_str().ok();
            let whole: Option<Vec<&str>> = parts.clone().map(part).collect();
            if whole.is_none_or(|whole| part(1) != Some(of_parts(&whole).as_str())) {
                torn.push((row.get(0)?, table));
            }
        }
    }
    Ok(torn)
}

/// Rebuilds the derived tables inside a transaction that is thrown away, and counts the rows that differ.
fn drift(conn: &mut Connection) -> Result<Vec<Finding>> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let checker = lint::drift(&tx)?.into_iter();
    let kept = derive::COMPARED
        .iter()
        .map(|(table, order)| dump(&tx, table, order))
        .collect::<Result<Vec<_>>>()?;
    derive::rebuild(&tx)?;
    let mut findings: Vec<Finding> = checker
        .map(|(table, rows)| Finding::Drifted { table, rows })
        .collect();
    for ((table, order), kept) in derive::COMPARED.iter().zip(kept) {
        let rebuilt = dump(&tx, table, order)?;
        let kept: HashSet<Vec<String>> = kept.into_iter().collect();
        let rebuilt: HashSet<Vec<String>> = rebuilt.into_iter().collect();
        let rows = kept.symmetric_difference(&rebuilt).count();
        if rows > 0 {
            findings.push(Finding::Drifted { table, rows });
        }
    }
    tx.rollback()?;
    Ok(findings)
}

/// All rows of a table as values, in a fixed order.
pub(super) fn dump(conn: &Connection, table: &str, order: &str) -> Result<Vec<Vec<String>>> {
    let sql = format!("SELECT * FROM {table} ORDER BY {order}");
    let mut statement = conn.prepare(&sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        (0..columns)
            .map(|i| row.get::<_, Value>(i).map(|value| format!("{value:?}")))
            .collect::<rusqlite::Result<Vec<String>>>()
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
