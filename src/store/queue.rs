//! What stands at one point of its way and is not out: the question behind the queue of drafts.

use super::agenda::AgendaLine;
use super::error::Result;
use super::reader::Reader;
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
}

impl Reader {
    /// At most `limit` variants that stand at `approval` and are not out.
    pub fn standing_at(
        &self,
        approval: Approval,
        hour: Hour,
        scope: Option<ClientId>,
        limit: usize,
    ) -> Result<Vec<AgendaLine>> {
        let word = approval.word();
        let (when, order, bound) = match hour {
            Hour::After(at) => ("a.at > ?", "a.at, a.variant", Some(at.timestamp())),
            Hour::UpTo(at) => (
                "a.at <= ?",
                "a.at DESC, a.variant DESC",
                Some(at.timestamp()),
            ),
            Hour::None => ("a.at IS NULL", "a.variant DESC", None),
        };
        let filter =
            format!("a.outcome IN ('none', 'due', 'missed') AND a.approval = ? AND {when}");
        let mut bounds: Vec<&dyn rusqlite::ToSql> = vec![&word];
        if let Some(at) = &bound {
            bounds.push(at);
        }
        self.lines(
            &filter,
            &format!("ORDER BY {order} LIMIT ?"),
            &bounds,
            scope,
            limit,
        )
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
            for hour in [Hour::After(now), Hour::UpTo(now), Hour::None] {
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
