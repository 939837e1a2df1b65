//! The list of conversations: its sections in the order of urgency, and the cursor that stays with a conversation.

use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ThreadId};
use crate::env::Env;
use crate::store::{MANY, Reader, Result, ThreadLine};
use crate::ui::Cursor;

use chrono::{Datelike, Duration};

/// A stretch of the list, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Somebody waits for an answer.
    First,
    /// Put off, and its time has come.
    Back,
    /// Somebody else must speak first.
    Others,
    /// Put off until later.
    Later,
    /// Answered or closed this week.
    Done,
}

/// What one row of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The line that opens a section.
    Head(Section),
    /// Instead of conversations: nobody waits.
    Nobody,
    /// A conversation, by its place among the lines.
    Thread(usize),
    /// The channels that want to be looked at.
    Rounds,
}

/// A channel without an API that wants to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DueRound {
    pub(super) channel: ChannelId,
    /// When it was last looked at; never, for a new one.
    pub(super) last: Option<Moment>,
}

/// How many there are of each, counted up to `MANY`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) waiting: u32,
    pub(super) others: u32,
    pub(super) done: u32,
}

/// What the cursor can stand on, told apart by what it is and not by where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Thread(Section, ThreadId),
    Rounds,
}

/// Everything the list shows.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) lines: Vec<(Section, ThreadLine)>,
    pub(super) rounds: Vec<DueRound>,
    pub(super) rows: Vec<Row>,
    pub(super) counts: Counts,
    pub(super) cursor: Cursor,
}

/// A page of the sections that may be scrolled to but hardly ever are.
const PAGE: usize = 50;

impl List {
    /// Asks for everything, a page of each section.
    pub(super) fn read(reader: &Reader, env: &Env<'_>) -> Result<Self> {
        let (now, scope) = (env.now, env.scope);
        let week = week_start(env);
        let mut list = List {
            rounds: due_rounds(reader, env)?,
            counts: Counts {
                waiting: reader.waiting_count(now, scope)?.0,
                others: reader.waiting_for_others_count(scope)?,
                done: reader.done_since_count(week, scope)?,
            },
            ..List::default()
        };
        list.take(Section::First, reader.answer_first(scope, MANY as usize)?);
        list.take(Section::Back, reader.come_back(now, scope, PAGE)?);
        list.take(Section::Others, reader.waiting_for_others(scope, PAGE)?);
        list.take(Section::Later, reader.put_off(now, scope, PAGE)?);
        list.take(Section::Done, reader.done_since(week, scope, PAGE)?);
        list.lay_out();
        Ok(list)
    }

    /// Shows the list as it is now. The cursor stays with its conversation; when that has left its section,
    /// it goes to the next one that is still there.
    pub(super) fn renew(&mut self, fresh: List) {
        let old: Vec<Option<Mark>> = (0..self.rows.len()).map(|row| self.mark(row)).collect();
        let at = self.cursor.at.min(old.len().saturating_sub(1));
        let below_top = at.saturating_sub(self.cursor.top);
        *self = fresh;
        let new: Vec<Option<Mark>> = (0..self.rows.len()).map(|row| self.mark(row)).collect();
        let place = |mark: &Option<Mark>| {
            mark.and_then(|mark| new.iter().position(|other| *other == Some(mark)))
        };
        let after = old.iter().skip(at).find_map(place);
        let before = old.iter().take(at).rev().find_map(place);
        let found = after.or(before).or_else(|| self.first());
        self.cursor.at = found.unwrap_or_default();
        // The row stays at its height on the screen, so that nothing jumps under her eyes.
        self.cursor.top = self.cursor.at.saturating_sub(below_top);
    }

    /// The conversation under the cursor, with its section.
    pub(super) fn line(&self) -> Option<&(Section, ThreadLine)> {
        match self.rows.get(self.cursor.at)? {
            Row::Thread(place) => self.lines.get(*place),
            Row::Head(_) | Row::Nobody | Row::Rounds => None,
        }
    }

    /// Whether the cursor is on the line of the rounds.
    pub(super) fn on_rounds(&self) -> bool {
        self.rows.get(self.cursor.at) == Some(&Row::Rounds)
    }

    /// The listed conversation of this key.
    pub(super) fn find(&self, thread: ThreadId) -> Option<&ThreadLine> {
        let mut lines = self.lines.iter().map(|(_, line)| line);
        lines.find(|line| line.thread == thread)
    }

    /// Moves by so many rows; headings are stepped over.
    pub(super) fn step(&mut self, by: isize) {
        let from = self.cursor.at;
        self.cursor.step(by, self.rows.len());
        self.snap(by, from);
    }

    /// Moves by so many screens of this height.
    pub(super) fn page(&mut self, by: isize, height: usize) {
        let from = self.cursor.at;
        self.cursor.page(by, height, self.rows.len());
        self.snap(by, from);
    }

