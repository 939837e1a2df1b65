//! `find WORDS`: posts, messages and people that hold these words, as the window's `/` finds them, newest first.

use clap::Args;
use serde_json::{Value, json};

use super::door::Door;
use super::named;
use super::stop::Stop;
use crate::domain::found::Piece;
use crate::domain::ids::ClientId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{FoundIn, Reader};

/// What is looked for.
#[derive(Debug, Args)]
pub(super) struct FindOrder {
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    #[arg(long, value_name = "WHO")]
    client: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 40)]
    limit: u16,
}

/// Something found, on its way out.
struct Hit {
    kind: &'static str,
    /// Which piece of it holds the words.
    piece: &'static str,
    client: ClientId,
    /// What it belongs to, where the text does not say so itself.
    title: String,
    text: String,
    uid: String,
}

/// Says what was found; nothing at all is exit code 1, as with grep.
pub(super) fn run(door: &mut Door<'_>, order: &FindOrder) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let client = order.client.as_deref();
    let client = client.map(|who| named::client(&roster, who)).transpose()?;
    let words = sanitize::line(&order.words.join(" "));
    let mut hits = hits(&reader, &words, usize::from(order.limit))?;
    hits.retain(|hit| {
        let is_live = roster.client(hit.client).is_some();
        is_live && client.is_none_or(|client| client.id == hit.client)
    });
    let left = reader.unindexed()?;
    if left > 0 {
        door.remark(&Words::new("find-unindexed").with("n", left));
    }
    if door.manner.json {
        let all: Vec<Value> = hits.iter().map(|hit| object(hit, &roster)).collect();
        door.say.json(&all)?;
    } else {
        for hit in &hits {
            let kind = door
                .locale
                .text(&format!("find-{}", hit.piece))
                .into_owned();
            let client = roster.badge(hit.client).0;
            let text = match hit.title.as_str() {
                "" => hit.text.clone(),
                title if hit.piece == Piece::Topic.word() => sanitize::line(title),
                title => format!("{} · {}", sanitize::line(title), hit.text),
            };
            let line = [&kind, client, &text, named::short(&hit.uid)];
            door.say.answer(&line.join("\t"))?;
        }
    }
    if hits.is_empty() {
        door.remark(&Words::new("find-nothing"));
        return Err(Stop::Found);
    }
    Ok(())
}

fn hits(reader: &Reader, words: &str, limit: usize) -> Result<Vec<Hit>, Stop> {
    let mut hits = Vec::new();
    for found in reader.find(words, limit)? {
        let (kind, uid) = match found.place {
            FoundIn::Post { post, .. } => ("post", reader.post_uid(post)?),
            FoundIn::Thread(thread) => {
                let talk = reader.talk_named(thread)?;
                ("message", talk.map_or_else(String::new, |talk| talk.uid))
            }
        };
        hits.push(Hit {
            kind,
            piece: found.piece.word(),
            client: found.client,
            title: found.title,
            text: sanitize::line(&found.line),
            uid,
        });
    }
    for person in reader.people_called(words, limit)? {
        hits.push(Hit {
            kind: "person",
            piece: "person",
            client: person.client,
            title: String::new(),
            text: person.name,
            uid: person.talk.uid,
        });
    }
    Ok(hits)
}

fn object(hit: &Hit, roster: &Roster) -> Value {
    json!({
        "kind": hit.kind,
        "in": hit.piece,
        "id": hit.uid,
        "client": roster.badge(hit.client).0,
        "title": hit.title,
        "text": hit.text,
    })
}
