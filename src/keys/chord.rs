//! A chord: the key or keys that are pressed for one action, as written in a keymap and as shown in the footer.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{Code, Key, Mods};

/// More keys than this nobody remembers.
const LONGEST: usize = 3;
/// Function keys a terminal can send.
const FUNCTION_KEYS: std::ops::RangeInclusive<u8> = 1..=24;

/// One to three key presses in a row: `Q`, `g t`, `ctrl-r`. Written with spaces between the presses.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord(Vec<Key>);

/// Why something written is not a chord. The key is quoted as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChordError {
    /// Nothing but spaces.
    #[error("a chord without keys")]
    Empty,
    /// More than three presses.
    #[error("more than three keys in a row")]
    TooLong,
    /// Neither one character nor the name of a key.
    #[error("`{0}` is not a key")]
    NotAKey(String),
    /// Something other than ctrl, alt, shift before a dash.
    #[error("`{0}` is not a modifier")]
    NotAModifier(String),
    /// Shift with a character: the character itself says it.
    #[error("`{0}`: write the upper-case character instead of shift")]
    ShiftedCharacter(String),
}

impl Chord {
    /// A chord of one press.
    pub fn single(key: Key) -> Self {
        Self(vec![key])
    }

    /// The presses, first one first; never empty.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// What is still to be pressed after so many presses, or none when nothing is.
    pub fn after(&self, pressed: usize) -> Option<Chord> {
        let rest = self.0.get(pressed..).filter(|rest| !rest.is_empty())?;
        Some(Self(rest.to_vec()))
    }

    /// As a footer shows it: `Enter`, `PgDn`, `Ctrl-R`, `↑`, `g t`.
    pub fn label(&self) -> String {
        let mut out = String::new();
        for (place, key) in self.0.iter().enumerate() {
            if place > 0 {
                out.push(' ');
            }
            push_label(&mut out, *key);
        }
        out
    }
}

impl fmt::Display for Chord {
    /// As a keymap writes it; reads back as the same chord.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, key) in self.0.iter().enumerate() {
            let gap = if place > 0 { " " } else { "" };
            write!(f, "{gap}{}", Written(*key))?;
        }
        Ok(())
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(written: &str) -> Result<Self, ChordError> {
        let mut keys = Vec::with_capacity(1);
        for word in written.split_whitespace() {
            if keys.len() == LONGEST {
                return Err(ChordError::TooLong);
            }
            keys.push(read_key(word)?);
        }
        if keys.is_empty() {
            return Err(ChordError::Empty);
        }
        Ok(Self(keys))
    }
}

/// One key as a keymap writes it.
struct Written(Key);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Key { code, mods } = self.0;
        for (held, name) in [
            (mods.ctrl, "ctrl"),
            (mods.alt, "alt"),
            (mods.shift, "shift"),
        ] {
            if held {
                write!(f, "{name}-")?;
            }
        }
        match code {
            Code::Char(' ') => f.write_str("space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            code => f.write_str(name_of(code).0),
        }
    }
}

/// The named keys: as written in a keymap, as shown in a footer.
const NAMES: [(Code, &str, &str); 16] = [
    (Code::Enter, "enter", "Enter"),
    (Code::Esc, "esc", "Esc"),
    (Code::Tab, "tab", "Tab"),
    (Code::BackTab, "backtab", "Shift-Tab"),
    (Code::Backspace, "backspace", "Backspace"),
    (Code::Delete, "delete", "Del"),
    (Code::Insert, "insert", "Ins"),
    (Code::Up, "up", "↑"),
    (Code::Down, "down", "↓"),
    (Code::Left, "left", "←"),
    (Code::Right, "right", "→"),
    (Code::Home, "home", "Home"),
    (Code::End, "end", "End"),
    (Code::PageUp, "pgup", "PgUp"),
    (Code::PageDown, "pgdn", "PgDn"),
    (Code::Char(' '), "space", "Space"),
];

/// The two names of a key that is not a character.
fn name_of(code: Code) -> (&'static str, &'static str) {
    NAMES
        .iter()
        .find(|(named, ..)| *named == code)
        .map_or(("", ""), |(_, written, shown)| (written, shown))
}

fn push_label(out: &mut String, key: Key) {
    let Key { code, mods } = key;
    for (held, name) in [
        (mods.ctrl, "Ctrl-"),
        (mods.alt, "Alt-"),
        (mods.shift, "Shift-"),
    ] {
        if held {
            out.push_str(name);
        }
    }
    match code {
        Code::Char(c) if c != ' ' && (mods.ctrl || mods.alt) => out.extend(c.to_uppercase()),
        Code::Char(c) if c != ' ' => out.push(c),
        Code::F(n) => {
            out.push('F');
            out.push_str(&n.to_string());
        }
        code => out.push_str(name_of(code).1),
    }
}

