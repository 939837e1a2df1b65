//! What actions do on Today: the next right step of the row, and the verbs that fit it.

use super::lines::Row;
use super::soon::Soon;
use super::{Today, empty, lines::Gap};
use crate::action::Action;
use crate::domain::ids::VariantId;
use crate::domain::platform::Platforms;
use crate::domain::post::{Approval, Status};
use crate::effect::{Effect, Effects, Pane, Purpose, Show};
use crate::env::Env;
use crate::lint::Finding;
use crate::scheduler::RING_BEFORE;
use crate::store::{AgendaLine, PostLine};

/// The next right step of a row, named in the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Publish,
    Settle,
    AddPicture,
    Write,
    Decide,
    TheirAnswer,
    Answer,
    Look,
    TypeNumbers,
    FillGap,
    FillDay,
    Plan,
    WriteDown,
    OpenLink,
}

impl Step {
    /// Locale key of its title.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Step::Publish => "today-do-publish",
            Step::Settle => "do-settle",
            Step::AddPicture => "today-do-picture",
            Step::Write => "today-do-write",
            Step::Decide => "today-do-decide",
            Step::TheirAnswer => "do-their-answer",
            Step::Answer => "today-do-answer",
            Step::Look => "today-do-look",
            Step::TypeNumbers => "today-do-numbers",
            Step::FillGap => "today-do-gap",
            Step::FillDay => "today-do-soon",
            Step::Plan => "today-do-plan",
            Step::WriteDown => "today-do-link",
            Step::OpenLink => "today-do-open",
        }
    }
}

/// What `Enter` does on this row.
pub(super) fn step(row: &Row) -> Step {
    match row {
        Row::Post(line) => match line.status {
            Status::Published if line.link().is_some() => Step::OpenLink,
            Status::Published => Step::WriteDown,
            Status::Unsure => Step::Settle,
            _ if line.asked().is_some() => Step::TheirAnswer,
            // A late draft is still to be written, and a late one at the client's still to be decided.
            _ if matches!(line.approval(), Some(Approval::Review | Approval::Hold)) => Step::Decide,
            _ if line.approval() != Some(Approval::Approved) => Step::Write,
            _ if line.first().chars == 0 => Step::Write,
            _ if line.lacks_media().is_some() => Step::AddPicture,
            _ => Step::Publish,
        },
        Row::Waiting(_) => Step::Answer,
        Row::Looks(_) => Step::Look,
        Row::Numbers(_) => Step::TypeNumbers,
        Row::Gaps(_) => Step::FillGap,
        Row::WithClient(_) => Step::TheirAnswer,
        Row::Blocked(_) => Step::Write,
        Row::Soon(soon) if soon.iter().any(Soon::is_empty) => Step::FillDay,
        Row::Contracts(_) | Row::Soon(_) => Step::Plan,
    }
}

impl Today {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        if empty::is_empty(env) {
            return empty::act(action);
        }
        let len = self.rows.len();
        match action {
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::PageUp => self.cursor.page(-1, self.height, len),
            Action::PageDown => self.cursor.page(1, self.height, len),
            Action::Home => self.cursor.home(),
            Action::End => self.cursor.end(len),
            Action::NextProblem => self.walk(1, env),
            Action::PrevProblem => self.walk(-1, env),
            Action::NameDay => return self.name_day(env),
            _ => {
                return self
                    .row()
                    .map_or(Effects::none(), |row| on_row(row, action, env));
            }
        }
        Effects::none()
    }

    /// What can be done now, most useful first.
    pub fn offers(&self, env: &Env<'_>) -> Vec<Action> {
        if empty::is_empty(env) {
            return empty::offers();
        }
        let mut offers = match self.row() {
            Some(Row::Post(line)) if line.is_out() => vec![Action::Do],
            Some(Row::Post(_)) => vec![
                Action::Do,
                Action::Time,
                Action::NextSlot,
                Action::Done,
                Action::Edit,
                Action::Status,
                Action::ToClient,
                Action::LetPass,
            ],
            Some(Row::Waiting(_)) => vec![Action::Do, Action::Done, Action::Later],
            Some(Row::Blocked(_)) => vec![Action::Do, Action::LetPass],
            Some(_) => vec![Action::Do],
            None => Vec::new(),
        };
        if self.rows.iter().any(|row| is_problem(row, env)) {
            offers.push(Action::NextProblem);
        } else if self.rows.is_empty() && env.roster.channels.is_empty() {
            offers.push(Action::Clients);
        }
        offers.extend([
            Action::Add,
            Action::NameDay,
            Action::Undo,
            Action::Scope,
            Action::Find,
            Action::Brief,
            Action::Help,
        ]);
        offers
    }

    /// What a key does on this very row, in words, where it has a name of its own here.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        let key = if empty::is_empty(env) {
            empty::word(action)
        } else {
            self.word(action)
        };
        Some(env.locale.text(key?).into_owned())
    }

    fn word(&self, action: Action) -> Option<&'static str> {
        match (action, self.row()?) {
            (Action::Do, row) => Some(step(row).key()),
            (Action::Done, Row::Post(_)) => Some("today-verb-skip"),
            (Action::Done, Row::Waiting(_)) => Some("today-verb-close"),
            _ => None,
        }
    }

    /// The line that names the day of the row under the cursor, or today.
    fn name_day(&self, env: &Env<'_>) -> Effects {
        let (day, client) = match self.row() {
            Some(Row::Post(line)) => (line.at().map(|at| env.wall(at).date_naive()), None),
            Some(Row::Gaps(gaps)) => {
                let first = gaps.first().map(|gap| env.wall(gap.at).date_naive());
                (first, None)
            }
            Some(Row::Soon(soon)) => match soon.first() {
                Some(first) => (Some(first.first), first.client),
                None => (None, None),
            },
            _ => (None, None),
        };
        let day = day.unwrap_or(env.today());
        let prefill = env.day_line(day, client.or(env.scope));
        show(Show::Prompt(Purpose::Day { prefill }))
    }

    fn walk(&mut self, by: isize, env: &Env<'_>) {
        let len = self.rows.len() as isize;
        let start = self.cursor.at as isize;
        let found = (1..=len)
            .map(|n| (start + by * n).rem_euclid(len))
            .find(|at| is_problem(&self.rows[*at as usize], env));
        if let Some(at) = found {
            self.cursor.at = at as usize;
        }
    }
}

