//! Changes to clients, their rubrics, and their channels with slots.

use crate::domain::channel::ChannelCard;
use crate::domain::client::ClientCard;
use crate::domain::ids::{ChannelId, ClientId, RubricId, SlotId};
use crate::domain::words::Words;

/// A change to a client.
#[derive(Debug, Clone, PartialEq)]
pub enum ClientCommand {
    /// Take a client on.
    Add(ClientCard),
    /// Take a client on together with its rubrics: name and target share of the month in per cent.
    TakeOn {
        card: ClientCard,
        rubrics: Vec<(String, Option<u32>)>,
    },
    /// Change the card.
    Edit(ClientId, ClientCard),
    /// Let the client go: everything under it leaves the screens and comes back with `u`.
    Delete(ClientId),
    /// A word is spelt right for this client although no dictionary knows it.
    LearnWord { client: ClientId, word: String },
    /// A content category with its target share of the month in per cent.
    AddRubric {
        client: ClientId,
        name: String,
        share: Option<u32>,
    },
    /// Rename a rubric or change its share.
    EditRubric {
        rubric: RubricId,
        name: String,
        share: Option<u32>,
    },
    /// Delete a rubric: its posts stay and have none.
    DeleteRubric { rubric: RubricId, name: String },
    /// Make one rubric part of another of the same client, which takes over its posts and its share.
    MergeRubrics {
        from: RubricId,
        into: RubricId,
        /// What they are called: the one that goes, and the one that stays.
        names: (String, String),
    },
}

/// A change to a channel.
#[derive(Debug, Clone, PartialEq)]
pub enum ChannelCommand {
    /// Open a channel.
    Add(ChannelCard),
    /// Open a channel with its weekly posting times: weekday (0 is Monday) and minute of the client's day.
    Open {
        card: ChannelCard,
        slots: Vec<(u8, u16)>,
    },
    /// Change the card; the client stays.
    Edit(ChannelId, ChannelCard),
    /// Close the channel.
    Delete(ChannelId),
    /// A weekly posting time: weekday 0 is Monday, minute of the client's day.
    AddSlot {
        channel: ChannelId,
        weekday: u8,
        minute: u16,
    },
    /// Drop a posting time.
    DeleteSlot(SlotId),
}

impl ClientCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            ClientCommand::Add(card) | ClientCommand::TakeOn { card, .. } => {
                Words::new("did-client-add").with("name", &card.name)
            }
            ClientCommand::Edit(_, card) => Words::new("did-client-edit").with("name", &card.name),
            ClientCommand::Delete(_) => Words::new("did-client-delete"),
            ClientCommand::LearnWord { word, .. } => {
                Words::new("did-client-word").with("word", word)
            }
            ClientCommand::AddRubric { name, .. } | ClientCommand::EditRubric { name, .. } => {
                Words::new("did-rubric").with("name", name)
            }
            ClientCommand::DeleteRubric { name, .. } => {
                Words::new("did-rubric-delete").with("name", name)
            }
            ClientCommand::MergeRubrics {
                names: (from, into),
                ..
            } => Words::new("did-rubric-merge")
                .with("from", from)
                .with("into", into),
        }
    }
}

impl ChannelCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            ChannelCommand::Add(card) | ChannelCommand::Open { card, .. } => {
                Words::new("did-channel-add").with("handle", &card.handle)
            }
            ChannelCommand::Edit(_, card) => {
                Words::new("did-channel-edit").with("handle", &card.handle)
            }
            ChannelCommand::Delete(_) => Words::new("did-channel-delete"),
            ChannelCommand::AddSlot { .. } => Words::new("did-slot-add"),
            ChannelCommand::DeleteSlot(_) => Words::new("did-slot-delete"),
        }
    }
}
