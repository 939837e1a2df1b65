//! Signs whose width terminals dispute: flags, skin tones, families, keycaps. One draws two cells where another draws one
//! or four, and what it leaves beside them would stay on the glass for good. So a row that holds such a sign is drawn
//! anew, whole, whenever something in it changes, and the cells of the sign are blank before it comes.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width of a sign that is written as several characters and takes more than one cell; none for all others.
pub(super) fn disputed_width(sign: &str) -> Option<u16> {
    // One character has at most four bytes.
    if sign.len() <= 4 || sign.starts_with('\x1b') || sign.chars().nth(1).is_none() {
        return None;
    }
    u16::try_from(sign.width()).ok().filter(|width| *width > 1)
}

/// What is known of the rows on the glass.
#[derive(Debug, Default)]
pub(super) struct Disputed {
    rows: Vec<Row>,
}

/// A row of the last frame.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    /// What stood in it, if a disputed sign was among it.
    print: Option<u64>,
    /// Its cells say their widths aloud. The library draws a cell anew when that has changed, whatever stands in it.
    is_loud: bool,
}

impl Disputed {
    /// Sees to it that the rows with disputed signs, now or in the last frame, are drawn whole where they have changed.
    pub(super) fn settle(&mut self, buf: &mut Buffer) {
        let width = usize::from(buf.area.width);
        if width == 0 {
            return;
        }
        let height = usize::from(buf.area.height);
        self.rows.resize(height, Row::default());
        let mut is_spilt_on = false;
        for (row, cells) in self.rows.iter_mut().zip(buf.content.chunks_mut(width)) {
            let print = print(cells);
            let is_new = print != row.print || is_spilt_on;
            row.print = print;
            row.is_loud = match print {
                _ if is_new => !row.is_loud,
                None => false,
                Some(_) => row.is_loud,
            };
            if row.is_loud {
                cells.iter_mut().for_each(say_width);
            }
            is_spilt_on = is_new && spills(cells);
        }
    }
}

/// What stands in the row, if a disputed sign is among it.
fn print(cells: &[Cell]) -> Option<u64> {
    let is_disputed = |cell: &Cell| disputed_width(cell.symbol()).is_some();
    cells.iter().any(is_disputed).then(|| {
        let mut hasher = DefaultHasher::new();
        for cell in cells {
            (cell.symbol(), cell.fg, cell.bg, cell.modifier).hash(&mut hasher);
        }
        hasher.finish()
    })
}

/// Whether a terminal that draws the characters of a sign one by one would go on in the next row.
fn spills(cells: &[Cell]) -> bool {
    cells.iter().rev().zip(1..).any(|(cell, room)| {
        let one_by_one = || cell.symbol().chars().filter_map(UnicodeWidthChar::width);
        disputed_width(cell.symbol()).is_some() && one_by_one().sum::<usize>() > room
    })
}

fn say_width(cell: &mut Cell) {
    let width = u16::try_from(cell.symbol().width()).unwrap_or(1);
    if let Some(width) = NonZeroU16::new(width.max(1))
        && cell.diff_option == CellDiffOption::None
    {
        cell.diff_option = CellDiffOption::ForcedWidth(width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_signs_of_several_characters_are_disputed() {
        for sign in ["🇬🇪", "👍🏽", "1\u{fe0f}\u{20e3}", "❤\u{fe0f}", "👩‍👩‍👧"]
        {
            assert_eq!(disputed_width(sign), Some(2), "{sign}");
        }
        for sign in [
            "",
            " ",
            "Ж",
            "日",
            "🎃",
            "ё",
            "e\u{301}\u{323}\u{306}",
            "\x1b[1mabc",
        ] {
            assert_eq!(disputed_width(sign), None, "{sign}");
        }
    }
}
