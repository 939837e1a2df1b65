//! A platform: what it allows and how posts get there. Rules as data, read from `assets/platforms.toml`.

mod book;
mod flaw;
mod hers;

use serde::Deserialize;

use super::count::{Limit, Unit};
use super::outgoing::{Hashtags, Markup};
use super::picture;
use super::tongue::Tongue;

pub use book::Platforms;

pub use super::channel::Mode;

/// The rules of one platform. A limit of 0 means that no limit is known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    /// Name in the store, in files and on the command line ("telegram").
    pub id: String,
    /// At most two upper-case letters or digits for narrow places ("TG"; X has one).
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Its name in Russian.
    pub name_ru: String,
    /// Other words people type or keep in their spreadsheets.
    pub aliases: Vec<String>,
    /// What sort of place it is.
    pub kind: Kind,
    /// Limits of texts.
    pub text: TextRules,
    /// Limits of pictures.
    #[serde(default)]
    pub media: MediaRules,
    /// Whether a picture can carry a description for those who do not see it.
    #[serde(default)]
    pub alt_text: bool,
    /// Whether a first comment under one's own post is a custom there (links, hashtags).
    #[serde(default)]
    pub first_comment: bool,
    /// What Russian law says of advertising there.
    #[serde(default)]
    pub ads_ru: AdsRu,
    /// Delivery modes that make sense, the one to offer first in front. Empty: nothing is posted there.
    pub modes: Vec<Mode>,
    /// Minutes between two rounds; 0 where an API brings the comments or where there are none.
    pub look_every: u32,
    /// Minutes a fresh post stays on Today.
    pub watch: u32,
    /// Address that opens a filled-in post, with `{url}`, `{text}`, `{title}`, `{host}`, `{handle}`; empty where there is none.
    #[serde(default)]
    pub share: String,
    /// Address of the page where a post is written, may hold `{host}` and `{handle}`; empty where there is none.
    #[serde(default)]
    pub compose: String,
    /// Steps of publishing by hand, in order.
    #[serde(default)]
    pub checklist: Vec<Step>,
    /// Where the facts come from and how old they are.
    pub src: String,
    /// Names of fields that no document confirmed.
    #[serde(default)]
    pub from_memory: Vec<String>,
}

impl Platform {
    /// Its name as a reader of this language knows it.
    pub fn name_in(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Ru => &self.name_ru,
            Tongue::En | Tongue::Vi | Tongue::Ka | Tongue::Fi => &self.name,
        }
    }

    /// Whether posts can be made there at all: not on an archive, not on most places of reviews.
    pub fn is_postable(&self) -> bool {
        !self.modes.is_empty()
    }

    /// Whether comments only come in when somebody goes and looks.
    pub fn needs_rounds(&self) -> bool {
        self.look_every > 0
    }

    /// The limits a text must keep, with or without media: none, one, or two (Bluesky counts graphemes and bytes).
    pub fn text_limits(&self, has_media: bool) -> impl Iterator<Item = Limit> {
        let rules = &self.text;
        let max = match rules.max_with_media {
            with_media if has_media && with_media > 0 => with_media,
            _ => rules.max,
        };
        let main = Limit::known(max, rules.unit).map(|limit| {
            let limit = limit.warning_at(rules.warn_at);
            limit.sure(!self.is_from_memory("max"))
        });
        let bytes = Limit::known(rules.max_bytes, Unit::Byte);
        main.into_iter().chain(bytes)
    }

    /// The limit of a title, in the strictest reading: no platform says what it counts in.
    pub fn title_limit(&self) -> Option<Limit> {
        let limit = Limit::known(self.text.title_max, Unit::Unknown)?;
        Some(limit.sure(!self.is_from_memory("title_max")))
    }

    /// The limit of a comment or an answer.
    pub fn comment_limit(&self) -> Option<Limit> {
        let limit = Limit::known(self.text.comment_max, self.text.comment_unit)?;
        Some(limit.sure(!self.is_from_memory("comment_max")))
    }

    /// The same platform where texts may be so long: on another server, for a paid account. Answers that may be as long as
    /// posts are so there as well, and what is shorter under pictures never gets longer than the text.
    #[must_use]
    pub fn with_longest_text(&self, max: usize) -> Platform {
        let mut own = self.clone();
        let text = &mut own.text;
        if (text.comment_max, text.comment_unit) == (text.max, text.unit) {
            text.comment_max = max;
        }
        text.max = max;
        text.max_with_media = text.max_with_media.min(max);
        text.warn_at = 0;
        // She says so herself.
        own.from_memory.retain(|field| field != "max");
        own
    }

    /// Whether this fact was never confirmed by a document, by the field's name ("fold_mobile").
    pub fn is_from_memory(&self, field: &str) -> bool {
        self.from_memory.iter().any(|name| name == field)
    }
}

