//! Numbers of cells, read strictly: spaces, commas and points as people write them, and no guess between them.

use super::reason::{Reason, quoted};

/// What a column uses between whole and fraction. One value tells for its whole column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fraction {
    /// 1.5 is one and a half.
    Point,
    /// 1,5 is one and a half.
    Comma,
    /// Nothing proves either, or the column contradicts itself.
    #[default]
    Unknown,
}

/// Gathers the proof for a column's fraction sign, value by value.
#[derive(Debug, Clone, Copy, Default)]
pub struct FractionProof {
    point: bool,
    comma: bool,
}

impl FractionProof {
    /// Takes one cell into account: a value that can be read in one way only.
    pub fn see(&mut self, cell: &str) {
        let Some(shape) = Shape::of(cell) else { return };
        // A cell that will be refused is no witness.
        let certain = shape
            .certain()
            .filter(|(fraction, group)| shape.number(*fraction, *group).is_some());
        match certain {
            Some((Some('.'), _) | (None, Some(','))) => self.point = true,
            Some((Some(','), _) | (None, Some('.'))) => self.comma = true,
            _ => {}
        }
    }

    /// What the values seen prove together.
    pub fn fraction(self) -> Fraction {
        match (self.point, self.comma) {
            (true, false) => Fraction::Point,
            (false, true) => Fraction::Comma,
            _ => Fraction::Unknown,
        }
    }
}

/// Reads a value: `1 234`, `1,234.5`, `1.234,5`, `5,3 %`, `−12`. A per cent sign is a unit and does not divide by 100.
/// `1,234` alone is read only where the column proves what its comma means.
pub fn value(cell: &str, fraction: Fraction) -> Result<f64, Reason> {
    let unreadable = || Reason::NumberUnreadable {
        found: quoted(cell),
    };
    let shape = Shape::of(cell).ok_or_else(unreadable)?;
    let (fraction, group) = match (shape.certain(), fraction) {
        (Some(certain), _) => certain,
        (None, Fraction::Unknown) => {
            return Err(Reason::NumberAmbiguous {
                found: quoted(cell),
            });
        }
        (None, Fraction::Point) => shape.with_fraction('.'),
        (None, Fraction::Comma) => shape.with_fraction(','),
    };
    shape
        .number(fraction, group)
        .filter(|value| value.is_finite())
        .ok_or_else(unreadable)
}

/// A cell with its sign and unit taken off: digits and the marks between them.
struct Shape {
    negative: bool,
    body: String,
}

impl Shape {
    fn of(cell: &str) -> Option<Shape> {
        let cell = cell.trim();
        let cell = cell.strip_suffix('%').map_or(cell, str::trim_end);
        let (negative, digits) = match cell.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest),
            None => (false, cell.strip_prefix('+').unwrap_or(cell)),
        };
        if digits.len() > 40
            || !digits.starts_with(|c: char| c.is_ascii_digit())
            || !digits.ends_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let body = ungroup(digits)?;
        body.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
            .then_some(Shape { negative, body })
    }

    /// The fraction sign and the thousands sign, when the cell can be read in one way only.
    fn certain(&self) -> Option<(Option<char>, Option<char>)> {
        let commas = self.body.matches(',').count();
        let points = self.body.matches('.').count();
        match (commas, points) {
            (0, 0) => Some((None, None)),
            (1.., 1) if self.body.rfind(',') < self.body.find('.') => Some((Some('.'), Some(','))),
            (1, 1..) => Some((Some(','), Some('.'))),
            (2.., 0) => Some((None, Some(','))),
            (0, 2..) => Some((None, Some('.'))),
            (1, 0) => self.lone(','),
            (0, 1) => self.lone('.'),
            _ => Some((Some('.'), Some(','))),
        }
    }

    /// One mark: three digits after it may be thousands, unless what stands before cannot be.
    fn lone(&self, mark: char) -> Option<(Option<char>, Option<char>)> {
        let (whole, rest) = self.body.split_once(mark)?;
        let maybe_thousands = rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
        (!maybe_thousands).then_some((Some(mark), None))
    }

    /// The signs under a known fraction sign: the other mark, if any, makes thousands.
    fn with_fraction(&self, mark: char) -> (Option<char>, Option<char>) {
        if self.body.contains(mark) {
            (Some(mark), None)
        } else {
            (None, Some(if mark == '.' { ',' } else { '.' }))
        }
    }

    fn number(&self, fraction: Option<char>, group: Option<char>) -> Option<f64> {
        let (whole, rest) = match fraction {
            Some(mark) => self.body.split_once(mark)?,
            None => (self.body.as_str(), "0"),
        };
        let whole = match group.filter(|mark| whole.contains(*mark)) {
            Some(mark) => joined(whole.split(mark))?,
            None => whole.to_owned(),
        };
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(&whole) || !all_digits(rest) {
            return None;
        }
        let value: f64 = format!("{whole}.{rest}").parse().ok()?;
        Some(if self.negative { -value } else { value })
    }
}

