//! The brief for whoever draws or films it: what, how large for each platform, the words that go with it, until when. Text
//! to paste into a chat, and Markdown to keep or to send, in a language the contractor reads.

mod markdown;
#[cfg(test)]
mod tests;
mod text;

use chrono::{NaiveDate, NaiveDateTime};

use super::line;
use crate::domain::client::ClientCard;
use crate::domain::command::PostCard;
use crate::domain::file_name::plain;
use crate::domain::format::{Limits, Media, Rules, rules};
use crate::domain::picture::Kind;
use crate::domain::platform::Platform;
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;
use crate::locale::{Arg, Voice};
use crate::store;

pub use markdown::markdown;
pub use text::text;

/// Bytes the name of its file has before the ending.
const LONGEST_NAME: usize = 90;

/// What is to be made.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// In which language it is asked for.
    pub tongue: Tongue,
    /// For whom.
    pub client: String,
    /// The same, short, for the name of the file.
    pub short: String,
    /// How the client speaks.
    pub voice: String,
    /// What it is about.
    pub topic: String,
    /// What kind of thing it is.
    pub format: Format,
    /// What it should do and how it should sound.
    pub brief: String,
    /// What is said and shown, where it is shot.
    pub script: String,
    /// Its shots, one a line.
    pub shots: String,
    /// The text that goes with it.
    pub text: String,
    /// The link that goes with it.
    pub link: String,
    /// Names of the pictures that are there already, and which of them is the cover.
    pub pictures: Vec<(String, bool)>,
    /// Where it will be seen.
    pub platforms: Vec<Platform>,
    /// Until when, on her wall.
    pub ready_by: Option<NaiveDateTime>,
}

impl Order {
    /// What the card of a post asks for, for its client; the text, the platforms and the hour are not on a card. A script is
    /// asked for only where it is shot, though it is kept everywhere.
    pub fn of(card: &PostCard, pictures: &[store::Media], client: Option<&ClientCard>) -> Self {
        let shot = |text: &str| {
            if rules(card.format).is_shot {
                text.to_owned()
            } else {
                String::new()
            }
        };
        Self {
            tongue: client.map_or(Tongue::En, |it| Tongue::of(&it.languages)),
            client: client.map_or_else(String::new, |it| it.name.clone()),
            short: client.map_or_else(String::new, |it| it.short.clone()),
            voice: client.map_or_else(String::new, |it| it.tone.clone()),
            topic: card.topic.clone(),
            format: card.format,
            brief: card.brief.clone(),
            script: shot(&card.script),
            shots: shot(&card.shots),
            link: card.link.clone(),
            pictures: pictures
                .iter()
                .map(|it| (it.name.clone(), it.is_cover))
                .collect(),
            ..Self::default()
        }
    }

    /// The name of its file, without the ending: the day it was made, the client, the topic.
    pub fn file_name(&self, made: NaiveDate) -> String {
        let name = format!("{made} {} {}", self.short, line(&self.topic));
        format!("{}-task", plain(&name, LONGEST_NAME, "post"))
    }
}

/// A piece of it, not laid out yet. What is not there is no piece; a missing deadline is one.
enum Part {
    /// Whose and what about, and below it what is known in a line each.
    Head(String, Vec<String>),
    /// Lines of ours.
    Lines(Vec<String>),
    /// What somebody wrote, under what it is; under nothing where that is clear.
    Said(String, String),
    /// One thing a line, under what they are.
    List(String, Vec<String>),
    /// The same in an order that matters.
    Steps(String, Vec<String>),
}

/// All of them in the order in which they are read.
fn parts(order: &Order) -> Vec<Part> {
    let teller = Teller {
        voice: Voice::new(order.tongue),
        order,
        rules: rules(order.format),
    };
    let parts = [
        Some(teller.head()),
        teller.said("", &order.brief),
        teller.said("order-script", &order.script),
        teller.shots(),
        teller.sizes(),
        teller.said("order-text", &order.text),
        teller.link(),
        teller.pictures(),
        Some(teller.end()),
    ];
    parts.into_iter().flatten().collect()
}

/// Who says it.
struct Teller<'o> {
    voice: Voice,
    order: &'o Order,
    rules: &'static Rules,
}

