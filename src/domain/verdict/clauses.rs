//! Where one thing said ends and the next begins, and what kind of words a stretch holds.

use std::ops::Range;

use super::pieces::{Piece, What};
use super::words::{Kind, Kinds};

/// Words that say something of a post, whichever way.
const VERDICTS: &[Kind] = &[
    Kind::Yes,
    Kind::No,
    Kind::Drop,
    Kind::Change,
    Kind::Edit,
    Kind::Instead,
    Kind::Dislike,
    Kind::AsIs,
];

/// So many words at most lead over to the next post.
const LINKS: usize = 8;

/// Words that say nothing of a post.
const QUIET: &[Kind] = &[
    Kind::And,
    Kind::But,
    Kind::Lean,
    Kind::Toward,
    Kind::Post,
    Kind::This,
    Kind::Silent,
    Kind::Manners,
    Kind::To,
    Kind::All,
    Kind::Both,
    Kind::Please,
];

/// Words that make a stretch more than a plain yes or no to posts.
const MORE: &[Kind] = &[
    Kind::Drop,
    Kind::Change,
    Kind::Edit,
    Kind::Instead,
    Kind::Maybe,
    Kind::Open,
    Kind::Or,
];

/// The clauses of an answer, each with the sign that ends it.
pub(super) fn clauses(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for at in 1..=pieces.len() {
        let clause = &pieces[start..at];
        let rest = &pieces[at..];
        if rest.is_empty() || (ends(clause, rest) && !is_label(clause, rest)) || turns(clause, rest)
        {
            clauses.push(start..at);
            start = at;
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// Whether the last piece ends a clause: a comma or a full stop, but not inside "249,90" or "т.к.".
pub(super) fn ends(clause: &[Piece], rest: &[Piece]) -> bool {
    let Some(last) = clause.last() else {
        return false;
    };
    let next = rest.first();
    let runs_on = next.is_some_and(|next| next.glued && next.heads().is_none());
    match last.what {
        What::Line | What::Sign(';' | '!' | '?' | '…') => true,
        What::Sign(',') => {
            !(runs_on && next.is_some_and(|next| matches!(next.what, What::Number(_))))
        }
        What::Sign('.') => !runs_on || next.is_some_and(|next| matches!(next.what, What::Sign(_))),
        _ => false,
    }
}

/// "Ок:" at the end of a line is said of the posts on the next one.
fn is_label(clause: &[Piece], rest: &[Piece]) -> bool {
    let [.., label, last] = clause else {
        return false;
    };
    last.ends_line()
        && label.sign(":")
        && rest.first().is_some_and(|next| next.heads().is_some())
        && !clause.iter().any(|piece| piece.heads().is_some())
}

/// "… но в A2 …", "ок остальные …": the next words turn to other posts without any sign.
fn turns(clause: &[Piece], rest: &[Piece]) -> bool {
    let Some(last) = clause.last() else {
        return false;
    };
    let is_link = |word: &Piece| word.is(&[Kind::And, Kind::But]) && word.heads().is_none();
    let links = rest
        .iter()
        .take(LINKS)
        .take_while(|word| is_link(word))
        .count();
    let lean = [
        Kind::Lean,
        Kind::Toward,
        Kind::Post,
        Kind::This,
        Kind::Silent,
    ];
    let leaning = rest[links..]
        .iter()
        .take(LINKS)
        .take_while(|word| word.is(&lean))
        .count();
    let to_post = links > 0
        && rest
            .get(links + leaning)
            .is_some_and(|next| next.heads().is_some());
    let to_rest = rest
        .get(links)
        .is_some_and(|next| next.is(&[Kind::RestMany, Kind::RestOne]));
    (to_post && !is_link(last)) || (to_rest && !is_link(last) && last.is(&[Kind::Yes, Kind::No]))
}

/// Whether a stretch has anything to read in it.
pub(super) fn has_words(pieces: &[Piece]) -> bool {
    let mut inked = pieces
        .iter()
        .filter(|piece| !piece.sign(",;.!") && !piece.ends_line());
    let lone_minus = inked.clone().count() == 1 && inked.clone().all(|piece| piece.sign("-"));
    lone_minus || inked.any(Piece::is_inked)
}

/// Whether a stretch says nothing of a post.
pub(super) fn is_quiet(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| match piece.what {
        What::Word(kinds) => kinds.any(QUIET) && !kinds.any(VERDICTS) && !kinds.any(MORE),
        What::Sign(sign) => sign != '+',
        What::Line => true,
        _ => false,
    })
}

/// Whether a stretch holds nothing but plain verdicts and words that add nothing.
pub(super) fn is_strict(pieces: &[Piece]) -> bool {
    let plain = [
        Kind::Yes,
        Kind::No,
        Kind::AsIs,
        Kind::Same,
        Kind::All,
        Kind::Both,
        Kind::RestMany,
        Kind::RestOne,
    ];
    pieces.iter().all(|piece| match piece.what {
        What::Word(kinds) => (kinds.any(&plain) || kinds.any(QUIET)) && !kinds.any(MORE),
        What::Sign(_) | What::Line => true,
        _ => false,
    })
}

/// Whether a stretch says something of a post.
pub(super) fn says(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.is(VERDICTS))
}

/// The first word that is no greeting or link.
pub(super) fn first_word(words: &[Piece]) -> Option<&Piece> {
    words.iter().find(|word| {
        let passed = [
            Kind::And,
            Kind::But,
            Kind::Silent,
            Kind::Manners,
            Kind::Lean,
        ];
        !word.sign("-–—•*") && (!word.is(&passed) || word.is(&[Kind::All]))
    })
}

/// Whether a clause speaks of the rest; and then, whether that may be the rest of one post.
pub(super) fn speaks_of_rest(words: &[Piece]) -> Option<bool> {
    let rest = [Kind::RestMany, Kind::RestOne];
    let word = words.iter().find(|word| word.is(&rest))?;
    let opens = first_word(words).is_some_and(|word| word.is(&rest));
    (opens || is_strict(words)).then(|| !word.is(&[Kind::RestMany]))
}

/// "P.S. …", "… во всех постах": the words may not be of the last post at all.
pub(super) fn turns_away(words: &[Piece]) -> bool {
    let of_all = words
        .windows(2)
        .any(|pair| pair[0].is(&[Kind::All]) && pair[1].is(&[Kind::Post]));
    of_all || first_word(words).is_some_and(|word| word.is(&[Kind::Aside]))
}

/// "второй нет", "в посте про кофе …", "в сырниках …": another post may be meant, named by its place or topic.
pub(super) fn opens_with_place(words: &[Piece]) -> bool {
    let lean = [Kind::Lean, Kind::Toward];
    let passed = [Kind::And, Kind::But, Kind::Silent];
    let mut leans = false;
    let mut words = words.iter().skip_while(|word| {
        leans |= word.is(&lean);
        (word.is(&passed) || word.is(&lean)) && !word.is(&[Kind::Ordinal, Kind::Post])
    });
    let Some(first) = words.next() else {
        return false;
    };
    let topic = words.next().is_some_and(|word| word.is(&lean));
    let unknown = first.what == What::Word(Kinds::default());
    first.is(&[Kind::Ordinal]) || (first.is(&[Kind::Post]) && topic) || (leans && unknown)
}
