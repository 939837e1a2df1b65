//! What must not go out like this is not sent on its way from the command line either, unless it is said why.

use std::collections::BTreeSet;

use super::door::Door;
use super::lint::why;
use super::stop::Stop;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::VariantId;
use crate::domain::lint::RuleId;
use crate::domain::words::Words;
use crate::store::{HeldBack, Reader};

/// The Commands to be run for this one: itself, and before it what lets held-back posts pass where a reason was given.
/// Without one, every post that is held back is told and nothing is done.
pub(super) fn passed(
    door: &Door<'_>,
    reader: &Reader,
    command: Command,
    anyway: Option<&str>,
) -> Result<Vec<Command>, Stop> {
    let held = reader.held_by(&command, door.now)?;
    let mut commands = passes(door, held, anyway)?;
    commands.push(command);
    Ok(commands)
}

/// The Commands that let these variants be handed out, though something keeps them from going out, where a reason was given.
pub(super) fn handed_out(
    door: &Door<'_>,
    reader: &Reader,
    variants: &[VariantId],
    anyway: Option<&str>,
) -> Result<Vec<Command>, Stop> {
    passes(door, reader.held_back(variants, door.now)?, anyway)
}

/// What lets these posts pass, for the reason given; without one each of them is told.
fn passes(
    door: &Door<'_>,
    held: Vec<HeldBack>,
    anyway: Option<&str>,
) -> Result<Vec<Command>, Stop> {
    if held.is_empty() {
        return Ok(Vec::new());
    }
    if anyway.is_none() {
        let each = held.iter().map(|it| {
            let why = it.why.iter().map(|found| &found.words);
            door.locale.held(&it.topic, why)
        });
        let way_out = Words::new("lint-anyway");
        return Err(Stop::Refused(each.chain([way_out]).collect()));
    }
    let reason = why(anyway)?;
    let mut commands = Vec::new();
    for it in held {
        let rules: BTreeSet<RuleId> = it.why.iter().map(|found| found.rule).collect();
        commands.push(Command::Plan(PlanCommand::LetPass {
            posts: vec![it.post],
            rules: rules.into_iter().collect(),
            reason: reason.clone(),
        }));
    }
    Ok(commands)
}
