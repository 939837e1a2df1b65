//! Reading a filter line: signs and keys first, then her own names, then our words; the rest is text to find.

use super::words::{Key, Words};
use super::{Filter, Is, LONGEST, MOST, Term};
use crate::domain::fold::fold;
use crate::domain::platform::Platforms;
use crate::domain::sanitize;
use crate::domain::words::Words as Said;

/// Words that one name or one of our terms may be long.
const NAME: usize = 4;

/// Names that are said when one was not found.
const NAMED: usize = 6;

/// The names of the desk, each with what it is looked up by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    clients: Vec<(String, String)>,
    platforms: Vec<String>,
    handles: Vec<(String, String)>,
    rubrics: Vec<(String, String)>,
    campaigns: Vec<(String, String)>,
}

impl Names {
    /// Clients by the names they go by, the first of which stands in lines; channels by platform and handle.
    pub fn new<'a>(
        clients: impl IntoIterator<Item = [&'a str; 2]>,
        channels: impl IntoIterator<Item = [&'a str; 2]>,
        rubrics: impl IntoIterator<Item = &'a str>,
        campaigns: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let named = |name: &str| (fold(&plain(name)), plain(name));
        let handle = |name: &str| named(name.trim_start_matches('@'));
        let all_of = |[short, name]: [&str; 2]| {
            [
                (fold(&plain(short)), plain(short)),
                (fold(&plain(name)), plain(short)),
            ]
        };
        let channels: Vec<[&str; 2]> = channels.into_iter().collect();
        let mut platforms: Vec<String> = channels.iter().map(|it| it[0].to_owned()).collect();
        platforms.sort_unstable();
        platforms.dedup();
        Self {
            clients: known(clients.into_iter().flat_map(all_of)),
            platforms,
            handles: known(channels.iter().map(|it| handle(it[1]))),
            rubrics: known(rubrics.into_iter().map(named)),
            campaigns: known(campaigns.into_iter().map(named)),
        }
    }
}

/// The first of each name; nameless ones are left out.
fn known(named: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut seen = std::collections::HashSet::new();
    named
        .filter(|(folded, name)| !name.is_empty() && seen.insert(folded.clone()))
        .collect()
}

fn find(known: &[(String, String)], folded: &str) -> Option<String> {
    let found = known.iter().find(|(name, _)| name == folded);
    found.map(|(_, name)| name.clone())
}

/// What was asked for by name and is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    /// What kind of thing: a locale key.
    key: &'static str,
    /// What was typed.
    word: String,
    /// What there is instead.
    instead: Vec<String>,
}

impl Unclear {
    /// The sentence for her: the word, and the way out.
    pub fn words(&self) -> Said {
        let key = if self.instead.is_empty() {
            format!("{}-none", self.key)
        } else {
            self.key.to_owned()
        };
        let instead = self.instead.join(", ");
        let said = Said::new(&key).with("word", &self.word);
        if instead.is_empty() {
            said
        } else {
            said.with("known", instead)
        }
    }
}

/// What a line says: what was understood, and what was named and is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// What was understood.
    pub filter: Filter,
    /// What was not, in the order it was typed.
    pub unclear: Vec<Unclear>,
}

/// Reads a line. Nothing is refused: what is unclear is named and left out of the filter.
pub fn read(line: &str, names: &Names) -> Reading {
    let line = sanitize::line(line);
    let pieces = pieces(&line);
    let mut reading = Reading::default();
    let mut at = 0;
    while at < pieces.len() && reading.filter.terms.len() + reading.unclear.len() < MOST {
        let piece = &pieces[at];
        let (found, taken) = meaning(&pieces[at..], names);
        match found {
            Some(Ok(is)) => reading.filter.add(Term { is, not: piece.not }),
            Some(Err(unclear)) => reading.unclear.push(unclear),
            None => {}
        }
        at += taken;
    }
    reading
}

/// One stretch of the line between spaces or in quotes.
#[derive(Debug, Default)]
struct Piece {
    not: bool,
    key: Option<Key>,
    value: String,
    is_quoted: bool,
}

impl Piece {
    /// Whether it may go on with what stands before it.
    fn is_bare(&self) -> bool {
        !self.not && self.key.is_none() && !self.is_quoted
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„')
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';')
}

