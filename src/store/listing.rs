//! Long lists for files and scripts: read page by page, each page going on exactly where the last one ended.

use rusqlite::Row;

use super::clients::list;
use super::convert::{int, maybe_moment, moment};
use super::error::Result;
use super::migrate;
use super::reader::Reader;
use super::sieve::Asked;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, VariantId};
use crate::domain::outgoing::Outgoing;
use crate::domain::post::{Approval, Format, Outcome, Status, status};

/// One variant with its post, as it is told outside.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedPost {
    /// Name of the variant.
    pub uid: String,
    /// Name of the post.
    pub post: String,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Planned moment.
    pub at: Option<Moment>,
    /// Rubric, if any.
    pub rubric: Option<String>,
    /// Campaign, if any.
    pub campaign: Option<String>,
    /// What kind of thing it is.
    pub format: Format,
    /// What it is about.
    pub topic: String,
    /// The wording that stands for this channel.
    pub text: String,
    /// Where it ends in the list.
    pub place: Bookmark,
    approval: Approval,
    outcome: Outcome,
    grace_min: u32,
}

impl ListedPost {
    /// Where it stands now.
    pub fn status(&self, now: Moment) -> Status {
        status(self.approval, self.outcome, self.at, self.grace_min, now)
    }
}

/// One utterance, as it is told outside.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedMessage {
    /// Name of its conversation.
    pub thread: String,
    /// Whose public.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Comment, message, review, mention.
    pub kind: String,
    /// Who they are on the platform.
    pub handle: String,
    /// How they are called.
    pub person: String,
    /// When.
    pub at: Moment,
    /// Written by us.
    pub outgoing: bool,
    /// The text.
    pub text: String,
    /// Name of the post it stands under, if any.
    pub post: Option<String>,
    /// Whose turn the conversation is.
    pub state: String,
    /// Its id on the platform, if it is known.
    pub external_id: Option<String>,
    /// Where it ends in the list.
    pub place: Bookmark,
}

/// A place in a list: the moment and key of the last row of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bookmark {
    /// Undated rows come after all dated ones.
    undated: bool,
    at: i64,
    id: i64,
}

/// What has not been let go.
const LIVE: &str = "WHERE deleted_at IS NULL";

impl Bookmark {
    /// Before everything.
    pub const START: Bookmark = Bookmark {
        undated: false,
        at: i64::MIN,
        id: i64::MIN,
    };

    /// Before everything from this moment on.
    pub fn from(at: Moment) -> Self {
        Self {
            at: at.timestamp(),
            ..Self::START
        }
    }
}

const POST: &str = "SELECT v.uid, p.uid, a.client, a.channel, a.at, r.name, p.format, p.topic, \
    coalesce(base.text, ''), a.variant, a.approval, a.outcome, c.grace_min, g.name, own.text, c.platform \
    FROM agenda_sum a JOIN variant v ON v.id = a.variant JOIN post p ON p.id = a.post \
    JOIN channel c ON c.id = a.channel LEFT JOIN rubric r ON r.id = p.rubric LEFT JOIN campaign g ON g.id = p.campaign \
    LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev base ON base.id = p.base_rev";

const MESSAGE: &str = "SELECT t.uid, t.client, t.channel, t.kind, coalesce(w.handle, ''), coalesce(w.name, ''), m.at, \
    m.outgoing, m.text, p.uid, coalesce(s.state, ''), m.id, m.external_id FROM message m JOIN thread t ON t.id = m.thread \
    JOIN client k ON k.id = t.client AND k.deleted_at IS NULL LEFT JOIN person w ON w.id = t.person \
    LEFT JOIN post p ON p.id = t.post LEFT JOIN thread_sum s ON s.thread = t.id";

impl Reader {
    /// A page of variants after this place: by planned moment, then those without one.
    pub fn posts_after<'a>(
        &self,
        place: Bookmark,
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Vec<ListedPost>> {
        let asked = asked.into();
        let mut page = Vec::new();
        if !place.undated {
            page = self.posts_until(place, asked, None, limit)?;
        }
        if page.len() < limit {
            let from = if place.undated { place.id } else { i64::MIN };
            let rest = limit - page.len();
            let (clause, bound) = asked.clause();
            let sql = format!(
                "{POST} WHERE a.at IS NULL AND a.variant > ? {clause} ORDER BY a.variant LIMIT ?"
            );
            let mut params = vec![int(from)];
            params.extend(bound);
            params.push(int(rest as i64));
            let params = rusqlite::params_from_iter(params);
            page.extend(list(self.conn(), &sql, params, listed_post)?);
        }
        Ok(page)
    }

