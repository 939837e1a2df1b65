//! What one clause says, word by word.

use super::pieces::{Piece, What};
use super::words::{Kind, Kinds};

/// So many words at most stand between a "not" and what it turns around.
const BETWEEN: usize = 8;

/// Words that are understood, whatever they do to a verdict.
const UNDERSTOOD: &[Kind] = &[
    Kind::Yes,
    Kind::No,
    Kind::Drop,
    Kind::Change,
    Kind::Edit,
    Kind::Instead,
    Kind::Dislike,
    Kind::AsIs,
    Kind::Maybe,
    Kind::Open,
    Kind::But,
    Kind::Or,
    Kind::Same,
    Kind::Because,
    Kind::Reason,
    Kind::All,
    Kind::Both,
    Kind::Post,
    Kind::This,
    Kind::And,
    Kind::Manners,
    Kind::Please,
    Kind::Silent,
];

/// Everything a clause says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a clause says any of these, and each on its own"
)]
pub(super) struct Sense {
    pub(super) yes: bool,
    /// A no that is said of the post.
    pub(super) no: bool,
    /// Whether that is nothing but "take out —", which may be said of a thing named behind the sign.
    pub(super) bare_drop: bool,
    /// A word of no that may be said of something in the post: "нет фото".
    pub(super) murky: bool,
    pub(super) change: bool,
    /// A change as a noun.
    pub(super) edit: bool,
    pub(super) as_is: bool,
    /// Not good, or a yes turned around.
    pub(super) dislike: bool,
    pub(super) maybe: bool,
    pub(super) open: bool,
    pub(super) but: bool,
    pub(super) or: bool,
    pub(super) polite: bool,
    pub(super) same: bool,
    pub(super) reason: bool,
    pub(super) manners: bool,
    /// Whether there is any word or number.
    pub(super) words: bool,
    pub(super) numbers: bool,
    /// Pieces that are not understood.
    pub(super) unknown: usize,
    /// Those of them that are written like names.
    names: usize,
    glue: usize,
    /// A "not" that turns nothing known around.
    not: bool,
    drop: bool,
    post: bool,
    this: bool,
}

impl Sense {
    /// Reads a clause.
    pub(super) fn of(clause: &[Piece], on_others: bool) -> Self {
        let mut sense = Self::default();
        let mut at = 0;
        while let Some(piece) = clause.get(at) {
            if asks_with(clause, at) {
                break;
            }
            if let Some((turned, next)) = turned(clause, at) {
                sense.words = true;
                match turned {
                    Turned::Change => sense.as_is = true,
                    Turned::Yes => sense.dislike = true,
                }
                at = next;
                continue;
            }
            if piece.is(&[Kind::Needless]) && (sense.change || sense.edit || sense.drop) {
                // "менять не надо"
                (sense.change, sense.edit, sense.drop, sense.as_is) = (false, false, false, true);
            } else {
                // "исправьте на 249 не 199" is clear.
                let number = clause
                    .get(at + 1)
                    .is_some_and(|next| matches!(next.what, What::Number(_)));
                sense.not |= piece.is(&[Kind::Not]) && !number;
                sense.take(piece, on_others);
            }
            at += 1;
        }
        sense.settle(clause);
        sense
    }

    fn take(&mut self, piece: &Piece, on_others: bool) {
        match piece.what {
            What::Word(kinds) => self.word(kinds, piece.capital, on_others),
            What::Number(_) | What::Heads(_) | What::Stray(..) => {
                self.words = true;
                self.numbers = true;
                self.unknown += 1;
            }
            What::Sign(_) | What::Line => self.words |= piece.is_inked(),
        }
    }

