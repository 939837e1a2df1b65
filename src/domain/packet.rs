//! A packet: posts shown to a client for a yes, each under a code that is short enough to answer with.

use chrono::{NaiveDate, NaiveDateTime};

use super::platform::Platform;
use super::post::Format;
use super::tongue::Tongue;

/// Posts shown to a client together. All times are on the client's own wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// Whom it is for, by the full name.
    pub client: String,
    /// The short name, for the names of files.
    pub short: String,
    /// The letter of the packet ("A").
    pub code: String,
    /// The language it is written in.
    pub tongue: Tongue,
    /// The day it was made.
    pub made: NaiveDate,
    /// Whose wall the times are on, as it is to be said; empty says nothing.
    pub zone: String,
    /// By when an answer is asked for.
    pub reply_by: Option<NaiveDateTime>,
    /// The posts, in the order of their numbers.
    pub items: Vec<PacketItem>,
}

/// One post of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketItem {
    /// The 2 of A2.
    pub number: u32,
    /// What it is about.
    pub topic: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Its rubric; empty when it has none.
    pub rubric: String,
    /// When it is to go out.
    pub when: Option<NaiveDateTime>,
    /// Where it is to go out.
    pub places: Vec<Place>,
    /// Its wordings: one where all places share it.
    pub wordings: Vec<Wording>,
    /// First comment under it; empty when there is none.
    pub first_comment: String,
    /// Link that goes with it; empty when there is none.
    pub link: String,
    /// What is said to the client beside it and goes out nowhere; empty when nothing is.
    pub client_note: String,
    /// Pictures in order.
    pub pictures: Vec<Picture>,
}

/// A channel as its owner knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The platform's name in the reader's language.
    pub name: String,
    /// The name of the page there.
    pub handle: String,
}

impl Place {
    /// A page on a platform, by the name the reader calls it.
    pub fn new(platform: &Platform, handle: &str, tongue: Tongue) -> Self {
        Self {
            name: platform.name_in(tongue).to_owned(),
            handle: handle.to_owned(),
        }
    }
}

/// A text, and the names of the places it is for; none where it is for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Names of places.
    pub places: Vec<String>,
    /// The text.
    pub text: String,
}

/// A picture or clip of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its own name.
    pub name: String,
    /// Description for those who do not see it.
    pub alt: String,
    /// Whether it was chosen as the cover.
    pub is_cover: bool,
    /// Hash of its bytes, its name in the desk.
    pub hash: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Packet {
    /// What the client answers with: the letter of the packet and the number of the post.
    pub fn code_of(&self, item: &PacketItem) -> String {
        format!("{}{}", self.code, item.number)
    }

    /// The first and the last day on which something of it goes out; none where nothing has a time.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.items.iter().filter_map(|item| item.when);
        let (first, last) = (days().min()?, days().max()?);
        Some((first.date(), last.date()))
    }
}
