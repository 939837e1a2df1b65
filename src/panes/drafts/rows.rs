//! How the queue looks: groups by what they wait for, a post on one line or on two.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drafts;
use super::facts::{ready_by, when};
use super::queue::{Draft, Group, Line, Waits};
use crate::domain::post::{Approval, soon};
use crate::domain::yes::{CHANGED_MEANWHILE, OF_A_DRAFT};
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put, put_cut, put_right, tint};

/// A topic keeps more than this many cells, or the note beside it goes.
const TOPIC: u16 = 5;

impl Drafts {
    pub(super) fn draw_queue(&self, list: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let marked: Vec<usize> = self.marked_rows().collect();
        for (line, y) in self.lines.iter().skip(self.top).zip(list.y..list.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_line(*line, row, &marked, buf, env);
        }
        if self.rows.is_empty() && list.height > 1 {
            let key = match (env.filter.is_empty(), env.roster.clients.is_empty()) {
                (false, _) => "filter-nothing",
                (true, true) => "drafts-no-clients",
                (true, false) => "drafts-empty",
            };
            let text = env.locale.text(key);
            let room = list.width.saturating_sub(2);
            put_cut(buf, list.x + 2, list.y + 1, room, &text, env.theme.dim);
        }
    }

    fn draw_line(&self, line: Line, row: Rect, marked: &[usize], buf: &mut Buffer, env: &Env<'_>) {
        match line {
            Line::Title(place) => {
                let text = title(&self.groups[place], env);
                put_cut(buf, row.x, row.y, row.width, &text, env.theme.strong);
            }
            Line::Row(at) => {
                draw_row(&self.rows[at], row, self.is_roomy, buf, env);
                if marked.binary_search(&at).is_ok() {
                    put(buf, row.x + 1, row.y, 1, "*", env.theme.strong);
                }
                if at == self.at {
                    tint(buf, row, env.theme.cursor_line);
                    put(buf, row.x, row.y, 1, ">", env.theme.strong);
                }
            }
            Line::Under(at) => {
                draw_under(&self.rows[at], row, buf, env);
                if at == self.at {
                    tint(buf, row, env.theme.cursor_line);
                }
            }
        }
    }
}

/// "TO WRITE 4", "READY 200+".
fn title(group: &Group, env: &Env<'_>) -> String {
    let more = if group.goes_on { "+" } else { "" };
    let name = env.locale.text(group.waits.key());
    format!("{name} {}{more}", group.drafts.len())
}

/// The topic, and what the client said where they asked for changes, or that their yes is gone.
fn about(draft: &Draft, env: &Env<'_>) -> String {
    let first = draft.first();
    let reason = env.locale.reason(&first.reason);
    match draft.waits {
        _ if first.approval == Approval::Changes && !reason.is_empty() => {
            format!("{} · «{reason}»", first.topic)
        }
        _ if OF_A_DRAFT.contains(&first.reason.as_str()) || first.reason == CHANGED_MEANWHILE => {
            format!("{} · {reason}", first.topic)
        }
        _ => first.topic.clone(),
    }
}

/// Its sign, its moment and whose it is; behind them the channels or, on a single line, what it is about.
fn draw_row(draft: &Draft, row: Rect, is_roomy: bool, buf: &mut Buffer, env: &Env<'_>) {
    let first = draft.first();
    let look = match draft.waits {
        _ if draft.is_problem() => env.theme.warn,
        Waits::Moment => env.theme.good,
        _ => env.theme.dim,
    };
    put(buf, row.x + 2, row.y, 1, draft.status.mark(), look);
    let time = when(draft.at(), env);
    put_cut(buf, row.x + 4, row.y, 13, &time, env.theme.text);
    let mut x = row.x + 18;
    // On one line the topic is worth more than a whole name.
    let name = if row.width < 36 && !is_roomy { 3 } else { 8 };
    if row.width >= 30 {
        let (client, colour) = env.roster.badge(first.client);
        put_cut(buf, x, row.y, name, client, env.theme.client(colour));
        x += name + 1;
    }
    let (note, style) = match waiting(draft, env) {
        span if !span.is_empty() => (span, look),
        _ if is_roomy => (String::new(), look),
        _ => want(draft, env),
    };
    let least = if is_roomy { 0 } else { TOPIC };
    let note_at = row.right().saturating_sub(width(&note) as u16 + 1);
    // The topic comes before a note that would leave nothing of it.
    let has_note = !note.is_empty() && note_at >= x + least;
    if has_note {
        let row = Rect {
            width: row.width - 1,
            ..row
        };
        put_right(buf, row, &note, style);
    }
    let right = if has_note { note_at - 1 } else { row.right() };
    let room = right.saturating_sub(x);
    if is_roomy {
        let codes = codes(draft, usize::from(room), env);
        put_cut(buf, x, row.y, room, &codes, env.theme.dim);
    } else {
        put_cut(buf, x, row.y, room, &about(draft, env), env.theme.text);
    }
}

/// "VK TG", or "VK +1" where not all of them have room.
fn codes(draft: &Draft, cells: usize, env: &Env<'_>) -> String {
    let lines = draft.lines.iter();
    let codes: Vec<&str> = lines.map(|line| env.roster.code(line.channel)).collect();
    let all = codes.join(" ");
    match codes.as_slice() {
        [first, rest @ ..] if width(&all) > cells => format!("{first} +{}", rest.len()),
        _ => all,
    }
}

/// What it is about, and at the right what it still wants.
fn draw_under(draft: &Draft, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let x = row.x + 4;
    let (note, style) = want(draft, env);
    let note_at = row.right().saturating_sub(width(&note) as u16 + 1);
    let has_note = !note.is_empty() && note_at > x + TOPIC;
    let right = if has_note { note_at - 1 } else { row.right() };
    put_cut(
        buf,
        x,
        row.y,
        right.saturating_sub(x),
        &about(draft, env),
        env.theme.text,
    );
    if has_note {
        put(buf, note_at, row.y, row.width, &note, style);
    }
}

/// How long the client has had it.
fn waiting(draft: &Draft, env: &Env<'_>) -> String {
    match draft.waits {
        Waits::Client => {
            let since = draft.first().approval_at;
            env.locale.span((env.now - since).num_minutes())
        }
        _ => String::new(),
    }
}

/// By when it must be ready, or that nothing is written yet.
fn want(draft: &Draft, env: &Env<'_>) -> (String, ratatui::style::Style) {
    match draft.ready_by() {
        Some(by) if draft.is_to_write() => {
            let style = if by <= soon(env.now) {
                env.theme.warn
            } else {
                env.theme.dim
            };
            (ready_by(by, env), style)
        }
        _ if draft.first().chars == 0 && draft.waits != Waits::Idea => (
            env.locale.text("drafts-no-text").into_owned(),
            env.theme.dim,
        ),
        _ => (String::new(), env.theme.dim),
    }
}
