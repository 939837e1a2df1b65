//! What can stand on Today: posts grouped by post and minute, people who wait, and what must be done before tonight.

use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId};
use crate::lint::Finding;
use crate::store::{AgendaLine, PostLine, Waiting, WithClient};

use super::soon::Soon;

/// A posting time with nothing planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// When.
    pub at: Moment,
}

/// What the contract of a client says about this month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract {
    /// Whose.
    pub client: ClientId,
    /// Posts out this month.
    pub out: u32,
    /// Posts planned this month, out ones included.
    pub planned: u32,
    /// Posts promised.
    pub promised: u32,
}

/// A channel without an API that nobody has looked at for too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Minutes since the last look; none: never.
    pub minutes_ago: Option<i64>,
}

/// The last section.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct BeforeTonight {
    /// What goes out today and must not like this, each with the first thing in its way.
    pub(super) blocked: Vec<(AgendaLine, Finding)>,
    pub(super) with_client: Vec<WithClient>,
    pub(super) looks: Vec<Look>,
    pub(super) numbers: Vec<(ClientId, ChannelId)>,
    pub(super) gaps: Vec<Gap>,
    pub(super) contracts: Vec<Contract>,
    pub(super) soon: Vec<Soon>,
}

impl BeforeTonight {
    /// One row for each kind that has something.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        if !self.blocked.is_empty() {
            rows.push(Row::Blocked(self.blocked.clone()));
        }
        if !self.with_client.is_empty() {
            rows.push(Row::WithClient(self.with_client.clone()));
        }
        if !self.looks.is_empty() {
            rows.push(Row::Looks(self.looks.clone()));
        }
        if !self.numbers.is_empty() {
            rows.push(Row::Numbers(self.numbers.clone()));
        }
        if !self.gaps.is_empty() {
            rows.push(Row::Gaps(self.gaps.clone()));
        }
        if !self.contracts.is_empty() {
            rows.push(Row::Contracts(self.contracts.clone()));
        }
        if !self.soon.is_empty() {
            rows.push(Row::Soon(self.soon.clone()));
        }
        rows
    }
}

/// A row the cursor can stand on.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A post.
    Post(PostLine),
    /// Somebody who waits.
    Waiting(Waiting),
    /// What goes out today and must not like this.
    Blocked(Vec<(AgendaLine, Finding)>),
    /// Packets that wait for their clients' word.
    WithClient(Vec<WithClient>),
    /// Channels to look at.
    Looks(Vec<Look>),
    /// Channels whose numbers of yesterday are missing.
    Numbers(Vec<(ClientId, ChannelId)>),
    /// Posting times with nothing planned.
    Gaps(Vec<Gap>),
    /// Clients whose contract is short this month.
    Contracts(Vec<Contract>),
    /// Named days that are near.
    Soon(Vec<Soon>),
}

impl Row {
    /// Whether it is about the same thing, however it has changed meanwhile.
    pub(super) fn is_same(&self, other: &Row) -> bool {
        match (self, other) {
            (Row::Post(a), Row::Post(b)) => a.post() == b.post() && a.at() == b.at(),
            (Row::Waiting(a), Row::Waiting(b)) => a.thread == b.thread,
            (Row::Blocked(_), Row::Blocked(_))
            | (Row::WithClient(_), Row::WithClient(_))
            | (Row::Looks(_), Row::Looks(_))
            | (Row::Numbers(_), Row::Numbers(_))
            | (Row::Gaps(_), Row::Gaps(_))
            | (Row::Contracts(_), Row::Contracts(_))
            | (Row::Soon(_), Row::Soon(_)) => true,
            _ => false,
        }
    }
}
