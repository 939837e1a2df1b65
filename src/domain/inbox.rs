//! Conversations: whose turn it is, in what tone, and what she decided about them.

use super::post::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// What kind of conversation it is.
    ThreadKind {
        /// Under a post, in public.
        Comment = "comment",
        /// In private.
        Message = "message",
        /// A public verdict on a place of reviews.
        Review = "review",
        /// Somebody named the client elsewhere.
        Mention = "mention",
    }
}

worded! {
    /// Whose turn it is.
    ThreadState {
        /// Hers: somebody waits for an answer.
        Open = "open",
        /// Answered.
        Done = "done",
        /// Closed without an answer, because none was needed. Not counted as answered.
        Closed = "closed",
        /// The author's turn.
        WaitAuthor = "wait_author",
        /// The client must say something first.
        WaitClient = "wait_client",
        /// Somebody else must.
        WaitOther = "wait_other",
        /// Put off until a moment.
        Snoozed = "snoozed",
        /// Hidden from the public: spam, insults.
        Hidden = "hidden",
    }
}

worded! {
    /// How a message sounds, said by hand.
    Tone {
        /// Nobody said.
        Unsaid = "",
        /// Praise.
        Good = "+",
        /// Complaint.
        Bad = "-",
        /// Question.
        Question = "?",
        /// An insult or a provocation.
        Troll = "!",
    }
}

impl Tone {
    /// One step friendlier.
    #[must_use]
    pub const fn up(self) -> Self {
        match self {
            Tone::Troll => Tone::Bad,
            Tone::Bad => Tone::Unsaid,
            Tone::Unsaid => Tone::Question,
            Tone::Question | Tone::Good => Tone::Good,
        }
    }

    /// One step worse.
    #[must_use]
    pub const fn down(self) -> Self {
        match self {
            Tone::Good => Tone::Question,
            Tone::Question => Tone::Unsaid,
            Tone::Unsaid => Tone::Bad,
            Tone::Bad | Tone::Troll => Tone::Troll,
        }
    }
}
