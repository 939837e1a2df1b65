//! History: what was done, newest first, and taking it back from there. One entry goes alone while nothing later stands on
//! it; else what is in the way is said, and everything down to it is offered.

mod told;
mod view;

use super::Reply;
use super::enter::Enter;
use crate::action::Action;
use crate::domain::ids::EntryId;
use crate::domain::words::Words;
use crate::effect::{Effect, Weight};
use crate::env::Env;
use crate::store::{Entry, Reader, Result};
use crate::ui::Cursor;

pub(super) use told::{Look, Told, rows, swapped};
pub(super) use view::style;

/// Entries read at once.
const PAGE: usize = 200;

/// Rows of an entry that are told; an import touches thousands.
const TOUCHED: usize = 100;

/// Entries that are taken back together at most.
const MOST: usize = 10_000;

/// The window.
#[derive(Debug, Default)]
pub struct History {
    entries: Vec<Entry>,
    /// Whether there are older ones than those that were read.
    goes_on: bool,
    /// Whether the next page is wanted, because the cursor nears the end.
    wants_more: bool,
    cursor: Cursor,
    height: usize,
    detail: Option<Detail>,
    question: Option<Question>,
    /// A held key must not take back what nobody has looked at.
    enter: Enter,
}

/// What one entry touched.
#[derive(Debug)]
struct Detail {
    entry: EntryId,
    told: Vec<Told>,
    /// The same as rows of the window.
    rows: Vec<(Look, String)>,
    top: usize,
}

/// What stands in the way, and what would go to get it out of it.
#[derive(Debug)]
struct Question {
    why: Words,
    /// What stands on it, where that is known.
    above: Option<Entry>,
    /// Everything down to it, newest first.
    entries: Vec<EntryId>,
}

impl History {
    /// Opens on the newest entries.
    pub fn open(reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let mut window = Self::default();
        window.refresh(reader, env)?;
        Ok(window)
    }

    /// Asks again: something was done or taken back, more is wanted, or an entry is opened.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.entry().map(|entry| entry.id);
        if std::mem::take(&mut self.wants_more) {
            let last = self.entries.last().map(|entry| entry.id);
            let page = reader.history(last, PAGE)?;
            self.goes_on = page.len() == PAGE;
            self.entries.extend(page);
        } else {
            let limit = self.entries.len().max(PAGE);
            self.entries = reader.history(None, limit)?;
            self.goes_on = self.entries.len() == limit;
        }
        let found = self.entries.iter().position(|it| Some(it.id) == stood_on);
        self.cursor.at = found.unwrap_or(self.cursor.at);
        if let Some(detail) = &mut self.detail {
            let touched = reader.touched_by(detail.entry, TOUCHED)?;
            detail.told = told::all(&touched, TOUCHED, env);
        }
        Ok(())
    }

    /// An entry could not be taken back alone.
    pub fn refused(&mut self, why: Words, entry: EntryId, reader: &Reader) -> Result<()> {
        self.question = Some(Question {
            why,
            above: reader.stands_on(entry)?,
            entries: reader.down_to(entry, MOST)?,
        });
        Ok(())
    }

    /// The entry under the cursor.
    fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.at)
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        if self.question.is_some() {
            return self.answer(action, env);
        }
        if self.detail.is_some() {
            return self.read(action);
        }
        let len = self.entries.len();
        match action {
            Action::Back | Action::History => return Reply::close(),
            Action::Do => return self.look_into(),
            Action::Undo => return self.take_back(env),
            Action::Up => self.cursor.step(-1, len),
            Action::Down => self.cursor.step(1, len),
            Action::PageUp => self.cursor.page(-1, self.height, len),
            Action::PageDown => self.cursor.page(1, self.height, len),
            Action::Home => self.cursor.home(),
            Action::End => self.cursor.end(len),
            _ => return Reply::stay(),
        }
        self.want_more()
    }

    /// Near the end of what was read the next page is fetched.
    fn want_more(&mut self) -> Reply {
        let near = self.cursor.at + self.height >= self.entries.len();
        if near && self.goes_on {
            self.wants_more = true;
            return Reply::with(Effect::LookAgain);
        }
        Reply::stay()
    }

    fn look_into(&mut self) -> Reply {
        let Some(entry) = self.entry() else {
            return Reply::stay();
        };
        self.detail = Some(Detail {
            entry: entry.id,
            told: Vec::new(),
            rows: Vec::new(),
            top: 0,
        });
        Reply::with(Effect::LookAgain)
    }

    /// While an entry is open, keys move through what it touched.
    fn read(&mut self, action: Action) -> Reply {
        let Some(detail) = &mut self.detail else {
            return Reply::stay();
        };
        let page = self.height.saturating_sub(1).max(1);
        let last = detail.rows.len().saturating_sub(self.height);
        detail.top = match action {
            Action::Down => (detail.top + 1).min(last),
            Action::Up => detail.top.saturating_sub(1),
            Action::PageDown => (detail.top + page).min(last),
            Action::PageUp => detail.top.saturating_sub(page),
            Action::Home => 0,
            Action::End => last,
            _ => detail.top,
        };
        if matches!(action, Action::Back | Action::Do) {
            self.detail = None;
        }
        Reply::stay()
    }

    fn take_back(&mut self, env: &Env<'_>) -> Reply {
        match self.entry() {
            None => Reply::stay(),
            Some(entry) if !entry.is_standing() => {
                let words = Words::new("history-not-standing");
                Reply::with(Effect::Toast(words, Weight::Note))
            }
            Some(entry) => {
                let entries = vec![entry.id];
                self.enter.wait(env.now);
                Reply::with(Effect::TakeBack(entries))
            }
        }
    }

    /// The second key: everything down to it, or nothing.
    fn answer(&mut self, action: Action, env: &Env<'_>) -> Reply {
        match action {
            Action::Do if self.enter.is_new(env.now) => {
                let entries = self.question.take().map(|it| it.entries);
                Reply::with(Effect::TakeBack(entries.unwrap_or_default()))
            }
            Action::Do => Reply::stay(),
            _ => {
                self.question = None;
                Reply::stay()
            }
        }
    }

    /// The keys, as they are at the moment.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        if self.question.is_some() {
            &[("Enter", "history-hint-all"), ("Esc", "history-hint-leave")]
        } else if self.detail.is_some() {
            &[("↑↓", "hint-move"), ("Esc", "hint-back")]
        } else {
            &[
                ("Enter", "history-hint-look"),
                ("u", "history-hint-undo"),
                ("U", "history-hint-redo"),
                ("↑↓", "hint-move"),
                ("Esc", "hint-back"),
            ]
        }
    }
}
