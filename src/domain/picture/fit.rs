//! How large a picture stands in a room of cells, without being pulled out of shape.

use super::way::{Easel, Way};

/// A cell of a terminal that has not said how large its cells are: twice as high as wide.
const USUAL_CELL: (u16, u16) = (1, 2);

/// Most pixels of a picture that is drawn as such: the window keeps few of them, and a slow line carries each.
const MOST_PIXELS: f64 = 250_000.0;

/// The size of a picture on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// How many cells wide.
    pub cols: u16,
    /// How many cells high.
    pub rows: u16,
    /// How many pixels wide and high it must be made for that.
    pub pixels: (u16, u16),
}

/// The largest size in which a picture stands in so many columns and rows; none where there is no room, or nothing to see.
/// Blocks never make a picture larger than it is: there is nothing to see in it that the file does not have.
pub fn fit(size: (u32, u32), room: (u16, u16), easel: &Easel) -> Option<Fit> {
    let (cols, rows) = room;
    if size.0 == 0 || size.1 == 0 || cols == 0 || rows == 0 {
        return None;
    }
    let (wide, high) = easel.cell.unwrap_or(USUAL_CELL);
    let (wide, high) = (f64::from(wide.max(1)), f64::from(high.max(1)));
    let (w, h) = (f64::from(size.0), f64::from(size.1));
    // Pixels of the screen for one of the picture.
    let room = (f64::from(cols) * wide / w).min(f64::from(rows) * high / h);
    let whole = |n: f64, most: u16| (n.round() as u16).clamp(1, most);
    match easel.way() {
        Way::Off => None,
        Way::Blocks(_) => {
            let by = room.min(wide);
            let across = whole(w * by / wide, cols);
            let halves = whole(h * by / (high / 2.0), rows.saturating_mul(2));
            Some(Fit {
                cols: across,
                rows: halves.div_ceil(2),
                pixels: (across, halves),
            })
        }
        Way::Kitty(_) => {
            let across = whole(w * room / wide, cols);
            let down = whole(h * room / high, rows);
            let (w, h) = (f64::from(across) * wide, f64::from(down) * high);
            let by = (MOST_PIXELS / (w * h)).sqrt().min(1.0);
            Some(Fit {
                cols: across,
                rows: down,
                pixels: (whole(w * by, u16::MAX), whole(h * by, u16::MAX)),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::picture::Ink;

    fn on(way: Way, cell: Option<(u16, u16)>) -> Easel {
        Easel { way, cell }
    }

    #[test]
    fn a_picture_keeps_its_shape_in_cells_of_any_shape() {
        let blocks = Way::Blocks(Ink::True);
        for (size, room, cell, cols, halves) in [
            ((1080, 1080), (40, 20), None, 40, 40),
            ((1080, 1080), (40, 10), None, 20, 20),
            ((1920, 1080), (32, 20), None, 32, 18),
            ((1080, 1920), (32, 16), None, 18, 32),
            ((4000, 3000), (32, 16), Some((8, 16)), 32, 24),
            // Cells as high as wide: half a cell is a lying pixel.
            ((1000, 1000), (20, 20), Some((10, 10)), 20, 40),
            ((1000, 1000), (20, 20), Some((10, 30)), 20, 13),
            // Never larger than it is, and never nothing.
            ((5, 4), (40, 20), None, 5, 4),
            ((10_000, 1), (40, 20), None, 40, 1),
            ((1, 10_000), (40, 20), None, 1, 40),
        ] {
            let fit = fit(size, room, &on(blocks, cell)).unwrap();
            assert_eq!(fit.pixels, (cols, halves), "{size:?} in {room:?}");
            assert_eq!((fit.cols, fit.rows), (cols, halves.div_ceil(2)));
        }
    }

    #[test]
    fn real_pixels_fill_their_cells_and_are_not_too_many() {
        let kitty = on(Way::Kitty(Ink::True), Some((10, 20)));
        let small = fit((4000, 3000), (32, 16), &kitty).unwrap();
        assert_eq!((small.cols, small.rows, small.pixels), (32, 12, (320, 240)));
        let large = fit((4000, 3000), (200, 100), &kitty).unwrap();
        assert_eq!((large.cols, large.rows), (200, 75));
        let (w, h) = large.pixels;
        assert!(u32::from(w) * u32::from(h) <= 251_000, "{w}×{h}");
        assert!((f64::from(w) / f64::from(h) - 4.0 / 3.0).abs() < 0.01);
    }

    #[test]
    fn nothing_stands_in_no_room() {
        let easel = on(Way::Blocks(Ink::True), None);
        for (size, room) in [
            ((0, 1), (9, 9)),
            ((1, 0), (9, 9)),
            ((1, 1), (0, 9)),
            ((1, 1), (9, 0)),
        ] {
            assert_eq!(fit(size, room, &easel), None);
        }
        assert_eq!(fit((9, 9), (9, 9), &Easel::default()), None);
        let most = fit((u32::MAX, u32::MAX), (u16::MAX, u16::MAX), &easel).unwrap();
        assert!(most.rows <= u16::MAX / 2 + 1);
    }
}
