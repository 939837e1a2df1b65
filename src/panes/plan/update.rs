//! What actions do in the plan: the next right step of the row, and verbs that take the row or all marked ones.

use super::rows::{Row, lacks_picture};
use super::{Chosen, Plan};
use crate::action::Action;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::{Approval, Status};
use crate::effect::{Effect, Effects, Purpose, Show};
use crate::env::Env;
use crate::scheduler::RING_BEFORE;
use crate::store::PostLine;

/// The next right step of a row, named in the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Publish,
    AddPicture,
    Write,
    Open,
    Decide,
    Time,
    WriteDown,
    OpenLink,
    Add,
}

impl Step {
    /// Locale key of its title.
    const fn key(self) -> &'static str {
        match self {
            Step::Publish => "plan-do-publish",
            Step::AddPicture => "plan-do-picture",
            Step::Write => "plan-do-write",
            Step::Open => "plan-do-open",
            Step::Decide => "plan-do-decide",
            Step::Time => "plan-do-time",
            Step::WriteDown => "plan-do-link",
            Step::OpenLink => "plan-do-see",
            Step::Add => "plan-do-add",
        }
    }
}

/// What `Enter` does on this row.
fn step(row: &Row, env: &Env<'_>) -> Step {
    let Some(line) = row.post() else {
        return Step::Add;
    };
    if line.is_out() {
        return match line.link() {
            Some(_) => Step::OpenLink,
            None => Step::WriteDown,
        };
    }
    match line.approval() {
        Some(Approval::Review | Approval::Hold) | None => return Step::Decide,
        Some(Approval::Idea | Approval::Draft | Approval::Changes) => return Step::Write,
        Some(Approval::Approved) => {}
    }
    if super::rows::lacks_text(line) {
        return Step::Write;
    }
    if lacks_picture(line) {
        return Step::AddPicture;
    }
    let soon = |line: &PostLine| line.at().is_some_and(|at| at - env.now <= RING_BEFORE);
    match line.status {
        Status::Due | Status::Missed => Step::Publish,
        _ if soon(line) => Step::Publish,
        _ if line.at().is_none() => Step::Time,
        _ => Step::Open,
    }
}

