//! Whether any file of hers has changed since it was read.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use super::folder::{folders_in, names_in};
use super::{LOCALE, THEMES};
use crate::config::Paths;

/// When each file was written last: what tells whether anything must be read again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamps(Vec<Option<Stamp>>);

/// A file's moment of writing, size and place on the disk.
type Stamp = (i64, i64, u64, u64);

impl Stamps {
    /// The stamps of everything that is read: some ten questions to the system; no file is opened.
    pub fn of(paths: &Paths) -> Self {
        let stamp = |path: PathBuf| {
            let facts = fs::metadata(path).ok()?;
            Some((facts.mtime(), facts.mtime_nsec(), facts.len(), facts.ino()))
        };
        let folder = &paths.config;
        let fixed = [
            "config.toml",
            "keymap.toml",
            "platforms.toml",
            "words/when.toml",
            "words/verdict.toml",
            "words/filter.toml",
        ];
        let mut stamps: Vec<Option<Stamp>> =
            fixed.iter().map(|name| stamp(folder.join(name))).collect();
        let themes = folder.join(THEMES);
        for name in names_in(&themes, "toml") {
            stamps.push(stamp(themes.join(format!("{name}.toml"))));
        }
        let locale = folder.join(LOCALE);
        for tag in folders_in(&locale) {
            let below = locale.join(tag);
            for name in names_in(&below, "ftl") {
                stamps.push(stamp(below.join(format!("{name}.ftl"))));
            }
        }
        Self(stamps)
    }
}
