//! `campaign add|edit|delete|put|leave|list`: campaigns, their cards, and the posts that belong to them.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::orders::{CampaignFields, CampaignOrder, Which};
use super::stop::Stop;
use crate::domain::Moment;
use crate::domain::campaign::{self, CampaignCard, Progress};
use crate::domain::command::{CampaignCommand, Command};
use crate::domain::ids::{ClientId, PostId};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::{Roster, begins_uid};
use crate::store::{Campaign, Reader};

/// Does what was asked about campaigns.
pub(super) fn run(door: &mut Door<'_>, what: CampaignOrder) -> Result<(), Stop> {
    match what {
        CampaignOrder::Add {
            named,
            client,
            card,
        } => add(door, &named, &client, &card),
        CampaignOrder::Edit { which, name, card } => edit(door, &which, name.as_deref(), &card),
        CampaignOrder::Delete(which) => delete(door, &which),
        CampaignOrder::Put { which, posts } => put(door, &which, &posts),
        CampaignOrder::Leave { posts } => leave(door, &posts),
        CampaignOrder::List { client, json } => list(door, client.as_deref(), json),
    }
}

fn add(door: &mut Door<'_>, name: &str, client: &str, fields: &CampaignFields) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, client)?.id;
    let mut card = CampaignCard::default();
    fill(&mut card, Some(name), fields, door.now, roster.zone(client))?;
    let command = Command::Campaign(CampaignCommand::Add { client, card });
    let done = change::apply(door, &mut store, &command)?;
    let made = store.reader().campaigns(client)?;
    match made.iter().find(|it| Some(it.id.0) == done.id) {
        Some(campaign) => door.say.answer(&campaign.uid),
        None => Ok(()),
    }
}

fn edit(
    door: &mut Door<'_>,
    which: &Which,
    name: Option<&str>,
    fields: &CampaignFields,
) -> Result<(), Stop> {
    let mut store = door.store()?;
    let (client, found) = find(store.reader(), which)?;
    let roster = Roster::read(store.reader())?;
    let mut card = found.card.clone();
    fill(&mut card, name, fields, door.now, roster.zone(client))?;
    if card == found.card {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    let campaign = found.id;
    let command = Command::Campaign(CampaignCommand::Edit { campaign, card });
    change::apply(door, &mut store, &command).map(drop)
}

fn delete(door: &mut Door<'_>, which: &Which) -> Result<(), Stop> {
    let mut store = door.store()?;
    let (client, found) = find(store.reader(), which)?;
    let progress = store.reader().campaign_progress(client, door.now)?;
    let posts = progress.get(&found.id).map_or(0, |it| it.posts());
    let command = Command::Campaign(CampaignCommand::Delete {
        campaign: found.id,
        name: found.card.name,
    });
    change::apply(door, &mut store, &command)?;
    if posts > 0 {
        door.remark(&Words::new("cli-campaign-posts-stay").with("n", posts));
    }
    Ok(())
}

fn put(door: &mut Door<'_>, which: &Which, posts: &[String]) -> Result<(), Stop> {
    let mut store = door.store()?;
    let (_, found) = find(store.reader(), which)?;
    let command = Command::Campaign(CampaignCommand::Put {
        posts: posts_of(store.reader(), posts)?,
        campaign: Some(found.id),
        name: found.card.name,
    });
    change::apply(door, &mut store, &command).map(drop)
}

fn leave(door: &mut Door<'_>, posts: &[String]) -> Result<(), Stop> {
    let mut store = door.store()?;
    let command = Command::Campaign(CampaignCommand::Put {
        posts: posts_of(store.reader(), posts)?,
        campaign: None,
        name: String::new(),
    });
    change::apply(door, &mut store, &command).map(drop)
}

/// The posts whose ids begin so, each named once.
fn posts_of(reader: &Reader, asked: &[String]) -> Result<Vec<PostId>, Stop> {
    let mut posts = Vec::with_capacity(asked.len());
    let mut wrong = Vec::new();
    for it in asked {
        let beginning = it.trim().to_ascii_lowercase();
        let found = if begins_uid(&beginning, &beginning) {
            reader.posts_by_uid(&beginning)?
        } else {
            Vec::new()
        };
        match found.as_slice() {
            [post] if posts.contains(post) => {}
            [post] => posts.push(*post),
            [] => wrong.push(Words::new("cli-no-post").with("name", shown(it))),
            _ => wrong.push(Words::new("cli-many-posts").with("name", shown(it))),
        }
    }
    Stop::unless_right(wrong)?;
    Ok(posts)
}

/// Puts the named fields on the card. All mistakes are told at once.
fn fill(
    card: &mut CampaignCard,
    name: Option<&str>,
    fields: &CampaignFields,
    now: Moment,
    zone: Tz,
) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    let line = |text: &str| sanitize::line(text).trim().to_owned();
    if let Some(name) = name {
        card.name = line(name);
    }
    let days = [
        (&fields.starts, &mut card.starts),
        (&fields.ends, &mut card.ends),
    ];
    for (asked, place) in days {
        match asked.as_deref().map(str::trim) {
            None => {}
            Some("") => *place = None,
            Some(asked) => match campaign::day(asked, now, zone) {
                Ok(day) => *place = Some(day),
                Err(error) => wrong.push(error.words()),
            },
        }
    }
    if let Some(goal) = &fields.goal {
        card.goal = line(goal);
    }
    if let Some(utm) = &fields.utm {
        card.utm = line(utm);
    }
    wrong.extend(card.mistakes().iter().map(campaign::Mistake::words));
    Stop::unless_right(wrong)
}

