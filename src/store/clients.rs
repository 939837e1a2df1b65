//! Clients and their channels with slots: changes and lookups.

use rusqlite::{Connection, OptionalExtension, Row};

use super::convert::{int, maybe_int, text};
use super::error::{Result, StoreError};
use super::ledger::Ledger;
use super::reader::Reader;
use super::rubrics;
use super::table::Noun;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{ChannelCommand, ClientCommand};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::lint::RuleId;
use crate::domain::sanitize;

/// A client as it stands in the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    /// Key.
    pub id: ClientId,
    /// Name for everything outside.
    pub uid: String,
    /// The card.
    pub card: ClientCard,
}

/// A channel as it stands in the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Key.
    pub id: ChannelId,
    /// Name for everything outside.
    pub uid: String,
    /// The card.
    pub card: ChannelCard,
}

pub(super) fn apply_client(
    ledger: &mut Ledger<'_>,
    command: &ClientCommand,
) -> Result<Option<i64>> {
    match command {
        ClientCommand::Add(card) => ledger.insert(Noun::Client, &client_row(card)).map(Some),
        ClientCommand::TakeOn {
            card,
            rubrics: begins_with,
        } => {
            let client = ledger.insert(Noun::Client, &client_row(card))?;
            for (name, share) in begins_with {
                rubrics::add(ledger, ClientId(client), name, *share)?;
            }
            Ok(Some(client))
        }
        ClientCommand::Edit(id, card) => {
            ledger.update(Noun::Client, id.0, &client_row(card))?;
            Ok(Some(id.0))
        }
        ClientCommand::Delete(id) => ledger.bury(Noun::Client, id.0).map(|()| None),
        ClientCommand::LearnWord { client, word } => {
            learn_word(ledger, *client, word).map(|()| Some(client.0))
        }
        ClientCommand::AddRubric {
            client,
            name,
            share,
        } => rubrics::add(ledger, *client, name, *share).map(Some),
        ClientCommand::EditRubric {
            rubric,
            name,
            share,
        } => rubrics::edit(ledger, *rubric, name, *share).map(|()| Some(rubric.0)),
        ClientCommand::DeleteRubric { rubric, .. } => {
            rubrics::delete(ledger, *rubric).map(|()| None)
        }
        ClientCommand::MergeRubrics { from, into, .. } => {
            rubrics::merge(ledger, *from, *into).map(|()| Some(into.0))
        }
    }
}

/// Adds a word to those that are right for a client; one that is among them already changes nothing.
fn learn_word(ledger: &mut Ledger<'_>, client: ClientId, word: &str) -> Result<()> {
    let word = sanitize::line(word);
    let known: String = ledger
        .conn()
        .prepare_cached("SELECT words FROM client WHERE id = ? AND deleted_at IS NULL")?
        .query_row([client], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::Gone {
            table: "client",
            row: client.0,
        })?;
    if word.trim().is_empty() || known.lines().any(|it| it == word) {
        return Ok(());
    }
    let words: Vec<&str> = known.lines().chain([word.as_str()]).collect();
    ledger.update(Noun::Client, client.0, &[("words", text(words.join(LIST)))])?;
    Ok(())
}

pub(super) fn apply_channel(
    ledger: &mut Ledger<'_>,
    command: &ChannelCommand,
) -> Result<Option<i64>> {
    match command {
        ChannelCommand::Add(card) => add_channel(ledger, card).map(Some),
        ChannelCommand::Open { card, slots } => {
            let channel = add_channel(ledger, card)?;
            for (weekday, minute) in slots {
                add_slot(ledger, channel, *weekday, *minute)?;
            }
            Ok(Some(channel))
        }
        ChannelCommand::Edit(id, card) => {
            ledger.update(Noun::Channel, id.0, &channel_row(card))?;
            Ok(Some(id.0))
        }
        ChannelCommand::Delete(id) => ledger.bury(Noun::Channel, id.0).map(|()| None),
        ChannelCommand::AddSlot {
            channel,
            weekday,
            minute,
        } => add_slot(ledger, channel.0, *weekday, *minute).map(Some),
        ChannelCommand::DeleteSlot(id) => ledger.bury(Noun::Slot, id.0).map(|()| None),
    }
}

fn add_channel(ledger: &mut Ledger<'_>, card: &ChannelCard) -> Result<i64> {
    let position: i64 = ledger
        .conn()
        .prepare_cached("SELECT count(*) FROM channel WHERE client = ?")?
        .query_row([card.client], |row| row.get(0))?;
    let mut row = channel_row(card);
    row.push(("client", int(card.client.0)));
    row.push(("position", int(position)));
    ledger.insert(Noun::Channel, &row)
}

fn add_slot(ledger: &mut Ledger<'_>, channel: i64, weekday: u8, minute: u16) -> Result<i64> {
    let row = [
        ("channel", int(channel)),
        ("weekday", int(weekday)),
        ("minute", int(minute)),
    ];
    ledger.insert(Noun::Slot, &row)
}

