//! The built program in a real pseudo-terminal: what is typed outlives a kill, and every way out gives the terminal back.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod desk;
mod fields;
mod imports;
mod keeping;
mod kills;
mod leaving;
mod places;
mod typing;
mod window;
