//! Several processes on one desk, all of them the built program: nothing rings or is marked twice, news is seen at once, a
//! locked desk freezes no key, and the daemon sleeps until there is something to do.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod busy;
mod dice;
mod eyes;
mod home;
mod idle;
mod locked;
mod moved;
mod news;
mod outgrown;
mod ringing;
mod soak;
mod storm;
#[path = "../survival/window.rs"]
mod window;
