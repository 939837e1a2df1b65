//! The manifest: what a backup holds and vouches for. It comes from a disk and is believed in nothing that could lead elsewhere.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::disk;
use super::proof::Unsound;
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::domain::sanitize;
use crate::store::error::Result;
use crate::store::table::{Fact, Noun};

/// Its name in the folder.
pub(super) const MANIFEST: &str = "manifest.json";

/// Bytes of a manifest that are read: a hundred thousand pictures take twelve million.
const LARGEST: u64 = 1 << 26;

/// A file and what it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// SHA-256 of its bytes; of a picture also its name.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the program that made it.
    pub postdesk: String,
    /// Schema of the database.
    pub schema: i64,
    /// Which desk it is of; empty for one of the first schemas.
    pub desk: String,
    /// Which life of that desk.
    pub epoch: i64,
    /// When.
    pub at: Moment,
    /// Why.
    pub why: Why,
    /// The database.
    pub database: FileFact,
    /// The pictures.
    pub media: Vec<FileFact>,
    /// Rows of every noun and fact, for a quick look.
    pub rows: BTreeMap<String, i64>,
}

impl Manifest {
    /// Reads the manifest of a backup. Nothing in it can name a file outside of the backup.
    pub(super) fn read(folder: &Path) -> std::result::Result<Self, Unsound> {
        let unreadable = |detail: &dyn std::fmt::Display| Unsound::Manifest {
            detail: sanitize::line(&detail.to_string()),
        };
        let file = disk::open(&folder.join(MANIFEST)).map_err(|error| unreadable(&error))?;
        let mut text = String::new();
        file.take(LARGEST)
            .read_to_string(&mut text)
            .map_err(|error| unreadable(&error))?;
        let mut manifest: Manifest =
            serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
        let facts = manifest.media.iter().chain([&manifest.database]);
        if let Some(odd) = facts.map(|it| &it.sha256).find(|it| !is_hash(it)) {
            return Err(unreadable(&format!("sha256 {odd:?}")));
        }
        manifest.postdesk = sanitize::line(&manifest.postdesk);
        Ok(manifest)
    }

    /// Writes it; the file appears once.
    pub(super) fn write(&self, folder: &Path) -> std::io::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        disk::write(&folder.join(MANIFEST), &text)
    }

    /// Bytes of everything it names.
    pub fn bytes(&self) -> u64 {
        let media: u64 = self.media.iter().map(|it| it.bytes).sum();
        self.database.bytes + media
    }
}

/// Whether this is a SHA-256 as we write it, and so a plain file name.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Which desk this is, and which life of it; the first schemas could not say.
pub(in crate::store) fn identity(conn: &Connection) -> Result<(String, i64)> {
    let asked = |key: &str| -> Result<Option<String>> {
        let sql = "SELECT value FROM memory WHERE key = ?";
        Ok(conn.query_row(sql, [key], |row| row.get(0)).optional()?)
    };
    let epoch = asked("desk.epoch")?.and_then(|it| it.parse().ok());
    Ok((asked("desk.id")?.unwrap_or_default(), epoch.unwrap_or(0)))
}

/// How many rows every noun and fact has that this desk knows.
pub(super) fn counted(conn: &Connection) -> Result<BTreeMap<String, i64>> {
    let names = Noun::ALL.iter().map(|it| it.name());
    let names = names.chain(Fact::ALL.iter().map(|it| it.name()));
    let mut rows = BTreeMap::new();
    for name in names {
        let there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
        if conn.prepare(there)?.exists([name])? {
            let sql = format!("SELECT count(*) FROM {name}");
            rows.insert(name.to_owned(), conn.query_row(&sql, [], |row| row.get(0))?);
        }
    }
    Ok(rows)
}
