//! Messages: one row, one utterance; many short Commands, so that the window never waits for them.

use super::super::change;
use super::super::door::Door;
use super::super::stop::Stop;
use super::resolve::Resolver;
use super::{Asked, Outcome, words};
use crate::domain::command::{Author, Command, InboxCommand, NewMessage};
use crate::domain::hash;
use crate::domain::inbox::ThreadKind;
use crate::domain::platform::{Kind, Platforms};
use crate::env::Roster;
use crate::import::messages::{MessageRow, read};
use crate::import::reason::quoted;
use crate::import::{Field, Imported, Reason, Report};
use crate::store::{Channel, Reader};

/// Messages written in one transaction: well below a tenth of a second.
const AT_ONCE: usize = 250;
/// Messages made searchable in one transaction.
const INDEXED: i64 = 1_000;

/// Reads the messages and writes those that are right and new.
pub(super) fn run(door: &mut Door<'_>, asked: &Asked<'_>) -> Result<Outcome, Stop> {
    let read = read(&asked.bytes, &asked.choices);
    if !asked.from.yes {
        let (report, _) = resolved(&door.reader()?, asked, read)?;
        return Ok(Outcome { report, written: 0 });
    }
    let mut store = door.store()?;
    let (report, mut messages) = resolved(store.reader(), asked, read)?;
    messages.sort_by_key(|message| message.at);
    let mut written = 0;
    while !messages.is_empty() {
        let rest = messages.split_off(AT_ONCE.min(messages.len()));
        let command = Command::Inbox(InboxCommand::Receive {
            messages,
            file: asked.file.clone(),
        });
        let done = change::apply_quietly(door, &mut store, &command)?;
        written += done
            .id
            .and_then(|new| usize::try_from(new).ok())
            .unwrap_or(0);
        messages = rest;
    }
    while store.index_some(INDEXED)? > 0 {}
    Ok(Outcome { report, written })
}

fn resolved(
    reader: &Reader,
    asked: &Asked<'_>,
    read: Imported<MessageRow>,
) -> Result<(Report, Vec<NewMessage>), Stop> {
    let roster = Roster::read(reader)?;
    let mut desk = Resolver::new(reader, &roster, asked.zone, read.report);
    let mut messages = Vec::with_capacity(read.rows.len());
    for row in read.rows {
        messages.extend(message(&mut desk, row)?);
    }
    Ok((desk.report, messages))
}

fn message(desk: &mut Resolver<'_>, row: MessageRow) -> Result<Option<NewMessage>, Stop> {
    let Some(client) = desk.client(row.row, &row.client) else {
        return Ok(None);
    };
    let channel = desk.channel(row.row, client, &row.channel);
    let moment = desk.moment(row.row, client, &row.at);
    let (Some(channel), Some((_, at))) = (channel, moment) else {
        return Ok(None);
    };
    let Some(kind) = kind(&row, channel) else {
        let name = quoted(&row.kind);
        desk.reject(row.row, Field::Kind, Reason::UnknownKind { name });
        return Ok(None);
    };
    let post = match row.post.as_str() {
        "" => None,
        name => {
            let post = desk.post(channel.id, name)?;
            if post.is_none() {
                // Older than the desk, as most posts are: the words are worth having all the same.
                let name = quoted(name);
                desk.note(row.row, Field::Post, Reason::UnknownPost { name });
            }
            post
        }
    };
    let raw_hash = hash::hex(&row.raw_hash);
    Ok(Some(NewMessage {
        channel: channel.id,
        author: author(&row, &raw_hash),
        post,
        kind,
        at,
        outgoing: row.outgoing,
        text: row.text,
        raw_hash,
        external_id: (!row.external_id.is_empty()).then_some(row.external_id),
    }))
}

/// What kind of message it is; where the file says nothing, the place says it.
fn kind(row: &MessageRow, channel: &Channel) -> Option<ThreadKind> {
    if !row.kind.is_empty() {
        return words::kind(&row.kind);
    }
    let platform = Platforms::in_force().by_id(&channel.card.platform);
    Some(match platform.map(|it| it.kind) {
        Some(Kind::Reviews) => ThreadKind::Review,
        _ => ThreadKind::Comment,
    })
}

/// Who wrote it. Nameless people are not one person: each gets a handle of their words.
fn author(row: &MessageRow, raw_hash: &str) -> Author {
    let handle = match (row.author_id.as_str(), row.author.as_str()) {
        ("", "") => format!("?{}", raw_hash.get(..16).unwrap_or(raw_hash)),
        ("", name) => name.to_owned(),
        (id, _) => id.to_owned(),
    };
    let name = if row.author.is_empty() {
        row.author_id.clone()
    } else {
        row.author.clone()
    };
    Author { handle, name }
}
