//! How the list of days looks: a rule for each day, and under it a row for each post with what it still needs.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Plan;
use super::rows::{Line, Row, lacks_picture, lacks_text};
use crate::domain::post::{Approval, Status};
use crate::domain::yes::{CHANGED_MEANWHILE, OF_A_DRAFT};
use crate::env::Env;
use crate::store::PostLine;
use crate::ui::width::width;
use crate::ui::{put, put_cut, rule, tint};

/// Where the columns of a row begin; narrow windows leave the less important ones away.
struct Columns {
    theirs: Option<u16>,
    codes: Option<u16>,
    client: Option<u16>,
    topic: u16,
    needs: bool,
}

impl Columns {
    fn of(width: u16, has_theirs: bool) -> Self {
        let mut x = 10;
        let mut column = |cells: u16, shown: bool| {
            shown.then(|| {
                x += cells;
                x - cells
            })
        };
        let theirs = column(6, has_theirs && width >= 60);
        let codes = column(6, width >= 48);
        let client = column(9, width >= 36);
        Self {
            theirs,
            codes,
            client,
            topic: x,
            needs: width >= 60,
        }
    }
}

impl Plan {
    /// Draws the rows that are in sight.
    pub(super) fn draw_list(&self, list: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let columns = Columns::of(list.width, self.has_theirs);
        for (line, y) in self.lines.iter().skip(self.top).zip(list.y..list.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_line(*line, row, &columns, buf, env);
        }
        if self.rows.is_empty() && list.height > 1 {
            let key = if env.filter.is_empty() {
                "plan-empty"
            } else {
                "filter-nothing"
            };
            let text = env.locale.text(key);
            let room = list.width.saturating_sub(2);
            put_cut(buf, list.x + 2, list.y + 1, room, &text, env.theme.dim);
        }
    }

    fn draw_line(&self, line: Line, row: Rect, columns: &Columns, buf: &mut Buffer, env: &Env<'_>) {
        match line {
            Line::Day(day, posts) => {
                let mut title = vec![env.locale.day_short(day), posts.to_string()];
                title.extend(env.day_names(day));
                rule(buf, row, &title.join(" · "), &day_note(day, env), env.theme);
            }
            Line::Shelf => {
                let note = env.locale.text("plan-shelf-note");
                rule(buf, row, &env.locale.text("plan-shelf"), &note, env.theme);
            }
            Line::Row(at) => {
                match &self.rows[at] {
                    Row::Free(day) | Row::Gap(day, _) => {
                        let free = env.locale.text("plan-free").into_owned();
                        let mut words = vec![env.locale.day_short(*day), free];
                        words.extend(Some(day_note(*day, env)).filter(|note| !note.is_empty()));
                        words.extend(env.day_names(*day));
                        let room = row.width.saturating_sub(2);
                        let text = words.join(" · ");
                        put_cut(buf, row.x + 2, row.y, room, &text, env.theme.dim);
                    }
                    Row::Post(_, line) | Row::Shelved(line) => {
                        draw_post(line, row, columns, buf, env);
                        let sign = self.sign(line.variants.iter().map(|it| it.variant));
                        put(buf, row.x + 1, row.y, 1, sign, env.theme.strong);
                    }
                }
                if at == self.at {
                    tint(buf, row, env.theme.cursor_line);
                    put(buf, row.x, row.y, 1, ">", env.theme.strong);
                }
            }
        }
    }
}

/// "today", "tomorrow".
fn day_note(day: chrono::NaiveDate, env: &Env<'_>) -> String {
    match (day - env.today()).num_days() {
        0 => env.locale.text("plan-today").into_owned(),
        1 => env.locale.text("plan-tomorrow").into_owned(),
        _ => String::new(),
    }
}

fn draw_post(line: &PostLine, row: Rect, columns: &Columns, buf: &mut Buffer, env: &Env<'_>) {
    let first = line.first();
    let look = need_style(line, env);
    let (x, y) = (row.x, row.y);
    put(buf, x + 2, y, 1, line.status.mark(), look);
    if let Some(at) = line.at() {
        put(buf, x + 4, y, 5, &env.clock(at), env.theme.text);
        if let (Some(column), Some(theirs)) = (columns.theirs, env.other_clock(first.client, at)) {
            put(buf, x + column, y, 5, &theirs, env.theme.dim);
        }
    }
    if let Some(column) = columns.codes {
        put_cut(
            buf,
            x + column,
            y,
            5,
            &codes_words(line, env),
            env.theme.dim,
        );
    }
    if let Some(column) = columns.client {
        let (client, colour) = env.roster.badge(first.client);
        put_cut(buf, x + column, y, 8, client, env.theme.client(colour));
    }
    // On a very wide window the need stays within sight of its topic.
    let right = row.right().min(row.x + 140);
    let need = if columns.needs {
        need(line, env)
    } else {
        String::new()
    };
    let topic = x + columns.topic;
    let wide = width(&need) as u16;
    // The topic keeps a third of what is left, however much there is to say about it.
    let least = topic + right.saturating_sub(topic) / 3;
    let need_at = match wide {
        0 => right,
        _ => right.saturating_sub(wide + 1).max(least),
    };
    let room = need_at.saturating_sub(topic + u16::from(wide > 0));
    put_cut(buf, topic, y, room, &first.topic, env.theme.text);
    put_cut(buf, need_at, y, right.saturating_sub(need_at), &need, look);
}

