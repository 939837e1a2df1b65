//! A client's answer cut into words, numbers and signs.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::domain::fold::fold;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// Any one other character that takes ink.
    Sign(char),
    /// The end of a line.
    Line,
}

/// The smallest piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) shape: Shape,
    /// Where it stands in the text.
    pub(super) at: Range<usize>,
    /// As it is compared.
    pub(super) folded: String,
    /// As it is compared where marks matter.
    pub(super) marked: String,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
    /// Whether it begins with a capital letter, as names do.
    pub(super) capital: bool,
}

/// All tokens of a clean text. Skin tones, picture selectors and shown marks of invisible characters are no tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (shape, len) = match first {
            '\n' => (Some(Shape::Line), 1),
            c if c.is_whitespace() => (None, c.len_utf8()),
            '‹' => match shown_mark(rest) {
                Some(len) => {
                    at += len;
                    continue;
                }
                None => (Some(Shape::Sign('‹')), '‹'.len_utf8()),
            },
            c if is_colour(c) => {
                if let Some(last) = tokens.last_mut().filter(|last| last.at.end == at) {
                    last.at.end += c.len_utf8();
                }
                at += c.len_utf8();
                continue;
            }
            c if is_digit(c) => (Some(Shape::Number), run(rest, is_digit)),
            c if is_letter(c) => (Some(Shape::Word), word(rest)),
            c => (Some(Shape::Sign(plain(c))), c.len_utf8()),
        };
        // "по-моему" and "ок-ок" are words side by side; the hyphen of "A-1" and "A2-ის" stays.
        let joins = first == '-' && glued && last_is_word(&tokens) && starts_word(&rest[1..]);
        if let Some(shape) = shape.filter(|_| !joins) {
            tokens.push(Token::new(shape, &text[at..at + len], at, glued));
        }
        glued = !matches!(shape, None | Some(Shape::Line));
        at += len;
    }
    tokens
}

impl Token {
    fn new(shape: Shape, written: &str, at: usize, glued: bool) -> Self {
        let mut marked = written.to_lowercase().replace('’', "'");
        if let Shape::Sign(sign) = shape {
            marked = sign.to_string();
        }
        Self {
            shape,
            at: at..at + written.len(),
            folded: fold(&marked),
            marked,
            glued,
            capital: is_name_like(written),
        }
    }
}

/// "Марина", but not "БЕЗ".
fn is_name_like(written: &str) -> bool {
    let mut letters = written.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Bytes the shown mark of an invisible character takes: `‹U+200B›`.
fn shown_mark(rest: &str) -> Option<usize> {
    let code = rest.strip_prefix("‹U+")?;
    let end = code.find('›').filter(|end| (4..=6).contains(end))?;
    let hex = code[..end].bytes().all(|b| b.is_ascii_hexdigit());
    hex.then_some("‹U+".len() + end + "›".len())
}

fn last_is_word(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|last| last.shape == Shape::Word)
}

fn starts_word(rest: &str) -> bool {
    rest.chars().next().is_some_and(is_letter)
}

/// Skin tones, joiners, selectors and the frame of a keycap colour the character before them.
fn is_colour(c: char) -> bool {
    matches!(
        c,
        '\u{1f3fb}'..='\u{1f3ff}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}'
    )
}

/// Digits of any writing that mean 0 to 9 when folded: `1`, `１`, `①`.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || (c.is_numeric() && {
            let plain = fold(c.encode_utf8(&mut [0; 4]));
            !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit())
        })
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || (is_combining_mark(c) && !is_colour(c))
}

/// Letters, and an apostrophe between two of them.
fn word(rest: &str) -> usize {
    let mut len = run(rest, is_letter);
    while let Some(quote) = rest[len..]
        .chars()
        .next()
        .filter(|c| ['\'', '’'].contains(c))
    {
        let after = &rest[len + quote.len_utf8()..];
        let more = run(after, is_letter);
        if more == 0 {
            break;
        }
        len += quote.len_utf8() + more;
    }
    len
}

/// Bytes of the characters at the start that are of one kind.
fn run(rest: &str, kind: fn(char) -> bool) -> usize {
    rest.find(|c| !kind(c)).unwrap_or(rest.len())
}

/// Signs that are written in more than one way, in one.
fn plain(sign: char) -> char {
    match sign {
        '？' | '❓' | '❔' | '؟' => '?',
        '！' | '❗' | '❕' => '!',
        '，' | '、' => ',',
        '；' => ';',
        '：' => ':',
        '。' => '.',
        '＋' | '➕' => '+',
        '−' | '‐' | '‑' | '➖' | '－' => '-',
        '’' => '\'',
        '№' => '#',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs_come_apart() {
        let cut = |text: &str| -> Vec<String> {
            tokens(text).into_iter().map(|token| token.folded).collect()
        };
        assert_eq!(cut("A2: Заменить"), ["a", "2", ":", "заменить"]);
        assert_eq!(
            cut("по-моему don’t A-1"),
            ["по", "моему", "don't", "a", "-", "1"]
        );
        assert_eq!(cut("1️⃣👍🏽 ２\n"), ["1", "👍", "2", "\n"]);
        assert_eq!(cut("о‹U+200B›к ‹да›"), ["о", "к", "‹", "да", "›"]);
    }
}
