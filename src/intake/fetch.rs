//! The bytes of a file, and the way to it: a path as it was typed, quoted or dropped, and what may come after it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::import::table::LARGEST_FILE;

/// Names offered at once; whoever has more of them types a letter.
const OFFERED: usize = 200;

/// All of it, and one byte over the largest size: enough to know that it is too large.
pub fn all(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a regular file. A pipe or a device is not opened: it might never end, and nobody could stop it.
pub fn file(path: &Path) -> Result<Vec<u8>, Words> {
    let read = || {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(ErrorKind::InvalidInput, "not a file"));
        }
        all(File::open(path)?)
    };
    read().map_err(|error| unreadable(path, &error))
}

/// Why a file could not be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Words {
    Words::new("imported-unreadable")
        .with("file", sanitize::line(&path.to_string_lossy()))
        .with("detail", error)
}

/// The file's name, as the journal keeps it.
pub fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    sanitize::line(&name.to_string_lossy())
}

/// A typed path: quotes that a terminal puts round dropped files come off, spaces it has escaped come back, `~` is her
/// home, `file://` is no part of it.
pub fn expand(typed: &str, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let bare = typed.strip_prefix("file://").unwrap_or(typed);
    let quoted = ['\'', '"'].into_iter().find_map(|mark| {
        let open = bare.strip_prefix(mark)?;
        Some(open.strip_suffix(mark).unwrap_or(open))
    });
    let path = match quoted {
        Some(inside) => inside.to_owned(),
        None if Path::new(bare).exists() => bare.to_owned(),
        None => bare.replace("\\ ", " "),
    };
    match (path.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with('/') => home.join(rest.trim_matches('/')),
        _ => PathBuf::from(path),
    }
}

/// What a typed path may become.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completed {
    /// What was typed when it was asked.
    pub typed: String,
    /// As far as all that fit agree.
    pub text: String,
    /// The names that fit, folders with a `/` behind them.
    pub names: Vec<String>,
}

/// Goes on with a typed path as far as the folder it leads into allows.
pub fn complete(typed: &str, home: Option<&Path>) -> Completed {
    let bare = typed.trim_start().trim_start_matches(['\'', '"']);
    let (before, begun) = match bare.rfind('/') {
        Some(at) => bare.split_at(at + 1),
        None => ("", bare),
    };
    let folder = match before {
        "" => PathBuf::from("."),
        before => expand(before, home),
    };
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| shown(&entry, begun))
        .take(OFFERED)
        .collect();
    names.sort_unstable();
    let text = match common(&names) {
        Some(more) if more.len() > begun.len() => format!("{before}{more}"),
        _ if begun.is_empty() || names.is_empty() => typed.to_owned(),
        _ => format!("{before}{begun}"),
    };
    Completed {
        typed: typed.to_owned(),
        text,
        names,
    }
}

/// A folder's entry that begins so; hidden ones only where a dot was typed. One whose name could not be typed is left out.
fn shown(entry: &fs::DirEntry, begun: &str) -> Option<String> {
    let name = entry.file_name().into_string().ok()?;
    let fits = name.to_lowercase().starts_with(&begun.to_lowercase());
    if !fits || (name.starts_with('.') && !begun.starts_with('.')) || sanitize::line(&name) != name
    {
        return None;
    }
    let is_folder = fs::metadata(entry.path()).is_ok_and(|facts| facts.is_dir());
    Some(if is_folder { format!("{name}/") } else { name })
}

/// How all of these begin.
fn common(names: &[String]) -> Option<String> {
    let (first, rest) = names.split_first()?;
    let agrees = |(at, c): &(usize, char)| {
        rest.iter()
            .all(|other| other.get(*at..).is_some_and(|it| it.starts_with(*c)))
    };
    let end = first
        .char_indices()
        .take_while(agrees)
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    first.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_be_quoted_escaped_dropped_or_begin_at_home() {
        let home = Some(Path::new("/home/nadya"));
        for (typed, meant) in [
            (" '/tmp/план на май.csv' ", "/tmp/план на май.csv"),
            ("\"/tmp/a b.csv\"", "/tmp/a b.csv"),
            ("/tmp/a\\ b.csv", "/tmp/a b.csv"),
            ("file:///tmp/a.csv", "/tmp/a.csv"),
            ("~/plan.csv", "/home/nadya/plan.csv"),
            ("~", "/home/nadya"),
            ("~else/plan.csv", "~else/plan.csv"),
        ] {
            assert_eq!(expand(typed, home), PathBuf::from(meant), "{typed}");
        }
    }

    #[test]
    fn a_path_goes_on_as_far_as_all_names_agree() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "план-май.csv",
            "план-июнь.csv",
            "Прочее.txt",
            ".hidden",
            "bad\u{1b}[31m.csv",
        ] {
            fs::write(folder.path().join(name), b"x").unwrap();
        }
        fs::create_dir(folder.path().join("архив")).unwrap();
        let typed = |rest: &str| format!("{}/{rest}", folder.path().display());
        let one = complete(&typed("ар"), None);
        assert_eq!(one.text, typed("архив/"));
        let two = complete(&typed("пл"), None);
        assert_eq!(two.text, typed("план-"));
        assert_eq!(two.names, ["план-июнь.csv", "план-май.csv"]);
        let all = complete(&typed(""), None);
        assert_eq!(all.names.len(), 4, "{:?}", all.names);
        assert_eq!(complete(&typed(".h"), None).text, typed(".hidden"));
        assert_eq!(complete(&typed("нет"), None).text, typed("нет"));
        assert_eq!(
            complete("/nowhere/at/all/x", None).text,
            "/nowhere/at/all/x"
        );
        let home = complete("~/ар", Some(folder.path()));
        assert_eq!(home.text, "~/архив/");
    }

    #[test]
    fn only_a_regular_file_is_opened() {
        assert!(file(Path::new("/dev/zero")).is_err());
        assert!(file(Path::new("/")).is_err());
        assert!(file(Path::new("/nowhere")).is_err());
    }
}
