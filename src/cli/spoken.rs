//! The words of the command line in five languages, from their data file: the shelf, the next slot, whose turn, what tone.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::fold::fold;
use crate::domain::inbox::{ThreadState, Tone};

/// Where `move` can go besides a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Place {
    /// No time at all.
    Shelf,
    /// The next free posting time.
    Slot,
}

/// What is meant, and the words that mean it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    r#move: HashMap<Place, Vec<String>>,
    state: HashMap<ThreadState, Vec<String>>,
    tone: HashMap<Tone, Vec<String>>,
}

/// The words that come with the program; none if their file were broken, which a test excludes.
fn words() -> &'static File {
    static WORDS: OnceLock<File> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../assets/words/verbs.toml")).unwrap_or_default()
    })
}

fn meaning<T: Copy>(words: &HashMap<T, Vec<String>>, asked: &str) -> Option<T> {
    let wanted = fold(asked.trim());
    let mut all = words.iter();
    all.find_map(|(means, words)| words.contains(&wanted).then_some(*means))
}

/// The place of this word.
pub(super) fn place(asked: &str) -> Option<Place> {
    meaning(&words().r#move, asked)
}

/// Whose turn it is by this word.
pub(super) fn state(asked: &str) -> Option<ThreadState> {
    let ours = || ThreadState::from_word(asked.trim());
    meaning(&words().state, asked).or_else(ours)
}

/// The tone of this word or sign.
pub(super) fn tone(asked: &str) -> Option<Tone> {
    let ours = || Tone::from_word(asked.trim());
    meaning(&words().tone, asked).or_else(ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded_and_stands_in_one_place_only() {
        let file: File = toml::from_str(include_str!("../../assets/words/verbs.toml")).unwrap();
        assert_eq!((file.r#move.len(), file.tone.len()), (2, Tone::ALL.len()));
        let groups: [Vec<&String>; 3] = [
            file.r#move.values().flatten().collect(),
            file.state.values().flatten().collect(),
            file.tone.values().flatten().collect(),
        ];
        for group in groups {
            let mut seen = std::collections::HashSet::new();
            for word in group {
                assert_eq!(&fold(word), word);
                assert!(seen.insert(word), "{word} stands twice");
            }
        }
        assert_eq!(place("На полку"), Some(Place::Shelf));
        assert_eq!(state("wait_client"), Some(ThreadState::WaitClient));
        assert_eq!(tone("жалоба"), Some(Tone::Bad));
        assert_eq!(tone("-"), Some(Tone::Bad));
    }
}
