//! One line of typing: what it is for, what was understood so far, and what Enter will do with it.

mod day;
mod moment;
mod shift;
mod understand;

pub use moment::Subject;
pub use understand::understand;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::Memo;
use crate::ui::{EditorStyle, LineInput, clear, put_cut_to, put_to, rule};

/// What the line means, so far.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Enter does this; the words show what was understood.
    Ready {
        /// The lines that say what was understood; those that begin with "▲ " warn of it.
        shown: Vec<String>,
        /// What is to be done.
        effects: Effects,
    },
    /// Something is missing or wrong; Enter says it again.
    Not(Words),
}

/// The prompt.
#[derive(Debug)]
pub struct Prompt {
    purpose: Purpose,
    /// What the line would move.
    subjects: Vec<Subject>,
    line: LineInput,
    meaning: Meaning,
    /// Enter was pressed on something not ready: the trouble is now said loudly.
    insisted: bool,
}

impl Prompt {
    /// Opens the line, with what was typed before if it never found its place.
    pub fn open(
        purpose: Purpose,
        subjects: Vec<Subject>,
        kept: Option<&str>,
        env: &Env<'_>,
    ) -> Self {
        let start = match (&purpose, kept.unwrap_or_default()) {
            (Purpose::Message { prefill }, _) if !prefill.is_empty() => prefill.as_str(),
            // What was typed and never found its place comes before what can be typed in again for her.
            (
                Purpose::Add { prefill } | Purpose::Sketch { prefill } | Purpose::Day { prefill },
                "",
            ) => prefill.as_str(),
            (_, kept) => kept,
        };
        let placeholder = env.locale.text(&format!("{}-example", key(&purpose)));
        let mut prompt = Self {
            line: LineInput::new(start, &placeholder),
            meaning: Meaning::Not(Words::new("prompt-empty")),
            purpose,
            subjects,
            insisted: false,
        };
        prompt.understand(env);
        prompt
    }

    /// Whose text this is, where losing it would hurt.
    pub fn owner(purpose: &Purpose) -> Option<&'static str> {
        match purpose {
            Purpose::Add { .. } => Some("add"),
            Purpose::Sketch { .. } => Some("sketch"),
            Purpose::Message { .. } => Some("message"),
            _ => None,
        }
    }

    pub(super) fn kept(&self) -> Option<Kept> {
        Self::owner(&self.purpose).map(|owner| Kept {
            owner: owner.to_owned(),
            text: self.line.text().to_owned(),
            caret: self.line.caret(),
        })
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        match key.code {
            Code::Esc => Reply::close(),
            Code::Enter => self.enter(env),
            _ => {
                if self.line.input(key) == crate::ui::Reply::Changed {
                    self.understand(env);
                }
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str, env: &Env<'_>) -> Reply {
        if self.line.paste_clean(&sanitize::own_line(text)) == crate::ui::Reply::Changed {
            self.understand(env);
        }
        Reply::stay()
    }

    /// What was understood may have grown old: "in 20 minutes" is read again at the moment of Enter.
    fn enter(&mut self, env: &Env<'_>) -> Reply {
        self.understand(env);
        match &self.meaning {
            Meaning::Ready { effects, .. } => {
                let forget = Self::owner(&self.purpose).map(|owner| Memo::Drop {
                    owner: owner.to_owned(),
                });
                let done = effects.clone();
                Reply::close_with(match forget {
                    Some(memo) => done.then(Effect::Remember(memo)),
                    None => done,
                })
            }
            Meaning::Not(_) => {
                self.insisted = true;
                Reply::stay()
            }
        }
    }

    fn understand(&mut self, env: &Env<'_>) {
        self.insisted = false;
        self.meaning = understand(&self.purpose, &self.subjects, self.line.text(), env);
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        self.line.settle(area.width.saturating_sub(4));
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let said = match &self.meaning {
            Meaning::Ready { shown, .. } => shown.len(),
            Meaning::Not(_) => 1,
        };
        let wanted = u16::try_from(2 + said.max(2)).unwrap_or(u16::MAX);
        let rows = wanted.min(area.height);
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
        let title = env.locale.text(&format!("{}-title", key(&self.purpose)));
        rule(buf, row(0), &title, &self.about(env), env.theme);
        put_to(
            buf,
            area.x + 1,
            row(1).y,
            area.right(),
            "›",
            env.theme.strong,
        );
        let line = Rect {
            x: area.x + 3,
            width: area.width.saturating_sub(4),
            ..row(1)
        };
        let caret = self
            .line
            .draw(line, buf, &EditorStyle::from(env.theme), true);
        self.draw_meaning(area, buf, env);
        caret
    }

    /// What was understood, or what is missing, under the line.
    fn draw_meaning(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        match &self.meaning {
            Meaning::Ready { shown, .. } => {
                for (words, y) in shown.iter().zip(area.y + 2..area.bottom()) {
                    let style = if words.starts_with(moment::WARNING) {
                        env.theme.warn
                    } else {
                        env.theme.good
                    };
                    put_cut_to(buf, area.x + 3, y, area.right(), words, style);
                }
            }
            Meaning::Not(words) if area.height > 2 => {
                let style = if self.insisted {
                    env.theme.bad
                } else {
                    env.theme.dim
                };
                let words = env.locale.words(words);
                put_cut_to(buf, area.x + 3, area.y + 2, area.right(), &words, style);
            }
            Meaning::Not(_) => {}
        }
    }
}

impl Prompt {
    /// Which channel is being looked at: several may wait for it.
    fn about(&self, env: &Env<'_>) -> String {
        if let Purpose::LetPass { rules, .. } = &self.purpose {
            let names: Vec<String> = rules.iter().map(|rule| env.locale.rule(*rule)).collect();
            return names.join(", ");
        }
        let Purpose::Found { channel } = &self.purpose else {
            return String::new();
        };
        let client = env.roster.channel(*channel).map(|it| it.card.client);
        let client = client.map_or("", |client| env.roster.badge(client).0);
        format!("{} {client}", env.roster.code(*channel))
    }
}

/// Locale key of a purpose; its title is `…-title`, an example `…-example`.
fn key(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Add { .. } => "prompt-add",
        Purpose::Sketch { .. } => "prompt-sketch",
        Purpose::Time { .. } => "prompt-time",
        Purpose::Day { .. } => "prompt-day",
        Purpose::Shift { .. } => "prompt-shift",
        Purpose::Skip { .. } => "prompt-skip",
        Purpose::Permalink { .. } => "prompt-link",
        Purpose::Attach { .. } => "prompt-attach",
        Purpose::Reason { .. } => "prompt-reason",
        Purpose::LetPass { .. } => "prompt-let-pass",
        Purpose::Found { .. } => "prompt-found",
        Purpose::Snooze { .. } => "prompt-snooze",
        Purpose::Topic { .. } => "prompt-topic",
        Purpose::Lead { .. } => "prompt-lead",
        Purpose::Message { .. } => "prompt-message",
        Purpose::Target { .. } => "prompt-target",
    }
}
