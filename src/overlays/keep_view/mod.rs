//! Keeping what is shown under a digit: a number and a name in one line, and above it what is kept already.

mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Reply;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::store::View;
use crate::ui::{EditorStyle, LineInput, clear, put_cut_to, put_to, rule};
use words::{OFF, digit_and_name, free, suggested, what};

pub(super) use words::sentence;

/// What the line means so far.
#[derive(Debug, Clone, PartialEq)]
enum Meaning {
    /// Keep it under this digit; what was there moves on, if there is room.
    Keep {
        digit: u8,
        name: String,
        old: Option<View>,
        free: Option<u8>,
    },
    /// Let this one go.
    Drop { digit: u8, old: View },
    /// Something is missing or wrong.
    Not(Words),
}

/// The line.
#[derive(Debug)]
pub struct KeepView {
    /// What is shown now, under the name it gets if she gives it none.
    shown: View,
    kept: Vec<(u8, View)>,
    line: LineInput,
    meaning: Meaning,
    insisted: bool,
}

impl KeepView {
    /// Opens for what is shown now: Enter alone keeps it under the first free digit.
    pub fn open(mut shown: View, kept: Vec<(u8, View)>, env: &Env<'_>) -> Self {
        shown.name = suggested(&shown, env);
        let placeholder = env.locale.text("view-example");
        let line = LineInput::new("", &placeholder);
        let mut overlay = Self {
            meaning: Meaning::Not(Words::new("view-needs-name")),
            shown,
            kept,
            line,
            insisted: false,
        };
        overlay.understand();
        overlay
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => Reply::close(),
            Code::Enter => self.enter(env),
            _ => {
                if self.line.input(key) == crate::ui::Reply::Changed {
                    self.understand();
                }
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str, _env: &Env<'_>) -> Reply {
        if self.line.paste_clean(&sanitize::line(text)) == crate::ui::Reply::Changed {
            self.understand();
        }
        Reply::stay()
    }

    fn understand(&mut self) {
        self.insisted = false;
        let line = sanitize::line(self.line.text());
        let (digit, name) = digit_and_name(&line, free(&self.kept));
        let old = |digit: u8| {
            let found = self.kept.iter().find(|(kept, _)| *kept == digit);
            found.map(|(_, view)| view.clone())
        };
        self.meaning = match digit {
            Some(digit) if name == OFF => old(digit).map_or_else(
                || Meaning::Not(Words::new("view-none-there").with("n", digit)),
                |old| Meaning::Drop { digit, old },
            ),
            Some(digit) => Meaning::Keep {
                digit,
                name: if name.is_empty() {
                    self.shown.name.clone()
                } else {
                    name
                },
                old: old(digit),
                free: free(&self.kept),
            },
            None => Meaning::Not(Words::new("view-needs-name")),
        };
    }

    fn enter(&mut self, env: &Env<'_>) -> Reply {
        match self.meaning.clone() {
            Meaning::Not(_) => {
                self.insisted = true;
                Reply::stay()
            }
            // What would be lost is asked about.
            Meaning::Keep {
                old: Some(_),
                free: None,
                ..
            } if !self.insisted => {
                self.insisted = true;
                Reply::stay()
            }
            Meaning::Drop { digit, old } => {
                let words = Words::new("view-dropped")
                    .with("name", &old.name)
                    .with("was", what(&old, env));
                Reply::close_with(done(Effect::Remember(View::dropped(digit)).into(), words))
            }
            Meaning::Keep {
                digit,
                name,
                old,
                free,
            } => {
                let view = View {
                    name,
                    ..self.shown.clone()
                };
                Reply::close_with(keep(
                    digit,
                    &view,
                    old.as_ref().zip(free),
                    old.as_ref(),
                    env,
                ))
            }
        }
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.line.settle(area.width.saturating_sub(4));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let kept = u16::try_from(self.kept.len()).unwrap_or(area.height);
        let rows = kept.saturating_add(4).min(area.height);
        let area = Rect {
            y: area.bottom() - rows,
            height: rows,
            ..area
        };
        clear(buf, area);
        let title = env.locale.text("view-title");
        let top = Rect {
            height: 1.min(area.height),
            ..area
        };
        rule(buf, top, &title, "", env.theme);
        let right = area.right();
        let under = area.bottom().saturating_sub(3).max(area.y);
        for ((digit, view), y) in self.kept.iter().zip(area.y + 1..under) {
            let args = [
                ("n", digit.to_string().into()),
                ("name", view.name.as_str().into()),
                ("what", what(view, env).into()),
            ];
            let words = env.locale.say("view-kept-line", &args);
            put_cut_to(buf, area.x + 3, y, right, &words, env.theme.dim);
        }
        put_to(buf, area.x + 1, under, right, "›", env.theme.strong);
        let line = Rect {
            x: area.x + 3,
            y: under,
            width: area.width.saturating_sub(4),
            height: 1.min(area.height),
        };
        let caret = self
            .line
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        for ((words, style), y) in self.feedback(env).iter().zip(under + 1..area.bottom()) {
            put_cut_to(buf, area.x + 3, y, right, words, *style);
        }
        caret
    }

    /// What Enter will do, and what becomes of what is kept there now.
    fn feedback(&self, env: &Env<'_>) -> Vec<(String, Style)> {
        let say = |key: &str, name: &str, n: u8| {
            let n = n.to_string();
            let args = [
                ("name", name.into()),
                ("n", n.as_str().into()),
                ("to", n.as_str().into()),
            ];
            env.locale.say(key, &args)
        };
        match &self.meaning {
            Meaning::Not(words) => {
                let style = if self.insisted {
                    env.theme.bad
                } else {
                    env.theme.dim
                };
                vec![(env.locale.words(words), style)]
            }
            Meaning::Drop { digit, old } => {
                vec![(say("view-drops", &old.name, *digit), env.theme.warn)]
            }
            Meaning::Keep {
                digit,
                name,
                old,
                free,
            } => {
                let args = [
                    ("n", digit.to_string().into()),
                    ("name", name.as_str().into()),
                    ("what", what(&self.shown, env).into()),
                ];
                let mut said = vec![(env.locale.say("view-what", &args), env.theme.good)];
                match (old, free) {
                    (Some(old), Some(free)) => {
                        said.push((say("view-moves", &old.name, *free), env.theme.warn));
                    }
                    (Some(old), None) => {
                        said.push((say("view-lost", &old.name, *digit), env.theme.bad));
                    }
                    (None, _) => {}
                }
                said
            }
        }
    }
}

/// Keeps a view; what was under its digit moves to a free one, or is let go.
fn keep(
    digit: u8,
    view: &View,
    moves: Option<(&View, u8)>,
    old: Option<&View>,
    env: &Env<'_>,
) -> Effects {
    let mut effects = Effects::one(Effect::Remember(view.kept(digit)));
    let named = |key: &str| Words::new(key).with("n", digit).with("name", &view.name);
    let words = match (moves, old) {
        (Some((old, free)), _) => {
            effects = effects.then(Effect::Remember(old.kept(free)));
            named("view-kept-moved")
                .with("old", &old.name)
                .with("to", free)
        }
        (None, Some(old)) => named("view-kept-over")
            .with("old", &old.name)
            .with("was", what(old, env)),
        (None, None) => named("view-kept"),
    };
    done(effects, words)
}

fn done(effects: Effects, words: Words) -> Effects {
    effects.then(Effect::Toast(words, Weight::Plain))
}