    /// A page of planned variants after this place, up to a moment if there is one.
    pub fn posts_until<'a>(
        &self,
        place: Bookmark,
        asked: impl Into<Asked<'a>>,
        until: Option<Moment>,
        limit: usize,
    ) -> Result<Vec<ListedPost>> {
        let (clause, bound) = asked.into().clause();
        let sql = format!(
            "{POST} WHERE a.at IS NOT NULL AND a.at >= ? AND (a.at > ? OR a.variant > ?) AND a.at < ? {clause} \
             ORDER BY a.at, a.variant LIMIT ?"
        );
        let until = until.map_or(i64::MAX, |at| at.timestamp());
        let mut params = vec![int(place.at), int(place.at), int(place.id), int(until)];
        params.extend(bound);
        params.push(int(limit as i64));
        let params = rusqlite::params_from_iter(params);
        list(self.conn(), &sql, params, listed_post)
    }

    /// A page of messages after this place, up to a moment if there is one, oldest first; what was taken back is not among them.
    pub fn messages_after(
        &self,
        place: Bookmark,
        scope: Option<ClientId>,
        until: Option<Moment>,
        limit: usize,
    ) -> Result<Vec<ListedMessage>> {
        let scoped = of_client("t.client", scope);
        let sql = format!(
            "{MESSAGE} WHERE m.at >= ?1 AND (m.at > ?1 OR m.id > ?2) AND m.at < ?5 {scoped} AND NOT EXISTS \
             (SELECT 1 FROM voided_sum WHERE tbl = 'message' AND fact = m.id) ORDER BY m.at, m.id LIMIT ?4"
        );
        let until = until.map_or(i64::MAX, |at| at.timestamp());
        let after = (place.at, place.id, scope, limit as i64, until);
        list(self.conn(), &sql, after, listed_message)
    }

    /// Names of a variant and of its post, for everything outside.
    pub fn uids(&self, variant: VariantId) -> Result<(String, String)> {
        let sql = "SELECT v.uid, p.uid FROM variant v JOIN post p ON p.id = v.post WHERE v.id = ?";
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .query_row([variant], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The file's schema version and the newest one this program knows.
    pub fn schema(&self) -> Result<(i64, i64)> {
        Ok((migrate::version(self.conn())?, migrate::KNOWN))
    }

    /// How much of everything there is: clients, channels, posts, messages, readings.
    pub fn counts(&self) -> Result<[(&'static str, i64); 5]> {
        let count = |table: &str, live: &str| -> Result<i64> {
            let sql = format!("SELECT count(*) FROM {table} {live}");
            Ok(self.conn().query_row(&sql, [], |row| row.get(0))?)
        };
        Ok([
            ("clients", count("client", LIVE)?),
            ("channels", count("channel", LIVE)?),
            ("posts", count("post", LIVE)?),
            ("messages", count("message", "")?),
            ("readings", count("reading", "")?),
        ])
    }
}

/// Every question binds the client as its third argument, asked or not.
fn of_client(column: &str, scope: Option<ClientId>) -> String {
    match scope {
        Some(_) => format!("AND {column} = ?3"),
        None => "AND ?3 IS NULL".to_owned(),
    }
}

fn listed_post(row: &Row<'_>) -> rusqlite::Result<ListedPost> {
    let at: Option<i64> = row.get(4)?;
    let (own, base): (Option<String>, String) = (row.get(14)?, row.get(8)?);
    Ok(ListedPost {
        uid: row.get(0)?,
        post: row.get(1)?,
        client: row.get(2)?,
        channel: row.get(3)?,
        at: maybe_moment(at),
        rubric: row.get(5)?,
        campaign: row.get(13)?,
        format: Format::from_word(&row.get::<_, String>(6)?).unwrap_or(Format::Text),
        topic: row.get(7)?,
        text: Outgoing::of(own.as_deref(), &base, row.get_ref(15)?.as_str()?).whole,
        place: Bookmark {
            undated: at.is_none(),
            at: at.unwrap_or_default(),
            id: row.get(9)?,
        },
        approval: Approval::from_word(&row.get::<_, String>(10)?).unwrap_or(Approval::Draft),
        outcome: Outcome::from_word(&row.get::<_, String>(11)?).unwrap_or(Outcome::None),
        grace_min: row.get(12)?,
    })
}

fn listed_message(row: &Row<'_>) -> rusqlite::Result<ListedMessage> {
    let at: i64 = row.get(6)?;
    Ok(ListedMessage {
        thread: row.get(0)?,
        client: row.get(1)?,
        channel: row.get(2)?,
        kind: row.get(3)?,
        handle: row.get(4)?,
        person: row.get(5)?,
        at: moment(at),
        outgoing: row.get(7)?,
        text: row.get(8)?,
        post: row.get(9)?,
        state: row.get(10)?,
        external_id: row.get(12)?,
        place: Bookmark {
            undated: false,
            at,
            id: row.get(11)?,
        },
    })
}
