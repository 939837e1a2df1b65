//! A client and a channel, as their cards.

use serde_json::{Value, json};

use super::{fact, heading};
use crate::cli::door::Door;
use crate::cli::list::{channel_object, client_object};
use crate::cli::stop::Stop;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Channel, Client, Reader};

/// A client with its channels.
pub(super) fn client(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    client: &Client,
) -> Result<Value, Stop> {
    let channels: Vec<&Channel> = roster.channels_of(client.id).collect();
    if door.manner.json {
        let mut told = client_object(client);
        let theirs = channels.iter().map(|it| channel_object(it, roster));
        if let Some(told) = told.as_object_mut() {
            told.insert("kind".to_owned(), json!("client"));
            told.insert("channels".to_owned(), theirs.collect());
            let rubrics = reader.rubrics(client.id)?;
            let names = rubrics.iter().map(|it| Value::from(it.name.as_str()));
            told.insert("rubrics".to_owned(), names.collect());
        }
        return Ok(told);
    }
    let card = &client.card;
    door.say
        .answer(&format!("{} · {}", card.short, card.name))?;
    let posts = card
        .contract_posts
        .map_or_else(String::new, |n| n.to_string());
    let facts = [
        ("zone", card.zone.as_str()),
        ("hours", &card.hours),
        ("languages", &card.languages.join(", ")),
        ("promise", &card.promise_min.to_string()),
        ("contract-posts", &posts),
        ("contract-money", &card.contract_money),
        ("tone", &card.tone),
        ("goals", &card.goals),
        ("audience", &card.audience),
        ("avoid", &card.avoid.join(", ")),
        ("id", &client.uid),
    ];
    for (key, value) in facts {
        fact(door, key, value)?;
    }
    heading(door, &Words::new("show-channels"))?;
    for it in channels {
        let line = [
            roster.code(it.id),
            &it.card.handle,
            &it.card.link,
            it.card.mode.word(),
        ];
        door.say.answer(&line.join("\t"))?;
    }
    Ok(Value::Null)
}

/// A channel.
pub(super) fn channel(
    door: &mut Door<'_>,
    roster: &Roster,
    channel: &Channel,
) -> Result<Value, Stop> {
    if door.manner.json {
        let mut told = channel_object(channel, roster);
        if let Some(told) = told.as_object_mut() {
            told.insert("kind".to_owned(), json!("channel"));
        }
        return Ok(told);
    }
    let card = &channel.card;
    let client = roster.badge(card.client).0;
    let code = roster.code(channel.id);
    door.say
        .answer(&format!("{code} · {client} · {}", card.handle))?;
    let text_max = match card.text_max {
        0 => String::new(),
        max => max.to_string(),
    };
    let facts = [
        ("link", card.link.as_str()),
        ("mode", card.mode.word()),
        ("grace", &card.grace_min.to_string()),
        ("look-every", &card.look_every_min.to_string()),
        ("watch", &card.watch_min.to_string()),
        ("text-max", text_max.as_str()),
        ("utm", card.utm.as_str()),
        ("id", &channel.uid),
    ];
    for (key, value) in facts {
        fact(door, key, value)?;
    }
    Ok(Value::Null)
}
