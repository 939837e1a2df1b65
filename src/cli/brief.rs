//! `brief CLIENT`: six lines on a client, in the client's language, to paste into a chat.

use clap::Args;
use serde_json::json;

use super::door::Door;
use super::named::{self, shown};
use super::stop::Stop;
use crate::domain::tongue::Tongue;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::report;

/// On whom, and in which language.
#[derive(Debug, Args)]
pub(super) struct BriefOrder {
    #[arg(value_name = "CLIENT")]
    client: String,
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Says the brief.
pub(super) fn run(door: &mut Door<'_>, order: &BriefOrder) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let client = named::client(&roster, &order.client)?;
    let mut brief = reader.client_brief(client.id, door.now)?;
    if let Some(tag) = &order.lang {
        brief.tongue = tongue(tag)?;
    }
    let text = report::brief::text(&brief);
    if !door.manner.json {
        return door.say.raw(&text);
    }
    let lines: Vec<&str> = text.lines().collect();
    door.say.json(&json!({
        "client": client.card.short,
        "id": client.uid,
        "language": brief.tongue.word(),
        "lines": lines,
    }))
}

/// The language of this tag, among those that clients are written to in.
pub(super) fn tongue(tag: &str) -> Result<Tongue, Stop> {
    Tongue::from_tag(tag).ok_or_else(|| {
        let known: Vec<&str> = Tongue::ALL.iter().map(|it| it.word()).collect();
        let words = Words::new("cli-no-tongue").with("found", shown(tag));
        Stop::misasked(words.with("known", known.join(", ")))
    })
}
