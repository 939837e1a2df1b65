//! Changing one option in the text of `config.toml`: every other byte stays as she wrote it.
//!
//! The parser says where a value stands, and only that stretch of the text is replaced: a document written anew from its
//! tree would lose the ends of lines of other systems.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Config;
use crate::domain::page::{Line, Mistake, Page, in_order};

/// Why the text was left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unplaced {
    /// The file would have these mistakes.
    Mistakes(Vec<Mistake>),
    /// It is written in a way that only a person can change.
    ByHand,
}

/// The text with this option set to this literal. `themes` are her own.
pub fn set(text: &str, key: &str, literal: &str, themes: &[String]) -> Result<String, Unplaced> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = &text[..text.len() - bare.len()];
    let (_, root) = Page::toml(bare);
    let place = Place::of(bare, root.get_ref());
    let new = if let Some(found) = place.found(key) {
        spliced(bare, found.value, literal)
    } else {
        let (at, line) = place.room(key, literal).ok_or(Unplaced::ByHand)?;
        spliced(bare, at..at, &line)
    };
    checked(format!("{mark}{new}"), themes)
}

/// The text without this option, or none where it does not say it.
pub fn unset(text: &str, key: &str, themes: &[String]) -> Result<Option<String>, Unplaced> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = &text[..text.len() - bare.len()];
    let (page, root) = Page::toml(bare);
    let place = Place::of(bare, root.get_ref());
    let Some(found) = place.found(key) else {
        let mistakes = page.finish();
        return if mistakes.is_empty() {
            Ok(None)
        } else {
            Err(Unplaced::Mistakes(mistakes))
        };
    };
    let line = place.line_start(found.key.start)..place.line_end(found.value.end);
    if !bare[line.start..found.key.start].trim().is_empty() {
        return Err(Unplaced::ByHand);
    }
    checked(format!("{mark}{}", spliced(bare, line, "")), themes).map(Some)
}

/// The text, if it can be read to the end.
fn checked(text: String, themes: &[String]) -> Result<String, Unplaced> {
    match Config::read(&text, themes) {
        Ok(_) => Ok(text),
        Err(mistakes) => Err(Unplaced::Mistakes(mistakes)),
    }
}

fn spliced(text: &str, stretch: Range<usize>, instead: &str) -> String {
    [&text[..stretch.start], instead, &text[stretch.end..]].concat()
}

/// Where a name and its value stand.
struct Found {
    key: Range<usize>,
    value: Range<usize>,
}

/// How a table is written.
enum Written {
    /// `[daemon]` on a line of its own.
    Header,
    /// `daemon.notify = …`.
    Dotted,
    /// `daemon = { … }`.
    Inline,
}

/// The text with what the parser found in it.
struct Place<'t, 'i> {
    text: &'t str,
    root: &'t DeTable<'i>,
}

impl<'t, 'i> Place<'t, 'i> {
    const fn of(text: &'t str, root: &'t DeTable<'i>) -> Self {
        Self { text, root }
    }

    fn line(table: &'t DeTable<'i>, name: &str) -> Option<Line<'t, 'i>> {
        table.iter().find(|(key, _)| key.get_ref() == name)
    }

    fn found(&self, key: &str) -> Option<Found> {
        let (name, value) = match key.split_once('.') {
            None => Self::line(self.root, key)?,
            Some((table, name)) => {
                let (_, inside) = Self::line(self.root, table)?;
                Self::line(inside.get_ref().as_table()?, name)?
            }
        };
        Some(Found {
            key: name.span(),
            value: value.span(),
        })
    }

    /// Where a new option goes, and the line that goes there; none where only a person can say.
    fn room(&self, key: &str, literal: &str) -> Option<(usize, String)> {
        let Some((table, name)) = key.split_once('.') else {
            let end = self.first_header();
            return Some(self.within(0..end, self.root, key, literal));
        };
        let Some((header, inside)) = Self::line(self.root, table) else {
            let gap = if self.text.is_empty() {
                ""
            } else {
                self.newline()
            };
            let line = format!("{gap}[{table}]{}{name} = {literal}", self.newline());
            return Some(self.appended(&line));
        };
        let inside = inside.get_ref().as_table()?;
        match self.written(header.span()) {
            Written::Inline => None,
            Written::Dotted => {
                let last = in_order(inside).pop()?.1.span().end;
                Some(self.after(last, key, literal))
            }
            Written::Header => {
                let from = self.line_end(header.span().end);
                let end = self.header_after(from);
                Some(self.within(from..end, inside, name, literal))
            }
        }
    }

