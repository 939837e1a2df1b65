//! An hour in the inbox, by keystrokes on a real desk.

mod answering;
mod desk;
mod listing;
mod looks;
