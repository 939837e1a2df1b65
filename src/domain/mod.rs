//! THE TRADE: nouns, rules, formulas, counting. No SQL, no screen, no clock, no IO.

pub mod address;
pub mod count;
pub mod handle;
pub mod platform;
