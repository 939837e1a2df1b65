//! What a post of each format must have before it goes out: one table for every room, read from `assets/formats.toml`.

mod check;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::count::{Limit, Unit};
use super::platform::Platform;
use super::post::Format;
use super::words::Words;

pub use check::{Facts, Item, Lack, Mark, check, checklist, options_in, question_in};

const BUILTIN: &str = include_str!("../../../assets/formats.toml");

/// The rules of one format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Which format.
    pub id: Format,
    /// What must be there to be seen; none where words are enough.
    #[serde(default)]
    pub media: Option<Media>,
    /// How much of it.
    #[serde(default)]
    pub least: u32,
    /// How many options a poll has, at least and at most.
    #[serde(default)]
    pub options: Option<(u32, u32)>,
    /// Width to height; empty where any will do.
    #[serde(default)]
    pub ratio: String,
    /// Whether it is shot, so that its card asks what is said and shown in it, and shot by shot.
    #[serde(default)]
    pub is_shot: bool,
    /// The checklist, in its order.
    pub needs: Vec<Need>,
    /// What single platforms allow, by their ids.
    #[serde(default)]
    pub on: BTreeMap<String, Limits>,
}

/// What one platform allows of a format; what is left out is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Options of a poll, at least and at most.
    pub options: Option<(u32, u32)>,
    /// Longest question in characters.
    pub question_chars: Option<u32>,
    /// Longest option in characters.
    pub option_chars: Option<u32>,
    /// Shortest and longest film in seconds.
    pub seconds: Option<(u32, u32)>,
    /// Width to height, or from one to another.
    pub ratio: String,
    /// Width to height of the cover among the others on one's own page.
    pub grid: String,
    /// Least width of the cover in pixels.
    pub cover_px: Option<u32>,
}

impl Limits {
    /// How long the question of a poll may be.
    pub fn question_limit(&self) -> Option<Limit> {
        self.question_chars.map(in_characters)
    }

    /// How long each of its options may be.
    pub fn option_limit(&self) -> Option<Limit> {
        self.option_chars.map(in_characters)
    }
}

/// Platforms that name a length of a poll say "characters", and mean code points.
const fn in_characters(max: u32) -> Limit {
    Limit::new(max as usize, Unit::Codepoint)
}

/// What there is to be seen in a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    /// Pictures.
    Picture,
    /// A film.
    Film,
    /// One or the other.
    Either,
}

impl Media {
    /// The word in keys and arguments of phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Media::Picture => "picture",
            Media::Film => "film",
            Media::Either => "either",
        }
    }
}

/// One line of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Pictures, or a film.
    Media,
    /// Every picture described for those who do not see it.
    Alt,
    /// Words.
    Text,
    /// The options of a poll, each on a line of its own that begins with a dash.
    Options,
    /// A link.
    Link,
    /// What is said and shown; nobody needs it once the film is there.
    Script,
    /// The first picture one sees.
    Cover,
    /// Words for those who watch without sound.
    Subtitles,
    /// Width to height.
    Ratio,
    /// How long the film is.
    Seconds,
    /// Prize, dates, and how the winner is chosen.
    Rules,
}

impl Need {
    /// The word in keys of phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Need::Media => "media",
            Need::Alt => "alt",
            Need::Text => "text",
            Need::Options => "options",
            Need::Link => "link",
            Need::Script => "script",
            Need::Cover => "cover",
            Need::Subtitles => "subtitles",
            Need::Ratio => "ratio",
            Need::Seconds => "seconds",
            Need::Rules => "rules",
        }
    }
}

/// The rules of a format.
pub fn rules(format: Format) -> &'static Rules {
    static BOOK: OnceLock<Vec<Rules>> = OnceLock::new();
    // The table is part of the program and a test reads it whole; a format without rules is the way not to panic here.
    static NONE: OnceLock<Rules> = OnceLock::new();
    let book = BOOK.get_or_init(|| read(BUILTIN).unwrap_or_default());
    let found = book.iter().find(|rules| rules.id == format);
    found.unwrap_or_else(|| {
        NONE.get_or_init(|| Rules {
            id: Format::Text,
            media: None,
            least: 0,
            options: None,
            ratio: String::new(),
            is_shot: false,
            needs: Vec::new(),
            on: BTreeMap::new(),
        })
    })
}

