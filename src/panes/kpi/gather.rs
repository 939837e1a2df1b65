//! Asks the store for everything the numbers of one client are made of.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

use crate::domain::Moment;
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId, PostId};
use crate::domain::kpi::{
    Compared, Inputs, LEVEL_HOLDS_DAYS, Metric, Period, Promise, Ranked, Readings, Score, Sheet,
    Talk, Talks, er_by_reach, rank,
};
use crate::domain::zone::resolve;
use crate::env::Env;
use crate::store::{OutPost, Reader, Result};

/// Hits and misses are sought among so many posts.
pub(super) const LAST_POSTS: usize = 20;

/// The last posts with their engagement rates, in per cent.
pub(super) struct Hits {
    pub(super) posts: Vec<Hit>,
    pub(super) ranked: Option<Ranked>,
}

/// One of them.
pub(super) struct Hit {
    pub(super) post: OutPost,
    /// Where it was measured.
    pub(super) channels: Vec<ChannelId>,
    /// Interactions of those reached, in per cent.
    pub(super) rate: Option<f64>,
}

/// The numbers of this month and of the last.
pub(super) fn sheet(reader: &Reader, env: &Env<'_>, client: ClientId) -> Result<Sheet> {
    let zone = env.roster.zone(client);
    let today = env.now.with_timezone(&zone).date_naive();
    let compared = Compared::month_to_date(today);
    let whole = compared.whole();
    let (from, to) = moments(whole, zone);
    let channels: Vec<ChannelId> = env.roster.channels_of(client).map(|it| it.id).collect();
    let local = |at: Moment| at.with_timezone(&zone).date_naive();
    let mut leads: Vec<NaiveDate> = reader
        .lead_moments(client, from, to)?
        .into_iter()
        .map(local)
        .collect();
    leads.sort_unstable();
    let (month_from, month_to) = moments(Period::month_of(today), zone);
    Ok(Sheet::new(Inputs {
        compared,
        readings: readings(reader, &channels, whole)?,
        channels,
        talks: talks(reader, env, client, whole)?,
        leads,
        notes_leads: reader.notes_leads(client)?,
        out: first_days_out(reader.went_out(client, from, to)?, local),
        planned: reader.planned_count(client, month_from, month_to)?,
        goals: goals(reader, env, client)?,
    }))
}

/// The last posts that went out, and where each stands among them.
pub(super) fn hits(reader: &Reader, env: &Env<'_>, client: ClientId) -> Result<Hits> {
    let mut posts = Vec::with_capacity(LAST_POSTS);
    for post in reader.last_out(client, env.now, LAST_POSTS)? {
        posts.push(hit(reader, post)?);
    }
    let rates: Vec<Option<f64>> = posts.iter().map(|hit| hit.rate).collect();
    Ok(Hits {
        ranked: rank(&rates),
        posts,
    })
}

/// Numbers of this client that were being typed when a window went away.
pub(super) fn unfinished(reader: &Reader, client: ClientId) -> Result<BTreeMap<NaiveDate, String>> {
    let owner = format!("readings:{}:", client.0);
    let drafts = reader.drafts_kept()?;
    Ok(drafts
        .into_iter()
        .filter(|draft| !draft.text.trim().is_empty())
        .filter_map(|draft| {
            let day = draft.owner.strip_prefix(&owner)?.parse().ok()?;
            Some((day, draft.text))
        })
        .collect())
}

/// The first and the last second of some local days.
fn moments(days: Period, zone: Tz) -> (Moment, Moment) {
    let midnight = |day: NaiveDate| resolve(day.and_hms_opt(0, 0, 0).unwrap_or_default(), zone);
    let after = days.to.checked_add_days(Days::new(1)).unwrap_or(days.to);
    let to = midnight(after).moment() - chrono::Duration::seconds(1);
    (midnight(days.from).moment(), to)
}

fn readings(reader: &Reader, channels: &[ChannelId], whole: Period) -> Result<Readings> {
    let mut readings = Readings::default();
    for channel in channels {
        for metric in Metric::ALL {
            let mut days = whole;
            if metric.is_level() {
                days.from = days.from - Days::new(LEVEL_HOLDS_DAYS);
            }
            for (day, value) in reader.channel_readings(*channel, *metric, days)? {
                readings.take_older(*channel, *metric, day, value);
            }
        }
    }
    Ok(readings)
}

fn talks(reader: &Reader, env: &Env<'_>, client: ClientId, whole: Period) -> Result<Talks> {
    let Some(card) = env.roster.client(client).map(|client| &client.card) else {
        return Ok(Talks::default());
    };
    let zone = env.roster.zone(client);
    let promise = Promise {
        hours: &Hours::parse(&card.hours).unwrap_or_default(),
        minutes: card.promise_min,
        zone,
    };
    let (from, to) = moments(whole, zone);
    let judge = |spoken: crate::store::Spoken| {
        Talk::judge(
            spoken.first_in,
            spoken.first_answer,
            spoken.state,
            spoken.tone,
            &promise,
            env.now,
        )
    };
    let spoken = reader.spoken(client, from, to)?;
    Ok(Talks::new(spoken.into_iter().map(judge).collect()))
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

/// Her goals; where none is set for posts, the contract speaks.
fn goals(reader: &Reader, env: &Env<'_>, client: ClientId) -> Result<Vec<(Score, f64)>> {
    let mut goals: Vec<(Score, f64)> = reader
        .targets(client)?
        .into_iter()
        .filter_map(|(word, value)| Some((Score::from_word(&word)?, value)))
        .collect();
    let contract = env
        .roster
        .client(client)
        .and_then(|client| client.card.contract_posts);
    if let Some(posts) = contract
        && !goals.iter().any(|(score, _)| *score == Score::PostsOut)
    {
        goals.push((Score::PostsOut, f64::from(posts)));
    }
    Ok(goals)
}

/// Interactions ÷ reach over the channels on which both were measured.
fn hit(reader: &Reader, post: OutPost) -> Result<Hit> {
    let reach = reader.post_readings(post.post, Metric::Reach)?;
    let mut engaged: BTreeMap<ChannelId, f64> = BTreeMap::new();
    for metric in Metric::ALL.iter().filter(|it| it.is_interaction()) {
        for (channel, number) in reader.post_readings(post.post, *metric)? {
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
