//! What a client says to a post it was shown, and how it is read from a client's own words.
//!
//! An answer goes down a ladder: `chat` takes off what a messenger adds, `tokens` cuts, `words` tells what is known,
//! `pieces`, `lists` and `numbers` find the posts that are named, `clauses` and `segments` (with `heads` and `apart`) put
//! words to posts, `sense` and `reading` make verdicts of words, and `hearing` weighs every `mention` of a post.

mod answer;
mod apart;
mod chat;
mod clauses;
mod heads;
mod heard;
mod hearing;
mod hers;
mod lists;
mod mention;
mod numbers;
mod pieces;
mod reading;
mod segments;
mod sense;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

pub use answer::{Answer, Asked, Doubt, Said, read_answer};
pub use hers::Hers;

use serde::{Deserialize, Serialize};

use super::post::worded;

worded! {
    /// The client's word on one post of a packet.
    Verdict {
        /// It may go out as it was shown.
        Yes = "yes",
        /// It may go out after these changes.
        Changes = "changes",
        /// It shall not go out.
        No = "no",
    }
}
