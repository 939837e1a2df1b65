//! Drafts: the queue of texts by what they wait for, and the text of the chosen one beside it.

mod facts;
mod filtered;
mod marks;
mod mix;
mod paper;
mod paper_view;
mod queue;
mod rows;
#[cfg(test)]
mod tests;
mod update;
mod view;

use std::collections::HashSet;

use crate::domain::command::Change;
use crate::domain::ids::{ClientId, PostId};
use crate::effect::Effects;
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::store::{Reader, Result};

use filtered::Filtered;
use mix::Mix;
use paper::Paper;
use queue::{Draft, Group, Line};

/// The room. Everything in it is an answer from the store, read again when it may have changed.
#[derive(Debug, Default)]
pub struct Drafts {
    groups: Vec<Group>,
    rows: Vec<Draft>,
    lines: Vec<Line>,
    /// Whether a row takes two lines of the picture.
    is_roomy: bool,
    at: usize,
    top: usize,
    height: usize,
    /// The chosen channel of the post, by its place; none is the base text.
    channel: Option<usize>,
    paper: Option<Paper>,
    mix: Option<Mix>,
    filtered: Filtered,
    marked: HashSet<marks::Key>,
    /// Where a range was begun.
    anchor: Option<marks::Key>,
    /// Where the cursor goes when the room asks again.
    next: Option<PostId>,
}

impl Drafts {
    /// Posts, what came of them, and who they are for.
    pub const READS: Change = Change::PLAN.and(Change::DELIVERIES).and(Change::CLIENTS);

    /// Asks again; the cursor stays on the same post, even if it waits for something else now.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.row().map(|row| (row.waits, row.post));
        self.filtered = Filtered::read(reader, env)?;
        self.groups = queue::gather(&self.filtered.sieve, reader, env)?;
        let rows = self.groups.iter().flat_map(|group| &group.drafts);
        self.rows = rows.cloned().collect();
        self.lay();
        if let Some((waits, post)) = stood_on {
            let same = |row: &Draft| row.post == post && row.waits == waits;
            let exact = self.rows.iter().position(same);
            let moved = || self.rows.iter().position(|row| row.post == post);
            self.at = exact.or_else(moved).unwrap_or(self.at);
        }
        let next = self.next.take();
        let next = self.rows.iter().position(|row| Some(row.post) == next);
        self.at = next.unwrap_or(self.at);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        if self.post() != stood_on.map(|(_, post)| post) {
            self.channel = None;
        }
        self.follow_marks();
        self.paper = None;
        self.mix = None;
        self.fetch(reader, env)
    }

    /// A post was made here: it is the one to be written next, so the cursor goes there.
    pub fn go_to(&mut self, post: PostId) {
        self.next = Some(post);
    }

    /// Reads the post that a move has come to; does nothing when it is here already. The hallway calls it after every
    /// action, before `settle`.
    pub fn fetch(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let Some((post, client)) = self.row().map(|row| (row.post, row.client)) else {
            self.paper = None;
            return Ok(());
        };
        if self.paper.as_ref().map(Paper::post) != Some(post) {
            self.paper = Paper::read(post, reader, env)?;
        }
        if self.mix.as_ref().map(Mix::client) != Some(client) {
            self.mix = Some(Mix::read(client, reader, env)?);
        }
        let channels = self.paper.as_ref().map_or(0, Paper::channels);
        self.channel = self.channel.filter(|at| *at < channels);
        Ok(())
    }

    /// Whose the row under the cursor is.
    pub fn client(&self, _env: &Env<'_>) -> Option<ClientId> {
        self.row().map(|row| row.client)
    }

    /// The post under the cursor.
    pub fn post(&self) -> Option<PostId> {
        self.row().map(|row| row.post)
    }

    /// What waits to be written, for the tab: late, to write, and sent back.
    pub fn to_write(&self) -> usize {
        use queue::Waits::{Changes, Late, ToWrite};
        let write = |group: &&Group| matches!(group.waits, Late | ToWrite | Changes);
        self.groups
            .iter()
            .filter(write)
            .map(|it| it.drafts.len())
            .sum()
    }

    /// Nothing is typed in this room: texts have a window of their own.
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

    fn row(&self) -> Option<&Draft> {
        self.rows.get(self.at)
    }
}
