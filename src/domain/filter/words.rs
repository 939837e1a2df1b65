//! The words of a filter line, from their data file, folded and ready to be looked up.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Flag, Stage};
use crate::domain::in_force::InForce;
use crate::domain::post::Format;

/// What is written before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Key {
    Client,
    Channel,
    Stage,
    Format,
    Rubric,
    Campaign,
    Flag,
    Words,
}

/// The file as it is written: what is meant, and the words that mean it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    key: HashMap<Key, Vec<String>>,
    stage: HashMap<Stage, Vec<String>>,
    format: HashMap<Format, Vec<String>>,
    flag: HashMap<Flag, Vec<String>>,
}

/// What each word means.
#[derive(Debug, Default)]
pub(super) struct Words {
    keys: HashMap<String, Key>,
    stages: HashMap<String, Stage>,
    formats: HashMap<String, Format>,
    flags: HashMap<String, Flag>,
}

/// Her words among ours, once they were read.
static HERS: InForce<Words> = InForce::ours();

impl Words {
    /// The words in force: ours, or ours with hers among them.
    pub(super) fn in_force() -> &'static Words {
        HERS.hers().unwrap_or_else(Words::builtin)
    }

    /// Puts hers in force, or ours alone again.
    pub(super) fn put_in_force(hers: Option<Words>) {
        HERS.put(hers);
    }

    /// The words of a file that is read already.
    pub(super) fn of(lists: toml::Table) -> Result<Self, toml::de::Error> {
        File::deserialize(toml::Value::Table(lists)).map(Self::from)
    }

    /// The words that come with the program; only our own ids if their file were broken, which a test excludes.
    pub(super) fn builtin() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let file: Option<File> =
                toml::from_str(include_str!("../../../assets/words/filter.toml")).ok();
            file.map_or_else(Words::default, Words::from)
        })
    }

    /// What stands before a colon, folded.
    pub(super) fn key(&self, word: &str) -> Option<Key> {
        self.keys.get(word).copied()
    }

    /// The stage of these words, folded.
    pub(super) fn stage(&self, words: &str) -> Option<Stage> {
        let ours = || Stage::from_word(words);
        self.stages.get(words).copied().or_else(ours)
    }

    /// The format of these words, folded.
    pub(super) fn format(&self, words: &str) -> Option<Format> {
        self.formats.get(words).copied()
    }

    /// The flag of these words, folded.
    pub(super) fn flag(&self, words: &str) -> Option<Flag> {
        let ours = || Flag::from_word(words);
        self.flags.get(words).copied().or_else(ours)
    }
}

impl From<File> for Words {
    fn from(file: File) -> Self {
        Self {
            keys: turned(file.key),
            stages: turned(file.stage),
            formats: turned(file.format),
            flags: turned(file.flag),
        }
    }
}

fn turned<T: Copy>(words: HashMap<T, Vec<String>>) -> HashMap<String, T> {
    let each = words.into_iter();
    each.flat_map(|(means, words)| words.into_iter().map(move |word| (word, means)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;
    use crate::domain::platform::Platforms;

    #[test]
    fn every_word_is_folded_and_stands_in_one_place_only() {
        let text = include_str!("../../../assets/words/filter.toml");
        let file: File = toml::from_str(text).unwrap();
        assert_eq!(file.stage.len(), Stage::ALL.len());
        assert_eq!(file.format.len(), Format::ALL.len());
        assert_eq!(file.flag.len(), Flag::ALL.len());
        let keys = file.key.values().flatten();
        assert!(
            keys.clone()
                .all(|key| fold(key) == **key && !key.contains(' '))
        );
        let mut seen = std::collections::HashSet::new();
        let groups = [
            file.stage.values().flatten().collect::<Vec<_>>(),
            file.format.values().flatten().collect(),
            file.flag.values().flatten().collect(),
        ];
        for word in groups.into_iter().flatten() {
            assert_eq!(fold(word), *word, "{word:?} is not folded");
            assert!(seen.insert(word.clone()), "{word:?} stands in two places");
            let platform = Platforms::builtin().by_word(word);
            assert!(platform.is_none(), "{word:?} is a platform");
        }
        assert!(seen.len() > 130, "{}", seen.len());
    }
}
