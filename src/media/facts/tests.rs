//! Files made byte by byte: true ones, broken ones, and ones that lie.

use std::io::Cursor;

use proptest::prelude::*;

use super::{kind, of};
use crate::domain::picture::{Facts, Kind};

fn told(bytes: &[u8]) -> Facts {
    of(Cursor::new(bytes), bytes.len() as u64)
}

fn facts(kind: Kind, size: (u32, u32), seconds: Option<u32>) -> Facts {
    Facts {
        kind,
        size: Some(size),
        seconds,
    }
}

/// A JPEG of this size, held like this, with a fat segment before what matters.
fn jpeg(width: u16, height: u16, held: Option<u8>) -> Vec<u8> {
    let mut bytes = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    if let Some(held) = held {
        let exif = [
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01".as_slice(),
            &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0],
        ]
        .concat();
        bytes.extend([0xFF, 0xE1, 0, exif.len() as u8 + 2]);
        bytes.extend(exif);
    }
    bytes.extend([0xFF, 0xE2, 0xFF, 0xFF]);
    bytes.extend(vec![0xFF; 0xFFFD]);
    bytes.extend([0xFF, 0xFF, 0xC2, 0, 17, 8]);
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([3; 12]);
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
    bytes
}

fn gif(width: u16, height: u16) -> Vec<u8> {
    let sides = [width.to_le_bytes(), height.to_le_bytes()].concat();
    [b"GIF89a".as_slice(), &sides, &[0; 3]].concat()
}

fn webp(chunk: [u8; 4], body: &[u8]) -> Vec<u8> {
    let long = (body.len() as u32).to_le_bytes();
    [b"RIFF\0\0\0\0WEBP".as_slice(), &chunk, &long, body].concat()
}

fn boxed(name: [u8; 4], parts: &[Vec<u8>]) -> Vec<u8> {
    let inside = parts.concat();
    let long = (inside.len() as u32 + 8).to_be_bytes();
    [long.as_slice(), &name, &inside].concat()
}

/// A film of this length, with its head behind the pictures as cameras write it.
fn film(brand: [u8; 4], tenths: u32, size: (u32, u32), is_turned: bool) -> Vec<u8> {
    let be = |it: u32| it.to_be_bytes().to_vec();
    let head = [vec![0; 12], be(10), be(tenths), vec![0; 80]];
    let turn: [u32; 9] = if is_turned {
        [0, 0x1_0000, 0, 0xFFFF_0000, 0, 0, 0, 0, 0x4000_0000]
    } else {
        [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000]
    };
    let turn: Vec<u8> = turn.iter().flat_map(|it| it.to_be_bytes()).collect();
    let seen = [
        vec![0; 40],
        turn.clone(),
        be(size.0 << 16),
        be(size.1 << 16),
    ];
    let heard = [vec![0; 40], turn, be(0), be(0)];
    let movie = boxed(
        *b"moov",
        &[
            boxed(*b"mvhd", &head),
            boxed(*b"trak", &[boxed(*b"tkhd", &heard)]),
            boxed(*b"trak", &[boxed(*b"tkhd", &seen)]),
        ],
    );
    [
        boxed(*b"ftyp", &[brand.to_vec(), be(0), b"isom".to_vec()]),
        boxed(*b"mdat", &[vec![7; 100]]),
        movie,
    ]
    .concat()
}

/// A phone's photo: tiles, and the whole of them.
fn heic(brand: [u8; 4], size: (u32, u32), turns: u8) -> Vec<u8> {
    let be = |it: u32| it.to_be_bytes().to_vec();
    let sized = |w, h| boxed(*b"ispe", &[be(0), be(w), be(h)]);
    let about = boxed(
        *b"ipco",
        &[
            sized(512, 512),
            sized(size.0, size.1),
            boxed(*b"irot", &[vec![turns]]),
        ],
    );
    [
        boxed(*b"ftyp", &[brand.to_vec(), be(0), b"mif1".to_vec()]),
        boxed(*b"meta", &[be(0), boxed(*b"iprp", &[about])]),
    ]
    .concat()
}

fn tiff(width: u16, height: u16) -> Vec<u8> {
    let entry = |tag: u16, value: u16| {
        let mut entry = [tag.to_le_bytes(), 3u16.to_le_bytes()].concat();
        entry.extend(1u32.to_le_bytes());
        entry.extend(u32::from(value).to_le_bytes());
        entry
    };
    [
        b"II*\0\x08\0\0\0\x02\0".to_vec(),
        entry(256, width),
        entry(257, height),
    ]
    .concat()
}

fn bmp(width: i32, height: i32) -> Vec<u8> {
    let sides = [width.to_le_bytes(), height.to_le_bytes()].concat();
    [
        b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".as_slice(),
        &sides,
    ]
    .concat()
}

fn avi(width: u32, height: u32, frames: u32) -> Vec<u8> {
    let le = |it: u32| it.to_le_bytes();
    [
        b"RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih\x38\0\0\0".as_slice(),
        &le(40_000),
        &[0; 12],
        &le(frames),
        &[0; 12],
        &le(width),
        &le(height),
    ]
    .concat()
}

