//! Cards that were left half filled in: what was typed in them waits for the next opening, and for the next day.

use super::Reply;
use super::blank::Blank;
use crate::effect::Effect;
use crate::env::Env;
use crate::store::{Draft, Memo, Reader, Result};

/// The answers put aside, by the owner they are kept under.
#[derive(Debug, Default)]
pub(super) struct Aside(Vec<(String, String)>);

impl Aside {
    /// Those whose owners begin so, as a window that went away has left them.
    pub(super) fn read(reader: &Reader, kind: &str) -> Result<Self> {
        let kept = reader.drafts_kept()?.into_iter();
        let ours = kept.filter(|draft| draft.owner.starts_with(kind));
        Ok(Self(ours.map(|draft| (draft.owner, draft.text)).collect()))
    }

    /// Gives a card back what was typed in it.
    pub(super) fn take_up(&self, owner: &str, blank: &mut Blank) {
        if let Some((_, kept)) = self.0.iter().find(|(kept, _)| kept == owner) {
            blank.take_up(kept);
        }
    }

    /// A card is left: what was changed in it stays for later, an untouched one leaves nothing behind.
    pub(super) fn put(&mut self, owner: String, blank: &Blank, env: &Env<'_>) -> Reply {
        self.0.retain(|(kept, _)| *kept != owner);
        if !blank.is_changed() {
            return Reply::with(Effect::Remember(Memo::Drop { owner }));
        }
        let text = blank.kept();
        self.0.push((owner.clone(), text.clone()));
        // The last letters may be younger than the last time anything was kept.
        Reply::with(Effect::Remember(Memo::Keep(Draft {
            owner,
            text,
            caret: 0,
            base: None,
            pid: std::process::id(),
            at: env.now,
        })))
    }

    /// A card has found its place: nothing of it waits any more.
    pub(super) fn done(&mut self, owner: String) -> Effect {
        self.0.retain(|(kept, _)| *kept != owner);
        Effect::Remember(Memo::Drop { owner })
    }
}
