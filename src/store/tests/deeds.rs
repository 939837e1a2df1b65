//! Dealing random Commands over a small desk: mostly legal, sometimes about rows that are gone or never were.

use chrono::Duration;

use super::desk::{card, moment, page, planned, post};
use super::kinds::{self, KINDS, OUT, UNSURE};
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::command::{
    BroughtPost, ChannelCommand, ClientCommand, Command, DeliveryCommand, Landing, Mark, NewMedia,
    PlanCommand, PostCard, PostCopy,
};
use crate::domain::ids::{ChannelId, ClientId, MediaId, PostId, RubricId, SlotId, VariantId};
use crate::domain::post::{Approval, Format, Outcome};
use crate::store::Store;

/// Words that make trouble: quotes, other scripts, emoji, what looks like SQL.
const WORDS: &[&str] = &[
    "Колос",
    "O'Neill",
    "მარანი",
    "Đà Nẵng",
    "👨‍👩‍👧‍👦 семья",
    "'); DROP TABLE post; --",
    "ёлка",
    "",
    "сырники к утру",
    "\"в кавычках\"",
];

/// Deals Commands that fit the desk as it stands.
pub(super) struct Dealer {
    chance: Rng,
    pub(super) now: Moment,
}

impl Dealer {
    pub(super) fn new(seed: u64) -> Dealer {
        Dealer {
            chance: Rng::seeded(seed),
            now: moment(0),
        }
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        (self.chance.next() % sides as u64) as usize
    }

    /// Time passes, up to an hour and a half.
    pub(super) fn wait(&mut self) {
        let minutes = 1 + self.roll(90) as i64;
        self.now += Duration::minutes(minutes);
    }

    /// A random Command.
    pub(super) fn deal(&mut self, store: &Store) -> Command {
        // A desk needs clients and channels before anything else is worth saying.
        let kind = match self.roll(12) {
            0 => 10,
            1 => 25,
            _ => self.roll(KINDS),
        };
        self.deal_kind(store, kind)
    }

    /// A Command of this kind.
    pub(super) fn deal_kind(&mut self, store: &Store, kind: usize) -> Command {
        let command = self.of_kind(store, kind);
        assert_eq!(kinds::kind(&command), kind, "dealt {command:?}");
        command
    }

    fn of_kind(&mut self, store: &Store, kind: usize) -> Command {
        match kind {
            0..=4 | 40 | 42 | 43 | 53 => Command::Client(self.of_client(store, kind)),
            5..=9 | 36 => Command::Channel(self.of_channel(store, kind)),
            54 => Command::Plan(self.of_texts(store)),
            10..=19 | 38 | 41 | 58..=60 | 64 => Command::Plan(self.of_plan(store, kind)),
            61..=63 => Command::Plan(self.of_lint(store, kind)),
            44..=47 => Command::Campaign(self.of_campaign(store, kind)),
            20..=24 | 37 | 52 => Command::Delivery(self.of_delivery(store, kind)),
            50 | 51 => Command::Day(self.of_day(store, kind)),
            25..=33 | 39 => Command::Inbox(self.of_inbox(store, kind)),
            55..=57 => Command::Snippet(self.of_snippet(store, kind)),
            48 | 49 => Command::Packet(self.of_packet(store, kind)),
            _ => Command::Kpi(self.of_kpi(store, kind)),
        }
    }

    fn of_client(&mut self, store: &Store, kind: usize) -> ClientCommand {
        let name = format!("{}{}", self.word(), self.roll(40));
        let client = ClientId(self.pick(store, "client"));
        let share = (self.roll(2) == 0).then(|| self.roll(100) as u32);
        match kind {
            0 => ClientCommand::Add(card(&name)),
            1 => {
                let mut card = card(&name);
                card.promise_min = self.roll(600) as u32;
                card.avoid = vec![self.word(), self.word()];
                card.contract_posts = share;
                ClientCommand::Edit(client, card)
            }
            2 => ClientCommand::Delete(client),
            53 => ClientCommand::LearnWord { client, word: name },
            40 => ClientCommand::TakeOn {
                card: card(&name),
                rubrics: vec![(self.word(), share)],
            },
            3 => ClientCommand::AddRubric {
                client,
                name,
                share,
            },
            4 => ClientCommand::EditRubric {
                rubric: RubricId(self.pick(store, "rubric")),
                name,
                share,
            },
            42 => ClientCommand::DeleteRubric {
                rubric: RubricId(self.pick(store, "rubric")),
                name,
            },
            _ => {
                let from = self.pick(store, "rubric");
                let client = of(store, "rubric", from, "client");
                let into = format!("rubric WHERE client = {client} AND deleted_at IS NULL");
                ClientCommand::MergeRubrics {
                    from: RubricId(from),
                    into: RubricId(self.nth(store, &into)),
                    names: (name.clone(), name),
                }
            }
        }
    }

