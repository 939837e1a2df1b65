//! What Today asks beside the agenda: who waits, what happened meanwhile, which looks and numbers are missing.

use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, ThreadId};
use crate::domain::inbox::Tone;

/// Somebody who waits for an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The conversation.
    pub thread: ThreadId,
    /// Whose public.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Who.
    pub person: String,
    /// How it sounds.
    pub tone: Tone,
    /// The newest thing they wrote, first line.
    pub text: String,
    /// By when an answer was promised.
    pub answer_by: Moment,
}

/// What happened since she last looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meanwhile {
    /// Posts that went out.
    pub out: u32,
    /// Posts that were missed.
    pub missed: u32,
    /// Messages that came in.
    pub wrote: u32,
}

/// Counts stop here: "99+" says enough.
pub const MANY: u32 = 100;

impl Reader {
    /// Who waits, most pressing first: open conversations, and snoozed ones whose time has come.
    pub fn waiting(
        &self,
        now: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<Waiting>> {
        let sql = format!(
            "SELECT s.thread, s.client, s.channel, coalesce(p.name, ''), s.tone, coalesce((SELECT m.text FROM message m \
             WHERE m.thread = s.thread AND NOT m.outgoing ORDER BY m.at DESC, m.id DESC LIMIT 1), ''), \
             coalesce(s.answer_by, s.snooze_until) FROM ({}) s JOIN thread t ON t.id = s.thread \
             LEFT JOIN person p ON p.id = t.person ORDER BY 7, s.thread",
            awake(scope)
        );
        list(
            self.conn(),
            &sql,
            (now.timestamp(), limit as i64, scope),
            |row| {
                let text: String = row.get(5)?;
                Ok(Waiting {
                    thread: row.get(0)?,
                    client: row.get(1)?,
                    channel: row.get(2)?,
                    person: row.get(3)?,
                    tone: Tone::from_word(&row.get::<_, String>(4)?).unwrap_or(Tone::Unsaid),
                    text: text.lines().next().unwrap_or_default().to_owned(),
                    answer_by: moment(row.get(6)?),
                })
            },
        )
    }

    /// How many wait, counted up to `MANY`, and whether one of them is past its promise.
    pub fn waiting_count(&self, now: Moment, scope: Option<ClientId>) -> Result<(u32, bool)> {
        let sql = format!(
            "SELECT count(*), coalesce(min(coalesce(answer_by, snooze_until)) < ?1 + 900, 0) FROM ({})",
            awake(scope)
        );
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .query_row((now.timestamp(), i64::from(MANY), scope), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?)
    }

    /// What happened after `since`, each counted up to `MANY`.
    pub fn meanwhile(&self, since: Moment) -> Result<Meanwhile> {
        let count = |sql: &str| -> Result<u32> {
            let sql = format!("SELECT count(*) FROM ({sql} LIMIT {MANY})");
            Ok(self
                .conn()
                .prepare_cached(&sql)?
                .query_row([since.timestamp()], |row| row.get(0))?)
        };
        Ok(Meanwhile {
            out: count("SELECT 1 FROM agenda_sum WHERE outcome = 'published' AND out_at > ?")?,
            missed: count("SELECT 1 FROM delivery_event WHERE at > ? AND kind = 'missed'")?,
            wrote: count("SELECT 1 FROM message WHERE at > ? AND NOT outgoing")?,
        })
    }

    /// When a channel was last looked at.
    pub fn last_look(&self, channel: ChannelId) -> Result<Option<Moment>> {
        let at: Option<i64> = self
            .conn()
            .prepare_cached(
                "SELECT max(at) FROM round WHERE channel = ? \
                 AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'round' AND fact = round.id)",
            )?
            .query_row([channel], |row| row.get(0))?;
        Ok(maybe_moment(at))
    }

    /// Whether a channel has ever had a reading, and whether it has one for this day.
    pub fn has_readings(&self, channel: ChannelId, day: chrono::NaiveDate) -> Result<(bool, bool)> {
        let ever = "SELECT 1 FROM reading WHERE channel = ? AND metric = 'followers' AND post IS NULL LIMIT 1";
        let that_day = "SELECT 1 FROM reading WHERE channel = ? AND metric = 'followers' AND day = ? AND post IS NULL \
            AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = reading.id) LIMIT 1";
        Ok((
            self.conn().prepare_cached(ever)?.exists([channel])?,
            self.conn()
                .prepare_cached(that_day)?
                .exists((channel, day.to_string()))?,
        ))
    }
}

/// Open conversations and snoozed ones that are due, each half bounded by its own index: left alone, the planner
/// collects everything that is open and sorts it.
fn awake(scope: Option<ClientId>) -> String {
    let (index, scoped) = match scope {
        None => ("thread_sum_open", "AND ?3 IS NULL"),
        Some(_) => ("thread_sum_client_open", "AND client = ?3"),
    };
    let columns = "thread, client, channel, tone, answer_by, snooze_until";
    format!(
        "SELECT * FROM (SELECT {columns} FROM thread_sum INDEXED BY {index} WHERE state = 'open' {scoped} \
         ORDER BY answer_by, thread LIMIT ?2) \
         UNION ALL SELECT * FROM (SELECT {columns} FROM thread_sum INDEXED BY thread_sum_snoozed WHERE state = 'snoozed' \
         AND snooze_until <= ?1 {scoped} ORDER BY snooze_until LIMIT ?2) LIMIT ?2"
    )
}
