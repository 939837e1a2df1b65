//! `lint_found`: what the checker found at its last look, one row for each finding.

use rusqlite::{Connection, Row};

use crate::domain::ids::PostId;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::{Finding, Part, Place};
use crate::store::clients::list;
use crate::store::error::Result;
use crate::store::reader::Reader;

const FOUND: &str = "SELECT rule, severity, part, owner, about, start, stop, words, args, fix FROM lint_found \
    WHERE post = ? ORDER BY seq";

/// The findings on a post as they were last written.
pub(super) fn read(conn: &Connection, post: PostId) -> Result<Vec<Finding>> {
    let found = list(conn, FOUND, [post], finding)?;
    Ok(found.into_iter().flatten().collect())
}

/// Puts what was found now in the place of what was found before; says whether that is anything new.
pub(super) fn write(conn: &Connection, post: PostId, found: &[Finding]) -> Result<bool> {
    if read(conn, post)? == found {
        return Ok(false);
    }
    conn.prepare_cached("DELETE FROM lint_found WHERE post = ?")?
        .execute([post])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO lint_found (post, seq, rule, severity, part, owner, about, start, stop, words, args, fix) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (seq, it) in (1_i64..).zip(found) {
        let bound = |of: fn(&std::ops::Range<usize>) -> usize| {
            let range = it.place.range.as_ref()?;
            i64::try_from(of(range)).ok()
        };
        insert.execute((
            post,
            seq,
            it.rule.word(),
            it.severity.word(),
            it.place.part.word(),
            it.place.owner,
            serde_json::to_string(&it.place.about).unwrap_or_default(),
            bound(|range| range.start),
            bound(|range| range.end),
            &it.words.key,
            serde_json::to_string(&it.words.args).unwrap_or_default(),
            it.fix.as_deref(),
        ))?;
    }
    Ok(true)
}

/// A row as a finding; none where a newer program wrote words that this one does not know.
fn finding(row: &Row<'_>) -> rusqlite::Result<Option<Finding>> {
    let word = |at: usize| row.get::<_, String>(at);
    let known = RuleId::from_word(&word(0)?)
        .zip(Severity::from_word(&word(1)?))
        .zip(Part::from_word(&word(2)?));
    let bound = |at: usize| -> rusqlite::Result<Option<usize>> {
        let found: Option<i64> = row.get(at)?;
        Ok(found.and_then(|it| usize::try_from(it).ok()))
    };
    let Some(((rule, severity), part)) = known else {
        return Ok(None);
    };
    Ok(Some(Finding {
        rule,
        severity,
        place: Place {
            part,
            owner: row.get(3)?,
            about: serde_json::from_str(&word(4)?).unwrap_or_default(),
            range: bound(5)?.zip(bound(6)?).map(|(from, to)| from..to),
        },
        words: Words {
            key: word(7)?,
            args: serde_json::from_str(&word(8)?).unwrap_or_default(),
        },
        fix: row.get(9)?,
    }))
}

impl Reader {
    /// What the checker found on a post at its last look, the heaviest first.
    pub fn findings(&self, post: PostId) -> Result<Vec<Finding>> {
        read(self.conn(), post)
    }
}
