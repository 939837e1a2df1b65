//! When the checker looks: at once after something changed, a day and an hour before a post goes out, and when a window
//! opens at what is near. Never on a key: a worker takes a few posts at a time.

use std::collections::BTreeSet;

use chrono::Duration;
use rusqlite::Connection;

use super::found;
use super::gather::{self, Of};
use super::near;
use crate::domain::Moment;
use crate::domain::ids::PostId;
use crate::lint::{Subject, check};
use crate::store::clients::list;
use crate::store::convert::moment;
use crate::store::error::Result;
use crate::store::reader::Reader;
use crate::store::table::Noun;
use crate::store::{Store, begin};

/// How long before its moment a post is looked at once more.
const BEFORE: [Duration; 2] = [Duration::hours(24), Duration::hours(1)];

/// How far ahead a window that opens has everything looked at anew.
const AHEAD: Duration = Duration::days(14);

/// How far back posts are of interest: what says the same as one of them is told.
const BACK: Duration = Duration::days(60);

/// Posts put in line at the opening of a window.
pub const LINED_UP: i64 = 2_000;

/// What came of a few looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looked {
    /// Posts looked at.
    pub posts: usize,
    /// Whether anything is not as it was found before.
    pub is_news: bool,
}

/// Puts posts in line, and everything open of these clients and channels, whose wishes have changed.
pub(in crate::store) fn queue(
    conn: &Connection,
    posts: &BTreeSet<i64>,
    wishes: &[(Noun, i64)],
) -> Result<()> {
    for post in posts {
        conn.prepare_cached(
            "INSERT INTO lint_look (post, next) VALUES (?, 0) ON CONFLICT (post) DO UPDATE SET next = 0",
        )?
        .execute([post])?;
    }
    for (noun, id) in wishes {
        let whose = noun.name();
        let open = format!(
            "INSERT INTO lint_look (post, next) SELECT DISTINCT post, 0 FROM agenda_sum \
             WHERE {whose} = ? AND outcome IN ('none', 'due', 'missed') ON CONFLICT (post) DO UPDATE SET next = 0"
        );
        conn.prepare_cached(&open)?.execute([id])?;
    }
    Ok(())
}

/// Forgets what was found: everything is looked at anew.
pub(in crate::store) fn forget(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM lint_found; DELETE FROM lint_print; UPDATE lint_look SET at = NULL, next = 0;",
    )?;
    Ok(())
}

impl Store {
    /// Puts what is near this moment in line: what comes is looked at anew, what was is looked at if nobody did.
    pub fn line_up_looks(&mut self, now: Moment) -> Result<()> {
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let near = "INSERT INTO lint_look (post, next) SELECT DISTINCT post, 0 FROM agenda_sum \
            WHERE at >= ? AND at < ? LIMIT ?";
        let coming = format!("{near} ON CONFLICT (post) DO UPDATE SET next = 0");
        let been = format!("{near} ON CONFLICT (post) DO NOTHING");
        let seconds = |at: Moment| at.timestamp();
        tx.prepare_cached(&coming)?
            .execute((seconds(now), seconds(now + AHEAD), LINED_UP))?;
        tx.prepare_cached(&been)?
            .execute((seconds(now - BACK), seconds(now), LINED_UP))?;
        tx.commit()?;
        Ok(())
    }

    /// Looks at up to `limit` posts whose time for it has come.
    pub fn look_over(&mut self, now: Moment, limit: usize) -> Result<Looked> {
        let _turn = self.turn.small();
        let tx = begin(&mut self.writer)?;
        let sql = "SELECT post FROM lint_look WHERE next <= ? ORDER BY next, post DESC LIMIT ?";
        let due: Vec<PostId> = list(&tx, sql, (now.timestamp(), limit as i64), |row| row.get(0))?;
        let mut is_news = false;
        for post in &due {
            is_news |= look(&tx, *post, now)?;
        }
        tx.commit()?;
        Ok(Looked {
            posts: due.len(),
            is_news,
        })
    }
}

/// Looks at one post, writes down what it finds and when it looks again; says whether that is news.
fn look(conn: &Connection, post: PostId, now: Moment) -> Result<bool> {
    let Some((client, subject)) = gather::subject(conn, post, Of::Written, now)? else {
        conn.prepare_cached("DELETE FROM lint_look WHERE post = ?")?
            .execute([post])?;
        near::forget(conn, post)?;
        return found::write(conn, post, &[]);
    };
    near::keep(conn, client, post)?;
    let is_news = found::write(conn, post, &check(&subject))?;
    let again = again(&subject).map(|at| at.timestamp());
    conn.prepare_cached(
        "INSERT INTO lint_look (post, at, next) VALUES (?1, ?2, ?3) \
         ON CONFLICT (post) DO UPDATE SET at = ?2, next = ?3",
    )?
    .execute((post, now.timestamp(), again))?;
    Ok(is_news)
}

/// The next moment at which a look may find something else: a day and an hour before each of its times.
fn again(subject: &Subject) -> Option<Moment> {
    let outlets = subject.texts.iter().flat_map(|text| &text.outlets);
    let times = outlets.filter_map(|outlet| outlet.at);
    let looks = times.flat_map(|at| BEFORE.map(|before| at - before));
    looks.filter(|at| *at > subject.now).min()
}

impl Reader {
    /// When the checker has something to look at again; a moment gone by is at once.
    pub fn next_look(&self) -> Result<Option<Moment>> {
        let sql = "SELECT next FROM lint_look WHERE next IS NOT NULL ORDER BY next LIMIT 1";
        Ok(list(self.conn(), sql, [], |row| row.get(0))?
            .pop()
            .map(moment))
    }
}
