//! THE NUMBERS of one client: this month against the last, why they are so, and the grid in which they are typed.

mod gather;
mod grid;
mod grid_view;
mod hits;
mod panel;
#[cfg(test)]
mod tests;
mod update;
mod view;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect};

use crate::action::Action;
use crate::domain::command::Change;
use crate::domain::ids::ClientId;
use crate::domain::kpi::{Card, Sheet};
use crate::effect::Effects;
use crate::env::{Env, Kept};
use crate::keys::Key;
use crate::store::{Hits, Reader, Result};
use crate::ui::Cursor;
use grid::Grid;
use panel::Panel;

/// The room of the numbers.
#[derive(Default)]
pub struct Kpi {
    shown: Option<Shown>,
    cursor: Cursor,
    panel: Option<Panel>,
    grid: Option<Grid>,
    /// How many cards fit on the screen, as of the last `settle`.
    height: usize,
    /// Numbers that were being typed when a window went away, by their day.
    unfinished: BTreeMap<NaiveDate, String>,
}

/// What the store said about one client.
struct Shown {
    client: ClientId,
    /// The sign of its money.
    sign: String,
    sheet: Sheet,
    hits: Hits,
}

impl Kpi {
    /// What it shows. Conversations and deliveries are in here too: answers and posts are numbers.
    pub const READS: Change = Change::NUMBERS
        .and(Change::INBOX)
        .and(Change::DELIVERIES)
        .and(Change::PLAN)
        .and(Change::CLIENTS);

    /// Asks again; stays on the same card.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let on = self.card().map(|card| card.score);
        let Some(client) = self.client(env) else {
            *self = Self::default();
            return Ok(());
        };
        let moved = self.shown.as_ref().is_some_and(|it| it.client != client);
        self.shown = gather::shown(reader, env, client)?;
        self.unfinished = gather::unfinished(reader, client)?;
        if moved {
            self.panel = None;
        }
        // Whose client is gone types for nobody; what was typed lies with the autosave.
        self.grid.take_if(|grid| grid.client != client);
        let place = self.cards().iter().position(|card| Some(card.score) == on);
        self.cursor.at = place.unwrap_or(self.cursor.at);
        self.cursor.settle(self.height.max(1), self.cards().len());
        if let Some(grid) = &mut self.grid {
            grid.settle_rows(env);
        }
        Ok(())
    }

    /// Most useful first; the footer and the help are made of it.
    pub fn offers(&self, env: &Env<'_>) -> Vec<Action> {
        if self.shown.is_none() {
            return vec![Action::Clients];
        }
        // The grid says its keys itself.
        if self.grid.is_some() {
            return Vec::new();
        }
        if self.panel.is_some() {
            return vec![
                Action::Do,
                Action::Edit,
                Action::NextProblem,
                Action::PrevProblem,
                Action::Back,
            ];
        }
        let mut offers = vec![Action::Do, Action::Edit];
        if self.cards().iter().any(Card::is_problem) {
            offers.extend([Action::NextProblem, Action::PrevProblem]);
        }
        if env.roster.clients.len() > 1 {
            offers.extend([Action::Scope, Action::Left, Action::Right]);
        }
        offers.extend([Action::Undo, Action::Find, Action::Help]);
        offers
    }

    /// What a key does on this very card, in words, where it has a name of its own here.
    pub fn title(&self, action: Action, env: &Env<'_>) -> Option<String> {
        self.shown.as_ref()?;
        let open = self.panel.is_some();
        let key = match action {
            Action::Do if open => "kpi-do-close",
            Action::Do => "kpi-do-why",
            Action::Edit if open => "kpi-verb-goal",
            Action::Edit => "kpi-verb-numbers",
            Action::Left => "kpi-verb-client-before",
            Action::Right => "kpi-verb-client-after",
            _ => return None,
        };
        Some(env.locale.text(key).into_owned())
    }

    /// Whether the grid has the keys.
    pub fn typing(&self) -> bool {
        self.grid.is_some()
    }

    /// Numbers being typed, for the autosave.
    pub fn kept(&self) -> Option<Kept> {
        self.grid.as_ref().and_then(Grid::kept)
    }

    /// Commits scrolling before each draw.
    pub fn settle(&mut self, area: Rect, env: &Env<'_>) {
        let len = self.cards().len();
        self.height = view::Layout::of(area, len).cards;
        self.cursor.settle(self.height, len);
        if let (Some(panel), Some(shown)) = (&mut self.panel, &self.shown) {
            panel.settle(area, &shown.sheet, &shown.sign, env);
        }
        if let Some(grid) = &mut self.grid {
            grid.settle(area);
        }
    }

    /// Draws the room; gives the cell of the caret while numbers are typed.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        let area = area.intersection(buf.area);
        if let (Some(grid), Some(shown)) = (&self.grid, &self.shown) {
            return grid_view::draw(grid, &shown.sheet, area, buf, env);
        }
        view::draw(self, area, buf, env);
        if let Some(panel) = &self.panel {
            panel.draw(area, buf, env);
        }
        None
    }

    /// A key while numbers are typed.
    pub fn key(&mut self, key: Key, env: &Env<'_>) -> Effects {
        self.press(key, env)
    }

    /// A paste while numbers are typed: cells of a spreadsheet, refused as a whole when one of them is no number.
    pub fn paste(&mut self, text: &str, _env: &Env<'_>) -> Effects {
        if let Some(grid) = &mut self.grid {
            grid.paste(text);
        }
        Effects::none()
    }

    /// The client whose numbers are shown: while typing the one that is typed for, then the one in scope, then the first.
    pub fn client(&self, env: &Env<'_>) -> Option<ClientId> {
        let typed_for = self.grid.as_ref().map(|grid| grid.client);
        let first = || env.roster.clients.first().map(|client| client.id);
        typed_for
            .or(env.scope)
            .filter(|id| env.roster.client(*id).is_some())
            .or_else(first)
    }

    /// The first and the last day whose numbers are shown, those of the month before among them.
    pub fn shown_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let whole = self.shown.as_ref()?.sheet.inputs.compared.whole();
        Some((whole.from, whole.to))
    }

    fn cards(&self) -> &[Card] {
        self.shown.as_ref().map_or(&[], |shown| &shown.sheet.cards)
    }

    fn card(&self) -> Option<&Card> {
        self.cards().get(self.cursor.at)
    }
}
