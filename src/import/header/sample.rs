//! What the cells of a column look like, for columns whose names say nothing.

use super::words::{is_network, ticked};
use crate::domain::sanitize;
use crate::import::{
    places::{is_address, is_media},
    stamp::{is_clock, is_dated, is_timed},
    table::{Cell, Table},
};

/// How many rows are looked at.
const SAMPLED: usize = 200;
/// How many cells of a column are shown.
const SHOWN: usize = 3;
/// How much of a cell is shown, in characters.
const SHORT: usize = 40;

/// What stands in one column.
#[derive(Debug, Clone, Default)]
pub(super) struct Sample {
    /// The first cells that say something, short and safe.
    pub(super) shown: Vec<String>,
    pub(super) filled: usize,
    dated: usize,
    pub(super) timed: usize,
    clocks: usize,
    networks: usize,
    unticked: usize,
    addresses: usize,
    media: usize,
    letters: usize,
    phrases: usize,
    numbers: usize,
}

impl Sample {
    /// Looks at the first rows, column by column.
    pub(super) fn of(table: &Table<'_>) -> Vec<Sample> {
        let mut samples = vec![Sample::default(); table.header().len()];
        for row in table.near_rows().take(SAMPLED).flatten() {
            for (sample, cell) in samples.iter_mut().zip(&row.cells) {
                sample.see(cell);
            }
        }
        samples
    }

    fn see(&mut self, cell: &Cell<'_>) {
        let text = cell.text().trim();
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        if self.shown.len() < SHOWN {
            self.shown.push(short(text));
        }
        self.dated += usize::from(is_dated(text));
        self.timed += usize::from(is_timed(text));
        self.clocks += usize::from(is_clock(text));
        self.networks += usize::from(text.split([',', ';', '+', '|', '\n']).all(is_network));
        self.unticked += usize::from(ticked(text).is_none());
        self.addresses += usize::from(is_address(text));
        self.media += usize::from(is_media(text));
        self.letters += text.chars().take(10_000).count();
        self.phrases += usize::from(text.contains(char::is_whitespace));
        self.numbers += usize::from(matches!(cell, Cell::Number(_)));
    }

    fn mostly(&self, these: usize) -> bool {
        self.filled > 0 && these * 5 >= self.filled * 4
    }

    pub(super) fn is_dates(&self) -> bool {
        self.mostly(self.dated)
    }

    pub(super) fn is_clocks(&self) -> bool {
        self.mostly(self.clocks)
    }

    pub(super) fn is_networks(&self) -> bool {
        self.mostly(self.networks)
    }

    pub(super) fn is_media(&self) -> bool {
        self.mostly(self.media)
    }

    pub(super) fn is_addresses(&self) -> bool {
        self.mostly(self.addresses) && !self.is_media()
    }

    /// Whether its cells tick or do not; an empty column does neither. One odd cell of many is the row's own trouble.
    pub(super) fn is_ticks(&self) -> bool {
        self.unticked * 5 <= self.filled
    }

    /// How long its words are on the whole; nothing where they are no phrases.
    pub(super) fn length(&self) -> usize {
        if self.filled == 0 || self.phrases * 2 < self.filled || self.numbers > 0 {
            0
        } else {
            self.letters / self.filled
        }
    }
}

/// A cell as it is shown beside its column.
fn short(text: &str) -> String {
    let near: String = text.chars().take(SHORT).collect();
    let safe = sanitize::line(&near);
    let whole = text.chars().nth(SHORT).is_none();
    if whole && safe.chars().count() <= SHORT {
        return safe;
    }
    let mut cut: String = safe.chars().take(SHORT - 1).collect();
    cut.push('…');
    cut
}
