//! Numbers as she reads them: thousands apart, the decimal mark of her language.

use super::{Language, Locale};
use crate::domain::count::Standing;

/// Keeps a number in one piece at the end of a line; one cell wide in every terminal.
pub(super) const NO_BREAK_SPACE: char = '\u{a0}';

impl<L: Language> Locale<L> {
    /// A whole number with its thousands apart: "41 300". The space does not break.
    pub fn number(&self, n: i64) -> String {
        group(n, self.thousands_mark())
    }

    fn thousands_mark(&self) -> char {
        self.lang().shelf().thousands.mark()
    }

    /// A number with so many digits after the decimal mark of this language: "5.3", "5,3". "—" when it is not a number.
    pub fn decimal(&self, n: f64, digits: usize) -> String {
        if !n.is_finite() {
            return "—".to_owned();
        }
        let written = format!("{:.digits$}", n.abs());
        let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
        let mut out = String::new();
        // "-0.0" would claim a direction that the digits shown do not have.
        if n < 0.0 && written.contains(|c: char| ('1'..='9').contains(&c)) {
            out.push('-');
        }
        push_grouped(&mut out, whole, self.thousands_mark());
        if !fraction.is_empty() {
            out.push_str(&self.text("number-decimal-mark"));
            out.push_str(fraction);
        }
        out
    }

    /// A length against its limit: "412/16 384", "412/≈4 096" where no document confirms it, "412/—" where none is known.
    pub fn length(&self, standing: &Standing) -> String {
        let used = self.number(i64::try_from(standing.used).unwrap_or(i64::MAX));
        let max = standing.max.map_or_else(
            || "—".to_owned(),
            |max| self.number(i64::try_from(max).unwrap_or(i64::MAX)),
        );
        let about = if standing.is_sure { "" } else { "≈" };
        format!("{used}/{about}{max}")
    }
}

/// The digits of a whole number in threes.
pub(super) fn group(n: i64, mark: char) -> String {
    let mut out = String::new();
    if n < 0 {
        out.push('-');
    }
    push_grouped(&mut out, &n.unsigned_abs().to_string(), mark);
    out
}

fn push_grouped(out: &mut String, digits: &str, mark: char) {
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Locale};
    use super::NO_BREAK_SPACE;
    use crate::domain::tongue::Tongue;

    fn group(n: i64) -> String {
        super::group(n, NO_BREAK_SPACE)
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(group(0), "0");
        assert_eq!(group(999), "999");
        assert_eq!(group(6486), "6\u{a0}486");
        assert_eq!(group(-1_234_567), "-1\u{a0}234\u{a0}567");
        assert_eq!(
            group(i64::MIN),
            "-9\u{a0}223\u{a0}372\u{a0}036\u{a0}854\u{a0}775\u{a0}808"
        );
    }

    #[test]
    fn a_share_has_the_mark_of_the_language() {
        let (en, ru) = (Locale::new(Lang::En), Locale::new(Lang::Ru));
        assert_eq!(en.decimal(5.3, 1), "5.3");
        assert_eq!(ru.decimal(5.3, 1), "5,3");
        assert_eq!(ru.decimal(41300.25, 2), "41\u{a0}300,25");
        assert_eq!(en.decimal(-2.0, 0), "-2");
    }

    #[test]
    fn a_client_reads_numbers_as_at_home() {
        let written = |tongue| {
            let voice = Locale::new(tongue);
            format!("{} {}", voice.number(41_300), voice.decimal(1234.5, 1))
        };
        assert_eq!(written(Tongue::En), "41,300 1,234.5");
        assert_eq!(written(Tongue::Ru), "41\u{a0}300 1\u{a0}234,5");
        assert_eq!(written(Tongue::Vi), "41.300 1.234,5");
        assert_eq!(written(Tongue::Ka), "41\u{a0}300 1\u{a0}234,5");
        assert_eq!(written(Tongue::Fi), "41\u{a0}300 1\u{a0}234,5");
    }

    #[test]
    fn a_change_too_small_to_show_has_no_sign_and_nonsense_is_a_dash() {
        let en = Locale::new(Lang::En);
        assert_eq!(en.decimal(-0.04, 1), "0.0");
        assert_eq!(en.decimal(f64::NAN, 1), "—");
        assert_eq!(en.decimal(f64::INFINITY, 1), "—");
    }
}
