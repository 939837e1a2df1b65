//! What actions do among the numbers.

use chrono::Days;

use super::grid::{Grid, Step};
use super::panel::Panel;
use super::{Kpi, Shown};
use crate::action::Action;
use crate::domain::command::{Command, KpiCommand};
use crate::domain::ids::ClientId;
use crate::domain::kpi::Card;
use crate::effect::{Effect, Effects, Purpose, Show};
use crate::env::Env;
use crate::keys::Key;
use crate::store::Memo;

impl Kpi {
    /// What an action does here.
    pub fn act(&mut self, action: Action, env: &Env<'_>) -> Effects {
        let Some(shown) = &self.shown else {
            return Effects::none();
        };
        let client = shown.client;
        match action {
            Action::NextProblem => self.walk(true),
            Action::PrevProblem => self.walk(false),
            Action::Edit if self.panel.is_some() => return self.ask_goal(client),
            Action::Edit => self.open_grid(env),
            Action::Do | Action::Back if self.panel.is_some() => self.panel = None,
            Action::Do => self.panel = self.card().map(|card| Panel::of(card.score)),
            Action::Left | Action::Right if self.panel.is_none() => {
                return neighbour(client, action == Action::Right, env);
            }
            _ => self.step(action),
        }
        Effects::none()
    }

    /// A key in the grid.
    pub(super) fn press(&mut self, key: Key, env: &Env<'_>) -> Effects {
        let Some(grid) = &mut self.grid else {
            return Effects::none();
        };
        match grid.input(key) {
            Step::Stay => Effects::none(),
            Step::Leave => {
                let written = self.write_down();
                self.grid = None;
                written
            }
            Step::OtherDay(by) => {
                let Some(day) = self.day_beside(by) else {
                    return Effects::none();
                };
                let written = self.write_down();
                if let Some(grid) = &mut self.grid {
                    let kept = self.unfinished.get(&day).map(String::as_str);
                    grid.turn_to(day, kept, env);
                }
                written
            }
        }
    }

    /// Moves up and down in the list, or in the open panel.
    fn step(&mut self, action: Action) {
        if let Some(panel) = &mut self.panel {
            return panel.step(action);
        }
        let (height, len) = (self.height.max(1), self.cards().len());
        let cursor = &mut self.cursor;
        match action {
            Action::Up => cursor.step(-1, len),
            Action::Down => cursor.step(1, len),
            Action::PageUp => cursor.page(-1, height, len),
            Action::PageDown => cursor.page(1, height, len),
            Action::Home => cursor.home(),
            Action::End => cursor.end(len),
            _ => {}
        }
    }

    /// To the next card with a missed goal or a missing number, around the end; an open panel goes along.
    fn walk(&mut self, forward: bool) {
        let len = self.cards().len();
        let ahead = (1..=len).map(|by| {
            let by = if forward { by } else { len - by };
            (self.cursor.at + by) % len
        });
        let found = ahead
            .into_iter()
            .find(|place| self.cards().get(*place).is_some_and(Card::is_problem));
        if let Some(place) = found {
            self.cursor.at = place;
            if self.panel.is_some() {
                self.panel = self.card().map(|card| Panel::of(card.score));
            }
        }
    }

    fn ask_goal(&self, client: ClientId) -> Effects {
        self.card().map_or(Effects::none(), |card| {
            let metric = card.score.word().to_owned();
            Effect::Show(Show::Prompt(Purpose::Target { client, metric })).into()
        })
    }

    /// Opens the grid for yesterday, or for a day whose numbers were left half typed.
    fn open_grid(&mut self, env: &Env<'_>) {
        let Some(Shown { client, sheet, .. }) = &self.shown else {
            return;
        };
        let compared = &sheet.inputs.compared;
        let half_typed = self.unfinished.iter().next_back();
        let (day, text) = half_typed
            .filter(|(day, _)| compared.whole().holds(**day))
            .map_or((compared.yesterday(), None), |(day, text)| {
                (*day, Some(text.as_str()))
            });
        let mut grid = Grid::new(*client, &sheet.inputs, env);
        grid.turn_to(day, text, env);
        self.grid = Some(grid);
    }

    /// The day before or after the grid's, as far as its present numbers are known here.
    fn day_beside(&self, by: i8) -> Option<chrono::NaiveDate> {
        let (grid, shown) = (self.grid.as_ref()?, self.shown.as_ref()?);
        let one = Days::new(1);
        let day = if by < 0 {
            grid.day.checked_sub_days(one)
        } else {
            grid.day.checked_add_days(one)
        };
        day.filter(|day| shown.sheet.inputs.compared.whole().holds(*day))
    }

    /// What was typed for the grid's day, as one Command; nothing typed, nothing done.
    fn write_down(&mut self) -> Effects {
        let Some(grid) = &mut self.grid else {
            return Effects::none();
        };
        let (owner, readings) = (grid.owner(), grid.readings());
        let was_touched = grid.forget_typed();
        self.unfinished.remove(&grid.day);
        let mut effects = Effects::none();
        if !readings.is_empty() {
            effects = effects.and(Effects::from(Command::Kpi(KpiCommand::TypeReadings {
                readings,
                origin: "typed".to_owned(),
            })));
        }
        if was_touched {
            effects = effects.then(Effect::Remember(Memo::Drop { owner }));
        }
        effects
    }
}

/// The client before or after this one comes into scope, around the end.
fn neighbour(client: ClientId, forward: bool, env: &Env<'_>) -> Effects {
    let clients = &env.roster.clients;
    let len = clients.len();
    let Some(place) = clients.iter().position(|it| it.id == client) else {
        return Effects::none();
    };
    let place = (place + if forward { 1 } else { len - 1 }) % len;
    match clients.get(place) {
        Some(next) if len > 1 => Effect::SetScope(Some(next.id)).into(),
        _ => Effects::none(),
    }
}
