//! What an entry of the journal touched, in values a person can read: which nouns, and what of them became what.

use rusqlite::types::Value;

use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::image::{self, Columns};
use super::journal::{self, Entry};
use super::reader::Reader;
use super::table::{Fact, Noun};
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, EntryId, PostId, VariantId};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It was made.
    Made,
    /// Some of it changed.
    Changed,
    /// It was laid to rest.
    Buried,
    /// So many things were put on record.
    Recorded(u64),
}

/// A value as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// None.
    Nothing,
    /// Words of hers, or the name of something.
    Text(String),
    /// One of our fixed words.
    Word(String),
    /// A whole wording.
    Wording(String),
    /// A moment.
    At(Moment),
}

/// What of a row became what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TouchedField {
    /// The column.
    pub field: String,
    /// What it was.
    pub before: Seen,
    /// What it became.
    pub after: Seen,
}

/// A row that an entry touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// The kind of noun or fact, by its table.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Where it goes, for a post on one channel.
    pub channel: Option<ChannelId>,
    /// What became of it.
    pub what: What,
    /// What of it became what; not for what was made.
    pub fields: Vec<TouchedField>,
}

/// One line of `journal_row`.
struct Noted {
    table: String,
    row: i64,
    op: String,
    before: Option<String>,
    after: Option<String>,
}

/// What of a row is for the machine alone.
const UNSEEN: &[&str] = &[
    "uid",
    "local",
    "tzdb",
    "payload",
    "derived_from",
    "approval_at",
    "decided_at",
    "decided_msg",
    "position",
    "hash",
    "bytes",
    "shown",
    "said_at",
];

/// Entries that touched a post: by its own row, its channels, its pictures, its packets, and what was claimed of it.
const OF_POST: &str = "WITH mine (tbl, row) AS ( \
    SELECT 'post', ?1 UNION ALL SELECT 'variant', id FROM variant WHERE post = ?1 UNION ALL \
    SELECT 'media', id FROM media WHERE post = ?1 UNION ALL SELECT 'lint_pass', id FROM lint_pass WHERE post = ?1 UNION ALL \
    SELECT 'packet_item', id FROM packet_item WHERE post = ?1), \
    claims (id) AS (SELECT e.id FROM variant v JOIN delivery d ON d.variant = v.id \
    JOIN delivery_event e ON e.delivery = d.id WHERE v.post = ?1), \
    touched (entry) AS (SELECT r.entry FROM mine m JOIN journal_row r ON r.tbl = m.tbl AND r.row = m.row UNION \
    SELECT (SELECT r.entry FROM journal_row r WHERE r.tbl = 'delivery_event' AND r.row <= claims.id ORDER BY r.row DESC LIMIT 1) \
    FROM claims WHERE claims.id <= (SELECT CAST(r.after AS INTEGER) FROM journal_row r WHERE r.tbl = 'delivery_event' \
    AND r.row <= claims.id ORDER BY r.row DESC LIMIT 1)) \
    SELECT e.id, e.at, e.title, e.args, e.undone, e.origin FROM touched t JOIN journal_entry e ON e.id = t.entry \
    WHERE e.undoes IS NULL AND e.id < ?2 ORDER BY e.id DESC LIMIT ?3";

impl Reader {
    /// A page of what was done, newest first, from before an entry on.
    pub fn history(&self, before: Option<EntryId>, limit: usize) -> Result<Vec<Entry>> {
        journal::page(self.conn(), before, limit)
    }

    /// The same for one post.
    pub fn history_of(
        &self,
        post: PostId,
        before: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>> {
        let before = before.map_or(i64::MAX, |entry| entry.0);
        list(
            self.conn(),
            OF_POST,
            (post, before, limit as i64),
            journal::entry,
        )
    }

    /// What `u` takes back next.
    pub fn newest_standing(&self) -> Result<Option<Entry>> {
        journal::newest_standing(self.conn())
    }

    /// One entry, if it is something that was done.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        journal::by_id(self.conn(), id)
    }

    /// The standing entries of people from this one on, newest first, at most `limit`.
    pub fn down_to(&self, id: EntryId, limit: usize) -> Result<Vec<EntryId>> {
        journal::down_to(self.conn(), id, limit)
    }

