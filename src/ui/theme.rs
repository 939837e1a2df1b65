//! Colours by what they mean, read from a theme file; every mistake in the file is told at once.

use ratatui::style::{Color, Modifier, Style};

/// The styles every screen draws with. Colour is never the only sign of anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// What may be overlooked: times gone by, explanations.
    pub dim: Style,
    /// What must not be overlooked, without alarm.
    pub strong: Style,
    /// The brand's own colour: titles, links.
    pub accent: Style,
    /// Went well.
    pub good: Style,
    /// Look at it soon.
    pub warn: Style,
    /// Wrong now.
    pub bad: Style,
    /// The row the cursor is on.
    pub cursor_line: Style,
    /// A tab that is not open.
    pub tab: Style,
    /// The open tab.
    pub tab_active: Style,
    /// Lines between sections.
    pub rule: Style,
    /// A key in the footer.
    pub hint_key: Style,
    /// What that key does.
    pub hint_text: Style,
    /// The label of a form field.
    pub field: Style,
    /// The label of the field that gets the keys.
    pub field_focus: Style,
    /// Selected text.
    pub selection: Style,
    clients: [Style; CLIENTS],
}

/// So many clients have a colour of their own; the next one begins anew.
pub const CLIENTS: usize = 8;

const BUILT_IN: [(&str, &str); 3] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

impl Theme {
    /// A theme that comes with the program: `dark`, `light` or `mono`.
    pub fn named(name: &str) -> Result<Self, ThemeError> {
        match BUILT_IN.iter().find(|(known, _)| *known == name) {
            Some((_, file)) => Self::from_toml(file),
            None => Err(ThemeError::NoSuchTheme(name.to_owned())),
        }
    }

    /// Reads a theme file. Refuses unknown and missing names, and lists all mistakes of the file, not only the first.
    pub fn from_toml(file: &str) -> Result<Self, ThemeError> {
        let table: toml::Table = file
            .parse()
            .map_err(|fault: toml::de::Error| ThemeError::NotToml(fault.to_string()))?;
        let mut reading = Reading::default();
        for (section, inside) in &table {
            match (section.as_str(), inside) {
                ("styles", toml::Value::Table(styles)) => reading.styles(styles),
                ("clients", toml::Value::Table(clients)) => reading.clients(clients),
                _ => reading.miss(section, Wrong::Unknown),
            }
        }
        reading.finish()
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The colour of a client, by its place among the clients.
    pub fn client(&self, index: usize) -> Style {
        self.clients[index % CLIENTS]
    }

    fn slots(&mut self) -> [(&'static str, &mut Style); 16] {
        [
            ("text", &mut self.text),
            ("dim", &mut self.dim),
            ("strong", &mut self.strong),
            ("accent", &mut self.accent),
            ("good", &mut self.good),
            ("warn", &mut self.warn),
            ("bad", &mut self.bad),
            ("cursor_line", &mut self.cursor_line),
            ("tab", &mut self.tab),
            ("tab_active", &mut self.tab_active),
            ("rule", &mut self.rule),
            ("hint_key", &mut self.hint_key),
            ("hint_text", &mut self.hint_text),
            ("field", &mut self.field),
            ("field_focus", &mut self.field_focus),
            ("selection", &mut self.selection),
        ]
    }
}

/// Why a theme cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// No built-in theme has this name.
    #[error("no theme is called {0:?}")]
    NoSuchTheme(String),
    /// The file is not TOML; the parser's own words say where.
    #[error("not a TOML file: {0}")]
    NotToml(String),
    /// The file is TOML, but says things we do not know; all of them.
    #[error("{}", join(.0))]
    Mistakes(Vec<Mistake>),
}

/// One mistake in a theme file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {wrong}")]
pub struct Mistake {
    /// Where, such as `styles.good`.
    pub place: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What can be wrong with one entry of a theme file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// A name we do not know.
    #[error("unknown name")]
    Unknown,
    /// A name that must be there.
    #[error("missing")]
    Missing,
    /// Not a text, or not a list of texts.
    #[error("must be words in quotes")]
    NotText,
    /// There must be exactly [`CLIENTS`] client colours.
    #[error("must be {CLIENTS} colours, not {0}")]
    Count(usize),
    /// A word that is neither a colour nor a manner of writing.
    #[error("{0:?} is no colour or manner")]
    Word(String),
}

/// A theme on its way from the file, with what was wrong so far.
#[derive(Default)]
struct Reading {
    theme: Theme,
    seen: Vec<String>,
    mistakes: Vec<Mistake>,
}

impl Reading {
    fn styles(&mut self, styles: &toml::Table) {
        for (name, value) in styles {
            let place = format!("styles.{name}");
            let known = self
                .theme
                .slots()
                .into_iter()
                .position(|(slot, _)| slot == name);
            let Some(index) = known else {
                self.miss(&place, Wrong::Unknown);
                continue;
            };
            let style = self.style(&place, value);
            *self.theme.slots()[index].1 = style;
            self.seen.push(name.clone());
        }
    }

