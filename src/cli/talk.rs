//! `answer`, `decide`, `tone`, `topic`, `lead`, `idea`, `message`: conversations, by their ids.

use clap::Args;

use super::add;
use super::change;
use super::door::Door;
use super::named::{self, shown};
use super::spoken;
use super::stop::Stop;
use super::which;
use crate::domain::command::{Command, InboxCommand, PlanCommand};
use crate::domain::ids::{ClientId, PostId, ThreadId};
use crate::domain::inbox::{ThreadState, Tone};
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Purpose};
use crate::env::Roster;
use crate::overlays::prompt::{Meaning, understand};
use crate::panes::inbox::{Said, idea_of};
use crate::store::{Conversation, Store};

/// One conversation, and words about it.
#[derive(Debug, Args)]
pub(super) struct WordsOrder {
    #[arg(value_name = "WHICH")]
    which: String,
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,
}

/// Conversations, and whose turn it is.
#[derive(Debug, Args)]
pub(super) struct DecideOrder {
    #[arg(required = true, value_name = "WHICH… STATE")]
    which: Vec<String>,
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
}

/// Conversations, and how they sound.
#[derive(Debug, Args)]
pub(super) struct ToneOrder {
    #[arg(required = true, value_name = "WHICH… TONE")]
    which: Vec<String>,
}

/// One conversation.
#[derive(Debug, Args)]
pub(super) struct TalkOrder {
    #[arg(value_name = "WHICH")]
    which: String,
}

/// A message somebody sent, in one line.
#[derive(Debug, Args)]
pub(super) struct MessageOrder {
    #[arg(required = true, value_name = "LINE")]
    words: Vec<String>,
}

/// She answered: the words go on record, as Enter in the inbox does it.
pub(super) fn answer(door: &mut Door<'_>, order: &WordsOrder) -> Result<(), Stop> {
    let text = which::said(&order.text)?;
    if text.is_empty() {
        return Err(Stop::misasked(Words::new("inbox-nothing-written")));
    }
    let mut store = door.store()?;
    let thread = one(door, &store, &order.which)?.thread;
    let at = door.now;
    let command = Command::Inbox(InboxCommand::Answer { thread, text, at });
    change::apply(door, &mut store, &command).map(drop)
}

/// Says whose turn it is.
pub(super) fn decide(door: &mut Door<'_>, order: &DecideOrder) -> Result<(), Stop> {
    let (word, which) = which::with_last(&order.which, "STATE")?;
    let state = spoken::state(word).ok_or_else(|| unknown("decide-unknown", word))?;
    let mut store = door.store()?;
    let talks = which::talks(door, store.reader(), which)?;
    let threads: Vec<ThreadId> = talks.into_iter().map(|talk| talk.thread).collect();
    let command = match (state, &order.until) {
        (ThreadState::Snoozed, Some(until)) => later(door, &store, &threads, until)?,
        (ThreadState::Snoozed, None) => {
            return Err(Stop::misasked(Words::new("decide-until-missing")));
        }
        (_, Some(_)) => return Err(Stop::misasked(Words::new("decide-until-only-later"))),
        (_, None) => Command::Inbox(InboxCommand::Decide {
            threads,
            state,
            until: None,
        }),
    };
    change::apply(door, &mut store, &command).map(drop)
}

/// Puts conversations off; what was understood of the time is said.
fn later(
    door: &mut Door<'_>,
    store: &Store,
    threads: &[ThreadId],
    until: &str,
) -> Result<Command, Stop> {
    let roster = Roster::read(store.reader())?;
    let threads = threads.to_vec();
    let line = sanitize::line(until);
    let meaning = understand(
        &Purpose::Snooze { threads },
        &[],
        &line,
        &door.env(&roster, None),
    );
    let (shown, effects) = match meaning {
        Meaning::Ready { shown, effects } => (shown, effects),
        Meaning::Not(words) => return Err(Stop::misasked(words)),
    };
    if !door.manner.json {
        for line in shown {
            door.say.answer(&line)?;
        }
    }
    let mut effects = effects.into_iter();
    let command = effects.find_map(|effect| match effect {
        Effect::Apply(command) => Some(command),
        _ => None,
    });
    command.ok_or_else(|| unknown("decide-unknown", until))
}

