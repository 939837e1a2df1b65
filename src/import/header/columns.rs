//! The columns of a file with what each of them means, and by what.

use std::collections::HashMap;

use serde::Serialize;

use super::{Assignment, Field, Kind, Names, meanings::Meanings, plain, sample::Sample};
use crate::import::{
    Choices,
    reason::{Reason, quoted},
    report::Problem,
    table::Table,
};

/// By what a column got its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// Its name is known.
    Name,
    /// Its cells show it.
    Sample,
    /// It was said.
    Hand,
}

/// One column, as it can be shown and corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name as the file writes it, safe to show; its number from 1 where it has none.
    pub name: String,
    /// The first cells that say something, short and safe.
    pub samples: Vec<String>,
    /// What it was taken for.
    pub field: Option<Field>,
    /// By what.
    pub by: Option<By>,
}

/// Where each field stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    places: HashMap<Field, Vec<usize>>,
    /// What they are called.
    pub names: Names,
    /// The names of columns that mean nothing here, safe to show.
    pub ignored: Vec<String>,
    /// Every column.
    pub all: Vec<Column>,
    line: usize,
}

impl Columns {
    /// Finds the fields of a kind of file in a table. Refuses only what is said by hand and cannot be.
    pub(in crate::import) fn find(
        table: &Table<'_>,
        kind: Kind,
        choices: &Choices,
    ) -> Result<Columns, Problem> {
        let header = table.header();
        let wrong = |reason| Problem::of_row(table.header_line(), reason);
        let by_hand = assigned(header, kind, choices).map_err(wrong)?;
        let samples = Sample::of(table);
        let means = Meanings::new(header, table.has_names(), kind, &samples, &by_hand).found();
        let mut columns = Columns {
            line: table.header_line(),
            ..Columns::default()
        };
        for (place, (name, sample)) in header.iter().zip(&samples).enumerate() {
            let shown = if name.is_empty() {
                (place + 1).to_string()
            } else {
                quoted(name)
            };
            let meant = means.get(place).copied().flatten();
            match meant {
                Some((field, _)) => columns.places.entry(field).or_default().push(place),
                None if name.is_empty() && sample.filled == 0 => {}
                None => columns.ignored.push(shown.clone()),
            }
            columns.all.push(Column {
                name: shown,
                samples: sample.shown.clone(),
                field: meant.map(|(field, _)| field),
                by: meant.map(|(_, by)| by),
            });
        }
        let first = |(field, places): (&Field, &Vec<usize>)| {
            let column = columns.all.get(*places.first()?)?;
            Some((*field, column.name.clone()))
        };
        columns.names = columns.places.iter().filter_map(first).collect();
        Ok(columns)
    }

    /// The place of a field in every row.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.places(field).first().copied()
    }

    /// The places of a field that several columns mean together.
    pub fn places(&self, field: Field) -> &[usize] {
        self.places.get(&field).map_or(&[], Vec::as_slice)
    }

    /// What a column is called.
    pub fn name(&self, place: usize) -> &str {
        self.all
            .get(place)
            .map_or("", |column| column.name.as_str())
    }

    /// Refuses two columns for one field, and a file without the fields it needs.
    pub fn check(&self, kind: Kind, choices: &Choices) -> Result<(), Problem> {
        for field in kind.fields().iter().filter(|field| !field.is_many()) {
            self.only_one(*field)?;
        }
        let given = |group: &[Field]| match group.first() {
            Some(Field::Client) => choices.client.is_some(),
            Some(Field::Channel) => !choices.channels.is_empty(),
            _ => false,
        };
        let missing: Vec<String> = kind
            .needs()
            .iter()
            .filter(|group| !group.iter().any(|field| self.places.contains_key(field)))
            .filter(|group| !given(group))
            .map(|group| {
                let ids: Vec<&str> = group
                    .iter()
                    .filter(|field| **field != Field::Ticked)
                    .map(|field| field.id())
                    .collect();
                ids.join(" / ")
            })
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let found = self.all.iter().take(40).map(|it| it.name.clone()).collect();
        let needed = missing;
        Err(Problem::of_row(
            self.line,
            Reason::ColumnMissing { needed, found },
        ))
    }

    fn only_one(&self, field: Field) -> Result<(), Problem> {
        let places = self.places(field);
        if places.len() < 2 {
            return Ok(());
        }
        let names: Vec<String> = places.iter().map(|it| self.name(*it).to_owned()).collect();
        let first = names.first().cloned().unwrap_or_default();
        let reason = if names.iter().all(|name| *name == first) {
            Reason::DuplicateColumn {}
        } else {
            Reason::TwoColumns {
                field: field.id().to_owned(),
                columns: names,
            }
        };
        Err(Problem::of_cell(self.line, first, reason))
    }
}

/// The columns named by hand.
fn assigned(
    header: &[String],
    kind: Kind,
    choices: &Choices,
) -> Result<HashMap<usize, Option<Field>>, Reason> {
    let mut by_hand = HashMap::new();
    for Assignment { column, field } in &choices.map {
        if let Some(field) = field.filter(|field| !kind.fields().contains(field)) {
            let fields = kind.fields().iter().map(|it| it.id().to_owned()).collect();
            let field = field.id().to_owned();
            return Err(Reason::FieldNotHere { field, fields });
        }
        let place = place_of(header, column).ok_or_else(|| Reason::MapColumnMissing {
            name: quoted(column),
            found: shown(header),
        })?;
        let before = by_hand.insert(place, *field);
        if before.is_some_and(|it| it != *field) {
            let name = quoted(column);
            return Err(Reason::MapColumnTwice { name });
        }
    }
    Ok(by_hand)
}

/// The column called so: exactly, or folded; else the one with this number, from 1.
fn place_of(header: &[String], column: &str) -> Option<usize> {
    let wanted = plain(column);
    let number = || column.parse::<usize>().ok()?.checked_sub(1);
    header
        .iter()
        .position(|name| name == column)
        .or_else(|| {
            let named = header.iter().position(|name| plain(name) == wanted);
            named.filter(|_| !wanted.is_empty())
        })
        .or_else(|| number().filter(|place| *place < header.len()))
}

/// A few names of a header, for a sentence.
fn shown(header: &[String]) -> Vec<String> {
    let named = header.iter().filter(|name| !name.is_empty());
    named.take(40).map(|name| quoted(name)).collect()
}
