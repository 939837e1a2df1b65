//! `thread_sum`: one line per conversation, saying whose turn it is and by when an answer was promised.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::Moment;
use crate::domain::hours::Hours;
use crate::domain::inbox::ThreadState;
use crate::domain::zone::zone_by_name;
use crate::store::convert::moment;
use crate::store::error::Result;

pub(super) fn refresh(conn: &Connection, threads: &BTreeSet<i64>) -> Result<()> {
    for &thread in threads {
        conn.prepare_cached("DELETE FROM thread_sum WHERE thread = ?")?
            .execute([thread])?;
        if let Some(facts) = Facts::read(conn, thread)? {
            facts.write(conn, thread)?;
        }
    }
    Ok(())
}

pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM thread_sum")?;
    let mut statement = conn.prepare("SELECT id FROM thread")?;
    let ids = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    refresh(conn, &ids)
}

/// What is known of one conversation of a live client on a live channel.
struct Facts {
    client: i64,
    channel: i64,
    zone: String,
    hours: String,
    promise_min: u32,
    first_in: Option<i64>,
    last_in: Option<i64>,
    last_in_id: i64,
    last_out: Option<i64>,
    last_out_id: i64,
    mark: Option<Mark>,
}

/// What she decided about it.
struct Mark {
    state: ThreadState,
    seen: i64,
    snooze_until: Option<i64>,
    tone: String,
}

/// Messages that count.
const COUNTED: &str = "NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id)";

impl Facts {
    fn read(conn: &Connection, thread: i64) -> Result<Option<Facts>> {
        let sql = format!(
            "SELECT t.client, t.channel, k.zone, k.hours, k.promise_min, \
             min(CASE WHEN NOT m.outgoing THEN m.at END), max(CASE WHEN NOT m.outgoing THEN m.at END), \
             coalesce(max(CASE WHEN NOT m.outgoing THEN m.id END), 0), max(CASE WHEN m.outgoing THEN m.at END), \
             coalesce(max(CASE WHEN m.outgoing THEN m.id END), 0) \
             FROM thread t JOIN client k ON k.id = t.client AND k.deleted_at IS NULL \
             JOIN channel c ON c.id = t.channel AND c.deleted_at IS NULL \
             JOIN message m ON m.thread = t.id AND {COUNTED} WHERE t.id = ? GROUP BY t.id"
        );
        let mut facts = conn
            .prepare_cached(&sql)?
            .query_row([thread], |row| {
                Ok(Facts {
                    client: row.get(0)?,
                    channel: row.get(1)?,
                    zone: row.get(2)?,
                    hours: row.get(3)?,
                    promise_min: row.get(4)?,
                    first_in: row.get(5)?,
                    last_in: row.get(6)?,
                    last_in_id: row.get(7)?,
                    last_out: row.get(8)?,
                    last_out_id: row.get(9)?,
                    mark: None,
                })
            })
            .optional()?;
        if let Some(facts) = &mut facts {
            facts.mark = mark(conn, thread)?;
        }
        Ok(facts)
    }

    fn write(&self, conn: &Connection, thread: i64) -> Result<()> {
        let (state, seen) = self.state();
        let waiting_since = if state == ThreadState::Open {
            self.waiting_since(conn, thread, seen)?
        } else {
            None
        };
        let first_answer: Option<i64> = match self.first_in {
            Some(first) => conn
                .prepare_cached(&format!(
                    "SELECT min(m.at) FROM message m WHERE m.thread = ? AND m.outgoing AND m.at >= ? AND {COUNTED}"
                ))?
                .query_row((thread, first), |row| row.get(0))?,
            None => None,
        };
        conn.prepare_cached(
            "INSERT INTO thread_sum (thread, client, channel, state, waiting_since, answer_by, snooze_until, \
             last_in, last_out, first_in, first_answer, tone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            thread,
            self.client,
            self.channel,
            state.word(),
            waiting_since,
            waiting_since.map(|since| self.answer_by(moment(since)).timestamp()),
            self.mark.as_ref().and_then(|mark| mark.snooze_until),
            self.last_in,
            self.last_out,
            self.first_in,
            first_answer,
            self.mark.as_ref().map_or("", |mark| mark.tone.as_str()),
        ))?;
        Ok(())
    }

    /// Whose turn it is, and the newest message that has been dealt with. Arrival decides, not the clock of the message:
    /// one that came in late under a closed conversation opens it again.
    fn state(&self) -> (ThreadState, i64) {
        match &self.mark {
            Some(mark) if mark.state != ThreadState::Open && self.last_in_id <= mark.seen => {
                (mark.state, mark.seen)
            }
            Some(mark) if mark.state == ThreadState::Open => (ThreadState::Open, self.last_out_id),
            mark => {
                // Waiting and snoozing deal with nothing: the clock of the first unanswered message goes on.
                let dealt = mark.as_ref().filter(|mark| {
                    matches!(
                        mark.state,
                        ThreadState::Done | ThreadState::Closed | ThreadState::Hidden
                    )
                });
                let seen = self.last_out_id.max(dealt.map_or(0, |mark| mark.seen));
                if self.last_in_id > seen {
                    (ThreadState::Open, seen)
                } else {
                    (ThreadState::Done, seen)
                }
            }
        }
    }

    fn waiting_since(&self, conn: &Connection, thread: i64, seen: i64) -> Result<Option<i64>> {
        let since: Option<i64> = conn
            .prepare_cached(&format!(
                "SELECT min(m.at) FROM message m WHERE m.thread = ? AND NOT m.outgoing AND m.id > ? AND {COUNTED}"
            ))?
            .query_row((thread, seen), |row| row.get(0))?;
        // Opened again by her with everything answered: the last of theirs is what she wants to come back to.
        Ok(since.or(self.last_in))
    }

    fn answer_by(&self, since: Moment) -> Moment {
        let hours = Hours::parse(&self.hours).unwrap_or_default();
        let zone = zone_by_name(&self.zone).unwrap_or(chrono_tz::UTC);
        hours.deadline(since, self.promise_min, zone)
    }
}

fn mark(conn: &Connection, thread: i64) -> Result<Option<Mark>> {
    let found = conn
        .prepare_cached(
            "SELECT state, decided_msg, snooze_until, tone FROM thread_mark WHERE thread = ? AND deleted_at IS NULL",
        )?
        .query_row([thread], |row| {
            Ok(Mark {
                state: ThreadState::from_word(&row.get::<_, String>(0)?).unwrap_or(ThreadState::Open),
                seen: row.get(1)?,
                snooze_until: row.get(2)?,
                tone: row.get(3)?,
            })
        })
        .optional()?;
    Ok(found)
}
