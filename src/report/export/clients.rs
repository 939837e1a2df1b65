//! Clients with their channels: everything on their cards, so that nothing is locked in. In a table a row is a channel of a
//! client; as objects a client holds its channels.

use std::collections::HashMap;
use std::io::Write;

use serde::Serialize;

use super::cell::{Row, columns};
use super::json::Json;
use super::{Cell, Column, Form, Names, Trouble, Wanted};
use crate::domain::campaign::CampaignCard;
use crate::domain::channel::ChannelCard;
use crate::domain::client::ClientCard;
use crate::domain::ids::ChannelId;
use crate::store::{Channel, Client, Reader, Result};

pub(super) const COLUMNS: &[Column] = columns![
    "client" 12, "name" 24, "colour" 7, "client_zone" 16, "hours" 16, "languages" 10, "tone" 30, "goals" 30,
    "audience" 30, "avoid" 24, "promise_min" 8, "contract_posts" 8, "contract_money" 14, "rubrics" 30, "campaigns" 30,
    "targets" 24, "client_uid" 14,
    "platform" 12, "handle" 18, "link" 24, "mode" 10, "grace_min" 8, "look_every_min" 8, "watch_min" 8, "text_max" 8, "utm" 30, "slots" 24,
    "channel_uid" 14,
];

/// The days of a week in the words of files.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A client with all that belongs to it.
#[derive(Serialize)]
struct Told<'c> {
    uid: &'c str,
    #[serde(flatten)]
    card: &'c ClientCard,
    rubrics: Vec<Shared>,
    campaigns: Vec<Named>,
    targets: Vec<Target>,
    channels: Vec<ToldChannel<'c>>,
}

/// A rubric and its share of the month, per cent.
#[derive(Serialize)]
struct Shared {
    uid: String,
    name: String,
    share: Option<u32>,
}

/// A campaign.
#[derive(Serialize)]
struct Named {
    uid: String,
    #[serde(flatten)]
    card: CampaignCard,
}

/// A goal for a number.
#[derive(Serialize)]
struct Target {
    metric: String,
    value: f64,
}

/// A channel with its posting times.
#[derive(Serialize)]
struct ToldChannel<'c> {
    uid: &'c str,
    platform: &'c str,
    handle: &'c str,
    link: &'c str,
    mode: &'static str,
    grace_min: u32,
    look_every_min: u32,
    watch_min: u32,
    text_max: u32,
    utm: &'c str,
    slots: Vec<String>,
}

impl<'c> ToldChannel<'c> {
    fn of(channel: &'c Channel, slots: &HashMap<ChannelId, Vec<String>>) -> Self {
        let ChannelCard {
            client: _,
            platform,
            handle,
            link,
            mode,
            grace_min,
            look_every_min,
            watch_min,
            text_max,
            utm,
        } = &channel.card;
        Self {
            uid: &channel.uid,
            platform,
            handle,
            link,
            mode: mode.word(),
            grace_min: *grace_min,
            look_every_min: *look_every_min,
            watch_min: *watch_min,
            text_max: *text_max,
            utm,
            slots: slots.get(&channel.id).cloned().unwrap_or_default(),
        }
    }
}

/// Writes clients as objects; answers how many.
pub(super) fn objects(
    reader: &Reader,
    names: &Names,
    wanted: &Wanted,
    out: &mut dyn Write,
) -> std::result::Result<usize, Trouble> {
    let mut json = match wanted.form {
        Form::Jsonl => Json::lines(COLUMNS, out),
        _ => Json::list(COLUMNS, out),
    };
    let told = told(reader, names, wanted)?;
    for client in &told {
        json.object(|out| Ok(serde_json::to_writer(out, client)?))?;
    }
    json.finish()?;
    Ok(told.len())
}

