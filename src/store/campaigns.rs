//! Campaigns: changes, lookups, and how far their posts have come.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::clients::list;
use super::convert::{int, maybe_int, maybe_moment, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::reader::Reader;
use super::rubrics::{may_be_called, named};
use super::table::Noun;
use crate::domain::Moment;
use crate::domain::campaign::{CampaignCard, Progress};
use crate::domain::command::CampaignCommand;
use crate::domain::ids::{CampaignId, ClientId, PostId};
use crate::domain::post::{Approval, Outcome, Status, status};

/// A campaign as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Key.
    pub id: CampaignId,
    /// Name for everything outside.
    pub uid: String,
    /// The card.
    pub card: CampaignCard,
}

/// A client's campaigns have fewer posts on channels than this.
const ALL_OF_THEM: i64 = 20_000;

pub(super) fn apply(ledger: &mut Ledger<'_>, command: &CampaignCommand) -> Result<Option<i64>> {
    match command {
        CampaignCommand::Add { client, card } => add(ledger, *client, card).map(Some),
        CampaignCommand::Edit { campaign, card } => {
            may_be_called(ledger, Noun::Campaign, campaign.0, &card.name)?;
            ledger.update(Noun::Campaign, campaign.0, &row(card))?;
            Ok(Some(campaign.0))
        }
        CampaignCommand::Delete { campaign, .. } => {
            let sql = "SELECT id FROM post WHERE campaign = ? AND deleted_at IS NULL";
            let posts: Vec<PostId> = list(ledger.conn(), sql, [campaign], |row| row.get(0))?;
            put(ledger, &posts, None)?;
            ledger.bury(Noun::Campaign, campaign.0).map(|()| None)
        }
        CampaignCommand::Put {
            posts, campaign, ..
        } => {
            if let Some(campaign) = campaign {
                check_client(ledger, *campaign, posts)?;
            }
            put(ledger, posts, *campaign).map(|()| None)
        }
    }
}

fn add(ledger: &mut Ledger<'_>, client: ClientId, card: &CampaignCard) -> Result<i64> {
    if named(ledger, Noun::Campaign, client, &card.name)?.is_some() {
        return Err(StoreError::NameTaken);
    }
    let mut columns = vec![("client", int(client.0))];
    columns.extend(row(card));
    ledger.insert(Noun::Campaign, &columns)
}

fn put(ledger: &mut Ledger<'_>, posts: &[PostId], campaign: Option<CampaignId>) -> Result<()> {
    let to = maybe_int(campaign.map(|campaign| campaign.0));
    posts.iter().try_for_each(|post| {
        let row = [("campaign", to.clone())];
        ledger.update(Noun::Post, post.0, &row).map(drop)
    })
}

/// A campaign and its posts belong to one client.
fn check_client(ledger: &Ledger<'_>, campaign: CampaignId, posts: &[PostId]) -> Result<()> {
    let whose: Option<ClientId> = ledger
        .conn()
        .prepare_cached("SELECT client FROM campaign WHERE id = ? AND deleted_at IS NULL")?
        .query_row([campaign], |row| row.get(0))
        .optional()?;
    let client = whose.ok_or(StoreError::Gone {
        table: "campaign",
        row: campaign.0,
    })?;
    let mut theirs = ledger
        .conn()
        .prepare_cached("SELECT 1 FROM post WHERE id = ? AND client = ?")?;
    for post in posts {
        if !theirs.exists((post, client))? {
            return Err(StoreError::OtherClient);
        }
    }
    Ok(())
}

/// The campaign of this name, made without days when the client has none; an empty name means none.
pub(super) fn campaign_named(
    ledger: &mut Ledger<'_>,
    client: ClientId,
    name: &str,
) -> Result<Option<i64>> {
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(id) = named(ledger, Noun::Campaign, client, name)? {
        return Ok(Some(id));
    }
    let card = CampaignCard {
        name: name.to_owned(),
        ..CampaignCard::default()
    };
    add(ledger, client, &card).map(Some)
}

fn row(card: &CampaignCard) -> [(&'static str, Value); 5] {
    let day = |day: Option<NaiveDate>| day.map_or(Value::Null, |day| text(day.to_string()));
    [
        ("name", text(&card.name)),
        ("starts", day(card.starts)),
        ("ends", day(card.ends)),
        ("goal", text(&card.goal)),
        ("utm", text(&card.utm)),
    ]
}

impl Reader {
    /// The live campaigns of a client, in the order in which they were begun.
    pub fn campaigns(&self, client: ClientId) -> Result<Vec<Campaign>> {
        let sql = "SELECT id, uid, name, starts, ends, goal, utm FROM campaign \
            WHERE client = ? AND deleted_at IS NULL ORDER BY id";
        let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
        list(self.conn(), sql, [client], |row| {
            Ok(Campaign {
                id: row.get(0)?,
                uid: row.get(1)?,
                card: CampaignCard {
                    name: row.get(2)?,
                    starts: day(row.get(3)?),
                    ends: day(row.get(4)?),
                    goal: row.get(5)?,
                    utm: row.get(6)?,
                },
            })
        })
    }

    /// How far the posts of a client's live campaigns have come; one without posts is not among them.
    pub fn campaign_progress(
        &self,
        client: ClientId,
        now: Moment,
    ) -> Result<BTreeMap<CampaignId, Progress>> {
        let sql = "SELECT p.campaign, a.post, a.approval, a.outcome, a.at, c.grace_min FROM campaign k \
            JOIN post p ON p.campaign = k.id AND p.deleted_at IS NULL JOIN agenda_sum a ON a.post = p.id \
            JOIN channel c ON c.id = a.channel WHERE k.client = ? AND k.deleted_at IS NULL LIMIT ?";
        let lines: Vec<(CampaignId, PostId, Status, bool)> =
            list(self.conn(), sql, (client, ALL_OF_THEM), |row| {
                let approval = Approval::from_word(&row.get::<_, String>(2)?);
                let outcome = Outcome::from_word(&row.get::<_, String>(3)?);
                let at = maybe_moment(row.get(4)?);
                let standing = status(
                    approval.unwrap_or(Approval::Draft),
                    outcome.unwrap_or(Outcome::None),
                    at,
                    row.get(5)?,
                    now,
                );
                Ok((row.get(0)?, row.get(1)?, standing, at.is_some()))
            })?;
        let mut posts: BTreeMap<(CampaignId, PostId), Vec<(Status, bool)>> = BTreeMap::new();
        for (campaign, post, standing, has_time) in lines {
            let variants = posts.entry((campaign, post)).or_default();
            variants.push((standing, has_time));
        }
        let mut progress: BTreeMap<CampaignId, Progress> = BTreeMap::new();
        for ((campaign, _), variants) in posts {
            let sum = progress.entry(campaign).or_default();
            sum.count(variants.iter().copied());
        }
        Ok(progress)
    }
}
