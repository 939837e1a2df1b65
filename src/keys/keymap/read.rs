//! Reading a keymap file: every line that is right, and every mistake with the number of its line.

use toml::de::{DeTable, DeValue};

use super::{Binding, Fault, Mistake};
use crate::action::Action;
use crate::domain::page::Page;
use crate::keys::{Chord, Code};

/// The only table of a keymap: the command places.
const TABLE: &str = "desk";
/// Written instead of an action, it takes a built-in chord away.
const NOTHING: &str = "none";
/// Signs that other layouts type with the keys of `/`, `?`, `q`, or with Shift and a digit: no way to tell what was meant.
const FORBIDDEN: [char; 9] = ['.', ',', ';', '|', '&', '^', '$', '@', '#'];

/// What a line gives its chord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Does(Action),
    Nothing,
}

/// One readable line of a keymap file.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) chord: Chord,
    meaning: Meaning,
    /// Where it begins in the file; its number is counted only for a mistake.
    start: usize,
}

impl Line {
    /// The binding it makes, if it makes one.
    pub(super) fn binding(self) -> Option<Binding> {
        let action = self.action()?;
        Some(Binding {
            chord: self.chord,
            action,
        })
    }

    fn action(&self) -> Option<Action> {
        match self.meaning {
            Meaning::Does(action) => Some(action),
            Meaning::Nothing => None,
        }
    }
}

/// The lines of a keymap file in their order, and all that is wrong with the others.
pub(super) fn lines(page: &Page<'_>) -> (Vec<Line>, Vec<Mistake>) {
    let (root, unreadable) = DeTable::parse_recoverable(page.text());
    let mut reader = Reader {
        page,
        lines: Vec::with_capacity(64),
        mistakes: Vec::new(),
    };
    for (name, value) in root.get_ref() {
        match value.get_ref() {
            DeValue::Table(table) if name.get_ref() == TABLE => reader.read_table(table),
            _ => {
                let fault = Fault::UnknownTable(name.get_ref().to_string());
                reader.complain(name.span().start, fault);
            }
        }
    }
    for error in &unreadable {
        reader.complain_of_toml(error);
    }
    (reader.lines, reader.mistakes)
}

/// Chords that could never be typed because another one is complete before them: hers against hers, hers against the built-in.
pub(super) fn never_typed(page: &Page<'_>, lines: &[Line], others: &[Binding]) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if line.meaning == Meaning::Nothing {
            continue;
        }
        // Of two lines of hers the later one is named.
        let hers = lines.iter().take(place);
        let hers = hers.filter_map(|other| Some((&other.chord, other.action()?)));
        let builtin = others.iter().map(|other| (&other.chord, other.action));
        for (other, action) in hers.chain(builtin) {
            mistakes.extend(
                hiding(&line.chord, other, action).map(|fault| mistake(page, line.start, fault)),
            );
        }
    }
    mistakes
}

/// What is wrong when one of two chords begins the other.
fn hiding(chord: &Chord, other: &Chord, action: Action) -> Option<Fault> {
    let (here, there) = (chord.keys(), other.keys());
    if here.len() < there.len() && there.starts_with(here) {
        Some(Fault::Prefix {
            chord: chord.clone(),
            longer: other.clone(),
            action,
        })
    } else if there.len() < here.len() && here.starts_with(there) {
        Some(Fault::Behind {
            chord: chord.clone(),
            shorter: other.clone(),
            action,
        })
    } else {
        None
    }
}

struct Reader<'p, 'f> {
    page: &'p Page<'f>,
    lines: Vec<Line>,
    mistakes: Vec<Mistake>,
}

impl Reader<'_, '_> {
    /// Reads the table in the order of the file: the parser keeps it sorted by name.
    fn read_table(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(written, _)| written.span().start);
        for (written, value) in entries {
            let start = written.span().start;
            let chord = read_chord(written.get_ref()).map_err(|fault| self.complain(start, fault));
            let meaning = read_meaning(written.get_ref(), value.get_ref())
                .map_err(|fault| self.complain(value.span().start, fault));
            if let (Ok(chord), Ok(meaning)) = (chord, meaning) {
                self.keep(Line {
                    chord,
                    meaning,
                    start,
                });
            }
        }
    }

    /// Keeps a line unless an earlier one has the same chord, spelled in another way.
    fn keep(&mut self, line: Line) {
        match self.twice(&line.chord) {
            Some(fault) => self.complain(line.start, fault),
            None => self.lines.push(line),
        }
    }

    /// What the TOML parser found: the same key twice is our business, the rest is said in its words.
    fn complain_of_toml(&mut self, error: &toml::de::Error) {
        let span = error.span().unwrap_or_default();
        let written = self.page.text().get(span.clone()).unwrap_or_default();
        let twice = written
            .trim_matches(['"', '\''])
            .parse()
            .ok()
            .filter(|_| error.message().starts_with("duplicate key"))
            .and_then(|chord| self.twice(&chord));
        let fault = twice.unwrap_or_else(|| Fault::Syntax(error.message().to_owned()));
        self.complain(span.start, fault);
    }

    /// The fault of binding a chord that an earlier line has, if one has it.
    fn twice(&self, chord: &Chord) -> Option<Fault> {
        let earlier = self.lines.iter().find(|line| line.chord == *chord)?;
        Some(Fault::Twice {
            chord: chord.clone(),
            action: earlier.action(),
            line: self.page.place(earlier.start).0,
        })
    }

    fn complain(&mut self, start: usize, fault: Fault) {
        self.mistakes.push(mistake(self.page, start, fault));
    }
}

/// What is wrong at a byte of the file.
fn mistake(page: &Page<'_>, at: usize, fault: Fault) -> Mistake {
    let (line, column) = page.place(at);
    Mistake {
        line,
        column,
        fault,
    }
}

/// What is written behind a chord.
fn read_meaning(chord: &str, value: &DeValue<'_>) -> Result<Meaning, Fault> {
    match value.as_str() {
        None => Err(Fault::NotAnAction(chord.to_owned())),
        Some(NOTHING) => Ok(Meaning::Nothing),
        Some(id) => Action::from_id(id)
            .map(Meaning::Does)
            .ok_or_else(|| Fault::unknown_action(id)),
    }
}

fn read_chord(written: &str) -> Result<Chord, Fault> {
    let chord: Chord = written
        .parse()
        .map_err(|error| Fault::Chord(written.to_owned(), error))?;
    let forbidden = chord.keys().iter().find_map(|key| match key.code {
        Code::Char(c) if FORBIDDEN.contains(&c) => Some(c),
        _ => None,
    });
    match forbidden {
        Some(sign) => Err(Fault::Forbidden(chord, sign)),
        None => Ok(chord),
    }
}
