//! Names of files and folders made of what people wrote: one path component on every system, whatever it was.

/// Letters, digits, `-`, `_` and `.`, no dot or dash at either end, at most so many bytes; `otherwise` where nothing is left.
pub fn plain(name: &str, longest: usize, otherwise: &str) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        let c = if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') {
            c
        } else {
            '-'
        };
        if plain.len() + c.len_utf8() > longest {
            break;
        }
        if !(plain.ends_with('-') && c == '-') {
            plain.push(c);
        }
    }
    let plain = plain.trim_matches(['-', '.']);
    if plain.is_empty() { otherwise } else { plain }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_as_it_was_written() {
        assert_eq!(
            plain("2026-11-24 09:30 Kolos VK Сырники", 80, "post"),
            "2026-11-24-09-30-Kolos-VK-Сырники"
        );
        assert_eq!(plain("მარანი ნინო", 80, "post"), "მარანი-ნინო");
        assert_eq!(plain("Lämpö-Lahti Oy", 80, "post"), "Lämpö-Lahti-Oy");
    }

    #[test]
    fn whatever_was_written_stays_one_component() {
        for name in [
            "../../etc/passwd",
            "..",
            "",
            "a/b\\c\0d",
            "\u{202e}evil",
            "<script>:*?\"|",
            &"ы".repeat(500),
        ] {
            let plain = plain(name, 80, "post");
            let is_odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
            assert!(!plain.contains(is_odd), "{name:?}");
            assert!(!plain.starts_with('.') && !plain.is_empty(), "{name:?}");
            assert!(plain.len() <= 80);
        }
        assert_eq!(plain("..", 80, "post"), "post");
    }
}
