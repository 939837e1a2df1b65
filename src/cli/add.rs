//! `add "LINE"`: the fast lane, with the same understanding as the window's.

use super::change;
use super::door::Door;
use super::stop::Stop;
use crate::domain::ids::{ClientId, PostId};
use crate::domain::sanitize;
use crate::effect::{Effect, Purpose};
use crate::env::Roster;
use crate::overlays::prompt::{Meaning, understand};
use crate::store::Store;

/// Reads the line, says what was understood, and makes the post unless it is only tried.
pub(super) fn run(door: &mut Door<'_>, line: &str, draft: bool) -> Result<(), Stop> {
    let mut store = door.store()?;
    let prefill = String::new();
    let purpose = if draft {
        Purpose::Sketch { prefill }
    } else {
        Purpose::Add { prefill }
    };
    make(door, &mut store, &purpose, None, line)
}

/// Does what one line of typing means for its purpose: what was understood is said first.
pub(super) fn make(
    door: &mut Door<'_>,
    store: &mut Store,
    purpose: &Purpose,
    scope: Option<ClientId>,
    line: &str,
) -> Result<(), Stop> {
    let line = sanitize::line(line);
    let roster = Roster::read(store.reader())?;
    let meaning = understand(purpose, &[], &line, &door.env(&roster, scope));
    let (shown, effects) = match meaning {
        Meaning::Ready { shown, effects } => (shown, effects),
        Meaning::Not(words) => return Err(Stop::refused(words)),
    };
    if !door.manner.json {
        for line in shown {
            door.say.answer(&line)?;
        }
    }
    for effect in effects {
        if let Effect::Apply(command) = effect {
            let done = change::apply(door, store, &command)?;
            if let (Purpose::Add { .. } | Purpose::Sketch { .. }, Some(id)) = (purpose, done.id) {
                door.ids.push(store.reader().post_uid(PostId(id))?);
            }
        }
    }
    Ok(())
}
