//! All furniture in windows too small for it: it may look poor, it may not break or draw outside.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::*;

const TEXT: &str = "Сырники 👨‍👩‍👧 日本 1️⃣ Hỏi đáp რთველი\u{202e}\u{1b}[31m";

fn furnish(buf: &mut Buffer, area: Rect) {
    let theme = Theme::default();
    let tab = Tab {
        key: "1".into(),
        title: TEXT.into(),
        count: "9!".into(),
    };
    rule(buf, area, TEXT, TEXT, &theme);
    tabs(buf, area, &[tab.clone(), tab], 1, TEXT, &theme);
    hints(buf, area, &[(TEXT, TEXT), ("?", "help")], &theme);
    toast(buf, area, TEXT, Tone::Warn, &theme);
    tint(buf, area, theme.cursor_line);
    let inner = popup(buf, area, (18, 4), TEXT, &theme);
    assert_eq!(inner.intersection(buf.area), inner);
    put_cut(buf, area.x, area.y, area.width, TEXT, Style::new());
    put_right(buf, inner, TEXT, Style::new());
    let mut editor = Editor::new(TEXT);
    editor.settle(area.width, area.height);
    editor.draw(area, buf, &EditorStyle::default(), true);
    let mut line = LineInput::new(TEXT, "");
    line.settle(area.width);
    line.draw(area, buf, &EditorStyle::default(), true);
}

#[test]
fn the_smallest_windows_hold() {
    for cells in 0..=20 {
        for height in 0..=5 {
            let window = Rect::new(0, 0, cells, height);
            for area in [
                window,
                Rect::new(0, 0, 80, 24),
                Rect::new(3, 1, 7, 2),
                Rect::new(30, 30, 7, 2),
            ] {
                furnish(&mut Buffer::empty(window), area);
            }
        }
    }
}

#[test]
fn what_reaches_the_cells_is_harmless() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 6));
    let area = buf.area;
    furnish(&mut buf, area);
    let drawn: String = buf
        .content
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert!(!drawn.chars().any(width::is_hostile));
    assert!(!drawn.contains('\u{fe0f}'));
}
