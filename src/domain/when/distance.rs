//! Distances with a sign: "+2d", "-1 день", "+3h", "-90 phút". Without a sign a number is an hour or a day of the month.

use super::words::{Words, tokens};
use crate::domain::shift::Shift;

/// Farthest that anything is moved in one go.
const FARTHEST: i64 = 10_000;

/// Reads a distance with its sign; none for everything else.
pub fn distance(text: &str) -> Option<Shift> {
    let text = text.trim();
    let mut chars = text.chars();
    let sign = match chars.next()? {
        '+' => 1,
        '-' | '−' | '–' => -1,
        _ => return None,
    };
    let words = Words::builtin()?;
    let said: Vec<String> = tokens(chars.as_str(), 4)
        .into_iter()
        .map(|it| it.word)
        .collect();
    let said = said.concat();
    let digits = said.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = said.split_at(digits);
    let count = sign * number.parse::<i64>().ok().filter(|n| *n <= FARTHEST)?;
    let is = |entries: &[String]| entries.iter().any(|entry| entry == unit);
    if is(&words.day) {
        Some(Shift::days(count))
    } else if is(&words.week) {
        Some(Shift::days(count * 7))
    } else if is(&words.hour) {
        Some(Shift {
            days: 0,
            minutes: count * 60,
        })
    } else if is(&words.minute) {
        Some(Shift {
            days: 0,
            minutes: count,
        })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_a_number_and_a_unit_in_five_languages() {
        let days = |n| Some(Shift::days(n));
        let minutes = |minutes| Some(Shift { days: 0, minutes });
        for (text, meant) in [
            ("+2d", days(2)),
            ("-1d", days(-1)),
            ("+ 3 days", days(3)),
            ("+2 дня", days(2)),
            ("−1 день", days(-1)),
            ("+1 неделя", None),
            ("+1 нед", days(7)),
            ("+1w", days(7)),
            ("-2 ngày", days(-2)),
            ("+1 tuần", days(7)),
            ("+2 pv", days(2)),
            ("+3h", minutes(180)),
            ("-90m", minutes(-90)),
            ("+2 часа", minutes(120)),
            ("+1 tunnin", minutes(60)),
            ("2d", None),
            ("+", None),
            ("+d", None),
            ("+99999999999999999999d", None),
            ("fri 10", None),
            ("", None),
        ] {
            assert_eq!(distance(text), meant, "{text}");
        }
    }
}
