//! The footer over each of them: which keys do what there.

use super::{Overlay, Versions};

/// The footer while a card is filled in.
pub(super) const CARD_HINTS: &[(&str, &str)] = &[
    ("Enter", "card-hint-save"),
    ("Tab", "card-hint-next"),
    ("Esc", "hint-back"),
];

/// The footer while the card of a post is filled in.
const POST_CARD_HINTS: &[(&str, &str)] = &[
    ("Enter", "card-hint-save"),
    ("F6", "card-hint-wide"),
    ("Shift-F6", "card-hint-versions"),
    ("F9", "pictures-hint"),
    ("F4", "order-hint"),
    ("F8", "order-hint-file"),
    ("Esc", "hint-back"),
];

/// The footer while one text of it has the whole window.
const WIDE_HINTS: &[(&str, &str)] = &[("Enter", "card-hint-line"), ("Esc", "card-hint-card")];

impl Overlay {
    /// Footer pairs: key and locale key of what it does.
    pub fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Overlay::Help(_) => &[("Esc", "hint-back")],
            Overlay::Palette(_) | Overlay::Picker(_) | Overlay::Find(_) => &[
                ("Enter", "hint-choose"),
                ("↑↓", "hint-move"),
                ("Esc", "hint-back"),
            ],
            Overlay::Clients(clients) if clients.typing() => CARD_HINTS,
            Overlay::Rubrics(rubrics) if rubrics.typing() => CARD_HINTS,
            Overlay::Snippets(it) => it.hints(),
            Overlay::PostCard(card) if card.is_wide() => WIDE_HINTS,
            Overlay::PostCard(_) => POST_CARD_HINTS,
            Overlay::Pictures(pictures) => pictures.hints(),
            Overlay::History(history) => history.hints(),
            Overlay::Versions(_) => Versions::hints(),
            Overlay::Clients(_) => &[
                ("Enter", "card-hint-open"),
                ("a", "card-hint-add"),
                ("D", "card-hint-delete"),
                ("R", "card-hint-rubrics"),
                ("Esc", "hint-back"),
            ],
            Overlay::Rubrics(_) => &[
                ("Enter", "rubrics-hint-card"),
                ("a", "rubrics-hint-new"),
                ("D", "rubrics-hint-delete"),
                ("←→", "rubrics-hint-month"),
                ("c", "rubrics-hint-client"),
                ("Esc", "hint-back"),
            ],
            Overlay::Export(sheet) => sheet.hints(),
            Overlay::ToClient(sheet) => sheet.hints(),
            Overlay::Bring(bring) => bring.hints(),
            Overlay::TheirAnswer(answer) => answer.hints(),
            Overlay::Prompt(_) => &[("Enter", "hint-do"), ("Esc", "hint-back")],
            Overlay::Filter(_) => &[("Enter", "filter-hint-keep"), ("Esc", "filter-hint-clear")],
            Overlay::KeepView(_) => &[("Enter", "view-hint-keep"), ("Esc", "hint-back")],
            Overlay::Publish(_) => &[
                ("Enter", "publish-hint-stamp"),
                ("y", "publish-hint-copy"),
                ("o", "publish-hint-open"),
                ("t", "publish-hint-later"),
                ("b", "publish-hint-slot"),
                ("d", "publish-hint-skip"),
                ("Esc", "hint-back"),
            ],
            Overlay::Write(write) => write.hints(),
        }
    }
}
