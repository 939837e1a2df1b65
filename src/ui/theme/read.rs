//! Reading a theme file: every style that is right, and every mistake with its line.

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{CLIENTS, Theme};
use crate::domain::page::sorts::{choice, unknown, words};
use crate::domain::page::{Mistake, Page, in_order, quote};
use crate::domain::words::Words;

/// Two colours closer than this cannot be told apart by many (WCAG 2.2 asks 3:1 of large and bold text).
const CONTRAST: f64 = 3.0;

/// A style that a theme may leave out.
const YOUNGEST: &str = "misspelt";

/// The whole theme, or everything wrong with its file.
pub(super) fn theme(file: &str) -> Result<Theme, Vec<Mistake>> {
    let (page, root) = Page::toml(file);
    let mut reading = Reading {
        page,
        theme: Theme::default(),
        seen: Vec::new(),
        is_like: false,
    };
    if let Some((_, like)) = root
        .get_ref()
        .iter()
        .find(|(key, _)| key.get_ref() == "like")
    {
        reading.like(like);
    }
    for (section, inside) in in_order(root.get_ref()) {
        match (section.get_ref().as_ref(), inside.get_ref()) {
            ("styles", DeValue::Table(styles)) => reading.styles(styles),
            ("clients", DeValue::Table(clients)) => reading.clients(clients),
            ("like", _) => {}
            ("styles" | "clients", _) => {
                let words = Words::new("page-wants-table").with("key", section.get_ref());
                reading.page.complain(section.span().start, words);
            }
            (other, _) => {
                let words = unknown(other, ["styles", "clients", "like"]);
                reading.page.complain(section.span().start, words);
            }
        }
    }
    reading.finish(root.get_ref())
}

/// A theme on its way from the file.
struct Reading<'f> {
    page: Page<'f>,
    theme: Theme,
    /// The styles it names, with their places.
    seen: Vec<(&'static str, usize)>,
    /// Whether it begins as another theme.
    is_like: bool,
}

impl Reading<'_> {
    /// Begins as one of ours.
    fn like(&mut self, value: &Spanned<DeValue<'_>>) {
        let names: Vec<&str> = Theme::names().collect();
        let named = words("like", value.get_ref()).and_then(|name| choice("like", name, &names));
        if let Some(name) = self.page.check(value.span().start, named) {
            self.theme = Theme::named(name).unwrap_or_default();
        }
        // A wrong name is one mistake, not seventeen.
        self.is_like = true;
    }

    fn styles(&mut self, styles: &DeTable<'_>) {
        for (name, value) in in_order(styles) {
            let slots = self.theme.slots();
            let known = slots.iter().position(|(slot, _)| slot == name.get_ref());
            let Some(index) = known else {
                let words = unknown(name.get_ref(), slots.iter().map(|(slot, _)| *slot));
                self.page.complain(name.span().start, words);
                continue;
            };
            let slot = slots[index].0;
            let style = self.style(slot, value);
            *self.theme.slots()[index].1 = style;
            self.seen.push((slot, value.span().start));
        }
    }

    fn clients(&mut self, clients: &DeTable<'_>) {
        for (name, value) in in_order(clients) {
            if name.get_ref() != "colours" {
                let words = unknown(name.get_ref(), ["colours"]);
                self.page.complain(name.span().start, words);
                continue;
            }
            self.seen.push(("clients.colours", value.span().start));
            match value.get_ref().as_array() {
                Some(list) if list.len() == CLIENTS => {
                    for (index, value) in list.iter().enumerate() {
                        self.theme.clients[index] = self.style("clients.colours", value);
                    }
                }
                list => {
                    let found = list.map_or(0, |list| list.len());
                    let words = Words::new("theme-count")
                        .with("wanted", CLIENTS)
                        .with("found", found);
                    self.page.complain(value.span().start, words);
                }
            }
        }
    }

    fn style(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Style {
        let mut style = Style::new();
        let at = value.span().start;
        let Some(said) = self.page.check(at, words(key, value.get_ref())) else {
            return style;
        };
        let mut behind = false;
        for word in said.split_whitespace() {
            style = match (word, manner(word), colour(word)) {
                ("on", ..) => {
                    behind = true;
                    continue;
                }
                (_, Some(manner), _) => style.add_modifier(manner),
                (_, _, Some(colour)) if behind => style.bg(colour),
                (_, _, Some(colour)) => style.fg(colour),
                _ => {
                    self.page.complain(at, no_colour(word));
                    continue;
                }
            };
        }
        if is_invisible(style) {
            let words = Words::new("theme-invisible").with("key", key);
            self.page.complain(at, words.with("value", quote(said)));
        }
        style
    }

    fn finish(mut self, root: &DeTable<'_>) -> Result<Theme, Vec<Mistake>> {
        let names = self.theme.slots().map(|(name, _)| name);
        let place = |name: &str| {
            let (section, _) = root.iter().find(|(key, _)| key.get_ref() == name)?;
            Some(section.span().start)
        };
        // Themes are older than spelling: one that does not know it underlines.
        if !self.seen.iter().any(|(seen, _)| *seen == YOUNGEST) && !self.is_like {
            self.theme.misspelt = Style::new().add_modifier(Modifier::UNDERLINED);
        }
        if !self.is_like {
            let needed = names.into_iter().filter(|name| *name != YOUNGEST);
            for name in needed.chain(["clients.colours"]) {
                if !self.seen.iter().any(|(seen, _)| *seen == name) {
                    let section = if name.contains('.') {
                        "clients"
                    } else {
                        "styles"
                    };
                    let words = Words::new("theme-lacks").with("key", name);
                    self.page
                        .complain(place(section).unwrap_or_default(), words);
                }
            }
        }
        if self.page.is_right() {
            self.tell_apart();
        }
        if self.page.is_right() {
            Ok(self.theme)
        } else {
            Err(self.page.finish())
        }
    }

    /// The row under the cursor and selected text must not look like any other.
    fn tell_apart(&mut self) {
        for name in ["cursor_line", "selection"] {
            let text = self.theme.text;
            let slots = self.theme.slots();
            let same = slots
                .iter()
                .any(|(slot, style)| *slot == name && **style == text);
            if same {
                let seen = self.seen.iter().find(|(seen, _)| *seen == name);
                let at = seen.map_or(0, |(_, at)| *at);
                self.page
                    .complain(at, Words::new("theme-like-text").with("key", name));
            }
        }
    }
}

