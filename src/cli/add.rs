//! `add "LINE"`: the fast lane, with the same understanding as the window's.

use super::change;
use super::door::Door;
use super::stop::Stop;
use crate::domain::filter::Filter;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Purpose};
use crate::env::{Env, Roster};
use crate::overlays::prompt::{Meaning, understand};
use crate::ui::Theme;

/// Reads the line, says what was understood, and makes the post unless it is only tried.
pub(super) fn run(door: &mut Door<'_>, line: &str, dry_run: bool) -> Result<(), Stop> {
    let line = sanitize::line(line);
    let roster = if dry_run {
        Roster::read(&door.reader()?)?
    } else {
        Roster::read(door.store()?.reader())?
    };
    let (shown, effects) = match read(door, &roster, &line) {
        Meaning::Ready { shown, effects } => (shown, effects),
        Meaning::Not(words) => return Err(Stop::refused(words)),
    };
    for line in shown {
        door.say.answer(&line)?;
    }
    if dry_run {
        door.remark(&Words::new("cli-dry-run"));
        return Ok(());
    }
    let mut store = door.store()?;
    for effect in effects {
        if let Effect::Apply(command) = effect {
            change::apply(door, &mut store, &command)?;
        }
    }
    Ok(())
}

fn read(door: &Door<'_>, roster: &Roster, line: &str) -> Meaning {
    let env = Env {
        now: door.now,
        zone: door.zone,
        hours: &door.config.hours(),
        scope: None,
        filter: Filter::everything(),
        roster,
        locale: &door.locale,
        theme: &Theme::default(),
        size: (80, 24),
    };
    let purpose = Purpose::Add {
        prefill: String::new(),
    };
    understand(&purpose, &[], line, &env)
}