    fn of_channel(&mut self, store: &Store, kind: usize) -> ChannelCommand {
        let channel = ChannelId(self.pick(store, "channel"));
        let mut card = page(ClientId(self.pick(store, "client")));
        card.handle = self.word();
        card.platform = ["telegram", "vk"][self.roll(2)].to_owned();
        card.grace_min = self.roll(200) as u32;
        match kind {
            5 => ChannelCommand::Add(card),
            36 => ChannelCommand::Open {
                card,
                slots: vec![(self.roll(7) as u8, self.roll(1440) as u16)],
            },
            6 => ChannelCommand::Edit(channel, card),
            7 => ChannelCommand::Delete(channel),
            8 => ChannelCommand::AddSlot {
                channel,
                weekday: self.roll(7) as u8,
                minute: self.roll(1440) as u16,
            },
            _ => ChannelCommand::DeleteSlot(SlotId(self.pick(store, "slot"))),
        }
    }

    fn of_plan(&mut self, store: &Store, kind: usize) -> PlanCommand {
        let id = PostId(self.pick(store, "post"));
        match kind {
            10 => PlanCommand::AddPost(self.new_post(store)),
            11 => PlanCommand::AddPosts {
                posts: (0..self.roll(4)).map(|_| self.brought(store)).collect(),
                file: self.word(),
            },
            12 => PlanCommand::EditPost {
                post: id,
                card: self.post_card(),
            },
            13 => {
                let own = (self.roll(2) == 0).then(|| self.pick(store, "variant"));
                let post = match own {
                    Some(variant) => PostId(of(store, "variant", variant, "post")),
                    None => id,
                };
                PlanCommand::SaveText {
                    post,
                    variant: own.map(VariantId),
                    text: self.word(),
                }
            }
            60 => {
                let own = self.pick(store, "variant");
                let post = PostId(of(store, "variant", own, "post"));
                let texts = vec![(None, self.word()), (Some(VariantId(own)), self.word())];
                let link = (self.roll(2) == 0).then(|| self.word());
                PlanCommand::TagLinks { post, texts, link }
            }
            14 => PlanCommand::Inherit {
                variant: VariantId(self.pick(store, "variant")),
            },
            15 => PlanCommand::SetApproval {
                variants: self.variants(store),
                to: Approval::ALL[self.roll(Approval::ALL.len())],
                reason: self.word(),
            },
            16 => {
                let variants = self.variants(store).into_iter();
                let moves = variants.map(|id| (id, self.maybe_time().map(planned)));
                let moves = moves.collect();
                PlanCommand::Reschedule { moves }
            }
            17 => self.picture(store, id),
            18 => PlanCommand::Detach {
                media: MediaId(self.pick(store, "media")),
            },
            38 => PlanCommand::EditAlt {
                media: MediaId(self.pick(store, "media")),
                alt: self.word(),
            },
            58 | 59 | 64 => self.other_pictures(store, kind, id),
            41 => PlanCommand::CopyPosts {
                copies: vec![self.copy(store, id)],
            },
            _ => PlanCommand::DeletePosts { posts: vec![id] },
        }
    }

    /// Few days, so that names meet names.
    fn of_delivery(&mut self, store: &Store, kind: usize) -> DeliveryCommand {
        let variants = self.variants(store);
        match kind {
            20 => {
                let outcome = [Outcome::Due, Outcome::Missed, Outcome::Unsure][self.roll(3)];
                let marks = variants.into_iter().map(|variant| Mark {
                    variant,
                    due_at: planned_of(store, variant).unwrap_or(self.now),
                    outcome,
                    reason: "missed-draft".to_owned(),
                });
                DeliveryCommand::Mark {
                    marks: marks.collect(),
                }
            }
            21 => {
                let due = |id| (id, planned_of(store, id).unwrap_or(self.now));
                DeliveryCommand::Rang {
                    variants: variants.into_iter().map(due).collect(),
                }
            }
            22 => DeliveryCommand::Opened { variants },
            52 => DeliveryCommand::Absent {
                variants: vec![VariantId(self.nth(store, UNSURE))],
            },
            23 => DeliveryCommand::Stamp {
                variants,
                at: self.now,
                permalink: self.word(),
            },
            37 => DeliveryCommand::Link {
                variants: vec![VariantId(self.nth(store, OUT))],
                permalink: self.word(),
            },
            _ => DeliveryCommand::Skip {
                variants,
                reason: self.word(),
            },
        }
    }

