//! What can be wrong with platforms that can be read: each on its own, and all together.

use std::collections::HashMap;

use super::{Mode, Platform, book::folded};
use crate::domain::address::{TemplateError, check_template};
use crate::domain::page::quote;
use crate::domain::words::Words;

/// One thing wrong with a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    /// The ids of the platforms it is about: whoever of them is hers must change.
    pub(super) platforms: Vec<String>,
    /// The field that is wrong.
    pub(super) field: &'static str,
    /// What is wrong.
    pub(super) words: Words,
}

/// Everything wrong with platforms that have been read.
pub(super) fn look_for(platforms: &[Platform]) -> Vec<Flaw> {
    let mut found: Vec<Flaw> = platforms.iter().flat_map(alone).collect();
    found.extend(among(platforms));
    found
}

/// Whether an id is of small Latin letters, digits and hyphens, and not too long to be written in a table.
pub(super) fn is_id(id: &str) -> bool {
    (1..=32).contains(&id.len())
        && id
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn alone(platform: &Platform) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut flaw = |field, words: Words| {
        found.push(Flaw {
            platforms: vec![platform.id.clone()],
            field,
            words: words.with("platform", quote(&platform.id)),
        });
    };
    if !is_id(&platform.id) {
        flaw("id", Words::new("platform-id"));
    }
    let code = platform.code.as_bytes();
    let is_capital = |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    if !(1..=2).contains(&code.len()) || !code.iter().all(is_capital) {
        flaw("code", Words::new("platform-code"));
    }
    for (field, value) in [
        ("name", &platform.name),
        ("name_ru", &platform.name_ru),
        ("src", &platform.src),
    ] {
        if value.trim().is_empty() {
            flaw(field, Words::new("platform-empty").with("field", field));
        }
    }
    for (field, template) in [("share", &platform.share), ("compose", &platform.compose)] {
        if let Err(reason) = check_template(template) {
            flaw(field, address(&reason).with("field", field));
        }
    }
    if platform.modes.contains(&Mode::Assisted) == platform.checklist.is_empty() {
        flaw("checklist", Words::new("platform-checklist"));
    }
    found
}

fn address(reason: &TemplateError) -> Words {
    match reason {
        TemplateError::NotHttps => Words::new("platform-not-https"),
        TemplateError::Unknown(name) => {
            Words::new("platform-asks").with("name", format!("{{{}}}", quote(name)))
        }
        TemplateError::Unclosed => Words::new("platform-brace"),
        TemplateError::Fragment => Words::new("platform-fragment"),
    }
}

/// A word may stand twice on one platform (its name and an alias), never on two.
fn among(platforms: &[Platform]) -> Vec<Flaw> {
    let mut owner: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for platform in platforms {
        for (field, word) in words(platform) {
            let first = *owner.entry(folded(word)).or_insert(&platform.id);
            if first != platform.id {
                found.push(Flaw {
                    platforms: vec![platform.id.clone(), first.to_owned()],
                    field,
                    words: Words::new("platform-ambiguous")
                        .with("word", quote(word))
                        .with("first", quote(first))
                        .with("second", quote(&platform.id)),
                });
            }
        }
    }
    found
}

/// Every word that means this platform, with the field it stands in.
pub(super) fn words(platform: &Platform) -> impl Iterator<Item = (&'static str, &str)> {
    [
        ("id", &platform.id),
        ("code", &platform.code),
        ("name", &platform.name),
        ("name_ru", &platform.name_ru),
    ]
    .into_iter()
    .chain(platform.aliases.iter().map(|alias| ("aliases", alias)))
    .map(|(field, word)| (field, word.as_str()))
}
