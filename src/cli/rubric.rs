//! `rubric add|edit|delete|list`: what a client's months are to be made of, and what they are made of.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::orders::{RubricOrder, Which};
use super::stop::Stop;
use crate::domain::command::{ClientCommand, Command};
use crate::domain::ids::ClientId;
use crate::domain::rubric::{Mix, WHOLE, month_on, read_share};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Reader, Rubric, Store};

/// Does what was asked about rubrics.
pub(super) fn run(door: &mut Door<'_>, what: RubricOrder) -> Result<(), Stop> {
    match what {
        RubricOrder::Add {
            named,
            client,
            share,
        } => add(door, &named, &client, share.as_deref()),
        RubricOrder::Edit { which, name, share } => edit(door, &which, name, share),
        RubricOrder::Delete { which, into } => delete(door, &which, into.as_deref()),
        RubricOrder::List {
            client,
            month,
            json,
        } => list(door, client.as_deref(), month.as_deref(), json),
    }
}

fn add(door: &mut Door<'_>, name: &str, client: &str, share: Option<&str>) -> Result<(), Stop> {
    let name = name_of(name)?;
    let share = share_of(share.unwrap_or_default())?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, client)?.id;
    let command = ClientCommand::AddRubric {
        client,
        name,
        share,
    };
    let done = change::apply(door, &mut store, &Command::Client(command))?;
    say_sum(door, &store, client)?;
    let made = store.reader().rubrics(client)?;
    match made.iter().find(|it| Some(it.id.0) == done.id) {
        Some(rubric) => door.made(&rubric.uid),
        None => Ok(()),
    }
}

fn edit(
    door: &mut Door<'_>,
    which: &Which,
    name: Option<String>,
    share: Option<String>,
) -> Result<(), Stop> {
    let mut store = door.store()?;
    let (client, rubric) = find(store.reader(), which)?;
    let name = name.map_or(Ok(rubric.name.clone()), |name| name_of(&name))?;
    let share = share.map_or(Ok(rubric.share), |share| share_of(&share))?;
    if (&name, share) == (&rubric.name, rubric.share) {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    door.ids.push(rubric.uid);
    let command = ClientCommand::EditRubric {
        rubric: rubric.id,
        name,
        share,
    };
    change::apply(door, &mut store, &Command::Client(command))?;
    say_sum(door, &store, client)
}

/// Deletes a rubric and says what becomes of its posts: none is lost, they go into another or stay without one.
fn delete(door: &mut Door<'_>, which: &Which, into: Option<&str>) -> Result<(), Stop> {
    let mut store = door.store()?;
    let (client, rubric) = find(store.reader(), which)?;
    let posts = store.reader().posts_of_rubric(rubric.id)?;
    door.ids.push(rubric.uid.clone());
    let (command, said) = match into {
        None => {
            let said = Words::new("cli-rubric-posts-stay");
            let (rubric, name) = (rubric.id, rubric.name);
            (ClientCommand::DeleteRubric { rubric, name }, said)
        }
        Some(into) => {
            let other = one(store.reader().rubrics(client)?, into)?;
            let said = Words::new("cli-rubric-posts-go").with("name", &other.name);
            let command = ClientCommand::MergeRubrics {
                from: rubric.id,
                into: other.id,
                names: (rubric.name, other.name),
            };
            (command, said)
        }
    };
    change::apply(door, &mut store, &Command::Client(command))?;
    if posts > 0 {
        door.remark(&said.with("n", posts));
    }
    Ok(())
}

/// Shares that do not come to a whole month are said, not forbidden.
fn say_sum(door: &mut Door<'_>, store: &Store, client: ClientId) -> Result<(), Stop> {
    let rubrics = store.reader().rubrics(client)?;
    let sum: u32 = rubrics.iter().filter_map(|it| it.share).sum();
    if sum > 0 && sum != WHOLE {
        door.remark(&Words::new("cli-rubric-sum").with("sum", sum));
    }
    Ok(())
}

fn list(
    door: &mut Door<'_>,
    client: Option<&str>,
    month: Option<&str>,
    as_json: bool,
) -> Result<(), Stop> {
    let month = month.map(month_of).transpose()?;
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let scope = client.map(|who| named::client(&roster, who)).transpose()?;
    let mut told: Vec<Value> = Vec::new();
    for client in &roster.clients {
        if scope.is_some_and(|only| only.id != client.id) {
            continue;
        }
        let zone = roster.zone(client.id);
        let day = month.unwrap_or_else(|| door.now.with_timezone(&zone).date_naive());
        let mix = reader.mix(client.id, &month_on(day, zone))?;
        for rubric in reader.rubrics(client.id)? {
            let short = client.card.short.as_str();
            if as_json {
                told.push(object(short, &rubric, &mix, day));
            } else {
                door.say.answer(&line(short, &rubric, &mix))?;
            }
        }
    }
    if as_json {
        door.say.json(&told)?;
    }
    Ok(())
}

fn object(client: &str, rubric: &Rubric, mix: &Mix, day: NaiveDate) -> Value {
    let posts = mix.posts_of(Some(rubric.id));
    json!({
        "id": rubric.uid,
        "client": client,
        "name": rubric.name,
        "share": rubric.share,
        "month": day.format("%Y-%m").to_string(),
        "posts": posts,
        "percent": mix.per_cent(posts),
    })
}

fn line(client: &str, rubric: &Rubric, mix: &Mix) -> String {
    let posts = mix.posts_of(Some(rubric.id));
    let number = |n: Option<u32>| n.map_or_else(|| "—".to_owned(), |n| n.to_string());
    let parts = [
        client.to_owned(),
        rubric.name.clone(),
        number(rubric.share),
        number(mix.per_cent(posts)),
        posts.to_string(),
        rubric.uid.clone(),
    ];
    parts.join("\t")
}

/// The rubric that is meant, among those of one client or of all.
fn find(reader: &Reader, which: &Which) -> Result<(ClientId, Rubric), Stop> {
    let roster = Roster::read(reader)?;
    let clients = named::whose(&roster, which.client.as_deref())?;
    let mut known = Vec::new();
    for client in clients {
        let theirs = reader.rubrics(client)?.into_iter();
        known.extend(theirs.map(|rubric| (client, rubric)));
    }
    let words = |(_, rubric): &(ClientId, Rubric)| (rubric.name.clone(), rubric.uid.clone());
    named::one(known, &which.which, words, "cli-no-rubric")
}

/// The rubric of this name among these.
fn one(rubrics: Vec<Rubric>, asked: &str) -> Result<Rubric, Stop> {
    let words = |rubric: &Rubric| (rubric.name.clone(), rubric.uid.clone());
    named::one(rubrics, asked, words, "cli-no-rubric")
}

fn name_of(asked: &str) -> Result<String, Stop> {
    let name = sanitize::line(asked).trim().to_owned();
    if name.is_empty() {
        return Err(Stop::misasked(Words::new("rubric-name-missing")));
    }
    Ok(name)
}

fn share_of(asked: &str) -> Result<Option<u32>, Stop> {
    read_share(asked).map_err(|_| {
        let found = shown(asked);
        Stop::misasked(Words::new("cli-share").with("found", found))
    })
}

/// The first day of a month written as `2026-11`.
fn month_of(asked: &str) -> Result<NaiveDate, Stop> {
    format!("{}-01", asked.trim()).parse().map_err(|_| {
        let found = shown(asked);
        Stop::misasked(Words::new("cli-month").with("found", found))
    })
}
