//! The filter among the drafts: what passes it, and what the first line says about what does not.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Drafts, Result};
use crate::env::Env;
use crate::locale::Sifted;
use crate::store::{MANY_POSTS, Reader, Sieve};
use crate::ui::put_with_end;

/// Posts of the queue that are counted.
const COUNTED: usize = 1000;

/// What passes, and what of it is said.
#[derive(Debug, Default)]
pub(super) struct Filtered {
    pub(super) sieve: Sieve,
    late_hidden: usize,
    /// Posts of the whole queue.
    queued: usize,
}

impl Filtered {
    /// Makes the filter ready and counts what it hides.
    pub(super) fn read(reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let sieve = reader.sieve(env.filter, env.now)?;
        let queued = if sieve.is_open() {
            0
        } else {
            reader.queued(env.scope, COUNTED + 1)?
        };
        Ok(Self {
            late_hidden: reader.late_hidden(env.scope, &sieve, env.now)?,
            queued,
            sieve,
        })
    }
}

impl Drafts {
    /// "filter: VK · draft — 7 of 41 · 2 late hidden".
    pub(super) fn draw_filter(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let filtered = &self.filtered;
        let shown = self.rows.iter().map(|row| row.post);
        let shown = shown.collect::<HashSet<_>>().len();
        let is_whole = self.groups.iter().all(|group| !group.goes_on);
        let sifted = Sifted {
            shown: is_whole.then_some((shown, filtered.queued.min(COUNTED))),
            goes_on: filtered.queued > COUNTED,
            late_hidden: filtered.late_hidden,
            cut_at: filtered.sieve.is_cut().then_some(MANY_POSTS),
        };
        let (line, end) = env.locale.filtered(env.filter, &sifted);
        let style = if filtered.late_hidden > 0 {
            env.theme.warn
        } else {
            env.theme.strong
        };
        let line = (line.as_str(), env.theme.strong);
        put_with_end(buf, (row.x, row.y), row.width, line, (&end, style));
    }
}
