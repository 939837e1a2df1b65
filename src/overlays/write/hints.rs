//! The footer while writing: which keys do what with the text in hand.

use super::pages::Way;
use super::{Write, spell};

impl Write {
    /// The footer.
    pub(in crate::overlays) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        if let Some(seek) = &self.seek {
            return seek.hints();
        }
        if let Some(together) = &self.together {
            return together.hints();
        }
        match self.page().way {
            _ if self.asked.is_some() => spell::HINTS,
            _ if self.page().theirs.is_some() => THEIRS_HINTS,
            Way::Base => BASE_HINTS,
            Way::Follows => FOLLOWS_HINTS,
            Way::Own if self.page().is_stale(self.base_text()) => DRIFTED_HINTS,
            Way::Begun | Way::Own => OWN_HINTS,
        }
    }
}

/// The footer over the base text.
const BASE_HINTS: &[(&str, &str)] = &[
    ("Esc", "write-hint-save"),
    ("Tab", "write-hint-next"),
    ("F2", "write-hint-card"),
    ("F3", "write-hint-find"),
    ("F5", "write-hint-snippets"),
    ("F7", "write-hint-spell"),
    ("F8", "write-hint-findings"),
    ("F9", "pictures-hint"),
    ("Shift-F6", "card-hint-versions"),
    ("Ctrl-Z", "write-hint-undo"),
    ("Ctrl-C", "write-hint-copy"),
    ("Ctrl-X", "write-hint-cut"),
    ("Ctrl-Y", "write-hint-paste"),
];

/// The footer over a channel that follows the base.
const FOLLOWS_HINTS: &[(&str, &str)] = &[
    ("Esc", "write-hint-save"),
    ("Tab", "write-hint-next"),
    ("F4", "write-hint-own"),
    ("F2", "write-hint-card"),
];

/// The footer over a channel with a text of its own.
const OWN_HINTS: &[(&str, &str)] = &[
    ("Esc", "write-hint-save"),
    ("Tab", "write-hint-next"),
    ("F4", "write-hint-follow"),
    ("F10", "write-hint-chain"),
    ("F2", "write-hint-card"),
    ("F3", "write-hint-find"),
    ("F5", "write-hint-snippets"),
    ("F7", "write-hint-spell"),
    ("Shift-F6", "card-hint-versions"),
    ("Ctrl-Z", "write-hint-undo"),
];

/// The footer over a text that has drifted apart from the base.
const DRIFTED_HINTS: &[(&str, &str)] = &[
    ("Esc", "write-hint-save"),
    ("Tab", "write-hint-next"),
    ("F6", "write-hint-together"),
    ("F4", "write-hint-follow"),
    ("F2", "write-hint-card"),
    ("Shift-F6", "card-hint-versions"),
    ("Ctrl-Z", "write-hint-undo"),
];

/// The footer over a text that somebody else has saved meanwhile.
const THEIRS_HINTS: &[(&str, &str)] = &[
    ("Esc", "write-hint-save"),
    ("Tab", "write-hint-next"),
    ("F6", "write-hint-together"),
    ("F2", "write-hint-card"),
    ("Ctrl-O", "card-hint-versions"),
    ("Ctrl-Z", "write-hint-undo"),
];
