//! Opening rooms and short-lived windows.

use std::collections::BTreeSet;

use super::{App, env, times};
use crate::domain::ids::{ClientId, PostId, ThreadId, VariantId};
use crate::domain::lint::RuleId;
use crate::domain::words::Words;
use crate::effect::{Belongings, Pane, Purpose, Show, Weight};
use crate::overlays::prompt::Subject;
use crate::overlays::write;
use crate::overlays::{
    Clients, FilterLine, Find, Help, History, Overlay, Palette, Picker, PostForm, Prompt, Publish,
    Rubrics, Snippets, Versions, Write,
};
use crate::store::Result;

impl App {
    pub(super) fn go(&mut self, pane: Pane) {
        self.keep_now();
        self.pane = pane;
    }

    pub(super) fn open_thread(&mut self, thread: ThreadId) {
        self.go(Pane::Inbox);
        self.refresh();
        let tried = self
            .rooms
            .open_thread(thread, self.store.reader(), &env!(self));
        self.report(tried);
    }

    pub(super) fn open(&mut self, show: Show) -> Result<()> {
        let overlay = match show {
            Show::Help => self.help(),
            Show::Palette => Overlay::Palette(Palette::new(
                |action| self.keymap.chord_of(action),
                &self.store.reader().views()?,
                &env!(self),
            )),
            Show::Scope => Overlay::Picker(Picker::scope(&env!(self))),
            Show::Status(variants) => {
                let mut lines = Vec::with_capacity(variants.len());
                for variant in variants {
                    lines.extend(self.store.reader().line(variant)?);
                }
                Overlay::Picker(Picker::status(&lines, &env!(self)))
            }
            Show::History => {
                Overlay::History(Box::new(History::open(self.store.reader(), &env!(self))?))
            }
            Show::Versions(post) => {
                // They lie over what is being typed, which is kept first: only the topmost window is.
                self.keep_now();
                let versions = Versions::open(self.store.reader(), post, &env!(self))?;
                Overlay::Versions(Box::new(versions))
            }
            Show::Find => Overlay::Find(Find::new(&env!(self))),
            Show::Filter if !matches!(self.pane, Pane::Plan | Pane::Drafts) => {
                self.toast = Some((Words::new("filter-not-here"), Weight::Note));
                return Ok(());
            }
            Show::Filter => {
                let names = self.store.reader().filter_names()?;
                Overlay::Filter(Box::new(FilterLine::open(names, &env!(self))))
            }
            Show::KeepView => self.keep_view()?,
            Show::Export => {
                self.open_export();
                return Ok(());
            }
            Show::Prompt(purpose) => return self.open_prompt(purpose),
            Show::Write { post, variant } => return self.open_write(post, variant),
            Show::PostCard(post) => self.post_card(post)?,
            Show::Snippets { post, variant } => self.snippets(post, variant)?,
            Show::Pictures(post) => self.pictures(post)?,
            Show::ToClient { posts, again } => return self.show_to_client(&posts, again),
            Show::TheirAnswer { client, post } => return self.open_answer(client, post),
            Show::LetPass(variants) => return self.open_let_pass(&variants),
            Show::Publish(variants) if self.refuses_to_publish(&variants)? => return Ok(()),
            Show::Publish(variants) => return self.open_publish(&variants),
            Show::Clients => {
                Overlay::Clients(Box::new(Clients::open(self.store.reader(), &env!(self))?))
            }
            Show::Bring => self.open_bring(),
            Show::Of(what, client) => return self.open_belongings(what, client),
            Show::Whose(what) => Overlay::Picker(Picker::whose(what, &env!(self))),
            Show::Choose { title, choices } => {
                Overlay::Picker(Picker::choose(&title, choices, &env!(self)))
            }
        };
        self.overlays.push(overlay);
        Ok(())
    }

    fn help(&self) -> Overlay {
        let here: Vec<_> = self
            .rooms
            .offers(self.pane, &env!(self))
            .into_iter()
            .map(|action| (action, self.title(action)))
            .collect();
        Overlay::Help(Help::new(
            &here,
            |action| self.keymap.chord_of(action),
            &env!(self),
        ))
    }

    /// All keys of the topmost window, over it; what is typed there is kept first.
    pub(super) fn help_in_window(&mut self) {
        self.keep_now();
        if let Some(overlay) = self.overlays.last() {
            let help = Help::of_keys(overlay.hints(), &env!(self));
            self.overlays.push(Overlay::Help(help));
        }
    }

    /// The card lies over the text of the post, which is kept first: only the topmost window is.
    fn post_card(&mut self, post: PostId) -> Result<Overlay> {
        self.keep_now();
        let form = PostForm::open(self.store.reader(), post, &env!(self))?;
        Ok(Overlay::PostCard(Box::new(form)))
    }

    /// They lie over the text of the post, which is kept first: only the topmost window is.
    fn snippets(&mut self, post: PostId, variant: Option<VariantId>) -> Result<Overlay> {
        self.keep_now();
        let window = Snippets::open(self.store.reader(), post, variant, &env!(self))?;
        Ok(Overlay::Snippets(Box::new(window)))
    }

    /// What was picked goes into the text under it, and is kept at once: it is a whole piece of work.
    pub(super) fn put_in(&mut self, text: &str) {
        if let Some(Overlay::Write(write)) = self.overlays.last_mut() {
            write.put_in(text, &env!(self));
            self.keep_at_once();
        }
    }

