//! What the desk has already: the questions of an import, so that the same file again makes no doubles.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDateTime;
use rusqlite::OptionalExtension;

use super::clients::list;
use super::convert::wall_text;
use super::error::Result;
use super::reader::Reader;
use crate::domain::command::NewReading;
use crate::domain::ids::{ChannelId, ClientId, PostId};

/// What makes two planned posts of a client the same: topic, local time, channels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlannedKey {
    topic: String,
    places: BTreeSet<(Option<String>, ChannelId)>,
}

impl PlannedKey {
    /// The key of a post with one time for all its channels; none is the shelf.
    pub fn new(topic: &str, local: Option<NaiveDateTime>, channels: &[ChannelId]) -> Self {
        let local = local.map(wall_text);
        Self {
            topic: topic.to_owned(),
            places: channels.iter().map(|id| (local.clone(), *id)).collect(),
        }
    }

    /// Whether all of another's places are among these, under the same topic.
    fn holds(&self, other: &Self) -> bool {
        self.topic == other.topic && other.places.is_subset(&self.places)
    }
}

/// Everything planned for a client.
#[derive(Debug, Default)]
pub struct PlannedThere {
    keys: HashSet<PlannedKey>,
    by_uid: HashMap<String, PlannedKey>,
}

impl PlannedThere {
    /// Whether a post of this key is there, or is a part of the post that is called so.
    pub fn has(&self, key: &PlannedKey, uid: &str) -> bool {
        self.keys.contains(key) || self.by_uid.get(uid).is_some_and(|it| it.holds(key))
    }
}

impl Reader {
    /// Everything planned for a client.
    pub fn planned_of(&self, client: ClientId) -> Result<PlannedThere> {
        let sql = "SELECT p.uid, p.topic, v.local, v.channel FROM post p \
            JOIN variant v ON v.post = p.id AND v.deleted_at IS NULL WHERE p.client = ? AND p.deleted_at IS NULL";
        let mut by_uid: HashMap<String, PlannedKey> = HashMap::new();
        let rows = list(self.conn(), sql, [client], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, ChannelId>(3)?,
            ))
        })?;
        for (uid, topic, local, channel) in rows {
            let places = BTreeSet::new();
            let key = by_uid.entry(uid).or_insert(PlannedKey { topic, places });
            key.places.insert((local, channel));
        }
        let keys = by_uid.values().cloned().collect();
        Ok(PlannedThere { keys, by_uid })
    }

    /// Posts on a channel with this topic or address, or whose uid begins so; two are enough to know that it is unclear.
    pub fn posts_called(&self, channel: ChannelId, name: &str) -> Result<Vec<PostId>> {
        let sql = "SELECT DISTINCT p.id FROM agenda_sum a JOIN post p ON p.id = a.post WHERE a.channel = ?1 \
            AND (p.topic = ?2 OR a.link = ?2 OR (length(?2) >= 6 AND substr(p.uid, 1, length(?2)) = ?2)) LIMIT 2";
        list(self.conn(), sql, (channel, name), |row| row.get(0))
    }

    /// The value that stands for the same channel, post, metric and day.
    pub fn standing_value(&self, reading: &NewReading) -> Result<Option<f64>> {
        let of_post = match reading.post {
            Some(_) => "post = ?2",
            None => "post IS NULL AND ?2 IS NULL",
        };
        let sql = format!(
            "SELECT value FROM reading WHERE channel = ?1 AND {of_post} AND metric = ?3 AND day = ?4 AND NOT EXISTS \
             (SELECT 1 FROM voided_sum WHERE tbl = 'reading' AND fact = reading.id) ORDER BY id DESC LIMIT 1"
        );
        let asked = (
            reading.channel,
            reading.post,
            reading.metric.word(),
            reading.day.to_string(),
        );
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .query_row(asked, |row| row.get(0))
            .optional()?)
    }
}
