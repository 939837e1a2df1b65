//! `show WHICH`: a client, a channel, a post with everything about it, a conversation; `--as-of` shows a post as it stood.

mod cards;
mod post;
mod talk;
mod then;

use clap::Args;

use super::door::Door;
use super::named;
use super::stop::Stop;
use super::which::{self, Narrow};
use crate::domain::fold::fold;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::env::may_be_uid;
use crate::store::Reader;

/// What is shown.
#[derive(Debug, Args)]
pub(super) struct ShowOrder {
    #[arg(required = true, value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "MOMENT")]
    as_of: Option<String>,
    #[command(flatten)]
    narrow: Narrow,
}

/// Shows each of what was asked for: a client or channel of that name first, then a post, then a conversation.
pub(super) fn run(door: &mut Door<'_>, order: &ShowOrder) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let then = order
        .as_of
        .as_deref()
        .map(|at| super::moments::past(door, at));
    let then = then.transpose()?;
    let words = which::words(&order.which)?;
    let mut told = Vec::with_capacity(words.len());
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 && !door.manner.json {
            door.say.answer("")?;
        }
        if then.is_none()
            && let Some(value) = card(door, &reader, &roster, word)?
        {
            told.push(value);
            continue;
        }
        let target = which::one(door, &reader, &roster, word, &order.narrow)?;
        told.push(match then {
            Some(at) => then::show(door, &reader, &roster, &target, at)?,
            None => post::show(door, &reader, &roster, &target)?,
        });
    }
    if door.manner.json {
        let one = told.len() == 1 && order.which.iter().all(|word| word != "-");
        match told.pop().filter(|_| one) {
            Some(only) => door.say.json(&only)?,
            None => door.say.json(&told)?,
        }
    }
    Ok(())
}

/// A client, a channel or a conversation, where the word names one.
fn card(
    door: &mut Door<'_>,
    reader: &Reader,
    roster: &Roster,
    word: &str,
) -> Result<Option<serde_json::Value>, Stop> {
    if let [client] = roster.clients_called(word).as_slice() {
        return cards::client(door, reader, roster, client).map(Some);
    }
    if let Some(channel) = named::only_channel(roster, word) {
        return cards::channel(door, roster, channel).map(Some);
    }
    let folded = fold(word.trim());
    if may_be_uid(&folded)
        && let [talk] = reader.talks_called_so(&folded)?.as_slice()
    {
        return talk::show(door, reader, roster, talk).map(Some);
    }
    Ok(None)
}

/// A label in her language and what stands behind it, as one line; nothing where nothing stands there.
fn fact(door: &mut Door<'_>, key: &str, value: &str) -> Result<(), Stop> {
    if value.is_empty() {
        return Ok(());
    }
    let label = door.locale.text(&format!("show-{key}")).into_owned();
    door.say
        .answer(&format!("{label}: {}", sanitize::line(value)))
}

/// A heading over lines of their own.
fn heading(door: &mut Door<'_>, words: &Words) -> Result<(), Stop> {
    let words = door.locale.words(words);
    door.say.answer("")?;
    door.say.answer(&format!("— {words} —"))
}
