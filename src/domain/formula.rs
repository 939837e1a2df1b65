//! Text that a spreadsheet would calculate, and the apostrophe that keeps it from doing so.
//!
//! A cell that begins with `=` is a formula in every spreadsheet, one that looks like a number or a date becomes one. An
//! apostrophe in front makes it text. It is put on where we write cells and taken off where we read them; text that has
//! an apostrophe there of its own gets one more, so that nothing is ever lost.

/// A longer text is read as text by every spreadsheet.
const LONGEST_NUMBER: usize = 40;

/// Whether a cell that begins so would be calculated.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Whether all of it looks like a number, a date or a time: "24.11", "007", "1e5", "12 000 ₽".
fn is_number(text: &str) -> bool {
    let of_numbers = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '.' | ',' | ':' | '/' | '-' | '+' | '%' | 'e' | 'E' | ' ')
            || matches!(c, '\u{a0}' | '\u{202f}' | '$' | '€' | '£' | '₽' | '₾' | '₫')
    };
    text.len() <= LONGEST_NUMBER
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(of_numbers)
}

/// Whether the text is one that stands behind an apostrophe in a cell, whatever apostrophes it begins with itself.
fn is_guarded(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    is_formula(bare) || is_number(bare)
}

/// Whether a cell of a text file must begin with an apostrophe to stay this text.
pub fn needs_guard(text: &str) -> bool {
    is_guarded(text)
}

/// Whether a cell that is text by its own kind, as those of a workbook are, must begin with one more apostrophe: only
/// where the reader would take one off.
pub fn needs_guard_as_text(text: &str) -> bool {
    text.starts_with('\'') && is_guarded(text)
}

/// The text of a cell without the apostrophe that guarded it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_guarded(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn guarded(text: &str) -> String {
        let mark = if needs_guard(text) { "'" } else { "" };
        format!("{mark}{text}")
    }

    #[test]
    fn what_a_spreadsheet_would_calculate_is_guarded() {
        for text in [
            "=1+1",
            "+7 900",
            "-5",
            "@kolos",
            "\tx",
            "\rx",
            "24.11",
            "007",
            "1e5",
            "12:30",
            "12 000 ₽",
            "'=1",
            "''24.11",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "a=1", "'twas", "'", "5 причин", "“=”", "e", "№ 5"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn a_foreign_apostrophe_stays() {
        for cell in ["'twas the night", "'", "''", "it's", "'n' roll", "='a"] {
            assert_eq!(unguarded(cell), cell);
        }
        assert_eq!(unguarded("'=1+1"), "=1+1");
        assert_eq!(unguarded("''=1+1"), "'=1+1");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_lost(text in "['=+@\t\r \\-0-9.a']{0,8}\\PC{0,6}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), &text);
            let bare = cell.trim_start_matches('\'');
            prop_assert!(!is_formula(&cell) && (cell != bare || !is_number(&cell)));
            let as_text = if needs_guard_as_text(&text) { format!("'{text}") } else { text.clone() };
            prop_assert_eq!(unguarded(&as_text), &text);
        }
    }
}
