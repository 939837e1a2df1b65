//! `day list|add|delete`: days with a name and days off, of a client or of everybody.

use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::line::{DayOrder, Listed};
use super::named;
use super::stop::Stop;
use crate::domain::command::{Command, DayCommand};
use crate::domain::days::{Named, NamedDay, Stretch};
use crate::domain::ids::ClientId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Reader, Store};

/// Does what was asked about days.
pub(super) fn run(door: &mut Door<'_>, what: DayOrder) -> Result<(), Stop> {
    match what {
        DayOrder::List(how) => list(door, &how),
        DayOrder::Add {
            days,
            named,
            off,
            how,
        } => add(door, &days, named.as_deref(), off, &how),
        DayOrder::Delete { days, how } => delete(door, &days, &how),
    }
}

fn list(door: &mut Door<'_>, how: &Listed) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let scope = whose(&roster, how)?;
    let days = reader.named_days(None, None, scope)?;
    tell(door, &roster, days, how.json)
}

fn add(
    door: &mut Door<'_>,
    days: &str,
    name: Option<&str>,
    off: bool,
    how: &Listed,
) -> Result<(), Stop> {
    let (mut store, roster, client, stretch) = meant(door, days, how)?;
    let name = sanitize::line(name.unwrap_or_default());
    let named = Named::called(client, stretch, name.trim(), off)
        .map_err(|trouble| Stop::misasked(trouble.words()))?;
    if named.is_nothing() {
        return Err(Stop::misasked(Words::new("cli-day-nothing")));
    }
    let command = DayCommand::Name {
        client,
        stretch,
        name: named.name,
        is_off: named.is_off,
    };
    change::apply(door, &mut store, &Command::Day(command))?;
    let made = marks(store.reader(), client, stretch)?;
    tell(door, &roster, made, how.json)
}

fn delete(door: &mut Door<'_>, days: &str, how: &Listed) -> Result<(), Stop> {
    let (mut store, roster, client, stretch) = meant(door, days, how)?;
    let gone = marks(store.reader(), client, stretch)?;
    if gone.is_empty() {
        return Err(Stop::refused(Words::new("cli-day-none")));
    }
    let command = Command::Day(DayCommand::TakeAway { client, stretch });
    change::apply(door, &mut store, &command)?;
    tell(door, &roster, gone, how.json)
}

/// The desk, and whose days are meant: nobody named is everybody.
fn meant(
    door: &Door<'_>,
    days: &str,
    how: &Listed,
) -> Result<(Store, Roster, Option<ClientId>, Stretch), Stop> {
    let today = door.now.with_timezone(&door.zone).date_naive();
    let days = sanitize::line(days);
    let stretch = Stretch::read(&days, today).map_err(|trouble| Stop::misasked(trouble.words()))?;
    let store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = whose(&roster, how)?;
    Ok((store, roster, client, stretch))
}

fn whose(roster: &Roster, how: &Listed) -> Result<Option<ClientId>, Stop> {
    let asked = how.client.as_deref();
    asked
        .map(|who| named::client(roster, who).map(|client| client.id))
        .transpose()
}

/// What these days are called, for exactly this client or for everybody.
fn marks(
    reader: &Reader,
    client: Option<ClientId>,
    stretch: Stretch,
) -> Result<Vec<NamedDay>, Stop> {
    let end = stretch.last().succ_opt();
    let mut found = reader.named_days(Some(stretch.first()), end, client)?;
    found.retain(|mark| mark.client == client);
    Ok(found)
}

/// One line for each day, earliest first: day, client, whether it is off, name, uid.
fn tell(
    door: &mut Door<'_>,
    roster: &Roster,
    mut days: Vec<NamedDay>,
    as_json: bool,
) -> Result<(), Stop> {
    days.sort_by_key(|it| (it.day, it.client, it.id));
    if as_json {
        let all: Vec<Value> = days.iter().map(|it| object(it, roster)).collect();
        return door.say.json(&all);
    }
    for it in &days {
        let day = it.day.to_string();
        let client = it.client.map_or("—", |client| roster.badge(client).0);
        let off = if it.is_off { "off" } else { "—" };
        let line = [day.as_str(), client, off, &it.name, &it.uid];
        door.say.answer(&line.join("\t"))?;
    }
    Ok(())
}

fn object(it: &NamedDay, roster: &Roster) -> Value {
    json!({
        "id": it.uid,
        "day": it.day.to_string(),
        "client": it.client.map(|client| roster.badge(client).0),
        "off": it.is_off,
        "name": it.name,
    })
}
