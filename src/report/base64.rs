//! Bytes as text, for what must lie inside a page (RFC 4648).

use std::io::{self, Write};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Triples written at once: a picture is never held a second time as letters.
const AT_ONCE: usize = 1024;

/// Writes bytes as base64, with padding.
pub(super) fn write(bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
    let mut letters = Vec::with_capacity(AT_ONCE * 4);
    for run in bytes.chunks(AT_ONCE * 3) {
        letters.clear();
        for triple in run.chunks(3) {
            letters.extend(four(triple));
        }
        out.write_all(&letters)?;
    }
    Ok(())
}

/// Up to three bytes as four letters.
fn four(triple: &[u8]) -> [u8; 4] {
    let byte = |at: usize| u32::from(triple.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    let letter = |place: usize| {
        // Two bytes fill three letters, one byte fills two.
        if place > triple.len() {
            b'='
        } else {
            LETTERS[(bits >> (18 - 6 * place)) as usize & 63]
        }
    };
    [letter(0), letter(1), letter(2), letter(3)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(bytes: &[u8]) -> String {
        let mut out = Vec::new();
        write(bytes, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_examples_of_the_standard_come_out() {
        for (bytes, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), letters);
        }
        assert_eq!(encoded(&[0xff, 0xef, 0xbe]), "/+++");
    }

    #[test]
    fn runs_meet_without_a_seam() {
        let bytes: Vec<u8> = (0..=AT_ONCE * 3 * 2).map(|n| n as u8).collect();
        let whole = encoded(&bytes);
        let apart: String = bytes.chunks(3).map(encoded).collect();
        assert_eq!(whole, apart);
        assert_eq!(whole.len(), bytes.len().div_ceil(3) * 4);
    }
}
