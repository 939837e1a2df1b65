//! `packet send|list|answer`: posts to a client for a yes, and what the client said.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::brief::tongue;
use super::change;
use super::door::Door;
use super::list::{outside, wall};
use super::named::{self, shown};
use super::stop::Stop;
use super::which;
use crate::domain::command::{Command, PacketCommand, Told};
use crate::domain::ids::{ClientId, PacketId};
use crate::domain::sanitize;
use crate::domain::tongue::Tongue;
use crate::domain::verdict::{Answer, Asked, Verdict, read_answer};
use crate::domain::words::Words;
use crate::env::Roster;
use crate::media::letter;
use crate::report;
use crate::store::{AskedItem, Reader, StoreError};

/// What can be done with the client's yes.
#[derive(Debug, Subcommand)]
pub(super) enum PacketOrder {
    Send(Sent),
    List(Asks),
    Answer(Said),
}

/// What goes to the client.
#[derive(Debug, Args)]
pub(super) struct Sent {
    #[arg(required = true, value_name = "WHICH")]
    which: Vec<String>,
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Whose packets.
#[derive(Debug, Args)]
pub(super) struct Asks {
    #[arg(long, value_name = "WHO")]
    client: Option<String>,
}

/// What a client said.
#[derive(Debug, Args)]
pub(super) struct Said {
    #[arg(value_name = "CLIENT")]
    client: String,
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,
    #[arg(long, value_name = "LETTER")]
    packet: Option<String>,
}

/// Posts a client has at once, and letters of older packets an answer may name.
const MOST: usize = 1_000;

/// Does what was asked about packets.
pub(super) fn run(door: &mut Door<'_>, order: &PacketOrder) -> Result<(), Stop> {
    match order {
        PacketOrder::Send(order) => send(door, order),
        PacketOrder::List(order) => list(door, order),
        PacketOrder::Answer(order) => answer(door, order),
    }
}

/// Puts on record what the client is shown, lays its files into the outbox, and says the text to pass on.
fn send(door: &mut Door<'_>, order: &Sent) -> Result<(), Stop> {
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let posts = which::posts(door, store.reader(), &order.which)?;
    let first = posts.first().copied().ok_or(StoreError::Missing)?;
    let client = store.reader().card_of_post(first)?.client;
    let theirs = roster.client(client).map(|it| it.card.languages.as_slice());
    let asked = order.lang.as_deref().map(tongue).transpose()?;
    let tongue = asked.unwrap_or_else(|| Tongue::of(theirs.unwrap_or_default()));
    let send = Command::Packet(PacketCommand::Send { posts, tongue });
    let done = change::apply(door, &mut store, &send)?;
    let Some(id) = done.id else {
        return Ok(());
    };
    let letter = store.reader().letter(PacketId(id))?;
    let files = letter::lay_out(store.folder(), &letter).map_err(StoreError::from)?;
    let text = report::packet::text(&letter);
    if door.manner.json {
        let files: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
        return door.say.json(&json!({
            "code": letter.code,
            "client": roster.badge(client).0,
            "language": tongue.word(),
            "text": text,
            "files": files,
        }));
    }
    door.say.raw(&text)?;
    for file in files {
        door.remark(&Words::new("cli-as-it-is").with("line", file.display()));
    }
    Ok(())
}

/// What waits for a word of its client.
fn list(door: &mut Door<'_>, order: &Asks) -> Result<(), Stop> {
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let mut told: Vec<Value> = Vec::new();
    for client in named::whose(&roster, order.client.as_deref())? {
        let (short, zone) = (roster.badge(client).0.to_owned(), roster.zone(client));
        for item in reader.asked(client, MOST)? {
            let id = reader.post_uid(item.post)?;
            let said = item.verdict.map_or("", Verdict::word);
            if door.manner.json {
                told.push(json!({
                    "code": item.code(),
                    "client": short,
                    "post": id,
                    "topic": item.topic,
                    "at": item.at.map(|at| outside(at, zone)),
                    "shown_at": outside(item.shown_at, zone),
                    "verdict": said,
                    "words": item.words,
                    "changed": !item.changed.is_empty(),
                }));
                continue;
            }
            let code = item.code();
            let at = item.at.map_or_else(|| "—".to_owned(), |at| wall(at, door));
            let said = if said.is_empty() { "?" } else { said };
            let line = [&short, &code, said, &at, &item.topic, named::short(&id)];
            door.say.answer(&line.join("\t"))?;
        }
    }
    if door.manner.json {
        door.say.json(&told)?;
    }
    Ok(())
}

/// Takes down what a client said: all of it or nothing, and nothing that is not clear.
fn answer(door: &mut Door<'_>, order: &Said) -> Result<(), Stop> {
    let text = match order.text.as_slice() {
        [dash] if dash == "-" => which::stdin()?,
        words => sanitize::text(&words.join(" ")),
    };
    let mut store = door.store()?;
    let roster = Roster::read(store.reader())?;
    let client = named::client(&roster, &order.client)?.id;
    let items = asked(store.reader(), client, order.packet.as_deref())?;
    let answer = heard(store.reader(), client, &items, &text)?;
    let mut doubts: Vec<Words> = Vec::new();
    for doubt in &answer.doubts {
        doubts.push(doubt.words(&code_of(&items)));
    }
    let told = told(&items, &answer, &mut doubts);
    if !doubts.is_empty() {
        doubts.insert(0, Words::new("packet-unclear"));
        return Err(Stop::Refused(doubts));
    }
    if told.is_empty() {
        return Err(Stop::refused(Words::new("their-answer-nothing")));
    }
    if !door.manner.json {
        for said in &answer.items {
            let line = format!(
                "{}{}\t{}\t{}",
                code_of(&items),
                said.number,
                said.verdict.word(),
                said.words
            );
            door.say.answer(line.trim_end())?;
        }
    }
    let command = Command::Packet(PacketCommand::Answer { told });
    let held = store.reader().held_yes(&command, door.now)?;
    change::apply(door, &mut store, &command)?;
    for it in held {
        let why = it.why.iter().map(|found| &found.words);
        let words = door.locale.held(&it.topic, why);
        door.remark(&words);
    }
    Ok(())
}

/// The posts of the packet that is answered: the one of this letter, or the one that waits the longest.
fn asked(reader: &Reader, client: ClientId, letter: Option<&str>) -> Result<Vec<AskedItem>, Stop> {
    let mut items = reader.asked(client, MOST)?;
    let wanted = |it: &AskedItem| match letter {
        Some(letter) => it.letters.eq_ignore_ascii_case(letter.trim()),
        None => it.verdict.is_none(),
    };
    let packet = items.iter().find(|it| wanted(it)).map(|it| it.packet);
    let Some(packet) = packet else {
        let words = match letter {
            Some(letter) => Words::new("packet-no-letter").with("found", shown(letter)),
            None => Words::new("their-answer-none"),
        };
        return Err(Stop::refused(words));
    };
    items.retain(|it| it.packet == packet);
    Ok(items)
}

fn code_of(items: &[AskedItem]) -> String {
    items
        .first()
        .map_or_else(String::new, |it| it.letters.clone())
}

fn heard(
    reader: &Reader,
    client: ClientId,
    items: &[AskedItem],
    text: &str,
) -> Result<Answer, Stop> {
    let code = code_of(items);
    let numbers: Vec<u32> = items.iter().map(|it| it.number).collect();
    let mut others = reader.letters_of(client, MOST)?;
    others.retain(|it| *it != code);
    let asked = Asked {
        code: &code,
        numbers: &numbers,
        other_codes: &others,
    };
    Ok(read_answer(text, &asked))
}

/// What is about to be taken down; a yes to what has changed since it was shown is a doubt.
fn told(items: &[AskedItem], answer: &Answer, doubts: &mut Vec<Words>) -> Vec<Told> {
    let mut told = Vec::new();
    for said in &answer.items {
        let Some(item) = items.iter().find(|it| it.number == said.number) else {
            continue;
        };
        if item.verdict == Some(said.verdict) && item.words == said.words {
            continue;
        }
        if said.verdict == Verdict::Yes && !item.changed.is_empty() {
            doubts.push(Words::new("packet-changed").with("code", item.code()));
        }
        told.push(Told {
            item: item.item,
            verdict: said.verdict,
            words: said.words.clone(),
        });
    }
    told
}
