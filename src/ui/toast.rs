//! A short word about what just happened, in the last rows, gone again soon.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    editor::wrapped,
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

/// A message may take so many rows; the way out often stands at its end.
const ROWS: usize = 3;

/// Draws the message over the last rows of `area`, as many as it needs, cut only if three do not hold it; returns the
/// first column after it in the last row.
pub fn toast(buf: &mut Buffer, area: Rect, text: &str, tone: Tone, theme: &Theme) -> u16 {
    let area = area.intersection(buf.area);
    let (sign, style) = match tone {
        Tone::Plain => (" ", theme.text),
        Tone::Good => (" ✓ ", theme.good),
        Tone::Warn => (" ▲ ", theme.warn),
        Tone::Bad => (" ! ", theme.bad),
    };
    let indent = sign.chars().count() as u16;
    let room = area.width.saturating_sub(indent);
    let broken = wrapped(text, usize::from(room));
    let rows = broken.len().min(ROWS).min(usize::from(area.height));
    let mut after = area.x;
    for (n, row) in broken.iter().take(rows).enumerate() {
        let y = area.bottom() - (rows - n) as u16;
        clear(
            buf,
            Rect {
                y,
                height: 1,
                ..area
            },
        );
        if n == 0 {
            put_cut(buf, area.x, y, area.width, sign, style);
        }
        // A space hangs over the edge where a row is broken.
        let words = if n + 1 == rows {
            &text[row.start..]
        } else {
            text[row.clone()].trim_end()
        };
        after = put_cut(buf, area.x + indent.min(area.width), y, room, words, style);
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::put::tests::rows;

    #[test]
    fn the_tone_is_seen_without_colour() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 16, 2));
        let first = Rect::new(0, 0, 16, 1);
        let end = toast(&mut buf, first, "Сохранено", Tone::Good, &Theme::default());
        assert_eq!(end, 12);
        let words = "Нет связи с сетью";
        toast(
            &mut buf,
            Rect::new(0, 1, 16, 1),
            words,
            Tone::Bad,
            &Theme::default(),
        );
        assert_eq!(rows(&buf), [" ✓ Сохранено    ", " ! Нет связи с …"]);
        toast(&mut buf, Rect::ZERO, "x", Tone::Plain, &Theme::default());
    }

    #[test]
    fn a_long_message_takes_the_rows_above() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 4));
        let area = buf.area;
        let words = "Нет связи с сетью: u";
        let end = toast(&mut buf, area, words, Tone::Bad, &Theme::default());
        assert_eq!(
            rows(&buf),
            [
                "            ",
                " ! Нет связи",
                "   с сетью: ",
                "   u        "
            ]
        );
        assert_eq!(end, 4);
    }
}
