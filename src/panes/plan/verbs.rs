//! Cut here, walk, put there: posts move to another day and keep their hour on the wall they were planned on.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Plan, Result, day_of};
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::words::Words;
use crate::domain::zone::{Resolved, resolve, zone_by_name};
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;
use crate::store::{AgendaLine, Reader, Slot};

/// A variant in her hand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cut {
    pub(super) variant: VariantId,
    post: PostId,
    client: ClientId,
    channel: ChannelId,
    at: Option<Moment>,
    /// The wall time it was planned for; read when it was cut.
    wall: Option<(NaiveDateTime, String)>,
}

impl Cut {
    pub(super) fn of(line: &AgendaLine) -> Self {
        Self {
            variant: line.variant,
            post: line.post,
            client: line.client,
            channel: line.channel,
            at: line.at,
            wall: None,
        }
    }

    /// The wall it moves along: the one it was planned on, else the client's own.
    fn wall(&self, env: &Env<'_>) -> Option<(NaiveDateTime, String)> {
        let theirs = env.roster.zone(self.client);
        let at = self.at?.with_timezone(&theirs).naive_local();
        let on_their_wall = || Some((at, theirs.name().to_owned()));
        self.wall.clone().or_else(on_their_wall)
    }
}

/// Where one variant lands.
enum Landing {
    At(Planned, Resolved),
    /// It has no hour and its channel no posting time: she must say.
    Ask,
}

/// Reads the planned wall time of what was just cut.
pub(super) fn read_walls(cut: &mut [Cut], reader: &Reader) -> Result<()> {
    for one in cut.iter_mut() {
        if one.at.is_some() && one.wall.is_none() {
            one.wall = reader.planned_wall(one.variant)?;
        }
    }
    Ok(())
}

/// How many posts are in her hand: one on three channels is one.
pub(super) fn posts(cut: &[Cut]) -> usize {
    cut.iter().map(|cut| cut.post).collect::<HashSet<_>>().len()
}

impl Plan {
    /// Takes the marked rows, or the row under the cursor, in hand. Nothing moves until they are put somewhere.
    pub(super) fn take(&mut self) {
        let open = self.choose().into_iter().flat_map(|it| it.open);
        let cut: Vec<Cut> = open.map(|line| Cut::of(&line)).collect();
        if !cut.is_empty() {
            self.cut = cut;
        }
    }

    /// Puts what was cut on the day of the row under the cursor, or on the shelf.
    pub(super) fn put_down(&mut self, env: &Env<'_>) -> Effects {
        let Some(row) = self.row() else {
            return Effects::none();
        };
        if self.cut.is_empty() {
            return Effects::none();
        }
        let Some(day) = row.day() else {
            let cut = std::mem::take(&mut self.cut);
            let moves = cut.iter().map(|one| (one.variant, None)).collect();
            return Command::Plan(PlanCommand::Reschedule { moves }).into();
        };
        let mut moves = Vec::new();
        let mut ask = Vec::new();
        let mut said = None;
        for one in &self.cut {
            match landing(one, day, &self.slots, env) {
                Landing::At(planned, _) if planned.at <= env.now => {
                    return Effect::Toast(Words::new("plan-past"), Weight::Bad).into();
                }
                Landing::At(planned, resolved) => {
                    said = said.or_else(|| clock_change(&resolved, &planned, env));
                    moves.push((one.variant, Some(planned)));
                }
                Landing::Ask => ask.push(one.variant),
            }
        }
        self.cut.clear();
        let mut effects = Effects::none();
        if !moves.is_empty() {
            effects = effects.and(Command::Plan(PlanCommand::Reschedule { moves }).into());
        }
        if let Some(words) = said {
            effects = effects.then(Effect::Toast(words, Weight::Plain));
        }
        if !ask.is_empty() {
            let purpose = Purpose::Time { variants: ask };
            effects = effects.then(Effect::Show(Show::Prompt(purpose)));
        }
        effects
    }
}

/// Its own hour moved by whole days; without an hour, the channel's posting time of that weekday, or of any.
fn landing(one: &Cut, day: NaiveDate, slots: &[Slot], env: &Env<'_>) -> Landing {
    if let (Some(at), Some((local, zone))) = (one.at, one.wall(env)) {
        let days = (day - day_of(at, env)).num_days();
        let moved = local.checked_add_signed(TimeDelta::days(days));
        return moved.map_or(Landing::Ask, |local| planned(local, zone, env, one.client));
    }
    let theirs = slots.iter().filter(|slot| slot.channel == one.channel);
    let weekday = day.weekday().num_days_from_monday();
    let nearest = theirs.min_by_key(|slot| (u32::from(slot.weekday) != weekday, slot.minute));
    let hour = nearest.and_then(|slot| {
        let minute = u32::from(slot.minute);
        NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
    });
    let zone = env.roster.zone(one.client).name().to_owned();
    hour.map_or(Landing::Ask, |hour| {
        planned(day.and_time(hour), zone, env, one.client)
    })
}

fn planned(local: NaiveDateTime, zone: String, env: &Env<'_>, client: ClientId) -> Landing {
    let tz = zone_by_name(&zone)
        .ok()
        .unwrap_or_else(|| env.roster.zone(client));
    let resolved = resolve(local, tz);
    let at = resolved.moment();
    Landing::At(Planned { local, zone, at }, resolved)
}

/// What a change of the clocks does to this time, if it does anything.
pub(super) fn clock_change(resolved: &Resolved, planned: &Planned, env: &Env<'_>) -> Option<Words> {
    let clock = env.locale.clock(planned.local.time());
    match resolved {
        Resolved::Plain(_) => None,
        Resolved::Gap { moved_to } => {
            let zone = zone_by_name(&planned.zone).unwrap_or(chrono_tz::UTC);
            let real = moved_to.with_timezone(&zone).time();
            Some(
                Words::new("plan-clock-gap")
                    .with("clock", clock)
                    .with("real", env.locale.clock(real)),
            )
        }
        Resolved::Fold { .. } => Some(Words::new("plan-clock-twice").with("clock", clock)),
    }
}
