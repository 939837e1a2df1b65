//! One way to read a line: which of its words say the day, which the hour, and what may stand beside what.

use super::clock::{Clock, Form};
use super::date::Date;
use super::day::{Named, Turn};
use super::part::Part;
use super::span::Span;

/// One way to read the words from the start of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    pub(super) now: bool,
    pub(super) span: Option<Span>,
    /// Whether the weeks of the span were said before the weekday.
    pub(super) span_first: bool,
    pub(super) ahead: Option<i64>,
    pub(super) weekday: Option<(u32, Turn)>,
    pub(super) week: Option<u32>,
    pub(super) date: Option<Date>,
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
    Date(Date),
    Clock(Clock),
    /// With whether it can only stand behind an hour.
    Part(Part, bool),
}

impl Reading {
    /// The reading with one more piece, if there is room for it.
    pub(super) fn with(&self, piece: Piece, at: usize, next: usize, whole: bool) -> Option<Self> {
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
                self.part.is_none_or(|known| known.agrees(part))
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
            Piece::Date(date) => longer.date = Some(date),
            Piece::Clock(clock) => {
                longer.clock = Some(clock);
                longer.clock_at = (at, next);
            }
            Piece::Part(part, _) => longer.part = self.part.or(Some(part)),
        }
        longer.cuts.push((piece, next));
        Some(longer)
    }

    /// Days that contradict each other are let in, so that she hears which.
    fn has_room_for(&self, named: Named) -> bool {
        let behind_weekday = matches!(self.weekday, Some((_, Turn::Any)));
        match named {
            Named::Ahead(_) => self.ahead.is_none() && self.span.is_none() && self.week.is_none(),
            Named::Weekday(..) => self.weekday.is_none(),
            Named::Turn(_) => behind_weekday && self.ends_with_weekday(),
            Named::Week(_) => {
                !(self.week.is_some()
                    || self.ahead.is_some()
                    || self.span.is_some()
                    || self.date.is_some())
            }
            Named::WeekAfter => behind_weekday && self.span.is_none() && self.week.is_none(),
            Named::WeekFrom => !self.has_day(),
        }
    }

    /// Whether the last piece was a weekday.
    pub(super) fn ends_with_weekday(&self) -> bool {
        matches!(
            self.cuts.last(),
            Some((Piece::Named(Named::Weekday(..)), _))
        )
    }

    fn name(&mut self, named: Named) {
        match named {
            Named::Ahead(days) => self.ahead = Some(days),
            Named::Weekday(day, turn) => self.weekday = Some((day, turn)),
            Named::Turn(turn) => self.weekday = self.weekday.map(|(day, _)| (day, turn)),
            Named::Week(week) => self.week = Some(week),
            Named::WeekAfter | Named::WeekFrom => self.span = Some(Span::Weeks(1)),
        }
    }

    /// Whether anything says the day.
    pub(super) fn has_day(&self) -> bool {
        self.ahead.is_some()
            || self.weekday.is_some()
            || self.week.is_some()
            || self.date.is_some()
            || self.span.is_some()
    }

    /// Whether only a distance in days was said: it keeps the hour it is now.
    pub(super) fn keeps_the_hour(&self) -> bool {
        self.span.is_some() && self.weekday.is_none() && self.part.is_none()
    }

    /// Whether it is about the small hours of the night that follows today.
    pub(super) fn is_tonight(&self, minutes: u32) -> bool {
        self.ahead == Some(0) && self.part == Some(Part::Night) && minutes < 6 * 60
    }

    /// Whether its date is no more than a number.
    pub(super) fn has_bare_date(&self) -> bool {
        matches!(self.date, Some(Date::Bare(_)))
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
    pub(super) fn is_natural(&self) -> bool {
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
