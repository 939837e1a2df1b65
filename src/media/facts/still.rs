//! Sizes of pictures, format by format, each from its first bytes.

use std::io::{Read, Seek};

use super::source::Source;

/// Width and height.
type Size = Option<(u32, u32)>;

/// Entries of a TIFF folder that are looked at.
const ENTRIES: u16 = 512;

/// Walks the segments of a JPEG to the one that tells the size; how the camera was held is told before it.
pub(super) fn jpeg<R: Read + Seek>(source: &mut Source<R>) -> Size {
    let (mut at, mut turned) = (2, false);
    loop {
        let [mark, kind, high, low] = source.at(at)?;
        if mark != 0xFF {
            return None;
        }
        match kind {
            // Filled up with marks.
            0xFF => at += 1,
            0x01 | 0xD0..=0xD8 => at += 2,
            0xC0..=0xCF if !matches!(kind, 0xC4 | 0xC8 | 0xCC) => {
                let [h1, h2, w1, w2] = source.at(at + 5)?;
                let size = (be16(w1, w2), be16(h1, h2));
                return Some(if turned { (size.1, size.0) } else { size });
            }
            // Pictures begin here, and nothing about them comes after.
            0xD9 | 0xDA => return None,
            _ => {
                if kind == 0xE1 && source.at(at + 4) == Some(*b"Exif\0\0") {
                    turned |= tiff(source, at + 10).is_turned();
                }
                at += 2 + u64::from(be16(high, low)).max(2);
            }
        }
    }
}

pub(super) fn png(head: &[u8]) -> Size {
    let is_header = head.get(12..16)? == b"IHDR";
    is_header.then_some((be32(head, 16)?, be32(head, 20)?))
}

pub(super) fn gif(head: &[u8]) -> Size {
    Some((le16(head, 6)?, le16(head, 8)?))
}

pub(super) fn webp(head: &[u8]) -> Size {
    match head.get(12..16)? {
        b"VP8 " if head.get(23..26)? == b"\x9D\x01\x2A" => {
            Some((le16(head, 26)? & 0x3FFF, le16(head, 28)? & 0x3FFF))
        }
        b"VP8L" if head.get(20)? == &0x2F => {
            let bits = le32(head, 21)?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        b"VP8X" => Some((le24(head, 24)? + 1, le24(head, 27)? + 1)),
        _ => None,
    }
}

pub(super) fn bmp(head: &[u8]) -> Size {
    if le32(head, 14)? == 12 {
        return Some((le16(head, 18)?, le16(head, 20)?));
    }
    // A negative height is counted from above.
    let side = |at| Some(le32(head, at)?.cast_signed().unsigned_abs());
    Some((side(18)?, side(22)?))
}

/// The size of an AVI, and its length in seconds.
pub(super) fn avi<R: Read + Seek>(source: &mut Source<R>) -> (Size, Option<u32>) {
    let Some(head) = source.at::<72>(0).filter(|it| &it[24..28] == b"avih") else {
        return (None, None);
    };
    let long = || {
        let (each, frames) = (le32(&head, 32)?, le32(&head, 48)?);
        let seconds = (u64::from(each) * u64::from(frames) + 500_000) / 1_000_000;
        u32::try_from(seconds).ok().filter(|it| *it > 0)
    };
    (le32(&head, 64).zip(le32(&head, 68)), long())
}

/// What the first folder of a TIFF tells; a JPEG carries such a folder about its camera.
#[derive(Debug, Default)]
pub(super) struct Tiff {
    width: Option<u32>,
    height: Option<u32>,
    held: u32,
}

impl Tiff {
    /// Whether the camera was held on its side.
    const fn is_turned(&self) -> bool {
        matches!(self.held, 5..=8)
    }

    /// As it is shown.
    pub(super) fn size(&self) -> Size {
        let size = self.width.zip(self.height);
        size.map(|(w, h)| if self.is_turned() { (h, w) } else { (w, h) })
    }
}

/// Reads the first folder of a TIFF that begins here.
pub(super) fn tiff<R: Read + Seek>(source: &mut Source<R>, start: u64) -> Tiff {
    let mut told = Tiff::default();
    // One that breaks off has told what stood before.
    folder(source, start, &mut told);
    told
}

fn folder<R: Read + Seek>(source: &mut Source<R>, start: u64, told: &mut Tiff) -> Option<()> {
    let head = source.at::<8>(start)?;
    let is_little = &head[..2] == b"II";
    let short = |it: [u8; 2]| {
        u32::from(if is_little {
            u16::from_le_bytes(it)
        } else {
            u16::from_be_bytes(it)
        })
    };
    let long = |it: [u8; 4]| {
        if is_little {
            u32::from_le_bytes(it)
        } else {
            u32::from_be_bytes(it)
        }
    };
    let [_, _, _, _, o1, o2, o3, o4] = head;
    let folder = start + u64::from(long([o1, o2, o3, o4]));
    let entries = short(source.at(folder)?).min(u32::from(ENTRIES));
    for nth in 0..u64::from(entries) {
        let [t1, t2, k1, k2, _, _, _, _, v1, v2, v3, v4] = source.at(folder + 2 + nth * 12)?;
        let value = if short([k1, k2]) == 3 {
            short([v1, v2])
        } else {
            long([v1, v2, v3, v4])
        };
        match short([t1, t2]) {
            256 => told.width = Some(value),
            257 => told.height = Some(value),
            274 => told.held = value,
            _ => {}
        }
    }
    Some(())
}

fn be16(high: u8, low: u8) -> u32 {
    u32::from(u16::from_be_bytes([high, low]))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

fn le16(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u32::from(u16::from_le_bytes(two)))
}

fn le24(bytes: &[u8], at: usize) -> Option<u32> {
    let three = bytes.get(at..at + 3)?;
    Some(u32::from_le_bytes([three[0], three[1], three[2], 0]))
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(four))
}
