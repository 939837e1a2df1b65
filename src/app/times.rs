//! Giving planned posts other times: the next free posting time of a channel, or all of them by the same distance. The window
//! and the command line ask here.

use chrono::{Datelike, Days};

use super::{App, env};
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, VariantId};
use crate::domain::shift::Shift;
use crate::domain::words::Words;
use crate::domain::zone::{resolve, zone_by_name};
use crate::effect::Weight;
use crate::env::Env;
use crate::overlays::prompt::Subject;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{AgendaLine, Reader, Result};

/// The move that was asked for, or why nothing moves and how much that matters.
pub(crate) type Moved = std::result::Result<Command, (Words, Weight)>;

impl App {
    /// Moves planned variants by the same distance.
    pub(super) fn shift(&mut self, variants: &[VariantId], by: Shift) -> Result<()> {
        let moved = shifted(self.store.reader(), variants, by, &env!(self))?;
        self.move_so(moved)
    }

    /// Gives each variant the next free posting time of its channel.
    pub(super) fn next_slot(&mut self, variants: &[VariantId]) -> Result<()> {
        let moved = next_slots(self.store.reader(), variants, &env!(self))?;
        self.move_so(moved)
    }

    fn move_so(&mut self, moved: Moved) -> Result<()> {
        match moved {
            Ok(command) => self.apply(&command),
            Err(said) => {
                self.toast = Some(said);
                Ok(())
            }
        }
    }
}

/// What a line about these variants would move.
pub(crate) fn subjects(reader: &Reader, variants: &[VariantId]) -> Result<Vec<Subject>> {
    let mut subjects = Vec::with_capacity(variants.len());
    for &variant in variants {
        let Some(line) = reader.line(variant)? else {
            continue;
        };
        let planned = reader.planned_wall(variant)?;
        let wall = planned.and_then(|(local, zone)| Some((local, zone_by_name(&zone).ok()?)));
        subjects.push(Subject {
            variant,
            post: line.post,
            client: line.client,
            channel: line.channel,
            wall,
        });
    }
    Ok(subjects)
}

/// Planned variants moved by the same distance, all or none: what would land in the past stays where it is, and so do the
/// others. What is on the shelf has no time to move.
pub(crate) fn shifted(
    reader: &Reader,
    variants: &[VariantId],
    by: Shift,
    env: &Env<'_>,
) -> Result<Moved> {
    let mut moves = Vec::with_capacity(variants.len());
    for &variant in variants {
        let Some((local, zone)) = reader.planned_wall(variant)? else {
            continue;
        };
        let tz = zone_by_name(&zone).unwrap_or(env.zone);
        let landed = by.land(local, tz).map(|(planned, _)| planned);
        let Some(planned) = landed.filter(|planned| planned.at > env.now) else {
            let topic = reader
                .line(variant)?
                .map_or_else(String::new, |it| it.topic);
            let words = Words::new("shift-past").with("topic", topic);
            return Ok(Err((words, Weight::Bad)));
        };
        moves.push((variant, Some(planned)));
    }
    for (variant, planned) in &moves {
        if let Some(words) = pushes_out(reader, *variant, planned.as_ref(), variants, env)? {
            return Ok(Err((words, Weight::Bad)));
        }
    }
    if moves.is_empty() {
        return Ok(Err((Words::new("shift-nothing"), Weight::Note)));
    }
    Ok(Ok(Command::Plan(PlanCommand::Reschedule { moves })))
}

/// Why a variant cannot land there: its minute on the channel belongs to a post that does not move along.
fn pushes_out(
    reader: &Reader,
    variant: VariantId,
    planned: Option<&Planned>,
    along: &[VariantId],
    env: &Env<'_>,
) -> Result<Option<Words>> {
    let (Some(planned), Some(line)) = (planned, reader.line(variant)?) else {
        return Ok(None);
    };
    let holders = reader.holders(line.channel, planned.at)?;
    let holder = holders
        .into_iter()
        .find(|(other, _)| !along.contains(other));
    Ok(holder.map(|(_, topic)| {
        let day = env.locale.day_short(env.wall(planned.at).date_naive());
        Words::new("shift-taken")
            .with("when", format!("{day} {}", env.clock(planned.at)))
            .with("code", env.roster.code(line.channel))
            .with("topic", topic)
    }))
}

/// Each variant at the next posting time of its channel that nothing is near to, one after the other. A channel without
/// posting times goes along with the first that has one: a post is not torn apart by a key.
pub(crate) fn next_slots(reader: &Reader, variants: &[VariantId], env: &Env<'_>) -> Result<Moved> {
    let mut moves = Vec::new();
    let mut given = Vec::new();
    for &variant in variants {
        if let Some(line) = reader.line(variant)? {
            let slot = free_slot(reader, &line, &given, env)?;
            given.extend(slot.as_ref().map(|slot| (line.channel, slot.at)));
            moves.push((variant, slot));
        }
    }
    let Some(first) = moves.iter().find_map(|(_, planned)| planned.clone()) else {
        return Ok(Err((Words::new("no-free-slot"), Weight::Bad)));
    };
    for (_, planned) in &mut moves {
        planned.get_or_insert_with(|| first.clone());
    }
    Ok(Ok(Command::Plan(PlanCommand::Reschedule { moves })))
}

/// The next posting time that is neither taken nor among those given away already.
fn free_slot(
    reader: &Reader,
    line: &AgendaLine,
    given: &[(ChannelId, Moment)],
    env: &Env<'_>,
) -> Result<Option<Planned>> {
    let is_given = |at: Moment| {
        let near =
            |it: &(ChannelId, Moment)| it.0 == line.channel && (it.1 - at).abs() <= NEAR_A_SLOT;
        given.iter().any(near)
    };
    let zone = env.roster.zone(line.client);
    let today = env.now.with_timezone(&zone).date_naive();
    let slots = reader.slots(Some(line.client))?;
    for day in (0..60).filter_map(|n| today.checked_add_days(Days::new(n))) {
        for slot in slots.iter().filter(|slot| slot.channel == line.channel) {
            let minute = u32::from(slot.minute);
            let Some(local) = day.and_hms_opt(minute / 60, minute % 60, 0) else {
                continue;
            };
            let at = resolve(local, zone).moment();
            let fits = u32::from(slot.weekday) == day.weekday().num_days_from_monday();
            if fits
                && at > env.now
                && !is_given(at)
                && !reader.is_taken(slot.channel, at - NEAR_A_SLOT, at + NEAR_A_SLOT)?
            {
                return Ok(Some(Planned {
                    local,
                    zone: zone.name().to_owned(),
                    at,
                }));
            }
        }
    }
    Ok(None)
}
