//! The words of verdicts, from their data file, ready to be matched.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::tokens::{Shape, Token};
use crate::domain::in_force::InForce;

/// What a word can be to a verdict; the data file says it of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Yes,
    No,
    Drop,
    Change,
    Edit,
    Instead,
    Dislike,
    AsIs,
    Not,
    Needless,
    Glue,
    Maybe,
    Open,
    But,
    Or,
    Polite,
    Because,
    Reason,
    Same,
    All,
    Both,
    RestMany,
    RestOne,
    Except,
    ExceptBehind,
    Post,
    This,
    Part,
    Like,
    Lean,
    Toward,
    To,
    Ordinal,
    Aside,
    And,
    Ending,
    Manners,
    Please,
    Silent,
    Other,
}

/// All a word can be; nothing, for a word nobody listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u64);

impl Kinds {
    /// The set of these.
    pub(super) fn of(kinds: &[Kind]) -> Self {
        Self(kinds.iter().fold(0, |set, kind| set | 1 << *kind as u64))
    }

    /// Whether it can be any of these.
    pub(super) fn any(self, kinds: &[Kind]) -> bool {
        self.0 & Self::of(kinds).0 != 0
    }

    /// Whether it can be this.
    pub(super) fn is(self, kind: Kind) -> bool {
        self.any(&[kind])
    }

    fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }
}

/// Words by the first of them.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: HashMap<String, Vec<(Vec<String>, Kinds)>>,
}

/// Her words among ours, once they were read.
static HERS: InForce<Lexicon> = InForce::ours();

impl Lexicon {
    /// The words in force: ours, or ours with hers among them.
    pub(super) fn in_force() -> Option<&'static Lexicon> {
        HERS.hers().or_else(Lexicon::builtin)
    }

    /// Puts hers in force, or ours alone again.
    pub(super) fn put_in_force(hers: Option<Lexicon>) {
        HERS.put(hers);
    }

    /// The words that come with the program; none if their file were broken, which a test excludes.
    pub(super) fn builtin() -> Option<&'static Lexicon> {
        static WORDS: OnceLock<Option<Lexicon>> = OnceLock::new();
        WORDS
            .get_or_init(|| {
                toml::from_str(include_str!("../../../assets/words/verdict.toml"))
                    .ok()
                    .map(Self::new)
            })
            .as_ref()
    }

    /// The words of these lists.
    pub(super) fn new(lists: BTreeMap<Kind, Vec<String>>) -> Self {
        let mut meant: BTreeMap<String, Kinds> = BTreeMap::new();
        for (kind, entries) in lists {
            for entry in entries {
                let kinds = meant.entry(entry).or_default();
                *kinds = kinds.and(Kinds::of(&[kind]));
            }
        }
        let mut entries: HashMap<String, Vec<(Vec<String>, Kinds)>> = HashMap::new();
        for (entry, kinds) in meant {
            let words: Vec<String> = entry.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first() {
                entries
                    .entry(first.clone())
                    .or_default()
                    .push((words, kinds));
            }
        }
        Self { entries }
    }

    /// The longest entry at the start of these tokens: how many it takes, and what it means. Written with the very
    /// marks beats written without.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(usize, Kinds)> {
        let first = tokens.first()?;
        let fits = |words: &[String]| {
            words.len() <= tokens.len()
                && words.iter().zip(tokens).all(|(word, token)| {
                    !matches!(token.shape, Shape::Number | Shape::Line)
                        && (*word == token.folded || *word == token.marked)
                })
        };
        let longest = |key: &str| {
            let of_word = self.entries.get(key)?;
            let fitting = of_word.iter().filter(|(words, _)| fits(words));
            fitting
                .map(|(words, kinds)| (words.len(), *kinds))
                .max_by_key(|(len, _)| *len)
        };
        let bare = longest(&first.folded);
        let marked = longest(&first.marked);
        marked.into_iter().chain(bare).reduce(
            |best, next| {
                if next.0 > best.0 { next } else { best }
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::tokens::tokens;
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn the_words_are_readable_and_marked_only_where_the_bare_word_means_something_else() {
        let text = include_str!("../../../assets/words/verdict.toml");
        let lists: BTreeMap<Kind, Vec<String>> = toml::from_str(text).unwrap();
        let known: BTreeSet<&String> = lists.values().flatten().collect();
        for (kind, entries) in &lists {
            for entry in entries {
                let first: String = fold(entry).split(' ').take(1).collect();
                let shadows = known
                    .iter()
                    .any(|other| other.split(' ').next() == Some(&first));
                assert!(
                    fold(entry) == *entry || shadows,
                    "{entry:?} of {kind:?} is not folded"
                );
                let cut: Vec<String> = tokens(entry)
                    .into_iter()
                    .map(|token| token.marked)
                    .collect();
                assert_eq!(
                    cut.join(" "),
                    *entry,
                    "{entry:?} of {kind:?} can never be met"
                );
            }
        }
        assert!(known.len() > 1_500);
    }

    #[test]
    fn the_longest_entry_wins_and_marks_tell_words_apart() {
        let lexicon = Lexicon::builtin().unwrap();
        let meant = |text: &str| lexicon.longest(&tokens(text)).unwrap_or_default();
        assert_eq!(meant("не против"), (2, Kinds::of(&[Kind::Yes])));
        assert_eq!(meant("thay ảnh"), (2, Kinds::of(&[Kind::Change])));
        assert_eq!(meant("thấy"), (1, Kinds::of(&[Kind::Silent])));
        assert_eq!(meant("Sửa"), (1, Kinds::of(&[Kind::Change])));
        assert_eq!(meant("sữa"), (1, Kinds::of(&[Kind::Other])));
        assert_eq!(meant("сырники"), (0, Kinds::default()));
    }
}
