//! What is planned, due, missed and out, as lines that name everything: the questions of Today and of the plan.

use rusqlite::{Row, ToSql};

use super::clients::list;
use super::convert::{maybe_moment, moment, wall};
use super::error::Result;
use super::reader::Reader;
use super::sieve::Asked;
use crate::domain::Moment;
use crate::domain::format::{Lack, Media, rules};
use crate::domain::ids::{ChannelId, ClientId, PostId, SlotId, VariantId};
use crate::domain::platform::Platforms;
use crate::domain::post::{Approval, Format, Outcome, Status, status};

/// One variant with what a line about it must say.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaLine {
    /// Which variant.
    pub variant: VariantId,
    /// Of which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Planned moment.
    pub at: Option<Moment>,
    /// How far it has come.
    pub approval: Approval,
    /// Since when.
    pub approval_at: Moment,
    /// What came of its moment.
    pub outcome: Outcome,
    /// When it was stamped or let go.
    pub out_at: Option<Moment>,
    /// Where it can be seen.
    pub link: String,
    /// Why it was missed, let go, sent back or parked.
    pub reason: String,
    /// What the post is about.
    pub topic: String,
    /// What kind of thing it is.
    pub format: Format,
    /// Pictures it has.
    pub media: u32,
    /// What must be there to be seen, by its format and its platform, and how much of it.
    pub must_show: Option<(Media, u32)>,
    /// Length of its text in characters.
    pub chars: u32,
    /// The channel's grace in minutes.
    pub grace_min: u32,
    /// Minutes it stays on Today after it is out.
    pub watch_min: u32,
    /// When its texts have to be ready, by her own word.
    pub ready_by: Option<Moment>,
    /// The code its client was shown it under and has not answered yet ("A2"); empty where it is not with the client.
    pub asked: String,
    /// Whether something the checker found at its last look keeps it from going out; what it lacks to be seen is told apart.
    pub is_held: bool,
    /// Whether the base text has changed since its own text was made from it.
    pub has_drifted: bool,
}

impl AgendaLine {
    /// Where it stands now.
    pub fn status(&self, now: Moment) -> Status {
        status(self.approval, self.outcome, self.at, self.grace_min, now)
    }

    /// The pictures or the film without which it cannot go out.
    pub fn lacks_media(&self) -> Option<Lack> {
        let (media, least) = self.must_show?;
        Lack::of_media(media, least, self.media)
    }
}

/// A weekly posting time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Key.
    pub id: SlotId,
    /// Of which channel.
    pub channel: ChannelId,
    /// Whose.
    pub client: ClientId,
    /// 0 is Monday.
    pub weekday: u8,
    /// Minute of the client's day.
    pub minute: u16,
}

/// Everything an [`AgendaLine`] says, to be narrowed by a WHERE on `a`.
pub(super) const LINE: &str = "SELECT a.variant, a.post, a.client, a.channel, a.at, a.approval, v.approval_at, a.outcome, a.out_at, \
    a.link, CASE WHEN a.reason <> '' THEN a.reason ELSE v.reason END, p.topic, p.format, \
    (SELECT count(*) FROM media m WHERE m.post = a.post AND m.deleted_at IS NULL), \
    length(coalesce(own.text, base.text, '')), c.grace_min, c.watch_min, p.ready_by, c.platform, \
    CASE a.approval WHEN 'review' THEN (SELECT CASE i.verdict WHEN '' THEN k.code || i.number END FROM packet_item i \
    JOIN packet k ON k.id = i.packet AND k.deleted_at IS NULL WHERE i.post = a.post AND i.deleted_at IS NULL \
    ORDER BY i.id DESC LIMIT 1) END, \
    a.outcome IN ('none', 'due', 'missed') AND EXISTS (SELECT 1 FROM lint_found f, json_each(f.about) j \
    WHERE f.post = a.post AND f.severity = 'blocking' AND f.rule <> 'no-media' AND j.value = a.variant), \
    coalesce(came.hash <> coalesce(base.hash, ''), 0) \
    FROM agenda_sum a JOIN variant v ON v.id = a.variant JOIN post p ON p.id = a.post JOIN channel c ON c.id = a.channel \
    LEFT JOIN text_rev own ON own.id = v.rev LEFT JOIN text_rev base ON base.id = p.base_rev \
    LEFT JOIN text_rev came ON came.id = v.derived_from AND v.rev IS NOT NULL";

