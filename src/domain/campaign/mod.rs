//! A campaign: posts of a client that belong together for a while, with days, a goal and a name for the counters.

mod day;
pub mod utm;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::post::Status;
use super::words::Words;

pub use day::{day, written};

/// Everything on a campaign's card. Text fields are sanitised lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignCard {
    /// What it is called; unique among the live campaigns of a client.
    pub name: String,
    /// First day on the client's wall, if it is known.
    pub starts: Option<NaiveDate>,
    /// Last day, itself included.
    pub ends: Option<NaiveDate>,
    /// What it should bring, in her words.
    pub goal: String,
    /// What stands for `utm_campaign` in links; see [`utm`].
    pub utm: String,
}

impl CampaignCard {
    /// Everything that is wrong with it.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        if self.name.is_empty() {
            found.push(Mistake::NoName);
        }
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            found.push(Mistake::EndsFirst);
        }
        if let Err(instead) = utm::check(&self.utm) {
            found.push(Mistake::Utm { instead });
        }
        found
    }

    /// Where it stands on a day of the client.
    pub fn stage(&self, today: NaiveDate) -> Stage {
        match (self.starts, self.ends) {
            (_, Some(ends)) if ends < today => Stage::Over,
            (Some(starts), _) if starts > today => Stage::Ahead {
                days: (starts - today).num_days(),
            },
            (_, Some(ends)) => Stage::Running {
                left: Some((ends - today).num_days()),
            },
            (Some(_), None) => Stage::Running { left: None },
            (None, None) => Stage::Undated,
        }
    }
}

/// Where a campaign stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It runs, with so many days after today; none: it has no end.
    Running {
        /// Days after today.
        left: Option<i64>,
    },
    /// It begins in so many days.
    Ahead {
        /// Days until it begins.
        days: i64,
    },
    /// It has no days.
    Undated,
    /// Its last day has passed.
    Over,
}

impl Stage {
    /// The order of a list: what runs, the nearest end first; what comes, the nearest beginning first; what has no days;
    /// what is over.
    pub const fn order(self) -> (u8, i64) {
        match self {
            Stage::Running { left: Some(left) } => (0, left),
            Stage::Running { left: None } => (0, i64::MAX),
            Stage::Ahead { days } => (1, days),
            Stage::Undated => (2, 0),
            Stage::Over => (3, 0),
        }
    }

    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Stage::Running { .. } => "running",
            Stage::Ahead { .. } => "ahead",
            Stage::Undated => "undated",
            Stage::Over => "over",
        }
    }
}

/// What is wrong with a campaign's card.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// It has no name.
    #[error("a campaign needs a name")]
    NoName,
    /// Its last day lies before its first.
    #[error("it ends before it starts")]
    EndsFirst,
    /// Its name for the counters has other signs than those that survive every counter.
    #[error("not a-z, 0-9, - or _; {instead:?} would do")]
    Utm {
        /// What would do.
        instead: String,
    },
}

impl Mistake {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            Mistake::NoName => Words::new("campaign-name-missing"),
            Mistake::EndsFirst => Words::new("campaign-ends-first"),
            Mistake::Utm { instead } if instead.is_empty() => Words::new("campaign-utm-wrong"),
            Mistake::Utm { instead } => Words::new("campaign-utm-instead").with("instead", instead),
        }
    }
}

/// How far the posts of a campaign have come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Out on all their channels.
    pub out: u32,
    /// To come.
    pub planned: u32,
    /// Late on one channel at least.
    pub late: u32,
    /// Without a time yet, thoughts and parked ones among them.
    pub open: u32,
}

impl Progress {
    /// All of them; what was let go on every channel is none of them.
    pub const fn posts(self) -> u32 {
        self.out + self.planned + self.late + self.open
    }

