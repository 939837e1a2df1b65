//! Everything the numbers of one client are made of, asked for in one go, and the last posts with their rates.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

use super::clients::Client;
use super::error::Result;
use super::numbers::{OutPost, Spoken};
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::kpi::{
    Compared, Inputs, LEVEL_HOLDS_DAYS, Metric, Period, Promise, Ranked, Readings, Score, Sheet,
    Talk, Talks, er_by_reach, rank,
};
use crate::domain::zone::{resolve, zone_by_name};

/// Hits and misses are sought among so many posts.
const LAST_POSTS: usize = 20;

/// The last posts with their engagement rates, in per cent.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// Newest first.
    pub posts: Vec<Hit>,
    /// Which of them stand out, by their places; none while too few have a rate.
    pub ranked: Option<Ranked>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which post.
    pub post: OutPost,
    /// Where it was measured.
    pub channels: Vec<ChannelId>,
    /// Interactions of those reached, in per cent.
    pub rate: Option<f64>,
}

impl Reader {
    /// The numbers of this month and of the last, on the client's own wall.
    pub fn score_sheet(
        &self,
        client: &Client,
        channels: Vec<ChannelId>,
        now: Moment,
    ) -> Result<Sheet> {
        let zone = zone_of(client);
        let today = now.with_timezone(&zone).date_naive();
        let compared = Compared::month_to_date(today);
        let whole = compared.whole();
        let (from, to) = moments(whole, zone);
        let local = |at: Moment| at.with_timezone(&zone).date_naive();
        let leads = self.lead_moments(client.id, from, to)?;
        let mut leads: Vec<NaiveDate> = leads.into_iter().map(local).collect();
        leads.sort_unstable();
        let (month_from, month_to) = moments(Period::month_of(today), zone);
        Ok(Sheet::new(Inputs {
            compared,
            readings: self.readings_of(&channels, whole)?,
            channels,
            talks: self.talks(client, zone, whole, now)?,
            leads,
            notes_leads: self.notes_leads(client.id)?,
            out: first_days_out(self.went_out(client.id, from, to)?, local),
            planned: self.planned_count(client.id, month_from, month_to)?,
            goals: self.goals(client)?,
        }))
    }

    /// The last posts that went out, and where each stands among them.
    pub fn hits(&self, client: ClientId, upto: Moment) -> Result<Hits> {
        let mut posts = Vec::with_capacity(LAST_POSTS);
        for post in self.last_out(client, upto, LAST_POSTS)? {
            posts.push(self.hit(post)?);
        }
        let rates: Vec<Option<f64>> = posts.iter().map(|hit| hit.rate).collect();
        Ok(Hits {
            ranked: rank(&rates),
            posts,
        })
    }

    fn readings_of(&self, channels: &[ChannelId], whole: Period) -> Result<Readings> {
        let mut readings = Readings::default();
        for channel in channels {
            for metric in Metric::ALL {
                let mut days = whole;
                if metric.is_level() {
                    days.from = days.from - Days::new(LEVEL_HOLDS_DAYS);
                }
                for (day, value) in self.channel_readings(*channel, *metric, days)? {
                    readings.take_older(*channel, *metric, day, value);
                }
            }
        }
        Ok(readings)
    }

    fn talks(&self, client: &Client, zone: Tz, whole: Period, now: Moment) -> Result<Talks> {
        let promise = Promise {
            hours: &Hours::parse(&client.card.hours).unwrap_or_default(),
            minutes: client.card.promise_min,
            zone,
        };
        let (from, to) = moments(whole, zone);
        let judge = |spoken: Spoken| {
            Talk::judge(
                spoken.first_in,
                spoken.first_answer,
                spoken.state,
                spoken.tone,
                &promise,
                now,
            )
        };
        let spoken = self.spoken(client.id, from, to)?;
        Ok(Talks::new(spoken.into_iter().map(judge).collect()))
    }

    /// Her goals; where none is set for posts, the contract speaks.
    fn goals(&self, client: &Client) -> Result<Vec<(Score, f64)>> {
        let mut goals: Vec<(Score, f64)> = self
            .targets(client.id)?
            .into_iter()
            .filter_map(|(word, value)| Some((Score::from_word(&word)?, value)))
            .collect();
        if let Some(posts) = client.card.contract_posts
            && !goals.iter().any(|(score, _)| *score == Score::PostsOut)
        {
            goals.push((Score::PostsOut, f64::from(posts)));
        }
        Ok(goals)
    }

    /// Interactions ÷ reach over the channels on which both were measured.
    fn hit(&self, post: OutPost) -> Result<Hit> {
        let reach = self.post_readings(post.post, Metric::Reach)?;
        let mut engaged: BTreeMap<ChannelId, f64> = BTreeMap::new();
        for metric in Metric::ALL.iter().filter(|it| it.is_interaction()) {
            for (channel, number) in self.post_readings(post.post, *metric)? {
                *engaged.entry(channel).or_default() += number;
            }
        }
        let both: Vec<(ChannelId, f64, f64)> = reach
            .iter()
            .filter_map(|(channel, reach)| Some((*channel, *engaged.get(channel)?, *reach)))
            .collect();
        let sum = |pick: fn(&(ChannelId, f64, f64)) -> f64| {
            (!both.is_empty()).then(|| both.iter().map(pick).sum())
        };
        let rate = er_by_reach(sum(|it| it.1), sum(|it| it.2));
        Ok(Hit {
            post,
            channels: both.into_iter().map(|(channel, ..)| channel).collect(),
            rate: rate.map(|rate| rate * 100.0),
        })
    }
}

/// The zone of a client; one that is not known reads as UTC.
pub(super) fn zone_of(client: &Client) -> Tz {
    zone_by_name(&client.card.zone).unwrap_or(chrono_tz::UTC)
}

/// The first and the last second of some local days.
pub(super) fn moments(days: Period, zone: Tz) -> (Moment, Moment) {
    let midnight = |day: NaiveDate| resolve(day.and_hms_opt(0, 0, 0).unwrap_or_default(), zone);
    let after = days.to.checked_add_days(Days::new(1)).unwrap_or(days.to);
    let to = midnight(after).moment() - chrono::Duration::seconds(1);
    (midnight(days.from).moment(), to)
}

/// A post that goes to three channels is one post of the contract, out on the day of the first.
fn first_days_out(
    newest_first: Vec<(PostId, Moment)>,
    local: impl Fn(Moment) -> NaiveDate,
) -> Vec<NaiveDate> {
    let first: BTreeMap<PostId, Moment> = newest_first.into_iter().collect();
    let mut days: Vec<NaiveDate> = first.into_values().map(local).collect();
    days.sort_unstable();
    days
}
