//! WHAT IS DUE: pure functions of what is planned and the moment. No clock, no store, no screen.
//!
//! The window, the command line and the daemon all ask here, so that there is one truth about late and on time.

use chrono::Duration;

use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand, Mark};
use crate::domain::ids::VariantId;
use crate::domain::post::{Approval, Outcome, Status, status};

/// An assisted post rings this long before its moment.
pub const RING_BEFORE: Duration = Duration::minutes(10);

/// A posting time is taken when something is planned on its channel within this distance.
pub const NEAR_A_SLOT: Duration = Duration::minutes(90);

/// A planned variant, as far as the clock is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slotted {
    /// Which variant.
    pub variant: VariantId,
    /// Planned moment.
    pub at: Moment,
    /// How far it had come.
    pub approval: Approval,
    /// What is recorded so far.
    pub outcome: Outcome,
    /// The channel's grace in minutes.
    pub grace_min: u32,
}

/// Since when somebody has been looking: it tells a miss under our eyes from one while the program was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Watch {
    /// The moment of the pass before this one, if there was one in this process.
    pub last_pass: Option<Moment>,
    /// What became of the daemon meanwhile.
    pub daemon: Daemon,
}

/// What is known of a daemon on this desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Daemon {
    /// None was to look after the clock.
    #[default]
    None,
    /// One has lived since then, and did not look.
    Sleeps {
        /// Its beginning.
        since: Moment,
    },
    /// One looked after the clock and ended without a word.
    Died,
}

/// What has become due or was missed by `now`, as one Command, or nothing.
///
/// Nothing is sent from here: after a long sleep everything late turns up as missed, with its reason, in one list.
pub fn sweep(planned: &[Slotted], watch: Watch, now: Moment) -> Option<Command> {
    let marks: Vec<Mark> = planned
        .iter()
        .filter_map(|it| mark(it, watch, now))
        .collect();
    (!marks.is_empty()).then_some(Command::Delivery(DeliveryCommand::Mark { marks }))
}

/// The finding about one variant, if there is something new to record.
pub fn mark(planned: &Slotted, watch: Watch, now: Moment) -> Option<Mark> {
    let standing = status(
        planned.approval,
        planned.outcome,
        Some(planned.at),
        planned.grace_min,
        now,
    );
    let (outcome, reason) = match standing {
        Status::Due if planned.outcome == Outcome::None => (Outcome::Due, ""),
        Status::Missed if planned.outcome != Outcome::Missed => {
            (Outcome::Missed, why_missed(planned, watch))
        }
        _ => return None,
    };
    Some(Mark {
        variant: planned.variant,
        due_at: planned.at,
        outcome,
        reason: reason.to_owned(),
    })
}

/// Why a slot stayed empty: the nearest cause that she can do something about. A locale key.
fn why_missed(planned: &Slotted, watch: Watch) -> &'static str {
    match planned.approval {
        Approval::Draft | Approval::Idea => "missed-draft",
        Approval::Review => "missed-review",
        Approval::Changes => "missed-changes",
        Approval::Hold => "missed-hold",
        Approval::Approved => match watch.last_pass {
            Some(seen) if seen < planned.at => "missed-asleep",
            Some(_) => "missed-not-stamped",
            None => match watch.daemon {
                Daemon::Sleeps { since } if since <= planned.at => "missed-asleep",
                Daemon::Died => "missed-daemon-gone",
                Daemon::Sleeps { .. } | Daemon::None => "missed-closed",
            },
        },
    }
}

/// Which variants should ring now: approved, within ten minutes of their moment, not rung before, not already due.
pub fn to_ring(planned: &[Slotted], now: Moment) -> Vec<(VariantId, Moment)> {
    planned
        .iter()
        .filter(|it| it.approval == Approval::Approved && it.outcome == Outcome::None)
        .filter(|it| now < it.at && it.at - now <= RING_BEFORE)
        .map(|it| (it.variant, it.at))
        .collect()
}

/// The next moment at which something changes by itself: a bell, a due time, or the end of a grace.
pub fn next_wake(planned: &[Slotted], now: Moment) -> Option<Moment> {
    planned
        .iter()
        .flat_map(|it| {
            let grace = Duration::minutes(i64::from(it.grace_min)) + Duration::seconds(1);
            [it.at - RING_BEFORE, it.at, it.at + grace]
        })
        .filter(|at| *at > now)
        .min()
}
