//! The tables of the desk, by kind: nouns are journaled, facts only ever grow.

/// A noun: written through the Ledger alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Noun {
    Client,
    Channel,
    Rubric,
    Campaign,
    Post,
    Variant,
    Slot,
    Media,
    Person,
    CannedReply,
    Snippet,
    Target,
    Note,
    HolidayMark,
    Packet,
    PacketItem,
    Lead,
    ThreadMark,
    LintPass,
}

impl Noun {
    /// All nouns, parents before children.
    pub(super) const ALL: &'static [Noun] = &[
        Noun::Client,
        Noun::Channel,
        Noun::Rubric,
        Noun::Campaign,
        Noun::Post,
        Noun::Variant,
        Noun::Slot,
        Noun::Media,
        Noun::Person,
        Noun::CannedReply,
        Noun::Snippet,
        Noun::Target,
        Noun::Note,
        Noun::HolidayMark,
        Noun::Packet,
        Noun::PacketItem,
        Noun::Lead,
        Noun::ThreadMark,
        Noun::LintPass,
    ];

    /// Its table.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Noun::Client => "client",
            Noun::Channel => "channel",
            Noun::Rubric => "rubric",
            Noun::Campaign => "campaign",
            Noun::Post => "post",
            Noun::Variant => "variant",
            Noun::Slot => "slot",
            Noun::Media => "media",
            Noun::Person => "person",
            Noun::CannedReply => "canned_reply",
            Noun::Snippet => "snippet",
            Noun::Target => "target",
            Noun::Note => "note",
            Noun::HolidayMark => "holiday_mark",
            Noun::Packet => "packet",
            Noun::PacketItem => "packet_item",
            Noun::Lead => "lead",
            Noun::ThreadMark => "thread_mark",
            Noun::LintPass => "lint_pass",
        }
    }

    /// The noun of this table.
    pub(super) fn from_name(name: &str) -> Option<Noun> {
        Noun::ALL.iter().copied().find(|noun| noun.name() == name)
    }

    /// Columns that must stand as they were left before anything of the row is put back, changed or not:
    /// a text is not taken back from under an approval that came after it.
    pub(super) const fn guards(self) -> &'static [&'static str] {
        match self {
            Noun::Variant => &["approval", "at", "payload"],
            _ => &[],
        }
    }
}

/// A fact: appended, never changed; what she wrote by hand can be declared void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Fact {
    TextRev,
    Payload,
    Shown,
    Delivery,
    DeliveryEvent,
    Thread,
    Message,
    Round,
    Reading,
    Void,
}

impl Fact {
    /// All facts.
    pub(super) const ALL: &'static [Fact] = &[
        Fact::TextRev,
        Fact::Payload,
        Fact::Shown,
        Fact::Delivery,
        Fact::DeliveryEvent,
        Fact::Thread,
        Fact::Message,
        Fact::Round,
        Fact::Reading,
        Fact::Void,
    ];

    /// Its table.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Fact::TextRev => "text_rev",
            Fact::Payload => "payload",
            Fact::Shown => "shown",
            Fact::Delivery => "delivery",
            Fact::DeliveryEvent => "delivery_event",
            Fact::Thread => "thread",
            Fact::Message => "message",
            Fact::Round => "round",
            Fact::Reading => "reading",
            Fact::Void => "fact_void",
        }
    }

    /// The fact of this table.
    pub(super) fn from_name(name: &str) -> Option<Fact> {
        Fact::ALL.iter().copied().find(|fact| fact.name() == name)
    }

    /// Whether taking back the Command that wrote it declares it void. Wordings, payloads and the rows that merely carry
    /// events stay: nothing points at them any more once the nouns are put back.
    pub(super) const fn is_claim(self) -> bool {
        matches!(
            self,
            Fact::DeliveryEvent | Fact::Message | Fact::Round | Fact::Reading | Fact::Void
        )
    }
}
