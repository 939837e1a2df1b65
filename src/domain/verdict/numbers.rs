//! Numbers without letters: when "2" is a post, and when it is a price, an hour or a count.

use super::answer::Asked;
use super::clauses::is_strict;
use super::lists::Sure;
use super::pieces::{Heads, Named, Piece, What};
use super::words::{Kind, Kinds};

/// So many words and signs behind the last post of a line, a bare number is not the next one.
const FARTHEST: usize = 200;

/// Words that say something of a post, so that a number before them is one.
const VERDICTS: &[Kind] = &[
    Kind::Yes,
    Kind::No,
    Kind::Drop,
    Kind::Change,
    Kind::Edit,
    Kind::Dislike,
    Kind::AsIs,
    Kind::Not,
    Kind::Maybe,
    Kind::Same,
    Kind::ExceptBehind,
];

/// As much of what stands before as is looked back at.
pub(super) fn near(before: &[Piece]) -> &[Piece] {
    &before[before.len().saturating_sub(FARTHEST)..]
}

/// A number that was not taken for a post: the count of "all nine", a plain number, or one that may be a post after all
/// and leaves open what is said.
pub(super) fn loose_number(
    number: Option<u32>,
    next: Option<&Piece>,
    before: &[Piece],
    asked: &Asked,
) -> What {
    let last = before.last();
    let counts_all = last.is_some_and(|word| word.is(&[Kind::All, Kind::RestMany]))
        && number.is_some_and(|number| number as usize == asked.numbers.len());
    let may_be_post = last.is_some_and(|word| word.is(&[Kind::Post]) || word.sign("#"))
        || next.is_some_and(|word| word.is(&[Kind::Yes, Kind::No]));
    if counts_all {
        What::Word(Kinds::of(&[Kind::Silent]))
    } else if may_be_post && number.is_some_and(|number| asked.numbers.contains(&number)) {
        What::Word(Kinds::of(&[Kind::Open]))
    } else {
        What::Number(number)
    }
}

/// Whether a number may be a post where it stands: at the start of a line or clause, or behind a verdict.
pub(super) fn opens(before: &[Piece], piece: &Piece) -> bool {
    let Some(last) = before.last() else {
        return true;
    };
    let earlier = before.len().checked_sub(2).map(|at| &before[at]);
    match &last.what {
        What::Line | What::Sign('(' | '[' | '*' | ';' | '!' | '…') => true,
        What::Sign(',' | '.') => {
            !piece.glued || earlier.is_some_and(|word| matches!(word.what, What::Word(_)))
        }
        What::Sign(')') => !piece.glued,
        What::Sign('-' | '–' | '—' | '•' | '·' | '►') => {
            !piece.glued && earlier.is_none_or(Piece::ends_line)
        }
        What::Sign('+') => earlier.is_some_and(|code| code.heads().is_some()),
        What::Sign(':') => earlier.is_some_and(|word| word.is(VERDICTS)),
        What::Word(kinds) => {
            let open = [
                Kind::Yes,
                Kind::No,
                Kind::AsIs,
                Kind::And,
                Kind::But,
                Kind::Except,
                Kind::Manners,
            ];
            kinds.any(&open) || (kinds.is(Kind::Lean) && piece.is(&[Kind::Post]))
        }
        _ => false,
    }
}

/// Whether a bare number in the middle of a line can be the next post: "A1 ок, 2 нет" and "1 заменить фото, 2 ок", but
/// not "A2 добавьте две, 3 не надо".
pub(super) fn goes_on(before: &[Piece], named: &Named) -> bool {
    let line = before.rsplit(Piece::ends_line).next().unwrap_or_default();
    let near = near(line);
    let Some((at, last)) = near
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, piece)| Some((at, piece.heads()?)))
    else {
        return near.len() == line.len();
    };
    let next = match (last.named.last(), named) {
        (Some(Named::Item(last)), Named::Item(next)) => last + 1 == *next,
        _ => false,
    };
    is_strict(&near[at + 1..]) || (last.bare && next)
}

/// Whether the words after a row with bare numbers say something of posts: a sign and words, or a verdict.
pub(super) fn is_said_of(
    pieces: &[Piece],
    end: usize,
    before: &[Piece],
    heads: &Heads,
    least: Sure,
) -> bool {
    let known = !heads
        .named
        .iter()
        .any(|named| matches!(named, Named::Nowhere(..)));
    if !known && heads.named.len() > 1 {
        return false;
    }
    let labelled = before
        .last()
        .is_some_and(|last| last.sign(":") || last.is(&[Kind::Except]));
    let stands_alone = known && (labelled || least == Sure::Marked);
    let is_number = |piece: &Piece| matches!(piece.what, What::Number(_));
    for (at, piece) in pieces.iter().enumerate().skip(end) {
        let next = pieces.get(at + 1);
        match &piece.what {
            What::Line | What::Sign(',' | ';' | '!' | '?') => return stands_alone,
            What::Sign('+' | '-') if piece.glued && at == end => {
                return known && !next.is_some_and(|next| next.glued && is_number(next));
            }
            What::Sign(':' | ')' | ']' | '.' | '-' | '–' | '—' | '=') if at == end => {
                let runs_on = piece.sign(".") && next.is_some_and(|next| next.glued);
                let says = next.is_some_and(|next| !is_number(next) && !next.ends_line());
                if stands_alone || (known && says && !runs_on) {
                    return true;
                }
                // A number that is in no packet, or a dot in the middle of something: only a verdict makes it a post.
                if !says {
                    return false;
                }
            }
            What::Word(kinds) if kinds.any(VERDICTS) => return true,
            What::Word(kinds) if least == Sure::Marked && kinds.is(Kind::Instead) => return known,
            What::Word(kinds)
                if kinds.any(&[Kind::Silent, Kind::All, Kind::Post, Kind::This, Kind::Both]) => {}
            _ => return false,
        }
    }
    stands_alone
}
