//! What a client says to a post it was shown.

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
