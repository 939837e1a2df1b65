//! Writing a piece of text on a row: the only road from a string to cells.

use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
    style::Style,
};

use super::theme::Theme;
use super::width::{Glyph, cut, glyphs, too_long, width};

/// Writes `text` from cell `(x, y)` over at most `max` cells and returns the first column after it.
/// Never writes outside the buffer and never splits a character: one that does not fit is left away, and all after it.
pub fn put(buf: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let area = buf.area;
    if y < area.top() || y >= area.bottom() || x < area.left() {
        return x;
    }
    let right = x.saturating_add(max).min(area.right());
    let mut x = x;
    for glyph in glyphs(text).filter(|glyph| glyph.cells > 0) {
        if glyph.cells > usize::from(right.saturating_sub(x)) {
            break;
        }
        x = put_glyph(buf, x, y, &glyph, style);
    }
    x
}

/// Writes one grapheme whose cells the caller has found free, and returns the column after it.
pub(super) fn put_glyph(buf: &mut Buffer, x: u16, y: u16, glyph: &Glyph<'_>, style: Style) -> u16 {
    let next = x + glyph.cells as u16;
    buf[(x, y)].set_symbol(&glyph.face).set_style(style);
    for under in x + 1..next {
        buf[(under, y)].set_symbol(" ").set_style(style);
    }
    next
}

/// Like [`put`], but ends with `…` where the text does not fit.
pub fn put_cut(buf: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let room = buf.area.right().saturating_sub(x).min(max);
    match too_long(text, usize::from(room)) {
        None => put(buf, x, y, room, text, style),
        Some(kept) => {
            let end = put(buf, x, y, room, &text[..kept], style);
            put(buf, end, y, room.min(1), "…", style)
        }
    }
}

/// Like [`put`], up to the column `right` instead of over a number of cells.
pub fn put_to(buf: &mut Buffer, x: u16, y: u16, right: u16, text: &str, style: Style) -> u16 {
    put(buf, x, y, right.saturating_sub(x), text, style)
}

/// Like [`put_cut`], up to the column `right` instead of over a number of cells.
pub fn put_cut_to(buf: &mut Buffer, x: u16, y: u16, right: u16, text: &str, style: Style) -> u16 {
    put_cut(buf, x, y, right.saturating_sub(x), text, style)
}

/// Writes `text` so that it ends at the right edge of `row`, cut if needed, and returns the column where it begins.
pub fn put_right(buf: &mut Buffer, row: Rect, text: &str, style: Style) -> u16 {
    let text = cut(text, usize::from(row.width));
    let x = row.right() - width(&text) as u16;
    put(buf, x, row.y, row.width, &text, style);
    x
}

/// Writes `text` from a cell on and `end` right behind it: where both do not fit, the text is cut and the end is not.
/// Returns the column after it.
pub fn put_with_end(
    buf: &mut Buffer,
    (x, y): (u16, u16),
    room: u16,
    text: (&str, Style),
    end: (&str, Style),
) -> u16 {
    let kept = room.saturating_sub(width(end.0).min(usize::from(u16::MAX)) as u16);
    let after = put_cut(buf, x, y, kept, text.0, text.1);
    let left = room.saturating_sub(after.saturating_sub(x));
    put_cut(buf, after, y, left, end.0, end.1)
}

/// Gives cells a style without touching what is written there; outside the buffer nothing happens.
pub fn tint(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area.intersection(buf.area), style);
}

/// Marks the row of a list that the cursor is on, and not by colour alone.
pub fn chosen(buf: &mut Buffer, row: Rect, theme: &Theme) {
    tint(buf, row, theme.cursor_line);
    put_to(buf, row.x, row.y, row.right(), ">", theme.strong);
}

