//! How the inbox looks: one line of counts, the list, and the open conversation below it or beside it.

mod rows;
mod talk;

use ratatui::{buffer::Buffer, layout::Rect};

use super::Inbox;
use crate::domain::ids::ClientId;
use crate::env::Env;
use crate::locale::Arg;
use crate::store::MANY;
use crate::ui::width::width;
use crate::ui::{clear, put_cut, put_right};

/// From here on, list and conversation stand side by side.
const WIDE: u16 = 120;
/// Lower than this, an open conversation takes all the room.
const LOW: u16 = 12;

/// Where everything goes; what is left out has no rows.
#[derive(Debug, Clone, Copy, Default)]
struct Places {
    head: Rect,
    list: Rect,
    bar: Rect,
    talk: Rect,
}

/// Commits scrolling and wrapping for this area.
pub(super) fn settle(room: &mut Inbox, area: Rect, env: &Env<'_>) {
    let places = places(area, room.talk.is_some());
    room.height = usize::from(places.list.height.max(1));
    room.list.settle(room.height);
    if let Some(open) = &mut room.talk {
        talk::settle(open, places.talk, env);
    }
}

/// Draws the room; returns the caret's cell.
pub(super) fn draw(
    room: &Inbox,
    area: Rect,
    buf: &mut Buffer,
    env: &Env<'_>,
) -> Option<(u16, u16)> {
    let places = places(area.intersection(buf.area), room.talk.is_some());
    head(room, places.head, buf, env);
    rows::draw(room, places.list, buf, env);
    for y in places.bar.top()..places.bar.bottom() {
        put_cut(buf, places.bar.x, y, 1, "│", env.theme.rule);
    }
    let caret = match &room.talk {
        Some(open) => talk::draw(open, places.talk, buf, env),
        None => None,
    };
    if room.asked.is_some() {
        ask(area.intersection(buf.area), buf, env);
        return None;
    }
    caret
}

fn places(area: Rect, open: bool) -> Places {
    let head = Rect {
        height: area.height.min(1),
        ..area
    };
    let below = Rect {
        y: area.y + head.height,
        height: area.height - head.height,
        ..area
    };
    if !open {
        return Places {
            head,
            list: below,
            ..Places::default()
        };
    }
    if area.width >= WIDE {
        let left = area.width / 2;
        return Places {
            head,
            list: Rect {
                width: left,
                ..below
            },
            bar: Rect {
                x: below.x + left,
                width: 1,
                ..below
            },
            talk: Rect {
                x: below.x + left + 1,
                width: below.width - left - 1,
                ..below
            },
        };
    }
    if area.height < LOW {
        return Places {
            talk: area,
            ..Places::default()
        };
    }
    let upper = below.height * 2 / 5;
    Places {
        head,
        list: Rect {
            height: upper,
            ..below
        },
        bar: Rect::default(),
        talk: Rect {
            y: below.y + upper,
            height: below.height - upper,
            ..below
        },
    }
}

/// "9 wait for you · 3 wait for others · 41 done this week", and what was promised by the client under the cursor.
fn head(room: &Inbox, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    if area.is_empty() {
        return;
    }
    let counts = &room.list.counts;
    let say = |key: &str, n: u32| env.locale.say(key, &[("n", bounded(n))]);
    let text = format!(
        " {} · {} · {}",
        say("inbox-wait-for-you", counts.waiting),
        say("inbox-wait-for-others", counts.others),
        say("inbox-done-this-week", counts.done)
    );
    let end = put_cut(buf, area.x, area.y, area.width, &text, env.theme.text);
    let free = usize::from(area.right().saturating_sub(end));
    let said = client_in_view(room, env).and_then(|client| {
        let mut said = promises(client, env)?.into_iter();
        said.find(|said| width(said) + 3 <= free)
    });
    if let Some(said) = said {
        let right = Rect {
            width: area.width.saturating_sub(1),
            ..area
        };
        put_right(buf, right, &said, env.theme.dim);
    }
}

fn client_in_view(room: &Inbox, env: &Env<'_>) -> Option<ClientId> {
    let told = room.talk.as_ref().and_then(|talk| talk.told.as_ref());
    let line = room.list.line().map(|(_, line)| line.client);
    told.map(|told| told.client).or(line).or(env.scope)
}

/// What was promised, the longer way to say it first.
fn promises(client: ClientId, env: &Env<'_>) -> Option<[String; 2]> {
    let card = &env.roster.client(client)?.card;
    let hours = if card.hours.is_empty() {
        env.locale.text("inbox-at-any-time").into_owned()
    } else {
        env.locale.hours(&card.hours)
    };
    let args = [
        ("client", card.short.as_str().into()),
        ("span", env.locale.span(i64::from(card.promise_min)).into()),
        ("hours", hours.into()),
    ];
    Some(["inbox-promise", "inbox-promise-short"].map(|key| env.locale.say(key, &args)))
}

/// The question for whom to wait, over the last row.
fn ask(area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let row = Rect {
        y: area.bottom().saturating_sub(1),
        height: area.height.min(1),
        ..area
    };
    clear(buf, row);
    let words = format!(" {}", env.locale.text("inbox-wait-for-whom"));
    put_cut(buf, row.x, row.y, row.width, &words, env.theme.strong);
}

/// A count that stops at "99+", as text that still takes the plural of many.
fn bounded(n: u32) -> Arg {
    if n >= MANY {
        Arg::Text(format!("{}+", MANY - 1))
    } else {
        n.into()
    }
}

/// Cells a conversation has for itself, without the space at both sides.
fn inner(area: Rect) -> Rect {
    let margin = u16::from(area.width > 30);
    Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}
