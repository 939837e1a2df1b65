//! A short word about what just happened, on one row, gone again soon.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    put::{clear, put_cut},
    theme::Theme,
};

/// How a message is meant; each has a sign of its own, so that colour is not needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// For her information.
    #[default]
    Plain,
    /// It worked.
    Good,
    /// It worked, but look.
    Warn,
    /// It did not work.
    Bad,
}

/// Draws the message over the first row of `row`, cut if it is longer; returns the first column after it.
pub fn toast(buf: &mut Buffer, row: Rect, text: &str, tone: Tone, theme: &Theme) -> u16 {
    let row = Rect {
        height: row.height.min(1),
        ..row
    }
    .intersection(buf.area);
    let (sign, style) = match tone {
        Tone::Plain => (" ", theme.text),
        Tone::Good => (" ✓ ", theme.good),
        Tone::Warn => (" ▲ ", theme.warn),
        Tone::Bad => (" ! ", theme.bad),
    };
    clear(buf, row);
    put_cut(
        buf,
        row.x,
        row.y,
        row.width,
        &format!("{sign}{text}"),
        style,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::put::tests::rows;

    #[test]
    fn the_tone_is_seen_without_colour() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 16, 2));
        let area = buf.area;
        toast(&mut buf, area, "Сохранено", Tone::Good, &Theme::default());
        toast(
            &mut buf,
            Rect::new(0, 1, 16, 9),
            "Нет связи с сетью",
            Tone::Bad,
            &Theme::default(),
        );
        assert_eq!(rows(&buf), [" ✓ Сохранено    ", " ! Нет связи с …"]);
        toast(&mut buf, Rect::ZERO, "x", Tone::Plain, &Theme::default());
    }
}
