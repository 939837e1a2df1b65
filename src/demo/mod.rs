//! The demo desk: four invented clients, their month, and people who wait, told from the moment it is opened.
//!
//! `assets/demo` says what there is; here it becomes Commands, each at the moment it would have been given, so that the
//! demo goes through the same doors as a day at the desk.

mod anchor;
mod cast;
mod numbers;
mod people;
mod picture;
mod posts;
mod script;
#[cfg(test)]
mod tests;

use crate::domain::Moment;
use crate::store::{Store, StoreError};
use script::Script;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Somebody works here: the demo is only played on an empty desk.
    #[error("the desk is not empty")]
    NotEmpty,
    /// A file of the demo cannot be read.
    #[error("{file}: {error}")]
    Script {
        /// Which file.
        file: &'static str,
        /// What is wrong with it.
        error: Box<toml::de::Error>,
    },
    /// The demo names something that it does not have.
    #[error("the demo does not know {0:?}")]
    Unknown(String),
    /// The desk refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A picture could not be put into the desk.
    #[error("picture: {0}")]
    Picture(#[from] std::io::Error),
}

/// Fills an empty desk with the demo as it stands at `now`.
///
/// In the first frame there are, at any hour: a post that is late, one due in one or two minutes, somebody angry with less
/// than a quarter of an hour left, and a goal that is missed. Open the store with `Origin::Rule`: then `u` takes back what
/// the guest does and never the demo itself.
pub fn seed(store: &mut Store, now: Moment) -> Result<(), SeedError> {
    if !store.reader().clients()?.is_empty() {
        return Err(SeedError::NotEmpty);
    }
    let script = Script::read()?;
    let cast = cast::engage(store, &script, now)?;
    let posts = posts::plan(store, &script, &cast, now)?;
    people::write(store, &script.people, &cast, &posts, now)?;
    numbers::count(store, &script, &cast, &posts, now)
}

/// What a word of the demo means; it was written by hand and may be misspelt.
fn known<T>(found: Option<T>, word: &str) -> Result<T, SeedError> {
    found.ok_or_else(|| SeedError::Unknown(word.to_owned()))
}
