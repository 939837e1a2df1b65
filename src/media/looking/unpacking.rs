//! The looking side, in the other process: unpacks one file within limits, makes it small, and turns it as it was held.

use std::fs::File;
use std::io::{BufReader, ErrorKind};
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use rustix::process::{Resource, Rlimit, setrlimit};

use super::Unseen;
use crate::domain::picture::Pixels;

/// The heaviest file that is looked at.
const MOST_BYTES: u64 = 64 << 20;

/// The longest side: what cameras and phones make is a quarter of it.
const LONGEST: u32 = 32_768;

/// The most bytes that one picture may take unpacked: eighty million pixels of a photo.
const MOST_UNPACKED: u64 = 256 << 20;

/// All memory that the process may ask for, unpacking included.
const MOST_MEMORY: u64 = 1 << 30;

/// The most seconds that it may compute.
const MOST_SECONDS: u64 = 10;

/// What is behind a picture that one can see through.
const GROUND: u32 = 0x80;

/// From here on the process can take no more than this, whatever a file makes it do. A system that knows no such limits is
/// left with those of unpacking.
pub(super) fn hold_back() {
    for (what, most) in [
        (Resource::As, MOST_MEMORY),
        (Resource::Cpu, MOST_SECONDS),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ] {
        let most = Some(most);
        setrlimit(
            what,
            Rlimit {
                current: most,
                maximum: most,
            },
        )
        .unwrap_or_default();
    }
}

/// The picture in this file, made this large.
pub(super) fn look(file: &Path, size: (u16, u16)) -> Result<Pixels, Unseen> {
    look_within(MOST_UNPACKED, file, size)
}

/// The same where a picture may take no more than so many bytes unpacked.
fn look_within(most: u64, file: &Path, (width, height): (u16, u16)) -> Result<Pixels, Unseen> {
    let file = File::open(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Unseen::Gone,
        _ => Unseen::Broken,
    })?;
    let facts = file.metadata().map_err(|_| Unseen::Broken)?;
    if !facts.is_file() || width == 0 || height == 0 {
        return Err(Unseen::Broken);
    }
    if facts.len() > MOST_BYTES {
        return Err(Unseen::TooLarge);
    }
    let (image, orientation) = unpack(file, most).map_err(|error| match error {
        ImageError::Limits(_) => Unseen::TooLarge,
        _ => Unseen::Broken,
    })?;
    let small = turned(&image, orientation, (u32::from(width), u32::from(height)));
    drop(image);
    let rgb = small
        .to_rgba8()
        .pixels()
        .flat_map(|it| flat(it.0))
        .collect();
    Pixels::new(width, height, rgb).ok_or(Unseen::Broken)
}

/// What its bytes are is told by the bytes, never by a name.
fn unpack(file: File, most: u64) -> Result<(DynamicImage, Orientation), ImageError> {
    let mut reader = ImageReader::new(BufReader::new(file)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(most);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let orientation = decoder.orientation()?;
    Ok((DynamicImage::from_decoder(decoder)?, orientation))
}

/// Made small before it is turned: the small one turns in no time.
fn turned(
    image: &DynamicImage,
    orientation: Orientation,
    (width, height): (u32, u32),
) -> DynamicImage {
    let lies = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) = if lies {
        (height, width)
    } else {
        (width, height)
    };
    let mut small = image.thumbnail_exact(width, height);
    small.apply_orientation(orientation);
    small
}

/// One pixel over the ground.
fn flat([red, green, blue, solid]: [u8; 4]) -> [u8; 3] {
    let solid = u32::from(solid);
    [red, green, blue]
        .map(|shade| ((u32::from(shade) * solid + GROUND * (255 - solid)) / 255) as u8)
}

#[cfg(test)]
mod tests;
