//! The formulas: every score of a period out of plain inputs, or the reason why it is not known.

use chrono::NaiveDate;

use super::talk::per_cent;
use super::{Card, Compared, Metric, Period, Readings, Score, Talks, ratio};
use crate::domain::Moment;
use crate::domain::ids::ChannelId;

/// Everything the numbers of one client are made of.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// This month to date and what it is held against.
    pub compared: Compared,
    /// The client's channels.
    pub channels: Vec<ChannelId>,
    /// What was measured.
    pub readings: Readings,
    /// Conversations of both periods.
    pub talks: Talks,
    /// The day of each lead, in order.
    pub leads: Vec<NaiveDate>,
    /// Whether a lead was ever noted for this client: before the first one, none means unknown.
    pub notes_leads: bool,
    /// The day on which each post went out first, in order.
    pub out: Vec<NaiveDate>,
    /// Posts that this whole month's plan holds, those that are out included.
    pub planned: usize,
    /// Goals by score.
    pub goals: Vec<(Score, f64)>,
}

/// A number, or why there is none. Never a zero in place of something nobody knows.
pub type Answer = Result<f64, Why>;

/// Why a number is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No channel has had this number in the days that are asked about.
    NeverMeasured(Metric),
    /// It was measured at other times, but not in this period.
    NotMeasured(Metric),
    /// One channel's number is missing, and without it the sum would be a lie.
    ChannelWithout(Metric, ChannelId),
    /// There are no days on which both were measured.
    NotTogether(Metric, Metric),
    /// Nobody wrote.
    NobodyWrote,
    /// Nobody who wrote has been answered.
    NobodyAnswered,
    /// No conversation has a tone.
    NoTone,
    /// No lead was ever noted.
    NoLeads,
    /// No followers came, so none of them cost anything.
    NobodyCame,
}

/// All scores of a client.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What they are made of.
    pub inputs: Inputs,
    /// One card for each score that this client has.
    pub cards: Vec<Card>,
    /// Days of channels on which something is missing, from the first of this month to yesterday.
    pub holes: usize,
    /// When the newest reading came in.
    pub newest_typed: Option<Moment>,
}

impl Sheet {
    /// Works everything out.
    pub fn new(inputs: Inputs) -> Self {
        let cards = Score::ALL
            .iter()
            .filter(|score| inputs.shows(**score))
            .map(|score| Card::new(*score, &inputs))
            .collect();
        let settled = inputs.settled(inputs.compared.now);
        Self {
            holes: inputs.readings.holes(&inputs.channels, settled).len(),
            newest_typed: inputs.readings.newest_typed(),
            inputs,
            cards,
        }
    }
}

impl Inputs {
    /// The goal for a score.
    pub fn goal(&self, score: Score) -> Option<f64> {
        let found = self.goals.iter().find(|(of, _)| *of == score);
        found.map(|(_, value)| *value)
    }

    /// Money is shown to those who spend it or have promised something about it.
    fn shows(&self, score: Score) -> bool {
        match score {
            Score::Spend | Score::CostPerFollower => {
                self.goal(score).is_some() || self.having(Metric::Spend).next().is_some()
            }
            _ => true,
        }
    }

    /// One score of one period.
    pub fn answer(&self, score: Score, period: Period) -> Answer {
        match score {
            Score::Followers => self.followers(period.to),
            Score::Reach => self.amount(Metric::Reach, period),
            Score::ErByReach => self.er_by_reach(period),
            Score::ErByFollowers => self.er_by_followers(period),
            Score::FirstAnswer => self.talks.first_answer(period).ok_or_else(|| {
                if self.talks.of(period).is_empty() {
                    Why::NobodyWrote
                } else {
                    Why::NobodyAnswered
                }
            }),
            Score::AnsweredInTime => per_cent(self.talks.kept(period)).ok_or(Why::NobodyWrote),
            Score::Negative => per_cent(self.talks.negative(period)).ok_or(Why::NoTone),
            Score::Leads => self.leads(period),
            Score::PostsOut => Ok(days_within(&self.out, period) as f64),
            Score::Spend => self.amount(Metric::Spend, period),
            Score::CostPerFollower => self.cost_per_follower(period),
        }
    }

    /// One score of one day, for the curve. Stricter than a period: where one of the channels is missing, the day is.
    pub fn on_day(&self, score: Score, day: NaiveDate) -> Option<f64> {
        let sum_of = |metric: Metric| {
            let mut sum = None;
            for channel in self.having(metric) {
                match self.readings.at(channel, metric, day) {
                    Some(value) => sum = Some(sum.unwrap_or(0.0) + value.number),
                    None if metric == Metric::Spend => {}
                    None => return None,
                }
            }
            sum
        };
        match score {
            Score::Followers => sum_of(Metric::Followers),
            Score::Reach => sum_of(Metric::Reach),
            Score::Spend => sum_of(Metric::Spend),
            // A day that is not over or had nobody come says nothing about a price.
            _ => self.answer(score, Period::day(day)).ok(),
        }
    }

