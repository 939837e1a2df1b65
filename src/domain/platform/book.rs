//! The book of platforms: ours, read once, and ours with the user's own page over it.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use toml::Table;

use super::flaw::words;
use super::{Platform, hers};
use crate::domain::in_force::InForce;
use crate::domain::page::Mistake;

const BUILTIN: &str = include_str!("../../../assets/platforms.toml");

/// The user's rules over ours, once they were read.
static HERS: InForce<Platforms> = InForce::ours();

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

    /// The rules in force: ours, or ours with the user's page over them.
    pub fn in_force() -> &'static Platforms {
        HERS.hers().unwrap_or_else(Platforms::builtin)
    }

    /// Puts the user's rules in force, or ours alone again.
    pub fn put_in_force(hers: Option<Platforms>) {
        HERS.put(hers);
    }

    /// Our rules under the user's: a `[[platform]]` with an id we know changes only the fields it names (its aliases come
    /// on top of ours), any other is a new platform. Refuses the whole page with all its mistakes.
    pub fn with_user(page: &str) -> Result<Platforms, Vec<Mistake>> {
        let ours: Tables = toml::from_str(BUILTIN).unwrap_or_default();
        Ok(Platforms {
            list: hers::over(ours.platform, page)?,
            by_word: OnceLock::new(),
        })
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
                    words(platform).map(move |(_, word)| (folded(word), place))
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

/// The rules as tables, for another page to be laid over them.
#[derive(Default, Deserialize)]
struct Tables {
    platform: Vec<Table>,
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
