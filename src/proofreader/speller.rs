//! Spelling: dictionaries are opened when a text first needs them, each word is looked up once.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::dictionary::Dictionary;
use super::errand::{Spelling, Spelt};
use super::own_words::{self, as_compared};
use super::places::Places;
use crate::domain::spell::{Script, plain, words};
use crate::domain::words::Words;

/// Words whose spelling is remembered; a text has a tenth of that.
const REMEMBERED: usize = 40_000;

/// Suggestions for a word: as many as there are digits to choose them by.
const SUGGESTED: usize = 9;

/// The packages that bring a dictionary, by language.
const PACKAGES: [(&str, &str); 3] = [
    ("ru", "hunspell-ru"),
    ("en", "hunspell-en-us"),
    ("vi", "hunspell-vi"),
];

/// The dictionaries in use, and what they said.
pub struct Speller {
    places: Places,
    open: BTreeMap<String, Result<Dictionary, Words>>,
    languages: Vec<String>,
    known: HashMap<String, bool>,
    own: HashSet<String>,
}

impl Speller {
    /// Opens nothing yet but her own words.
    pub fn new(places: Places) -> Self {
        let own = places.own_words();
        Self {
            own: own.map(|path| own_words::read(&path)).unwrap_or_default(),
            places,
            open: BTreeMap::new(),
            languages: Vec::new(),
            known: HashMap::new(),
        }
    }

    /// Spells a text; none if `go_on` said no before its end.
    pub fn read(&mut self, text: &str, by: &Spelling, go_on: &dyn Fn() -> bool) -> Option<Spelt> {
        self.use_languages(&by.languages);
        let theirs: HashSet<String> = by.words.iter().map(|word| as_compared(word)).collect();
        let mut spelt = Spelt::default();
        let mut seen = HashSet::new();
        let mut wanted = HashSet::new();
        for word in words(text) {
            let Some(written) = text.get(word.range) else {
                continue;
            };
            wanted.insert(word.script);
            if !seen.insert(written) {
                continue;
            }
            if !go_on() {
                return None;
            }
            let compared = as_compared(written);
            let is_right = theirs.contains(&compared)
                || self.own.contains(&compared)
                || self.is_known(written, word.script);
            if !is_right {
                spelt.misspelt.insert(written.to_owned());
            }
        }
        for language in &self.languages {
            let is_wanted = wanted.contains(&Script::of_language(language));
            if let (true, Some(Err(words))) = (is_wanted, self.open.get(language)) {
                spelt.lacking.push(words.clone());
            }
        }
        Some(spelt)
    }

    /// Words that may have been meant, those of the client's first language in front.
    pub fn suggest(&mut self, word: &str, by: &Spelling) -> Vec<String> {
        self.use_languages(&by.languages);
        let plain = plain(word);
        let script = plain.chars().find_map(Script::of_letter);
        let mut meant: Vec<String> = Vec::new();
        for language in self.languages.clone() {
            if script != Some(Script::of_language(&language)) {
                continue;
            }
            if let Ok(dictionary) = self.dictionary(&language) {
                for word in dictionary.suggest(&plain) {
                    let word = crate::domain::sanitize::line(&word);
                    if !meant.contains(&word) {
                        meant.push(word);
                    }
                }
            }
        }
        meant.truncate(SUGGESTED);
        meant
    }

    /// Adds a word to her own.
    pub fn learn(&mut self, word: &str) -> Result<(), Words> {
        let Some(path) = self.places.own_words() else {
            return Err(Words::new("spell-no-place"));
        };
        own_words::add(&path, word).map_err(|error| {
            Words::new("spell-not-kept")
                .with("path", path.display())
                .with("detail", error)
        })?;
        self.own.insert(as_compared(word));
        Ok(())
    }

    /// What was said about words in other languages says nothing about them now. Dictionaries nobody needs any more go.
    fn use_languages(&mut self, languages: &[String]) {
        if self.languages != languages {
            self.languages = languages.to_vec();
            self.known.clear();
            self.open.retain(|language, _| languages.contains(language));
        }
    }

    /// Whether one of the client's languages knows a word. Where a dictionary of its script is missing, nothing is wrong.
    fn is_known(&mut self, written: &str, script: Script) -> bool {
        if let Some(known) = self.known.get(written) {
            return *known;
        }
        let languages = self.languages.clone();
        let mut of_script = languages
            .iter()
            .filter(|it| Script::of_language(it) == script)
            .peekable();
        let word = plain(written);
        let mut known = of_script.peek().is_none();
        for language in of_script {
            let dictionary = self.dictionary(language).as_ref();
            known |= dictionary.map_or(true, |it| it.knows(&word));
        }
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(written.to_owned(), known);
        known
    }

    /// The dictionary of a language, opened when it is needed first.
    fn dictionary(&mut self, language: &str) -> &Result<Dictionary, Words> {
        let places = &self.places;
        self.open
            .entry(language.to_owned())
            .or_insert_with(|| match places.find(language) {
                Some(found) => Dictionary::open(&found),
                None => Err(lacks(language)),
            })
    }
}

/// No dictionary of this language is here, and how to come by one.
fn lacks(language: &str) -> Words {
    match PACKAGES.iter().find(|(of, _)| *of == language) {
        Some((_, package)) => Words::new("spell-install")
            .with("language", language)
            .with("package", package),
        None => Words::new("spell-bring").with("language", language),
    }
}

impl Places {
    /// What stands in the way of spelling a language: no dictionary, or one that cannot be read. For the doctor.
    pub fn trouble(&self, language: &str) -> Option<Words> {
        match self.find(language) {
            Some(found) => Dictionary::open(&found).err(),
            None => Some(lacks(language)),
        }
    }
}