/// Whether a row is a problem: something is late, missing, about to be due, or about to break a promise.
pub(super) fn is_problem(row: &Row, env: &Env<'_>) -> bool {
    match row {
        Row::Post(line) => match line.status {
            Status::Published | Status::Skipped => false,
            Status::Approved | Status::Scheduled => {
                line.lacks_media().is_some()
                    || line.at().is_some_and(|at| env.within(at, RING_BEFORE))
            }
            _ => true,
        },
        Row::Waiting(waiting) => env.minutes_until(waiting.answer_by) < 60,
        Row::WithClient(_) => false,
        Row::Blocked(_) | Row::Looks(_) | Row::Numbers(_) | Row::Gaps(_) | Row::Contracts(_) => {
            true
        }
        Row::Soon(soon) => soon.iter().any(Soon::is_problem),
    }
}

fn on_row(row: &Row, action: Action, env: &Env<'_>) -> Effects {
    match (row, action) {
        (row, Action::Do) => next_step(row, env),
        (Row::Post(line), action) => on_post(line, action),
        (Row::WithClient(_), Action::ToClient) => next_step(row, env),
        (Row::Blocked(blocked), Action::LetPass) => {
            let variants = blocked.iter().map(|(line, _)| line.variant);
            show(Show::LetPass(variants.collect()))
        }
        (Row::Waiting(waiting), action) => {
            use crate::domain::command::{Command, InboxCommand};
            use crate::domain::inbox::ThreadState;
            match action {
                Action::Done => Command::Inbox(InboxCommand::Decide {
                    threads: vec![waiting.thread],
                    state: ThreadState::Closed,
                    until: None,
                })
                .into(),
                Action::Later => show(Show::Prompt(Purpose::Snooze {
                    threads: vec![waiting.thread],
                })),
                _ => Effects::none(),
            }
        }
        _ => Effects::none(),
    }
}

