//! The filter in the plan: what passes it, and what the first line says about what does not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::window::Far;
use super::{Look, Plan, Result};
use crate::domain::filter::Filter;
use crate::env::Env;
use crate::locale::Sifted;
use crate::store::{MANY_POSTS, Reader, Sieve};
use crate::ui::put_with_end;
use crate::ui::width::width;

/// What passes, and what of it is said.
#[derive(Debug, Default)]
pub(super) struct Filtered {
    pub(super) sieve: Sieve,
    by: Filter,
    late_hidden: usize,
}

impl Plan {
    /// Makes the filter ready for everything that is read from now on. Under another filter the list stays on its day.
    pub(super) fn sift(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let sieve = reader.sieve(env.filter, env.now)?;
        if self.filtered.by != *env.filter && self.look == Look::Agenda {
            self.far = self.day().map(Far::Day);
        }
        self.window.sift(sieve.clone());
        self.board.sift(sieve.clone());
        self.filtered = Filtered {
            late_hidden: reader.late_hidden(env.scope, &sieve, env.now)?,
            sieve,
            by: env.filter.clone(),
        };
        Ok(())
    }

    /// Draws "Week 48 · filter: VK · draft — 7 of 41 · 2 late hidden" into a row of the head.
    pub(super) fn draw_filter(&self, row: Rect, days: &str, buf: &mut Buffer, env: &Env<'_>) {
        let sifted = Sifted {
            // The list has no end to count to.
            shown: (self.look != Look::Agenda).then(|| self.board.shown_of()),
            goes_on: false,
            late_hidden: self.filtered.late_hidden,
            cut_at: self.filtered.sieve.is_cut().then_some(MANY_POSTS),
        };
        let (line, end) = env.locale.filtered(env.filter, &sifted);
        let with_days = format!("{days} · {line}");
        let fits = width(&with_days) + width(&end) <= usize::from(row.width);
        let text = if fits { with_days } else { line };
        let style = if self.filtered.late_hidden > 0 {
            env.theme.warn
        } else {
            env.theme.strong
        };
        let text = (text.as_str(), env.theme.strong);
        put_with_end(buf, (row.x, row.y), row.width, text, (&end, style));
    }
}
