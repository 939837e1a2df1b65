//! Objects of a JSON file, one by one: a list of them, or one after another (JSON lines), or the posts within one.
//!
//! After a broken object the reader goes on at the next place that looks like the start of one: a `{` that begins a
//! line, or one that follows `},`.

mod value;

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet, VecDeque},
};

use super::{Cell, MOST_COLUMNS, Row, wrong_cell};
use crate::import::{reason::Reason, report::Problem};
use value::{Pairs, Top, posts_within, with_shared};

/// How many times the length of a file may be walked again behind broken objects. One that opens objects without end
/// would be walked from each of them anew; beyond this the reader goes on where it stumbled.
const MOST_WALKS: usize = 4;

/// The names of all columns, in the order they first appear.
pub(super) fn column_names(bytes: &[u8]) -> Result<Vec<String>, Problem> {
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for object in Objects::of(bytes).flatten() {
        for (name, _) in &object.entries {
            if !seen.contains(name.as_ref()) {
                seen.insert(name.to_string());
                names.push(name.to_string());
            }
        }
        if names.len() > MOST_COLUMNS {
            return Err(Problem::of_row(
                object.number,
                Reason::TooManyColumns { most: MOST_COLUMNS },
            ));
        }
    }
    Ok(names)
}

/// One object of the file, its values spread out.
pub(super) struct Object<'a> {
    number: usize,
    entries: Pairs<'a>,
}

impl<'a> Object<'a> {
    /// The object as a row; a missing entry is an empty cell.
    pub(super) fn into_row(self, places: &HashMap<&str, usize>) -> Result<Row<'a>, Problem> {
        let line = self.number;
        let mut cells: Vec<Option<Cell<'a>>> = vec![None; places.len()];
        for (name, scalar) in self.entries {
            let wrong = |reason| wrong_cell(line, &name, reason);
            let cell = scalar.into_cell().map_err(wrong)?;
            let place = places
                .get(name.as_ref())
                .and_then(|place| cells.get_mut(*place));
            if place.is_some_and(|place| place.replace(cell).is_some()) {
                return Err(wrong_cell(line, &name, Reason::DuplicateColumn {}));
            }
        }
        let empty = || Cell::Text(Cow::Borrowed(""));
        Ok(Row {
            line,
            cells: cells
                .into_iter()
                .map(|cell| cell.unwrap_or_else(empty))
                .collect(),
        })
    }
}

/// Where the reader stands.
pub(super) struct Objects<'a> {
    bytes: &'a [u8],
    at: usize,
    number: usize,
    list: Option<Place>,
    /// Where the reader stumbled last.
    stumbled: usize,
    /// Bytes walked in vain so far.
    in_vain: usize,
    /// Posts of the object at hand that are still to come.
    posts: VecDeque<Pairs<'a>>,
    /// What is said of all of them.
    shared: Pairs<'a>,
}

/// Where in a list the reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    AfterObject,
    Closed,
}

impl<'a> Objects<'a> {
    /// A reader at the first object.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let mut objects = Objects {
            bytes,
            at: 0,
            number: 0,
            list: None,
            stumbled: 0,
            in_vain: 0,
            posts: VecDeque::new(),
            shared: Vec::new(),
        };
        objects.skip_space();
        if objects.peek() == Some(b'[') {
            objects.at += 1;
            objects.list = Some(Place::Start);
        }
        objects
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Steps over what stands between objects; false when the file is properly over.
    fn step_to_object(&mut self) -> Result<bool, Reason> {
        self.skip_space();
        if self.list == Some(Place::AfterObject) && self.peek() == Some(b',') {
            self.at += 1;
            self.skip_space();
        } else if matches!(self.list, Some(Place::Start | Place::AfterObject))
            && self.peek() == Some(b']')
        {
            self.at += 1;
            self.list = Some(Place::Closed);
            self.skip_space();
        } else if self.list == Some(Place::AfterObject) && self.peek().is_some() {
            return Err(Reason::BadJson {});
        }
        match (self.peek(), self.list) {
            (None, None | Some(Place::Closed)) => Ok(false),
            (None, Some(_)) => {
                self.list = Some(Place::Closed);
                Err(Reason::FileCut {})
            }
            (Some(b'{'), None | Some(Place::Start | Place::AfterObject)) => Ok(true),
            (Some(_), _) => Err(Reason::BadJson {}),
        }
    }

    fn object(&mut self) -> Result<Option<Pairs<'a>>, Reason> {
        let more = self.step_to_object();
        self.stumbled = self.at;
        if !more? {
            return Ok(None);
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut stream = serde_json::Deserializer::from_slice(rest).into_iter::<Top<'a>>();
        match stream.next() {
            Some(Ok(entries)) => {
                self.at += stream.byte_offset();
                self.list = self.list.map(|_| Place::AfterObject);
                Ok(Some(entries.0))
            }
            Some(Err(error)) => {
                self.stumbled = self.at + offset_of(&error, rest);
                Err(if error.is_eof() {
                    Reason::FileCut {}
                } else {
                    Reason::BadJson {}
                })
            }
            None => Err(Reason::BadJson {}),
        }
    }

    /// Goes to the next place that looks like an object's start, and says what stood in the way.
    fn recover(&mut self, reason: Reason) -> Reason {
        let from = self.at;
        self.in_vain += self.stumbled.saturating_sub(from);
        let next = if self.in_vain / MOST_WALKS > self.bytes.len() {
            self.stumbled.max(from + 1)
        } else {
            from + 1
        };
        let start = (next..self.bytes.len()).find(|at| self.starts_object(from, *at));
        self.at = start.unwrap_or(self.bytes.len());
        if start.is_some() {
            self.list = self.list.map(|_| Place::Start);
        } else {
            self.list = self.list.map(|_| Place::Closed);
        }
        let skipped = self.bytes.get(from..self.at).unwrap_or_default();
        if std::str::from_utf8(skipped).is_err() {
            Reason::NotUtf8 {}
        } else if skipped.contains(&0) {
            Reason::NulByte {}
        } else {
            reason
        }
    }

    fn starts_object(&self, from: usize, at: usize) -> bool {
        if self.bytes.get(at) != Some(&b'{') {
            return false;
        }
        let before = self.bytes.get(from..at).unwrap_or_default();
        let blanks = before.iter().rev().take_while(|b| b.is_ascii_whitespace());
        if blanks.clone().any(|b| matches!(b, b'\n' | b'\r')) {
            return true;
        }
        let close = before
            .trim_ascii_end()
            .strip_suffix(b",")
            .map(<[u8]>::trim_ascii_end);
        close.is_some_and(|close| close.ends_with(b"}"))
    }
}

impl<'a> Iterator for Objects<'a> {
    type Item = Result<Object<'a>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(post) = self.posts.pop_front() {
                self.number += 1;
                let entries = with_shared(post, &self.shared);
                let number = self.number;
                return Some(Ok(Object { number, entries }));
            }
            match self.object() {
                Ok(None) => return None,
                Ok(Some(entries)) => (self.posts, self.shared) = posts_within(entries),
                Err(reason) => {
                    self.number += 1;
                    let reason = self.recover(reason);
                    return Some(Err(Problem::of_row(self.number, reason)));
                }
            }
        }
    }
}

/// The place of an error in the bytes: serde_json counts lines and columns, both from 1.
fn offset_of(error: &serde_json::Error, bytes: &[u8]) -> usize {
    let ends = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n');
    let line = match error.line() {
        0 | 1 => 0,
        line => ends.map(|(at, _)| at + 1).nth(line - 2).unwrap_or(0),
    };
    (line + error.column()).saturating_sub(1).min(bytes.len())
}
