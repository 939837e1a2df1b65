//! Hits and misses: the last posts held against the middle of their own engagement rates.

use super::median;

/// So many posts must have a rate before one of them is called a hit.
const ENOUGH: usize = 3;

/// Places of the best and the worst among posts, and the middle they are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The middle rate.
    pub median: f64,
    /// Places of posts above the middle, the best first.
    pub best: Vec<usize>,
    /// Places of posts below the middle, the worst first.
    pub worst: Vec<usize>,
}

/// Ranks posts by their rates. One odd post does not move a median, as it would a mean (LiveDune's way with the last 20).
/// None when fewer than three have a rate: a post without one is left out and is not the worst.
pub fn rank(rates: &[Option<f64>]) -> Option<Ranked> {
    let mut known: Vec<(usize, f64)> = rates
        .iter()
        .enumerate()
        .filter_map(|(place, rate)| rate.map(|rate| (place, rate)))
        .collect();
    if known.len() < ENOUGH {
        return None;
    }
    let mut values: Vec<f64> = known.iter().map(|(_, rate)| *rate).collect();
    let median = median(&mut values)?;
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let above = known.iter().filter(|(_, rate)| *rate > median);
    let below = known.iter().rev().filter(|(_, rate)| *rate < median);
    Some(Ranked {
        median,
        best: above.map(|(place, _)| *place).collect(),
        worst: below.map(|(place, _)| *place).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_and_misses_stand_around_the_middle() {
        let rates = [Some(4.4), None, Some(9.1), Some(0.9), Some(8.0), Some(2.0)];
        let ranked = rank(&rates).unwrap();
        assert!((ranked.median - 4.4).abs() < 1e-9);
        assert_eq!(ranked.best, [2, 4]);
        assert_eq!(ranked.worst, [3, 5]);
    }

    #[test]
    fn two_posts_are_no_ranking_and_equal_posts_have_no_hits() {
        assert_eq!(rank(&[Some(1.0), Some(2.0), None]), None);
        assert_eq!(rank(&[]), None);
        let same = rank(&[Some(2.0); 4]).unwrap();
        assert!(same.best.is_empty() && same.worst.is_empty());
    }
}
