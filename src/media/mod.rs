//! Pictures and clips: kept in the desk by the hash of their bytes, and laid out in order for publishing by hand.

pub mod bundle;
pub mod facts;
pub mod letter;
pub mod looking;
pub mod task;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::domain::picture::Facts;
use crate::domain::words::Words;

/// Files taken by this process so far: each is made under a name of its own.
static TURN: AtomicU64 = AtomicU64::new(0);

/// What was taken into the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Hash of the bytes: the file's name in the desk.
    pub hash: String,
    /// The name it came under.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What its bytes tell.
    pub facts: Facts,
}

/// Copies a file into the desk under its hash, so that moving the original cannot break a post. The copy is whole and on
/// disk before its name appears; the same bytes again are not copied twice.
pub fn take(desk: &Path, file: &Path) -> io::Result<Taken> {
    // Asked before it is opened: opening a pipe would wait for whoever writes into it.
    let kind = fs::metadata(file)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    let mut from = fs::File::open(file)?;
    let folder = desk.join("media");
    fs::create_dir_all(&folder)?;
    // Two workers may take at the same time.
    let turn = TURN.fetch_add(1, Ordering::Relaxed);
    let making = folder.join(format!(".making-{}-{turn}", std::process::id()));
    let made = make(&mut from, &making, &folder);
    if made.is_err() && making.exists() {
        // Half a film on a full disk helps nobody.
        fs::remove_file(&making)?;
    }
    let (hash, bytes) = made?;
    let facts = facts::of_file(&folder.join(&hash)).unwrap_or(Facts::UNKNOWN);
    Ok(Taken {
        hash,
        name: file_name(file),
        bytes,
        facts,
    })
}

/// Makes the copy and gives it its name.
fn make(from: &mut impl Read, making: &Path, folder: &Path) -> io::Result<(String, u64)> {
    let mut to = fs::File::create(making)?;
    let (hash, bytes) = copy_hashed(from, &mut to)?;
    to.sync_all()?;
    fs::rename(making, folder.join(&hash))?;
    fs::File::open(folder)?.sync_all()?;
    Ok((hash, bytes))
}

/// Why a file was not taken, in a sentence: what she can do about it is another thing each time.
pub fn not_taken(file: &Path, error: &io::Error) -> Words {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "take-gone",
        io::ErrorKind::IsADirectory => "take-folder",
        io::ErrorKind::InvalidInput => "take-no-file",
        io::ErrorKind::PermissionDenied => "take-forbidden",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "take-full",
        _ => "attach-failed",
    };
    Words::new(key)
        .with(
            "path",
            crate::domain::sanitize::line(&file.to_string_lossy()),
        )
        .with("detail", error)
}

/// Where the bytes of this hash lie.
pub fn path(desk: &Path, hash: &str) -> PathBuf {
    desk.join("media").join(hash)
}

fn copy_hashed(from: &mut impl Read, to: &mut impl Write) -> io::Result<(String, u64)> {
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        sha.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
    let hash = crate::domain::hash::hex(&sha.finalize());
    Ok((hash, bytes))
}

fn file_name(file: &Path) -> String {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    crate::domain::sanitize::line(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_kept_once_and_survive_the_original() {
        let desk = tempfile::tempdir().unwrap();
        let picture = desk.path().join("сырники.jpg");
        fs::write(&picture, b"not really a picture").unwrap();
        let first = take(desk.path(), &picture).unwrap();
        let again = take(desk.path(), &picture).unwrap();
        fs::remove_file(&picture).unwrap();
        assert_eq!(first, again);
        assert_eq!(first.name, "сырники.jpg");
        assert_eq!(
            fs::read(path(desk.path(), &first.hash)).unwrap(),
            b"not really a picture"
        );
        assert_eq!(fs::read_dir(desk.path().join("media")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_or_a_missing_file_is_refused() {
        let desk = tempfile::tempdir().unwrap();
        assert!(take(desk.path(), desk.path()).is_err());
        assert!(take(desk.path(), &desk.path().join("gone.png")).is_err());
    }
}
