//! The line that says which posts are shown: what is behind it narrows with every letter, Esc puts it back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::filter::{Filter, Names, Reading, read};
use crate::domain::sanitize;
use crate::effect::Effect;
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::ui::{EditorStyle, LineInput, clear, put_cut_to, put_to, rule};

/// Rows it takes of the room.
const ROWS: u16 = 4;

/// The line.
#[derive(Debug)]
pub struct FilterLine {
    names: Names,
    /// What was shown before.
    was: Filter,
    line: LineInput,
    reading: Reading,
    /// Enter was pressed though something is unclear: it is now said loudly.
    insisted: bool,
}

impl FilterLine {
    /// Opens with the filter as it stands.
    pub fn open(names: Names, env: &Env<'_>) -> Self {
        let line = env.filter.to_string();
        let placeholder = env.locale.text("filter-example");
        Self {
            reading: read(&line, &names),
            line: LineInput::new(&line, &placeholder),
            was: env.filter.clone(),
            names,
            insisted: false,
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Reply {
        match key.code {
            Code::Esc => Reply::close_with(Effect::Filter(self.was.clone())),
            Code::Enter if self.reading.unclear.is_empty() => Reply::close(),
            Code::Enter => {
                self.insisted = true;
                Reply::stay()
            }
            _ => {
                let reply = self.line.input(key);
                self.changed(reply)
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        let reply = self.line.paste_clean(&sanitize::line(text));
        self.changed(reply)
    }

    /// What is understood so far is shown at once.
    fn changed(&mut self, reply: crate::ui::Reply) -> Reply {
        if reply != crate::ui::Reply::Changed {
            return Reply::stay();
        }
        self.insisted = false;
        self.reading = read(self.line.text(), &self.names);
        Reply::with(Effect::Filter(self.reading.filter.clone()))
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.line.settle(area.width.saturating_sub(4));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let rows = ROWS.min(area.height);
        let area = Rect {
            y: area.bottom() - rows,
            height: rows,
            ..area
        };
        clear(buf, area);
        let row = |n: u16| Rect {
            y: (area.y + n).min(area.bottom().saturating_sub(1)),
            height: 1.min(area.height),
            ..area
        };
        let title = env.locale.text("filter-title");
        rule(buf, row(0), &title, "", env.theme);
        let right = area.right();
        put_to(buf, area.x + 1, row(1).y, right, "›", env.theme.strong);
        let line = Rect {
            x: area.x + 3,
            width: area.width.saturating_sub(4),
            ..row(1)
        };
        let caret = self
            .line
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        let understood = if self.reading.filter.is_empty() {
            (
                env.locale.text("filter-everything").into_owned(),
                env.theme.dim,
            )
        } else {
            (
                env.locale.filter_spelt(&self.reading.filter),
                env.theme.good,
            )
        };
        let below = match self.reading.unclear.first() {
            Some(unclear) => {
                let style = if self.insisted {
                    env.theme.bad
                } else {
                    env.theme.warn
                };
                (env.locale.words(&unclear.words()), style)
            }
            None => (env.locale.text("filter-help").into_owned(), env.theme.dim),
        };
        for ((words, style), y) in [understood, below].iter().zip(area.y + 2..area.bottom()) {
            put_cut_to(buf, area.x + 3, y, right, words, *style);
        }
        caret
    }
}
