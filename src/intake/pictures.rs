//! Where the pictures of a row are: files beside the plan, addresses that somebody must fetch, or nowhere.

use std::fs;
use std::path::{Path, PathBuf};

use crate::import::reason::quoted;

/// Endings of pictures, clips and papers that platforms take. A plan comes from outside: a path in it that names a key or
/// a password file is not carried into a post.
const FIT: &[&str] = &[
    "jpg", "jpeg", "jfif", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff",
    "svg", "mp4", "m4v", "mov", "webm", "avi", "mkv", "mp3", "m4a", "ogg", "wav", "pdf",
];

/// What a cell names as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Picture {
    /// A regular file.
    File(PathBuf),
    /// An address in the web; nothing is fetched.
    Address(String),
    /// No such file.
    Missing,
    /// A folder, a device, an empty file, or something that is no picture by its name.
    Unfit,
}

/// Looks a picture up; a path that does not begin at the root begins where the plan lies.
pub(super) fn find(folder: Option<&Path>, said: &str) -> Picture {
    let said = said.trim().trim_matches(['\'', '"']);
    let scheme = said
        .split_once("://")
        .map(|(scheme, _)| scheme.to_lowercase());
    let path = match scheme.as_deref() {
        Some("http" | "https") => return Picture::Address(said.to_owned()),
        Some("file") => said.get("file://".len()..).unwrap_or_default(),
        Some(_) => return Picture::Missing,
        None => said,
    };
    if path.is_empty() {
        return Picture::Missing;
    }
    let path = match folder {
        Some(folder) => folder.join(path),
        // What came through a pipe lies nowhere: only a whole path means something.
        None if Path::new(path).is_absolute() => PathBuf::from(path),
        None => return Picture::Missing,
    };
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    if !ending.is_some_and(|ending| FIT.contains(&ending.as_str())) {
        return Picture::Unfit;
    }
    match fs::metadata(&path) {
        Ok(facts) if facts.is_file() && facts.len() > 0 => Picture::File(path),
        Ok(_) => Picture::Unfit,
        Err(_) => Picture::Missing,
    }
}

/// A path as a sentence shows it.
pub(super) fn shown(path: &Path) -> String {
    quoted(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_lies_beside_the_plan_or_where_its_path_says() {
        let folder = tempfile::tempdir().unwrap();
        let rye = folder.path().join("хлеб.JPG");
        fs::write(&rye, b"bytes").unwrap();
        let here = Some(folder.path());
        assert_eq!(find(here, " хлеб.JPG "), Picture::File(rye.clone()));
        assert_eq!(
            find(here, "./хлеб.JPG"),
            Picture::File(folder.path().join("./хлеб.JPG"))
        );
        assert_eq!(
            find(None, rye.to_str().unwrap()),
            Picture::File(rye.clone())
        );
        assert_eq!(
            find(None, &format!("file://{}", rye.display())),
            Picture::File(rye)
        );
        assert_eq!(find(None, "хлеб.JPG"), Picture::Missing);
        assert_eq!(find(here, "нет.jpg"), Picture::Missing);
        assert_eq!(find(here, "ftp://example.com/a.jpg"), Picture::Missing);
        let web = "https://example.com/a.jpg?x=1";
        assert_eq!(find(here, web), Picture::Address(web.into()));
    }

    #[test]
    fn what_is_no_picture_stays_outside() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("album.jpg")).unwrap();
        fs::write(folder.path().join("id_rsa"), b"key").unwrap();
        fs::write(folder.path().join("empty.png"), b"").unwrap();
        let here = Some(folder.path());
        for said in [
            "album.jpg",
            "id_rsa",
            "empty.png",
            "/dev/zero",
            "/etc/passwd",
            ".",
            "../..",
        ] {
            assert_eq!(find(here, said), Picture::Unfit, "{said}");
        }
        for said in ["", "\0.jpg", "://", "a\0b.png", "/nowhere/\u{1b}[31m.gif"] {
            assert_eq!(find(here, said), Picture::Missing, "{said}");
        }
    }
}
