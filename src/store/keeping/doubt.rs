//! What a desk that comes back from a backup cannot know: whatever could have gone out between then and now.

use chrono::TimeDelta;
use rusqlite::Connection;

use crate::domain::Moment;
use crate::domain::command::{Command, DeliveryCommand, Mark};
use crate::domain::ids::VariantId;
use crate::domain::post::Outcome;
use crate::store::Store;
use crate::store::clients::list;
use crate::store::convert::moment;
use crate::store::error::Result;

/// What was late when the backup was made may have been put out by hand after it, as late as this.
const PUT_OUT_LATE: TimeDelta = TimeDelta::hours(24);

/// Marks written in one transaction.
const MARKS: usize = 200;

/// The reason on the screen: a locale key.
const WHY: &str = "unsure-restored";

/// Planned between the backup and now, or shortly before it: whatever it was then, it may have been written, agreed on and
/// put out since. Older than that, what the clock had not judged yet. And what she had opened to publish by hand.
const DOUBTED: &str = "\
    SELECT a.variant, a.at FROM agenda_sum a
    WHERE a.at IS NOT NULL AND a.at <= ?2 AND a.outcome IN ('none', 'due', 'missed')
        AND (a.at > ?1 OR (a.outcome <> 'missed' AND a.approval NOT IN ('idea', 'hold')))
    UNION
    SELECT a.variant, d.due_at FROM delivery_event e
    JOIN delivery d ON d.id = e.delivery
    JOIN agenda_sum a ON a.variant = d.variant AND (a.at IS NULL OR a.at = d.due_at)
    WHERE e.kind = 'opened' AND a.outcome IN ('none', 'due', 'missed')
        AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'delivery_event' AND fact = e.id)
    ORDER BY 1";

/// The variants nobody can know of, each with the moment in doubt; `since` is the moment of the backup.
pub(super) fn doubted(
    conn: &Connection,
    since: Option<Moment>,
    now: Moment,
) -> Result<Vec<(VariantId, Moment)>> {
    let since = since.map_or(i64::MIN, |since| (since - PUT_OUT_LATE).timestamp());
    list(conn, DOUBTED, (since, now.timestamp()), |row| {
        Ok((row.get(0)?, moment(row.get(1)?)))
    })
}

/// Marks them in a desk to come; says how many.
pub(super) fn mark(store: &mut Store, since: Option<Moment>, now: Moment) -> Result<usize> {
    let doubted = doubted(&store.writer, since, now)?;
    for some in doubted.chunks(MARKS) {
        let marks = some.iter().map(|&(variant, due_at)| Mark {
            variant,
            due_at,
            outcome: Outcome::Unsure,
            reason: WHY.to_owned(),
        });
        let marks = marks.collect();
        store.apply(&Command::Delivery(DeliveryCommand::Mark { marks }), now)?;
    }
    Ok(doubted.len())
}
