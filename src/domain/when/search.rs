//! Every way to read a line: where one word may say two things both are followed.

use super::clock::{Doubt, clocks};
use super::date::{Date, dates};
use super::day::{Named, days};
use super::lexicon::Line;
use super::part::part;
use super::reading::{Piece, Reading};
use super::span::span;
use super::words::Role;

/// Steps after which a line is given up: no phrase of people comes near.
const STEPS: usize = 3_000;

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
        let apart = !line.glued(next) && !line.glued(next + 1);
        match line.word(next) {
            "," | ";" => next += 1,
            "-" | "–" | "—" | "·" | "/" if whole && apart => next += 1,
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
    let named = |(named, next)| (Piece::Named(named), next);
    found.extend(days(line, at).into_iter().map(named));
    let (real, wrong): (Vec<_>, Vec<_>) = clocks(line, at)
        .into_iter()
        .partition(|(clock, _)| clock.doubt != Doubt::Wrong);
    let (bare, dates): (Vec<_>, Vec<_>) = dates(line, at, so_far.ends_with_weekday())
        .into_iter()
        .partition(|(date, _)| matches!(date, Date::Bare(_)));
    let clock = |(clock, next)| (Piece::Clock(clock), next);
    let date = |(date, next)| (Piece::Date(date), next);
    found.extend(dates.into_iter().map(date));
    found.extend(real.into_iter().map(clock));
    found.extend(part(line, at).map(|(part, next, behind)| (Piece::Part(part, behind), next)));
    found.extend(bare.into_iter().map(date));
    found.extend(wrong.into_iter().map(clock));
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