    fn clients(&mut self, clients: &toml::Table) {
        for (name, value) in clients {
            let place = format!("clients.{name}");
            match value.as_array() {
                _ if name != "colours" => self.miss(&place, Wrong::Unknown),
                None => self.miss(&place, Wrong::NotText),
                Some(list) if list.len() != CLIENTS => self.miss(&place, Wrong::Count(list.len())),
                Some(list) => {
                    for (index, value) in list.iter().enumerate() {
                        self.theme.clients[index] = self.style(&format!("{place}[{index}]"), value);
                    }
                }
            }
            self.seen.push(place);
        }
    }

    fn style(&mut self, place: &str, value: &toml::Value) -> Style {
        let mut style = Style::new();
        let Some(words) = value.as_str() else {
            self.miss(place, Wrong::NotText);
            return style;
        };
        let mut behind = false;
        for word in words.split_whitespace() {
            style = match (word, manner(word), colour(word)) {
                ("on", ..) => {
                    behind = true;
                    continue;
                }
                (_, Some(manner), _) => style.add_modifier(manner),
                (_, _, Some(colour)) if behind => style.bg(colour),
                (_, _, Some(colour)) => style.fg(colour),
                _ => {
                    self.miss(place, Wrong::Word(word.to_owned()));
                    continue;
                }
            };
        }
        style
    }

    fn miss(&mut self, place: &str, wrong: Wrong) {
        let place = place.to_owned();
        self.mistakes.push(Mistake { place, wrong });
    }

    fn finish(mut self) -> Result<Theme, ThemeError> {
        let names = self.theme.slots().map(|(name, _)| name);
        for name in names {
            if !self.seen.iter().any(|seen| seen == name) {
                self.miss(&format!("styles.{name}"), Wrong::Missing);
            }
        }
        if !self.seen.iter().any(|seen| seen == "clients.colours") {
            self.miss("clients.colours", Wrong::Missing);
        }
        if self.mistakes.is_empty() {
            Ok(self.theme)
        } else {
            Err(ThemeError::Mistakes(self.mistakes))
        }
    }
}

fn manner(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underline" => Modifier::UNDERLINED,
        "reverse" => Modifier::REVERSED,
        _ => return None,
    })
}

fn colour(word: &str) -> Option<Color> {
    Some(match word {
        "default" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::Gray,
        "bright-black" => Color::DarkGray,
        "bright-red" => Color::LightRed,
        "bright-green" => Color::LightGreen,
        "bright-yellow" => Color::LightYellow,
        "bright-blue" => Color::LightBlue,
        "bright-magenta" => Color::LightMagenta,
        "bright-cyan" => Color::LightCyan,
        "bright-white" => Color::White,
        _ => return None,
    })
}

fn join(mistakes: &[Mistake]) -> String {
    let all: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    all.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_that_come_with_us_are_whole() {
        for name in Theme::names() {
            assert!(Theme::named(name).is_ok(), "{name}");
        }
        assert_eq!(
            Theme::named("neon"),
            Err(ThemeError::NoSuchTheme("neon".into()))
        );
    }

    #[test]
    fn mono_has_no_colour_anywhere() {
        let mut mono = Theme::named("mono").unwrap();
        let clients = mono.clients;
        let styles = mono.slots().map(|(_, style)| *style);
        for style in styles.into_iter().chain(clients) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert_ne!(mono.cursor_line, mono.text);
        assert_ne!(mono.bad, mono.text);
    }

    #[test]
    fn a_ninth_client_gets_the_first_colour_again() {
        let dark = Theme::named("dark").unwrap();
        assert_eq!(dark.client(8), dark.client(0));
        assert_ne!(dark.client(1), dark.client(0));
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let file = include_str!("../../assets/themes/dark.toml")
            .replace("good = \"green\"", "good = \"grün fett\"\nposts = \"red\"")
            .replace("tab = \"\"", "tab = 7")
            .replace("rule = \"dim\"\n", "")
            .replace("[\"cyan\", ", "[");
        let Err(ThemeError::Mistakes(mistakes)) = Theme::from_toml(&file) else {
            panic!("must be refused");
        };
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        for expected in [
            "styles.good: \"grün\" is no colour or manner",
            "styles.good: \"fett\" is no colour or manner",
            "styles.posts: unknown name",
            "styles.tab: must be words in quotes",
            "styles.rule: missing",
            "clients.colours: must be 8 colours, not 7",
        ] {
            assert!(
                told.iter().any(|line| line == expected),
                "{expected} in {told:?}"
            );
        }
        assert_eq!(told.len(), 6);
    }

    #[test]
    fn a_file_that_is_no_theme_is_refused_with_a_reason() {
        assert!(matches!(
            Theme::from_toml("= ="),
            Err(ThemeError::NotToml(_))
        ));
        assert!(matches!(
            Theme::from_toml(""),
            Err(ThemeError::Mistakes(all)) if all.len() == 17
        ));
        assert!(Theme::from_toml("styles = 3").is_err());
    }
}
