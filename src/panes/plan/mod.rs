//! The plan as an agenda: days from last week on, posts under each, the shelf below. Only a window of it is in memory.

mod detail;
mod moves;
mod rows;
#[cfg(test)]
mod tests;
mod update;
mod verbs;
mod view;
mod window;

use chrono::NaiveDate;

use crate::domain::Moment;
use crate::domain::command::Change;
use crate::domain::ids::{PostId, VariantId};
use crate::effect::Effects;
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::store::{AgendaLine, PostLine, Reader, Result, Slot};

use detail::Detail;
use rows::{Line, Row};
use verbs::Cut;
use window::{Far, Window};

/// Undated posts asked for: more than anybody scrolls through.
const SHELF: usize = 200;

/// The room. Everything in it is an answer from the store, read again when it may have changed.
#[derive(Debug, Default)]
pub struct Plan {
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
    cut: Vec<Cut>,
    detail: Option<Detail>,
}

/// A row that verbs take, known by its first variant so that it stays marked when its time changes.
#[derive(Debug, Clone, PartialEq)]
struct Chosen {
    first: VariantId,
    post: PostId,
    /// Its variants that are not out; at least one.
    open: Vec<AgendaLine>,
}

impl Chosen {
    fn of(line: &PostLine) -> Option<Self> {
        let open: Vec<AgendaLine> = line
            .variants
            .iter()
            .filter(|it| it.out_at.is_none())
            .cloned()
            .collect();
        (!open.is_empty()).then(|| Self {
            first: line.first().variant,
            post: line.post(),
            open,
        })
    }
}

impl Plan {
    /// Posts, what came of them, and who they are for.
    pub const READS: Change = Change::PLAN.and(Change::DELIVERIES).and(Change::CLIENTS);

    /// Asks again; the cursor stays on the same post, wherever it has moved to inside the window.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.row().cloned();
        if self.window.is_open() {
            self.window.read_again(reader, env)?;
        } else {
            self.window.open(reader, env)?;
            self.far.get_or_insert(Far::Day(env.today()));
        }
        let undated = reader.shelf(env.scope, SHELF)?;
        self.shelf = PostLine::group(undated.lines, env.now);
        self.shelf_goes_on = undated.more;
        self.slots = reader.slots(env.scope)?;
        self.detail = None;
        self.lay(env);
        self.stand_on(stood_on.as_ref());
        self.follow_marks(reader)?;
        self.fetch(reader, env)
    }

    /// Reads what a move has brought near and was not read yet; does nothing when all of it is here. The hallway calls
    /// it after every action, before `settle`.
    pub fn fetch(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        self.go_far(reader, env)?;
        self.read_ahead(reader, env)?;
        verbs::read_walls(&mut self.cut, reader)?;
        let under = self.row().and_then(Row::post).map(PostLine::post);
        if self.detail.as_ref().map(Detail::post) != under {
            self.detail = match under {
                Some(post) => Detail::read(post, reader, env)?,
                None => None,
            };
        }
        Ok(())
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
        self.rows.get(self.at)
    }

    /// The day under the cursor; the shelf has none.
    fn day(&self) -> Option<NaiveDate> {
        self.row().and_then(Row::day)
    }

    fn is_marked(&self, line: &PostLine) -> bool {
        let first = line.first().variant;
        self.marked.iter().any(|mark| mark.first == first)
    }

    fn is_cut(&self, line: &PostLine) -> bool {
        let mut cut = self.cut.iter();
        cut.any(|cut| line.variants.iter().any(|it| it.variant == cut.variant))
    }

    /// Marks outside the window stay as long as their posts do; those inside follow their rows.
    fn follow_marks(&mut self, reader: &Reader) -> Result<()> {
        let mut kept = Vec::with_capacity(self.marked.len());
        for mark in std::mem::take(&mut self.marked) {
            let mut posts = self.rows.iter().filter_map(Row::post);
            if let Some(line) = posts.find(|line| line.first().variant == mark.first) {
                kept.extend(Chosen::of(line));
            } else if reader
                .line(mark.first)?
                .is_some_and(|line| line.out_at.is_none())
            {
                kept.push(mark);
            }
        }
        self.marked = kept;
        Ok(())
    }
}

/// The day of a moment on the wall that is shown.
fn day_of(at: Moment, env: &Env<'_>) -> NaiveDate {
    env.wall(at).date_naive()
}
