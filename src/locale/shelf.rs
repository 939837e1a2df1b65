//! The shelves: which files speak a language, and how it writes what is not words.

use super::Lang;
use crate::domain::tongue::Tongue;

/// A language there are words for. Its default is English, the one behind all others.
pub trait Language: Copy + Default + Eq + 'static {
    /// Its files and its marks.
    fn shelf(self) -> &'static Shelf;
}

/// The files of one language, and its marks.
pub struct Shelf {
    /// Its BCP 47 tag.
    pub(super) tag: &'static str,
    /// Each area with the text of its file.
    pub(super) files: &'static [(&'static str, &'static str)],
    /// What stands between thousands.
    pub(super) thousands: Apart,
    /// How a time is written.
    pub(super) clock: Clock,
}

/// What stands between thousands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Apart {
    Space,
    Comma,
    Dot,
}

impl Apart {
    /// The character.
    pub(super) const fn mark(self) -> char {
        match self {
            Apart::Space => super::numbers::NO_BREAK_SPACE,
            Apart::Comma => ',',
            Apart::Dot => '.',
        }
    }
}

/// How a time is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Clock {
    /// "09:12".
    Colon,
    /// "9.12".
    Dot,
}

/// The files of one language, each with its area.
macro_rules! files {
    ($lang:literal: $($area:literal)*) => {
        &[$((
            $area,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locale/", $lang, "/", $area, ".ftl")),
        )),*]
    };
}

/// The areas of the interface, the same in every language of it. Its numbers have one look in all of them.
macro_rules! interface {
    ($lang:literal) => {
        &Shelf {
            tag: $lang,
            files: files!($lang: "app" "actions" "today" "plan" "packets" "days" "views" "rubrics" "drafts"
                "inbox" "kpi" "forms" "publish" "cli" "import" "reasons" "intake" "export" "daemon" "keeping"
                "verbs" "history" "settings" "refusals" "dates" "doctor" "demo" "lint" "media" "snippets" "spell"
                "variants" "parts"),
            thousands: Apart::Space,
            clock: Clock::Colon,
        }
    };
}

/// The areas a client reads, the same in every language of theirs, with numbers as they write them at home.
macro_rules! letters {
    ($lang:literal, $thousands:ident, $clock:ident) => {
        &Shelf {
            tag: $lang,
            files: files!($lang: "dates" "client"),
            thousands: Apart::$thousands,
            clock: Clock::$clock,
        }
    };
}

impl Language for Lang {
    fn shelf(self) -> &'static Shelf {
        match self {
            Lang::En => interface!("en"),
            Lang::Ru => interface!("ru"),
        }
    }
}

impl Language for Tongue {
    fn shelf(self) -> &'static Shelf {
        match self {
            Tongue::En => letters!("en", Comma, Colon),
            Tongue::Ru => letters!("ru", Space, Colon),
            Tongue::Vi => letters!("vi", Dot, Colon),
            Tongue::Ka => letters!("ka", Space, Colon),
            Tongue::Fi => letters!("fi", Space, Dot),
        }
    }
}
