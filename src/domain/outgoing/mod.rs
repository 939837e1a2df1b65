//! The text of a post as a platform takes it: where hashtags stand, what becomes of emphasis, which links are dead there.
//! Only what follows the base text is carried over like this; a text of a channel's own goes out to the letter.

mod emphasis;
mod tags;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::Deserialize;

use super::count::links;
use super::platform::{Platform, Platforms};

/// Which markup works in a text, as it is typed or pasted there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Markup {
    /// None: the marks would be read as they stand, so they are left out.
    #[default]
    None,
    /// `**bold**` and `__italic__`, as the Telegram apps take it.
    Telegram,
    /// `**bold**` and `_italic_`.
    Markdown,
    /// `*bold*` and `_italic_`, the way she writes it.
    Plain,
}

/// Where hashtags go that stand on lines of their own; those within a sentence stay in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hashtags {
    /// Where she wrote them.
    #[default]
    Written,
    /// To the end of the text.
    End,
    /// Into the first comment.
    Comment,
}

/// What goes out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// The text.
    pub text: String,
    /// Hashtags that go into the first comment instead; mostly none.
    pub tags: String,
    /// All of it in one piece, hashtags at the end: how a client or a file is shown it.
    pub whole: String,
}

impl Outgoing {
    /// A text that goes out to the letter.
    pub fn to_the_letter(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            tags: String::new(),
            whole: text.to_owned(),
        }
    }

    /// The base text as a platform takes it; one that is not known takes it to the letter. Doing it twice is doing it once,
    /// and no word is lost.
    pub fn inherited(base: &str, platform: Option<&Platform>) -> Self {
        let Some(rules) = platform.map(|platform| &platform.text) else {
            return Self::to_the_letter(base);
        };
        let text = emphasis::rendered(base, rules.markup);
        match rules.hashtags {
            Hashtags::Written => Self::to_the_letter(&text),
            Hashtags::End => Self::to_the_letter(&tags::split(&text).whole),
            Hashtags::Comment => {
                let split = tags::split(&text);
                Self {
                    text: split.rest,
                    tags: split.tags,
                    whole: split.whole,
                }
            }
        }
    }

    /// What goes out for a variant: its own text to the letter, else the base text as its platform takes it.
    pub fn of(own: Option<&str>, base: &str, platform: &str) -> Self {
        let inherited = || Self::inherited(base, Platforms::in_force().by_id(platform));
        own.map_or_else(inherited, Self::to_the_letter)
    }

    /// The first comment: hers, with the hashtags that moved there behind it.
    pub fn first_comment(&self, hers: &str) -> String {
        let has_them = |line: &str| hers.lines().any(|other| other.trim() == line);
        let new: Vec<&str> = self.tags.lines().filter(|line| !has_them(line)).collect();
        match (hers.trim_end(), new.join("\n")) {
            (_, tags) if tags.is_empty() => hers.to_owned(),
            ("", tags) => tags,
            (hers, tags) => format!("{hers}\n\n{tags}"),
        }
    }
}

/// Links that nobody can follow where they stand: they are kept, and it is said. Empty where links work.
pub fn dead_links(text: &str, platform: &Platform) -> Vec<Range<usize>> {
    if platform.text.dead_links {
        links(text)
    } else {
        Vec::new()
    }
}
