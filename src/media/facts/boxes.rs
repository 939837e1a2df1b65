//! The boxes of MP4 and its kin: films of phones and cameras, and pictures of newer phones.

use std::io::{Read, Seek};

use super::source::Source;
use crate::domain::picture::Kind;

/// Width and height.
type Size = Option<(u32, u32)>;

/// A box: its four letters, and where its content begins and ends.
#[derive(Debug, Clone, Copy)]
struct Found {
    name: [u8; 4],
    from: u64,
    to: u64,
}

/// The kind that the brands of the first box stand for.
pub(super) fn kind(head: &[u8]) -> Kind {
    let end = head
        .first_chunk()
        .map_or(0, |four| u32::from_be_bytes(*four) as usize);
    let brands = head.get(8..end.min(head.len())).unwrap_or_default();
    let major = brands.first_chunk::<4>().copied().unwrap_or_default();
    // Behind the first brand and its version stand those it goes together with.
    let has =
        |brand: &[u8; 4]| major == *brand || brands.chunks(4).skip(2).any(|other| other == brand);
    if &major == b"qt  " {
        Kind::Mov
    } else if has(b"avif") || has(b"avis") {
        Kind::Avif
    } else if [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1",
    ]
    .contains(&&major)
    {
        Kind::Heic
    } else {
        Kind::Mp4
    }
}

/// The size of a film as it is shown, and its length in seconds.
pub(super) fn film<R: Read + Seek>(source: &mut Source<R>) -> (Size, Option<u32>) {
    let whole = Found {
        name: *b"file",
        from: 0,
        to: source.len(),
    };
    let Some(movie) = child(source, whole, *b"moov") else {
        return (None, None);
    };
    let seconds = child(source, movie, *b"mvhd").and_then(|it| seconds(source, it));
    let (mut at, mut size) = (movie.from, None);
    while let Some(track) = next(source, at, movie.to) {
        at = track.to;
        if &track.name == b"trak" {
            let head = child(source, track, *b"tkhd");
            // Sound has a track of no size.
            size = head.and_then(|it| shown(source, it)).or(size);
        }
    }
    (size, seconds)
}

/// The size of a picture in boxes: it is cut into tiles, and the largest size is that of the whole.
pub(super) fn still<R: Read + Seek>(source: &mut Source<R>) -> Size {
    let whole = Found {
        name: *b"file",
        from: 0,
        to: source.len(),
    };
    let meta = child(source, whole, *b"meta")?;
    // Its children stand behind a version.
    let inside = Found {
        from: meta.from + 4,
        ..meta
    };
    let about = child(source, inside, *b"iprp")?;
    let about = child(source, about, *b"ipco")?;
    let area = |(w, h): (u32, u32)| u64::from(w) * u64::from(h);
    let (mut at, mut size, mut turned) = (about.from, (0, 0), false);
    while let Some(one) = next(source, at, about.to) {
        at = one.to;
        match &one.name {
            b"ispe" => {
                let told = source.at(one.from + 4).map_or((0, 0), sides_of);
                if area(told) > area(size) {
                    size = told;
                }
            }
            b"irot" => turned |= source.at::<1>(one.from).is_some_and(|[by]| by % 2 == 1),
            _ => {}
        }
    }
    Some(if turned { (size.1, size.0) } else { size })
}

/// Two sides as they stand one after the other.
fn sides_of(bytes: [u8; 8]) -> (u32, u32) {
    let both = u64::from_be_bytes(bytes);
    ((both >> 32) as u32, both as u32)
}

/// The first box of this name within another.
fn child<R: Read + Seek>(source: &mut Source<R>, within: Found, name: [u8; 4]) -> Option<Found> {
    let mut at = within.from;
    loop {
        let found = next(source, at, within.to)?;
        if found.name == name {
            return Some(found);
        }
        at = found.to;
    }
}

/// The box that begins here; none where it would be longer than what is around it.
fn next<R: Read + Seek>(source: &mut Source<R>, at: u64, to: u64) -> Option<Found> {
    if at + 8 > to {
        return None;
    }
    let [s1, s2, s3, s4, n1, n2, n3, n4] = source.at(at)?;
    let (head, long) = match u32::from_be_bytes([s1, s2, s3, s4]) {
        0 => (8, to - at),
        1 => (16, u64::from_be_bytes(source.at(at + 8)?)),
        long => (8, u64::from(long)),
    };
    (long >= head && long <= to - at).then(|| Found {
        name: [n1, n2, n3, n4],
        from: at + head,
        to: at + long,
    })
}

/// The length that the head of a film tells.
fn seconds<R: Read + Seek>(source: &mut Source<R>, head: Found) -> Option<u32> {
    let [version] = source.at(head.from)?;
    let (beats, long) = if version == 1 {
        let beats = u32::from_be_bytes(source.at(head.from + 20)?);
        (beats, u64::from_be_bytes(source.at(head.from + 24)?))
    } else {
        let beats = u32::from_be_bytes(source.at(head.from + 12)?);
        let long = u32::from_be_bytes(source.at(head.from + 16)?);
        (beats, u64::from(long))
    };
    let is_told = beats > 0 && long > 0 && long < u64::from(u32::MAX);
    let nearest = long
        .checked_add(u64::from(beats / 2))?
        .checked_div(beats.into())?;
    u32::try_from(nearest).ok().filter(|_| is_told)
}

/// The size that the head of a track tells, turned as it is shown.
fn shown<R: Read + Seek>(source: &mut Source<R>, head: Found) -> Size {
    let [version] = source.at(head.from)?;
    // Times are twice as long in the newer head.
    let turn = head.from + if version == 1 { 52 } else { 40 };
    let (width, height) = sides_of(source.at(turn + 36)?);
    let (width, height) = (width >> 16, height >> 16);
    let first = u32::from_be_bytes(source.at(turn)?);
    let second = u32::from_be_bytes(source.at(turn + 4)?);
    let is_turned = first == 0 && second != 0;
    let size = if is_turned {
        (height, width)
    } else {
        (width, height)
    };
    (width > 0 && height > 0).then_some(size)
}
