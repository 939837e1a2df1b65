//! How drafts look: the queue at the left or above, the chosen text beside or below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drafts;
use super::queue::{Draft, Group, Line, Waits};
use crate::domain::Moment;
use crate::domain::post::Approval;
use crate::domain::yes::{CHANGED_MEANWHILE, TAKEN_BACK};
use crate::domain::zone::town;
use crate::env::Env;
use crate::ui::width::width;
use crate::ui::{put, put_cut, put_right, rule, tint};

/// A topic keeps more than this many cells, or the note beside it goes.
const TOPIC: u16 = 5;

/// From so many columns the text stands beside the queue.
const BESIDE_FROM: u16 = 100;

/// Columns of the queue beside a text.
const QUEUE: u16 = 44;

/// From so many rows a queue beside a text gives each post two lines.
const ROOMY_FROM: u16 = 16;

/// From so many rows the text is shown below the queue.
const BELOW_FROM: u16 = 12;

/// What goes where.
pub(super) struct Places {
    list: Rect,
    /// The line between queue and text, where there is a text.
    line: Rect,
    pub(super) paper: Rect,
    is_roomy: bool,
}

impl Places {
    fn of(area: Rect) -> Self {
        let below = Rect {
            y: area.y + area.height.min(1),
            height: area.height.saturating_sub(1),
            ..area
        };
        let nothing = Rect { height: 0, ..below };
        if area.width >= BESIDE_FROM {
            return Self {
                list: Rect {
                    width: QUEUE,
                    ..below
                },
                line: Rect {
                    x: area.x + QUEUE,
                    width: 1,
                    ..below
                },
                paper: Rect {
                    x: area.x + QUEUE + 2,
                    width: area.width - QUEUE - 3,
                    ..below
                },
                is_roomy: below.height >= ROOMY_FROM,
            };
        }
        if area.height < BELOW_FROM {
            return Self {
                list: below,
                line: nothing,
                paper: nothing,
                is_roomy: false,
            };
        }
        let list = below.height * 2 / 5;
        Self {
            list: Rect {
                height: list,
                ..below
            },
            line: Rect {
                y: below.y + list,
                height: 1,
                ..below
            },
            paper: Rect {
                x: area.x + 1,
                y: below.y + list + 1,
                width: area.width.saturating_sub(2),
                height: below.height - list - 1,
            },
            is_roomy: false,
        }
    }
}

