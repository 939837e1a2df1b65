//! Which number comes first in 03/04/2026: proven by the file, said by hand, or left open; never guessed.

use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::{calendar, clock::clock, numbers, split};
use crate::import::reason::quoted;

/// Which number comes first in 03/04/2026 and 03-04-2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 03/04 is the third of April.
    DayFirst,
    /// 03/04 is the fourth of March.
    MonthFirst,
}

impl Order {
    /// The stable id, as the command line takes it.
    pub const fn id(self) -> &'static str {
        match self {
            Order::DayFirst => "day-first",
            Order::MonthFirst => "month-first",
        }
    }
}

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

/// Neither of the two orders.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is neither day-first nor month-first")]
pub struct NoOrder(String);

impl FromStr for Order {
    type Err = NoOrder;

    fn from_str(said: &str) -> Result<Self, NoOrder> {
        match said.trim() {
            "day-first" => Ok(Order::DayFirst),
            "month-first" => Ok(Order::MonthFirst),
            other => Err(NoOrder(quoted(other))),
        }
    }
}

/// What is known about the order of a file's dates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// No date could be read in two ways.
    #[default]
    Unneeded,
    /// One date at least can be read in this order only, and none in the other only.
    Proven(Order),
    /// It was said.
    Said(Order),
    /// Some date can be read in both orders, and the file does not prove which; or it contradicts itself.
    Open {
        /// Such a date.
        example: String,
    },
}

impl Dates {
    /// The order, where there is one.
    pub const fn order(&self) -> Option<Order> {
        match self {
            Dates::Proven(order) | Dates::Said(order) => Some(*order),
            Dates::Unneeded | Dates::Open { .. } => None,
        }
    }
}

/// Gathers the proof for a file's order, date by date.
#[derive(Debug, Clone, Default)]
pub struct OrderProof {
    day_first: bool,
    month_first: bool,
    /// The first date that needs an order.
    seen: Option<String>,
    /// The first date that can be read both ways.
    open: Option<String>,
}

impl OrderProof {
    /// Takes one cell into account. Only a day that can be meant proves anything.
    pub fn see(&mut self, cell: &str) {
        let cell = cell.trim();
        let (date, inner) = split(cell);
        let found = ['/', '-'].into_iter().find_map(|it| numbers(date, it));
        let Some([(a, 1..=2), (b, 1..=2), (year, 4)]) = found else {
            return;
        };
        // A cell that will be refused is no witness.
        if !inner.is_empty() && clock(inner, cell).is_err() {
            return;
        }
        let day_first = calendar(year, b, a, cell).is_ok();
        let month_first = calendar(year, a, b, cell).is_ok();
        self.day_first |= day_first && a > 12;
        self.month_first |= month_first && b > 12;
        if (day_first || month_first) && self.seen.is_none() {
            self.seen = Some(quoted(cell));
        }
        if day_first && month_first && a != b && self.open.is_none() {
            self.open = Some(quoted(cell));
        }
    }

    /// What the dates seen prove together, unless it was said.
    pub fn dates(self, said: Option<Order>) -> Dates {
        if let Some(order) = said {
            return Dates::Said(order);
        }
        let open = match (self.day_first, self.month_first) {
            (true, false) => return Dates::Proven(Order::DayFirst),
            (false, true) => return Dates::Proven(Order::MonthFirst),
            (false, false) => self.open,
            (true, true) => self.open.or(self.seen),
        };
        open.map_or(Dates::Unneeded, |example| Dates::Open { example })
    }
}