/// Takes out thousands spaces and apostrophes (`12 345,6`, `12'345`); groups must be of three. A line end or a tab is no
/// such space: what stands on two lines is two numbers.
fn ungroup(digits: &str) -> Option<String> {
    let space = |c: char| {
        matches!(
            c,
            ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\'' | '’'
        )
    };
    let end = digits.find([',', '.']).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    if whole.contains(space) {
        return Some(joined(whole.split(space))? + rest);
    }
    Some(digits.to_owned())
}

/// Groups of three digits, the first of one to three, put together.
fn joined<'t>(groups: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut all = String::new();
    for (place, group) in groups.enumerate() {
        let right = if place == 0 {
            (1..=3).contains(&group.len())
        } else {
            group.len() == 3
        };
        if !right || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        all.push_str(group);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<f64, &'static str> {
        value(cell, Fraction::Unknown).map_err(|reason| reason.code())
    }

    #[test]
    fn numbers_as_people_write_them() {
        let read_well = [
            ("0", 0.0),
            ("1234", 1234.0),
            ("1 234", 1234.0),
            ("1\u{a0}234\u{a0}567,5", 1_234_567.5),
            ("12\u{202f}345", 12_345.0),
            ("12'345.5", 12_345.5),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("5,3 %", 5.3),
            ("5.3%", 5.3),
            ("0,123", 0.123),
            ("1234,567", 1234.567),
            ("−12", -12.0),
            ("-0.5", -0.5),
            ("+7", 7.0),
        ];
        for (cell, number) in read_well {
            assert_eq!(read(cell), Ok(number), "{cell}");
        }
    }

    #[test]
    fn thousands_or_a_fraction_is_not_guessed() {
        assert_eq!(read("1,234"), Err("number-ambiguous"));
        assert_eq!(read("12.345"), Err("number-ambiguous"));
    }

    #[test]
    fn a_column_may_prove_what_its_comma_means() {
        let mut proof = FractionProof::default();
        for cell in ["12,345", "5,3 %"] {
            proof.see(cell);
        }
        assert_eq!(value("12,345", proof.fraction()), Ok(12.345));
        assert_eq!(value("12.345", proof.fraction()), Ok(12_345.0));
        proof.see("5.3");
        assert_eq!(proof.fraction(), Fraction::Unknown);
        let mut proof = FractionProof::default();
        proof.see("1,234,567");
        assert_eq!(value("12,345", proof.fraction()), Ok(12_345.0));
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for cell in [
            "", "-", "NaN", "inf", "1e5", "12k", "1 23", "12 3456", "1,23,456", "1.2.3", "1,2.3,4",
            "٣", "0x10", ".5", "5.", "--5", "% 5",
        ] {
            assert_eq!(read(cell), Err("number-unreadable"), "{cell}");
        }
        assert_eq!(read(&"9".repeat(400)), Err("number-unreadable"));
    }
}
