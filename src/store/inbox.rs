//! Conversations: what came in, what she decided, rounds, leads and ready answers. Changes, and which conversation a
//! message belongs to; the lists are in `threads`.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::convert::{int, maybe_int, text};
use super::error::Result;
use super::ledger::Ledger;
use super::reader::Reader;
use super::table::{Fact, Noun};
use crate::domain::command::{InboxCommand, NewMessage};
use crate::domain::ids::{ClientId, ThreadId};

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &InboxCommand) -> Result<Option<i64>> {
    match command {
        InboxCommand::Receive { messages, file } => receive(ledger, messages, file),
        InboxCommand::Answer { thread, text, at } => {
            let id = answer(ledger, *thread, text, at.timestamp())?;
            decide(ledger, *thread, "done", None)?;
            Ok(Some(id))
        }
        InboxCommand::Decide {
            threads,
            state,
            until,
        } => {
            let until = until.map(|until| until.timestamp());
            threads
                .iter()
                .try_for_each(|thread| decide(ledger, *thread, state.word(), until))?;
            Ok(None)
        }
        InboxCommand::SetTone { thread, tone } => set(ledger, *thread, ("tone", text(tone.word()))),
        InboxCommand::SetTopic { thread, topic } => set(ledger, *thread, ("topic", text(topic))),
        InboxCommand::AddLead {
            client,
            thread,
            what,
        } => lead(ledger, *client, *thread, what).map(Some),
        InboxCommand::Look { channel, found } => {
            ledger.there(Noun::Channel, channel.0)?;
            let row = [
                ("channel", int(channel.0)),
                ("at", int(ledger.now().timestamp())),
                ("found", int(*found)),
            ];
            ledger.fact(Fact::Round, &row).map(Some)
        }
        InboxCommand::AddCanned {
            client,
            lang,
            name,
            text: wording,
        } => {
            let mut row = ready_answer(lang, name, wording).to_vec();
            row.push(("client", int(client.0)));
            ledger.insert(Noun::CannedReply, &row).map(Some)
        }
        InboxCommand::EditCanned {
            id,
            lang,
            name,
            text: wording,
        } => {
            let row = ready_answer(lang, name, wording);
            ledger.update(Noun::CannedReply, id.0, &row)?;
            Ok(Some(id.0))
        }
        InboxCommand::DeleteCanned(id) => ledger.bury(Noun::CannedReply, id.0).map(|()| None),
    }
}

fn lead(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    thread: Option<ThreadId>,
    what: &str,
) -> Result<i64> {
    let row = [
        ("client", int(client.0)),
        ("thread", maybe_int(thread.map(|id| id.0))),
        ("what", text(what)),
        ("at", int(ledger.now().timestamp())),
    ];
    ledger.insert(Noun::Lead, &row)
}

