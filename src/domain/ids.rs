//! Keys of the nouns, one type each, so that a post can never be taken for a channel.

use serde::{Deserialize, Serialize};

/// Declares the key types.
macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub i64);
    )* };
}

ids! {
    /// A client.
    ClientId,
    /// A channel of a client.
    ChannelId,
    /// A rubric of a client.
    RubricId,
    /// A campaign of a client.
    CampaignId,
    /// A post.
    PostId,
    /// A post on one channel.
    VariantId,
    /// A weekly posting time of a channel.
    SlotId,
    /// A picture or clip of a post.
    MediaId,
    /// Somebody outside.
    PersonId,
    /// A conversation.
    ThreadId,
    /// One utterance in a conversation.
    MessageId,
    /// A ready answer.
    CannedId,
    /// A piece of text that comes again.
    SnippetId,
    /// A goal for a number.
    TargetId,
    /// An order or enquiry.
    LeadId,
    /// One attempt to get a variant onto its channel.
    DeliveryId,
    /// One saved wording.
    RevId,
    /// Posts sent to a client for a yes.
    PacketId,
    /// One post of a packet.
    PacketItemId,
    /// A day with a name.
    HolidayId,
    /// One entry of the journal.
    EntryId,
}
