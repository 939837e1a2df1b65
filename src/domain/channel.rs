//! A channel: one account or page of a client on a platform.

use serde::{Deserialize, Serialize};

use super::ids::ClientId;

/// How posts get onto the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The courier calls the platform's API at the due moment.
    Auto,
    /// The platform holds the clock; we verify afterwards.
    HandOff,
    /// She publishes, we prepare and stamp.
    Assisted,
}

impl Mode {
    /// The word in the store, in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Auto => "auto",
            Mode::HandOff => "handoff",
            Mode::Assisted => "assisted",
        }
    }

    /// The mode of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Mode::Auto, Mode::HandOff, Mode::Assisted]
            .into_iter()
            .find(|mode| mode.word() == word)
    }

    /// Whether a post there needs her hand. Nobody carries anything out for her yet, so that even what is to go by itself
    /// waits for her, as Today says of it.
    pub const fn is_by_hand(self) -> bool {
        matches!(self, Mode::Assisted | Mode::Auto | Mode::HandOff)
    }

    /// Minutes after which a post counts as missed, unless the channel says otherwise: people get an hour, machines a quarter.
    pub const fn usual_grace_min(self) -> u32 {
        match self {
            Mode::Auto | Mode::HandOff => 15,
            Mode::Assisted => 60,
        }
    }
}

/// Everything on a channel's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelCard {
    /// Whose channel it is.
    pub client: ClientId,
    /// Platform id, as in the platform rules ("telegram").
    pub platform: String,
    /// Name of the account ("@kolos_kazan").
    pub handle: String,
    /// Address of the page, https.
    pub link: String,
    /// How posts get there.
    pub mode: Mode,
    /// Minutes after the planned moment in which a post may still go out unasked.
    pub grace_min: u32,
    /// Minutes between two looks at a channel without an API; 0 means no rounds.
    pub look_every_min: u32,
    /// Minutes a fresh post stays on Today.
    pub watch_min: u32,
    /// Longest text there, where it is another than the platform's: servers and paid accounts differ. 0 leaves it to the
    /// platform.
    pub text_max: u32,
    /// What is put on the links of its posts, where it is another than usual; a hyphen puts nothing there.
    pub utm: String,
}
