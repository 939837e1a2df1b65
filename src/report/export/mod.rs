//! Everything out again: the plan, messages, readings and clients as files that a spreadsheet, a script or a person reads,
//! and that our own import takes back.
//!
//! Rows come from the store one by one and go out through a `Write` one by one: a million of them need no memory. Names are
//! uids, never row keys; columns are called as the import calls them.

mod cell;
mod clients;
mod csv;
pub mod file;

mod json;
mod markdown;
mod messages;
mod names;
mod plan;
mod plan_text;
mod readings;
#[cfg(test)]
mod tests;
mod trouble;
mod when;
mod xlsx;

use std::io::Write;
use std::ops::Range;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::domain::Moment;
use crate::domain::filter::Filter;
use crate::domain::ids::ClientId;
use crate::domain::post::worded;
use crate::domain::zone::day_start;
use crate::store::Reader;

use cell::{Cell, Column, Sheet};
use names::Names;
pub use trouble::Trouble;

worded! {
    /// How a file is written. Its word is the ending of the file.
    Form {
        /// Cells between commas, for every spreadsheet.
        Csv = "csv",
        /// A workbook, with dates that are dates.
        Xlsx = "xlsx",
        /// Text to read, and of a plan to edit.
        Md = "md",
        /// One list of objects.
        Json = "json",
        /// An object in every line.
        Jsonl = "jsonl",
    }
}

worded! {
    /// What goes out.
    What {
        /// Posts, one row for each and its time.
        Plan = "plan",
        /// Everything said, by us too.
        Messages = "messages",
        /// Values that stand.
        Readings = "readings",
        /// Clients with their channels.
        Clients = "clients",
    }
}

/// The days something is asked of, both ends counted; an end that is not named goes on for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day.
    pub last: Option<NaiveDate>,
    /// On whose wall they begin and end.
    pub wall: Tz,
}

impl Stretch {
    /// From the first moment of the first day up to the end of the last.
    fn moments(&self) -> Range<Moment> {
        let begins = |day: NaiveDate| day_start(day, self.wall);
        let after = self.last.and_then(|day| day.succ_opt());
        self.first.map_or(Moment::MIN_UTC, begins)..after.map_or(Moment::MAX_UTC, begins)
    }
}

/// What is wanted in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which rows.
    pub what: What,
    /// How they are written.
    pub form: Form,
    /// Of one client, or of all.
    pub client: Option<ClientId>,
    /// Of these days, or of all.
    pub stretch: Option<Stretch>,
    /// Of a plan: which posts.
    pub filter: Filter,
    /// Of a plan: only what is not out, as the drafts show it.
    pub only_waiting: bool,
    /// The moment by which it is told where a post stands.
    pub now: Moment,
}

/// Writes what is wanted, all of it from one state of the desk; answers how many rows there were.
pub fn write(reader: &Reader, wanted: &Wanted, out: &mut dyn Write) -> Result<usize, Trouble> {
    let mut written = Err(Trouble::TooManyRows);
    reader.snapshot(|reader| {
        written = within(reader, wanted, out);
        Ok(())
    })?;
    written
}

fn within(reader: &Reader, wanted: &Wanted, out: &mut dyn Write) -> Result<usize, Trouble> {
    let names = Names::read(reader)?;
    if wanted.what == What::Clients && matches!(wanted.form, Form::Json | Form::Jsonl) {
        return clients::objects(reader, &names, wanted, out);
    }
    let columns = match wanted.what {
        What::Plan => plan::COLUMNS,
        What::Messages => messages::COLUMNS,
        What::Readings => readings::COLUMNS,
        What::Clients => clients::COLUMNS,
    };
    let mut sheet: Box<dyn Sheet + '_> = match wanted.form {
        Form::Csv => Box::new(csv::Csv::open(columns, out)?),
        Form::Xlsx => Box::new(xlsx::Xlsx::open(wanted.what.word(), columns, out)?),
        Form::Json => Box::new(json::Json::list(columns, out)),
        Form::Jsonl => Box::new(json::Json::lines(columns, out)),
        Form::Md if wanted.what == What::Plan => Box::new(plan_text::PlanText::open(columns, out)),
        Form::Md => Box::new(markdown::Markdown::open(columns, out)?),
    };
    let mut rows = 0;
    let mut row = |cells: &[Cell<'_>]| {
        rows += 1;
        sheet.row(cells)
    };
    match wanted.what {
        What::Plan => plan::each(reader, &names, wanted, &mut row)?,
        What::Messages => messages::each(reader, &names, wanted, &mut row)?,
        What::Readings => readings::each(reader, &names, wanted, &mut row)?,
        What::Clients => clients::each(reader, &names, wanted, &mut row)?,
    }
    sheet.close()?;
    Ok(rows)
}
