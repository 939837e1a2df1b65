//! What stands in a cell: a time, a sign, a channel, and the topic where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::view::Hand;
use super::{Item, Whose};
use crate::domain::post::Status;
use crate::env::Env;
use crate::ui::{put, put_cut, tint};

/// Cells of a time, a sign and a channel.
const SHORT: u16 = 9;

/// Cells from which a topic is worth beginning.
const WITH_TOPIC: u16 = SHORT + 4;

/// How a cell shows its items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    pub(super) whose: Whose,
    /// The item under the cursor.
    pub(super) cursor: Option<usize>,
    /// Whether a topic has a row of its own.
    pub(super) tall: bool,
}

/// Draws the items of a cell, as many as fit; the one under the cursor is always among them.
pub(super) fn draw_items(
    items: &[Item],
    cell: Rect,
    manner: Manner,
    (buf, hand, env): (&mut Buffer, Hand<'_>, &Env<'_>),
) {
    let each = 1 + u16::from(manner.tall);
    let rows = usize::from(cell.height / each);
    // A month says on the date how many more there are; a lane says it in its last row.
    let says_more = manner.whose != Whose::All && items.len() > rows && rows > 0;
    let shown = rows.saturating_sub(usize::from(says_more && rows > 1));
    if shown == 0 {
        return;
    }
    let last_first = items.len().saturating_sub(shown);
    let from = manner
        .cursor
        .map_or(0, |nth| nth.saturating_sub(shown - 1))
        .min(last_first);
    for (nth, item) in items.iter().enumerate().skip(from).take(shown) {
        let rows = Rect {
            y: cell.y + (nth - from) as u16 * each,
            height: each,
            ..cell
        };
        let others = (says_more && shown == 1).then(|| items.len() - 1);
        draw_item(item, rows, others, manner, buf, env);
        let sign = match item {
            Item::Post(knot) => hand(knot),
            Item::Gap(_) => "",
        };
        put(buf, rows.x, rows.y, 1, sign, env.theme.strong);
        if manner.cursor == Some(nth) {
            tint(buf, rows, env.theme.cursor_line);
            put(buf, rows.x, rows.y, 1, ">", env.theme.strong);
        }
    }
    if says_more && shown > 1 {
        let hidden = items.len() - shown;
        let args = [("n", hidden.into())];
        let more = env.locale.say("plan-more", &args);
        let y = cell.bottom() - 1;
        let room = cell.width.saturating_sub(2);
        put_cut(buf, cell.x + 1, y, room, &more, env.theme.dim);
    }
}

/// "09:30●VK+", and the topic under it or, where the cell is wide, beside it.
fn draw_item(
    item: &Item,
    row: Rect,
    others: Option<usize>,
    manner: Manner,
    buf: &mut Buffer,
    env: &Env<'_>,
) {
    let (mark, look, knot) = match item {
        Item::Post(knot) => (knot.status.mark(), style_of(knot.status, env), Some(knot)),
        Item::Gap(_) => ("□", env.theme.warn, None),
    };
    let quiet = knot.is_none_or(|knot| knot.status == Status::Published);
    let plain = if quiet { env.theme.dim } else { env.theme.text };
    let clock = item.at().map_or_else(String::new, |at| env.clock(at));
    let (tag, tag_style) = match others {
        Some(others) => (format!("+{others}"), env.theme.warn),
        None => tag(item, manner.whose, env),
    };
    let mut x = row.x + 1;
    for (text, style) in [(clock.as_str(), plain), (mark, look), (&tag, tag_style)] {
        x = put(buf, x, row.y, row.right().saturating_sub(x), text, style);
    }
    let Some(knot) = knot.filter(|_| others.is_none()) else {
        return;
    };
    let topic = &knot.spots[0].topic;
    if manner.tall {
        let room = row.width.saturating_sub(2);
        put_cut(buf, row.x + 1, row.y + 1, room, topic, plain);
    } else if row.width > WITH_TOPIC {
        // Topics stand under each other, and the last cell parts them from the next column.
        x = x.max(row.x + 2 + SHORT);
        let room = row.right().saturating_sub(x + 1);
        put_cut(buf, x, row.y, room, topic, plain);
    }
}

/// What tells the posts of a cell apart: the channels, or in a month of all clients whose they are.
fn tag(item: &Item, whose: Whose, env: &Env<'_>) -> (String, Style) {
    let (client, channel, others) = match item {
        Item::Post(knot) => {
            let first = &knot.spots[0];
            (first.client, first.channel, knot.spots.len() > 1)
        }
        Item::Gap(gap) => (gap.client, gap.channels[0], gap.channels.len() > 1),
    };
    match whose {
        Whose::Channel(_) => (String::new(), env.theme.text),
        Whose::All if env.scope.is_none() => {
            let (name, colour) = env.roster.badge(client);
            (name.chars().take(2).collect(), env.theme.client(colour))
        }
        Whose::All | Whose::Client(_) => {
            let code = env.roster.code(channel);
            let more = if others { "+" } else { "" };
            (format!("{code}{more}"), env.theme.dim)
        }
    }
}

fn style_of(status: Status, env: &Env<'_>) -> Style {
    match status {
        Status::Missed | Status::Unsure => env.theme.bad,
        Status::Due | Status::Changes => env.theme.warn,
        Status::Published => env.theme.good,
        Status::Skipped | Status::Idea | Status::Hold => env.theme.dim,
        Status::Draft | Status::Review | Status::Approved | Status::Scheduled => env.theme.text,
    }
}
