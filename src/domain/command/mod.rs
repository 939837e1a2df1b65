//! The verbs that change the desk, nested by noun, and what each of them touches.
//!
//! A Command is plain data. `Store::apply` runs it in one transaction and writes one journal entry, titled by `title`.

mod campaign;
pub mod change;
mod client;
mod day;
mod delivery;
mod inbox;
mod kpi;
mod packet;
mod parts;
mod plan;
mod snippet;

pub use campaign::CampaignCommand;
pub use change::Change;
pub use client::{ChannelCommand, ClientCommand};
pub use day::DayCommand;
pub use delivery::{DeliveryCommand, Mark};
pub use inbox::{Author, InboxCommand, NewMessage};
pub use kpi::{KpiCommand, NewReading};
pub use packet::{PacketCommand, Told};
pub use plan::{
    BroughtPost, Landing, Mended, NewMedia, NewPost, NewWording, PlanCommand, Planned, PostCard,
    PostCopy,
};
pub use snippet::SnippetCommand;

use crate::domain::words::Words;

/// A change to the store, as she would say it.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// To a client.
    Client(ClientCommand),
    /// To a channel, its slots included.
    Channel(ChannelCommand),
    /// To a campaign.
    Campaign(CampaignCommand),
    /// To what days are called, and which are off.
    Day(DayCommand),
    /// To posts, their texts and times.
    Plan(PlanCommand),
    /// To what went out and what did not.
    Delivery(DeliveryCommand),
    /// To pieces of text that come again.
    Snippet(SnippetCommand),
    /// To conversations.
    Inbox(InboxCommand),
    /// To numbers.
    Kpi(KpiCommand),
    /// To what is with the clients.
    Packet(PacketCommand),
}

/// How a Command is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenBack {
    /// Its rows are put back as they were.
    RowsBack,
    /// What it claimed stays on record and is declared void.
    Compensating,
    /// It is a fact of the world or of the clock and is not hers to take back.
    Never,
}

impl Command {
    /// The one exhaustive answer to "what does `u` do with this".
    pub const fn taken_back(&self) -> TakenBack {
        match self {
            Command::Client(_)
            | Command::Channel(_)
            | Command::Campaign(_)
            | Command::Day(_)
            | Command::Snippet(_)
            | Command::Plan(_) => TakenBack::RowsBack,
            Command::Packet(command) => match command {
                PacketCommand::Send { .. } | PacketCommand::Answer { .. } => TakenBack::RowsBack,
            },
            Command::Delivery(command) => match command {
                DeliveryCommand::Stamp { .. }
                | DeliveryCommand::Link { .. }
                | DeliveryCommand::Absent { .. }
                | DeliveryCommand::Skip { .. } => TakenBack::Compensating,
                DeliveryCommand::Mark { .. }
                | DeliveryCommand::Rang { .. }
                | DeliveryCommand::Opened { .. } => TakenBack::Never,
            },
            Command::Inbox(command) => match command {
                InboxCommand::Answer { .. }
                | InboxCommand::Look { .. }
                | InboxCommand::Receive { .. } => TakenBack::Compensating,
                InboxCommand::Decide { .. }
                | InboxCommand::SetTone { .. }
                | InboxCommand::SetTopic { .. }
                | InboxCommand::AddLead { .. }
                | InboxCommand::AddCanned { .. }
                | InboxCommand::EditCanned { .. }
                | InboxCommand::DeleteCanned { .. } => TakenBack::RowsBack,
            },
            Command::Kpi(command) => match command {
                KpiCommand::TypeReadings { .. } => TakenBack::Compensating,
                KpiCommand::SetTarget { .. } => TakenBack::RowsBack,
            },
        }
    }

    /// What was done, for the journal, the toast and the history.
    pub fn title(&self) -> Words {
        match self {
            Command::Client(command) => command.title(),
            Command::Channel(command) => command.title(),
            Command::Campaign(command) => command.title(),
            Command::Day(command) => command.title(),
            Command::Plan(command) => command.title(),
            Command::Snippet(command) => command.title(),
            Command::Delivery(command) => command.title(),
            Command::Inbox(command) => command.title(),
            Command::Kpi(command) => command.title(),
            Command::Packet(command) => command.title(),
        }
    }

    /// The nouns it touches: panes that show them ask again.
    pub const fn change(&self) -> Change {
        match self {
            Command::Client(_) | Command::Channel(_) => Change::ALL,
            // The roster names the days off for every room that shows a time.
            Command::Day(_) => Change::CLIENTS,
            Command::Campaign(_) | Command::Plan(_) | Command::Packet(_) | Command::Snippet(_) => {
                Change::PLAN
            }
            Command::Delivery(_) => Change::DELIVERIES,
            Command::Inbox(_) => Change::INBOX,
            Command::Kpi(_) => Change::NUMBERS,
        }
    }
}
