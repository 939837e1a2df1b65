//! What actions do in the plan: the next right step of the row, and verbs that take the row or all marked ones.

use super::rows::{Row, lacks_picture};
use super::{Look, Plan};
use crate::action::Action;
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::filter::Filter;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::{Approval, Status};
use crate::domain::shift::Shift;
use crate::effect::{Effect, Effects, Purpose, Show};
use crate::env::Env;
use crate::scheduler::RING_BEFORE;
use crate::store::{PostLine, Spot};

/// The next right step of a row, named in the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Publish,
    Settle,
    AddPicture,
    Write,
    Open,
    Decide,
    TheirAnswer,
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
            Step::Settle => "do-settle",
            Step::AddPicture => "plan-do-picture",
            Step::Write => "plan-do-write",
            Step::Open => "plan-do-open",
            Step::Decide => "plan-do-decide",
            Step::TheirAnswer => "do-their-answer",
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
    if line.is_unsure() {
        return Step::Settle;
    }
    if line.asked().is_some() {
        return Step::TheirAnswer;
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
        let moved = match self.look {
            Look::Agenda => self.moved(action),
            look => self
                .board
                .moved(action, look, self.shelf.len(), env.today()),
        };
        if moved {
            return Effects::none();
        }
        match action {
            Action::Back if !self.holds() && !env.filter.is_empty() => {
                Effect::Filter(Filter::default()).into()
            }
            Action::Do => self.next_step(env),
            Action::Paste => self.put_down(env),
            Action::DayLater => self.shift(1),
            Action::DayEarlier => self.shift(-1),
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
            Action::Pictures => self.on_post(|post| show(Show::Pictures(post))),
            Action::TagLinks => self.on_post(|post| Effect::TagLinks(post).into()),
            Action::Time => self.ask_time(),
            Action::NextSlot => self.on_chosen(|variants| Effect::NextSlot(variants).into()),
            Action::Status => self.on_chosen(|variants| show(Show::Status(variants))),
            Action::LetPass => self.on_chosen(|variants| show(Show::LetPass(variants))),
            Action::Delete => self.delete(),
            Action::ToClient => self.send_chosen(),
            Action::NameDay => self.name_day(env),
            _ => {
                self.show_or_hold(action, env);
                Effects::none()
            }
        }
    }

    /// Verbs that change only what is shown, marked or in her hand.
    fn show_or_hold(&mut self, action: Action, env: &Env<'_>) {
        match action {
            Action::Look => self.turn_look(env),
            Action::Mark => self.mark(),
            Action::Range => self.range(env),
            Action::Back => self.let_go(),
            Action::Cut => self.take(false),
            Action::Copy => self.take(true),
            _ => {}
        }
    }

    /// What can be done now, most useful first. `Back` is among them while something is marked or cut: it lets go.
    pub fn offers(&self, env: &Env<'_>) -> Vec<Action> {
        let mut offers = Vec::new();
        if !self.cut.is_empty() {
            offers.extend([Action::Paste, Action::Back]);
        } else if self.has_marks() || !env.filter.is_empty() {
            offers.push(Action::Back);
        }
        match self.row() {
            Some(Row::Free(_) | Row::Gap(..)) => offers.push(Action::Do),
            Some(row) if row.post().is_some_and(PostLine::is_out) => {
                offers.extend([Action::Do, Action::Add, Action::Copy]);
            }
            Some(_) => offers.extend([
                Action::Do,
                Action::Add,
                Action::Time,
                Action::NextSlot,
                Action::Cut,
                Action::Status,
                Action::ToClient,
                Action::Look,
                Action::NextProblem,
                Action::Edit,
                Action::EditOutside,
                Action::Pictures,
                Action::Copy,
                Action::Mark,
                Action::Range,
                Action::DayLater,
                Action::DayEarlier,
                Action::TagLinks,
                Action::LetPass,
                Action::Delete,
            ]),
            None => offers.push(Action::Add),
        }
        if !offers.contains(&Action::Look) {
            offers.extend([Action::Look, Action::NextProblem]);
        }
        offers.extend([
            Action::ToToday,
            Action::NameDay,
            Action::Left,
            Action::Right,
            Action::PageUp,
            Action::PageDown,
            Action::Filter,
            Action::KeepView,
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
        let key = match action {
            Action::Do => step(self.row()?, env).key(),
            Action::Left => "plan-verb-back",
            Action::Right => "plan-verb-ahead",
            Action::PageUp if self.look != Look::Agenda => "plan-verb-page-back",
            Action::PageDown if self.look != Look::Agenda => "plan-verb-page-on",
            Action::Look => self.look.next_key(),
            Action::Back if self.holds() => "plan-verb-let-go",
            Action::Back if !env.filter.is_empty() => "filter-verb-clear",
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
            Step::Settle => show(Show::settle(line, env.now, |it| env.roster.code(it))),
            Step::AddPicture => show(Show::Prompt(Purpose::Attach { post })),
            Step::Write | Step::Open => show(Show::Write {
                post,
                variant: None,
            }),
            Step::TheirAnswer => show(Show::TheirAnswer {
                client: line.first().client,
                post: Some(post),
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

    /// One line for a post to be written, with client, channel, day and posting time of the place typed in already, as far as it has them.
    fn add(&self, env: &Env<'_>) -> Effects {
        let of_row = self.row().and_then(Row::post).map(|it| it.first().client);
        let (client, channel) = match self.look {
            Look::Agenda => (env.scope, None),
            Look::Week | Look::Month => self.board.lane_of(env),
        };
        let gap = match self.row() {
            Some(Row::Gap(_, gap)) => Some(gap),
            _ => None,
        };
        let client = gap.map(|gap| gap.client).or(client).or(of_row);
        let channels: Vec<&str> = match (gap, channel) {
            (Some(gap), _) => gap.channels.iter().map(|it| env.roster.code(*it)).collect(),
            (None, channel) => channel.map(|it| env.roster.code(it)).into_iter().collect(),
        };
        let channels = channels.join(",").to_lowercase();
        let day = self.day().filter(|day| *day >= env.today());
        let when = match gap {
            Some(gap) => Some(env.wall(gap.at).format("%d.%m %H:%M").to_string()),
            None => day.map(|day| day.format("%d.%m").to_string()),
        };
        let words = [
            client.map(|client| env.roster.badge(client).0.to_owned()),
            Some(channels).filter(|codes| !codes.is_empty()),
            when,
        ];
        let mut prefill = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !prefill.is_empty() {
            prefill.push(' ');
        }
        show(Show::Prompt(Purpose::Sketch { prefill }))
    }

    /// The line that names the day under the cursor, for the client whose lane it is in.
    fn name_day(&self, env: &Env<'_>) -> Effects {
        let client = match self.look {
            Look::Week => self.board.lane_of(env).0,
            Look::Month | Look::Agenda => env.scope,
        };
        self.day().map_or(Effects::none(), |day| {
            let prefill = env.day_line(day, client);
            show(Show::Prompt(Purpose::Day { prefill }))
        })
    }

    /// Whether anything is in her hand or marked.
    fn holds(&self) -> bool {
        !self.cut.is_empty() || self.has_marks()
    }

    /// Lets go of what is in hand first, then of an open range, then of the marks.
    fn let_go(&mut self) {
        if !self.cut.is_empty() {
            self.cut.clear();
        } else if self.anchor.take().is_some() {
            self.ranged.clear();
        } else {
            self.marked.clear();
        }
    }

    /// What is chosen to its client; the marks stay until it has gone.
    fn send_chosen(&mut self) -> Effects {
        let mut posts: Vec<PostId> = self.keep_chosen().into_iter().map(|it| it.post).collect();
        posts.sort_unstable();
        posts.dedup();
        if posts.is_empty() {
            return Effects::none();
        }
        show(Show::ToClient {
            posts,
            again: false,
        })
    }

    fn delete(&mut self) -> Effects {
        let mut posts: Vec<PostId> = self.choose().into_iter().map(|it| it.post).collect();
        posts.sort_unstable();
        posts.dedup();
        if posts.is_empty() {
            return Effects::none();
        }
        Command::Plan(PlanCommand::DeletePosts { posts }).into()
    }

    /// One time for one moment; where there are several, how far they go together.
    fn ask_time(&mut self) -> Effects {
        let open = self.choose().into_iter().flat_map(|it| it.open);
        let spots: Vec<Spot> = open.collect();
        let mut moves: Vec<(VariantId, Moment)> = spots
            .iter()
            .filter_map(|spot| Some((spot.variant, spot.at?)))
            .collect();
        moves.sort_by_key(|(variant, at)| (*at, *variant));
        let several = moves.first().map(|it| it.1) != moves.last().map(|it| it.1);
        if several {
            return show(Show::Prompt(Purpose::Shift { moves }));
        }
        let variants: Vec<VariantId> = spots.iter().map(|spot| spot.variant).collect();
        if variants.is_empty() {
            Effects::none()
        } else {
            show(Show::Prompt(Purpose::Time { variants }))
        }
    }

    /// Moves what is chosen by days; marks stay, so that the key can be pressed again.
    fn shift(&mut self, days: i64) -> Effects {
        let chosen = self.keep_chosen();
        let open = chosen.into_iter().flat_map(|it| it.open);
        let variants: Vec<VariantId> = open
            .filter(|spot| spot.at.is_some())
            .map(|spot| spot.variant)
            .collect();
        if variants.is_empty() {
            return Effects::none();
        }
        let by = Shift::days(days);
        Effect::Shift { variants, by }.into()
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
