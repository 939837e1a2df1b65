//! Lets the demo's people write, and does with their messages what she has done about them so far.

use chrono::Duration;

use super::anchor::Promise;
use super::cast::Cast;
use super::posts::Posts;
use super::script::{Message, People, Turn};
use super::{SeedError, known};
use crate::domain::Moment;
use crate::domain::command::{Author, Command, InboxCommand, NewMessage};
use crate::domain::hash::of_parts;
use crate::domain::ids::{ClientId, ThreadId};
use crate::domain::inbox::{ThreadKind, ThreadState, Tone};
use crate::domain::sanitize;
use crate::store::Store;

/// How long she thinks about a message that she does not answer.
const THINKS: Duration = Duration::minutes(20);

/// A message with what came of it.
struct Heard<'s> {
    client: ClientId,
    told: &'s Message,
    message: NewMessage,
}

/// Lets everybody write, oldest first. Who writes into a conversation that is there waits for the next wave, so that what
/// was decided about the earlier message is decided before the later one comes in.
pub(super) fn write(
    store: &mut Store,
    people: &People,
    cast: &Cast,
    posts: &Posts,
    now: Moment,
) -> Result<(), SeedError> {
    let mut to_come = Vec::new();
    for told in &people.message {
        to_come.push(hear(told, people, cast, posts, now)?);
    }
    to_come.sort_by_key(|heard| heard.message.at);
    while !to_come.is_empty() {
        let mut wave: Vec<Heard<'_>> = Vec::new();
        let mut later = Vec::new();
        for heard in to_come {
            if wave.iter().any(|it| same_talk(&it.message, &heard.message)) {
                later.push(heard);
            } else {
                wave.push(heard);
            }
        }
        let received: Vec<_> = wave.iter().map(receive).collect();
        store.apply_all(&received)?;
        let mut decided = Vec::new();
        for heard in &wave {
            let thread = store.reader().thread_of(&heard.message)?;
            let thread = known(thread, &heard.told.topic)?;
            decide(&mut decided, heard, thread, now)?;
        }
        store.apply_all(&decided)?;
        to_come = later;
    }
    Ok(())
}

fn hear<'s>(
    told: &'s Message,
    people: &People,
    cast: &Cast,
    posts: &Posts,
    now: Moment,
) -> Result<Heard<'s>, SeedError> {
    let client = cast.client(&told.client)?;
    let person = people.person.iter().find(|it| it.key == told.person);
    let name = sanitize::line(known(person, &told.person)?.name_on(&told.platform));
    let post = told.post.as_ref().map(|key| posts.post(key)).transpose()?;
    let message = NewMessage {
        channel: client.channel(&told.platform)?,
        author: Author {
            handle: name.clone(),
            name,
        },
        post,
        kind: kind(&told.kind)?,
        at: came(told, &client.promise, now),
        outgoing: false,
        text: sanitize::text(&told.text),
        raw_hash: of_parts(&[&told.text]),
        external_id: None,
    };
    Ok(Heard {
        client: client.id,
        told,
        message,
    })
}

/// When a message came: what is left of the promise decides, where somebody waits.
pub(super) fn came(told: &Message, promise: &Promise, now: Moment) -> Moment {
    match told.left_min {
        Some(left) => promise.received(now, left),
        None => now - Duration::minutes(told.minutes_ago),
    }
}

/// Whether two messages belong to one conversation.
fn same_talk(one: &NewMessage, other: &NewMessage) -> bool {
    let of = |it: &NewMessage| (it.channel, it.post, it.kind);
    of(one) == of(other) && one.author == other.author
}

fn receive(heard: &Heard<'_>) -> (Command, Moment) {
    let receive = InboxCommand::Receive {
        messages: vec![heard.message.clone()],
        file: String::new(),
    };
    (Command::Inbox(receive), heard.message.at)
}

/// Tone, topic, answer or decision, lead: each when she would have given it, and never later than now.
fn decide(
    commands: &mut Vec<(Command, Moment)>,
    heard: &Heard<'_>,
    thread: ThreadId,
    now: Moment,
) -> Result<(), SeedError> {
    let told = heard.told;
    let at = |after: Duration| (heard.message.at + after).min(now);
    let mut push = |command, at| commands.push((Command::Inbox(command), at));
    let read = at(Duration::minutes(1));
    let tone = tone(&told.tone)?;
    push(InboxCommand::SetTone { thread, tone }, read);
    let topic = told.topic.clone();
    push(InboxCommand::SetTopic { thread, topic }, read);
    let answered = at(Duration::minutes(told.answered_after_min));
    if let Some(text) = told.answer.clone() {
        let answer = InboxCommand::Answer {
            thread,
            text,
            at: answered,
        };
        push(answer, answered);
    }
    let state = match told.state {
        Turn::Waiting => return Ok(()),
        Turn::Done => None,
        Turn::DoneNoAnswer => Some(ThreadState::Closed),
        Turn::WaitClient => Some(ThreadState::WaitClient),
        Turn::WaitAuthor => Some(ThreadState::WaitAuthor),
        Turn::Snoozed => Some(ThreadState::Snoozed),
    };
    if let Some(state) = state {
        let decide = InboxCommand::Decide {
            threads: vec![thread],
            state,
            until: told.wake_min_ahead.map(|min| now + Duration::minutes(min)),
        };
        push(decide, at(THINKS));
    }
    if let Some(what) = told.lead.clone().filter(|_| told.is_lead()) {
        let lead = InboxCommand::AddLead {
            client: heard.client,
            thread: Some(thread),
            what,
        };
        push(lead, answered);
    }
    Ok(())
}

fn kind(word: &str) -> Result<ThreadKind, SeedError> {
    let word = if word == "dm" { "message" } else { word };
    known(ThreadKind::from_word(word), word)
}

/// How it sounds. The script also tells orders, which are asked politely, and spam, which has no tone.
fn tone(word: &str) -> Result<Tone, SeedError> {
    match word {
        "order" => Ok(Tone::Question),
        "troll" => Ok(Tone::Troll),
        "spam" => Ok(Tone::Unsaid),
        said => known(Tone::from_word(said), said),
    }
}