    /// What an entry touched, in the order in which it did, at most `limit` rows.
    pub fn touched_by(&self, entry: EntryId, limit: usize) -> Result<Vec<Touch>> {
        let sql = "SELECT tbl, row, op, before, after FROM journal_row WHERE entry = ? ORDER BY seq LIMIT ?";
        let noted = list(self.conn(), sql, (entry, limit as i64), |row| {
            Ok(Noted {
                table: row.get(0)?,
                row: row.get(1)?,
                op: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
            })
        })?;
        noted.iter().map(|noted| self.touch(noted)).collect()
    }

    /// The newest standing entry of a person after this one that touched one of the same rows: what stands on it.
    pub fn stands_on(&self, entry: EntryId) -> Result<Option<Entry>> {
        let sql = "SELECT e.id, e.at, e.title, e.args, e.undone, e.origin FROM journal_row mine \
            JOIN journal_row r ON r.tbl = mine.tbl AND r.row = mine.row AND r.entry > mine.entry \
            JOIN journal_entry e ON e.id = r.entry AND e.undoes IS NULL AND e.undone = 0 \
            WHERE mine.entry = ? ORDER BY e.id DESC LIMIT 1";
        Ok(list(self.conn(), sql, [entry], journal::entry)?.pop())
    }

    /// The wordings of a post, or of one of its channels, newest first: which, when, and the words.
    pub fn wordings(
        &self,
        post: PostId,
        variant: Option<VariantId>,
        limit: usize,
    ) -> Result<Vec<(Moment, String)>> {
        let owner = match variant {
            Some(_) => "SELECT uid FROM variant WHERE id = ?2",
            None => "SELECT uid FROM post WHERE id = ?1 AND ?2 IS NULL",
        };
        let sql = format!(
            "SELECT at, text FROM text_rev WHERE owner = ({owner}) ORDER BY seq DESC LIMIT ?3"
        );
        list(self.conn(), &sql, (post, variant, limit as i64), |row| {
            Ok((moment(row.get(0)?), row.get(1)?))
        })
    }

    fn touch(&self, noted: &Noted) -> Result<Touch> {
        if let Some(fact) = Fact::from_name(&noted.table) {
            return self.recorded(fact, noted);
        }
        let image = |text: &Option<String>| -> Columns {
            let read = text.as_deref().and_then(image::read);
            read.unwrap_or_default()
        };
        let (before, after) = (image(&noted.before), image(&noted.after));
        let mut fields = Vec::new();
        let mut what = What::Made;
        if noted.op == "update" {
            what = What::Changed;
            for (name, was) in &before {
                let is = after.iter().find(|(other, _)| other == name);
                let is = is.map_or(&Value::Null, |(_, value)| value);
                if name == "deleted_at" {
                    let is_buried = *is != Value::Null;
                    what = if is_buried { What::Buried } else { What::Made };
                } else if !UNSEEN.contains(&name.as_str()) {
                    fields.push(TouchedField {
                        field: name.clone(),
                        before: self.seen(name, was)?,
                        after: self.seen(name, is)?,
                    });
                }
            }
        }
        let (name, channel) = match Noun::from_name(&noted.table) {
            Some(noun) => self.called(noun, noted.row, &after)?,
            None => Default::default(),
        };
        Ok(Touch {
            kind: noted.table.clone(),
            name,
            channel,
            what,
            fields,
        })
    }