    /// To the first row.
    pub(super) fn home(&mut self) {
        self.cursor.home();
        self.snap(1, 0);
    }

    /// To the last row.
    pub(super) fn end(&mut self) {
        self.cursor.end(self.rows.len());
        self.snap(-1, self.cursor.at);
    }

    /// To the row of this conversation, if it is listed.
    pub(super) fn go_to(&mut self, thread: ThreadId) {
        let wanted = |row: &Row| match row {
            Row::Thread(place) => self.lines[*place].1.thread == thread,
            Row::Head(_) | Row::Nobody | Row::Rounds => false,
        };
        if let Some(row) = self.rows.iter().position(wanted) {
            self.cursor.at = row;
        }
    }

    /// The waiting conversation below this one, or above, round the end; none when no other waits.
    pub(super) fn waiting_beside(&self, from: Option<ThreadId>, down: bool) -> Option<ThreadId> {
        let waiting: Vec<ThreadId> = self
            .lines
            .iter()
            .filter(|(section, _)| matches!(section, Section::First | Section::Back))
            .map(|(_, line)| line.thread)
            .collect();
        let len = waiting.len();
        let here = waiting.iter().position(|thread| Some(*thread) == from);
        let place = match (here, down) {
            (_, _) if len == 0 => return None,
            (None, true) => 0,
            (None, false) => len - 1,
            (Some(here), true) => (here + 1) % len,
            (Some(here), false) => (here + len - 1) % len,
        };
        Some(waiting[place]).filter(|thread| Some(*thread) != from)
    }

    /// Scrolls to the cursor; the heading above the first row of the screen comes along.
    pub(super) fn settle(&mut self, height: usize) {
        self.cursor.settle(height, self.rows.len());
        let Cursor { at, top } = self.cursor;
        let headed = at > 0 && matches!(self.rows.get(at - 1), Some(Row::Head(_)));
        if at == top && headed && height > 1 {
            self.cursor.top -= 1;
        }
    }

    fn take(&mut self, section: Section, lines: Vec<ThreadLine>) {
        self.lines
            .extend(lines.into_iter().map(|line| (section, line)));
    }

    fn lay_out(&mut self) {
        let mut rows = vec![Row::Head(Section::First)];
        let places = |wanted: Section| {
            let of = move |(place, (section, _)): (usize, &(Section, ThreadLine))| {
                (*section == wanted).then_some(Row::Thread(place))
            };
            self.lines.iter().enumerate().filter_map(of)
        };
        rows.extend(places(Section::First));
        rows.extend(places(Section::Back));
        if rows.len() == 1 {
            rows.push(Row::Nobody);
        }
        if !self.rounds.is_empty() {
            rows.push(Row::Rounds);
        }
        for section in [Section::Others, Section::Later, Section::Done] {
            let mut threads = places(section).peekable();
            if threads.peek().is_some() {
                rows.push(Row::Head(section));
                rows.extend(threads);
            }
        }
        self.rows = rows;
    }

    fn mark(&self, row: usize) -> Option<Mark> {
        match self.rows.get(row)? {
            Row::Thread(place) => {
                let (section, line) = self.lines.get(*place)?;
                Some(Mark::Thread(*section, line.thread))
            }
            Row::Rounds => Some(Mark::Rounds),
            Row::Head(_) | Row::Nobody => None,
        }
    }

    fn first(&self) -> Option<usize> {
        (0..self.rows.len()).find(|row| self.mark(*row).is_some())
    }

    /// Off a heading: on in the direction of the move, else back to where it came from.
    fn snap(&mut self, by: isize, from: usize) {
        let stands = |row: &usize| self.mark(*row).is_some();
        let at = self.cursor.at;
        let below = (at..self.rows.len()).find(stands);
        let above = (0..=at).rev().find(stands);
        let found = if by < 0 {
            above.or(below)
        } else {
            below.or(above)
        };
        self.cursor.at = found.unwrap_or(from);
    }
}

/// Monday of the week that is shown.
fn week_start(env: &Env<'_>) -> Moment {
    let today = env.today();
    let monday = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
    env.day_start(monday)
}

/// Channels in scope whose last look is longer ago than it may be, the longest first.
fn due_rounds(reader: &Reader, env: &Env<'_>) -> Result<Vec<DueRound>> {
    let mut due = Vec::new();
    for channel in &env.roster.channels {
        let every = channel.card.look_every_min;
        if every == 0
            || env
                .scope
                .is_some_and(|client| client != channel.card.client)
        {
            continue;
        }
        let last = reader.last_look(channel.id)?;
        if last.is_none_or(|last| last + Duration::minutes(i64::from(every)) <= env.now) {
            due.push(DueRound {
                channel: channel.id,
                last,
            });
        }
    }
    due.sort_by_key(|round| round.last);
    Ok(due)
}
