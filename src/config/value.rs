//! An option's value as it is written in the file.

use toml::Value;

use super::{Config, Sort};
use crate::domain::page::sorts;
use crate::domain::words::Words;

impl Config {
    /// What the settings say of an option, as the file would.
    pub fn value(&self, key: &str) -> Option<Value> {
        let words = |text: &str| Value::String(text.to_owned());
        Some(match key {
            "language" => words(self.language.map_or("", crate::locale::Lang::tag)),
            "zone" => words(self.zone.map_or("", |zone| zone.name())),
            "hours" => words(&self.hours),
            "theme" => words(self.theme.word()),
            "pictures" => words(self.pictures.word()),
            "clock" => Value::Boolean(self.clock),
            "mouse" => Value::Boolean(self.mouse),
            "daemon.on_due" => {
                Value::Array(self.daemon.on_due.iter().map(|word| words(word)).collect())
            }
            "daemon.notify" => Value::Boolean(self.daemon.notify),
            _ => return None,
        })
    }
}

/// What was typed on the command line as the file would have it: words need no quotes there, a list is word by word.
pub fn literal(key: &str, sort: Sort, typed: &[String]) -> Result<String, Words> {
    let value = match (sort, typed) {
        (Sort::List, words) => Value::Array(words.iter().cloned().map(Value::String).collect()),
        (Sort::Words, [one]) => Value::String(one.clone()),
        (Sort::YesNo, [one]) => match one.as_str() {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            other => {
                return sorts::choice(key, other, &["true", "false"]).map(str::to_owned);
            }
        },
        (_, _) => return Err(Words::new("config-one-value").with("key", key)),
    };
    Ok(value.to_string())
}
