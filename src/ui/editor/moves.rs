//! Moving the caret: by graphemes, words, screen rows, paragraphs; with shift it selects.

use std::ops::Range;

use super::{Editor, Reply};
use crate::ui::width::{glyphs, width};

/// Where a move leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Left,
    Right,
    WordLeft,
    WordRight,
    RowStart,
    RowEnd,
    ParagraphStart,
    ParagraphEnd,
    /// The begin of this paragraph, or of the one before.
    ParagraphUp,
    /// The begin of the next paragraph.
    ParagraphDown,
    TextStart,
    TextEnd,
    /// So many screen rows down, negative is up.
    Rows(isize),
}

/// What belongs together when moving by words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    Word,
    Sign,
}

impl Editor {
    /// Selects everything.
    pub fn select_all(&mut self) -> Reply {
        self.go_to(0, false, false);
        self.go_to(self.text.len(), false, true)
    }

    /// Selects these bytes, whole graphemes of them, with the caret behind them.
    pub fn select(&mut self, range: Range<usize>) -> Reply {
        let range = self.whole(range);
        self.go_to(range.start, false, false);
        self.go_to(range.end, false, true)
    }

    /// Puts the caret at the first place between graphemes from here on.
    pub fn put_caret(&mut self, at: usize) -> Reply {
        self.go_to(self.boundary(at.min(self.text.len())), false, false)
    }

    /// A range of bytes that cuts no grapheme and stays in the text.
    pub(super) fn whole(&self, range: Range<usize>) -> Range<usize> {
        let end = self.boundary(range.end.min(self.text.len()));
        let start = range.start.min(end);
        match self.boundary(start) {
            after if after > start => self.left_of(after)..end,
            start => start..end,
        }
    }

    pub(super) fn go(&mut self, to: Move, select: bool) -> Reply {
        let selected = self.selection().filter(|_| !select);
        let row = self.caret_row();
        let (at, upper) = match (to, selected) {
            (Move::Rows(by), _) => return self.go_rows(by, select),
            (Move::Left, Some(range)) => (range.start, false),
            (Move::Right, Some(range)) => (range.end, false),
            (Move::Left, None) => (self.left_of(self.caret), false),
            (Move::Right, None) => (self.right_of(self.caret), false),
            (Move::WordLeft, _) => (self.word_left(), false),
            (Move::WordRight, _) => (self.word_right(), false),
            (Move::RowStart, _) => (self.wrap.start(row), false),
            (Move::RowEnd, _) => self.row_end(row),
            (Move::ParagraphStart, _) => (self.paragraph_start(), false),
            (Move::ParagraphEnd, _) => (self.paragraph_end(), false),
            (Move::ParagraphUp, _) => (self.paragraph_up(), false),
            (Move::ParagraphDown, _) => (self.paragraph_down(), false),
            (Move::TextStart, _) => (0, false),
            (Move::TextEnd, _) => (self.text.len(), false),
        };
        self.go_to(at, upper, select)
    }

    pub(super) fn left_of(&self, at: usize) -> usize {
        self.before(at).next().map_or(0, |(start, _)| start)
    }

    pub(super) fn right_of(&self, at: usize) -> usize {
        self.after(at).next().map_or(at, |(end, _)| end)
    }

    pub(super) fn word_left(&self) -> usize {
        let mut at = self.caret;
        let mut inside = None;
        for (start, grapheme) in self.before(self.caret) {
            let kind = kind(grapheme);
            if inside.is_some_and(|inside| inside != kind) {
                break;
            }
            if kind != Kind::Space {
                inside = Some(kind);
            }
            at = start;
        }
        at
    }

    pub(super) fn word_right(&self) -> usize {
        let mut at = self.caret;
        let mut inside = None;
        for (end, grapheme) in self.after(self.caret) {
            let kind = kind(grapheme);
            if inside.is_some_and(|inside| inside != kind) {
                break;
            }
            if kind != Kind::Space {
                inside = Some(kind);
            }
            at = end;
        }
        at
    }

    /// Where the stretch without spaces before the caret begins, as the shell's ctrl-w sees it.
    pub(super) fn stretch_left(&self) -> usize {
        let mut at = self.caret;
        let mut inside = false;
        for (start, grapheme) in self.before(self.caret) {
            let space = kind(grapheme) == Kind::Space;
            if inside && space {
                break;
            }
            inside |= !space;
            at = start;
        }
        at
    }

    pub(super) fn paragraph_start(&self) -> usize {
        self.text[..self.caret].rfind('\n').map_or(0, |at| at + 1)
    }

    pub(super) fn paragraph_end(&self) -> usize {
        let rest = &self.text[self.caret..];
        self.caret + rest.find('\n').unwrap_or(rest.len())
    }

    /// The begin of the paragraph with a letter in it that begins before the caret.
    fn paragraph_up(&self) -> usize {
        let before = self.text[..self.caret].trim_end_matches('\n');
        before.rfind('\n').map_or(0, |at| at + 1)
    }

    /// The begin of the next paragraph with something in it, or the end of the text.
    fn paragraph_down(&self) -> usize {
        let end = self.paragraph_end();
        let rest = &self.text[end..];
        end + (rest.len() - rest.trim_start_matches('\n').len())
    }

    /// Cells between the begin of the caret's row and the caret.
    pub(super) fn caret_column(&self) -> usize {
        let start = self.wrap.start(self.caret_row());
        width(&self.text[start..self.caret])
    }

    fn go_rows(&mut self, by: isize, select: bool) -> Reply {
        let row = self.caret_row();
        let target = row.saturating_add_signed(by).min(self.wrap.len() - 1);
        if target == row {
            return Reply::Ignored;
        }
        let goal = self.goal.unwrap_or_else(|| self.caret_column());
        let (at, upper) = self.place(target, goal);
        self.go_to(at, upper, select);
        self.goal = Some(goal);
        Reply::Moved
    }

    /// The place on a row that is nearest to a column, from the left.
    pub(super) fn place(&self, row: usize, column: usize) -> (usize, bool) {
        let range = self.wrap.range(row, &self.text);
        let mut x = 0;
        for glyph in glyphs(&self.text[range.clone()]) {
            x += glyph.cells;
            if x > column {
                return (range.start + glyph.at, false);
            }
        }
        self.row_end(row)
    }

    fn row_end(&self, row: usize) -> (usize, bool) {
        let end = self.wrap.range(row, &self.text).end;
        (end, self.wrap.is_soft(row, &self.text))
    }

    pub(super) fn go_to(&mut self, at: usize, upper: bool, select: bool) -> Reply {
        self.kills.pause();
        let was = (self.caret, self.upper, self.selection());
        self.anchor = select.then(|| self.anchor.unwrap_or(self.caret));
        self.caret = at;
        self.upper = upper;
        self.goal = None;
        self.joint = None;
        if was == (self.caret, self.upper, self.selection()) {
            return Reply::Ignored;
        }
        self.history.seal();
        self.follow();
        Reply::Moved
    }
}

pub(super) fn kind(grapheme: &str) -> Kind {
    match grapheme.chars().next() {
        Some(c) if c.is_whitespace() => Kind::Space,
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '\'' | '’') => Kind::Word,
        _ => Kind::Sign,
    }
}
