//! Files dropped on the terminal: it pastes their paths, quoted, escaped or as addresses, often several in one paste.

use percent_encoding::percent_decode_str;

/// Paths that are taken from one paste; a whole folder is dropped by mistake.
const MOST: usize = 100;

/// The paths in a pasted or typed text, in their order. Only whole paths count, from the root, from home or as addresses of
/// files: anything else is one path that happens to hold spaces, or no path at all, and nothing comes of it.
pub fn dropped(text: &str) -> Vec<String> {
    let parts = parts(text);
    let paths: Option<Vec<String>> = parts.iter().map(|part| path(part)).collect();
    let mut paths = paths.unwrap_or_default();
    paths.truncate(MOST);
    paths
}

/// A part as a path, if it is one.
fn path(part: &str) -> Option<String> {
    if let Some(address) = part.strip_prefix("file://") {
        // The name of this machine may stand before the path.
        let path = &address[address.find('/')?..];
        return Some(percent_decode_str(path).decode_utf8_lossy().into_owned());
    }
    let is_path = part.starts_with('/') || part == "~" || part.starts_with("~/");
    is_path.then(|| part.to_owned())
}

/// A text in parts as a shell reads it: spaces part, quotes and backslashes keep together.
fn parts(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut quote) = (Vec::new(), None::<String>, None);
    let mut signs = text.chars();
    while let Some(c) = signs.next() {
        match (quote, c) {
            (None, c) if c.is_whitespace() => parts.extend(part.take()),
            (None, '\'' | '"') => {
                quote = Some(c);
                part.get_or_insert_default();
            }
            (Some(open), c) if c == open => quote = None,
            (None | Some('"'), '\\') => {
                part.get_or_insert_default().extend(signs.next());
            }
            (_, c) => part.get_or_insert_default().push(c),
        }
    }
    parts.extend(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_paste_for_dropped_files_is_read_as_paths() {
        for (pasted, meant) in [
            ("/tmp/a.jpg", vec!["/tmp/a.jpg"]),
            ("'/tmp/a b.jpg' \n", vec!["/tmp/a b.jpg"]),
            ("/tmp/a\\ b.jpg", vec!["/tmp/a b.jpg"]),
            ("file:///tmp/a%20%D1%84.jpg", vec!["/tmp/a ф.jpg"]),
            ("file://nadya-pc/tmp/a.jpg", vec!["/tmp/a.jpg"]),
            ("\"/tmp/a \\\"b\\\".jpg\"", vec!["/tmp/a \"b\".jpg"]),
            ("~/a.jpg", vec!["~/a.jpg"]),
            ("'/tmp/it'\\''s.jpg'", vec!["/tmp/it's.jpg"]),
            (
                "'/tmp/a b.jpg' /tmp/c\\ d.png file:///e.gif",
                vec!["/tmp/a b.jpg", "/tmp/c d.png", "/e.gif"],
            ),
            ("/tmp/a.jpg\n/tmp/b.jpg\n", vec!["/tmp/a.jpg", "/tmp/b.jpg"]),
        ] {
            assert_eq!(dropped(pasted), meant, "{pasted}");
        }
    }

    #[test]
    fn what_is_no_path_is_left_alone() {
        for text in [
            "",
            "  ",
            "Сырники",
            "a.jpg",
            "/tmp/my picture.jpg",
            "see /tmp/a.jpg",
            "~nadya",
        ] {
            assert_eq!(dropped(text), [""; 0], "{text}");
        }
        assert_eq!(dropped("'/tmp/open").as_slice(), ["/tmp/open"]);
        assert_eq!(dropped(&"/a ".repeat(1_000)).len(), MOST);
        assert_eq!(dropped("\\"), [""; 0]);
    }
}
