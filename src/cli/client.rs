//! `client add|edit|delete|list`: the card of a client, every field an option, and letting a client go.

use super::change;
use super::door::Door;
use super::line::{ClientFields, ClientOrder, Shelf};
use super::lint::known_rules;
use super::list;
use super::named::{self, shown};
use super::stop::Stop;
use crate::domain::client::ClientCard;
use crate::domain::command::{ClientCommand, Command};
use crate::domain::hours::Hours;
use crate::domain::ids::ClientId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::domain::zone::zone_by_name;
use crate::env::Roster;
use crate::store::Store;
use crate::ui::theme::CLIENTS;

/// A short name longer than this does not fit a list.
const LONGEST_SHORT: usize = 8;

/// Does what was asked about clients.
pub(super) fn run(door: &mut Door<'_>, what: ClientOrder) -> Result<(), Stop> {
    match what {
        ClientOrder::List(how) => list::run(door, &Shelf::Clients(how)),
        ClientOrder::Add { named, card } => add(door, &named, &card),
        ClientOrder::Edit { who, name, card } => edit(door, &who, name.as_deref(), &card),
        ClientOrder::Delete { who } => delete(door, &who),
    }
}

/// Lets a client go: everything under it leaves the screens, and `undo` brings it back.
fn delete(door: &mut Door<'_>, who: &str) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, who)?;
    let channels = roster.channels_of(client.id).count();
    door.ids.push(client.uid.clone());
    let command = Command::Client(ClientCommand::Delete(client.id));
    change::apply(door, &mut store, &command)?;
    let words = Words::new("client-gone").with("name", &client.card.name);
    door.remark(&words.with("n", channels));
    Ok(())
}

fn add(door: &mut Door<'_>, name: &str, fields: &ClientFields) -> Result<(), Stop> {
    let mut card = ClientCard::new(sanitize::line(name).trim(), door.zone.name());
    fill(&mut card, fields)?;
    switch(&mut card, fields, door)?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    if fields.colour.is_none() {
        card.colour = (roster.clients.len() % CLIENTS) as u8;
    }
    check(&card, None, &roster)?;
    let done = change::apply(door, &mut store, &Command::Client(ClientCommand::Add(card)))?;
    tell_uid(door, &store, done.id)
}

fn edit(
    door: &mut Door<'_>,
    who: &str,
    name: Option<&str>,
    fields: &ClientFields,
) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, who)?;
    let mut card = client.card.clone();
    if let Some(name) = name {
        sanitize::line(name).trim().clone_into(&mut card.name);
    }
    fill(&mut card, fields)?;
    switch(&mut card, fields, door)?;
    check(&card, Some(client.id), &roster)?;
    if card == client.card {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    door.ids.push(client.uid.clone());
    let command = Command::Client(ClientCommand::Edit(client.id, card));
    change::apply(door, &mut store, &command).map(drop)
}

/// The uid is the answer: scripts go on with it.
fn tell_uid(door: &mut Door<'_>, store: &Store, id: Option<i64>) -> Result<(), Stop> {
    match id {
        Some(id) => door.made(&store.reader().client(ClientId(id))?.uid),
        None => Ok(()),
    }
}

/// Puts the named fields on the card. All mistakes are told at once.
fn fill(card: &mut ClientCard, fields: &ClientFields) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    let line = |text: &String| sanitize::line(text).trim().to_owned();
    let lines = |texts: &Vec<String>| -> Vec<String> {
        texts.iter().map(line).filter(|it| !it.is_empty()).collect()
    };
    if let Some(asked) = &fields.zone {
        match zone_by_name(asked) {
            Ok(zone) => zone.name().clone_into(&mut card.zone),
            Err(error) => wrong.push(no_zone(asked, &error.nearest)),
        }
    }
    if let Some(asked) = &fields.hours {
        if !asked.trim().is_empty() && Hours::parse(asked).is_err() {
            wrong.push(Words::new("cli-hours").with("found", shown(asked)));
        } else {
            card.hours = line(asked);
        }
    }
    if let Some(colour) = fields.colour {
        if usize::from(colour) < CLIENTS {
            card.colour = colour;
        } else {
            wrong.push(Words::new("cli-colour").with("most", CLIENTS - 1));
        }
    }
    let texts = [
        (&fields.short, &mut card.short),
        (&fields.tone, &mut card.tone),
        (&fields.goals, &mut card.goals),
        (&fields.audience, &mut card.audience),
        (&fields.contract_money, &mut card.contract_money),
    ];
    for (asked, place) in texts {
        if let Some(asked) = asked {
            *place = line(asked);
        }
    }
    card.languages = fields
        .languages
        .as_ref()
        .map_or(card.languages.clone(), lines);
    card.avoid = fields.avoid.as_ref().map_or(card.avoid.clone(), lines);
    card.promise_min = fields.promise.unwrap_or(card.promise_min);
    card.contract_posts = fields.contract_posts.or(card.contract_posts);
    Stop::unless_right(wrong)
}

/// The rules of the checker that say nothing here, where that was named.
fn switch(card: &mut ClientCard, fields: &ClientFields, door: &Door<'_>) -> Result<(), Stop> {
    if let Some(off) = &fields.lints_off {
        card.lints_off = known_rules(off, &door.locale)?.into();
    }
    Ok(())
}

/// A name, and a short name that no other client has.
fn check(card: &ClientCard, own: Option<ClientId>, roster: &Roster) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    if card.name.is_empty() {
        wrong.push(Words::new("cli-name-empty"));
    }
    if card.short.is_empty() || card.short.chars().count() > LONGEST_SHORT {
        wrong.push(Words::new("cli-short").with("most", LONGEST_SHORT));
    }
    let others = roster.clients.iter().filter(|it| Some(it.id) != own);
    for other in others.filter(|it| it.card.short == card.short) {
        wrong.push(
            Words::new("cli-short-taken")
                .with("short", &card.short)
                .with("name", &other.card.name),
        );
    }
    Stop::unless_right(wrong)
}

/// No such zone, with those that look like it.
pub(super) fn no_zone(asked: &str, nearest: &[&str]) -> Words {
    let words = if nearest.is_empty() {
        Words::new("cli-no-zone")
    } else {
        Words::new("cli-no-zone-near").with("near", nearest.join(", "))
    };
    words.with("found", shown(asked))
}
