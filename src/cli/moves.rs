//! `move WHICH… WHEN`: other times, in the words of the window's `t`; a distance moves all of them, `slot` is the next free
//! posting time, `shelf` takes the time away. All of them move or none.

use clap::Args;

use super::change;
use super::door::Door;
use super::gate;
use super::spoken::{self, Place};
use super::stop::Stop;
use super::which::{self, Narrow, Target};
use crate::app::times;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::VariantId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::domain::{Moment, when};
use crate::effect::{Effect, Purpose, Weight};
use crate::env::{Env, Roster};
use crate::overlays::prompt::{Meaning, understand};
use crate::store::Reader;

/// What is moved, and where to.
#[derive(Debug, Args)]
pub(super) struct MoveOrder {
    #[arg(required = true, value_name = "WHICH… WHEN")]
    which: Vec<String>,
    #[arg(long, value_name = "REASON")]
    anyway: Option<String>,
    #[command(flatten)]
    narrow: Narrow,
}

/// Moves what is meant.
pub(super) fn run(door: &mut Door<'_>, order: &MoveOrder) -> Result<(), Stop> {
    let (when, which) = which::with_last(&order.which, "WHEN")?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let targets = which::targets(door, store.reader(), &roster, which, &order.narrow)?;
    let when = sanitize::line(when);
    let (shown, command) = read(
        store.reader(),
        &targets,
        when.trim(),
        &door.env(&roster, None),
    )?;
    if !door.manner.json {
        for line in shown {
            door.say.answer(&line)?;
        }
    }
    let commands = gate::passed(door, store.reader(), command, order.anyway.as_deref())?;
    change::apply_all(door, &mut store, &commands).map(drop)
}

/// What was understood, and the move that it is.
fn read(
    reader: &Reader,
    targets: &[Target],
    when: &str,
    env: &Env<'_>,
) -> Result<(Vec<String>, Command), Stop> {
    let variants: Vec<VariantId> = targets.iter().flat_map(Target::open).collect();
    let place = spoken::place(when);
    if place == Some(Place::Shelf) {
        let moves = variants
            .into_iter()
            .map(|variant| (variant, None))
            .collect();
        let shown = vec![env.locale.text("prompt-shelf").into_owned()];
        return Ok((shown, Command::Plan(PlanCommand::Reschedule { moves })));
    }
    if place == Some(Place::Slot) {
        let moved = times::next_slots(reader, &variants, env)?;
        return Ok((Vec::new(), moved.map_err(refused)?));
    }
    let subjects = times::subjects(reader, &variants)?;
    let meaning = understand(&purpose(targets, &variants, when), &subjects, when, env);
    let (shown, effects) = match meaning {
        Meaning::Ready { shown, effects } => (shown, effects),
        Meaning::Not(words) => return Err(Stop::misasked(words)),
    };
    for effect in effects {
        match effect {
            Effect::Apply(command) => return Ok((shown, command)),
            Effect::Shift { variants, by } => {
                let moved = times::shifted(reader, &variants, by, env)?;
                return Ok((shown, moved.map_err(refused)?));
            }
            _ => {}
        }
    }
    Err(Stop::misasked(Words::new("shift-nothing")))
}

/// As in the window: one post goes to the time that is said, several keep their distances, a distance moves either.
fn purpose(targets: &[Target], variants: &[VariantId], when: &str) -> Purpose {
    let lines = targets.iter().flat_map(|target| &target.lines);
    let mut moves: Vec<(VariantId, Moment)> = lines
        .filter(|line| variants.contains(&line.variant))
        .filter_map(|line| Some((line.variant, line.at?)))
        .collect();
    moves.sort_by_key(|(variant, at)| (*at, *variant));
    let several = targets.len() > 1 && !moves.is_empty();
    if several || when::distance(when).is_some() {
        Purpose::Shift { moves }
    } else {
        Purpose::Time {
            variants: variants.to_vec(),
        }
    }
}

fn refused((words, _): (Words, Weight)) -> Stop {
    Stop::refused(words)
}
