//! The shapes of the four demo files, for the checks only.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Desk {
    pub(crate) zone: String,
    pub(crate) client: Vec<Client>,
    pub(crate) day: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Day {
    pub(crate) days_ahead: i64,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) off: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Client {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) short: String,
    pub(crate) colour: u8,
    pub(crate) zone: String,
    pub(crate) languages: Vec<String>,
    pub(crate) hours: String,
    pub(crate) promise_min: i64,
    pub(crate) tone: String,
    pub(crate) goals: String,
    pub(crate) audience: String,
    pub(crate) avoid: Vec<String>,
    pub(crate) contract_posts: usize,
    pub(crate) contract_money: String,
    pub(crate) channel: Vec<Channel>,
    pub(crate) rubric: Vec<Rubric>,
    pub(crate) campaign: Vec<Campaign>,
    pub(crate) canned: Vec<Canned>,
    pub(crate) snippet: Vec<Snippet>,
    pub(crate) target: Vec<Target>,
    pub(crate) slot: Vec<Slot>,
    pub(crate) day: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Channel {
    pub(crate) platform: String,
    pub(crate) handle: String,
    pub(crate) link: String,
    pub(crate) mode: String,
    pub(crate) look_every_min: i64,
    pub(crate) watch_min: i64,
    pub(crate) grace_min: i64,
    pub(crate) looked_min_ago: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rubric {
    pub(crate) name: String,
    pub(crate) share: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Campaign {
    pub(crate) name: String,
    pub(crate) starts_days: i64,
    pub(crate) ends_days: i64,
    pub(crate) goal: String,
    pub(crate) utm: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Snippet {
    pub(crate) lang: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Canned {
    pub(crate) lang: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    pub(crate) metric: String,
    pub(crate) value: f64,
    pub(crate) better: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) channel: String,
    pub(crate) weekday: String,
    pub(crate) time: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Posts {
    pub(crate) post: Vec<Post>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Post {
    pub(crate) key: String,
    pub(crate) client: String,
    pub(crate) topic: String,
    pub(crate) lang: Option<String>,
    pub(crate) rubric: Option<String>,
    pub(crate) campaign: Option<String>,
    pub(crate) format: String,
    pub(crate) text: String,
    pub(crate) channels: Vec<String>,
    pub(crate) status: String,
    pub(crate) at: Option<At>,
    pub(crate) first_comment: Option<String>,
    pub(crate) link: Option<String>,
    pub(crate) alt: Option<String>,
    #[serde(default)]
    pub(crate) pictures: Vec<String>,
    #[serde(default)]
    pub(crate) picture_missing: bool,
    pub(crate) reason: Option<String>,
    pub(crate) waiting_since_days: Option<i64>,
    #[serde(default)]
    pub(crate) variant: Vec<Variant>,
}

#[derive(Deserialize, Clone, Copy, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct At {
    pub(crate) days_ago: Option<i64>,
    pub(crate) days_ahead: Option<i64>,
    pub(crate) minutes_ago: Option<i64>,
    pub(crate) minutes_ahead: Option<i64>,
    pub(crate) time: Option<chrono::NaiveTime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    pub(crate) channel: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Messages {
    pub(crate) person: Vec<Person>,
    pub(crate) message: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) key: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) notes: Vec<String>,
    #[serde(default)]
    pub(crate) seen: Vec<Seen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seen {
    pub(crate) platform: String,
    pub(crate) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) person: String,
    pub(crate) platform: String,
    pub(crate) client: String,
    pub(crate) post: Option<String>,
    pub(crate) kind: String,
    pub(crate) lang: String,
    pub(crate) tone: String,
    pub(crate) topic: String,
    pub(crate) state: String,
    pub(crate) minutes_ago: i64,
    pub(crate) left_min: Option<i64>,
    pub(crate) wake_min_ahead: Option<i64>,
    pub(crate) lead: Option<String>,
    pub(crate) text: String,
    pub(crate) answer: Option<String>,
    pub(crate) answered_after_min: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Numbers {
    pub(crate) series: Vec<Series>,
    pub(crate) total: Vec<Total>,
    pub(crate) post_reading: Vec<PostReading>,
    pub(crate) past: Vec<Past>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Series {
    pub(crate) client: String,
    pub(crate) channel: Option<String>,
    pub(crate) metric: String,
    pub(crate) from_days_ago: i64,
    pub(crate) values: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Known(i64),
    Missing(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Total {
    pub(crate) client: String,
    pub(crate) metric: String,
    pub(crate) window: String,
    pub(crate) value: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostReading {
    pub(crate) post: String,
    pub(crate) channel: String,
    pub(crate) reach: i64,
    pub(crate) reactions: i64,
    pub(crate) comments: i64,
    pub(crate) shares: i64,
    #[serde(default)]
    pub(crate) saves: i64,
    #[serde(default)]
    pub(crate) negative: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Past {
    pub(crate) client: String,
    pub(crate) channel: String,
    pub(crate) topic: String,
    pub(crate) rubric: String,
    pub(crate) days_ago: i64,
    pub(crate) time: chrono::NaiveTime,
    pub(crate) reach: i64,
    pub(crate) interactions: i64,
}
