//! How Today looks: sections of one list, calm, most pressing first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Today;
use super::lines::{Contract, Gap, Look, Row};
use super::update::is_problem;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::{Approval, Status};
use crate::env::Env;
use crate::store::{PostLine, Waiting};
use crate::ui::{put, put_cut, put_right, rule, tint};

/// Columns: marker, time, channels, client, topic, need.
const TIME: u16 = 2;
const CODES: u16 = 9;
const CLIENT: u16 = 15;
const TOPIC: u16 = 23;

/// One line of the picture: a section's rule, or a row.
enum Line {
    Rule(String, String),
    Row(usize),
    More(String),
}

impl Today {
    /// Before each draw: the cursor's row must be in sight.
    pub fn settle(&mut self, area: Rect, env: &Env<'_>) {
        self.height = usize::from(area.height.saturating_sub(1));
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
                    put(buf, row.x + TIME, y, row.right(), text, env.theme.dim);
                }
                Line::Row(at) => self.draw_row(*at, row, buf, env),
            }
        }
        if self.rows.is_empty() && list.height > 1 {
            let text = env.locale.text("today-all-quiet");
            put_cut(
                buf,
                list.x + TIME,
                list.y + 1,
                list.right(),
                &text,
                env.theme.dim,
            );
        }
        None
    }

    fn draw_since(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        if let Some(since) = self.since {
            let text = env.locale.say(
                "today-since",
                &[
                    ("when", self.moment_words(since, env).into()),
                    ("out", self.meanwhile.out.into()),
                    ("missed", self.meanwhile.missed.into()),
                    ("wrote", self.meanwhile.wrote.into()),
                ],
            );
            put_cut(buf, row.x + 1, row.y, row.right(), &text, env.theme.dim);
        }
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

    fn lines(&self, env: &Env<'_>) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.rows.len() + 5);
        let title = |key: &str, n: usize| format!("{} {n}", env.locale.text(key));
        for at in 0..self.rows.len() {
            let starts = at == 0
                || section(&self.rows[at - 1], self.late.len(), at - 1)
                    != section(&self.rows[at], self.late.len(), at);
            if starts {
                lines.push(match section(&self.rows[at], self.late.len(), at) {
                    Section::Late => {
                        Line::Rule(title("today-late", self.late.len()), String::new())
                    }
                    Section::Today => {
                        Line::Rule(title("today-today", self.today.len()), self.out_note(env))
                    }
                    Section::Waiting => Line::Rule(
                        title("today-waiting", self.waiting_count as usize),
                        env.locale.text("today-waiting-note").into_owned(),
                    ),
                    Section::Tonight => {
                        Line::Rule(env.locale.text("today-tonight").into_owned(), String::new())
                    }
                });
            }
            lines.push(Line::Row(at));
            let last_waiting = at + 1 == self.late.len() + self.today.len() + self.waiting_shown();
            if last_waiting && self.waiting_count as usize > self.waiting_shown() {
                let more = self.waiting_count as usize - self.waiting_shown();
                lines.push(Line::More(
                    env.locale.say("today-more", &[("n", more.into())]),
                ));
            }
        }
        lines
    }

    fn out_note(&self, env: &Env<'_>) -> String {
        let (out, all) = self.out_of;
        env.locale
            .say("today-out-of", &[("out", out.into()), ("all", all.into())])
    }

    fn draw_row(&self, at: usize, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        match &self.rows[at] {
            Row::Post(line) => draw_post(line, row, buf, env),
            Row::Waiting(waiting) => draw_waiting(waiting, row, buf, env),
            Row::Looks(looks) => draw_note(row, "today-looks", &looks_words(looks, env), buf, env),
            Row::Numbers(missing) => {
                draw_note(row, "today-numbers", &numbers_words(missing, env), buf, env)
            }
            Row::Gaps(gaps) => draw_note(row, "today-gaps", &gaps_words(gaps, env), buf, env),
            Row::Contracts(contracts) => draw_note(
                row,
                "today-contracts",
                &contract_words(contracts, env),
                buf,
                env,
            ),
        }
        if at == self.cursor.at {
            tint(buf, row, env.theme.cursor_line);
            put(buf, row.x, row.y, row.right(), ">", env.theme.strong);
        }
    }

    fn moment_words(&self, at: crate::domain::Moment, env: &Env<'_>) -> String {
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
}

#[derive(PartialEq, Eq)]
enum Section {
    Late,
    Today,
    Waiting,
    Tonight,
}

fn section(row: &Row, late: usize, at: usize) -> Section {
    match row {
        Row::Post(_) if at < late => Section::Late,
        Row::Post(_) => Section::Today,
        Row::Waiting(_) => Section::Waiting,
        Row::Looks(_) | Row::Numbers(_) | Row::Gaps(_) | Row::Contracts(_) => Section::Tonight,
    }
}

fn draw_post(line: &PostLine, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let first = line.first();
    let need = need(line, env);
    let style = need_style(line, env);
    let time = line
        .at()
        .or(first.out_at)
        .map_or_else(String::new, |at| time_words(at, env));
    put_cut(
        buf,
        row.x + TIME,
        row.y,
        row.x + CODES - 1,
        &time,
        env.theme.text,
    );
    let codes: Vec<&str> = line
        .variants
        .iter()
        .map(|line| env.roster.code(line.channel))
        .collect();
    put(
        buf,
        row.x + CODES,
        row.y,
        row.x + CLIENT - 1,
        &codes_words(&codes),
        env.theme.dim,
    );
    let (client, colour) = env.roster.badge(first.client);
    put_cut(
        buf,
        row.x + CLIENT,
        row.y,
        row.x + TOPIC - 1,
        client,
        env.theme.client(colour),
    );
    let wide = crate::ui::width::width(&need) as u16;
    let need_at = row.right().saturating_sub(wide + 1).max(row.x + TOPIC + 12);
    put_cut(
        buf,
        row.x + TOPIC,
        row.y,
        need_at.saturating_sub(1).min(row.right()),
        &first.topic,
        env.theme.text,
    );
    put_cut(buf, need_at, row.y, row.right(), &need, style);
}

/// The clock, and the day where it is not today.
fn time_words(at: crate::domain::Moment, env: &Env<'_>) -> String {
    let wall = env.wall(at);
    if wall.date_naive() == env.today() {
        env.clock(at)
    } else {
        let days = (wall.date_naive() - env.today()).num_days();
        if days == 1 {
            format!("+{}", env.clock(at))
        } else {
            wall.format("%d.%m").to_string()
        }
    }
}

/// Two codes fit; more say so.
fn codes_words(codes: &[&str]) -> String {
    match codes {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} {two}"),
        [one, rest @ ..] => format!("{one} +{}", rest.len()),
    }
}

