//! The proofreader: reads a text behind the typing, so that no key waits for it. It measures the text and spells its words
//! with the Hunspell dictionaries of this machine.

mod dictionary;
mod errand;
mod own_words;
mod places;
mod speller;
#[cfg(test)]
mod tests;

pub use errand::{Errand, Order, Spelling, Spelt};
pub use places::{Found, Places};
pub use speller::Speller;
