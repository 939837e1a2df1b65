//! Bytes become UTF-8: what the file proves about its encoding, or what is said by hand. What cannot be read stays a
//! byte that is no UTF-8, so that its own row is refused and no letter is made up.

use std::{borrow::Cow, fmt, str::FromStr};

use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use serde::{Serialize, Serializer};
use thiserror::Error;

use super::reason::{Reason, quoted};

/// How letters are written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// What nearly every file is in.
    pub const UTF_8: Encoding = Encoding(UTF_8);

    /// The usual name: "UTF-8", "windows-1251".
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// No encoding is called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no encoding is called `{0}`")]
pub struct NoEncoding(String);

impl FromStr for Encoding {
    type Err = NoEncoding;

    fn from_str(said: &str) -> Result<Self, NoEncoding> {
        encoding_rs::Encoding::for_label_no_replacement(said.trim().as_bytes())
            .map(Encoding)
            .ok_or_else(|| NoEncoding(quoted(said)))
    }
}

/// The file's text in UTF-8, and what it was in. A mark at the beginning is proof and wins over what is said by hand.
pub(super) fn decode(
    bytes: &[u8],
    said: Option<Encoding>,
) -> Result<(Cow<'_, [u8]>, Encoding), Reason> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            let found = "UTF-32".to_owned();
            return Err(Reason::Encoding { found });
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => return Ok((Cow::Borrowed(rest), Encoding::UTF_8)),
        [0xFF, 0xFE, rest @ ..] => return Ok(in_utf8(rest, UTF_16LE)),
        [0xFE, 0xFF, rest @ ..] => return Ok(in_utf8(rest, UTF_16BE)),
        _ => {}
    }
    Ok(match said {
        Some(Encoding(encoding)) => in_utf8(bytes, encoding),
        None => in_utf8(bytes, likeliest(bytes)),
    })
}

fn in_utf8<'a>(
    bytes: &'a [u8],
    encoding: &'static encoding_rs::Encoding,
) -> (Cow<'a, [u8]>, Encoding) {
    let text = if encoding == UTF_8 {
        Cow::Borrowed(bytes)
    } else {
        Cow::Owned(converted(bytes, encoding))
    };
    (text, Encoding(encoding))
}

/// A byte that UTF-8 never has: it stands where nothing could be read.
const UNREADABLE: u8 = 0xFF;

fn converted(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = Vec::with_capacity(bytes.len() + bytes.len() / 2);
    let mut piece = [0; 8 << 10];
    let mut rest = bytes;
    loop {
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(rest, &mut piece, true);
        text.extend_from_slice(piece.get(..written).unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return text,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => text.push(UNREADABLE),
        }
    }
}

/// What the bytes themselves show: UTF-16 by its zeros, windows-1251 by Russian words that are no UTF-8, else UTF-8.
fn likeliest(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if let Some(wide) = unmarked_utf16(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_err() && is_russian(bytes) {
        return WINDOWS_1251;
    }
    UTF_8
}

/// How many bytes are looked at to tell an encoding.
const NEAR: usize = 64 << 10;

/// UTF-16 that lost its mark: there are zeros, as no text in UTF-8 has them, and nearly every unit is a letter, a sign or
/// a space in one byte order and clearly fewer are in the other.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let near = bytes.get(..NEAR).unwrap_or(bytes);
    if near.len() < 4 || !bytes.len().is_multiple_of(2) || !near.contains(&0) {
        return None;
    }
    let units = near.len() / 2;
    let usual = |order: fn([u8; 2]) -> u16| {
        let pairs = near.chunks_exact(2).filter_map(|it| it.try_into().ok());
        pairs.map(order).filter(|unit| is_usual(*unit)).count()
    };
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let clear = |one: usize, other: usize| one * 20 >= units * 19 && other * 2 <= units;
    if clear(little, big) {
        Some(UTF_16LE)
    } else if clear(big, little) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a unit of UTF-16 is one that plans in our languages are made of.
fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x24F | 0x300..=0x36F | 0x400..=0x4FF | 0x10A0..=0x10FF
        | 0x1E00..=0x1EFF | 0x2010..=0x203F | 0x20A0..=0x21FF | 0x2600..=0x27BF | 0xD800..=0xDFFF | 0xFE0F)
}

