//! A desk for tests in a folder of its own, with a clock that moves by hand and everything on it laid out for comparing.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Duration};
use tempfile::TempDir;

use crate::domain::Moment;
use crate::domain::campaign::CampaignCard;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, InboxCommand, NewMessage, NewPost, Planned,
};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::inbox::ThreadKind;
use crate::domain::post::{Approval, Format};
use crate::store::sound::dump;
use crate::store::table::{Fact, Noun};
use crate::store::{Done, Finding, Origin, PATIENCE, Result, Store, derive};

/// Where every test's clock starts: a Monday morning.
pub(super) const START: i64 = 1_763_971_200;

/// Rows of a table, as text.
pub(super) type Rows = Vec<Vec<String>>;

/// A desk and its clock.
pub(super) struct Desk {
    pub(super) store: Store,
    pub(super) now: Moment,
    pub(super) folder: TempDir,
}

impl Desk {
    /// A fresh desk.
    pub(super) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("media")).unwrap();
        Desk {
            store: open(folder.path(), Origin::Window, 7).unwrap(),
            now: moment(0),
            folder,
        }
    }

    /// The same desk, closed and opened again.
    pub(super) fn reopened(self) -> Desk {
        let Desk { store, now, folder } = self;
        drop(store);
        Desk {
            store: open(folder.path(), Origin::Window, 8).unwrap(),
            now,
            folder,
        }
    }

    /// A second program on the same desk.
    pub(super) fn beside(&self, origin: Origin, seed: u64) -> Store {
        open(self.folder.path(), origin, seed).unwrap()
    }

    /// Does it a minute later.
    pub(super) fn apply(&mut self, command: &Command) -> Result<Done> {
        self.now += Duration::minutes(1);
        self.store.apply(command, self.now)
    }

    /// Does it and answers with the key of the row.
    pub(super) fn made(&mut self, command: &Command) -> i64 {
        self.apply(command).unwrap().id.unwrap()
    }

    /// A client and one channel of theirs.
    pub(super) fn client(&mut self, name: &str) -> (ClientId, ChannelId) {
        let client = ClientId(self.made(&Command::Client(ClientCommand::Add(card(name)))));
        let channel = self.made(&Command::Channel(ChannelCommand::Add(page(client))));
        (client, ChannelId(channel))
    }

    /// One number of the desk.
    pub(super) fn number(&self, sql: &str) -> i64 {
        self.store
            .writer
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    }
}

/// Opens a desk without waiting for the disk: these tests ask what is written, not whether it survives a power cut.
pub(super) fn open(folder: &Path, origin: Origin, seed: u64) -> Result<Store> {
    let store = Store::open(folder, origin, PATIENCE, Rng::seeded(seed))?;
    store.writer.pragma_update(None, "synchronous", "OFF")?;
    Ok(store)
}

/// So many minutes after the start.
pub(super) fn moment(minutes: i64) -> Moment {
    DateTime::from_timestamp(START + minutes * 60, 0).unwrap()
}

/// A plan for this moment.
pub(super) fn planned(at: Moment) -> Planned {
    Planned {
        local: at.naive_utc(),
        zone: "UTC".to_owned(),
        at,
    }
}

/// A client's card.
pub(super) fn card(name: &str) -> ClientCard {
    ClientCard::new(name, "Europe/Moscow")
}

/// A campaign's card.
pub(super) fn campaign(name: &str) -> CampaignCard {
    CampaignCard {
        name: name.to_owned(),
        starts: Some(moment(0).date_naive()),
        ..CampaignCard::default()
    }
}

/// A channel's card.
pub(super) fn page(client: ClientId) -> ChannelCard {
    ChannelCard {
        client,
        platform: "telegram".to_owned(),
        handle: "@kolos".to_owned(),
        link: String::new(),
        mode: Mode::Assisted,
        grace_min: 60,
        look_every_min: 120,
        watch_min: 60,
        text_max: 0,
        utm: String::new(),
    }
}

