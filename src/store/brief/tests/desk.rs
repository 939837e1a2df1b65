//! A desk with one client whose month is lived through by hand.

use std::time::Duration;

use chrono::NaiveDate;
use tempfile::TempDir;

use crate::domain::Moment;
use crate::domain::brief::Brief;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, DeliveryCommand, InboxCommand, KpiCommand,
    NewMessage, NewPost, NewReading, PlanCommand, Planned,
};
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId, VariantId};
use crate::domain::inbox::ThreadKind;
use crate::domain::kpi::{Metric, Score};
use crate::domain::post::{Approval, Format};
use crate::store::{Origin, Store};

/// Tuesday 24 November 2026, 09:12 in Kazan.
pub(super) fn now() -> Moment {
    at("2026-11-24T06:12:00Z")
}

pub(super) fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Kolos in Kazan, promised twenty posts, with VK and Telegram.
pub(super) struct Desk {
    _folder: TempDir,
    pub(super) store: Store,
    pub(super) client: ClientId,
    pub(super) channels: [ChannelId; 2],
}

impl Desk {
    pub(super) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let patience = Duration::from_secs(1);
        let rng = Rng::seeded(7);
        let mut desk = Self {
            store: Store::open(folder.path(), Origin::Window, patience, rng).unwrap(),
            _folder: folder,
            client: ClientId(0),
            channels: [ChannelId(0); 2],
        };
        let mut card = ClientCard::new("Кафе «Колос»", "Europe/Moscow");
        card.languages = vec!["ru".to_owned(), "en".to_owned()];
        card.contract_posts = Some(20);
        card.contract_money = "35 000 ₽".to_owned();
        (desk.client, desk.channels) = desk.take_on(card);
        desk
    }

    /// A client with two channels.
    pub(super) fn take_on(&mut self, card: ClientCard) -> (ClientId, [ChannelId; 2]) {
        let client = ClientId(self.made(&Command::Client(ClientCommand::Add(card))));
        let channels = ["vk", "telegram"].map(|platform| {
            let card = ChannelCard {
                client,
                platform: platform.to_owned(),
                handle: String::new(),
                link: String::new(),
                mode: Mode::Assisted,
                grace_min: 60,
                look_every_min: 0,
                watch_min: 0,
                text_max: 0,
                utm: String::new(),
            };
            ChannelId(self.made(&Command::Channel(ChannelCommand::Add(card))))
        });
        (client, channels)
    }

    pub(super) fn made(&mut self, command: &Command) -> i64 {
        self.apply(command).unwrap()
    }

    pub(super) fn apply(&mut self, command: &Command) -> Option<i64> {
        self.store.apply(command, now()).unwrap().id
    }

    /// A post on both channels; its variants.
    pub(super) fn post(
        &mut self,
        topic: &str,
        moment: Option<&str>,
        approval: Approval,
    ) -> [VariantId; 2] {
        let planned = moment.map(|moment| Planned {
            local: at(moment).naive_utc(),
            zone: "UTC".to_owned(),
            at: at(moment),
        });
        let post = self.made(&Command::Plan(PlanCommand::AddPost(NewPost {
            client: self.client,
            rubric: String::new(),
            campaign: String::new(),
            topic: topic.to_owned(),
            format: Format::Text,
            text: "Тесто, сметана, огонь.".to_owned(),
            link: String::new(),
            first_comment: String::new(),
            planned,
            approval,
            channels: self.channels.to_vec(),
        })));
        let lines = self.store.reader().variants_of(PostId(post)).unwrap();
        [lines[0].variant, lines[1].variant]
    }

    pub(super) fn stamp(&mut self, variants: &[VariantId], moment: &str) {
        self.apply(&Command::Delivery(DeliveryCommand::Stamp {
            variants: variants.to_vec(),
            at: at(moment),
            permalink: String::new(),
        }));
    }

    pub(super) fn writes(&mut self, who: &str, moment: &str) -> ThreadId {
        let message = NewMessage {
            channel: self.channels[0],
            author: Author {
                handle: who.to_owned(),
                name: who.to_owned(),
            },
            post: None,
            kind: ThreadKind::Message,
            at: at(moment),
            outgoing: false,
            text: format!("{who}: столик есть?"),
            raw_hash: format!("{who}{moment}"),
            external_id: None,
        };
        self.apply(&Command::Inbox(InboxCommand::Receive {
            messages: vec![message],
            file: String::new(),
        }));
        let open = self.store.reader().answer_first(None, 100).unwrap();
        open.iter().find(|line| line.person == who).unwrap().thread
    }

    pub(super) fn answer(&mut self, thread: ThreadId, moment: &str) {
        self.apply(&Command::Inbox(InboxCommand::Answer {
            thread,
            text: "Ждём!".to_owned(),
            at: at(moment),
        }));
    }

    pub(super) fn readings(&mut self, post: Option<PostId>, numbers: &[(Metric, f64)]) {
        let channel = self.channels[0];
        let readings = numbers.iter().map(|(metric, value)| NewReading {
            channel,
            post,
            metric: *metric,
            day: day("2026-11-23"),
            value: *value,
        });
        self.apply(&Command::Kpi(KpiCommand::TypeReadings {
            readings: readings.collect(),
            origin: "typed".to_owned(),
        }));
    }

    pub(super) fn aims(&mut self, score: Score, value: f64) {
        self.apply(&Command::Kpi(KpiCommand::SetTarget {
            client: self.client,
            metric: score.word().to_owned(),
            value: Some(value),
        }));
    }

    pub(super) fn brief(&self) -> Brief {
        self.store
            .reader()
            .client_brief(self.client, now())
            .unwrap()
    }
}
