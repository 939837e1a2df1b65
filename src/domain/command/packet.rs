//! Changes to what is with the clients: posts shown for a yes, and what the client said.

use crate::domain::ids::{PacketItemId, PostId};
use crate::domain::tongue::Tongue;
use crate::domain::verdict::Verdict;
use crate::domain::words::Words;

/// What a client said to one post of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which post of which packet.
    pub item: PacketItemId,
    /// Yes, yes after changes, no.
    pub verdict: Verdict,
    /// In the client's own words, sanitised; may be empty.
    pub words: String,
}

/// A change to what is with the clients.
#[derive(Debug, Clone, PartialEq)]
pub enum PacketCommand {
    /// Show posts of one client to the client under the client's next letter, numbered in this order, and freeze on record
    /// what was shown. Answers the packet.
    Send { posts: Vec<PostId>, tongue: Tongue },
    /// Take down what the client said: all of it or nothing.
    Answer { told: Vec<Told> },
}

impl PacketCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            PacketCommand::Send { posts, .. } => {
                Words::new("did-packet-send").with("n", posts.len())
            }
            PacketCommand::Answer { told } => Words::new("did-packet-answer").with("n", told.len()),
        }
    }
}
