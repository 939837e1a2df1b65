//! The names of files and folders in a folder of hers.

use std::fs;
use std::path::{Path, PathBuf};

use crate::config::Look;

/// Files of one folder that are looked at; somebody who has more has put them elsewhere.
const MOST_FILES: usize = 64;

/// Whether a name can be written in the settings and shown.
pub(super) fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    name.chars().count() <= 40 && name.chars().all(plain) && name != Look::Auto.word()
}

/// The names of files that end so, without their end, in the order of the alphabet. A folder that is not there has none.
pub(super) fn names_in(folder: &Path, end: &str) -> Vec<String> {
    let named = |path: PathBuf| {
        let fits = path.extension().is_some_and(|extension| extension == end);
        let name = path.file_stem()?.to_string_lossy().into_owned();
        (fits && !name.starts_with('.')).then_some(name)
    };
    sorted(folder, named)
}

/// The names of the folders in a folder.
pub(super) fn folders_in(folder: &Path) -> Vec<String> {
    sorted(folder, |path| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        (path.is_dir() && !name.starts_with('.')).then_some(name)
    })
}

/// Names from a folder, in the order of the alphabet.
fn sorted(folder: &Path, named: impl Fn(PathBuf) -> Option<String>) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.flatten().filter_map(|entry| named(entry.path()));
    let mut names: Vec<String> = names.take(MOST_FILES).collect();
    names.sort_unstable();
    names
}
