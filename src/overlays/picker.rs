//! One of a few: type to narrow, arrows to walk, Enter to take.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, VariantId};
use crate::domain::post::Approval;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose, Show};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::ui::{Cursor, EditorStyle, LineInput, popup, put_cut_to, tint};

/// What is picked.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked {
    /// A client for the scope, or all.
    Scope(Option<ClientId>),
    /// A status for these variants.
    Status(Vec<VariantId>, Approval),
    /// A client whose rubrics she wants to see.
    Rubrics(ClientId),
    /// Something to do.
    Do(Box<Command>),
}

/// The list.
#[derive(Debug)]
pub struct Picker {
    title: String,
    choices: Vec<(String, Picked)>,
    narrow: LineInput,
    cursor: Cursor,
}

impl Picker {
    /// Which client is in scope.
    pub fn scope(env: &Env<'_>) -> Self {
        let all = (
            env.locale.text("scope-all").into_owned(),
            Picked::Scope(None),
        );
        let each = clients(|id| Picked::Scope(Some(id)), env);
        let title = env.locale.text("scope-title").into_owned();
        Self::new(title, std::iter::once(all).chain(each).collect(), env)
    }

    /// Whose rubrics, campaigns and formats.
    pub fn whose_rubrics(env: &Env<'_>) -> Self {
        let title = env.locale.text("rubrics-pick").into_owned();
        Self::new(title, clients(Picked::Rubrics, env).collect(), env)
    }

    /// One of a few things to do.
    pub fn choose(title: &Words, choices: Vec<(Words, Command)>, env: &Env<'_>) -> Self {
        let each = choices.into_iter().map(|(words, command)| {
            let name = env.locale.words(&words);
            (name, Picked::Do(Box::new(command)))
        });
        Self::new(env.locale.words(title), each.collect(), env)
    }

    /// Where variants go from here: what they are now is said, the cursor waits on the step after it.
    pub fn status(variants: &[VariantId], now: Option<Approval>, env: &Env<'_>) -> Self {
        let choices = Approval::ALL
            .iter()
            .map(|to| {
                let name = env.locale.text(&format!("approval-{}", to.word()));
                let name = if now == Some(*to) {
                    env.locale.say("status-now", &[("status", name.into())])
                } else {
                    name.into_owned()
                };
                (name, Picked::Status(variants.to_vec(), *to))
            })
            .collect();
        let title = env.locale.text("status-title").into_owned();
        let mut picker = Self::new(title, choices, env);
        let next = now.map(next);
        let at = Approval::ALL.iter().position(|to| Some(*to) == next);
        picker.cursor.at = at.unwrap_or(0);
        picker
    }

    fn new(title: String, choices: Vec<(String, Picked)>, env: &Env<'_>) -> Self {
        Self {
            title,
            choices,
            narrow: LineInput::new("", &env.locale.text("picker-narrow")),
            cursor: Cursor::default(),
        }
    }

    pub(super) fn key(&mut self, key: Key, _env: &Env<'_>) -> Reply {
        let len = self.matching().count();
        match key.code {
            Code::Esc => return Reply::close(),
            Code::Up => self.cursor.step(-1, len),
            Code::Down | Code::Tab => self.cursor.step(1, len),
            Code::Enter => return self.take(),
            _ => {
                self.narrow.input(key);
                self.cursor.home();
            }
        }
        Reply::stay()
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        self.narrow.paste_clean(&sanitize::line(text));
        Reply::stay()
    }

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let len = self.matching().count();
        self.cursor
            .settle(usize::from(area.height.saturating_sub(3)).max(1), len);
        self.narrow.settle(40);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let rows = u16::try_from(self.choices.len() + 3).unwrap_or(area.height);
        let inner = popup(
            buf,
            area,
            (46, rows.min(area.height)),
            &self.title,
            env.theme,
        );
        let style = EditorStyle::from(env.theme);
        let line = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let caret = self.narrow.draw(line, buf, &style, true);
        let height = usize::from(inner.height.saturating_sub(1));
        let names: Vec<&str> = self.matching().map(|(name, _)| name.as_str()).collect();
        let window = self.cursor.window(height, names.len());
        for (at, y) in window.zip(inner.y + 1..inner.bottom()) {
            put_cut_to(
                buf,
                inner.x + 1,
                y,
                inner.right(),
                names[at],
                env.theme.text,
            );
            if at == self.cursor.at {
                let row = Rect {
                    y,
                    height: 1,
                    ..inner
                };
                tint(buf, row, env.theme.cursor_line);
                put_cut_to(buf, inner.x, y, inner.right(), ">", env.theme.strong);
            }
        }
        caret
    }

    fn matching(&self) -> impl Iterator<Item = &(String, Picked)> {
        let wanted = fold(self.narrow.text());
        self.choices
            .iter()
            .filter(move |(name, _)| fold(name).contains(&wanted))
    }

    fn take(&self) -> Reply {
        let Some((_, picked)) = self.matching().nth(self.cursor.at) else {
            return Reply::stay();
        };
        Reply::close_with(match picked.clone() {
            Picked::Scope(scope) => Effects::one(Effect::SetScope(scope)),
            Picked::Rubrics(client) => Effect::Show(Show::Rubrics(Some(client))).into(),
            Picked::Do(command) => (*command).into(),
            // Sending back and parking need words: the next line of typing asks for them.
            Picked::Status(variants, to @ (Approval::Changes | Approval::Hold)) => {
                Effect::Show(Show::Prompt(Purpose::Reason { variants, to })).into()
            }
            Picked::Status(variants, to) => Command::Plan(PlanCommand::SetApproval {
                variants,
                to,
                reason: String::new(),
            })
            .into(),
        })
    }
}

/// Every client by both names, and what picking it means.
fn clients(
    picked: fn(ClientId) -> Picked,
    env: &Env<'_>,
) -> impl Iterator<Item = (String, Picked)> {
    env.roster.clients.iter().map(move |client| {
        let name = format!("{} · {}", client.card.short, client.card.name);
        (name, picked(client.id))
    })
}

/// The usual way of a text: written, looked at by the client, agreed.
const fn next(now: Approval) -> Approval {
    match now {
        Approval::Idea => Approval::Draft,
        Approval::Draft | Approval::Changes => Approval::Review,
        Approval::Review | Approval::Hold | Approval::Approved => Approval::Approved,
    }
}
