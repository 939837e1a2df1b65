//! The mouse in a text: a click puts the caret, a second one takes the word, dragging selects, the wheel looks elsewhere.

use std::ops::Range;

use super::moves::{Kind, kind};
use super::{Editor, Reply};

impl Editor {
    /// Puts the caret where the area was clicked: column and row inside the area it was drawn in.
    pub fn click(&mut self, col: u16, row: u16) -> Reply {
        self.point(i32::from(col), i32::from(row), false)
    }

    /// The button is held and the mouse is here now; above or below the area the view follows.
    pub fn drag(&mut self, col: i32, row: i32) -> Reply {
        self.point(col, row, true)
    }

    /// Selects the word that was clicked; between words, the sign or the spaces there.
    pub fn click_word(&mut self, col: u16, row: u16) -> Reply {
        self.click(col, row);
        self.select(self.word_at(self.caret))
    }

    /// Selects the paragraph that was clicked.
    pub fn click_paragraph(&mut self, col: u16, row: u16) -> Reply {
        self.click(col, row);
        self.select(self.paragraph_start()..self.paragraph_end())
    }

    /// Looks so many rows further down, negative is up; the caret stays where it is until it is moved.
    pub fn scroll(&mut self, rows: isize) -> Reply {
        let was = self.top;
        let last = self.wrap.len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(rows).min(last);
        self.adrift = true;
        if self.top == was {
            Reply::Ignored
        } else {
            Reply::Moved
        }
    }

    /// The word a place is in or at the end of, or whatever else stands there.
    pub fn word_at(&self, at: usize) -> Range<usize> {
        let next = self.after(at).next().map(|(_, sign)| kind(sign));
        let before = self.before(at).next().map(|(_, sign)| kind(sign));
        let inside = match (before, next) {
            (Some(Kind::Word), _) | (_, Some(Kind::Word)) => Kind::Word,
            (_, Some(kind)) | (Some(kind), None) => kind,
            (None, None) => return at..at,
        };
        let same = |sign: &str| kind(sign) == inside && sign != "\n";
        let start = self.before(at).take_while(|(_, sign)| same(sign)).last();
        let end = self.after(at).take_while(|(_, sign)| same(sign)).last();
        start.map_or(at, |(start, _)| start)..end.map_or(at, |(end, _)| end)
    }

    fn point(&mut self, col: i32, row: i32, select: bool) -> Reply {
        let row = self.top.saturating_add_signed(row as isize);
        let row = row.min(self.wrap.len() - 1);
        let (at, upper) = self.place(row, usize::try_from(col).unwrap_or(0));
        self.go_to(at, upper, select)
    }
}
