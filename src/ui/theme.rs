//! Colours by what they mean, read from a theme file; every mistake in the file is told at once.

mod read;

use ratatui::style::Style;

use crate::domain::page::Mistake;

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
    /// A word no dictionary knows.
    pub misspelt: Style,
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
    pub fn named(name: &str) -> Option<Self> {
        let (_, file) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        // Tests keep our own files free of mistakes.
        read::theme(file).ok()
    }

    /// Reads a theme file; refuses it with all its mistakes. What it leaves out is as in the theme it says it is `like`,
    /// and must be there where it says nothing of that.
    pub fn from_toml(file: &str) -> Result<Self, Vec<Mistake>> {
        read::theme(file)
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The colour of a client, by its place among the clients.
    pub fn client(&self, index: usize) -> Style {
        self.clients[index % CLIENTS]
    }

    fn slots(&mut self) -> [(&'static str, &mut Style); 17] {
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
            ("misspelt", &mut self.misspelt),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_that_come_with_us_are_whole() {
        for name in Theme::names() {
            assert!(Theme::named(name).is_some(), "{name}");
        }
        assert_eq!(Theme::named("neon"), None);
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
}
