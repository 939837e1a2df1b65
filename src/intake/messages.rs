//! Messages: one row, one utterance; many short Commands, so that the window never waits for them.

use super::resolve::Resolver;
use super::{Goods, Looked, words};
use crate::domain::command::{Author, NewMessage};
use crate::domain::hash;
use crate::domain::inbox::ThreadKind;
use crate::domain::platform::{Kind, Platforms};
use crate::import::messages::MessageRow;
use crate::import::reason::quoted;
use crate::import::{Field, Reason};
use crate::store::{Channel, Result};

/// Puts the rows to the desk.
pub(super) fn resolved(mut desk: Resolver<'_>, rows: Vec<MessageRow>) -> Result<Looked> {
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        messages.extend(message(&mut desk, row)?);
    }
    messages.sort_by_key(|message: &NewMessage| message.at);
    Ok(desk.looked(Goods::Messages(messages)))
}

fn message(desk: &mut Resolver<'_>, row: MessageRow) -> Result<Option<NewMessage>> {
    let Some(client) = desk.client(row.row, &row.client) else {
        return Ok(None);
    };
    let channel = desk.channel(row.row, client, &row.channel);
    let zone = desk.zone_named(row.row, client, &row.zone);
    let moment = zone.and_then(|zone| desk.moment(row.row, zone, &row.at));
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