/// A post for these channels.
pub(super) fn post(client: ClientId, channels: &[ChannelId], at: Option<Moment>) -> NewPost {
    NewPost {
        client,
        rubric: String::new(),
        campaign: String::new(),
        topic: "Сырники к утру".to_owned(),
        format: Format::Text,
        text: "Три способа не сухо.".to_owned(),
        link: String::new(),
        first_comment: String::new(),
        planned: at.map(planned),
        approval: Approval::Draft,
        channels: channels.to_vec(),
    }
}

/// Somebody wrote on a channel.
pub(super) fn message(channel: ChannelId, who: &str, at: Moment, text: &str) -> NewMessage {
    NewMessage {
        channel,
        author: Author {
            handle: who.to_owned(),
            name: who.to_owned(),
        },
        post: None,
        kind: ThreadKind::Comment,
        at,
        outgoing: false,
        text: text.to_owned(),
        raw_hash: text.to_owned(),
        external_id: None,
    }
}

/// These messages come in.
pub(super) fn receive(messages: Vec<NewMessage>) -> Command {
    Command::Inbox(InboxCommand::Receive {
        messages,
        file: String::new(),
    })
}

/// Everything of hers: every noun row for row, and of the facts she wrote those that count. The clock's own marks are left
/// out: nobody takes them back.
pub(super) fn hers(store: &Store) -> BTreeMap<&'static str, Rows> {
    let conn = &store.writer;
    let mut all: BTreeMap<&'static str, Rows> = Noun::ALL
        .iter()
        .map(|noun| (noun.name(), dump(conn, noun.name(), "id").unwrap()))
        .collect();
    for fact in [
        Fact::Message,
        Fact::Round,
        Fact::Reading,
        Fact::DeliveryEvent,
    ] {
        let name = fact.name();
        let hand = if fact == Fact::DeliveryEvent {
            "kind IN ('stamped', 'skipped', 'absent')"
        } else {
            "1"
        };
        let counted = format!(
            "{name} WHERE {hand} AND NOT EXISTS (SELECT 1 FROM voided_sum v WHERE v.tbl = '{name}' AND v.fact = {name}.id)"
        );
        all.insert(name, dump(conn, &counted, "id").unwrap());
    }
    all
}

/// Every fact ever written, by table and in order.
pub(super) fn facts(store: &Store) -> BTreeMap<&'static str, Rows> {
    let rows = |fact: &Fact| (fact.name(), dump(&store.writer, fact.name(), "id").unwrap());
    Fact::ALL.iter().map(rows).collect()
}

/// The first table in which two layouts differ.
pub(super) fn difference(
    left: &BTreeMap<&'static str, Rows>,
    right: &BTreeMap<&'static str, Rows>,
) -> Option<String> {
    left.iter()
        .find(|(name, rows)| right.get(*name) != Some(*rows))
        .map(|(name, rows)| format!("{name}: {rows:?} but {:?}", right.get(name)))
}

/// Which derived table differs from its rebuild, the words of the search included.
pub(super) fn drifted(store: &mut Store) -> Option<String> {
    store
        .writer
        .execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.post_words USING fts5vocab ('main', 'post_fts', 'instance');
             CREATE VIRTUAL TABLE IF NOT EXISTS temp.message_words USING fts5vocab ('main', 'message_fts', 'instance');",
        )
        .unwrap();
    let tx = store.writer.transaction().unwrap();
    let lay_out = || -> BTreeMap<&'static str, Rows> {
        let words = [
            ("post_words", "term, doc, offset"),
            ("message_words", "term, doc, offset"),
        ];
        derive::COMPARED
            .iter()
            .chain(&words)
            .map(|(table, order)| (*table, dump(&tx, table, order).unwrap()))
            .collect()
    };
    let kept = lay_out();
    derive::rebuild(&tx).unwrap();
    let rebuilt = lay_out();
    tx.rollback().unwrap();
    difference(&kept, &rebuilt)
}

/// The desk's own verdict on itself.
pub(super) fn findings(store: &mut Store) -> Vec<Finding> {
    store.check().unwrap()
}
