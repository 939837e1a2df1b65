//! The inbox: who must be answered first, the conversation that is open, and the answer being written.

mod answer;
mod list;
mod talk;
#[cfg(test)]
mod tests;
mod tongue;
mod update;
mod verbs;
mod view;
mod wrapped;

use std::collections::BTreeSet;

use ratatui::{buffer::Buffer, layout::Rect};

use crate::action::Action;
use crate::domain::command::Change;
use crate::domain::ids::{ClientId, ThreadId};
use crate::env::{Env, Kept};
use crate::store::{Reader, Result};

use list::{List, Section};
use talk::Talk;
pub use verbs::{Said, idea_of};

/// The inbox as it stands on the screen.
#[derive(Debug, Default)]
pub struct Inbox {
    list: List,
    /// Rows the verbs work on together.
    marked: BTreeSet<ThreadId>,
    /// The conversation beside or below the list.
    talk: Option<Talk>,
    /// Conversations that are about to wait for somebody: the next key says for whom.
    asked: Option<Vec<ThreadId>>,
    /// Rows of the list in sight.
    height: usize,
}

impl Inbox {
    /// What it shows: conversations and the names on them.
    pub const READS: Change = Change::INBOX.and(Change::CLIENTS);

    /// Asks again. The cursor stays with its conversation or goes to the next one; what is being typed stays.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.list.renew(List::read(reader, env)?);
        let list = &self.list;
        self.marked.retain(|thread| list.find(*thread).is_some());
        if let Some(talk) = &mut self.talk {
            if talk.refresh(reader)? {
                // Whoever opened it may not have known where it stands in the list.
                if talk.answer.is_some() {
                    self.list.go_to(talk.thread);
                }
            } else {
                self.talk = None;
            }
        }
        if !self.typing() {
            self.leave_behind();
        }
        self.mark_tail(env);
        Ok(())
    }

    /// Opens a conversation, ready for an answer.
    pub fn open(&mut self, thread: ThreadId, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.answer(thread);
        self.refresh(reader, env)
    }

    /// Gives the keys to the answer box of a conversation; what is known of it follows with the next refresh.
    fn answer(&mut self, thread: ThreadId) {
        self.asked = None;
        if self.talk.as_ref().is_none_or(|talk| talk.thread != thread) {
            self.talk = Some(Talk::about(thread));
        }
        if let Some(talk) = &mut self.talk {
            talk.open_box();
        }
        self.list.go_to(thread);
    }

    /// Whose the conversation under the cursor is.
    pub fn client(&self, _env: &Env<'_>) -> Option<ClientId> {
        self.list.line().map(|(_, line)| line.client)
    }

    /// What can be done now, most useful first.
    pub fn offers(&self, _env: &Env<'_>) -> Vec<Action> {
        use Action::{
            Add, Back, Cut, Do, Done, Find, Help, Idea, Later, Lead, Mark, NextProblem,
            PrevProblem, Scope, ToneDown, ToneUp, Topic, Undo, Wait,
        };
        if self.asked.is_some() {
            return vec![Back];
        }
        if self.typing() {
            return vec![Do];
        }
        if self.list.on_rounds() {
            return vec![Do, NextProblem, Add];
        }
        match self.list.line() {
            None => vec![Add, Undo, Scope, Find, Help],
            Some((Section::Done, _)) => vec![Do, NextProblem, Topic, Lead, Idea, Add],
            Some(_) => vec![
                Do,
                Done,
                Wait,
                Later,
                NextProblem,
                Cut,
                Lead,
                Idea,
                Mark,
                ToneUp,
                ToneDown,
                Topic,
                Add,
                PrevProblem,
            ],
        }
    }

    /// What a key does on this very row, in words, where it has a name of its own here.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        let key = match action {
            Action::Do => self.word_of_enter()?,
            Action::Cut => "inbox-verb-hide",
            Action::Done => "inbox-verb-close",
            _ => return None,
        };
        Some(env.locale.text(key).into_owned())
    }

    fn word_of_enter(&self) -> Option<&'static str> {
        if self.asked.is_some() {
            None
        } else if self.typing() {
            Some("inbox-do-answer-and-next")
        } else if self.list.on_rounds() {
            Some("inbox-do-look")
        } else {
            Some(match self.list.line()?.0 {
                Section::Done => "inbox-do-open",
                Section::First | Section::Back | Section::Others | Section::Later => {
                    "inbox-do-answer"
                }
            })
        }
    }

    /// True while the answer box, or the question for whom to wait, has the keys.
    pub fn typing(&self) -> bool {
        self.asked.is_some() || self.talk.as_ref().is_some_and(|talk| talk.answer.is_some())
    }

    /// The answer being written, for the autosave.
    pub fn kept(&self) -> Option<Kept> {
        self.talk.as_ref()?.answer.as_ref()?.kept()
    }

    /// Commits scrolling and wrapping for this area.
    pub fn settle(&mut self, area: Rect, env: &Env<'_>) {
        view::settle(self, area, env);
    }

    /// Draws everything between the top bar and the footer; returns the caret's cell.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        view::draw(self, area, buf, env)
    }
}
