//! The client's yes: the letters of packets, what exactly was shown, what has changed since, and what is refused.

mod diff;
mod letters;
mod shown;

pub use diff::{Piece, Swap, diff, swaps};
pub use letters::next_letters;
pub use shown::{Changed, Part, Shown, ShownPicture};

/// Reason of a draft that had a yes and was changed after it.
pub const TAKEN_BACK: &str = "yes-taken-back";

/// Reason of a draft whose client said yes, and which the checker holds back all the same.
pub const YES_HELD: &str = "yes-held";

/// Reasons of a draft that say more than that it is one.
pub const OF_A_DRAFT: [&str; 2] = [TAKEN_BACK, YES_HELD];

/// Reason of what is with the client and is not as the client saw it any more.
pub const CHANGED_MEANWHILE: &str = "yes-changed-meanwhile";

/// Reason of changes that the client asked for without saying which.
pub const CHANGES_UNSAID: &str = "yes-changes-unsaid";

/// Reason of a no without words.
pub const NO_UNSAID: &str = "yes-no-unsaid";

/// Reasons that are locale keys; every other reason is said as it is.
pub const REASONS: [&str; 5] = [
    TAKEN_BACK,
    YES_HELD,
    CHANGED_MEANWHILE,
    CHANGES_UNSAID,
    NO_UNSAID,
];

/// Why posts do not go to a client, or an answer is not taken down. Nothing is half-done then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum YesRefused {
    /// There is nothing to send.
    #[error("no posts")]
    NoPosts,
    /// A packet goes to one client.
    #[error("posts of two clients")]
    TwoClients,
    /// A topic or code that is there twice.
    #[error("{0} is there twice")]
    Twice(String),
    /// A topic or code with nothing left to go out.
    #[error("{0} has nothing left to go out")]
    NothingOpen(String),
    /// A topic that is on hold.
    #[error("{0} is on hold")]
    Parked(String),
    /// The client has been shown it again since, under another code.
    #[error("{code} was shown again as {newer}")]
    ShownAgain {
        /// The code that was answered.
        code: String,
        /// The code that counts.
        newer: String,
    },
    /// The yes is for what was shown, and that is not what stands now.
    #[error("{code} has changed since it was shown")]
    Changed {
        /// The code that was answered.
        code: String,
        /// What is not as it was; at least one part.
        parts: Vec<Part>,
    },
}
