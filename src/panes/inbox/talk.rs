//! The open conversation: what was said, laid out for the screen, and the answer box under it.

use chrono::Duration;

use super::answer::AnswerBox;
use super::wrapped::wrapped;
use crate::domain::Moment;
use crate::domain::address::is_safe_link;
use crate::domain::ids::ThreadId;
use crate::env::Env;
use crate::store::{Conversation, Reader, Result, Said};
use crate::ui::width::width;

/// A conversation on the screen.
#[derive(Debug)]
pub(super) struct Talk {
    pub(super) thread: ThreadId,
    /// What the desk knows of it; none until it has been asked.
    pub(super) told: Option<Conversation>,
    pub(super) answer: Option<AnswerBox>,
    /// The utterances, laid out for `cells`.
    pub(super) rows: Vec<SaidRow>,
    /// Widest moment of them.
    pub(super) when_cells: usize,
    cells: usize,
    /// Rows scrolled up from the newest.
    up: usize,
    height: usize,
}

/// One row of what was said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SaidRow {
    /// "Mon 19:02", on the first row of an utterance.
    pub(super) when: String,
    /// Who, on the first row of an utterance.
    pub(super) who: String,
    /// The words that fit.
    pub(super) text: String,
    /// Said by us.
    pub(super) ours: bool,
    /// Said in another conversation.
    pub(super) elsewhere: bool,
}

/// Cells of a speaker's name.
pub(super) const WHO: usize = 9;

/// Narrower than this, moment and speaker stand on a row of their own.
const NARROW: usize = 44;

impl Talk {
    /// A conversation that is to be looked at.
    pub(super) fn about(thread: ThreadId) -> Self {
        Self {
            thread,
            told: None,
            answer: None,
            rows: Vec::new(),
            when_cells: 0,
            cells: 0,
            up: 0,
            height: 1,
        }
    }

    /// Opens the answer box, or leaves the open one as it is.
    pub(super) fn open_box(&mut self) {
        let thread = self.thread;
        self.answer.get_or_insert_with(|| AnswerBox::new(thread));
    }

    /// Asks again; false when the conversation has gone.
    pub(super) fn refresh(&mut self, reader: &Reader) -> Result<bool> {
        self.told = reader.conversation(self.thread)?;
        self.cells = 0;
        let Some(told) = &self.told else {
            return Ok(false);
        };
        if let Some(answer) = &mut self.answer {
            let newest = told.said.iter().rev().find(|said| !said.outgoing);
            let message = newest.map_or("", |said| said.text.as_str());
            answer.fill(reader, reader.ready_answers(told.client)?, message)?;
        }
        Ok(true)
    }

    /// Where she answers: the post on its channel, else the channel's page; none where neither is known to be safe.
    pub(super) fn address(&self, env: &Env<'_>) -> Option<String> {
        let told = self.told.as_ref()?;
        let page = env
            .roster
            .channel(told.channel)
            .map_or("", |channel| channel.card.link.as_str());
        let mut known = [told.link.as_str(), page].into_iter();
        known.find(|link| is_safe_link(link)).map(str::to_owned)
    }

    /// Scrolls what was said by so many rows; up is positive.
    pub(super) fn scroll(&mut self, rows: isize) {
        self.up = self.up.saturating_add_signed(rows);
        self.hold();
    }

    /// Lays out what was said for so many cells and rows.
    pub(super) fn settle(&mut self, cells: usize, height: usize, env: &Env<'_>) {
        self.height = height.max(1);
        if self.cells != cells {
            self.cells = cells;
            self.lay_out(env);
        }
        self.hold();
    }

    /// The rows in sight: the newest, unless scrolled.
    pub(super) fn seen(&self) -> &[SaidRow] {
        let end = self.rows.len().saturating_sub(self.up);
        &self.rows[end.saturating_sub(self.height)..end]
    }

    /// Whether moment and speaker stand beside the words.
    pub(super) fn is_roomy(&self) -> bool {
        self.cells >= NARROW
    }

    fn hold(&mut self) {
        self.up = self.up.min(self.rows.len().saturating_sub(self.height));
    }

    fn lay_out(&mut self, env: &Env<'_>) {
        self.rows.clear();
        let Some(told) = &self.told else {
            return;
        };
        let when: Vec<String> = told.said.iter().map(|said| when(said.at, env)).collect();
        self.when_cells = when.iter().map(|when| width(when)).max().unwrap_or(0);
        let beside = self.when_cells + WHO + 3;
        let room = if self.is_roomy() {
            self.cells.saturating_sub(beside)
        } else {
            self.cells
        };
        for (said, when) in told.said.iter().zip(when) {
            let who = speaker(said, told, env);
            let first = self.rows.len();
            let row = |text: String| SaidRow {
                when: String::new(),
                who: String::new(),
                text,
                ours: said.outgoing,
                elsewhere: said.thread != told.thread,
            };
            if !self.is_roomy() {
                self.rows.push(row(String::new()));
            }
            self.rows
                .extend(wrapped(&said.text, room).into_iter().map(row));
            if let Some(row) = self.rows.get_mut(first) {
                (row.when, row.who) = (when, who);
            }
        }
    }
}

/// "Mon 19:02" within the week, "Mon 2 Nov 19:02" before it, on the wall that is shown.
fn when(at: Moment, env: &Env<'_>) -> String {
    let day = env.wall(at).date_naive();
    let near = day > env.today() - Duration::days(7) && day <= env.today();
    let day = if near {
        env.locale.weekday_short(chrono::Datelike::weekday(&day))
    } else {
        env.locale.day_short(day)
    };
    format!("{day} {}", env.clock(at))
}

/// "you", or the first word of the name; with the channel where it was said, if that is another.
fn speaker(said: &Said, told: &Conversation, env: &Env<'_>) -> String {
    let name = if said.outgoing {
        env.locale.text("inbox-you").into_owned()
    } else {
        let first = told.person.split_whitespace().next();
        first.unwrap_or_default().to_owned()
    };
    if said.channel == told.channel {
        name
    } else {
        format!("{} {name}", env.roster.code(said.channel))
    }
}
