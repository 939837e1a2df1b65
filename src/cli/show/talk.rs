//! A conversation, message by message.

use serde_json::{Value, json};

use super::fact;
use crate::cli::door::Door;
use crate::cli::list::{outside, wall};
use crate::cli::stop::Stop;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Reader, Talk};

/// What was said, oldest first; what the person wrote elsewhere is among it.
pub(super) fn show(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    talk: &Talk,
) -> Result<Value, Stop> {
    let found = reader.conversation(talk.thread)?;
    let told = found.ok_or_else(|| Stop::refused(Words::new("store-gone")))?;
    let (client, code) = (roster.badge(told.client).0, roster.code(told.channel));
    if door.manner.json {
        let said = told.said.iter().map(|said| {
            json!({
                "at": outside(said.at, roster.zone(told.client)),
                "direction": if said.outgoing { "out" } else { "in" },
                "here": said.thread == told.thread,
                "text": said.text,
            })
        });
        return Ok(json!({
            "kind": "conversation",
            "id": talk.uid,
            "client": client,
            "platform": roster.channel(told.channel).map_or("", |it| &it.card.platform),
            "person": told.person,
            "state": told.state.word(),
            "tone": told.tone.word(),
            "topic": told.topic,
            "post": told.post,
            "said": said.collect::<Vec<_>>(),
        }));
    }
    door.say
        .answer(&format!("{code} · {client} · {}", told.person))?;
    let state = door
        .locale
        .text(&format!("state-is-{}", told.state.word().replace('_', "-")));
    let state = state.into_owned();
    let facts = [
        ("state", state.as_str()),
        ("sounds", told.tone.word()),
        ("topic", &told.topic),
        ("under", told.post.as_deref().unwrap_or_default()),
        ("id", &talk.uid),
    ];
    for (key, value) in facts {
        fact(door, key, value)?;
    }
    let you = door.locale.text("show-you").into_owned();
    for said in &told.said {
        let who = if said.outgoing { &you } else { &told.person };
        let at = wall(said.at, door);
        door.say
            .answer(&format!("{at}\t{who}\t{}", sanitize::line(&said.text)))?;
    }
    Ok(Value::Null)
}
