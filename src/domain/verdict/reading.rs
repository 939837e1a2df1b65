//! What the words on a post amount to: yes, changes, no, or nothing that is clear.

use super::Verdict;
use super::clauses::ends;
use super::pieces::Piece;
use super::sense::Sense;
use super::words::Kind;

/// What a stretch of words amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// No word at all.
    Empty,
    /// Words that add nothing to a verdict, as thanks do.
    Quiet,
    /// A verdict.
    Said(Verdict),
    /// The same as of the post before.
    Same,
    /// It must be asked.
    Unclear,
}

/// Words between two full stops.
struct Sentence {
    senses: Vec<Sense>,
    asked: bool,
}

impl Sentence {
    fn any(&self, is: fn(&Sense) -> bool) -> bool {
        self.senses.iter().any(is)
    }

    /// Whether it wants something changed; a question does so only politely, and not if it leaves a choice.
    fn wants_change(&self) -> bool {
        let polite = self.any(|sense| sense.polite) && !self.any(|sense| sense.or);
        self.any(|sense| sense.change || sense.edit) && (!self.asked || polite)
    }
}

/// Reads words on a post. Where they are on all others, "the rest" is one of them.
pub(super) fn read(pieces: &[Piece], on_others: bool) -> Reading {
    let sentences = sentences(pieces, on_others);
    let any = |is: fn(&Sense) -> bool| sentences.iter().any(|sentence| sentence.any(is));
    let unknown = any(|sense| sense.unknown > 0);
    if any(|sense| sense.open) {
        return Reading::Unclear;
    }
    let doubtful = |sentence: &Sentence| sentence.asked && !sentence.wants_change();
    if sentences.iter().any(Sentence::wants_change) {
        // "заменить фото, да?"
        let tag =
            |sentence: &Sentence| doubtful(sentence) && sentence.any(|sense| sense.yes || sense.no);
        // "правки хорошие, ок" may be news of changes that were made.
        let news = any(|sense| sense.yes) && !any(|sense| sense.change);
        let clear = !any(|sense| sense.no) && !news && !sentences.iter().any(tag);
        return said(clear, Verdict::Changes);
    }
    if sentences.iter().any(doubtful) || any(|sense| sense.maybe || sense.or) {
        return Reading::Unclear;
    }
    if any(|sense| sense.no) {
        let thing_named = unknown && any(|sense| sense.bare_drop);
        let turns = any(|sense| sense.yes || sense.but || sense.as_is);
        return said(!thing_named && !turns, Verdict::No);
    }
    if any(|sense| sense.murky || sense.dislike || sense.but || sense.reason) || unknown {
        return Reading::Unclear;
    }
    if any(|sense| sense.yes) {
        return Reading::Said(Verdict::Yes);
    }
    match (
        any(|sense| sense.as_is),
        any(|sense| sense.same),
        any(|sense| sense.words),
    ) {
        (true, _, _) => Reading::Unclear,
        (false, true, _) => Reading::Same,
        (false, false, true) => Reading::Quiet,
        (false, false, false) => Reading::Empty,
    }
}

fn said(clear: bool, verdict: Verdict) -> Reading {
    if clear {
        Reading::Said(verdict)
    } else {
        Reading::Unclear
    }
}

/// Where the sentences of a stretch begin and end, with the signs that end them.
pub(super) fn stretches(pieces: &[Piece]) -> Vec<&[Piece]> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for at in 1..=pieces.len() {
        let (stretch, rest) = (&pieces[start..at], &pieces[at..]);
        let stops = ends(stretch, rest) && !stretch.last().is_some_and(|last| last.sign(","));
        // "??" and "?!" belong to one question.
        let goes_on = rest.first().is_some_and(|next| next.sign("?!"));
        if rest.is_empty() || (stops && !goes_on) {
            stretches.push(stretch);
            start = at;
        }
    }
    stretches
}

fn sentences(pieces: &[Piece], on_others: bool) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = stretches(pieces)
        .into_iter()
        .map(|stretch| {
            let clauses = breaks(stretch);
            let mut senses: Vec<Sense> = clauses
                .into_iter()
                .map(|clause| Sense::of(clause, on_others))
                .collect();
            forgive_names(&mut senses);
            Sentence {
                senses,
                asked: stretch.iter().any(|piece| piece.sign("?")),
            }
        })
        .collect();
    if opens_with_sign(pieces, '+')
        && let Some(sense) = sentences
            .first_mut()
            .and_then(|first| first.senses.first_mut())
    {
        sense.yes = true;
    }
    if opens_with_sign(pieces, '-')
        && let Some(sense) = sentences
            .first_mut()
            .and_then(|first| first.senses.first_mut())
    {
        sense.no = true;
    }
    sentences
}

/// "A1 +", "A2 -": a plus opens a yes; a minus is a no only if nothing follows it.
fn opens_with_sign(pieces: &[Piece], sign: char) -> bool {
    let mut rest = pieces.iter().skip_while(|piece| piece.sign(":"));
    let first = rest.next();
    let alone = rest
        .next()
        .is_none_or(|next| next.sign(",;.!") || next.ends_line());
    first.is_some_and(|piece| piece.sign(sign.encode_utf8(&mut [0; 4]))) && (sign == '+' || alone)
}

/// The clauses of a sentence; the commas around a "please" part nothing.
fn breaks(stretch: &[Piece]) -> Vec<&[Piece]> {
    let is_please = |at: Option<usize>| {
        at.and_then(|at| stretch.get(at))
            .is_some_and(|word| word.is(&[Kind::Please]))
    };
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, piece) in stretch.iter().enumerate() {
        let comma = piece.sign(",") && !is_please(Some(at + 1)) && !is_please(at.checked_sub(1));
        // "убрать: цену"
        let of_thing = piece.sign(":") && at > 0 && stretch[at - 1].is(&[Kind::Drop]);
        let sign = piece.sign(":()—–;.!?…") || (piece.sign("-") && !piece.glued);
        if comma || (sign && !of_thing) || piece.is(&[Kind::Because]) {
            clauses.push(&stretch[start..=at]);
            start = at + 1;
        }
    }
    clauses.push(&stretch[start..]);
    clauses
}

/// "Спасибо, Марина": a name beside thanks adds nothing.
fn forgive_names(senses: &mut [Sense]) {
    let polite: Vec<bool> = senses
        .iter()
        .map(|sense| sense.manners && sense.unknown == 0)
        .collect();
    for (at, sense) in senses.iter_mut().enumerate() {
        let beside = (at > 0 && polite[at - 1]) || polite.get(at + 1).copied().unwrap_or_default();
        if beside && sense.only_names() {
            sense.unknown = 0;
        }
    }
}

/// Whether a sentence only greets or thanks, perhaps someone by name.
pub(super) fn is_greeting(stretch: &[Piece]) -> bool {
    let sense = Sense::of(stretch, false);
    let asked = stretch.iter().any(|piece| piece.sign("?"));
    sense.manners && sense.unknown <= 2 && !sense.numbers && !asked && !sense.speaks()
}
