//! Addresses and files as cells name them: links, pictures, films.

use crate::domain::sanitize;

/// The most files of one post; it keeps a megabyte of commas from becoming half a million names.
const MOST_FILES: usize = 64;

/// Endings of pictures and films.
const ENDINGS: [&str; 15] = [
    "jpg", "jpeg", "png", "gif", "webp", "heic", "avif", "bmp", "mp4", "mov", "m4v", "avi", "webm",
    "mkv", "pdf",
];

/// The files of a cell, each on its own: divided by line ends, `|`, `;`, and by commas that stand between two of them.
pub(super) fn files(cell: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in cell.split(['\n', '\r', '|', ';']) {
        for piece in at_commas(part) {
            let name = sanitize::line(piece.trim()).trim().to_owned();
            if !name.is_empty() && found.len() < MOST_FILES {
                found.push(name);
            }
        }
    }
    found
}

/// An address may hold commas: only one with a space or another address behind it divides. Between names of files any does.
fn at_commas(part: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in part.match_indices(',') {
        let before = part.get(from..at).unwrap_or_default();
        let after = part.get(at + 1..).unwrap_or_default();
        let divides = !before.contains("://")
            || after.starts_with(char::is_whitespace)
            || after.starts_with("http://")
            || after.starts_with("https://");
        if divides {
            pieces.push(before);
            from = at + 1;
        }
    }
    pieces.push(part.get(from..).unwrap_or_default());
    pieces
}

/// Whether the whole cell is one address.
pub(super) fn is_address(cell: &str) -> bool {
    let cell = cell.trim();
    let rest = cell
        .strip_prefix("https://")
        .or_else(|| cell.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// Whether the cell names pictures or films and nothing else.
pub(super) fn is_media(cell: &str) -> bool {
    // A text is long and ends in no file; a look at its head is enough.
    if cell.len() > 16 << 10 {
        return false;
    }
    let named = files(cell);
    !named.is_empty() && named.iter().all(|name| is_file(name))
}

fn is_file(name: &str) -> bool {
    let path = name.split(['?', '#']).next().unwrap_or_default();
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_several_files_and_an_address_keeps_its_commas() {
        assert_eq!(
            files("a.jpg,b.png; c.mp4|d.gif\ne.pdf"),
            ["a.jpg", "b.png", "c.mp4", "d.gif", "e.pdf"]
        );
        assert_eq!(
            files("https://x.example/a,b.jpg, https://x.example/c.jpg,https://x.example/d.jpg"),
            [
                "https://x.example/a,b.jpg",
                "https://x.example/c.jpg",
                "https://x.example/d.jpg"
            ]
        );
        assert!(files(" , ;\n").is_empty());
        assert_eq!(files(&"a,".repeat(1_000_000)).len(), MOST_FILES);
    }

    #[test]
    fn addresses_and_files_are_told_by_their_look() {
        for cell in ["https://kolos.example/rye", "http://a.example"] {
            assert!(is_address(cell) && !is_media(cell), "{cell}");
        }
        for cell in ["фото/хлеб.JPG", "https://a.example/b.png?w=1, c.mp4"] {
            assert!(is_media(cell), "{cell}");
        }
        for cell in [
            "see https://a.example",
            "https://a b.example",
            "word",
            "https://",
        ] {
            assert!(!is_address(cell) && !is_media(cell), "{cell}");
        }
    }
}
