//! What can be wrong in the rules of platforms, all of it found in one reading.

use std::collections::HashMap;

use super::{Mode, Platform, book::folded};
use crate::domain::address;

/// One thing wrong in the rules. `platform` is an id, or `#3` for a table without one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// The file is not TOML; the reader's own words say where.
    #[error("not TOML: {0}")]
    NotToml(String),
    /// Something beside `[[platform]]` stands at the top.
    #[error("`{0}` does not belong here, only [[platform]] tables do")]
    Stray(String),
    /// A field is unknown, missing or of the wrong type.
    #[error("platform {platform}: {reason}")]
    Shape {
        /// Where.
        platform: String,
        /// The reader's own words.
        reason: String,
    },
    /// Two tables of one file describe the same platform.
    #[error("platform {0} is described twice")]
    Twice(String),
    /// An id is not of small Latin letters, digits and hyphens.
    #[error("platform {0}: an id is made of a–z, 0–9 and hyphens")]
    Id(String),
    /// A code is not one or two capital letters or digits.
    #[error("platform {0}: a code is one or two capital Latin letters or digits")]
    Code(String),
    /// A field that needs words has none.
    #[error("platform {platform}: `{field}` is empty")]
    Empty {
        /// Where.
        platform: String,
        /// The field.
        field: &'static str,
    },
    /// One word means two platforms.
    #[error("\"{word}\" means both {first} and {second}")]
    Ambiguous {
        /// The word, folded.
        word: String,
        /// The platform that had it.
        first: String,
        /// The platform that takes it.
        second: String,
    },
    /// An address asks for something nobody can fill in, or is not https.
    #[error("platform {platform}: `{field}` {reason}")]
    Address {
        /// Where.
        platform: String,
        /// `share` or `compose`.
        field: &'static str,
        /// What is wrong with it.
        reason: address::TemplateError,
    },
    /// Publishing by hand is offered without steps, or steps without it.
    #[error("platform {0}: a checklist belongs to the mode \"assisted\" and the other way round")]
    Checklist(String),
}

/// Everything wrong with platforms that have been read, each on its own and all together.
pub(super) fn look_for(platforms: &[Platform]) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = platforms.iter().flat_map(alone).collect();
    found.extend(among(platforms));
    found
}

fn alone(platform: &Platform) -> Vec<Mistake> {
    let id = || platform.id.clone();
    let mut found = Vec::new();
    if platform.id.is_empty()
        || !platform
            .id
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    {
        found.push(Mistake::Id(id()));
    }
    let code = platform.code.as_bytes();
    if !(1..=2).contains(&code.len())
        || !code
            .iter()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    {
        found.push(Mistake::Code(id()));
    }
    for (field, value) in [
        ("name", &platform.name),
        ("name_ru", &platform.name_ru),
        ("src", &platform.src),
    ] {
        if value.trim().is_empty() {
            found.push(Mistake::Empty {
                platform: id(),
                field,
            });
        }
    }
    for (field, template) in [("share", &platform.share), ("compose", &platform.compose)] {
        if let Err(reason) = address::check_template(template) {
            found.push(Mistake::Address {
                platform: id(),
                field,
                reason,
            });
        }
    }
    if platform.modes.contains(&Mode::Assisted) == platform.checklist.is_empty() {
        found.push(Mistake::Checklist(id()));
    }
    found
}

/// A word may stand twice on one platform (its name and an alias), never on two.
fn among(platforms: &[Platform]) -> Vec<Mistake> {
    let mut owner: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for platform in platforms {
        for word in words(platform) {
            let word = folded(word);
            let first = owner.entry(word.clone()).or_insert(&platform.id);
            if *first != platform.id {
                found.push(Mistake::Ambiguous {
                    word,
                    first: (*first).to_owned(),
                    second: platform.id.clone(),
                });
            }
        }
    }
    found
}

/// Every word that means this platform.
pub(super) fn words(platform: &Platform) -> impl Iterator<Item = &str> {
    [
        &platform.id,
        &platform.code,
        &platform.name,
        &platform.name_ru,
    ]
    .into_iter()
    .chain(&platform.aliases)
    .map(String::as_str)
}
