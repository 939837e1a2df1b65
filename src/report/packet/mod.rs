//! A packet of posts for a yes, laid out three ways: as text to paste into a chat, as Markdown to keep, and as one page to
//! look at on a phone.

mod card;
mod html;
mod markdown;
mod text;

use crate::domain::file_name::plain;
use crate::domain::packet::Packet;

pub use html::html;
pub use markdown::markdown;
pub(super) use markdown::{escaped, quoted};
pub use text::text;

/// Bytes of a client's name in the name of a file.
const LONGEST_NAME: usize = 40;

/// Bytes of a packet's letter there.
const LONGEST_CODE: usize = 8;

/// The name of the packet's file: "2026-11-24-Kolos-A.html".
pub fn file_name(packet: &Packet, extension: &str) -> String {
    let client = plain(&packet.short, LONGEST_NAME, "client");
    let code = plain(&packet.code, LONGEST_CODE, "A");
    format!("{}-{client}-{code}.{extension}", packet.made)
}
