//! The proof of a backup: every file is there and is what the manifest says, and the database is one of ours and sound.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::disk;
use super::manifest::{FileFact, Manifest};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::store::error::{Result, StoreError};
use crate::store::{FILE, door, migrate};

/// Why a backup cannot be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// There is no manifest, or none that can be read.
    #[error("manifest: {detail}")]
    Manifest {
        /// What is wrong with it.
        detail: String,
    },
    /// A file is not there, or is no file.
    #[error("{file}: {detail}")]
    Missing {
        /// Which.
        file: String,
        /// What the disk says.
        detail: String,
    },
    /// A file is not what it was.
    #[error("{file} is not what it was")]
    Changed {
        /// Which.
        file: String,
    },
    /// The database is damaged, or no desk.
    #[error("database: {detail}")]
    Database {
        /// What is wrong with it.
        detail: String,
    },
    /// A newer program made it.
    #[error("schema {found}, this program knows {known}")]
    Newer {
        /// Its schema.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
}

impl Unsound {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            Unsound::Manifest { detail } => Words::new("backup-no-manifest").with("detail", detail),
            Unsound::Missing { file, detail } => Words::new("backup-missing")
                .with("file", file)
                .with("detail", detail),
            Unsound::Changed { file } => Words::new("backup-changed").with("file", file),
            Unsound::Database { detail } => Words::new("backup-damaged").with("detail", detail),
            Unsound::Newer { found, known } => Words::new("backup-newer")
                .with("found", found)
                .with("known", known),
        }
    }
}

/// A backup whose database can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What it holds.
    pub manifest: Manifest,
    /// Pictures that cannot be trusted; the words of the desk do not hang on them.
    pub broken: Vec<Unsound>,
}

/// Looks at every byte of a backup.
pub fn prove(folder: &Path) -> std::result::Result<Proof, Unsound> {
    let manifest = glance(folder)?;
    same(FILE, &folder.join(FILE), &manifest.database)?;
    let damaged = |error: StoreError| Unsound::Database {
        detail: sanitize::line(&error.to_string()),
    };
    let conn = frozen(&folder.join(FILE)).map_err(damaged)?;
    if migrate::version(&conn).map_err(damaged)? != manifest.schema {
        let file = FILE.to_owned();
        return Err(Unsound::Changed { file });
    }
    intact(&conn).map_err(damaged)?;
    let media = folder.join("media");
    let pictures = manifest.media.iter();
    let broken = pictures.filter_map(|it| same(&it.sha256, &media.join(&it.sha256), it).err());
    Ok(Proof {
        broken: broken.collect(),
        manifest,
    })
}

/// The quick look for a list: the manifest, of a schema we know, and a database of the right size.
pub(super) fn glance(folder: &Path) -> std::result::Result<Manifest, Unsound> {
    let manifest = Manifest::read(folder)?;
    if manifest.schema > migrate::KNOWN {
        return Err(Unsound::Newer {
            found: manifest.schema,
            known: migrate::KNOWN,
        });
    }
    let found = folder.join(FILE).symlink_metadata();
    let found = found.map_err(|error| missing(FILE, &error))?;
    if !found.is_file() || found.len() != manifest.database.bytes {
        let file = FILE.to_owned();
        return Err(Unsound::Changed { file });
    }
    Ok(manifest)
}

/// Whether a file is what the manifest says.
pub(super) fn same(name: &str, path: &Path, fact: &FileFact) -> std::result::Result<(), Unsound> {
    let (sha256, bytes) = disk::weigh(path).map_err(|error| missing(name, &error))?;
    if (&sha256, bytes) == (&fact.sha256, fact.bytes) {
        Ok(())
    } else {
        let file = name.to_owned();
        Err(Unsound::Changed { file })
    }
}

fn missing(file: &str, error: &std::io::Error) -> Unsound {
    Unsound::Missing {
        file: file.to_owned(),
        detail: error.to_string(),
    }
}

/// Opens a database that does not change, leaving no trace beside it.
pub(super) fn frozen(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(door::frozen(file), flags)?;
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    Ok(conn)
}

/// SQLite's own verdict on every page and every index.
pub(super) fn intact(conn: &Connection) -> Result<()> {
    let verdict: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Corrupt(verdict))
    }
}
