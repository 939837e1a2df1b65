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

/// Messages written in one transaction: well below a tenth of a second.
const MESSAGES: usize = 250;
/// Values written in one transaction.
const READINGS: usize = 1_000;

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
            Goods::Messages(messages) => in_parts(messages, MESSAGES)
                .map(|messages| {
                    let file = file();
                    Command::Inbox(InboxCommand::Receive { messages, file })
                })
                .collect(),
            Goods::Readings(readings) => in_parts(readings, READINGS)
                .map(|readings| {
                    let origin = file();
                    Command::Kpi(KpiCommand::TypeReadings { readings, origin })
                })
                .collect(),
        };
        Packed { commands, problems }
    }
}

/// Cuts what would be one long transaction into short ones, without copying any of it.
fn in_parts<T>(all: Vec<T>, most: usize) -> impl Iterator<Item = Vec<T>> {
    let mut rest = all.into_iter();
    std::iter::from_fn(move || {
        let part: Vec<T> = rest.by_ref().take(most).collect();
        (!part.is_empty()).then_some(part)
    })
}
