//! A desk of a given size, the same every time, made through Commands: twenty clients, years of posts and talk behind
//! them, three months of plan before them. Made once and kept.

use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, TimeDelta};
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::channel::{ChannelCard, Mode};
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{
    Author, ChannelCommand, ClientCommand, Command, DeliveryCommand, InboxCommand, KpiCommand,
    NewMessage, NewPost, NewReading, PlanCommand, Planned,
};
use postdesk::domain::ids::{ChannelId, ClientId, VariantId};
use postdesk::domain::inbox::ThreadKind;
use postdesk::domain::kpi::Metric;
use postdesk::domain::post::{Approval, Format};
use postdesk::store::{Origin, PATIENCE, Store};

use crate::table::{Table, millis};

const CLIENTS: usize = 20;
const CHANNELS_EACH: usize = 3;
const CHANNELS: usize = CLIENTS * CHANNELS_EACH;
/// Days of plan that lie ahead.
const AHEAD: i64 = 90;
/// Posts that fall due in one minute, for the clock's pass; they are the first of the desk.
pub(crate) const BELLS: usize = 200;
/// The last posts of the past that nobody stamped.
const MISSED: usize = 5;
/// Rows that go into one Command.
const BATCH: usize = 10_000;

/// How much of everything.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) posts: usize,
    messages: usize,
    readings: usize,
    /// Days behind her. Every desk has as much in a day, so that the same rows stand on every screen.
    past: i64,
}

impl Size {
    /// Ten years of a busy desk.
    pub(crate) const BIG: Size = Size {
        posts: 100_000,
        messages: 1_000_000,
        readings: 1_000_000,
        past: 2540,
    };
    /// The same desk in its second month.
    pub(crate) const SMALL: Size = Size {
        posts: 5_000,
        messages: 20_000,
        readings: 20_000,
        past: 41,
    };

    /// Rows of a file that comes in beside an open window.
    pub(crate) fn rows_in(self) -> usize {
        self.posts.min(100_000)
    }
}

/// Sunday 22 November 2026, 09:12 in Moscow.
pub(crate) fn now() -> Moment {
    DateTime::from_timestamp(1_795_327_920, 0).unwrap()
}

/// Makes the desk, unless a whole one of this size is there.
pub(crate) fn make(folder: &Path, size: Size, table: &mut Table) {
    let whole = folder.join("whole");
    if whole.exists() {
        return;
    }
    if folder.exists() {
        std::fs::remove_dir_all(folder).unwrap();
    }
    let store = Store::open(folder, Origin::Rule, PATIENCE, Rng::seeded(7)).unwrap();
    let mut maker = Maker { store, size };
    maker.clients();
    let posts = took(|| maker.posts());
    let messages = took(|| maker.messages(0..size.messages / 10));
    table.note("a tenth of the messages, to be readable", messages, "ms");
    let search = took(|| while maker.store.index_some(5_000).unwrap() > 0 {});
    table.note(
        "a tenth of the messages, to be searchable too",
        messages + search,
        "ms",
    );
    maker.messages(size.messages / 10..size.messages);
    while maker.store.index_some(20_000).unwrap() > 0 {}
    let readings = took(|| maker.readings());
    table.note("all posts", posts, "ms");
    table.note("all readings", readings, "ms");
    std::fs::write(whole, "").unwrap();
}

fn took(act: impl FnOnce()) -> f64 {
    let start = Instant::now();
    act();
    millis(start.elapsed())
}

struct Maker {
    store: Store,
    size: Size,
}

impl Maker {
    /// In one go: nobody waits for a desk that is being made.
    fn apply(&mut self, command: &Command) {
        let one = [(command.clone(), now())];
        self.store.apply_all(&one).unwrap();
    }

