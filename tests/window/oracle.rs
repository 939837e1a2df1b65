//! What may go to a terminal: printable text and the few sequences a picture is made of. Everything else is an attack.

/// The first thing in `bytes` that no frame may hold, with what stands before it.
pub(crate) fn trespass(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("bytes that are no text".to_owned());
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = if c == '\x1b' {
            after_sequence(rest)
        } else {
            (!is_harmful(c)).then(|| &rest[c.len_utf8()..])
        };
        let Some(after) = after else {
            let before = text.len() - rest.len();
            let shown: String = text[..before].chars().rev().take(30).collect();
            let shown: String = shown.chars().rev().collect();
            let found: String = rest.chars().take(20).collect();
            return Some(format!("{found:?} after {shown:?}"));
        };
        rest = after;
    }
    tower(text)
}

/// The first thing in a text of ours that somebody else's program would obey or misread; line breaks may be meant.
pub(crate) fn trespass_in_text(text: &str) -> Option<String> {
    let harmful = |c: &char| is_harmful(*c) && *c != '\n';
    let found = text.chars().find(harmful);
    found
        .map(|c| format!("{c:?} in {text:?}"))
        .or_else(|| tower(text))
}

/// Colours, places, wiping, and the cursor; nothing that answers, writes elsewhere or changes a mode.
fn after_sequence(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("\x1b[")?;
    let end = inside.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'))?;
    let (arguments, rest) = inside.split_at(end);
    let allowed = match rest.as_bytes()[0] {
        b'm' | b'H' | b'J' | b'K' => !arguments.contains('?'),
        b'h' | b'l' => arguments == "?25",
        _ => false,
    };
    allowed.then(|| &rest[1..])
}

/// Controls of both sets, what turns or hides text, and characters that take no ink. A joiner lives in emoji.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn tower(text: &str) -> Option<String> {
    let mut height = 0;
    for c in text.chars() {
        height = if unicode_normalization::char::is_combining_mark(c) {
            height + 1
        } else {
            0
        };
        if height > 8 {
            return Some("a tower of marks".to_owned());
        }
    }
    None
}

#[test]
fn the_oracle_knows_an_attack() {
    for attack in [
        "\x1b]52;c;ZXZpbA==\x07",
        "\x1b[?1049l",
        "\x1b[6n",
        "\x1b[>0q",
        "\x1bP+q\x1b\\",
        "a\u{9b}31m",
        "a\u{202e}b",
        "a\nb",
        "\x07",
        "\u{e0041}",
        "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    ] {
        assert!(trespass(attack.as_bytes()).is_some(), "{attack:?}");
    }
    let frame = "\x1b[1;1H\x1b[38;5;12mСырники 👩\u{200d}🍳 рთვ\x1b[39m\x1b[?25h\x1b[2J";
    assert_eq!(trespass(frame.as_bytes()), None);
    assert!(trespass(b"\xff").is_some());
}
