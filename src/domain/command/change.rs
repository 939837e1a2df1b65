//! What a Command touched: a set of nouns that panes compare with what they read.

/// A bit set of nouns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change(u8);

impl Change {
    /// Nothing.
    pub const NONE: Change = Change(0);
    /// Posts, variants, texts, slots.
    pub const PLAN: Change = Change(1);
    /// Due, missed, stamped, skipped.
    pub const DELIVERIES: Change = Change(2);
    /// Conversations, rounds, leads.
    pub const INBOX: Change = Change(4);
    /// Readings and targets.
    pub const NUMBERS: Change = Change(8);
    /// Clients and channels: everything shows them.
    pub const CLIENTS: Change = Change(16);
    /// Anything at all: another process wrote.
    pub const ALL: Change = Change(31);

    /// Both.
    #[must_use]
    pub const fn and(self, other: Change) -> Change {
        Change(self.0 | other.0)
    }

    /// Whether any noun is in both.
    pub const fn meets(self, other: Change) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing was touched.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// As one byte for the datagram to other processes.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// From the byte of a datagram; unknown bits mean everything.
    pub const fn from_bits(bits: u8) -> Change {
        if bits > 31 { Change::ALL } else { Change(bits) }
    }
}
