//! Where variants stand in the plan: as much of them as a calendar's cell shows, for a whole month in one question.

use rusqlite::Row;

use super::agenda::AgendaLine;
use super::clients::list;
use super::convert::{int, maybe_moment, moment};
use super::error::Result;
use super::reader::Reader;
use super::sieve::{Asked, Sieve};
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
    /// Whether it passes the filter it was asked for with.
    pub is_shown: bool,
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
            is_shown: true,
        }
    }
}

impl Reader {
    /// Everything planned in `from .. to`, out or not, earliest first, at most `limit` variants. What does not pass the
    /// sieve is among them and known by it: it takes its posting time all the same.
    pub fn spots<'a>(
        &self,
        from: Moment,
        to: Moment,
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Vec<Spot>> {
        let asked = asked.into();
        let open = Sieve::default();
        let sieve = asked.sieve.unwrap_or(&open);
        let sql = question(asked.scope, sieve);
        let mut bound = sieve.bound().to_vec();
        bound.extend([int(from.timestamp()), int(to.timestamp())]);
        bound.extend(asked.scope.map(|client| int(client.0)));
        bound.push(int(limit as i64));
        list(self.conn(), &sql, rusqlite::params_from_iter(bound), spot)
    }
}

/// Its bounds come in the order in which they stand: the sieve's, from, to, the client's, the limit.
fn question(scope: Option<ClientId>, sieve: &Sieve) -> String {
    let passes = sieve.passes();
    let scoped = if scope.is_some() {
        "AND a.client = ?"
    } else {
        ""
    };
    format!(
        "SELECT a.variant, a.post, a.client, a.channel, a.at, a.approval, a.outcome, a.out_at, c.grace_min, p.topic, \
         {passes} FROM agenda_sum a JOIN post p ON p.id = a.post JOIN channel c ON c.id = a.channel \
         WHERE a.at IS NOT NULL AND a.at >= ? AND a.at < ? {scoped} ORDER BY a.at, a.variant LIMIT ?"
    )
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
        is_shown: row.get(10)?,
    })
}