    /// Behind the line that says it as a comment, else behind the last option there, else at the start.
    fn within(
        &self,
        section: Range<usize>,
        table: &DeTable<'_>,
        name: &str,
        literal: &str,
    ) -> (usize, String) {
        if let Some(end) = self.commented(section.clone(), name) {
            return self.after(end, name, literal);
        }
        let lines = in_order(table).into_iter();
        let last = lines
            .map(|(_, value)| value.span())
            .filter(|value| value.start >= section.start && value.end <= section.end)
            .map(|value| value.end)
            .max();
        match last {
            Some(last) => self.after(last, name, literal),
            None if section.end == self.text.len() && section.start == 0 => {
                self.appended(&format!("{name} = {literal}"))
            }
            None => {
                let line = format!("{name} = {literal}{}", self.newline());
                (section.start, self.begun(section.start, line))
            }
        }
    }

    /// The end of the line in which the option stands behind a `#`, outside of any value.
    fn commented(&self, section: Range<usize>, name: &str) -> Option<usize> {
        let mut at = section.start;
        for line in self.text[section].split_inclusive('\n') {
            let says = line.trim_start().strip_prefix('#').is_some_and(|rest| {
                let rest = rest.trim_start().strip_prefix(name);
                rest.is_some_and(|rest| rest.trim_start().starts_with('='))
            });
            if says && !self.values().any(|value| value.contains(&at)) {
                return Some(at + line.trim_end_matches(['\r', '\n']).len());
            }
            at += line.len();
        }
        None
    }

    /// Every value, of tables too.
    fn values(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.root.values().flat_map(|value| match value.get_ref() {
            DeValue::Table(inside) => inside.values().map(toml::Spanned::span).collect(),
            _ => vec![value.span()],
        })
    }

    /// A line of its own behind the line in which this byte stands.
    fn after(&self, at: usize, name: &str, literal: &str) -> (usize, String) {
        let end = self.line_end(at);
        let line = format!("{name} = {literal}{}", self.newline());
        (end, self.begun(end, line))
    }

    /// A line at the end.
    fn appended(&self, line: &str) -> (usize, String) {
        let end = self.text.len();
        (end, self.begun(end, format!("{line}{}", self.newline())))
    }

    /// The line, and a new line before it where the one before was never ended.
    fn begun(&self, at: usize, line: String) -> String {
        let before = &self.text[..at];
        if before.is_empty() || before.ends_with('\n') {
            line
        } else {
            format!("{}{line}", self.newline())
        }
    }

    fn written(&self, header: Range<usize>) -> Written {
        let before = self.text[..header.start].trim_end_matches([' ', '\t']);
        let after = self.text[header.end..].trim_start_matches([' ', '\t']);
        if before.ends_with('[') {
            Written::Header
        } else if after.starts_with('.') {
            Written::Dotted
        } else {
            Written::Inline
        }
    }

    /// Where the first table begins, with the line it stands in.
    fn first_header(&self) -> usize {
        self.header_after(0)
    }

    /// Where the next table begins at or behind this byte.
    fn header_after(&self, from: usize) -> usize {
        let tables = self
            .root
            .iter()
            .filter(|(_, value)| value.get_ref().is_table());
        tables
            .map(|(key, _)| key.span())
            .filter(|key| key.start >= from && matches!(self.written(key.clone()), Written::Header))
            .map(|key| self.line_start(key.start))
            .min()
            .unwrap_or(self.text.len())
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Behind the end of the line in which this byte stands.
    fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        rest.find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// How this file ends its lines.
    fn newline(&self) -> &'static str {
        let first = self.text.find('\n').unwrap_or_default();
        if self.text[..first].ends_with('\r') {
            "\r\n"
        } else {
            "\n"
        }
    }
}