    /// Three channels each, with three posting times a week, a contract, and a third of them to be looked at.
    fn clients(&mut self) {
        for n in 0..CLIENTS {
            let mut card = ClientCard::new(&format!("Client{n:02}"), "Europe/Moscow");
            "daily 7-23".clone_into(&mut card.hours);
            card.contract_posts = Some(60);
            card.colour = (n % 8) as u8;
            self.apply(&Command::Client(ClientCommand::Add(card)));
            for (which, platform) in ["vk", "telegram", "ok"].into_iter().enumerate() {
                let card = ChannelCard {
                    client: ClientId(n as i64 + 1),
                    platform: platform.to_owned(),
                    handle: format!("@client{n:02}"),
                    link: format!("https://{platform}.example/client{n:02}"),
                    mode: Mode::Assisted,
                    grace_min: 60,
                    look_every_min: if which == 2 { 240 } else { 0 },
                    watch_min: 120,
                    text_max: 0,
                    utm: String::new(),
                };
                let slots = vec![(1, 570), (3, 570), (5, 600)];
                self.apply(&Command::Channel(ChannelCommand::Open { card, slots }));
            }
        }
    }

    /// The bells first, then the plan from its first day to its last; what lies behind has gone out but for a few.
    fn posts(&mut self) {
        let tomorrow = now() + TimeDelta::days(1);
        let bells = (0..BELLS.min(self.size.posts / 10)).map(|_| post(0, tomorrow, 1));
        self.plan(bells.collect());
        let step = (self.size.past + AHEAD) * 86_400 / self.size.posts as i64;
        let start = now() - TimeDelta::days(self.size.past);
        let mut batch = Vec::new();
        for n in 0..self.size.posts {
            let at = start + TimeDelta::seconds(step * n as i64);
            batch.push(post(n, at, if n % 10 < 3 { 2 } else { 1 }));
            if batch.len() == BATCH / 5 || n + 1 == self.size.posts {
                self.plan(std::mem::take(&mut batch));
            }
        }
        self.stamp(step, start);
    }

    fn plan(&mut self, posts: Vec<NewPost>) {
        let posts = posts.into_iter().map(NewPost::into).collect();
        let file = "plan.csv".to_owned();
        self.apply(&Command::Plan(PlanCommand::AddPosts { posts, file }));
    }

    /// Variants are numbered in the order they were made.
    fn stamp(&mut self, step: i64, start: Moment) {
        let gone = ((now() - start).num_seconds() / step) as usize - MISSED;
        let mut next = BELLS.min(self.size.posts / 10) as i64 + 1;
        let mut stamps = Vec::new();
        for n in 0..gone {
            let each = if n % 10 < 3 { 2 } else { 1 };
            let at = start + TimeDelta::seconds(step * n as i64);
            let stamp = DeliveryCommand::Stamp {
                variants: (next..next + each).map(VariantId).collect(),
                at,
                permalink: String::new(),
            };
            next += each;
            stamps.push((Command::Delivery(stamp), at));
        }
        for batch in stamps.chunks(BATCH) {
            self.store.apply_all(batch).unwrap();
        }
    }

    /// Each conversation has five messages; the last is an answer, but in every tenth.
    fn messages(&mut self, range: std::ops::Range<usize>) {
        let all: Vec<usize> = range.collect();
        for batch in all.chunks(BATCH) {
            let messages = batch.iter().map(|n| message(*n, self.size)).collect();
            let file = "messages.csv".to_owned();
            self.apply(&Command::Inbox(InboxCommand::Receive { messages, file }));
        }
    }

    /// Every channel, every day, backwards from yesterday, until there are enough.
    fn readings(&mut self) {
        let yesterday = now().date_naive() - TimeDelta::days(1);
        let metrics = Metric::ALL;
        let readings = (0..self.size.readings).map(|n| NewReading {
            channel: ChannelId((n % CHANNELS) as i64 + 1),
            post: None,
            metric: metrics[n / CHANNELS % metrics.len()],
            day: yesterday - TimeDelta::days((n / CHANNELS / metrics.len()) as i64),
            value: (n * 7 % 5_000) as f64,
        });
        let all: Vec<NewReading> = readings.collect();
        for batch in all.chunks(BATCH) {
            let (readings, origin) = (batch.to_vec(), "file".to_owned());
            self.apply(&Command::Kpi(KpiCommand::TypeReadings { readings, origin }));
        }
    }
}

