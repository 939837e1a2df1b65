//! What verbs take: the post under the cursor, marked posts, or everything from where a range was begun to the cursor.

use std::ops::RangeInclusive;

use super::Drafts;
use super::queue::{Draft, Waits};
use crate::domain::ids::{PostId, VariantId};

/// A row, known by its post and by what it waits for: a post may stand in two groups.
pub(super) type Key = (Waits, PostId);

impl Draft {
    pub(super) fn key(&self) -> Key {
        (self.waits, self.post)
    }
}

impl Drafts {
    /// Marks the row or unmarks it, and goes on to the next one.
    pub(super) fn mark(&mut self) {
        let Some(key) = self.row().map(Draft::key) else {
            return;
        };
        if !self.marked.remove(&key) {
            self.marked.insert(key);
        }
        self.at = (self.at + 1).min(self.rows.len().saturating_sub(1));
    }

    /// Begins a range here, or keeps what it holds as marks.
    pub(super) fn range(&mut self) {
        if self.anchor.is_none() {
            self.anchor = self.row().map(Draft::key);
        } else {
            self.keep_range();
        }
    }

    /// What an open range holds is marked from now on.
    pub(super) fn keep_range(&mut self) {
        let ranged = self.ranged().and_then(|range| self.rows.get(range));
        let keys = ranged.unwrap_or_default().iter().map(Draft::key);
        self.marked.extend(keys);
        self.anchor = None;
    }

    /// The rows of the open range.
    fn ranged(&self) -> Option<RangeInclusive<usize>> {
        let from = self.anchor.and_then(|key| self.place(key))?;
        Some(from.min(self.at)..=from.max(self.at))
    }

    fn place(&self, key: Key) -> Option<usize> {
        self.rows.iter().position(|row| row.key() == key)
    }

    /// Whether anything is marked or a range is open.
    pub(super) fn has_marks(&self) -> bool {
        !self.marked.is_empty() || self.anchor.is_some()
    }

    /// The rows that the next verb takes because they are marked or in the range.
    pub(super) fn marked_rows(&self) -> impl Iterator<Item = usize> + '_ {
        let range = self.ranged();
        let is_marked = move |(at, row): &(usize, &Draft)| {
            let in_range = range.as_ref().is_some_and(|range| range.contains(at));
            in_range || self.marked.contains(&row.key())
        };
        let rows = self.rows.iter().enumerate();
        rows.filter(is_marked).map(|(at, _)| at)
    }

    /// The marked rows in the order of the queue, or the one under the cursor.
    pub(super) fn chosen(&self) -> Vec<&Draft> {
        if self.has_marks() {
            self.marked_rows().map(|at| &self.rows[at]).collect()
        } else {
            self.row().into_iter().collect()
        }
    }

    /// The variants a verb takes: of all marked posts, or of the post under the cursor, there of its chosen channel alone.
    pub(super) fn chosen_variants(&self) -> Vec<VariantId> {
        let alone = self.row().filter(|_| !self.has_marks());
        let one = alone.and_then(|row| self.chosen_variant(row.post));
        one.map_or_else(
            || {
                let chosen = self.chosen().into_iter();
                chosen.flat_map(Draft::variants).collect()
            },
            |variant| vec![variant],
        )
    }

    /// Lets go of an open range first, then of the marks.
    pub(super) fn let_go(&mut self) {
        if self.anchor.take().is_none() {
            self.marked.clear();
        }
    }

    /// A verb has taken them.
    pub(super) fn unmark(&mut self) {
        self.anchor = None;
        self.marked.clear();
    }

    /// Marked posts stay marked where they stand now; those that are gone from the queue are marked no longer.
    pub(super) fn follow_marks(&mut self) {
        let here = |key: Key| {
            let exact = self.place(key);
            let moved = || self.rows.iter().position(|row| row.post == key.1);
            let found = exact.or_else(moved).and_then(|at| self.rows.get(at));
            found.map(Draft::key)
        };
        let marked = self.marked.iter().filter_map(|key| here(*key)).collect();
        self.anchor = self.anchor.and_then(here);
        self.marked = marked;
    }
}