/// Says how conversations sound: a sign, a word, or a step up or down.
pub(super) fn tone(door: &mut Door<'_>, order: &ToneOrder) -> Result<(), Stop> {
    let (word, which) = which::with_last(&order.which, "TONE")?;
    let step: Option<fn(Tone) -> Tone> = match word.as_str() {
        "up" => Some(Tone::up),
        "down" => Some(Tone::down),
        _ => None,
    };
    let said = spoken::tone(word);
    if step.is_none() && said.is_none() {
        return Err(unknown("tone-unknown", word));
    }
    let mut store = door.store()?;
    let talks = which::talks(door, store.reader(), which)?;
    let mut commands = Vec::with_capacity(talks.len());
    for talk in talks {
        let told = told(&store, talk.thread)?;
        let tone = said.unwrap_or_else(|| step.map_or(told.tone, |step| step(told.tone)));
        let thread = talk.thread;
        commands.push(Command::Inbox(InboxCommand::SetTone { thread, tone }));
    }
    change::apply_all(door, &mut store, &commands).map(drop)
}

/// Names what a conversation is about.
pub(super) fn topic(door: &mut Door<'_>, order: &WordsOrder) -> Result<(), Stop> {
    about(door, order, |talk, topic| InboxCommand::SetTopic {
        thread: talk.thread,
        topic,
    })
}

/// Notes an order or enquiry that came out of a conversation.
pub(super) fn lead(door: &mut Door<'_>, order: &WordsOrder) -> Result<(), Stop> {
    about(door, order, |talk, what| InboxCommand::AddLead {
        client: talk.client,
        thread: Some(talk.thread),
        what,
    })
}

fn about(
    door: &mut Door<'_>,
    order: &WordsOrder,
    make: impl FnOnce(&Conversation, String) -> InboxCommand,
) -> Result<(), Stop> {
    let words = sanitize::line(&order.text.join(" ")).trim().to_owned();
    if words.is_empty() {
        return Err(Stop::misasked(Words::new("prompt-empty")));
    }
    let mut store = door.store()?;
    let talk = one(door, &store, &order.which)?;
    let command = Command::Inbox(make(&talk, words));
    change::apply(door, &mut store, &command).map(drop)
}

/// Keeps what somebody wrote as an idea for a post.
pub(super) fn idea(door: &mut Door<'_>, order: &TalkOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let talk = one(door, &store, &order.which)?;
    let roster = Roster::read(store.reader())?;
    let theirs = |said: &&crate::store::Said| said.thread == talk.thread && !said.outgoing;
    let text = talk.said.iter().rev().find(theirs);
    let said = Said {
        client: talk.client,
        channel: talk.channel,
        person: &talk.person,
        text: text.map_or("", |said| &said.text),
    };
    let post = idea_of(&said, &door.env(&roster, None)).map_err(Stop::refused)?;
    let command = Command::Plan(PlanCommand::AddPost(post));
    let done = change::apply(door, &mut store, &command)?;
    door.ids.clear();
    match done.id {
        Some(id) => {
            let uid = store.reader().post_uid(PostId(id))?;
            door.made(&uid)
        }
        None => Ok(()),
    }
}

/// Takes a message in, typed in one line: client, channel, who, the words.
pub(super) fn message(door: &mut Door<'_>, order: &MessageOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let purpose = Purpose::Message {
        prefill: String::new(),
    };
    add::make(
        door,
        &mut store,
        &purpose,
        None::<ClientId>,
        &order.words.join(" "),
    )
}

/// The one conversation that is meant.
fn one(door: &mut Door<'_>, store: &Store, asked: &str) -> Result<Conversation, Stop> {
    let talks = which::talks(door, store.reader(), &[asked.to_owned()])?;
    match talks.as_slice() {
        [talk] => told(store, talk.thread),
        _ => Err(Stop::misasked(Words::new("which-only-one"))),
    }
}

fn told(store: &Store, thread: ThreadId) -> Result<Conversation, Stop> {
    let found = store.reader().conversation(thread)?;
    found.ok_or_else(|| Stop::refused(Words::new("store-gone")))
}

fn unknown(key: &str, word: &str) -> Stop {
    Stop::misasked(Words::new(key).with("found", shown(word)))
}

/// A look at a channel without an API, and how much was found there.
#[derive(Debug, Args)]
pub(super) struct LookOrder {
    #[arg(value_name = "CHANNEL")]
    channel: String,
    #[arg(value_name = "FOUND", default_value_t = 0)]
    found: u32,
}

/// Notes a look at a channel.
pub(super) fn look(door: &mut Door<'_>, order: &LookOrder) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let channel = named::channel(&roster, &order.channel)?;
    door.ids.push(channel.uid.clone());
    let (channel, found) = (channel.id, order.found);
    let command = Command::Inbox(InboxCommand::Look { channel, found });
    change::apply(door, &mut store, &command).map(drop)
}
