//! The keymap: which chord means which action, built in and as she changed it, and the way from key presses to actions.

mod mistake;
mod read;
#[cfg(test)]
mod tests;

use super::{Chord, Code, Key, Layouts};
use crate::action::Action;
use crate::domain::page::Page;

pub use mistake::{Fault, Mistake};
use read::Line;

const BUILTIN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/keymap.toml"));

/// Every chord of the command places with its action. Text places do not ask it: there a character means itself.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
    layouts: Layouts,
}

/// One chord and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    chord: Chord,
    action: Action,
}

/// The presses of a chord that is not complete yet. Belongs to the window, so that a keymap can be shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pending(Vec<Key>);

/// What a key press came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fed {
    /// The chord is complete.
    Action(Action),
    /// More keys must follow: what can still be pressed, and what it would do.
    Pending(Vec<(Chord, Action)>),
    /// It means nothing here. A chord begun before it is forgotten, and the key does nothing else:
    /// after a mistyped `g` no letter may act on its own.
    Nothing,
}

impl Pending {
    /// Whether no chord has been begun.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets a chord that was begun: the place under it has changed.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Keymap {
    /// The keys of `assets/keymap.toml`.
    pub fn builtin() -> Self {
        // Tests keep the built-in file free of mistakes.
        let (lines, _) = read::lines(&Page::new(BUILTIN));
        Self {
            bindings: lines.into_iter().filter_map(Line::binding).collect(),
            layouts: Layouts::builtin(),
        }
    }

    /// The built-in keys with her own over them. All mistakes of her file at once, in the order of its lines.
    pub fn with_user(file: &str) -> Result<Self, Vec<Mistake>> {
        let page = Page::new(file);
        let (lines, mut mistakes) = read::lines(&page);
        let mut keymap = Self::builtin();
        keymap
            .bindings
            .retain(|old| !lines.iter().any(|line| line.chord == old.chord));
        mistakes.extend(read::never_typed(&page, &lines, &keymap.bindings));
        if !mistakes.is_empty() {
            mistakes.sort_by_key(|mistake| mistake.line);
            return Err(mistakes);
        }
        // Hers come first, so that the footer shows them.
        let mut bindings: Vec<Binding> = lines.into_iter().filter_map(Line::binding).collect();
        bindings.append(&mut keymap.bindings);
        Ok(Self { bindings, ..keymap })
    }

    /// Takes one key press in a command place. The key as typed comes first, then the Latin key in its place.
    pub fn feed(&self, pending: &mut Pending, key: Key) -> Fed {
        for reading in [key, self.in_latin(key)] {
            pending.0.push(reading);
            match self.meaning_of(&pending.0) {
                Fed::Nothing => {
                    pending.0.pop();
                }
                Fed::Action(action) => {
                    pending.clear();
                    return Fed::Action(action);
                }
                begun @ Fed::Pending(_) => return begun,
            }
        }
        pending.clear();
        Fed::Nothing
    }

    /// The chord to show for an action in a footer or a hint, or none when only the palette knows it.
    pub fn chord_of(&self, action: Action) -> Option<String> {
        self.chords_of(action).next().map(Chord::label)
    }

    /// Every chord of an action, the one to show first.
    pub fn chords_of(&self, action: Action) -> impl Iterator<Item = &Chord> {
        self.bindings
            .iter()
            .filter(move |binding| binding.action == action)
            .map(|binding| &binding.chord)
    }

    /// The Latin key a character stands for, for places that ask for one letter (yes, no, a choice).
    pub fn to_latin(&self, typed: char) -> char {
        self.layouts.to_latin(typed)
    }

    /// The key as a Latin keyboard would have sent it.
    fn in_latin(&self, key: Key) -> Key {
        let Code::Char(typed) = key.code else {
            return key;
        };
        let mut latin = self.to_latin(typed);
        if key.mods.ctrl {
            latin.make_ascii_lowercase();
        }
        Key {
            code: Code::Char(latin),
            mods: key.mods,
        }
    }

    fn meaning_of(&self, pressed: &[Key]) -> Fed {
        let begun = |binding: &&Binding| binding.chord.keys().starts_with(pressed);
        let Some(first) = self.bindings.iter().find(begun) else {
            return Fed::Nothing;
        };
        if first.chord.keys().len() == pressed.len() {
            return Fed::Action(first.action);
        }
        Fed::Pending(
            self.bindings
                .iter()
                .filter(begun)
                .filter_map(|binding| Some((binding.chord.after(pressed.len())?, binding.action)))
                .collect(),
        )
    }
}
