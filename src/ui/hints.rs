//! The footer: which keys do what here, as many as fit.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{put::put, theme::Theme, width::width};

/// Draws ` key title  key title …` over the first row of `row`; pairs that do not fit are left away from the right, whole.
/// Esc, where it stands last, is the way out of a window: it is kept, and those before it go.
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
    let (others, way_out) = match pairs {
        [others @ .., last] if last.0.as_ref() == "Esc" => (others, Some(last)),
        _ => (pairs, None),
    };
    let kept = way_out.map_or(0, |pair| 2 + cells(pair));
    let fits = |x: u16, cells: usize| usize::from(x) + cells <= usize::from(row.right());
    let mut x = row.x + 1;
    let mut draw = |x: u16, (key, title): &(K, T)| {
        let x = put(buf, x, row.y, row.width, key.as_ref(), theme.hint_key);
        put(
            buf,
            x + 1,
            row.y,
            row.width,
            title.as_ref(),
            theme.hint_text,
        ) + 2
    };
    for pair in others {
        if !fits(x, cells(pair) + kept) {
            break;
        }
        x = draw(x, pair);
    }
    if let Some(pair) = way_out.filter(|pair| fits(x, cells(pair))) {
        draw(x, pair);
    }
}

/// How wide a pair is.
fn cells<K: AsRef<str>, T: AsRef<str>>((key, title): &(K, T)) -> usize {
    width(key.as_ref()) + 1 + width(title.as_ref())
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

    #[test]
    fn the_way_out_stays_where_others_are_left_away() {
        let pairs = [("Enter", "do it"), ("t", "время"), ("Esc", "back")];
        let drawn = |cells| {
            let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
            let row = buf.area;
            hints(&mut buf, row, &pairs, &Theme::default());
            rows(&buf).concat().trim_end().to_owned()
        };
        assert_eq!(drawn(31), " Enter do it  t время  Esc back");
        assert_eq!(drawn(30), " Enter do it  Esc back");
        assert_eq!(drawn(21), " Esc back");
        assert_eq!(drawn(9), " Esc back");
        assert_eq!(drawn(8), "");
    }
}