/// Two codes fit; more say so.
fn codes_words(line: &PostLine, env: &Env<'_>) -> String {
    let code = |n: usize| env.roster.code(line.variants[n].channel);
    match line.variants.len() {
        0 => String::new(),
        1 => code(0).to_owned(),
        2 => format!("{} {}", code(0), code(1)),
        n => format!("{} +{}", code(0), n - 1),
    }
}

/// What stands between the post and its moment, in words; nothing for a post that is ready.
fn need(line: &PostLine, env: &Env<'_>) -> String {
    let first = line.first();
    let say = |key: &str, name: &str, value: String| env.locale.say(key, &[(name, value.into())]);
    let mut words = Vec::new();
    match line.status {
        Status::Published => {
            let out = first.out_at.map(|at| env.clock(at));
            words.extend(out.map(|clock| say("plan-need-out", "clock", clock)));
        }
        Status::Skipped => words.push(say("plan-need-skipped", "why", first.reason.clone())),
        Status::Missed => words.push(say("plan-need-missed", "why", why(line, env))),
        Status::Unsure => words.push(env.locale.text("plan-need-unsure").into_owned()),
        Status::Due => words.push(env.locale.text("plan-need-due").into_owned()),
        Status::Review => {
            let since = env.wall(first.approval_at).weekday();
            let day = env.locale.weekday_short(since);
            words.push(say("plan-need-review", "day", day));
            if first.reason == CHANGED_MEANWHILE {
                words.push(env.locale.text("plan-need-changed").into_owned());
            }
        }
        Status::Changes => words.push(say(
            "plan-need-changes",
            "what",
            env.locale.reason(&first.reason).into_owned(),
        )),
        Status::Hold => words.push(say(
            "plan-need-hold",
            "why",
            env.locale.reason(&first.reason).into_owned(),
        )),
        Status::Idea => words.push(env.locale.text("plan-need-idea").into_owned()),
        Status::Draft if OF_A_DRAFT.contains(&first.reason.as_str()) => {
            words.push(env.locale.reason(&first.reason).into_owned());
        }
        Status::Draft => words.push(env.locale.text("plan-need-draft").into_owned()),
        Status::Approved | Status::Scheduled => {}
    }
    let over = matches!(
        line.status,
        Status::Published | Status::Unsure | Status::Skipped | Status::Idea
    );
    if !over {
        words.extend(line.marks().map(|key| env.locale.text(key).into_owned()));
    }
    if !over && lacks_text(line) {
        words.push(env.locale.text("plan-need-text").into_owned());
    }
    if let Some(lack) = line.lacks_media().filter(|_| !over) {
        words.push(env.locale.words(&lack.words()));
    }
    words.join(", ")
}

/// Why a time passed with nothing out. The clock's reasons are locale keys; anything else is said as it is.
fn why(line: &PostLine, env: &Env<'_>) -> String {
    let first = line.first();
    let key = match (first.reason.as_str(), first.approval) {
        (reason, _) if reason.starts_with("missed-") => reason,
        (_, Approval::Draft | Approval::Idea) => "missed-draft",
        (_, Approval::Review) => "missed-review",
        (_, Approval::Changes) => "missed-changes",
        (_, Approval::Hold) => "missed-hold",
        (_, Approval::Approved) => "missed-not-stamped",
    };
    env.locale.text(key).into_owned()
}

fn need_style(line: &PostLine, env: &Env<'_>) -> Style {
    match line.status {
        Status::Missed | Status::Unsure => env.theme.bad,
        Status::Due | Status::Changes => env.theme.warn,
        Status::Published => env.theme.good,
        Status::Skipped | Status::Idea | Status::Hold => env.theme.dim,
        _ if lacks_text(line) || lacks_picture(line) || line.marks().next().is_some() => {
            env.theme.warn
        }
        _ => env.theme.dim,
    }
}