fn next_step(row: &Row, env: &Env<'_>) -> Effects {
    match (step(row), row) {
        (Step::Publish, Row::Post(line)) => show(Show::Publish(line.open_variants())),
        (Step::Settle, Row::Post(line)) => {
            show(Show::settle(line, env.now, |it| env.roster.code(it)))
        }
        (Step::AddPicture, Row::Post(line)) => {
            show(Show::Prompt(Purpose::Attach { post: line.post() }))
        }
        (Step::Write, Row::Post(line)) => show(Show::Write {
            post: line.post(),
            variant: None,
        }),
        (Step::TheirAnswer, Row::Post(line)) => show(Show::TheirAnswer {
            client: line.first().client,
            post: Some(line.post()),
        }),
        (_, Row::WithClient(waits)) => waits.first().map_or(Effects::none(), |waits| {
            show(Show::TheirAnswer {
                client: waits.client,
                post: None,
            })
        }),
        (Step::Decide, Row::Post(line)) => show(Show::Status(line.open_variants())),
        (Step::WriteDown, Row::Post(line)) => {
            let variants = line.variants.iter().map(|line| line.variant).collect();
            show(Show::Prompt(Purpose::Permalink { variants }))
        }
        (Step::OpenLink, Row::Post(line)) => line.link().map_or(Effects::none(), |link| {
            Effect::OpenAddress(link.to_owned()).into()
        }),
        (_, Row::Blocked(blocked)) => open_blocked(blocked),
        (_, Row::Waiting(waiting)) => Effect::Answer(waiting.thread).into(),
        (_, Row::Looks(looks)) => looks.first().map_or(Effects::none(), |look| {
            let link = env
                .roster
                .channel(look.channel)
                .map(|channel| channel.card.link.clone());
            let open = link
                .filter(|link| !link.is_empty())
                .map(Effect::OpenAddress);
            let found = Effect::Show(Show::Prompt(Purpose::Found {
                channel: look.channel,
            }));
            open.map_or(Effects::none(), Effects::one).then(found)
        }),
        (_, Row::Numbers(missing)) => missing.first().map_or(Effects::none(), |(client, _)| {
            Effects::one(Effect::SetScope(Some(*client))).then(Effect::Go(Pane::Kpi))
        }),
        (_, Row::Gaps(gaps)) => gaps.first().map_or(Effects::none(), |gap| fill(gap, env)),
        (_, Row::Soon(soon)) => match soon.iter().find(|it| it.is_empty()) {
            Some(empty) => fill_day(empty, env),
            None => Effect::Go(Pane::Plan).into(),
        },
        (_, Row::Contracts(_)) => Effect::Go(Pane::Plan).into(),
        _ => Effects::none(),
    }
}

/// The text of the first post that is held back, where the first thing in its way is.
fn open_blocked(blocked: &[(AgendaLine, Finding)]) -> Effects {
    blocked.first().map_or(Effects::none(), |(line, found)| {
        show(Show::Write {
            post: line.post,
            variant: found.place.owner,
        })
    })
}

/// The fast lane with client, channel and time typed in already.
fn fill(gap: &Gap, env: &Env<'_>) -> Effects {
    let (client, _) = env.roster.badge(gap.client);
    let wall = env.wall(gap.at);
    let channel = env
        .roster
        .channel(gap.channel)
        .map(|channel| channel.card.platform.as_str());
    let code = channel
        .and_then(|id| Platforms::in_force().by_id(id))
        .map_or(String::new(), |platform| platform.code.to_lowercase());
    let prefill = format!("{client} {code} {} ", wall.format("%d.%m %H:%M"));
    show(Show::Prompt(Purpose::Add { prefill }))
}

/// The fast lane with client and day typed in already; the hour is hers to say.
fn fill_day(soon: &Soon, env: &Env<'_>) -> Effects {
    let client = soon.client.map_or("", |client| env.roster.badge(client).0);
    let prefill = format!("{client} {} ", env.typed_day(soon.first));
    show(Show::Prompt(Purpose::Add { prefill }))
}

fn on_post(line: &PostLine, action: Action) -> Effects {
    let variants: Vec<VariantId> = line.open_variants();
    if variants.is_empty() {
        return Effects::none();
    }
    match action {
        Action::Time | Action::Later => show(Show::Prompt(Purpose::Time { variants })),
        Action::NextSlot => Effect::NextSlot(variants).into(),
        Action::Done => show(Show::Prompt(Purpose::Skip { variants })),
        Action::Edit => show(Show::Write {
            post: line.post(),
            variant: None,
        }),
        Action::Pictures => show(Show::Pictures(line.post())),
        Action::EditOutside => Effect::EditOutside {
            post: line.post(),
            variant: None,
        }
        .into(),
        Action::Status => show(Show::Status(variants)),
        Action::LetPass => show(Show::LetPass(variants)),
        Action::ToClient => show(Show::ToClient {
            posts: vec![line.post()],
            again: false,
        }),
        Action::Delete => {
            use crate::domain::command::{Command, PlanCommand};
            Command::Plan(PlanCommand::DeletePosts {
                posts: vec![line.post()],
            })
            .into()
        }
        _ => Effects::none(),
    }
}

fn show(what: Show) -> Effects {
    Effect::Show(what).into()
}

/// Nothing is typed on Today: its answers are typed in the inbox, its lines in prompts.
impl Today {
    /// Never.
    pub fn typing(&self) -> bool {
        false
    }

    /// No text box, no raw keys.
    pub fn key(&mut self, _key: crate::keys::Key, _env: &Env<'_>) -> Effects {
        Effects::none()
    }

    /// No text box, no paste.
    pub fn paste(&mut self, _text: &str, _env: &Env<'_>) -> Effects {
        Effects::none()
    }

    /// Nothing to keep.
    pub fn kept(&self) -> Option<crate::env::Kept> {
        None
    }
}
