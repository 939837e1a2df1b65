//! What the bytes of a file tell: kind, size, length. Only headers are read, nothing is unpacked, and a file that lies or
//! breaks off tells less but never stops anybody.

mod boxes;
mod source;
mod still;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use crate::domain::picture::{Facts, Kind};
use source::Source;

/// Most pixels on a side that a file may claim and be believed.
const LONGEST: u32 = 1_000_000;

/// Bytes that tell the kind of a file.
const HEAD: u64 = 64;

/// Looks at a file.
pub fn of_file(path: &Path) -> io::Result<Facts> {
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    Ok(of(file, bytes))
}

/// Looks at so many bytes.
pub fn of(from: impl Read + Seek, bytes: u64) -> Facts {
    let mut source = Source::new(from, bytes);
    look(&mut source).unwrap_or(Facts::UNKNOWN)
}

/// None where not even the first bytes can be read.
fn look<R: Read + Seek>(source: &mut Source<R>) -> Option<Facts> {
    let head = source.head(HEAD)?;
    let kind = kind(&head);
    let size = match kind {
        Kind::Jpeg => still::jpeg(source),
        Kind::Png => still::png(&head),
        Kind::Gif => still::gif(&head),
        Kind::Webp => still::webp(&head),
        Kind::Bmp => still::bmp(&head),
        Kind::Tiff => still::tiff(source, 0).size(),
        Kind::Heic | Kind::Avif => boxes::still(source),
        Kind::Mp4 | Kind::Mov => {
            let (size, seconds) = boxes::film(source);
            return Some(facts(kind, size, seconds));
        }
        Kind::Avi => {
            let (size, seconds) = still::avi(source);
            return Some(facts(kind, size, seconds));
        }
        Kind::Webm | Kind::Mkv | Kind::Pdf | Kind::Unknown => None,
    };
    Some(facts(kind, size, None))
}

/// A side of nothing, or one that nobody has seen, is no size.
fn facts(kind: Kind, size: Option<(u32, u32)>, seconds: Option<u32>) -> Facts {
    let side = 1..=LONGEST;
    Facts {
        kind,
        size: size.filter(|(w, h)| side.contains(w) && side.contains(h)),
        seconds,
    }
}

/// The kind of a file that begins like this.
fn kind(head: &[u8]) -> Kind {
    let at = |from: usize, word: &[u8]| head.get(from..from + word.len()) == Some(word);
    if at(0, b"\xFF\xD8\xFF") {
        Kind::Jpeg
    } else if at(0, b"\x89PNG\r\n\x1A\n") {
        Kind::Png
    } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
        Kind::Gif
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Kind::Webp
    } else if at(0, b"RIFF") && at(8, b"AVI ") {
        Kind::Avi
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        Kind::Tiff
    } else if at(0, b"BM") && at(6, b"\0\0\0\0") {
        Kind::Bmp
    } else if at(0, b"%PDF-") {
        Kind::Pdf
    } else if at(0, b"\x1A\x45\xDF\xA3") {
        let is_web = head.windows(4).any(|four| four == b"webm");
        if is_web { Kind::Webm } else { Kind::Mkv }
    } else if at(4, b"ftyp") {
        boxes::kind(head)
    } else if [b"moov", b"mdat", b"wide", b"free", b"skip"]
        .iter()
        .any(|word| at(4, *word))
    {
        Kind::Mov
    } else {
        Kind::Unknown
    }
}