/// The complaint about a word that is neither, with the one that was probably meant.
fn no_colour(word: &str) -> Words {
    let known = COLOURS.iter().map(|(name, _)| *name);
    let known = known.chain(MANNERS.iter().map(|(name, _)| *name));
    let words = match crate::domain::slips::nearest(word, known) {
        Some(near) => Words::new("theme-word-near").with("near", near),
        None => Words::new("theme-word"),
    };
    words.with("word", quote(word))
}

/// Whether letters in this style cannot be seen on their own ground.
fn is_invisible(style: Style) -> bool {
    if style.add_modifier.contains(Modifier::REVERSED) && style.fg.is_none() {
        return false;
    }
    match (style.fg, style.bg) {
        (Some(front), Some(ground)) if front == ground => true,
        (Some(Color::Rgb(r, g, b)), Some(Color::Rgb(red, green, blue))) => {
            let (one, other) = (brightness([r, g, b]), brightness([red, green, blue]));
            (one.max(other) + 0.05) / (one.min(other) + 0.05) < CONTRAST
        }
        _ => false,
    }
}

/// Relative luminance, as the Web Content Accessibility Guidelines define it.
fn brightness(colour: [u8; 3]) -> f64 {
    let light = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
}

const MANNERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

const COLOURS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

fn manner(word: &str) -> Option<Modifier> {
    let found = MANNERS.iter().find(|(name, _)| *name == word);
    found.map(|(_, manner)| *manner)
}

/// One of the terminal's sixteen, or `#rrggbb` for terminals that show them all.
fn colour(word: &str) -> Option<Color> {
    if let Some(digits) = word.strip_prefix('#') {
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        return plain.then(|| Some(Color::Rgb(part(0)?, part(2)?, part(4)?)))?;
    }
    let found = COLOURS.iter().find(|(name, _)| *name == word);
    found.map(|(_, colour)| *colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DARK: &str = include_str!("../../../assets/themes/dark.toml");

    fn told(file: &str) -> Vec<(usize, String)> {
        let mistakes = theme(file).unwrap_err();
        let each = mistakes
            .into_iter()
            .map(|mistake| (mistake.line, mistake.words.key));
        each.collect()
    }

    #[test]
    fn all_mistakes_are_told_at_once_with_their_lines() {
        let file = DARK
            .replace("good = \"green\"", "good = \"grün fett\"\nposts = \"red\"")
            .replace("tab = \"\"", "tab = 7")
            .replace("rule = \"dim\"\n", "")
            .replace("[\"cyan\", ", "[");
        let line = |part: &str| {
            1 + file
                .lines()
                .position(|line| line.starts_with(part))
                .unwrap()
        };
        let good = line("good");
        assert_eq!(
            told(&file),
            [
                (line("[styles]"), "theme-lacks".to_owned()),
                (good, "theme-word-near".to_owned()),
                (good, "theme-word".to_owned()),
                (good + 1, "page-unknown".to_owned()),
                (line("tab = 7"), "page-wants-words".to_owned()),
                (line("colours"), "theme-count".to_owned()),
            ]
        );
    }

    #[test]
    fn what_cannot_be_seen_is_refused() {
        let wrong = |style: &str| told(&format!("like = \"dark\"\n[styles]\nbad = \"{style}\"\n"));
        for style in ["red on red", "#102030 on #203040"] {
            assert_eq!(wrong(style), [(3, "theme-invisible".to_owned())], "{style}");
        }
        assert_eq!(
            told("like = \"dark\"\n[styles]\ncursor_line = \"\"\n"),
            [(3, "theme-like-text".to_owned())]
        );
        for style in ["#ffffff on #203040", "white on red", "bold", "red"] {
            let file = format!("like = \"dark\"\n[styles]\nbad = \"{style}\"\n");
            assert!(theme(&file).is_ok(), "{style}");
        }
    }

    #[test]
    fn a_theme_like_another_says_only_what_differs() {
        let own = theme("like = \"light\"\n[styles]\naccent = \"bold #ff8800\"\n").unwrap();
        let light = Theme::named("light").unwrap();
        assert_eq!(own.accent.fg, Some(Color::Rgb(255, 136, 0)));
        assert_eq!((own.bad, own.client(3)), (light.bad, light.client(3)));
        assert_eq!(
            told("like = \"neon\"\n"),
            [(1, "page-no-choice".to_owned())]
        );
    }

    #[test]
    fn a_slip_in_a_colour_finds_it() {
        let mistakes =
            theme("like = \"dark\"\n[styles]\nbad = \"gren #12345 #gggggg\"\n").unwrap_err();
        assert_eq!(mistakes.len(), 3);
        assert_eq!(mistakes[0].words.args["near"], "green");
    }

    #[test]
    fn a_file_that_is_no_theme_is_refused_with_a_reason() {
        assert_eq!(told("= =")[0], (1, "page-syntax".to_owned()));
        assert_eq!(told("").len(), 17);
        assert!(theme("styles = 3").is_err());
    }
}
