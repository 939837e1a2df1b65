//! Posting times to come that have nothing near them.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::Moment;
use crate::domain::filter::Is;
use crate::domain::fold::fold;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::Outcome;
use crate::domain::zone::resolve;
use crate::env::Env;
use crate::scheduler::NEAR_A_SLOT;
use crate::store::{Slot, Spot};

/// A posting time with nothing in it, of those of a client's channels that share the minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::panes::plan) struct Gap {
    pub(in crate::panes::plan) client: ClientId,
    /// At least one.
    pub(in crate::panes::plan) channels: Vec<ChannelId>,
    pub(in crate::panes::plan) at: Moment,
}

/// The gaps of `from .. to`, one for each channel, that are still to come, earliest first. `spots` is everything planned there and within
/// [`NEAR_A_SLOT`] of it, earliest first.
pub(super) fn find(
    slots: &[Slot],
    spots: &[Spot],
    from: Moment,
    to: Moment,
    env: &Env<'_>,
) -> Vec<Gap> {
    let mut taken: HashMap<ChannelId, Vec<Moment>> = HashMap::new();
    for spot in spots.iter().filter(|it| it.outcome != Outcome::Skipped) {
        taken.entry(spot.channel).or_default().extend(spot.at);
    }
    let is_taken = |channel: ChannelId, at: Moment| {
        taken.get(&channel).is_some_and(|moments| {
            let after = moments.partition_point(|moment| *moment < at - NEAR_A_SLOT);
            moments
                .get(after)
                .is_some_and(|moment| *moment <= at + NEAR_A_SLOT)
        })
    };
    let from = from.max(env.now);
    let mut gaps = Vec::new();
    for slot in slots {
        for at in occurrences(slot, from, to, env) {
            if at > env.now && !is_taken(slot.channel, at) {
                gaps.push(Gap {
                    client: slot.client,
                    channels: vec![slot.channel],
                    at,
                });
            }
        }
    }
    gaps.sort_by_key(|gap| (gap.at, gap.channels[0]));
    gaps
}

/// Whether a gap is among what the filter asks for: only where and whose can be asked of it.
pub(super) fn is_shown(gap: &Gap, env: &Env<'_>) -> bool {
    let short = fold(env.roster.badge(gap.client).0);
    let channel = gap.channels.first().and_then(|id| env.roster.channel(*id));
    let channel = channel.map(|it| &it.card);
    let fits = |is: &Is| match is {
        Is::Client(name) => fold(name) == short,
        Is::Channel(name) => channel.is_some_and(|card| {
            card.platform == *name || fold(card.handle.trim_start_matches('@')) == fold(name)
        }),
        _ => false,
    };
    let terms = env.filter.terms();
    let all = |kind: fn(&Is) -> bool| {
        let mut wanted = terms.iter().filter(|it| !it.not && kind(&it.is)).peekable();
        wanted.peek().is_none() || wanted.any(|it| fits(&it.is))
    };
    env.filter.is_of_places()
        && all(|is| matches!(is, Is::Client(_)))
        && all(|is| matches!(is, Is::Channel(_)))
        && !terms.iter().any(|it| it.not && fits(&it.is))
}

/// When a slot comes round in `from .. to`, on the client's own wall.
fn occurrences(slot: &Slot, from: Moment, to: Moment, env: &Env<'_>) -> Vec<Moment> {
    let zone = env.roster.zone(slot.client);
    let day_of = |at: Moment| -> NaiveDate { at.with_timezone(&zone).date_naive() };
    let minute = u32::from(slot.minute);
    let first = day_of(from);
    let ahead =
        u64::from((7 + u32::from(slot.weekday) - first.weekday().num_days_from_monday()) % 7);
    (ahead..)
        .step_by(7)
        .map_while(|days| first.checked_add_days(Days::new(days)))
        .take_while(|day| *day <= day_of(to))
        .filter_map(|day| day.and_hms_opt(minute / 60, minute % 60, 0))
        .map(|local| resolve(local, zone).moment())
        .filter(|at| *at >= from && *at < to)
        .collect()
}
