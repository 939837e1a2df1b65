//! How the window looks: its own line, the three parts under their heads, and the block about the row under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Rubrics;
use super::rows::{Line, Part, lines};
use crate::domain::rubric::WHOLE;
use crate::env::Env;
use crate::ui::{Cursor, below, chosen, clear, parts, rule};

/// The block about the row under the cursor has so many rows at least.
const DETAIL: u16 = 4;

/// From so many rows there is room for that block.
const ROOMY: u16 = 14;

impl Rubrics {
    pub(in crate::overlays) fn settle(&mut self, area: Rect) {
        let lines = lines(&self.rows);
        let (_, list, _) = split(area, lines.len());
        let at = lines.iter().position(|line| *line == Line::Row(self.at));
        let mut cursor = Cursor {
            at: at.unwrap_or(0),
            top: self.top,
        };
        cursor.settle(usize::from(list.height).max(1), lines.len());
        // The first row of a part brings its head along.
        let above = cursor.top.checked_sub(1).and_then(|above| lines.get(above));
        let is_first = cursor.top == cursor.at && matches!(above, Some(Line::Head(_)));
        self.top = cursor.top - usize::from(is_first && list.height > 1);
        if let Some(card) = &mut self.card {
            card.blank.settle(area);
        }
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        let lines = lines(&self.rows);
        let (top, list, detail) = split(area, lines.len());
        if let Some(card) = &self.card {
            let note = env.locale.text("card-note");
            rule(buf, top, &card.title(self.client, env), &note, env.theme);
            return card.blank.draw(below(area, 1), buf, env.theme);
        }
        let args = [("client", env.roster.badge(self.client).0.into())];
        let month = format!("‹ {} ›", env.locale.month_year(self.month));
        let title = env.locale.say("rubrics-title", &args);
        rule(buf, top, &title, &month, env.theme);
        for (line, y) in lines.iter().skip(self.top).zip(list.y..list.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            match line {
                Line::Head(part) => self.draw_head(*part, row, buf, env),
                Line::Row(at) => {
                    self.draw_row(self.rows[*at], row, buf, env);
                    if *at == self.at {
                        chosen(buf, row, env.theme);
                    }
                }
            }
        }
        self.draw_detail(detail, buf, env);
        None
    }

    fn draw_head(&self, part: Part, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (key, note) = match part {
            Part::Rubrics => ("rubrics-head", self.sum(env)),
            Part::Campaigns => ("campaigns-head", String::new()),
            Part::Formats => ("formats-head", String::new()),
        };
        rule(buf, row, &env.locale.text(key), &note, env.theme);
    }

    /// Posts of the month, and what the targets come to; another sum than a whole is said, not forbidden.
    fn sum(&self, env: &Env<'_>) -> String {
        let n = ("n", self.sheet.mix.posts.into());
        match self.sheet.targets() {
            Some(sum) => {
                let words = env.locale.say("rubrics-sum", &[n, ("sum", sum.into())]);
                let sign = if sum == WHOLE { "" } else { "▲ " };
                format!("{sign}{words}")
            }
            None => env.locale.say("rubrics-no-targets", &[n]),
        }
    }
}

/// Its own line, the list of so many lines, and under it the block about the row under the cursor, where there is room
/// for it.
fn split(area: Rect, lines: usize) -> (Rect, Rect, Rect) {
    let is_roomy = area.height >= ROOMY;
    let kept = if is_roomy { 1 + DETAIL } else { 1 };
    let room = area.height.saturating_sub(kept);
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    let (top, list, rest) = parts(area, lines.min(room));
    let height = if is_roomy { rest.height } else { 0 };
    (top, list, Rect { height, ..rest })
}
