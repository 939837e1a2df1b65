//! Today: one screen that says what to do next, across clients. `Enter` does it.

mod empty;
mod gather;
mod lines;
mod sections;
mod soon;
mod update;
mod view;
mod words;

use crate::domain::Moment;
use crate::domain::command::Change;
use crate::domain::ids::ClientId;
use crate::env::Env;
use crate::store::{Meanwhile, PostLine, Reader, Result};
use crate::ui::Cursor;

pub use lines::{Gap, Row};

/// The room. Everything in it is an answer from the store, read again when it may have changed.
#[derive(Debug, Default)]
pub struct Today {
    unsure: Vec<PostLine>,
    late: Vec<PostLine>,
    unsure_shown: usize,
    late_shown: usize,
    planned: Vec<PostLine>,
    out_of: (u32, u32),
    waiting: Vec<crate::store::Waiting>,
    waiting_count: u32,
    before_tonight: lines::BeforeTonight,
    meanwhile: Meanwhile,
    /// Promises that run out before this moment press.
    soon: Moment,
    since: Option<Moment>,
    next: Option<PostLine>,
    rows: Vec<Row>,
    cursor: Cursor,
    top: usize,
    height: usize,
}

impl Today {
    /// It shows everything.
    pub const READS: Change = Change::ALL;

    /// Since when "meanwhile" is counted: her last visit.
    pub fn since(&mut self, last_visit: Option<Moment>) {
        self.since = last_visit;
    }

    /// Asks again; the cursor stays on the same thing.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.soon = env.now + chrono::Duration::minutes(15);
        let stood_on = self.row().cloned();
        gather::gather(self, reader, env)?;
        self.lay_rows();
        if let Some(at) =
            stood_on.and_then(|row| self.rows.iter().position(|other| other.is_same(&row)))
        {
            self.cursor.at = at;
        }
        self.cursor.settle(self.height.max(1), self.rows.len());
        Ok(())
    }

    /// Asks again only who waits, for the tab, while another room is open.
    pub fn count_waiting(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        gather::who_waits(self, reader, env)
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    /// Whose the row under the cursor is.
    pub fn client(&self, _env: &Env<'_>) -> Option<ClientId> {
        match self.row()? {
            Row::Post(line) => Some(line.first().client),
            Row::Waiting(waiting) => Some(waiting.client),
            Row::Looks(looks) => looks.first().map(|it| it.client),
            Row::Numbers(missing) => missing.first().map(|it| it.0),
            Row::Gaps(gaps) => gaps.first().map(|it| it.client),
            Row::Contracts(contracts) => contracts.first().map(|it| it.client),
            Row::Blocked(blocked) => blocked.first().map(|it| it.0.client),
            Row::WithClient(waits) => waits.first().map(|it| it.client),
            Row::Soon(soon) => soon.iter().find_map(|it| it.client),
        }
    }

    /// How many wait for an answer, and whether one of them presses: for the inbox tab.
    pub fn waiting_standing(&self) -> (u32, bool) {
        let pressing = self
            .waiting
            .first()
            .is_some_and(|first| first.answer_by < self.soon);
        (self.waiting_count, pressing)
    }

    /// Rows of people who wait that are on the list; the rest is in the inbox.
    fn waiting_shown(&self) -> usize {
        let waits = |row: &&Row| matches!(row, Row::Waiting(_));
        self.rows.iter().filter(waits).count()
    }

    /// How many of them the window has room for, so that the last section stays in sight.
    fn room_for_waiting(&self) -> usize {
        let posts = self.room_for_unsure() + self.room_for_late();
        let others = posts + self.planned.len() + self.before_tonight.rows().len();
        self.height.saturating_sub(others + 5).max(3)
    }

    /// How many late posts are on the list: a long backlog, the newest of it, must not push those who wait off the screen.
    fn room_for_late(&self) -> usize {
        self.late.len().min((self.height / 3).max(5))
    }

    /// How many unsure posts are on the list; the next come up as she settles the first.
    fn room_for_unsure(&self) -> usize {
        self.unsure.len().min((self.height / 2).max(5))
    }

    fn lay_rows(&mut self) {
        self.unsure_shown = self.room_for_unsure();
        self.late_shown = self.room_for_late();
        let earlier = self.late.len() - self.late_shown;
        let unsure = self.unsure.iter().take(self.unsure_shown);
        let late = self.late.iter().skip(earlier).cloned().map(Row::Post);
        let today = self.planned.iter().cloned().map(Row::Post);
        let waiting = self
            .waiting
            .iter()
            .take(self.room_for_waiting())
            .cloned()
            .map(Row::Waiting);
        self.rows = unsure
            .cloned()
            .map(Row::Post)
            .chain(late)
            .chain(today)
            .chain(waiting)
            .chain(self.before_tonight.rows())
            .collect();
    }
}
