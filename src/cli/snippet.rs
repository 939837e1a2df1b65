//! `snippet list|add|edit|delete`: pieces of text that come again, of a client or of everybody.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::orders::Which;
use super::ready;
use super::shelves::Listed;
use super::stop::Stop;
use super::which;
use crate::domain::command::{Command, SnippetCommand};
use crate::domain::fold::fold;
use crate::domain::sanitize;
use crate::domain::snippet::{SnippetCard, SnippetKind, SnippetTrouble};
use crate::domain::words::Words;
use crate::env::Roster;
use crate::locale::{Lang, Locale};
use crate::store::{Reader, Snippet};

/// What can be done with snippets.
#[derive(Debug, Subcommand)]
pub(super) enum SnippetOrder {
    Add {
        #[arg(value_name = "NAME")]
        named: String,
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
        #[arg(long = "client", value_name = "WHO")]
        whose: Option<String>,
        #[command(flatten)]
        sort: Sort,
    },
    Edit {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[arg(long = "text", value_name = "TEXT")]
        words: Option<String>,
        #[command(flatten)]
        sort: Sort,
    },
    #[command(alias = "remove")]
    Delete(Which),
    List(Listed),
}

/// What a snippet is for, and in which language.
#[derive(Debug, Args)]
pub(super) struct Sort {
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Does what was asked about snippets.
pub(super) fn run(door: &mut Door<'_>, what: &SnippetOrder) -> Result<(), Stop> {
    match what {
        SnippetOrder::Add {
            named,
            text,
            whose,
            sort,
        } => add(door, named, text, whose.as_deref(), sort),
        SnippetOrder::Edit {
            which,
            name,
            words,
            sort,
        } => edit(door, which, name.as_deref(), words.as_ref(), sort),
        SnippetOrder::Delete(which) => delete(door, which),
        SnippetOrder::List(how) => list(door, how),
    }
}

fn add(
    door: &mut Door<'_>,
    name: &str,
    text: &[String],
    whose: Option<&str>,
    sort: &Sort,
) -> Result<(), Stop> {
    let mut card = SnippetCard {
        client: None,
        lang: String::new(),
        kind: SnippetKind::Other,
        name: line(name),
        text: which::said(text)?,
    };
    fill(&mut card, sort)?;
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = whose.map(|who| named::client(&roster, who)).transpose()?;
    card.client = client.map(|client| client.id);
    let command = Command::Snippet(SnippetCommand::Add(card));
    let done = change::apply(door, &mut store, &command)?;
    let made = store.reader().snippets()?;
    match made.iter().find(|it| Some(it.id.0) == done.id) {
        Some(snippet) => door.made(&snippet.uid),
        None => Ok(()),
    }
}

fn edit(
    door: &mut Door<'_>,
    which: &Which,
    name: Option<&str>,
    words: Option<&String>,
    sort: &Sort,
) -> Result<(), Stop> {
    let text = words.map(std::slice::from_ref);
    let text = text.map(which::said).transpose()?;
    let mut store = door.store()?;
    let was = find(store.reader(), which)?;
    let mut card = was.card.clone();
    card.name = name.map_or(card.name, line);
    card.text = text.unwrap_or(card.text);
    fill(&mut card, sort)?;
    if card == was.card {
        door.remark(&Words::new("cli-nothing-changed"));
        return Ok(());
    }
    door.ids.push(was.uid);
    let command = Command::Snippet(SnippetCommand::Edit(was.id, card));
    change::apply(door, &mut store, &command).map(drop)
}

fn delete(door: &mut Door<'_>, which: &Which) -> Result<(), Stop> {
    let mut store = door.store()?;
    let snippet = find(store.reader(), which)?;
    door.ids.push(snippet.uid);
    let command = Command::Snippet(SnippetCommand::Delete {
        snippet: snippet.id,
        name: snippet.card.name,
    });
    change::apply(door, &mut store, &command).map(drop)
}

/// One line for each: whose, language, kind, name, first line, id. Those of everybody belong to every client.
fn list(door: &mut Door<'_>, how: &Listed) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let scope = how.client.as_deref();
    let scope = scope.map(|who| named::client(&roster, who)).transpose()?;
    let mut known = reader.snippets()?;
    if let Some(only) = scope {
        known.retain(|it| it.card.client.is_none_or(|whose| whose == only.id));
    }
    if how.json {
        let all: Vec<Value> = known.iter().map(|it| object(it, &roster)).collect();
        return door.say.json(&all);
    }
    for it in &known {
        let card = &it.card;
        let whose = card.client.map_or("—", |client| roster.badge(client).0);
        let lang = if card.lang.is_empty() {
            "—"
        } else {
            &card.lang
        };
        let first = named::first_line(&card.text);
        let line = [whose, lang, card.kind.word(), &card.name, first, &it.uid];
        door.say.answer(&line.join("\t"))?;
    }
    Ok(())
}

fn object(it: &Snippet, roster: &Roster) -> Value {
    let card = &it.card;
    json!({
        "id": it.uid,
        "client": card.client.map(|client| roster.badge(client).0),
        "lang": card.lang,
        "kind": card.kind.word(),
        "name": card.name,
        "text": card.text,
    })
}

/// The snippet that is meant, among those of one client or of all; without a client those of everybody too.
fn find(reader: &Reader, which: &Which) -> Result<Snippet, Stop> {
    let roster = Roster::read(reader)?;
    let client = which.client.as_deref();
    let client = client.map(|who| named::client(&roster, who)).transpose()?;
    let mut known = reader.snippets()?;
    if let Some(only) = client {
        known.retain(|it| it.card.client == Some(only.id));
    }
    let words = |it: &Snippet| (it.card.name.clone(), it.uid.clone());
    named::one(known, &which.which, words, "snippet-no")
}

/// Puts the named parts on the card. All mistakes are told at once.
fn fill(card: &mut SnippetCard, sort: &Sort) -> Result<(), Stop> {
    let mut wrong = Vec::new();
    if let Some(asked) = &sort.kind {
        if let Some(kind) = kind(asked) {
            card.kind = kind;
        } else {
            let known: Vec<&str> = SnippetKind::ALL.iter().map(|it| it.word()).collect();
            let words = Words::new("snippet-no-kind").with("found", shown(asked));
            wrong.push(words.with("known", known.join(", ")));
        }
    }
    match sort.lang.as_deref() {
        None => {}
        Some("") => card.lang.clear(),
        Some(asked) => card.lang = ready::tag(asked)?,
    }
    wrong.extend(card.troubles().iter().map(SnippetTrouble::words));
    Stop::unless_right(wrong)
}

/// The kind of this word: its own, or its name in any language of the window.
fn kind(asked: &str) -> Option<SnippetKind> {
    let wanted = fold(asked.trim());
    let is = |kind: &SnippetKind| {
        let key = format!("snippet-kind-{}", kind.word());
        let name = |lang: &Lang| fold(&Locale::new(*lang).text(&key)) == wanted;
        kind.word() == wanted || Lang::ALL.iter().any(name)
    };
    SnippetKind::ALL.iter().copied().find(is)
}

fn line(text: &str) -> String {
    sanitize::line(text).trim().to_owned()
}
