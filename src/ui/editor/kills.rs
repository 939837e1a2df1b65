//! What was cut out and can be put in again: kills in one place add up, older ones come back one by one.

use std::collections::VecDeque;
use std::ops::Range;

/// So many kills are kept.
const KEPT: usize = 12;

/// On which side of the text killed before a kill lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it: a kill to the left.
    Before,
    /// Behind it: a kill to the right.
    Behind,
}

/// The kills, newest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Kills {
    ring: VecDeque<String>,
    /// The last thing done was a kill: the next one adds to it.
    running: bool,
    /// What was put in last and by which kill, if nothing has happened since.
    yanked: Option<(Range<usize>, usize)>,
}

impl Kills {
    /// Something else happened: the next kill begins anew, and what was put in stays.
    pub(super) fn pause(&mut self) {
        self.running = false;
        self.yanked = None;
    }

    /// Whether the next kill adds to the last one.
    pub(super) fn is_running(&self) -> bool {
        self.running
    }

    /// Keeps a text of its own: a selection taken out, or copied.
    pub(super) fn keep(&mut self, text: &str) {
        self.pause();
        self.ring.push_front(text.to_owned());
        self.ring.truncate(KEPT);
    }

    /// Adds to the newest kill.
    pub(super) fn add(&mut self, text: &str, side: Side) {
        match (self.ring.front_mut(), side) {
            (None, _) => self.ring.push_front(text.to_owned()),
            (Some(newest), Side::Before) => newest.insert_str(0, text),
            (Some(newest), Side::Behind) => newest.push_str(text),
        }
    }

    /// The last thing done was a kill.
    pub(super) fn run(&mut self) {
        self.running = true;
    }

    /// The newest kill; empty if there is none.
    pub(super) fn newest(&self) -> &str {
        self.ring.front().map_or("", String::as_str)
    }

    /// The kill of this number was put in here.
    pub(super) fn put_in(&mut self, range: Range<usize>, number: usize) {
        self.yanked = Some((range, number));
    }

    /// Where the last kill was put in, the next older one, and its number.
    pub(super) fn older(&self) -> Option<(Range<usize>, String, usize)> {
        let (range, number) = self.yanked.clone()?;
        let next = (number + 1) % self.ring.len().max(1);
        Some((range, self.ring.get(next)?.clone(), next))
    }
}
