//! Changes to what went out and what did not.

use crate::domain::Moment;
use crate::domain::ids::VariantId;
use crate::domain::post::Outcome;
use crate::domain::words::Words;

/// What the clock found about one variant, or a desk that came back from a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which variant.
    pub variant: VariantId,
    /// The planned moment it is about.
    pub due_at: Moment,
    /// Due, missed or unsure.
    pub outcome: Outcome,
    /// Locale key of the reason a slot was missed (`missed-closed`, `missed-draft`, …) or is unsure (`unsure-restored`);
    /// empty when due.
    pub reason: String,
}

/// A change to deliveries.
#[derive(Debug, Clone, PartialEq)]
pub enum DeliveryCommand {
    /// The clock: these are due, those were missed.
    Mark { marks: Vec<Mark> },
    /// The ten-minute bell has rung for these, due at their moments.
    Rang { variants: Vec<(VariantId, Moment)> },
    /// She opened the steps of publishing by hand.
    Opened { variants: Vec<VariantId> },
    /// She says it is out: since when, and where, if she has the address.
    Stamp {
        variants: Vec<VariantId>,
        at: Moment,
        permalink: String,
    },
    /// Where something that is out can be seen.
    Link {
        variants: Vec<VariantId>,
        permalink: String,
    },
    /// She says that what was unsure did not go out.
    Absent { variants: Vec<VariantId> },
    /// Let it go, with a reason.
    Skip {
        variants: Vec<VariantId>,
        reason: String,
    },
}

impl DeliveryCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            DeliveryCommand::Mark { marks } => Words::new("did-mark").with("n", marks.len()),
            DeliveryCommand::Rang { variants } => Words::new("did-ring").with("n", variants.len()),
            DeliveryCommand::Opened { .. } => Words::new("did-open-steps"),
            DeliveryCommand::Stamp { variants, .. } => {
                Words::new("did-stamp").with("n", variants.len())
            }
            DeliveryCommand::Link { .. } => Words::new("did-link"),
            DeliveryCommand::Absent { variants } => {
                Words::new("did-absent").with("n", variants.len())
            }
            DeliveryCommand::Skip { variants, .. } => {
                Words::new("did-skip").with("n", variants.len())
            }
        }
    }
}
