//! The messages of a Fluent file as they stand in the text: names, what is woven in, what stands for a sign.

/// One message of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message<'f> {
    /// Its key, or a term's name with its hyphen.
    pub(super) key: &'f str,
    /// Where it begins.
    pub(super) at: usize,
    /// The arguments it weaves in, with their places.
    pub(super) args: Vec<(&'f str, usize)>,
    /// Places of `\u001B` and its like: signs that nobody should weave in.
    pub(super) signs: Vec<usize>,
}

/// Every message of a file, in its order.
pub(super) fn messages(file: &str) -> Vec<Message<'_>> {
    let mut found: Vec<Message<'_>> = Vec::new();
    let mut scan = Scan::default();
    let mut start = 0;
    for line in file.split_inclusive('\n') {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let Some((key, _)) = line.split_once('=').filter(|_| begins) {
            scan = Scan::default();
            found.push(Message {
                key: key.trim_end(),
                at: start,
                args: Vec::new(),
                signs: Vec::new(),
            });
        }
        if let Some(message) = found.last_mut()
            && !line.starts_with('#')
        {
            scan.line(line, start, message);
        }
        start += line.len();
    }
    found
}

/// Where the scan stands: how many braces are open, and whether words in quotes have begun.
#[derive(Debug, Default)]
struct Scan {
    depth: usize,
    is_quoted: bool,
}

impl Scan {
    fn line<'f>(&mut self, line: &'f str, start: usize, message: &mut Message<'f>) {
        let mut signs = line.char_indices();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '\n' => self.is_quoted = false,
                '\\' if self.is_quoted => {
                    if is_unsafe_sign(&line[at + 1..]) {
                        message.signs.push(start + at);
                    }
                    signs.next();
                }
                '"' if self.depth > 0 => self.is_quoted = !self.is_quoted,
                _ if self.is_quoted => {}
                '{' => self.depth += 1,
                '}' => self.depth = self.depth.saturating_sub(1),
                '$' if self.depth > 0 && is_placed(&line[..at]) => {
                    let rest = &line[at + 1..];
                    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                    let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
                    message.args.push((&rest[..end], start + at));
                }
                _ => {}
            }
        }
    }
}

/// Whether what stands before a `$` makes an argument of it; within a plural there is plain text as well.
fn is_placed(before: &str) -> bool {
    let before = before.trim_end();
    let calls = |name: &str| name.ends_with(|c: char| c.is_ascii_uppercase());
    before.ends_with('{') || before.strip_suffix('(').is_some_and(calls)
}

/// Whether `u001B` behind a backslash stands for a sign that may not reach a terminal.
fn is_unsafe_sign(rest: &str) -> bool {
    let digits = match rest.as_bytes().first() {
        Some(b'u') => rest.get(1..5),
        Some(b'U') => rest.get(1..7),
        _ => None,
    };
    let sign = digits.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
    sign.is_some_and(|sign| !is_safe(sign))
}

/// Whether a sign goes out as it came in.
pub(super) fn is_safe(sign: char) -> bool {
    sign.is_whitespace()
        || crate::domain::sanitize::text(sign.encode_utf8(&mut [0; 4])).starts_with(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_woven_in_is_found_with_its_place() {
        let file = "# $c\none = { $n ->\n    [one] a { $who }\n   *[other] { \"$x\" } $y\n}\n-two = b\nthree = {\"\\u001B\"}{\"\\u00A0\"}\n";
        let found = messages(file);
        let keys: Vec<&str> = found.iter().map(|message| message.key).collect();
        assert_eq!(keys, ["one", "-two", "three"]);
        let args: Vec<&str> = found[0].args.iter().map(|(name, _)| *name).collect();
        assert_eq!(args, ["n", "who"]);
        assert_eq!(&file[found[0].args[1].1..][..4], "$who");
        assert_eq!(found[2].signs.len(), 1);
    }

    #[test]
    fn signs_that_terminals_obey_are_not_safe() {
        for sign in ['\u{1b}', '\0', '\u{202e}', '\u{9b}', '\u{7f}'] {
            assert!(!is_safe(sign), "{sign:?}");
        }
        for sign in ['a', 'ж', '\u{a0}', '…', '🎉', 'ე'] {
            assert!(is_safe(sign), "{sign:?}");
        }
    }
}