/// Hands on a row for every channel, and one for a client that has none.
pub(super) fn each(
    reader: &Reader,
    names: &Names,
    wanted: &Wanted,
    row: &mut Row<'_>,
) -> std::result::Result<(), Trouble> {
    for client in told(reader, names, wanted)? {
        let mut channels = client.channels.iter().map(Some).collect::<Vec<_>>();
        if channels.is_empty() {
            channels.push(None);
        }
        for channel in channels {
            let mut cells = of_client(&client);
            cells.extend(of_channel(channel));
            row(&cells)?;
        }
    }
    Ok(())
}

fn told<'c>(reader: &Reader, names: &'c Names, wanted: &Wanted) -> Result<Vec<Told<'c>>> {
    let mut slots: HashMap<ChannelId, Vec<String>> = HashMap::new();
    for slot in reader.slots(wanted.client)? {
        let day = WEEKDAYS.get(usize::from(slot.weekday)).unwrap_or(&"");
        let (hour, minute) = (slot.minute / 60, slot.minute % 60);
        let times = slots.entry(slot.channel).or_default();
        times.push(format!("{day} {hour:02}:{minute:02}"));
    }
    let theirs = names.clients.iter();
    let theirs = theirs.filter(|it| wanted.client.is_none_or(|client| client == it.id));
    theirs.map(|it| tell(reader, names, it, &slots)).collect()
}

fn tell<'c>(
    reader: &Reader,
    names: &'c Names,
    client: &'c Client,
    slots: &HashMap<ChannelId, Vec<String>>,
) -> Result<Told<'c>> {
    let rubrics = reader.rubrics(client.id)?.into_iter().map(|it| Shared {
        uid: it.uid,
        name: it.name,
        share: it.share,
    });
    let campaigns = reader.campaigns(client.id)?.into_iter().map(|it| Named {
        uid: it.uid,
        card: it.card,
    });
    let targets = reader.targets(client.id)?.into_iter();
    let channels = names.channels.iter();
    let channels = channels.filter(|it| it.card.client == client.id);
    Ok(Told {
        uid: &client.uid,
        card: &client.card,
        rubrics: rubrics.collect(),
        campaigns: campaigns.collect(),
        targets: targets
            .map(|(metric, value)| Target { metric, value })
            .collect(),
        channels: channels.map(|it| ToldChannel::of(it, slots)).collect(),
    })
}

fn of_client<'t>(it: &'t Told<'_>) -> Vec<Cell<'t>> {
    let card = it.card;
    let rubrics = it.rubrics.iter().map(|it| match it.share {
        Some(share) => format!("{} {share}%", it.name),
        None => it.name.clone(),
    });
    let campaigns = it.campaigns.iter().map(|it| it.card.name.clone());
    let targets = it
        .targets
        .iter()
        .map(|it| format!("{} {}", it.metric, it.value));
    vec![
        Cell::text(&card.short),
        Cell::text(&card.name),
        Cell::Number(f64::from(card.colour)),
        Cell::text(&card.zone),
        Cell::text(&card.hours),
        Cell::list(card.languages.clone()),
        Cell::text(&card.tone),
        Cell::text(&card.goals),
        Cell::text(&card.audience),
        Cell::list(card.avoid.clone()),
        Cell::Number(f64::from(card.promise_min)),
        card.contract_posts
            .map_or(Cell::Empty, |posts| Cell::Number(f64::from(posts))),
        Cell::text(&card.contract_money),
        Cell::list(rubrics.collect()),
        Cell::list(campaigns.collect()),
        Cell::list(targets.collect()),
        Cell::text(it.uid),
    ]
}

fn of_channel<'t>(channel: Option<&'t ToldChannel<'_>>) -> Vec<Cell<'t>> {
    let Some(it) = channel else {
        return vec![Cell::Empty; 11];
    };
    vec![
        Cell::text(it.platform),
        Cell::text(it.handle),
        Cell::text(it.link),
        Cell::text(it.mode),
        Cell::Number(f64::from(it.grace_min)),
        Cell::Number(f64::from(it.look_every_min)),
        Cell::Number(f64::from(it.watch_min)),
        Cell::Number(f64::from(it.text_max)),
        Cell::text(it.utm),
        Cell::list(it.slots.clone()),
        Cell::text(it.uid),
    ]
}
