//! How the history looks: its own line, the entries, what one of them touched, and the question what else shall go.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{History, Look, Question, rows};
use crate::env::Env;
use crate::store::Entry;
use crate::ui::{Theme, chosen, clear, parts, put_cut_to, put_right, rule};

/// Cells of the moment and of where it came from.
const WHEN: u16 = 17;
const BY: u16 = 16;

/// Rows of the question.
const QUESTION: u16 = 4;

impl History {
    pub(in crate::overlays) fn settle(&mut self, area: Rect) {
        let (_, list, _) = split(area, self.question.is_some());
        self.height = usize::from(list.height).max(1);
        self.cursor.settle(self.height, self.entries.len());
        let height = self.height;
        if let Some(detail) = &mut self.detail {
            let room = usize::from(area.width.saturating_sub(2));
            detail.rows = rows(&detail.told, room.saturating_sub(4));
            detail.top = detail.top.min(detail.rows.len().saturating_sub(height));
        }
    }

    pub(in crate::overlays) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> Option<(u16, u16)> {
        clear(buf, area);
        let (top, list, below) = split(area, self.question.is_some());
        if let Some(detail) = &self.detail {
            let entry = self.entries.iter().find(|entry| entry.id == detail.entry);
            let title = entry.map_or_else(String::new, |it| env.locale.words(&it.title));
            let note = entry.map_or_else(String::new, |it| {
                format!("{} · {}", when(it, env), by(it, env))
            });
            rule(buf, top, &title, &note, env.theme);
            let shown = detail.rows.iter().skip(detail.top);
            for ((look, text), y) in shown.zip(list.y..list.bottom()) {
                put_cut_to(
                    buf,
                    list.x + 1,
                    y,
                    list.right(),
                    text,
                    style(*look, env.theme),
                );
            }
            return None;
        }
        let title = env.locale.text("history-title");
        rule(
            buf,
            top,
            &title,
            &env.locale.text("history-note"),
            env.theme,
        );
        if self.entries.is_empty() {
            let words = env.locale.text("history-empty");
            put_cut_to(buf, list.x + 2, list.y, list.right(), &words, env.theme.dim);
        }
        for (at, row) in self.cursor.rows(list, self.entries.len()) {
            draw_entry(&self.entries[at], row, buf, env);
            if at == self.cursor.at {
                chosen(buf, row, env.theme);
            }
        }
        if let Some(question) = &self.question {
            draw_question(question, below, buf, env);
        }
        None
    }
}

/// How a line about a change looks.
pub(in crate::overlays) fn style(look: Look, theme: &Theme) -> Style {
    match look {
        Look::Head => theme.strong,
        Look::Plain => theme.text,
        Look::Gone => theme.bad,
        Look::New => theme.good,
    }
}

fn when(entry: &Entry, env: &Env<'_>) -> String {
    let day = env.locale.day_short(env.wall(entry.at).date_naive());
    format!("{day} {}", env.clock(entry.at))
}

/// Where it came from: a file counts more than the door it was brought through.
fn by(entry: &Entry, env: &Env<'_>) -> String {
    match entry.file() {
        Some(_) => env.locale.text("history-by-file").into_owned(),
        None => env
            .locale
            .text(&format!("history-by-{}", entry.origin.word()))
            .into_owned(),
    }
}

fn draw_entry(entry: &Entry, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let dim = env.theme.dim;
    let style = if entry.is_standing() {
        env.theme.text
    } else {
        dim
    };
    let edge = |x: u16| (row.x + x).min(row.right());
    put_cut_to(
        buf,
        edge(2),
        row.y,
        edge(2 + WHEN),
        &when(entry, env),
        style,
    );
    put_cut_to(
        buf,
        edge(3 + WHEN),
        row.y,
        edge(3 + WHEN + BY),
        &by(entry, env),
        dim,
    );
    let mut end = row.right();
    if entry.undone {
        end = put_right(buf, row, &env.locale.text("history-undone"), dim).saturating_sub(1);
    }
    let words = env.locale.words(&entry.title);
    put_cut_to(buf, edge(4 + WHEN + BY), row.y, end, &words, style);
}

fn draw_question(question: &Question, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let why = env.locale.words(&question.why);
    let above = question.above.as_ref().map_or_else(String::new, |entry| {
        let args = [
            ("when", when(entry, env).into()),
            ("what", env.locale.words(&entry.title).into()),
        ];
        env.locale.say("history-above", &args)
    });
    let offer = env
        .locale
        .say("history-offer", &[("n", question.entries.len().into())]);
    let lines = [
        (why, env.theme.warn),
        (above, env.theme.text),
        (offer, env.theme.strong),
    ];
    let top = Rect {
        height: 1.min(area.height),
        ..area
    };
    rule(
        buf,
        top,
        &env.locale.text("history-question"),
        "",
        env.theme,
    );
    let lines = lines.iter().filter(|(words, _)| !words.is_empty());
    for ((words, style), y) in lines.zip(top.bottom()..area.bottom()) {
        put_cut_to(buf, area.x + 1, y, area.right(), words, *style);
    }
}

/// Its own line, the entries, and the question below them.
fn split(area: Rect, asks: bool) -> (Rect, Rect, Rect) {
    let question = if asks { QUESTION } else { 0 };
    parts(area, area.height.saturating_sub(1 + question))
}