impl Teller<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.voice.say(key, args)
    }

    /// Whose, what about, what kind of thing, and how they speak.
    fn head(&self) -> Part {
        let args = [
            ("client", line(&self.order.client).into()),
            ("topic", line(&self.order.topic).into()),
        ];
        let mut known = Vec::new();
        if self.order.format != Format::Text {
            let format = format!("format-{}", self.order.format.word());
            let format = self.voice.text(&format).into_owned();
            known.push(self.say("order-format", &[("format", format.into())]));
        }
        let voice = line(&self.order.voice);
        if !voice.is_empty() {
            known.push(self.say("order-voice", &[("voice", voice.into())]));
        }
        Part::Head(self.say("order-title", &args), known)
    }

    /// What somebody wrote, under the words of this key.
    fn said(&self, key: &str, text: &str) -> Option<Part> {
        let label = if key.is_empty() {
            String::new()
        } else {
            self.voice.text(key).into_owned()
        };
        let text = super::text(text);
        (!text.is_empty()).then_some(Part::Said(label, text))
    }

    /// The shots by number.
    fn shots(&self) -> Option<Part> {
        let shots = super::text(&self.order.shots);
        let lines = shots.lines().map(str::trim).filter(|it| !it.is_empty());
        let shots: Vec<String> = lines.map(str::to_owned).collect();
        let label = self.voice.text("order-shots").into_owned();
        (!shots.is_empty()).then_some(Part::Steps(label, shots))
    }

    /// A line for each platform, with what is known of it.
    fn sizes(&self) -> Option<Part> {
        let known = self.order.platforms.iter().filter_map(|platform| {
            let known = self.known_of(platform);
            (!known.is_empty()).then(|| {
                format!(
                    "{}: {}",
                    platform.name_in(self.order.tongue),
                    known.join(" · ")
                )
            })
        });
        let known: Vec<String> = known.collect();
        let label = self.voice.text("order-sizes").into_owned();
        (!known.is_empty()).then_some(Part::List(label, known))
    }

    /// Ratio, length, kinds and weight that a platform takes in this format.
    fn known_of(&self, platform: &Platform) -> Vec<String> {
        let own = self.rules.on.get(&platform.id);
        let media = &platform.media;
        let is_film = self.rules.media == Some(Media::Film);
        let (kinds, most) = if is_film {
            (&media.film_kinds, media.film_bytes)
        } else {
            (&media.image_kinds, media.image_bytes)
        };
        let ratio = own.map(|it| &it.ratio).filter(|it| !it.is_empty());
        let ratio = ratio.unwrap_or(&self.rules.ratio);
        let mut known = Vec::new();
        if !ratio.is_empty() {
            known.push(ratio.clone());
        }
        if let Some(limits) = own {
            known.extend(length(limits));
        }
        if !kinds.is_empty() {
            let names: Vec<&str> = kinds.iter().copied().map(Kind::name).collect();
            known.push(names.join(", "));
        }
        if !is_film && media.width_min > 0 {
            let pixels = self.voice.number(i64::from(media.width_min));
            known.push(self.say("order-width", &[("pixels", pixels.into())]));
        }
        if most > 0 {
            let size = self.voice.number((most / 1_000_000) as i64);
            known.push(self.say("order-weight", &[("size", size.into())]));
        }
        known
    }

    /// The link that goes with it.
    fn link(&self) -> Option<Part> {
        let link = line(&self.order.link);
        let said = |link: String| self.say("order-link", &[("link", link.into())]);
        (!link.is_empty()).then(|| Part::Lines(vec![said(link)]))
    }

    /// What is there already, by name, the cover first.
    fn pictures(&self) -> Option<Part> {
        let (covers, others): (Vec<_>, Vec<_>) = self.order.pictures.iter().partition(|it| it.1);
        let named = covers.into_iter().chain(others).map(|(name, is_cover)| {
            let name = line(name);
            if *is_cover {
                format!("{name} ({})", self.voice.text("packet-cover"))
            } else {
                name
            }
        });
        let named: Vec<String> = named.collect();
        let label = self.voice.text("order-pictures").into_owned();
        (!named.is_empty()).then_some(Part::List(label, named))
    }

    /// Until when, and where to.
    fn end(&self) -> Part {
        let by = match self.order.ready_by {
            Some(by) => {
                let when = self.voice.when_long(by).into();
                self.say("order-by", &[("when", when)])
            }
            None => self.voice.text("order-undated").into_owned(),
        };
        Part::Lines(vec![by, self.voice.text("order-send").into_owned()])
    }
}

/// "0:03–1:30".
fn length(limits: &Limits) -> Option<String> {
    let clock = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    let (from, to) = limits.seconds?;
    Some(format!("{}–{}", clock(from), clock(to)))
}
