//! What actions do on drafts: go through the queue, choose a channel, write, move along.

use super::Drafts;
use super::paper::Paper;
use super::queue::Draft;
use crate::action::Action;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::effect::{Effect, Effects, Purpose, Show};
use crate::env::Env;

impl Drafts {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        let last = self.rows.len().saturating_sub(1);
        let stood_at = self.at;
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
            Action::Add => return self.add(env),
            _ => return self.on_draft(action),
        }
        if self.at != stood_at {
            self.channel = None;
        }
        Effects::none()
    }

    /// What can be done now, most useful first.
    pub fn offers(&self, _env: &Env<'_>) -> Vec<Action> {
        let mut offers = Vec::new();
        if !self.rows.is_empty() {
            offers.extend([
                Action::Do,
                Action::Right,
                Action::Status,
                Action::Time,
                Action::NextSlot,
                Action::EditOutside,
                Action::Delete,
            ]);
        }
        offers.extend([
            Action::NextProblem,
            Action::Add,
            Action::Undo,
            Action::Scope,
            Action::Find,
            Action::Help,
        ]);
        offers
    }

    /// What a key does on this very row, in words: "write", or "write VK" with a channel chosen.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        self.row()?;
        match action {
            Action::Right => return Some(env.locale.text("drafts-verb-channel").into_owned()),
            Action::Do => {}
            _ => return None,
        }
        let counter = self.paper.as_ref().zip(self.channel);
        let code = counter.and_then(|(paper, at)| paper.counters.get(at));
        Some(match code {
            Some(counter) => env
                .locale
                .say("drafts-do-write-for", &[("code", counter.code.into())]),
            None => env.locale.text("drafts-do-write").into_owned(),
        })
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

    fn on_draft(&self, action: Action) -> Effects {
        let Some(draft) = self.row() else {
            return Effects::none();
        };
        let post = draft.post;
        let variant = self.chosen_variant(post);
        let variants = variant.map_or_else(|| draft.variants(), |one| vec![one]);
        match action {
            Action::Do | Action::Edit => show(Show::Write { post, variant }),
            Action::EditOutside => Effect::EditOutside { post, variant }.into(),
            Action::Status => show(Show::Status(variants)),
            Action::Time => show(Show::Prompt(Purpose::Time { variants })),
            Action::NextSlot => Effect::NextSlot(variants).into(),
            Action::Delete => Command::Plan(PlanCommand::DeletePosts { posts: vec![post] }).into(),
            _ => Effects::none(),
        }
    }

    /// The variant of the chosen channel; none for the base text, or while the post is not read yet.
    fn chosen_variant(&self, post: PostId) -> Option<VariantId> {
        let paper = self.paper.as_ref().filter(|paper| paper.post() == post)?;
        paper.variant(self.channel)
    }

    /// The fast lane with the client typed in already.
    fn add(&self, env: &Env<'_>) -> Effects {
        let client = env.scope.or(self.row().map(|row: &Draft| row.client));
        let prefill = client.map_or_else(String::new, |client| {
            format!("{} ", env.roster.badge(client).0)
        });
        show(Show::Prompt(Purpose::Add { prefill }))
    }
}

fn show(what: Show) -> Effects {
    Effect::Show(what).into()
}
