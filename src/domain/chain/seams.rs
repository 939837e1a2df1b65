//! Where a text may be cut, and how well: sentences end in five languages, but not behind "т. д.", "e.g." or an initial.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::count::{hosts, links};

/// What a text loses least by being cut there, from bad to good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Within a word.
    Letter,
    /// Between two words.
    Word,
    /// After a sentence or a line.
    Sentence,
    /// Between two paragraphs.
    Paragraph,
}

/// A place to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seam {
    /// Where what comes before ends.
    pub(super) at: usize,
    /// Where what comes after begins.
    pub(super) next: usize,
    /// How good it is.
    pub(super) kind: Break,
}

/// Every place where a text may be cut, in order: never within a grapheme cluster, a link, a hashtag or a name.
pub(super) fn seams(text: &str) -> Vec<Seam> {
    let wholes = wholes(text);
    let mut found: Vec<Seam> = Vec::new();
    let mut whole = 0;
    for (at, grapheme) in text.grapheme_indices(true).filter(|(at, _)| *at > 0) {
        while wholes.get(whole).is_some_and(|range| range.end <= at) {
            whole += 1;
        }
        let next = at + grapheme.len();
        let is_space = is_space(grapheme);
        match found.last_mut() {
            // A gap of several spaces and lines is one; a space that holds words together holds nothing beside others.
            Some(last)
                if last.next == at
                    && last.kind != Break::Letter
                    && grapheme.chars().all(char::is_whitespace) =>
            {
                last.next = next;
            }
            // Right behind a gap: that was the place.
            Some(last) if last.next == at && last.kind != Break::Letter => {}
            _ if wholes.get(whole).is_some_and(|range| range.start < at) && !is_space => {}
            _ if is_space => found.push(Seam {
                at,
                next,
                kind: Break::Word,
            }),
            _ => found.push(Seam {
                at,
                next: at,
                kind: Break::Letter,
            }),
        }
    }
    found.retain(|seam| seam.next < text.len());
    for seam in found.iter_mut().filter(|seam| seam.kind == Break::Word) {
        seam.kind = kind(text, seam);
    }
    found
}

/// White space that may be broken at: a sign that holds two words together is none.
fn is_space(grapheme: &str) -> bool {
    grapheme
        .chars()
        .all(|c| c.is_whitespace() && !"\u{a0}\u{202f}\u{2007}".contains(c))
}

/// Links with and without a scheme, hashtags, and names of people.
fn wholes(text: &str) -> Vec<Range<usize>> {
    let mut all = links(text);
    all.extend(hosts(text));
    let signs = text.char_indices().filter(|(_, c)| "#＃@＠$".contains(*c));
    all.extend(signs.map(|(at, sign)| {
        let name = &text[at + sign.len_utf8()..];
        let goes_on = |c: char| c.is_alphanumeric() || "_.-@'’\u{301}".contains(c);
        at..at + sign.len_utf8() + name.find(|c| !goes_on(c)).unwrap_or(name.len())
    }));
    all.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in all {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// How good a gap is.
fn kind(text: &str, seam: &Seam) -> Break {
    match text[seam.at..seam.next].matches('\n').count() {
        2.. => Break::Paragraph,
        1 => Break::Sentence,
        _ if ends_sentence(&text[..seam.at], &text[seam.next..]) => Break::Sentence,
        _ => Break::Word,
    }
}

/// Whether a sentence ends between these two.
fn ends_sentence(before: &str, after: &str) -> bool {
    let Some(next) = after.chars().find(|c| !"«\"“„‘'([—–- ".contains(*c)) else {
        return true;
    };
    // A small letter goes on with the sentence; a picture belongs to the one before it.
    if is_small(next) || is_picture(next) {
        return false;
    }
    let before = before.trim_end_matches(['»', '"', '”', '“', '’', '\'', ')', ']']);
    match before.chars().next_back() {
        Some('!' | '?' | '…' | '。' | '჻') => true,
        Some('.') => !is_short(before),
        Some(c) => is_picture(c),
        None => false,
    }
}

/// A small letter of a script that also has large ones; Georgian sentences begin with the letters they are written in.
fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10d0}'..='\u{10ff}')
}

/// Pictures, their joiners and their colours.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether the full stop at the end makes something short: "т. д.", "e.g.", "А. С.", "5. toukokuuta".
fn is_short(before: &str) -> bool {
    let word = before.trim_end_matches('.');
    if before.len() - word.len() > 1 {
        // Dots that trail off end a sentence.
        return false;
    }
    let word = word
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let is_letter = word.chars().count() <= 1;
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    let small = word.to_lowercase();
    is_letter
        || (is_number && word.len() <= 2)
        || SHORT
            .iter()
            .any(|list| list.split(' ').any(|it| it == small))
}

/// What is written short in Russian, English, Finnish, Vietnamese and Georgian.
const SHORT: [&str; 5] = [
    "гг ул пр пер пл кв стр рис табл руб коп тыс млн млрд шт мин сек час др см ср напр им св проф акад ред изд обл рн тел \
     доб пп ст гл кг км га вв чел эт",
    "mr mrs ms dr prof st vs no approx inc ltd co jr sr dept fig eg ie cf est vol pp jan feb mar apr jun jul aug sep sept \
     oct nov dec",
    "esim jne ym yms mm ks klo os puh tms ts vrt mrd milj eur kpl min noin",
    "tp ths ts pgs gs bs tr đt sđt vd",
    "მაგ შდრ იხ გვ თბ ქ ქუჩ ტელ",
];
