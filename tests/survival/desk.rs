//! A desk with one of everything that can be typed into, in a home of its own.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, InboxCommand, NewMessage, NewPost, PlanCommand,
    Planned, SnippetCommand,
};
use postdesk::domain::ids::{ChannelId, ClientId, PostId};
use postdesk::domain::inbox::ThreadKind;
use postdesk::domain::post::{Approval, Format};
use postdesk::domain::snippet::{SnippetCard, SnippetKind};
use postdesk::store::{Origin, Store};
use tempfile::TempDir;

/// What the post says before anybody types.
pub(crate) const BASE: &str = "Сырники не разваливаются, если творог отжать.";

/// What its snippet says.
pub(crate) const SNIPPET: &str = "Ждём вас на Баумана.";

/// A home with settings and a desk; gone when the test ends.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
}

impl Home {
    /// The bakery Kolos with a draft for today and Olga, who waits. It is about noon, so that today is long enough.
    pub(crate) fn kolos() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let now = now();
        let ahead = 12 - i64::from(now.hour());
        // The names of these zones count west of Greenwich, as in POSIX.
        let zone = format!("Etc/GMT{:+}", -ahead);
        let settings = format!("zone = \"{zone}\"\nlanguage = \"en\"\n");
        std::fs::create_dir(home.folder.path().join("config")).unwrap();
        std::fs::write(home.folder.path().join("config/config.toml"), settings).unwrap();
        let mut store = home.store();
        let mut card = ClientCard::new("Kolos", &zone);
        card.hours = "daily 0-24".into();
        let client = ClientId(apply(
            &mut store,
            &Command::Client(ClientCommand::Add(card)),
        ));
        let vk = Command::Channel(ChannelCommand::Add(ChannelCard {
            client,
            platform: "vk".into(),
            handle: "@kolos".into(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 120,
            text_max: 0,
            utm: String::new(),
        }));
        let vk = ChannelId(apply(&mut store, &vk));
        let wall = (now + chrono::Duration::hours(ahead + 2)).naive_utc();
        apply(&mut store, &draft(client, vk, wall, &zone));
        store.apply(&olga(vk, now), now).unwrap();
        home
    }

    /// The same with a picture that nobody has described, and a snippet.
    pub(crate) fn furnished() -> Self {
        let home = Self::kolos();
        let file = home.folder.path().join("bread.jpg");
        std::fs::write(&file, [7; 2_000]).unwrap();
        let taken = postdesk::media::take(&home.desk(), &file).unwrap();
        let attach = Command::Plan(PlanCommand::Attach {
            post: PostId(1),
            hash: taken.hash,
            name: taken.name,
            bytes: taken.bytes,
            alt: String::new(),
        });
        let snippet = Command::Snippet(SnippetCommand::Add(SnippetCard {
            client: Some(ClientId(1)),
            lang: "ru".into(),
            kind: SnippetKind::Other,
            name: "Адрес".into(),
            text: SNIPPET.into(),
        }));
        let mut store = home.store();
        apply(&mut store, &attach);
        store.apply(&snippet, now()).unwrap();
        home
    }

    pub(crate) fn desk(&self) -> PathBuf {
        self.folder.path().join("data/desk")
    }

    /// The desk, opened by somebody else than the window.
    pub(crate) fn store(&self) -> Store {
        let patience = Duration::from_secs(5);
        Store::open(&self.desk(), Origin::Rule, patience, Rng::seeded(7)).unwrap()
    }

    /// Text kept for an owner.
    pub(crate) fn kept(&self, owner: &str) -> Option<String> {
        let reader = Store::open_for_reading(&self.desk()).unwrap();
        reader.draft(owner).unwrap().map(|draft| draft.text)
    }

    /// What is wrong with the desk; empty is well.
    pub(crate) fn trouble(&self) -> String {
        let found = self.store().check().unwrap();
        if found.is_empty() {
            String::new()
        } else {
            format!("{found:#?}")
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the built program lives by the wall clock, and its desk must fit"
)]
fn now() -> DateTime<Utc> {
    let now = DateTime::<Utc>::from(SystemTime::now());
    now.with_nanosecond(0).unwrap()
}

fn apply(store: &mut Store, command: &Command) -> i64 {
    store.apply(command, now()).unwrap().id.unwrap()
}

fn draft(client: ClientId, vk: ChannelId, local: NaiveDateTime, zone: &str) -> Command {
    let zone_now = postdesk::domain::zone::zone_by_name(zone).unwrap();
    Command::Plan(PlanCommand::AddPost(NewPost {
        client,
        rubric: String::new(),
        campaign: String::new(),
        topic: "Сырники".into(),
        format: Format::Text,
        text: BASE.into(),
        link: String::new(),
        first_comment: String::new(),
        planned: Some(Planned {
            local,
            zone: zone.into(),
            at: postdesk::domain::zone::resolve(local, zone_now).moment(),
        }),
        approval: Approval::Draft,
        channels: vec![vk],
    }))
}

fn olga(vk: ChannelId, now: DateTime<Utc>) -> Command {
    Command::Inbox(InboxCommand::Receive {
        messages: vec![NewMessage {
            channel: vk,
            author: Author {
                handle: "olga".into(),
                name: "Ольга".into(),
            },
            post: None,
            kind: ThreadKind::Comment,
            at: now - chrono::Duration::minutes(30),
            outgoing: false,
            text: "Ждали заказ 50 минут".into(),
            raw_hash: "olga".into(),
            external_id: None,
        }],
        file: String::new(),
    })
}
