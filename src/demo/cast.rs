//! Takes the demo's clients on: cards, channels, rubrics, campaigns, slots, ready answers, goals, and the last rounds.

use std::collections::BTreeMap;

use chrono::{Duration, Timelike};
use chrono_tz::Tz;

use super::anchor::{Promise, day_ago, turned};
use super::script::{Campaign, Channel, Client, Day, Message, Script, Snippet};
use super::{SeedError, known};
use crate::domain::Moment;
use crate::domain::campaign::CampaignCard;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    CampaignCommand, ChannelCommand, ClientCommand, Command, DayCommand, InboxCommand, KpiCommand,
    SnippetCommand,
};
use crate::domain::days::Stretch;
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::snippet::{SnippetCard, SnippetKind};
use crate::domain::zone::zone_by_name;
use crate::store::Store;

/// How long she has worked for them; older than every number of the demo.
const ENGAGED: Duration = Duration::days(430);

/// Least minutes left of the most pressing promise, so that there is time to read the first frame.
const TIME_TO_READ_MIN: i64 = 5;

/// A client of the demo, taken on.
pub(super) struct Engaged {
    pub(super) id: ClientId,
    pub(super) zone: Tz,
    pub(super) promise: Promise,
    channels: Vec<(String, ChannelId)>,
}

/// The clients by the keys of the script.
pub(super) struct Cast(BTreeMap<String, Engaged>);

impl Cast {
    /// A client of the script.
    pub(super) fn client(&self, key: &str) -> Result<&Engaged, SeedError> {
        known(self.0.get(key), key)
    }
}

impl Engaged {
    /// A channel by its platform.
    pub(super) fn channel(&self, platform: &str) -> Result<ChannelId, SeedError> {
        let found = self.channels.iter().find(|(on, _)| on == platform);
        known(found.map(|(_, id)| *id), platform)
    }

    /// The channel that stands for the client as a whole: ads and orders of the demo are counted there.
    pub(super) fn main_channel(&self) -> Result<ChannelId, SeedError> {
        known(self.channels.first().map(|(_, id)| *id), "main channel")
    }
}

/// Takes everybody on.
pub(super) fn engage(store: &mut Store, script: &Script, now: Moment) -> Result<Cast, SeedError> {
    let since = now - ENGAGED;
    let mut cards = Vec::new();
    let mut promises = Vec::new();
    for client in &script.desk.client {
        let (promise, hours) = promised(client, &script.people.message, now)?;
        let card = card(client, hours);
        cards.push((Command::Client(ClientCommand::Add(card)), since));
        promises.push(promise);
    }
    let clients = ids(store, &cards)?;
    let mut opened = Vec::new();
    for (client, id) in script.desk.client.iter().zip(&clients) {
        for channel in &client.channel {
            let card = channel_card(ClientId(*id), channel)?;
            opened.push((Command::Channel(ChannelCommand::Add(card)), since));
        }
    }
    let mut channels = ids(store, &opened)?.into_iter();
    let mut cast = BTreeMap::new();
    for ((client, id), promise) in script.desk.client.iter().zip(clients).zip(promises) {
        let platforms = client.channel.iter().map(|it| it.platform.clone());
        let engaged = Engaged {
            id: ClientId(id),
            zone: promise.zone,
            promise,
            channels: platforms.zip(channels.by_ref().map(ChannelId)).collect(),
        };
        cast.insert(client.key.clone(), engaged);
    }
    let cast = Cast(cast);
    let mut rest = Vec::new();
    let hers = known(zone_by_name(&script.desk.zone).ok(), &script.desk.zone)?;
    for day in &script.desk.day {
        rest.push((name(day, None, hers, now), since));
    }
    for client in &script.desk.client {
        furnish(&mut rest, client, cast.client(&client.key)?, now)?;
    }
    store.apply_all(&rest)?;
    Ok(cast)
}

/// Runs Commands that each make a row, and gives the keys of the rows.
pub(super) fn ids(
    store: &mut Store,
    commands: &[(Command, Moment)],
) -> Result<Vec<i64>, SeedError> {
    let done = store.apply_all(commands)?;
    done.into_iter()
        .map(|done| known(done.id, &done.title.key))
        .collect()
}

/// The client's promise and its hours as text.
///
/// A promise runs in working hours only, and at night all four clients are asleep at once. Whoever opens the demo then
/// would never see anybody press, so the client with the angry guest answers around the clock that night.
pub(super) fn promised(
    client: &Client,
    messages: &[Message],
    now: Moment,
) -> Result<(Promise, String), SeedError> {
    let zone = known(zone_by_name(&client.zone).ok(), &client.zone)?;
    let within = |hours: &str| {
        let hours = known(Hours::parse(hours).ok(), hours)?;
        let minutes = client.promise_min;
        Ok::<_, SeedError>(Promise {
            hours,
            minutes,
            zone,
        })
    };
    let usual = within(&client.hours)?;
    let can_press = messages
        .iter()
        .filter(|it| it.client == client.key && it.tone == "-")
        .filter_map(|it| it.left_min.filter(|left| *left < 15))
        .all(|left| (TIME_TO_READ_MIN..=left).contains(&usual.left_min(now, left)));
    if can_press {
        Ok((usual, client.hours.clone()))
    } else {
        Ok((within("")?, String::new()))
    }
}

