//! What a chat adds to an answer when it is copied: quoted lines, and who wrote when.

/// A part of an answer between quoted lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Part<'a> {
    /// The lines quoted before it.
    pub(super) quoted: Vec<&'a str>,
    /// What was answered, line by line.
    pub(super) text: String,
}

/// The parts of a clean text.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part::default()];
    for line in text.lines() {
        let quoted = line.trim_start().strip_prefix('>');
        if quoted.is_some()
            && parts
                .last()
                .is_some_and(|part| !part.text.trim().is_empty())
        {
            parts.push(Part::default());
        }
        let Some(part) = parts.last_mut() else {
            continue;
        };
        if let Some(quoted) = quoted {
            part.quoted.push(quoted.trim_start_matches(['>', ' ']));
        } else {
            part.text.push_str(without_stamp(line));
            part.text.push('\n');
        }
    }
    parts
}

/// A line without "Anna, [24.11.2026 12:03]" and "[12:03, 24.11.2026] Anna:".
fn without_stamp(line: &str) -> &str {
    let Some((before, (stamp, after))) = line
        .split_once('[')
        .and_then(|(before, rest)| Some((before, rest.split_once(']')?)))
    else {
        return line;
    };
    if !has_clock(stamp) {
        return line;
    }
    let is_name =
        |name: &str| name.chars().count() <= 40 && !name.contains(|c: char| c.is_ascii_digit());
    if after.trim_matches([' ', ':']).is_empty() && is_name(before) {
        return "";
    }
    match after.split_once(": ") {
        Some((name, said)) if before.trim().is_empty() && is_name(name) => said,
        _ => line,
    }
}

/// Whether a stamp has the hour and minute in it.
fn has_clock(stamp: &str) -> bool {
    let digit = |at: Option<usize>| {
        at.and_then(|at| stamp.as_bytes().get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    stamp
        .match_indices(':')
        .any(|(at, _)| digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_when_is_no_answer() {
        for (line, said) in [
            ("Анна, [24.11.2026 12:03]", ""),
            ("Anna K, [24 Nov 2026 at 12:03:11]:", ""),
            ("[12:03, 24.11.2026] Anna: A1 ok", "A1 ok"),
            ("[24.11.26, 12:03:11] Анна: A2 нет", "A2 нет"),
            ("A1 [ok]", "A1 [ok]"),
            ("A1 [в 10:00] ок", "A1 [в 10:00] ок"),
            ("A1 ок, [10:00]", "A1 ок, [10:00]"),
        ] {
            assert_eq!(without_stamp(line), said, "{line}");
        }
    }

    #[test]
    fn quoted_lines_part_what_was_answered() {
        let parts = parts("> A1 Сырники\nок\n>> A2 Кофе\n> с молоком\nнет\n");
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(texts, ["ок\n", "нет\n"]);
        assert_eq!(parts[1].quoted, ["A2 Кофе", "с молоком"]);
    }
}
