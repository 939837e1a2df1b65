//! One post on one sheet: what it is about, and its wordings by channel.

use rusqlite::OptionalExtension;

use super::clients::list;
use super::convert::{maybe_moment, wall};
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::outgoing::Outgoing;
use crate::domain::post::{Approval, Format};

/// A post with everything that is read before it is written on.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// What it is about.
    pub topic: String,
    /// Its rubric; empty where it has none.
    pub rubric: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Link that goes with it.
    pub link: String,
    /// When its texts have to be ready.
    pub ready_by: Option<Moment>,
    /// First comment under it.
    pub first_comment: String,
    /// What it should do and how it should sound.
    pub brief: String,
    /// Whether it is written what is said and shown in it.
    pub has_script: bool,
    /// The base wording.
    pub text: String,
    /// Pictures it has.
    pub pictures: u32,
    /// Pictures that nobody has described.
    pub undescribed: u32,
    /// Where it goes, in the order of the client's channels.
    pub variants: Vec<SheetVariant>,
}

/// The post for one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetVariant {
    /// Key.
    pub variant: VariantId,
    /// Where.
    pub channel: ChannelId,
    /// Its own wording; none inherits the post's.
    pub own: Option<String>,
    /// What goes out: its own wording, or the post's as the platform takes it.
    pub goes: Outgoing,
    /// The base wording its own one was made from, where that is another now: they have drifted apart.
    pub came_from: Option<String>,
    /// The wall time it was planned for, with the zone of that wall.
    pub planned: Option<(chrono::NaiveDateTime, String)>,
    /// How far it has come.
    pub approval: Approval,
    /// Why it was sent back or parked.
    pub reason: String,
}

impl Sheet {
    /// The wording that goes to a variant: its own, or the post's as the platform takes it.
    pub fn wording<'a>(&'a self, variant: &'a SheetVariant) -> &'a str {
        &variant.goes.text
    }
}

/// A post is on fewer channels than this.
const CHANNELS: i64 = 100;

impl Reader {
    /// A live post on one sheet.
    pub fn sheet(&self, post: PostId) -> Result<Option<Sheet>> {
        let sql = "SELECT p.client, p.topic, coalesce(r.name, ''), p.format, p.link, p.first_comment, p.brief, \
            coalesce(t.text, ''), \
            (SELECT count(*) FROM media m WHERE m.post = p.id AND m.deleted_at IS NULL), \
            (SELECT count(*) FROM media m WHERE m.post = p.id AND m.deleted_at IS NULL AND m.alt = ''), p.ready_by, p.script <> '' \
            FROM post p LEFT JOIN rubric r ON r.id = p.rubric LEFT JOIN text_rev t ON t.id = p.base_rev \
            WHERE p.id = ? AND p.deleted_at IS NULL";
        let sheet = self
            .conn()
            .prepare_cached(sql)?
            .query_row([post], |row| {
                Ok(Sheet {
                    post,
                    client: row.get(0)?,
                    topic: row.get(1)?,
                    rubric: row.get(2)?,
                    format: Format::from_word(&row.get::<_, String>(3)?).unwrap_or(Format::Text),
                    link: row.get(4)?,
                    first_comment: row.get(5)?,
                    brief: row.get(6)?,
                    has_script: row.get(11)?,
                    text: row.get(7)?,
                    pictures: row.get(8)?,
                    undescribed: row.get(9)?,
                    ready_by: maybe_moment(row.get(10)?),
                    variants: Vec::new(),
                })
            })
            .optional()?;
        let Some(mut sheet) = sheet else {
            return Ok(None);
        };
        sheet.variants = self.sheet_variants(post, &sheet.text)?;
        Ok(Some(sheet))
    }

    fn sheet_variants(&self, post: PostId, base: &str) -> Result<Vec<SheetVariant>> {
        let sql = "SELECT v.id, v.channel, own.text, v.local, v.zone, v.approval, v.reason, c.platform, \
            CASE WHEN from_rev.hash <> coalesce(now_rev.hash, '') THEN from_rev.text END FROM variant v \
            JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL JOIN post p ON p.id = v.post \
            LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev now_rev ON now_rev.id = p.base_rev \
            LEFT JOIN text_rev from_rev ON from_rev.id = v.derived_from AND v.rev IS NOT NULL WHERE v.post = ? AND v.deleted_at IS NULL ORDER BY c.position, v.id LIMIT ?";
        list(self.conn(), sql, (post, CHANNELS), |row| {
            let local: Option<String> = row.get(3)?;
            let zone: Option<String> = row.get(4)?;
            let own: Option<String> = row.get(2)?;
            Ok(SheetVariant {
                variant: row.get(0)?,
                channel: row.get(1)?,
                goes: Outgoing::of(own.as_deref(), base, row.get_ref(7)?.as_str()?),
                own,
                came_from: row.get(8)?,
                planned: local.and_then(|local| wall(&local)).zip(zone),
                approval: Approval::from_word(&row.get::<_, String>(5)?).unwrap_or(Approval::Draft),
                reason: row.get(6)?,
            })
        })
    }

    /// The rubrics of the posts of a client right before a moment, the latest first; none for a post without one. Posts
    /// let go and the post itself are passed over.
    pub fn rubrics_before(
        &self,
        client: ClientId,
        at: Moment,
        but: PostId,
        posts: usize,
    ) -> Result<Vec<Option<String>>> {
        let sql = "SELECT a.post, r.name FROM agenda_sum a JOIN post p ON p.id = a.post \
            LEFT JOIN rubric r ON r.id = p.rubric WHERE a.client = ? AND a.at <= ? AND a.outcome <> 'skipped' \
            AND a.post <> ? ORDER BY a.at DESC LIMIT ?";
        // A post on many channels takes many lines.
        let lines = (posts * 8) as i64;
        let params = (client, at.timestamp(), but, lines);
        let found: Vec<(PostId, Option<String>)> = list(self.conn(), sql, params, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let mut seen = Vec::new();
        let new = found.into_iter().filter(|(post, _)| {
            let is_new = !seen.contains(post);
            seen.push(*post);
            is_new
        });
        Ok(new.map(|(_, rubric)| rubric).take(posts).collect())
    }
}
