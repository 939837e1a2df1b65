//! What days are called, over the columns of a week and beside the dates of a month.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::days::NamedDay;
use crate::env::Env;
use crate::ui::put_cut;
use crate::ui::width::width;

/// Cells below which a name says nothing.
const LEAST: u16 = 3;

/// Draws the first name of a day over the one row of `place`, and how many more it has; the block below says all of them.
pub(super) fn draw_name(day: NaiveDate, place: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let mut marks = env.roster.days.on(day, env.scope);
    let Some(first) = marks.next().filter(|_| place.width >= LEAST) else {
        return;
    };
    let more = match marks.count() {
        0 => String::new(),
        more => format!("+{more}"),
    };
    let style = style_of(first, env);
    let behind = width(&more) as u16;
    let room = place.width.saturating_sub(behind);
    let end = put_cut(buf, place.x, place.y, room, &short(first, env), style);
    let end = put_cut(buf, end, place.y, behind, &more, env.theme.dim);
    if end < place.right() {
        put_cut(buf, end, place.y, 1, " ", env.theme.dim);
    }
}

/// "День матери", "day off", "off·отпуск".
fn short(mark: &NamedDay, env: &Env<'_>) -> String {
    match (mark.is_off, mark.name.is_empty()) {
        (false, _) => mark.name.clone(),
        (true, true) => env.locale.text("day-off").into_owned(),
        (true, false) => format!("{}·{}", env.locale.text("day-off-sign"), mark.name),
    }
}

/// A day off warns, a client's day wears the client's colour where all are shown.
fn style_of(mark: &NamedDay, env: &Env<'_>) -> Style {
    match mark.client.filter(|_| env.scope.is_none()) {
        _ if mark.is_off => env.theme.warn,
        Some(client) => env.theme.client(env.roster.badge(client).1),
        None => env.theme.dim,
    }
}
