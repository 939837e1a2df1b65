//! What the plan of one client is made of: rubrics with their shares of a month, campaigns, formats. Live: whatever is
//! changed here or elsewhere shows at once.

mod card;
mod detail;
mod row_view;
mod rows;
mod sheet;
mod verbs;
mod view;
mod words;

use chrono::{Months, NaiveDate};

use super::Reply;
use super::aside::Aside;
use crate::domain::ids::ClientId;
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{Reader, Result};
use card::Card;
use rows::Row;
use sheet::Sheet;

/// The window.
#[derive(Debug)]
pub struct Rubrics {
    client: ClientId,
    /// A day of the month that is shown.
    month: NaiveDate,
    sheet: Sheet,
    rows: Vec<Row>,
    at: usize,
    /// The first line on the screen.
    top: usize,
    card: Option<Card>,
    aside: Aside,
}

impl Rubrics {
    /// Opens on the month that is running at the client's.
    pub fn open(reader: &Reader, client: ClientId, env: &Env<'_>) -> Result<Self> {
        let mut window = Self {
            client,
            month: today(client, env),
            sheet: Sheet::default(),
            rows: Vec::new(),
            at: 0,
            top: 0,
            card: None,
            aside: Aside::read(reader, card::KIND)?,
        };
        window.refresh(reader, env)?;
        Ok(window)
    }

    /// Asks again; the cursor stays on its row.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stood_on = self.row();
        let zone = env.roster.zone(self.client);
        self.sheet = Sheet::read(reader, self.client, self.month, zone, env)?;
        self.rows = rows::all(&self.sheet);
        let found = self.rows.iter().position(|row| Some(*row) == stood_on);
        let last = self.rows.len().saturating_sub(1);
        self.at = found.unwrap_or(self.at).min(last);
        Ok(())
    }

    /// Whether a card is being filled in.
    pub fn typing(&self) -> bool {
        self.card.is_some()
    }

    /// The row under the cursor.
    fn row(&self) -> Option<Row> {
        self.rows.get(self.at).copied()
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        match key.code {
            Code::Esc => self.leave_card(env),
            Code::Enter => self.save(env),
            _ => {
                card.blank.input(key);
                Reply::stay()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Reply {
        if let Some(card) = &mut self.card {
            card.blank.paste(text);
        }
        Reply::stay()
    }

    pub(super) fn kept(&self) -> Option<Kept> {
        let card = self.card.as_ref()?;
        Some(card.blank.kept_as(card.owner(self.client)))
    }

    /// Esc leaves the card; what was changed in it waits for the next opening.
    fn leave_card(&mut self, env: &Env<'_>) -> Reply {
        match self.card.take() {
            Some(card) => self.aside.put(card.owner(self.client), &card.blank, env),
            None => Reply::stay(),
        }
    }

    fn save(&mut self, env: &Env<'_>) -> Reply {
        let Some(card) = &mut self.card else {
            return Reply::stay();
        };
        match card.commands(self.client, &self.sheet, env) {
            Ok(effects) => {
                let done = self.aside.done(card.owner(self.client));
                self.card = None;
                Reply::with(effects.then(done))
            }
            Err(mistakes) => {
                card.blank.show_mistakes(mistakes);
                Reply::stay()
            }
        }
    }

    /// Another month, so many away.
    fn turn(&mut self, by: i32) {
        let months = Months::new(by.unsigned_abs());
        let turned = if by < 0 {
            self.month.checked_sub_months(months)
        } else {
            self.month.checked_add_months(months)
        };
        self.month = turned.unwrap_or(self.month);
    }
}

/// The day it is at a client's.
fn today(client: ClientId, env: &Env<'_>) -> NaiveDate {
    let zone = env.roster.zone(client);
    env.now.with_timezone(&zone).date_naive()
}