    /// A run of facts: what the first of them is about stands for all.
    fn recorded(&self, fact: Fact, noted: &Noted) -> Result<Touch> {
        let last: i64 = noted
            .after
            .as_deref()
            .unwrap_or_default()
            .parse()
            .unwrap_or(noted.row);
        let sql = match fact {
            Fact::DeliveryEvent => {
                "SELECT p.topic, v.channel FROM delivery_event e JOIN delivery d ON d.id = e.delivery \
                 JOIN variant v ON v.id = d.variant JOIN post p ON p.id = v.post WHERE e.id = ?"
            }
            Fact::Message => {
                "SELECT coalesce(p.name, ''), t.channel FROM message m JOIN thread t ON t.id = m.thread \
                 LEFT JOIN person p ON p.id = t.person WHERE m.id = ?"
            }
            Fact::Reading => "SELECT metric, channel FROM reading WHERE id = ?",
            Fact::Round => "SELECT '', channel FROM round WHERE id = ?",
            _ => "SELECT '', NULL WHERE ? IS NULL",
        };
        let about: Option<(String, Option<ChannelId>)> =
            list(self.conn(), sql, [noted.row], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .pop();
        let (name, channel) = about.unwrap_or_default();
        Ok(Touch {
            kind: noted.table.clone(),
            name,
            channel,
            what: What::Recorded(u64::try_from(last - noted.row + 1).unwrap_or(1)),
            fields: Vec::new(),
        })
    }

    /// What a noun is called, and where it goes: from how it stands, or from its image where it is not there any more.
    fn called(&self, noun: Noun, row: i64, image: &Columns) -> Result<(String, Option<ChannelId>)> {
        let sql = match noun {
            Noun::Client | Noun::Rubric | Noun::Campaign | Noun::Media | Noun::Person
            | Noun::CannedReply | Noun::Snippet => format!("SELECT name, NULL FROM {} WHERE id = ?", noun.name()),
            Noun::Channel => "SELECT handle, id FROM channel WHERE id = ?".to_owned(),
            Noun::Post => "SELECT topic, NULL FROM post WHERE id = ?".to_owned(),
            Noun::Variant => {
                "SELECT p.topic, v.channel FROM variant v JOIN post p ON p.id = v.post WHERE v.id = ?".to_owned()
            }
            Noun::Slot => "SELECT '', channel FROM slot WHERE id = ?".to_owned(),
            Noun::Target => "SELECT metric, NULL FROM target WHERE id = ?".to_owned(),
            Noun::Note => "SELECT text, NULL FROM note WHERE id = ?".to_owned(),
            Noun::HolidayMark => {
                "SELECT trim(day || ' ' || name), NULL FROM holiday_mark WHERE id = ?".to_owned()
            }
            Noun::Packet => "SELECT code, NULL FROM packet WHERE id = ?".to_owned(),
            Noun::PacketItem => {
                "SELECT k.code || i.number || ' ' || p.topic, NULL FROM packet_item i JOIN packet k ON k.id = i.packet \
                 JOIN post p ON p.id = i.post WHERE i.id = ?".to_owned()
            }
            Noun::Lead => "SELECT what, NULL FROM lead WHERE id = ?".to_owned(),
            Noun::LintPass => {
                "SELECT p.topic, NULL FROM lint_pass k JOIN post p ON p.id = k.post WHERE k.id = ?".to_owned()
            }
            Noun::ThreadMark => {
                "SELECT coalesce(p.name, ''), t.channel FROM thread_mark k JOIN thread t ON t.id = k.thread \
                 LEFT JOIN person p ON p.id = t.person WHERE k.id = ?".to_owned()
            }
        };
        let found = list(self.conn(), &sql, [row], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .pop();
        Ok(found.unwrap_or_else(|| {
            let known = ["topic", "name", "handle", "what", "code"];
            let named = image
                .iter()
                .find(|(name, _)| known.contains(&name.as_str()));
            match named {
                Some((_, Value::Text(name))) => (name.clone(), None),
                _ => (String::new(), None),
            }
        }))
    }

    /// A value of a column as a person reads it.
    fn seen(&self, column: &str, value: &Value) -> Result<Seen> {
        Ok(match (column, value) {
            ("rev" | "base_rev", Value::Integer(id)) => {
                Seen::Wording(self.wording_of(Some(*id))?.unwrap_or_default())
            }
            ("rubric" | "campaign", Value::Integer(id)) => {
                Seen::Text(self.name_of(column, Some(*id))?)
            }
            ("at" | "ready_by" | "snooze_until", Value::Integer(at)) => {
                maybe_moment(Some(*at)).map_or(Seen::Nothing, Seen::At)
            }
            ("approval" | "format" | "mode" | "state" | "verdict", Value::Text(word)) => {
                Seen::Word(word.clone())
            }
            (_, Value::Integer(number)) => Seen::Text(number.to_string()),
            (_, Value::Real(number)) => Seen::Text(number.to_string()),
            (_, Value::Text(text)) if text.is_empty() => Seen::Nothing,
            (_, Value::Text(text)) => Seen::Text(text.clone()),
            (_, Value::Null | Value::Blob(_)) => Seen::Nothing,
        })
    }
}
