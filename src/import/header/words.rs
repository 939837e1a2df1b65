//! The words people put over their columns and into cells of few words, from `assets/words/headers.toml`.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{Field, Kind};
use crate::domain::{fold::fold, platform::Platforms};

#[derive(Deserialize, Default)]
pub(super) struct Words {
    directions: HashMap<String, Vec<String>>,
    ticks: HashMap<String, Vec<String>>,
    totals: HashMap<String, Vec<String>>,
    shelf: HashMap<String, Vec<String>>,
    /// Names that mean a field only where no better one does.
    pub(super) faint: HashMap<String, Vec<String>>,
    #[serde(flatten)]
    pub(super) fields: HashMap<String, Vec<String>>,
}

/// The file of words, folded once. It is part of the program; a test reads it whole.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words: Words =
        toml::from_str(include_str!("../../../assets/words/headers.toml")).unwrap_or_default();
    let lists = words
        .fields
        .values_mut()
        .chain(words.directions.values_mut())
        .chain(words.ticks.values_mut())
        .chain(words.totals.values_mut())
        .chain(words.shelf.values_mut())
        .chain(words.faint.values_mut());
    for word in lists.flatten() {
        *word = plain(word);
    }
    words
});

/// Every name that means something in a kind of file: ids first, then the words of the fields in their order.
fn names_of(kind: Kind) -> HashMap<&'static str, Field> {
    let mut names = HashMap::new();
    let words = &*WORDS;
    for field in kind.fields() {
        names.insert(field.id(), *field);
    }
    for field in kind.fields() {
        for word in words.fields.get(field.id()).into_iter().flatten() {
            names.entry(word.as_str()).or_insert(*field);
        }
    }
    names
}

static PLAN: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| names_of(Kind::Plan));
static MESSAGES: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| names_of(Kind::Messages));
static READINGS: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| names_of(Kind::Readings));

/// The longest name that means something, in bytes.
const LONGEST_NAME: usize = 240;

/// The field a column's name means in this kind of file: its own id, or one of the known words. What is said behind a
/// dash, in brackets or behind a comma explains the name and is left out where the whole says nothing.
pub(in crate::import) fn known(name: &str, kind: Kind) -> Option<Field> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    if let Some(field) = meant(&plain(name), kind) {
        return Some(field);
    }
    // "Link(s) - Separated by comma" has its brackets within the name, "Дата (МСК)" behind it.
    let dashed = name.split(" - ").next()?;
    let head = dashed.split([',', '(', '[', '—']).next()?;
    [dashed, head]
        .iter()
        .filter(|part| part.len() < name.len())
        .find_map(|part| meant(&plain(part), kind))
}

fn meant(said: &str, kind: Kind) -> Option<Field> {
    let names = match kind {
        Kind::Plan => &PLAN,
        Kind::Messages => &MESSAGES,
        Kind::Readings => &READINGS,
    };
    if let Some(field) = names.get(said) {
        return Some(*field);
    }
    if !said.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // "Picture Url 3": one of several.
    let field = names.get(without_numbers(said).as_str())?;
    field.is_many().then_some(*field)
}

/// The field a column's name means faintly, and how faintly: the first of a list says more than the last.
pub(super) fn faintly_known(name: &str, kind: Kind) -> Option<(Field, usize)> {
    let said = plain(name);
    kind.fields().iter().find_map(|field| {
        let words = WORDS.faint.get(field.id())?;
        let place = words.iter().position(|word| *word == said)?;
        Some((*field, place))
    })
}

fn without_numbers(said: &str) -> String {
    let words = said.split(' ');
    let words = words.filter(|word| !word.bytes().all(|b| b.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a direction's word means outgoing; none when it means nothing.
pub(in crate::import) fn outgoing(word: &str) -> Option<bool> {
    yes_or_no(&WORDS.directions, word, "out", "in")
}

/// Whether a cell ticks its column; none when it says neither.
pub(in crate::import) fn ticked(word: &str) -> Option<bool> {
    let word = word.trim();
    match word {
        "" | "-" | "–" | "—" => Some(false),
        "+" | "✓" | "✔" | "✅" | "☑" => Some(true),
        word => yes_or_no(&WORDS.ticks, word, "yes", "no"),
    }
}

fn yes_or_no(book: &HashMap<String, Vec<String>>, word: &str, yes: &str, no: &str) -> Option<bool> {
    let word = plain(word);
    let says = |key: &str| book.get(key).is_some_and(|words| words.contains(&word));
    if says(no) {
        Some(false)
    } else {
        says(yes).then_some(true)
    }
}

/// Whether this begins a row of totals.
pub(in crate::import) fn is_total(cell: &str) -> bool {
    let word = plain(cell);
    WORDS.totals.values().flatten().any(|total| *total == word)
}

/// Whether this says that there is no date.
pub(in crate::import) fn is_no_date(said: &str) -> bool {
    let word = plain(said);
    word.is_empty() || WORDS.shelf.values().flatten().any(|shelf| *shelf == word)
}

/// What we call the network that a column or a cell names: "Telegram", "Twitter/X".
pub(in crate::import) fn network(name: &str) -> Option<&'static str> {
    let book = Platforms::builtin();
    if let Some(platform) = book.by_word(name) {
        return Some(&platform.name);
    }
    let mut parts = name.split('/').map(|part| book.by_word(part));
    let first = parts.next().flatten()?;
    let same = parts.all(|part| part.is_some_and(|part| part.id == first.id));
    same.then_some(&first.name)
}

/// Whether this is what a network is called.
pub(in crate::import) fn is_network(name: &str) -> bool {
    name.len() <= LONGEST_NAME && network(name).is_some()
}

/// A name as names are compared: folded, with plain single spaces for everything between words.
pub(in crate::import) fn plain(name: &str) -> String {
    let near: String = name.chars().take(80).collect();
    fold(&near)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
