//! Giving planned posts other times: the next free posting time of a channel, or all of them by the same distance.

use chrono::{Datelike, Days};

use super::{App, env};
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, VariantId};
use crate::domain::shift::Shift;
use crate::domain::words::Words;
use crate::domain::zone::{resolve, zone_by_name};
use crate::effect::Weight;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{AgendaLine, Result};

impl App {
    /// Moves planned variants by the same distance, all or none: what would land in the past stays where it is, and so
    /// do the others. What is on the shelf has no time to move.
    pub(super) fn shift(&mut self, variants: &[VariantId], by: Shift) -> Result<()> {
        let mut moves = Vec::with_capacity(variants.len());
        for &variant in variants {
            let Some((local, zone)) = self.store.reader().planned_wall(variant)? else {
                continue;
            };
            let tz = zone_by_name(&zone).unwrap_or(self.settings.zone);
            let landed = by.land(local, tz).map(|(planned, _)| planned);
            match landed.filter(|planned| planned.at > self.now) {
                Some(planned) => moves.push((variant, Some(planned))),
                None => return self.refuse_shift(variant),
            }
        }
        for (variant, planned) in &moves {
            if let Some(words) = self.pushes_out(*variant, planned.as_ref(), variants)? {
                self.toast = Some((words, Weight::Bad));
                return Ok(());
            }
        }
        if moves.is_empty() {
            self.toast = Some((Words::new("shift-nothing"), Weight::Note));
            return Ok(());
        }
        self.apply(&Command::Plan(PlanCommand::Reschedule { moves }))
    }

    /// Why a variant cannot land there: its minute on the channel belongs to a post that does not move along.
    fn pushes_out(
        &self,
        variant: VariantId,
        planned: Option<&Planned>,
        along: &[VariantId],
    ) -> Result<Option<Words>> {
        let (Some(planned), Some(line)) = (planned, self.store.reader().line(variant)?) else {
            return Ok(None);
        };
        let holders = self.store.reader().holders(line.channel, planned.at)?;
        let holder = holders
            .into_iter()
            .find(|(other, _)| !along.contains(other));
        let env = env!(self);
        Ok(holder.map(|(_, topic)| {
            let day = env.locale.day_short(env.wall(planned.at).date_naive());
            Words::new("shift-taken")
                .with("when", format!("{day} {}", env.clock(planned.at)))
                .with("code", env.roster.code(line.channel))
                .with("topic", topic)
        }))
    }

    fn refuse_shift(&mut self, variant: VariantId) -> Result<()> {
        let line = self.store.reader().line(variant)?;
        let topic = line.map_or_else(String::new, |line| line.topic);
        let words = Words::new("shift-past").with("topic", topic);
        self.toast = Some((words, Weight::Bad));
        Ok(())
    }

    /// Gives each variant the next posting time of its channel that nothing is near to, one after the other. A channel
    /// without posting times goes along with the first that has one: a post is not torn apart by a key.
    pub(super) fn next_slot(&mut self, variants: &[VariantId]) -> Result<()> {
        let mut moves = Vec::new();
        let mut given = Vec::new();
        for &variant in variants {
            if let Some(line) = self.store.reader().line(variant)? {
                let slot = self.free_slot(&line, &given)?;
                given.extend(slot.as_ref().map(|slot| (line.channel, slot.at)));
                moves.push((variant, slot));
            }
        }
        let Some(first) = moves.iter().find_map(|(_, planned)| planned.clone()) else {
            self.toast = Some((Words::new("no-free-slot"), Weight::Bad));
            return Ok(());
        };
        for (_, planned) in &mut moves {
            planned.get_or_insert_with(|| first.clone());
        }
        self.apply(&Command::Plan(PlanCommand::Reschedule { moves }))
    }

    /// The next posting time that is neither taken nor among those given away already.
    fn free_slot(
        &self,
        line: &AgendaLine,
        given: &[(ChannelId, Moment)],
    ) -> Result<Option<Planned>> {
        let reader = self.store.reader();
        let is_given = |at: Moment| {
            let near =
                |it: &(ChannelId, Moment)| it.0 == line.channel && (it.1 - at).abs() <= NEAR_A_SLOT;
            given.iter().any(near)
        };
        let zone = self.roster.zone(line.client);
        let today = self.now.with_timezone(&zone).date_naive();
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
                    && at > self.now
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
}