    fn word(&mut self, kinds: Kinds, capital: bool, on_others: bool) {
        let is = |kind| kinds.is(kind);
        self.words = true;
        self.yes |= is(Kind::Yes);
        self.no |= is(Kind::No);
        self.drop |= is(Kind::Drop);
        self.change |= kinds.any(&[Kind::Change, Kind::Instead]);
        self.edit |= is(Kind::Edit);
        self.as_is |= is(Kind::AsIs);
        self.dislike |= is(Kind::Dislike);
        self.maybe |= is(Kind::Maybe);
        self.open |= is(Kind::Open);
        self.but |= is(Kind::But);
        self.or |= is(Kind::Or);
        self.polite |= is(Kind::Polite);
        self.same |= is(Kind::Same);
        self.reason |= is(Kind::Reason);
        self.manners |= is(Kind::Manners);
        self.post |= is(Kind::Post);
        self.this |= is(Kind::This);
        let rest = on_others && kinds.any(&[Kind::RestMany, Kind::RestOne]);
        if is(Kind::Glue) && !kinds.any(UNDERSTOOD) {
            self.glue += 1;
        } else if !kinds.any(UNDERSTOOD) && !rest {
            self.unknown += 1;
            self.names += usize::from(capital && kinds == Kinds::default());
        }
    }

    /// What depends on the whole clause.
    fn settle(&mut self, clause: &[Piece]) {
        if !self.as_is {
            self.unknown += self.glue;
        }
        if self.drop && !self.change {
            match (self.post, self.this, self.unknown) {
                (true, _, 0) => self.no = true,
                (false, false, 0) => {
                    self.no = true;
                    self.bare_drop = clause.last().is_some_and(|sign| sign.sign("—–-("));
                }
                (false, true, 0) => self.dislike = true,
                _ => self.change = true,
            }
        }
        if self.no && self.unknown > 0 {
            (self.no, self.murky) = (false, true);
        }
        if (self.change || self.edit) && self.not {
            (self.change, self.edit, self.murky) = (false, false, true);
        }
        if self.manners && self.only_names() {
            self.unknown = 0;
        }
    }

    /// Whether all that is not understood is a name, and nothing is said beside it.
    pub(super) fn only_names(&self) -> bool {
        (1..=2).contains(&self.unknown) && self.names == self.unknown && !self.speaks()
    }

    /// Whether it does anything to a verdict.
    pub(super) fn speaks(&self) -> bool {
        let says = self.yes
            || self.no
            || self.murky
            || self.change
            || self.edit
            || self.drop
            || self.as_is
            || self.dislike;
        says || self.maybe
            || self.open
            || self.but
            || self.or
            || self.polite
            || self.same
            || self.reason
    }
}

/// "… không em?": a "not" at the end of a question asks it.
fn asks_with(clause: &[Piece], at: usize) -> bool {
    let (word, rest) = (&clause[at], &clause[at + 1..]);
    let quiet = [Kind::Silent, Kind::This];
    let asked = || rest.iter().any(|piece| piece.sign("?"));
    let is_last = || {
        rest.iter()
            .all(|piece| piece.is(&quiet) || matches!(piece.what, What::Sign(_)))
    };
    at > 0 && word.is(&[Kind::No]) && word.is(&[Kind::Not]) && is_last() && asked()
}

/// What a "not" turned around.
enum Turned {
    Change,
    Yes,
}

/// "не надо ничего менять", "не ок": what the "not" at this piece turns around, and where that ends.
fn turned(clause: &[Piece], at: usize) -> Option<(Turned, usize)> {
    clause
        .get(at)
        .filter(|word| word.is(&[Kind::Not, Kind::Needless]))?;
    let between = clause[at + 1..].iter().take(BETWEEN).take_while(|word| {
        word.is(&[Kind::Glue, Kind::This, Kind::Please, Kind::Silent])
            && !word.is(&[Kind::Yes, Kind::Change])
    });
    let next = at + 1 + between.count();
    let word = clause.get(next)?;
    if word.is(&[Kind::Change, Kind::Edit, Kind::Instead, Kind::Drop]) {
        Some((Turned::Change, next + 1))
    } else if word.is(&[Kind::Yes]) {
        Some((Turned::Yes, next + 1))
    } else {
        None
    }
}
