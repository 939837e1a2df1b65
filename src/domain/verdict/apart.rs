//! Posts set apart from all others: "всё ок кроме A2", "A2-ის გარდა ყველა კარგია".

use std::ops::Range;

use super::clauses::{has_words, is_strict, says};
use super::pieces::Piece;
use super::segments::{Of, Walk};
use super::words::Kind;

impl Walk<'_> {
    /// Where "кроме A2" begins and ends, if the clause sets its first post apart.
    pub(super) fn exception(&self, clause: &Range<usize>, first: usize) -> Option<(usize, usize)> {
        let skipped = [
            Kind::Lean,
            Kind::Toward,
            Kind::Post,
            Kind::This,
            Kind::Silent,
        ];
        let is_except = |at: &usize| self.pieces[*at].is(&[Kind::Except]);
        let mut before = (clause.start..first).rev();
        let word = before.find(|at| is_except(at) || !self.pieces[*at].is(&skipped));
        if let Some(at) = word.filter(is_except) {
            return Some((at, first + 1));
        }
        let behind = self.slice(first + 1..clause.end).first()?;
        behind
            .is(&[Kind::ExceptBehind])
            .then_some((first, first + 2))
    }

    /// "всё ок кроме A2: заменить фото": the first post stands apart, and the other words are for all the rest.
    pub(super) fn set_apart(
        &mut self,
        clause: &Range<usize>,
        heads: &[usize],
        from: usize,
        to: usize,
    ) {
        let (Some(&first), end) = (heads.first(), heads.get(1).copied().unwrap_or(clause.end))
        else {
            return;
        };
        // "all but A2": the exception names all by itself.
        let names_all = usize::from(self.pieces[from].is(&[Kind::All]));
        let (before, tail) = (clause.start..from + names_all, to.min(end)..end);
        let words_before = self.slice(before.clone());
        let of_rest = |word: &Piece| word.is(&[Kind::RestMany, Kind::RestOne]);
        let others = Of::Others {
            rest_of: None,
            late: self.named && !words_before.iter().any(of_rest),
        };
        let words = self.slice(tail.clone());
        let (tail_says, tail_strict) = (has_words(words), is_strict(words) && says(words));
        if says(words_before) {
            self.push(others, vec![before]);
            self.name(first, vec![tail]).apart = Some(from..to);
        } else if self.speaks_of_others() {
            self.name(first, vec![tail]).apart = Some(from..to);
        } else if tail_strict {
            self.name(first, Vec::new()).apart = Some(from..to);
            self.push(others, vec![before, tail]);
        } else {
            let segment = self.name(first, vec![before, tail]);
            segment.apart = Some(from..to);
            segment.tangled = tail_says;
            if !tail_says {
                self.push(others, Vec::new());
            }
        }
        if heads.len() > 1 {
            self.headed(&(end..clause.end), &heads[1..]);
        }
    }

    /// Whether the segment that goes on says something of all others.
    fn speaks_of_others(&self) -> bool {
        self.current.is_some_and(|at| {
            let segment = &self.found[at];
            let said = |span: &Range<usize>| says(self.slice(span.clone()));
            matches!(segment.of, Of::Others { .. }) && segment.spans.iter().any(said)
        })
    }
}
