//! THE FURNITURE: cells, colours, widths, text boxes. Knows nothing of posts.

pub mod address;
pub mod area;
pub mod blocks;
pub mod cursor;
pub mod editor;
pub mod form;
pub mod hints;
pub mod plate;
pub mod popup;
pub mod put;
pub mod rule;
pub mod spark;
pub mod tabs;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod toast;
pub mod width;

pub use address::short_address;
pub use area::{below, parts, row};
pub use blocks::blocks;
pub use cursor::Cursor;
pub use editor::{Editor, EditorStyle, LineInput, Reply, wrapped};
pub use form::{Entry, Field, Form};
pub use hints::{hints, window_hints};
pub use plate::Plate;
pub use popup::popup;
pub use put::{chosen, clear, put, put_cut, put_cut_to, put_right, put_to, put_with_end, tint};
pub use rule::rule;
pub use spark::spark;
pub use tabs::{Tab, tabs};
pub use theme::Theme;
pub use toast::{Tone, toast};
