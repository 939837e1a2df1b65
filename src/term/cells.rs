//! From changed cells to bytes, with as few style codes as draw them.
//!
//! The library's own backend says each attribute in a code of its own and the sixteen colours as three numbers; over a
//! slow line those bytes are what a key waits for.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::disputed::disputed_width;

/// The attributes a terminal knows, with the number that turns each on and the one that turns it off.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Bold and dim are taken off by one and the same number.
const WEIGHTS: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// How the terminal would draw the next sign. Underlines keep the colour of their text: nothing here colours them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    ink: Color,
    ground: Color,
    attributes: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self {
            ink: cell.fg,
            ground: cell.bg,
            attributes: cell.modifier,
        }
    }
}

/// Writes the cells, and leaves the terminal without any style.
pub(super) fn write_cells<'a>(
    out: &mut impl Write,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut look = Look::default();
    let mut there = None;
    let mut covered = None;
    for (x, y, cell) in cells {
        // The second half of a sign whose width is disputed was blank before the sign came.
        if covered.is_some_and(|(end, row)| row == y && x < end) {
            continue;
        }
        if there != Some((x, y)) {
            go_to(out, x, y)?;
        }
        let wanted = Look::of(cell);
        if wanted != look {
            restyle(out, look, wanted)?;
            look = wanted;
        }
        let disputed = disputed_width(cell.symbol());
        if let Some(width) = disputed {
            // A terminal that draws it narrower would leave the rest as it was.
            for _ in 0..width {
                out.write_all(b" ")?;
            }
            go_to(out, x, y)?;
        }
        out.write_all(cell.symbol().as_bytes())?;
        covered = disputed.map(|width| (x + width, y));
        // Behind a wide sign the place is said anew: terminals do not agree on how wide it is.
        there = Some((x + 1, y));
    }
    if look != Look::default() {
        out.write_all(b"\x1b[m")?;
    }
    Ok(())
}

fn go_to(out: &mut impl Write, x: u16, y: u16) -> io::Result<()> {
    write!(out, "\x1b[{};{}H", y + 1, x + 1)
}

/// One code for all that differs, or a clean start where nothing shall be left.
fn restyle(out: &mut impl Write, from: Look, to: Look) -> io::Result<()> {
    if to == Look::default() {
        return out.write_all(b"\x1b[m");
    }
    let mut code = Code::default();
    let gone = from.attributes.difference(to.attributes);
    for (attribute, _, off) in ATTRIBUTES {
        if gone.contains(attribute) {
            code.number(off);
        }
    }
    let left = if gone.intersects(WEIGHTS) {
        from.attributes.difference(WEIGHTS)
    } else {
        from.attributes
    };
    let new = to.attributes.difference(left);
    for (attribute, on, _) in ATTRIBUTES {
        if new.contains(attribute) {
            code.number(on);
        }
    }
    if to.ink != from.ink {
        code.colour(to.ink, 30);
    }
    if to.ground != from.ground {
        code.colour(to.ground, 40);
    }
    out.write_all(&code.0)?;
    out.write_all(b"m")
}

/// The numbers of one style code.
#[derive(Default)]
struct Code(Vec<u8>);

impl Code {
    fn number(&mut self, number: u8) {
        let start: &[u8] = if self.0.is_empty() { b"\x1b[" } else { b";" };
        self.0.extend_from_slice(start);
        self.0.extend_from_slice(number.to_string().as_bytes());
    }

    fn numbers(&mut self, numbers: &[u8]) {
        for number in numbers {
            self.number(*number);
        }
    }

    /// `first` is the number of black: 30 for ink, 40 for the ground.
    fn colour(&mut self, colour: Color, first: u8) {
        match colour {
            Color::Reset => self.number(first + 9),
            Color::Indexed(index) => self.numbers(&[first + 8, 5, index]),
            Color::Rgb(red, green, blue) => self.numbers(&[first + 8, 2, red, green, blue]),
            named => self.number(first + of_sixteen(named)),
        }
    }
}

