//! What actions do on drafts: go through the queue, choose a channel, write, move along; verbs take one post or all marked.

use super::Drafts;
use super::paper::Paper;
use super::queue::Draft;
use crate::action::Action;
use crate::domain::Moment;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::filter::Filter;
use crate::domain::ids::{PostId, VariantId};
use crate::domain::shift::Shift;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;

impl Drafts {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        let stood_at = self.at;
        if self.moved(action) {
            if self.at != stood_at {
                self.channel = None;
            }
            return Effects::none();
        }
        match action {
            Action::Mark => self.mark(),
            Action::Range => self.range(),
            Action::Back if self.has_marks() => self.let_go(),
            Action::Back if !env.filter.is_empty() => {
                return Effect::Filter(Filter::default()).into();
            }
            Action::Add => return self.add(env),
            _ => return self.on_drafts(action),
        }
        Effects::none()
    }

    /// Moves the cursor; false for what is not a move.
    fn moved(&mut self, action: Action) -> bool {
        let last = self.rows.len().saturating_sub(1);
        let screen = (self.height / if self.is_roomy { 2 } else { 1 }).saturating_sub(2);
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(screen.max(1)),
            Action::PageDown => self.at = (self.at + screen.max(1)).min(last),
            Action::Home => self.at = 0,
            Action::End => self.at = last,
            Action::Left => self.turn(-1),
            Action::Right => self.turn(1),
            Action::NextProblem => self.walk(1),
            Action::PrevProblem => self.walk(-1),
            _ => return false,
        }
        true
    }

    /// What can be done now, most useful first. `Back` is among them while something is marked or hidden.
    pub fn offers(&self, env: &Env<'_>) -> Vec<Action> {
        let mut offers = Vec::new();
        if self.has_marks() || !env.filter.is_empty() {
            offers.push(Action::Back);
        }
        if !self.rows.is_empty() {
            offers.extend([Action::Do, Action::Right]);
            if self.has_own() {
                offers.push(Action::Inherit);
            }
            offers.extend([
                Action::Status,
                Action::Time,
                Action::ToClient,
                Action::NextSlot,
                Action::Filter,
                Action::Mark,
                Action::Range,
                Action::EditOutside,
                Action::Pictures,
                Action::DayLater,
                Action::DayEarlier,
                Action::TagLinks,
                Action::Chain,
                Action::LetPass,
                Action::Delete,
            ]);
        }
        if !offers.contains(&Action::Filter) {
            offers.push(Action::Filter);
        }
        offers.extend([
            Action::NextProblem,
            Action::Add,
            Action::KeepView,
            Action::Undo,
            Action::Scope,
            Action::Find,
            Action::Brief,
            Action::Help,
        ]);
        offers
    }

    /// What a key does on this very row, in words: "write", or "write VK" with a channel chosen.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        let key = match action {
            Action::Back if self.has_marks() => "drafts-verb-let-go",
            Action::Back if !env.filter.is_empty() => "filter-verb-clear",
            Action::Right if self.row().is_some() => "drafts-verb-channel",
            Action::Do if self.row().is_some() => {
                let counter = self.paper.as_ref().zip(self.channel);
                let counter = counter.and_then(|(paper, at)| paper.counters.get(at));
                if let Some(counter) = counter {
                    let code = [("code", counter.code.into())];
                    return Some(env.locale.say("drafts-do-write-for", &code));
                }
                if self.waits_for_word().is_some() {
                    "do-their-answer"
                } else {
                    "drafts-do-write"
                }
            }
            _ => return None,
        };
        Some(env.locale.text(key).into_owned())
    }

    /// Goes round the channels of the post: base text, then each of its channels.
    pub(super) fn turn(&mut self, by: isize) {
        let places = 1 + self.paper.as_ref().map_or(0, Paper::channels) as isize;
        let here = self.channel.map_or(0, |at| at as isize + 1);
        let next = (here + by).rem_euclid(places);
        self.channel = usize::try_from(next - 1).ok();
    }

    fn walk(&mut self, by: isize) {
        let len = self.rows.len() as isize;
        let found = (1..=len)
            .map(|n| (self.at as isize + by * n).rem_euclid(len) as usize)
            .find(|at| self.rows[*at].is_problem());
        self.at = found.unwrap_or(self.at);
    }

    fn on_drafts(&mut self, action: Action) -> Effects {
        let Some((post, client)) = self.row().map(|row| (row.post, row.client)) else {
            return Effects::none();
        };
        let variant = self.chosen_variant(post);
        let effects = match action {
            Action::Do if variant.is_none() && self.waits_for_word().is_some() => {
                let post = Some(post);
                return show(Show::TheirAnswer { client, post });
            }
            Action::Do | Action::Edit => return show(Show::Write { post, variant }),
            Action::EditOutside => return Effect::EditOutside { post, variant }.into(),
            Action::Pictures => return show(Show::Pictures(post)),
            Action::TagLinks => return Effect::TagLinks(post).into(),
            Action::Chain => return Effect::Chain { post, variant }.into(),
            Action::Inherit => return self.inherit(),
            // Pressed again and again: what was taken stays taken.
            Action::DayLater => return self.shift(1),
            Action::DayEarlier => return self.shift(-1),
            Action::Status => show(Show::Status(self.chosen_variants())),
            Action::LetPass => show(Show::LetPass(self.chosen_variants())),
            Action::Time => self.ask_time(),
            Action::ToClient => show(Show::ToClient {
                posts: self.chosen_posts(),
                again: false,
            }),
            Action::NextSlot => Effect::NextSlot(self.chosen_variants()).into(),
            Action::Delete => self.delete(),
            _ => return Effects::none(),
        };
        self.unmark();
        effects
    }

    /// One time for one moment; where there are several, how far they go together.
    fn ask_time(&self) -> Effects {
        let variants = self.chosen_variants();
        let mut moves = self.dated(&variants);
        moves.sort_by_key(|(variant, at)| (*at, *variant));
        let several = moves.first().map(|it| it.1) != moves.last().map(|it| it.1);
        if several {
            return show(Show::Prompt(Purpose::Shift { moves }));
        }
        show(Show::Prompt(Purpose::Time { variants }))
    }

    /// Moves what is chosen by days; the marks stay, so that the key can be pressed again.
    fn shift(&mut self, days: i64) -> Effects {
        self.keep_range();
        let dated = self.dated(&self.chosen_variants());
        let variants: Vec<VariantId> = dated.into_iter().map(|(variant, _)| variant).collect();
        if variants.is_empty() {
            return Effects::none();
        }
        let by = Shift::days(days);
        Effect::Shift { variants, by }.into()
    }

    /// Those of these variants that have a time, with it.
    fn dated(&self, variants: &[VariantId]) -> Vec<(VariantId, Moment)> {
        let lines = self.chosen().into_iter().flat_map(|draft| &draft.lines);
        lines
            .filter(|line| variants.contains(&line.variant))
            .filter_map(|line| Some((line.variant, line.at?)))
            .collect()
    }

    fn delete(&self) -> Effects {
        let posts = self.chosen_posts();
        Command::Plan(PlanCommand::DeletePosts { posts }).into()
    }

    /// The posts a verb takes, each once.
    fn chosen_posts(&self) -> Vec<PostId> {
        let mut posts: Vec<PostId> = Vec::new();
        for draft in self.chosen() {
            if !posts.contains(&draft.post) {
                posts.push(draft.post);
            }
        }
        posts
    }

    /// The chosen channel follows the text of the post again.
    fn inherit(&self) -> Effects {
        let paper = self.paper.as_ref();
        let chosen = paper.zip(self.channel);
        let variant = chosen.and_then(|(paper, at)| paper.sheet.variants.get(at));
        let key = match variant {
            Some(variant) if variant.own.is_some() => {
                let variant = variant.variant;
                return Command::Plan(PlanCommand::Inherit { variant }).into();
            }
            Some(_) => "drafts-inherits",
            None => "drafts-inherit-which",
        };
        Effect::Toast(Words::new(key), Weight::Note).into()
    }

    /// Whether some channel of the post goes its own way.
    fn has_own(&self) -> bool {
        let counters = self.paper.as_ref().map(|paper| &paper.counters);
        counters.is_some_and(|all| all.iter().any(|counter| counter.is_own))
    }

    /// The code under which the client has been shown this post and has not answered yet.
    fn waits_for_word(&self) -> Option<&str> {
        let codes = self.row()?.lines.iter().map(|line| line.asked.as_str());
        codes.into_iter().find(|code| !code.is_empty())
    }

    /// The variant of the chosen channel; none for the base text, or while the post is not read yet.
    pub(super) fn chosen_variant(&self, post: PostId) -> Option<VariantId> {
        let paper = self.paper.as_ref().filter(|paper| paper.post() == post)?;
        paper.variant(self.channel)
    }

    /// The fast lane with the client typed in already.
    fn add(&self, env: &Env<'_>) -> Effects {
        let client = env.scope.or(self.row().map(|row: &Draft| row.client));
        let prefill = client.map_or_else(String::new, |client| {
            format!("{} ", env.roster.badge(client).0)
        });
        show(Show::Prompt(Purpose::Sketch { prefill }))
    }
}

fn show(what: Show) -> Effects {
    Effect::Show(what).into()
}
