//! What can be wrong with a keymap of hers, said so that she can mend it.

use std::fmt;

use crate::action::Action;
use crate::keys::{Chord, ChordError};
use crate::locale::{Arg, Lang, Locale};

/// As much of a wrong word as is worth repeating.
const QUOTED: usize = 40;

/// One thing wrong with a keymap file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("keymap line {line}: {fault}")]
pub struct Mistake {
    /// The number of the line, from 1.
    pub line: usize,
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

impl Mistake {
    /// The mistake in her language, with its line.
    pub fn say(&self, locale: &Locale) -> String {
        let what = self.fault.say(locale);
        locale.say(
            "keymap-line",
            &[
                ("line", self.line.to_string().into()),
                ("what", what.into()),
            ],
        )
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

    /// The fault in her language.
    pub fn say(&self, locale: &Locale) -> String {
        let title = |action: &Action| Arg::from(locale.text(&action.title_key()));
        let chord = |chord: &Chord| Arg::from(chord.to_string());
        let (key, args): (&str, &[(&str, Arg)]) = match self {
            Self::Syntax(detail) => ("keymap-syntax", &[("detail", quote(detail))]),
            Self::UnknownTable(name) => ("keymap-unknown-table", &[("name", quote(name))]),
            Self::NotAnAction(written) => ("keymap-not-an-action", &[("chord", quote(written))]),
            Self::UnknownAction { id, near: None } => {
                ("keymap-unknown-action", &[("id", quote(id))])
            }
            Self::UnknownAction {
                id,
                near: Some(near),
            } => (
                "keymap-unknown-action-near",
                &[("id", quote(id)), ("near", near.id().into())],
            ),
            Self::Chord(written, error) => return say_chord(locale, written, error),
            Self::Forbidden(used, sign) => (
                "keymap-forbidden",
                &[("chord", chord(used)), ("sign", sign.to_string().into())],
            ),
            Self::Twice {
                chord: used,
                action,
                line,
            } => (
                "keymap-twice",
                &[
                    ("chord", chord(used)),
                    ("action", action.as_ref().map_or("none".into(), title)),
                    ("other", line.to_string().into()),
                ],
            ),
            Self::Prefix {
                chord: used,
                longer: other,
                action,
            } => (
                "keymap-prefix",
                &[
                    ("chord", chord(used)),
                    ("longer", chord(other)),
                    ("action", title(action)),
                ],
            ),
            Self::Behind {
                chord: used,
                shorter: other,
                action,
            } => (
                "keymap-behind",
                &[
                    ("chord", chord(used)),
                    ("shorter", chord(other)),
                    ("action", title(action)),
                ],
            ),
        };
        locale.say(key, args)
    }
}

impl fmt::Display for Fault {
    /// For the log, in English and without her words around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&Locale::new(Lang::En)))
    }
}

fn say_chord(locale: &Locale, written: &str, error: &ChordError) -> String {
    let (key, arg) = match error {
        ChordError::Empty => ("keymap-chord-empty", ("chord", quote(written))),
        ChordError::TooLong => ("keymap-chord-long", ("chord", quote(written))),
        ChordError::NotAKey(key) => ("keymap-chord-key", ("key", quote(key))),
        ChordError::NotAModifier(key) => ("keymap-chord-modifier", ("key", quote(key))),
        ChordError::ShiftedCharacter(key) => ("keymap-chord-shift", ("key", quote(key))),
    };
    locale.say(key, &[arg])
}

/// A wrong word made harmless: short, and with `�` for everything a terminal would obey or not show.
fn quote(word: &str) -> Arg {
    let harmless = |c: char| match c.escape_debug().next() {
        Some('\\') if !matches!(c, '\\' | '"' | '\'') => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    let mut quoted: String = word.chars().take(QUOTED).map(harmless).collect();
    if word.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted.into()
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
        assert_eq!(quote("a\u{1b}[2Jb\u{202e}"), "a�[2Jb�".into());
        assert_eq!(quote("it's \"ж\" \\"), "it's \"ж\" \\".into());
        let long = "x".repeat(QUOTED);
        assert_eq!(quote(&long), long.as_str().into());
        assert_eq!(quote(&"x".repeat(500)), format!("{long}…").into());
    }

    #[test]
    fn a_mistake_says_its_line_and_the_way_out() {
        let mistake = Mistake {
            line: 1200,
            fault: Fault::unknown_action("app.udno"),
        };
        assert_eq!(
            mistake.say(&Locale::new(Lang::En)),
            "keymap.toml, line 1200: there is no action “app.udno”; did you mean “app.undo”?"
        );
        assert_eq!(
            mistake.say(&Locale::new(Lang::Ru)),
            "keymap.toml, строка 1200: действия «app.udno» нет; может быть, «app.undo»?"
        );
        assert!(
            mistake
                .to_string()
                .starts_with("keymap line 1200: there is no action")
        );
    }
}
