//! The only hands: effects are performed here, in order; what needs the terminal is handed on.

use std::collections::VecDeque;

use super::{App, Outside, Work, env, outbox};
use crate::domain::command::{Change, Command, PlanCommand};
use crate::domain::ids::{EntryId, PostId, VariantId};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::overlays::Overlay;
use crate::store::{Done, Result, StoreError};

impl App {
    pub(super) fn perform(&mut self, effects: Effects) {
        let mut effects: VecDeque<Effect> = effects.into_iter().collect();
        self.work_off(&mut effects, false);
        self.put_off(effects);
        self.refresh();
    }

    /// The one road of every error: shown, and she goes on.
    pub(super) fn report(&mut self, tried: Result<()>) {
        if let Err(error) = tried {
            log::warn!("{error}");
            self.outgrown |= matches!(error, StoreError::Newer { .. });
            self.toast = Some((error.words(), Weight::Bad));
        }
    }

    pub(super) fn effect(&mut self, effect: Effect) -> Result<()> {
        match effect {
            Effect::Apply(command) => return self.apply(&command),
            Effect::Undo => return self.step(true),
            Effect::Redo => return self.step(false),
            Effect::TakeBack(entries) => return self.take_back(&entries),
            Effect::Remember(memo) => return self.store.remember(&memo),
            Effect::Copy { text, what } => self.copy(text, &what),
            Effect::Bundle(variant) => return self.lay_out(variant),
            Effect::LayTask { name, text } => return self.lay_task(&name, &text),
            Effect::SendPacket { posts, tongue } => return self.send_packet(posts, tongue),
            Effect::OpenAddress(address) => self.outside.push(Outside::Open(address)),
            Effect::EditOutside { post, variant } => return self.edit_outside(post, variant),
            Effect::Attach { post, path } => self.outside.push(Outside::Take { post, path }),
            Effect::TakeIn(files) => self.outside.push(Outside::TakeIn(files)),
            Effect::Export {
                wanted,
                file,
                replace,
            } => self.outside.push(Outside::Export {
                wanted,
                file,
                replace,
            }),
            Effect::TagLinks(post) => return self.tag_links(post),
            Effect::Chain { post, variant } => return self.chain(post, variant),
            Effect::Complete(typed) => self.outside.push(Outside::Complete(typed)),
            Effect::PutIn(text) => self.put_in(&text),
            Effect::LookIntoFile => self.look_into_file(),
            Effect::BringIn => self.bring_in(),
            Effect::NextSlot(variants) => return self.next_slot(&variants),
            Effect::Shift { variants, by } => return self.shift(&variants, by),
            Effect::Show(show) => return self.open(show),
            Effect::Go(pane) => self.go(pane),
            Effect::Answer(thread) => self.open_thread(thread),
            Effect::SetScope(scope) => {
                self.scope = scope;
                self.rooms.touch(Change::ALL);
            }
            Effect::Filter(filter) => self.show_only(filter),
            Effect::View(digit) => return self.open_view(digit),
            Effect::Act(action) => self.command(action),
            Effect::Search { turn, words } => self.outside.push(Outside::Seek { turn, words }),
            Effect::Proofread(errand) => self.outside.push(Outside::Proofread(Box::new(errand))),
            Effect::Ring(words) => {
                let text = self.locale.words(&words);
                self.outside.push(Outside::Ring(text));
                self.toast = Some((words, Weight::Note));
            }
            Effect::OpenDemo => self.outside.push(Outside::Demo),
            Effect::ReadSettings => self.look_at_settings(true),
            Effect::LookAgain => self.look_again(),
            Effect::Toast(words, weight) => self.toast = Some((words, weight)),
            Effect::Suspend => self.outside.push(Outside::Suspend),
            Effect::Quit => self.leave(),
        }
        Ok(())
    }

    fn copy(&mut self, text: String, what: &Words) {
        // The steps of publishing say themselves what is on the clipboard; their keys stay in sight.
        if !matches!(self.overlays.last(), Some(Overlay::Publish(_))) {
            let what = self.locale.words(what);
            self.toast = Some((Words::new("copied").with("what", what), Weight::Plain));
        }
        self.outside.push(Outside::Copy(text));
    }

    /// Changes the store. Only effects come here: what meets a busy desk is done again as a whole, in its turn.
    pub(super) fn apply(&mut self, command: &Command) -> Result<()> {
        if Self::is_long(command) {
            return self.apply_long(command.clone());
        }
        if self.refuses(command)? {
            return Ok(());
        }
        let held = self.store.reader().held_yes(command, self.now)?;
        let done = self.store.apply(command, self.now)?;
        if let (Command::Plan(PlanCommand::AddPost(_)), Some(id)) = (command, done.id) {
            self.rooms.made(self.pane, PostId(id));
        }
        self.done_with(&done, "did");
        if done.entry.is_some() {
            let moved = self.moved(command);
            if let Some(away) = self.away(command, moved.as_ref())? {
                self.toast = Some((away, Weight::Note));
            } else if let Some(moved) = moved {
                self.toast = Some((moved, Weight::Plain));
            }
            self.says_held("lint-yes-held", &held);
        }
        Ok(())
    }

