//! THE ROOMS: Today, plan, drafts, inbox, numbers. They never name each other.

pub mod kpi;