impl Plan {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        if self.moved(action) {
            return Effects::none();
        }
        match action {
            Action::Do => self.next_step(env),
            Action::Mark => self.mark(),
            Action::Back => self.let_go(),
            Action::Cut => {
                self.take();
                Effects::none()
            }
            Action::Paste => self.put_down(env),
            Action::Add => self.add(env),
            Action::Edit => self.on_post(|post| {
                show(Show::Write {
                    post,
                    variant: None,
                })
            }),
            Action::EditOutside => self.on_post(|post| {
                let variant = None;
                Effect::EditOutside { post, variant }.into()
            }),
            Action::Time => {
                self.on_chosen(|variants| show(Show::Prompt(Purpose::Time { variants })))
            }
            Action::NextSlot => self.on_chosen(|variants| Effect::NextSlot(variants).into()),
            Action::Status => self.on_chosen(|variants| show(Show::Status(variants))),
            Action::Delete => self.delete(),
            _ => Effects::none(),
        }
    }

    /// What can be done now, most useful first. `Back` is among them while something is marked or cut: it lets go.
    pub fn offers(&self, _env: &Env<'_>) -> Vec<Action> {
        let mut offers = Vec::new();
        if !self.cut.is_empty() {
            offers.extend([Action::Paste, Action::Back]);
        } else if !self.marked.is_empty() {
            offers.push(Action::Back);
        }
        match self.row() {
            Some(Row::Free(_)) => offers.push(Action::Do),
            Some(row) if row.post().is_some_and(PostLine::is_out) => {
                offers.extend([Action::Do, Action::Add]);
            }
            Some(_) => offers.extend([
                Action::Do,
                Action::Add,
                Action::Time,
                Action::NextSlot,
                Action::Cut,
                Action::Status,
                Action::Edit,
                Action::EditOutside,
                Action::Mark,
                Action::Delete,
            ]),
            None => offers.push(Action::Add),
        }
        offers.extend([
            Action::NextProblem,
            Action::Left,
            Action::Right,
            Action::Undo,
            Action::Scope,
            Action::Find,
            Action::Help,
        ]);
        offers
    }

    /// What a key does on this very row, in words, where it has a name of its own here.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        let key = match action {
            Action::Do => step(self.row()?, env).key(),
            Action::Left => "plan-verb-back",
            Action::Right => "plan-verb-ahead",
            _ => return None,
        };
        Some(env.locale.text(key).into_owned())
    }

    fn next_step(&mut self, env: &Env<'_>) -> Effects {
        let Some(row) = self.row() else {
            return Effects::none();
        };
        let step = step(row, env);
        let Some(line) = row.post() else {
            return self.add(env);
        };
        let (post, variants) = (line.post(), line.open_variants());
        match step {
            Step::Publish => show(Show::Publish(variants)),
            Step::AddPicture => show(Show::Prompt(Purpose::Attach { post })),
            Step::Write | Step::Open => show(Show::Write {
                post,
                variant: None,
            }),
            Step::Decide => show(Show::Status(variants)),
            Step::Time => show(Show::Prompt(Purpose::Time { variants })),
            Step::Add => self.add(env),
            Step::WriteDown => {
                let variants = line.variants.iter().map(|it| it.variant).collect();
                show(Show::Prompt(Purpose::Permalink { variants }))
            }
            Step::OpenLink => line.link().map_or(Effects::none(), |link| {
                Effect::OpenAddress(link.to_owned()).into()
            }),
        }
    }

    /// The fast lane with the client and the day of the row typed in already.
    fn add(&self, env: &Env<'_>) -> Effects {
        let of_row = self.row().and_then(Row::post).map(|it| it.first().client);
        let client = env
            .scope
            .or(of_row)
            .map(|client| env.roster.badge(client).0);
        let day = self.day().filter(|day| *day >= env.today());
        let words = [
            client.map(str::to_owned),
            day.map(|day| day.format("%d.%m").to_string()),
        ];
        let mut prefill = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !prefill.is_empty() {
            prefill.push(' ');
        }
        show(Show::Prompt(Purpose::Add { prefill }))
    }

    /// Marks the row or unmarks it, and goes on to the next one.
    fn mark(&mut self) -> Effects {
        let line = self.row().and_then(Row::post);
        if let Some(chosen) = line.and_then(Chosen::of) {
            let before = self.marked.len();
            self.marked.retain(|it| it.first != chosen.first);
            if self.marked.len() == before {
                self.marked.push(chosen);
            }
            self.at = (self.at + 1).min(self.rows.len().saturating_sub(1));
        }
        Effects::none()
    }

    /// Lets go of what is in hand first, then of the marks.
    fn let_go(&mut self) -> Effects {
        if self.cut.is_empty() {
            self.marked.clear();
        } else {
            self.cut.clear();
        }
        Effects::none()
    }

    fn delete(&mut self) -> Effects {
        let mut posts: Vec<PostId> = self.choose().into_iter().map(|it| it.post).collect();
        posts.sort_unstable();
        posts.dedup();
        let commands = posts
            .into_iter()
            .map(|post| Effect::Apply(Command::Plan(PlanCommand::DeletePost { post })));
        commands.fold(Effects::none(), Effects::then)
    }

    /// All marked rows, which are marked no longer, or the row under the cursor; what is out is never among them.
    pub(super) fn choose(&mut self) -> Vec<Chosen> {
        if !self.marked.is_empty() {
            return std::mem::take(&mut self.marked);
        }
        let line = self.row().and_then(Row::post);
        line.and_then(Chosen::of).into_iter().collect()
    }

    fn on_chosen(&mut self, what: impl FnOnce(Vec<VariantId>) -> Effects) -> Effects {
        let open = self.choose().into_iter().flat_map(|it| it.open);
        let variants: Vec<VariantId> = open.map(|line| line.variant).collect();
        if variants.is_empty() {
            Effects::none()
        } else {
            what(variants)
        }
    }

    fn on_post(&self, what: impl FnOnce(PostId) -> Effects) -> Effects {
        self.post().map_or(Effects::none(), what)
    }
}

fn show(what: Show) -> Effects {
    Effect::Show(what).into()
}
