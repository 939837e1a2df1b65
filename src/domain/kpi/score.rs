//! The numbers of the score cards: what each is measured in, which way is better, and when its goal is missed.

use super::{Compared, Metric, worded};
use serde::{Deserialize, Serialize};

worded! {
    /// One number that a client believes. Its word names the goal in the store; shares are in per cent, times in minutes.
    Score {
        /// People who follow, over all channels.
        Followers = "followers",
        /// People reached, day by day.
        Reach = "reach",
        /// Interactions of those who were reached.
        ErByReach = "er_reach_percent",
        /// Interactions of those who follow.
        ErByFollowers = "er_followers_percent",
        /// The middle of the waits for a first answer.
        FirstAnswer = "first_answer_min",
        /// How many were answered within the promise.
        AnsweredInTime = "answered_in_time_percent",
        /// How many conversations sound bad.
        Negative = "negative_percent",
        /// Orders and enquiries.
        Leads = "leads",
        /// Posts that went out.
        PostsOut = "posts_out",
        /// Money that went into ads.
        Spend = "spend",
        /// Money for each follower who came.
        CostPerFollower = "cost_per_follower",
    }
}

/// What a score is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Whole things.
    Count,
    /// Per cent where the first decimal speaks (engagement).
    Rate,
    /// Per cent where it does not (a part of conversations).
    Share,
    /// Minutes.
    Minutes,
    /// The client's currency.
    Money,
}

impl Score {
    /// What it is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Score::Followers | Score::Reach | Score::Leads | Score::PostsOut => Unit::Count,
            Score::ErByReach | Score::ErByFollowers => Unit::Rate,
            Score::AnsweredInTime | Score::Negative => Unit::Share,
            Score::FirstAnswer => Unit::Minutes,
            Score::Spend | Score::CostPerFollower => Unit::Money,
        }
    }

    /// Whether less is better: its goal is a ceiling.
    pub const fn is_better_low(self) -> bool {
        matches!(
            self,
            Score::FirstAnswer | Score::Negative | Score::Spend | Score::CostPerFollower
        )
    }

    /// The measured quantities it is made of; none for what the desk itself counts.
    pub const fn metrics(self) -> &'static [Metric] {
        const ENGAGED: [Metric; 4] = [
            Metric::Reactions,
            Metric::Comments,
            Metric::Shares,
            Metric::Saves,
        ];
        const BY_REACH: [Metric; 5] = [
            Metric::Reach,
            ENGAGED[0],
            ENGAGED[1],
            ENGAGED[2],
            ENGAGED[3],
        ];
        const BY_FOLLOWERS: [Metric; 5] = [
            Metric::Followers,
            ENGAGED[0],
            ENGAGED[1],
            ENGAGED[2],
            ENGAGED[3],
        ];
        match self {
            Score::Followers => &[Metric::Followers],
            Score::Reach => &[Metric::Reach],
            Score::ErByReach => &BY_REACH,
            Score::ErByFollowers => &BY_FOLLOWERS,
            Score::Leads => &[Metric::Leads],
            Score::Spend => &[Metric::Spend],
            Score::CostPerFollower => &[Metric::Spend, Metric::Followers],
            Score::FirstAnswer | Score::AnsweredInTime | Score::Negative | Score::PostsOut => &[],
        }
    }
}

/// What she promised for a month, and what it is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// The promised value, in the score's unit.
    pub value: f64,
    /// For a level: where it stood on the eve of the month.
    pub from: Option<f64>,
    /// For posts: how many the month's plan holds.
    pub planned: Option<f64>,
}

impl Goal {
    /// Whether the goal is missed as things stand. Rates and times are judged as they are. What gathers over a month is
    /// judged by the part of the month behind us; a level by the straight line from the eve; posts by the plan, because
    /// posts come on their days and not evenly. None when it cannot be said.
    pub fn is_missed(self, score: Score, now: f64, compared: &Compared) -> Option<bool> {
        if score.is_better_low() {
            return Some(now > self.value);
        }
        if now >= self.value {
            return Some(false);
        }
        let part = compared.part_gone();
        match score {
            Score::Followers => self
                .from
                .map(|from| now < from + (self.value - from).max(0.0) * part),
            Score::Reach | Score::Leads => Some(now < self.value * part),
            Score::PostsOut => Some(self.planned.is_none_or(|planned| planned < self.value)),
            _ => Some(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missed(score: Score, now: f64, value: f64) -> Option<bool> {
        let compared = Compared::month_to_date("2026-11-24".parse().unwrap());
        let goal = Goal {
            value,
            from: Some(6214.0),
            planned: Some(19.0),
        };
        goal.is_missed(score, now, &compared)
    }

    #[test]
    fn what_gathers_is_judged_by_the_days_gone() {
        // 23 of 30 days are behind us: 15.33 of 20.
        assert_eq!(missed(Score::Leads, 16.0, 20.0), Some(false));
        assert_eq!(missed(Score::Leads, 15.0, 20.0), Some(true));
        // From 6 214 to 6 600 the line stands at 6 509.9.
        assert_eq!(missed(Score::Followers, 6510.0, 6600.0), Some(false));
        assert_eq!(missed(Score::Followers, 6486.0, 6600.0), Some(true));
    }

    #[test]
    fn rates_and_ceilings_are_judged_as_they_stand() {
        assert_eq!(missed(Score::ErByReach, 4.9, 5.0), Some(true));
        assert_eq!(missed(Score::ErByReach, 5.0, 5.0), Some(false));
        assert_eq!(missed(Score::Negative, 14.0, 8.0), Some(true));
        assert_eq!(missed(Score::Negative, 8.0, 8.0), Some(false));
        assert_eq!(missed(Score::FirstAnswer, 48.0, 120.0), Some(false));
        assert_eq!(missed(Score::CostPerFollower, 61.0, 45.0), Some(true));
    }

    #[test]
    fn posts_are_missed_when_the_plan_is_too_thin() {
        assert_eq!(missed(Score::PostsOut, 14.0, 19.0), Some(false));
        assert_eq!(missed(Score::PostsOut, 14.0, 20.0), Some(true));
        assert_eq!(missed(Score::PostsOut, 20.0, 20.0), Some(false));
    }

    #[test]
    fn a_level_without_an_eve_is_not_judged() {
        let compared = Compared::month_to_date("2026-11-24".parse().unwrap());
        let goal = Goal {
            value: 6600.0,
            from: None,
            planned: None,
        };
        assert_eq!(goal.is_missed(Score::Followers, 10.0, &compared), None);
        assert_eq!(
            goal.is_missed(Score::Followers, 6600.0, &compared),
            Some(false)
        );
    }
}
