//! Finding links in a text the way X and Mastodon do, by the rules of twitter-text: where a link may begin,
//! how far its host goes, and which closing marks belong to the sentence and not to the path.

use std::ops::Range;

use super::host::is_short_enough;
use super::tld;

/// What a host without `http://` before it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// A link, when it is Latin and has a known end (X).
    Counts,
    /// Words like any others (Mastodon).
    IsText,
}

/// Byte ranges of the links, in order and without overlap.
pub(super) fn find(text: &str, bare: Bare) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains('.') {
        return found;
    }
    let mut before = Before::default();
    let mut busy_until = 0;
    for (at, c) in text.char_indices() {
        if at >= busy_until
            && let Some(rest) = text.get(at..)
            && let Some(len) = link_at(rest, c, &before, bare)
        {
            busy_until = at + len;
            found.push(at..busy_until);
        }
        before.step(c, at == busy_until);
    }
    found
}

/// What has been read before a place.
#[derive(Default)]
struct Before {
    last: Option<char>,
    last_but_one: Option<char>,
    /// The unbroken run of host letters, dots and hyphens up to here began with a sign that no bare link may follow.
    run_is_spoilt: bool,
}

impl Before {
    fn step(&mut self, c: char, is_after_link: bool) {
        let runs_on = |c: char| is_host_char(c) || "-_.".contains(c);
        if is_after_link || !self.last.is_some_and(runs_on) {
            self.run_is_spoilt = "-_.".contains(c) || self.last == Some('/');
        }
        self.last_but_one = self.last.replace(c);
    }

    /// Whether any link may begin here.
    fn allows_link(&self) -> bool {
        !self.last.is_some_and(|c| {
            c.is_ascii_alphanumeric() || "@＠$#＃\u{fffe}\u{feff}\u{ffff}".contains(c)
        })
    }

    /// Whether a Latin host without a scheme may begin here: also after another script and its dot ("и т. д.kolos.ru").
    fn allows_bare(&self) -> bool {
        let is_foreign = |c: Option<char>| c.is_some_and(|c| !is_latin(c) && is_host_char(c));
        match self.last {
            Some('.' | '-') => !self.run_is_spoilt && is_foreign(self.last_but_one),
            Some('_' | '/') => false,
            Some(last) if is_latin(last) => false,
            last => !(is_foreign(last) && self.run_is_spoilt),
        }
    }
}

/// Length of the link that begins exactly here.
fn link_at(rest: &str, first: char, before: &Before, bare: Bare) -> Option<usize> {
    if !before.allows_link() {
        return None;
    }
    if let Some(scheme) = scheme_len(rest, first) {
        let after = rest.get(scheme..)?;
        let host = host_len(after, is_host_char, tld::is_known)
            // Whoever writes the scheme means a link; our list of ends is short.
            .or_else(|| host_len(after, is_host_char, |end| end.len() > 1 && end.is_ascii()))
            .filter(|host| is_short_enough(&after[..*host]))?;
        return Some(scheme + host + tail_len(after.get(host..)?, true));
    }
    if bare == Bare::IsText || !is_latin(first) || !before.allows_bare() {
        return None;
    }
    let host =
        host_len(rest, is_latin, tld::is_known).filter(|host| is_short_enough(&rest[..*host]))?;
    Some(host + tail_len(rest.get(host..)?, false))
}

