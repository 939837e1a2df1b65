//! Every word of time by its first token, and a line of tokens with a finger on it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::{Role, Sense, Token, Unit, Words, tokens};
use crate::domain::in_force::InForce;

/// Tokens an entry may have, so that the longest is read whole.
pub(super) const LONGEST: usize = 8;

/// One entry of the data file, ready to be matched.
#[derive(Debug)]
struct Entry {
    tokens: Vec<Token>,
    /// Whether its marks count.
    exact: bool,
    sense: Sense,
}

impl Entry {
    /// A space of the entry may be missing in the text; a space in the text is never overlooked.
    fn fits(&self, said: &[Token]) -> bool {
        let mut pairs = self.tokens.iter().zip(said);
        said.len() >= self.tokens.len()
            && pairs.all(|(own, said)| own.word == said.word)
            && (1..self.tokens.len()).all(|at| said[at].glued || !self.tokens[at].glued)
            && (!self.exact || self.has_its_marks(said))
    }

    /// Whether it stands there with its marks, or with none: a bare last word behind a marked one is meant to be bare.
    fn has_its_marks(&self, said: &[Token]) -> bool {
        let pairs = || self.tokens.iter().zip(said);
        let bare = |(own, said): (&Token, &Token)| said.typed == own.word;
        let marked = |(own, said): (&Token, &Token)| said.typed == own.typed;
        let last_is_marked = pairs().next_back().is_some_and(marked);
        pairs().all(bare) || last_is_marked && pairs().all(|pair| bare(pair) || marked(pair))
    }
}

/// All entries by their first word.
#[derive(Debug)]
pub(super) struct Lexicon(HashMap<String, Vec<Entry>>);

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

    /// The lexicon of the words that come with the program.
    pub(super) fn builtin() -> Option<&'static Lexicon> {
        static LEXICON: OnceLock<Option<Lexicon>> = OnceLock::new();
        LEXICON
            .get_or_init(|| Words::builtin().map(Self::of))
            .as_ref()
    }

    /// Every entry of these lists, by its first word.
    pub(super) fn of(words: &Words) -> Self {
        let mut entries: HashMap<String, Vec<Entry>> = HashMap::new();
        for (sense, list) in words.lists() {
            for written in list {
                let plain = written.strip_prefix('=');
                let tokens = tokens(plain.unwrap_or(written), LONGEST);
                if let Some(first) = tokens.first() {
                    entries.entry(first.word.clone()).or_default().push(Entry {
                        exact: plain.is_some(),
                        sense,
                        tokens,
                    });
                }
            }
        }
        Self(entries)
    }
}

/// Tokens, and what they may say.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Line<'a> {
    /// What the words from here on say, with where each reading ends.
    pub(super) fn senses(self, at: usize) -> impl Iterator<Item = (Sense, usize)> + 'a {
        let said = self.tokens.get(at..).unwrap_or_default();
        said.first()
            .and_then(|first| self.lexicon.0.get(&first.word))
            .into_iter()
            .flatten()
            .filter(move |entry| entry.fits(said))
            .map(move |entry| (entry.sense, at + entry.tokens.len()))
    }

    /// The longest reading of a kind.
    pub(super) fn longest<T>(
        self,
        at: usize,
        pick: impl Fn(Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.senses(at)
            .filter_map(|(sense, next)| Some((pick(sense)?, next)))
            .max_by_key(|(_, next)| *next)
    }

    /// Where a word of this role ends.
    pub(super) fn role(self, at: usize, role: Role) -> Option<usize> {
        self.longest(at, |sense| (sense == Sense::Plays(role)).then_some(()))
            .map(|((), next)| next)
    }

    /// Where a word of this role ends, or here if there is none.
    pub(super) fn skip(self, at: usize, role: Role) -> usize {
        self.role(at, role).unwrap_or(at)
    }

    /// Where a unit ends.
    pub(super) fn unit(self, at: usize) -> Option<(Unit, usize)> {
        self.longest(at, |sense| match sense {
            Sense::Counts(unit) => Some(unit),
            _ => None,
        })
    }

    /// The token here; nothing stands beyond the end.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// Whether the token here is glued to the one before.
    pub(super) fn glued(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the sign here is glued on both sides: the colon of "18:30".
    pub(super) fn joins(self, at: usize, signs: &[&str]) -> bool {
        self.glued(at) && self.glued(at + 1) && signs.contains(&self.word(at))
    }

    /// Whether a phrase may end before this token: it is the end, or a word begins here, or a sign that ends one.
    pub(super) fn ends(self, at: usize) -> bool {
        let colon = self.word(at) == ":" && !self.glued(at + 1);
        !self.glued(at) || colon || matches!(self.word(at), "," | ";")
    }

    /// The digits here as a number, if there are no more than so many.
    pub(super) fn digits(self, at: usize, most: usize) -> Option<u32> {
        let word = self.word(at);
        let plain = !word.is_empty() && word.len() <= most;
        (plain && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten()
    }
}
