//! Reading `config.toml`: every option that is right, and every mistake with its line and column.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, Look};
use crate::domain::hours::Hours;
use crate::domain::page::sorts::{choice, list, unknown, words, yes_or_no};
use crate::domain::page::{Mistake, Page, in_order, quote};
use crate::domain::picture::Wish;
use crate::domain::words::Words;
use crate::domain::zone::zone_by_name;
use crate::locale::Lang;

/// The sort of an option's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Words in quotes.
    Words,
    /// True or false.
    YesNo,
    /// A list of words in quotes.
    List,
}

/// Every option there is, in the order of the example. A point stands between a table and its option.
pub const OPTIONS: [(&str, Sort); 9] = [
    ("language", Sort::Words),
    ("zone", Sort::Words),
    ("hours", Sort::Words),
    ("theme", Sort::Words),
    ("pictures", Sort::Words),
    ("clock", Sort::YesNo),
    ("mouse", Sort::YesNo),
    ("daemon.on_due", Sort::List),
    ("daemon.notify", Sort::YesNo),
];

/// What a file says: the settings, and which options it names in which line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The settings; what is not named is as it usually is.
    pub config: Config,
    /// The options named, each with its line.
    pub lines: Vec<(&'static str, usize)>,
}

/// The whole file, or everything wrong with it in the order of its lines. `themes` are her own.
pub(super) fn config(file: &str, themes: &[String]) -> Result<Said, Vec<Mistake>> {
    let (page, root) = Page::toml(file);
    let mut reading = Reading {
        page,
        said: Said::default(),
        themes,
    };
    reading.table("", root.get_ref());
    let mistakes = reading.page.finish();
    if mistakes.is_empty() {
        Ok(reading.said)
    } else {
        Err(mistakes)
    }
}

/// The tables that options stand in.
fn tables() -> impl Iterator<Item = &'static str> {
    OPTIONS
        .iter()
        .filter_map(|(key, _)| Some(key.split_once('.')?.0))
}

struct Reading<'f> {
    page: Page<'f>,
    said: Said,
    themes: &'f [String],
}

impl Reading<'_> {
    /// The options of a table; the outermost has no name.
    fn table(&mut self, name: &str, table: &DeTable<'_>) {
        for (key, value) in in_order(table) {
            let at = key.span().start;
            let whole = match name {
                "" => key.get_ref().to_string(),
                table => format!("{table}.{}", key.get_ref()),
            };
            if name.is_empty() && tables().any(|table| table == whole) {
                if let Some(inside) = value.get_ref().as_table() {
                    self.table(&whole, inside);
                } else {
                    let words = Words::new("page-wants-table").with("key", &whole);
                    self.page.complain(at, words);
                }
                continue;
            }
            if let Some((option, _)) = OPTIONS.iter().find(|(option, _)| *option == whole) {
                self.option(option, at, value);
            } else {
                let names = OPTIONS.iter().map(|(option, _)| *option).chain(tables());
                self.page.complain(at, unknown(&whole, names));
            }
        }
    }

    fn option(&mut self, key: &'static str, at: usize, value: &Spanned<DeValue<'_>>) {
        let read = self.value(key, value.get_ref());
        if self.page.check(value.span().start, read).is_some() {
            self.said.lines.push((key, self.page.place(at).0));
        }
    }

    fn value(&mut self, key: &'static str, value: &DeValue<'_>) -> Result<(), Words> {
        let config = &mut self.said.config;
        match key {
            "language" => config.language = language(key, words(key, value)?)?,
            "zone" => config.zone = zone(words(key, value)?)?,
            "hours" => config.hours = hours(words(key, value)?)?,
            "theme" => config.theme = theme(key, words(key, value)?, self.themes)?,
            "pictures" => config.pictures = pictures(key, words(key, value)?)?,
            "clock" => config.clock = yes_or_no(key, value)?,
            "mouse" => config.mouse = yes_or_no(key, value)?,
            "daemon.on_due" => config.daemon.on_due = command(key, value)?,
            _ => config.daemon.notify = yes_or_no(key, value)?,
        }
        Ok(())
    }
}

fn language(key: &str, tag: &str) -> Result<Option<Lang>, Words> {
    let all: Vec<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
    match Lang::from_tag(tag) {
        None if !tag.is_empty() => choice(key, tag, &all).map(Lang::from_tag),
        lang => Ok(lang),
    }
}

fn zone(name: &str) -> Result<Option<chrono_tz::Tz>, Words> {
    if name.is_empty() {
        return Ok(None);
    }
    zone_by_name(name).map(Some).map_err(|error| {
        let words = match error.nearest.as_slice() {
            [] => Words::new("config-zone"),
            nearest => Words::new("config-zone-near").with("near", nearest.join(", ")),
        };
        words.with("value", quote(name))
    })
}

fn hours(text: &str) -> Result<String, Words> {
    if !text.is_empty() && Hours::parse(text).is_err() {
        return Err(Words::new("config-hours").with("value", quote(text)));
    }
    Ok(text.to_owned())
}

fn theme(key: &str, name: &str, own: &[String]) -> Result<Look, Words> {
    let mut all: Vec<&str> = Look::names().collect();
    all.extend(own.iter().map(String::as_str));
    choice(key, name, &all).map(Look::from_word)
}

fn pictures(key: &str, word: &str) -> Result<Wish, Words> {
    let all = Wish::ALL.map(Wish::word);
    let word = choice(key, word, &all)?;
    Ok(Wish::from_word(word).unwrap_or_default())
}

/// The program and its words; the first of them must name one.
fn command(key: &str, value: &DeValue<'_>) -> Result<Vec<String>, Words> {
    let words = list(key, value)?;
    if words.first().is_some_and(|program| program.is_empty()) {
        return Err(Words::new("config-no-program").with("key", key));
    }
    Ok(words.into_iter().map(str::to_owned).collect())
}
