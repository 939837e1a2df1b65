//! Which column is which field: names in five languages, and what the command line says by hand.

mod names;

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;
use thiserror::Error;

use super::{
    Choices,
    reason::{Reason, quoted},
    report::Problem,
    table::Table,
};
use crate::domain::fold::fold;

pub use names::Names;

/// Builds the fields and their ids from one table.
macro_rules! fields {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, )*) => {
        /// What a column can mean. Its id is what `--map COLUMN=FIELD` takes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Field { $( $(#[$doc])* $name, )* }

        impl Field {
            /// Every field there is.
            pub const ALL: &'static [Field] = &[ $( Field::$name, )* ];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $( Field::$name => $id, )* }
            }
        }
    };
}

fields! {
    /// The day, perhaps with a time beside it.
    Date = "date",
    /// The time of day.
    Time = "time",
    /// Day and time in one cell.
    At = "at",
    /// The client's name.
    Client = "client",
    /// The channel, or several.
    Channel = "channel",
    /// The rubric.
    Rubric = "rubric",
    /// The campaign.
    Campaign = "campaign",
    /// The topic of a post.
    Topic = "topic",
    /// The text of a post or a message.
    Text = "text",
    /// A link.
    Link = "link",
    /// The format of a post.
    Format = "format",
    /// Who wrote a message.
    Author = "author",
    /// The platform's id of who wrote it.
    AuthorId = "author_id",
    /// The post a message or a reading belongs to.
    Post = "post",
    /// The platform's id of a message.
    Id = "id",
    /// Whether a message came in or went out.
    Direction = "direction",
    /// The kind of a message.
    Kind = "kind",
    /// What is measured.
    Metric = "metric",
    /// The measured value.
    Value = "value",
}

impl Field {
    /// The field with this id.
    pub fn from_id(id: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.id() == id)
    }
}

/// The three kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Posts to come.
    Plan,
    /// Comments and messages.
    Messages,
    /// Measured values.
    Readings,
}

impl Kind {
    /// The fields this kind of file has. Where a word fits two fields the earlier one here takes the column.
    pub const fn fields(self) -> &'static [Field] {
        use Field::{
            At, Author, AuthorId, Campaign, Channel, Client, Date, Direction, Format, Id,
            Kind as Sort, Link, Metric, Post, Rubric, Text, Time, Topic, Value,
        };
        match self {
            Kind::Plan => &[
                Date, Time, At, Client, Channel, Rubric, Campaign, Topic, Text, Link, Format,
            ],
            Kind::Messages => &[
                // «Пост» over messages is where they stand, not what they say.
                At, Date, Time, Client, Channel, Author, AuthorId, Post, Text, Id, Direction, Sort,
            ],
            Kind::Readings => &[Date, Time, At, Client, Channel, Post, Metric, Value],
        }
    }

    /// Fields without which the file says nothing; of each group one is enough.
    const fn needs(self) -> &'static [&'static [Field]] {
        use Field::{At, Channel, Client, Date, Metric, Text, Topic, Value};
        match self {
            Kind::Plan => &[&[Date, At], &[Client], &[Channel], &[Topic, Text]],
            Kind::Messages => &[&[At, Date], &[Client], &[Channel], &[Text]],
            Kind::Readings => &[&[Date, At], &[Client], &[Metric], &[Value]],
        }
    }
}

/// One `--map COLUMN=FIELD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The column's name, compared folded.
    pub column: String,
    /// What it means.
    pub field: Field,
}

/// Why a `--map` could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AssignmentError {
    /// No `=` in it, or nothing before it.
    #[error("`{0}` is not COLUMN=FIELD")]
    Shape(String),
    /// No field has this id.
    #[error("no field is called `{0}`")]
    Field(String),
}

impl std::str::FromStr for Assignment {
    type Err = AssignmentError;

    fn from_str(said: &str) -> Result<Self, AssignmentError> {
        // The last `=` divides: a column's name may have one, a field's never.
        let shape = || AssignmentError::Shape(quoted(said));
        let (column, id) = said.rsplit_once('=').ok_or_else(shape)?;
        if column.trim().is_empty() {
            return Err(shape());
        }
        let id = id.trim().to_ascii_lowercase();
        let field = Field::from_id(&id).ok_or_else(|| AssignmentError::Field(quoted(&id)))?;
        Ok(Assignment {
            column: column.trim().to_owned(),
            field,
        })
    }
}

/// Where each field stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    places: HashMap<Field, usize>,
    /// What they are called.
    pub names: Names,
    /// The names of columns that mean nothing here, safe to show.
    pub ignored: Vec<String>,
}

