//! What can be wrong with a keymap of hers, said so that she can mend it.

use crate::action::Action;
use crate::domain::page;
use crate::domain::words::Words;
use crate::keys::{Chord, ChordError};

/// As much of a wrong word as is worth repeating.
const QUOTED: usize = 40;

/// One thing wrong with a keymap file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("keymap line {line}: {fault:?}")]
pub struct Mistake {
    /// The number of the line, from 1.
    pub line: usize,
    /// The number of the character in it, from 1.
    pub column: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a line of a keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be read as TOML here; in the words of the parser.
    Syntax(String),
    /// A table or key other than `[desk]`.
    UnknownTable(String),
    /// The value of this chord is not a string.
    NotAnAction(String),
    /// No action has this id.
    UnknownAction {
        /// As written.
        id: String,
        /// The action that was probably meant.
        near: Option<Action>,
    },
    /// What was written is not a chord.
    Chord(String, ChordError),
    /// The chord uses a sign that other layouts type with other keys.
    Forbidden(Chord, char),
    /// The chord was bound before.
    Twice {
        /// The chord.
        chord: Chord,
        /// What the earlier line gave it; none if it took it away.
        action: Option<Action>,
        /// The number of the earlier line.
        line: usize,
    },
    /// Another chord begins with this one, and could not be typed any more.
    Prefix {
        /// The chord of this line.
        chord: Chord,
        /// The chord it would hide.
        longer: Chord,
        /// What that one means.
        action: Action,
    },
    /// This chord begins with another one, so that it could never be typed.
    Behind {
        /// The chord of this line.
        chord: Chord,
        /// The chord that answers first.
        shorter: Chord,
        /// What that one means.
        action: Action,
    },
}

impl From<Mistake> for page::Mistake {
    fn from(mistake: Mistake) -> Self {
        Self {
            line: mistake.line,
            column: mistake.column,
            words: mistake.fault.words(),
        }
    }
}

impl Fault {
    /// An id nobody knows, with the action that was probably meant.
    pub(super) fn unknown_action(id: &str) -> Self {
        Self::UnknownAction {
            id: id.to_owned(),
            near: nearest(id),
        }
    }

    /// The sentence for her, without its line. Actions go by their ids, as she writes them.
    pub fn words(&self) -> Words {
        match self {
            Self::Syntax(detail) => Words::new("keymap-syntax").with("detail", quote(detail)),
            Self::UnknownTable(name) => {
                Words::new("keymap-unknown-table").with("name", quote(name))
            }
            Self::NotAnAction(written) => {
                Words::new("keymap-not-an-action").with("chord", quote(written))
            }
            Self::UnknownAction { id, near: None } => {
                Words::new("keymap-unknown-action").with("id", quote(id))
            }
            Self::UnknownAction {
                id,
                near: Some(near),
            } => Words::new("keymap-unknown-action-near")
                .with("id", quote(id))
                .with("near", near.id()),
            Self::Chord(written, error) => of_chord(written, error),
            Self::Forbidden(used, sign) => Words::new("keymap-forbidden")
                .with("chord", used)
                .with("sign", sign),
            Self::Twice {
                chord,
                action,
                line,
            } => Words::new("keymap-twice")
                .with("chord", chord)
                .with("action", action.map_or("none", Action::id))
                .with("other", line),
            Self::Prefix {
                chord,
                longer,
                action,
            } => Words::new("keymap-prefix")
                .with("chord", chord)
                .with("longer", longer)
                .with("action", action.id()),
            Self::Behind {
                chord,
                shorter,
                action,
            } => Words::new("keymap-behind")
                .with("chord", chord)
                .with("shorter", shorter)
                .with("action", action.id()),
        }
    }
}

fn of_chord(written: &str, error: &ChordError) -> Words {
    match error {
        ChordError::Empty => Words::new("keymap-chord-empty").with("chord", quote(written)),
        ChordError::TooLong => Words::new("keymap-chord-long").with("chord", quote(written)),
        ChordError::NotAKey(key) => Words::new("keymap-chord-key").with("key", quote(key)),
        ChordError::NotAModifier(key) => {
            Words::new("keymap-chord-modifier").with("key", quote(key))
        }
        ChordError::ShiftedCharacter(key) => {
            Words::new("keymap-chord-shift").with("key", quote(key))
        }
    }
}

/// A wrong word made harmless: short, and with `�` for everything a terminal would obey or not show.
fn quote(word: &str) -> String {
    let harmless = |c: char| match c.escape_debug().next() {
        Some('\\') if !matches!(c, '\\' | '"' | '\'') => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    let mut quoted: String = word.chars().take(QUOTED).map(harmless).collect();
    if word.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}

/// The action whose id is closest to what was written: its last word alone is close, and so are two slips of the finger.
fn nearest(written: &str) -> Option<Action> {
    let wanted: Vec<char> = written
        .chars()
        .take(QUOTED)
        .flat_map(char::to_lowercase)
        .collect();
    let distance = |action: &Action| {
        let id = action.id();
        let verb = id.split_once('.').map_or(id, |(_, verb)| verb);
        slips(&wanted, id).min(slips(&wanted, verb))
    };
    let best = Action::ALL.iter().min_by_key(|action| distance(action))?;
    (distance(best) <= 2.min(wanted.len() / 2)).then_some(*best)
}

/// How many letters must be put in, left out or changed to make one word of the other (Levenshtein's distance).
fn slips(wanted: &[char], word: &str) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (above, letter) in word.chars().enumerate() {
        let mut corner = above;
        let mut left = above + 1;
        row[0] = left;
        for (cell, want) in row.iter_mut().skip(1).zip(wanted) {
            let changed = corner + usize::from(letter != *want);
            corner = *cell;
            left = changed.min(corner + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn a_slip_of_the_finger_finds_its_action() {
        assert_eq!(nearest("app.undo"), Some(Action::Undo));
        assert_eq!(nearest("app.udno"), Some(Action::Undo));
        assert_eq!(nearest("undo"), Some(Action::Undo));
        assert_eq!(nearest("item.next_slot"), Some(Action::NextSlot));
        assert_eq!(nearest("Go.Inbox"), Some(Action::GoInbox));
        assert_eq!(nearest("publish.everything"), None);
        assert_eq!(nearest("x"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn slips_are_counted_one_by_one() {
        let count = |a: &str, b: &str| slips(&a.chars().collect::<Vec<_>>(), b);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", ""), 3);
        assert_eq!(count("same", "same"), 0);
    }

    #[test]
    fn a_word_from_the_file_cannot_reach_the_terminal_raw() {
        assert_eq!(quote("a\u{1b}[2Jb\u{202e}"), "a�[2Jb�");
        assert_eq!(quote("it's \"ж\" \\"), "it's \"ж\" \\");
        let long = "x".repeat(QUOTED);
        assert_eq!(quote(&long), long);
        assert_eq!(quote(&"x".repeat(500)), format!("{long}…"));
    }

    #[test]
    fn a_mistake_says_its_line_and_the_way_out() {
        let mistake = page::Mistake::from(Mistake {
            line: 1200,
            column: 7,
            fault: Fault::unknown_action("app.udno"),
        });
        assert_eq!((mistake.line, mistake.column), (1200, 7));
        let said = |lang| crate::locale::Locale::new(lang).words(&mistake.words);
        assert_eq!(
            said(Lang::En),
            "there is no action “app.udno”; did you mean “app.undo”?"
        );
        assert_eq!(
            said(Lang::Ru),
            "действия «app.udno» нет; может быть, «app.undo»?"
        );
    }
}
