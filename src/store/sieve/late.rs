//! What a filter must never hide in silence: the late posts that do not pass it.

use super::Sieve;
use crate::domain::Moment;
use crate::domain::ids::ClientId;
use crate::domain::post::soon;
use crate::store::convert::int;
use crate::store::error::Result;
use crate::store::reader::Reader;

/// Late posts that are counted.
const COUNTED: i64 = 1000;

/// The agenda's rows of what is not out, by the index that knows them.
fn waiting(index: &str) -> String {
    format!(
        "SELECT DISTINCT a.post FROM agenda_sum a INDEXED BY {index} JOIN post p ON p.id = a.post \
         WHERE a.outcome IN ('none', 'due', 'missed')"
    )
}

/// The question, for one client or for all: late by their own moment, and late by the one they must be ready by.
pub(super) fn question(scope: Option<ClientId>, sieve: &Sieve) -> String {
    let client = if scope.is_some() {
        "a.client = ? AND"
    } else {
        ""
    };
    let hidden = format!("{client} ({}) IS NOT TRUE LIMIT {COUNTED}", sieve.test);
    let (pending, waits) = (waiting("agenda_sum_pending"), waiting("agenda_sum_waits"));
    format!(
        "SELECT count(*) FROM (SELECT * FROM ({pending} AND a.at IS NOT NULL AND a.at <= ? AND \
         (a.approval IN ('draft', 'changes') OR (a.approval NOT IN ('idea', 'hold') AND a.at <= ?)) AND {hidden}) \
         UNION SELECT * FROM ({waits} AND a.approval IN ('draft', 'changes') AND p.ready_by <= ? AND {hidden}))"
    )
}

impl Reader {
    /// How many late posts do not pass: a thousand of each kind at most.
    pub fn late_hidden(
        &self,
        scope: Option<ClientId>,
        sieve: &Sieve,
        now: Moment,
    ) -> Result<usize> {
        if sieve.is_open() {
            return Ok(0);
        }
        let near = int(soon(now).timestamp());
        let client = scope.map(|client| int(client.0));
        let hidden = client.iter().chain(&sieve.bound);
        let now = int(now.timestamp());
        let first = [&near, &now].into_iter().chain(hidden.clone());
        let all = first.chain([&near]).chain(hidden);
        let mut statement = self.conn().prepare_cached(&question(scope, sieve))?;
        let hidden: i64 = statement.query_row(rusqlite::params_from_iter(all), |row| row.get(0))?;
        Ok(usize::try_from(hidden).unwrap_or(0))
    }
}
