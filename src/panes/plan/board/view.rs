//! How the calendar looks: names of days, bands of seven cells, and in the cells a time, a sign and a channel.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cells::{Manner, draw_items};
use super::heights::share;
use super::{Board, Item, Knot, Look, Whose, later};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::{Outcome, Status};
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put, put_cut, rule, tint};

/// Says what a post is in: her hand, her marks, neither.
pub(in crate::panes::plan) type Hand<'a> = &'a dyn Fn(&Knot) -> &'static str;

/// Where the seven columns stand.
#[derive(Clone, Copy)]
struct Columns {
    left: u16,
    label: u16,
    cells: u16,
}

impl Columns {
    fn of(area: Rect, look: Look) -> Self {
        let label = if look == Look::Month {
            0
        } else {
            9.min(area.width / 4)
        };
        Self {
            left: area.x + label,
            label,
            cells: (area.width - label) / 7,
        }
    }

    /// Where a column's sign stands; its text begins one cell further.
    fn sign(self, column: usize) -> u16 {
        self.left + self.cells * column as u16
    }

    fn text(self) -> u16 {
        self.cells.saturating_sub(1)
    }
}

impl Board {
    fn look(&self) -> Look {
        self.span.map_or(Look::Week, |span| span.look)
    }

    /// Rows above the bands: the names of the days.
    fn above(&self) -> u16 {
        if self.look() == Look::Month { 1 } else { 2 }
    }

    /// Before each draw: heights for this size, and the cursor's band in sight.
    pub(in crate::panes::plan) fn settle(&mut self, area: Rect) {
        let dates = u16::from(self.look() == Look::Month);
        let rows = area.height.saturating_sub(self.above());
        let needs = |each: u16| -> Vec<u16> {
            let bands = self.cells.chunks(7);
            let fullest = bands.map(|cells| cells.iter().map(Vec::len).max().unwrap_or(0));
            fullest.map(|items| items as u16 * each + dates).collect()
        };
        // Topics get rows of their own where all of them have room, with a blank row between the lanes.
        let tall = needs(2);
        let wanted = tall.iter().map(|rows| u32::from(*rows) + 1).sum::<u32>();
        self.tall = wanted <= u32::from(rows) + 1;
        let needs = if self.tall { tall } else { needs(1) };
        self.heights = share(&needs, dates.max(1), rows);
        let band = self.band();
        self.top = self.top.min(band);
        let fits = |top: usize| {
            let shown = self.heights.get(top..=band).unwrap_or_default();
            shown.iter().sum::<u16>() <= rows
        };
        while self.top < band && !fits(self.top) {
            self.top += 1;
        }
    }

    /// Whether a blank row between the lanes has room.
    fn is_airy(&self, rows: u16) -> bool {
        let needed = self.heights.iter().map(|rows| rows + 1).sum::<u16>();
        self.look() != Look::Month && needed <= rows + 1
    }

