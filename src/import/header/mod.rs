//! Which column is which field: by its name in five languages, by what stands in it, or by hand.

mod assignment;
mod columns;
mod field;
mod meanings;
mod names;
mod sample;
mod top;
mod words;

pub use assignment::{Assignment, AssignmentError};
pub use columns::{By, Column, Columns};
pub use field::{Field, Kind};
pub use names::Names;
pub(super) use top::{NEAR_TOP, Top, top};
pub(super) use words::{is_no_date, is_total, known, network, outgoing, plain, ticked};

#[cfg(test)]
mod tests;
