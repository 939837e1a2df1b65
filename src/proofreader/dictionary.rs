//! One dictionary: read from its two files in whatever encoding they are, or a sentence why it cannot be.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::Encoding;

use super::places::Found;
use crate::domain::words::Words;

/// The largest files that are read. The largest dictionaries there are stay below a third of it.
const LARGEST: u64 = 48 << 20;

/// Rules on how to read the rules stand at their beginning.
const HEAD: usize = 64 << 10;

/// A dictionary in memory.
pub(super) struct Dictionary(spellbook::Dictionary);

impl Dictionary {
    /// Reads a dictionary, or says what is wrong with it.
    pub(super) fn open(found: &Found) -> Result<Self, Words> {
        let aff = read(&found.aff)?;
        let encoding = encoding(&aff).map_err(|label| {
            let words = Words::new("spell-unknown-encoding");
            of(words, &found.aff).with("label", label)
        })?;
        let aff = decode(&aff, encoding, &found.aff)?;
        let dic = decode(&read(&found.dic)?, encoding, &found.dic)?;
        let words = dic.lines().skip(1).filter(|line| !line.trim().is_empty());
        if words.count() == 0 {
            return Err(of(Words::new("spell-empty"), &found.dic));
        }
        match spellbook::Dictionary::new(&aff, &dic) {
            Ok(dictionary) => Ok(Self(dictionary)),
            Err(error) => {
                let detail = crate::domain::sanitize::line(&error.to_string());
                Err(of(Words::new("spell-broken"), &found.aff).with("detail", detail))
            }
        }
    }

    /// Whether it knows a word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.0.check(word)
    }

    /// Words it knows that may have been meant, the likeliest first.
    pub(super) fn suggest(&self, word: &str) -> Vec<String> {
        let mut meant = Vec::new();
        self.0.suggest(word, &mut meant);
        meant
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Words> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| unread(path, &error))?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unread(path, &error))?;
    if bytes.len() as u64 > LARGEST {
        let words = of(Words::new("spell-too-large"), path);
        return Err(words.with("megabytes", LARGEST >> 20));
    }
    Ok(bytes)
}

fn unread(path: &Path, error: &io::Error) -> Words {
    of(Words::new("spell-unread"), path).with("detail", error)
}

fn of(words: Words, path: &Path) -> Words {
    words.with(
        "path",
        crate::domain::sanitize::line(&path.display().to_string()),
    )
}

/// What the line `SET` says both files are written in; Latin-1 where it says nothing, as Hunspell takes it.
fn encoding(aff: &[u8]) -> Result<&'static Encoding, String> {
    let head = aff.get(..HEAD).unwrap_or(aff);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let set = head.split(|b| *b == b'\n').find_map(|line| {
        let rest = line.strip_prefix(b"SET")?;
        rest.first()?
            .is_ascii_whitespace()
            .then(|| rest.trim_ascii())
    });
    let Some(label) = set else {
        return Ok(encoding_rs::WINDOWS_1252);
    };
    // Hunspell writes two names in its own way.
    let plain = match label.to_ascii_lowercase().as_slice() {
        b"microsoft-cp1251" => b"windows-1251".to_vec(),
        [b'i', b's', b'o', b'8', b'8', b'5', b'9', rest @ ..] => [b"iso-8859", rest].concat(),
        other => other.to_vec(),
    };
    Encoding::for_label(&plain).ok_or_else(|| {
        crate::domain::sanitize::from_bytes(label)
            .chars()
            .take(24)
            .collect()
    })
}

/// The text of a file; a file in another encoding than it says is refused rather than read into nonsense.
fn decode(bytes: &[u8], encoding: &'static Encoding, path: &Path) -> Result<String, Words> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors || text.contains('\0') {
        let words = of(Words::new("spell-wrong-encoding"), path);
        return Err(words.with("label", encoding.name()));
    }
    Ok(text.into_owned())
}
