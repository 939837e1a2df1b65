//! `slot list|add|delete`: the weekly posting times of channels, written as on a channel's card.

use clap::Subcommand;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::stop::Stop;
use super::which::Narrow;
use crate::domain::command::{ChannelCommand, Command};
use crate::domain::fold::fold;
use crate::domain::ids::SlotId;
use crate::domain::words::Words;
use crate::env::{Roster, fits_uid, may_be_uid};
use crate::overlays::slots;
use crate::store::{Reader, Slot};

/// What can be done with posting times.
#[derive(Debug, Subcommand)]
pub(super) enum SlotOrder {
    Add {
        #[arg(value_name = "CHANNEL")]
        channel: String,
        #[arg(required = true, value_name = "TIMES")]
        times: Vec<String>,
    },
    #[command(alias = "remove")]
    Delete {
        #[arg(required = true, value_name = "TIMES")]
        which: Vec<String>,
        #[command(flatten)]
        narrow: Narrow,
    },
    List {
        #[command(flatten)]
        narrow: Narrow,
        #[arg(long)]
        json: bool,
    },
}

/// A posting time with its name for everything outside.
type Known = (String, Slot);

/// Does what was asked about posting times.
pub(super) fn run(door: &mut Door<'_>, what: &SlotOrder) -> Result<(), Stop> {
    match what {
        SlotOrder::Add { channel, times } => add(door, channel, times),
        SlotOrder::Delete { which, narrow } => delete(door, which, narrow),
        SlotOrder::List { narrow, json } => list(door, narrow, *json),
    }
}

fn add(door: &mut Door<'_>, channel: &str, times: &[String]) -> Result<(), Stop> {
    let wanted = read(door, times)?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let channel = named::channel(&roster, channel)?;
    let there = store.reader().slots(Some(channel.card.client))?;
    let mut fresh: Vec<(u8, u16)> = Vec::new();
    for time in wanted {
        let stands = there
            .iter()
            .any(|it| it.channel == channel.id && (it.weekday, it.minute) == time);
        if !stands && !fresh.contains(&time) {
            fresh.push(time);
        }
    }
    if fresh.is_empty() {
        door.remark(&Words::new("slot-stands"));
        return Ok(());
    }
    let commands: Vec<Command> = fresh
        .into_iter()
        .map(|(weekday, minute)| {
            Command::Channel(ChannelCommand::AddSlot {
                channel: channel.id,
                weekday,
                minute,
            })
        })
        .collect();
    for made in change::apply_all(door, &mut store, &commands)? {
        if let Some(id) = made.id {
            let uid = store.reader().slot_uid(SlotId(id))?;
            door.made(&uid)?;
        }
    }
    Ok(())
}

/// Drops posting times, by their ids or as they are written; posts that are planned on them stay where they are.
fn delete(door: &mut Door<'_>, which: &[String], narrow: &Narrow) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let known = known(store.reader(), &roster, narrow)?;
    let by_id = which.iter().all(|word| may_be_uid(&fold(word.trim())));
    let gone = if by_id {
        called(&known, which)?
    } else {
        at_times(door, &roster, &known, which)?
    };
    door.ids.extend(gone.iter().map(|(uid, _)| uid.clone()));
    let each = gone
        .iter()
        .map(|(_, slot)| Command::Channel(ChannelCommand::DeleteSlot(slot.id)));
    let commands: Vec<Command> = each.collect();
    change::apply_all(door, &mut store, &commands).map(drop)
}

/// The posting times of these ids.
fn called<'k>(known: &'k [Known], which: &[String]) -> Result<Vec<&'k Known>, Stop> {
    let mut found: Vec<&Known> = Vec::new();
    for word in which {
        let wanted = fold(word.trim());
        let fits: Vec<&Known> = known
            .iter()
            .filter(|(uid, _)| fits_uid(uid, &wanted))
            .collect();
        let uid = |it: &&Known| (it.0.clone(), it.0.clone());
        let one = named::one(fits, word, uid, "slot-no-id")?;
        if !found.iter().any(|(uid, _)| *uid == one.0) {
            found.push(one);
        }
    }
    Ok(found)
}

/// The posting times that are written so. What several channels have is asked about.
fn at_times<'k>(
    door: &Door<'_>,
    roster: &Roster,
    known: &'k [Known],
    which: &[String],
) -> Result<Vec<&'k Known>, Stop> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for time in read(door, which)? {
        let fits = known
            .iter()
            .filter(|(_, it)| (it.weekday, it.minute) == time);
        let fits: Vec<&Known> = fits.collect();
        let said = slots::time(time, &door.locale);
        match fits.as_slice() {
            [one] => found.push(*one),
            [] => wrong.push(Words::new("slot-none").with("time", said)),
            several => {
                let on: Vec<&str> = several.iter().map(|(_, it)| handle(roster, it)).collect();
                let words = Words::new("slot-many").with("time", said);
                wrong.push(words.with("channels", on.join(", ")));
            }
        }
    }
    Stop::unless_right(wrong)?;
    Ok(found)
}

fn list(door: &mut Door<'_>, narrow: &Narrow, as_json: bool) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let known = known(&reader, &roster, narrow)?;
    if as_json {
        let all: Vec<Value> = known.iter().map(|it| object(it, &roster)).collect();
        return door.say.json(&all);
    }
    for (uid, slot) in &known {
        let line = [
            roster.badge(slot.client).0,
            roster.code(slot.channel),
            handle(&roster, slot),
            &slots::time((slot.weekday, slot.minute), &door.locale),
            uid,
        ];
        door.say.answer(&line.join("\t"))?;
    }
    Ok(())
}

fn object((uid, slot): &Known, roster: &Roster) -> Value {
    json!({
        "id": uid,
        "client": roster.badge(slot.client).0,
        "channel": handle(roster, slot),
        "platform": roster.channel(slot.channel).map_or("", |it| &it.card.platform),
        "weekday": slot.weekday + 1,
        "time": format!("{:02}:{:02}", slot.minute / 60, slot.minute % 60),
    })
}

fn handle<'r>(roster: &'r Roster, slot: &Slot) -> &'r str {
    let channel = roster.channel(slot.channel);
    channel.map_or("", |it| it.card.handle.as_str())
}

/// The posting times of the channels that are meant, by channel and then through the week.
fn known(reader: &Reader, roster: &Roster, narrow: &Narrow) -> Result<Vec<Known>, Stop> {
    let client = narrow.client.as_deref();
    let client = client.map(|who| named::client(roster, who)).transpose()?;
    let channel = narrow.channel.as_deref();
    let channels = channel
        .map(|asked| super::which::channels(roster, asked))
        .transpose()?;
    let mut slots = reader.slots(client.map(|client| client.id))?;
    slots.retain(|slot| {
        channels
            .as_ref()
            .is_none_or(|it| it.contains(&slot.channel))
    });
    slots.sort_by_key(|slot| (slot.client, slot.channel, slot.weekday, slot.minute));
    let mut known = Vec::with_capacity(slots.len());
    for slot in slots {
        known.push((reader.slot_uid(slot.id)?, slot));
    }
    Ok(known)
}

/// Posting times as they are written on a channel's card.
fn read(door: &Door<'_>, times: &[String]) -> Result<Vec<(u8, u16)>, Stop> {
    let line = times.join(" ");
    let bad = |word: &str| Stop::misasked(Words::new("slot-bad").with("found", shown(word)));
    let read = slots::parse(&line, &door.locale).map_err(|word| bad(&word))?;
    if read.is_empty() {
        return Err(bad(&line));
    }
    Ok(read)
}
