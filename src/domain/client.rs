//! A client: a brand she works for, and how it wants to be spoken for.

use serde::{Deserialize, Serialize};

use super::lint::RuleId;

/// Everything on a client's card. Text fields are sanitised lines or paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientCard {
    /// Full name, as in the contract.
    pub name: String,
    /// The short name shown in lists; unique among live clients.
    pub short: String,
    /// Index of the colour that marks the client, 0–7.
    pub colour: u8,
    /// IANA zone of the client's town.
    pub zone: String,
    /// Working hours in which answers are promised ("daily 7-23"); empty means always.
    pub hours: String,
    /// Language tags the client speaks with its public, the main one first.
    pub languages: Vec<String>,
    /// Tone of voice.
    pub tone: String,
    /// What the client wants to reach.
    pub goals: String,
    /// Portrait of the audience.
    pub audience: String,
    /// Words never to use.
    pub avoid: Vec<String>,
    /// Promised time to the first answer, in working minutes.
    pub promise_min: u32,
    /// Posts a month by contract, if any.
    pub contract_posts: Option<u32>,
    /// What the contract pays, in the client's words ("35 000 ₽").
    pub contract_money: String,
    /// Words that are spelt right for this client although no dictionary knows them.
    pub words: Vec<String>,
    /// Rules of the checker that say nothing about its posts.
    #[serde(default)]
    pub lints_off: Box<[RuleId]>,
}

impl ClientCard {
    /// A new card with the few fields that must be there; the rest waits folded.
    pub fn new(name: &str, zone: &str) -> Self {
        Self {
            name: name.to_owned(),
            short: short_name(name),
            colour: 0,
            zone: zone.to_owned(),
            hours: String::new(),
            languages: Vec::new(),
            tone: String::new(),
            goals: String::new(),
            audience: String::new(),
            avoid: Vec::new(),
            promise_min: 120,
            contract_posts: None,
            contract_money: String::new(),
            words: Vec::new(),
            lints_off: Box::default(),
        }
    }

    /// The sign of its money, as the contract writes it ("35 000 ₽"); empty when it has none.
    pub fn money_sign(&self) -> String {
        let written = self.contract_money.chars();
        let sign: String = written
            .filter(|c| !c.is_ascii_digit() && !c.is_whitespace() && !matches!(c, '.' | ','))
            .collect();
        // Anything longer is a sentence and no sign.
        if sign.chars().count() <= 4 {
            sign
        } else {
            String::new()
        }
    }
}

/// A short name for lists: the first word, at most 8 characters.
pub fn short_name(name: &str) -> String {
    name.split_whitespace()
        .next()
        .unwrap_or(name)
        .chars()
        .take(8)
        .collect()
}
