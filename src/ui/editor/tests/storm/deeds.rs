//! The newer blows of the storm: mouse, selections, finding, replacing, putting kills in again, and bytes from anywhere.

use super::*;
use crate::domain::seek::Folded;

impl Storm {
    /// Somewhere in the text, between characters or not between graphemes at all.
    fn anywhere(&mut self) -> Range<usize> {
        let len = self.model.text.len();
        let (a, b) = (self.dice.roll(len + 3), self.dice.roll(len + 3));
        let at = |at: usize| {
            let at = at.min(len);
            (0..=at)
                .rev()
                .find(|&at| self.model.text.is_char_boundary(at))
                .unwrap_or(0)
        };
        at(a.min(b))..at(a.max(b))
    }

    pub(super) fn point(&mut self) {
        let (col, row) = (self.dice.roll(25) as u16, self.dice.roll(6) as u16);
        match self.dice.roll(4) {
            0 => self.editor.drag(i32::from(col) - 4, i32::from(row) - 2),
            1 => self.editor.click_word(col, row),
            2 => self.editor.click_paragraph(col, row),
            _ => self.editor.scroll(row as isize - 3),
        };
        self.follow();
    }

    pub(super) fn select(&mut self) {
        match self.dice.roll(3) {
            0 => {
                self.editor.input(with(Code::Char('a'), false, true, false));
                assert_eq!(self.editor.selected(), self.model.text);
            }
            1 => {
                let range = self.anywhere();
                self.editor.select(range.clone());
                let range = self.model.whole(range);
                assert_eq!(self.editor.selected(), &self.model.text[range]);
            }
            _ => {
                let kept = self.editor.keep_selected();
                assert_eq!(kept, self.editor.selected());
            }
        }
        self.follow();
    }

    pub(super) fn replace(&mut self) {
        let range = self.anywhere();
        let with = PIECES[self.dice.roll(30)];
        if self.editor.replace(range.clone(), with) == Reply::Changed {
            let range = self.model.whole(range);
            self.model.swap(range, with);
        }
    }

    /// What is found reads like what was looked for, and replacing all of it is one step.
    pub(super) fn find_and_replace(&mut self) {
        let wanted = PIECES[self.dice.roll(30)];
        let found = Folded::new(&self.model.text).hits(wanted);
        for hit in &found {
            assert_eq!(self.model.whole(hit.clone()), *hit, "whole graphemes");
            assert!(crate::domain::fold::contains_folded(
                &self.model.text[hit.clone()],
                wanted
            ));
        }
        if found.is_empty() {
            return;
        }
        let with = PIECES[self.dice.roll(30)];
        let mut text = self.model.text.clone();
        for hit in found.iter().rev() {
            text.replace_range(hit.clone(), with);
        }
        let behind = text.len() - (self.model.text.len() - found[found.len() - 1].end);
        let before = self.model.text.clone();
        assert_eq!(self.editor.replace_all(&found, with), Reply::Changed);
        self.editor.undo();
        assert_eq!(self.editor.text(), before, "one step");
        self.editor.redo();
        self.model.text = text;
        self.model.caret = self.model.boundary(behind);
        self.model.joint = self.model.caret;
    }

    pub(super) fn yank(&mut self, here: Range<usize>) {
        let killed = self.editor.kills.newest().to_owned();
        if self.editor.input(Key::ctrl('y')) != Reply::Changed {
            return;
        }
        let start = here.start;
        self.model.swap(here, &killed);
        if self.dice.roll(2) == 0 {
            let (_, older, _) = self.editor.kills.older().expect("one is in");
            self.editor.input(with(Code::Char('y'), false, true, false));
            let range = self.model.whole(start..start + killed.len());
            self.model.swap(range, &older);
        }
    }

    /// Bytes from anywhere, pasted as the border lets them through.
    fn paste_bytes(&mut self) {
        let bytes: Vec<u8> = (0..self.dice.roll(40))
            .map(|_| match self.dice.roll(3) {
                0 => self.dice.roll(256) as u8,
                1 => b"\x1b[]\\;m\r\n\t\x07"[self.dice.roll(10)],
                _ => "ё́ộ👨‍👩‍👧".as_bytes()[self.dice.roll(20)],
            })
            .collect();
        let clean = sanitize::from_bytes(&bytes);
        let caret = self.model.caret;
        let here = self.editor.selection().unwrap_or(caret..caret);
        if self.editor.paste_clean(&clean) == Reply::Changed {
            self.model.swap(here, &clean);
        }
    }
}

#[test]
fn whatever_bytes_are_pasted_the_text_stays_clean_and_whole() {
    for seed in 1..=150 {
        let mut storm = Storm::new(seed ^ 0xF0_22ED);
        let start = storm.editor.text().to_owned();
        for step in 0..40 {
            storm.paste_bytes();
            storm.running = None;
            let told = format!("seed {seed}, paste {step}");
            storm.judge(&told);
            storm.look(&told);
            if storm.dice.roll(3) == 0 {
                storm.walk();
            }
            let commands = |c: char| c.is_control() && c != '\n';
            assert!(!storm.editor.text().contains(commands), "{told}");
        }
        while storm.editor.undo() == Reply::Changed {}
        assert_eq!(storm.editor.text(), start, "seed {seed}: all taken back");
    }
}
