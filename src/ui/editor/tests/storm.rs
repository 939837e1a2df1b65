//! A storm of random keys over hostile text: whatever comes, the text equals a simple model and nothing breaks.

mod deeds;
mod model;

use super::*;
use crate::domain::sanitize;
use crate::ui::editor::wrap::Wrap;
use model::{Model, class, run};

/// A small generator with a seed: a failure names the seed, and the same storm comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }
}

const PIECES: [&str; 30] = [
    "a",
    "я",
    "ё",
    "ქ",
    "მარანი",
    "ộ",
    "o\u{302}\u{323}",
    "\u{301}",
    "\u{200d}",
    "\u{fe0f}",
    "👨‍👩‍👧‍👦",
    "👩‍❤️‍👩",
    "🇷🇺",
    "🇬",
    "🇪",
    "1️⃣",
    "❤️",
    "👍🏽",
    "กำ",
    "ก\u{e49}",
    "ش\u{64e}",
    "لا",
    "日本",
    "ᄀ",
    "가",
    "क्षि",
    " ",
    "  ",
    "\n",
    "слово",
];

struct Storm {
    editor: Editor,
    model: Model,
    dice: Dice,
    cells: u16,
    /// What the kill before took, if the next one adds to it.
    running: Option<String>,
}

impl Storm {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let start: String = (0..dice.roll(30)).map(|_| PIECES[dice.roll(30)]).collect();
        let mut editor = Editor::new(&start);
        let cells = 1 + dice.roll(20) as u16;
        editor.settle(cells, 4);
        Self {
            model: Model {
                caret: start.len(),
                joint: start.len(),
                text: start,
            },
            editor,
            dice,
            cells,
            running: None,
        }
    }

    fn blow(&mut self) {
        let selected = self.editor.selection();
        let here = selected
            .clone()
            .unwrap_or(self.model.caret..self.model.caret);
        let running = self.running.take();
        let before = running.clone();
        match self.dice.roll(19) {
            0..=2 => {
                for c in PIECES[self.dice.roll(30)].chars() {
                    let selected = self.editor.selection();
                    if c == '\n' {
                        self.editor.newline();
                        let caret = self.model.caret;
                        self.model.swap(selected.unwrap_or(caret..caret), "\n");
                    } else {
                        self.editor.input(Key::char(c));
                        self.model.type_char(c, selected);
                    }
                }
            }
            3 => {
                let pasted: String = (0..self.dice.roll(8))
                    .map(|_| PIECES[self.dice.roll(30)])
                    .collect();
                if self.editor.paste_clean(&pasted) == Reply::Changed {
                    self.model.swap(here, &pasted);
                }
            }
            4 => self.rub(Code::Backspace, selected),
            5 => self.rub(Code::Delete, selected),
            6 | 13 => self.kill(selected, running),
            7 => {
                self.cells = 1 + self.dice.roll(20) as u16;
                let height = self.dice.roll(5) as u16;
                self.editor.settle(self.cells, height);
            }
            8 => {
                self.editor
                    .click(self.dice.roll(25) as u16, self.dice.roll(6) as u16);
                self.follow();
            }
            14 => self.point(),
            15 => self.select(),
            16 => self.replace(),
            17 => self.find_and_replace(),
            18 => self.yank(here),
            _ => self.walk(),
        }
        // What did nothing did not come in between either.
        if self.running.is_none() && self.editor.kills.is_running() {
            self.running = before;
        }
    }

    fn rub(&mut self, code: Code, selected: Option<Range<usize>>) {
        let caret = self.model.caret;
        let text = &self.model.text;
        let range = selected.unwrap_or_else(|| match code {
            Code::Backspace => {
                let before = text.grapheme_indices(true).map(|(start, _)| start);
                before
                    .take_while(|&start| start < caret)
                    .last()
                    .unwrap_or(caret)..caret
            }
            _ => caret..caret + text[caret..].graphemes(true).next().map_or(0, str::len),
        });
        press(&mut self.editor, code);
        if !range.is_empty() {
            self.model.swap(range, "");
        }
    }

    fn kill(&mut self, selected: Option<Range<usize>>, running: Option<String>) {
        let caret = self.model.caret;
        let (head, tail) = self.model.text.split_at(caret);
        let (key, range) = match self.dice.roll(5) {
            0 => {
                let start = head.rfind('\n').map_or(0, |at| at + 1);
                let start = if start == caret {
                    caret.saturating_sub(1)
                } else {
                    start
                };
                (Key::ctrl('u'), start..caret)
            }
            1 => {
                let len = tail.find('\n').unwrap_or(tail.len());
                let end = caret + len.max(tail.len().min(1));
                (Key::ctrl('k'), caret..end)
            }
            2 => {
                let len = run(head.graphemes(true).rev(), |sign| class(sign).min(1));
                (Key::ctrl('w'), caret - len..caret)
            }
            3 => {
                let len = run(head.graphemes(true).rev(), class);
                (
                    with(Code::Backspace, false, true, false),
                    caret - len..caret,
                )
            }
            _ => {
                let len = run(tail.graphemes(true), class);
                (with(Code::Delete, true, false, false), caret..caret + len)
            }
        };
        let alone = selected.is_some();
        let is_left = range.end == caret;
        let range = selected.unwrap_or(range);
        let taken = self.model.text[range.clone()].to_owned();
        self.editor.input(key);
        if range.is_empty() {
            // Nothing was killed, so nothing came in between.
            self.running = running;
            return;
        }
        self.model.swap(range, "");
        let expected = match running {
            Some(before) if !alone && is_left => taken + &before,
            Some(before) if !alone => before + &taken,
            _ => taken,
        };
        assert_eq!(self.editor.kills.newest(), expected);
        self.running = (!alone).then_some(expected);
    }

    fn walk(&mut self) {
        let codes = [
            Code::Left,
            Code::Right,
            Code::Up,
            Code::Down,
            Code::Home,
            Code::End,
            Code::PageUp,
            Code::PageDown,
        ];
        let code = codes[self.dice.roll(codes.len())];
        let (ctrl, alt, shift) = (self.dice.roll(4), self.dice.roll(6), self.dice.roll(2));
        self.editor
            .input(with(code, ctrl == 0, alt == 0, shift == 0));
        self.follow();
    }

    /// Moves are judged by what must always hold; the model only takes over where the caret went.
    fn follow(&mut self) {
        let moved = self.model.caret != self.editor.caret();
        self.model.caret = self.editor.caret();
        if moved || self.editor.joint.is_none() {
            self.model.joint = self.model.caret;
        }
    }

    fn judge(&self, told: &str) {
        let editor = &self.editor;
        assert_eq!(editor.text(), self.model.text, "{told}");
        assert_eq!(editor.caret(), self.model.caret, "{told}");
        assert_eq!(
            editor.boundary(editor.caret()),
            self.model.boundary(editor.caret())
        );
        assert_eq!(
            self.model.boundary(editor.caret()),
            editor.caret(),
            "{told}"
        );
        if let Some(anchor) = editor.anchor {
            assert_eq!(self.model.boundary(anchor), anchor, "{told}");
        }
        let anew = Wrap::new(editor.text(), editor.wrap.cells());
        assert_eq!(
            editor.wrap, anew,
            "{told}: mended rows are the rows laid out anew"
        );
    }

    fn look(&self, told: &str) {
        let height = self.editor.height as u16;
        if self.editor.adrift {
            drawn(&self.editor, self.cells, height);
            return;
        }
        let caret = drawn(&self.editor, self.cells, height).1;
        let (x, y) = caret.unwrap_or_else(|| panic!("{told}: the caret is out of sight"));
        assert!(x < self.cells && y < height, "{told}");
        drawn(
            &self.editor,
            self.dice.0 as u16 % 25,
            self.dice.0 as u16 % 7,
        );
    }
}

