//! The footer: which keys do what here, as many as fit.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{put::put, theme::Theme, width::width};

/// Draws ` key title  key title …` over the first row of `row`; pairs that do not fit are left away from the right, whole.
pub fn hints<K: AsRef<str>, T: AsRef<str>>(
    buf: &mut Buffer,
    row: Rect,
    pairs: &[(K, T)],
    theme: &Theme,
) {
    let row = row.intersection(buf.area);
    if row.is_empty() {
        return;
    }
    let mut x = row.x + 1;
    for (key, title) in pairs {
        let (key, title) = (key.as_ref(), title.as_ref());
        let cells = width(key) + 1 + width(title);
        if usize::from(x) + cells > usize::from(row.right()) {
            break;
        }
        x = put(buf, x, row.y, row.width, key, theme.hint_key);
        x = put(buf, x + 1, row.y, row.width, title, theme.hint_text) + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::put::tests::rows;

    #[test]
    fn what_does_not_fit_is_left_away_whole() {
        let pairs = [("Enter", "do it"), ("t", "время"), ("?", "help")];
        let drawn = |cells| {
            let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
            let row = buf.area;
            hints(&mut buf, row, &pairs, &Theme::default());
            rows(&buf).concat().trim_end().to_owned()
        };
        assert_eq!(drawn(40), " Enter do it  t время  ? help");
        assert_eq!(drawn(29), " Enter do it  t время  ? help");
        assert_eq!(drawn(28), " Enter do it  t время");
        assert_eq!(drawn(12), " Enter do it");
        assert_eq!(drawn(11), "");
        assert_eq!(drawn(0), "");
    }
}
