//! Her settings: where everything lies, what `config.toml` says, and whether the desk may lie where it does.
//!
//! A file with a mistake is refused whole, with every mistake in it: half of her settings would be a third desk, neither
//! hers nor ours.

mod daemon;
mod file;
mod own;
mod paths;
mod place;
mod read;
mod value;
mod write;

use chrono_tz::Tz;

use crate::domain::hours::Hours;
use crate::domain::page::Mistake;
use crate::domain::picture::{Colours, Way, Wish};
use crate::domain::zone::zone_by_name;
use crate::locale::Lang;

pub use daemon::DaemonConfig;
pub use file::{read_file, write_file};
pub use own::{Kind, Own, Pages, Stamps, Wrong};
pub use paths::Paths;
pub use place::{Unfit, look_at_place, look_for_marks};
pub use read::{OPTIONS, Said, Sort};
pub use value::literal;
pub use write::{Unplaced, set, unset};

/// The example, in which every option stands with its usual value.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// What `config.toml` says; the default is a file that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Language of the interface; none takes the one of the environment.
    pub language: Option<Lang>,
    /// Her zone; none takes the system's.
    pub zone: Option<Tz>,
    /// Her working hours in words that `Hours` reads; empty means always.
    pub hours: String,
    /// Colours.
    pub theme: Look,
    /// How pictures come on the screen.
    pub pictures: Wish,
    /// Whether the clock in the top bar is shown; it wakes the program once a minute.
    pub clock: bool,
    /// Whether clicks and the wheel come to the window.
    pub mouse: bool,
    /// How the daemon rings.
    pub daemon: DaemonConfig,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            zone: None,
            hours: String::new(),
            theme: Look::Auto,
            pictures: Wish::Auto,
            clock: true,
            mouse: false,
            daemon: DaemonConfig::default(),
        }
    }
}

/// Which colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// What suits the terminal.
    Auto,
    /// The theme of this name, ours or hers.
    Named(String),
}

/// The theme for a dark ground.
const DARK: &str = "dark";
/// The theme for a light ground.
const LIGHT: &str = "light";
/// The theme without colours.
const MONO: &str = "mono";

impl Look {
    /// The words that are always known.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [AUTO, DARK, LIGHT, MONO].into_iter()
    }

    /// The word in the file.
    pub fn word(&self) -> &str {
        match self {
            Look::Auto => AUTO,
            Look::Named(name) => name,
        }
    }

    /// The look of this word.
    fn from_word(word: &str) -> Look {
        match word {
            AUTO => Look::Auto,
            name => Look::Named(name.to_owned()),
        }
    }
}

/// The word that leaves it to the terminal.
const AUTO: &str = "auto";

/// What the environment says about language and colours, as main found it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manners {
    /// The first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set to something.
    pub language: Option<String>,
    /// `NO_COLOR` is set to something (no-color.org).
    pub no_color: bool,
    /// `COLORFGBG`, where a terminal says on what ground it writes.
    pub ground: Option<String>,
}

impl Config {
    /// Reads the file, or says everything that is wrong with it. `themes` are the names of her own.
    pub fn read(file: &str, themes: &[String]) -> Result<Said, Vec<Mistake>> {
        read::config(file, themes)
    }

    /// The language: hers, else the environment's, else English.
    pub fn lang(&self, manners: &Manners) -> Lang {
        let theirs = manners.language.as_deref().and_then(Lang::from_tag);
        self.language.or(theirs).unwrap_or_default()
    }

    /// Her zone: the file's, else the system's, else UTC.
    pub fn zone(&self, system: Option<&str>) -> Tz {
        let theirs = system.and_then(|name| zone_by_name(name).ok());
        self.zone.or(theirs).unwrap_or(chrono_tz::UTC)
    }

    /// Her working hours.
    pub fn hours(&self) -> Hours {
        // The text was tried when the file was read; nothing else gets here.
        Hours::parse(&self.hours).unwrap_or_default()
    }

    /// The theme's name. Where she wants no colours anywhere, there are none here.
    pub fn theme(&self, manners: &Manners) -> &str {
        match &self.theme {
            _ if manners.no_color => MONO,
            Look::Auto if writes_on_light(manners) => LIGHT,
            Look::Auto => DARK,
            Look::Named(name) => name,
        }
    }

    /// How pictures come on this terminal, of which the environment says so much.
    pub fn way(&self, manners: &Manners, terminal: &[(&'static str, String)]) -> Way {
        let colours = match self.theme(manners) {
            _ if manners.no_color => Colours::Never,
            MONO => Colours::Plain,
            _ => Colours::Some,
        };
        Way::choose(self.pictures, terminal, colours)
    }
}

/// `COLORFGBG` ends with the number of the ground's colour: 7 and 15 are the light ones.
fn writes_on_light(manners: &Manners) -> bool {
    let ground = manners.ground.as_deref().unwrap_or_default();
    matches!(ground.rsplit(';').next(), Some("7" | "15"))
}

#[cfg(test)]
mod tests;
