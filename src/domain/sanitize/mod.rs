//! The border of the desk: whatever a stranger sent becomes text that no terminal obeys and no eye misreads.

mod emoji;
mod escape;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use escape::after_sequence;

/// More marks than this on one letter is not writing in any language but a way to paint over the neighbours.
const MARKS_PER_BASE: usize = 8;

/// Outside text as one clean line: as [`text`], with every line break turned into a space.
#[must_use]
pub fn line(outside: &str) -> String {
    clean(outside, ' ', Inkless::Shown)
}

/// Outside text as clean text: NFC, line breaks as `\n`, tabs as a space, no control characters and no terminal
/// sequences. Bidi controls and other invisible characters are shown as marks like `‹U+202E›`; a soft hyphen, a byte
/// order mark and a stray variation selector carry nothing to read and go. At most 8 combining marks stay on a base.
/// Cleaning twice changes nothing; the time is linear in the length.
#[must_use]
pub fn text(outside: &str) -> String {
    clean(outside, '\n', Inkless::Shown)
}

/// Her own words from outside, pasted or from a file of hers: as [`text`], but what takes no ink is left out. Shown, its
/// marks would go out with the post; messengers and note books put such characters into whatever is copied from them.
#[must_use]
pub fn own_text(outside: &str) -> String {
    clean(outside, '\n', Inkless::LeftOut)
}

/// As [`own_text`], as one line.
#[must_use]
pub fn own_line(outside: &str) -> String {
    clean(outside, ' ', Inkless::LeftOut)
}

/// The bytes of a file of hers as clean text: what is not UTF-8 becomes U+FFFD, the rest is as in [`own_text`].
#[must_use]
pub fn from_bytes(outside: &[u8]) -> String {
    own_text(&String::from_utf8_lossy(outside))
}

/// Whether one character may be typed behind `before`: what the border keeps, and what joins and colours emoji, whose
/// parts come one by one.
#[must_use]
pub fn may_be_typed(before: &str, c: char) -> bool {
    if matches!(c, '\u{200d}' | '\u{fe0f}') || emoji::goes_on_a_flag(before, c) {
        return true;
    }
    let marks = || before.chars().rev().take_while(|c| is_combining_mark(*c));
    matches!(fate(c, None, None), Fate::Keep)
        && !(is_combining_mark(c) && marks().count() >= MARKS_PER_BASE)
}

/// SHA-256 of the bytes as they came, in 64 hexadecimal digits: cleaning destroys what a comparison with the platform's
/// copy needs.
#[must_use]
pub fn raw_hash(outside: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(outside);
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a String cannot fail.
            write!(hex, "{byte:02x}").ok();
            hex
        })
}

/// What becomes of characters that take no ink and mean something, if only to a machine.
#[derive(Clone, Copy)]
enum Inkless {
    Shown,
    LeftOut,
}

fn clean(outside: &str, newline: char, inkless: Inkless) -> String {
    if outside
        .bytes()
        .all(|b| matches!(b, b' '..=b'~') || (b == b'\n' && newline == '\n'))
    {
        return outside.to_owned();
    }
    let filtered = filter(outside, newline, inkless);
    let composed: String = filtered.nfc().collect();
    if composed == filtered {
        return composed;
    }
    // Composing may lengthen a run of marks, or change the neighbour that let a joiner stay. The second look drops
    // nothing that could compose again.
    filter(&composed, newline, inkless)
}

fn filter(outside: &str, newline: char, inkless: Inkless) -> String {
    let mut kept = String::with_capacity(outside.len());
    let mut last = None;
    let mut marks = 0;
    let mut rest = outside;
    while let Some(c) = rest.chars().next() {
        let flag = emoji::flag_of_tags(rest);
        if !flag.is_empty() {
            kept.push_str(flag);
            rest = &rest[flag.len()..];
            (marks, last) = (0, None);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let next = rest.chars().next();
        match fate(c, last, next) {
            Fate::Keep if is_combining_mark(c) => {
                marks += 1;
                if marks <= MARKS_PER_BASE {
                    kept.push(c);
                    last = Some(c);
                }
                continue;
            }
            Fate::Keep => kept.push(c),
            Fate::Space => kept.push(' '),
            Fate::Break => {
                if c == '\r' && next == Some('\n') {
                    rest = &rest[1..];
                }
                kept.push(newline);
            }
            Fate::Show => match inkless {
                Inkless::Shown => show(c, &mut kept),
                Inkless::LeftOut => continue,
            },
            Fate::Drop => continue,
            Fate::Sequence => {
                rest = after_sequence(c, rest);
                continue;
            }
        }
        marks = 0;
        last = kept.chars().next_back();
    }
    kept
}

/// What becomes of one character at the border.
enum Fate {
    Keep,
    Space,
    Break,
    Show,
    Drop,
    Sequence,
}

/// An invisible character made visible: `‹U+202E›`.
fn show(c: char, kept: &mut String) {
    let mark = format!("‹U+{:04X}›", u32::from(c));
    kept.push_str(&mark);
}

fn fate(c: char, last: Option<char>, next: Option<char>) -> Fate {
    match c {
        ' '..='~' => Fate::Keep,
        '\t' => Fate::Space,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => Fate::Sequence,
        '\u{fe0f}' if last.is_some_and(emoji::takes_selector) => Fate::Keep,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{feff}'
        | '\u{34f}'
        | '\u{fe00}'..='\u{fe0f}' => Fate::Drop,
        '\u{200d}' if joins(last, next) => Fate::Keep,
        _ if is_invisible(c) => Fate::Show,
        _ => Fate::Keep,
    }
}

fn joins(last: Option<char>, next: Option<char>) -> bool {
    last.is_some_and(emoji::may_be_joined) && next.is_some_and(emoji::is_pictograph)
}

/// Characters that take no ink: bidi controls, joiners, fillers, tags, invisible operators, selectors, noncharacters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests;
