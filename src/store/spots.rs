//! Where variants stand in the plan: as much of them as a calendar's cell shows, for a whole month in one question.

use rusqlite::Row;

use super::agenda::AgendaLine;
use super::clients::list;
use super::convert::{maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PostId, VariantId};
use crate::domain::post::{Approval, Outcome, Status, status};

/// One variant in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Which variant.
    pub variant: VariantId,
    /// Of which post.
    pub post: PostId,
    /// Whose.
    pub client: ClientId,
    /// Where.
    pub channel: ChannelId,
    /// Planned moment; none on the shelf.
    pub at: Option<Moment>,
    /// How far it has come.
    pub approval: Approval,
    /// What came of its moment.
    pub outcome: Outcome,
    /// When it was stamped or let go.
    pub out_at: Option<Moment>,
    /// The channel's grace in minutes.
    pub grace_min: u32,
    /// What the post is about.
    pub topic: String,
}

impl Spot {
    /// Where it stands now.
    pub fn status(&self, now: Moment) -> Status {
        status(self.approval, self.outcome, self.at, self.grace_min, now)
    }
}

impl From<&AgendaLine> for Spot {
    fn from(line: &AgendaLine) -> Self {
        Self {
            variant: line.variant,
            post: line.post,
            client: line.client,
            channel: line.channel,
            at: line.at,
            approval: line.approval,
            outcome: line.outcome,
            out_at: line.out_at,
            grace_min: line.grace_min,
            topic: line.topic.clone(),
        }
    }
}

impl Reader {
    /// Everything planned in `from .. to`, out or not, earliest first, at most `limit` variants.
    pub fn spots(
        &self,
        from: Moment,
        to: Moment,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<Spot>> {
        let scoped = if scope.is_some() {
            "a.client = ?3"
        } else {
            "?3 IS NULL"
        };
        let sql = format!(
            "SELECT a.variant, a.post, a.client, a.channel, a.at, a.approval, a.outcome, a.out_at, c.grace_min, p.topic \
             FROM agenda_sum a JOIN post p ON p.id = a.post JOIN channel c ON c.id = a.channel \
             WHERE a.at IS NOT NULL AND a.at >= ?1 AND a.at < ?2 AND {scoped} ORDER BY a.at, a.variant LIMIT ?4"
        );
        let params = (from.timestamp(), to.timestamp(), scope, limit as i64);
        list(self.conn(), &sql, params, spot)
    }
}

fn spot(row: &Row<'_>) -> rusqlite::Result<Spot> {
    Ok(Spot {
        variant: row.get(0)?,
        post: row.get(1)?,
        client: row.get(2)?,
        channel: row.get(3)?,
        at: Some(moment(row.get(4)?)),
        approval: Approval::from_word(row.get_ref(5)?.as_str()?).unwrap_or(Approval::Draft),
        outcome: Outcome::from_word(row.get_ref(6)?.as_str()?).unwrap_or(Outcome::None),
        out_at: maybe_moment(row.get(7)?),
        grace_min: row.get(8)?,
        topic: row.get(9)?,
    })
}
