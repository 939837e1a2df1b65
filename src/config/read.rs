//! Reading `config.toml`: every option that is right, and every mistake with the number of its line.

use toml::de::{DeTable, DeValue};

use super::mistake::{Fault, Mistake};
use super::{Config, Look};
use crate::domain::hours::Hours;
use crate::domain::slips;
use crate::domain::zone::zone_by_name;
use crate::locale::Lang;

/// Every option there is.
pub(super) const KEYS: [&str; 6] = ["language", "zone", "hours", "theme", "clock", "mouse"];

/// The whole file, or everything wrong with it in the order of its lines.
pub(super) fn config(file: &str) -> Result<Config, Vec<Mistake>> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let (root, unreadable) = DeTable::parse_recoverable(file);
    let mut reading = Reading {
        file,
        config: Config::default(),
        mistakes: Vec::new(),
    };
    for error in &unreadable {
        let at = error.span().map_or(0, |span| span.start);
        reading.complain(at, Fault::Syntax(error.message().to_owned()));
    }
    for (key, value) in root.get_ref() {
        if key.get_ref() == "daemon" {
            reading.daemon(key.span().start, value.get_ref());
            continue;
        }
        let known = KEYS.iter().find(|known| **known == key.get_ref().as_ref());
        let read = match known {
            Some(known) => reading.option(known, value.get_ref()),
            None => Err(unknown(key.get_ref())),
        };
        if let Err(fault) = read {
            reading.complain(key.span().start, fault);
        }
    }
    if reading.mistakes.is_empty() {
        return Ok(reading.config);
    }
    reading.mistakes.sort_by_key(|mistake| mistake.line);
    Err(reading.mistakes)
}

struct Reading<'f> {
    file: &'f str,
    config: Config,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn option(&mut self, key: &'static str, value: &DeValue<'_>) -> Result<(), Fault> {
        match key {
            "language" => self.config.language = language(key, value)?,
            "zone" => self.config.zone = zone(key, value)?,
            "hours" => self.config.hours = hours(key, value)?,
            "theme" => self.config.theme = theme(key, value)?,
            "clock" => self.config.clock = yes_or_no(key, value)?,
            _ => self.config.mouse = yes_or_no(key, value)?,
        }
        Ok(())
    }

    fn daemon(&mut self, at: usize, value: &DeValue<'_>) {
        let Some(table) = value.as_table() else {
            let (key, wanted) = ("daemon", "config-wants-table");
            return self.complain(at, Fault::WrongSort { key, wanted });
        };
        self.config.daemon = super::daemon::table(table, |at, fault| {
            self.mistakes.push(Mistake {
                line: line(self.file, at),
                fault,
            });
        });
    }

    fn complain(&mut self, at: usize, fault: Fault) {
        let line = line(self.file, at);
        self.mistakes.push(Mistake { line, fault });
    }
}

/// The number of the line in which a place lies.
fn line(file: &str, at: usize) -> usize {
    let before = file.get(..at).unwrap_or_default();
    1 + before.matches('\n').count()
}

fn unknown(key: &str) -> Fault {
    Fault::UnknownKey {
        key: key.to_owned(),
        near: slips::nearest(key, KEYS),
    }
}

fn language(key: &'static str, value: &DeValue<'_>) -> Result<Option<Lang>, Fault> {
    let tag = words(key, value)?;
    if tag.is_empty() {
        return Ok(None);
    }
    Lang::from_tag(tag)
        .map(Some)
        .ok_or_else(|| Fault::NoSuchChoice {
            key,
            value: tag.to_owned(),
            choices: Lang::ALL.iter().map(|lang| lang.tag()).collect(),
        })
}

fn zone(key: &'static str, value: &DeValue<'_>) -> Result<Option<chrono_tz::Tz>, Fault> {
    let name = words(key, value)?;
    if name.is_empty() {
        return Ok(None);
    }
    zone_by_name(name).map(Some).map_err(|error| Fault::Zone {
        value: name.to_owned(),
        nearest: error.nearest,
    })
}

fn hours(key: &'static str, value: &DeValue<'_>) -> Result<String, Fault> {
    let text = words(key, value)?.to_owned();
    if !text.is_empty() && Hours::parse(&text).is_err() {
        return Err(Fault::Hours { value: text });
    }
    Ok(text)
}

fn theme(key: &'static str, value: &DeValue<'_>) -> Result<Look, Fault> {
    let word = words(key, value)?;
    Look::from_word(word).ok_or_else(|| Fault::NoSuchChoice {
        key,
        value: word.to_owned(),
        choices: Look::ALL.iter().map(|look| look.word()).collect(),
    })
}

fn words<'v>(key: &'static str, value: &'v DeValue<'_>) -> Result<&'v str, Fault> {
    let wanted = "config-wants-words";
    value
        .as_str()
        .map(str::trim)
        .ok_or(Fault::WrongSort { key, wanted })
}

pub(super) fn yes_or_no(key: &'static str, value: &DeValue<'_>) -> Result<bool, Fault> {
    let wanted = "config-wants-bool";
    value.as_bool().ok_or(Fault::WrongSort { key, wanted })
}
