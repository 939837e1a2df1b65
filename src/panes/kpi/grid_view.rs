//! How the grid looks: what stands already is dim, what is being typed is not.

use ratatui::{buffer::Buffer, layout::Rect};

use super::grid::{CELL, COLUMNS, Grid, names, room};
use super::words;
use crate::domain::ids::ChannelId;
use crate::domain::kpi::{Metric, Mistyped, Sheet};
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put_cut, put_right};

/// Draws the grid over the whole room and gives the caret's cell.
pub(super) fn draw(
    grid: &Grid,
    sheet: &Sheet,
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) -> Option<(u16, u16)> {
    if area.is_empty() {
        return None;
    }
    draw_title(grid, area, buf, env);
    let (rows, columns) = room(area);
    let left = area.x + names(area);
    let shown = grid.top.1..(grid.top.1 + columns).min(COLUMNS.len());
    for (place, column) in shown.clone().enumerate().filter(|_| area.height > 2) {
        let cell = cell(area, left, place, area.y + 1);
        let style = if column == grid.at.1 {
            env.theme.field_focus
        } else {
            env.theme.dim
        };
        put_right(buf, cell, &words::short_metric(env, COLUMNS[column]), style);
    }
    let mut caret = None;
    for (down, channel) in grid.rows.iter().skip(grid.top.0).take(rows).enumerate() {
        let y = area.y + 2 + down as u16;
        let here = grid.top.0 + down == grid.at.0;
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        draw_name(*channel, here, row, buf, env);
        for (place, column) in shown.clone().enumerate() {
            let under = here && column == grid.at.1;
            let cell = cell(area, left, place, y);
            let of = (*channel, COLUMNS[column]);
            draw_cell(grid, sheet, of, (cell, under), buf, env);
            if under && !cell.is_empty() {
                caret = Some((cell.right() - 1, y));
            }
        }
    }
    draw_foot(grid, area, buf, env);
    caret
}

fn draw_title(grid: &Grid, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let (name, _) = env.roster.badge(grid.client);
    let title = env.locale.say(
        "kpi-grid-title",
        &[
            ("client", name.into()),
            ("day", env.locale.day_short(grid.day).into()),
        ],
    );
    let room = area.width.saturating_sub(1);
    put_cut(buf, area.x + 1, area.y, room, &title, env.theme.strong);
}

fn draw_name(channel: ChannelId, here: bool, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let code = env.roster.code(channel);
    let handle = env
        .roster
        .channel(channel)
        .map_or("", |channel| channel.card.handle.as_str());
    let style = if here {
        env.theme.field_focus
    } else {
        env.theme.field
    };
    let x = row.x + 1;
    let room = names(row)
        .saturating_sub(2)
        .min(row.width.saturating_sub(1));
    put_cut(buf, x, row.y, room, &format!("{code} {handle}"), style);
}

fn draw_cell(
    grid: &Grid,
    sheet: &Sheet,
    (channel, metric): (ChannelId, Metric),
    (cell, under): (Rect, bool),
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    let theme = env.theme;
    if under {
        crate::ui::tint(buf, cell, theme.selection);
    }
    if let Some(typed) = grid.typed(channel, metric) {
        let style = if under { theme.selection } else { theme.strong };
        // While it grows, its end is what she looks at.
        let room = usize::from(cell.width);
        let chars: Vec<char> = typed.chars().collect();
        let tail: String = chars[chars.len().saturating_sub(room)..].iter().collect();
        put_right(buf, cell, &tail, style);
        return;
    }
    let style = if under { theme.selection } else { theme.dim };
    match sheet.inputs.readings.at(channel, metric, grid.day) {
        Some(value) => put_right(buf, cell, &words::plain(env, metric, value.number), style),
        None if grid.is_usual(channel, metric) => put_right(buf, cell, "·", style),
        None => cell.x,
    };
}

/// The last row says what is wrong, or how to go on.
fn draw_foot(grid: &Grid, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    if area.height < 2 {
        return;
    }
    let (key, style) = match grid.complaint {
        Some(Mistyped::NotANumber) => ("kpi-grid-not-a-number", env.theme.bad),
        Some(Mistyped::NotWhole) => ("kpi-grid-not-whole", env.theme.bad),
        Some(Mistyped::TooLarge) => ("kpi-grid-too-large", env.theme.bad),
        None if grid.rows.is_empty() => ("kpi-grid-no-channels", env.theme.warn),
        None => ("kpi-grid-keys", env.theme.dim),
    };
    let words = env.locale.text(key);
    let y = area.bottom() - 1;
    let x = area.x + u16::from(usize::from(area.width) > width(&words));
    crate::ui::clear(
        buf,
        Rect {
            y,
            height: 1,
            ..area
        },
    );
    put_cut(buf, x, y, area.right() - x, &words, style);
}

/// The cell of a column, without the space before it.
fn cell(area: Rect, left: u16, place: usize, y: u16) -> Rect {
    let x = left.saturating_add(place as u16 * CELL).saturating_add(1);
    let right = area.right().saturating_sub(1).max(area.left());
    Rect {
        x: x.min(right),
        y,
        width: (CELL - 1).min(right.saturating_sub(x)),
        height: 1,
    }
}
