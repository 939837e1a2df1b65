//! Ways to read a line: which words say the day, which the hour. Where one word may say two things both are followed.

use super::clock::{Clock, Doubt, Form, clocks};
use super::date::{Date, dates};
use super::day::{Named, Turn, days};
use super::lexicon::Line;
use super::part::{Part, part};
use super::span::{Span, span};
use super::words::Role;

/// Steps after which a line is given up: no phrase of people comes near.
const STEPS: usize = 3_000;

/// One way to read the words from the start of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    pub(super) now: bool,
    pub(super) span: Option<Span>,
    /// Whether the weeks of the span were said before the weekday.
    pub(super) span_first: bool,
    pub(super) ahead: Option<i64>,
    pub(super) every_other: bool,
    pub(super) weekday: Option<(u32, Turn)>,
    pub(super) week: Option<u32>,
    pub(super) week_after: bool,
    pub(super) date: Option<Date>,
    /// Whether the date was no more than a number.
    pub(super) bare_date: bool,
    pub(super) clock: Option<Clock>,
    /// The tokens of the clock.
    pub(super) clock_at: (usize, usize),
    pub(super) part: Option<Part>,
    /// What was read, and where each piece ends.
    pub(super) cuts: Vec<(Piece, usize)>,
}

/// A piece of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Now,
    Span(Span),
    Named(Named),
    /// With whether it was no more than a number.
    Date(Date, bool),
    Clock(Clock),
    /// With whether it can only stand behind an hour.
    Part(Part, bool),
}

/// All ways to read a line, the likeliest first, and the farthest token that any of them reached.
#[derive(Debug, Default)]
pub(super) struct Readings {
    pub(super) found: Vec<Reading>,
    pub(super) farthest: usize,
    steps: usize,
}

impl Readings {
    /// Reads the whole line, or every start of it.
    pub(super) fn of(line: Line<'_>, whole: bool) -> Self {
        let mut readings = Self::default();
        readings.follow(line, 0, &Reading::default(), whole);
        readings
    }

    fn follow(&mut self, line: Line<'_>, at: usize, so_far: &Reading, whole: bool) {
        self.steps += 1;
        let at = between(line, at, so_far, whole);
        self.farthest = self.farthest.max(at);
        let end = at >= line.tokens.len();
        if !so_far.cuts.is_empty() && (end || !whole) && so_far.is_natural() {
            self.found.push(so_far.clone());
        }
        if end || self.steps > STEPS {
            return;
        }
        for (piece, next) in pieces(line, at, so_far) {
            if let Some(longer) = so_far.with(piece, at, next, whole) {
                self.follow(line, next, &longer, whole);
            }
        }
    }
}

/// Where the next piece begins: commas and lone dashes only part one from another.
fn between(line: Line<'_>, at: usize, so_far: &Reading, whole: bool) -> usize {
    let mut next = at;
    while !so_far.cuts.is_empty() {
        let lone = !line.glued(next) && !line.glued(next + 1);
        match line.word(next) {
            "," | ";" => next += 1,
            "-" | "–" | "—" | "·" | "/" if whole && lone => next += 1,
            "-" if line.joins(next, &["-"]) && so_far.ends_with_weekday() => next += 1,
            _ => break,
        }
    }
    next
}

/// What may be said from here on, the longest first.
fn pieces(line: Line<'_>, at: usize, so_far: &Reading) -> Vec<(Piece, usize)> {
    let mut found = Vec::new();
    if let Some(next) = line.role(at, Role::Now) {
        found.push((Piece::Now, next));
    }
    found.extend(span(line, at).map(|(span, next)| (Piece::Span(span), next)));
    found.extend(
        days(line, at)
            .into_iter()
            .map(|(day, next)| (Piece::Named(day), next)),
    );
    let (mut real, mut wrong): (Vec<_>, Vec<_>) = clocks(line, at)
        .into_iter()
        .map(|(clock, next)| (Piece::Clock(clock), next))
        .partition(
            |(piece, _)| !matches!(piece, Piece::Clock(clock) if clock.doubt == Doubt::Wrong),
        );
    let (bare, dates): (Vec<_>, Vec<_>) = dates(line, at, so_far.ends_with_weekday())
        .into_iter()
        .map(|(date, next, bare)| (Piece::Date(date, bare), next))
        .partition(|(piece, _)| matches!(piece, Piece::Date(_, true)));
    found.extend(dates);
    found.append(&mut real);
    found.extend(part(line, at).map(|(part, next, behind)| (Piece::Part(part, behind), next)));
    found.extend(bare);
    found.append(&mut wrong);
    found.sort_by_key(|(_, next)| std::cmp::Reverse(*next));
    found.retain(|(piece, next)| match piece {
        // "perjantai-iltana"
        Piece::Named(Named::Weekday(..)) => line.ends(*next) || line.joins(*next, &["-"]),
        // "2026-11-28T18:30"
        Piece::Date(..) => line.ends(*next) || line.word(next - 1) == "t",
        _ => line.ends(*next),
    });
    found
}

