//! A post, its format, and where each of its variants stands.

use serde::{Deserialize, Serialize};

use super::Moment;
use super::words::Words;

/// Declares an enum whose values are stored and printed as one fixed word.
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $( $(#[$vdoc:meta])* $variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $( $(#[$vdoc])* #[serde(rename = $word)] $variant, )* }

        impl $name {
            /// All values, in their natural order.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )* ];

            /// The word in the store, in files and on the command line.
            pub const fn word(self) -> &'static str {
                match self { $( $name::$variant => $word, )* }
            }

            /// The value of this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some($name::$variant), )* _ => None }
            }
        }
    };
}
pub(crate) use worded;

worded! {
    /// What kind of thing a post is; its checklist and limits follow from it (`domain/format`).
    #[derive(Default)]
    Format {
        /// Words only.
        #[default]
        Text = "text",
        /// One picture.
        Photo = "photo",
        /// Several pictures in order.
        Carousel = "carousel",
        /// A film.
        Video = "video",
        /// A short vertical film.
        Short = "short",
        /// Gone after a day.
        Story = "story",
        /// A question with options.
        Poll = "poll",
        /// A long read.
        Article = "article",
        /// A live stream.
        Live = "live",
        /// A draw or contest.
        Contest = "contest",
    }
}

worded! {
    /// How far a variant has come before its moment: what people decided, not what the clock did.
    Approval {
        /// A thought, perhaps without text.
        Idea = "idea",
        /// Being written.
        Draft = "draft",
        /// With the client.
        Review = "review",
        /// The client asked for changes.
        Changes = "changes",
        /// Parked, by a decision with a reason.
        Hold = "hold",
        /// Ready: its exact text and pictures are frozen.
        Approved = "approved",
    }
}

worded! {
    /// What came of a variant's moment, as its delivery events tell.
    Outcome {
        /// Nothing yet.
        None = "none",
        /// Its moment has come.
        Due = "due",
        /// Its grace has passed with nothing out.
        Missed = "missed",
        /// Nobody here knows whether it went out: only she can say.
        Unsure = "unsure",
        /// Out: stamped by her, or proved by the platform.
        Published = "published",
        /// Let go, with a reason.
        Skipped = "skipped",
    }
}

worded! {
    /// Where a variant stands now: derived in one place from approval, time and delivery.
    Status {
        /// A thought.
        Idea = "idea",
        /// Being written.
        Draft = "draft",
        /// With the client.
        Review = "review",
        /// The client asked for changes.
        Changes = "changes",
        /// Parked.
        Hold = "hold",
        /// Ready, without a time.
        Approved = "approved",
        /// Ready, with a time to come.
        Scheduled = "scheduled",
        /// Its moment has come.
        Due = "due",
        /// Its grace has passed with nothing out.
        Missed = "missed",
        /// Nobody here knows whether it went out.
        Unsure = "unsure",
        /// Let go.
        Skipped = "skipped",
        /// Out.
        Published = "published",
    }
}

impl Status {
    /// What stands apart from the other channels of its post in lists: no verb for those may touch it by the way.
    pub const fn apart(self) -> Option<Status> {
        match self {
            Status::Published | Status::Unsure => Some(self),
            _ => None,
        }
    }

    /// One cell that stands for it in lists; the legend of the plan explains them.
    pub const fn mark(self) -> &'static str {
        match self {
            Status::Idea => "·",
            Status::Draft => "○",
            Status::Review => "?",
            Status::Changes => "±",
            Status::Hold => "~",
            Status::Approved | Status::Scheduled => "●",
            Status::Due | Status::Missed => "!",
            Status::Unsure => "¿",
            Status::Skipped => "×",
            Status::Published => "✓",
        }
    }
}

