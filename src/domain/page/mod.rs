//! A page that she wrote herself: settings, platforms, words. What is wrong with it, all of it, and where.

pub mod lists;
pub mod sorts;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::sanitize;
use super::words::Words;

/// As much of a wrong word as is worth repeating, in characters.
const QUOTED: usize = 40;

/// One thing wrong with a page, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {words:?}")]
pub struct Mistake {
    /// The number of the line, from 1; 0 where the page as a whole is wrong.
    pub line: usize,
    /// The number of the character in it, from 1; 0 where the line as a whole is wrong.
    pub column: usize,
    /// What is wrong, with the way out.
    pub words: Words,
}

impl Mistake {
    /// The page as a whole.
    pub const fn whole(words: Words) -> Self {
        Self {
            line: 0,
            column: 0,
            words,
        }
    }
}

/// A page while it is read, with what was wrong so far.
#[derive(Debug)]
pub struct Page<'t> {
    text: &'t str,
    /// Where each line begins: a page of a thousand mistakes is not walked a thousand times.
    lines: Vec<usize>,
    mistakes: Vec<Mistake>,
}

impl<'t> Page<'t> {
    /// A page of text; the mark that some editors put at its start is no part of it.
    pub fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self {
            text,
            lines: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            mistakes: Vec::new(),
        }
    }

    /// A page of TOML: as much of it as can be read.
    pub fn toml(text: &'t str) -> (Self, Spanned<DeTable<'t>>) {
        let mut page = Self::new(text);
        let (root, unreadable) = DeTable::parse_recoverable(page.text);
        for error in &unreadable {
            let span = error.span().unwrap_or_default();
            let written = page.text.get(span.clone()).unwrap_or_default();
            let words = if error.message().starts_with("duplicate key") {
                Words::new("page-twice").with("key", quote(written))
            } else {
                Words::new("page-syntax").with("detail", sanitize::line(error.message()))
            };
            page.complain(span.start, words);
        }
        (page, root)
    }

    /// The text without the mark at its start.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Notes what is wrong at a byte of the text.
    pub fn complain(&mut self, at: usize, words: Words) {
        let (line, column) = self.place(at);
        self.mistakes.push(Mistake {
            line,
            column,
            words,
        });
    }

    /// Line and column of a byte of the text, both from 1.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines[line - 1];
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Notes a mistake that was found on the way.
    pub fn check<T>(&mut self, at: usize, tried: Result<T, Words>) -> Option<T> {
        tried.map_err(|words| self.complain(at, words)).ok()
    }

    /// Whether nothing is wrong so far.
    pub const fn is_right(&self) -> bool {
        self.mistakes.is_empty()
    }

    /// How many mistakes there are so far.
    pub const fn mistakes(&self) -> usize {
        self.mistakes.len()
    }

    /// Everything that is wrong, in the order of the lines.
    pub fn finish(mut self) -> Vec<Mistake> {
        self.mistakes
            .sort_by_key(|mistake| (mistake.line, mistake.column));
        self.mistakes
    }
}

/// One line of a table: its name and its value, each with its place.
pub type Line<'t, 'i> = (
    &'t Spanned<std::borrow::Cow<'i, str>>,
    &'t Spanned<DeValue<'i>>,
);

/// The lines of a table as they stand on the page: the parser keeps them by name.
pub fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Line<'t, 'i>> {
    let mut lines: Vec<Line<'t, 'i>> = table.iter().collect();
    lines.sort_by_key(|(name, _)| name.span().start);
    lines
}

/// A wrong word made harmless and short.
pub fn quote(word: &str) -> String {
    let near: String = word.chars().take(QUOTED + 1).collect();
    let mut safe: String = sanitize::line(&near).chars().take(QUOTED).collect();
    if word.chars().nth(QUOTED).is_some() {
        safe.push('…');
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_has_the_line_and_column_an_editor_shows() {
        let mut page = Page::new("\u{feff}один = 1\r\nдва = 2\n");
        let at = page.text().find('2').unwrap();
        page.complain(at, Words::new("x"));
        page.complain(0, Words::new("y"));
        page.complain(page.text().len(), Words::new("z"));
        let places: Vec<(usize, usize)> =
            page.finish().iter().map(|m| (m.line, m.column)).collect();
        assert_eq!(places, [(1, 1), (2, 7), (3, 1)]);
    }

    #[test]
    fn a_key_that_stands_twice_is_named() {
        let (page, _) = Page::toml("a = 1\nb = 2\na = 3\n");
        let mistakes = page.finish();
        assert_eq!(mistakes.len(), 1);
        assert_eq!((mistakes[0].line, mistakes[0].column), (3, 1));
        assert_eq!(mistakes[0].words, Words::new("page-twice").with("key", "a"));
    }

    #[test]
    fn a_page_of_a_hundred_thousand_mistakes_is_read_at_once() {
        let text = "= ] x\n".repeat(100_000);
        let (page, _) = Page::toml(&text);
        assert!(!page.finish().is_empty());
        let deep = format!("a = {}", "[".repeat(100_000));
        let (page, _) = Page::toml(&deep);
        assert!(!page.finish().is_empty());
    }

    #[test]
    fn a_wrong_word_comes_back_harmless() {
        assert!(!quote("a\u{1b}[2J\u{202e}b").contains(['\u{1b}', '\u{202e}']));
        assert_eq!(quote(&"k".repeat(1 << 20)).chars().count(), QUOTED + 1);
    }
}
