//! What can be wrong with `config.toml`, said so that she can mend it.

use crate::domain::sanitize;
use crate::domain::words::Words;

/// As much of a wrong word as is worth repeating, in characters.
const QUOTED: usize = 40;

/// One thing wrong with the file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("config.toml, line {line}: {fault:?}")]
pub struct Mistake {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML here; in the words of the parser.
    Syntax(String),
    /// No option has this name.
    UnknownKey {
        /// As written.
        key: String,
        /// The option that was probably meant.
        near: Option<&'static str>,
    },
    /// The value is of another sort than the option wants.
    WrongSort {
        /// The option.
        key: &'static str,
        /// The locale key of the sort: words in quotes, or true or false.
        wanted: &'static str,
    },
    /// No such choice.
    NoSuchChoice {
        /// The option.
        key: &'static str,
        /// As written.
        value: String,
        /// What there is.
        choices: Vec<&'static str>,
    },
    /// No such time zone.
    Zone {
        /// As written.
        value: String,
        /// Zones that look like it.
        nearest: Vec<&'static str>,
    },
    /// Working hours that cannot be read.
    Hours {
        /// As written.
        value: String,
    },
}

impl Mistake {
    /// The sentence for her: the line, and what is wrong there.
    pub fn words(&self) -> Words {
        match &self.fault {
            Fault::Syntax(detail) => Words::new("config-syntax").with("detail", quote(detail)),
            Fault::UnknownKey { key, near: None } => {
                Words::new("config-unknown").with("key", quote(key))
            }
            Fault::UnknownKey {
                key,
                near: Some(near),
            } => Words::new("config-unknown-near")
                .with("key", quote(key))
                .with("near", near),
            Fault::WrongSort { key, wanted } => Words::new(wanted).with("key", key),
            Fault::NoSuchChoice {
                key,
                value,
                choices,
            } => Words::new("config-no-choice")
                .with("key", key)
                .with("value", quote(value))
                .with("choices", choices.join(", ")),
            Fault::Zone { value, nearest } if nearest.is_empty() => {
                Words::new("config-zone").with("value", quote(value))
            }
            Fault::Zone { value, nearest } => Words::new("config-zone-near")
                .with("value", quote(value))
                .with("near", nearest.join(", ")),
            Fault::Hours { value } => Words::new("config-hours").with("value", quote(value)),
        }
        .with("line", self.line)
    }
}

/// A wrong word made harmless and short.
fn quote(word: &str) -> String {
    let near: String = word.chars().take(QUOTED + 1).collect();
    let mut safe: String = sanitize::line(&near).chars().take(QUOTED).collect();
    if word.chars().nth(QUOTED).is_some() {
        safe.push('…');
    }
    safe
}
