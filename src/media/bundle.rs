//! The bundle of one variant in `outbox/`: pictures in order, text, alt texts, first comment. It appears whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::file_name::plain;

/// Bytes a name in the outbox may have.
const LONGEST_NAME: usize = 80;

/// What goes into a bundle. Names become file names and are cleaned here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bundle {
    /// Folder name: moment, client, channel, topic.
    pub name: String,
    /// Exact text.
    pub text: String,
    /// First comment; empty: no file.
    pub first_comment: String,
    /// Link; empty: no file.
    pub link: String,
    /// Pictures in order: hash in the desk, own name, alt text.
    pub pictures: Vec<(String, String, String)>,
}

/// Why a bundle could not be laid out; nothing of it is there then.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A picture is not in the desk's folder any more.
    #[error("picture {0:?} is gone")]
    Gone(String),
    /// The disk refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Lays a bundle out under `desk/outbox` and returns its folder. An older bundle of the same name is replaced.
pub fn lay_out(desk: &Path, bundle: &Bundle) -> Result<PathBuf, BundleError> {
    let outbox = desk.join("outbox");
    fs::create_dir_all(&outbox)?;
    let making = outbox.join(format!(".making-{}", std::process::id()));
    clear(&making)?;
    fs::create_dir(&making)?;
    write(&making.join("text.txt"), &bundle.text)?;
    write_unless_empty(&making.join("first-comment.txt"), &bundle.first_comment)?;
    write_unless_empty(&making.join("link.txt"), &bundle.link)?;
    let mut alts = String::new();
    for (number, (hash, name, alt)) in bundle.pictures.iter().enumerate() {
        let file = format!("{:02}-{}", number + 1, plain_name(name));
        let copied = fs::copy(super::path(desk, hash), making.join(&file));
        copied.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => BundleError::Gone(name.clone()),
            _ => error.into(),
        })?;
        if !alt.is_empty() {
            alts.push_str(&file);
            alts.push_str(": ");
            alts.push_str(alt);
            alts.push('\n');
        }
    }
    write_unless_empty(&making.join("alt.txt"), &alts)?;
    let done = outbox.join(plain_name(&bundle.name));
    clear(&done)?;
    fs::rename(&making, &done)?;
    Ok(done)
}

fn clear(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write_unless_empty(file: &Path, text: &str) -> io::Result<()> {
    if text.is_empty() {
        Ok(())
    } else {
        write(file, text)
    }
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The name as one path component.
fn plain_name(name: &str) -> String {
    plain(name, LONGEST_NAME, "post")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_holds_text_pictures_in_order_and_alt_texts() {
        let desk = tempfile::tempdir().unwrap();
        let picture = desk.path().join("a.jpg");
        fs::write(&picture, b"1").unwrap();
        let taken = super::super::take(desk.path(), &picture).unwrap();
        let bundle = Bundle {
            name: "2026-11-24 09:30 Kolos VK Сырники".into(),
            text: "Сырники не разваливаются".into(),
            pictures: vec![
                (
                    taken.hash.clone(),
                    "a.jpg".into(),
                    "Сырники на тарелке".into(),
                ),
                (taken.hash, "../b.jpg".into(), String::new()),
            ],
            ..Bundle::default()
        };
        let folder = lay_out(desk.path(), &bundle).unwrap();
        let again = lay_out(desk.path(), &bundle).unwrap();
        assert_eq!(folder, again);
        assert_eq!(folder.parent().unwrap(), desk.path().join("outbox"));
        let mut files: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        assert_eq!(files, ["01-a.jpg", "02-b.jpg", "alt.txt", "text.txt"]);
        assert_eq!(
            fs::read_to_string(folder.join("alt.txt")).unwrap(),
            "01-a.jpg: Сырники на тарелке\n"
        );
    }

    /// A picture that somebody moved away is named, and half a bundle is none.
    #[test]
    fn a_picture_that_is_gone_is_named_and_nothing_is_laid_out() {
        let desk = tempfile::tempdir().unwrap();
        let bundle = Bundle {
            name: "Сырники".into(),
            pictures: vec![("0".repeat(64), "сырники.png".into(), String::new())],
            ..Bundle::default()
        };
        let refused = lay_out(desk.path(), &bundle);
        assert!(matches!(refused, Err(BundleError::Gone(name)) if name == "сырники.png"));
        assert!(!desk.path().join("outbox").join("Сырники").exists());
    }
}
