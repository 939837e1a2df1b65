//! What a file brings, on its way into the store: first its pictures, then Command by Command.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::plan::Guest;
use crate::domain::command::{
    BroughtPost, Command, InboxCommand, KpiCommand, NewMessage, NewReading, PlanCommand,
};
use crate::domain::ids::ClientId;
use crate::import::Problem;

/// What a file brings.
#[derive(Debug, Clone, PartialEq)]
pub enum Goods {
    /// Posts, with pictures that still lie where they were.
    Plan(Vec<Guest>),
    /// Messages, the oldest first.
    Messages(Vec<NewMessage>),
    /// Values.
    Readings(Vec<NewReading>),
}

/// What a plan brings, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Rows to be written.
    pub rows: usize,
    /// Clients they are of.
    #[serde(skip)]
    pub clients: BTreeSet<ClientId>,
    /// The first day that is planned.
    pub first: Option<NaiveDate>,
    /// The last day that is planned.
    pub last: Option<NaiveDate>,
    /// Posts without a time.
    pub undated: usize,
    /// Pictures that come along.
    pub pictures: usize,
}

/// What a file brings, ready for the store.
#[derive(Debug)]
pub struct Packed {
    /// To be done in this order. A plan is one Command, so that one press takes all of it back.
    pub commands: Vec<Command>,
    /// Pictures that could not be taken after all; their posts come without them.
    pub problems: Vec<Problem>,
}

impl Goods {
    /// How many rows it brings.
    pub fn len(&self) -> usize {
        match self {
            Goods::Plan(posts) => posts.len(),
            Goods::Messages(messages) => messages.len(),
            Goods::Readings(readings) => readings.len(),
        }
    }

    /// Whether it brings nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What it brings, in numbers.
    pub fn sum(&self) -> Sum {
        let mut sum = Sum {
            rows: self.len(),
            ..Sum::default()
        };
        let Goods::Plan(posts) = self else {
            return sum;
        };
        for guest in posts {
            let post = guest.post();
            sum.clients.insert(post.client);
            sum.pictures += guest.pictures();
            match post.planned.as_ref().map(|it| it.local.date()) {
                None => sum.undated += 1,
                day => {
                    sum.first = sum.first.min(day).or(day);
                    sum.last = sum.last.max(day);
                }
            }
        }
        sum
    }

    /// Takes the pictures into the desk and puts everything into Commands.
    pub fn packed(self, desk: &Path, file: &str) -> Packed {
        let mut problems = Vec::new();
        let file = || file.to_owned();
        let commands = match self {
            Goods::Plan(posts) if posts.is_empty() => Vec::new(),
            Goods::Plan(posts) => {
                let posts = posts.into_iter();
                let posts: Vec<BroughtPost> = posts
                    .map(|guest| guest.settled(desk, &mut problems))
                    .collect();
                let file = file();
                vec![Command::Plan(PlanCommand::AddPosts { posts, file })]
            }
            Goods::Messages(messages) if messages.is_empty() => Vec::new(),
            Goods::Messages(mut messages) => {
                // Written in parts, and each part sorts only its own.
                messages.sort_by_key(|message| message.at);
                let file = file();
                vec![Command::Inbox(InboxCommand::Receive { messages, file })]
            }
            Goods::Readings(readings) if readings.is_empty() => Vec::new(),
            Goods::Readings(readings) => {
                let origin = file();
                vec![Command::Kpi(KpiCommand::TypeReadings { readings, origin })]
            }
        };
        Packed { commands, problems }
    }
}