#[test]
fn the_text_survives_every_storm() {
    let mut blows = 0;
    for seed in 1..=1000 {
        let mut storm = Storm::new(seed);
        let start = storm.editor.text().to_owned();
        for step in 0..110 {
            storm.blow();
            blows += 1;
            let told = format!("seed {seed}, step {step}");
            storm.judge(&told);
            if step % 8 == 0 {
                storm.look(&told);
            }
        }
        let end = storm.editor.text().to_owned();
        while storm.editor.undo() == Reply::Changed {
            let caret = storm.editor.caret();
            let text = storm.editor.text();
            assert!(text.is_char_boundary(caret), "seed {seed}");
        }
        assert_eq!(storm.editor.text(), start, "seed {seed}: all taken back");
        while storm.editor.redo() == Reply::Changed {}
        assert_eq!(storm.editor.text(), end, "seed {seed}: all done again");
    }
    assert!(blows >= 100_000);
}

#[test]
fn a_line_survives_too() {
    for seed in 1..=100 {
        let mut dice = Dice(seed * 7919);
        let mut line = LineInput::new("Сырники", "");
        for _ in 0..60 {
            let cells = dice.roll(20) as u16;
            line.settle(cells);
            match dice.roll(4) {
                0 => line.paste_clean(PIECES[dice.roll(30)]),
                1 => line.input(Key::plain(Code::Left)),
                2 => line.click(dice.roll(20) as u16),
                _ => line.input(Key::plain(Code::Backspace)),
            };
            assert!(!line.text().contains('\n'));
            let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
            let area = buf.area;
            let caret = line.draw(area, &mut buf, &EditorStyle::default(), true);
            assert_eq!(caret.is_some(), cells > 0, "seed {seed}");
        }
    }
}
