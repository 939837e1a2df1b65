//! Real pictures come out as they are, and those that lie, break off or swell come out as one word.

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};

use super::*;

/// Red above, blue below, and the last column half transparent.
fn flag() -> DynamicImage {
    DynamicImage::ImageRgba8(RgbaImage::from_fn(8, 8, |x, y| match (x, y < 4) {
        (7, _) => Rgba([255, 255, 255, 128]),
        (_, true) => Rgba([255, 0, 0, 255]),
        (_, false) => Rgba([0, 0, 255, 255]),
    }))
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// What is seen of a file with these bytes.
fn seen(bytes: &[u8], size: (u16, u16)) -> Result<Pixels, Unseen> {
    let folder = tempfile::tempdir().unwrap();
    // The name says nothing, and lies.
    let file = folder.path().join("a\u{1b}[31m.exe");
    fs::write(&file, bytes).unwrap();
    look(&file, size)
}

#[test]
fn every_kind_that_is_unpacked_keeps_its_colours_and_takes_the_size_asked_for() {
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let pixels = seen(&written(&flag(), format), (8, 8)).unwrap();
        assert_eq!(pixels.at(0, 0), Some([255, 0, 0]), "{format:?}");
        assert_eq!(pixels.at(3, 7), Some([0, 0, 255]), "{format:?}");
    }
    let through = seen(&written(&flag(), ImageFormat::Png), (8, 8)).unwrap();
    assert_eq!(through.at(7, 0), Some([191, 191, 191]));
    let small = seen(&written(&flag(), ImageFormat::Png), (4, 2)).unwrap();
    assert_eq!((small.width(), small.height()), (4, 2));
    assert_eq!(
        (small.at(0, 0), small.at(0, 1)),
        (Some([255, 0, 0]), Some([0, 0, 255]))
    );
    assert_eq!(
        seen(&written(&flag(), ImageFormat::Png), (0, 2)),
        Err(Unseen::Broken)
    );
}

#[test]
fn a_photo_is_turned_as_it_was_held() {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    // Orientation 6: the camera was held on its right side.
    let mut turned = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0".to_vec();
    turned.extend([0; 4]);
    encoder.set_exif_metadata(turned).unwrap();
    let flag = RgbaImage::from_fn(16, 8, |_, y| {
        if y < 4 {
            Rgba([250, 0, 0, 255])
        } else {
            Rgba([0, 0, 250, 255])
        }
    });
    let rgb = DynamicImage::ImageRgba8(flag).to_rgb8();
    encoder
        .write_image(rgb.as_raw(), 16, 8, ExtendedColorType::Rgb8)
        .unwrap();
    let pixels = seen(&bytes, (4, 8)).unwrap();
    let (left, right) = (pixels.at(0, 4).unwrap(), pixels.at(3, 4).unwrap());
    assert!(left[2] > 200 && left[0] < 60, "{left:?}");
    assert!(right[0] > 200 && right[2] < 60, "{right:?}");
}

/// The beginning of a PNG that claims this size.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = written(&flag(), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    bytes
}

/// The checksum of PNG chunks (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| {
        if crc & 1 == 1 {
            crc >> 1 ^ 0xEDB8_8320
        } else {
            crc >> 1
        }
    };
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc))
    })
}

#[test]
fn what_lies_breaks_off_or_swells_is_refused_in_one_word() {
    let whole = written(&flag(), ImageFormat::Png);
    assert_eq!(seen(b"", (4, 4)), Err(Unseen::Broken));
    assert_eq!(
        seen(b"\x1b]0;pwned\x07 not a picture at all", (4, 4)),
        Err(Unseen::Broken)
    );
    assert_eq!(seen(&whole[..whole.len() / 2], (4, 4)), Err(Unseen::Broken));
    for (width, height) in [
        (u32::MAX >> 1, u32::MAX >> 1),
        (40_000, 1),
        (1, 40_000),
        (30_000, 30_000),
    ] {
        assert_eq!(
            seen(&claims(width, height), (4, 4)),
            Err(Unseen::TooLarge),
            "{width}×{height}"
        );
    }
    // Claims more than it brings, though not too much.
    assert_eq!(seen(&claims(2_000, 2_000), (4, 4)), Err(Unseen::Broken));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(look(folder.path(), (4, 4)), Err(Unseen::Broken));
    assert_eq!(look(&folder.path().join("gone"), (4, 4)), Err(Unseen::Gone));
    let heavy = folder.path().join("heavy");
    fs::File::create(&heavy)
        .unwrap()
        .set_len(MOST_BYTES + 1)
        .unwrap();
    assert_eq!(look(&heavy, (4, 4)), Err(Unseen::TooLarge));
}

#[test]
fn no_file_that_was_damaged_anywhere_makes_looking_break_down() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("damaged");
    for format in [
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Gif,
        ImageFormat::Jpeg,
    ] {
        let image = DynamicImage::ImageRgb8(flag().to_rgb8());
        let whole = written(&image, format);
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x55;
            fs::write(&file, damaged).unwrap();
            // Seen or refused: whichever, it comes back.
            let seen = look_within(1 << 16, &file, (4, 4));
            assert!(
                seen.is_ok() || seen.is_err_and(|it| it != Unseen::Gone),
                "{format:?} {at}"
            );
        }
    }
}