    /// Counts one post by its variants: where each stands, and whether it has a time.
    pub fn count(&mut self, variants: impl Iterator<Item = (Status, bool)> + Clone) {
        let mut standing = variants.filter(|(status, _)| *status != Status::Skipped);
        let all = || standing.clone();
        let is = |wanted: &[Status]| all().any(|(status, _)| wanted.contains(&status));
        if is(&[Status::Missed, Status::Due, Status::Unsure]) {
            self.late += 1;
        } else if all().next().is_some() && all().all(|(status, _)| status == Status::Published) {
            self.out += 1;
        } else if standing
            .clone()
            .any(|(status, has_time)| has_time && is_on_its_way(status))
        {
            self.planned += 1;
        } else if standing.next().is_some() {
            self.open += 1;
        }
    }
}

/// Whether it will go out at its time if people do their part.
const fn is_on_its_way(status: Status) -> bool {
    !matches!(status, Status::Idea | Status::Hold | Status::Published)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn between(starts: &str, ends: &str) -> CampaignCard {
        CampaignCard {
            name: "Завтраки".to_owned(),
            starts: starts.parse().ok(),
            ends: ends.parse().ok(),
            ..CampaignCard::default()
        }
    }

    #[test]
    fn a_campaign_runs_from_its_first_day_to_its_last() {
        let card = between("2026-11-10", "2026-11-30");
        let on = |day| card.stage(date(day));
        assert_eq!(on("2026-11-09"), Stage::Ahead { days: 1 });
        assert_eq!(on("2026-11-10"), Stage::Running { left: Some(20) });
        assert_eq!(on("2026-11-30"), Stage::Running { left: Some(0) });
        assert_eq!(on("2026-12-01"), Stage::Over);
    }

    #[test]
    fn a_campaign_may_lack_an_end_a_beginning_or_both() {
        let today = date("2026-11-24");
        let stage = |starts, ends| between(starts, ends).stage(today);
        assert_eq!(stage("2026-11-10", ""), Stage::Running { left: None });
        assert_eq!(stage("", "2026-11-30"), Stage::Running { left: Some(6) });
        assert_eq!(stage("", "2026-11-01"), Stage::Over);
        assert_eq!(stage("2026-12-01", ""), Stage::Ahead { days: 7 });
        assert_eq!(stage("", ""), Stage::Undated);
    }

    #[test]
    fn every_mistake_of_a_card_is_told_at_once() {
        let mut card = between("2026-11-30", "2026-11-10");
        card.name = String::new();
        card.utm = "Осень 2026".to_owned();
        let instead = "osen-2026".to_owned();
        assert_eq!(
            card.mistakes(),
            [
                Mistake::NoName,
                Mistake::EndsFirst,
                Mistake::Utm { instead }
            ]
        );
        assert_eq!(between("2026-11-10", "2026-11-10").mistakes(), []);
    }

    #[test]
    fn a_post_counts_once_by_what_matters_most_about_it() {
        let count = |variants: &[(Status, bool)]| {
            let mut progress = Progress::default();
            progress.count(variants.iter().copied());
            let Progress {
                out,
                planned,
                late,
                open,
            } = progress;
            (out, planned, late, open)
        };
        let out = (Status::Published, true);
        assert_eq!(count(&[out, out]), (1, 0, 0, 0));
        assert_eq!(count(&[out, (Status::Skipped, true)]), (1, 0, 0, 0));
        assert_eq!(count(&[out, (Status::Scheduled, true)]), (0, 1, 0, 0));
        assert_eq!(count(&[(Status::Draft, true)]), (0, 1, 0, 0));
        assert_eq!(count(&[out, (Status::Missed, true)]), (0, 0, 1, 0));
        assert_eq!(count(&[out, (Status::Unsure, true)]), (0, 0, 1, 0));
        assert_eq!(
            count(&[(Status::Draft, true), (Status::Due, true)]),
            (0, 0, 1, 0)
        );
        assert_eq!(count(&[(Status::Draft, false)]), (0, 0, 0, 1));
        assert_eq!(count(&[(Status::Idea, true)]), (0, 0, 0, 1));
        assert_eq!(count(&[(Status::Hold, true)]), (0, 0, 0, 1));
        assert_eq!(count(&[out, (Status::Draft, false)]), (0, 0, 0, 1));
        assert_eq!(count(&[(Status::Skipped, true)]), (0, 0, 0, 0));
        assert_eq!(count(&[]), (0, 0, 0, 0));
    }
}
