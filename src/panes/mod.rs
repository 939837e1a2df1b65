//! THE ROOMS: Today, plan, drafts, inbox, numbers. They never name each other.

pub mod drafts;
pub mod inbox;
pub mod kpi;
pub mod plan;
#[cfg(test)]
mod stage;
pub mod today;
