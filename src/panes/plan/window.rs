//! The part of the plan that is in memory: some hundred lines around the cursor, read on both ways as it moves.

use chrono::{Days, NaiveDate};

use crate::domain::ids::ClientId;
use crate::env::Env;
use crate::store::{AgendaLine, Asked, Place, Reader, Result, Sieve};

/// Lines read in one go.
pub(super) const PAGE: usize = 200;

/// Lines kept; beyond it the far side is forgotten and can be read again.
const MOST: usize = 3 * PAGE;

/// The plan opens so many days back.
const DAYS_BACK: u64 = 7;

/// A place to go to that may not be in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// The first post of the whole plan.
    First,
    /// The last row: the end of the shelf.
    Last,
    /// The first row of this day or later.
    Day(NaiveDate),
    /// The next problem in this direction.
    Problem(isize),
}

/// A run of the plan.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// Planned lines, earliest first, none missing between the first and the last.
    pub(super) lines: Vec<AgendaLine>,
    /// Where the run begins: nothing in it stands before this place.
    floor: Option<Place>,
    /// Whether the plan goes on before it.
    pub(super) earlier: bool,
    /// Whether the plan goes on after it.
    pub(super) later: bool,
    scope: Option<ClientId>,
    sieve: Sieve,
    /// Whether what was read passed another sieve.
    is_stale: bool,
}

impl Window {
    /// Whether anything was ever read.
    pub(super) fn is_open(&self) -> bool {
        self.floor.is_some()
    }

    /// Reads only what passes from now on.
    pub(super) fn sift(&mut self, sieve: Sieve) {
        self.is_stale |= self.sieve != sieve;
        self.sieve = sieve;
    }

    fn asked(&self, env: &Env<'_>) -> Asked<'_> {
        Asked::from((env.scope, &self.sieve))
    }

    /// Opens on today, with last week above it.
    pub(super) fn open(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let today = env.today();
        let first = today
            .checked_sub_days(Days::new(DAYS_BACK))
            .unwrap_or(today);
        let (start, noon) = (
            Place::start_of(env.day_start(first)),
            Place::start_of(env.day_start(today)),
        );
        let behind = reader.plan_before(noon, self.asked(env), PAGE)?;
        let all_of_the_week = !behind.more || Place::of_first(&behind.lines) < Some(start);
        self.lines = behind.lines;
        self.lines.retain(|line| Place::of(line) >= Some(start));
        self.floor = if all_of_the_week {
            Some(start)
        } else {
            Place::of_first(&self.lines)
        };
        let ahead = reader.plan_from(noon, self.asked(env), PAGE)?;
        self.lines.extend(ahead.lines);
        self.later = ahead.more;
        self.look_before(reader, env)
    }

    /// Reads the same run again, with a little room for what came into it. Another scope or filter is another plan:
    /// the run keeps its place in time.
    pub(super) fn read_again(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let is_same = self.scope == env.scope && !std::mem::take(&mut self.is_stale);
        let floor = match (self.floor, is_same) {
            (Some(floor), true) => floor,
            (Some(floor), false) => Place::start_of(floor.at),
            (None, _) => return self.open(reader, env),
        };
        let limit = (self.lines.len() + PAGE / 2).clamp(PAGE, MOST);
        let page = reader.plan_from(floor, self.asked(env), limit)?;
        self.floor = Some(floor);
        self.lines = page.lines;
        self.later = page.more;
        self.look_before(reader, env)
    }

    /// One page more at the early side; the late side is forgotten where there is too much.
    pub(super) fn read_earlier(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let Some(floor) = self.floor else {
            return Ok(());
        };
        let page = reader.plan_before(floor, self.asked(env), PAGE)?;
        self.earlier = page.more;
        self.floor = Place::of_first(&page.lines).or(self.floor);
        self.lines.splice(0..0, page.lines);
        if self.lines.len() > MOST {
            self.lines.truncate(MOST);
            let last = self.lines.last().and_then(|line| line.at);
            // A forgotten minute is forgotten whole, or a post would lose some of its channels.
            let whole = self.lines.iter().rposition(|line| line.at != last);
            self.lines.truncate(whole.map_or(MOST, |at| at + 1));
            self.later = true;
        }
        Ok(())
    }

    /// One page more at the late side; the early side is forgotten where there is too much.
    pub(super) fn read_later(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let Some(place) = self.ceiling() else {
            return Ok(());
        };
        let page = reader.plan_from(place, self.asked(env), PAGE)?;
        self.later = page.more;
        self.lines.extend(page.lines);
        if self.lines.len() > MOST {
            let extra = self.lines.len() - MOST;
            let cut_at = self.lines[extra - 1].at;
            let whole = self.lines[extra..]
                .iter()
                .position(|line| line.at != cut_at);
            self.lines.drain(..extra + whole.unwrap_or(0));
            self.floor = Place::of_first(&self.lines);
            self.earlier = true;
        }
        Ok(())
    }

    /// The run from the first post of the plan on.
    pub(super) fn read_first(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let start = Place::start_of(chrono::DateTime::UNIX_EPOCH);
        let page = reader.plan_from(start, self.asked(env), PAGE)?;
        self.lines = page.lines;
        self.floor = Some(start);
        self.later = page.more;
        self.look_before(reader, env)
    }

    /// The run that ends with the last post of the plan.
    pub(super) fn read_last(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let end = Place::start_of(chrono::DateTime::<chrono::Utc>::MAX_UTC);
        let page = reader.plan_before(end, self.asked(env), PAGE)?;
        self.floor = Place::of_first(&page.lines).or(self.floor);
        self.lines = page.lines;
        self.later = false;
        self.earlier = page.more;
        Ok(())
    }

    fn ceiling(&self) -> Option<Place> {
        let last = self.lines.last().and_then(Place::of).map(Place::behind);
        last.or(self.floor)
    }

    fn look_before(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.scope = env.scope;
        self.earlier = match self.floor {
            Some(floor) => !reader
                .plan_before(floor, self.asked(env), 1)?
                .lines
                .is_empty(),
            None => false,
        };
        Ok(())
    }
}