fn list(door: &mut Door<'_>, client: Option<&str>, as_json: bool) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let mut told: Vec<Value> = Vec::new();
    for client in named::whose(&roster, client)? {
        let progress = reader.campaign_progress(client, door.now)?;
        let today = door.now.with_timezone(&roster.zone(client)).date_naive();
        for campaign in reader.campaigns(client)? {
            let posts = progress.get(&campaign.id).copied().unwrap_or_default();
            let short = roster.badge(client).0;
            if as_json {
                told.push(object(short, &campaign, posts, today));
            } else {
                door.say.answer(&line(short, &campaign, posts, today))?;
            }
        }
    }
    if as_json {
        door.say.json(&told)?;
    }
    Ok(())
}

fn object(client: &str, campaign: &Campaign, posts: Progress, today: NaiveDate) -> Value {
    let card = &campaign.card;
    json!({
        "id": campaign.uid,
        "client": client,
        "name": card.name,
        "starts": card.starts,
        "ends": card.ends,
        "goal": card.goal,
        "utm": card.utm,
        "stage": card.stage(today).word(),
        "posts": {
            "out": posts.out,
            "planned": posts.planned,
            "late": posts.late,
            "open": posts.open,
        },
    })
}

fn line(client: &str, campaign: &Campaign, posts: Progress, today: NaiveDate) -> String {
    let card = &campaign.card;
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
    let parts = [
        client.to_owned(),
        card.name.clone(),
        day(card.starts),
        day(card.ends),
        card.stage(today).word().to_owned(),
        format!("{}/{}", posts.out, posts.posts()),
        card.utm.clone(),
        campaign.uid.clone(),
    ];
    parts.join("\t")
}

/// The campaign that is meant, among those of one client or of all.
fn find(reader: &Reader, which: &Which) -> Result<(ClientId, Campaign), Stop> {
    let roster = Roster::read(reader)?;
    let mut known = Vec::new();
    for client in named::whose(&roster, which.client.as_deref())? {
        let theirs = reader.campaigns(client)?.into_iter();
        known.extend(theirs.map(|campaign| (client, campaign)));
    }
    let words = |(_, it): &(ClientId, Campaign)| (it.card.name.clone(), it.uid.clone());
    named::one(known, &which.which, words, "cli-no-campaign")
}
