//! THE ROOMS: Today, plan, drafts, inbox, numbers. They never name each other.

pub mod inbox;
pub mod drafts;
pub mod plan;
#[cfg(test)]
mod stage;
pub mod today;
pub mod kpi;