impl Reader {
    /// Everything planned in `from .. to`, out or not, earliest first.
    pub fn agenda(
        &self,
        from: Moment,
        to: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        let planned = "a.at IS NOT NULL AND a.at >= ? AND a.at < ?";
        let order = "ORDER BY a.at, a.variant LIMIT ?";
        self.lines(
            planned,
            order,
            &[&from.timestamp(), &to.timestamp()],
            scope,
            limit,
        )
    }

    /// What is not out though its moment has come, newest first.
    pub fn behind(
        &self,
        now: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        // The index is named, because the planner would rather walk back through everything that went out.
        let agenda = "FROM agenda_sum a ";
        let pending = format!("{agenda}INDEXED BY agenda_sum_pending ");
        let sql = format!(
            "{} WHERE a.outcome IN ('none', 'due', 'missed') AND a.at IS NOT NULL AND a.approval NOT IN ('idea', 'hold') \
             AND a.at <= ?1 AND (?2 IS NULL OR a.client = ?2) ORDER BY a.at DESC, a.variant DESC LIMIT ?3",
            LINE.replacen(agenda, &pending, 1)
        );
        let params = (now.timestamp(), scope, limit as i64);
        list(self.conn(), &sql, params, line)
    }

    /// What nobody knows to be out or not, earliest first: it waits for her word, however long that takes.
    pub fn unsure(&self, scope: Option<ClientId>, limit: usize) -> Result<Vec<AgendaLine>> {
        let unsure = "a.outcome = 'unsure'";
        self.lines(
            unsure,
            "ORDER BY a.at, a.variant LIMIT ?",
            &[],
            scope,
            limit,
        )
    }

    /// What went out after `since`, newest first.
    pub fn fresh(
        &self,
        since: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        let out = "a.outcome = 'published' AND a.out_at >= ?";
        self.lines(
            out,
            "ORDER BY a.out_at DESC LIMIT ?",
            &[&since.timestamp()],
            scope,
            limit,
        )
    }

    /// The variants of one post, in the order of the client's channels.
    pub fn variants_of(&self, post: PostId) -> Result<Vec<AgendaLine>> {
        let sql = format!("{LINE} WHERE a.post = ? ORDER BY c.position, a.variant");
        list(self.conn(), &sql, [post], line)
    }

    /// One variant.
    pub fn line(&self, variant: VariantId) -> Result<Option<AgendaLine>> {
        let sql = format!("{LINE} WHERE a.variant = ?");
        Ok(list(self.conn(), &sql, [variant], line)?.pop())
    }

    /// How many posts planned in `from .. to` are out on all their channels, and how many there are.
    pub fn out_of(&self, from: Moment, to: Moment, scope: Option<ClientId>) -> Result<(u32, u32)> {
        let scoped = if scope.is_some() {
            "AND client = ?3"
        } else {
            "AND ?3 IS NULL"
        };
        let sql = format!(
            "SELECT count(DISTINCT post) - count(DISTINCT CASE WHEN outcome <> 'published' THEN post END), \
             count(DISTINCT post) FROM agenda_sum \
             WHERE at IS NOT NULL AND at >= ?1 AND at < ?2 AND approval NOT IN ('idea', 'hold') {scoped}"
        );
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .query_row((from.timestamp(), to.timestamp(), scope), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?)
    }

    /// Posts of a client that went out among those planned in `from .. to`, and all planned there.
    pub fn contract_standing(
        &self,
        client: ClientId,
        from: Moment,
        to: Moment,
    ) -> Result<(u32, u32)> {
        self.out_of(from, to, Some(client))
    }

