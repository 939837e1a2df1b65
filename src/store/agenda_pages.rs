//! The plan page by page: a window of lines from a place on, whatever the size of the desk.

use super::agenda::AgendaLine;
use super::error::Result;
use super::reader::Reader;
use super::sieve::Asked;
use crate::domain::Moment;
use crate::domain::ids::VariantId;

/// Where a line stands in the plan: its moment, and among the lines of that moment its variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The moment.
    pub at: Moment,
    /// The variant; 0 comes before all of them.
    pub variant: VariantId,
}

impl Place {
    /// Before everything planned for this moment.
    pub const fn start_of(at: Moment) -> Self {
        Self {
            at,
            variant: VariantId(0),
        }
    }

    /// Where a planned line stands.
    pub fn of(line: &AgendaLine) -> Option<Self> {
        Some(Self {
            at: line.at?,
            variant: line.variant,
        })
    }

    /// Where the first of these lines stands.
    pub fn of_first(lines: &[AgendaLine]) -> Option<Self> {
        lines.first().and_then(Self::of)
    }

    /// Right behind it.
    #[must_use]
    pub const fn behind(self) -> Self {
        Self {
            at: self.at,
            variant: VariantId(self.variant.0.saturating_add(1)),
        }
    }
}

/// Lines in a row, earliest first, and whether there are more in the direction that was asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The lines.
    pub lines: Vec<AgendaLine>,
    /// Whether the page ended before the plan did.
    pub more: bool,
}

impl Reader {
    /// At most `limit` planned lines from a place on. A full page ends between two moments, so that the channels of a
    /// post stay together, unless one moment alone fills it.
    pub fn plan_from<'a>(
        &self,
        from: Place,
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Page> {
        let planned = "a.at IS NOT NULL AND (a.at, a.variant) >= (?, ?)";
        let order = "ORDER BY a.at, a.variant LIMIT ?";
        self.plan_page(planned, order, from, asked.into(), limit)
    }

    /// At most `limit` planned lines right before a place, under the same promise.
    pub fn plan_before<'a>(
        &self,
        to: Place,
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Page> {
        let planned = "a.at IS NOT NULL AND (a.at, a.variant) < (?, ?)";
        let order = "ORDER BY a.at DESC, a.variant DESC LIMIT ?";
        let mut page = self.plan_page(planned, order, to, asked.into(), limit)?;
        page.lines.reverse();
        Ok(page)
    }

    /// What has no time yet: ideas and texts on the shelf, newest first.
    pub fn shelf<'a>(&self, asked: impl Into<Asked<'a>>, limit: usize) -> Result<Page> {
        let undated = "a.at IS NULL AND a.outcome = 'none'";
        let lines = self.lines(
            undated,
            "ORDER BY a.variant DESC LIMIT ?",
            &[],
            asked,
            limit,
        )?;
        let more = lines.len() == limit;
        Ok(Page { lines, more })
    }

    fn plan_page(
        &self,
        condition: &str,
        order: &str,
        place: Place,
        asked: Asked<'_>,
        limit: usize,
    ) -> Result<Page> {
        let bounds: [&dyn rusqlite::ToSql; 2] = [&place.at.timestamp(), &place.variant];
        let mut lines = self.lines(condition, order, &bounds, asked, limit)?;
        let more = lines.len() == limit;
        if more {
            let last = lines.last().and_then(|line| line.at);
            let whole = lines.iter().rposition(|line| line.at != last);
            lines.truncate(whole.map_or(limit, |at| at + 1));
        }
        Ok(Page { lines, more })
    }
}

#[cfg(test)]
pub(super) mod tests;