/// What the post needs, in words.
fn need(line: &PostLine, env: &Env<'_>) -> String {
    let first = line.first();
    let say = |key: &str, args: &[(&str, crate::locale::Arg)]| env.locale.say(key, args);
    let since_planned = line.at().map_or(0, |at| -env.minutes_until(at));
    match line.status {
        Status::Published => match first.out_at {
            Some(at) => say("today-need-out", &[("clock", env.clock(at).into())]),
            None => String::new(),
        },
        Status::Missed => say(
            "today-need-missed",
            &[
                ("ago", env.locale.span(since_planned).into()),
                ("why", why(first, env).into()),
            ],
        ),
        Status::Due => say(
            "today-need-due",
            &[("ago", env.locale.span(since_planned).into())],
        ),
        Status::Review => say(
            "today-need-review",
            &[(
                "day",
                env.locale
                    .weekday_short(weekday(first.approval_at, env))
                    .into(),
            )],
        ),
        Status::Changes => say(
            "today-need-changes",
            &[("what", first.reason.as_str().into())],
        ),
        Status::Hold => say("today-need-hold", &[("why", first.reason.as_str().into())]),
        Status::Draft | Status::Idea => say("today-need-draft", &[("n", first.chars.into())]),
        Status::Approved | Status::Scheduled | Status::Skipped if first.chars == 0 => {
            env.locale.text("today-need-text").into_owned()
        }
        Status::Approved | Status::Scheduled | Status::Skipped if first.wants_media() => {
            env.locale.text("today-need-picture").into_owned()
        }
        Status::Approved | Status::Scheduled | Status::Skipped => by_hand(line, env),
    }
}

