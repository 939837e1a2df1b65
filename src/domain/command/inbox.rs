//! Changes to conversations, rounds, leads and ready answers.

use crate::domain::Moment;
use crate::domain::ids::{CannedId, ChannelId, ClientId, PostId, ThreadId};
use crate::domain::inbox::{ThreadKind, ThreadState, Tone};
use crate::domain::words::Words;

/// Who wrote, as the platform names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The platform's id, or the name she knows the person by.
    pub handle: String,
    /// The name shown.
    pub name: String,
}

/// A message from outside, or an answer that went out elsewhere; sanitised at the border.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Where it was written.
    pub channel: ChannelId,
    /// Who wrote it; for outgoing ones, whom it answers.
    pub author: Author,
    /// Under which post, if known.
    pub post: Option<PostId>,
    /// Comment, private message, review, mention.
    pub kind: ThreadKind,
    /// When it was written.
    pub at: Moment,
    /// Written by us.
    pub outgoing: bool,
    /// Sanitised text.
    pub text: String,
    /// Hash of the raw bytes, for telling doubles and for read-back.
    pub raw_hash: String,
    /// The platform's id of the message: the same id never comes in twice.
    pub external_id: Option<String>,
}

/// A change to the inbox.
#[derive(Debug, Clone, PartialEq)]
pub enum InboxCommand {
    /// Messages came in, from a file, a paste or the keyboard.
    Receive {
        messages: Vec<NewMessage>,
        file: String,
    },
    /// She answered.
    Answer {
        thread: ThreadId,
        text: String,
        at: Moment,
    },
    /// Whose turn it is now; `until` is for snoozing only.
    Decide {
        threads: Vec<ThreadId>,
        state: ThreadState,
        until: Option<Moment>,
    },
    /// How it sounds.
    SetTone { thread: ThreadId, tone: Tone },
    /// What it is about.
    SetTopic { thread: ThreadId, topic: String },
    /// An order or enquiry came out of it.
    AddLead {
        client: ClientId,
        thread: Option<ThreadId>,
        what: String,
    },
    /// A look at a channel without an API: how many new messages were found.
    Look { channel: ChannelId, found: u32 },
    /// A ready answer.
    AddCanned {
        client: ClientId,
        lang: String,
        name: String,
        text: String,
    },
    /// Change a ready answer.
    EditCanned {
        id: CannedId,
        lang: String,
        name: String,
        text: String,
    },
    /// Drop a ready answer.
    DeleteCanned(CannedId),
}

impl InboxCommand {
    pub(super) fn title(&self) -> Words {
        match self {
            InboxCommand::Receive { messages, .. } => {
                Words::new("did-receive").with("n", messages.len())
            }
            InboxCommand::Answer { .. } => Words::new("did-answer"),
            InboxCommand::Decide { threads, state, .. } => Words::new("did-decide")
                .with("state", state.word())
                .with("n", threads.len()),
            InboxCommand::SetTone { .. } => Words::new("did-tone"),
            InboxCommand::SetTopic { topic, .. } => Words::new("did-topic").with("topic", topic),
            InboxCommand::AddLead { what, .. } => Words::new("did-lead").with("what", what),
            InboxCommand::Look { .. } => Words::new("did-look"),
            InboxCommand::AddCanned { name, .. } => Words::new("did-canned-add").with("name", name),
            InboxCommand::EditCanned { name, .. } => {
                Words::new("did-canned-edit").with("name", name)
            }
            InboxCommand::DeleteCanned(_) => Words::new("did-canned-delete"),
        }
    }
}
