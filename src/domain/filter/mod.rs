//! Which posts are shown: a line of words she types, as plain data, and the one line that says the same again.
//!
//! Terms of one kind widen each other ("vk tg": on either), terms of different kinds narrow each other, and so do words
//! to find and flags; a term with a minus hides every post it would have shown. What is not understood as anything else
//! is text to find.

mod hers;
mod read;
#[cfg(test)]
mod tests;
mod words;

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::post::{Format, worded};

pub use hers::Hers;
pub use read::{Names, Reading, Unclear, plain, read};

/// Terms a filter may have; nobody types more by hand.
pub const MOST: usize = 32;

/// Characters of a wording to find; more tell nothing new.
const LONGEST: usize = 60;

worded! {
    /// How far a post has come, as a filter asks for it. The clock does not speak here: a late draft is a draft.
    Stage {
        /// A thought.
        Idea = "idea",
        /// To be written.
        Draft = "draft",
        /// With the client.
        Review = "review",
        /// The client asked for changes.
        Changes = "changes",
        /// Parked.
        Hold = "hold",
        /// Ready, with or without a time.
        Approved = "approved",
        /// Published.
        Out = "out",
        /// Let go.
        Skipped = "skipped",
    }
}

worded! {
    /// Something about a post that is worth asking for.
    Flag {
        /// Its moment has come with nothing out, or it is [late to write](super::post::late_to_write).
        Late = "late",
        /// She has to do something: write it, mend it, or publish it now.
        Mine = "mine",
        /// It is not out, and one of its channels would get nothing to read.
        NoText = "no-text",
        /// It is not out, and its format wants a picture that is not there.
        NoPicture = "no-picture",
        /// On the shelf.
        NoTime = "no-time",
        /// In no rubric.
        NoRubric = "no-rubric",
    }
}

/// What a term asks for. Names are those of her own desk, as they are written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Is {
    /// Of this client.
    Client(String),
    /// On a channel of this platform, by its id, or on the channel of this handle.
    Channel(String),
    /// This far along.
    Stage(Stage),
    /// Of this kind.
    Format(Format),
    /// In this rubric, whoever's it is.
    Rubric(String),
    /// In this campaign.
    Campaign(String),
    /// With this about it.
    Flag(Flag),
    /// With these words in its topic or texts, one after another, the last of them perhaps only begun.
    Words(String),
}

/// The stage that folded words of any of the five languages name.
pub fn stage(words: &str) -> Option<Stage> {
    words::Words::builtin().stage(words)
}

/// The format that folded words of any of the five languages name.
pub fn format(words: &str) -> Option<Format> {
    let ours = || Format::from_word(words);
    words::Words::builtin().format(words).or_else(ours)
}

impl Is {
    /// Whether both ask for the same.
    fn is_same(&self, other: &Is) -> bool {
        match (self, other) {
            (Is::Client(a), Is::Client(b))
            | (Is::Channel(a), Is::Channel(b))
            | (Is::Rubric(a), Is::Rubric(b))
            | (Is::Campaign(a), Is::Campaign(b))
            | (Is::Words(a), Is::Words(b)) => fold(a) == fold(b),
            _ => self == other,
        }
    }
}

/// One thing that is asked of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What.
    pub is: Is,
    /// Whether posts of which it is true are hidden instead of shown.
    pub not: bool,
}

/// Which posts are shown; an empty one shows all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    terms: Vec<Term>,
}

/// The filter that shows everything.
static EVERYTHING: Filter = Filter { terms: Vec::new() };

impl Filter {
    /// The one that shows everything, for whoever has none of their own.
    pub fn everything() -> &'static Self {
        &EVERYTHING
    }

    /// Whether it shows everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// What it asks for, in the order it was typed.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether only whose posts and where is asked for: then an empty posting time is still an empty posting time.
    pub fn is_of_places(&self) -> bool {
        let place = |term: &Term| matches!(term.is, Is::Client(_) | Is::Channel(_));
        self.terms.iter().all(place)
    }

    /// One more term. Said again it stands where it stood, and what was said last counts.
    fn add(&mut self, term: Term) {
        let said = self.terms.iter().position(|it| it.is.is_same(&term.is));
        match said.and_then(|at| self.terms.get_mut(at)) {
            Some(said) => said.not = term.not,
            None => self.terms.push(term),
        }
    }
}

/// The line that means exactly this filter on the same desk: every term with its sign, so that nothing is guessed.
impl Display for Filter {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for (nth, term) in self.terms.iter().enumerate() {
            let space = if nth > 0 { " " } else { "" };
            let not = if term.not { "-" } else { "" };
            write!(out, "{space}{not}")?;
            match &term.is {
                Is::Client(name) => write!(out, "client:{}", quoted(name)),
                Is::Channel(name) => write!(out, "@{}", quoted(name)),
                Is::Stage(stage) => write!(out, "status:{}", stage.word()),
                Is::Format(format) => write!(out, "format:{}", format.word()),
                Is::Rubric(name) => write!(out, "#{}", quoted(name)),
                Is::Campaign(name) => write!(out, "campaign:{}", quoted(name)),
                Is::Flag(flag) => write!(out, "!{}", flag.word()),
                Is::Words(words) => write!(out, "\"{words}\""),
            }?;
        }
        Ok(())
    }
}

/// A name as it is written in a line: in quotes unless it is one plain word.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == '_';
    if !name.is_empty() && name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}
