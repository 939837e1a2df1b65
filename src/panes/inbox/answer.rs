//! The answer box: the text being written, and the ready answers that Tab puts into it.

use std::ops::Range;

use super::tongue::{Fit, fit};
use crate::domain::count::over_limit_tail;
use crate::domain::ids::{ChannelId, ThreadId};
use crate::domain::platform::Platform;
use crate::domain::sanitize;
use crate::env::{Env, Kept};
use crate::store::{Reader, ReadyAnswer, Result};
use crate::ui::{Editor, Reply};

/// An answer being written.
#[derive(Debug)]
pub(super) struct AnswerBox {
    thread: ThreadId,
    pub(super) editor: Editor,
    /// The ready answers of the client in the language of the message.
    pub(super) ready: Vec<ReadyAnswer>,
    put_in: Option<PutIn>,
    /// Text kept from an earlier time has been looked for.
    looked: bool,
}

/// A ready answer that stands in the text as it was put in.
#[derive(Debug)]
struct PutIn {
    place: usize,
    at: usize,
    text: String,
}

impl AnswerBox {
    /// An empty box. Keys may reach it before the desk has been asked for anything.
    pub(super) fn new(thread: ThreadId) -> Self {
        Self {
            thread,
            editor: Editor::new(""),
            ready: Vec::new(),
            put_in: None,
            looked: false,
        }
    }

    /// Offers the text that was kept, once, unless she has begun to write; and the answers that fit `message`.
    pub(super) fn fill(
        &mut self,
        reader: &Reader,
        ready: Vec<ReadyAnswer>,
        message: &str,
    ) -> Result<()> {
        if !self.looked {
            self.looked = true;
            let kept = reader.draft(&owner(self.thread))?;
            if let Some(draft) = kept.filter(|_| self.editor.text().is_empty()) {
                self.editor = Editor::new(&sanitize::text(&draft.text));
            }
        }
        if self.ready.is_empty() {
            self.ready = in_language_of(message, ready);
        }
        Ok(())
    }

    /// What is written, as it will go out: sanitised, without space around it.
    pub(super) fn wording(&self) -> String {
        sanitize::text(self.editor.text()).trim().to_owned()
    }

    /// The text for the autosave; none while nothing is written.
    pub(super) fn kept(&self) -> Option<Kept> {
        let text = self.editor.text();
        (!text.is_empty()).then(|| Kept {
            owner: owner(self.thread),
            text: text.to_owned(),
            caret: self.editor.caret(),
        })
    }

    /// Puts in the ready answer `by` places on, in place of the one put in before if that still stands as it was.
    pub(super) fn put_in(&mut self, by: isize) -> Reply {
        let count = self.ready.len() as isize;
        if count == 0 {
            return Reply::Ignored;
        }
        let standing = self.standing();
        let before = standing.as_ref().map(|(place, _)| *place as isize);
        let place = match before {
            Some(before) => (before + by).rem_euclid(count),
            None if by < 0 => count - 1,
            None => 0,
        } as usize;
        let text = sanitize::text(&self.ready[place].text);
        let reply = match standing {
            Some((_, range)) => self.editor.replace(range, &text),
            None => self.editor.paste_clean(&text),
        };
        let at = self.editor.caret().saturating_sub(text.len());
        self.put_in = Some(PutIn { place, at, text });
        reply
    }

    /// Which ready answer stands in the text, if one does.
    pub(super) fn shown_ready(&self) -> Option<usize> {
        self.standing().map(|(place, _)| place)
    }

    /// Colours what the platform will not take.
    pub(super) fn mark_tail(&mut self, channel: ChannelId, env: &Env<'_>) {
        let limit = env
            .roster
            .platform(channel)
            .and_then(Platform::comment_limit);
        let text = self.editor.text();
        let tail = limit.and_then(|limit| over_limit_tail(text, &limit));
        let marks = tail.map(|from| (from..text.len(), env.theme.bad));
        self.editor.set_marks(marks.into_iter().collect());
    }

    fn standing(&self) -> Option<(usize, Range<usize>)> {
        let put_in = self.put_in.as_ref()?;
        let range = put_in.at..put_in.at + put_in.text.len();
        let same = self.editor.text().get(range.clone()) == Some(put_in.text.as_str());
        same.then_some((put_in.place, range))
    }
}

/// Whose text it is, as the store names it.
pub(super) fn owner(thread: ThreadId) -> String {
    format!("answer:{}", thread.0)
}

/// The answers in the language that fits best; all of them when none is in a language of that script.
fn in_language_of(message: &str, mut ready: Vec<ReadyAnswer>) -> Vec<ReadyAnswer> {
    let best = ready.iter().map(|answer| fit(&answer.lang, message)).max();
    if let Some(best) = best.filter(|best| *best > Fit::Foreign) {
        ready.retain(|answer| fit(&answer.lang, message) == best);
    }
    ready
}
