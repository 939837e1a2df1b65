//! A plan as text to read and to edit: a heading for each post, what is known of it line by line, and its wording.
//!
//! ```text
//! ## 2026-12-01 09:30 | VK, TG | Syrniki that hold together
//! client: Kolos
//! rubric: menu
//!
//! The wording, line by line.
//! ```

use std::borrow::Cow;
use std::io::Write;

use super::{Cell, Column, Sheet, Trouble};

/// Columns that have a line of their own, and what the line is called.
const LINES: [(&str, &str); 15] = [
    ("client", "client"),
    ("zone", "zone"),
    ("rubric", "rubric"),
    ("campaign", "campaign"),
    ("format", "format"),
    ("link", "link"),
    ("first_comment", "first comment"),
    ("media", "media"),
    ("alt", "alt"),
    ("cover", "cover"),
    ("script", "script"),
    ("shots", "shots"),
    ("client_note", "client note"),
    ("status", "status"),
    ("uid", "uid"),
];

/// A file being written.
pub(super) struct PlanText<'w> {
    columns: &'static [Column],
    out: &'w mut dyn Write,
    is_begun: bool,
}

impl<'w> PlanText<'w> {
    /// Begins with nothing.
    pub(super) fn open(columns: &'static [Column], out: &'w mut dyn Write) -> Self {
        Self {
            columns,
            out,
            is_begun: false,
        }
    }
}

impl Sheet for PlanText<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Trouble> {
        let cell = |name: &str| {
            let place = self.columns.iter().position(|it| it.name == name);
            let cell = place.and_then(|place| cells.get(place));
            cell.map_or(Cow::Borrowed(""), Cell::shown)
        };
        let gap = if self.is_begun { "\n" } else { "" };
        let (date, time) = (cell("date"), cell("time"));
        let when = if date.is_empty() {
            "no date".to_owned()
        } else {
            format!("{date} {time}")
        };
        writeln!(
            self.out,
            "{gap}## {when} | {} | {}",
            cell("channel"),
            one_line(&cell("topic"))
        )?;
        for (column, name) in LINES {
            let said = cell(column);
            let mut lines = said.lines().map(str::trim).filter(|it| !it.is_empty());
            if let Some(first) = lines.next() {
                writeln!(self.out, "{name}: {first}")?;
            }
            // A line that begins with spaces goes on with the one above it.
            for line in lines {
                writeln!(self.out, "  {line}")?;
            }
        }
        // Without it the words below could be taken for more of what is known.
        writeln!(self.out)?;
        let text = cell("text");
        for line in text.lines() {
            let mark = if line.starts_with(['#', '\\']) {
                "\\"
            } else {
                ""
            };
            writeln!(self.out, "{mark}{line}")?;
        }
        self.is_begun = true;
        Ok(())
    }

    fn close(self: Box<Self>) -> Result<(), Trouble> {
        Ok(self.out.flush()?)
    }
}

/// What stands in one line must be one.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        Cow::Owned(text.replace('\n', " "))
    } else {
        Cow::Borrowed(text)
    }
}
