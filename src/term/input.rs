//! What the terminal library read, in our words: presses and repeats, pastes as they came, one resize for many.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::event::Input;
use crate::keys::{Code, Key, Mods};

/// Adds what happened to what is already known; a resize straight after another replaces it, and so does a drag.
pub(super) fn collect(inputs: &mut Vec<Input>, input: Input) {
    match (&input, inputs.last_mut()) {
        (Input::Resize(..), Some(last @ Input::Resize(..)))
        | (Input::Drag { .. }, Some(last @ Input::Drag { .. })) => *last = input,
        _ => inputs.push(input),
    }
}

/// What an event means to the window; `None` for what it has no use for (releases, movements, other buttons).
pub(super) fn decode(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => decode_key(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => decode_mouse(mouse),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::FocusGained => Some(Input::FocusIn),
        Event::FocusLost => Some(Input::FocusOut),
    }
}

fn decode_mouse(mouse: MouseEvent) -> Option<Input> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Input::Click {
            col: mouse.column,
            row: mouse.row,
        }),
        MouseEventKind::Drag(MouseButton::Left) => Some(Input::Drag {
            col: mouse.column,
            row: mouse.row,
        }),
        MouseEventKind::ScrollUp => Some(Input::Scroll(-1)),
        MouseEventKind::ScrollDown => Some(Input::Scroll(1)),
        _ => None,
    }
}

fn decode_key(event: KeyEvent) -> Option<Key> {
    // With the logo key held the chord belongs to the desktop, not to a letter of ours.
    let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(letter) => Code::Char(produced(letter, ctrl, shift)?),
        KeyCode::Tab if shift => Code::BackTab,
        other => code_without_letter(other)?,
    };
    let says_shift_itself = matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        mods: Mods {
            ctrl: ctrl || event.code == KeyCode::Null,
            alt: event
                .modifiers
                .intersects(KeyModifiers::ALT | KeyModifiers::META),
            shift: shift && !says_shift_itself,
        },
    })
}

/// The character a letter key stands for. Control chords have no case; elsewhere the case says that shift was held.
/// A control character is no letter and stands for nothing.
fn produced(letter: char, ctrl: bool, shift: bool) -> Option<char> {
    if letter.is_control() {
        return None;
    }
    Some(if ctrl {
        the_only_one(letter.to_lowercase()).unwrap_or(letter)
    } else if shift && letter.is_lowercase() {
        the_only_one(letter.to_uppercase()).unwrap_or(letter)
    } else {
        letter
    })
}

/// Some letters change into two (ß into SS); those keep their shape, a key stands for one letter.
fn the_only_one(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let first = letters.next();
    if letters.next().is_none() {
        first
    } else {
        None
    }
}

fn code_without_letter(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number @ 1..=24) => Code::F(number),
        // Control and space, as old terminals send it.
        KeyCode::Null => Code::Char(' '),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
        decode(Event::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn a_capital_says_itself_that_shift_was_held() {
        let capital = Some(Input::Key(Key::char('Q')));
        assert_eq!(key(KeyCode::Char('Q'), KeyModifiers::SHIFT), capital);
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::SHIFT), capital);
        assert_eq!(key(KeyCode::Char('Q'), KeyModifiers::NONE), capital);
        let sharp = Some(Input::Key(Key::char('ß')));
        assert_eq!(key(KeyCode::Char('ß'), KeyModifiers::SHIFT), sharp);
    }

    #[test]
    fn control_has_no_case_in_any_alphabet() {
        let control = KeyModifiers::CONTROL;
        assert_eq!(
            key(KeyCode::Char('S'), control),
            Some(Input::Key(Key::ctrl('s')))
        );
        assert_eq!(
            key(KeyCode::Char('Ы'), control | KeyModifiers::SHIFT),
            Some(Input::Key(Key::ctrl('ы')))
        );
        assert_eq!(
            key(KeyCode::Null, KeyModifiers::NONE),
            Some(Input::Key(Key::ctrl(' ')))
        );
    }

    #[test]
    fn repeats_count_and_releases_do_not() {
        for (kind, expected) in [
            (KeyEventKind::Press, true),
            (KeyEventKind::Repeat, true),
            (KeyEventKind::Release, false),
        ] {
            let event = KeyEvent::new_with_kind(KeyCode::Down, KeyModifiers::NONE, kind);
            assert_eq!(decode(Event::Key(event)).is_some(), expected, "{kind:?}");
        }
    }

    #[test]
    fn shift_is_kept_where_nothing_else_says_it() {
        let Some(Input::Key(arrow)) = key(KeyCode::Up, KeyModifiers::SHIFT) else {
            panic!("an arrow is a key");
        };
        assert!(arrow.mods.shift);
        let back = Some(Input::Key(Key::plain(Code::BackTab)));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), back);
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), back);
    }

    #[test]
    fn control_characters_and_foreign_chords_are_no_letters() {
        assert_eq!(key(KeyCode::Char('\u{9b}'), KeyModifiers::NONE), None);
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::SUPER), None);
        assert_eq!(key(KeyCode::F(25), KeyModifiers::NONE), None);
        assert_eq!(key(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn only_the_left_button_and_the_wheel_are_ours() {
        let mouse = |kind| {
            decode(Event::Mouse(MouseEvent {
                kind,
                column: 7,
                row: 3,
                modifiers: KeyModifiers::NONE,
            }))
        };
        let left = mouse(MouseEventKind::Down(MouseButton::Left));
        assert_eq!(left, Some(Input::Click { col: 7, row: 3 }));
        let drag = mouse(MouseEventKind::Drag(MouseButton::Left));
        assert_eq!(drag, Some(Input::Drag { col: 7, row: 3 }));
        assert_eq!(mouse(MouseEventKind::ScrollUp), Some(Input::Scroll(-1)));
        assert_eq!(mouse(MouseEventKind::ScrollDown), Some(Input::Scroll(1)));
        assert_eq!(mouse(MouseEventKind::Moved), None);
        assert_eq!(mouse(MouseEventKind::Up(MouseButton::Left)), None);
        assert_eq!(mouse(MouseEventKind::Down(MouseButton::Right)), None);
    }

    #[test]
    fn a_paste_is_handed_on_as_it_came() {
        let hostile = "q\u{1b}]52;c;AAAA\u{7}\r\n:quit\r";
        assert_eq!(
            decode(Event::Paste(hostile.into())),
            Some(Input::Paste(hostile.into()))
        );
    }

    #[test]
    fn a_storm_of_resizes_is_one_resize_and_keeps_its_place_among_keys() {
        let mut inputs = Vec::new();
        for input in [
            Input::Resize(1, 1),
            Input::Resize(80, 24),
            Input::Key(Key::char('j')),
            Input::Resize(100, 30),
            Input::Resize(120, 40),
        ] {
            collect(&mut inputs, input);
        }
        let expected = [
            Input::Resize(80, 24),
            Input::Key(Key::char('j')),
            Input::Resize(120, 40),
        ];
        assert_eq!(inputs, expected);
    }
}
