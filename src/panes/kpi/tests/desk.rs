//! A desk in a folder of its own, with one client, and the room standing on it.

use std::time::Duration;

use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect};

use crate::action::Action;
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, DeliveryCommand, InboxCommand, KpiCommand,
    NewMessage, NewPost, NewReading, PlanCommand, Planned,
};
use crate::domain::hours::Hours;
use crate::domain::ids::{ChannelId, ClientId, PostId, ThreadId, VariantId};
use crate::domain::inbox::{ThreadKind, Tone};
use crate::domain::kpi::Metric;
use crate::domain::post::{Approval, Format};
use crate::effect::Effect;
use crate::env::{Env, Roster};
use crate::keys::{Code, Key};
use crate::locale::{Lang, Locale};
use crate::panes::kpi::Kpi;
use crate::store::{Memo, Origin, Store};
use crate::ui::Theme;

pub(super) struct Desk {
    #[expect(dead_code, reason = "the folder lives as long as the desk")]
    folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) room: Kpi,
    pub(super) now: Moment,
    pub(super) scope: Option<ClientId>,
    pub(super) client: ClientId,
    pub(super) vk: ChannelId,
    pub(super) tg: ChannelId,
    pub(super) size: (u16, u16),
    roster: Roster,
    locale: Locale,
    theme: Theme,
    hours: Hours,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn channel_readings(
    channel: ChannelId,
    metric: Metric,
    values: &[(&str, f64)],
) -> Vec<NewReading> {
    let reading = |(on, value): &(&str, f64)| NewReading {
        channel,
        post: None,
        metric,
        day: day(on),
        value: *value,
    };
    values.iter().map(reading).collect()
}

