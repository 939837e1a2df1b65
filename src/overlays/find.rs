//! Posts and messages, found as she types; Enter goes there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::found::Piece;
use crate::domain::sanitize;
use crate::effect::{Effect, Show};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::store::{Found, FoundIn, Haul};
use crate::ui::{Cursor, EditorStyle, LineInput, popup, put_cut_to, put_right, tint};

/// Where the line begins that shows what was found: behind the client, what it is, and the channel.
const LINE: u16 = 23;

/// The find window.
#[derive(Debug)]
pub struct Find {
    wanted: LineInput,
    /// Which look is waited for: answers to older words are late.
    turn: u64,
    /// Which look has been answered last.
    answered: u64,
    haul: Haul,
    cursor: Cursor,
}

impl Find {
    /// An empty one.
    pub fn new(env: &Env<'_>) -> Self {
        Self {
            wanted: LineInput::new("", &env.locale.text("find-placeholder")),
            turn: 0,
            answered: 0,
            haul: Haul::default(),
            cursor: Cursor::default(),
        }
    }

    /// What the desk holds for the words of this turn; what was found for older ones stays out.
    pub fn take(&mut self, turn: u64, haul: Haul) {
        if turn == self.turn {
            self.haul = haul;
            self.answered = turn;
            self.cursor.home();
        }
    }

    pub(super) fn key(&mut self, key: Key, _env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => return Reply::close(),
            Code::Up => self.cursor.step(-1, self.haul.found.len()),
            Code::Down | Code::Tab => self.cursor.step(1, self.haul.found.len()),
            Code::Enter => return self.go(),
            _ => {
                if self.wanted.input(key) == crate::ui::Reply::Changed {
                    return self.search();
                }
            }
        }
        Reply::stay()
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        self.wanted.paste_clean(&sanitize::line(text));
        self.search()
    }

    fn search(&mut self) -> Reply {
        self.turn += 1;
        Reply::with(Effect::Search {
            turn: self.turn,
            words: self.wanted.text().to_owned(),
        })
    }

    fn go(&self) -> Reply {
        let Some(found) = self.haul.found.get(self.cursor.at) else {
            return Reply::stay();
        };
        Reply::close_with(match (found.place, found.piece) {
            (FoundIn::Thread(thread), _) => Effect::Answer(thread),
            (
                FoundIn::Post { post, .. },
                Piece::FirstComment | Piece::Note | Piece::Brief | Piece::Alt,
            ) => Effect::Show(Show::PostCard(post)),
            (FoundIn::Post { post, own }, _) => Effect::Show(Show::Write {
                post,
                variant: own.map(|(_, variant)| variant),
            }),
        })
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        self.cursor.settle(
            usize::from(area.height.saturating_sub(4)).max(1),
            self.haul.found.len(),
        );
        self.wanted.settle(60);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let title = env.locale.text("find-title");
        let inner = popup(buf, area, (120, area.height), &title, env.theme);
        let line = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let caret = self
            .wanted
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        if self.haul.unindexed > 0 {
            let words = env
                .locale
                .say("find-unindexed", &[("n", self.haul.unindexed.into())]);
            put_right(buf, line, &words, env.theme.warn);
        }
        let found = &self.haul.found;
        let is_asked = !self.wanted.text().trim().is_empty();
        if found.is_empty() && is_asked && self.answered == self.turn && inner.height > 1 {
            let words = env.locale.text("find-nothing");
            put_cut_to(
                buf,
                inner.x + 1,
                inner.y + 1,
                inner.right(),
                &words,
                env.theme.dim,
            );
        }
        let rows = usize::from(inner.height.saturating_sub(1));
        let window = self.cursor.window(rows, found.len());
        for (at, y) in window.zip(inner.y + 1..inner.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..inner
            };
            draw_found(&found[at], row, buf, env);
            if at == self.cursor.at {
                tint(buf, row, env.theme.cursor_line);
            }
        }
        caret
    }
}

/// Whose, what it is, on which channel, the line that shows it, and its day.
fn draw_found(found: &Found, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let theme = env.theme;
    let edge = |x: u16| (row.x + x).min(row.right());
    let (client, colour) = env.roster.badge(found.client);
    let mut put = |x: u16, to: u16, words: &str, style| {
        put_cut_to(buf, edge(x), row.y, to, words, style);
    };
    put(1, edge(9), client, theme.client(colour));
    let kind = env.locale.text(&format!("find-{}", found.piece.word()));
    put(10, edge(19), &kind, theme.dim);
    if let FoundIn::Post {
        own: Some((channel, _)),
        ..
    } = found.place
    {
        put(20, edge(LINE - 1), env.roster.code(channel), theme.dim);
    }
    let day = found
        .at
        .map(|at| env.locale.day_short(env.wall(at).date_naive()))
        .unwrap_or_default();
    let wide = u16::try_from(crate::ui::width::width(&day)).unwrap_or(0);
    let end = row.right().saturating_sub(wide + 2).max(edge(LINE));
    draw_line(found, (edge(LINE), end), row.y, buf, env);
    put_right(buf, row, &day, theme.dim);
}

/// The line with its words lit; before it, what it belongs to, if the line does not say so itself.
fn draw_line(found: &Found, (from, to): (u16, u16), y: u16, buf: &mut Buffer, env: &Env<'_>) {
    let mut x = from;
    // Texts often begin with what they are about.
    if !found.title.is_empty() && !found.line.starts_with(&found.title) {
        let third = from + (to - from) / 3;
        x = put_cut_to(buf, x, y, third, &found.title, env.theme.dim);
        x = put_cut_to(buf, x, y, to, " · ", env.theme.dim);
    }
    let mut at = 0;
    for lit in &found.lit {
        x = put_cut_to(buf, x, y, to, &found.line[at..lit.start], env.theme.text);
        x = put_cut_to(buf, x, y, to, &found.line[lit.clone()], env.theme.strong);
        at = lit.end;
    }
    put_cut_to(buf, x, y, to, &found.line[at..], env.theme.text);
}
