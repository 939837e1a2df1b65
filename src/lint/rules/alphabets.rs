//! Latin letters in a Cyrillic word, or the other way round: they look alike, and no search finds the word.

use super::{Hit, Rule, Said, Subject};
use crate::domain::lint::{RuleId, Severity};
use crate::domain::words::Words;
use crate::lint::spans::{is_address, letters, tokens};

pub(super) const RULE: Rule<Subject> = Rule {
    id: RuleId::Alphabets,
    severity: Severity::Warning,
    source: "Unicode TR39, confusable characters of Latin and Cyrillic",
    look,
};

/// Letters that look alike: Latin, Cyrillic.
const TWINS: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

fn look(post: &Subject, said: &mut Said) {
    for (text, place) in post.written() {
        let mostly_cyrillic = is_mostly_cyrillic(text);
        for (start, token) in tokens(text).filter(|(_, token)| !is_address(token)) {
            for (at, word) in letters(token) {
                if let Some(instead) = untangled(word, mostly_cyrillic) {
                    let range = start + at..start + at + word.len();
                    let words = Words::new("lint-alphabets").with("word", word);
                    said.say(Hit::at(place.from(range), words).mended_by(Some(instead)));
                }
            }
        }
    }
}

/// The word in one alphabet. None where it is in one already, or where letters without a twin stand on both sides:
/// "VKашный" was meant.
fn untangled(word: &str, mostly_cyrillic: bool) -> Option<String> {
    let latin = word.chars().filter(|c| is_latin(*c)).count();
    let cyrillic = word.chars().filter(|c| is_cyrillic(*c)).count();
    if latin == 0 || cyrillic == 0 || is_joined(word) {
        return None;
    }
    let has_twins = |is_of: fn(char) -> bool, twin: fn(char) -> Option<char>| {
        word.chars()
            .filter(|c| is_of(*c))
            .all(|c| twin(c).is_some())
    };
    let to_cyrillic = has_twins(is_latin, in_cyrillic);
    let to_latin = has_twins(is_cyrillic, in_latin);
    let turn =
        |twin: fn(char) -> Option<char>| word.chars().map(|c| twin(c).unwrap_or(c)).collect();
    match (to_cyrillic, to_latin) {
        (true, true) if latin == cyrillic => Some(turn(if mostly_cyrillic {
            in_cyrillic
        } else {
            in_latin
        })),
        (true, true) => Some(turn(if cyrillic > latin {
            in_cyrillic
        } else {
            in_latin
        })),
        (true, false) => Some(turn(in_cyrillic)),
        (false, true) => Some(turn(in_latin)),
        (false, false) => None,
    }
}

/// Whether it is a name in capitals of one alphabet with letters of the other put to it: "TOPовый", "HRа", "#деньCEO".
fn is_joined(word: &str) -> bool {
    let border = |pair: &[char]| is_latin(pair[0]) != is_latin(pair[1]);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let borders: Vec<usize> = (1..letters.len())
        .filter(|at| border(&letters[at - 1..=*at]))
        .collect();
    let [at] = borders[..] else {
        return false;
    };
    let (one, other) = letters.split_at(at);
    let is_name = |it: &[char]| it.len() > 1 && it.iter().all(|c| is_latin(*c) && c.is_uppercase());
    let has_small = |it: &[char]| it.iter().any(|c| c.is_lowercase());
    (is_name(one) && has_small(other)) || (one.len() > 1 && has_small(one) && is_name(other))
}

fn is_mostly_cyrillic(text: &str) -> bool {
    let (cyrillic, latin) = text.chars().fold((0, 0), |(cyrillic, latin), c| {
        (
            cyrillic + usize::from(is_cyrillic(c)),
            latin + usize::from(is_latin(c)),
        )
    });
    cyrillic >= latin
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && (c.is_ascii()
            || ('\u{c0}'..='\u{24f}').contains(&c)
            || ('\u{1e00}'..='\u{1eff}').contains(&c))
}

const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn in_cyrillic(c: char) -> Option<char> {
    TWINS.iter().find(|twins| twins.0 == c).map(|twins| twins.1)
}

fn in_latin(c: char) -> Option<char> {
    TWINS.iter().find(|twins| twins.1 == c).map(|twins| twins.0)
}