impl Desk {
    /// Kolos with VK, Telegram and a place of reviews; Tuesday 24 November, 09:12 in Kazan.
    pub(super) fn kolos(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let patience = Duration::from_secs(1);
        let store = Store::open(folder.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
        let mut desk = Self {
            folder,
            store,
            room: Kpi::default(),
            now: "2026-11-24T06:12:00Z".parse().unwrap(),
            scope: None,
            client: ClientId(0),
            vk: ChannelId(0),
            tg: ChannelId(0),
            size: (80, 22),
            roster: Roster::default(),
            locale: Locale::new(lang),
            theme: Theme::named("dark").unwrap(),
            hours: Hours::default(),
        };
        desk.client = desk.add_client("Kolos", "Europe/Moscow");
        desk.vk = desk.add_channel("vk");
        desk.tg = desk.add_channel("telegram");
        desk.add_channel("yandexmaps");
        desk.refresh();
        desk
    }

    /// The same with two months of numbers, posts, talks and goals.
    pub(super) fn full(lang: Lang) -> Self {
        let mut desk = Self::kolos(lang);
        desk.measure();
        desk.talk();
        desk.publish();
        for (metric, value) in [
            ("followers", 6_300.0),
            ("reach", 40_000.0),
            ("answered_in_time_percent", 60.0),
            ("negative_percent", 8.0),
            ("cost_per_follower", 45.0),
        ] {
            desk.apply(Command::Kpi(KpiCommand::SetTarget {
                client: desk.client,
                metric: metric.to_owned(),
                value: Some(value),
            }));
        }
        desk.refresh();
        desk
    }

    pub(super) fn add_client(&mut self, name: &str, zone: &str) -> ClientId {
        let mut card = ClientCard::new(name, zone);
        card.contract_posts = Some(20);
        card.contract_money = "35 000 ₽".to_owned();
        let id = self.apply(Command::Client(ClientCommand::Add(card)));
        self.roster = Roster::read(self.store.reader()).unwrap();
        ClientId(id.unwrap())
    }

    fn add_channel(&mut self, platform: &str) -> ChannelId {
        let id = self.apply(Command::Channel(ChannelCommand::Add(ChannelCard {
            client: self.client,
            platform: platform.to_owned(),
            handle: "kolos_kazan".to_owned(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 0,
            text_max: 0,
            utm: String::new(),
        })));
        self.roster = Roster::read(self.store.reader()).unwrap();
        ChannelId(id.unwrap())
    }

    /// Every day from 1 October to 22 November; Telegram's 12 and 13 November and all of the 23rd are missing.
    fn measure(&mut self) {
        let mut readings = Vec::new();
        let mut day = day("2026-10-01");
        for n in 0..53_u32 {
            for (channel, share) in [(self.vk, 2.0), (self.tg, 1.0)] {
                let gap =
                    channel == self.tg && (n == 42 || n == 43) || channel == self.vk && n == 35;
                let values = [
                    (Metric::Followers, 2_000.0 * share + f64::from(n)),
                    (Metric::Reach, share * f64::from(500 + 10 * n)),
                    (Metric::Reactions, share * f64::from(20 + n)),
                    (Metric::Spend, if share > 1.5 { 300.0 } else { 0.0 }),
                ];
                for (metric, value) in values.into_iter().filter(|_| !gap) {
                    readings.push(NewReading {
                        channel,
                        post: None,
                        metric,
                        day,
                        value,
                    });
                }
            }
            day = day.succ_opt().unwrap();
        }
        self.typed(readings);
    }

    fn talk(&mut self) {
        for n in 0..20_i64 {
            let at = self.now - chrono::Duration::days(1 + 2 * n);
            let message = NewMessage {
                channel: self.vk,
                author: Author {
                    handle: format!("p{n}"),
                    name: format!("Person {n}"),
                },
                post: None,
                kind: ThreadKind::Comment,
                at,
                outgoing: false,
                text: "Ждали заказ 50 минут".to_owned(),
                raw_hash: n.to_string(),
                external_id: None,
            };
            let messages = vec![message];
            self.apply(Command::Inbox(InboxCommand::Receive {
                messages,
                file: String::new(),
            }));
            let thread = ThreadId(n + 1);
            let tone = if n % 4 == 0 { Tone::Bad } else { Tone::Good };
            self.apply(Command::Inbox(InboxCommand::SetTone { thread, tone }));
            let wait = if n % 3 == 0 { 190 } else { 48 };
            self.apply(Command::Inbox(InboxCommand::Answer {
                thread,
                text: "Мне очень жаль".to_owned(),
                at: at + chrono::Duration::minutes(wait),
            }));
        }
    }

    /// Five posts, one every two days, each on VK; their engagement falls with their age.
    fn publish(&mut self) {
        for n in 0..5_i64 {
            let at = self.now - chrono::Duration::days(1 + 2 * n);
            let post = self.apply(Command::Plan(PlanCommand::AddPost(NewPost {
                client: self.client,
                rubric: "люди".to_owned(),
                campaign: String::new(),
                topic: format!("Бариста Лена о латте-арте {n}"),
                format: Format::Text,
                text: "Текст".to_owned(),
                link: String::new(),
                first_comment: String::new(),
                planned: Some(Planned {
                    local: at.naive_utc(),
                    zone: "Europe/Moscow".to_owned(),
                    at,
                }),
                approval: Approval::Approved,
                channels: vec![self.vk],
            })));
            self.apply(Command::Delivery(DeliveryCommand::Stamp {
                variants: vec![VariantId(n + 1)],
                at,
                permalink: String::new(),
            }));
            let post = post.map(PostId);
            let on = self.now.date_naive();
            let value = |metric, value| NewReading {
                channel: self.vk,
                post,
                metric,
                day: on,
                value,
            };
            let readings = vec![
                value(Metric::Reach, 1_000.0),
                value(Metric::Reactions, 90.0 - 20.0 * n as f64),
            ];
            self.typed(readings);
        }
    }

    pub(super) fn typed(&mut self, readings: Vec<NewReading>) {
        let origin = "typed".to_owned();
        self.apply(Command::Kpi(KpiCommand::TypeReadings { readings, origin }));
        self.refresh();
    }

    pub(super) fn apply(&mut self, command: impl Into<Box<Command>>) -> Option<i64> {
        self.store.apply(&command.into(), self.now).unwrap().id
    }

    pub(super) fn undo(&mut self) {
        self.store.undo(self.now).unwrap();
        self.refresh();
    }

    /// Does what the hallway would: changes and memory, then a fresh look.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Apply(command) => {
                    self.apply(command);
                }
                Effect::Remember(memo) => self.store.remember(&memo).unwrap(),
                other => panic!("nobody expected {other:?}"),
            }
        }
        self.refresh();
    }

    pub(super) fn remember(&mut self, memo: &Memo) {
        self.store.remember(memo).unwrap();
        self.refresh();
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        let (room, env) = self.parts();
        let effects = room.act(action, &env);
        self.settle();
        effects.into_iter().collect()
    }

    pub(super) fn press(&mut self, code: Code) -> Vec<Effect> {
        let (room, env) = self.parts();
        let effects = room.key(Key::plain(code), &env);
        self.settle();
        effects.into_iter().collect()
    }

    pub(super) fn write(&mut self, text: &str) {
        for c in text.chars() {
            assert_eq!(self.press(Code::Char(c)), []);
        }
    }

    pub(super) fn refresh(&mut self) {
        let roster = Roster::read(self.store.reader()).unwrap();
        self.roster = roster;
        let mut room = std::mem::take(&mut self.room);
        room.refresh(self.store.reader(), &self.env()).unwrap();
        self.room = room;
        self.settle();
    }

    pub(super) fn settle(&mut self) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let (room, env) = self.parts();
        room.settle(area, &env);
    }

    pub(super) fn env(&self) -> Env<'_> {
        Env {
            now: self.now,
            zone: chrono_tz::Europe::Moscow,
            hours: &self.hours,
            scope: self.scope,
            filter: crate::domain::filter::Filter::everything(),
            roster: &self.roster,
            locale: &self.locale,
            theme: &self.theme,
            size: self.size,
        }
    }

    /// The screen as text.
    pub(super) fn rows(&self) -> Vec<String> {
        self.drawn().0
    }

    pub(super) fn drawn(&self) -> (Vec<String>, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buf = Buffer::empty(area);
        let caret = self.room.draw(area, &mut buf, &self.env());
        (crate::ui::put::tests::rows(&buf), caret)
    }

    /// The row of a card.
    pub(super) fn line(&self, title: &str) -> String {
        let rows = self.rows();
        let found = rows
            .iter()
            .find(|row| row.get(2..).is_some_and(|row| row.starts_with(title)));
        found
            .unwrap_or_else(|| panic!("no {title} in\n{}", rows.join("\n")))
            .clone()
    }

    /// The row the cursor is on.
    pub(super) fn chosen(&self) -> String {
        let rows = self.rows();
        let found = rows.iter().find(|row| row.starts_with('>'));
        found
            .unwrap_or_else(|| panic!("no cursor in\n{}", rows.join("\n")))
            .clone()
    }

    fn parts(&mut self) -> (&mut Kpi, Env<'_>) {
        let env = Env {
            now: self.now,
            zone: chrono_tz::Europe::Moscow,
            hours: &self.hours,
            scope: self.scope,
            filter: crate::domain::filter::Filter::everything(),
            roster: &self.roster,
            locale: &self.locale,
            theme: &self.theme,
            size: self.size,
        };
        (&mut self.room, env)
    }
}
