//! Every action by name: type a few letters of it, in any of its words, Enter does it.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, keep_view};
use crate::action::Action;
use crate::domain::fold::fold;
use crate::domain::sanitize;
use crate::effect::Effect;
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::store::View;
use crate::ui::{Cursor, EditorStyle, LineInput, popup, put_cut_to, put_right, tint};

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// Action, its title, its sentence, its key, and the folded words that find it.
    entries: Vec<(Action, String, String, String, String)>,
    found: Vec<usize>,
    wanted: LineInput,
    cursor: Cursor,
}

impl Palette {
    /// All actions, found by title, sentence and id; kept views go by the names she gave them.
    pub fn new(
        key_of: impl Fn(Action) -> Option<String>,
        views: &[(u8, View)],
        env: &Env<'_>,
    ) -> Self {
        let entries: Vec<_> = Action::ALL
            .iter()
            .map(|&action| {
                let mut views = views.iter();
                let kept = views.find(|(digit, _)| action.view() == Some(*digit));
                let (title, sentence) = match kept {
                    Some((_, view)) => (view.name.clone(), keep_view::sentence(view, env)),
                    None => called(action, env),
                };
                let folded = fold(&format!("{title} {sentence} {}", action.id()));
                (
                    action,
                    title,
                    sentence,
                    key_of(action).unwrap_or_default(),
                    folded,
                )
            })
            .collect();
        Self {
            found: (0..entries.len()).collect(),
            entries,
            wanted: LineInput::new("", &env.locale.text("picker-narrow")),
            cursor: Cursor::default(),
        }
    }

    pub(super) fn key(&mut self, key: Key, _env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => return Reply::close(),
            Code::Up => self.cursor.step(-1, self.found.len()),
            Code::Down | Code::Tab => self.cursor.step(1, self.found.len()),
            Code::Enter => {
                let action = self.found.get(self.cursor.at).map(|at| self.entries[*at].0);
                return action.map_or(Reply::stay(), |action| {
                    Reply::close_with(Effect::Act(action))
                });
            }
            _ => {
                self.wanted.input(key);
                self.search();
            }
        }
        Reply::stay()
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        self.wanted.paste_clean(&sanitize::line(text));
        self.search();
        Reply::stay()
    }

    fn search(&mut self) {
        let pattern = Pattern::parse(
            &fold(self.wanted.text()),
            CaseMatching::Ignore,
            Normalization::Never,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| {
                let score = pattern.score(Utf32Str::new(&entry.4, &mut letters), &mut matcher)?;
                Some((score, at))
            })
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.found = scored.into_iter().map(|(_, at)| at).collect();
        self.cursor.home();
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        self.cursor.settle(
            usize::from(area.height.saturating_sub(5)).max(1),
            self.found.len(),
        );
        self.wanted.settle(60);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let title = env.locale.text("palette-title");
        let inner = popup(
            buf,
            area,
            (76, area.height.saturating_sub(2)),
            &title,
            env.theme,
        );
        let line = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let caret = self
            .wanted
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        let window = self.cursor.window(
            usize::from(inner.height.saturating_sub(1)),
            self.found.len(),
        );
        for (at, y) in window.zip(inner.y + 1..inner.bottom()) {
            let (_, title, sentence, key, _) = &self.entries[self.found[at]];
            let row = Rect {
                y,
                height: 1,
                ..inner
            };
            put_cut_to(
                buf,
                inner.x + 1,
                y,
                (inner.x + 16).min(inner.right()),
                title,
                env.theme.strong,
            );
            put_cut_to(
                buf,
                inner.x + 17,
                y,
                inner.right().saturating_sub(8),
                sentence,
                env.theme.text,
            );
            put_right(buf, row, key, env.theme.hint_key);
            if at == self.cursor.at {
                tint(buf, row, env.theme.cursor_line);
            }
        }
        caret
    }
}

/// The title and the sentence that every action has.
fn called(action: Action, env: &Env<'_>) -> (String, String) {
    let key = action.title_key();
    let title = env.locale.text(&key).into_owned();
    let sentence = env.locale.text(&format!("{key}-long")).into_owned();
    (title, sentence)
}