fn card(client: &Client, hours: String) -> ClientCard {
    ClientCard {
        name: client.name.clone(),
        short: client.short.clone(),
        colour: client.colour,
        zone: client.zone.clone(),
        hours,
        languages: client.languages.clone(),
        tone: client.tone.clone(),
        goals: client.goals.clone(),
        audience: client.audience.clone(),
        avoid: client.avoid.clone(),
        promise_min: client.promise_min,
        contract_posts: Some(client.contract_posts),
        contract_money: client.contract_money.clone(),
        words: Vec::new(),
        lints_off: Box::default(),
    }
}

fn channel_card(client: ClientId, channel: &Channel) -> Result<ChannelCard, SeedError> {
    Ok(ChannelCard {
        client,
        platform: channel.platform.clone(),
        handle: channel.handle.clone(),
        link: channel.link.clone(),
        mode: known(Mode::from_word(&channel.mode), &channel.mode)?,
        grace_min: channel.grace_min,
        look_every_min: channel.look_every_min,
        watch_min: channel.watch_min,
        text_max: 0,
        utm: String::new(),
    })
}

fn campaign_card(campaign: &Campaign, engaged: &Engaged, now: Moment) -> CampaignCard {
    let day = |days| (now + Duration::days(days)).with_timezone(&engaged.zone);
    CampaignCard {
        name: campaign.name.clone(),
        starts: Some(day(campaign.starts_days).date_naive()),
        ends: Some(day(campaign.ends_days).date_naive()),
        goal: campaign.goal.clone(),
        utm: campaign.utm.clone(),
    }
}

/// A day by its name, on the wall of whose it is.
fn name(day: &Day, client: Option<ClientId>, zone: Tz, now: Moment) -> Command {
    Command::Day(DayCommand::Name {
        client,
        stretch: Stretch::of(day_ago(now, zone, -day.days_ahead)),
        name: day.name.clone(),
        is_off: day.off,
    })
}

/// A piece of text that comes again.
fn snippet(it: &Snippet, engaged: &Engaged) -> Command {
    Command::Snippet(SnippetCommand::Add(SnippetCard {
        client: Some(engaged.id),
        lang: it.lang.clone(),
        kind: SnippetKind::from_word(&it.kind).unwrap_or(SnippetKind::Other),
        name: it.name.clone(),
        text: it.text.clone(),
    }))
}

/// Everything that hangs on a client and its channels.
fn furnish(
    commands: &mut Vec<(Command, Moment)>,
    client: &Client,
    engaged: &Engaged,
    now: Moment,
) -> Result<(), SeedError> {
    let since = now - ENGAGED;
    for rubric in &client.rubric {
        let add = ClientCommand::AddRubric {
            client: engaged.id,
            name: rubric.name.clone(),
            share: Some(rubric.share),
        };
        commands.push((Command::Client(add), since));
    }
    for campaign in &client.campaign {
        let add = CampaignCommand::Add {
            client: engaged.id,
            card: campaign_card(campaign, engaged, now),
        };
        commands.push((Command::Campaign(add), since));
    }
    for canned in &client.canned {
        let add = InboxCommand::AddCanned {
            client: engaged.id,
            lang: canned.lang.clone(),
            name: canned.name.clone(),
            text: canned.text.clone(),
        };
        commands.push((Command::Inbox(add), since));
    }
    let snippets = client.snippet.iter();
    commands.extend(snippets.map(|it| (snippet(it, engaged), since)));
    for target in &client.target {
        let set = KpiCommand::SetTarget {
            client: engaged.id,
            metric: target.metric.clone(),
            value: Some(target.value),
        };
        commands.push((Command::Kpi(set), since));
    }
    for slot in &client.slot {
        let add = ChannelCommand::AddSlot {
            channel: engaged.channel(&slot.channel)?,
            weekday: turned(slot.weekday, now, engaged.zone),
            minute: (slot.time.num_seconds_from_midnight() / 60) as u16,
        };
        commands.push((Command::Channel(add), since));
    }
    for day in &client.day {
        let whose = Some(engaged.id);
        commands.push((name(day, whose, engaged.zone, now), since));
    }
    for channel in &client.channel {
        if let Some(minutes) = channel.looked_min_ago {
            let channel = engaged.channel(&channel.platform)?;
            let look = InboxCommand::Look { channel, found: 0 };
            commands.push((Command::Inbox(look), now - Duration::minutes(minutes)));
        }
    }
    Ok(())
}
