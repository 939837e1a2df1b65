//! Pictures come in: a worker takes and measures them, one Command puts each to its post, and the window on them hears of it.

use super::{App, Outside, env};
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{MediaId, PostId};
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Weight};
use crate::media::Taken;
use crate::overlays::{Overlay, Pictures};
use crate::store::{Memo, Result};

impl App {
    /// The window lies over the text of the post, which is kept first: only the topmost window is.
    pub(super) fn pictures(&mut self, post: PostId) -> Result<Overlay> {
        self.keep_now();
        let window = Pictures::open(self.store.reader(), post, &env!(self))?;
        if window.lacks_facts() {
            self.outside.push(Outside::Measure(Some(post)));
        }
        Ok(Overlay::Pictures(Box::new(window)))
    }

    /// A file was taken in, to be put to a post.
    pub(super) fn taken(&mut self, post: PostId, taken: std::result::Result<Taken, Words>) {
        self.came_in(post, taken, |taken| PlanCommand::Attach {
            post,
            hash: taken.hash,
            name: taken.name,
            bytes: taken.bytes,
            alt: String::new(),
        });
    }

    /// A file was taken in, to be put in the place of a picture.
    pub(super) fn swapped(
        &mut self,
        post: PostId,
        media: MediaId,
        taken: std::result::Result<Taken, Words>,
    ) {
        self.came_in(post, taken, |taken| PlanCommand::SwapMedia {
            media,
            hash: taken.hash,
            name: taken.name,
            bytes: taken.bytes,
        });
        self.look_again();
    }

    /// What was taken becomes a Command, and what its bytes tell is kept; what was not is said where she looks.
    fn came_in(
        &mut self,
        post: PostId,
        taken: std::result::Result<Taken, Words>,
        command: impl FnOnce(Taken) -> PlanCommand,
    ) {
        let window = self.overlays.iter_mut().find_map(|it| match it {
            Overlay::Pictures(window) if window.post() == post => Some(window),
            _ => None,
        });
        match (taken, window) {
            (Err(words), Some(window)) => window.arrived(Some(words)),
            (Err(words), None) => self.toast = Some((words, Weight::Bad)),
            (Ok(taken), window) => {
                if let Some(window) = window {
                    window.arrived(None);
                }
                let told = Memo::Measured(vec![(taken.hash.clone(), taken.facts)]);
                let command = Effect::Apply(Command::Plan(command(taken)));
                self.perform(Effects::one(Effect::Remember(told)).then(command));
            }
        }
    }
}
