//! Leaving: what was written in one sitting is saved, all of it under one entry.

use super::pages::Way;
use super::{Reply, Write, kept_as, owner};
use crate::domain::command::{Command, NewWording, PlanCommand};
use crate::domain::ids::VariantId;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::env::Env;
use crate::store::{Draft, Memo, Reader, Result};

impl Write {
    /// Leaving saves: one sitting is one entry in the journal, whatever was written in it. Nobody's words are saved over
    /// unasked.
    pub(super) fn leave(&mut self, env: &Env<'_>) -> Reply {
        let brought = match self.bring_theirs(env) {
            Ok(brought) => brought,
            Err(asked) => return asked,
        };
        let pages = self.pages.iter().enumerate();
        let texts = pages.flat_map(|(at, page)| page.to_save(self.text_of(at)));
        let mut effects = match self.saved(texts.collect()) {
            Some(command) => Effects::one(Effect::Apply(Command::Plan(command))),
            None => Effects::none(),
        };
        for (at, page) in self.pages.iter().enumerate() {
            if at == self.at || page.touched || page.resumed {
                let owner = kept_as(self.post, page.variant);
                effects = effects.then(Effect::Remember(Memo::Drop { owner }));
            }
        }
        let mut effects = effects.and(self.let_go(env));
        if brought > 0 {
            let words = Words::new("together-theirs-saved");
            effects = effects.then(Effect::Toast(words, Weight::Plain));
        }
        Reply::close_with(effects)
    }

    /// Text of an earlier sitting that was taken up is kept under our own name from now on; what reads as saved is forgotten.
    pub fn take_over(&self, reader: &Reader, env: &Env<'_>) -> Result<Effects> {
        let mut effects = Effects::none();
        for (at, page) in self.pages.iter().enumerate() {
            let ours = kept_as(self.post, page.variant);
            let kept = reader.drafts_of(&owner(self.post, page.variant))?;
            for (nth, kept) in kept.into_iter().enumerate() {
                let is_taken_up = nth == 0 && page.resumed;
                if kept.owner == ours || !(is_taken_up || kept.text == page.saved) {
                    continue;
                }
                if is_taken_up {
                    let draft = Draft {
                        owner: ours.clone(),
                        text: self.text_of(at).to_owned(),
                        pid: std::process::id(),
                        at: env.now,
                        ..kept.clone()
                    };
                    effects = effects.then(Effect::Remember(Memo::Keep(draft)));
                }
                let owner = kept.owner;
                effects = effects.then(Effect::Remember(Memo::Drop { owner }));
            }
        }
        Ok(effects)
    }

    /// Says which channels follow the base again, and where the texts are that were put by for it.
    fn let_go(&self, env: &Env<'_>) -> Effects {
        let put_by = self.pages.iter().filter(|page| page.put_by.is_some());
        let let_go = put_by.filter(|page| page.way == Way::Follows);
        let codes = let_go.filter_map(|page| Some(env.roster.code(page.channel?)));
        let codes: Vec<&str> = codes.collect();
        let words = Words::new("write-let-go").with("n", codes.len());
        let words = words.with("codes", codes.join(" "));
        match codes.as_slice() {
            [] => Effects::none(),
            _ => Effects::one(Effect::Toast(words, Weight::Plain)),
        }
    }

    /// The command that saves these; a single text is saved as it is from anywhere else.
    fn saved(&self, mut texts: Vec<NewWording>) -> Option<PlanCommand> {
        let post = self.post;
        let before = &self.pages[0].saved;
        let is_plain = |new: &NewWording| new.came_from.as_ref().is_none_or(|it| it == before);
        match texts.as_mut_slice() {
            [] => None,
            [new] if is_plain(new) && !self.was_stale(new.variant) => match new.text.take() {
                Some(text) => Some(PlanCommand::SaveText {
                    post,
                    variant: new.variant,
                    text,
                }),
                None => new.variant.map(|variant| PlanCommand::Inherit { variant }),
            },
            _ => Some(PlanCommand::SaveTexts { post, texts }),
        }
    }

    /// Whether the desk has this variant as drifted from the base.
    fn was_stale(&self, variant: Option<VariantId>) -> bool {
        let page = self.pages.iter().find(|page| page.variant == variant);
        let from = page.and_then(|page| page.came_from_saved.as_ref());
        from.is_some_and(|from| *from != self.pages[0].saved)
    }
}
