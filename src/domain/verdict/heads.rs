//! Clauses that name posts: which words are of which of them.

use std::ops::Range;

use super::clauses::{has_words, is_quiet, is_strict};
use super::segments::{Of, Walk};
use super::words::Kind;

impl Walk<'_> {
    /// The pieces of a clause that name posts to speak of; one behind "as in", or one that the words on another lean on,
    /// is only spoken of.
    pub(super) fn heads(&self, clause: &Range<usize>) -> Vec<usize> {
        let mut heads: Vec<usize> = Vec::new();
        for at in clause
            .clone()
            .filter(|at| self.pieces[*at].heads().is_some())
        {
            let mut before = self.slice(clause.start..at).iter().rev();
            let last = before
                .by_ref()
                .find(|word| !word.is(&[Kind::Post, Kind::This]));
            let earlier = before.next();
            let compared = last.is_some_and(|word| word.is(&[Kind::Like]));
            let leans = last.is_some_and(|word| word.is(&[Kind::Lean, Kind::Toward]));
            let verdict_before =
                earlier.is_none_or(|word| word.is(&[Kind::Yes, Kind::No, Kind::And, Kind::But]));
            if !compared && (heads.is_empty() || !leans || verdict_before) {
                heads.push(at);
            }
        }
        heads
    }

    /// A clause that names posts.
    pub(super) fn headed(&mut self, clause: &Range<usize>, heads: &[usize]) {
        let (Some(&first), Some(&last)) = (heads.first(), heads.last()) else {
            return;
        };
        let (before, tail) = (clause.start..first, last + 1..clause.end);
        let quiet = is_quiet(self.slice(before.clone()));
        let tail_says = has_words(self.slice(tail.clone()));
        let tail = if tail_says {
            tail
        } else {
            tail.start..tail.start
        };
        if heads.len() > 1 {
            return match (quiet, tail_says) {
                (true, _) => self.named_first(clause, heads, tail_says),
                (false, false) => self.said_first(clause, heads),
                (false, true) => heads
                    .iter()
                    .for_each(|head| self.name(*head, vec![clause.clone()]).tangled = true),
            };
        }
        if quiet {
            self.name(first, vec![tail]);
            return;
        }
        if self.leads_across(&before) {
            if let Some(current) = self.current {
                self.found[current].tangled = true;
                self.found[current].extend(before.clone());
            }
            self.name(first, vec![before, tail]).tangled = true;
            return;
        }
        let label = self
            .slice(before.clone())
            .iter()
            .rev()
            .find(|piece| !piece.ends_line());
        let labelled = label.is_some_and(|piece| piece.sign(":—–-")) && tail_says;
        let words_from = labelled.then_some(tail.start);
        let said = self.without_lean(&before);
        let words_to = if said.end < before.end { first + 1 } else { 0 };
        let segment = self.name(first, vec![said, tail]);
        segment.words_from = words_from;
        segment.words_to = words_to;
        // "замените фото в A2, A3 ок"
        let several = matches!(&segment.of, Of::Posts(named) if named.len() > 1);
        segment.tangled |= several && tail_says && !labelled;
    }

    /// The words before a post without those that only lean on it.
    fn without_lean(&self, before: &Range<usize>) -> Range<usize> {
        let lean = [Kind::Lean, Kind::Toward, Kind::Post, Kind::This];
        let leaning = self
            .slice(before.clone())
            .iter()
            .rev()
            .take_while(|word| word.is(&lean));
        before.start..before.end - leaning.count()
    }

    /// "A1 ок A2 нет": every post before its words. A last one without words, and the one before it, are unclear.
    fn named_first(&mut self, clause: &Range<usize>, heads: &[usize], tail_says: bool) {
        let ends = heads.iter().skip(1).copied().chain([clause.end]);
        let spans: Vec<Range<usize>> = heads
            .iter()
            .zip(ends)
            .map(|(head, end)| head + 1..end)
            .collect();
        let signs: Vec<Option<char>> = spans
            .iter()
            .map(|span| self.lone_sign(span.clone()))
            .collect();
        let ends_in_sign = signs.last().is_some_and(Option::is_some);
        for (at, (&head, span)) in heads.iter().zip(&spans).enumerate() {
            let is_last = at + 1 == heads.len();
            let stuck_left = self.pieces.get(span.start).is_some_and(|piece| piece.glued)
                && !self.pieces.get(span.end).is_some_and(|piece| piece.glued);
            let clear = match signs[at] {
                _ if is_last => tail_says,
                Some('+') => stuck_left || ends_in_sign,
                Some(_) => stuck_left || signs[..at].contains(&Some('+')),
                None => tail_says || at + 2 < heads.len(),
            };
            let segment = self.name(head, vec![span.clone()]);
            segment.tangled |= !clear;
        }
    }

    /// The one plus or minus between two posts.
    fn lone_sign(&self, span: Range<usize>) -> Option<char> {
        let is = |signs: &str| {
            let mut pieces = self
                .slice(span.clone())
                .iter()
                .filter(|piece| !piece.sign(",;.!") && !piece.ends_line());
            pieces.clone().next().is_some() && pieces.all(|piece| piece.sign(signs))
        };
        ['+', '-']
            .into_iter()
            .find(|sign| is(sign.encode_utf8(&mut [0; 4])))
    }

    /// "ок A1 нет A2": every post behind its words.
    fn said_first(&mut self, clause: &Range<usize>, heads: &[usize]) {
        let mut start = clause.start;
        for &head in heads {
            let said = self.without_lean(&(start..head));
            self.name(head, vec![said]);
            start = head + 1;
        }
    }

    /// "A2 убрать цену, поменять местами с A3": words that lead from one post to another belong to neither for sure.
    fn leads_across(&self, before: &Range<usize>) -> bool {
        let words = self.slice(before.clone());
        let leads = words.last().is_some_and(|word| word.is(&[Kind::Toward]));
        let from_posts = self
            .current
            .is_some_and(|at| matches!(self.found[at].of, Of::Posts(_)));
        leads && from_posts && !is_strict(&words[..words.len() - 1])
    }
}
