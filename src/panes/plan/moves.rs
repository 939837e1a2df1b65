//! Moving through the plan: rows, days, screens, problems, and reading on where the window ends.

use super::rows::Row;
use super::window::Far;
use super::{Plan, Result};
use crate::action::Action;
use crate::env::Env;
use crate::store::Reader;

/// The plan is read on when fewer rows than this are left in the direction of the cursor.
const NEAR_THE_END: usize = 60;

/// Pages searched for the next problem in one go; the same key goes on from there.
const PAGES_SEARCHED: usize = 5;

impl Plan {
    /// Moves the cursor; false for what is not a move.
    pub(super) fn moved(&mut self, action: Action) -> bool {
        let last = self.rows.len().saturating_sub(1);
        let screen = self.height.saturating_sub(2).max(1);
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(screen),
            Action::PageDown => self.at = (self.at + screen).min(last),
            Action::Home if self.window.earlier => self.far = Some(Far::First),
            Action::Home => self.at = 0,
            Action::End if self.window.later => self.far = Some(Far::Last),
            Action::End => self.at = last,
            Action::Left => self.day_before(),
            Action::Right => self.day_after(),
            Action::NextProblem => self.walk(1),
            Action::PrevProblem => self.walk(-1),
            _ => return false,
        }
        true
    }

    /// To the first row of the day before; the shelf stands behind the last day.
    fn day_before(&mut self) {
        let today = self.day();
        let before = self.rows[..self.at.min(self.rows.len())]
            .iter()
            .rev()
            .map(Row::day)
            .find(|day| *day != today);
        let first = before.and_then(|day| self.rows.iter().position(|row| row.day() == day));
        self.at = first.unwrap_or(0);
    }

    /// To the first row of the next day.
    fn day_after(&mut self) {
        let today = self.day();
        let next = (self.at..self.rows.len()).find(|at| self.rows[*at].day() != today);
        self.at = next.unwrap_or(self.at);
    }

    fn walk(&mut self, by: isize) {
        if !self.step_to_problem(by) {
            self.far = Some(Far::Problem(by));
        }
    }

    /// To the next problem in this direction, without turning round at the end.
    fn step_to_problem(&mut self, by: isize) -> bool {
        let found = if by > 0 {
            (self.at + 1..self.rows.len()).find(|at| self.rows[*at].is_problem())
        } else {
            (0..self.at).rev().find(|at| self.rows[*at].is_problem())
        };
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Goes where a move wanted to go and memory ended.
    pub(super) fn go_far(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        match self.far.take() {
            None => {}
            Some(Far::First) => {
                self.window.read_first(reader, env)?;
                self.lay(env);
                self.at = 0;
            }
            Some(Far::Last) => {
                self.window.read_last(reader, env)?;
                self.lay(env);
                self.at = self.rows.len().saturating_sub(1);
            }
            Some(Far::Day(day)) => {
                let from = |row: &Row| row.day().is_none_or(|other| other >= day);
                let last = self.rows.len().saturating_sub(1);
                self.at = self.rows.iter().position(from).unwrap_or(last);
            }
            Some(Far::Problem(by)) => self.search(by, reader, env)?,
        }
        Ok(())
    }

    /// Reads on until a problem turns up; after the last page it turns round inside the window.
    fn search(&mut self, by: isize, reader: &Reader, env: &Env<'_>) -> Result<()> {
        for _ in 0..PAGES_SEARCHED {
            let more = if by > 0 {
                self.window.later
            } else {
                self.window.earlier
            };
            if !more {
                let here = self.at;
                self.at = if by > 0 { 0 } else { self.rows.len() };
                let first_row = by > 0 && self.rows.first().is_some_and(Row::is_problem);
                if !first_row && !self.step_to_problem(by) {
                    self.at = here;
                }
                return Ok(());
            }
            self.at = if by > 0 {
                self.rows.len().saturating_sub(1)
            } else {
                0
            };
            self.read_on(by > 0, reader, env)?;
            if self.step_to_problem(by) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Keeps some rows ready in both directions.
    pub(super) fn read_ahead(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        // Posts on many channels make few rows of a full window: both ends must never be near at the same time.
        let margin = NEAR_THE_END.max(self.height).min(self.rows.len() / 4 + 1);
        if self.window.earlier && self.at < margin {
            self.read_on(false, reader, env)?;
        }
        if self.window.later && self.at + margin > self.rows.len() {
            self.read_on(true, reader, env)?;
        }
        Ok(())
    }

    fn read_on(&mut self, later: bool, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.row().cloned();
        // What is on the screen stays where it is on the screen.
        let above = self.line_of(self.at).saturating_sub(self.top);
        if later {
            self.window.read_later(reader, env)?;
        } else {
            self.window.read_earlier(reader, env)?;
        }
        self.lay(env);
        self.stand_on(stood_on.as_ref());
        self.top = self.line_of(self.at).saturating_sub(above);
        Ok(())
    }
}
