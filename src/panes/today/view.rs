//! How Today looks: sections of one list, calm, most pressing first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::lines::Row;
use super::sections::Line;
use super::update::is_problem;
use super::words::{
    blocked_words, codes_words, contract_words, gaps_words, looks_words, need, numbers_words,
    time_words, with_client_words,
};
use super::{Today, empty, soon};
use crate::domain::post::Status;
use crate::env::Env;
use crate::store::{PostLine, Waiting};
use crate::ui::{put_cut_to, put_right, put_to, rule, tint};

/// Columns: marker, time, channels, client, topic, need.
pub(super) const TIME: u16 = 2;
pub(super) const CODES: u16 = 9;
pub(super) const CLIENT: u16 = 15;
pub(super) const TOPIC: u16 = 23;

/// Below this many cells a post's row has no room for its need.
const NARROW: u16 = 60;

/// The right edge of a post's row, however wide the window.
const FARTHEST: u16 = 140;

impl Today {
    /// Before each draw: the cursor's row must be in sight.
    pub fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let height = usize::from(area.height.saturating_sub(1));
        if height != self.height {
            self.height = height;
            self.lay_rows();
        }
        self.cursor.settle(self.height.max(1), self.rows.len());
        let lines = self.lines(env);
        let at = lines
            .iter()
            .position(|line| matches!(line, Line::Row(row) if *row == self.cursor.at));
        let at = at.unwrap_or(0);
        // A section's first row brings its rule along.
        let first = if at > 0 && matches!(lines[at - 1], Line::Rule(..)) {
            at - 1
        } else {
            at
        };
        if first < self.top {
            self.top = first;
        } else if at >= self.top + self.height.max(1) {
            self.top = at + 1 - self.height.max(1);
        }
        self.top = self.top.min(lines.len().saturating_sub(self.height.max(1)));
    }

    /// Draws the room.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        if area.height == 0 {
            return None;
        }
        if empty::is_empty(env) {
            empty::draw(area, buf, env);
            return None;
        }
        self.draw_since(Rect { height: 1, ..area }, buf, env);
        let list = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        let lines = self.lines(env);
        for (line, y) in lines.iter().skip(self.top).zip(list.y..list.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            match line {
                Line::Rule(title, note) => rule(buf, row, title, note, env.theme),
                Line::More(text) => {
                    put_to(buf, row.x + TIME, y, row.right(), text, env.theme.dim);
                }
                Line::Row(at) => self.draw_row(*at, row, buf, env),
            }
        }
        if self.rows.is_empty() {
            Self::draw_quiet(list, buf, env);
        }
        None
    }

    /// With one client in scope, whose times these are; then what happened meanwhile, and what comes next.
    fn draw_since(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let mut words: Vec<String> = Vec::new();
        words.extend(env.scope.map(|_| env.whose_clock()));
        words.extend(self.since.map(|since| {
            env.locale.say(
                "today-since",
                &[
                    ("when", moment_words(since, env).into()),
                    ("out", self.meanwhile.out.into()),
                    ("missed", self.meanwhile.missed.into()),
                    ("wrote", self.meanwhile.wrote.into()),
                ],
            )
        }));
        let text = words.join(" · ");
        put_cut_to(buf, row.x + 1, row.y, row.right(), &text, env.theme.dim);
        if let Some((line, at)) = self.next.as_ref().and_then(|line| Some((line, line.at()?))) {
            let minutes = env.minutes_until(at);
            let text = env.locale.say(
                "today-next",
                &[
                    ("clock", env.clock(at).into()),
                    ("client", env.roster.badge(line.first().client).0.into()),
                    ("in", env.locale.span(minutes).into()),
                ],
            );
            put_right(buf, row, &format!(" {text}"), env.theme.strong);
        }
    }

    fn draw_row(&self, at: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        match &self.rows[at] {
            Row::Post(line) => draw_post(line, row, buf, env),
            Row::Waiting(waiting) => draw_waiting(waiting, row, buf, env),
            Row::Blocked(blocked) => {
                draw_note(row, "today-blocked", &blocked_words(blocked, env), buf, env);
            }
            Row::WithClient(waits) => draw_note(
                row,
                "today-with-client",
                &with_client_words(waits, env),
                buf,
                env,
            ),
            Row::Looks(looks) => draw_note(row, "today-looks", &looks_words(looks, env), buf, env),
            Row::Numbers(missing) => {
                draw_note(row, "today-numbers", &numbers_words(missing, env), buf, env);
            }
            Row::Gaps(gaps) => draw_note(row, "today-gaps", &gaps_words(gaps, env), buf, env),
            Row::Contracts(contracts) => draw_note(
                row,
                "today-contracts",
                &contract_words(contracts, env),
                buf,
                env,
            ),
            Row::Soon(soon) => draw_note(row, "today-soon", &soon::words(soon, env), buf, env),
        }
        if at == self.cursor.at {
            tint(buf, row, env.theme.cursor_line);
            put_to(buf, row.x, row.y, row.right(), ">", env.theme.strong);
        }
    }
}

