//! Two texts laid side by side, word by word: which words stayed. The work is bounded, however long the texts are.

use std::collections::HashMap;
use std::ops::Range;

/// Pairs of words that are compared at most, between all words that are there once in both texts.
const MOST: usize = 1_000_000;

/// How often a stretch that is too long is parted further at words that are there once.
const DEEPEST: usize = 6;

/// Words and the blanks between them in turn. Joined they are the text again.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_blank);
        let (taken, left) = rest.split_at(end.unwrap_or(rest.len()));
        rest = left;
        Some(taken)
    })
}

/// The places of words that stayed, in both lists, in order: their longest common run. What is too long to compare is
/// parted at words that are there once in both; between those, where there are still too many, nothing stayed.
pub fn aligned(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut aligning = Aligning {
        old,
        new,
        left: MOST,
        pairs: Vec::new(),
    };
    aligning.stretch(0..old.len(), 0..new.len(), DEEPEST);
    aligning.pairs
}

/// Two lists on their way side by side.
struct Aligning<'t> {
    old: &'t [&'t str],
    new: &'t [&'t str],
    /// Pairs that may still be compared.
    left: usize,
    pairs: Vec<(usize, usize)>,
}

impl Aligning<'_> {
    /// Lays one stretch of both side by side: what is alike at its ends, and what is between.
    fn stretch(&mut self, old: Range<usize>, new: Range<usize>, depth: usize) {
        let (a, b) = (&self.old[old.clone()], &self.new[new.clone()]);
        let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let ends = a[head..].iter().rev().zip(b[head..].iter().rev());
        let tail = ends.take_while(|(a, b)| a == b).count();
        self.run(old.start, new.start, head);
        let inner = old.start + head..old.end - tail;
        let other = new.start + head..new.end - tail;
        if !inner.is_empty() && !other.is_empty() {
            self.between(inner, other, depth);
        }
        self.run(old.end - tail, new.end - tail, tail);
    }

    /// So many words from here on stayed.
    fn run(&mut self, old: usize, new: usize, count: usize) {
        self.pairs.extend((0..count).map(|n| (old + n, new + n)));
    }

    fn between(&mut self, old: Range<usize>, new: Range<usize>, depth: usize) {
        let cells = old.len().saturating_mul(new.len());
        if cells <= self.left {
            self.left -= cells;
            return self.walk(old, new);
        }
        if depth == 0 {
            return;
        }
        let anchors = self.anchors(&old, &new);
        let (mut a, mut b) = (old.start, new.start);
        for (x, y) in anchors {
            // What is alike right before it belongs to the stretch that ends here.
            self.stretch(a..x, b..y, depth - 1);
            self.pairs.push((x, y));
            (a, b) = (x + 1, y + 1);
        }
        if a > old.start {
            self.stretch(a..old.end, b..new.end, depth - 1);
        }
    }

    /// Words that are there once in both and in the same order in both: as many as there are.
    fn anchors(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let there = once(&self.new[new.clone()]);
        let here = once(&self.old[old.clone()]);
        let mut pairs: Vec<(usize, usize)> = here
            .into_iter()
            .filter_map(|(word, a)| Some((old.start + a, new.start + there.get(word)?)))
            .collect();
        pairs.sort_unstable();
        rising(&pairs)
    }

    /// The longest common run of two short stretches.
    fn walk(&mut self, old: Range<usize>, new: Range<usize>) {
        let (from, to) = (&self.old[old.clone()], &self.new[new.clone()]);
        let width = to.len() + 1;
        // How much the rests from here on have in common.
        let mut common = vec![0_u32; (from.len() + 1) * width];
        for a in (0..from.len()).rev() {
            for b in (0..to.len()).rev() {
                common[a * width + b] = if from[a] == to[b] {
                    common[(a + 1) * width + b + 1] + weight(from[a])
                } else {
                    common[(a + 1) * width + b].max(common[a * width + b + 1])
                };
            }
        }
        let (mut a, mut b) = (0, 0);
        while a < from.len() && b < to.len() {
            if from[a] == to[b] {
                self.pairs.push((old.start + a, new.start + b));
                (a, b) = (a + 1, b + 1);
            } else if common[(a + 1) * width + b] >= common[a * width + b + 1] {
                a += 1;
            } else {
                b += 1;
            }
        }
    }
}

/// How much a word counts among those that stayed: blanks are alike everywhere and must not draw words apart.
fn weight(word: &str) -> u32 {
    if word.starts_with(char::is_whitespace) {
        1
    } else {
        3
    }
}

/// Words that are there once, with their places.
fn once<'t>(words: &[&'t str]) -> HashMap<&'t str, usize> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, word) in words.iter().enumerate() {
        let several = |place: &mut Option<usize>| *place = None;
        places.entry(word).and_modify(several).or_insert(Some(at));
    }
    let single = places
        .into_iter()
        .filter_map(|(word, at)| Some((word, at?)));
    single.collect()
}

/// The longest part of these pairs whose second places rise as their first ones do.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair that ends the best run of each length, and the pair before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut run: Vec<(usize, usize)> = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.push(pairs[at]);
        next = before[at];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scattered_changes_in_a_book_are_found_at_words_that_are_there_once() {
        let book: Vec<String> = (0..6_000).map(|n| format!("слово{n}")).collect();
        let old: Vec<&str> = book.iter().map(String::as_str).collect();
        let mut new = old.clone();
        for at in [10, 3_000, 5_990] {
            new[at] = "иначе";
        }
        assert_eq!(aligned(&old, &new).len(), 5_997);
    }

    #[test]
    fn words_that_only_repeat_are_not_compared_without_end() {
        let old = ["раз", "два"].repeat(20_000);
        let new = ["два", "три", "раз"].repeat(15_000);
        let pairs = aligned(&old, &new);
        assert!(
            pairs
                .windows(2)
                .all(|it| it[0].0 < it[1].0 && it[0].1 < it[1].1)
        );
    }
}
