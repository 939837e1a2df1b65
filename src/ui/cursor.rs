//! Where she is in a list: the chosen row and the first row on the screen, both plain numbers.

use std::ops::Range;

use ratatui::layout::Rect;

/// A place in a list. Asking is pure; only [`settle`](Self::settle) and the moves change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The chosen row, from 0.
    pub at: usize,
    /// The first row on the screen, from 0.
    pub top: usize,
}

impl Cursor {
    /// Moves by so many rows, stopping at both ends.
    pub fn step(&mut self, by: isize, len: usize) {
        self.at = self.at.saturating_add_signed(by).min(last(len));
    }

    /// Moves by so many screens, keeping one row of the old screen in sight.
    pub fn page(&mut self, by: isize, height: usize, len: usize) {
        let rows = by.saturating_mul(height.saturating_sub(1).max(1) as isize);
        self.top = self.top.saturating_add_signed(rows);
        self.step(rows, len);
        self.settle(height, len);
    }

    /// To the first row.
    pub fn home(&mut self) {
        *self = Self::default();
    }

    /// To the last row.
    pub fn end(&mut self, len: usize) {
        self.at = last(len);
    }

    /// Makes the place fit a list of `len` rows on a screen of `height` rows: rows may have vanished, the window may have shrunk.
    /// The screen scrolls only as far as it must, so moving up inside it moves nothing else.
    pub fn settle(&mut self, height: usize, len: usize) {
        self.at = self.at.min(last(len));
        self.top = self.window(height, len).start;
    }

    /// The rows to draw, without changing anything: what [`settle`](Self::settle) would show.
    pub fn window(&self, height: usize, len: usize) -> Range<usize> {
        let at = self.at.min(last(len));
        let lowest = (at + 1).saturating_sub(height.max(1));
        let top = self
            .top
            .clamp(lowest, at)
            .min(len.saturating_sub(height).max(lowest));
        top..top.saturating_add(height).min(len)
    }

    /// The rows of a list of so many that are seen in this area, each with its place.
    pub fn rows(&self, list: Rect, len: usize) -> impl Iterator<Item = (usize, Rect)> {
        let window = self.window(usize::from(list.height), len);
        let rows = (list.y..list.bottom()).map(move |y| Rect {
            y,
            height: 1,
            ..list
        });
        window.zip(rows)
    }
}

fn last(len: usize) -> usize {
    len.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_up_inside_the_screen_does_not_scroll() {
        let mut cursor = Cursor::default();
        cursor.step(12, 100);
        cursor.settle(10, 100);
        assert_eq!(cursor.window(10, 100), 3..13);
        for _ in 0..9 {
            cursor.step(-1, 100);
            cursor.settle(10, 100);
            assert_eq!(cursor.window(10, 100), 3..13);
        }
        cursor.step(-1, 100);
        assert_eq!(cursor.window(10, 100), 2..12);
    }

    #[test]
    fn vanished_rows_pull_the_cursor_back() {
        let mut cursor = Cursor { at: 80, top: 75 };
        cursor.settle(10, 6);
        assert_eq!(cursor, Cursor { at: 5, top: 0 });
        cursor.settle(10, 0);
        assert_eq!(cursor, Cursor::default());
        assert_eq!(cursor.window(10, 0), 0..0);
    }

    #[test]
    fn pages_keep_a_row_in_sight_and_stop_at_the_ends() {
        let mut cursor = Cursor::default();
        cursor.page(1, 10, 25);
        assert_eq!((cursor.at, cursor.window(10, 25)), (9, 9..19));
        cursor.page(5, 10, 25);
        assert_eq!((cursor.at, cursor.window(10, 25)), (24, 15..25));
        cursor.page(-9, 10, 25);
        assert_eq!(cursor, Cursor::default());
        cursor.end(25);
        assert_eq!(cursor.window(10, 25), 15..25);
    }

    #[test]
    fn every_small_case_shows_the_chosen_row() {
        for len in 0..8 {
            for height in 0..5 {
                for at in 0..9 {
                    for top in 0..9 {
                        let mut cursor = Cursor { at, top };
                        let seen = cursor.window(height, len);
                        cursor.settle(height, len);
                        assert_eq!(seen, cursor.window(height, len));
                        assert!(seen.end <= len && seen.len() <= height);
                        if len > 0 && height > 0 {
                            assert!(seen.contains(&cursor.at), "{cursor:?} {seen:?}");
                            assert_eq!(seen.len(), height.min(len), "no empty rows below");
                        }
                    }
                }
            }
        }
    }
}
