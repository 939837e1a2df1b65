//! A window from top to bottom: one row of it, what lies under some rows, and a list between its title and the rest.

use ratatui::layout::Rect;

/// The row so many under the top; empty where the area ends before it.
pub fn row(area: Rect, n: u16) -> Rect {
    let n = n.min(area.height);
    Rect {
        y: area.y + n,
        height: 1.min(area.height - n),
        ..area
    }
}

/// What lies under so many rows.
pub fn below(area: Rect, n: u16) -> Rect {
    let n = n.min(area.height);
    Rect {
        y: area.y + n,
        height: area.height - n,
        ..area
    }
}

/// The title, a list of so many rows under it, and the rest.
pub fn parts(area: Rect, rows: u16) -> (Rect, Rect, Rect) {
    let under = below(area, 1);
    let list = Rect {
        height: rows.min(under.height),
        ..under
    };
    (row(area, 0), list, below(under, list.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_whole_area_and_none_leaves_it() {
        for height in 0..6 {
            for rows in 0..8 {
                let area = Rect::new(2, 3, 10, height);
                let (title, list, rest) = parts(area, rows);
                assert_eq!(title.height + list.height + rest.height, height);
                assert_eq!((title.bottom(), list.bottom()), (list.y, rest.y));
                assert_eq!(rest.bottom(), area.bottom());
                assert!(list.height <= rows);
            }
        }
    }

    #[test]
    fn a_row_that_is_not_there_is_empty() {
        let area = Rect::new(0, 5, 4, 2);
        assert_eq!(row(area, 1), Rect::new(0, 6, 4, 1));
        assert!(row(area, 2).is_empty() && row(area, 9).is_empty());
        assert_eq!(below(area, 9).height, 0);
    }
}