impl Columns {
    /// Finds the fields of a kind of file in a table's header.
    pub fn find(table: &Table, kind: Kind, choices: &Choices) -> Result<Columns, Problem> {
        let header = table.header();
        let wrong = |reason| Problem::of_row(table.header_line(), reason);
        let by_hand = assigned(header, kind, choices).map_err(wrong)?;
        let mut meant: HashMap<Field, Vec<usize>> = HashMap::new();
        let mut ignored = Vec::new();
        for (place, name) in header.iter().enumerate() {
            let field = match by_hand.get(&place) {
                Some(field) => Some(*field),
                None => {
                    known(name, kind).filter(|field| !by_hand.values().any(|taken| taken == field))
                }
            };
            match field {
                Some(field) => meant.entry(field).or_default().push(place),
                None if name.is_empty() => {}
                None => ignored.push(quoted(name)),
            }
        }
        let places = one_each(header, kind, &meant).map_err(|p| Problem {
            row: table.header_line(),
            ..p
        })?;
        let named = |(field, place): (&Field, &usize)| Some((*field, quoted(header.get(*place)?)));
        let columns = Columns {
            names: places.iter().filter_map(named).collect(),
            places,
            ignored,
        };
        columns.check(header, kind, choices).map_err(wrong)?;
        Ok(columns)
    }

    /// The place of a field in every row.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.places.get(&field).copied()
    }

    fn check(&self, header: &[String], kind: Kind, choices: &Choices) -> Result<(), Reason> {
        let missing: Vec<String> = kind
            .needs()
            .iter()
            .filter(|group| !group.iter().any(|field| self.places.contains_key(field)))
            .filter(|group| choices.client.is_none() || **group != [Field::Client])
            .map(|group| {
                group
                    .iter()
                    .map(|field| field.id())
                    .collect::<Vec<_>>()
                    .join(" / ")
            })
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(Reason::ColumnMissing {
                needed: missing,
                found: shown(header),
            })
        }
    }
}

/// The columns named on the command line.
fn assigned(
    header: &[String],
    kind: Kind,
    choices: &Choices,
) -> Result<HashMap<usize, Field>, Reason> {
    let mut by_hand = HashMap::new();
    for Assignment { column, field } in &choices.map {
        if !kind.fields().contains(field) {
            let fields = kind
                .fields()
                .iter()
                .map(|field| field.id().to_owned())
                .collect();
            return Err(Reason::FieldNotHere {
                field: field.id().to_owned(),
                fields,
            });
        }
        let wanted = plain(column);
        let place = header
            .iter()
            .position(|name| name == column)
            .or_else(|| header.iter().position(|name| plain(name) == wanted));
        let place = place.ok_or_else(|| Reason::MapColumnMissing {
            name: quoted(column),
            found: shown(header),
        })?;
        if by_hand.insert(place, *field).is_some_and(|it| it != *field) {
            return Err(Reason::MapColumnTwice {
                name: quoted(column),
            });
        }
    }
    Ok(by_hand)
}

/// Refuses two columns for one field.
fn one_each(
    header: &[String],
    kind: Kind,
    meant: &HashMap<Field, Vec<usize>>,
) -> Result<HashMap<Field, usize>, Problem> {
    let mut places = HashMap::new();
    for field in kind.fields() {
        let names = |places: &[usize]| {
            places
                .iter()
                .filter_map(|p| header.get(*p))
                .map(|n| quoted(n))
                .collect::<Vec<_>>()
        };
        match meant.get(field).map(Vec::as_slice) {
            None | Some([]) => {}
            Some([place]) => {
                places.insert(*field, *place);
            }
            Some(several) => {
                let names = names(several);
                let first = names.first().cloned().unwrap_or_default();
                let same = names.iter().all(|name| *name == first);
                let reason = if same {
                    Reason::DuplicateColumn {}
                } else {
                    Reason::TwoColumns {
                        field: field.id().to_owned(),
                        columns: names,
                    }
                };
                return Err(Problem::of_cell(1, first, reason));
            }
        }
    }
    Ok(places)
}

/// A few names of a header, for a sentence.
fn shown(header: &[String]) -> Vec<String> {
    header
        .iter()
        .filter(|name| !name.is_empty())
        .take(40)
        .map(|name| quoted(name))
        .collect()
}

#[derive(Deserialize, Default)]
struct Words {
    direction_words: HashMap<String, Vec<String>>,
    #[serde(flatten)]
    fields: HashMap<String, Vec<String>>,
}

/// The file of words, folded once. It is part of the program; a test reads it whole.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words: Words =
        toml::from_str(include_str!("../../assets/words/headers.toml")).unwrap_or_default();
    for list in words
        .fields
        .values_mut()
        .chain(words.direction_words.values_mut())
    {
        for word in list {
            *word = plain(word);
        }
    }
    words
});

/// The field a column's name means in this kind of file: its own id, or one of the known words.
fn known(name: &str, kind: Kind) -> Option<Field> {
    let name = plain(name);
    let says = |field: &Field| {
        WORDS
            .fields
            .get(field.id())
            .is_some_and(|words| words.contains(&name))
    };
    kind.fields()
        .iter()
        .find(|field| plain(field.id()) == name)
        .or_else(|| kind.fields().iter().find(|field| says(field)))
        .copied()
}

/// Whether a direction's word means outgoing; none when it means nothing.
pub(super) fn outgoing(word: &str) -> Option<bool> {
    let word = plain(word);
    let says = |key: &str| {
        WORDS
            .direction_words
            .get(key)
            .is_some_and(|words| words.contains(&word))
    };
    if says("in") {
        Some(false)
    } else {
        says("out").then_some(true)
    }
}

/// A name as names are compared: folded, with plain single spaces for everything between words.
fn plain(name: &str) -> String {
    let near: String = name.chars().take(80).collect();
    fold(&near)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
