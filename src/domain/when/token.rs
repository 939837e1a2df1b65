//! A text taken apart into what can be matched: runs of letters, runs of digits, single signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::Words;
use crate::domain::fold::fold;

/// A run of letters or digits, or a sign; and how it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded.
    pub(super) word: String,
    /// Lower case, with the marks it was typed with.
    pub(super) typed: String,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether nothing stands between it and the one before.
    pub(super) glued: bool,
    /// Whether a full stop ended its word: "28."
    pub(super) dotted: bool,
    /// Whether it begins like a sentence or a name: "Am", not "AM".
    pub(super) capital: bool,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stuff {
    Digit,
    Letter,
    Sign,
    Space,
}

/// The first tokens of a text. The full stop at the end of a word is no token of its own; words that stand for two are
/// taken apart.
pub(super) fn tokens(text: &str, limit: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, piece, stuff) in pieces(text) {
        if tokens.len() >= limit {
            break;
        }
        let end = start + piece.len();
        let glued = tokens.last().is_some_and(|token| token.end == start);
        let open = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
        if piece == "."
            && glued
            && text[end..].chars().next().is_none_or(open)
            && let Some(last) = tokens.last_mut()
        {
            last.dotted = true;
            continue;
        }
        let token = Token {
            word: folded(piece, stuff),
            typed: piece.to_lowercase().nfc().collect(),
            start,
            end,
            glued,
            dotted: false,
            capital: capital(piece),
        };
        let means = Words::builtin().and_then(|words| words.means.get(&token.word));
        match means {
            None => tokens.push(token),
            Some(words) => tokens.extend(words.split(' ').enumerate().map(|(at, word)| Token {
                word: word.to_owned(),
                typed: word.to_owned(),
                glued: token.glued && at == 0,
                ..token.clone()
            })),
        }
    }
    tokens
}

/// The runs of a text with where they begin; a mark belongs to what it stands on.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str, Stuff)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let rest = text.get(start..)?;
            let first = rest.chars().next()?;
            let stuff = of(first);
            let single = stuff == Stuff::Sign;
            let length = rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| !is_combining_mark(*c) && (single || of(*c) != stuff))
                .map_or(rest.len(), |(at, _)| at);
            at = start + length;
            if stuff != Stuff::Space {
                return Some((start, &rest[..length], stuff));
            }
        }
    })
}

fn of(c: char) -> Stuff {
    match c {
        // Other digits are letters that match nothing: "9²" is not 92.
        '0'..='9' | '０'..='９' => Stuff::Digit,
        _ if c.is_whitespace() => Stuff::Space,
        _ if c.is_alphanumeric() || is_combining_mark(c) => Stuff::Letter,
        _ => Stuff::Sign,
    }
}

/// A piece as it is compared. Digits that carry marks or are of other scripts stay strangers.
fn folded(piece: &str, stuff: Stuff) -> String {
    let strange = match stuff {
        Stuff::Digit => piece.chars().any(is_combining_mark),
        _ => piece.chars().any(char::is_numeric),
    };
    match piece {
        _ if strange => piece.to_owned(),
        "’" | "‘" => "'".to_owned(),
        "‐" | "‑" | "−" => "-".to_owned(),
        _ => fold(piece),
    }
}

fn capital(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_uppercase)
        && (piece.chars().count() == 1 || chars.any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text, 40).into_iter().map(|it| it.word).collect()
    }

    #[test]
    fn letters_digits_and_signs_part() {
        assert_eq!(
            words("28.11. klo 18.30"),
            ["28", ".", "11", "klo", "18", ".", "30"]
        );
        assert_eq!(
            words("T6 9h30, a.m."),
            ["t", "6", "9", "h", "30", ",", "a", ".", "m"]
        );
        assert_eq!(words("полдевятого"), ["пол", "девятого"]);
        assert_eq!(words("ngày mốt"), words("nga\u{300}y mo\u{302}\u{301}t"));
        assert!(tokens("28.", 9)[0].dotted);
        assert_eq!(tokens("1 2 3 4 5", 3).len(), 3);
    }

    #[test]
    fn digits_of_other_scripts_and_painted_digits_are_strangers() {
        assert_eq!(words("１８：３０"), ["18", ":", "30"]);
        for strange in ["9²", "٩", "①", "𝟗", "9\u{fe0f}\u{20e3}", "9\u{308}"] {
            assert!(
                tokens(strange, 9)
                    .iter()
                    .any(|it| it.word.parse::<u32>().is_err()),
                "{strange}"
            );
        }
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_a_sign_of_time_does_not() {
        let capital = |text: &str| tokens(text, 1)[0].capital;
        assert!(capital("Am") && capital("В") && capital("Утра"));
        assert!(!capital("AM") && !capital("am") && !capital("9"));
    }
}
