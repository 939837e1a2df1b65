//! The client's yes: what is shown is on record, what is said is taken down, an edit takes a yes back, and `u` all of it.

mod edits;
mod refusals;
mod words;

use super::desk::{Desk, difference, findings, hers, moment, page, planned, post};
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, DeliveryCommand, PacketCommand, PlanCommand, PostCard,
    Told,
};
use crate::domain::ids::{ChannelId, ClientId, MediaId, PacketId, PacketItemId, PostId, VariantId};
use crate::domain::lint::RuleId;
use crate::domain::post::Approval;
use crate::domain::tongue::Tongue;
use crate::domain::verdict::Verdict;
use crate::domain::yes::{
    CHANGED_MEANWHILE, CHANGES_UNSAID, NO_UNSAID, Part, TAKEN_BACK, YES_HELD, YesRefused,
};
use crate::store::{AskedItem, Origin, StoreError};

/// A desk with one client on two channels and three posts a day apart.
struct Table {
    desk: Desk,
    client: ClientId,
    channels: [ChannelId; 2],
    posts: Vec<PostId>,
}

impl Table {
    fn laid() -> Self {
        let mut desk = Desk::new();
        let (client, one) = desk.client("Колос");
        let two = desk.made(&Command::Channel(ChannelCommand::Add(page(client))));
        let mut table = Self {
            desk,
            client,
            channels: [one, ChannelId(two)],
            posts: Vec::new(),
        };
        for day in 1..=3 {
            let post = table.add(Some(moment(day * 1440)));
            table.posts.push(post);
        }
        table
    }

    fn add(&mut self, at: Option<crate::domain::Moment>) -> PostId {
        let new = post(self.client, &self.channels, at);
        PostId(self.desk.made(&Command::Plan(PlanCommand::AddPost(new))))
    }

    fn send(&mut self, posts: &[PostId]) -> Result<i64, StoreError> {
        let send = PacketCommand::Send {
            posts: posts.to_vec(),
            tongue: Tongue::Ru,
        };
        let done = self.desk.apply(&Command::Packet(send))?;
        Ok(done.id.unwrap())
    }

    /// The item under a code, asked of the history of its post.
    fn item(&self, code: &str) -> PacketItemId {
        let all = self.desk.store.reader();
        let shown = self
            .posts
            .iter()
            .flat_map(|post| all.shown_of(*post, 9).unwrap());
        let mut shown = shown.filter(|it| it.code() == code);
        shown.next().unwrap().item
    }

    fn says(&mut self, said: &[(&str, Verdict, &str)]) -> Result<(), StoreError> {
        let told = said.iter().map(|(code, verdict, words)| Told {
            item: self.item(code),
            verdict: *verdict,
            words: (*words).to_owned(),
        });
        let answer = PacketCommand::Answer {
            told: told.collect(),
        };
        self.desk.apply(&Command::Packet(answer)).map(drop)
    }

    fn does(&mut self, command: PlanCommand) {
        self.desk.apply(&Command::Plan(command)).unwrap();
    }

    fn writes(&mut self, post: PostId, text: &str) {
        self.does(PlanCommand::SaveText {
            post,
            variant: None,
            text: text.to_owned(),
        });
    }

    fn variants(&self, post: PostId) -> Vec<VariantId> {
        let lines = self.desk.store.reader().variants_of(post).unwrap();
        lines.iter().map(|line| line.variant).collect()
    }

    /// How far the variants of a post have come, and why.
    fn stands(&self, post: PostId) -> Vec<(Approval, String)> {
        let lines = self.desk.store.reader().variants_of(post).unwrap();
        let each = lines.into_iter().map(|line| (line.approval, line.reason));
        each.collect()
    }

    fn all_stand(&self, post: PostId, approval: Approval, reason: &str) {
        let both = vec![(approval, reason.to_owned()); 2];
        assert_eq!(self.stands(post), both, "post {}", post.0);
    }

    /// Takes the newest thing back and does it again: the desk before, and the desk as it is, row for row.
    fn there_and_back(
        &mut self,
        before: &std::collections::BTreeMap<&'static str, super::desk::Rows>,
    ) {
        let after = hers(&self.desk.store);
        self.desk.store.undo(self.desk.now).unwrap();
        assert_eq!(difference(before, &hers(&self.desk.store)), None);
        self.desk.store.redo(self.desk.now).unwrap();
        assert_eq!(difference(&after, &hers(&self.desk.store)), None);
    }
}

fn refused<T>(tried: Result<T, StoreError>) -> YesRefused {
    match tried {
        Err(StoreError::Yes(refused)) => refused,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("nothing was refused"),
    }
}