/// How far one of the sixteen is from black; the bright ones follow sixty numbers later.
const fn of_sixteen(colour: Color) -> u8 {
    match colour {
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn written(cells: &[(u16, u16, &str, Style)]) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
        for (x, y, sign, style) in cells {
            buf[(*x, *y)].set_symbol(sign).set_style(*style);
        }
        let mut out = Vec::new();
        let cells = cells.iter().map(|(x, y, ..)| (*x, *y, &buf[(*x, *y)]));
        write_cells(&mut out, cells).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn signs_side_by_side_need_one_place() {
        let plain = Style::new();
        assert_eq!(
            written(&[(0, 0, "П", plain), (1, 0, "о", plain), (0, 2, "x", plain)]),
            "\x1b[1;1HПо\x1b[3;1Hx"
        );
        assert_eq!(
            written(&[(3, 0, "日", plain), (5, 0, "x", plain)]),
            "\x1b[1;4H日\x1b[1;6Hx",
            "behind a wide sign"
        );
        assert_eq!(
            written(&[(3, 0, "🇬🇪", plain), (5, 0, "x", plain)]),
            "\x1b[1;4H  \x1b[1;4H🇬🇪\x1b[1;6Hx",
            "a sign whose width is disputed"
        );
        assert_eq!(
            written(&[
                (3, 0, "❤\u{fe0f}", plain),
                (4, 0, " ", plain),
                (5, 0, "x", plain)
            ]),
            "\x1b[1;4H  \x1b[1;4H❤\u{fe0f}\x1b[1;6Hx",
            "its second half is not written into it"
        );
    }

    #[test]
    fn a_change_of_looks_is_one_code_and_the_end_is_plain() {
        let bad = Style::new().fg(Color::Red).bold();
        let row = Style::new().reversed();
        assert_eq!(
            written(&[(0, 0, "a", row), (1, 0, "b", bad), (2, 0, "c", bad.dim())]),
            "\x1b[1;1H\x1b[7ma\x1b[27;1;31mb\x1b[2mc\x1b[m"
        );
        let dim = Style::new().dim().bg(Color::LightBlue);
        assert_eq!(
            written(&[
                (0, 0, "a", bad.reversed()),
                (1, 0, "b", dim),
                (2, 0, "c", Style::new())
            ]),
            "\x1b[1;1H\x1b[1;7;31ma\x1b[22;27;2;39;104mb\x1b[mc"
        );
    }

    #[test]
    fn bold_stays_when_only_dim_goes() {
        let both = Style::new().bold().dim();
        assert_eq!(
            written(&[(0, 0, "a", both), (1, 0, "b", Style::new().bold())]),
            "\x1b[1;1H\x1b[1;2ma\x1b[22;1mb\x1b[m"
        );
    }

    #[test]
    fn a_palette_and_full_colours_are_said_in_full() {
        let full = Style::new().fg(Color::Indexed(153)).bg(Color::Rgb(1, 2, 3));
        assert_eq!(
            written(&[(0, 0, "a", full)]),
            "\x1b[1;1H\x1b[38;5;153;48;2;1;2;3ma\x1b[m"
        );
    }

    /// Whatever looks follow one another, a terminal that obeys the codes ends up with the last one.
    #[test]
    fn a_terminal_shows_every_look_that_was_asked_for() {
        let looks: Vec<Style> = (0..64u8)
            .map(|n| {
                let attributes = Modifier::from_bits_truncate(u16::from(n.wrapping_mul(37)) & 0x4F);
                let colours = [
                    Color::Reset,
                    Color::Red,
                    Color::LightCyan,
                    Color::Indexed(99),
                ];
                let colour = |n: u8| colours[usize::from(n % 4)];
                Style::new()
                    .fg(colour(n))
                    .bg(colour(n / 4))
                    .add_modifier(attributes)
            })
            .collect();
        for (before, after) in looks.iter().flat_map(|a| looks.iter().map(move |b| (a, b))) {
            let size = |cells| std::num::NonZero::new(cells).unwrap();
            let mut glass = vt100::Parser::new(size(5), size(20), 0);
            glass.process(written(&[(0, 0, "a", *before), (1, 0, "b", *after)]).as_bytes());
            let shown = glass.screen().cell(0, 1).unwrap();
            let has = |attribute| after.add_modifier.contains(attribute);
            // This terminal knows one weight at a time.
            if !after.add_modifier.contains(WEIGHTS) {
                assert_eq!(shown.bold(), has(Modifier::BOLD), "{before:?} {after:?}");
                assert_eq!(shown.dim(), has(Modifier::DIM), "{before:?} {after:?}");
            }
            assert_eq!(
                shown.italic(),
                has(Modifier::ITALIC),
                "{before:?} {after:?}"
            );
            assert_eq!(
                shown.underline(),
                has(Modifier::UNDERLINED),
                "{before:?} {after:?}"
            );
            assert_eq!(
                shown.inverse(),
                has(Modifier::REVERSED),
                "{before:?} {after:?}"
            );
            let colour = |colour: Option<Color>| match colour {
                Some(Color::Red) => vt100::Color::Idx(1),
                Some(Color::LightCyan) => vt100::Color::Idx(14),
                Some(Color::Indexed(n)) => vt100::Color::Idx(n),
                _ => vt100::Color::Default,
            };
            assert_eq!(shown.fgcolor(), colour(after.fg), "{before:?} {after:?}");
            assert_eq!(shown.bgcolor(), colour(after.bg), "{before:?} {after:?}");
        }
    }
}
