//! A number as a person types it: spaces between thousands, a comma or a point before the fraction, nothing else.

/// The largest number that is taken: more people than there are.
const MOST: f64 = 1e12;

/// Why what was typed is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mistyped {
    /// There is something besides digits, spaces and one decimal mark.
    #[error("not a number")]
    NotANumber,
    /// Followers and likes come whole.
    #[error("must be whole")]
    NotWhole,
    /// Nobody has so many.
    #[error("too large")]
    TooLarge,
}

/// Reads a typed number; nothing but spaces is no number at all, which is not zero.
/// A fraction is refused where things are counted: in "1,234" a thousand may have been meant.
pub fn typed_number(text: &str, whole: bool) -> Result<Option<f64>, Mistyped> {
    let mut digits = String::with_capacity(text.len());
    let mut mark = false;
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ',' | '.' if mark || digits.is_empty() => return Err(Mistyped::NotANumber),
            ',' | '.' => {
                mark = true;
                digits.push('.');
            }
            // Spaces that spreadsheets and languages put between thousands.
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {}
            _ => return Err(Mistyped::NotANumber),
        }
    }
    if digits.is_empty() {
        return Ok(None);
    }
    let number: f64 = digits.parse().map_err(|_| Mistyped::NotANumber)?;
    if whole && mark && number.fract() != 0.0 || digits.ends_with('.') {
        return Err(if whole {
            Mistyped::NotWhole
        } else {
            Mistyped::NotANumber
        });
    }
    if number > MOST {
        return Err(Mistyped::TooLarge);
    }
    Ok(Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thousands_may_stand_apart_and_a_comma_is_a_decimal_mark() {
        for text in ["6486", "6 486", "6\u{a0}486", " 6\u{202f}486 ", "6486,0"] {
            assert_eq!(typed_number(text, true), Ok(Some(6486.0)), "{text}");
        }
        assert_eq!(typed_number("16 600,50", false), Ok(Some(16600.5)));
        assert_eq!(typed_number("0", true), Ok(Some(0.0)));
        assert_eq!(
            typed_number("", true),
            Ok(None),
            "empty is missing, not zero"
        );
        assert_eq!(typed_number("  ", false), Ok(None));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "-5",
            "1e9",
            "12k",
            "1,2,3",
            ",5",
            "٣",
            "5%",
            "\u{202e}12",
            "inf",
        ] {
            assert_eq!(
                typed_number(text, false),
                Err(Mistyped::NotANumber),
                "{text}"
            );
        }
        assert_eq!(typed_number("1,234", true), Err(Mistyped::NotWhole));
        assert_eq!(typed_number("5,", false), Err(Mistyped::NotANumber));
        assert_eq!(typed_number("9999999999999", true), Err(Mistyped::TooLarge));
        assert_eq!(
            typed_number(&"9".repeat(400), true),
            Err(Mistyped::TooLarge),
            "an infinity is no number of people"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_a_sound_number_or_a_refusal(text in ".{0,20}", whole: bool) {
            if let Ok(Some(number)) = typed_number(&text, whole) {
                prop_assert!(number.is_finite() && (0.0..=MOST).contains(&number));
                prop_assert!(!whole || number.fract() == 0.0);
            }
        }

        #[test]
        fn digits_in_threes_mean_the_same(n in 0u32..2_000_000_000) {
            let plain = n.to_string();
            let mut apart = String::new();
            for (at, c) in plain.chars().enumerate() {
                if at > 0 && (plain.len() - at) % 3 == 0 {
                    apart.push('\u{a0}');
                }
                apart.push(c);
            }
            prop_assert_eq!(typed_number(&apart, true), Ok(Some(f64::from(n))));
        }
    }
}