/// The one function that says where a variant stands.
///
/// `at` is the planned moment, `grace_min` the channel's grace. The clock speaks only for variants that could have gone
/// out: an idea or a parked post never becomes due, while a draft or a post still with the client is missed with its
/// time, because its slot stays empty all the same. What may be out already is unsure whatever the clock says: calling it
/// due or missed would invite a second publication.
pub fn status(
    approval: Approval,
    outcome: Outcome,
    at: Option<Moment>,
    grace_min: u32,
    now: Moment,
) -> Status {
    match outcome {
        Outcome::Published => return Status::Published,
        Outcome::Skipped => return Status::Skipped,
        Outcome::Unsure => return Status::Unsure,
        Outcome::None | Outcome::Due | Outcome::Missed => {}
    }
    let passed = at.is_some_and(|at| now > at + chrono::Duration::minutes(i64::from(grace_min)));
    let come = at.is_some_and(|at| now >= at);
    match approval {
        Approval::Idea => Status::Idea,
        Approval::Hold => Status::Hold,
        _ if passed || (come && approval != Approval::Approved) => Status::Missed,
        Approval::Draft => Status::Draft,
        Approval::Review => Status::Review,
        Approval::Changes => Status::Changes,
        Approval::Approved if come => Status::Due,
        Approval::Approved if at.is_some() => Status::Scheduled,
        Approval::Approved => Status::Approved,
    }
}

/// How long before its moment, or before the day it was promised for, a text must be written.
const WRITTEN_BEFORE: chrono::Duration = chrono::Duration::hours(24);

/// The moment up to which deadlines count as near.
pub fn soon(now: Moment) -> Moment {
    now + WRITTEN_BEFORE
}

/// Whether a text is late to write: it still wants her words, and its planned moment or the one it has to be ready by
/// has passed or is less than a day away.
pub fn late_to_write(
    approval: Approval,
    at: Option<Moment>,
    ready_by: Option<Moment>,
    now: Moment,
) -> bool {
    let near = |deadline: Option<Moment>| deadline.is_some_and(|it| it <= soon(now));
    matches!(approval, Approval::Draft | Approval::Changes) && (near(at) || near(ready_by))
}

/// Whether people may move a variant from one standing to another; the refusal is in the words of the trade.
pub fn may_move(
    from: Approval,
    to: Approval,
    outcome: Outcome,
    reason: &str,
) -> Result<(), MoveRefused> {
    match outcome {
        Outcome::Published => return Err(MoveRefused::AlreadyOut),
        Outcome::Skipped => return Err(MoveRefused::LetGo),
        Outcome::None | Outcome::Due | Outcome::Missed | Outcome::Unsure => {}
    }
    if matches!(to, Approval::Changes | Approval::Hold) && reason.trim().is_empty() {
        return Err(MoveRefused::ReasonMissing);
    }
    let legal = match (from, to) {
        _ if from == to => true,
        // Parked posts come back through a look at them, never straight into the schedule (research/mission.md §6.2).
        (Approval::Hold, Approval::Approved | Approval::Review)
        // Nobody can ask for changes of what nobody has seen.
        | (Approval::Idea | Approval::Draft, Approval::Changes) => false,
        _ => true,
    };
    if legal {
        Ok(())
    } else {
        Err(MoveRefused::NotFromHere { from, to })
    }
}

/// Why a status did not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoveRefused {
    /// It is published.
    #[error("already published")]
    AlreadyOut,
    /// It was skipped.
    #[error("already skipped")]
    LetGo,
    /// Changes and hold need words.
    #[error("a reason is missing")]
    ReasonMissing,
    /// There is no road between these two.
    #[error("no way from {} to {}", from.word(), to.word())]
    NotFromHere {
        /// Where it stands.
        from: Approval,
        /// Where it was to go.
        to: Approval,
    },
}

impl MoveRefused {
    /// The sentence for her: what is in the way, and the way round.
    pub fn words(self) -> Words {
        Words::new(match self {
            MoveRefused::AlreadyOut => "move-already-out",
            MoveRefused::LetGo => "move-let-go",
            MoveRefused::ReasonMissing => "move-reason-missing",
            MoveRefused::NotFromHere {
                from: Approval::Hold,
                ..
            } => "move-from-hold",
            MoveRefused::NotFromHere { .. } => "move-not-seen",
        })
    }
}