impl Reading {
    /// The reading with one more piece, if there is room for it.
    fn with(&self, piece: Piece, at: usize, next: usize, whole: bool) -> Option<Self> {
        let mut longer = self.clone();
        let fits = !self.now && !matches!(self.span, Some(Span::Minutes(_)));
        // In the middle of a text a second day behind the hour is the text's own.
        let day = whole || self.clock.is_none() || !self.has_day();
        let room = match piece {
            Piece::Now | Piece::Span(Span::Minutes(_)) => self.cuts.is_empty(),
            Piece::Span(_) => {
                day && self.span.is_none() && self.ahead.is_none() && self.date.is_none()
            }
            Piece::Named(named) => day && self.has_room_for(named),
            Piece::Date(..) => {
                day && self.date.is_none() && self.span.is_none() && self.week.is_none()
            }
            Piece::Clock(_) => self.clock.is_none(),
            Piece::Part(part, behind) => {
                self.part.is_none_or(|known| known == part)
                    && (!behind || self.clock.is_some_and(|clock| clock.part.is_none()))
            }
        };
        if !(fits && room) {
            return None;
        }
        match piece {
            Piece::Now => longer.now = true,
            Piece::Span(span) => {
                longer.span = Some(span);
                longer.span_first = self.weekday.is_none();
            }
            Piece::Named(named) => longer.name(named),
            Piece::Date(date, bare) => {
                longer.date = Some(date);
                longer.bare_date = bare;
            }
            Piece::Clock(clock) => {
                longer.clock = Some(clock);
                longer.clock_at = (at, next);
            }
            Piece::Part(part, _) => longer.part = Some(part),
        }
        longer.cuts.push((piece, next));
        Some(longer)
    }

    /// Days that contradict each other are let in, so that she hears which.
    fn has_room_for(&self, named: Named) -> bool {
        let behind_weekday = matches!(self.weekday, Some((_, Turn::Any)));
        match named {
            Named::Ahead(_) => self.ahead.is_none() && self.span.is_none() && self.week.is_none(),
            Named::EveryOther => !self.has_day(),
            Named::Weekday(..) => self.weekday.is_none() && !self.every_other,
            Named::Turn(_) => behind_weekday && self.ends_with_weekday(),
            Named::Week(_) => {
                !(self.week.is_some()
                    || self.ahead.is_some()
                    || self.span.is_some()
                    || self.date.is_some())
            }
            Named::WeekAfter => behind_weekday && self.span.is_none() && self.week.is_none(),
        }
    }

    /// Whether the last piece was a weekday.
    fn ends_with_weekday(&self) -> bool {
        matches!(
            self.cuts.last(),
            Some((Piece::Named(Named::Weekday(..)), _))
        )
    }

    fn name(&mut self, named: Named) {
        match named {
            Named::Ahead(days) => self.ahead = Some(days),
            Named::EveryOther => self.every_other = true,
            Named::Weekday(day, turn) => self.weekday = Some((day, turn)),
            Named::Turn(turn) => self.weekday = self.weekday.map(|(day, _)| (day, turn)),
            Named::Week(week) => self.week = Some(week),
            Named::WeekAfter => self.week_after = true,
        }
    }

    /// Whether anything says the day.
    pub(super) fn has_day(&self) -> bool {
        self.ahead.is_some()
            || self.every_other
            || self.weekday.is_some()
            || self.week.is_some()
            || self.date.is_some()
            || self.span.is_some()
    }

    /// How many tokens were read.
    pub(super) fn length(&self) -> usize {
        self.cuts.last().map_or(0, |(_, next)| *next)
    }

    /// Whether it takes the same words together as another one.
    pub(super) fn has_cuts_of(&self, other: &Self) -> bool {
        let ends = |it: &Self| it.cuts.iter().map(|(_, next)| *next).collect::<Vec<_>>();
        ends(self) == ends(other)
    }

    /// Whether it says a moment, rightly or not.
    pub(super) fn is_complete(&self) -> bool {
        self.now || self.clock.is_some() || matches!(self.span, Some(Span::Minutes(_)))
    }

    /// Whether people say it so: "9 часов", "3 дня" or a lone "девять" is as well how long or how many.
    fn is_natural(&self) -> bool {
        let Some(clock) = self.clock else {
            return true;
        };
        let part = self.part.or(clock.part);
        let days = matches!(self.cuts.last(), Some((Piece::Part(Part::Day, true), _)))
            || clock.part == Some(Part::Day);
        match clock.form {
            Form::Bare if days => self.has_day(),
            Form::Bare => !clock.worded || self.has_day() || part.is_some(),
            Form::Counted => self.has_day() || part.is_some(),
            _ => true,
        }
    }
}
