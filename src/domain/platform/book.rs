//! The book of platforms: ours, read once, and ours with the user's own page over it.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use toml::{Table, Value};

use super::Platform;
use super::mistake::{Mistake, look_for, words};

const BUILTIN: &str = include_str!("../../../assets/platforms.toml");

/// All platforms, in the order of the rules.
#[derive(Debug, Default)]
pub struct Platforms {
    list: Vec<Platform>,
    /// Folded word → place in the list; made at the first question, so that the start does not pay for it.
    by_word: OnceLock<HashMap<String, usize>>,
}

impl Platforms {
    /// The rules this program was built with, read at the first call.
    pub fn builtin() -> &'static Platforms {
        static BOOK: OnceLock<Platforms> = OnceLock::new();
        // The rules are part of the program and a test reads them; an empty book is the way not to panic here.
        BOOK.get_or_init(|| read(BUILTIN).unwrap_or_default())
    }

    /// Our rules under the user's: a `[[platform]]` with an id we know changes only the fields it names (its aliases come
    /// on top of ours), any other is a new platform and must be complete. Refuses the whole page with all its mistakes.
    pub fn with_user(page: &str) -> Result<Platforms, Vec<Mistake>> {
        let mut tables = tables_of(BUILTIN).map_err(|mistake| vec![mistake])?;
        let own = tables_of(page).map_err(|mistake| vec![mistake])?;
        let mut mistakes = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for table in own {
            let id = id_of(&table).map(str::to_owned);
            if let Some(id) = id {
                if seen.contains(&id) {
                    mistakes.push(Mistake::Twice(id));
                    continue;
                }
                seen.push(id);
            }
            match tables.iter_mut().find(|ours| id_of(ours) == id_of(&table)) {
                Some(ours) if id_of(&table).is_some() => lay_over(ours, table),
                _ => tables.push(table),
            }
        }
        let mut list = Vec::with_capacity(tables.len());
        for (place, table) in tables.into_iter().enumerate() {
            let platform = id_of(&table).map_or_else(|| format!("#{}", place + 1), str::to_owned);
            match Platform::deserialize(Value::Table(table)) {
                Ok(read) => list.push(read),
                Err(error) => mistakes.push(Mistake::Shape {
                    platform,
                    reason: error.message().to_owned(),
                }),
            }
        }
        mistakes.extend(look_for(&list));
        if mistakes.is_empty() {
            Ok(Platforms {
                list,
                by_word: OnceLock::new(),
            })
        } else {
            Err(mistakes)
        }
    }

    /// The platform with exactly this id.
    pub fn by_id(&self, id: &str) -> Option<&Platform> {
        self.list.iter().find(|platform| platform.id == id)
    }

    /// The platform people mean by this word: its id, code, name or alias, in any case.
    pub fn by_word(&self, word: &str) -> Option<&Platform> {
        let by_word = self.by_word.get_or_init(|| {
            let places = self.list.iter().enumerate();
            places
                .flat_map(|(place, platform)| {
                    words(platform).map(move |word| (folded(word), place))
                })
                .collect()
        });
        by_word
            .get(&folded(word))
            .and_then(|&place| self.list.get(place))
    }

    /// Every platform, in the order of the rules.
    pub fn iter(&self) -> std::slice::Iter<'_, Platform> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Platforms {
    type Item = &'a Platform;
    type IntoIter = std::slice::Iter<'a, Platform>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A word as it is compared: without the spaces around it, in lower case.
pub(super) fn folded(word: &str) -> String {
    word.trim().to_lowercase()
}

#[derive(Deserialize)]
struct Page {
    platform: Vec<Platform>,
}

/// The short way in, for rules that are known to be right.
fn read(rules: &str) -> Result<Platforms, toml::de::Error> {
    let page: Page = toml::from_str(rules)?;
    Ok(Platforms {
        list: page.platform,
        by_word: OnceLock::new(),
    })
}

fn tables_of(page: &str) -> Result<Vec<Table>, Mistake> {
    let mut top: Table =
        toml::from_str(page).map_err(|error| Mistake::NotToml(error.to_string()))?;
    let platforms = top.remove("platform").unwrap_or(Value::Array(Vec::new()));
    if let Some(stray) = top.keys().next() {
        return Err(Mistake::Stray(stray.clone()));
    }
    let Value::Array(platforms) = platforms else {
        return Err(Mistake::Stray("platform".to_owned()));
    };
    let table = |value| match value {
        Value::Table(table) => Ok(table),
        _ => Err(Mistake::Stray("platform".to_owned())),
    };
    platforms.into_iter().map(table).collect()
}

fn id_of(table: &Table) -> Option<&str> {
    table.get("id").and_then(Value::as_str)
}

/// Fields of `over` replace those of `under`, tables field by field; aliases add up, so that nobody unlearns ours.
fn lay_over(under: &mut Table, over: Table) {
    for (field, value) in over {
        match (under.get_mut(&field), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (Some(Value::Array(ours)), Value::Array(theirs)) if field == "aliases" => {
                ours.extend(theirs);
            }
            (_, value) => {
                under.insert(field, value);
            }
        }
    }
}
