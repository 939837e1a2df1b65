//! What stands out in the text while it is written.

use super::Write;
use crate::domain::count::over_limit_tail;
use crate::env::Env;

impl Write {
    /// The tail over the strictest limit of its channels stands out.
    pub(super) fn mark(&mut self, env: &Env<'_>) {
        let text = self.editor.text();
        let tail = self
            .channels
            .iter()
            .filter_map(|channel| env.roster.platform(*channel))
            .flat_map(|platform| platform.text_limits(self.has_media))
            .filter_map(|limit| over_limit_tail(text, &limit))
            .min();
        let tail = tail.map(|from| (from..text.len(), env.theme.bad));
        let marks = self.difference().chain(tail).collect();
        self.editor.set_marks(marks);
    }
}