/// Lists in one column are kept one to a line: a line is sanitised and cannot hold a newline.
const LIST: &str = "\n";

fn client_row(card: &ClientCard) -> Vec<(&'static str, rusqlite::types::Value)> {
    let off: Vec<&str> = card.lints_off.iter().map(|it| it.word()).collect();
    vec![
        ("name", text(&card.name)),
        ("short", text(&card.short)),
        ("colour", int(card.colour)),
        ("zone", text(&card.zone)),
        ("hours", text(&card.hours)),
        ("languages", text(card.languages.join(LIST))),
        ("tone", text(&card.tone)),
        ("goals", text(&card.goals)),
        ("audience", text(&card.audience)),
        ("avoid", text(card.avoid.join(LIST))),
        ("promise_min", int(card.promise_min)),
        (
            "contract_posts",
            maybe_int(card.contract_posts.map(i64::from)),
        ),
        ("contract_money", text(&card.contract_money)),
        ("words", text(card.words.join(LIST))),
        ("lints_off", text(off.join(LIST))),
    ]
}

fn channel_row(card: &ChannelCard) -> Vec<(&'static str, rusqlite::types::Value)> {
    vec![
        ("platform", text(&card.platform)),
        ("handle", text(&card.handle)),
        ("link", text(&card.link)),
        ("mode", text(card.mode.word())),
        ("grace_min", int(card.grace_min)),
        ("look_every_min", int(card.look_every_min)),
        ("watch_min", int(card.watch_min)),
        ("text_max", int(card.text_max)),
        ("utm", text(&card.utm)),
    ]
}

const CLIENT: &str = "SELECT id, uid, name, short, colour, zone, hours, languages, tone, goals, audience, avoid, \
    promise_min, contract_posts, contract_money, words, lints_off FROM client WHERE deleted_at IS NULL";

const CHANNEL: &str = "SELECT id, uid, client, platform, handle, link, mode, grace_min, look_every_min, watch_min, \
    text_max, utm FROM channel WHERE deleted_at IS NULL";

impl Reader {
    /// All live clients in the order they were taken on.
    pub fn clients(&self) -> Result<Vec<Client>> {
        list(self.conn(), &format!("{CLIENT} ORDER BY id"), [], client)
    }

    /// One live client.
    pub fn client(&self, id: ClientId) -> Result<Client> {
        list(self.conn(), &format!("{CLIENT} AND id = ?"), [id], client)?
            .pop()
            .ok_or(StoreError::Gone {
                table: "client",
                row: id.0,
            })
    }

    /// All live channels of live clients, by client and then as they were opened.
    pub fn channels(&self) -> Result<Vec<Channel>> {
        let live = "AND client IN (SELECT id FROM client WHERE deleted_at IS NULL)";
        list(
            self.conn(),
            &format!("{CHANNEL} {live} ORDER BY client, position, id"),
            [],
            channel,
        )
    }

    /// One live channel.
    pub fn channel(&self, id: ChannelId) -> Result<Channel> {
        list(self.conn(), &format!("{CHANNEL} AND id = ?"), [id], channel)?
            .pop()
            .ok_or(StoreError::Gone {
                table: "channel",
                row: id.0,
            })
    }
}

/// Runs a named query and collects its rows.
pub(super) fn list<T, P: rusqlite::Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn client(row: &Row<'_>) -> rusqlite::Result<Client> {
    let items = |text: String| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    Ok(Client {
        id: row.get(0)?,
        uid: row.get(1)?,
        card: ClientCard {
            name: row.get(2)?,
            short: row.get(3)?,
            colour: row.get(4)?,
            zone: row.get(5)?,
            hours: row.get(6)?,
            languages: items(row.get(7)?),
            tone: row.get(8)?,
            goals: row.get(9)?,
            audience: row.get(10)?,
            avoid: items(row.get(11)?),
            promise_min: row.get(12)?,
            contract_posts: row.get(13)?,
            contract_money: row.get(14)?,
            words: items(row.get(15)?),
            lints_off: items(row.get(16)?)
                .iter()
                .filter_map(|word| RuleId::from_word(word))
                .collect(),
        },
    })
}

fn channel(row: &Row<'_>) -> rusqlite::Result<Channel> {
    Ok(Channel {
        id: row.get(0)?,
        uid: row.get(1)?,
        card: ChannelCard {
            client: row.get(2)?,
            platform: row.get(3)?,
            handle: row.get(4)?,
            link: row.get(5)?,
            mode: Mode::from_word(&row.get::<_, String>(6)?).unwrap_or(Mode::Assisted),
            grace_min: row.get(7)?,
            look_every_min: row.get(8)?,
            watch_min: row.get(9)?,
            text_max: row.get(10)?,
            utm: row.get(11)?,
        },
    })
}
