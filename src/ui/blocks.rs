//! A picture in cells: two pixels in each, one over the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::domain::picture::{Ink, Pixels};

/// Draws as much of a picture as the area holds, from its upper left corner on.
pub fn blocks(buf: &mut Buffer, area: Rect, pixels: &Pixels, ink: Ink) {
    let area = area.intersection(buf.area);
    for row in 0..area.height.min(pixels.height().div_ceil(2)) {
        for col in 0..area.width.min(pixels.width()) {
            let Some(upper) = pixels.at(col, row * 2) else {
                continue;
            };
            let upper = colour(upper, ink);
            // Under the last row of an odd number of them there is nothing.
            let lower = pixels.at(col, row * 2 + 1).map(|it| colour(it, ink));
            let cell = &mut buf[(area.x + col, area.y + row)];
            cell.reset();
            match lower {
                Some(lower) if lower == upper => {
                    cell.set_symbol(" ").set_style(Style::new().bg(lower))
                }
                Some(lower) => cell
                    .set_symbol("▀")
                    .set_style(Style::new().fg(upper).bg(lower)),
                None => cell.set_symbol("▀").set_style(Style::new().fg(upper)),
            };
        }
    }
}

/// The steps of the cube of 6 × 6 × 6 colours that all terminals of 256 share; the sixteen before it are anybody's.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest colour that there is.
fn colour(rgb: [u8; 3], ink: Ink) -> Color {
    let [red, green, blue] = rgb;
    if ink == Ink::True {
        return Color::Rgb(red, green, blue);
    }
    let step = |shade: u8| {
        let mut steps = (0_u8..).zip(STEPS);
        let nearest = steps.by_ref().min_by_key(|(_, it)| it.abs_diff(shade));
        nearest.unwrap_or_default()
    };
    let [(r, red), (g, green), (b, blue)] = rgb.map(step);
    let cube = (16 + 36 * r + 6 * g + b, [red, green, blue]);
    // Twenty-four greys, ten apart, from 8 to 238.
    let mean = rgb.iter().map(|shade| u32::from(*shade)).sum::<u32>() / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23) as u8;
    let grey = (232 + grey, [8 + 10 * grey; 3]);
    let off = |it: &[u8; 3]| -> u32 {
        let each = it.iter().zip(rgb);
        each.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let index = if off(&grey.1) < off(&cube.1) {
        grey.0
    } else {
        cube.0
    };
    Color::Indexed(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_pixels_stand_in_a_cell_and_an_odd_last_row_has_nothing_under_it() {
        let rgb = [
            [255, 0, 0],
            [0, 255, 0],
            [0, 0, 255],
            [0, 255, 0],
            [9, 9, 9],
            [8, 8, 8],
        ];
        let pixels = Pixels::new(2, 3, rgb.concat()).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 3));
        blocks(&mut buf, Rect::new(1, 0, 9, 9), &pixels, Ink::True);
        let at = |x, y| {
            let cell: &ratatui::buffer::Cell = &buf[(x, y)];
            (cell.symbol().to_owned(), cell.fg, cell.bg)
        };
        let (red, green, blue) = (
            Color::Rgb(255, 0, 0),
            Color::Rgb(0, 255, 0),
            Color::Rgb(0, 0, 255),
        );
        assert_eq!(at(1, 0), ("▀".to_owned(), red, blue));
        assert_eq!(at(2, 0), (" ".to_owned(), Color::Reset, green));
        assert_eq!(
            at(1, 1),
            ("▀".to_owned(), Color::Rgb(9, 9, 9), Color::Reset)
        );
        for outside in [(0, 0), (3, 0), (1, 2)] {
            assert_eq!(
                at(outside.0, outside.1),
                (" ".to_owned(), Color::Reset, Color::Reset)
            );
        }
    }

    #[test]
    fn a_room_too_small_gets_as_much_as_it_holds() {
        let pixels = Pixels::new(3, 8, vec![7; 72]).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 2, 2));
        blocks(&mut buf, Rect::new(1, 1, 1, 1), &pixels, Ink::Indexed);
        assert_eq!(buf[(1, 1)].bg, Color::Indexed(232));
        assert_eq!(buf[(0, 0)].bg, Color::Reset);
        blocks(&mut buf, Rect::new(5, 5, 3, 3), &pixels, Ink::Indexed);
    }

    #[test]
    fn among_256_colours_the_nearest_is_found() {
        for (rgb, index) in [
            ([0, 0, 0], 16),
            ([255, 255, 255], 231),
            ([255, 0, 0], 196),
            ([0, 135, 0], 28),
            ([128, 128, 128], 244),
            ([8, 8, 8], 232),
            ([238, 238, 238], 255),
        ] {
            assert_eq!(colour(rgb, Ink::Indexed), Color::Indexed(index), "{rgb:?}");
        }
    }
}
