//! How the file is read: form, encoding, separator, sheet, header, dates, client, and what each column means. Each can be
//! corrected.

use super::Bring;
use crate::env::Env;
use crate::import::{Assignment, Dates, Encoding, Field, Form, Kind, Order, Reason, Sniffed};

/// Encodings that tables of this trade come in.
const ENCODINGS: &[&str] = &[
    "utf-8",
    "windows-1251",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "koi8-r",
    "windows-1258",
];

/// What may stand between cells.
const SEPARATORS: &[u8] = b",;\t|";

/// One thing that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Form,
    Encoding,
    Separator,
    Sheet,
    Header,
    Dates,
    Client,
    Column(usize),
}

impl Bring {
    pub(super) fn sniffed(&self) -> Option<&Sniffed> {
        self.looked.as_ref()?.sniffed.as_ref()
    }

    /// The form as it was told, or as it was said of a file that cannot be read in it.
    pub(super) fn form(&self) -> Option<Form> {
        self.sniffed().map_or(self.choices.form, |it| Some(it.form))
    }

    /// Everything there is to correct in this file. A file that cannot be read shows what it might be read by.
    pub(super) fn reading_rows(&self) -> Vec<Row> {
        if self.looked.is_none() {
            return Vec::new();
        }
        let form = self.form();
        let sniffed = self.sniffed();
        let mut rows = vec![Row::Form];
        if form != Some(Form::Xlsx) {
            rows.push(Row::Encoding);
        }
        if form.is_none_or(|it| it == Form::Csv) {
            rows.push(Row::Separator);
        }
        if sniffed.is_some_and(|it| !it.sheets.is_empty()) || self.choices.sheet.is_some() {
            rows.push(Row::Sheet);
        }
        if form.is_none_or(|it| matches!(it, Form::Csv | Form::Xlsx)) {
            rows.push(Row::Header);
        }
        let Some(sniffed) = sniffed else {
            return rows;
        };
        if sniffed.dates != Dates::Unneeded {
            rows.push(Row::Dates);
        }
        rows.push(Row::Client);
        rows.extend((0..sniffed.columns.len()).map(Row::Column));
        rows
    }

    /// Where the dates stand.
    pub(super) fn dates_row(&self) -> usize {
        let rows = self.reading_rows();
        rows.iter().position(|row| *row == Row::Dates).unwrap_or(0)
    }

    /// What must be answered first: whose file it is where it does not say, a column that is lacking, else the order of
    /// the dates.
    pub(super) fn asked_row(&self) -> usize {
        let Some(sniffed) = self.sniffed() else {
            return 0;
        };
        if lacks_client(sniffed) {
            let rows = self.reading_rows();
            return rows.iter().position(|row| *row == Row::Client).unwrap_or(0);
        }
        let unused = sniffed.columns.iter().position(|it| it.field.is_none());
        match unused.filter(|_| sniffed.lacks.is_some()) {
            Some(place) => {
                let rows = self.reading_rows();
                let is_it = |row: &Row| *row == Row::Column(place);
                rows.iter().position(is_it).unwrap_or(0)
            }
            None => self.dates_row(),
        }
    }

    /// Corrects the row under the cursor: the next thing it might be, or the one before.
    pub(super) fn turn_reading(&mut self, by: isize, env: &Env<'_>) -> bool {
        let rows = self.reading_rows();
        let Some(row) = rows.get(self.reading.at).copied() else {
            return false;
        };
        // What was said comes before what was told: a worker may still be reading, and keys are not waited with.
        let sniffed = self.sniffed().cloned();
        let said = &self.choices;
        match row {
            Row::Form => {
                let now = said.form.or(self.form());
                self.choices.form = next(&Form::ALL, |it| Some(*it) == now, by).copied();
            }
            Row::Encoding => {
                let now = said.encoding.or(sniffed.and_then(|it| it.encoding));
                let all = ENCODINGS.iter().filter_map(|it| it.parse().ok());
                let all: Vec<Encoding> = all.collect();
                self.choices.encoding = next(&all, |it| Some(*it) == now, by).copied();
            }
            Row::Separator => {
                let now = said.separator.or(sniffed.and_then(|it| it.separator));
                self.choices.separator = next(SEPARATORS, |it| Some(*it) == now, by).copied();
            }
            Row::Sheet => {
                let Some(sniffed) = sniffed else {
                    self.choices.sheet = None;
                    return true;
                };
                let now = said.sheet.clone().or(sniffed.sheet);
                let is_now = |it: &String| Some(it) == now.as_ref();
                self.choices.sheet = next(&sniffed.sheets, is_now, by).cloned();
            }
            Row::Header => {
                let told = sniffed.map(|it| it.header_line.is_some());
                let now = said.header.or(told).unwrap_or(true);
                self.choices.header = Some(!now);
            }
            Row::Dates => {
                let now = said.order.or(sniffed.and_then(|it| it.dates.order()));
                let both = [Order::DayFirst, Order::MonthFirst];
                self.choices.order = next(&both, |it| Some(*it) == now, by).copied();
            }
            Row::Client => self.turn_client(by, env),
            Row::Column(place) => {
                if let Some(sniffed) = sniffed {
                    self.turn_column(place, &sniffed, by);
                }
            }
        }
        true
    }

