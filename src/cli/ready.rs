//! `ready list|add|edit|delete`: the ready answers of a client.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::orders::Which;
use super::shelves::Listed;
use super::stop::Stop;
use super::which;
use crate::domain::command::{Command, InboxCommand};
use crate::domain::ids::ClientId;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Client, Reader, ReadyAnswer};

/// The longest language tag that is written anywhere.
const LONGEST_TAG: usize = 12;

/// What can be done with ready answers.
#[derive(Debug, Subcommand)]
pub(super) enum ReadyOrder {
    Add {
        #[arg(value_name = "NAME")]
        named: String,
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
        #[arg(long = "client", value_name = "WHO")]
        whose: String,
        #[arg(long, value_name = "TAG")]
        lang: Option<String>,
    },
    Edit {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        fields: ReadyFields,
    },
    #[command(alias = "remove")]
    Delete(Which),
    List(Listed),
}

/// The parts of a ready answer; what is not named stays as it is.
#[derive(Debug, Args)]
pub(super) struct ReadyFields {
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    #[arg(long = "text", value_name = "TEXT")]
    words: Option<String>,
}

/// Does what was asked about ready answers.
pub(super) fn run(door: &mut Door<'_>, what: &ReadyOrder) -> Result<(), Stop> {
    match what {
        ReadyOrder::Add {
            named,
            text,
            whose,
            lang,
        } => add(door, whose, lang.as_deref(), named, text),
        ReadyOrder::Edit { which, fields } => edit(door, which, fields),
        ReadyOrder::Delete(which) => delete(door, which),
        ReadyOrder::List(how) => list(door, how),
    }
}

fn add(
    door: &mut Door<'_>,
    whose: &str,
    lang: Option<&str>,
    name: &str,
    text: &[String],
) -> Result<(), Stop> {
    let text = wording(text)?;
    let name = name_of(name)?;
    let lang = lang.map(tag).transpose()?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, whose)?;
    let lang = lang.unwrap_or_else(|| usual_language(client, door));
    let command = InboxCommand::AddCanned {
        client: client.id,
        lang,
        name,
        text,
    };
    let done = change::apply(door, &mut store, &Command::Inbox(command))?;
    let made = store.reader().ready_answers(client.id)?;
    match made.iter().find(|it| Some(it.id.0) == done.id) {
        Some(answer) => door.made(&answer.uid),
        None => Ok(()),
    }
}

fn edit(door: &mut Door<'_>, which: &Which, fields: &ReadyFields) -> Result<(), Stop> {
    let name = fields.name.as_deref().map(name_of).transpose()?;
    let lang = fields.lang.as_deref().map(tag).transpose()?;
    let words = fields.words.as_ref().map(std::slice::from_ref);
    let text = words.map(wording).transpose()?;
    let mut store = door.store()?;
    let was = find(store.reader(), which)?;
    let name = name.unwrap_or_else(|| was.name.clone());
    let lang = lang.unwrap_or_else(|| was.lang.clone());
    let text = text.unwrap_or_else(|| was.text.clone());
    if (&name, &lang, &text) == (&was.name, &was.lang, &was.text) {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    door.ids.push(was.uid);
    let command = InboxCommand::EditCanned {
        id: was.id,
        lang,
        name,
        text,
    };
    change::apply(door, &mut store, &Command::Inbox(command)).map(drop)
}

fn delete(door: &mut Door<'_>, which: &Which) -> Result<(), Stop> {
    let mut store = door.store()?;
    let answer = find(store.reader(), which)?;
    door.ids.push(answer.uid);
    let command = Command::Inbox(InboxCommand::DeleteCanned(answer.id));
    change::apply(door, &mut store, &command).map(drop)
}

fn list(door: &mut Door<'_>, how: &Listed) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let mut told: Vec<Value> = Vec::new();
    for client in named::whose(&roster, how.client.as_deref())? {
        let short = roster.badge(client).0;
        for it in reader.ready_answers(client)? {
            if how.json {
                told.push(json!({
                    "id": it.uid,
                    "client": short,
                    "lang": it.lang,
                    "name": it.name,
                    "text": it.text,
                }));
            } else {
                let text = named::first_line(&it.text);
                let line = [short, &it.lang, &it.name, text, &it.uid];
                door.say.answer(&line.join("\t"))?;
            }
        }
    }
    if how.json {
        door.say.json(&told)?;
    }
    Ok(())
}

/// The ready answer that is meant, among those of one client or of all.
fn find(reader: &Reader, which: &Which) -> Result<ReadyAnswer, Stop> {
    let roster = Roster::read(reader)?;
    let mut known = Vec::new();
    let clients: Vec<ClientId> = named::whose(&roster, which.client.as_deref())?;
    for client in clients {
        known.extend(reader.ready_answers(client)?);
    }
    let words = |it: &ReadyAnswer| (it.name.clone(), it.uid.clone());
    named::one(known, &which.which, words, "ready-no")
}

fn name_of(asked: &str) -> Result<String, Stop> {
    let name = sanitize::line(asked).trim().to_owned();
    if name.is_empty() {
        return Err(Stop::misasked(Words::new("card-answer-name-missing")));
    }
    Ok(name)
}

/// The words themselves, or those on standard input.
fn wording(text: &[String]) -> Result<String, Stop> {
    let text = which::said(text)?;
    if text.is_empty() {
        return Err(Stop::misasked(Words::new("card-answer-text-missing")));
    }
    Ok(text)
}

/// A language tag such as ru or pt-br.
pub(super) fn tag(asked: &str) -> Result<String, Stop> {
    let tag = asked.trim().to_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let begins = tag.starts_with(|c: char| c.is_ascii_alphabetic());
    if !begins || tag.len() < 2 || tag.len() > LONGEST_TAG || !tag.chars().all(fits) {
        let words = Words::new("ready-no-tag").with("found", shown(asked));
        return Err(Stop::misasked(words));
    }
    Ok(tag)
}

/// The first language on the client's card, or hers.
fn usual_language(client: &Client, door: &Door<'_>) -> String {
    let first = client.card.languages.first();
    first.map_or_else(
        || door.locale.lang().tag().to_owned(),
        |lang| lang.to_lowercase(),
    )
}