/// Whether bytes that are no UTF-8 read as Russian words in windows-1251: letters in runs, and hardly anything that
/// would be a whole letter of UTF-8. A damaged file of UTF-8 and a lone é of Western Europe are neither.
fn is_russian(bytes: &[u8]) -> bool {
    let near = bytes.get(..NEAR).unwrap_or(bytes);
    // A file whose first Russian word comes late is judged where it comes.
    let start = bytes.iter().position(|b| *b >= 0x80).unwrap_or(0);
    let near = if start >= near.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        rest.get(..NEAR).unwrap_or(rest)
    } else {
        near
    };
    let letter = |b: u8| matches!(b, 0xC0..=0xFF | 0xA8 | 0xB8);
    let high = near.iter().filter(|b| **b >= 0x80).count();
    let letters = near.iter().filter(|b| letter(**b)).count();
    let paired = near
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if letter(*a) && letter(*b)))
        .count();
    let whole = near
        .windows(2)
        .filter(|pair| matches!(pair, [0xC2..=0xDF | 0xE1, 0x80..=0xBF]))
        .count();
    letters >= 4 && letters * 10 >= high * 8 && paired * 2 >= letters && whole * 10 <= letters
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "дата;текст\n01.12.2026;Ржаной хлеб — с утра\n";

    fn told(bytes: &[u8]) -> (String, &'static str) {
        let (text, encoding) = decode(bytes, None).unwrap();
        (String::from_utf8_lossy(&text).into_owned(), encoding.name())
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_a_spreadsheet_saves_is_seen() {
        let text = RUSSIAN.to_owned();
        let marked = format!("\u{feff}{text}");
        for (bytes, name) in [
            (text.clone().into_bytes(), "UTF-8"),
            (marked.clone().into_bytes(), "UTF-8"),
            (utf16(&marked, u16::to_le_bytes), "UTF-16LE"),
            (utf16(&marked, u16::to_be_bytes), "UTF-16BE"),
            (utf16(&text, u16::to_le_bytes), "UTF-16LE"),
            (utf16(&text, u16::to_be_bytes), "UTF-16BE"),
            (WINDOWS_1251.encode(&text).0.into_owned(), "windows-1251"),
        ] {
            assert_eq!(told(&bytes), (text.clone(), name));
        }
        for other in ["date,text\n2026-12-01,a\n", "ngày;chữ\n", "თარიღი,ტექსტი\n"]
        {
            assert_eq!(told(other.as_bytes()).1, "UTF-8");
            for order in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
                let (read, name) = told(&utf16(other, order));
                assert!(read == *other && name.starts_with("UTF-16"), "{other}");
            }
        }
    }

    #[test]
    fn what_proves_nothing_stays_utf8_and_its_bytes_stay_broken() {
        for bytes in [
            &b"a,b\n1,caf\xe9\n"[..],
            b"a,b\n1,\xff\xfe\n",
            "Ржаной хлеб \u{fffd}".as_bytes().split_last().unwrap().1,
            b"\0\0\0\0\x01\x02\x03\x04",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0",
        ] {
            let (text, encoding) = decode(bytes, None).unwrap();
            assert_eq!((text.as_ref(), encoding.name()), (bytes, "UTF-8"));
        }
    }

    #[test]
    fn an_encoding_said_by_hand_is_obeyed_and_a_mark_is_stronger() {
        let vietnamese: Encoding = "windows-1258".parse().unwrap();
        let (text, _) = decode(b"ng\xe0y", Some(vietnamese)).unwrap();
        assert_eq!(text.as_ref(), "ngày".as_bytes());
        let koi: Encoding = "KOI8-R".parse().unwrap();
        let (text, _) = decode(b"\xc4\xc1\xd4\xc1", Some(koi)).unwrap();
        assert_eq!(text.as_ref(), "дата".as_bytes());
        let marked = "\u{feff}дата".as_bytes();
        assert_eq!(decode(marked, Some(koi)).unwrap().1, Encoding::UTF_8);
        assert!("klingon".parse::<Encoding>().is_err());
        assert!("replacement".parse::<Encoding>().is_err());
    }

    #[test]
    fn what_an_encoding_has_no_letter_for_is_not_replaced() {
        let halves = [0x41, 0x00, 0x3D, 0xD8, 0x42, 0x00];
        let marked = [&[0xFF, 0xFE][..], &halves].concat();
        assert_eq!(decode(&marked, None).unwrap().0.as_ref(), b"A\xFFB");
        let odd = [0xFF, 0xFE, 0x41, 0x00, 0x42];
        assert_eq!(decode(&odd, None).unwrap().0.as_ref(), b"A\xFF");
        assert_eq!(
            decode(b"\xFF\xFE\0\0d\0\0\0", None).unwrap_err().code(),
            "encoding"
        );
    }
}
