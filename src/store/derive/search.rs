//! `*_fts`: folded words of posts and messages, for finding as she types. Single edits index at once, bulk catches up.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::fold::fold;
use crate::store::error::Result;

/// Above this many messages in one Command the index catches up in the background.
const AT_ONCE: usize = 200;

/// Where the message index has got to.
const INDEXED_TO: &str = "search.message.indexed_to";

pub(super) fn refresh_posts(conn: &Connection, posts: &BTreeSet<i64>) -> Result<()> {
    for post in posts {
        conn.prepare_cached("DELETE FROM post_fts WHERE rowid = ?")?
            .execute([post])?;
        if let Some(words) = words_of_post(conn, *post)? {
            conn.prepare_cached("INSERT INTO post_fts (rowid, folded) VALUES (?, ?)")?
                .execute((post, fold(&words)))?;
        }
    }
    Ok(())
}

pub(super) fn refresh_messages(conn: &Connection, messages: &BTreeSet<i64>) -> Result<()> {
    let (Some(first), Some(last)) = (messages.first(), messages.last()) else {
        return Ok(());
    };
    let to = indexed_to(conn)?;
    // Only what follows the index without a gap is taken at once; the rest waits for its turn.
    if first - 1 > to {
        return Ok(());
    }
    if messages.len() <= AT_ONCE {
        index_range(conn, *first, *last)?;
        return set_indexed_to(conn, to.max(*last));
    }
    // A big import taken back or done again: the index goes over it once more.
    set_indexed_to(conn, first - 1)
}

/// How many messages cannot be found yet.
pub(in crate::store) fn unindexed(conn: &Connection) -> Result<u64> {
    let newest: i64 = conn
        .prepare_cached("SELECT coalesce(max(id), 0) FROM message")?
        .query_row([], |row| row.get(0))?;
    Ok(u64::try_from(newest - indexed_to(conn)?).unwrap_or(0))
}

/// Indexes up to `limit` more messages; says how many are left.
pub(in crate::store) fn catch_up(conn: &Connection, limit: i64) -> Result<u64> {
    let from = indexed_to(conn)? + 1;
    let left = unindexed(conn)?;
    if left > 0 {
        let to = from + limit.min(i64::try_from(left).unwrap_or(i64::MAX)) - 1;
        index_range(conn, from, to)?;
        set_indexed_to(conn, to)?;
    }
    unindexed(conn)
}

pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM post_fts; DELETE FROM message_fts;")?;
    set_indexed_to(conn, 0)?;
    let posts = conn
        .prepare("SELECT id FROM post")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    refresh_posts(conn, &posts)?;
    while catch_up(conn, 10_000)? > 0 {}
    Ok(())
}

fn words_of_post(conn: &Connection, post: i64) -> Result<Option<String>> {
    let words: Option<String> = conn
        .prepare_cached(
            "SELECT p.topic || ' ' || coalesce(r.text, '') || ' ' || coalesce((SELECT group_concat(t.text, ' ') \
             FROM variant v JOIN text_rev t ON t.id = v.rev WHERE v.post = p.id AND v.deleted_at IS NULL), '') \
             FROM post p LEFT JOIN text_rev r ON r.id = p.base_rev WHERE p.id = ? AND p.deleted_at IS NULL",
        )?
        .query_row([post], |row| row.get(0))
        .optional()?;
    Ok(words)
}

fn index_range(conn: &Connection, from: i64, to: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, text, EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id) \
         FROM message m WHERE id BETWEEN ? AND ?",
    )?;
    let mut rows = statement.query([from, to])?;
    while let Some(row) = rows.next()? {
        let (id, text, void): (i64, String, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        conn.prepare_cached("DELETE FROM message_fts WHERE rowid = ?")?
            .execute([id])?;
        if void {
            continue;
        }
        conn.prepare_cached("INSERT INTO message_fts (rowid, folded) VALUES (?, ?)")?
            .execute((id, fold(&text)))?;
    }
    Ok(())
}

fn indexed_to(conn: &Connection) -> Result<i64> {
    let found: Option<i64> = conn
        .prepare_cached("SELECT CAST(value AS INTEGER) FROM memory WHERE key = ?")?
        .query_row([INDEXED_TO], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(0))
}

fn set_indexed_to(conn: &Connection, id: i64) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute((INDEXED_TO, id.to_string()))?;
    Ok(())
}
