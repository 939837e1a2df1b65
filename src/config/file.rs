//! Her files on the disk: read whole or refused with a reason, written whole or not at all.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::domain::page::{Mistake, Page};
use crate::domain::words::Words;

/// Largest file that is read; a longer one is no page that somebody wrote.
const LARGEST: u64 = 256 << 10;

/// Names tried beside a file before giving up.
const NAMES: u32 = 100;

/// The text of a file; none when there is no such file. What is wrong may have a line.
pub fn read_file(file: &Path) -> Result<Option<String>, Mistake> {
    let unreadable = |detail: &dyn std::fmt::Display| {
        Mistake::whole(Words::new("page-unreadable").with("detail", detail))
    };
    let facts = match fs::metadata(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
        Ok(facts) => facts,
    };
    // A pipe or a device could keep us waiting for ever.
    if facts.is_dir() {
        return Err(Mistake::whole(Words::new("page-is-folder")));
    }
    if !facts.is_file() {
        return Err(Mistake::whole(Words::new("page-no-file")));
    }
    if facts.len() > LARGEST {
        let words = Words::new("page-too-large").with("most", LARGEST >> 10);
        return Err(Mistake::whole(words));
    }
    let bytes = fs::read(file).map_err(|error| unreadable(&error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => Err(not_utf8(&error)),
    }
}

/// Where a file stops being text.
fn not_utf8(error: &std::string::FromUtf8Error) -> Mistake {
    let at = error.utf8_error().valid_up_to();
    let good = std::str::from_utf8(&error.as_bytes()[..at]).unwrap_or_default();
    let (line, column) = Page::new(good).place(good.len());
    Mistake {
        line,
        column,
        words: Words::new("page-not-utf8").with("byte", at + 1),
    }
}

/// Writes a file anew: beside it, down to the disk, then into its place. A link stays a link, who may read it stays so.
pub fn write_file(file: &Path, text: &str) -> io::Result<()> {
    let real = match fs::canonicalize(file) {
        Ok(real) => real,
        Err(error) if error.kind() == ErrorKind::NotFound && !file.is_symlink() => file.to_owned(),
        Err(error) => return Err(error),
    };
    let folder = real
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mode = fs::metadata(&real)
        .ok()
        .map(|facts| facts.permissions().mode());
    let (beside, mut new) = beside(&real)?;
    let written = mode
        .map_or(Ok(()), |mode| {
            new.set_permissions(Permissions::from_mode(mode))
        })
        .and_then(|()| new.write_all(text.as_bytes()))
        .and_then(|()| new.sync_all())
        .and_then(|()| fs::rename(&beside, &real))
        .and_then(|()| File::open(&folder)?.sync_all());
    if written.is_err() {
        // What could not be finished is not left lying about; where even that fails, the first failure is the news.
        fs::remove_file(&beside).ok();
    }
    written
}

/// A new file beside another one, under a name that nobody has.
fn beside(real: &Path) -> io::Result<(PathBuf, File)> {
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    for number in 1..=NAMES {
        let beside = real.with_file_name(format!(".{name}.{number}.new"));
        let made = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o644)
            .open(&beside);
        match made {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|file| (beside, file)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn refused(file: &Path) -> (usize, usize, String) {
        let mistake = read_file(file).unwrap_err();
        (mistake.line, mistake.column, mistake.words.key)
    }

    #[test]
    fn what_is_no_page_is_refused_with_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(read_file(&at("none")), Ok(None));
        fs::create_dir(at("folder")).unwrap();
        assert_eq!(refused(&at("folder")).2, "page-is-folder");
        fs::write(at("large"), vec![b'#'; 10 << 20]).unwrap();
        assert_eq!(refused(&at("large")).2, "page-too-large");
        fs::write(at("latin"), b"a = 1\nb = \"caf\xe9\"\n").unwrap();
        assert_eq!(refused(&at("latin")), (2, 9, "page-not-utf8".to_owned()));
        symlink(at("loop"), at("loop")).unwrap();
        assert_eq!(refused(&at("loop")).2, "page-unreadable");
        assert_eq!(refused(Path::new("/dev/zero")).2, "page-no-file");
    }

    #[test]
    fn a_link_and_who_may_read_survive_writing() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o600)).unwrap();
        symlink("real", &link).unwrap();
        write_file(&link, "new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            2,
            "nothing is left beside"
        );
        write_file(&folder.path().join("first"), "text").unwrap();
        assert_eq!(
            fs::read_to_string(folder.path().join("first")).unwrap(),
            "text"
        );
    }

    #[test]
    fn a_folder_that_is_not_there_or_a_link_into_nothing_is_said() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_file(&folder.path().join("no/config.toml"), "x").is_err());
        let link = folder.path().join("link");
        symlink("nowhere", &link).unwrap();
        assert!(write_file(&link, "x").is_err());
        assert!(link.is_symlink());
    }
}
