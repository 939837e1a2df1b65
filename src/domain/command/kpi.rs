//! Changes to numbers.

use chrono::NaiveDate;

use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::kpi::Metric;
use crate::domain::words::Words;

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReading {
    /// Of which channel.
    pub channel: ChannelId,
    /// Of which post; none means the channel as a whole.
    pub post: Option<PostId>,
    /// What was measured.
    pub metric: Metric,
    /// The client's local day it stands for.
    pub day: NaiveDate,
    /// The value, in the metric's unit.
    pub value: f64,
}

/// A change to the numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum KpiCommand {
    /// Values typed or imported; a later value for the same day takes the place of an earlier one.
    TypeReadings {
        readings: Vec<NewReading>,
        origin: String,
    },
    /// The goal for a number; none drops it.
    SetTarget {
        client: ClientId,
        metric: String,
        value: Option<f64>,
    },
}

impl KpiCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            KpiCommand::TypeReadings { readings, .. } => {
                Words::new("did-readings").with("n", readings.len())
            }
            KpiCommand::SetTarget { metric, .. } => Words::new("did-target").with("metric", metric),
        }
    }
}
