//! One of a few: type to narrow, arrows to walk, Enter to take.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::fold::fold;
use crate::domain::ids::{ClientId, VariantId};
use crate::domain::post::{Approval, may_move};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Belongings, Effect, Effects, Purpose, Show};
use crate::env::Env;
use crate::keys::{Code, Key};
use crate::store::AgendaLine;
use crate::ui::width::width;
use crate::ui::{Cursor, EditorStyle, LineInput, chosen, popup, put_cut_to, row};

/// Cells from which the reasons of what cannot be taken stand under each other.
const REFUSAL: u16 = 22;

/// Cells of the window, with room for a name and with room for more.
const NARROW: u16 = 46;
const WIDE: u16 = 76;

/// Cells of its frame, and of the mark in front of a name.
const FRAME: usize = 4;

/// What is picked.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked {
    /// A client for the scope, or all.
    Scope(Option<ClientId>),
    /// A status for these variants.
    Status(Vec<VariantId>, Approval),
    /// A client of whom she wants to see this.
    Of(Belongings, ClientId),
    /// Something to do.
    Do(Box<Command>),
}

/// One of the few.
#[derive(Debug)]
struct Choice {
    name: String,
    picked: Picked,
    /// Why it cannot be taken; empty where it can.
    refusal: String,
}

impl Choice {
    /// One that can be taken.
    const fn free(name: String, picked: Picked) -> Self {
        Self {
            name,
            picked,
            refusal: String::new(),
        }
    }
}

/// The list.
#[derive(Debug)]
pub struct Picker {
    title: String,
    choices: Vec<Choice>,
    narrow: LineInput,
    cursor: Cursor,
}

impl Picker {
    /// Which client is in scope.
    pub fn scope(env: &Env<'_>) -> Self {
        let all = Choice::free(
            env.locale.text("scope-all").into_owned(),
            Picked::Scope(None),
        );
        let each = clients(|id| Picked::Scope(Some(id)), env);
        let title = env.locale.text("scope-title").into_owned();
        Self::new(title, std::iter::once(all).chain(each).collect(), env)
    }

    /// Whose rubrics, whose snippets.
    pub fn whose(what: Belongings, env: &Env<'_>) -> Self {
        let title = env.locale.text(match what {
            Belongings::Rubrics => "rubrics-pick",
            Belongings::Snippets => "snippet-pick",
        });
        let each = clients(move |id| Picked::Of(what, id), env);
        Self::new(title.into_owned(), each.collect(), env)
    }

    /// One of a few things to do.
    pub fn choose(title: &Words, choices: Vec<(Words, Command)>, env: &Env<'_>) -> Self {
        let each = choices.into_iter().map(|(words, command)| {
            Choice::free(env.locale.words(&words), Picked::Do(Box::new(command)))
        });
        Self::new(env.locale.words(title), each.collect(), env)
    }

    /// Where variants go from here, all together: what they are now is said, the cursor waits on the step after it, and
    /// where one of them cannot go none of them does.
    pub fn status(lines: &[AgendaLine], env: &Env<'_>) -> Self {
        let variants: Vec<VariantId> = lines.iter().map(|line| line.variant).collect();
        let first = lines.first().map(|line| line.approval);
        let now = first.filter(|first| lines.iter().all(|line| line.approval == *first));
        let choices = Approval::ALL
            .iter()
            .map(|to| {
                let name = env.locale.text(&format!("approval-{}", to.word()));
                let name = if now == Some(*to) {
                    env.locale.say("status-now", &[("status", name.into())])
                } else {
                    name.into_owned()
                };
                Choice {
                    name,
                    picked: Picked::Status(variants.clone(), *to),
                    refusal: refusal(lines, *to, env),
                }
            })
            .collect();
        let title = env.locale.text("status-title").into_owned();
        let mut picker = Self::new(title, choices, env);
        let next = first.map(next);
        let at = Approval::ALL.iter().position(|to| Some(*to) == next);
        picker.cursor.at = at.unwrap_or(0);
        picker
    }

    fn new(title: String, choices: Vec<Choice>, env: &Env<'_>) -> Self {
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
            (self.cells(), rows.min(area.height)),
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
        let choices: Vec<&Choice> = self.matching().collect();
        let window = self.cursor.window(height, choices.len());
        for (at, y) in window.zip(inner.y + 1..inner.bottom()) {
            let Choice { name, refusal, .. } = choices[at];
            let is_open = refusal.is_empty();
            let style = if is_open {
                env.theme.text
            } else {
                env.theme.dim
            };
            let x = put_cut_to(buf, inner.x + 1, y, inner.right(), name, style);
            if !is_open {
                let x = x.max(inner.x + REFUSAL);
                put_cut_to(buf, x, y, inner.right(), refusal, style);
            }
            if at == self.cursor.at {
                chosen(buf, row(inner, y - inner.y), env.theme);
            }
        }
        caret
    }

    fn matching(&self) -> impl Iterator<Item = &Choice> {
        let wanted = fold(self.narrow.text());
        self.choices
            .iter()
            .filter(move |choice| fold(&choice.name).contains(&wanted))
    }

    /// Reasons and long names need room.
    fn cells(&self) -> u16 {
        let is_short =
            |it: &Choice| it.refusal.is_empty() && width(&it.name) + FRAME <= usize::from(NARROW);
        if self.choices.iter().all(is_short) {
            NARROW
        } else {
            WIDE
        }
    }

    /// What cannot be taken says why, and stays.
    fn take(&self) -> Reply {
        let choice = self.matching().nth(self.cursor.at);
        let Some(choice) = choice.filter(|choice| choice.refusal.is_empty()) else {
            return Reply::stay();
        };
        Reply::close_with(match choice.picked.clone() {
            Picked::Scope(scope) => Effects::one(Effect::SetScope(scope)),
            Picked::Of(what, client) => Effect::Show(Show::Of(what, Some(client))).into(),
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
fn clients(picked: impl Fn(ClientId) -> Picked, env: &Env<'_>) -> impl Iterator<Item = Choice> {
    env.roster.clients.iter().map(move |client| {
        let name = format!("{} · {}", client.card.short, client.card.name);
        Choice::free(name, picked(client.id))
    })
}

/// Why not all of these can go there: the first that cannot is named where there are several posts.
fn refusal(lines: &[AgendaLine], to: Approval, env: &Env<'_>) -> String {
    // Whoever needs a reason is asked for it next.
    let may = |line: &AgendaLine| may_move(line.approval, to, line.outcome, "?");
    let refused = lines.iter().find_map(|line| Some((line, may(line).err()?)));
    let Some((line, refused)) = refused else {
        return String::new();
    };
    let why = env.locale.words(&refused.words());
    if lines.iter().all(|other| other.post == line.post) {
        return why;
    }
    let args = [("topic", line.topic.as_str().into()), ("why", why.into())];
    env.locale.say("status-cannot", &args)
}

/// The usual way of a text: written, looked at by the client, agreed.
const fn next(now: Approval) -> Approval {
    match now {
        Approval::Idea => Approval::Draft,
        Approval::Draft | Approval::Changes => Approval::Review,
        Approval::Review | Approval::Hold | Approval::Approved => Approval::Approved,
    }
}
