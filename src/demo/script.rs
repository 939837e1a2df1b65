//! The demo as it is written down: the shapes of the four files in `assets/demo`, whose headers explain every field.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::SeedError;

/// All four files.
pub(super) struct Script {
    pub(super) desk: Desk,
    pub(super) posts: Vec<Post>,
    pub(super) people: People,
    pub(super) numbers: Numbers,
}

impl Script {
    /// Reads what was built into the program.
    pub(super) fn read() -> Result<Self, SeedError> {
        let posts: Posts = read("posts.toml", include_str!("../../assets/demo/posts.toml"))?;
        Ok(Self {
            desk: read("desk.toml", include_str!("../../assets/demo/desk.toml"))?,
            posts: posts.post,
            people: read(
                "messages.toml",
                include_str!("../../assets/demo/messages.toml"),
            )?,
            numbers: read(
                "numbers.toml",
                include_str!("../../assets/demo/numbers.toml"),
            )?,
        })
    }
}

fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, SeedError> {
    toml::from_str(text).map_err(|error| SeedError::Script {
        file,
        error: Box::new(error),
    })
}

#[derive(Deserialize)]
pub(super) struct Desk {
    /// Her zone.
    pub(super) zone: String,
    pub(super) client: Vec<Client>,
    /// Days with a name that everybody has.
    #[serde(default)]
    pub(super) day: Vec<Day>,
}

/// A day with a name, told from the day the desk opens; negative days are past.
#[derive(Deserialize)]
pub(super) struct Day {
    pub(super) days_ahead: i64,
    pub(super) name: String,
    #[serde(default)]
    pub(super) off: bool,
}

#[derive(Deserialize)]
pub(super) struct Client {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) short: String,
    pub(super) colour: u8,
    pub(super) zone: String,
    pub(super) languages: Vec<String>,
    pub(super) hours: String,
    pub(super) promise_min: u32,
    pub(super) tone: String,
    pub(super) goals: String,
    pub(super) audience: String,
    pub(super) avoid: Vec<String>,
    pub(super) contract_posts: u32,
    pub(super) contract_money: String,
    pub(super) channel: Vec<Channel>,
    pub(super) rubric: Vec<Rubric>,
    pub(super) campaign: Vec<Campaign>,
    pub(super) canned: Vec<Canned>,
    pub(super) snippet: Vec<Snippet>,
    pub(super) target: Vec<Target>,
    pub(super) slot: Vec<Slot>,
    #[serde(default)]
    pub(super) day: Vec<Day>,
}