/// What sort of place a platform is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Posts go out and comments come in.
    Network,
    /// Others write about the client, we answer.
    Reviews,
    /// Closed: old posts may name it, new ones may not.
    Archive,
}

/// What Russian law says of advertising on a platform.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AdsRu {
    /// Allowed, with its mark.
    #[default]
    Free,
    /// Not everybody reads the law alike.
    Disputed,
    /// Forbidden.
    Banned,
}

/// Limits of texts; 0 means that none is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextRules {
    /// Longest text.
    pub max: usize,
    /// What `max` and `max_with_media` count.
    pub unit: Unit,
    /// Longest text in UTF-8 bytes, besides `max`.
    pub max_bytes: usize,
    /// Longest text under pictures, where it is another.
    pub max_with_media: usize,
    /// Where to begin to warn; 0 leaves it to us.
    pub warn_at: usize,
    /// Longest title.
    pub title_max: usize,
    /// Longest comment.
    pub comment_max: usize,
    /// What `comment_max` counts.
    pub comment_unit: Unit,
    /// Most hashtags that still work.
    pub hashtags_max: usize,
    /// Most people that may be named.
    pub mentions_max: usize,
    /// Most links.
    pub links_max: usize,
    /// Characters shown before "more" on a phone; line breaks fold earlier.
    pub fold_mobile: usize,
    /// Characters shown before "more" on a wide screen.
    pub fold_desktop: usize,
    /// Lines shown before "more", however short they are; 0 where only characters count.
    pub fold_lines: usize,
    /// Which markup works in a text.
    pub markup: Markup,
    /// Where lines of hashtags go.
    pub hashtags: Hashtags,
    /// Whether nobody can follow a link in a text.
    pub dead_links: bool,
}

/// Limits of pictures and films; 0 means that none is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MediaRules {
    /// Most pictures in one post.
    pub images_max: usize,
    /// Heaviest picture, in bytes.
    pub image_bytes: u64,
    /// Whether a post without a picture or video is refused.
    pub required: bool,
    /// Kinds of pictures that are taken; empty where nothing is known.
    pub image_kinds: Vec<picture::Kind>,
    /// Least width of a picture in pixels.
    pub width_min: u32,
    /// Most that width and height may add up to.
    pub sides_sum_max: u32,
    /// How many times longer than the short side the long one may be.
    pub side_ratio_max: u32,
    /// Heaviest GIF, where it is another than the heaviest picture.
    pub gif_bytes: u64,
    /// Most GIFs in one post.
    pub gifs_max: usize,
    /// Most films in one post.
    pub films_max: usize,
    /// Heaviest film, in bytes.
    pub film_bytes: u64,
    /// Kinds of films that are taken; empty where nothing is known.
    pub film_kinds: Vec<picture::Kind>,
    /// Whether pictures and films do not go together.
    pub apart: bool,
    /// Whether documents are taken.
    pub documents: bool,
    /// Longest description of a picture, in characters.
    pub alt_max: usize,
    /// Names of the limits above that bind only programs: who publishes by hand may be let through.
    pub by_program: Vec<String>,
}

/// One step of publishing by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Open the page or the app.
    Open,
    /// Paste the text.
    PasteText,
    /// Add the pictures or the video.
    Pictures,
    /// Describe the pictures.
    Alt,
    /// Write the first comment.
    FirstComment,
    /// Put the link where it belongs.
    Link,
    /// Look at the preview.
    CheckPreview,
    /// Publish.
    Publish,
}

impl Step {
    /// The step's name, as in the rules and in the keys of its words ("paste-text").
    pub const fn name(self) -> &'static str {
        match self {
            Step::Open => "open",
            Step::PasteText => "paste-text",
            Step::Pictures => "pictures",
            Step::Alt => "alt",
            Step::FirstComment => "first-comment",
            Step::Link => "link",
            Step::CheckPreview => "check-preview",
            Step::Publish => "publish",
        }
    }
}

#[cfg(test)]
mod tests;