fn scheme_len(rest: &str, first: char) -> Option<usize> {
    if !matches!(first, 'h' | 'H') {
        return None;
    }
    ["https://", "http://"]
        .into_iter()
        .find(|scheme| {
            rest.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
        .map(str::len)
}

/// How far a host goes: the longest run of labels that ends in a top level.
fn host_len(
    rest: &str,
    is_label_char: fn(char) -> bool,
    is_end: fn(&str) -> bool,
) -> Option<usize> {
    let mut end = None;
    let mut label = 0;
    loop {
        let after = rest.get(label..)?;
        let len = after
            .find(|c| !is_label_char(c) && c != '-' && c != '_')
            .unwrap_or(after.len());
        let name = after.get(..len)?;
        if label > 0
            && let Some(top) = top_level_len(after, is_end)
            && !rest
                .get(..label)?
                .rsplit('.')
                .nth(1)
                .is_some_and(|domain| domain.contains('_'))
        {
            end = Some(label + top);
        }
        let fits = !name.is_empty() && !name.starts_with(['-', '_']) && !name.ends_with(['-', '_']);
        if !fits || !after.get(len..)?.starts_with('.') {
            return end;
        }
        label += len + 1;
    }
}

/// Length of the top level that stands here, when nothing that could go on with it follows.
fn top_level_len(after: &str, is_end: fn(&str) -> bool) -> Option<usize> {
    let is_punycode = after
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    let goes_on = |c: char| {
        if is_punycode {
            c.is_ascii_alphanumeric() || c == '-'
        } else {
            c.is_alphabetic()
        }
    };
    let mut len = after.find(|c| !goes_on(c)).unwrap_or(after.len());
    if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // "example.comтут": letters of another script end a Latin name.
        len = after
            .find(|c: char| !goes_on(c) || !c.is_ascii())
            .unwrap_or(after.len());
    }
    let follows = after.get(len..)?.chars().next();
    let is_open = follows.is_some_and(|c| c.is_ascii_alphanumeric() || "@+-".contains(c));
    (!is_open && len > 0 && is_end(after.get(..len)?)).then_some(len)
}

/// Length of port, path and query. Without a scheme they only belong to the link when there is a path.
fn tail_len(rest: &str, has_scheme: bool) -> usize {
    let mut len = 0;
    if let Some(port) = rest.strip_prefix(':') {
        let digits = port
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(port.len());
        if digits > 0 {
            len = 1 + digits;
        }
    }
    let path = path_len(&rest[len..]);
    if path == 0 && !has_scheme {
        return 0;
    }
    len += path;
    len + query_len(&rest[len..])
}

/// A path ends in a letter, a digit, a few signs, or a closed bracket that was opened in it.
fn path_len(rest: &str) -> usize {
    if !rest.starts_with('/') {
        return 0;
    }
    let mut end = 1;
    let mut at = 1;
    while let Some(c) = rest[at..].chars().next() {
        if c == '(' {
            let Some(len) = brackets_len(&rest[at..], 2) else {
                break;
            };
            at += len;
            end = at;
        } else if is_path_char(c) {
            at += c.len_utf8();
            if is_path_letter(c) || "+-=_#/".contains(c) {
                end = at;
            }
        } else {
            break;
        }
    }
    end
}

/// Length of a bracket with something in it and its partner, one more pair inside allowed.
fn brackets_len(rest: &str, depth: usize) -> Option<usize> {
    let mut at = 1;
    loop {
        let c = rest.get(at..)?.chars().next()?;
        match c {
            ')' if at > 1 => return Some(at + 1),
            '(' if depth > 1 => at += brackets_len(rest.get(at..)?, depth - 1)?,
            _ if is_path_char(c) => at += c.len_utf8(),
            _ => return None,
        }
    }
}

fn query_len(rest: &str) -> usize {
    let Some(query) = rest.strip_prefix('?') else {
        return 0;
    };
    let belongs = |c: char| c.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(c);
    let run = &query[..query.find(|c| !belongs(c)).unwrap_or(query.len())];
    let may_end = |c: char| c.is_ascii_alphanumeric() || "-_&=#/".contains(c);
    run.rfind(may_end).map_or(0, |last| last + 2)
}

fn is_path_char(c: char) -> bool {
    is_path_letter(c) || "!*';:=+,.$/%#[]-\u{2013}_~@|&".contains(c)
}

fn is_path_letter(c: char) -> bool {
    is_latin(c) || matches!(c, '\u{400}'..='\u{4ff}')
}

/// X takes nearly every sign for a letter of a host, quotation marks and emoji included.
fn is_host_char(c: char) -> bool {
    let is_sign = c.is_ascii_punctuation() && c != '"' && c != '`';
    let is_mark = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !is_sign
        && !is_mark
        && !c.is_whitespace()
        && !c.is_control()
        && !"\u{fffe}\u{feff}\u{ffff}".contains(c)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_accented_latin(c)
}

fn is_accented_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str, bare: Bare) -> Vec<&str> {
        find(text, bare)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn a_link_ends_where_the_sentence_takes_over() {
        for (text, link) in [
            ("Меню: https://kolos.ru/меню.", "https://kolos.ru/меню"),
            ("(см. https://kolos.ru/a_(б))", "https://kolos.ru/a_(б)"),
            ("https://kolos.ru/?q=a&b=c!", "https://kolos.ru/?q=a&b=c"),
            ("HTTPS://KOLOS.RU, да", "HTTPS://KOLOS.RU"),
            ("https://кафе.рф/чай…", "https://кафе.рф/чай"),
            ("https://kolos.ru:8080/x", "https://kolos.ru:8080/x"),
            ("«https://kolos.ru»", "https://kolos.ru"),
            ("https://kolos.rehab/x.", "https://kolos.rehab/x"),
        ] {
            assert_eq!(links(text, Bare::IsText), [link], "{text}");
            assert_eq!(links(text, Bare::Counts), [link], "{text}");
        }
    }

    #[test]
    fn a_bare_host_is_a_link_only_for_x() {
        for (text, link) in [
            ("Сайт kolos.ru тут", "kolos.ru"),
            ("kolos.ru/menu?x=1.", "kolos.ru/menu?x=1"),
            ("Пишите на kolos.cafe!", "kolos.cafe"),
            ("сайтkolos.ru", "kolos.ru"),
            ("«kolos.ru»", "kolos.ru"),
            ("Ждём вас.kolos.ru", "kolos.ru"),
        ] {
            assert_eq!(links(text, Bare::Counts), [link], "{text}");
            assert!(links(text, Bare::IsText).is_empty(), "{text}");
        }
    }

    #[test]
    fn letters_and_numbers_with_dots_are_not_links() {
        for text in [
            "me@kolos.ru",
            "#kolos.ru",
            "@kolos.ru",
            "т.е. и т.д.",
            "кафе.рф",
            "v1.2.3",
            "конец.Начало",
            "file.txt",
            "https://localhost/x",
            "http://",
            "a-.ru",
            ".ru",
            "kolos.ru@x",
            "...",
            "ftp://kolos.ru",
            "$kolos.ru",
        ] {
            assert!(links(text, Bare::Counts).is_empty(), "{text}");
        }
    }
}
