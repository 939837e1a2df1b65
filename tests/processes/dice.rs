//! Chance that can be thrown again, and a few numbers about how long things took.

use std::time::Duration;

/// Dice thrown from a seed.
pub(crate) struct Dice(postdesk::domain::chance::Rng);

impl Dice {
    pub(crate) fn thrown(seed: u64) -> Self {
        Self(postdesk::domain::chance::Rng::seeded(seed))
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0.next() % end
    }

    pub(crate) fn millis(&mut self, from: u64, to: u64) -> Duration {
        Duration::from_millis(from + self.below(to - from))
    }
}

/// So many percent of these took no longer than this.
pub(crate) fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() - 1) * percent / 100]
}

/// A number from the environment, for runs that take long.
pub(crate) fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
