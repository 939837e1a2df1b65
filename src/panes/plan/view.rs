//! How the plan looks: one line that says whose clock this is, the calendar or the list, and the blocks below.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::detail;
use super::rows::Line;
use super::{Look, Plan};
use crate::domain::zone::town;
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put_cut, put_right};

/// The room's height from which the detail block is shown.
const DETAIL_FROM: u16 = 18;

/// The room's height from which the signs are explained.
const LEGEND_FROM: u16 = 22;

/// Where the parts of the room stand.
struct Parts {
    /// The calendar or the list.
    main: Rect,
    shelf: Option<Rect>,
    detail: Option<Rect>,
    legend: Option<Rect>,
}

impl Plan {
    /// Where everything goes on a room of this size.
    fn parts(&self, area: Rect) -> Parts {
        let row = |y: u16, height: u16| Rect { y, height, ..area };
        let mut bottom = area.bottom();
        let mut from_below = |rows: u16, wanted: bool| {
            wanted.then(|| {
                bottom -= rows;
                row(bottom, rows)
            })
        };
        // A month needs every row of a small window.
        let roomy = LEGEND_FROM + if self.look == Look::Month { 4 } else { 0 };
        let legend = from_below(1, area.height >= roomy);
        let detail = from_below(detail::ROWS, area.height >= DETAIL_FROM);
        let has_shelf = self.look != Look::Agenda && !self.shelf.is_empty();
        let shelf = from_below(1, has_shelf && area.height > 4);
        let top = area.y + area.height.min(1);
        Parts {
            main: row(top, bottom.saturating_sub(top)),
            shelf,
            detail,
            legend,
        }
    }

    /// Before each draw: the cursor must be in sight.
    pub fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let main = self.parts(area).main;
        match self.look {
            Look::Agenda => self.settle_list(main),
            Look::Week | Look::Month => self.board.settle(main),
        }
    }

    /// The row of the cursor with its day's rule where it is the first of its day.
    fn settle_list(&mut self, list: Rect) {
        self.height = usize::from(list.height);
        let height = self.height.max(1);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        let at = self.line_of(self.at);
        let with_rule = match at.checked_sub(1).and_then(|above| self.lines.get(above)) {
            Some(Line::Day(..) | Line::Shelf) if height > 1 => at - 1,
            _ => at,
        };
        if with_rule < self.top {
            self.top = with_rule;
        } else if at >= self.top + height {
            self.top = at + 1 - height;
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    /// The picture's line on which a row stands.
    pub(super) fn line_of(&self, row: usize) -> usize {
        // Rules only ever push rows down, so a row's line is at or behind its own number.
        let from = row.min(self.lines.len());
        let place = self.lines[from..]
            .iter()
            .position(|line| *line == Line::Row(row));
        place.map_or(0, |at| from + at)
    }

    /// Draws the room.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        if area.is_empty() {
            return None;
        }
        let parts = self.parts(area);
        self.draw_head(Rect { height: 1, ..area }, buf, env);
        match self.look {
            Look::Agenda => self.draw_list(parts.main, buf, env),
            Look::Week | Look::Month => {
                let hand = |knot: &super::board::Knot| self.sign_of(knot);
                self.board.draw(parts.main, buf, &hand, env);
            }
        }
        if let Some(row) = parts.shelf {
            self.draw_shelf(row, buf, env);
        }
        if let Some(block) = parts.detail {
            self.draw_detail(block, buf, env);
        }
        if let Some(row) = parts.legend {
            let legend = env.locale.text("plan-legend");
            let room = area.width.saturating_sub(1);
            put_cut(buf, area.x + 1, row.y, room, &legend, env.theme.dim);
        }
        None
    }

    /// Which days these are and whose clock shows them, and what they hold or is in her hand.
    fn draw_head(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let (days, counts) = match self.look {
            Look::Agenda => {
                let day = self.day().unwrap_or(env.today());
                // A week's number is a name, not a count.
                let week = day.iso_week().week().to_string();
                let args = [("week", week.into())];
                (env.locale.say("plan-list", &args), self.shelf_words(env))
            }
            Look::Week | Look::Month => self.board.title(env),
        };
        let (note, style) = self.hand_words(env).unwrap_or((counts, env.theme.dim));
        if !env.filter.is_empty() {
            return self.draw_filtered(row, &days, buf, env);
        }
        let room = row.width.saturating_sub(1);
        let text = format!("{days} · {}", env.whose_clock());
        let fits = |text: &str| width(text) + width(&note) + 3 <= usize::from(row.width);
        // Where both do not fit, the note is worth more than her own town, and the town of another wall more than the note.
        let text = if fits(&text) {
            text
        } else if env.shown_zone() == env.zone {
            days
        } else {
            format!("{days} · {}", town(env.shown_zone()))
        };
        let end = put_cut(buf, row.x + 1, row.y, room, &text, env.theme.dim) + 2;
        let left = Rect {
            x: end.min(row.right()),
            width: row.right().saturating_sub(end),
            ..row
        };
        if left.width > 0 {
            put_right(buf, left, &note, style);
        }
    }

    /// The same line under a filter: whose clock it is gives way to what is shown.
    fn draw_filtered(&self, row: Rect, days: &str, buf: &mut Buffer, env: &Env<'_>) {
        let mut left = Rect {
            x: row.x + 1.min(row.width),
            width: row.width.saturating_sub(1),
            ..row
        };
        if let Some((note, style)) = self.hand_words(env) {
            let from = put_right(buf, row, &note, style);
            left.width = from.saturating_sub(left.x + 1);
        }
        self.draw_filter(left, days, buf, env);
    }

    /// What is in her hand or marked, if anything.
    fn hand_words(&self, env: &Env<'_>) -> Option<(String, Style)> {
        let say = |key, n: usize| env.locale.say(key, &[("n", n.into())]);
        if !self.cut.is_empty() {
            let key = if self.copies {
                "plan-copied"
            } else {
                "plan-cut"
            };
            return Some((say(key, super::verbs::posts(&self.cut)), env.theme.warn));
        }
        match self.counted_marks() {
            0 => None,
            n => Some((say("plan-marked", n), env.theme.strong)),
        }
    }

    fn shelf_words(&self, env: &Env<'_>) -> String {
        match self.shelf.len() {
            0 => String::new(),
            n => {
                let more = if self.shelf_goes_on { "+" } else { "" };
                let words = env.locale.say("plan-on-shelf", &[("n", n.into())]);
                format!("{words}{more}")
            }
        }
    }
}
