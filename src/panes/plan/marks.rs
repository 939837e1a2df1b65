//! What verbs take: the row under the cursor, marked rows, or everything from where a range was begun to the cursor.

use std::collections::HashMap;

use super::board::{Knot, MOST};
use super::{Look, Plan, Result, Row};
use crate::domain::Moment;
use crate::domain::ids::{PostId, VariantId};
use crate::env::Env;
use crate::store::{PostLine, Reader, Spot};

/// A post that verbs take, known by its first variant so that it stays marked when its time changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chosen {
    pub(super) first: VariantId,
    pub(super) post: PostId,
    /// Its variants that are not out; at least one.
    pub(super) open: Vec<Spot>,
}

impl Chosen {
    pub(super) fn of(line: &PostLine) -> Option<Self> {
        Self::of_spots(line.variants.iter().map(Spot::from))
    }

    fn of_spots(spots: impl Iterator<Item = Spot>) -> Option<Self> {
        let mut open: Vec<Spot> = spots.filter(|it| it.out_at.is_none()).collect();
        open.sort_by_key(|it| it.variant);
        let first = open.first()?;
        Some(Self {
            first: first.variant,
            post: first.post,
            open,
        })
    }
}

/// Where a range was begun.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Anchor {
    /// From and to: the minute of a post, or a whole day.
    span: Option<(Moment, Moment)>,
    lane: usize,
    shelved: Option<VariantId>,
}

impl Plan {
    /// Begins a range here, or keeps what it holds as marks.
    pub(super) fn range(&mut self, env: &Env<'_>) {
        if self.anchor.take().is_some() {
            let ranged = std::mem::take(&mut self.ranged);
            for chosen in ranged {
                self.add_mark(chosen);
            }
        } else {
            self.anchor = self.place(env);
        }
    }

    fn place(&self, env: &Env<'_>) -> Option<Anchor> {
        let row = self.row()?;
        let shelved = match row {
            Row::Shelved(line) => Some(line.first().variant),
            _ => None,
        };
        let minute = row.post().and_then(PostLine::at).or(match row {
            Row::Gap(_, gap) => Some(gap.at),
            _ => None,
        });
        let whole_day = |day: chrono::NaiveDate| {
            let next = day.succ_opt().unwrap_or(day);
            (
                env.day_start(day),
                env.day_start(next) - chrono::TimeDelta::seconds(1),
            )
        };
        let span = minute
            .map(|at| (at, at))
            .or_else(|| row.day().map(whole_day));
        Some(Anchor {
            span,
            lane: self.board.lane(),
            shelved,
        })
    }

    /// What the range holds now. Asked of the store, because it may have begun outside of what is shown.
    pub(super) fn follow_range(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let (Some(anchor), Some(here)) = (self.anchor, self.place(env)) else {
            self.ranged.clear();
            return Ok(());
        };
        self.ranged = match (anchor.span, here.span) {
            (Some(from), Some(to)) => {
                let (first, last) = (from.0.min(to.0), from.1.max(to.1));
                let end = last + chrono::TimeDelta::seconds(1);
                let asked = (env.scope, &self.filtered.sieve);
                let mut spots = reader.spots(first, end, asked, MOST)?;
                spots.retain(|spot| spot.is_shown);
                if self.look == Look::Week {
                    let lanes = anchor.lane.min(here.lane)..=anchor.lane.max(here.lane);
                    spots.retain(|spot| self.board.has_lane(spot, lanes.clone()));
                }
                tied(spots)
            }
            (None, None) => self.on_the_shelf(anchor.shelved, here.shelved),
            _ => Vec::new(),
        };
        Ok(())
    }

    /// The undated posts between two of them.
    fn on_the_shelf(&self, from: Option<VariantId>, to: Option<VariantId>) -> Vec<Chosen> {
        let place = |variant: Option<VariantId>| {
            let mut shelf = self.shelf.iter();
            shelf.position(|line| Some(line.first().variant) == variant)
        };
        let (Some(from), Some(to)) = (place(from), place(to)) else {
            return Vec::new();
        };
        let lines = &self.shelf[from.min(to)..=from.max(to)];
        lines.iter().filter_map(Chosen::of).collect()
    }

