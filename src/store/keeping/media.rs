//! Pictures against the rows that name them, both ways, and back from a backup.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::disk;
use super::manifest::{FileFact, Manifest};
use super::proof::{Unsound, same};
use crate::store::clients::list;
use crate::store::error::Result;

/// What is wrong with a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediaFinding {
    /// Its bytes are not in the desk.
    Missing(String),
    /// Its bytes are not those it was taken in with.
    Changed(String),
}

/// Files nobody needs any more, and their weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weighed {
    /// How many.
    pub files: usize,
    /// Bytes of all of them.
    pub bytes: u64,
}

/// Reads every picture: what rows name and is missing or changed, and what lies there that no row names, not even one in
/// the journal of what was taken back.
pub(in crate::store) fn check(
    conn: &Connection,
    desk: &Path,
) -> Result<(Vec<MediaFinding>, Weighed)> {
    let folder = desk.join("media");
    let live = "SELECT DISTINCT hash FROM media WHERE deleted_at IS NULL ORDER BY hash";
    let mut found = Vec::new();
    for hash in list(conn, live, [], |row| row.get::<_, String>(0))? {
        match disk::weigh(&folder.join(&hash)) {
            Ok((sha256, _)) if sha256 == hash => {}
            Ok(_) => found.push(MediaFinding::Changed(hash)),
            Err(_) => found.push(MediaFinding::Missing(hash)),
        }
    }
    Ok((found, orphans(conn, &folder)?))
}

fn orphans(conn: &Connection, folder: &Path) -> Result<Weighed> {
    let mut weighed = Weighed::default();
    if !folder.is_dir() {
        return Ok(weighed);
    }
    // A row that an undo removed may come back, and so may the bytes that others have replaced.
    let named = "SELECT hash FROM media UNION \
         SELECT json_extract(before, '$.hash') FROM journal_row WHERE tbl = 'media' AND op IN ('delete', 'update')";
    let named = list(conn, named, [], |row| row.get::<_, Option<String>>(0))?;
    let named: BTreeSet<String> = named.into_iter().flatten().collect();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_named = name.to_str().is_some_and(|name| named.contains(name));
        if !is_named && entry.file_type()?.is_file() {
            weighed.files += 1;
            weighed.bytes += entry.metadata()?.len();
        }
    }
    Ok(weighed)
}

/// Brings the pictures of a backup back. Those in the desk that are what they should be stay; one that has changed makes
/// room, under a name that says so. Answers with those that could not be brought.
pub(super) fn bring_back(
    from: &Path,
    desk: &Path,
    manifest: &Manifest,
    broken: &[Unsound],
) -> Result<Vec<Unsound>> {
    let to = desk.join("media");
    fs::create_dir_all(&to)?;
    let is_broken = |picture: &FileFact| {
        broken.iter().any(|it| match it {
            Unsound::Missing { file, .. } | Unsound::Changed { file } => *file == picture.sha256,
            _ => false,
        })
    };
    let mut lost = Vec::new();
    for picture in manifest.media.iter().filter(|it| !is_broken(it)) {
        let (kept, place) = (from.join(&picture.sha256), to.join(&picture.sha256));
        if is_one_file(&kept, &place) || same(&picture.sha256, &place, picture).is_ok() {
            continue;
        }
        if place.symlink_metadata().is_ok() {
            fs::rename(&place, to.join(format!("changed-{}", picture.sha256)))?;
        }
        disk::link_or_copy(&kept, &place)?;
        lost.extend(same(&picture.sha256, &place, picture).err());
    }
    disk::settle(&to)?;
    Ok(lost)
}

/// Whether two names lead to the same bytes on the disk.
fn is_one_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (a.symlink_metadata(), b.symlink_metadata()) {
        (Ok(a), Ok(b)) => a.is_file() && (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}
