//! Keys to actions: chords, the keymap, and the layouts under which a letter keeps its place.

pub mod key;

pub use key::{Code, Key, Mods};
