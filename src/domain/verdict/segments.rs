//! Which words of an answer belong to which posts.

use std::ops::Range;

use super::answer::Asked;
use super::clauses::{
    clauses, first_word, has_words, is_strict, opens_with_place, says, speaks_of_rest, turns_away,
};
use super::pieces::{Named, Piece};
use super::words::Kind;

/// Whom a segment speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Of {
    /// These posts.
    Posts(Vec<Named>),
    /// All posts nobody named.
    Others {
        /// "The rest" behind the words on this segment's post may be the rest of that post.
        rest_of: Option<usize>,
        /// Said when posts had been named already, and not of the rest.
        late: bool,
    },
    /// Nobody.
    Nobody,
}

/// Words that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) of: Of,
    /// Its pieces, without the names of its posts.
    pub(super) spans: Vec<Range<usize>>,
    /// Where the client's own words begin, if a label stands before them: "Правки: A2 …".
    pub(super) words_from: Option<usize>,
    /// Where they end at the earliest: "замените фото в A2" is nothing without the name.
    pub(super) words_to: usize,
    /// Whether it is unclear whose words they are.
    pub(super) tangled: bool,
    /// "кроме A2": how it was set apart from all others.
    pub(super) apart: Option<Range<usize>>,
    /// Whether it was named where a quoted line of the packet names it.
    pub(super) quoted: bool,
}

impl Segment {
    /// Goes on with these pieces.
    pub(super) fn extend(&mut self, more: Range<usize>) {
        match self.spans.last_mut() {
            Some(last) if last.end == more.start => last.end = more.end,
            _ => self.spans.push(more),
        }
    }
}

/// The segments of an answer, in its order. `opening` is the post that is spoken of before any is named.
pub(super) fn segments(pieces: &[Piece], asked: &Asked, opening: Option<u32>) -> Vec<Segment> {
    let mut walk = Walk {
        pieces,
        asked,
        found: Vec::new(),
        current: None,
        on_line: None,
        named: false,
        led: false,
        spoken: false,
    };
    if let Some(number) = opening {
        walk.push(Of::Posts(vec![Named::Item(number)]), Vec::new());
        walk.found[0].quoted = true;
    }
    for clause in clauses(pieces) {
        if clause.start == 0 || pieces[clause.start - 1].ends_line() {
            walk.on_line = None;
        }
        walk.clause(clause);
    }
    walk.found
}

/// A walk over the clauses of an answer.
pub(super) struct Walk<'a> {
    pub(super) pieces: &'a [Piece],
    asked: &'a Asked<'a>,
    pub(super) found: Vec<Segment>,
    /// The segment that goes on.
    pub(super) current: Option<usize>,
    /// The last posts named on this line.
    on_line: Option<usize>,
    /// Whether any post has been named.
    pub(super) named: bool,
    /// Whether a verdict of nobody stands before the first post, so that verdicts may stand before their posts.
    led: bool,
    /// Whether the segment that goes on has any words yet.
    spoken: bool,
}

impl Walk<'_> {
    /// A new segment, which goes on from here.
    pub(super) fn push(&mut self, of: Of, spans: Vec<Range<usize>>) -> &mut Segment {
        let at = self.found.len();
        self.current = Some(at);
        self.spoken = spans.iter().any(|span| has_words(self.slice(span.clone())));
        self.found.push(Segment {
            of,
            spans: spans.into_iter().filter(|span| !span.is_empty()).collect(),
            words_from: None,
            words_to: 0,
            tangled: false,
            apart: None,
            quoted: false,
        });
        &mut self.found[at]
    }

    /// A new segment of the posts this piece names.
    pub(super) fn name(&mut self, head: usize, spans: Vec<Range<usize>>) -> &mut Segment {
        let heads = self.pieces[head].heads().cloned().unwrap_or_default();
        self.on_line = Some(self.found.len());
        self.named = true;
        let segment = self.push(Of::Posts(heads.named), spans);
        segment.tangled = heads.tangled;
        segment
    }

    /// Pieces; none, where there are none.
    pub(super) fn slice(&self, range: Range<usize>) -> &[Piece] {
        self.pieces.get(range).unwrap_or_default()
    }

    /// Puts the words of a clause to their posts.
    fn clause(&mut self, clause: Range<usize>) {
        let heads = self.heads(&clause);
        let Some(&first) = heads.first() else {
            self.headless(clause);
            return;
        };
        match self.exception(&clause, first) {
            Some((from, to)) => self.set_apart(&clause, &heads, from, to),
            None => self.headed(&clause, &heads),
        }
    }

    /// A clause that names no post: on all, on the rest, or more words on the last one.
    fn headless(&mut self, clause: Range<usize>) {
        let words = self.slice(clause.clone());
        if self.asked.numbers.len() > 1 {
            if let Some(one) = speaks_of_rest(words) {
                let rest_of = self.on_line.filter(|_| one);
                self.push(
                    Of::Others {
                        rest_of,
                        late: false,
                    },
                    vec![clause],
                );
                return;
            }
            let on_others = self
                .current
                .is_some_and(|at| matches!(self.found[at].of, Of::Others { .. }));
            if self.on_line.is_none() && !on_others && self.speaks_of_all(words) {
                let late = self.named;
                self.push(
                    Of::Others {
                        rest_of: None,
                        late,
                    },
                    vec![clause],
                );
                return;
            }
        }
        let says_verdict = says(words);
        let placed = turns_away(words) || (says_verdict && opens_with_place(words));
        if let Some(at) = self.current {
            // "Ок\nA1\nНет\nA2": the words may be of the post before or behind.
            let led = self.led && !self.spoken && says_verdict;
            self.spoken |= has_words(words);
            let segment = &mut self.found[at];
            segment.tangled |= placed || (led && matches!(segment.of, Of::Posts(_)));
            segment.extend(clause);
        } else {
            self.led |= says_verdict;
            self.push(Of::Nobody, vec![clause]);
        }
    }

    /// Whether a clause speaks of all posts and says a verdict in the same breath: "всё ок", but not "всё, ок".
    fn speaks_of_all(&self, words: &[Piece]) -> bool {
        let is_all = |word: &Piece| {
            word.is(&[Kind::All]) || (word.is(&[Kind::Both]) && self.asked.numbers.len() == 2)
        };
        let opens = first_word(words).is_some_and(is_all);
        words.iter().any(is_all) && says(words) && (opens || is_strict(words))
    }
}
