//! Her own words, one to a line in a file of hers that she may edit: right in every text, whoever it is for.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::domain::sanitize;

/// A file of words longer than this is none.
const LARGEST: u64 = 4 << 20;

/// A word as it is compared: case says nothing about names of hers.
pub(super) fn as_compared(word: &str) -> String {
    crate::domain::spell::plain(word).to_lowercase()
}

/// Reads them; a file that is not there holds none.
pub(super) fn read(path: &Path) -> HashSet<String> {
    let is_small = fs::metadata(path).is_ok_and(|facts| facts.len() <= LARGEST);
    let bytes = if is_small {
        fs::read(path).unwrap_or_default()
    } else {
        Vec::new()
    };
    let text = sanitize::from_bytes(&bytes);
    let words = text.lines().map(str::trim);
    words
        .filter(|word| !word.is_empty() && !word.starts_with('#'))
        .map(as_compared)
        .collect()
}

/// Adds one at the end of the file, which is made where there is none.
pub(super) fn add(path: &Path, word: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let before = fs::read(path).unwrap_or_default();
    let ends_open = before.last().is_some_and(|last| *last != b'\n');
    let line = format!(
        "{}{}\n",
        if ends_open { "\n" } else { "" },
        sanitize::line(word)
    );
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(line.as_bytes())
}
