//! A picture for those of the demo: a real PNG of a few hundred bytes, its two colours and its disc following from a word.

use sha2::{Digest, Sha256};

const WIDTH: u32 = 48;
const HEIGHT: u32 = 32;

/// A small picture; the same word gives the same bytes.
pub(super) fn png(word: &str) -> Vec<u8> {
    let chance = Sha256::digest(word.as_bytes());
    let (ground, figure) = (
        [chance[0] | 0x80, chance[1] | 0x80, chance[2] | 0x80],
        &chance[3..6],
    );
    let mut header = Vec::new();
    header.extend(WIDTH.to_be_bytes());
    header.extend(HEIGHT.to_be_bytes());
    header.extend([1, 3, 0, 0, 0]); // one bit for a pixel, out of a palette, nothing interlaced
    let mut palette = ground.to_vec();
    palette.extend(figure.iter().map(|shade| shade & 0x7F));
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"PLTE", &palette);
    chunk(&mut file, *b"IDAT", &zlib(&rows(i32::from(chance[6]))));
    chunk(&mut file, *b"IEND", &[]);
    file
}

/// Rows of bits, each after a zero that says "not filtered": a disc whose place and size follow from one number.
fn rows(chance: i32) -> Vec<u8> {
    let (across, down, radius) = (12 + chance % 24, 10 + chance % 12, 6 + chance % 7);
    let inside = |x: i32, y: i32| (x - across).pow(2) + (y - down).pow(2) <= radius.pow(2);
    let mut bytes = Vec::new();
    for y in 0..HEIGHT.cast_signed() {
        bytes.push(0);
        for x in (0..WIDTH.cast_signed()).step_by(8) {
            bytes.push((0..8).fold(0, |byte, bit| byte << 1 | u8::from(inside(x + bit, y))));
        }
    }
    bytes
}

/// A zlib stream of one stored block (RFC 1950, RFC 1951 §3.2.4): a picture this small need not be packed.
fn zlib(bytes: &[u8]) -> Vec<u8> {
    let [low, high, ..] = bytes.len().to_le_bytes();
    let mut stream = vec![0x78, 0x01, 0x01, low, high, !low, !high];
    stream.extend(bytes);
    stream.extend(adler32(bytes).to_be_bytes());
    stream
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    file.extend((body.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend(kind);
    file.extend(body);
    let sum = crc32(&file[start..]);
    file.extend(sum.to_be_bytes());
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

/// The checksum of zlib streams (RFC 1950 §8.2).
fn adler32(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksums_are_the_published_ones() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"IEND"), 0xAE42_6082);
        assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
    }

    #[test]
    fn a_picture_is_a_png_of_its_own() {
        let picture = png("kolos 0");
        assert!(
            picture.starts_with(b"\x89PNG\r\n\x1a\n") && picture.ends_with(b"IEND\xAE\x42\x60\x82")
        );
        assert!(picture.len() < 400, "{}", picture.len());
        assert_eq!(picture, png("kolos 0"));
        assert_ne!(picture, png("kolos 1"));
    }
}