/// Cells by which a wide window widens the columns of channels and of people.
const fn more_room(row: Rect) -> u16 {
    if row.width < 110 { 0 } else { 6 }
}

fn draw_post(line: &PostLine, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let first = line.first();
    let wide = more_room(row);
    // On a very wide window the need stays within sight of its topic.
    let row = Rect {
        width: row.width.min(FARTHEST),
        ..row
    };
    let style = need_style(line, env);
    // Where a need could only be hinted at, the topic is said in full and the colour of the time tells the rest.
    let (need, time_style) = if row.width < NARROW {
        (String::new(), style)
    } else {
        (need(line, env), env.theme.text)
    };
    let time = line
        .at()
        .or(first.out_at)
        .map_or_else(String::new, |at| time_words(at, env));
    put_cut_to(
        buf,
        row.x + TIME,
        row.y,
        row.x + CODES - 1,
        &time,
        time_style,
    );
    let codes: Vec<&str> = line
        .variants
        .iter()
        .map(|line| env.roster.code(line.channel))
        .collect();
    put_to(
        buf,
        row.x + CODES,
        row.y,
        row.x + wide + CLIENT - 1,
        &codes_words(&codes, 2 + usize::from(wide) / 3),
        env.theme.dim,
    );
    let (client, colour) = env.roster.badge(first.client);
    put_cut_to(
        buf,
        row.x + wide + CLIENT,
        row.y,
        row.x + wide + TOPIC - 1,
        client,
        env.theme.client(colour),
    );
    let cells = crate::ui::width::width(&need) as u16;
    let need_at = row
        .right()
        .saturating_sub(cells + 1)
        .max(row.x + wide + TOPIC + 12);
    put_cut_to(
        buf,
        row.x + wide + TOPIC,
        row.y,
        need_at.saturating_sub(1).min(row.right()),
        &first.topic,
        env.theme.text,
    );
    put_cut_to(buf, need_at, row.y, row.right(), &need, style);
}

fn need_style(line: &PostLine, env: &Env<'_>) -> Style {
    match line.status {
        Status::Missed | Status::Unsure => env.theme.bad,
        Status::Due => env.theme.warn,
        Status::Published => env.theme.good,
        _ if is_problem(&Row::Post(line.clone()), env) => env.theme.warn,
        _ => env.theme.dim,
    }
}

fn draw_waiting(waiting: &Waiting, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let wide = more_room(row);
    let minutes = env.minutes_until(waiting.answer_by);
    let left = if minutes < 0 {
        format!("-{}", env.locale.span(-minutes))
    } else {
        env.locale.span(minutes)
    };
    let style = match minutes {
        ..15 => env.theme.bad,
        15..60 => env.theme.warn,
        _ => env.theme.text,
    };
    put_cut_to(buf, row.x + TIME, row.y, row.x + CODES - 1, &left, style);
    put_to(
        buf,
        row.x + CODES,
        row.y,
        row.x + wide + CLIENT - 1,
        env.roster.code(waiting.channel),
        env.theme.dim,
    );
    let (client, colour) = env.roster.badge(waiting.client);
    put_cut_to(
        buf,
        row.x + wide + CLIENT,
        row.y,
        row.x + wide + TOPIC - 1,
        client,
        env.theme.client(colour),
    );
    let person_end = (row.x + wide + TOPIC + 11 + wide).min(row.right());
    put_cut_to(
        buf,
        row.x + wide + TOPIC,
        row.y,
        person_end.saturating_sub(1),
        &waiting.person,
        env.theme.text,
    );
    let x = put_to(
        buf,
        person_end,
        row.y,
        row.right(),
        waiting.tone.word(),
        env.theme.warn,
    );
    put_cut_to(
        buf,
        x.max(person_end + 1) + 1,
        row.y,
        row.right(),
        &waiting.text,
        env.theme.text,
    );
}

fn draw_note(row: Rect, key: &str, words: &str, buf: &mut Buffer, env: &Env<'_>) {
    let label = env.locale.text(key);
    put_cut_to(
        buf,
        row.x + TIME,
        row.y,
        row.x + 11,
        &label,
        env.theme.strong,
    );
    put_cut_to(buf, row.x + 11, row.y, row.right(), words, env.theme.text);
}

/// The clock, with the day where it was another.
fn moment_words(at: crate::domain::Moment, env: &Env<'_>) -> String {
    let wall = env.wall(at);
    if wall.date_naive() == env.today() {
        env.clock(at)
    } else {
        format!(
            "{} {}",
            env.locale.day_short(wall.date_naive()),
            env.clock(at)
        )
    }
}
