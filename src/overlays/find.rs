//! Posts and messages, found as she types; Enter goes there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::sanitize;
use crate::effect::{Effect, Show};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::store::{Found, FoundIn};
use crate::ui::{Cursor, EditorStyle, LineInput, popup, put_cut_to, put_right, tint};

/// The find window.
#[derive(Debug)]
pub struct Find {
    wanted: LineInput,
    found: Vec<Found>,
    unindexed: u64,
    cursor: Cursor,
}

impl Find {
    /// An empty one.
    pub fn new(env: &Env<'_>) -> Self {
        Self {
            wanted: LineInput::new("", &env.locale.text("find-placeholder")),
            found: Vec::new(),
            unindexed: 0,
            cursor: Cursor::default(),
        }
    }

    /// What the store found for the words as they stand, and how many messages could not be looked through yet.
    pub fn take(&mut self, found: Vec<Found>, unindexed: u64) {
        self.found = found;
        self.unindexed = unindexed;
        self.cursor.home();
    }

    pub(super) fn key(&mut self, key: Key, _env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => return Reply::close(),
            Code::Up => self.cursor.step(-1, self.found.len()),
            Code::Down | Code::Tab => self.cursor.step(1, self.found.len()),
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

    fn search(&self) -> Reply {
        Reply::with(Effect::Search(self.wanted.text().to_owned()))
    }

    fn go(&self) -> Reply {
        self.found
            .get(self.cursor.at)
            .map_or(Reply::stay(), |found| {
                Reply::close_with(match found.place {
                    FoundIn::Post(post) => Effect::Show(Show::Write {
                        post,
                        variant: None,
                    }),
                    FoundIn::Thread(thread) => Effect::Answer(thread),
                })
            })
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        self.cursor.settle(
            usize::from(area.height.saturating_sub(4)).max(1),
            self.found.len(),
        );
        self.wanted.settle(60);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let title = env.locale.text("find-title");
        let inner = popup(buf, area, (90, area.height), &title, env.theme);
        let line = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let caret = self
            .wanted
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        if self.unindexed > 0 {
            let words = env
                .locale
                .say("find-unindexed", &[("n", self.unindexed.into())]);
            put_right(buf, line, &words, env.theme.warn);
        }
        let window = self.cursor.window(
            usize::from(inner.height.saturating_sub(1)),
            self.found.len(),
        );
        for (at, y) in window.zip(inner.y + 1..inner.bottom()) {
            let row = Rect {
                y,
                height: 1,
                ..inner
            };
            draw_found(&self.found[at], row, buf, env);
            if at == self.cursor.at {
                tint(buf, row, env.theme.cursor_line);
            }
        }
        caret
    }
}

/// Whose, what kind of thing, and the line that shows it.
fn draw_found(found: &Found, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
    let (client, colour) = env.roster.badge(found.client);
    let kind = env.locale.text(match found.place {
        FoundIn::Post(_) => "find-post",
        FoundIn::Thread(_) => "find-message",
    });
    let edge = |x: u16| (row.x + x).min(row.right());
    put_cut_to(
        buf,
        row.x + 1,
        row.y,
        edge(9),
        client,
        env.theme.client(colour),
    );
    put_cut_to(buf, row.x + 10, row.y, edge(20), &kind, env.theme.dim);
    put_cut_to(
        buf,
        row.x + 21,
        row.y,
        row.right(),
        &found.text,
        env.theme.text,
    );
}
