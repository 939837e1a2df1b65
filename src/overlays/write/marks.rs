//! What stands out in the text while it is written.

use std::collections::BTreeMap;

use super::Write;
use crate::domain::chain;
use crate::env::Env;

impl Write {
    /// The tail over the strictest limit of its channels stands out, part by part.
    pub(super) fn mark(&mut self, env: &Env<'_>) {
        let text = self.editor.text();
        // By where each part of a chain ends: the limit that leaves least of it begins first.
        let mut tails = BTreeMap::new();
        for platform in self
            .channels
            .iter()
            .filter_map(|it| env.roster.platform(*it))
        {
            for tail in chain::tails(text, platform, self.has_media) {
                let from = tails.entry(tail.end).or_insert(tail.start);
                *from = tail.start.min(*from);
            }
        }
        let marks = tails
            .into_iter()
            .map(|(end, from)| (from..end, env.theme.bad));
        self.editor.set_marks(marks.collect());
    }
}