/// A plan of so many posts that are not there yet.
pub(crate) fn many_posts(rows: usize) -> Command {
    let at = |n: usize| now() + TimeDelta::days(AHEAD) + TimeDelta::minutes(n as i64);
    Command::Plan(PlanCommand::AddPosts {
        posts: (0..rows).map(|n| post(n, at(n), 1).into()).collect(),
        file: "plan.csv".to_owned(),
    })
}

/// So many messages that have not come in yet, each fifth by somebody new.
pub(crate) fn many_messages(rows: usize) -> Command {
    let size = Size {
        messages: rows,
        ..Size::SMALL
    };
    let one = |n: usize| {
        let mut message = message(n, size);
        message.author.handle = format!("newcomer{}", n / 5);
        message.external_id = Some(format!("new{n}"));
        message
    };
    Command::Inbox(InboxCommand::Receive {
        messages: (0..rows).map(one).collect(),
        file: "messages.csv".to_owned(),
    })
}

fn channel(client: usize, which: usize) -> ChannelId {
    ChannelId((client * CHANNELS_EACH + which % CHANNELS_EACH) as i64 + 1)
}

/// Something about coffee.
fn words(n: usize) -> String {
    const WORDS: [&str; 12] = [
        "кофе",
        "обжарка",
        "завтрак",
        "скидка",
        "вопрос",
        "доставка",
        "очередь",
        "пирог",
        "акция",
        "спасибо",
        "заказ",
        "бариста",
    ];
    let mut rng = Rng::seeded(n as u64);
    let picked: Vec<&str> = (0..8)
        .map(|_| WORDS[(rng.next() % WORDS.len() as u64) as usize])
        .collect();
    format!("{} {n}", picked.join(" "))
}

fn post(n: usize, at: Moment, channels: usize) -> NewPost {
    let client = n % CLIENTS;
    NewPost {
        client: ClientId(client as i64 + 1),
        rubric: ["люди", "меню", "акции"][n % 3].to_owned(),
        campaign: String::new(),
        topic: words(n),
        format: Format::Text,
        text: format!("{} {}", words(n), words(n + 1)),
        link: String::new(),
        first_comment: String::new(),
        planned: Some(planned(at)),
        approval: match (at > now(), n % 8) {
            (true, 0) => Approval::Draft,
            (true, 1) => Approval::Review,
            _ => Approval::Approved,
        },
        channels: (0..channels)
            .map(|which| channel(client, n + which))
            .collect(),
    }
}

pub(crate) fn planned(at: Moment) -> Planned {
    let zone = chrono_tz::Europe::Moscow;
    Planned {
        local: at.with_timezone(&zone).naive_local(),
        zone: zone.name().to_owned(),
        at,
    }
}

fn message(n: usize, size: Size) -> NewMessage {
    const EACH: usize = 5;
    let threads = size.messages / EACH;
    let (thread, turn) = (n % threads, n / threads);
    let step = size.past * 86_400 / size.messages as i64;
    let left = (size.messages - n) as i64;
    NewMessage {
        channel: channel(thread % CLIENTS, thread / CLIENTS),
        author: Author {
            handle: format!("guest{thread}"),
            name: format!("Гость {thread}"),
        },
        post: None,
        kind: ThreadKind::Comment,
        at: now() - TimeDelta::seconds(step.max(1) * left),
        outgoing: turn + 1 == EACH && !thread.is_multiple_of(10),
        text: words(n),
        raw_hash: format!("{n:016x}"),
        external_id: Some(format!("m{n}")),
    }
}
