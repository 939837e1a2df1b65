//! Links of a text, and the marks (`utm_…`) that tell counters where a visitor came from: put on once, never twice.

mod post;
mod template;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use super::count;

pub use post::{Place, marked, marked_link};
pub use template::{NONE, Template, USUAL, Values, Wrong};

/// Messengers: nobody counts visitors there, and a mark in the address breaks the invitation.
const LEFT_ALONE: [&str; 7] = [
    "t.me",
    "telegram.me",
    "telegram.dog",
    "wa.me",
    "m.me",
    "vk.me",
    "zalo.me",
];

/// The text with marks on its links: what a link says of itself already stays, what is missing is put behind it, and its
/// other parameters and its place within the page are kept. The same again changes nothing.
pub fn tagged(text: &str, template: &Template, values: &Values<'_>) -> String {
    with_marks(text, &template.filled(values))
}

fn with_marks(text: &str, pairs: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in addresses(text).filter(|range| may_be_marked(&text[range.clone()])) {
        out.push_str(&text[done..range.start]);
        out.push_str(&with_pairs(&text[range.clone()], pairs));
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// The links of a wording as they have become, those left out that stayed what they were.
pub fn changed(was: &str, text: &str) -> Vec<String> {
    let before: Vec<&str> = addresses(was).map(|range| &was[range]).collect();
    let after = addresses(text).map(|range| &text[range]);
    let new = after.filter(|address| !before.contains(address));
    new.map(str::to_owned).collect()
}

/// Where links stand that say nothing to counters: byte ranges, in order and without overlap.
pub fn untagged_links(text: &str) -> Vec<Range<usize>> {
    let says_nothing = |address: &str| {
        let (_, query, _) = parts(address);
        !keys(query).any(|key| key.starts_with("utm_"))
    };
    addresses(text)
        .filter(|range| {
            let address = &text[range.clone()];
            may_be_marked(address) && says_nothing(address)
        })
        .collect()
}

/// The links of a text that begin with `http://` or `https://`, whole: with query and fragment in any script, without the
/// marks that close the sentence.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut until = 0;
    count::links(text).into_iter().filter_map(move |link| {
        if link.start < until {
            return None;
        }
        until = end(text, &link);
        Some(link.start..until)
    })
}

/// Where a link ends whose host was found here.
fn end(text: &str, link: &Range<usize>) -> usize {
    let address = &text[link.clone()];
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let host = address[scheme..].find(['/', '?', '#']);
    let host_end = host.map_or(link.end, |at| link.start + scheme + at);
    let tail = &text[host_end..];
    if !tail.starts_with(['/', '?', '#']) {
        return host_end;
    }
    let long = tail.find(|c| !belongs(c)).unwrap_or(tail.len());
    // A link is at least what it counts as.
    link.end
        .max(host_end + without_closing_marks(&tail[..long]).len())
}

/// Whether it can stand in a path, a query or a fragment.
fn belongs(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}')
        || "-._~:/?#[]@!$&'()*+,;=%|".contains(c)
}

/// Marks and brackets at the end belong to the sentence, unless the bracket was opened in the link.
fn without_closing_marks(tail: &str) -> &str {
    let mut tail = tail;
    loop {
        let is_unopened = |open, close| {
            tail.ends_with(close) && tail.matches(open).count() < tail.matches(close).count()
        };
        let closes = tail.ends_with([
            '.', ',', ';', ':', '!', '?', '\'', '*', '~', '|', '@', '$', '(', '[',
        ]) || is_unopened('(', ')')
            || is_unopened('[', ']');
        if !closes {
            return tail;
        }
        let last = tail.chars().next_back().map_or(0, char::len_utf8);
        tail = &tail[..tail.len() - last];
    }
}

/// Whether counters would read marks there.
fn may_be_marked(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.to_lowercase();
    !LEFT_ALONE.contains(&host.trim_start_matches("www."))
}

/// An address before its query, the query, and the fragment with its sign.
fn parts(address: &str) -> (&str, Option<&str>, &str) {
    let at = address.find('#').unwrap_or(address.len());
    let (rest, fragment) = address.split_at(at);
    match rest.split_once('?') {
        Some((base, query)) => (base, Some(query), fragment),
        None => (rest, None, fragment),
    }
}

/// The names of the parameters of a query, in small letters.
fn keys(query: Option<&str>) -> impl Iterator<Item = String> {
    let pairs = query.unwrap_or_default().split('&');
    pairs.map(|pair| pair.split('=').next().unwrap_or_default().to_lowercase())
}

/// An address with the pairs that it does not have yet.
fn with_pairs<'a>(address: &'a str, pairs: &[(String, String)]) -> Cow<'a, str> {
    let (base, query, fragment) = parts(address);
    let known: Vec<String> = keys(query).collect();
    let missing: Vec<String> = pairs
        .iter()
        .filter(|(key, _)| !known.contains(&key.to_lowercase()))
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    if missing.is_empty() {
        return Cow::Borrowed(address);
    }
    let query = query.unwrap_or_default();
    let between = if query.is_empty() || query.ends_with('&') {
        ""
    } else {
        "&"
    };
    Cow::Owned(format!(
        "{base}?{query}{between}{}{fragment}",
        missing.join("&")
    ))
}
