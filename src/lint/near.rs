//! How alike two texts are: by the runs of three folded words that they share. A few of the smallest prints of these runs
//! are enough to find, among many texts, those that may be nearly the same.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::fold::fold;

/// Words in a run.
const RUN: usize = 3;

/// Prints kept of a text.
pub const PRINTS: usize = 8;

/// Texts with fewer words say the same by chance.
const LEAST: usize = 10;

/// The prints of all runs of a text; none of one that is too short to be told from others.
fn runs(text: &str) -> BTreeSet<i64> {
    let folded = fold(text);
    let words: Vec<&str> = folded.unicode_words().collect();
    if words.len() < LEAST {
        return BTreeSet::new();
    }
    words.windows(RUN).map(print).collect()
}

/// The smallest prints of a text, by which it is found again.
pub fn prints(text: &str) -> Vec<i64> {
    runs(text).into_iter().take(PRINTS).collect()
}

/// How much of two texts is the same, from 0 to 100.
pub fn likeness(one: &str, other: &str) -> u32 {
    let (one, other) = (runs(one), runs(other));
    let shared = one.intersection(&other).count();
    let all = one.len() + other.len() - shared;
    (shared * 100)
        .checked_div(all)
        .map_or(0, |it| u32::try_from(it).unwrap_or(100))
}

/// FNV-1a over the words and the gaps between them, without its sign.
fn print(words: &[&str]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for word in words {
        hash = word.bytes().fold(hash, step);
        hash = step(hash, b' ');
    }
    i64::try_from(hash >> 1).unwrap_or(i64::MAX)
}
