//! What the cursor can stand on, and the picture's lines: days, posts under them, days still free, the shelf.

use chrono::{Days, NaiveDate};

use super::board::Gap;
use super::{Plan, day_of};
use crate::domain::ids::VariantId;
use crate::domain::post::Status;
use crate::env::Env;
use crate::store::PostLine;

/// Free days are shown for so long from today.
const DAYS_AHEAD: u64 = 14;

/// A row the cursor can stand on.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    /// A post on its day.
    Post(NaiveDate, PostLine),
    /// A day near at hand with nothing planned: something can be added or pasted there.
    Free(NaiveDate),
    /// A posting time with nothing in it.
    Gap(NaiveDate, Gap),
    /// A post without a time.
    Shelved(PostLine),
}

impl Row {
    /// The post on it.
    pub(super) fn post(&self) -> Option<&PostLine> {
        match self {
            Row::Post(_, line) | Row::Shelved(line) => Some(line),
            Row::Free(_) | Row::Gap(..) => None,
        }
    }

    /// Its day; the shelf has none.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Row::Post(day, _) | Row::Free(day) | Row::Gap(day, _) => Some(*day),
            Row::Shelved(_) => None,
        }
    }

    /// What it is known by while its time changes.
    fn key(&self) -> (Option<VariantId>, Option<NaiveDate>) {
        match self {
            Row::Free(day) | Row::Gap(day, _) => (None, Some(*day)),
            Row::Post(_, line) | Row::Shelved(line) => (Some(line.first().variant), None),
        }
    }

    /// Whether it needs her: late, without text or picture, or sent back by the client.
    pub(super) fn is_problem(&self) -> bool {
        self.post().is_some_and(|line| match line.status {
            Status::Missed | Status::Unsure | Status::Due | Status::Changes => true,
            Status::Published | Status::Skipped | Status::Hold | Status::Idea => false,
            _ => lacks_text(line) || lacks_picture(line),
        })
    }
}

/// Whether one of its channels would get nothing to read.
pub(super) fn lacks_text(line: &PostLine) -> bool {
    line.variants.iter().any(|it| it.chars == 0)
}

/// Whether its format wants a picture that is not there.
pub(super) fn lacks_picture(line: &PostLine) -> bool {
    line.lacks_media().is_some()
}

/// One line of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// A day's rule, with its posts in the window.
    Day(NaiveDate, usize),
    /// The shelf's rule.
    Shelf,
    /// A row by its place.
    Row(usize),
}

impl Plan {
    /// Lays rows and lines from what was read.
    pub(super) fn lay(&mut self, env: &Env<'_>) {
        let groups = PostLine::group(self.window.lines.clone(), env.now);
        self.has_theirs = groups.iter().any(|line| {
            let client = line.first().client;
            line.at()
                .is_some_and(|at| env.other_clock(client, at).is_some())
        });
        self.rows.clear();
        let mut free = self.free_days(env);
        for line in groups {
            let day = line.at().map_or(env.today(), |at| day_of(at, env));
            while let Some(empty) = free.next_if(|empty| *empty <= day) {
                if empty < day {
                    self.rows.push(Row::Free(empty));
                }
            }
            self.rows.push(Row::Post(day, line));
        }
        let last = self.rows.last().and_then(Row::day);
        self.rows
            .extend(free.filter(|day| Some(*day) > last).map(Row::Free));
        if !self.window.later {
            self.rows
                .extend(self.shelf.iter().cloned().map(Row::Shelved));
        }
        self.lay_lines();
    }

    /// The days from today on that are shown even with nothing on them, as far as the window knows.
    fn free_days(
        &self,
        env: &Env<'_>,
    ) -> std::iter::Peekable<impl Iterator<Item = NaiveDate> + use<>> {
        let today = env.today();
        let moments = |line: Option<&crate::store::AgendaLine>| {
            line.and_then(|line| line.at).map(|at| day_of(at, env))
        };
        let known_from = moments(self.window.lines.first()).filter(|_| self.window.earlier);
        let known_to = moments(self.window.lines.last()).filter(|_| self.window.later);
        // A day whose posts are hidden is not free.
        let days = if env.filter.is_empty() { DAYS_AHEAD } else { 0 };
        (0..days)
            .filter_map(move |days| today.checked_add_days(Days::new(days)))
            .filter(move |day| known_from.is_none_or(|from| *day >= from))
            .filter(move |day| known_to.is_none_or(|to| *day <= to))
            .peekable()
    }

    fn lay_lines(&mut self) {
        self.lines.clear();
        let mut last = None;
        for (at, row) in self.rows.iter().enumerate() {
            match row {
                Row::Post(day, _) if last != Some(Some(*day)) => {
                    let same = |row: &&Row| matches!(row, Row::Post(other, _) if other == day);
                    let posts = self.rows[at..].iter().take_while(same).count();
                    self.lines.push(Line::Day(*day, posts));
                }
                Row::Shelved(_) if last != Some(None) => self.lines.push(Line::Shelf),
                _ => {}
            }
            self.lines.push(Line::Row(at));
            last = Some(row.day());
        }
    }

    /// Puts the cursor on this row again, however it has changed meanwhile; else it stays where it was.
    pub(super) fn stand_on(&mut self, row: Option<&Row>) {
        let found = row.and_then(|row| {
            let same = |other: &Row| other.key() == row.key();
            let by_post = |other: &Row| {
                let posts = other.post().zip(row.post());
                posts.is_some_and(|(a, b)| a.post() == b.post())
            };
            let place = self.rows.iter().position(same);
            let by_day = |other: &Row| row.post().is_none() && other.day() == row.day();
            let place = place.or_else(|| self.rows.iter().position(by_post));
            place.or_else(|| self.rows.iter().position(by_day))
        });
        self.at = found
            .unwrap_or(self.at)
            .min(self.rows.len().saturating_sub(1));
    }
}
