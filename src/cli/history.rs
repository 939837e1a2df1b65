//! `history` and `undo [ENTRY]`: what was done, when, by what, and taking any of it back while nothing later stands on it.

use clap::Args;
use serde_json::{Value, json};

use super::change;
use super::door::Door;
use super::list::{outside, wall};
use super::named::shown;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::ids::EntryId;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::store::{Done, Entry, Reader, Store, StoreError};

/// How much of the history, and of what.
#[derive(Debug, Args)]
pub(super) struct HistoryOrder {
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u32,
    #[arg(long, value_name = "ENTRY")]
    before: Option<String>,
    #[arg(long, value_name = "WHICH")]
    post: Option<String>,
}

/// What is taken back.
#[derive(Debug, Args)]
pub(super) struct UndoOrder {
    #[arg(value_name = "ENTRY")]
    entry: Option<String>,
    #[arg(long, requires = "entry")]
    down_to: bool,
}

/// Entries asked for at once.
const PAGE: usize = 500;

/// Entries that are taken back together at most.
const MOST: usize = 10_000;

/// Says what was done, newest first.
pub(super) fn run(door: &mut Door<'_>, order: &HistoryOrder) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let mut before = order.before.as_deref().map(entry_of).transpose()?;
    let post = match &order.post {
        Some(asked) => Some(which::one(door, &reader, &roster, asked, &Narrow::default())?.post),
        None => None,
    };
    let mut left = usize::try_from(order.limit).unwrap_or(usize::MAX);
    let mut told: Vec<Value> = Vec::new();
    while left > 0 {
        let limit = left.min(PAGE);
        let page = match post {
            Some(post) => reader.history_of(post, before, limit)?,
            None => reader.history(before, limit)?,
        };
        for entry in &page {
            if door.manner.json {
                told.push(object(door, entry));
            } else {
                let line = line(door, entry);
                door.say.answer(&line)?;
            }
        }
        before = page.last().map(|entry| entry.id);
        left -= page.len();
        if page.len() < limit {
            break;
        }
    }
    if door.manner.json {
        door.say.json(&told)?;
    }
    Ok(())
}

/// One entry for scripts.
pub(super) fn object(door: &Door<'_>, entry: &Entry) -> Value {
    json!({
        "entry": entry.id.0,
        "at": outside(entry.at, door.zone),
        "what": entry.title.key.trim_start_matches("did-"),
        "with": entry.title.args,
        "words": door.locale.words(&entry.title),
        "by": entry.origin.word(),
        "file": entry.file(),
        "stands": !entry.undone,
    })
}

/// One entry for eyes: its number, when, by what, whether it stands, what.
pub(super) fn line(door: &Door<'_>, entry: &Entry) -> String {
    let by = door
        .locale
        .text(&format!("history-by-{}", entry.origin.word()));
    let stands = if entry.undone {
        door.locale.text("history-undone").into_owned()
    } else {
        "—".to_owned()
    };
    [
        entry.id.0.to_string(),
        wall(entry.at, door),
        by.into_owned(),
        stands,
        door.locale.words(&entry.title),
    ]
    .join("\t")
}

fn entry_of(asked: &str) -> Result<EntryId, Stop> {
    let number = asked.trim().trim_start_matches('#').parse();
    number.map(EntryId).map_err(|_| {
        let words = Words::new("history-no-number").with("found", shown(asked));
        Stop::misasked(words)
    })
}

/// Takes back the newest thing that still stands, or a chosen one, or everything down to it.
pub(super) fn undo(door: &mut Door<'_>, order: &UndoOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let Some(asked) = &order.entry else {
        let done = if door.manner.dry_run {
            let newest = store.reader().newest_standing()?;
            let newest = newest.ok_or(StoreError::NothingToUndo)?;
            store.rehearse_taking_back(&[newest.id], door.now)?
        } else {
            vec![store.undo(door.now)?]
        };
        return said(door, "undone", &done);
    };
    let entry = entry_of(asked)?;
    if store.reader().entry(entry)?.is_none() {
        let words = Words::new("history-no-entry").with("found", entry.0);
        return Err(Stop::misasked(words));
    }
    let entries = if order.down_to {
        store.reader().down_to(entry, MOST)?
    } else {
        vec![entry]
    };
    let done = if door.manner.dry_run {
        store.rehearse_taking_back(&entries, door.now)
    } else {
        store.take_back(&entries, door.now)
    };
    match done {
        Ok(done) => said(door, "undone", &done),
        Err(error) => Err(in_the_way(door, &store, entry, &error)?),
    }
}

/// Why an entry stays, and what stands on it.
fn in_the_way(
    door: &Door<'_>,
    store: &Store,
    entry: EntryId,
    error: &StoreError,
) -> Result<Stop, Stop> {
    let mut why = vec![error.words()];
    if let Some(later) = above(store.reader(), entry, error)? {
        let what = door.locale.words(&later.title);
        let count = store.reader().down_to(entry, MOST)?.len();
        why.push(
            Words::new("history-in-the-way")
                .with("entry", later.id.0)
                .with("what", what),
        );
        why.push(
            Words::new("history-down-to")
                .with("n", count)
                .with("entry", entry.0),
        );
    }
    Ok(Stop::Refused(why))
}

fn above(reader: &Reader, entry: EntryId, error: &StoreError) -> Result<Option<Entry>, Stop> {
    match error {
        StoreError::ChangedSince { .. } | StoreError::ArrivedSince => Ok(reader.stands_on(entry)?),
        _ => Ok(None),
    }
}

/// Does again what was taken back last.
pub(super) fn redo(door: &mut Door<'_>) -> Result<(), Stop> {
    let mut store = door.store()?;
    let done = if door.manner.dry_run {
        store.rehearse_redo(door.now)?
    } else {
        store.redo(door.now)?
    };
    said(door, "redone", &[done])
}

fn said(door: &mut Door<'_>, key: &str, done: &[Done]) -> Result<(), Stop> {
    let key = if door.manner.dry_run {
        format!("cli-would-be-{key}")
    } else {
        key.to_owned()
    };
    change::stepped(door, &key, done)
}
