//! Which pictures lie inside the page: those we know by their first bytes, as long as the file stays fit to be sent.

use crate::domain::packet::Picture;

/// The heaviest picture that is put into a page, in bytes.
pub(super) const HEAVIEST: u64 = 8 * 1024 * 1024;

/// What all pictures of a page may weigh together.
pub(super) const ALL: u64 = 25 * 1024 * 1024;

/// How much room is left in a page.
pub(super) struct Album {
    left: u64,
}

impl Album {
    /// An empty one.
    pub(super) const fn new() -> Self {
        Self { left: ALL }
    }

    /// The bytes of a picture with their type, when they may lie inside the page. What is known to be too heavy is not
    /// even asked for.
    pub(super) fn take(
        &mut self,
        picture: &Picture,
        pictures: &mut impl FnMut(&Picture) -> Option<Vec<u8>>,
    ) -> Option<(&'static str, Vec<u8>)> {
        let fits = |bytes: u64| bytes <= HEAVIEST.min(self.left);
        if !fits(picture.bytes) {
            return None;
        }
        let bytes = pictures(picture)?;
        let weight = bytes.len() as u64;
        let kind = kind(&bytes)?;
        if !fits(weight) {
            return None;
        }
        self.left -= weight;
        Some((kind, bytes))
    }
}

/// The type of a picture by its first bytes, whatever its name says. A drawing that could hold a script (SVG) is none.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
        _ if is_webp => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(bytes: u64) -> Picture {
        Picture {
            name: "a.svg".to_owned(),
            alt: String::new(),
            is_cover: false,
            hash: String::new(),
            bytes,
        }
    }

    fn gif(bytes: u64) -> Vec<u8> {
        let mut gif = b"GIF89a".to_vec();
        gif.resize(bytes as usize, 0);
        gif
    }

    #[test]
    fn a_picture_is_known_by_its_bytes_and_never_by_its_name() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0...."), Some("image/jpeg"));
        assert_eq!(kind(b"GIF87a"), Some("image/gif"));
        assert_eq!(kind(b"RIFF\x10\0\0\0WEBPVP8 "), Some("image/webp"));
        for other in [
            &b""[..],
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'>",
            b"<?xml version='1.0'?><svg/>",
            b"\x00\x00\x00\x18ftypmp42",
            b"RIFF\x10\0\0\0AVI LIST",
            b"%PDF-1.7",
            b"<html>",
        ] {
            assert_eq!(kind(other), None);
        }
    }

    #[test]
    fn what_is_too_heavy_is_not_even_asked_for() {
        let mut album = Album::new();
        let mut asked = 0;
        let mut hand = |picture: &Picture| {
            asked += 1;
            Some(gif(picture.bytes))
        };
        assert!(album.take(&picture(HEAVIEST + 1), &mut hand).is_none());
        assert!(album.take(&picture(u64::MAX), &mut hand).is_none());
        assert!(album.take(&picture(HEAVIEST), &mut hand).is_some());
        assert_eq!(asked, 1);
    }

    #[test]
    fn a_picture_that_grew_meanwhile_is_left_out() {
        let mut album = Album::new();
        assert!(
            album
                .take(&picture(6), &mut |_| Some(gif(HEAVIEST + 1)))
                .is_none()
        );
        assert!(album.take(&picture(6), &mut |_| None).is_none());
    }

    #[test]
    fn all_together_stay_under_their_weight() {
        let mut album = Album::new();
        let taken = (0..5).filter(|_| {
            let bytes = album.take(&picture(HEAVIEST), &mut |it| Some(gif(it.bytes)));
            bytes.is_some()
        });
        assert_eq!(taken.count() as u64, ALL / HEAVIEST);
        assert!(album.take(&picture(9), &mut |_| Some(gif(9))).is_some());
    }
}
