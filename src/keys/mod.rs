//! Keys to actions: chords, the keymap, and the layouts under which a letter keeps its place.

mod chord;
pub mod key;
mod keymap;
mod layout;

pub use chord::{Chord, ChordError};
pub use key::{Code, Key, Mods};
pub use keymap::{Fault, Fed, Keymap, Mistake, Pending};
pub use layout::Layouts;
