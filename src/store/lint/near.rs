//! `lint_print`: the smallest prints of the texts of recent posts, by which those that nearly say the same are found without
//! reading the others.

use std::collections::HashMap;

use chrono::Duration;
use rusqlite::Connection;

use crate::domain::Moment;
use crate::domain::ids::{ClientId, PostId};
use crate::lint::{Near, Subject, prints};
use crate::store::clients::list;
use crate::store::convert::moment;
use crate::store::error::Result;

/// Posts that share one print and are looked at, the newest of them: a greeting stands under everything.
const EACH: i64 = 40;

/// Prints two texts must share before anybody compares them.
const SHARED: usize = 2;

/// Posts that are compared, those first that share most.
const COMPARED: usize = 5;

/// How long ago a post is no longer recent.
const RECENT: Duration = Duration::days(60);

/// What a post says for most of its readers: its own text, or the longest of its channels where it has none.
const WORDS: &str = "SELECT coalesce(nullif(b.text, ''), (SELECT o.text FROM variant v JOIN text_rev o ON o.id = v.rev \
    WHERE v.post = p.id AND v.deleted_at IS NULL ORDER BY length(o.text) DESC LIMIT 1), '') \
    FROM post p LEFT JOIN text_rev b ON b.id = p.base_rev WHERE p.id = ?";

/// The prints that a post must have, and those that are kept.
fn both(conn: &Connection, post: PostId) -> Result<(Vec<i64>, Vec<i64>)> {
    let words: Option<String> = list(conn, WORDS, [post], |row| row.get(0))?.pop();
    let mut new = prints(&words.unwrap_or_default());
    new.sort_unstable();
    let kept = "SELECT print FROM lint_print WHERE post = ? ORDER BY print";
    Ok((new, list(conn, kept, [post], |row| row.get(0))?))
}

/// Whether the prints of a post are kept as it stands.
pub(super) fn is_kept(conn: &Connection, post: PostId) -> Result<bool> {
    both(conn, post).map(|(new, old)| new == old)
}

/// Keeps the prints of a post as it stands.
pub(super) fn keep(conn: &Connection, client: ClientId, post: PostId) -> Result<()> {
    let (new, old) = both(conn, post)?;
    if new == old {
        return Ok(());
    }
    forget(conn, post)?;
    for print in new {
        conn.prepare_cached("INSERT INTO lint_print (client, print, post) VALUES (?, ?, ?)")?
            .execute((client, print, post))?;
    }
    Ok(())
}

/// Forgets the prints of a post that is gone.
pub(super) fn forget(conn: &Connection, post: PostId) -> Result<()> {
    conn.prepare_cached("DELETE FROM lint_print WHERE post = ?")?
        .execute([post])?;
    Ok(())
}

/// Posts of the same client, out or planned within two months before this one, that may say nearly the same.
pub(super) fn of(conn: &Connection, client: ClientId, subject: &Subject) -> Result<Vec<Near>> {
    let mut shared: HashMap<PostId, usize> = HashMap::new();
    let alike = "SELECT post FROM lint_print WHERE client = ? AND print = ? AND post <> ? ORDER BY post DESC LIMIT ?";
    for print in subject.texts.iter().flat_map(|text| prints(&text.words)) {
        let params = (client, print, subject.post, EACH);
        for post in list(conn, alike, params, |row| row.get(0))? {
            *shared.entry(post).or_default() += 1;
        }
    }
    let mut likely: Vec<(usize, PostId)> = shared.into_iter().map(|(post, n)| (n, post)).collect();
    likely.retain(|(n, _)| *n >= SHARED);
    likely.sort_unstable_by(|a, b| b.cmp(a));
    let outlets = subject.texts.iter().flat_map(|text| &text.outlets);
    let goes_out = outlets.filter_map(|it| it.at).min().unwrap_or(subject.now);
    let mut near = Vec::new();
    for (_, post) in likely.into_iter().take(COMPARED) {
        near.extend(one(conn, post, goes_out)?);
    }
    Ok(near)
}

/// A post to compare with, if it goes out before this moment and not long before.
fn one(conn: &Connection, post: PostId, goes_out: Moment) -> Result<Option<Near>> {
    let sql = "SELECT p.topic, (SELECT min(coalesce(a.out_at, a.at)) FROM agenda_sum a \
        WHERE a.post = p.id AND a.outcome <> 'skipped') FROM post p WHERE p.id = ? AND p.deleted_at IS NULL";
    let found: Vec<(String, Option<i64>)> =
        list(conn, sql, [post], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Some((topic, Some(at))) = found.into_iter().next() else {
        return Ok(None);
    };
    let at = moment(at);
    if at > goes_out || goes_out - at > RECENT {
        return Ok(None);
    }
    let words: Option<String> = list(conn, WORDS, [post], |row| row.get(0))?.pop();
    Ok(Some(Near {
        topic,
        at,
        words: words.unwrap_or_default(),
    }))
}
