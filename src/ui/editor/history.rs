//! The editor's own undo: what was replaced by what, typing gathered by words.

/// How an edit came about; decides what is taken back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// One typed character.
    Typed,
    /// One character rubbed out to the left.
    Rubbed,
    /// A paste, a kill, a fix: taken back alone.
    Whole,
    /// From here on it is another text by its nature, whether or not it reads the same: taken back alone.
    Stage,
}

/// One replacement in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Where, in bytes.
    pub(super) at: usize,
    /// What stood there.
    pub(super) removed: String,
    /// What stands there now.
    pub(super) inserted: String,
    /// Where the caret was before.
    pub(super) caret: usize,
    /// How it came about.
    pub(super) cause: Cause,
}

/// What can be taken back, and what of it can be done again.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    sealed: bool,
    /// Stages that were begun and not taken back.
    stage: usize,
}

impl History {
    /// Remembers a step, together with the one before where both belong to one word. What was undone is forgotten.
    pub(super) fn record(&mut self, step: Step) {
        self.undone.clear();
        self.stage += usize::from(step.cause == Cause::Stage);
        let open = !std::mem::take(&mut self.sealed);
        match self.done.last_mut() {
            Some(last) if open && last.takes(&step) => last.take(&step),
            _ => self.done.push(step),
        }
    }

    /// The next step begins a new group: the caret has moved meanwhile.
    pub(super) fn seal(&mut self) {
        self.sealed = true;
    }

    /// The newest step, to be taken back.
    pub(super) fn undo(&mut self) -> Option<Step> {
        self.sealed = true;
        let step = self.done.pop()?;
        self.stage -= usize::from(step.cause == Cause::Stage);
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step last taken back, to be done again.
    pub(super) fn redo(&mut self) -> Option<Step> {
        self.sealed = true;
        let step = self.undone.pop()?;
        self.stage += usize::from(step.cause == Cause::Stage);
        self.done.push(step.clone());
        Some(step)
    }

    /// How many stages were begun and not taken back.
    pub(super) const fn stage(&self) -> usize {
        self.stage
    }
}

impl Step {
    fn takes(&self, next: &Self) -> bool {
        if self.cause != next.cause {
            return false;
        }
        match next.cause {
            Cause::Whole | Cause::Stage => false,
            Cause::Typed => {
                let new_word = self.inserted.ends_with(' ') && next.inserted != " ";
                let end = self.at + self.inserted.len();
                // A mark that joins the letter before it takes that letter back first.
                let joins = self.inserted.ends_with(&next.removed);
                next.at + next.removed.len() == end && joins && !new_word
            }
            Cause::Rubbed => {
                let new_word = !self.removed.starts_with(' ') && next.removed == " ";
                next.at + next.removed.len() == self.at && !new_word
            }
        }
    }

    fn take(&mut self, next: &Self) {
        match next.cause {
            Cause::Rubbed => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
            }
            Cause::Typed | Cause::Whole | Cause::Stage => {
                let kept = self.inserted.len() - next.removed.len();
                self.inserted.truncate(kept);
                self.inserted.push_str(&next.inserted);
            }
        }
    }
}
