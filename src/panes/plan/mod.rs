//! The plan: a week in lanes, a month in bands, or a list of days; the shelf below. Only a window of it is in memory.

mod board;
mod copies;
mod detail;
mod filtered;
mod list;
mod marks;
mod moves;
mod rows;
mod shelf;
#[cfg(test)]
mod tests;
mod update;
mod verbs;
mod view;
mod warnings;
mod window;

use chrono::NaiveDate;

use crate::domain::Moment;
use crate::domain::command::Change;
use crate::domain::ids::{ClientId, PostId};
use crate::effect::Effects;
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::store::{PostLine, Reader, Result, Slot};

use board::Board;
use detail::Detail;
use filtered::Filtered;
use marks::{Anchor, Chosen};
use rows::{Line, Row};
use verbs::Held;
use warnings::Mix;
use window::{Far, Window};

/// Undated posts asked for: more than anybody scrolls through.
const SHELF: usize = 200;

/// The room. Everything in it is an answer from the store, read again when it may have changed.
#[derive(Debug, Default)]
pub struct Plan {
    look: Look,
    board: Board,
    window: Window,
    shelf: Vec<PostLine>,
    shelf_goes_on: bool,
    slots: Vec<Slot>,
    rows: Vec<Row>,
    lines: Vec<Line>,
    /// Whether some post stands on another wall than the one shown.
    has_theirs: bool,
    at: usize,
    top: usize,
    height: usize,
    far: Option<Far>,
    marked: Vec<Chosen>,
    anchor: Option<Anchor>,
    ranged: Vec<Chosen>,
    /// What was cut or copied and is to be put somewhere.
    cut: Vec<Held>,
    /// Whether what is in her hand was copied: its posts stay where they are.
    copies: bool,
    detail: Option<Detail>,
    /// What passes the filter, and what of it is said.
    filtered: Filtered,
    mix: Option<Mix>,
}

/// How the plan is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Look {
    /// A week, with a lane for each client or channel.
    #[default]
    Week,
    /// A month, with a band for each week.
    Month,
    /// A list of days.
    Agenda,
}

impl Look {
    const fn next(self) -> Self {
        match self {
            Look::Week => Look::Month,
            Look::Month => Look::Agenda,
            Look::Agenda => Look::Week,
        }
    }

    /// The word in memory.
    const fn word(self) -> &'static str {
        match self {
            Look::Week => "week",
            Look::Month => "month",
            Look::Agenda => "agenda",
        }
    }

    /// Locale key of the title of the look that comes next.
    const fn next_key(self) -> &'static str {
        match self {
            Look::Week => "plan-look-month",
            Look::Month => "plan-look-agenda",
            Look::Agenda => "plan-look-week",
        }
    }
}

impl Plan {
    /// Posts, what came of them, and who they are for.
    pub const READS: Change = Change::PLAN.and(Change::DELIVERIES).and(Change::CLIENTS);

    /// Asks again; the cursor stays on the same post, wherever it has moved to among what is shown.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.sift(reader, env)?;
        let undated = reader.shelf((env.scope, &self.filtered.sieve), SHELF)?;
        self.shelf = PostLine::group(undated.lines, env.now);
        self.shelf_goes_on = undated.more;
        self.slots = reader.slots(env.scope)?;
        self.detail = None;
        self.mix = None;
        match self.look {
            Look::Agenda => self.refresh_list(reader, env)?,
            look => self.board.refresh(look, &self.slots, reader, env)?,
        }
        self.follow_marks(reader)?;
        self.fetch(reader, env)
    }

    fn refresh_list(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.row().cloned();
        if self.window.is_open() {
            self.window.read_again(reader, env)?;
        } else {
            self.window.open(reader, env)?;
            self.far.get_or_insert(Far::Day(env.today()));
        }
        self.lay(env);
        self.stand_on(stood_on.as_ref());
        Ok(())
    }

    /// Reads what a move has brought near and was not read yet; does nothing when all of it is here. The hallway calls
    /// it after every action, before `settle`.
    pub fn fetch(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        match self.look {
            Look::Agenda => {
                if !self.window.is_open() {
                    self.refresh_list(reader, env)?;
                }
                self.go_far(reader, env)?;
                self.read_ahead(reader, env)?;
            }
            look => self
                .board
                .fetch(look, &self.slots, &self.shelf, reader, env)?,
        }
        verbs::read_walls(&mut self.cut, reader)?;
        self.follow_range(reader, env)?;
        let under = self.row().and_then(Row::post).map(PostLine::post);
        if self.detail.as_ref().map(Detail::post) != under {
            let mut mix = self.mix.take();
            self.detail = match self.row().and_then(Row::post) {
                Some(line) => Detail::read(line, &mut mix, reader, env)?,
                None => None,
            };
            self.mix = mix;
        }
        Ok(())
    }

    /// Whose the cell or row under the cursor is.
    pub fn client(&self, env: &Env<'_>) -> Option<ClientId> {
        let of_row = match self.row() {
            Some(Row::Gap(_, gap)) => Some(gap.client),
            Some(row) => row.post().map(|line| line.first().client),
            None => None,
        };
        of_row.or_else(|| match self.look {
            Look::Agenda => None,
            Look::Week | Look::Month => self.board.lane_of(env).0,
        })
    }

    /// The post under the cursor.
    pub fn post(&self) -> Option<PostId> {
        self.row().and_then(Row::post).map(PostLine::post)
    }

    /// Nothing is typed in this room.
    pub fn typing(&self) -> bool {
        false
    }

    /// Nothing is typed in this room.
    pub fn key(&mut self, _key: Key, _env: &Env<'_>) -> Effects {
        Effects::none()
    }

    /// Nothing is typed in this room.
    pub fn paste(&mut self, _text: &str, _env: &Env<'_>) -> Effects {
        Effects::none()
    }

    /// Nothing is typed in this room.
    pub fn kept(&self) -> Option<Kept> {
        None
    }

    fn row(&self) -> Option<&Row> {
        match self.look {
            Look::Agenda => self.rows.get(self.at),
            Look::Week | Look::Month => self.board.under(),
        }
    }

    /// The day under the cursor; the shelf has none.
    fn day(&self) -> Option<NaiveDate> {
        match self.look {
            Look::Agenda => self.row().and_then(Row::day),
            Look::Week | Look::Month => self.board.day(),
        }
    }

    /// The first and the last day of a calendar; a list has neither.
    pub fn shown_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.look {
            Look::Agenda => None,
            Look::Week | Look::Month => self.board.shown_days(),
        }
    }

    /// How it is looked at, by its word.
    pub fn look_word(&self) -> &'static str {
        self.look.word()
    }

    /// Another look at the same day, by its word; a word nobody knows changes nothing.
    pub fn look_as(&mut self, word: &str, env: &Env<'_>) {
        let looks = [Look::Week, Look::Month, Look::Agenda];
        if let Some(look) = looks.into_iter().find(|look| look.word() == word) {
            self.look_at(look, env);
        }
    }

    /// The next look at the same day.
    fn turn_look(&mut self, env: &Env<'_>) {
        self.look_at(self.look.next(), env);
    }

    fn look_at(&mut self, look: Look, env: &Env<'_>) {
        let day = self.day().unwrap_or(env.today());
        self.look = look;
        match look {
            Look::Agenda => self.far = Some(Far::Day(day)),
            Look::Week | Look::Month => self.board.go_to(day),
        }
    }
}

/// The day of a moment on the wall that is shown.
fn day_of(at: Moment, env: &Env<'_>) -> NaiveDate {
    env.wall(at).date_naive()
}
