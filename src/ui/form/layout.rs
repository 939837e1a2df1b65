//! Where the fields of a form stand: labels at the left, or above where the screen is narrow.

use ratatui::layout::Rect;

use super::{Entry, Field};
use crate::ui::width::width;

/// Below this many cells a label stands above its box instead of beside it.
const NARROW: u16 = 40;

/// The places of all visible fields on a sheet as tall as it needs to be.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    pub(super) width: u16,
    pub(super) height: u16,
    /// Rows of the whole sheet.
    pub(super) rows: u16,
    pub(super) places: Vec<Place>,
    /// The row that stands for the folded fields.
    pub(super) fold_row: Option<u16>,
}

/// The place of one field on the sheet.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) field: usize,
    pub(super) label: Rect,
    pub(super) entry: Rect,
    pub(super) error_row: Option<u16>,
}

impl Plan {
    pub(super) fn new(
        fields: &[Field],
        shown: &[usize],
        folded: bool,
        cells: u16,
        height: u16,
    ) -> Self {
        let labels = fields.iter().map(|field| width(&field.label)).max();
        let labels = (labels.unwrap_or(0) as u16)
            .saturating_add(2)
            .min(cells / 3);
        let mut plan = Self {
            width: cells,
            height,
            ..Self::default()
        };
        for (at, field) in fields.iter().enumerate() {
            if shown.contains(&at) {
                plan.add(at, field, labels);
            }
        }
        if folded && fields.iter().any(|field| field.folded) {
            plan.fold_row = Some(plan.rows);
            plan.rows = plan.rows.saturating_add(1);
        }
        plan
    }

    /// The first row to show so that a field is seen whole, scrolling no further than needed.
    pub(super) fn scroll(&self, top: usize, field: usize) -> usize {
        let Some(place) = self.places.iter().find(|place| place.field == field) else {
            return 0;
        };
        let first = usize::from(place.label.y.min(place.entry.y));
        let end = usize::from(place.error_row.map_or(place.entry.bottom(), |row| row + 1));
        let height = usize::from(self.height);
        let lowest = end.saturating_sub(height).min(first);
        let full = usize::from(self.rows).saturating_sub(height).max(lowest);
        top.clamp(lowest, first).min(full)
    }

    fn add(&mut self, field: usize, shown: &Field, labels: u16) {
        let narrow = self.width < NARROW;
        let error = u16::from(!shown.error.is_empty());
        let rows = match shown.entry {
            // Never so tall that the caret could hide behind the edge of the screen.
            Entry::Text(_, rows) => rows
                .min(self.height.saturating_sub(error + u16::from(narrow)))
                .max(1),
            Entry::Line(_) | Entry::Choice { .. } => 1,
        };
        let label = Rect {
            x: 0,
            y: self.rows,
            width: if narrow {
                self.width
            } else {
                labels.saturating_sub(2)
            },
            height: 1,
        };
        let indent = if narrow { 0 } else { labels };
        let entry = Rect {
            x: indent,
            y: self.rows.saturating_add(u16::from(narrow)),
            width: self.width - indent,
            height: rows,
        };
        self.rows = entry.bottom().saturating_add(error);
        self.places.push(Place {
            field,
            label,
            entry,
            error_row: (error > 0).then(|| entry.bottom()),
        });
    }
}