/// A name or wording as it stands in a line: no quotes within, one space between words.
pub fn plain(text: &str) -> String {
    let words: String = text.replace(is_quote, " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line.trim_start_matches(is_between);
    while !rest.is_empty() {
        let (piece, after) = piece(rest);
        pieces.push(piece);
        rest = after.trim_start_matches(is_between);
    }
    pieces
}

/// The piece at the start and what follows it; it is never empty.
fn piece(text: &str) -> (Piece, &str) {
    let signed = text.trim_start_matches(['-', '−', '–']);
    let has_more = signed.chars().next().is_some_and(|c| !is_between(c));
    let (not, rest) = if has_more && signed.len() < text.len() {
        (true, signed)
    } else {
        (false, text)
    };
    let (key, rest) = key_ahead(rest);
    let (value, is_quoted, after) = value_ahead(rest);
    let piece = Piece {
        not,
        key,
        value,
        is_quoted,
    };
    (piece, after)
}

/// "#", "@", "!" or a word before a colon; a space after it is forgiven.
fn key_ahead(text: &str) -> (Option<Key>, &str) {
    let signs = [('#', Key::Rubric), ('@', Key::Channel), ('!', Key::Flag)];
    for (sign, key) in signs {
        if let Some(rest) = text.strip_prefix(sign) {
            return (Some(key), rest.trim_start());
        }
    }
    if let Some((word, rest)) = text.split_once(':')
        && !word.contains(is_between)
        && let Some(key) = Words::in_force().key(&fold(word))
    {
        return (Some(key), rest.trim_start());
    }
    (None, text)
}

fn value_ahead(text: &str) -> (String, bool, &str) {
    if let Some(inside) = text.strip_prefix(is_quote) {
        let end = inside.find(is_quote).unwrap_or(inside.len());
        let after = inside[end..].strip_prefix(is_quote).unwrap_or("");
        return (plain(&inside[..end]), true, after);
    }
    let end = text.find(is_between).unwrap_or(text.len());
    (plain(&text[..end]), false, &text[end..])
}

/// What the first of these pieces means, and how many of them say it.
fn meaning(pieces: &[Piece], names: &Names) -> (Option<Result<Is, Unclear>>, usize) {
    let piece = &pieces[0];
    if piece.value.is_empty() {
        return (None, 1);
    }
    let Some(key) = piece.key else {
        let bare = (!piece.is_quoted).then(|| longest(pieces, |words| anything(words, names)));
        return match bare.flatten() {
            Some((is, taken)) => (Some(Ok(is)), taken),
            None => (to_find(&piece.value).map(Ok), 1),
        };
    };
    if key == Key::Words {
        return (to_find(&piece.value).map(Ok), 1);
    }
    match longest(pieces, |words| named(key, words, names)) {
        Some((is, taken)) => (Some(Ok(is)), taken),
        None => (Some(Err(unclear(key, &piece.value, names))), 1),
    }
}

/// The longest run of bare words from the first piece on that means something.
fn longest(pieces: &[Piece], look: impl Fn(&str) -> Option<Is>) -> Option<(Is, usize)> {
    let more = pieces[1..].iter().take(NAME - 1);
    let alone = pieces[0].is_quoted;
    let bare = more.take_while(|it| it.is_bare() && !alone).count();
    (1..=bare + 1).rev().find_map(|taken| {
        let words: Vec<&str> = pieces[..taken].iter().map(|it| it.value.as_str()).collect();
        Some((look(&fold(&words.join(" ")))?, taken))
    })
}

/// A word without a sign: her own names before our words.
fn anything(words: &str, names: &Names) -> Option<Is> {
    [
        Key::Client,
        Key::Rubric,
        Key::Campaign,
        Key::Channel,
        Key::Stage,
        Key::Format,
        Key::Flag,
    ]
    .into_iter()
    // A handle is taken for one only behind its sign: it may be any word.
    .find_map(|key| match key {
        Key::Channel => platform(words),
        key => named(key, words, names),
    })
}

fn platform(words: &str) -> Option<Is> {
    let platform = Platforms::in_force().by_word(words)?;
    Some(Is::Channel(platform.id.clone()))
}

/// What folded words name behind this key.
fn named(key: Key, words: &str, names: &Names) -> Option<Is> {
    let ours = Words::in_force();
    match key {
        Key::Client => find(&names.clients, words).map(Is::Client),
        Key::Channel => platform(words).or_else(|| find(&names.handles, words).map(Is::Channel)),
        // "status:late" is no stage of ours, and there is no doubt what is meant.
        Key::Stage => {
            let flag = || ours.flag(words).map(Is::Flag);
            ours.stage(words).map(Is::Stage).or_else(flag)
        }
        Key::Format => ours.format(words).map(Is::Format).or_else(|| {
            let word = crate::domain::post::Format::from_word(words)?;
            Some(Is::Format(word))
        }),
        Key::Rubric => find(&names.rubrics, words).map(Is::Rubric),
        Key::Campaign => find(&names.campaigns, words).map(Is::Campaign),
        Key::Flag => ours.flag(words).map(Is::Flag),
        Key::Words => None,
    }
}

/// Words to find: from the first letter to the last, not too many.
fn to_find(words: &str) -> Option<Is> {
    let cut: String = words.chars().take(LONGEST).collect();
    let trimmed = cut.trim_matches(|c: char| !c.is_alphanumeric());
    (!trimmed.is_empty()).then(|| Is::Words(trimmed.to_owned()))
}

fn unclear(key: Key, word: &str, names: &Names) -> Unclear {
    let theirs = |known: &[(String, String)]| -> Vec<String> {
        let mut all: Vec<String> = known.iter().map(|(_, name)| name.clone()).collect();
        all.dedup();
        all.truncate(NAMED);
        all
    };
    let ours = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let (key, instead) = match key {
        Key::Client => ("filter-no-client", theirs(&names.clients)),
        Key::Channel => (
            "filter-no-channel",
            names.platforms.iter().take(NAMED).cloned().collect(),
        ),
        Key::Rubric => ("filter-no-rubric", theirs(&names.rubrics)),
        Key::Campaign => ("filter-no-campaign", theirs(&names.campaigns)),
        Key::Stage => {
            let all: Vec<&str> = super::Stage::ALL.iter().map(|it| it.word()).collect();
            ("filter-no-stage", ours(&all))
        }
        Key::Format => {
            let all = crate::domain::post::Format::ALL.iter();
            let all: Vec<&str> = all.map(|it| it.word()).collect();
            ("filter-no-format", ours(&all))
        }
        Key::Flag | Key::Words => {
            let all: Vec<&str> = super::Flag::ALL.iter().map(|it| it.word()).collect();
            ("filter-no-flag", ours(&all))
        }
    };
    let word = word.chars().take(LONGEST).collect();
    Unclear { key, word, instead }
}