impl Drafts {
    /// Before each draw: the cursor's row in sight with its title, the chosen wording wrapped.
    pub fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let places = Places::of(area);
        if places.is_roomy != self.is_roomy {
            self.is_roomy = places.is_roomy;
            self.lay();
        }
        self.height = usize::from(places.list.height);
        self.scroll();
        if let Some(paper) = &mut self.paper {
            paper.wrap(self.channel, usize::from(places.paper.width).max(1));
        }
    }

    fn scroll(&mut self) {
        let height = self.height.max(1);
        let here = |line: &Line| *line == Line::Row(self.at);
        let first = self.lines.iter().position(here).unwrap_or(0);
        let last = first + usize::from(self.is_roomy);
        let title = first.checked_sub(1).map(|above| self.lines[above]);
        let first = match title {
            Some(Line::Title(_)) if height > 1 + usize::from(self.is_roomy) => first - 1,
            _ => first,
        };
        if first < self.top {
            self.top = first;
        } else if last >= self.top + height {
            self.top = last + 1 - height;
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    /// Draws the room.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        if area.is_empty() {
            return None;
        }
        let places = Places::of(area);
        self.draw_head(Rect { height: 1, ..area }, buf, env);
        let list = places.list;
        for (line, y) in self.lines.iter().skip(self.top).zip(list.y..list.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_line(*line, row, buf, env);
        }
        if self.rows.is_empty() && list.height > 1 {
            let text = env.locale.text("drafts-empty");
            let room = list.width.saturating_sub(2);
            put_cut(buf, list.x + 2, list.y + 1, room, &text, env.theme.dim);
        }
        if places.line.width == 1 {
            for y in places.line.y..places.line.bottom() {
                put(buf, places.line.x, y, 1, "│", env.theme.rule);
            }
        } else if places.line.height == 1 {
            rule(buf, places.line, "", "", env.theme);
        }
        if places.paper.height > 0 && places.paper.width > 0 {
            self.draw_paper(places.paper, buf, env);
        }
        None
    }

    /// "to write 4 · client 2 · ready 8".
    fn draw_head(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let count = |waits: &[Waits]| {
            let groups = || self.groups.iter().filter(|it| waits.contains(&it.waits));
            let posts: usize = groups().map(|it| it.drafts.len()).sum();
            let more = if groups().any(|it| it.goes_on) {
                "+"
            } else {
                ""
            };
            format!("{posts}{more}")
        };
        let args = [
            ("write", count(&[Waits::Late, Waits::ToWrite]).into()),
            ("client", count(&[Waits::Client]).into()),
            ("changes", count(&[Waits::Changes]).into()),
            ("ready", count(&[Waits::Moment]).into()),
            ("ideas", count(&[Waits::Idea]).into()),
        ];
        let text = env.locale.say("drafts-head", &args);
        let room = row.width.saturating_sub(1);
        let end = put_cut(buf, row.x + 1, row.y, room, &text, env.theme.dim);
        if env.scope.is_some() {
            // The counts keep their places; whose times these are is said behind them, as much of it as there is room for.
            let left = row.right().saturating_sub(end);
            let whole = format!(" · {}", env.whose_clock());
            let clock = if width(&whole) <= usize::from(left) {
                whole
            } else {
                format!(" · {}", town(env.shown_zone()))
            };
            put_cut(buf, end, row.y, left, &clock, env.theme.dim);
        }
    }

    fn draw_line(&self, line: Line, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        match line {
            Line::Title(place) => {
                let text = title(&self.groups[place], env);
                put_cut(buf, row.x, row.y, row.width, &text, env.theme.strong);
            }
            Line::Row(at) => {
                draw_row(&self.rows[at], row, self.is_roomy, buf, env);
                if at == self.at {
                    tint(buf, row, env.theme.cursor_line);
                    put(buf, row.x, row.y, 1, ">", env.theme.strong);
                }
            }
            Line::Under(at) => {
                let draft = &self.rows[at];
                let room = row.width.saturating_sub(4);
                put_cut(
                    buf,
                    row.x + 4,
                    row.y,
                    room,
                    &about(draft, env),
                    env.theme.text,
                );
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
        _ if [TAKEN_BACK, CHANGED_MEANWHILE].contains(&first.reason.as_str()) => {
            format!("{} · {reason}", first.topic)
        }
        _ => first.topic.clone(),
    }
}

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
    if row.width >= 36 {
        let (client, colour) = env.roster.badge(first.client);
        put_cut(buf, x, row.y, 8, client, env.theme.client(colour));
        x += 9;
    }
    let note = note(draft, env);
    let note_at = row.right().saturating_sub(width(&note) as u16 + 1);
    // The topic comes before a note that would leave nothing of it.
    let has_note = !note.is_empty() && note_at > x + TOPIC;
    if has_note {
        put_right(
            buf,
            Rect {
                width: row.width - 1,
                ..row
            },
            &note,
            look,
        );
    }
    let right = if has_note { note_at - 1 } else { row.right() };
    let room = right.saturating_sub(x);
    if is_roomy {
        let codes: Vec<&str> = draft
            .lines
            .iter()
            .map(|line| env.roster.code(line.channel))
            .collect();
        put_cut(buf, x, row.y, room, &codes.join(" "), env.theme.dim);
    } else {
        put_cut(buf, x, row.y, room, &about(draft, env), env.theme.text);
    }
}

/// How long the client has had it, or that nothing is written yet.
fn note(draft: &Draft, env: &Env<'_>) -> String {
    let first = draft.first();
    match draft.waits {
        Waits::Client => env.locale.span((env.now - first.approval_at).num_minutes()),
        Waits::Idea => String::new(),
        _ if first.chars == 0 => env.locale.text("drafts-no-text").into_owned(),
        _ => String::new(),
    }
}

/// "today 19:30", "Sat 28 17:00", "28.01 17:00", "no date".
pub(super) fn when(at: Option<Moment>, env: &Env<'_>) -> String {
    use chrono::Datelike;
    let Some(at) = at else {
        return env.locale.text("drafts-no-date").into_owned();
    };
    let wall = env.wall(at);
    let clock = env.clock(at);
    let days = (wall.date_naive() - env.today()).num_days();
    match days {
        0 => env.locale.say("drafts-today", &[("clock", clock.into())]),
        -6..=27 => {
            let weekday = env.locale.weekday_short(wall.weekday());
            format!("{weekday} {} {clock}", wall.day())
        }
        _ => format!("{} {clock}", wall.format("%d.%m")),
    }
}
