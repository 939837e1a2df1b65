//! What the proofreader is asked, and what it answers about spelling.

use std::collections::HashSet;

use crate::domain::ids::ClientId;
use crate::domain::tally::Measures;
use crate::domain::words::Words;

/// Something for the proofreader to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    /// Read a text; of several that wait only the last is read.
    Read(Order),
    /// How could this word be meant?
    Suggest {
        /// The word as it stands in the text.
        word: String,
        /// By which rules it is spelt.
        spelling: Spelling,
    },
    /// This word is right for her, whoever she writes for.
    Learn(String),
}

/// A text to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Which reading it is; the answer says it too.
    pub turn: u64,
    /// The text.
    pub text: String,
    /// What it is measured by, where that takes too long for a key.
    pub measures: Option<Measures>,
    /// By which rules it is spelt.
    pub spelling: Spelling,
}

/// By which rules a text is spelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// For whom.
    pub client: ClientId,
    /// The languages of the client: `ru`, `en`.
    pub languages: Vec<String>,
    /// Words that are right for this client: its names, and what was added to them.
    pub words: Vec<String>,
}

/// What the spelling of a text came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spelt {
    /// The words no dictionary knows, as they stand in the text.
    pub misspelt: HashSet<String>,
    /// Which dictionaries are missing or cannot be read, and what can be done about it.
    pub lacking: Vec<Words>,
}