    /// Whose the rows are that name nobody: nobody's, or one of the clients'.
    fn turn_client(&mut self, by: isize, env: &Env<'_>) {
        let shorts = env
            .roster
            .clients
            .iter()
            .map(|it| Some(it.card.short.clone()));
        let all: Vec<Option<String>> = std::iter::once(None).chain(shorts).collect();
        let now = self.choices.client.clone();
        self.choices.client = next(&all, |it| *it == now, by).cloned().flatten();
    }

    /// Another meaning for a column, or none. What another column means is passed over: nobody loses anything by looking.
    fn turn_column(&mut self, place: usize, sniffed: &Sniffed, by: isize) {
        let places = 0..sniffed.columns.len();
        let taken: Vec<Field> = places
            .filter(|other| *other != place)
            .filter_map(|other| self.meaning(other, sniffed))
            .collect();
        let free = |field: &Field| field.is_many() || !taken.contains(field);
        let fields = Kind::Plan.fields().iter().copied().filter(free);
        let all: Vec<Option<Field>> = std::iter::once(None).chain(fields.map(Some)).collect();
        let now = self.meaning(place, sniffed);
        let field = next(&all, |it| *it == now, by).copied().flatten();
        let column = column_word(place, sniffed);
        self.choices.map.retain(|it| it.column != column);
        self.choices.map.push(Assignment { column, field });
    }

    /// What a column means: as it was said, else as it was told.
    fn meaning(&self, place: usize, sniffed: &Sniffed) -> Option<Field> {
        let word = column_word(place, sniffed);
        match self.choices.map.iter().find(|it| it.column == word) {
            Some(said) => said.field,
            None => sniffed.columns.get(place)?.field,
        }
    }
}

/// What finds a column again: its name, or its number where the name is another's too.
fn column_word(place: usize, sniffed: &Sniffed) -> String {
    let name = sniffed.columns.get(place).map_or("", |it| it.name.as_str());
    let same = sniffed.columns.iter().filter(|it| it.name == name).count();
    if same == 1 {
        name.to_owned()
    } else {
        (place + 1).to_string()
    }
}

/// The one after the present one, or before it, round and round; the first where none of them is present.
pub(super) fn next<T>(all: &[T], is_now: impl Fn(&T) -> bool, by: isize) -> Option<&T> {
    let len = isize::try_from(all.len()).ok()?;
    let at = match all.iter().position(is_now) {
        Some(now) => (isize::try_from(now).ok()? + by).rem_euclid(len.max(1)),
        None if by < 0 => len - 1,
        None => 0,
    };
    all.get(usize::try_from(at).ok()?)
}

/// Whether nobody says whose posts these are.
fn lacks_client(sniffed: &Sniffed) -> bool {
    let lacks = sniffed.lacks.as_ref().map(|problem| &problem.reason);
    matches!(lacks, Some(Reason::ColumnMissing { needed, .. }) if needed.iter().any(|it| it == Field::Client.id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_goes_round_and_begins_somewhere() {
        let all = [1, 2, 3];
        assert_eq!(next(&all, |it| *it == 3, 1), Some(&1));
        assert_eq!(next(&all, |it| *it == 1, -1), Some(&3));
        assert_eq!(next(&all, |it| *it == 9, 1), Some(&1));
        assert_eq!(next(&all, |it| *it == 9, -1), Some(&3));
        assert_eq!(next::<u8>(&[], |_| true, 1), None);
    }

    #[test]
    fn every_encoding_that_is_offered_exists() {
        for name in ENCODINGS {
            assert!(name.parse::<Encoding>().is_ok(), "{name}");
        }
    }
}
