//! What platforms make of words in a text: hashtags, mentions and links.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::count::links;

/// What a stretch of a text is to the platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// `#завтраки`
    Hashtag,
    /// `@kolos`, or `@kolos@mastodon.social`
    Mention,
    /// `https://…`
    Link,
}

/// The hashtags, mentions and links of a text: ranges of bytes in order, without overlap.
#[must_use]
pub fn entities(text: &str) -> Vec<(Range<usize>, Entity)> {
    let mut found: Vec<(Range<usize>, Entity)> = links(text)
        .into_iter()
        .map(|range| (range, Entity::Link))
        .collect();
    let known = found.len();
    let mut until = 0;
    for (at, sign) in text.match_indices(['#', '@']) {
        if at < until || follows_word(text, at) {
            continue;
        }
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        let (len, entity) = if sign == "#" {
            (tag_len(rest), Entity::Hashtag)
        } else {
            (name_len(rest), Entity::Mention)
        };
        until = at + sign.len() + len;
        let in_link = |(link, _): &(Range<usize>, Entity)| link.start < until && at < link.end;
        if len > 0 && !found.iter().take(known).any(in_link) {
            found.push((at..until, entity));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Letters, digits, marks on letters, and the low line.
fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c)
}

/// A sign right behind a letter is part of a word or an address: `me@kolos.ru`, `C#`.
fn follows_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(|c| is_tag_char(c) || matches!(c, '&' | '/' | '#' | '@'))
}

/// A hashtag is not made of digits alone.
fn tag_len(rest: &str) -> usize {
    let len = rest.find(|c| !is_tag_char(c)).unwrap_or(rest.len());
    let tag = rest.get(..len).unwrap_or_default();
    if tag.chars().all(|c| c.is_ascii_digit()) {
        0
    } else {
        len
    }
}

/// A name of Latin letters, and in the Fediverse its host.
fn name_len(rest: &str) -> usize {
    let run = |text: &str, more: &str| {
        let len = text.find(|c: char| !(c.is_ascii_alphanumeric() || more.contains(c)));
        let run = text.get(..len.unwrap_or(text.len())).unwrap_or_default();
        run.trim_end_matches(['.', '-']).len()
    };
    let name = run(rest, "_.-");
    let host = rest.get(name..).and_then(|rest| rest.strip_prefix('@'));
    match host.map(|host| run(host, ".-")) {
        Some(host) if name > 0 && host > 0 => name + 1 + host,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Entity)> {
        let each = entities(text).into_iter();
        each.map(|(range, entity)| (&text[range], entity)).collect()
    }

    #[test]
    fn tags_names_and_links_are_known_in_her_languages() {
        assert_eq!(
            found(
                "#завтраки и #bữa_sáng, #ღვინო: @kolos.cafe. https://kolos.ru/#menu @nino@mastodon.social"
            ),
            [
                ("#завтраки", Entity::Hashtag),
                ("#bữa_sáng", Entity::Hashtag),
                ("#ღვინო", Entity::Hashtag),
                ("@kolos.cafe", Entity::Mention),
                ("https://kolos.ru/#menu", Entity::Link),
                ("@nino@mastodon.social", Entity::Mention),
            ]
        );
    }

    #[test]
    fn numbers_addresses_and_lone_signs_are_words() {
        for text in ["#1", "# тег", "me@kolos.ru", "C#", "a @ b", "#", "@", "##"] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
