//! THE FRONT DOOR: the only place that says `crossterm`. One wait, one writer, one promise: the terminal is given back.

pub mod browser;
mod cells;
pub mod child;
mod disputed;
pub mod editor;
pub mod frame;
pub mod guard;
pub mod input;
pub mod outside;
pub mod panic;
mod plate;
pub mod screen;
mod tty;
pub mod wait;
pub mod wake;
pub mod words;

pub use browser::{Browser, OpenError, Opened, Surroundings};
pub use editor::{Edited, EditorError};
pub use guard::{Guard, Options};
pub use outside::OutsideError;
pub use panic::CrashReport;
pub use screen::Screen;
pub use wait::{Wait, Woken};
pub use wake::Waker;
