//! One score card: now, before, what changed, the goal, and the curve.

use super::{Answer, Goal, Inputs, Score, Unit};

/// What a period says beside the one before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// So many more or fewer, in the score's own unit ("+272", "-2:22").
    By(f64),
    /// So many per cent of what it was ("+15 %").
    Percent(f64),
    /// So many points between two percentages ("+1.2 pt").
    Points(f64),
}

impl Change {
    /// What lies between two values of a score. Money and reach change by per cent; from nothing there are no per cents.
    pub fn between(score: Score, before: f64, now: f64) -> Option<Self> {
        let by = now - before;
        match (score, score.unit()) {
            (Score::Reach | Score::Spend, _) => {
                (before > 0.0).then(|| Change::Percent(by / before * 100.0))
            }
            (_, Unit::Rate | Unit::Share) => Some(Change::Points(by)),
            (_, Unit::Count | Unit::Minutes | Unit::Money) => Some(Change::By(by)),
        }
    }

    /// How much, whatever the unit: its sign is the direction.
    pub const fn amount(self) -> f64 {
        match self {
            Change::By(amount) | Change::Percent(amount) | Change::Points(amount) => amount,
        }
    }
}

/// How a score stands to its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was promised, or it cannot be said.
    Open,
    /// Kept, or on the way.
    Kept,
    /// Missed as things stand.
    Missed,
}

/// One number in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Which number.
    pub score: Score,
    /// This month to date.
    pub now: Answer,
    /// The same days of the month before.
    pub before: Answer,
    /// What changed, where both are known.
    pub change: Option<Change>,
    /// What was promised.
    pub goal: Option<f64>,
    /// How it stands to that.
    pub standing: Standing,
    /// Days of channels that are missing behind the present number.
    pub missing: usize,
    /// Day by day over both periods; a day that was not measured is a gap.
    pub daily: Vec<Option<f64>>,
}

impl Card {
    pub(super) fn new(score: Score, inputs: &Inputs) -> Self {
        let compared = &inputs.compared;
        let now = inputs.answer(score, compared.now);
        let before = inputs.answer(score, compared.before);
        let change = match (now, before) {
            (Ok(now), Ok(before)) => Change::between(score, before, now),
            _ => None,
        };
        let goal = inputs.goal(score);
        Self {
            score,
            now,
            before,
            change,
            goal,
            standing: standing(score, now, goal, inputs),
            missing: inputs.missing(score, compared.now),
            daily: daily(score, inputs),
        }
    }

    /// Whether it needs her: the goal is missed, or the number or a part of it is.
    pub fn is_problem(&self) -> bool {
        self.standing == Standing::Missed || self.now.is_err() || self.missing > 0
    }

    /// Whether the change is for the better; none when nothing changed.
    pub fn is_better(&self) -> Option<bool> {
        let amount = self.change?.amount();
        // Money spent is neither good nor bad by itself.
        if amount == 0.0 || self.score == Score::Spend {
            return None;
        }
        Some((amount < 0.0) == self.score.is_better_low())
    }
}

fn standing(score: Score, now: Answer, goal: Option<f64>, inputs: &Inputs) -> Standing {
    let (Ok(now), Some(value)) = (now, goal) else {
        return Standing::Open;
    };
    let goal = Goal {
        value,
        from: inputs.followers(inputs.compared.now.eve()).ok(),
        planned: Some(inputs.planned as f64),
    };
    match goal.is_missed(score, now, &inputs.compared) {
        None => Standing::Open,
        Some(false) => Standing::Kept,
        Some(true) => Standing::Missed,
    }
}

/// The curve ends with the last day that can be whole, or with today once it has a number.
fn daily(score: Score, inputs: &Inputs) -> Vec<Option<f64>> {
    let mut days: Vec<Option<f64>> = inputs
        .compared
        .whole()
        .days()
        .map(|day| inputs.on_day(score, day))
        .collect();
    if days.last() == Some(&None) {
        days.pop();
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_score_changes_in_its_own_words() {
        assert_eq!(
            Change::between(Score::Followers, 6214.0, 6486.0),
            Some(Change::By(272.0))
        );
        assert_eq!(
            Change::between(Score::Reach, 36_000.0, 41_400.0),
            Some(Change::Percent(15.0))
        );
        assert_eq!(
            Change::between(Score::Negative, 6.0, 14.0),
            Some(Change::Points(8.0))
        );
        assert_eq!(
            Change::between(Score::FirstAnswer, 190.0, 48.0),
            Some(Change::By(-142.0))
        );
        assert_eq!(
            Change::between(Score::Reach, 0.0, 5.0),
            None,
            "from nothing there are no per cents"
        );
    }

    proptest! {
        #[test]
        fn a_change_points_where_the_number_went(before in 0.0..1e9f64, now in 0.0..1e9f64) {
            for score in Score::ALL {
                if let Some(change) = Change::between(*score, before, now) {
                    prop_assert!(change.amount().is_finite());
                    prop_assert_eq!(change.amount() > 0.0, now > before);
                    prop_assert_eq!(change.amount() < 0.0, now < before);
                }
            }
        }
    }
}
