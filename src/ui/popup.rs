//! A window in the middle of the screen, with a frame and a title.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Block, BorderType, Widget},
};

use super::{
    put::{clear, put_cut},
    theme::Theme,
    width::width,
};

/// Clears a place of `cells` × `rows` (frame included) in the middle of `area`, frames it, and returns the room inside.
/// A screen that is hardly larger than the window is taken whole; one too small for a frame gets none.
pub fn popup(
    buf: &mut Buffer,
    area: Rect,
    (cells, rows): (u16, u16),
    title: &str,
    theme: &Theme,
) -> Rect {
    let area = area.intersection(buf.area);
    let frame = Rect {
        width: fit(cells, area.width),
        height: fit(rows, area.height),
        ..area
    };
    let frame = Rect {
        x: area.x + (area.width - frame.width) / 2,
        y: area.y + (area.height - frame.height) / 2,
        ..frame
    };
    clear(buf, frame);
    if frame.width < 8 || frame.height < 3 {
        return frame;
    }
    let block = Block::bordered()
        .border_type(BorderType::Plain)
        .border_style(theme.rule);
    let inner = block.inner(frame);
    block.render(frame, buf);
    buf.set_style(inner, theme.text);
    if width(title) > 0 {
        put_cut(
            buf,
            frame.x + 2,
            frame.y,
            frame.width - 4,
            &format!(" {title} "),
            theme.strong,
        );
    }
    inner
}

/// Within four cells of the edge a frame around the frame is only noise.
fn fit(wanted: u16, room: u16) -> u16 {
    if wanted.saturating_add(4) >= room {
        room
    } else {
        wanted
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::ui::put::{put, tests::rows};

    #[test]
    fn it_stands_in_the_middle_over_whatever_was_there() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 9));
        for y in 0..9 {
            put(&mut buf, 0, y, 20, "日本語日本語日本語日", Style::new());
        }
        let area = buf.area;
        let inner = popup(&mut buf, area, (11, 3), "Поиск", &Theme::default());
        assert_eq!(inner, Rect::new(5, 4, 9, 1));
        assert_eq!(
            rows(&buf)[3..6],
            [
                "日本┌─ Поиск ─┐ 語日",
                "日本│         │ 語日",
                "日本└─────────┘ 語日"
            ]
        );
    }

    #[test]
    fn a_small_screen_is_taken_whole_and_never_breaks() {
        for cells in 0..24 {
            for height in 0..9 {
                let mut buf = Buffer::empty(Rect::new(0, 0, cells, height));
                let area = buf.area;
                let inner = popup(
                    &mut buf,
                    area,
                    (20, 5),
                    "Очень длинное имя",
                    &Theme::default(),
                );
                assert_eq!(inner.intersection(area), inner);
            }
        }
    }
}
