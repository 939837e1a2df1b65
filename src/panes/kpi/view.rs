//! How the numbers look: cards in columns, and below them the posts that hit and those that missed.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Kpi, Shown, hits, words};
use crate::domain::kpi::{Card, Score, Standing};
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put, put_cut, put_right, rule, spark, tint};

/// Which rows an area gives to what. The cards come first; headings and posts make room for them.
pub(super) struct Layout {
    /// Rows above the cards: the title, the heads of the columns, a line.
    pub(super) head: usize,
    /// Rows for cards.
    pub(super) cards: usize,
    /// Rows for posts, their heading included.
    pub(super) posts: usize,
}

impl Layout {
    /// The layout for so many cards.
    pub(super) fn of(area: Rect, cards: usize) -> Self {
        let height = usize::from(area.height);
        let head = match height {
            0..3 => 0,
            3..8 => 1,
            8..13 => 2,
            _ => 3,
        };
        let cards = cards.min(height - head);
        let left = height - head - cards;
        Self {
            head,
            cards,
            posts: if left < 2 { 0 } else { left.min(9) },
        }
    }
}

/// Where each column begins, counted from the left edge; those without room are not there.
struct Columns {
    mark: u16,
    now: u16,
    before: Option<u16>,
    change: Option<u16>,
    goal: Option<u16>,
    daily: Option<u16>,
}

impl Columns {
    fn of(cells: u16) -> Self {
        let columns = |mark, now, before, change, goal, daily| Self {
            mark,
            now,
            before,
            change,
            goal,
            daily,
        };
        match cells {
            76.. => columns(23, 25, Some(36), Some(47), Some(58), Some(68)),
            68..76 => columns(23, 25, Some(36), Some(47), Some(58), None),
            54..68 => columns(22, 24, None, Some(34), Some(46), None),
            34..54 => columns(18, 20, None, Some(30), None, None),
            _ => {
                let mark = cells.saturating_sub(9);
                columns(mark, mark + 2, None, None, None, None)
            }
        }
    }

    /// Cells from one column to the next.
    fn room(&self, from: u16, cells: u16) -> u16 {
        let all = [self.before, self.change, self.goal, self.daily];
        let next = all.into_iter().flatten().find(|column| *column > from);
        next.map_or(cells.saturating_sub(from), |next| next - from - 1)
    }
}

/// Draws the room without what lies over it.
pub(super) fn draw(room: &Kpi, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let Some(shown) = &room.shown else {
        let words = env.locale.text("kpi-no-clients");
        put_cut(buf, area.x + 1, area.y, area.width, &words, env.theme.dim);
        return;
    };
    let layout = Layout::of(area, shown.sheet.cards.len());
    draw_head(shown, layout.head, room.unfinished.len(), area, buf, env);
    let rows = room.cursor.window(layout.cards, shown.sheet.cards.len());
    for (down, place) in rows.enumerate() {
        let row = line(area, layout.head + down);
        let here = place == room.cursor.at;
        draw_card(&shown.sheet.cards[place], here, shown, row, buf, env);
    }
    if layout.posts > 0 {
        let top = layout.head + layout.cards;
        let below = Rect {
            y: area.y + top as u16,
            height: layout.posts as u16,
            ..area
        };
        hits::draw(shown, below, buf, env);
    }
}

fn draw_head(
    shown: &Shown,
    rows: usize,
    unfinished: usize,
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    let theme = env.theme;
    if rows > 0 {
        let row = line(area, 0);
        draw_title(shown, unfinished, row, buf, env);
    }
    if rows > 1 {
        let columns = Columns::of(area.width);
        let heads = [
            (Some(columns.now), "kpi-head-now"),
            (columns.before, "kpi-head-before"),
            (columns.change, "kpi-head-change"),
            (columns.goal, "kpi-head-goal"),
            (columns.daily, "kpi-head-daily"),
        ];
        for (column, key) in heads {
            if let Some(column) = column {
                let room = columns.room(column, area.width);
                let words = env.locale.text(key);
                put_cut(buf, area.x + column, area.y + 1, room, &words, theme.dim);
            }
        }
    }
    if rows > 2 {
        rule(buf, line(area, 2), "", "", theme);
    }
}

/// Which days, whose; at the right what is missing and how fresh the rest is.
fn draw_title(shown: &Shown, unfinished: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let inputs = &shown.sheet.inputs;
    let (name, colour) = env.roster.badge(shown.client);
    let mut x = row.x + 1;
    x = put_cut(
        buf,
        x,
        row.y,
        row.right().saturating_sub(x),
        name,
        env.theme.client(colour),
    );
    let against = env.locale.say(
        "kpi-against",
        &[
            ("now", words::days(env, inputs.compared.now).into()),
            ("before", words::days(env, inputs.compared.before).into()),
        ],
    );
    let room = row.right().saturating_sub(x);
    x = put_cut(buf, x, row.y, room, &format!("  {against}"), env.theme.text);
    let (note, style) = freshness(shown, unfinished, env);
    let room = row.right().saturating_sub(x);
    if width(&note) + 3 <= usize::from(room) {
        let place = Rect {
            x,
            width: room - 1,
            ..row
        };
        put_right(buf, place, &note, style);
    }
}

