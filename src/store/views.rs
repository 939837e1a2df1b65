//! Kept views: what she looks at again and again, under the digits 1 to 9. Small things of the window, not of the plan:
//! they lie in its memory and not in the journal.

use serde::{Deserialize, Serialize};

use super::error::Result;
use super::memory::Memo;
use super::reader::Reader;
use crate::domain::ids::ClientId;
use crate::domain::sanitize;

/// The digits a view can be kept under.
pub const DIGITS: std::ops::RangeInclusive<u8> = 1..=9;

/// A place and what is shown there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// What she calls it.
    pub name: String,
    /// The room, by its word.
    pub pane: String,
    /// How the plan is looked at, by its word.
    pub look: String,
    /// The client in scope, or all.
    pub scope: Option<ClientId>,
    /// The line of the filter; empty shows everything.
    pub filter: String,
}

impl View {
    /// Keeps it under a digit.
    pub fn kept(&self, digit: u8) -> Memo {
        Memo::Note {
            key: key(digit),
            value: serde_json::to_string(self).unwrap_or_default(),
        }
    }

    /// Keeps nothing under a digit.
    pub fn dropped(digit: u8) -> Memo {
        Memo::Note {
            key: key(digit),
            value: String::new(),
        }
    }
}

fn key(digit: u8) -> String {
    format!("view:{digit}")
}

impl Reader {
    /// What is kept under a digit. What cannot be read is as good as nothing.
    pub fn view(&self, digit: u8) -> Result<Option<View>> {
        let Some(value) = self.memory(&key(digit))? else {
            return Ok(None);
        };
        let view: Option<View> = serde_json::from_str(&value).ok();
        Ok(view.map(|view| View {
            name: sanitize::line(&view.name),
            filter: sanitize::line(&view.filter),
            ..view
        }))
    }

    /// All that is kept, by its digits.
    pub fn views(&self) -> Result<Vec<(u8, View)>> {
        let mut views = Vec::new();
        for digit in DIGITS {
            views.extend(self.view(digit)?.map(|view| (digit, view)));
        }
        Ok(views)
    }
}
