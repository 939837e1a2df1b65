//! `*bold*` and `_italic_`: said in the markup of a platform, or left out where it has none. Letters stay the letters they
//! are: mathematical ones are no emphasis.

use std::ops::Range;

use super::Markup;
use crate::domain::count::links;

/// Emphasis within emphasis within emphasis …: what is deeper is left alone.
const DEEPEST: usize = 6;

/// The text in this markup. Done twice it is the same.
pub(super) fn rendered(text: &str, markup: Markup) -> String {
    if markup == Markup::Plain || !text.contains(['*', '_']) {
        return text.to_owned();
    }
    let mut now = text.to_owned();
    for _ in 0..DEEPEST {
        let next = once(&now, markup);
        if next == now {
            return now;
        }
        now = next;
    }
    // Nobody writes like that: it is no emphasis.
    text.to_owned()
}

/// What stands in place of one mark.
fn instead(mark: char, markup: Markup) -> &'static str {
    match (markup, mark) {
        (Markup::None, _) => "",
        (Markup::Telegram | Markup::Markdown, '*') => "**",
        (Markup::Telegram, _) => "__",
        (_, '*') => "*",
        (..) => "_",
    }
}

fn once(text: &str, markup: Markup) -> String {
    let mut marks: Vec<usize> = pairs(text)
        .into_iter()
        .flat_map(|it| [it.start, it.end])
        .collect();
    marks.sort_unstable();
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in marks {
        out.push_str(&text[from..at]);
        let mark = if text.as_bytes()[at] == b'*' {
            '*'
        } else {
            '_'
        };
        out.push_str(instead(mark, markup));
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out
}

/// Where pairs of marks stand: the first and the second mark of each.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let links = links(text);
    let mut found = Vec::new();
    for mark in ['*', '_'] {
        let mut open: Option<usize> = None;
        let mut link = 0;
        let mut before: Option<char> = None;
        let mut signs = text.char_indices().peekable();
        let mut has_letters = false;
        while let Some((at, sign)) = signs.next() {
            let next = signs.peek().map(|(_, next)| *next);
            while links.get(link).is_some_and(|it| it.end <= at) {
                link += 1;
            }
            let in_link = links.get(link).is_some_and(|it| it.contains(&at));
            if sign == '\n' {
                open = None;
            } else if sign == mark && !in_link && before != Some(mark) && next != Some(mark) {
                match open {
                    Some(from) if has_letters && may_close(before, next) => {
                        found.push(from..at);
                        open = None;
                    }
                    _ if may_open(before, next) => (open, has_letters) = (Some(at), false),
                    _ => {}
                }
            } else if sign == mark {
                open = None;
            }
            has_letters |= sign.is_alphanumeric();
            before = Some(sign);
        }
    }
    found
}

fn may_open(before: Option<char>, next: Option<char>) -> bool {
    let free = before.is_none_or(|c| c.is_whitespace() || "([{«\"„“‘'—–-*_~".contains(c));
    free && next.is_some_and(|c| !c.is_whitespace())
}

fn may_close(before: Option<char>, next: Option<char>) -> bool {
    let free = next.is_none_or(|c| c.is_whitespace() || ".,!?;:)]}»\"”“’'…—–-*_~".contains(c));
    free && before.is_some_and(|c| !c.is_whitespace())
}
