//! What of the checker's tables must be so whatever the moment and the rules of the program: what it found depends on both,
//! so that is not compared, but it is of posts that are there, about their own channels, at places that their texts have; and
//! prints are those of the texts. What is in line for a look may be old.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::near;
use crate::domain::ids::{PostId, VariantId};
use crate::lint::Part;
use crate::store::clients::list;
use crate::store::error::Result;

/// Posts that were looked at and wait for nothing.
const SETTLED: &str =
    "SELECT post FROM lint_look WHERE at IS NOT NULL AND (next IS NULL OR next <> 0) ORDER BY post";

/// Findings of posts that wait for nothing, or that nobody has looked at.
const FOUND: &str = "SELECT f.post, l.post IS NOT NULL, f.part, f.owner, f.about, f.start, f.stop FROM lint_found f \
    LEFT JOIN lint_look l ON l.post = f.post WHERE l.next IS NULL OR l.next <> 0";

/// Prints of posts that nobody has looked at.
const STRAY: &str = "SELECT DISTINCT post FROM lint_print p WHERE NOT EXISTS (SELECT 1 FROM lint_look l WHERE l.post = p.post)";

/// Each table with how many of its posts or findings are not as they must be; none where all are.
pub(in crate::store) fn drift(conn: &Connection) -> Result<Vec<(&'static str, usize)>> {
    let stray: Vec<PostId> = list(conn, STRAY, [], |row| row.get(0))?;
    let (mut gone, mut prints) = (0, stray.len());
    for post in list(conn, SETTLED, [], |row| row.get::<_, PostId>(0))? {
        if lives(conn, post)? {
            prints += usize::from(!near::is_kept(conn, post)?);
        } else {
            gone += 1;
        }
    }
    let mut found = 0;
    for it in list(conn, FOUND, [], stored)? {
        found += usize::from(!it.is_sound(conn)?);
    }
    let all = [
        ("lint_look", gone),
        ("lint_found", found),
        ("lint_print", prints),
    ];
    Ok(all.into_iter().filter(|it| it.1 > 0).collect())
}

fn lives(conn: &Connection, post: PostId) -> Result<bool> {
    let live = "SELECT 1 FROM post WHERE id = ? AND deleted_at IS NULL";
    Ok(conn.prepare_cached(live)?.exists([post])?)
}

/// What of a finding can be held against the desk.
struct Stored {
    post: PostId,
    is_looked_at: bool,
    part: Option<Part>,
    owner: Option<VariantId>,
    /// The channels it concerns; none where that cannot be read.
    about: Option<Vec<VariantId>>,
    range: Option<(usize, usize)>,
}

fn stored(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    let about: String = row.get(4)?;
    let bound = |at: usize| -> rusqlite::Result<Option<usize>> {
        let found: Option<i64> = row.get(at)?;
        // A place before the beginning is behind every end.
        Ok(found.map(|it| usize::try_from(it).unwrap_or(usize::MAX)))
    };
    Ok(Stored {
        post: row.get(0)?,
        is_looked_at: row.get(1)?,
        part: Part::from_word(&row.get::<_, String>(2)?),
        owner: row.get(3)?,
        about: serde_json::from_str(&about).ok(),
        range: bound(5)?.zip(bound(6)?),
    })
}

impl Stored {
    fn is_sound(&self, conn: &Connection) -> Result<bool> {
        let theirs = "SELECT id FROM variant WHERE post = ? AND deleted_at IS NULL";
        let theirs: BTreeSet<VariantId> = list(conn, theirs, [self.post], |row| row.get(0))?
            .into_iter()
            .collect();
        let Some(about) = &self.about else {
            return Ok(false);
        };
        let are_theirs = about
            .iter()
            .chain(&self.owner)
            .all(|it| theirs.contains(it));
        let is_there = match self.range {
            None => true,
            Some((from, to)) => self
                .words(conn)?
                .is_some_and(|words| words.get(from..to).is_some()),
        };
        Ok(self.is_looked_at && are_theirs && is_there && lives(conn, self.post)?)
    }

    /// The words it is found in; none where it is in none.
    fn words(&self, conn: &Connection) -> Result<Option<String>> {
        let (sql, of) = match (self.part, self.owner) {
            (Some(Part::Text), Some(owner)) => (
                "SELECT t.text FROM variant v JOIN text_rev t ON t.id = v.rev WHERE v.id = ?",
                owner.0,
            ),
            (Some(Part::Text), None) => (
                "SELECT coalesce(t.text, '') FROM post p LEFT JOIN text_rev t ON t.id = p.base_rev WHERE p.id = ?",
                self.post.0,
            ),
            (Some(Part::FirstComment), _) => {
                ("SELECT first_comment FROM post WHERE id = ?", self.post.0)
            }
            (Some(Part::Card) | None, _) => return Ok(None),
        };
        let words = conn.prepare_cached(sql)?.query_row([of], |row| row.get(0));
        Ok(words.optional()?)
    }
}