#[derive(Deserialize)]
pub(super) struct Channel {
    pub(super) platform: String,
    pub(super) handle: String,
    pub(super) link: String,
    pub(super) mode: String,
    pub(super) look_every_min: u32,
    pub(super) watch_min: u32,
    pub(super) grace_min: u32,
    pub(super) looked_min_ago: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Rubric {
    pub(super) name: String,
    pub(super) share: u32,
}

/// Its days are counted from the day the desk is opened.
#[derive(Deserialize)]
pub(super) struct Campaign {
    pub(super) name: String,
    pub(super) starts_days: i64,
    pub(super) ends_days: i64,
    pub(super) goal: String,
    pub(super) utm: String,
}

#[derive(Deserialize)]
pub(super) struct Canned {
    pub(super) lang: String,
    pub(super) name: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct Snippet {
    pub(super) lang: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct Target {
    pub(super) metric: String,
    pub(super) value: f64,
}

#[derive(Deserialize)]
pub(super) struct Slot {
    pub(super) channel: String,
    pub(super) weekday: chrono::Weekday,
    pub(super) time: NaiveTime,
}

#[derive(Deserialize)]
struct Posts {
    post: Vec<Post>,
}

#[derive(Deserialize)]
pub(super) struct Post {
    pub(super) key: String,
    pub(super) client: String,
    pub(super) topic: String,
    #[serde(default)]
    pub(super) rubric: String,
    #[serde(default)]
    pub(super) campaign: String,
    pub(super) format: String,
    pub(super) text: String,
    pub(super) channels: Vec<String>,
    pub(super) status: Stage,
    pub(super) at: Option<At>,
    #[serde(default)]
    pub(super) first_comment: String,
    #[serde(default)]
    pub(super) link: String,
    #[serde(default)]
    pub(super) alt: String,
    #[serde(default)]
    pub(super) pictures: Vec<String>,
    #[serde(default)]
    pub(super) picture_missing: bool,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) waiting_since_days: i64,
    #[serde(default)]
    pub(super) variant: Vec<Variant>,
}

/// Where a post of the demo stands when the desk opens.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Stage {
    Idea,
    Draft,
    Review,
    Changes,
    Scheduled,
    Due,
    Late,
    Published,
}

/// A moment of the plan, told from the moment the desk opens.
#[derive(Deserialize, Clone, Copy)]
#[serde(untagged, deny_unknown_fields)]
pub(super) enum At {
    DaysAgo { days_ago: i64, time: NaiveTime },
    DaysAhead { days_ahead: i64, time: NaiveTime },
    MinutesAgo { minutes_ago: i64 },
    MinutesAhead { minutes_ahead: i64 },
}

#[derive(Deserialize)]
pub(super) struct Variant {
    pub(super) channel: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct People {
    pub(super) person: Vec<Person>,
    pub(super) message: Vec<Message>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) seen: Vec<Seen>,
}

impl Person {
    /// The name this person goes by on a platform.
    pub(super) fn name_on(&self, platform: &str) -> &str {
        let seen = self.seen.iter().find(|seen| seen.platform == platform);
        seen.map_or(&self.name, |seen| &seen.name)
    }
}

#[derive(Deserialize)]
pub(super) struct Seen {
    platform: String,
    name: String,
}

#[derive(Deserialize)]
pub(super) struct Message {
    pub(super) person: String,
    pub(super) platform: String,
    pub(super) client: String,
    pub(super) post: Option<String>,
    pub(super) kind: String,
    pub(super) tone: String,
    pub(super) topic: String,
    pub(super) state: Turn,
    pub(super) minutes_ago: i64,
    pub(super) left_min: Option<i64>,
    pub(super) wake_min_ahead: Option<i64>,
    pub(super) lead: Option<String>,
    pub(super) text: String,
    pub(super) answer: Option<String>,
    #[serde(default)]
    pub(super) answered_after_min: i64,
}

impl Message {
    /// Whether she has noted an order: who still waits may order something, a lead it is when she has talked to them.
    pub(super) fn is_lead(&self) -> bool {
        self.lead.is_some() && self.state == Turn::Done
    }
}

/// Whose turn a conversation of the demo is.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Turn {
    Waiting,
    WaitClient,
    WaitAuthor,
    Snoozed,
    Done,
    DoneNoAnswer,
}

#[derive(Deserialize)]
pub(super) struct Numbers {
    pub(super) series: Vec<Series>,
    pub(super) post_reading: Vec<PostReading>,
    pub(super) past: Vec<Past>,
}

/// One value a day, the oldest first.
#[derive(Deserialize)]
pub(super) struct Series {
    pub(super) client: String,
    pub(super) channel: Option<String>,
    pub(super) metric: String,
    from_days_ago: i64,
    values: Vec<Counted>,
}

impl Series {
    /// The days that were read, as days ago, each with its value.
    pub(super) fn days(&self) -> impl Iterator<Item = (i64, f64)> {
        let days = (0_i64..).map(|n| self.from_days_ago - n).zip(&self.values);
        days.filter_map(|(day, value)| match value {
            Counted::Known(value) => Some((day, *value)),
            Counted::Unread(_) => None,
        })
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Counted {
    Known(f64),
    Unread(IgnoredAny),
}

#[derive(Deserialize)]
pub(super) struct PostReading {
    pub(super) post: String,
    pub(super) channel: String,
    /// Reach, reactions, comments, shares, saves: under their own names. Complaints have no number of their own.
    #[serde(flatten)]
    pub(super) counted: BTreeMap<String, f64>,
}

/// A post of which only the numbers are known.
#[derive(Deserialize)]
pub(super) struct Past {
    pub(super) client: String,
    pub(super) channel: String,
    pub(super) topic: String,
    pub(super) rubric: String,
    pub(super) days_ago: i64,
    pub(super) time: NaiveTime,
    pub(super) reach: f64,
    pub(super) interactions: f64,
}
