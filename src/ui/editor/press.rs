//! Which key does what in a text box: the habits of shells and of every other editor.

use super::{Editor, Reply, moves::Move};
use crate::keys::{Code, Key};

impl Editor {
    /// Gives the editor a key. Enter, Tab, Esc and function keys are never its own.
    pub fn input(&mut self, key: Key) -> Reply {
        let mods = key.mods;
        match key.code {
            Code::Char(c) if mods.ctrl => self.control(c),
            Code::Char(c) if mods.alt => self.meta(c),
            Code::Char(c) => self.type_char(c),
            Code::Backspace if mods.ctrl || mods.alt => self.kill_left(self.word_left()),
            Code::Backspace => self.rub_left(),
            Code::Delete if mods.ctrl || mods.alt => self.kill_right(self.word_right()),
            Code::Delete => self.rub_right(),
            code => match leads(code, mods.ctrl, mods.alt, self.height) {
                Some(to) => self.go(to, mods.shift),
                None => Reply::Ignored,
            },
        }
    }

    fn control(&mut self, c: char) -> Reply {
        match c {
            'a' => self.go(Move::ParagraphStart, false),
            'e' => self.go(Move::ParagraphEnd, false),
            'w' => self.kill_left(self.stretch_left()),
            'k' => {
                let end = self.paragraph_end();
                let at_end = end == self.caret;
                self.kill_right(if at_end { self.right_of(end) } else { end })
            }
            'u' => {
                let start = self.paragraph_start();
                let at_start = start == self.caret;
                self.kill_left(if at_start { self.left_of(start) } else { start })
            }
            'y' | 'v' => self.yank(),
            'z' => self.undo(),
            'r' | 'Z' => self.redo(),
            _ => Reply::Ignored,
        }
    }

    fn meta(&mut self, c: char) -> Reply {
        match c {
            'b' => self.go(Move::WordLeft, false),
            'f' => self.go(Move::WordRight, false),
            'd' => self.kill_right(self.word_right()),
            'a' => self.select_all(),
            'y' => self.yank_older(),
            _ => Reply::Ignored,
        }
    }
}

fn leads(code: Code, ctrl: bool, alt: bool, height: usize) -> Option<Move> {
    let page = height.saturating_sub(1).max(1) as isize;
    Some(match code {
        Code::Left if ctrl || alt => Move::WordLeft,
        Code::Right if ctrl || alt => Move::WordRight,
        Code::Home if ctrl => Move::TextStart,
        Code::End if ctrl => Move::TextEnd,
        Code::Left => Move::Left,
        Code::Right => Move::Right,
        Code::Home => Move::RowStart,
        Code::End => Move::RowEnd,
        Code::Up if ctrl || alt => Move::ParagraphUp,
        Code::Down if ctrl || alt => Move::ParagraphDown,
        Code::Up => Move::Rows(-1),
        Code::Down => Move::Rows(1),
        Code::PageUp => Move::Rows(-page),
        Code::PageDown => Move::Rows(page),
        _ => return None,
    })
}
