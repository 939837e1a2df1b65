//! What the inbox asks: who must be answered first, who comes back, who else is waited for, what is done.

mod talk;
#[cfg(test)]
mod tests;

use rusqlite::Row;

use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use super::today::MANY;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId};
use crate::domain::inbox::{ThreadState, Tone};

pub use talk::{Conversation, ReadyAnswer, Said};

/// One conversation as a line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ThreadLine {
    /// The conversation.
    pub thread: ThreadId,
    /// Whose public.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Under which post, if known.
    pub post: Option<PostId>,
    /// Who; empty when nobody knows.
    pub person: String,
    /// Whose turn it is.
    pub state: ThreadState,
    /// How it sounds.
    pub tone: Tone,
    /// By when an answer was promised, for open ones.
    pub answer_by: Option<Moment>,
    /// Until when it is put off, for snoozed ones.
    pub snooze_until: Option<Moment>,
    /// The newest of theirs was written then.
    pub last_in: Option<Moment>,
    /// The newest of theirs: its first 400 characters.
    pub text: String,
}

impl ThreadLine {
    /// The first line of theirs that says anything.
    pub fn first_line(&self) -> &str {
        let mut lines = self.text.lines().map(str::trim);
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    }
}

/// Messages that count: what was taken back stays on record and is not shown.
const COUNTED: &str = "NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id)";

/// The three states in which somebody else must speak first.
const FOR_OTHERS: [&str; 3] = ["wait_author", "wait_client", "wait_other"];

impl Reader {
    /// Open conversations, the one promised soonest first.
    pub fn answer_first(&self, scope: Option<ClientId>, limit: usize) -> Result<Vec<ThreadLine>> {
        let sql = lines(&open(scope), "page.answer_by, page.thread");
        list(self.conn(), &sql, (scope, limit as i64), line)
    }

    /// Conversations put off until a moment that has come, the longest back first.
    pub fn come_back(
        &self,
        now: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<ThreadLine>> {
        let sql = lines(&snoozed(scope, "<="), "page.snooze_until, page.thread");
        list(
            self.conn(),
            &sql,
            (scope, limit as i64, now.timestamp()),
            line,
        )
    }

    /// Conversations put off until a moment to come, the soonest first.
    pub fn put_off(
        &self,
        now: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<ThreadLine>> {
        let sql = lines(&snoozed(scope, ">"), "page.snooze_until, page.thread");
        list(
            self.conn(),
            &sql,
            (scope, limit as i64, now.timestamp()),
            line,
        )
    }

    /// Conversations in which somebody else must speak first, the newest first.
    pub fn waiting_for_others(
        &self,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<ThreadLine>> {
        let sql = lines(&for_others(scope), "page.last_in DESC, page.thread DESC");
        list(self.conn(), &sql, (scope, limit as i64), line)
    }

    /// Conversations answered or closed since a moment, the newest decision first.
    pub fn done_since(
        &self,
        since: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<ThreadLine>> {
        let sql = lines(&done(scope), "page.decided_at DESC, page.thread DESC");
        list(
            self.conn(),
            &sql,
            (scope, limit as i64, since.timestamp()),
            line,
        )
    }

    /// How many conversations wait for somebody else, counted up to `MANY`.
    pub fn waiting_for_others_count(&self, scope: Option<ClientId>) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM ({})", for_others(scope));
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .query_row((scope, MANY), |row| row.get::<_, u32>(0))?
            .min(MANY))
    }

    /// How many conversations were answered or closed since a moment, counted up to `MANY`.
    pub fn done_since_count(&self, since: Moment, scope: Option<ClientId>) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM ({})", done(scope));
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .query_row((scope, MANY, since.timestamp()), |row| row.get(0))?)
    }
}

/// Parameter 1 is the client in scope or NULL; naming it in both cases keeps the numbering.
fn scoped(scope: Option<ClientId>) -> &'static str {
    if scope.is_some() {
        "AND s.client = ?1"
    } else {
        "AND ?1 IS NULL"
    }
}

const SUM: &str =
    "s.thread, s.client, s.channel, s.state, s.tone, s.answer_by, s.snooze_until, s.last_in";

/// The index is named, because the planner would rather collect everything that is open and sort it.
fn open(scope: Option<ClientId>) -> String {
    let index = match scope {
        None => "thread_sum_open",
        Some(_) => "thread_sum_client_open",
    };
    let scoped = scoped(scope);
    format!(
        "SELECT {SUM} FROM thread_sum s INDEXED BY {index} WHERE s.state = 'open' {scoped} \
         ORDER BY s.answer_by, s.thread LIMIT ?2"
    )
}

fn snoozed(scope: Option<ClientId>, side: &str) -> String {
    let scoped = scoped(scope);
    format!(
        "SELECT {SUM} FROM thread_sum s INDEXED BY thread_sum_snoozed WHERE s.state = 'snoozed' \
         AND s.snooze_until {side} ?3 {scoped} ORDER BY s.snooze_until LIMIT ?2"
    )
}

/// Each state by its own walk along the index, so that none sorts more than it shows.
fn for_others(scope: Option<ClientId>) -> String {
    let scoped = scoped(scope);
    FOR_OTHERS
        .map(|state| {
            format!(
                "SELECT * FROM (SELECT {SUM} FROM thread_sum s INDEXED BY thread_sum_state WHERE s.state = '{state}' \
                 {scoped} ORDER BY s.last_in DESC, s.thread DESC LIMIT ?2)"
            )
        })
        .join(" UNION ALL ")
}

/// What she decided since then, whatever the age of the messages.
fn done(scope: Option<ClientId>) -> String {
    let scoped = scoped(scope);
    format!(
        "SELECT {SUM}, k.decided_at FROM thread_mark k INDEXED BY thread_mark_when \
         CROSS JOIN thread_sum s ON s.thread = k.thread \
         WHERE k.decided_at >= ?3 AND k.deleted_at IS NULL AND s.state IN ('done', 'closed') {scoped} \
         ORDER BY k.decided_at DESC LIMIT ?2"
    )
}

/// The lines of some conversations: names and the newest words are looked up for the few that are shown.
fn lines(sums: &str, order: &str) -> String {
    format!(
        "SELECT page.thread, page.client, page.channel, t.post, coalesce(p.name, ''), page.state, page.tone, \
         page.answer_by, page.snooze_until, page.last_in, coalesce((SELECT substr(m.text, 1, 400) FROM message m \
         WHERE m.thread = page.thread AND NOT m.outgoing AND {COUNTED} ORDER BY m.at DESC, m.id DESC LIMIT 1), '') \
         FROM ({sums}) page CROSS JOIN thread t ON t.id = page.thread \
         LEFT JOIN person p ON p.id = t.person ORDER BY {order} LIMIT ?2"
    )
}

fn line(row: &Row<'_>) -> rusqlite::Result<ThreadLine> {
    Ok(ThreadLine {
        thread: row.get(0)?,
        client: row.get(1)?,
        channel: row.get(2)?,
        post: row.get(3)?,
        person: row.get(4)?,
        state: ThreadState::from_word(&row.get::<_, String>(5)?).unwrap_or(ThreadState::Open),
        tone: tone(&row.get::<_, String>(6)?),
        answer_by: maybe_moment(row.get(7)?),
        snooze_until: maybe_moment(row.get(8)?),
        last_in: maybe_moment(row.get(9)?),
        text: row.get(10)?,
    })
}

fn tone(word: &str) -> Tone {
    Tone::from_word(word).unwrap_or(Tone::Unsaid)
}
