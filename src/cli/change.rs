//! Changing the desk from the command line: one Command and its words, and taking back or doing again.

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
    let done = store.apply(command, door.now)?;
    say(door, "cli-did", &done);
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

/// Takes back the newest thing that still stands.
pub(super) fn undo(door: &mut Door<'_>) -> Result<(), Stop> {
    let done = door.store()?.undo(door.now)?;
    let what = door.locale.words(&done.title);
    door.answer(&Words::new("undone").with("what", what))
}

/// Does again what was taken back last.
pub(super) fn redo(door: &mut Door<'_>) -> Result<(), Stop> {
    let done = door.store()?.redo(door.now)?;
    let what = door.locale.words(&done.title);
    door.answer(&Words::new("redone").with("what", what))
}

fn say(door: &mut Door<'_>, key: &str, done: &Done) {
    let what = door.locale.words(&done.title);
    door.remark(&Words::new(key).with("what", what));
}
