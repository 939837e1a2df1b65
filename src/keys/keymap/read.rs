//! Reading a keymap file: every line that is right, and every mistake with the number of its line.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Binding, Fault, Mistake};
use crate::action::Action;
use crate::keys::{Chord, Code};

/// The only table of a keymap: the command places.
const TABLE: &str = "desk";
/// Written instead of an action, it takes a built-in chord away.
const NOTHING: &str = "none";
/// Signs that other layouts type with the keys of `/`, `?`, `q`, or with Shift and a digit: no way to tell what was meant.
const FORBIDDEN: [char; 9] = ['.', ',', ';', '|', '&', '^', '$', '@', '#'];

/// One readable line of a keymap file.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) chord: Chord,
    /// None where the line takes the chord away.
    action: Option<Action>,
    number: usize,
}

impl Line {
    /// The binding it makes, if it makes one.
    pub(super) fn binding(self) -> Option<Binding> {
        self.action.map(|action| Binding {
            chord: self.chord,
            action,
        })
    }
}

/// The lines of a keymap file in their order, and all that is wrong with the others.
pub(super) fn lines(file: &str) -> (Vec<Line>, Vec<Mistake>) {
    let (root, unreadable) = DeTable::parse_recoverable(file);
    let mut reader = Reader {
        file,
        lines: Vec::with_capacity(64),
        mistakes: Vec::new(),
    };
    for (name, value) in root.get_ref() {
        match value.get_ref() {
            DeValue::Table(table) if name.get_ref() == TABLE => reader.read_table(table),
            _ => {
                let fault = Fault::UnknownTable(name.get_ref().to_string());
                reader.complain(&name.span(), fault);
            }
        }
    }
    for error in &unreadable {
        reader.complain_of_toml(error);
    }
    (reader.lines, reader.mistakes)
}

/// Chords that could never be typed because another one is complete before them: hers against hers, hers against the built-in.
pub(super) fn never_typed(lines: &[Line], others: &[Binding]) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let bound = |line: &Line| line.action.map(|action| (line.chord.clone(), action));
    for (place, line) in lines.iter().enumerate() {
        if line.action.is_none() {
            continue;
        }
        // Of two lines of hers the later one is named.
        let earlier = lines.iter().take(place).filter_map(bound);
        let builtin = others
            .iter()
            .map(|other| (other.chord.clone(), other.action));
        for (other, action) in earlier.chain(builtin) {
            let chord = line.chord.clone();
            let fault = if chord == other {
                continue;
            } else if other.keys().starts_with(chord.keys()) {
                Fault::Prefix {
                    chord,
                    longer: other,
                    action,
                }
            } else if chord.keys().starts_with(other.keys()) {
                Fault::Behind {
                    chord,
                    shorter: other,
                    action,
                }
            } else {
                continue;
            };
            mistakes.push(Mistake {
                line: line.number,
                fault,
            });
        }
    }
    mistakes
}

struct Reader<'f> {
    file: &'f str,
    lines: Vec<Line>,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    /// Reads the table in the order of the file: the parser keeps it sorted by name.
    fn read_table(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(written, _)| written.span().start);
        for (written, value) in entries {
            let action = self.read_action(written.get_ref(), value.get_ref(), &value.span());
            match (read_chord(written.get_ref()), action) {
                (Ok(chord), Some(action)) => self.keep(chord, action, &written.span()),
                (Ok(_), None) => {}
                (Err(fault), _) => self.complain(&written.span(), fault),
            }
        }
    }

    /// The action of a line (`Some(None)`: nothing any more), or none after a complaint.
    fn read_action(
        &mut self,
        chord: &str,
        value: &DeValue<'_>,
        span: &Range<usize>,
    ) -> Option<Option<Action>> {
        let fault = match value.as_str() {
            None => Fault::NotAnAction(chord.to_owned()),
            Some(NOTHING) => return Some(None),
            Some(id) => match Action::from_id(id) {
                Some(action) => return Some(Some(action)),
                None => Fault::unknown_action(id),
            },
        };
        self.complain(span, fault);
        None
    }

    /// Keeps a line unless an earlier one has the same chord, spelled in another way.
    fn keep(&mut self, chord: Chord, action: Option<Action>, span: &Range<usize>) {
        match self.lines.iter().find(|line| line.chord == chord) {
            Some(earlier) => {
                let fault = twice(earlier);
                self.complain(span, fault);
            }
            None => {
                let number = self.line_of(span);
                self.lines.push(Line {
                    chord,
                    action,
                    number,
                });
            }
        }
    }

    /// What the TOML parser found: the same key twice is our business, the rest is said in its words.
    fn complain_of_toml(&mut self, error: &toml::de::Error) {
        let span = error.span().unwrap_or_default();
        let written = self.file.get(span.clone()).unwrap_or_default();
        let chord = written.trim_matches(['"', '\'']).parse::<Chord>().ok();
        let earlier = chord
            .filter(|_| error.message().starts_with("duplicate key"))
            .and_then(|chord| self.lines.iter().find(|line| line.chord == chord));
        let fault = earlier.map_or_else(|| Fault::Syntax(error.message().to_owned()), twice);
        self.complain(&span, fault);
    }

    fn complain(&mut self, span: &Range<usize>, fault: Fault) {
        let line = self.line_of(span);
        self.mistakes.push(Mistake { line, fault });
    }

    /// The number of the line where a span begins, from 1.
    fn line_of(&self, span: &Range<usize>) -> usize {
        let before = self.file.as_bytes().get(..span.start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

fn twice(earlier: &Line) -> Fault {
    Fault::Twice {
        chord: earlier.chord.clone(),
        action: earlier.action,
        line: earlier.number,
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
