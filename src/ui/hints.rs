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

/// The same for a window: where not all fit, the way out stays, and `more` comes last and leads to the rest.
pub fn window_hints(
    buf: &mut Buffer,
    row: Rect,
    pairs: &[(&str, String)],
    more: (&str, String),
    theme: &Theme,
) {
    let cells = |pairs: &[(&str, String)]| -> usize {
        let each = pairs
            .iter()
            .map(|(key, title)| width(key) + width(title) + 3);
        each.sum()
    };
    // A margin before the first, two cells between.
    let room = usize::from(row.width) + 1;
    if cells(pairs) <= room {
        return hints(buf, row, pairs, theme);
    }
    let mut kept = pairs.to_vec();
    kept.push(more);
    while cells(&kept) > room
        && let Some(last) = kept[..kept.len() - 1]
            .iter()
            .rposition(|(key, _)| *key != WAY_OUT)
    {
        kept.remove(last);
    }
    hints(buf, row, &kept, theme);
}

/// The key that leads out of every window.
const WAY_OUT: &str = "Esc";

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

    #[test]
    fn a_narrow_window_names_the_way_out_and_where_the_rest_is() {
        let title = str::to_owned;
        let pairs = [
            ("Enter", title("do it")),
            ("t", title("время выхода")),
            ("Esc", title("back")),
        ];
        let drawn = |cells| {
            let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
            let row = buf.area;
            window_hints(
                &mut buf,
                row,
                &pairs,
                ("F1", title("keys")),
                &Theme::default(),
            );
            rows(&buf).concat().trim_end().to_owned()
        };
        assert_eq!(drawn(38), " Enter do it  t время выхода  Esc back");
        assert_eq!(drawn(37), " Enter do it  Esc back  F1 keys");
        assert_eq!(drawn(30), " Esc back  F1 keys");
        assert_eq!(drawn(12), " Esc back");
        assert_eq!(drawn(5), "");
    }
}