    /// Marks the row or unmarks it, and goes on to the next one.
    pub(super) fn mark(&mut self) {
        let Some(chosen) = self.row().and_then(Row::post).and_then(Chosen::of) else {
            return;
        };
        let before = self.marked.len();
        self.marked.retain(|it| it.first != chosen.first);
        if self.marked.len() == before {
            self.marked.push(chosen);
        }
        match self.look {
            Look::Agenda => self.at = (self.at + 1).min(self.rows.len().saturating_sub(1)),
            Look::Week | Look::Month => self.board.next_in_cell(self.shelf.len()),
        }
    }

    fn add_mark(&mut self, chosen: Chosen) {
        if self.marked.iter().all(|it| it.first != chosen.first) {
            self.marked.push(chosen);
        }
    }

    /// All marked rows, which are marked no longer, or the row under the cursor; what is out is never among them.
    pub(super) fn choose(&mut self) -> Vec<Chosen> {
        let chosen = self.chosen();
        self.unmark();
        chosen
    }

    /// The same, still marked: for verbs that are pressed more than once. A range becomes marks, because what it holds
    /// is about to move.
    pub(super) fn keep_chosen(&mut self) -> Vec<Chosen> {
        self.anchor = None;
        for chosen in std::mem::take(&mut self.ranged) {
            self.add_mark(chosen);
        }
        self.chosen()
    }

    fn chosen(&self) -> Vec<Chosen> {
        let mut chosen = self.marked.clone();
        let new = self.ranged.iter().filter(|it| {
            let mut marked = self.marked.iter();
            marked.all(|mark| mark.first != it.first)
        });
        chosen.extend(new.cloned());
        if chosen.is_empty() {
            let line = self.row().and_then(Row::post);
            chosen.extend(line.and_then(Chosen::of));
        }
        chosen.sort_by_key(|it| it.open[0].at);
        chosen
    }

    /// What was marked has gone its way.
    pub fn unmark(&mut self) {
        self.marked.clear();
        self.anchor = None;
        self.ranged.clear();
    }

    /// Whether anything is marked or a range is open.
    pub(super) fn has_marks(&self) -> bool {
        !self.marked.is_empty() || self.anchor.is_some()
    }

    /// How many posts the next verb takes.
    pub(super) fn counted_marks(&self) -> usize {
        let new = self.ranged.iter().filter(|it| {
            let mut marked = self.marked.iter();
            marked.all(|mark| mark.first != it.first)
        });
        self.marked.len() + new.count()
    }

    /// The sign of a post in the list or the calendar: in her hand, marked, or neither.
    pub(super) fn sign(&self, mut variants: impl Iterator<Item = VariantId>) -> &'static str {
        let marked = |variant: VariantId| {
            let mut all = self.marked.iter().chain(&self.ranged);
            all.any(|mark| mark.first == variant)
        };
        let cut = |variant: VariantId| self.cut.iter().any(|cut| cut.variant == variant);
        let sign = variants.try_fold("", |sign, variant| {
            if cut(variant) {
                return Err("x");
            }
            Ok(if marked(variant) { "*" } else { sign })
        });
        sign.unwrap_or_else(|in_hand| in_hand)
    }

    /// The sign of a post of the calendar.
    pub(super) fn sign_of(&self, knot: &Knot) -> &'static str {
        self.sign(knot.spots.iter().map(|spot| spot.variant))
    }

    /// Marked posts follow what became of them; those that are out or gone are marked no longer.
    pub(super) fn follow_marks(&mut self, reader: &Reader) -> Result<()> {
        let mut kept = Vec::with_capacity(self.marked.len());
        for mark in std::mem::take(&mut self.marked) {
            let mut spots = Vec::with_capacity(mark.open.len());
            for spot in &mark.open {
                spots.extend(reader.line(spot.variant)?.as_ref().map(Spot::from));
            }
            kept.extend(Chosen::of_spots(spots.into_iter()));
        }
        self.marked = kept;
        Ok(())
    }
}

/// Variants tied to posts, minute by minute, as the list shows them.
fn tied(spots: Vec<Spot>) -> Vec<Chosen> {
    let mut places: HashMap<(PostId, Option<Moment>), usize> = HashMap::new();
    let mut groups: Vec<Vec<Spot>> = Vec::new();
    for spot in spots {
        let at = *places.entry((spot.post, spot.at)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(spot);
    }
    groups
        .into_iter()
        .filter_map(|group| Chosen::of_spots(group.into_iter()))
        .collect()
}
