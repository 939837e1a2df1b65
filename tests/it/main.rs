//! The command line as scripts and people meet it: the built program, a desk in a folder of its own, what it says and
//! what it leaves behind.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod again;
mod belongings;
mod cards;
mod clock;
mod days;
mod export;
mod files;
mod home;
mod hostile;
mod intake;
mod keeping;
mod lint;
mod mix;
mod morning;
mod parts;
mod readme;
mod settings;
mod shells;
mod snippets;
mod trouble;
mod voice;
