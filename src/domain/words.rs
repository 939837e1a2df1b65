//! Words to be chosen later: a locale key with its arguments, so that history, refusals and reports read in any language.

use std::collections::BTreeMap;

/// Something to say, not yet in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Locale key.
    pub key: String,
    /// Arguments of the key; numbers as digits.
    pub args: BTreeMap<String, String>,
}

impl Words {
    /// Words without arguments.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}
