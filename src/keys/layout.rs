//! Layouts: which Latin key a character means when the keyboard types Russian, Ukrainian, Georgian, Greek or Vietnamese.
//!
//! A terminal sends the character, not the key, and a person who writes Russian all day will not switch for a `j`.
//! So in command places, and only there, a character is read as the Latin key in its place. The tables are in
//! `assets/keys/layouts.toml`, taken from the layouts as X.Org's xkeyboard-config and Windows have them in common.

use serde::Deserialize;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

const TABLES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/keys/layouts.toml"
));

/// The tables of all layouts as one: their letters do not overlap, so nobody has to say which layout is on.
#[derive(Debug, Clone)]
pub struct Layouts {
    /// What is typed and what it means, in the order of what is typed.
    places: Vec<(char, char)>,
}

/// One layout in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    latin: String,
    types: String,
    #[serde(default)]
    signs: String,
}

impl Layouts {
    /// The layouts that come with the program.
    pub fn builtin() -> Self {
        // A test reads this file; were it ever broken, every Latin key would still work.
        let tables: BTreeMap<String, Table> = toml::from_str(TABLES).unwrap_or_default();
        let mut places = Vec::with_capacity(256);
        for table in tables.values() {
            list_places(table, &mut places);
        }
        places.sort_unstable();
        places.dedup_by_key(|(typed, _)| *typed);
        Self { places }
    }

    /// The Latin key a character stands for in a command place; itself when it stands for nothing else.
    /// A letter with marks on it (Vietnamese, Finnish, French) is read as the letter below them.
    pub fn to_latin(&self, typed: char) -> char {
        if let Some(meant) = self.place_of(typed) {
            return meant;
        }
        if typed.is_ascii() {
            return typed;
        }
        let base = base_of(typed);
        self.place_of(base).unwrap_or(base)
    }

    /// Looks in the tables, in lower case too: a capital means the capital of the key.
    fn place_of(&self, typed: char) -> Option<char> {
        if let Some(meant) = self.look_up(typed) {
            return Some(meant);
        }
        let lower = only(typed.to_lowercase()).filter(|lower| *lower != typed)?;
        let meant = self.look_up(lower)?;
        meant
            .is_ascii_alphabetic()
            .then(|| meant.to_ascii_uppercase())
    }

    fn look_up(&self, typed: char) -> Option<char> {
        let found = self
            .places
            .binary_search_by_key(&typed, |(typed, _)| *typed);
        found
            .ok()
            .and_then(|at| self.places.get(at))
            .map(|(_, meant)| *meant)
    }
}

/// Adds the pairs of one layout.
fn list_places(table: &Table, places: &mut Vec<(char, char)>) {
    places.extend(table.types.chars().zip(table.latin.chars()));
    for pair in table.signs.split_whitespace() {
        let mut characters = pair.chars();
        if let (Some(typed), Some(meant)) = (characters.next(), characters.next()) {
            places.push((typed, meant));
        }
    }
}

/// The letter under the marks: ă, ậ → a, ợ → o, ά → α. Only đ has its stroke built in.
fn base_of(composed: char) -> char {
    match composed {
        'đ' => 'd',
        'Đ' => 'D',
        _ => composed.nfd().next().unwrap_or(composed),
    }
}

/// The only character of an iterator, or none if there are more.
fn only(mut characters: impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let tables: BTreeMap<String, Table> = toml::from_str(TABLES).unwrap();
        assert_eq!(tables.len(), 4);
        let mut seen: BTreeMap<char, char> = BTreeMap::new();
        for (name, table) in &tables {
            assert_eq!(
                table.latin.chars().count(),
                table.types.chars().count(),
                "{name}"
            );
            assert!(
                table
                    .signs
                    .split_whitespace()
                    .all(|pair| pair.chars().count() == 2),
                "{name}"
            );
            let mut places = Vec::new();
            list_places(table, &mut places);
            for (typed, meant) in places {
                assert!(meant.is_ascii_graphic(), "{name}: {typed}");
                let before = seen.insert(typed, meant);
                assert!(
                    before.is_none_or(|before| before == meant),
                    "{name}: {typed} means two keys"
                );
            }
        }
    }

    #[test]
    fn russian_letters_and_signs_mean_their_keys() {
        let layouts = Layouts::builtin();
        let read = |typed: &str| {
            typed
                .chars()
                .map(|c| layouts.to_latin(c))
                .collect::<String>()
        };
        assert_eq!(read("йцукенгшщзхъ"), "qwertyuiop[]");
        assert_eq!(read("ЙЦУКЕНГШЩЗХЪ"), "QWERTYUIOP{}");
        assert_eq!(read("фывапролджэ"), "asdfghjkl;'");
        assert_eq!(read("ФЫВАПРОЛДЖЭ"), "ASDFGHJKL:\"");
        assert_eq!(read("ячсмитьбю.ё"), "zxcvbnm,./`");
        assert_eq!(read("ЯЧСМИТЬБЮ,Ё"), "ZXCVBNM<>?~");
        assert_eq!(read("ії'єґ ІЇЄҐ"), "s]''\\ S}\"|");
    }

    #[test]
    fn georgian_shift_is_a_capital_even_where_it_types_a_letter() {
        let layouts = Layouts::builtin();
        let read = |typed: &str| {
            typed
                .chars()
                .map(|c| layouts.to_latin(c))
                .collect::<String>()
        };
        assert_eq!(
            read("ქწერტყუიოპასდფგჰჯკლზხცვბნმ"),
            "qwertyuiopasdfghjklzxcvbnm"
        );
        assert_eq!(read("ჭღთშჟძჩ"), "WRTSJZC");
        // Mtavruli, where a keyboard types it.
        assert_eq!(read("ᲥᲓ"), "QD");
    }

    #[test]
    fn greek_letters_mean_their_keys_with_tones_and_without() {
        let layouts = Layouts::builtin();
        let read = |typed: &str| {
            typed
                .chars()
                .map(|c| layouts.to_latin(c))
                .collect::<String>()
        };
        assert_eq!(
            read("ςερτυθιοπασδφγηξκλζχψωβνμ"),
            "wertyuiopasdfghjklzxcvbnm"
        );
        assert_eq!(read("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"), "ERTYUIOPASDFGHJKLZXCVBNM");
        assert_eq!(read("άέϊ"), "aei");
        assert_eq!(read(";:"), ";:");
    }

    #[test]
    fn a_composed_letter_is_its_base() {
        let layouts = Layouts::builtin();
        let read = |typed: &str| {
            typed
                .chars()
                .map(|c| layouts.to_latin(c))
                .collect::<String>()
        };
        assert_eq!(read("ăâêôđươ"), "aaeoduo");
        assert_eq!(read("ĂÂÊÔĐƯƠ"), "AAEODUO");
        assert_eq!(read("ậỤợẽỵ"), "aUoey");
        assert_eq!(read("åäöÅÄÖ"), "aaoAAO");
    }

    #[test]
    fn latin_keys_and_strangers_stay_what_they_are() {
        let layouts = Layouts::builtin();
        for c in (' '..='~').filter(|c| !".,".contains(*c)) {
            assert_eq!(layouts.to_latin(c), c);
        }
        for c in ['你', '😀', '\u{301}', '№', '₫', '\u{10ffff}'] {
            assert_eq!(layouts.to_latin(c), c);
        }
    }
}
