//! The line that opens a section: `─ LATE 1 ─────────── 0 of 6 out ─`.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    put::put,
    theme::Theme,
    width::{cut, width},
};

/// Draws a section line over the first row of `row`: the title at the left, the note at the right, either may be empty.
/// Where both do not fit, the note goes first.
pub fn rule(buf: &mut Buffer, row: Rect, title: &str, note: &str, theme: &Theme) {
    let row = row.intersection(buf.area);
    let room = usize::from(row.width);
    if row.is_empty() {
        return;
    }
    put(buf, row.x, row.y, row.width, &"─".repeat(room), theme.rule);
    let title = cut(title, room.saturating_sub(4));
    let after_title = match width(&title) {
        0 => row.x,
        cells => {
            let x = row.x + 1;
            put(
                buf,
                x,
                row.y,
                cells as u16 + 2,
                &format!(" {title} "),
                theme.strong,
            );
            x + cells as u16 + 2
        }
    };
    let cells = width(note);
    // A short stretch of line between the two keeps them apart.
    let needed = usize::from(after_title - row.x) + 2 + cells + 3;
    if cells > 0 && needed <= room {
        let x = row.right() - (cells as u16 + 3);
        put(
            buf,
            x,
            row.y,
            cells as u16 + 2,
            &format!(" {note} "),
            theme.dim,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::put::tests::rows;

    fn drawn(cells: u16, title: &str, note: &str) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
        let row = buf.area;
        rule(&mut buf, row, title, note, &Theme::default());
        rows(&buf).join("")
    }

    #[test]
    fn title_left_note_right() {
        assert_eq!(drawn(20, "LATE 1", ""), "─ LATE 1 ───────────");
        assert_eq!(drawn(24, "СЕГОДНЯ", "0 из 6"), "─ СЕГОДНЯ ───── 0 из 6 ─");
        assert_eq!(drawn(20, "", "Kolos"), "──────────── Kolos ─");
        assert_eq!(drawn(5, "", ""), "─────");
    }

    #[test]
    fn the_note_goes_first_then_the_title_is_cut() {
        assert_eq!(drawn(14, "СЕГОДНЯ", "0 из 6"), "─ СЕГОДНЯ ────");
        assert_eq!(drawn(8, "СЕГОДНЯ", "0 из 6"), "─ СЕГ… ─");
        assert_eq!(drawn(3, "СЕГОДНЯ", "0 из 6"), "───");
        assert_eq!(drawn(0, "СЕГОДНЯ", "0 из 6"), "");
    }
}
