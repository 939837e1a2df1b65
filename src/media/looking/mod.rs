//! Looking at a picture. A file of a stranger is unpacked by a process of its own, which may break, eat or dawdle without the
//! window: it is this program again, it has a limit of time and memory, and what it tells is a block of pixels of the size
//! that was asked for, or one letter.

mod asking;
#[cfg(feature = "preview")]
mod unpacking;

use std::ffi::OsString;

use crate::domain::picture::{Kind, Pixels};
use crate::domain::words::Words;

pub use asking::ask;

/// The word of the command line by which the program asks itself; nobody needs to know it.
const ORDER: &str = "look-at-picture";

/// What an answer begins with: pixels follow, or a letter.
const PIXELS: &[u8; 4] = b"pix\n";
const REFUSED: &[u8; 4] = b"not\n";

/// Why a picture cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// The file is not there any more.
    Gone,
    /// It has more bytes or pixels than are unpacked here.
    TooLarge,
    /// It is broken, or not what it says it is.
    Broken,
    /// Unpacking it took too long.
    TooLong,
    /// Unpacking it broke down, or there was nobody to do it.
    Failed,
}

impl Unseen {
    /// Those that an answer may give.
    const TOLD: [(Unseen, u8); 3] = [
        (Unseen::Gone, b'g'),
        (Unseen::TooLarge, b'l'),
        (Unseen::Broken, b'b'),
    ];

    /// The sentence for her.
    pub fn words(self) -> Words {
        Words::new(match self {
            Unseen::Gone => "unseen-gone",
            Unseen::TooLarge => "unseen-large",
            Unseen::Broken => "unseen-broken",
            Unseen::TooLong => "unseen-long",
            Unseen::Failed => "unseen-failed",
        })
    }

    #[cfg(any(feature = "preview", test))]
    fn letter(self) -> u8 {
        let mut told = Self::TOLD.iter();
        told.find(|(it, _)| *it == self)
            .map_or(b'b', |(_, letter)| *letter)
    }

    fn of_letter(letter: u8) -> Self {
        let mut told = Self::TOLD.iter();
        told.find(|(_, it)| *it == letter)
            .map_or(Unseen::Failed, |(unseen, _)| *unseen)
    }
}

/// Whether files of this kind can be looked at.
pub const fn is_seen(kind: Kind) -> bool {
    matches!(kind, Kind::Jpeg | Kind::Png | Kind::Gif | Kind::Webp)
}

/// The answer to a command line of our own making, and nothing for all others: the whole work of the other process.
#[cfg(feature = "preview")]
pub fn answer(line: &[OsString]) -> Option<Vec<u8>> {
    let [_, order, file, width, height] = line else {
        return None;
    };
    if order != ORDER {
        return None;
    }
    let number = |word: &OsString| word.to_str()?.parse::<u16>().ok();
    let seen = match (number(width), number(height)) {
        (Some(width), Some(height)) => {
            unpacking::hold_back();
            unpacking::look(file.as_ref(), (width, height))
        }
        _ => Err(Unseen::Broken),
    };
    Some(told(&seen))
}

/// A program without the means to look at pictures has no such order.
#[cfg(not(feature = "preview"))]
pub const fn answer(_line: &[OsString]) -> Option<Vec<u8>> {
    None
}

/// An answer in bytes.
#[cfg(any(feature = "preview", test))]
fn told(seen: &Result<Pixels, Unseen>) -> Vec<u8> {
    match seen {
        Ok(pixels) => [
            &PIXELS[..],
            &pixels.width().to_be_bytes(),
            &pixels.height().to_be_bytes(),
            pixels.rgb(),
        ]
        .concat(),
        Err(unseen) => [&REFUSED[..], &[unseen.letter()]].concat(),
    }
}

/// How long the answer with so many pixels is.
fn length(width: u16, height: u16) -> usize {
    PIXELS.len() + 4 + usize::from(width) * usize::from(height) * 3
}

/// What an answer says: nothing that was not asked for, and not a byte more.
fn understood(answer: &[u8], width: u16, height: u16) -> Result<Pixels, Unseen> {
    if let Some(rest) = answer.strip_prefix(REFUSED) {
        return Err(match rest {
            [letter] => Unseen::of_letter(*letter),
            _ => Unseen::Failed,
        });
    }
    let rest = answer.strip_prefix(PIXELS).ok_or(Unseen::Failed)?;
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let rgb = rest.strip_prefix(&sides[..]).ok_or(Unseen::Failed)?;
    Pixels::new(width, height, rgb.to_vec()).ok_or(Unseen::Failed)
}

#[cfg(test)]
mod tests;