    /// The topmost window has stood while the post it shows was changed over it, or a picture came in.
    pub(super) fn look_again(&mut self) {
        let tried = match self.overlays.last_mut() {
            Some(Overlay::Write(write)) => write.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::PostCard(form)) => form.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::Snippets(it)) => it.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::Pictures(window)) => window.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::Clients(clients)) => clients.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::Rubrics(rubrics)) => rubrics.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::TheirAnswer(answer)) => answer.refresh(self.store.reader()),
            Some(Overlay::History(history)) => history.refresh(self.store.reader(), &env!(self)),
            Some(Overlay::Versions(versions)) => versions.refresh(self.store.reader()),
            _ => Ok(()),
        };
        self.report(tried);
    }

    /// They belong to one client: the one that was named, is in scope, is under the cursor, or is the only one.
    fn open_belongings(&mut self, what: Belongings, named: Option<ClientId>) -> Result<()> {
        let only = match self.roster.clients.as_slice() {
            [] => return self.open(Show::Clients),
            [only] => Some(only.id),
            _ => None,
        };
        let at_hand = self
            .scope
            .or_else(|| self.rooms.client(self.pane, &env!(self)))
            .or(only);
        let Some(client) = named.or(at_hand) else {
            return self.open(Show::Whose(what));
        };
        let (reader, env) = (self.store.reader(), &env!(self));
        let window = match what {
            Belongings::Rubrics => Overlay::Rubrics(Box::new(Rubrics::open(reader, client, env)?)),
            Belongings::Snippets => {
                Overlay::Snippets(Box::new(Snippets::tidy(reader, client, env)?))
            }
        };
        self.overlays.push(window);
        Ok(())
    }

    fn open_prompt(&mut self, purpose: Purpose) -> Result<()> {
        // Whoever adds something before there is anybody to add it for begins with the first client.
        let adds = matches!(
            purpose,
            Purpose::Add { .. } | Purpose::Sketch { .. } | Purpose::Message { .. }
        );
        if adds && self.roster.clients.is_empty() {
            return self.open(Show::Clients);
        }
        let kept = match Prompt::owner(&purpose) {
            Some(owner) => self.store.reader().draft(owner)?.map(|draft| draft.text),
            None => None,
        };
        let subjects = self.subjects(&purpose)?;
        let prompt = Prompt::open(purpose, subjects, kept.as_deref(), &env!(self));
        self.overlays.push(Overlay::Prompt(Box::new(prompt)));
        Ok(())
    }

    /// What a line of this purpose would move.
    fn subjects(&self, purpose: &Purpose) -> Result<Vec<Subject>> {
        let variants: Vec<VariantId> = match purpose {
            Purpose::Time { variants } => variants.clone(),
            Purpose::Shift { moves } => moves.iter().map(|(variant, _)| *variant).collect(),
            _ => Vec::new(),
        };
        times::subjects(self.store.reader(), &variants)
    }

    /// The texts of one post, one window: two would overwrite each other's kept text.
    fn open_write(&mut self, post: PostId, variant: Option<VariantId>) -> Result<()> {
        let reader = self.store.reader();
        let variants = reader.variants_of(post)?.into_iter();
        let texts = variants.map(|line| Some(line.variant)).chain([None]);
        for text in texts {
            let mut kept = reader.drafts_of(&write::owner(post, text))?.into_iter();
            if kept.any(|draft| is_another_window(draft.pid)) {
                self.toast = Some((Words::new("written-elsewhere"), Weight::Bad));
                return Ok(());
            }
        }
        let write = Write::open(self.store.reader(), post, variant, &env!(self))?;
        let take_over = write.take_over(self.store.reader(), &env!(self))?;
        self.overlays.push(Overlay::Write(Box::new(write)));
        self.perform(take_over);
        Ok(())
    }

    /// Asks why held-back posts may go out as they are; where nothing holds them back there is nothing to ask.
    fn open_let_pass(&mut self, variants: &[VariantId]) -> Result<()> {
        let held = self.store.reader().held_back(variants, self.now)?;
        if held.is_empty() {
            self.toast = Some((Words::new("lint-nothing-held"), Weight::Note));
            return Ok(());
        }
        let posts = held.iter().map(|it| it.post).collect();
        let why = held.iter().flat_map(|it| &it.why);
        let rules: BTreeSet<RuleId> = why.map(|it| it.rule).collect();
        let rules = rules.into_iter().collect();
        self.open_prompt(Purpose::LetPass { posts, rules })
    }

    fn open_publish(&mut self, variants: &[VariantId]) -> Result<()> {
        let mut publish = Publish::open(self.store.reader(), variants)?;
        let begin = publish.begin(&env!(self));
        self.overlays.push(Overlay::Publish(Box::new(publish)));
        self.perform(begin);
        Ok(())
    }

    /// Text whose window went away before it found its place is offered at the next opening.
    pub(super) fn offer_kept_text(&mut self) {
        match self.store.reader().drafts_kept() {
            Ok(kept) => {
                let count = kept.iter().filter(|it| !it.text.is_empty()).count();
                if count > 0 {
                    self.toast = Some((Words::new("kept-text").with("n", count), Weight::Note));
                }
            }
            Err(error) => self.report(Err(error)),
        }
    }
}

/// Whether another of our windows has this process number. Where the system does not tell what a process runs, none has:
/// a number may long belong to somebody else, and her own text must never be locked away by it.
fn is_another_window(pid: u32) -> bool {
    let program = |process: &str| {
        let runs = std::fs::read_link(format!("/proc/{process}/exe")).ok()?;
        Some(runs.file_name()?.to_owned())
    };
    pid != std::process::id()
        && program(&pid.to_string()).is_some_and(|other| Some(other) == program("self"))
}
