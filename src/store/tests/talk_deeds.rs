//! The second half of the deal: conversations and numbers.

use super::deeds::Dealer;
use super::desk::message;
use crate::domain::command::{InboxCommand, KpiCommand, NewReading};
use crate::domain::ids::{CannedId, ChannelId, ClientId, PostId, ThreadId};
use crate::domain::inbox::{ThreadKind, ThreadState, Tone};
use crate::domain::kpi::Metric;
use crate::store::Store;

impl Dealer {
    pub(super) fn of_inbox(&mut self, store: &Store, kind: usize) -> InboxCommand {
        let client = ClientId(self.pick(store, "client"));
        let thread = ThreadId(self.pick_any(store, "thread"));
        match kind {
            25 => InboxCommand::Receive {
                messages: (0..=self.roll(4)).map(|_| self.message(store)).collect(),
                file: self.word(),
            },
            26 => InboxCommand::Answer {
                thread,
                text: self.word(),
                at: self.now,
            },
            27 => InboxCommand::Decide {
                threads: vec![thread, ThreadId(self.pick_any(store, "thread"))],
                state: ThreadState::ALL[self.roll(ThreadState::ALL.len())],
                until: self.maybe_time(),
            },
            28 => InboxCommand::SetTone {
                thread,
                tone: Tone::ALL[self.roll(Tone::ALL.len())],
            },
            29 => InboxCommand::SetTopic {
                thread,
                topic: self.word(),
            },
            30 => InboxCommand::AddLead {
                client,
                thread: (self.roll(2) == 0).then_some(thread),
                what: self.word(),
            },
            31 => InboxCommand::Look {
                channel: ChannelId(self.pick(store, "channel")),
                found: self.roll(9) as u32,
            },
            32 => InboxCommand::AddCanned {
                client,
                lang: "ru".to_owned(),
                name: self.word(),
                text: self.word(),
            },
            39 => InboxCommand::EditCanned {
                id: CannedId(self.pick(store, "canned_reply")),
                lang: "en".to_owned(),
                name: self.word(),
                text: self.word(),
            },
            _ => InboxCommand::DeleteCanned(CannedId(self.pick(store, "canned_reply"))),
        }
    }

    pub(super) fn of_kpi(&mut self, store: &Store, kind: usize) -> KpiCommand {
        let values = [0.0, -0.0, 6600.0, 0.1, f64::INFINITY, f64::MIN_POSITIVE];
        let value = values[self.roll(values.len())];
        if kind == 34 {
            let reading = |dealer: &mut Dealer| NewReading {
                channel: ChannelId(dealer.pick(store, "channel")),
                post: (dealer.roll(3) == 0).then(|| PostId(dealer.pick(store, "post"))),
                metric: Metric::ALL[dealer.roll(Metric::ALL.len())],
                day: dealer.now.date_naive(),
                value,
            };
            return KpiCommand::TypeReadings {
                readings: (0..self.roll(4)).map(|_| reading(self)).collect(),
                origin: "typed".to_owned(),
            };
        }
        KpiCommand::SetTarget {
            client: ClientId(self.pick(store, "client")),
            metric: ["followers", "reach"][self.roll(2)].to_owned(),
            value: (self.roll(3) > 0).then_some(value),
        }
    }

    fn message(&mut self, store: &Store) -> crate::domain::command::NewMessage {
        let channel = ChannelId(self.pick(store, "channel"));
        let who = ["аня", "Тролль", "o'b"][self.roll(3)];
        let text = self.word();
        let mut new = message(channel, who, self.now, &text);
        new.kind = ThreadKind::ALL[self.roll(ThreadKind::ALL.len())];
        new.outgoing = self.roll(4) == 0;
        new.post = (self.roll(4) == 0).then(|| PostId(self.pick(store, "post")));
        new.external_id = (self.roll(3) == 0).then(|| self.roll(30).to_string());
        new
    }
}