fn freshness(shown: &Shown, unfinished: usize, env: &Env<'_>) -> (String, Style) {
    let holes = shown.sheet.holes;
    let locale = env.locale;
    if unfinished > 0 {
        return (locale.text("kpi-unfinished").into_owned(), env.theme.warn);
    }
    let Some(typed) = shown.sheet.newest_typed else {
        return (
            locale.text("kpi-nothing-typed").into_owned(),
            env.theme.warn,
        );
    };
    let zone = env.roster.zone(shown.client);
    let day = words::day(env, typed.with_timezone(&zone).date_naive());
    let typed = locale.say("kpi-typed", &[("day", day.into())]);
    if holes == 0 {
        return (typed, env.theme.dim);
    }
    let missing = locale.say("kpi-missing", &[("n", holes.into())]);
    (format!("{missing} · {typed}"), env.theme.warn)
}

fn draw_card(card: &Card, here: bool, shown: &Shown, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let theme = env.theme;
    let sign = shown.sign.as_str();
    let columns = Columns::of(row.width);
    let pen = Pen {
        row,
        columns: &columns,
    };
    if here {
        put(buf, row.x, row.y, 1, ">", theme.strong);
    }
    let name = words::title(env, card.score);
    let room = columns.mark.saturating_sub(3);
    put_cut(buf, row.x + 2, row.y, room, &name, theme.text);
    if card.standing == Standing::Missed {
        pen.write(buf, Some(columns.mark), "!", theme.bad);
    } else if card.missing > 0 {
        // The same sign as a gap in the curve.
        pen.write(buf, Some(columns.mark), "·", theme.warn);
    }
    match card.now {
        Ok(now) => {
            let style = if card.standing == Standing::Missed {
                theme.bad
            } else {
                theme.strong
            };
            pen.write(
                buf,
                Some(columns.now),
                &words::amount(env, card.score, now, sign),
                style,
            );
            draw_rest(card, sign, shown, &pen, buf, env);
        }
        Err(why) => {
            // The reason takes the place of everything that follows from the number.
            pen.write(buf, Some(columns.now), words::UNKNOWN, theme.warn);
            draw_before(card, sign, &pen, buf, env);
            if let Some(from) = columns.change {
                let reason = words::reason(env, why);
                let room = row.width.saturating_sub(from);
                put_cut(buf, row.x + from, row.y, room, &reason, theme.warn);
            }
        }
    }
    if here {
        tint(buf, row, theme.cursor_line);
    }
}

fn draw_before(card: &Card, sign: &str, pen: &Pen<'_>, buf: &mut Buffer, env: &Env<'_>) {
    let before = card.before.map_or_else(
        |_| words::UNKNOWN.to_owned(),
        |before| words::amount(env, card.score, before, sign),
    );
    pen.write(buf, pen.columns.before, &before, env.theme.dim);
}

fn draw_rest(
    card: &Card,
    sign: &str,
    shown: &Shown,
    pen: &Pen<'_>,
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    let theme = env.theme;
    let columns = pen.columns;
    draw_before(card, sign, pen, buf, env);
    let change = card.change.map_or_else(
        || words::UNKNOWN.to_owned(),
        |change| words::change(env, card.score, change, sign),
    );
    let style = match card.is_better() {
        Some(true) => theme.good,
        Some(false) => theme.warn,
        None => theme.dim,
    };
    pen.write(buf, columns.change, &change, style);
    if let Some(goal) = card.goal {
        let goal = words::goal(env, card.score, goal, sign);
        pen.write(buf, columns.goal, &goal, theme.text);
    }
    if card.score == Score::PostsOut {
        let planned = shown.sheet.inputs.planned;
        let words = env.locale.say("kpi-planned", &[("n", planned.into())]);
        pen.write(buf, columns.daily, &words, theme.dim);
    } else if let Some(daily) = columns.daily {
        let room = pen.row.width.saturating_sub(daily + 1);
        let curve = spark(&card.daily, usize::from(room));
        pen.write(buf, columns.daily, &curve, theme.accent);
    }
}

/// Writes into the columns of one row.
struct Pen<'a> {
    row: Rect,
    columns: &'a Columns,
}

impl Pen<'_> {
    fn write(&self, buf: &mut Buffer, column: Option<u16>, words: &str, style: Style) {
        if let Some(column) = column.filter(|column| *column < self.row.width) {
            let room = self.columns.room(column, self.row.width);
            put_cut(buf, self.row.x + column, self.row.y, room, words, style);
        }
    }
}

/// One row of an area.
pub(super) fn line(area: Rect, down: usize) -> Rect {
    Rect {
        y: area.y + down as u16,
        height: 1,
        ..area
    }
}
