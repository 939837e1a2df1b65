//! How long the labels of a host may be: a name in letters of its own is written in Latin ones underneath, and is measured so.

/// Longest label of a host.
const LONGEST: usize = 63;

/// Whether no label of a host is longer than the net takes.
pub(super) fn is_short_enough(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or_default();
    host.split('.').all(|label| {
        let long = if label.is_ascii() {
            label.len()
        } else {
            "xn--".len() + punycode_len(label)
        };
        long <= LONGEST
    })
}

/// How long a label is in Punycode (RFC 3492).
fn punycode_len(label: &str) -> usize {
    let letters: Vec<u64> = label.chars().map(u64::from).collect();
    let basic = label.chars().filter(char::is_ascii).count() as u64;
    let mut len = basic as usize + usize::from(basic > 0);
    let (mut n, mut delta, mut bias, mut done) = (128, 0, 72, basic);
    while done < letters.len() as u64 {
        let next = letters
            .iter()
            .copied()
            .filter(|c| *c >= n)
            .min()
            .unwrap_or(n);
        delta += (next - n) * (done + 1);
        n = next;
        for c in &letters {
            delta += u64::from(*c < n);
            if *c == n {
                len += digits(delta, bias);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    len
}

/// How many digits a distance takes.
fn digits(mut rest: u64, bias: u64) -> usize {
    let mut count = 1;
    for k in (36_u64..).step_by(36) {
        let step = k.saturating_sub(bias).clamp(1, 26);
        if rest < step {
            break;
        }
        rest = (rest - step) / (36 - step);
        count += 1;
    }
    count
}

/// The bias after a letter.
const fn adapted(delta: u64, letters: u64, is_first: bool) -> u64 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / letters;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_its_own_letters_is_as_long_as_in_latin_ones() {
        for (label, latin) in [
            ("кафе", "80akn5b"),
            ("рф", "p1ai"),
            ("bücher", "bcher-kva"),
            ("пример", "e1afmkfd"),
            ("საქართველო", "lodamdjuvtg5b"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ] {
            assert_eq!(punycode_len(label), latin.len(), "{label}");
        }
    }

    #[test]
    fn a_label_has_63_letters_at_most() {
        let host = |label: String| format!("{label}.com");
        assert!(is_short_enough(&host("a".repeat(63))));
        assert!(!is_short_enough(&host("a".repeat(64))));
        assert!(!is_short_enough(&format!("kolos.{}", host("ж".repeat(63)))));
        assert!(is_short_enough("кафе.рф:8080"));
    }
}
