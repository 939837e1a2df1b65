//! Changing the desk from the command line: Commands and their words, only tried where that was asked for, told in JSON
//! where that was.

use serde_json::{Value, json};

use super::door::Door;
use super::stop::Stop;
use crate::domain::command::Command;
use crate::domain::words::Words;
use crate::store::{Done, Store};

/// Runs one Command and says what was done.
pub(super) fn apply(
    door: &mut Door<'_>,
    store: &mut Store,
    command: &Command,
) -> Result<Done, Stop> {
    let mut done = apply_all(door, store, std::slice::from_ref(command))?;
    done.pop().ok_or_else(|| Stop::Refused(Vec::new()))
}

/// Runs Commands in order, all of them or none, and says what each of them did, or would do.
pub(super) fn apply_all(
    door: &mut Door<'_>,
    store: &mut Store,
    commands: &[Command],
) -> Result<Vec<Done>, Stop> {
    let done = if door.manner.dry_run {
        let mut done = store.rehearse(commands, door.now)?;
        // What was only tried has made nothing that could be asked for.
        for it in &mut done {
            it.id = None;
        }
        done
    } else if let [one] = commands {
        vec![store.apply(one, door.now)?]
    } else {
        let all: Vec<_> = commands.iter().map(|it| (it.clone(), door.now)).collect();
        store.apply_all(&all)?
    };
    record(door, &done);
    Ok(done)
}

/// Runs one of many Commands; the last word says what all of them did.
pub(super) fn apply_quietly(
    door: &Door<'_>,
    store: &mut Store,
    command: &Command,
) -> Result<Done, Stop> {
    Ok(store.apply(command, door.now)?)
}

/// Says what was done, and keeps it for the answer in JSON.
fn record(door: &mut Door<'_>, done: &[Done]) {
    for it in done {
        let key = match it.entry {
            None => "cli-stands-so",
            Some(_) if door.manner.dry_run => "cli-would",
            Some(_) => "cli-did",
        };
        let what = door.locale.words(&it.title);
        door.remark(&Words::new(key).with("what", what));
    }
    door.changes.extend_from_slice(done);
}

/// Says what was taken back or done again, as the answer.
pub(super) fn stepped(door: &mut Door<'_>, key: &str, done: &[Done]) -> Result<(), Stop> {
    door.changes.extend_from_slice(done);
    if door.manner.json {
        return Ok(());
    }
    for it in done {
        let what = door.locale.words(&it.title);
        door.answer(&Words::new(key).with("what", what))?;
    }
    Ok(())
}

/// The last word of a command that changes the desk: that it was only tried, or everything in JSON.
pub(super) fn finish(door: &mut Door<'_>) -> Result<(), Stop> {
    let manner = door.manner;
    if !manner.changes {
        return Ok(());
    }
    if manner.dry_run {
        door.remark(&Words::new("cli-dry-run"));
    }
    if manner.json && !door.say.has_said_json() {
        let changes: Vec<Value> = door.changes.iter().map(|it| change(door, it)).collect();
        let is_done = !manner.dry_run && door.changes.iter().any(|it| it.entry.is_some());
        let told = json!({
            "done": is_done,
            "dry_run": manner.dry_run,
            "ids": door.ids,
            "changes": changes,
        });
        door.say.json(&told)?;
    }
    Ok(())
}

/// One change: its entry in the history, its stable name with what it was done with, and its words.
fn change(door: &Door<'_>, done: &Done) -> Value {
    let entry = done.entry.filter(|_| !door.manner.dry_run);
    json!({
        "entry": entry.map(|entry| entry.0),
        "what": done.title.key.trim_start_matches("did-"),
        "with": done.title.args,
        "words": door.locale.words(&done.title),
    })
}
