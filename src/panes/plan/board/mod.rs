//! The plan as a calendar: a week with a lane for each client or channel, or a month with a band for each of its weeks.

mod cells;
mod gaps;
mod heads;
mod heights;
mod lay;
mod moves;
mod promises;
mod span;
mod view;

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use promises::{Promise, month_of, promises};
use span::{Span, first_of, later};

use super::Look;
use super::rows::Row;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, VariantId};
use crate::domain::post::{Outcome, Status};
use crate::env::Env;
use crate::store::{PostLine, Reader, Result, Sieve, Slot, Spot};

pub(super) use gaps::Gap;

/// Variants read for one calendar: a month of a desk three times as busy as any we have heard of.
pub(super) const MOST: usize = 8000;

/// Weeks or months looked through for the next problem in one go; the same key goes on from there.
const SEARCHED: usize = 6;

/// What a row of the calendar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Client(ClientId),
    Channel(ChannelId),
    /// Everybody in scope: the bands of a month.
    All,
}

/// A row of seven cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Band {
    whose: Whose,
    monday: NaiveDate,
}

/// A post at one minute, on those of its channels that belong into the cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Knot {
    pub(super) spots: Vec<Spot>,
    pub(super) status: Status,
}

impl Knot {
    fn at(&self) -> Option<Moment> {
        self.spots[0].at
    }

    fn has(&self, variant: VariantId) -> bool {
        self.spots.iter().any(|spot| spot.variant == variant)
    }
}

/// What stands in a cell, earliest first.
#[derive(Debug, Clone, PartialEq)]
enum Item {
    Post(Knot),
    Gap(Gap),
}

impl Item {
    fn at(&self) -> Option<Moment> {
        match self {
            Item::Post(knot) => knot.at(),
            Item::Gap(gap) => Some(gap.at),
        }
    }

    /// Whether it needs her: late, sent back, or a posting time with nothing in it.
    fn is_problem(&self) -> bool {
        match self {
            Item::Post(knot) => {
                matches!(
                    knot.status,
                    Status::Missed | Status::Unsure | Status::Due | Status::Changes
                )
            }
            Item::Gap(_) => true,
        }
    }
}

/// The calendar: what was read of it, and where she is in it.
#[derive(Debug, Default)]
pub(super) struct Board {
    span: Option<Span>,
    /// Everything planned there, what is hidden too.
    spots: Vec<Spot>,
    sieve: Sieve,
    /// Whether there was more than anybody reads.
    is_cut: bool,
    bands: Vec<Band>,
    /// Seven cells for each band.
    cells: Vec<Vec<Item>>,
    promises: Vec<Promise>,
    /// The month whose contracts were read, and for whom; they stand until something changes.
    promised: Option<(NaiveDate, Option<ClientId>)>,
    /// The channels of the posting times, one for each.
    weekly: Vec<ChannelId>,
    /// The day under the cursor.
    day: NaiveDate,
    /// The month that is shown, by its first day.
    month: NaiveDate,
    /// The lane under the cursor, in a week.
    lane: usize,
    /// The item of the cell under the cursor.
    nth: usize,
    /// The undated post under the cursor, when it is on the shelf.
    shelf: Option<usize>,
    /// Which way the next problem is to be looked for outside of what was read.
    search: Option<isize>,
    under: Option<Row>,
    top: usize,
    heights: Vec<u16>,
    /// Whether topics have rows of their own.
    tall: bool,
}

impl Board {
    /// What the cursor stands on, as the list would have it.
    pub(super) fn under(&self) -> Option<&Row> {
        self.under.as_ref()
    }

