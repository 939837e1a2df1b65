//! Addresses that no browser opens: slips in their beginning, or a bracket that was never closed.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::tokens;

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Links,
    severity: Severity::Warning,
    source: "RFC 3986, 3: a scheme, a colon, two slashes and a host",
    look,
};

/// Beginnings that are a slip of the finger, and what was meant. The longer come first.
const SLIPS: [(&str, &str); 14] = [
    ("https://https://", "https://"),
    ("https://http://", "http://"),
    ("http://https://", "https://"),
    ("http://http://", "http://"),
    ("https:///", "https://"),
    ("http:///", "http://"),
    ("hhttps://", "https://"),
    ("htttps://", "https://"),
    ("htps://", "https://"),
    ("ttps://", "https://"),
    ("https//", "https://"),
    ("http//", "http://"),
    ("https:/", "https://"),
    ("http:/", "http://"),
];

fn look(post: &Subject, said: &mut Said) {
    for (text, place) in post.written() {
        for (from, token) in tokens(text) {
            let is_closed = text[from + token.len()..].starts_with(')');
            let Some((len, fix)) = slip(token, is_closed) else {
                continue;
            };
            let words = Words::new("lint-links").with("link", token);
            let hit = Hit::at(place.from(from..from + len), words);
            said.say(hit.mended_by(fix.map(str::to_owned)));
        }
    }
}

/// How much of a piece, closed by a bracket or not, is wrong, and what belongs there where that is certain.
fn slip(token: &str, is_closed: bool) -> Option<(usize, Option<&'static str>)> {
    let is_right = token.starts_with("https://") || token.starts_with("http://");
    let known = SLIPS
        .iter()
        .filter(|(slip, _)| !is_right || slip.len() > "https://".len());
    for (slip, meant) in known {
        let begins = token
            .get(..slip.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(slip));
        let goes_on = token.get(slip.len()..).is_some_and(begins_a_host);
        if begins && goes_on {
            return Some((slip.len(), Some(meant)));
        }
    }
    let bare = token == "https" || token == "http" || token == "https://" || token == "http://";
    let open = token.contains("](http") && !is_closed;
    let is_whole = token
        .rsplit_once("](")
        .is_some_and(|(_, address)| address.contains(')'));
    ((bare && token.ends_with('/')) || (open && !is_whole)).then_some((token.len(), None))
}

fn begins_a_host(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric())
}
