//! The second door: what the window remembers and what is being typed. Unjournaled and cheap, never more than a second behind.

use rusqlite::{Connection, OptionalExtension};

use super::clients::list;
use super::convert::moment;
use super::error::Result;
use super::pictures;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::RevId;
use crate::domain::picture::Facts;

/// Text being written, as it was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it belongs to: `post:<id>@<process>`, `variant:<id>@<process>`, `answer:<thread>`, `add`, `form:…`.
    pub owner: String,
    /// The text.
    pub text: String,
    /// Caret, in bytes.
    pub caret: usize,
    /// The wording it started from.
    pub base: Option<RevId>,
    /// The process that writes it.
    pub pid: u32,
    /// When it was last kept.
    pub at: Moment,
}

/// Something to remember without a journal entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Memo {
    /// Keep text that is being written.
    Keep(Draft),
    /// The text has found its place, or she let it go.
    Drop {
        /// Whose text.
        owner: String,
    },
    /// A small thing about the window: last pane, last visit.
    Note {
        /// What it is about.
        key: String,
        /// Its value.
        value: String,
    },
    /// What the bytes of these hashes tell.
    Measured(Vec<(String, Facts)>),
}

pub(super) fn remember(conn: &Connection, memo: &Memo) -> Result<()> {
    match memo {
        Memo::Keep(draft) => conn
            .prepare_cached(
                "INSERT INTO draft_buffer (owner, text, caret, base_rev, pid, at) VALUES (?, ?, ?, ?, ?, ?) \
                 ON CONFLICT (owner) DO UPDATE SET text = excluded.text, caret = excluded.caret, \
                 base_rev = excluded.base_rev, pid = excluded.pid, at = excluded.at",
            )?
            .execute((
                &draft.owner,
                &draft.text,
                draft.caret as i64,
                draft.base,
                draft.pid,
                draft.at.timestamp(),
            ))?,
        Memo::Drop { owner } => conn
            .prepare_cached("DELETE FROM draft_buffer WHERE owner = ?")?
            .execute([owner])?,
        Memo::Note { key, value } => conn
            .prepare_cached(
                "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?,
        Memo::Measured(measured) => return pictures::keep(conn, measured),
    };
    Ok(())
}

/// The last moment this desk knows of: the newest thing done, come in or seen.
pub(super) fn last_known(conn: &Connection) -> Result<Moment> {
    let sql = "SELECT max(coalesce((SELECT max(at) FROM journal_entry), 0), coalesce((SELECT max(at) FROM delivery_event), 0), \
        coalesce((SELECT max(cast(value AS INTEGER)) FROM memory WHERE key = 'visit.last'), 0))";
    Ok(moment(conn.query_row(sql, [], |row| row.get(0))?))
}

impl Reader {
    /// Text kept for this owner, the newest where several processes have kept some.
    pub fn draft(&self, owner: &str) -> Result<Option<Draft>> {
        Ok(self.drafts_of(owner)?.into_iter().next())
    }

    /// All text kept for this owner, newest first: by its name alone, or by that and the process that writes it.
    pub fn drafts_of(&self, owner: &str) -> Result<Vec<Draft>> {
        let sql = "SELECT owner, text, caret, base_rev, pid, at FROM draft_buffer \
            WHERE owner = ?1 OR owner = ?1 || '@' || pid ORDER BY at DESC, rowid DESC";
        list(self.conn(), sql, [owner], draft)
    }

    /// All text that was being written when its window went away, oldest first.
    pub fn drafts_kept(&self) -> Result<Vec<Draft>> {
        let sql = "SELECT owner, text, caret, base_rev, pid, at FROM draft_buffer ORDER BY at";
        list(self.conn(), sql, [], draft)
    }

    /// A remembered small thing.
    pub fn memory(&self, key: &str) -> Result<Option<String>> {
        Ok(self
            .conn()
            .prepare_cached("SELECT value FROM memory WHERE key = ?")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }
}

fn draft(row: &rusqlite::Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        owner: row.get(0)?,
        text: row.get(1)?,
        caret: usize::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
        base: row.get(3)?,
        pid: row.get(4)?,
        at: moment(row.get(5)?),
    })
}