    /// Where a move went, when all of it went to one moment: the row may have left the screen with it.
    fn moved(&self, command: &Command) -> Option<Words> {
        let Command::Plan(PlanCommand::Reschedule { moves }) = command else {
            return None;
        };
        let at = moves.first()?.1.as_ref()?.at;
        let together = moves
            .iter()
            .all(|(_, planned)| planned.as_ref().is_some_and(|planned| planned.at == at));
        let env = env!(self);
        let day = self.locale.day_short(env.wall(at).date_naive());
        together.then(|| Words::new("moved-to").with("when", format!("{day} {}", env.clock(at))))
    }

    fn step(&mut self, back: bool) -> Result<()> {
        if self.store.is_long_step(back)? {
            return self.work(if back { Work::Undo } else { Work::Redo });
        }
        let done = if back {
            self.store.undo(self.now)?
        } else {
            self.store.redo(self.now)?
        };
        self.done_with(&done, if back { "undone" } else { "redone" });
        Ok(())
    }

    /// Takes chosen entries back. Where one alone cannot go, the history asks what else shall go with it.
    fn take_back(&mut self, entries: &[EntryId]) -> Result<()> {
        match (self.store.take_back(entries, self.now), entries) {
            (Ok(done), _) => {
                match done.as_slice() {
                    [] => {}
                    [one] => self.done_with(one, "undone"),
                    several => {
                        let words = Words::new("undone-several").with("n", several.len());
                        self.toast = Some((words, Weight::Plain));
                        self.changed(Change::ALL);
                    }
                }
                Ok(())
            }
            (
                Err(error @ (StoreError::ChangedSince { .. } | StoreError::ArrivedSince)),
                [entry],
            ) => match self.overlays.last_mut() {
                Some(Overlay::History(history)) => {
                    history.refused(error.words(), *entry, self.store.reader())
                }
                _ => Err(error),
            },
            (Err(error), _) => Err(error),
        }
    }

    pub(super) fn done_with(&mut self, done: &Done, how: &str) {
        if done.entry.is_some() {
            let what = self.locale.words(&done.title);
            self.toast = Some((Words::new(how).with("what", what), Weight::Plain));
        }
        self.changed(done.change);
    }

    /// Everything that shows these nouns asks again; the roster first, because every line names it.
    pub(super) fn changed(&mut self, change: Change) {
        if change.meets(Change::CLIENTS) {
            match crate::env::Roster::read(self.store.reader()) {
                Ok(roster) => self.roster = roster,
                Err(error) => self.report(Err(error)),
            }
        }
        if change.meets(Change::PLAN.and(Change::DELIVERIES).and(Change::CLIENTS)) {
            self.clock.plan_changed();
            self.look_at_the_clock();
            self.check_soon();
        }
        self.rooms.touch(change);
        self.filter_again(change);
        if change.meets(Change::PLAN.and(Change::CLIENTS)) {
            self.bring_again();
        }
        if matches!(
            self.overlays.last(),
            Some(
                Overlay::Write(_)
                    | Overlay::Clients(_)
                    | Overlay::Rubrics(_)
                    | Overlay::Pictures(_)
                    | Overlay::TheirAnswer(_)
                    | Overlay::History(_)
            )
        ) {
            self.look_again();
        }
    }

    pub(super) fn refresh(&mut self) {
        let tried = self
            .rooms
            .refresh(self.pane, self.store.reader(), &env!(self));
        self.report(tried);
    }

    fn lay_out(&mut self, variant: VariantId) -> Result<()> {
        let folder = self.store.folder();
        let laid = outbox::lay_out(self.store.reader(), folder, &self.roster, variant, self.now)?;
        if let (Some(laid), Some(Overlay::Publish(publish))) = (laid, self.overlays.last_mut()) {
            publish.laid_out(laid.display().to_string());
        }
        Ok(())
    }

    /// What stands there, followed or its own.
    fn text_of(&self, post: PostId, variant: Option<VariantId>) -> Result<String> {
        let rev = self.store.reader().wording(post, variant)?;
        Ok(rev.map_or_else(String::new, |rev| rev.text))
    }

    fn edit_outside(&mut self, post: PostId, variant: Option<VariantId>) -> Result<()> {
        let text = self.text_of(post, variant)?;
        self.outside.push(Outside::Edit {
            post,
            variant,
            text,
        });
        Ok(())
    }

    pub(super) fn edited(
        &mut self,
        post: PostId,
        variant: Option<VariantId>,
        text: std::result::Result<Vec<u8>, Words>,
    ) {
        match text {
            Ok(bytes) => {
                let text = sanitize::from_bytes(&bytes);
                let text = text.trim_end_matches('\n');
                match self.text_of(post, variant) {
                    // Saved, it would be a channel's own text that follows the base no longer.
                    Ok(stands) if stands.trim_end_matches('\n') == text => {
                        self.toast = Some((Words::new("editor-unchanged"), Weight::Note));
                    }
                    Ok(_) => {
                        let text = text.to_owned();
                        let save = PlanCommand::SaveText {
                            post,
                            variant,
                            text,
                        };
                        self.perform(Command::Plan(save).into());
                    }
                    Err(error) => self.report(Err(error)),
                }
            }
            Err(words) => self.toast = Some((words, Weight::Bad)),
        }
    }
}
