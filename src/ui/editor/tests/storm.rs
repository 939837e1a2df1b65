//! A storm of random keys over hostile text: whatever comes, the text equals a simple model and nothing breaks.

use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::ui::editor::wrap::Wrap;

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

/// What the editor must do, said as plainly as possible: a string, a caret, and the place of the next typed character.
struct Model {
    text: String,
    caret: usize,
    joint: usize,
}

impl Model {
    fn boundary(&self, at: usize) -> usize {
        let mut starts = self.text.grapheme_indices(true).map(|(start, _)| start);
        starts.find(|&start| start >= at).unwrap_or(self.text.len())
    }

    fn swap(&mut self, range: Range<usize>, with: &str) {
        let behind = range.start + with.len();
        self.text.replace_range(range, with);
        self.caret = self.boundary(behind);
        self.joint = self.caret;
    }

    /// Typed text is NFC: a mark joins the sign before it, as long as nothing is selected.
    fn type_char(&mut self, c: char, selected: Option<Range<usize>>) {
        let before = match selected {
            Some(_) => "",
            None => self.text[..self.joint]
                .graphemes(true)
                .next_back()
                .unwrap_or(""),
        };
        let apart = if c.is_ascii() {
            c.to_string()
        } else {
            format!("{before}{c}")
        };
        let whole: String = apart.nfc().collect();
        let (back, with) = if whole == apart {
            (0, c.to_string())
        } else {
            (before.len(), whole)
        };
        let range = selected.unwrap_or(self.joint - back..self.joint);
        let behind = range.start + with.len();
        self.swap(range, &with);
        self.joint = behind;
    }
}

/// Bytes of the spaces next to the caret and of the run of one class behind them.
fn run<'a>(signs: impl Iterator<Item = &'a str>, class: impl Fn(&str) -> u8) -> usize {
    let mut signs = signs.peekable();
    let mut len = 0;
    while let Some(space) = signs.next_if(|sign| class(sign) == 0) {
        len += space.len();
    }
    let word = signs.peek().map(|sign| class(sign));
    while let Some(sign) = signs.next_if(|sign| Some(class(sign)) == word) {
        len += sign.len();
    }
    len
}

/// 0 for spaces, 1 for letters and digits, 2 for everything else.
fn class(sign: &str) -> u8 {
    match sign.chars().next() {
        Some(' ' | '\n') => 0,
        Some(c) if c.is_alphanumeric() => 1,
        _ => 2,
    }
}

struct Storm {
    editor: Editor,
    model: Model,
    dice: Dice,
    cells: u16,
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
        }
    }

    fn blow(&mut self) {
        let selected = self.editor.selection();
        let here = selected
            .clone()
            .unwrap_or(self.model.caret..self.model.caret);
        match self.dice.roll(13) {
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
            6 => self.kill(selected),
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
            _ => self.walk(),
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

    fn kill(&mut self, selected: Option<Range<usize>>) {
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
        let range = selected.unwrap_or(range);
        let taken = self.model.text[range.clone()].to_owned();
        self.editor.input(key);
        if !range.is_empty() {
            self.model.swap(range, "");
            assert_eq!(self.editor.killed, taken);
        }
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
