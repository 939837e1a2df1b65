//! What the window shows, as the desk knows it: rubrics, the mix of a month, campaigns with their progress, platforms.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::campaign::Progress;
use crate::domain::ids::{CampaignId, ClientId, RubricId};
use crate::domain::platform::{Platform, Platforms};
use crate::domain::rubric::{Mix, month_on};
use crate::env::Env;
use crate::store::{Campaign, Reader, Result, Rubric};

/// Everything that was read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) mix: Mix,
    pub(super) rubrics: Vec<Rubric>,
    /// Posts of each rubric in all months together, in the order of the rubrics.
    posts_ever: Vec<u32>,
    /// What runs first, then what comes, then the rest.
    pub(super) campaigns: Vec<(Campaign, Progress)>,
    /// Where posts of the client can go.
    pub(super) platforms: Vec<&'static Platform>,
}

impl Sheet {
    /// Reads it for the month that holds a day.
    pub(super) fn read(
        reader: &Reader,
        client: ClientId,
        day: NaiveDate,
        zone: Tz,
        env: &Env<'_>,
    ) -> Result<Self> {
        let rubrics = reader.rubrics(client)?;
        let ever = rubrics.iter().map(|it| reader.posts_of_rubric(it.id));
        let posts_ever = ever.collect::<Result<_>>()?;
        let today = env.now.with_timezone(&zone).date_naive();
        Ok(Self {
            mix: reader.mix(client, &month_on(day, zone))?,
            campaigns: campaigns(reader, client, today, env)?,
            platforms: platforms(client, env),
            posts_ever,
            rubrics,
        })
    }

    pub(super) fn rubric(&self, id: RubricId) -> Option<&Rubric> {
        self.rubrics.iter().find(|rubric| rubric.id == id)
    }

    pub(super) fn campaign(&self, id: CampaignId) -> Option<&(Campaign, Progress)> {
        self.campaigns.iter().find(|(it, _)| it.id == id)
    }

    /// Posts of a rubric, in all months together.
    pub(super) fn posts_ever(&self, id: RubricId) -> u32 {
        let each = self.rubrics.iter().zip(&self.posts_ever);
        let mut found = each.filter(|(rubric, _)| rubric.id == id);
        found.next().map_or(0, |(_, posts)| *posts)
    }

    /// Posts of the month in none of the rubrics.
    pub(super) fn without_rubric(&self) -> u32 {
        let ids = self.rubrics.iter().map(|rubric| Some(rubric.id));
        let within: u32 = ids.map(|id| self.mix.posts_of(id)).sum();
        self.mix.posts.saturating_sub(within)
    }

    /// All targets together; none where no rubric has one.
    pub(super) fn targets(&self) -> Option<u32> {
        let each = self.rubrics.iter().filter_map(|rubric| rubric.share);
        each.reduce(u32::saturating_add)
    }
}

fn campaigns(
    reader: &Reader,
    client: ClientId,
    today: NaiveDate,
    env: &Env<'_>,
) -> Result<Vec<(Campaign, Progress)>> {
    let progress = reader.campaign_progress(client, env.now)?;
    let mut campaigns: Vec<(Campaign, Progress)> = reader
        .campaigns(client)?
        .into_iter()
        .map(|campaign| {
            let posts = progress.get(&campaign.id).copied();
            (campaign, posts.unwrap_or_default())
        })
        .collect();
    campaigns.sort_by_key(|(campaign, _)| campaign.card.stage(today).order());
    Ok(campaigns)
}

fn platforms(client: ClientId, env: &Env<'_>) -> Vec<&'static Platform> {
    let mut platforms: Vec<&'static Platform> = Vec::new();
    for channel in env.roster.channels_of(client) {
        let platform = Platforms::in_force().by_id(&channel.card.platform);
        let fresh = platform.filter(|it| it.is_postable() && !platforms.contains(it));
        platforms.extend(fresh);
    }
    platforms
}
