//! The letters of packets: A, B, … Z, AA, AB, …, each used once per client.

/// The letters after `last`; A where there were none.
pub fn next_letters(last: Option<&str>) -> String {
    let mut letters: Vec<u8> = last
        .unwrap_or_default()
        .bytes()
        .filter(u8::is_ascii_uppercase)
        .collect();
    for letter in letters.iter_mut().rev() {
        if *letter < b'Z' {
            *letter += 1;
            return String::from_utf8_lossy(&letters).into_owned();
        }
        *letter = b'A';
    }
    letters.push(b'A');
    String::from_utf8_lossy(&letters).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z_and_never_come_again() {
        let mut last: Option<String> = None;
        let mut all = Vec::new();
        for _ in 0..20_000 {
            let next = next_letters(last.as_deref());
            all.push(next.clone());
            last = Some(next);
        }
        assert_eq!(all[..3], ["A", "B", "C"]);
        assert_eq!(all[25..29], ["Z", "AA", "AB", "AC"]);
        assert_eq!(all[701..704], ["ZZ", "AAA", "AAB"]);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 20_000);
    }

    #[test]
    fn what_is_no_letter_begins_anew() {
        assert_eq!(next_letters(Some("")), "A");
        assert_eq!(next_letters(Some("12")), "A");
    }
}
