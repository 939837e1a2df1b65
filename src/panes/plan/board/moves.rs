//! Moving through the calendar: items of a cell, days, lanes, weeks and months, problems.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::span::{later, monday};
use super::{Board, Item, Look, Result, SEARCHED};
use crate::action::Action;
use crate::env::Env;
use crate::store::{Reader, Slot};

impl Board {
    /// Moves the cursor; false for what is not a move. `undated` posts lie on the shelf below.
    pub(in crate::panes::plan) fn moved(
        &mut self,
        action: Action,
        look: Look,
        undated: usize,
        today: NaiveDate,
    ) -> bool {
        match action {
            Action::Left if self.shelf.is_some() => self.along_the_shelf(-1, undated),
            Action::Right if self.shelf.is_some() => self.along_the_shelf(1, undated),
            Action::Left => self.step_days(-1),
            Action::Right => self.step_days(1),
            Action::Up => self.up(look),
            Action::Down => self.down(look, undated),
            Action::PageUp => self.turn(look, -1),
            Action::PageDown => self.turn(look, 1),
            Action::Home => self.go_to_edge(look, false),
            Action::End => self.go_to_edge(look, true),
            Action::ToToday => self.go_to(today),
            Action::NextProblem => self.walk(1),
            Action::PrevProblem => self.walk(-1),
            _ => return false,
        }
        true
    }

    /// On in the cell or on the shelf, if there is more in it.
    pub(in crate::panes::plan) fn next_in_cell(&mut self, undated: usize) {
        if self.shelf.is_some() {
            self.along_the_shelf(1, undated);
        } else if self.nth + 1 < self.cell(self.band(), self.day).len() {
            self.nth += 1;
        }
    }

    fn step_days(&mut self, by: i64) {
        self.day = shifted(self.day, by);
        self.nth = 0;
    }

    fn along_the_shelf(&mut self, by: isize, undated: usize) {
        let last = undated.saturating_sub(1);
        let at = self.shelf.unwrap_or(0).saturating_add_signed(by);
        self.shelf = Some(at.min(last));
    }

    fn down(&mut self, look: Look, undated: usize) {
        if self.shelf.is_some() {
            return self.along_the_shelf(1, undated);
        }
        let band = self.band();
        if self.nth + 1 < self.cell(band, self.day).len() {
            self.nth += 1;
        } else if band + 1 < self.bands.len() {
            self.nth = 0;
            match look {
                Look::Month => self.step_days(7),
                Look::Week | Look::Agenda => self.lane += 1,
            }
        } else if undated > 0 {
            self.shelf = Some(0);
        } else if look == Look::Month {
            self.step_days(7);
        }
    }

    fn up(&mut self, look: Look) {
        match self.shelf {
            Some(0) => self.shelf = None,
            Some(at) => self.shelf = Some(at - 1),
            None if self.nth > 0 => self.nth -= 1,
            None => {
                match look {
                    Look::Month => self.day = shifted(self.day, -7),
                    Look::Week | Look::Agenda if self.lane > 0 => self.lane -= 1,
                    Look::Week | Look::Agenda => return,
                }
                // The last item of the cell above; what is not read yet is counted when it is.
                self.nth = usize::MAX;
            }
        }
    }

    /// A week or a month on or back.
    fn turn(&mut self, look: Look, by: i32) {
        match look {
            Look::Month => {
                let months = Months::new(by.unsigned_abs());
                let month = if by > 0 {
                    self.month.checked_add_months(months)
                } else {
                    self.month.checked_sub_months(months)
                };
                self.month = month.unwrap_or(self.month);
                // The 31st of a month with thirty days is its last.
                let day = (0..4)
                    .find_map(|less| self.month.with_day(self.day.day().saturating_sub(less)));
                self.day = day.unwrap_or(self.month);
            }
            Look::Week | Look::Agenda => self.day = shifted(self.day, i64::from(by) * 7),
        }
        self.nth = 0;
    }

    /// To the first or the last day of the week or the month.
    fn go_to_edge(&mut self, look: Look, last: bool) {
        let first = match look {
            Look::Month => self.month,
            Look::Week | Look::Agenda => monday(self.day),
        };
        let end = match look {
            Look::Month => first.checked_add_months(Months::new(1)),
            Look::Week | Look::Agenda => Some(later(first, 7)),
        };
        let end = end.and_then(|day| day.pred_opt()).unwrap_or(first);
        self.shelf = None;
        self.day = if last { end } else { first };
        self.nth = if last { usize::MAX } else { 0 };
    }

    fn walk(&mut self, by: isize) {
        let here = (self.day, self.band(), self.nth);
        if !self.step_to_problem(by, Some(here)) {
            self.search = Some(by);
        }
    }

    /// To the next problem on this side of a place, or of the edge; days first, then lanes, then minutes.
    fn step_to_problem(&mut self, by: isize, from: Option<(NaiveDate, usize, usize)>) -> bool {
        let mut problems = self.problems();
        problems.sort_unstable();
        let found = match from {
            None if by > 0 => problems.first(),
            None => problems.last(),
            Some(here) if by > 0 => problems.iter().find(|place| **place > here),
            Some(here) => problems.iter().rev().find(|place| **place < here),
        };
        let Some(&(day, band, nth)) = found else {
            return false;
        };
        self.shelf = None;
        self.day = day;
        self.nth = nth;
        self.lane = band;
        true
    }

    fn problems(&self) -> Vec<(NaiveDate, usize, usize)> {
        let mut problems = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let (band, column) = (at / 7, at % 7);
            let day = later(self.bands[band].monday, column as u64);
            for (nth, _) in cell.iter().enumerate().filter(|(_, it)| it.is_problem()) {
                problems.push((day, band, nth));
            }
        }
        problems
    }

    /// How many problems there are, gaps apart: what needs her, and what is still free.
    pub(super) fn counted_problems(&self) -> (usize, usize) {
        let items = self.cells.iter().flatten().filter(|it| it.is_problem());
        let (mut late, mut gaps) = (0, 0);
        for item in items {
            match item {
                Item::Post(_) => late += 1,
                Item::Gap(_) => gaps += 1,
            }
        }
        (late, gaps)
    }

    /// Turns pages until a problem is met. Where none is near she stays where she was.
    pub(super) fn search_on(
        &mut self,
        by: isize,
        look: Look,
        slots: &[Slot],
        reader: &Reader,
        env: &Env<'_>,
    ) -> Result<()> {
        let (day, month, nth, lane) = (self.day, self.month, self.nth, self.lane);
        for _ in 0..SEARCHED {
            self.turn(look, if by > 0 { 1 } else { -1 });
            self.read_if_elsewhere(look, slots, reader, env)?;
            if self.step_to_problem(by, None) {
                return Ok(());
            }
        }
        (self.day, self.month, self.nth, self.lane) = (day, month, nth, lane);
        self.read(look, slots, reader, env)
    }
}

fn shifted(day: NaiveDate, by: i64) -> NaiveDate {
    let days = Days::new(by.unsigned_abs());
    let moved = if by > 0 {
        day.checked_add_days(days)
    } else {
        day.checked_sub_days(days)
    };
    moved.unwrap_or(day)
}
