//! `show WHICH --as-of MOMENT`: a post as it stood.

use serde_json::{Value, json};

use super::{fact, heading};
use crate::cli::door::Door;
use crate::cli::list::{outside, reason, wall};
use crate::cli::stop::Stop;
use crate::cli::which::Target;
use crate::domain::Moment;
use crate::domain::post::status;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{PostThen, Reader, VariantThen};

/// Shows a post as it stood at a moment.
pub(super) fn show(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    target: &Target,
    at: Moment,
) -> Result<Value, Stop> {
    let when = wall(at, door);
    let Some(mut then) = reader.post_as_of(target.post, at)? else {
        return Err(Stop::refused(Words::new("show-not-yet").with("at", when)));
    };
    if target.is_narrow {
        let meant = |it: &VariantThen| target.lines.iter().any(|line| line.variant == it.variant);
        then.variants.retain(meant);
    }
    if door.manner.json {
        return Ok(object(roster, target, &then, at));
    }
    tell(door, roster, target, &then, at)?;
    Ok(Value::Null)
}

fn tell(
    door: &mut Door<'_>,
    roster: &Roster,
    target: &Target,
    then: &PostThen,
    at: Moment,
) -> Result<(), Stop> {
    let client = target
        .lines
        .first()
        .map_or("", |line| roster.badge(line.client).0);
    let as_of = Words::new("show-as-of").with("at", wall(at, door));
    let as_of = door.locale.words(&as_of);
    door.say
        .answer(&format!("{client} · {} · {as_of}", then.topic))?;
    if then.is_deleted {
        door.answer(&Words::new("show-was-deleted"))?;
    }
    let format = door
        .locale
        .text(&format!("format-{}", then.format.word()))
        .into_owned();
    let facts = [
        ("format", format.as_str()),
        ("rubric", &then.rubric),
        ("campaign", &then.campaign),
        ("link", &then.link),
        ("first-comment", &then.first_comment),
        ("client-note", &then.client_note),
        ("pictures", &then.pictures.join(", ")),
    ];
    for (key, value) in facts {
        fact(door, key, value)?;
    }
    for variant in &then.variants {
        let standing = standing(roster, variant, at);
        let parts = [
            roster.code(variant.channel).to_owned(),
            variant
                .out_at
                .or(variant.at)
                .map_or_else(|| "—".to_owned(), |at| wall(at, door)),
            door.locale
                .text(&format!("plan-status-{standing}"))
                .into_owned(),
            reason(door, &variant.reason),
        ];
        let line = parts.join("\t");
        door.say.answer(line.trim_end())?;
    }
    heading(door, &Words::new("show-text"))?;
    door.say.answer(&then.text)?;
    for (key, text) in [("show-script", &then.script), ("show-shots", &then.shots)] {
        if !text.is_empty() {
            heading(door, &Words::new(key))?;
            door.say.answer(text)?;
        }
    }
    for variant in &then.variants {
        if let Some(own) = &variant.own {
            let code = roster.code(variant.channel);
            heading(door, &Words::new("show-own-text").with("code", code))?;
            door.say.answer(own)?;
        }
    }
    Ok(())
}

/// Where a variant stood, as the clock of that moment saw it.
fn standing(roster: &Roster, variant: &VariantThen, at: Moment) -> &'static str {
    let grace = roster
        .channel(variant.channel)
        .map_or(0, |it| it.card.grace_min);
    status(variant.approval, variant.outcome, variant.at, grace, at).word()
}

fn object(roster: &Roster, target: &Target, then: &PostThen, at: Moment) -> Value {
    let client = target.lines.first().map(|line| line.client);
    let zone = client.map_or(chrono_tz::UTC, |client| roster.zone(client));
    let variants = then.variants.iter().map(|it| {
        let channel = roster.channel(it.channel);
        json!({
            "channel": channel.map_or("", |it| &it.card.handle),
            "platform": channel.map_or("", |it| &it.card.platform),
            "status": standing(roster, it, at),
            "approval": it.approval.word(),
            "reason": it.reason,
            "at": it.at.map(|at| outside(at, zone)),
            "local": it.planned.as_ref().map(|(local, _)| local.format("%Y-%m-%d %H:%M").to_string()),
            "zone": it.planned.as_ref().map(|(_, zone)| zone),
            "out_at": it.out_at.map(|at| outside(at, zone)),
            "own_text": it.own,
        })
    });
    json!({
        "kind": "post",
        "id": target.uid,
        "as_of": outside(at, zone),
        "deleted": then.is_deleted,
        "client": client.map_or("", |client| roster.badge(client).0),
        "topic": then.topic,
        "rubric": then.rubric,
        "campaign": then.campaign,
        "format": then.format.word(),
        "link": then.link,
        "first_comment": then.first_comment,
        "script": then.script,
        "shots": then.shots,
        "client_note": then.client_note,
        "text": then.text,
        "pictures": then.pictures,
        "variants": variants.collect::<Vec<_>>(),
    })
}
