//! One line that names days: "Kolos 29.11 День матери", "off 30.12–8.01 отпуск", «выходной 8.03».
//!
//! Whose it is stands before the days, and whether it is off before or after them; what is left is the name. Nobody named
//! is everybody. Nothing is guessed: what stands before the days and is none of ours is asked about.

use chrono::NaiveDate;

use super::stretch::Stretch;
use super::trouble::DayTrouble;
use super::words::{Words, ahead, is_one};
use crate::domain::ids::ClientId;
use crate::domain::lane::{Names, client_ahead};

/// Most characters of a name.
const LONGEST_NAME: usize = 60;

/// What one line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Whose; none is everybody's.
    pub client: Option<ClientId>,
    /// Which days.
    pub stretch: Stretch,
    /// What they are called; empty where no name is said.
    pub name: String,
    /// Whether she does not work then.
    pub is_off: bool,
}

impl Named {
    /// Neither a name nor off: the days lose what they have.
    pub fn is_nothing(&self) -> bool {
        self.name.is_empty() && !self.is_off
    }

    /// The same days with this name.
    pub fn called(
        client: Option<ClientId>,
        stretch: Stretch,
        name: &str,
        is_off: bool,
    ) -> Result<Self, DayTrouble> {
        if name.chars().count() > LONGEST_NAME {
            return Err(DayTrouble::LongName { most: LONGEST_NAME });
        }
        let is_leave = is_one(name, &Words::builtin().leave);
        Ok(Self {
            client,
            stretch,
            name: name.to_owned(),
            is_off: is_off || is_leave,
        })
    }
}

/// Reads a line, clean already. Days without a year are the coming ones.
pub fn read(line: &str, names: &Names, today: NaiveDate) -> Result<Named, DayTrouble> {
    let words = Words::builtin();
    let mut head = Head::default();
    let rest = head.take(line.trim(), names, words);
    let (stretch, rest) = Stretch::ahead(rest, today)?.ok_or(DayTrouble::NoDay)?;
    let mut name = rest.trim_start_matches([' ', ',', ':', ';', '-', '–', '—']);
    // "nghỉ phép" begins with a word for off and is a reason all the same.
    while !is_one(name, &words.leave)
        && let Some((_, after)) = ahead(name, &words.off)
    {
        head.is_off = true;
        name = after;
    }
    let name = match name.trim() {
        "" => head.why,
        name => name,
    };
    Named::called(head.client, stretch, name, head.is_off)
}

/// What stands before the days.
#[derive(Default)]
struct Head<'l> {
    client: Option<ClientId>,
    is_off: bool,
    /// The word that says why she is away.
    why: &'l str,
}

impl<'l> Head<'l> {
    /// Takes what is known, in any order; returns the rest. An entry of `leave` may begin with one of `off` ("nghi phep").
    fn take(&mut self, line: &'l str, names: &Names, words: &Words) -> &'l str {
        let mut rest = line;
        let mut has_whose = false;
        loop {
            if let Some((why, after)) = ahead(rest, &words.leave) {
                (self.is_off, self.why, rest) = (true, why, after);
            } else if let Some((_, after)) = ahead(rest, &words.off) {
                (self.is_off, rest) = (true, after);
            } else if has_whose {
                return rest;
            } else if let Some((client, after)) = client_ahead(rest, names) {
                (self.client, has_whose, rest) = (Some(client), true, after);
            } else if let Some((_, after)) = ahead(rest, &words.everybody) {
                (has_whose, rest) = (true, after);
            } else {
                return rest;
            }
        }
    }
}