    /// Draws it.
    pub(in crate::panes::plan) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        hand: Hand<'_>,
        env: &Env<'_>,
    ) {
        let columns = Columns::of(area, self.look());
        self.draw_days(area, columns, buf, env);
        let mut y = area.y + self.above();
        if self.bands.is_empty() && y < area.bottom() {
            let words = env.locale.text("plan-nobody");
            let room = area.width.saturating_sub(1);
            put_cut(buf, area.x + 1, y, room, &words, env.theme.dim);
        }
        let airy = self.is_airy(area.height.saturating_sub(self.above()));
        for (band, height) in self.heights.iter().enumerate().skip(self.top) {
            let height = (*height).min(area.bottom().saturating_sub(y));
            let row = Rect { y, height, ..area };
            self.draw_band(band, row, columns, buf, hand, env);
            y += height + u16::from(airy);
        }
    }

    fn draw_days(&self, area: Rect, columns: Columns, buf: &mut Buffer, env: &Env<'_>) {
        let Some(span) = self.span else {
            return;
        };
        for column in 0..7 {
            let day = later(span.first, column as u64);
            let name = env.locale.weekday_short(day.weekday());
            let is_today = span.look != Look::Month && day == env.today();
            let (name, style) = match span.look {
                Look::Month => (name, env.theme.dim),
                _ if is_today => (
                    format!("{} {}", name.to_uppercase(), day.day()),
                    env.theme.strong,
                ),
                _ => (format!("{name} {}", day.day()), env.theme.text),
            };
            let x = columns.sign(column) + 1;
            put(buf, x, area.y, columns.text(), &name, style);
        }
        if span.look != Look::Month && area.height > 1 {
            let row = Rect {
                y: area.y + 1,
                height: 1,
                ..area
            };
            rule(buf, row, "", "", env.theme);
        }
    }

    fn draw_band(
        &self,
        band: usize,
        area: Rect,
        columns: Columns,
        buf: &mut Buffer,
        hand: Hand<'_>,
        env: &Env<'_>,
    ) {
        let Some(of) = self.bands.get(band).filter(|_| area.height > 0) else {
            return;
        };
        self.draw_label(of.whose, area, columns, buf, env);
        let is_month = of.whose == Whose::All;
        for column in 0..7 {
            let day = later(of.monday, column as u64);
            let items = self.cell(band, day);
            let here = self.shelf.is_none() && day == self.day && band == self.band();
            let cursor = here.then_some(self.nth);
            let mut cell = Rect {
                x: columns.sign(column),
                width: columns.cells,
                ..area
            };
            if is_month {
                let shown = usize::from(area.height - 1);
                let hidden = items.len().saturating_sub(shown);
                self.draw_date(day, hidden, cell, cursor.is_some(), buf, env);
                cell.y += 1;
                cell.height -= 1;
            }
            let manner = Manner {
                whose: of.whose,
                cursor,
                tall: self.tall,
            };
            draw_items(items, cell, manner, (buf, hand, env));
            if here && (items.is_empty() || cell.height == 0) {
                let row = Rect {
                    y: if is_month { area.y } else { cell.y },
                    height: 1,
                    ..cell
                };
                tint(buf, row, env.theme.cursor_line);
                put(buf, row.x, row.y, 1, ">", env.theme.strong);
            }
        }
    }

    /// Whose lane it is, and how it stands against what was promised.
    fn draw_label(
        &self,
        whose: Whose,
        area: Rect,
        columns: Columns,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let room = columns.label.saturating_sub(1);
        let (name, style, note) = match whose {
            Whose::All => return,
            Whose::Client(client) => {
                let (name, colour) = env.roster.badge(client);
                let note = self.promise_words(client).unwrap_or_default();
                (name, env.theme.client(colour), note)
            }
            Whose::Channel(channel) => {
                let note = self.frequency_words(channel, env);
                (env.roster.code(channel), env.theme.strong, note)
            }
        };
        put_cut(buf, area.x, area.y, room, name, style);
        if area.height > 1 {
            put_cut(buf, area.x, area.y + 1, room, &note, env.theme.dim);
        }
    }

    /// "3/5": posts of the week, against the channel's posting times where it has any.
    fn frequency_words(&self, channel: ChannelId, env: &Env<'_>) -> String {
        let here = self.spots.iter().filter(|it| it.channel == channel);
        let posts = here.filter(|it| it.outcome != Outcome::Skipped).count();
        let times = self.weekly.iter().filter(|it| **it == channel).count();
        let posts = env.locale.number(posts as i64);
        match times {
            0 => posts,
            times => format!("{posts}/{}", env.locale.number(times as i64)),
        }
    }

    fn promise_words(&self, client: ClientId) -> Option<String> {
        let promise = self.promises.iter().find(|it| it.client == client)?;
        Some(format!("{}/{}", promise.planned, promise.promised))
    }

    /// The date over a cell of a month, and how many posts had no room below it.
    fn draw_date(
        &self,
        day: NaiveDate,
        hidden: usize,
        cell: Rect,
        here: bool,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) {
        let today = day == env.today();
        let style = match day {
            _ if today => env.theme.strong,
            _ if day.month() != self.month.month() => env.theme.dim,
            _ => env.theme.text,
        };
        let number = day.day().to_string();
        let more = if hidden > 0 {
            format!("+{hidden}")
        } else {
            String::new()
        };
        let words = match (today, day.day()) {
            (true, _) => format!("{number} {}", env.locale.text("plan-today")),
            (false, 1) => env.locale.day_short(day),
            (false, _) => number.clone(),
        };
        let room = cell.width.saturating_sub(1);
        // The count of what does not fit is worth more than a name: today stays strong without it, with a sign.
        let fits = width(&words) + width(&more) + 2 <= usize::from(cell.width);
        let words = match (fits || hidden == 0, today) {
            (true, _) => words,
            (false, true) => format!("{number}◂"),
            (false, false) => number,
        };
        put_cut(buf, cell.x + 1, cell.y, room, &words, style);
        let at = cell.right().saturating_sub(width(&more) as u16 + 1);
        put(buf, at, cell.y, room, &more, env.theme.warn);
        if here {
            let sign = if hidden > 0 || cell.height < 2 {
                ">"
            } else {
                ""
            };
            put(buf, cell.x, cell.y, 1, sign, env.theme.strong);
        }
    }

    /// What the first line says about the calendar: which days, and what they hold.
    pub(in crate::panes::plan) fn title(&self, env: &Env<'_>) -> (String, String) {
        let Some(span) = self.span else {
            return (String::new(), String::new());
        };
        let days = match span.look {
            Look::Month => env.locale.month_year(self.month),
            Look::Week | Look::Agenda => {
                let last = later(span.first, 6);
                let first = if last.month() == span.first.month() {
                    span.first.day().to_string()
                } else {
                    short(span.first, env)
                };
                let args = [
                    ("week", span.first.iso_week().week().to_string().into()),
                    ("days", format!("{first}–{}", short(last, env)).into()),
                ];
                env.locale.say("plan-week", &args)
            }
        };
        (days, self.counts(env))
    }

    /// "19 posts · 4 gaps · 2 late", and the contract of the client in scope.
    fn counts(&self, env: &Env<'_>) -> String {
        let counted = self.cells.iter().flatten();
        let mut posts: Vec<_> = counted
            .filter_map(|item| match item {
                Item::Post(knot) if knot.status != Status::Skipped => Some(knot.spots[0].post),
                _ => None,
            })
            .collect();
        posts.sort_unstable();
        posts.dedup();
        let (late, gaps) = self.counted_problems();
        let say = |key: &str, n: usize| env.locale.say(key, &[("n", n.into())]);
        let mut words = vec![say("plan-posts", posts.len())];
        if self.is_cut {
            words[0].push('+');
        }
        if gaps > 0 {
            words.push(say("plan-gaps", gaps));
        }
        if late > 0 {
            words.push(say("plan-late", late));
        }
        if let Some(promise) = env.scope.and_then(|client| self.promise_words(client)) {
            let args = [("standing", promise.into())];
            words.push(env.locale.say("plan-contract", &args));
        }
        words.join(" · ")
    }
}

/// "29 Nov", without the name of the day.
fn short(day: NaiveDate, env: &Env<'_>) -> String {
    let named = env.locale.day_short(day);
    let weekday = env.locale.weekday_short(day.weekday());
    named
        .strip_prefix(weekday.as_str())
        .unwrap_or(&named)
        .trim()
        .to_owned()
}