/// Empties an area for something drawn over it. A wide character cut in two by the left edge goes as a whole:
/// ratatui would otherwise skip our first column.
pub fn clear(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    for y in area.top()..area.bottom() {
        let from = area.left().saturating_sub(8).max(buf.area.left());
        for x in from..area.left() {
            if x + buf[(x, y)].cell_width() > area.left() {
                buf[(x, y)].set_symbol(" ");
            }
        }
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The rows of a buffer as text, for tests that say what they expect to see.
    pub(crate) fn rows(buf: &Buffer) -> Vec<String> {
        let area = buf.area;
        (area.top()..area.bottom())
            .map(|y| {
                let mut hidden = 0;
                let mut row = String::new();
                for x in area.left()..area.right() {
                    let cell = &buf[(x, y)];
                    if hidden == 0 {
                        row.push_str(cell.symbol());
                    }
                    hidden = hidden.max(cell.cell_width()).saturating_sub(1);
                }
                row
            })
            .collect()
    }

    #[test]
    fn a_row_never_leaves_its_room() {
        let mut buf = Buffer::empty(Rect::new(3, 2, 6, 1));
        assert_eq!(put(&mut buf, 3, 2, 99, "日本語日本", Style::new()), 9);
        assert_eq!(rows(&buf), ["日本語"]);
        assert_eq!(
            put(&mut buf, 3, 2, 5, "日本語", Style::new()),
            7,
            "half a sign is no sign"
        );
        assert_eq!(put(&mut buf, 3, 1, 9, "x", Style::new()), 3);
        assert_eq!(put(&mut buf, 3, 3, 9, "x", Style::new()), 3);
        assert_eq!(put(&mut buf, 0, 2, 9, "x", Style::new()), 0);
        assert_eq!(put(&mut buf, u16::MAX, 2, 9, "x", Style::new()), u16::MAX);
        let mut nothing = Buffer::empty(Rect::ZERO);
        assert_eq!(put(&mut nothing, 0, 0, 9, "x", Style::new()), 0);
    }

    #[test]
    fn text_can_end_at_the_right_edge() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        put_right(&mut buf, Rect::new(0, 0, 10, 1), "Tue 09:12", Style::new());
        assert_eq!(rows(&buf), [" Tue 09:12"]);
        put_right(&mut buf, Rect::new(0, 0, 6, 1), "Понедельник", Style::new());
        assert_eq!(rows(&buf), ["Понед…9:12"]);
    }

    #[test]
    fn an_end_stays_whole_while_there_is_room_for_it() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        let plain = Style::new();
        put_with_end(&mut buf, (0, 0), 12, ("Понедельник", plain), (" 12", plain));
        assert_eq!(rows(&buf), ["Понедель… 12"]);
        let end = put_with_end(&mut buf, (0, 0), 2, ("Понедельник", plain), (" 12", plain));
        assert_eq!((end, &rows(&buf)[0][..4]), (2, " …"));
    }

    #[test]
    fn a_window_over_a_wide_sign_takes_the_whole_sign() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        put(&mut buf, 0, 0, 6, "日本語", Style::new());
        clear(&mut buf, Rect::new(3, 0, 9, 9));
        put(&mut buf, 3, 0, 1, "│", Style::new());
        assert_eq!(rows(&buf), ["日 │  "]);
    }

    #[test]
    fn ratatui_still_smears_behind_a_variation_mark() {
        let before = Buffer::with_lines(["abcd"]);
        let after = Buffer::with_lines(["❤️ d"]);
        let order: Vec<_> = before.diff(&after).iter().map(|(x, ..)| *x).collect();
        assert_eq!(
            order,
            [0, 1, 2],
            "the blank no longer follows the sign: see whether shown() may keep U+FE0F now"
        );
    }

    #[test]
    fn emoji_with_a_variation_mark_do_not_reach_the_buffer() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        put(&mut buf, 0, 0, 12, "1️⃣ ❤️ ☀️ ok\u{202e}", Style::new());
        assert!(!rows(&buf)[0].contains(['\u{FE0F}', '\u{202e}']));
    }
}
