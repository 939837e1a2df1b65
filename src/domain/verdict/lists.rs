//! Posts named in a row, and numbers that stand for posts: "A1, A2 и A4", "A1–A3", "1,2,4 да", "пост 2", "№3".

use super::answer::Asked;
use super::clauses::says;
use super::numbers::{goes_on, is_said_of, loose_number, near, opens};
use super::pieces::{Heads, Named, Piece, What};
use super::words::Kind;

/// More than so many posts are not named in one breath.
const LONGEST: usize = 64;

/// The pieces with rows of posts made one piece each, and numbers that can only be posts made posts.
pub(super) fn gather(pieces: &[Piece], asked: &Asked) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut next = 0;
    while let Some(piece) = pieces.get(next) {
        if is_numbering(pieces, next) {
            next += 2;
            continue;
        }
        if let Some((heads, end)) = row(pieces, next, &out, asked) {
            let mut found = piece.clone();
            found.what = What::Heads(heads);
            found.at.end = pieces[end - 1].at.end;
            out.push(found);
            next = end;
            continue;
        }
        let mut piece = piece.clone();
        if let What::Number(number) = piece.what {
            piece.what = loose_number(number, pieces.get(next + 1), &out, asked);
        }
        out.push(piece);
        next += 1;
    }
    out
}

/// "1) A1 ок": the client numbers the lines of the answer.
fn is_numbering(pieces: &[Piece], at: usize) -> bool {
    let starts_line = at == 0 || pieces[at - 1].ends_line();
    starts_line
        && matches!(pieces[at].what, What::Number(_))
        && pieces.get(at + 1).is_some_and(|sign| sign.sign(".)"))
        && pieces
            .get(at + 2)
            .is_some_and(|code| code.heads().is_some())
}

/// How sure it is that a name is a post's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// A code with its letters.
    Code,
    /// A number behind a word or sign for posts.
    Marked,
    /// A number, or letters and a number apart.
    Bare,
}

/// One post of a row.
struct Element {
    named: Named,
    sure: Sure,
    end: usize,
}

/// A row of posts that begins at this piece, and where it ends.
fn row(pieces: &[Piece], at: usize, before: &[Piece], asked: &Asked) -> Option<(Heads, usize)> {
    let first = element(pieces, at, asked)?;
    if first.sure != Sure::Code && !opens(before, &pieces[at]) {
        return None;
    }
    if first.sure == Sure::Bare && !goes_on(before, &first.named) {
        return None;
    }
    // "Согласна с A1 и A2, A3 переделать": what comes behind the last of a sentence's row has its own words.
    let clause = near(before)
        .rsplit(|piece| piece.sign(",;.!?") || piece.ends_line())
        .next();
    let said_before = clause.is_some_and(says);
    let mut listed = false;
    let mut least = first.sure;
    let mut heads = Heads {
        named: vec![first.named],
        tangled: false,
        bare: first.sure == Sure::Bare,
    };
    let mut end = first.end;
    let mut sure = (first.sure == Sure::Code).then(|| (heads.clone(), end));
    while heads.named.len() < LONGEST {
        let Some((joint, next)) = joint(pieces, end, before) else {
            break;
        };
        let Some(more) = element(pieces, next, asked) else {
            break;
        };
        if said_before && listed && pieces[end].sign(",") {
            break;
        }
        listed |= pieces[end].is(&[Kind::And]);
        if joint == Joint::Beside && more.sure != first.sure {
            break;
        }
        if [Joint::Range, Joint::MaybeRange].contains(&joint) {
            fill(&mut heads, &more.named, asked);
        }
        heads.tangled |= [Joint::Either, Joint::MaybeRange].contains(&joint);
        heads.named.push(more.named);
        end = more.end;
        least = least.max(more.sure);
        if least == Sure::Code {
            sure = Some((heads.clone(), end));
        }
    }
    heads.named.dedup();
    let numbers_fit = least == Sure::Code || is_said_of(pieces, end, before, &heads, least);
    if numbers_fit {
        Some((heads, end))
    } else {
        sure
    }
}

