//! `*_fts`: folded words of posts and messages, for finding as she types. Single edits index at once, bulk catches up.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::fold::fold;
use crate::store::error::Result;

/// Above this many messages in one Command the index catches up in the background.
const AT_ONCE: usize = 200;

/// Where the message index has got to.
const INDEXED_TO: &str = "search.message.indexed_to";

/// Posts up to this one were indexed by an older program, which left out some of their pieces.
const POSTS_AGAIN: &str = "search.post.again_to";

/// Posts indexed again under one lock with as many messages as the caller allows.
const POSTS_AT_ONCE: i64 = 100;

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

/// Whether messages or posts wait for their turn.
pub(in crate::store) fn is_behind(conn: &Connection) -> Result<bool> {
    Ok(unindexed(conn)? > 0 || number(conn, POSTS_AGAIN)? > 0)
}

/// Indexes up to `limit` more messages, and some posts where that is owed; says how much is left.
pub(in crate::store) fn catch_up(conn: &Connection, limit: i64) -> Result<u64> {
    let from = indexed_to(conn)? + 1;
    let left = unindexed(conn)?;
    if left > 0 {
        let to = from + limit.min(i64::try_from(left).unwrap_or(i64::MAX)) - 1;
        index_range(conn, from, to)?;
        set_indexed_to(conn, to)?;
    }
    let posts = posts_again(conn, limit.min(POSTS_AT_ONCE))?;
    Ok(unindexed(conn)? + posts)
}

/// Indexes so many posts again, from the newest down; says how many may be left.
fn posts_again(conn: &Connection, limit: i64) -> Result<u64> {
    let to = number(conn, POSTS_AGAIN)?;
    if to == 0 {
        return Ok(0);
    }
    let posts = conn
        .prepare_cached("SELECT id FROM post WHERE id <= ? ORDER BY id DESC LIMIT ?")?
        .query_map([to, limit], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    refresh_posts(conn, &posts)?;
    let left = posts.first().map_or(0, |oldest| oldest - 1);
    set_number(conn, POSTS_AGAIN, left)?;
    Ok(u64::try_from(left).unwrap_or(0))
}

pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM post_fts; DELETE FROM message_fts;")?;
    set_indexed_to(conn, 0)?;
    set_number(conn, POSTS_AGAIN, 0)?;
    let posts = conn
        .prepare("SELECT id FROM post")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    refresh_posts(conn, &posts)?;
    while catch_up(conn, 10_000)? > 0 {}
    Ok(())
}

/// What can be found of a post, piece by piece: which piece it is, the channel and the variant it belongs to, and its text.
/// A post that is deleted has none.
pub(in crate::store) const PIECES_OF_POST: &str = "\
    WITH p AS (SELECT * FROM post WHERE id = ?1 AND deleted_at IS NULL) \
    SELECT 'topic', NULL, NULL, topic, 0 AS place FROM p \
    UNION ALL SELECT 'text', NULL, NULL, r.text, 1 FROM p JOIN text_rev r ON r.id = p.base_rev \
    UNION ALL SELECT 'text', v.channel, v.id, r.text, 2 FROM p JOIN variant v ON v.post = p.id AND v.deleted_at IS NULL \
        JOIN text_rev r ON r.id = v.rev \
    UNION ALL SELECT 'first-comment', NULL, NULL, first_comment, 3 FROM p WHERE first_comment <> '' \
    UNION ALL SELECT 'note', NULL, NULL, note, 4 FROM p WHERE note <> '' \
    UNION ALL SELECT 'brief', NULL, NULL, brief, 5 FROM p WHERE brief <> '' \
    UNION ALL SELECT 'client-note', NULL, NULL, client_note, 4 FROM p WHERE client_note <> '' \
    UNION ALL SELECT 'script', NULL, NULL, script, 5 FROM p WHERE script <> '' \
    UNION ALL SELECT 'shots', NULL, NULL, shots, 5 FROM p WHERE shots <> '' \
    UNION ALL SELECT 'alt', NULL, NULL, m.alt, 6 FROM p JOIN media m ON m.post = p.id AND m.deleted_at IS NULL AND m.alt <> '' \
    ORDER BY place";

fn words_of_post(conn: &Connection, post: i64) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached(PIECES_OF_POST)?;
    let texts = statement.query_map([post], |row| row.get(3))?;
    let texts = texts.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok((!texts.is_empty()).then(|| texts.join(" ")))
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
    number(conn, INDEXED_TO)
}

fn set_indexed_to(conn: &Connection, id: i64) -> Result<()> {
    set_number(conn, INDEXED_TO, id)
}

/// A number that is remembered; 0 where none is.
fn number(conn: &Connection, key: &str) -> Result<i64> {
    let found: Option<i64> = conn
        .prepare_cached("SELECT CAST(value AS INTEGER) FROM memory WHERE key = ?")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(0))
}

fn set_number(conn: &Connection, key: &str, number: i64) -> Result<()> {
    if number == 0 {
        conn.prepare_cached("DELETE FROM memory WHERE key = ?")?
            .execute([key])?;
        return Ok(());
    }
    conn.prepare_cached(
        "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute((key, number.to_string()))?;
    Ok(())
}
