//! Her own editor on one text: in a private file, read back as bytes. What the editor does badly loses nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use super::child::own_stdin;
use super::words;
use crate::domain::words::Words;

/// An edited file larger than this is left where it is: no text of a post comes near 4 MiB.
const LARGEST: u64 = 4 << 20;
/// Names tried in a folder before giving up.
const NAMES: u32 = 10_000;

/// What came back from the editor.
#[derive(Debug)]
pub struct Edited {
    /// The file as the editor left it.
    pub bytes: Vec<u8>,
    /// How the editor ended.
    pub status: ExitStatus,
    /// Where the file still is, when the editor ended badly.
    pub kept: Option<PathBuf>,
}

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// The editor's command line has an open quote, or no word in it.
    #[error("cannot read the editor command: {0}")]
    Unreadable(String),
    /// The editor could not be started; the file is gone again, the text was never out of the desk.
    #[error("cannot start {program}")]
    NotStarted {
        /// What was tried.
        program: String,
        /// Why it failed.
        source: io::Error,
    },
    /// The file cannot be read back, or is too large; it stays where it is.
    #[error("cannot read {} back", path.display())]
    Lost {
        /// Where to look.
        path: PathBuf,
        /// What failed.
        source: io::Error,
    },
    /// The file could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl EditorError {
    /// What to tell her, and where her text is.
    pub fn words(&self) -> Words {
        match self {
            EditorError::Unreadable(command) => {
                Words::new("editor-unreadable").with("command", command)
            }
            EditorError::NotStarted { program, source } => Words::new("editor-not-started")
                .with("program", program)
                .with("detail", source),
            EditorError::Lost { source, .. } if source.kind() == ErrorKind::NotFound => {
                Words::new("editor-gone")
            }
            EditorError::Lost { path, source } if source.kind() == ErrorKind::FileTooLarge => {
                Words::new("editor-too-large")
                    .with("path", path.display())
                    .with("megabytes", LARGEST >> 20)
            }
            EditorError::Lost { path, source } => Words::new("editor-lost")
                .with("path", path.display())
                .with("detail", source),
            EditorError::Io(error) => Words::new("editor-failed").with("detail", error),
        }
    }
}

/// The editor's words: `VISUAL`, else `EDITOR`, else `vi`; empty settings do not count.
pub fn command(visual: Option<&str>, editor: Option<&str>) -> Result<Vec<String>, EditorError> {
    let wished = [visual, editor].into_iter().flatten();
    let line = wished
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("vi");
    match words::split(line) {
        Some(words) if words.first().is_some_and(|program| !program.is_empty()) => Ok(words),
        Some(_) | None => Err(EditorError::Unreadable(line.to_owned())),
    }
}

/// Lets `command` edit `text` in a file of its own (mode 0600, ending `.extension`) in `folder`, and waits for it.
/// Call it with the terminal given back (`Guard::release_while`).
pub fn edit(
    command: &[String],
    folder: &Path,
    extension: &str,
    text: &[u8],
) -> Result<Edited, EditorError> {
    let [program, arguments @ ..] = command else {
        return Err(EditorError::Unreadable(String::new()));
    };
    let path = write_file(folder, extension, text)?;
    let ended = Command::new(program)
        .args(arguments)
        .arg(&path)
        .stdin(own_stdin())
        .status();
    let status = match ended {
        Ok(status) => status,
        Err(source) => {
            fs::remove_file(&path)?;
            let program = program.clone();
            return Err(EditorError::NotStarted { program, source });
        }
    };
    let bytes = match read_back(&path) {
        Ok(bytes) => bytes,
        Err(source) => return Err(EditorError::Lost { path, source }),
    };
    let kept = if status.success() {
        fs::remove_file(&path)?;
        None
    } else {
        Some(path)
    };
    Ok(Edited {
        bytes,
        status,
        kept,
    })
}

fn write_file(folder: &Path, extension: &str, text: &[u8]) -> io::Result<PathBuf> {
    for number in 1..=NAMES {
        let path = folder.join(format!("edit-{number}.{extension}"));
        let made = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path);
        match made {
            Ok(mut file) => {
                file.write_all(text)?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// By name and not by the file we made: many editors write a new file and put it in the old one's place.
fn read_back(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn shell(script: &str) -> Vec<String> {
        ["sh", "-c", script, "sh"].map(String::from).to_vec()
    }

    #[test]
    fn visual_goes_before_editor_and_vi_is_always_there() {
        assert_eq!(
            command(Some("code -w"), Some("ed")).unwrap(),
            ["code", "-w"]
        );
        assert_eq!(command(Some(" "), Some("ed")).unwrap(), ["ed"]);
        assert_eq!(command(None, None).unwrap(), ["vi"]);
        assert!(matches!(
            command(Some("ed '"), None),
            Err(EditorError::Unreadable(_))
        ));
        assert!(matches!(
            command(Some("''"), None),
            Err(EditorError::Unreadable(_))
        ));
    }

    #[test]
    fn what_was_edited_comes_back_and_the_file_goes() {
        let folder = tempfile::tempdir().unwrap();
        let script = shell("printf ' и дождь' >> \"$1\"; printf '\\377' >> \"$1\"");
        let edited = edit(&script, folder.path(), "md", "Слива".as_bytes()).unwrap();
        assert_eq!(edited.bytes, ["Слива и дождь".as_bytes(), b"\xff"].concat());
        assert!(edited.status.success());
        assert_eq!(edited.kept, None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn an_editor_that_replaces_the_file_is_read_too() {
        let folder = tempfile::tempdir().unwrap();
        let script = shell("echo new > \"$1.tmp\"; mv \"$1.tmp\" \"$1\"");
        assert_eq!(
            edit(&script, folder.path(), "md", b"old").unwrap().bytes,
            b"new\n"
        );
    }

    #[test]
    fn an_editor_that_crashes_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for ending in ["exit 3", "kill -SEGV $$"] {
            let script = shell(&format!("printf half > \"$1\"; {ending}"));
            let edited = edit(&script, folder.path(), "md", b"text").unwrap();
            assert!(!edited.status.success());
            assert_eq!(edited.bytes, b"half");
            let kept = edited.kept.unwrap();
            assert_eq!(fs::read(&kept).unwrap(), b"half");
            let mode = fs::metadata(&kept).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_missing_editor_is_named_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let missing = ["/nowhere/ed".to_owned()];
        let error = edit(&missing, folder.path(), "md", b"text").unwrap_err();
        assert!(
            matches!(error, EditorError::NotStarted { program, .. } if program == "/nowhere/ed")
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_taken_away_or_grown_huge_is_told_apart_from_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        for script in ["rm \"$1\"", "head -c 5000000 /dev/zero > \"$1\""] {
            let error = edit(&shell(script), folder.path(), "md", b"text").unwrap_err();
            assert!(matches!(error, EditorError::Lost { .. }), "{script}");
        }
    }
}
