//! A chain: the text of a channel cut into parts that it has room for, and joined again.

use super::{Reply, Write};
use crate::domain::chain::toggled;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;

impl Write {
    /// A text that is too long becomes a chain for its channel, a chain one text again.
    pub(super) fn cut_or_join(&mut self, env: &Env<'_>) -> Reply {
        let note = |words: Words| Reply::with(Effect::Toast(words, Weight::Note));
        let [channel] = self.channels.as_slice() else {
            return note(Words::new("chain-which-channel"));
        };
        let Some(platform) = env.roster.platform(*channel) else {
            return Reply::stay();
        };
        match toggled(self.editor.text(), platform, self.has_media) {
            Ok(text) => {
                let all = 0..self.editor.text().len();
                let changed = self.editor.replace(all, &text);
                self.changed(changed, env)
            }
            Err(uncut) => note(uncut.words()),
        }
    }
}
