//! The words: Fluent strings by key, with English behind them. The interface speaks the language she chose, and what a
//! client reads is in the language of the client: two voices of one making, which the types keep apart.
//!
//! Nothing here can fail on a screen: a key that is missing in her language is said in English, and one that is
//! missing everywhere is shown as `⟦key⟧`, which is ugly enough to be noticed and harmless enough to go on working.

mod dates;
mod filter;
mod lint;
mod messages;
mod numbers;
mod own;
mod phrasebook;
mod shelf;
#[cfg(test)]
mod tests;
mod voice;
mod yes;

use std::borrow::Cow;
use std::sync::OnceLock;

pub use filter::Sifted;
pub use own::{Own, OwnFile, tags};
use phrasebook::Phrasebook;
pub use shelf::{Language, Shelf};

use crate::domain::tongue::Tongue;
use crate::domain::words::Words;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English, the one behind all others.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// Every language there is a phrasebook for.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Ru];

    /// The language a locale tag asks for: `ru_RU.UTF-8`, `ru-RU`, `RU`. None for `C`, `POSIX` and languages we do not speak.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let language = tag.trim().split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .iter()
            .copied()
            .find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
        }
    }
}

/// A value woven into a sentence. Text goes in as it is, so it must be sanitised before it gets here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words, inserted untouched: never read as a pattern.
    Text(String),
    /// A count: chooses the plural and is written with grouped thousands. A year is text.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

/// Counts come in every width; what does not fit is as many as we can say.
macro_rules! counts {
    ($($int:ty),*) => { $( impl From<$int> for Arg {
        fn from(n: $int) -> Self { Self::Count(i64::try_from(n).unwrap_or(i64::MAX)) }
    } )* };
}
counts!(i32, i64, u16, u32, u64, usize);

/// The voice of the program in one language. Shared by reference between the window and its workers.
pub struct Locale<L: Language = Lang> {
    lang: L,
    book: Phrasebook,
    english: OnceLock<Phrasebook>,
}

/// The voice in which a client is written to.
pub type Voice = Locale<Tongue>;

impl<L: Language> Locale<L> {
    /// A voice in this language. Cheap: it only lists the keys; sentences are parsed when first said.
    pub fn new(lang: L) -> Self {
        Self {
            lang,
            book: Phrasebook::open(lang.shelf()),
            english: OnceLock::new(),
        }
    }

    /// The language it speaks.
    pub const fn lang(&self) -> L {
        self.lang
    }

    /// Whether there are words under this key.
    pub fn has(&self, key: &str) -> bool {
        self.book.phrase(key, &[]).is_some()
    }

    /// The words under this key. Plain words are lent from the program itself, without any work.
    pub fn text<'a>(&'a self, key: &str) -> Cow<'a, str> {
        self.find(key, &[])
    }

    /// Says words that were chosen earlier. The argument `n` is a count and chooses the plural; all others are text.
    pub fn words(&self, words: &Words) -> String {
        let args: Vec<(&str, Arg)> = words
            .args
            .iter()
            .map(|(name, value)| {
                let count = value.parse().ok().filter(|_| name == "n").map(Arg::Count);
                (
                    name.as_str(),
                    count.unwrap_or_else(|| Arg::Text(value.clone())),
                )
            })
            .collect();
        self.say(&words.key, &args)
    }

    /// The sentence under this key with its values woven in: `say("late", &[("n", 3.into()), ("name", name.into())])`.
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(key, args).into_owned()
    }

    /// Her language, then English, then the key itself in brackets.
    fn find<'a>(&'a self, key: &str, args: &[(&str, Arg)]) -> Cow<'a, str> {
        if let Some(words) = self.book.phrase(key, args) {
            return words;
        }
        let behind = L::default();
        if self.lang != behind {
            let english = self
                .english
                .get_or_init(|| Phrasebook::open(behind.shelf()));
            if let Some(words) = english.phrase(key, args) {
                return words;
            }
        }
        Cow::Owned(format!("⟦{key}⟧"))
    }
}
