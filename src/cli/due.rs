//! `due`: one pass of the clock without a window. `--at` rehearses from another moment and writes nothing.

use std::collections::HashMap;

use chrono_tz::Tz;
use serde_json::{Value, json};

use super::door::Door;
use super::list::{outside, reason, wall, zone_in, zones};
use super::moments;
use super::stop::Stop;
use crate::domain::Moment;
use crate::domain::ids::ClientId;
use crate::domain::post::{Outcome, Status};
use crate::domain::words::Words;
use crate::env::Roster;
use crate::neighbours::Kind;
use crate::scheduler::{self, Slotted};
use crate::store::{AgendaLine, Reader, Store};
use crate::watch::{Watch, slotted};

/// More than anybody plans: one pass looks at everything.
const EVERYTHING: usize = 10_000_000;

/// Looks at the clock, records what is due and what was missed, and says both, and what rings.
pub(super) fn run(door: &mut Door<'_>, at: Option<&str>, as_json: bool) -> Result<(), Stop> {
    if let Some(at) = at {
        let at = moments::exact(door, at)?;
        let reader = door.reader()?;
        return tell(door, &reader, at, as_json);
    }
    // Only a desk that is there has anything due.
    drop(door.reader()?);
    let mut store = door.store()?;
    record(&mut store, door.now)?;
    let now = door.now;
    tell(door, store.reader(), now, as_json)
}

/// Writes down what the clock found, unless a window or the daemon looks after that. Nothing rings here.
fn record(store: &mut Store, now: Moment) -> Result<(), Stop> {
    let mut watch = Watch::new(Kind::Once, store.folder()).without_bell();
    let passed = watch.pass_all(store, now);
    watch.leave(store, now);
    passed.map(drop).map_err(Stop::from)
}

/// What is due, missed, unsure and ringing at a moment.
struct Standing {
    due: Vec<AgendaLine>,
    missed: Vec<AgendaLine>,
    unsure: Vec<AgendaLine>,
    ringing: Vec<AgendaLine>,
}

impl Standing {
    fn at(reader: &Reader, at: Moment) -> Result<Self, Stop> {
        let mut behind = reader.behind(at, None, EVERYTHING)?;
        behind.reverse();
        let (due, behind): (Vec<_>, Vec<_>) = behind
            .into_iter()
            .partition(|line| line.status(at) == Status::Due);
        let mut missed: Vec<AgendaLine> = behind
            .into_iter()
            .filter(|line| line.status(at) == Status::Missed)
            .collect();
        for line in &mut missed {
            if line.outcome != Outcome::Missed {
                line.reason = why(line, at);
            }
        }
        let soon = reader.pending(at, at + scheduler::RING_BEFORE, EVERYTHING)?;
        let mut ringing = Vec::new();
        for (variant, _) in scheduler::to_ring(&slotted(&soon), at) {
            ringing.extend(reader.line(variant)?);
        }
        Ok(Self {
            due,
            missed,
            unsure: reader.unsure(None, EVERYTHING)?,
            ringing,
        })
    }
}

/// The reason a pass at this moment would record.
fn why(line: &AgendaLine, at: Moment) -> String {
    let Some(planned) = line.at else {
        return String::new();
    };
    let slotted = Slotted {
        variant: line.variant,
        at: planned,
        approval: line.approval,
        outcome: line.outcome,
        grace_min: line.grace_min,
    };
    scheduler::mark(&slotted, scheduler::Watch::default(), at)
        .map_or_else(String::new, |it| it.reason)
}

fn tell(door: &mut Door<'_>, reader: &Reader, at: Moment, as_json: bool) -> Result<(), Stop> {
    let roster = Roster::read(reader)?;
    let standing = reader.snapshot(|reader| Ok(Standing::at(reader, at)))??;
    if as_json {
        let zones = zones(&roster);
        let rows = |lines: &[AgendaLine]| -> Result<Vec<Value>, Stop> {
            lines
                .iter()
                .map(|it| row(reader, &roster, &zones, it))
                .collect()
        };
        return door.say.json(&json!({
            "at": outside(at, door.zone),
            "due": rows(&standing.due)?,
            "missed": rows(&standing.missed)?,
            "unsure": rows(&standing.unsure)?,
            "ringing": rows(&standing.ringing)?,
        }));
    }
    let groups = [
        ("due-due", &standing.due),
        ("due-missed", &standing.missed),
        ("due-unsure", &standing.unsure),
        ("due-ringing", &standing.ringing),
    ];
    for (key, lines) in groups {
        for line in lines {
            let said = sentence(door, &roster, key, line);
            door.say.answer(&said)?;
        }
    }
    if groups.iter().all(|(_, lines)| lines.is_empty()) {
        door.remark(&Words::new("due-nothing"));
    }
    Ok(())
}

fn row(
    reader: &Reader,
    roster: &Roster,
    zones: &HashMap<ClientId, Tz>,
    line: &AgendaLine,
) -> Result<Value, Stop> {
    let channel = roster.channel(line.channel);
    let (id, post) = reader.uids(line.variant)?;
    Ok(json!({
        "id": id,
        "post": post,
        "client": roster.badge(line.client).0,
        "channel": channel.map_or("", |it| &it.card.handle),
        "platform": channel.map_or("", |it| &it.card.platform),
        "at": line.at.map(|at| outside(at, zone_in(zones, line.client))),
        "topic": line.topic,
        "reason": line.reason,
    }))
}

fn sentence(door: &Door<'_>, roster: &Roster, key: &str, line: &AgendaLine) -> String {
    let reason = reason(door, &line.reason);
    [
        door.locale.text(key).as_ref(),
        line.at
            .map_or_else(String::new, |at| wall(at, door))
            .as_str(),
        roster.badge(line.client).0,
        roster.code(line.channel),
        &line.topic,
        &reason,
    ]
    .join("\t")
    .trim_end()
    .to_owned()
}