impl Rules {
    /// What must be there to be seen on these platforms, and how much of it: a platform that takes no words alone wants
    /// something with every format.
    pub fn media_on(&self, platforms: &[&Platform]) -> Option<(Media, u32)> {
        let is_required = platforms.iter().any(|platform| platform.media.required);
        match self.media {
            Some(media) => Some((media, self.least)),
            None => is_required.then_some((Media::Either, 1)),
        }
    }

    /// The checklist on these platforms; without any, the checklist as such.
    pub fn needs_on(&self, platforms: &[&Platform]) -> Vec<Need> {
        let has_alt = platforms.is_empty() || platforms.iter().any(|platform| platform.alt_text);
        let wants = self.media_on(platforms).is_some() && !self.needs.contains(&Need::Media);
        let first = wants.then_some(Need::Media);
        let rest = self.needs.iter().copied();
        first
            .into_iter()
            .chain(rest.filter(|need| *need != Need::Alt || has_alt))
            .collect()
    }

    /// How many options a poll may have on all of these platforms.
    pub fn options_on(&self, platforms: &[&Platform]) -> Option<(u32, u32)> {
        let (least, most) = self.options?;
        let own = platforms
            .iter()
            .filter_map(|platform| self.on.get(&platform.id)?.options);
        let strictest = own.reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
        // A platform's own word counts more than ours, but a question with one answer is none anywhere.
        Some(strictest.map_or((least, most), |(from, to)| (from.max(least), to)))
    }

    /// What one line of the checklist asks for on these platforms.
    pub fn words_of(&self, need: Need, platforms: &[&Platform]) -> Words {
        match need {
            Need::Media => self.media_words(platforms),
            Need::Options => {
                let (least, most) = self.options_on(platforms).unwrap_or_default();
                Words::new("need-options")
                    .with("least", least)
                    .with("n", most)
            }
            Need::Ratio => Words::new("need-ratio").with("ratio", &self.ratio),
            _ => Words::new(&format!("need-{}", need.word())),
        }
    }

    fn media_words(&self, platforms: &[&Platform]) -> Words {
        let (media, least) = self.media_on(platforms).unwrap_or((Media::Either, 1));
        match (media, most_pictures(platforms)) {
            (Media::Picture, Some((_, most))) if most > least => Words::new("need-pictures-span")
                .with("least", least)
                .with("n", most),
            (Media::Picture, _) => Words::new("need-pictures").with("n", least),
            _ => Words::new(&format!("need-{}", media.word())),
        }
    }

    /// What a platform allows of this format, each limit in its own words; pictures only where the format has them.
    pub fn limits_on(&self, platform: &Platform) -> Vec<Words> {
        let none = Limits::default();
        let own = self.on.get(&platform.id).unwrap_or(&none);
        let mut said = Vec::new();
        if self.media == Some(Media::Picture)
            && let Some((_, most)) = most_pictures(&[platform])
        {
            said.push(Words::new("limit-pictures").with("n", most));
        }
        let span = |(from, to): (u32, u32)| format!("{from}–{to}");
        said.extend(
            own.options
                .map(|it| Words::new("limit-options").with("span", span(it))),
        );
        said.extend(
            own.question_chars
                .map(|n| Words::new("limit-question-chars").with("n", n)),
        );
        said.extend(
            own.option_chars
                .map(|n| Words::new("limit-option-chars").with("n", n)),
        );
        said.extend(
            own.seconds
                .map(|it| Words::new("limit-seconds").with("span", length(it))),
        );
        if !own.ratio.is_empty() {
            said.push(Words::new("limit-ratio").with("ratio", &own.ratio));
        }
        said.extend(own.cover_px.map(|n| Words::new("limit-cover").with("n", n)));
        said
    }
}

/// The fewest pictures that one of these platforms takes at most, and which of them that is.
fn most_pictures<'p>(platforms: &[&'p Platform]) -> Option<(&'p Platform, u32)> {
    let known = platforms.iter().filter(|it| it.media.images_max > 0);
    let each = known.map(|it| (*it, u32::try_from(it.media.images_max).unwrap_or(u32::MAX)));
    each.min_by_key(|(_, most)| *most)
}

/// From so many seconds to so many, as films are measured: "0:03–15:00".
fn length((from, to): (u32, u32)) -> String {
    let clock = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    format!("{}–{}", clock(from), clock(to))
}

fn read(table: &str) -> Result<Vec<Rules>, toml::de::Error> {
    #[derive(Deserialize)]
    struct Page {
        format: Vec<Rules>,
    }
    toml::from_str::<Page>(table).map(|page| page.format)
}
