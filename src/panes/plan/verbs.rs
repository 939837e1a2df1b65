//! Cut or copy here, walk, put there: posts keep their hour on the wall they were planned on, and their distances.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Look, Plan, Result, day_of};
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::words::Words;
use crate::domain::zone::{Resolved, resolve, zone_by_name};
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;
use crate::store::{Reader, Slot, Spot};

/// A variant in her hand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Held {
    pub(super) variant: VariantId,
    pub(super) post: PostId,
    pub(super) client: ClientId,
    pub(super) channel: ChannelId,
    at: Option<Moment>,
    /// The wall time it was planned for; read when it was taken.
    wall: Option<(NaiveDateTime, String)>,
}

impl Held {
    fn of(spot: &Spot) -> Self {
        Self {
            variant: spot.variant,
            post: spot.post,
            client: spot.client,
            channel: spot.channel,
            at: spot.at,
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
pub(super) enum Landing {
    At(Planned, Resolved),
    /// It has no hour and its channel no posting time: she must say.
    Ask,
}

/// The place that was chosen for what is in her hand.
pub(super) struct Spread<'a> {
    /// Where the earliest of them goes.
    pub(super) day: NaiveDate,
    /// The day of the earliest of them; none where none has a time.
    base: Option<NaiveDate>,
    slots: &'a [Slot],
}

impl<'a> Spread<'a> {
    pub(super) fn of(held: &[Held], day: NaiveDate, slots: &'a [Slot], env: &Env<'_>) -> Self {
        let days = held.iter().filter_map(|one| Some(day_of(one.at?, env)));
        Self {
            day,
            base: days.min(),
            slots,
        }
    }

    /// Its own hour on the day that is as far from the first as before; without an hour, the posting time of the
    /// channel on that weekday, or on any.
    pub(super) fn landing(
        &self,
        one: &Held,
        onto: (ClientId, ChannelId),
        env: &Env<'_>,
    ) -> Landing {
        let (client, channel) = onto;
        if let (Some(at), Some(base), Some((local, zone))) = (one.at, self.base, one.wall(env)) {
            let shown = day_of(at, env);
            let target = self.day + (shown - base);
            let moved = local.checked_add_signed(TimeDelta::days((target - shown).num_days()));
            // On another client's wall it keeps the hour it had on the first.
            let zone = if client == one.client {
                zone
            } else {
                env.roster.zone(client).name().to_owned()
            };
            return moved.map_or(Landing::Ask, |local| planned(local, zone, env, client));
        }
        let theirs = self.slots.iter().filter(|slot| slot.channel == channel);
        let weekday = self.day.weekday().num_days_from_monday();
        let nearest = theirs.min_by_key(|slot| (u32::from(slot.weekday) != weekday, slot.minute));
        let hour = nearest.and_then(|slot| {
            let minute = u32::from(slot.minute);
            NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
        });
        let zone = env.roster.zone(client).name().to_owned();
        hour.map_or(Landing::Ask, |hour| {
            planned(self.day.and_time(hour), zone, env, client)
        })
    }
}

/// Reads the planned wall time of what was just taken.
pub(super) fn read_walls(held: &mut [Held], reader: &Reader) -> Result<()> {
    for one in held.iter_mut() {
        if one.at.is_some() && one.wall.is_none() {
            one.wall = reader.planned_wall(one.variant)?;
        }
    }
    Ok(())
}

/// How many posts are in her hand: one on three channels is one.
pub(super) fn posts(held: &[Held]) -> usize {
    held.iter()
        .map(|one| one.post)
        .collect::<HashSet<_>>()
        .len()
}

impl Plan {
    /// Takes the marked rows, or the row under the cursor, in hand. Nothing moves until they are put somewhere. What is
    /// out can be copied.
    pub(super) fn take(&mut self, copies: bool) {
        let row = self.row().and_then(super::Row::post);
        let out = row.filter(|line| copies && !self.has_marks() && line.is_out());
        let spots: Vec<Spot> = if let Some(line) = out {
            line.variants.iter().map(Spot::from).collect()
        } else {
            let open = self.choose().into_iter().flat_map(|it| it.open);
            open.collect()
        };
        let held: Vec<Held> = spots.iter().map(Held::of).collect();
        if !held.is_empty() {
            self.cut = held;
            self.copies = copies;
        }
    }

    /// Puts what is in her hand on the day under the cursor, or on the shelf.
    pub(super) fn put_down(&mut self, env: &Env<'_>) -> Effects {
        if self.row().is_none() || self.cut.is_empty() {
            return Effects::none();
        }
        let lane = match self.look {
            Look::Week => self.board.lane_of(env),
            Look::Month | Look::Agenda => (None, None),
        };
        if self.copies {
            return self.put_copies(lane, env);
        }
        let day = match self.fits_lane(lane) {
            Err(words) => return refused(words),
            Ok(()) => self.day(),
        };
        let Some(day) = day else {
            let cut = std::mem::take(&mut self.cut);
            let moves = cut.iter().map(|one| (one.variant, None)).collect();
            return Command::Plan(PlanCommand::Reschedule { moves }).into();
        };
        self.put_on(day, env)
    }

    /// Moves what was cut; one post that cannot land there keeps all of them in her hand.
    fn put_on(&mut self, day: NaiveDate, env: &Env<'_>) -> Effects {
        let spread = Spread::of(&self.cut, day, &self.slots, env);
        let mut moves = Vec::new();
        let mut ask = Vec::new();
        let mut said = None;
        for one in &self.cut {
            match spread.landing(one, (one.client, one.channel), env) {
                Landing::At(planned, _) if planned.at <= env.now => {
                    return refused(Words::new("plan-past"));
                }
                Landing::At(planned, resolved) => {
                    if let Some(holder) = self.holder(one.channel, planned.at) {
                        return refused(taken(&planned, one.channel, holder, env));
                    }
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

    /// A post that was cut stays with its client and on its channels.
    fn fits_lane(
        &self,
        lane: (Option<ClientId>, Option<ChannelId>),
    ) -> std::result::Result<(), Words> {
        let (client, channel) = lane;
        let mut held = self.cut.iter();
        if client.is_some_and(|client| self.cut.iter().any(|one| one.client != client)) {
            Err(Words::new("plan-other-client"))
        } else if channel.is_some_and(|channel| held.all(|one| one.channel != channel)) {
            Err(Words::new("plan-other-channel"))
        } else {
            Ok(())
        }
    }

    /// What stands on a channel at this very minute, apart from what is being moved.
    pub(super) fn holder(&self, channel: ChannelId, at: Moment) -> Option<&str> {
        let moved =
            |variant: VariantId| !self.copies && self.cut.iter().any(|one| one.variant == variant);
        match self.look {
            Look::Agenda => {
                let mut lines = self.window.lines.iter();
                let found = lines
                    .find(|it| it.channel == channel && it.at == Some(at) && !moved(it.variant));
                found.map(|it| it.topic.as_str())
            }
            Look::Week | Look::Month => {
                let found = self.board.holder(channel, at, moved);
                found.map(|it| it.topic.as_str())
            }
        }
    }
}

/// "09:30 on VK is taken by …".
fn taken(planned: &Planned, channel: ChannelId, topic: &str, env: &Env<'_>) -> Words {
    Words::new("plan-taken")
        .with("clock", env.clock(planned.at))
        .with("code", env.roster.code(channel))
        .with("topic", topic)
}

pub(super) fn refused(words: Words) -> Effects {
    Effect::Toast(words, Weight::Bad).into()
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
