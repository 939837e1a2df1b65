//! A post as it stands: card, channels with times and status, texts, what was done to it.

use serde_json::{Value, json};

use super::{fact, heading};
use crate::cli::door::Door;
use crate::cli::history;
use crate::cli::list::{outside, reason, wall};
use crate::cli::named;
use crate::cli::stop::Stop;
use crate::cli::which::Target;
use crate::domain::command::PostCard;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{AgendaLine, CardOfPost, Entry, Reader, Sheet};

/// Entries of its history that are shown.
const ENTRIES: usize = 10;

/// Everything that is read of it.
struct Shown<'s> {
    target: &'s Target,
    uid: String,
    card: CardOfPost,
    sheet: Sheet,
    history: Vec<Entry>,
}

/// Shows a post.
pub(super) fn show(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    target: &Target,
) -> Result<Value, Stop> {
    let gone = || Stop::refused(Words::new("store-gone"));
    let shown = Shown {
        target,
        uid: reader.post_uid(target.post)?,
        card: reader.card_of_post(target.post)?,
        sheet: reader.sheet(target.post)?.ok_or_else(gone)?,
        history: reader.history_of(target.post, None, ENTRIES)?,
    };
    if door.manner.json {
        return object(door, reader, roster, &shown);
    }
    tell(door, reader, roster, &shown)?;
    Ok(Value::Null)
}

fn tell(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    shown: &Shown<'_>,
) -> Result<(), Stop> {
    let card = &shown.card.card;
    let client = roster.badge(shown.card.client).0;
    door.say.answer(&format!("{client} · {}", card.topic))?;
    facts(door, card, &shown.uid)?;
    let names: Vec<&str> = shown
        .card
        .pictures
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    fact(door, "pictures", &names.join(", "))?;
    for line in &shown.target.lines {
        let uid = reader.uids(line.variant)?.0;
        let told = channel(door, roster, line, &uid);
        door.say.answer(&told)?;
    }
    wordings(door, roster, shown)?;
    for (key, text) in [("show-script", &card.script), ("show-shots", &card.shots)] {
        if !text.is_empty() {
            heading(door, &Words::new(key))?;
            door.say.answer(text)?;
        }
    }
    if !shown.history.is_empty() {
        heading(door, &Words::new("show-history"))?;
    }
    for entry in &shown.history {
        let line = history::line(door, entry);
        door.say.answer(&line)?;
    }
    Ok(())
}

/// The facts of the card that are there.
fn facts(door: &mut Door<'_>, card: &PostCard, uid: &str) -> Result<(), Stop> {
    let format = format!("format-{}", card.format.word());
    let format = door.locale.text(&format).into_owned();
    let ready_by = card.ready_by.map_or_else(String::new, |at| wall(at, door));
    let all = [
        ("format", format.as_str()),
        ("rubric", &card.rubric),
        ("campaign", &card.campaign),
        ("link", &card.link),
        ("first-comment", &card.first_comment),
        ("brief", &card.brief),
        ("note", &card.note),
        ("client-note", &card.client_note),
        ("ready-by", &ready_by),
        ("advertiser", &card.ad.advertiser),
        ("erid", &card.ad.erid),
        ("id", uid),
    ];
    for (key, value) in all {
        fact(door, key, value)?;
    }
    Ok(())
}

/// One channel: where, when, how far, why, and the end of its id.
fn channel(door: &Door<'_>, roster: &Roster, line: &AgendaLine, uid: &str) -> String {
    let status = line.status(door.now).word();
    let status = door
        .locale
        .text(&format!("plan-status-{status}"))
        .into_owned();
    let when = line.out_at.or(line.at);
    [
        roster.code(line.channel).to_owned(),
        when.map_or_else(|| "—".to_owned(), |at| wall(at, door)),
        status,
        line.link.clone(),
        reason(door, &line.reason),
        named::short(uid).to_owned(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join("\t")
}

/// The base text, and those that go their own way.
fn wordings(door: &mut Door<'_>, roster: &Roster, shown: &Shown<'_>) -> Result<(), Stop> {
    let sheet = &shown.sheet;
    heading(door, &Words::new("show-text"))?;
    door.say.answer(&sheet.text)?;
    for variant in &sheet.variants {
        if let Some(own) = &variant.own {
            let code = roster.code(variant.channel);
            let key = match variant.came_from {
                Some(_) => "show-own-text-drifted",
                None => "show-own-text",
            };
            heading(door, &Words::new(key).with("code", code))?;
            door.say.answer(own)?;
        }
    }
    Ok(())
}

fn object(
    door: &Door<'_>,
    reader: &Reader,
    roster: &Roster,
    shown: &Shown<'_>,
) -> Result<Value, Stop> {
    let card = &shown.card.card;
    let zone = roster.zone(shown.card.client);
    let mut variants = Vec::new();
    for line in &shown.target.lines {
        let channel = roster.channel(line.channel);
        let own = shown
            .sheet
            .variants
            .iter()
            .find(|it| it.variant == line.variant);
        variants.push(json!({
            "id": reader.uids(line.variant)?.0,
            "channel": channel.map_or("", |it| &it.card.handle),
            "platform": channel.map_or("", |it| &it.card.platform),
            "status": line.status(door.now).word(),
            "approval": line.approval.word(),
            "reason": line.reason,
            "at": line.at.map(|at| outside(at, zone)),
            "out_at": line.out_at.map(|at| outside(at, zone)),
            "permalink": line.link,
            "with_client": line.asked,
            "own_text": own.and_then(|it| it.own.as_deref()),
            "drifted": own.is_some_and(|it| it.came_from.is_some()),
        }));
    }
    let history: Vec<Value> = shown
        .history
        .iter()
        .map(|it| history::object(door, it))
        .collect();
    let pictures = shown.card.pictures.iter();
    let pictures = pictures
        .map(|it| json!({ "name": it.name, "alt": it.alt, "hash": it.hash, "cover": it.is_cover }));
    Ok(json!({
        "kind": "post",
        "id": shown.uid,
        "client": roster.badge(shown.card.client).0,
        "topic": card.topic,
        "rubric": card.rubric,
        "campaign": card.campaign,
        "format": card.format.word(),
        "link": card.link,
        "first_comment": card.first_comment,
        "brief": card.brief,
        "script": card.script,
        "shots": card.shots,
        "note": card.note,
        "client_note": card.client_note,
        "ready_by": card.ready_by.map(|at| outside(at, zone)),
        "is_ad": card.ad.is_ad,
        "advertiser": card.ad.advertiser,
        "erid": card.ad.erid,
        "text": shown.sheet.text,
        "pictures": pictures.collect::<Vec<_>>(),
        "variants": variants,
        "history": history,
    }))
}
