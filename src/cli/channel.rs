//! `channel add|edit|delete|list`: the card of a channel, every field an option; the platform says what is usual.

use super::change;
use super::door::Door;
use super::line::{ChannelFields, ChannelOrder, Shelf};
use super::list;
use super::named::{self, shown};
use super::stop::Stop;
use crate::domain::address::is_safe_link;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::command::{ChannelCommand, Command};
use crate::domain::ids::ChannelId;
use crate::domain::links::Template;
use crate::domain::platform::Platform;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;

/// Does what was asked about channels.
pub(super) fn run(door: &mut Door<'_>, what: ChannelOrder) -> Result<(), Stop> {
    match what {
        ChannelOrder::List(how) => list::run(door, &Shelf::Channels(how)),
        ChannelOrder::Add {
            client,
            platform,
            card,
        } => add(door, &client, &platform, &card),
        ChannelOrder::Edit { which, card } => edit(door, &which, &card),
        ChannelOrder::Delete { which } => delete(door, &which),
    }
}

/// Closes a channel: its posts leave the plan with it, and `undo` brings all of it back.
fn delete(door: &mut Door<'_>, which: &str) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let channel = named::channel(&roster, which)?;
    door.ids.push(channel.uid.clone());
    let command = Command::Channel(ChannelCommand::Delete(channel.id));
    change::apply(door, &mut store, &command)?;
    let words = Words::new("channel-gone").with("handle", &channel.card.handle);
    door.remark(&words.with("client", roster.badge(channel.card.client).0));
    Ok(())
}

fn add(
    door: &mut Door<'_>,
    client: &str,
    platform: &str,
    fields: &ChannelFields,
) -> Result<(), Stop> {
    let platform = named::platform(platform)?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    // A channel that would go by itself must be asked for: nothing may be taken for sent that nobody sends.
    let by_hand = platform.modes.contains(&Mode::Assisted);
    let mode = match platform.modes.first() {
        Some(first) if !by_hand => *first,
        _ => Mode::Assisted,
    };
    let mut card = ChannelCard {
        client: named::client(&roster, client)?.id,
        platform: platform.id.clone(),
        handle: String::new(),
        link: String::new(),
        mode,
        grace_min: mode.usual_grace_min(),
        look_every_min: platform.look_every,
        watch_min: platform.watch,
        text_max: 0,
        utm: String::new(),
    };
    fill(&mut card, platform, fields)?;
    let command = Command::Channel(ChannelCommand::Add(card));
    let done = change::apply(door, &mut store, &command)?;
    match done.id {
        Some(id) => door.made(&store.reader().channel(ChannelId(id))?.uid),
        None => Ok(()),
    }
}

fn edit(door: &mut Door<'_>, which: &str, fields: &ChannelFields) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let channel = named::channel(&roster, which)?;
    let platform = named::platform(&channel.card.platform)?;
    let mut card = channel.card.clone();
    fill(&mut card, platform, fields)?;
    if card == channel.card {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    door.ids.push(channel.uid.clone());
    let command = Command::Channel(ChannelCommand::Edit(channel.id, card));
    change::apply(door, &mut store, &command).map(drop)
}

/// Puts the named fields on the card. All mistakes are told at once.
fn fill(card: &mut ChannelCard, platform: &Platform, fields: &ChannelFields) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    if let Some(handle) = &fields.handle {
        sanitize::line(handle).trim().clone_into(&mut card.handle);
    }
    if let Some(link) = &fields.link {
        let link = link.trim();
        if link.is_empty() || is_safe_link(link) {
            card.link = sanitize::line(link);
        } else {
            wrong.push(Words::new("cli-link").with("found", shown(link)));
        }
    }
    if let Some(asked) = &fields.mode {
        match mode(platform, asked) {
            Ok(mode) if fields.grace.is_none() && card.grace_min == card.mode.usual_grace_min() => {
                card.mode = mode;
                card.grace_min = mode.usual_grace_min();
            }
            Ok(mode) => card.mode = mode,
            Err(words) => wrong.push(words),
        }
    }
    card.grace_min = fields.grace.unwrap_or(card.grace_min);
    card.look_every_min = fields.look_every.unwrap_or(card.look_every_min);
    card.watch_min = fields.watch.unwrap_or(card.watch_min);
    card.text_max = fields.text_max.unwrap_or(card.text_max);
    if let Some(utm) = &fields.utm {
        sanitize::line(utm).trim().clone_into(&mut card.utm);
        wrong.extend(Template::read(&card.utm).err().map(|it| it.words()));
    }
    Stop::unless_right(wrong)
}

/// A mode that makes sense on the platform.
fn mode(platform: &Platform, asked: &str) -> Result<Mode, Words> {
    let known: Vec<&str> = platform.modes.iter().map(|mode| mode.word()).collect();
    Mode::from_word(asked.trim())
        .filter(|mode| platform.modes.contains(mode))
        .ok_or_else(|| {
            Words::new("cli-mode")
                .with("found", shown(asked))
                .with("platform", &platform.name)
                .with("known", known.join(", "))
        })
}