    /// Weekly posting times of live channels, by client.
    pub fn slots(&self, scope: Option<ClientId>) -> Result<Vec<Slot>> {
        let sql = "SELECT s.id, s.channel, c.client, s.weekday, s.minute FROM slot s \
            JOIN channel c ON c.id = s.channel AND c.deleted_at IS NULL \
            JOIN client k ON k.id = c.client AND k.deleted_at IS NULL \
            WHERE s.deleted_at IS NULL AND (?1 IS NULL OR c.client = ?1) ORDER BY c.client, s.weekday, s.minute";
        list(self.conn(), sql, [scope], |row| {
            Ok(Slot {
                id: row.get(0)?,
                channel: row.get(1)?,
                client: row.get(2)?,
                weekday: row.get(3)?,
                minute: row.get(4)?,
            })
        })
    }

    /// Whether anything is planned on a channel in `from ..= to`.
    pub fn is_taken(&self, channel: ChannelId, from: Moment, to: Moment) -> Result<bool> {
        let sql = "SELECT 1 FROM agenda_sum WHERE channel = ? AND at BETWEEN ? AND ? AND outcome <> 'skipped' LIMIT 1";
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .exists((channel, from.timestamp(), to.timestamp()))?)
    }

    /// What stands on a channel at this very minute, each with the topic of its post.
    pub fn holders(&self, channel: ChannelId, at: Moment) -> Result<Vec<(VariantId, String)>> {
        let sql = "SELECT a.variant, p.topic FROM agenda_sum a JOIN post p ON p.id = a.post \
                   WHERE a.channel = ? AND a.at = ? AND a.outcome <> 'skipped' LIMIT 200";
        list(self.conn(), sql, (channel, at.timestamp()), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// The wall time a variant was planned for.
    pub fn planned_wall(
        &self,
        variant: VariantId,
    ) -> Result<Option<(chrono::NaiveDateTime, String)>> {
        let sql = "SELECT local, zone FROM variant WHERE id = ? AND local IS NOT NULL";
        let found = list(self.conn(), sql, [variant], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        Ok(found
            .into_iter()
            .find_map(|(local, zone)| Some((wall(&local)?, zone))))
    }

    /// Lines that pass a condition with its bounds, of what is asked about, in an order that ends with `LIMIT ?`.
    pub(super) fn lines<'a>(
        &self,
        condition: &str,
        order: &str,
        bounds: &[&dyn ToSql],
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        let limit = limit as i64;
        let asked = asked.into();
        let mut params: Vec<&dyn ToSql> = bounds.to_vec();
        let (about, bound) = asked.clause();
        params.extend(bound.iter().map(|value| value as &dyn ToSql));
        params.push(&limit);
        let sql = format!("{LINE} WHERE {condition} {about} {order}");
        list(self.conn(), &sql, params.as_slice(), line)
    }
}

fn line(row: &Row<'_>) -> rusqlite::Result<AgendaLine> {
    let format = Format::from_word(row.get_ref(12)?.as_str()?).unwrap_or(Format::Text);
    let platform = Platforms::in_force().by_id(row.get_ref(18)?.as_str()?);
    Ok(AgendaLine {
        variant: row.get(0)?,
        post: row.get(1)?,
        client: row.get(2)?,
        channel: row.get(3)?,
        at: maybe_moment(row.get(4)?),
        approval: Approval::from_word(&row.get::<_, String>(5)?).unwrap_or(Approval::Draft),
        approval_at: moment(row.get(6)?),
        outcome: Outcome::from_word(&row.get::<_, String>(7)?).unwrap_or(Outcome::None),
        out_at: maybe_moment(row.get(8)?),
        link: row.get(9)?,
        reason: row.get(10)?,
        topic: row.get(11)?,
        format,
        media: row.get(13)?,
        must_show: rules(format).media_on(platform.as_slice()),
        chars: row.get(14)?,
        grace_min: row.get(15)?,
        watch_min: row.get(16)?,
        ready_by: maybe_moment(row.get(17)?),
        asked: row.get::<_, Option<String>>(19)?.unwrap_or_default(),
        is_held: row.get(20)?,
        has_drifted: row.get(21)?,
    })
}