/// Reads `ctrl-r`, `shift-up`, `-`, `ctrl--`. A dash ends a modifier unless it is the key itself.
fn read_key(word: &str) -> Result<Key, ChordError> {
    let mut mods = Mods::default();
    let mut rest = word;
    while let Some((name, after)) = rest.split_once('-') {
        if name.is_empty() || after.is_empty() {
            break;
        }
        match name.to_ascii_lowercase().as_str() {
            "ctrl" => mods.ctrl = true,
            "alt" => mods.alt = true,
            "shift" => mods.shift = true,
            _ => return Err(ChordError::NotAModifier(name.to_owned())),
        }
        rest = after;
    }
    let code = read_code(rest).ok_or_else(|| ChordError::NotAKey(word.to_owned()))?;
    match code {
        Code::Char(_) if mods.shift => Err(ChordError::ShiftedCharacter(word.to_owned())),
        // With control held a terminal cannot tell the cases apart.
        Code::Char(c) if mods.ctrl => Ok(Key {
            code: Code::Char(c.to_lowercase().next().unwrap_or(c)),
            mods,
        }),
        Code::Tab if mods.shift => Ok(Key {
            code: Code::BackTab,
            mods: Mods {
                shift: false,
                ..mods
            },
        }),
        code => Ok(Key { code, mods }),
    }
}

fn read_code(name: &str) -> Option<Code> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return (!only.is_control()).then_some(Code::Char(only));
    }
    let lower = name.to_ascii_lowercase();
    if let Some((code, ..)) = NAMES.iter().find(|(_, written, _)| *written == lower) {
        return Some(*code);
    }
    let number = lower.strip_prefix('f')?;
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    let number = number
        .parse()
        .ok()
        .filter(|n| plain && FUNCTION_KEYS.contains(n))?;
    Some(Code::F(number))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(written: &str) -> Chord {
        written.parse().unwrap()
    }

    #[test]
    fn a_chord_reads_as_it_is_spoken() {
        assert_eq!(read("Q").keys(), [Key::char('Q')]);
        assert_eq!(read("g t").keys(), [Key::char('g'), Key::char('t')]);
        assert_eq!(read("ctrl-j").keys(), [Key::ctrl('j')]);
        assert_eq!(read("Ctrl-J"), read("ctrl-j"));
        assert_eq!(read("space").keys(), [Key::char(' ')]);
        assert_eq!(read("PgDn").keys(), [Key::plain(Code::PageDown)]);
        assert_eq!(read("F2").keys(), [Key::plain(Code::F(2))]);
        assert_eq!(read("f").keys(), [Key::char('f')]);
        assert_eq!(read("shift-tab"), read("backtab"));
        assert!(read("shift-up").keys()[0].mods.shift);
        assert_eq!(read("-").keys(), [Key::char('-')]);
        assert_eq!(read("ctrl--").keys(), [Key::ctrl('-')]);
        assert_eq!(read("+").keys(), [Key::char('+')]);
        assert_eq!(read("ж").keys(), [Key::char('ж')]);
    }

    #[test]
    fn what_is_no_chord_says_why() {
        let why = |written: &str| written.parse::<Chord>().unwrap_err();
        assert_eq!(why("   "), ChordError::Empty);
        assert_eq!(why("a b c d"), ChordError::TooLong);
        assert_eq!(why("entr"), ChordError::NotAKey("entr".into()));
        assert_eq!(why("F0"), ChordError::NotAKey("F0".into()));
        assert_eq!(why("F25"), ChordError::NotAKey("F25".into()));
        assert_eq!(why("f+1"), ChordError::NotAKey("f+1".into()));
        assert_eq!(why("super-x"), ChordError::NotAModifier("super".into()));
        assert_eq!(
            why("shift-a"),
            ChordError::ShiftedCharacter("shift-a".into())
        );
        assert_eq!(why("\u{1b}"), ChordError::NotAKey("\u{1b}".into()));
    }

    #[test]
    fn a_footer_shows_keys_as_they_stand_on_the_keyboard() {
        for (written, shown) in [
            ("enter", "Enter"),
            ("g t", "g t"),
            ("ctrl-r", "Ctrl-R"),
            ("space", "Space"),
            ("up", "↑"),
            ("shift-up", "Shift-↑"),
            ("pgdn", "PgDn"),
            ("F2", "F2"),
            ("?", "?"),
        ] {
            assert_eq!(read(written).label(), shown);
        }
    }

    #[test]
    fn the_rest_of_a_chord_is_what_is_still_to_press() {
        assert_eq!(read("g t").after(1), Some(read("t")));
        assert_eq!(read("g t").after(2), None);
        assert_eq!(read("g t").after(9), None);
    }

    #[test]
    fn every_named_key_comes_back() {
        for (code, ..) in NAMES {
            let chord = Chord::single(Key::plain(code));
            assert_eq!(read(&chord.to_string()), chord);
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(written in "(ctrl-|alt-)?[a-zA-Z0-9/?:+ж-]( [a-z]){0,2}") {
            let chord = read(&written);
            prop_assert_eq!(read(&chord.to_string()), chord);
        }

        #[test]
        fn no_text_stops_the_reader(written in any::<String>()) {
            if let Ok(chord) = written.parse::<Chord>() {
                prop_assert!((1..=LONGEST).contains(&chord.keys().len()));
                prop_assert_eq!(read(&chord.to_string()), chord);
            }
        }
    }
}
