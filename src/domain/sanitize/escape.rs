//! Where a terminal sequence ends, so that it can be taken out whole (ECMA-48, and what terminals do when it is broken).

/// The text after the sequence that `introducer` (ESC or its one-character C1 form) has begun in front of `rest`.
/// A string sequence (OSC, DCS, APC, PM, SOS) that nobody ends takes the rest of its line and no more.
pub(super) fn after_sequence(introducer: char, rest: &str) -> &str {
    match introducer {
        '\u{9b}' => after_control(rest),
        '\u{1b}' => after_escape(rest),
        _ => after_string(rest),
    }
}

fn after_escape(rest: &str) -> &str {
    let Some(kind) = rest.chars().next() else {
        return rest;
    };
    let tail = &rest[kind.len_utf8()..];
    match kind {
        '[' => after_control(tail),
        ']' | 'P' | 'X' | '^' | '_' => after_string(tail),
        // Single shifts take one character more.
        'N' | 'O' => tail
            .strip_prefix(|c: char| c.is_ascii_graphic())
            .unwrap_or(tail),
        ' '..='/' => {
            let tail = tail.trim_start_matches(|c| matches!(c, ' '..='/'));
            tail.strip_prefix(|c| matches!(c, '0'..='~'))
                .unwrap_or(tail)
        }
        '0'..='~' => tail,
        _ => rest,
    }
}

fn after_control(rest: &str) -> &str {
    let rest = rest.trim_start_matches(|c| matches!(c, '0'..='?'));
    let rest = rest.trim_start_matches(|c| matches!(c, ' '..='/'));
    rest.strip_prefix(|c| matches!(c, '@'..='~'))
        .unwrap_or(rest)
}

fn after_string(rest: &str) -> &str {
    let end = rest.find(|c| {
        matches!(
            c,
            '\u{7}'
                | '\u{9c}'
                | '\u{18}'
                | '\u{1a}'
                | '\u{1b}'
                | '\n'
                | '\r'
                | '\u{85}'
                | '\u{2028}'
                | '\u{2029}'
        )
    });
    let Some(end) = end else { return "" };
    let tail = &rest[end..];
    // ESC \ closes the string; any other ESC breaks it off and begins a sequence of its own, as a line break does.
    if let Some(after) = tail.strip_prefix("\u{1b}\\") {
        return after;
    }
    tail.strip_prefix(['\u{7}', '\u{9c}', '\u{18}', '\u{1a}'])
        .unwrap_or(tail)
}