    fn new_post(&mut self, store: &Store) -> crate::domain::command::NewPost {
        let channel = self.pick(store, "channel");
        let client = ClientId(of(store, "channel", channel, "client"));
        let mut channels = vec![ChannelId(channel)];
        if self.roll(3) == 0 {
            channels.push(ChannelId(self.pick(store, "channel")));
        }
        let at = self.maybe_time();
        let mut new = post(client, &channels, at);
        new.rubric = self.word();
        new.campaign = self.word();
        new.text = self.word();
        new.topic = self.word();
        new.approval = Approval::ALL[self.roll(Approval::ALL.len())];
        new
    }

    fn brought(&mut self, store: &Store) -> BroughtPost {
        let media = (0..self.roll(3)).map(|_| NewMedia {
            hash: self.bytes(store),
            name: self.word(),
            bytes: 5,
            alt: self.word(),
            is_cover: self.roll(3) == 0,
        });
        BroughtPost {
            media: media.collect(),
            note: self.word(),
            client_note: self.word(),
            script: self.word(),
            shots: self.word(),
            post: self.new_post(store),
        }
    }

    /// Other bytes for a picture, or another order of all.
    fn copy(&mut self, store: &Store, post: PostId) -> PostCopy {
        let channel = self.pick(store, "channel");
        PostCopy {
            post,
            client: ClientId(of(store, "channel", channel, "client")),
            onto: vec![Landing {
                channel: ChannelId(channel),
                like: VariantId(self.pick(store, "variant")),
                planned: self.maybe_time().map(planned),
            }],
            joins: self.roll(2) == 0,
        }
    }

    fn post_card(&mut self) -> PostCard {
        PostCard {
            topic: self.word(),
            rubric: self.word(),
            campaign: self.word(),
            format: Format::ALL[self.roll(Format::ALL.len())],
            link: self.word(),
            first_comment: self.word(),
            brief: self.word(),
            script: self.word(),
            shots: self.word(),
            note: self.word(),
            client_note: self.word(),
            ready_by: self.maybe_time(),
            ad: self.ad(),
        }
    }

    fn variants(&mut self, store: &Store) -> Vec<VariantId> {
        (0..=self.roll(2))
            .map(|_| VariantId(self.pick(store, "variant")))
            .collect()
    }

    pub(super) fn maybe_time(&mut self) -> Option<Moment> {
        let minutes = self.roll(600) as i64 - 200;
        (self.roll(4) > 0).then(|| self.now + Duration::minutes(minutes))
    }

    pub(super) fn word(&mut self) -> String {
        WORDS[self.roll(WORDS.len())].to_owned()
    }

    /// A live row of a noun; now and then a buried one, or one that never was.
    pub(super) fn pick(&mut self, store: &Store, table: &str) -> i64 {
        match self.roll(40) {
            0 => 4096,
            1 => self.pick_any(store, table),
            _ => self.nth(store, &format!("{table} WHERE deleted_at IS NULL")),
        }
    }

    pub(super) fn pick_any(&mut self, store: &Store, table: &str) -> i64 {
        self.nth(store, table)
    }

    pub(super) fn nth(&mut self, store: &Store, from: &str) -> i64 {
        let mut statement = store
            .writer
            .prepare_cached(&format!("SELECT id FROM {from} ORDER BY id"))
            .unwrap();
        let ids = statement.query_map([], |row| row.get(0)).unwrap();
        let ids: Vec<i64> = ids.map(Result::unwrap).collect();
        if ids.is_empty() {
            4096
        } else {
            ids[self.roll(ids.len())]
        }
    }
}

/// A column of a row, 4096 where there is no such row.
pub(super) fn of(store: &Store, table: &str, id: i64, column: &str) -> i64 {
    let sql = format!("SELECT {column} FROM {table} WHERE id = ?");
    let found = store.writer.query_row(&sql, [id], |row| row.get(0));
    found.unwrap_or(4096)
}

/// The moment a variant is planned for.
fn planned_of(store: &Store, id: VariantId) -> Option<Moment> {
    let sql = "SELECT at FROM variant WHERE id = ?";
    let at: Option<i64> = store.writer.query_row(sql, [id], |row| row.get(0)).ok()?;
    at.map(crate::store::convert::moment)
}
