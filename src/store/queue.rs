//! What stands at one point of its way and is not out: the question behind the queue of drafts.

use super::agenda::AgendaLine;
use super::error::Result;
use super::reader::Reader;
use super::sieve::Asked;
use crate::domain::Moment;
use crate::domain::ids::ClientId;
use crate::domain::post::Approval;

/// Which of them, by their planned moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// Later than this, the nearest first.
    After(Moment),
    /// Up to and including this, the nearest first.
    UpTo(Moment),
    /// Without a time, newest first.
    None,
    /// Later than this or without a time, but to be ready by then: by their planned moments.
    ReadyBy(Moment),
}

impl Reader {
    /// At most `limit` variants that stand at `approval` and are not out.
    pub fn standing_at<'a>(
        &self,
        approval: Approval,
        hour: Hour,
        asked: impl Into<Asked<'a>>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        let word = approval.word();
        let (when, order, bound) = match hour {
            Hour::After(at) => ("a.at > ?", "a.at, a.variant", vec![at.timestamp()]),
            Hour::UpTo(at) => (
                "a.at <= ?",
                "a.at DESC, a.variant DESC",
                vec![at.timestamp()],
            ),
            Hour::None => ("a.at IS NULL", "a.variant DESC", vec![]),
            Hour::ReadyBy(at) => (
                "(a.at IS NULL OR a.at > ?) AND p.ready_by <= ?",
                "a.at, a.variant",
                vec![at.timestamp(); 2],
            ),
        };
        let condition =
            format!("a.outcome IN ('none', 'due', 'missed') AND a.approval = ? AND {when}");
        let mut bounds: Vec<&dyn rusqlite::ToSql> = vec![&word];
        bounds.extend(bound.iter().map(|at| at as &dyn rusqlite::ToSql));
        self.lines(
            &condition,
            &format!("ORDER BY {order} LIMIT ?"),
            &bounds,
            asked,
            limit,
        )
    }

    /// How many posts wait for somebody or for their moment, ideas among them: at most `limit`.
    pub fn queued(&self, scope: Option<ClientId>, limit: usize) -> Result<usize> {
        let scoped = if scope.is_some() {
            "AND client = ?1"
        } else {
            "AND ?1 IS NULL"
        };
        let sql = format!(
            "SELECT count(*) FROM (SELECT DISTINCT post FROM agenda_sum WHERE outcome IN ('none', 'due', 'missed') \
             AND approval IN ('idea', 'draft', 'review', 'changes', 'approved') {scoped} LIMIT ?2)"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let posts: i64 = statement.query_row((scope, limit as i64), |row| row.get(0))?;
        Ok(usize::try_from(posts).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::agenda_pages::tests::{desk, plan_of};
    use super::*;

    #[test]
    fn the_queue_is_read_from_its_index_alone() {
        let (_folder, store) = desk();
        let now = chrono::DateTime::UNIX_EPOCH;
        for scope in [None, Some(ClientId(1))] {
            for hour in [
                Hour::After(now),
                Hour::UpTo(now),
                Hour::None,
                Hour::ReadyBy(now),
            ] {
                let asked = store
                    .reader()
                    .standing_at(Approval::Draft, hour, scope, 200);
                assert!(asked.is_ok());
            }
        }
        let waits = "a.outcome IN ('none', 'due', 'missed') AND a.approval = ?";
        for (filter, order) in [
            (format!("{waits} AND a.at > ?"), "a.at, a.variant"),
            (
                format!("{waits} AND a.at <= ?"),
                "a.at DESC, a.variant DESC",
            ),
            (format!("{waits} AND a.at IS NULL"), "a.variant DESC"),
            (
                format!("{waits} AND (a.at IS NULL OR a.at > ?) AND p.ready_by <= ?"),
                "a.at, a.variant",
            ),
        ] {
            for (scope, index) in [
                ("", "agenda_sum_waits"),
                ("AND a.client = ?", "agenda_sum_client_waits"),
            ] {
                let plan = plan_of(
                    &store,
                    &format!("WHERE {filter} {scope} ORDER BY {order} LIMIT ?"),
                );
                assert!(plan.contains(index), "{filter} {scope}:\n{plan}");
                assert!(!plan.contains("SCAN"), "{filter} {scope}:\n{plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{filter} {scope}:\n{plan}");
            }
        }
    }
}
