//! What a text stands on: the wording it was made from, and what has been saved over that by somebody else. Bringing texts
//! together is a stage of the editor, so that typing's own undo gives the ground back with the words.

use super::pages::{Page, Way};
use crate::domain::ids::{PostId, RevId};
use crate::env::Env;
use crate::store::{Draft, Reader, Result};
use crate::ui::Editor;

/// A wording that another window, or the command line, has saved meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Theirs {
    /// How it reads.
    pub(super) text: String,
    /// Which one it is.
    rev: Option<RevId>,
}

/// What a text stands on.
#[derive(Debug, Clone)]
struct Ground {
    saved: String,
    own: Option<String>,
    rev: Option<RevId>,
    came_from: Option<String>,
    theirs: Option<Theirs>,
    way: Way,
}

/// The ground at each stage of the text.
#[derive(Debug, Default)]
pub(super) struct Stages {
    each: Vec<Ground>,
    at: usize,
}

/// What a text is brought together with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum With {
    /// The base, as it reads.
    Base(String),
    /// What somebody else has saved.
    Theirs,
}

impl Page {
    /// What the desk has is another now, and hers is not saved yet: it stays as it is, but nothing is saved over theirs
    /// unasked.
    pub(super) fn hear(&mut self, new: Self, text: &str) {
        (self.going, self.came_from_saved) = (new.going, new.came_from_saved);
        let stands = match self.way {
            Way::Base => Some(new.saved),
            Way::Begun | Way::Own => new.own.clone(),
            // It is let go, and what is let go lies in the history.
            Way::Follows => None,
        };
        match stands {
            None => self.own = new.own,
            Some(stands) if stands == self.saved => self.theirs = None,
            Some(stands) => {
                self.theirs = Some(Theirs {
                    text: stands,
                    rev: new.rev,
                });
                if self.theirs.as_ref().is_some_and(|it| it.text == text) {
                    self.take_theirs();
                }
            }
        }
    }

    /// Hers has taken this in with the stage of the text that begins now.
    pub(super) fn brought(&mut self, stage: usize, with: With, base: &str) {
        self.stages.each.truncate(stage);
        self.stages.each.resize(stage, self.ground());
        self.stages.each.push(self.ground());
        match with {
            With::Base(base) => self.came_from = Some(base),
            With::Theirs => {
                self.take_theirs();
                // Theirs may have taken the base in already.
                if self.came_from_saved.as_deref() == Some(base) {
                    self.came_from.clone_from(&self.came_from_saved);
                }
            }
        }
        self.stages.each.push(self.ground());
        self.stages.at = stage + 1;
        self.touched = true;
    }

    /// The text is at this stage: undo has taken it back there, or redo brought it there again.
    pub(super) fn at_stage(&mut self, stage: usize) {
        if stage == self.stages.at {
            return;
        }
        self.stages.at = stage;
        if let Some(ground) = self.stages.each.get(stage).cloned() {
            (self.saved, self.own, self.rev) = (ground.saved, ground.own, ground.rev);
            (self.came_from, self.theirs, self.way) = (ground.came_from, ground.theirs, ground.way);
        }
    }

    /// From now on hers is made from theirs.
    fn take_theirs(&mut self) {
        let Some(theirs) = self.theirs.take() else {
            return;
        };
        if self.way != Way::Base {
            self.own = Some(theirs.text.clone());
            self.way = Way::Own;
        }
        (self.saved, self.rev) = (theirs.text, theirs.rev);
    }

    fn ground(&self) -> Ground {
        Ground {
            saved: self.saved.clone(),
            own: self.own.clone(),
            rev: self.rev,
            came_from: self.came_from.clone(),
            theirs: self.theirs.clone(),
            way: self.way,
        }
    }

    /// Takes up text that never found its place, and what it was made from.
    pub(super) fn resume(
        &mut self,
        kept: &Draft,
        post: PostId,
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        self.laid = Editor::new(&kept.text);
        self.resumed = true;
        let now = Theirs {
            text: self.saved.clone(),
            rev: self.rev,
        };
        let is_another = |rev: &RevId| Some(*rev) != self.rev;
        if let Some(rev) = kept.base.filter(is_another) {
            let then = reader.wording_was(post, self.variant, rev)?;
            let base = reader.wording_was(post, None, rev)?;
            if let Some(then) = then {
                let stands = self.variant.is_none() || self.own.is_some();
                self.theirs = stands.then_some(now);
                self.own = self.own.take().map(|_| then.clone());
                (self.saved, self.rev) = (then, Some(rev));
            } else if let Some(base) = base {
                self.theirs = self.own.take().map(|_| now);
                self.saved = self.inherited(&base, env).whole;
                self.rev = Some(rev);
                self.way = Way::Begun;
                self.came_from = Some(base);
            }
        }
        // Nobody knows any more which base it was made from: the one that stands is the next best.
        if self.way == Way::Follows {
            self.way = Way::Begun;
        }
        Ok(())
    }
}