/// One post: "A2", "A 2", "пост 2", "#2", "2", "D4".
fn element(pieces: &[Piece], at: usize, asked: &Asked) -> Option<Element> {
    let piece = pieces.get(at)?;
    let found = |named, sure, end| Some(Element { named, sure, end });
    match &piece.what {
        What::Heads(heads) => found(heads.named.first()?.clone(), Sure::Code, at + 1),
        What::Stray(code, number) => {
            found(Named::Nowhere(code.clone(), *number), Sure::Bare, at + 1)
        }
        What::Word(_) if piece.code.is_some() && !piece.glued => {
            let number = small(pieces, at + 1).filter(|_| !pieces[at + 1].glued)?;
            found(
                asked.name(piece.code.as_deref()?, number)?,
                Sure::Bare,
                at + 2,
            )
        }
        What::Word(kinds) if kinds.is(Kind::Post) => {
            let hash = usize::from(pieces.get(at + 1).is_some_and(|sign| sign.sign("#")));
            match pieces.get(at + 1).map(|next| &next.what) {
                Some(What::Heads(heads)) => found(heads.named.first()?.clone(), Sure::Code, at + 2),
                _ => found(
                    asked.own(small(pieces, at + 1 + hash)?),
                    Sure::Marked,
                    at + 2 + hash,
                ),
            }
        }
        What::Sign('#') => found(asked.own(small(pieces, at + 1)?), Sure::Marked, at + 2),
        What::Number(_) => {
            let hangs = piece.glued
                && at > 0
                && !pieces[at - 1].sign("(,;-–—&/")
                && !pieces[at - 1].ends_line();
            found(
                asked.own(small(pieces, at).filter(|_| !hangs)?),
                Sure::Bare,
                at + 1,
            )
        }
        _ => None,
    }
}

/// The small number at this piece.
fn small(pieces: &[Piece], at: usize) -> Option<u32> {
    match pieces.get(at)?.what {
        What::Number(number) => number,
        _ => None,
    }
}

/// What joins two posts of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "A1, A2", "A1 и A2".
    And,
    /// "A1 A2".
    Beside,
    /// "A1 или A2".
    Either,
    /// "A1–A3", "A1 по A3".
    Range,
    /// "A1-A3" where pluses and minuses are verdicts.
    MaybeRange,
}

/// What joins a row to the piece after it, and where that piece is.
fn joint(pieces: &[Piece], at: usize, before: &[Piece]) -> Option<(Joint, usize)> {
    let piece = pieces.get(at)?;
    let second_glued = pieces.get(at + 1).is_some_and(|second| second.glued);
    let pluses = |pieces: &[Piece]| pieces.iter().any(|piece| piece.sign("+"));
    let said_before = || pluses(before.rsplit(Piece::ends_line).next().unwrap_or_default());
    match &piece.what {
        What::Sign('-') if piece.glued && second_glued => {
            let joint = if said_before() {
                Joint::MaybeRange
            } else {
                Joint::Range
            };
            Some((joint, at + 1))
        }
        // "A1 + A2 - A3 +": the hyphen is a verdict.
        What::Sign('-') if !piece.glued && !second_glued => {
            let line_after = pieces[at..].split(Piece::ends_line).next();
            let signs = said_before() || pluses(line_after.unwrap_or_default());
            (!signs).then_some((Joint::Range, at + 1))
        }
        What::Sign('–' | '—') if piece.glued == second_glued => Some((Joint::Range, at + 1)),
        What::Sign(',' | ';' | '/') => {
            let line = usize::from(pieces.get(at + 1).is_some_and(Piece::ends_line));
            let and = usize::from(
                pieces
                    .get(at + 1 + line)
                    .is_some_and(|word| word.is(&[Kind::And])),
            );
            let lean = usize::from(leans(pieces, at + 1 + line + and));
            Some((Joint::And, at + 1 + line + and + lean))
        }
        What::Word(kinds) if kinds.is(Kind::To) => Some((Joint::Range, at + 1)),
        What::Word(kinds) if kinds.is(Kind::And) && piece.code.is_none() => {
            Some((Joint::And, at + 1 + usize::from(leans(pieces, at + 1))))
        }
        What::Word(kinds) if kinds.is(Kind::Or) => Some((Joint::Either, at + 1)),
        What::Heads(_) | What::Number(_) if !piece.glued => Some((Joint::Beside, at)),
        _ => None,
    }
}

/// "в A1 и в A2": whether the row goes on behind a word that leans on the next post's code.
fn leans(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|word| word.is(&[Kind::Lean]))
        && pieces
            .get(at + 1)
            .is_some_and(|code| code.heads().is_some())
}

/// The posts between the last of the row and this one; letters that do not match make no range.
fn fill(heads: &mut Heads, last: &Named, asked: &Asked) {
    let (Some(Named::Item(from)), Named::Item(to)) = (heads.named.last().cloned(), last) else {
        heads.tangled = true;
        return;
    };
    let (low, high) = (from.min(*to), from.max(*to));
    let between = asked.numbers.iter().copied();
    heads
        .named
        .extend(between.filter(|n| low < *n && *n < high).map(Named::Item));
}