/// One of each, with what it tells.
fn all() -> Vec<(Vec<u8>, Facts)> {
    vec![
        (
            jpeg(4032, 3024, None),
            facts(Kind::Jpeg, (4032, 3024), None),
        ),
        (
            jpeg(4032, 3024, Some(1)),
            facts(Kind::Jpeg, (4032, 3024), None),
        ),
        (
            jpeg(4032, 3024, Some(6)),
            facts(Kind::Jpeg, (3024, 4032), None),
        ),
        (
            jpeg(65_535, 65_535, None),
            facts(Kind::Jpeg, (65_535, 65_535), None),
        ),
        (png(1200, 630), facts(Kind::Png, (1200, 630), None)),
        (gif(320, 240), facts(Kind::Gif, (320, 240), None)),
        (
            webp(*b"VP8 ", b"\0\0\0\x9D\x01\x2A\x80\x02\xE0\x41"),
            facts(Kind::Webp, (640, 480), None),
        ),
        (
            webp(*b"VP8L", &[0x2F, 0x7F, 0xC2, 0x77, 0]),
            facts(Kind::Webp, (640, 480), None),
        ),
        (
            webp(*b"VP8X", &[0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]),
            facts(Kind::Webp, (640, 480), None),
        ),
        (
            heic(*b"heic", (4032, 3024), 0),
            facts(Kind::Heic, (4032, 3024), None),
        ),
        (
            heic(*b"heic", (4032, 3024), 3),
            facts(Kind::Heic, (3024, 4032), None),
        ),
        (
            heic(*b"avif", (800, 600), 2),
            facts(Kind::Avif, (800, 600), None),
        ),
        (bmp(640, -480), facts(Kind::Bmp, (640, 480), None)),
        (tiff(2480, 3508), facts(Kind::Tiff, (2480, 3508), None)),
        (
            film(*b"isom", 1_406, (1920, 1080), false),
            facts(Kind::Mp4, (1920, 1080), Some(141)),
        ),
        (
            film(*b"qt  ", 93, (1920, 1080), true),
            facts(Kind::Mov, (1080, 1920), Some(9)),
        ),
        (avi(640, 360, 250), facts(Kind::Avi, (640, 360), Some(10))),
    ]
}

#[test]
fn every_kind_tells_its_size_and_a_film_its_length() {
    for (bytes, wanted) in all() {
        assert_eq!(told(&bytes), wanted);
    }
    for (head, wanted) in [
        (
            b"\x1A\x45\xDF\xA3\x01\x42\x82\x84webm".as_slice(),
            Kind::Webm,
        ),
        (b"\x1A\x45\xDF\xA3\x01\x42\x82\x88matroska", Kind::Mkv),
        (b"%PDF-1.7\n", Kind::Pdf),
        (b"\0\0\0\x08wide\0\0\0\0mdat", Kind::Mov),
        (b"<svg xmlns=", Kind::Unknown),
        (b"BM stands for nothing", Kind::Unknown),
        (b"", Kind::Unknown),
    ] {
        assert_eq!((kind(head), told(head).kind), (wanted, wanted));
    }
}

#[test]
fn a_file_that_breaks_off_tells_its_kind_and_no_size_it_does_not_have() {
    for (bytes, wanted) in all() {
        for cut in 0..bytes.len().min(200) {
            let told = told(&bytes[..cut]);
            assert!(
                told.size.is_none_or(|size| Some(size) == wanted.size),
                "{cut}: {told:?}"
            );
        }
    }
    assert_eq!(told(&jpeg(10, 10, None)[..40]).kind, Kind::Jpeg);
}

#[test]
fn sides_of_nothing_and_sides_without_end_are_no_size() {
    for bytes in [
        png(0, 100),
        png(u32::MAX, 1),
        gif(0, 0),
        jpeg(100, 0, None),
        bmp(i32::MIN, 5),
        heic(*b"heic", (0, 0), 0),
    ] {
        let size = told(&bytes).size;
        assert!(size.is_none_or(|size| size == (512, 512)), "{size:?}");
    }
}

#[test]
fn boxes_that_lie_about_their_length_do_not_keep_anybody() {
    let small = boxed(*b"ftyp", &[b"isom\0\0\0\0".to_vec()]);
    for long in [0u32, 1, 2, 7, 8, u32::MAX] {
        let lie = [small.as_slice(), &long.to_be_bytes(), b"moov", &[0; 64]].concat();
        assert_eq!(told(&lie).size, None);
    }
    // Empty boxes without end: reading stops, however long the file says it is.
    let many = [small, b"\0\0\0\x08free".repeat(100_000)].concat();
    assert_eq!(told(&many).kind, Kind::Mp4);
    assert_eq!(of(Cursor::new(&many), u64::MAX).seconds, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn nothing_that_was_changed_in_a_head_stops_the_reader(
        which in 0usize..17,
        changes in prop::collection::vec((0usize..400, any::<u8>()), 1..8),
        cut in 0usize..500,
        claimed in prop::option::of(any::<u64>()),
    ) {
        let (mut bytes, _) = all().swap_remove(which);
        let len = bytes.len();
        for (at, to) in changes {
            // The head and the tail are where the truth stands.
            let at = if at % 2 == 0 { at / 2 } else { len.saturating_sub(at / 2 + 1) };
            if let Some(byte) = bytes.get_mut(at) {
                *byte = to;
            }
        }
        bytes.truncate(len.saturating_sub(cut % len));
        let told = of(Cursor::new(&bytes), claimed.unwrap_or(bytes.len() as u64));
        prop_assert!(told.size.is_none_or(|(w, h)| w > 0 && h > 0));
    }
}
