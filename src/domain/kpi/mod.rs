//! The numbers: what is measured, and the formulas on top. Missing is not zero: every formula says "unknown" when an input is.

mod card;
mod period;
mod ranking;
mod readings;
mod score;
mod sheet;
mod talk;
mod typed;

use super::post::worded;
use serde::{Deserialize, Serialize};

pub use card::{Card, Change, Standing};
pub use period::{Compared, Period};
pub use ranking::{Ranked, rank};
pub use readings::{LEVEL_HOLDS_DAYS, Missing, Readings, Value};
pub use score::{Goal, Score, Unit};
pub use sheet::{Answer, Inputs, Sheet, Why, days_within};
pub use talk::{Promise, Talk, Talks};
pub use typed::{Mistyped, typed_number};

worded! {
    /// One measured quantity.
    Metric {
        /// People who follow a channel (a level: the last reading counts).
        Followers = "followers",
        /// Different people who saw something.
        Reach = "reach",
        /// Times something was shown.
        Views = "views",
        /// Likes and other reactions.
        Reactions = "reactions",
        /// Comments.
        Comments = "comments",
        /// Reposts and shares.
        Shares = "shares",
        /// Saves and bookmarks.
        Saves = "saves",
        /// Clicks on links.
        Clicks = "clicks",
        /// Money spent on ads, in the client's currency.
        Spend = "spend",
        /// Orders and enquiries.
        Leads = "leads",
    }
}

impl Metric {
    /// A level is what stands at a moment; the others are amounts that add up over days.
    pub const fn is_level(self) -> bool {
        matches!(self, Metric::Followers)
    }

    /// Whether a number is expected for every day. Ads run on some days only, and leads come when they come.
    pub const fn is_daily(self) -> bool {
        !matches!(self, Metric::Followers | Metric::Spend | Metric::Leads)
    }

    /// Whether it counts whole things; money alone has a fraction.
    pub const fn is_whole(self) -> bool {
        !matches!(self, Metric::Spend)
    }

    /// Whether it counts as an interaction in the engagement rates.
    pub const fn is_interaction(self) -> bool {
        matches!(
            self,
            Metric::Reactions | Metric::Comments | Metric::Shares | Metric::Saves
        )
    }
}

/// Engagement rate by reach: interactions ÷ reach, as a fraction (the ER of most Russian and international tools).
pub fn er_by_reach(interactions: Option<f64>, reach: Option<f64>) -> Option<f64> {
    ratio(interactions, reach)
}

/// Engagement rate by followers: interactions ÷ followers at the end of the period, as a fraction.
pub fn er_by_followers(interactions: Option<f64>, followers: Option<f64>) -> Option<f64> {
    ratio(interactions, followers)
}

/// A share of a whole, unknown when the whole is unknown or nothing.
pub fn ratio(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    match (part, whole) {
        (Some(part), Some(whole)) if whole > 0.0 => Some(part / whole),
        _ => None,
    }
}

/// The middle value; of an even number the mean of the two in the middle. Unknown of nothing.
pub fn median(values: &mut [f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    Some(if values.len() % 2 == 1 {
        values[half]
    } else {
        f64::midpoint(values[half - 1], values[half])
    })
}