    /// The day under the cursor; the shelf has none.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.shelf.is_none().then_some(self.day)
    }

    /// The first and the last day: of a month its own, without those of its neighbours that stand beside them.
    pub(super) fn shown_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.span.map(|span| span.days(self.month))
    }

    /// Reads what passes from now on, and knows the rest as hidden.
    pub(super) fn sift(&mut self, sieve: Sieve) {
        self.sieve = sieve;
    }

    /// How many posts are shown, and how many there are in the days that were read.
    pub(super) fn shown_of(&self) -> (usize, usize) {
        let count = |spots: &mut dyn Iterator<Item = &Spot>| {
            spots.map(|spot| spot.post).collect::<HashSet<_>>().len()
        };
        let shown = count(&mut self.spots.iter().filter(|spot| spot.is_shown));
        (shown, count(&mut self.spots.iter()))
    }

    /// To this day, off the shelf.
    pub(super) fn go_to(&mut self, day: NaiveDate) {
        self.day = day;
        self.shelf = None;
        self.nth = 0;
        self.month = first_of(day);
    }

    /// The client whose lane the cursor is in, and the channel where lanes are channels.
    pub(super) fn lane_of(&self, env: &Env<'_>) -> (Option<ClientId>, Option<ChannelId>) {
        let lane = self.bands.get(self.band());
        match lane.map(|band| band.whose) {
            Some(Whose::Client(client)) => (Some(client), None),
            Some(Whose::Channel(channel)) => (env.scope, Some(channel)),
            Some(Whose::All) | None => (env.scope, None),
        }
    }

    /// The lane the cursor is in; a month has but one.
    pub(super) fn lane(&self) -> usize {
        self.lane
    }

    /// Whether a variant belongs into one of these lanes.
    pub(super) fn has_lane(&self, spot: &Spot, lanes: RangeInclusive<usize>) -> bool {
        let last = self.bands.len().saturating_sub(1);
        let bands = self.bands.get(*lanes.start()..=(*lanes.end()).min(last));
        bands
            .unwrap_or_default()
            .iter()
            .any(|band| match band.whose {
                Whose::Client(client) => client == spot.client,
                Whose::Channel(channel) => channel == spot.channel,
                Whose::All => true,
            })
    }

    /// What else is planned on this channel at this very minute.
    pub(super) fn holder(
        &self,
        channel: ChannelId,
        at: Moment,
        but: impl Fn(VariantId) -> bool,
    ) -> Option<&Spot> {
        let mut spots = self.spots.iter();
        spots.find(|spot| {
            spot.channel == channel
                && spot.at == Some(at)
                && spot.outcome != Outcome::Skipped
                && !but(spot.variant)
        })
    }

    /// Asks again; the cursor stays on its post where that is still in sight.
    pub(super) fn refresh(
        &mut self,
        look: Look,
        slots: &[Slot],
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        let stood_on = self.under.take().and_then(|row| {
            let line = row.post()?;
            Some(line.first().variant)
        });
        if self.span.is_none() {
            self.go_to(env.today());
        }
        self.promised = None;
        self.read(look, slots, reader, env)?;
        if self.shelf.is_none()
            && let Some(variant) = stood_on
        {
            self.stand_on(variant);
        }
        Ok(())
    }

    /// Reads what a move has come to; does nothing when all of it is here.
    pub(super) fn fetch(
        &mut self,
        look: Look,
        slots: &[Slot],
        shelf: &[PostLine],
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        self.read_if_elsewhere(look, slots, reader, env)?;
        if let Some(by) = self.search.take() {
            self.search_on(by, look, slots, reader, env)?;
        }
        self.look_under(shelf, reader, env)
    }

    fn read_if_elsewhere(
        &mut self,
        look: Look,
        slots: &[Slot],
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        let here = self
            .span
            .filter(|span| span.look == look && span.scope == env.scope && span.holds(self.day));
        match here {
            Some(span) if span == Span::of(look, self.day, self.month, env.scope) => Ok(()),
            Some(_) if look == Look::Week => Ok(()),
            Some(_) => self.read(look, slots, reader, env),
            None => {
                self.month = first_of(self.day);
                self.read(look, slots, reader, env)
            }
        }
    }

    fn read(&mut self, look: Look, slots: &[Slot], reader: &Reader, env: &Env<'_>) -> Result<()> {
        let span = Span::of(look, self.day, self.month, env.scope);
        // What stands just outside takes a posting time inside.
        let near = crate::scheduler::NEAR_A_SLOT;
        let (from, to) = (env.day_start(span.first), env.day_start(span.end()));
        let asked = (env.scope, &self.sieve);
        let mut spots = reader.spots(from - near, to + near, asked, MOST)?;
        self.is_cut = spots.len() == MOST;
        let mut gaps = gaps::find(slots, &spots, from, to, env);
        gaps.retain(|gap| gaps::is_shown(gap, env));
        spots.retain(|spot| spot.at.is_some_and(|at| at >= from && at < to));
        self.spots = spots;
        self.span = Some(span);
        let month = month_of(&span, self.month);
        if self.promised != Some((month, env.scope)) {
            self.promises = promises(month, reader, env)?;
            self.promised = Some((month, env.scope));
        }
        self.weekly = slots.iter().map(|slot| slot.channel).collect();
        self.lay(&gaps, env);
        self.lane = self.lane.min(self.bands.len().saturating_sub(1));
        self.under = None;
        Ok(())
    }

    /// The cursor's item as a row with all that verbs ask for.
    fn look_under(&mut self, shelf: &[PostLine], reader: &Reader, env: &Env<'_>) -> Result<()> {
        if let Some(at) = self.shelf {
            let last = shelf.len().checked_sub(1);
            self.shelf = last.map(|last| at.min(last));
            if let Some(at) = self.shelf {
                self.under = Some(Row::Shelved(shelf[at].clone()));
                return Ok(());
            }
        }
        let items = self.cell(self.band(), self.day);
        let last = items.len().saturating_sub(1);
        let at = self.nth.min(last);
        let row = match items.get(at) {
            None => Some(Row::Free(self.day)),
            Some(Item::Gap(gap)) => Some(Row::Gap(self.day, gap.clone())),
            Some(Item::Post(knot)) if self.shows(knot) => None,
            Some(Item::Post(knot)) => {
                let mut lines = reader.variants_of(knot.spots[0].post)?;
                lines.retain(|line| knot.has(line.variant));
                let line = PostLine::group(lines, env.now).into_iter().next();
                Some(line.map_or(Row::Free(self.day), |line| Row::Post(self.day, line)))
            }
        };
        self.nth = at;
        if row.is_some() {
            self.under = row;
        }
        Ok(())
    }

    /// Whether this knot is under the cursor already.
    fn shows(&self, knot: &Knot) -> bool {
        let Some(Row::Post(day, line)) = &self.under else {
            return false;
        };
        *day == self.day
            && line.variants.len() == knot.spots.len()
            && line.variants.iter().all(|it| knot.has(it.variant))
    }

    /// The band the cursor is in.
    fn band(&self) -> usize {
        match self.span {
            Some(span) if span.look == Look::Month => {
                let days = (self.day - span.first).num_days();
                usize::try_from(days / 7).unwrap_or(0)
            }
            _ => self.lane,
        }
    }

    fn cell(&self, band: usize, day: NaiveDate) -> &[Item] {
        let column = day.weekday().num_days_from_monday() as usize;
        let found = self.cells.get(band * 7 + column);
        found.map_or(&[], Vec::as_slice)
    }

    /// Puts the cursor on this variant if it is in sight.
    fn stand_on(&mut self, variant: VariantId) {
        for (at, cell) in self.cells.iter().enumerate() {
            let has = |item: &Item| matches!(item, Item::Post(knot) if knot.has(variant));
            if let Some(nth) = cell.iter().position(has) {
                let (band, column) = (at / 7, at % 7);
                self.day = later(self.bands[band].monday, column as u64);
                self.nth = nth;
                self.lane = band;
                return;
            }
        }
    }
}