/// "by hand", with how soon, and the client's own clock where it differs.
fn by_hand(line: &PostLine, env: &Env<'_>) -> String {
    let Some(at) = line.at() else {
        return env.locale.text("today-need-by-hand").into_owned();
    };
    match env.client_clock(line.first().client, at) {
        Some(theirs) => env
            .locale
            .say("today-need-by-hand-theirs", &[("clock", theirs.into())]),
        None => env.locale.say(
            "today-need-by-hand-in",
            &[("in", env.locale.span(env.minutes_until(at)).into())],
        ),
    }
}

/// Why a slot stayed empty. The clock's reasons are locale keys; anything else is said as it is.
fn why(line: &crate::store::AgendaLine, env: &Env<'_>) -> String {
    if line.reason.starts_with("missed-") {
        return env.locale.text(&line.reason).into_owned();
    }
    let key = match line.approval {
        Approval::Draft | Approval::Idea => "missed-draft",
        Approval::Review => "missed-review",
        Approval::Changes => "missed-changes",
        Approval::Hold => "missed-hold",
        Approval::Approved => "missed-not-stamped",
    };
    env.locale.text(key).into_owned()
}

fn weekday(at: crate::domain::Moment, env: &Env<'_>) -> chrono::Weekday {
    use chrono::Datelike;
    env.wall(at).weekday()
}

fn need_style(line: &PostLine, env: &Env<'_>) -> Style {
    match line.status {
        Status::Missed => env.theme.bad,
        Status::Due => env.theme.warn,
        Status::Published => env.theme.good,
        _ if is_problem(&Row::Post(line.clone()), env) => env.theme.warn,
        _ => env.theme.dim,
    }
}

fn draw_waiting(waiting: &Waiting, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
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
    put_cut(buf, row.x + TIME, row.y, row.x + CODES - 1, &left, style);
    put(
        buf,
        row.x + CODES,
        row.y,
        row.x + CLIENT - 1,
        env.roster.code(waiting.channel),
        env.theme.dim,
    );
    let (client, colour) = env.roster.badge(waiting.client);
    put_cut(
        buf,
        row.x + CLIENT,
        row.y,
        row.x + TOPIC - 1,
        client,
        env.theme.client(colour),
    );
    let person_end = (row.x + TOPIC + 11).min(row.right());
    put_cut(
        buf,
        row.x + TOPIC,
        row.y,
        person_end.saturating_sub(1),
        &waiting.person,
        env.theme.text,
    );
    let x = put(
        buf,
        person_end,
        row.y,
        row.right(),
        waiting.tone.word(),
        env.theme.warn,
    );
    put_cut(
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
    put_cut(
        buf,
        row.x + TIME,
        row.y,
        row.x + 11,
        &label,
        env.theme.strong,
    );
    put_cut(buf, row.x + 11, row.y, row.right(), words, env.theme.text);
}

fn looks_words(looks: &[Look], env: &Env<'_>) -> String {
    let each: Vec<String> = looks
        .iter()
        .map(|look| {
            let ago = look.minutes_ago.map_or_else(
                || env.locale.text("today-look-never").into_owned(),
                |minutes| env.locale.ago(minutes),
            );
            format!(
                "{} {} {ago}",
                env.roster.code(look.channel),
                env.roster.badge(look.client).0
            )
        })
        .collect();
    env.locale
        .say("today-looks-words", &[("list", each.join(" · ").into())])
}

fn numbers_words(missing: &[(ClientId, ChannelId)], env: &Env<'_>) -> String {
    env.locale
        .say("today-numbers-words", &[("n", missing.len().into())])
}

fn gaps_words(gaps: &[Gap], env: &Env<'_>) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for gap in gaps {
        let day = env.locale.weekday_short(weekday(gap.at, env));
        match words.last_mut() {
            Some(entry) if last == Some(gap.client) => {
                if !entry.ends_with(&day) {
                    entry.push_str(", ");
                    entry.push_str(&day);
                }
            }
            _ => words.push(format!("{} {day}", env.roster.badge(gap.client).0)),
        }
        last = Some(gap.client);
    }
    words.join(" · ")
}

fn contract_words(contracts: &[Contract], env: &Env<'_>) -> String {
    let each: Vec<String> = contracts
        .iter()
        .map(|it| {
            env.locale.say(
                "today-contract-words",
                &[
                    ("client", env.roster.badge(it.client).0.into()),
                    ("out", it.out.into()),
                    ("planned", it.planned.into()),
                    ("promised", it.promised.into()),
                ],
            )
        })
        .collect();
    each.join(" · ")
}
