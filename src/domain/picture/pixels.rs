//! A picture made small: three bytes for each of its pixels, and never another number of them than its sides say.

/// Pixels row by row: red, green, blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    width: u16,
    height: u16,
    rgb: Vec<u8>,
}

impl Pixels {
    /// None where the bytes are not those of so many pixels, or where there are none.
    pub fn new(width: u16, height: u16, rgb: Vec<u8>) -> Option<Self> {
        let wanted = usize::from(width) * usize::from(height) * 3;
        (wanted > 0 && rgb.len() == wanted).then_some(Self { width, height, rgb })
    }

    /// How many pixels wide.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// How many pixels high.
    pub const fn height(&self) -> u16 {
        self.height
    }

    /// Its bytes, row by row.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// One pixel; none outside.
    pub fn at(&self, x: u16, y: u16) -> Option<[u8; 3]> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let at = (usize::from(y) * usize::from(self.width) + usize::from(x)) * 3;
        self.rgb.get(at..at + 3)?.try_into().ok()
    }

    /// The same where only a part is lit: what lies outside of it goes back into the dark.
    #[must_use]
    pub fn lit(&self, part: &Part) -> Self {
        let mut dim = self.clone();
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        for (pixel, (x, y)) in dim.rgb.chunks_exact_mut(3).zip(places) {
            if !part.holds(x, y) {
                for shade in pixel {
                    *shade /= 4;
                }
            }
        }
        dim
    }
}

/// A part of a picture: from these pixels on, and up to those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The first column and the one behind the last.
    pub across: (u16, u16),
    /// The first row and the one behind the last.
    pub down: (u16, u16),
}

impl Part {
    /// Whether this pixel belongs to it.
    pub fn holds(&self, x: u16, y: u16) -> bool {
        (self.across.0..self.across.1).contains(&x) && (self.down.0..self.down.1).contains(&y)
    }
}

/// A picture of the desk made small: to exactly this size.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Thumb {
    /// The hash of its bytes.
    pub hash: String,
    /// How many pixels wide.
    pub width: u16,
    /// How many pixels high.
    pub height: u16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_as_many_as_their_sides_say() {
        for (width, height, bytes) in [
            (0, 1, 0),
            (1, 0, 0),
            (1, 1, 2),
            (1, 1, 4),
            (u16::MAX, u16::MAX, 3),
        ] {
            assert_eq!(Pixels::new(width, height, vec![0; bytes]), None);
        }
        let pixels = Pixels::new(2, 2, (0..12).collect()).unwrap();
        assert_eq!(pixels.at(1, 1), Some([9, 10, 11]));
        assert_eq!((pixels.at(2, 0), pixels.at(0, 2)), (None, None));
    }

    #[test]
    fn what_lies_outside_of_a_part_is_dark() {
        let pixels = Pixels::new(3, 1, vec![200; 9]).unwrap();
        let lit = pixels.lit(&Part {
            across: (1, 2),
            down: (0, 1),
        });
        assert_eq!(lit.rgb(), [50, 50, 50, 200, 200, 200, 50, 50, 50]);
    }
}