    /// Followers of all channels at the end of a day.
    pub fn followers(&self, by: NaiveDate) -> Answer {
        let mut sum = None;
        for channel in self.having(Metric::Followers) {
            let (_, level) = self
                .readings
                .level(channel, Metric::Followers, by)
                .ok_or(Why::ChannelWithout(Metric::Followers, channel))?;
            sum = Some(sum.unwrap_or(0.0) + level.number);
        }
        sum.ok_or(Why::NeverMeasured(Metric::Followers))
    }

    /// Followers who came in a period: the level at its end less the level on its eve.
    pub fn growth(&self, period: Period) -> Answer {
        Ok(self.followers(period.to)? - self.followers(period.eve())?)
    }

    /// What all channels gathered over a period. A channel without a single day would silently count as zero, so the sum
    /// is unknown then; single missing days are said beside it. Ads do not run everywhere, so of money any part will do.
    fn amount(&self, metric: Metric, period: Period) -> Answer {
        let mut sum = None;
        let mut without = None;
        for channel in self.having(metric) {
            match self.readings.sum(channel, metric, period) {
                Some(part) => sum = Some(sum.unwrap_or(0.0) + part),
                None => without = without.or(Some(channel)),
            }
        }
        match (sum, without) {
            (Some(_), Some(channel)) if metric.is_daily() => {
                Err(Why::ChannelWithout(metric, channel))
            }
            (Some(sum), _) => Ok(sum),
            (None, Some(_)) => Err(Why::NotMeasured(metric)),
            (None, None) => Err(Why::NeverMeasured(metric)),
        }
    }

    /// Interactions ÷ reach, over the days of channels on which both are known: half a day is no day.
    fn er_by_reach(&self, period: Period) -> Answer {
        let (mut interactions, mut reach) = (None::<f64>, None::<f64>);
        for channel in self.having(Metric::Reach) {
            for (day, reached) in self.readings.within(channel, Metric::Reach, period) {
                if let Some(engaged) = self.readings.interactions(channel, day) {
                    interactions = Some(interactions.unwrap_or(0.0) + engaged);
                    reach = Some(reach.unwrap_or(0.0) + reached.number);
                }
            }
        }
        super::er_by_reach(interactions, reach)
            .map(|rate| rate * 100.0)
            .ok_or_else(|| self.why_no_rate(Metric::Reach, period))
    }

    /// Interactions ÷ followers at the end of the period, over the channels for which both are known.
    fn er_by_followers(&self, period: Period) -> Answer {
        let (mut interactions, mut followers) = (None::<f64>, None::<f64>);
        for channel in self.having(Metric::Followers) {
            let engaged = self.readings.interactions_within(channel, period);
            let level = self.readings.level(channel, Metric::Followers, period.to);
            if let (Some(engaged), Some((_, level))) = (engaged, level) {
                interactions = Some(interactions.unwrap_or(0.0) + engaged);
                followers = Some(followers.unwrap_or(0.0) + level.number);
            }
        }
        super::er_by_followers(interactions, followers)
            .map(|rate| rate * 100.0)
            .ok_or_else(|| self.why_no_rate(Metric::Followers, period))
    }

    fn why_no_rate(&self, base: Metric, period: Period) -> Why {
        if self.having(base).next().is_none() {
            return Why::NeverMeasured(base);
        }
        let engaged = |channel: &ChannelId| {
            self.readings
                .interactions_within(*channel, period)
                .is_some()
        };
        if !self.channels.iter().any(engaged) {
            return Why::NotMeasured(Metric::Reactions);
        }
        Why::NotTogether(Metric::Reactions, base)
    }

    /// Leads noted at the desk and leads that a platform's numbers tell of.
    fn leads(&self, period: Period) -> Answer {
        let told = self.amount(Metric::Leads, period).ok();
        if told.is_none() && !self.notes_leads {
            return Err(Why::NoLeads);
        }
        Ok(days_within(&self.leads, period) as f64 + told.unwrap_or(0.0))
    }

    fn cost_per_follower(&self, period: Period) -> Answer {
        let spend = self.amount(Metric::Spend, period)?;
        let came = self.growth(period)?;
        ratio(Some(spend), Some(came)).ok_or(Why::NobodyCame)
    }

    /// The channels that have had this number in the days that are asked about.
    pub fn having(&self, metric: Metric) -> impl Iterator<Item = ChannelId> {
        let channels = self.channels.iter().copied();
        channels.filter(move |channel| self.readings.has(*channel, metric))
    }

    /// How many days of channels are missing behind a score, from the first of the period to yesterday.
    pub fn missing(&self, score: Score, period: Period) -> usize {
        let metrics = score.metrics().iter();
        let upto = self.settled(period);
        metrics
            .flat_map(|metric| {
                let channels = self.channels.iter();
                channels.map(move |channel| self.readings.missing(*channel, *metric, upto).count())
            })
            .sum()
    }

    /// The part of a period whose numbers can be whole: today's are still coming.
    pub fn settled(&self, period: Period) -> Period {
        Period {
            to: period.to.min(self.compared.yesterday()),
            ..period
        }
    }
}

/// How many of some days, in order, lie in a period.
pub fn days_within(days: &[NaiveDate], period: Period) -> usize {
    days.partition_point(|day| *day <= period.to)
        .saturating_sub(days.partition_point(|day| *day < period.from))
}

#[cfg(test)]
mod tests;
