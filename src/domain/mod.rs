//! THE TRADE: nouns, rules, formulas, counting. No SQL, no screen, no clock, no IO.

pub mod address;
pub mod backup;
pub mod brief;
pub mod campaign;
pub mod chance;
pub mod channel;
pub mod client;
pub mod command;
pub mod count;
pub mod days;
pub mod file_name;
pub mod filter;
pub mod fold;
pub mod format;
pub mod formula;
pub mod handle;
pub mod hash;
pub mod hours;
pub mod ids;
pub mod in_force;
pub mod inbox;
pub mod kpi;
pub mod lane;
pub mod lint;
pub mod packet;
pub mod page;
pub mod platform;
pub mod post;
pub mod rubric;
pub mod sanitize;
pub mod shift;
pub mod slips;
pub mod tongue;
pub mod verdict;
pub mod when;
pub mod words;
pub mod yes;
pub mod zone;

/// A moment in time, UTC. The store keeps it as unix seconds.
pub type Moment = chrono::DateTime<chrono::Utc>;