/// The columns of a ready answer that can be changed.
fn ready_answer(lang: &str, name: &str, wording: &str) -> [(&'static str, Value); 3] {
    [
        ("lang", text(lang)),
        ("name", text(name)),
        ("text", text(wording)),
    ]
}

/// Takes messages in, oldest first, each into its conversation. A message whose platform id is known, or whose raw bytes
/// were written by the same person at the same second, has come in before and is left out. Returns how many were new.
fn receive(ledger: &mut Ledger<'_>, messages: &[NewMessage], file: &str) -> Result<Option<i64>> {
    let mut by_time: Vec<&NewMessage> = messages.iter().collect();
    by_time.sort_by_key(|message| message.at);
    let mut new = 0;
    for message in by_time {
        ledger.there(Noun::Channel, message.channel.0)?;
        if let Some(post) = message.post {
            ledger.there(Noun::Post, post.0)?;
        }
        let person = person(ledger, message)?;
        let thread = thread(ledger, message, person)?;
        if !known(ledger, message, thread)? {
            append(ledger, message, thread, file)?;
            new += 1;
        }
    }
    Ok(Some(new))
}

fn person(ledger: &mut Ledger<'_>, message: &NewMessage) -> Result<i64> {
    let platform: String = ledger
        .conn()
        .prepare_cached("SELECT platform FROM channel WHERE id = ?")?
        .query_row([message.channel], |row| row.get(0))?;
    let found: Option<i64> = ledger
        .conn()
        .prepare_cached(
            "SELECT id FROM person WHERE platform = ? AND handle = ? AND deleted_at IS NULL",
        )?
        .query_row((&platform, &message.author.handle), |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => ledger.insert(
            Noun::Person,
            &[
                ("platform", text(platform)),
                ("handle", text(&message.author.handle)),
                ("name", text(&message.author.name)),
            ],
        ),
    }
}

/// One conversation for each person, channel, post and kind.
fn thread(ledger: &mut Ledger<'_>, message: &NewMessage, person: i64) -> Result<i64> {
    let found: Option<i64> = ledger
        .conn()
        .prepare_cached(
            "SELECT id FROM thread WHERE person = ? AND channel = ? AND post IS ? AND kind = ?",
        )?
        .query_row(
            (person, message.channel, message.post, message.kind.word()),
            |row| row.get(0),
        )
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let client: i64 = ledger
        .conn()
        .prepare_cached("SELECT client FROM channel WHERE id = ?")?
        .query_row([message.channel], |row| row.get(0))?;
    let uid = ledger.uid();
    ledger.fact(
        Fact::Thread,
        &[
            ("uid", text(uid)),
            ("client", int(client)),
            ("channel", int(message.channel.0)),
            ("person", int(person)),
            ("post", maybe_int(message.post.map(|id| id.0))),
            ("kind", text(message.kind.word())),
            ("opened_at", int(message.at.timestamp())),
        ],
    )
}

fn known(ledger: &Ledger<'_>, message: &NewMessage, thread: i64) -> Result<bool> {
    let counted = "NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id)";
    if let Some(external) = &message.external_id {
        let sql = format!(
            "SELECT 1 FROM message m JOIN thread t ON t.id = m.thread WHERE m.external_id = ? AND t.channel = ? AND {counted}"
        );
        return Ok(ledger
            .conn()
            .prepare_cached(&sql)?
            .exists((external, message.channel))?);
    }
    let sql = format!(
        "SELECT 1 FROM message m WHERE m.thread = ? AND m.at = ? AND m.raw_hash = ? AND {counted}"
    );
    Ok(ledger.conn().prepare_cached(&sql)?.exists((
        thread,
        message.at.timestamp(),
        &message.raw_hash,
    ))?)
}

fn append(ledger: &mut Ledger<'_>, message: &NewMessage, thread: i64, file: &str) -> Result<()> {
    ledger
        .fact(
            Fact::Message,
            &[
                ("thread", int(thread)),
                ("at", int(message.at.timestamp())),
                ("outgoing", int(message.outgoing)),
                ("text", text(&message.text)),
                ("raw_hash", text(&message.raw_hash)),
                (
                    "external_id",
                    message.external_id.as_ref().map_or(Value::Null, text),
                ),
                ("origin", text(if file.is_empty() { "typed" } else { file })),
            ],
        )
        .map(drop)
}

fn answer(ledger: &mut Ledger<'_>, thread: ThreadId, wording: &str, at: i64) -> Result<i64> {
    ledger.fact(
        Fact::Message,
        &[
            ("thread", int(thread.0)),
            ("at", int(at)),
            ("outgoing", int(true)),
            ("text", text(wording)),
            ("raw_hash", text("")),
            ("external_id", Value::Null),
            ("origin", text("typed")),
        ],
    )
}

fn decide(
    ledger: &mut Ledger<'_>,
    thread: ThreadId,
    state: &str,
    until: Option<i64>,
) -> Result<()> {
    let newest: i64 = ledger
        .conn()
        .prepare_cached("SELECT coalesce(max(id), 0) FROM message WHERE thread = ?")?
        .query_row([thread], |row| row.get(0))?;
    let mark = mark(ledger, thread)?;
    let row = [
        ("state", text(state)),
        ("decided_at", int(ledger.now().timestamp())),
        ("decided_msg", int(newest)),
        ("snooze_until", maybe_int(until)),
    ];
    ledger.update(Noun::ThreadMark, mark, &row).map(drop)
}

fn set(
    ledger: &mut Ledger<'_>,
    thread: ThreadId,
    column: (&'static str, Value),
) -> Result<Option<i64>> {
    let mark = mark(ledger, thread)?;
    ledger.update(Noun::ThreadMark, mark, &[column])?;
    Ok(Some(thread.0))
}

/// The mark of a conversation, made when there is none. A new one says "not decided": it has seen nothing.
fn mark(ledger: &mut Ledger<'_>, thread: ThreadId) -> Result<i64> {
    let found: Option<i64> = ledger
        .conn()
        .prepare_cached("SELECT id FROM thread_mark WHERE thread = ?")?
        .query_row([thread], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => Ok(id),
        None => ledger.insert(
            Noun::ThreadMark,
            &[
                ("thread", int(thread.0)),
                ("state", text("done")),
                ("decided_at", int(ledger.now().timestamp())),
                ("decided_msg", int(0)),
            ],
        ),
    }
}

impl Reader {
    /// The conversation a message that came in belongs to.
    pub fn thread_of(&self, message: &NewMessage) -> Result<Option<ThreadId>> {
        let sql = "SELECT t.id FROM thread t JOIN person p ON p.id = t.person JOIN channel c ON c.id = t.channel \
            WHERE p.platform = c.platform AND p.handle = ?1 AND p.deleted_at IS NULL \
            AND t.channel = ?2 AND t.post IS ?3 AND t.kind = ?4 AND c.id = ?2";
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .query_row(
                (
                    &message.author.handle,
                    message.channel,
                    message.post,
                    message.kind.word(),
                ),
                |row| row.get(0),
            )
            .optional()?)
    }
}
