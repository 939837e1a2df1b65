//! One post on one sheet: what it is about, its wordings by channel, and the mix of rubrics it stands in.

use rusqlite::OptionalExtension;

use super::clients::list;
use super::convert::{maybe_moment, wall};
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, RubricId, VariantId};
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
    /// When its texts have to be ready.
    pub ready_by: Option<Moment>,
    /// First comment under it.
    pub first_comment: String,
    /// What it should do and how it should sound.
    pub brief: String,
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
    /// The wall time it was planned for, with the zone of that wall.
    pub planned: Option<(chrono::NaiveDateTime, String)>,
    /// How far it has come.
    pub approval: Approval,
    /// Why it was sent back or parked.
    pub reason: String,
}

impl Sheet {
    /// The wording that goes to a variant: its own, or the post's.
    pub fn wording<'a>(&'a self, variant: &'a SheetVariant) -> &'a str {
        variant.own.as_deref().unwrap_or(&self.text)
    }
}

/// How much of a month a rubric takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricShare {
    /// Its name.
    pub name: String,
    /// Posts planned or out.
    pub posts: u32,
    /// Target share, per cent.
    pub target: Option<u32>,
}

/// A post is on fewer channels than this.
const CHANNELS: i64 = 100;

/// A month of one client has fewer posts than this; beyond it the shares are those of its first posts.
const A_MONTH: i64 = 2000;

impl Reader {
    /// A live post on one sheet.
    pub fn sheet(&self, post: PostId) -> Result<Option<Sheet>> {
        let sql = "SELECT p.client, p.topic, coalesce(r.name, ''), p.first_comment, p.brief, coalesce(t.text, ''), \
            (SELECT count(*) FROM media m WHERE m.post = p.id AND m.deleted_at IS NULL), \
            (SELECT count(*) FROM media m WHERE m.post = p.id AND m.deleted_at IS NULL AND m.alt = ''), p.format, p.ready_by \
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
                    first_comment: row.get(3)?,
                    brief: row.get(4)?,
                    text: row.get(5)?,
                    pictures: row.get(6)?,
                    undescribed: row.get(7)?,
                    format: Format::from_word(&row.get::<_, String>(8)?).unwrap_or(Format::Text),
                    ready_by: maybe_moment(row.get(9)?),
                    variants: Vec::new(),
                })
            })
            .optional()?;
        let Some(mut sheet) = sheet else {
            return Ok(None);
        };
        sheet.variants = self.sheet_variants(post)?;
        Ok(Some(sheet))
    }

    fn sheet_variants(&self, post: PostId) -> Result<Vec<SheetVariant>> {
        let sql = "SELECT v.id, v.channel, own.text, v.local, v.zone, v.approval, v.reason FROM variant v \
            JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL LEFT JOIN text_rev own ON own.id = v.rev \
            WHERE v.post = ? AND v.deleted_at IS NULL ORDER BY c.position, v.id LIMIT ?";
        list(self.conn(), sql, (post, CHANNELS), |row| {
            let local: Option<String> = row.get(3)?;
            let zone: Option<String> = row.get(4)?;
            Ok(SheetVariant {
                variant: row.get(0)?,
                channel: row.get(1)?,
                own: row.get(2)?,
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

    /// How the posts of a client planned in `from .. to` fall into rubrics: all live rubrics, and posts in all
    /// (those without a rubric too). Ideas, parked posts and those let go do not count.
    pub fn rubric_shares(
        &self,
        client: ClientId,
        from: Moment,
        to: Moment,
    ) -> Result<(Vec<RubricShare>, u32)> {
        let sql = "SELECT p.rubric, count(*) FROM (SELECT DISTINCT post FROM agenda_sum WHERE client = ? AND at >= ? \
            AND at < ? AND outcome <> 'skipped' AND approval NOT IN ('idea', 'hold') LIMIT ?) a \
            JOIN post p ON p.id = a.post GROUP BY p.rubric";
        let bounds = (client, from.timestamp(), to.timestamp(), A_MONTH);
        let counts: Vec<(Option<RubricId>, u32)> = list(self.conn(), sql, bounds, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let of = |rubric: RubricId| {
            let found = counts.iter().find(|(id, _)| *id == Some(rubric));
            found.map_or(0, |(_, posts)| *posts)
        };
        let shares = self
            .rubrics(client)?
            .into_iter()
            .map(|rubric| RubricShare {
                posts: of(rubric.id),
                name: rubric.name,
                target: rubric.share,
            })
            .collect();
        Ok((shares, counts.iter().map(|(_, posts)| posts).sum()))
    }
}
