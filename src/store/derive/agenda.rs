//! `agenda_sum`: one line per live variant, saying where it stands without the clock.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::store::error::Result;

/// The whole rule, used for one variant and for all of them alike, so that a rebuild can prove the upkeep.
const SELECT: &str = "\
WITH claim AS (
    SELECT d.variant, d.due_at, e.kind, e.at, e.detail, e.id
    FROM delivery d JOIN delivery_event e ON e.delivery = d.id
    WHERE NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'delivery_event' AND fact = e.id)
)
INSERT INTO agenda_sum (variant, post, client, channel, at, approval, outcome, out_at, link, reason)
SELECT v.id, v.post, p.client, v.channel, v.at, v.approval,
    CASE
        WHEN EXISTS (SELECT 1 FROM claim WHERE claim.variant = v.id AND kind = 'stamped') THEN 'published'
        WHEN EXISTS (SELECT 1 FROM claim WHERE claim.variant = v.id AND kind = 'skipped'
            AND (v.at IS NULL OR due_at = v.at)) THEN 'skipped'
        WHEN EXISTS (SELECT 1 FROM claim WHERE claim.variant = v.id AND kind = 'missed' AND due_at = v.at) THEN 'missed'
        WHEN EXISTS (SELECT 1 FROM claim WHERE claim.variant = v.id AND kind = 'due' AND due_at = v.at) THEN 'due'
        ELSE 'none'
    END,
    (SELECT at FROM claim WHERE claim.variant = v.id AND kind IN ('stamped', 'skipped') ORDER BY kind DESC, id DESC LIMIT 1),
    coalesce((SELECT detail FROM claim WHERE claim.variant = v.id AND kind = 'stamped' ORDER BY id DESC LIMIT 1), ''),
    coalesce((SELECT detail FROM claim WHERE claim.variant = v.id AND kind IN ('missed', 'skipped')
        AND (due_at = v.at OR kind = 'skipped') ORDER BY id DESC LIMIT 1), '')
FROM variant v
JOIN post p ON p.id = v.post AND p.deleted_at IS NULL
JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL
JOIN client k ON k.id = p.client AND k.deleted_at IS NULL
WHERE v.deleted_at IS NULL";

pub(super) fn refresh(conn: &Connection, variants: &BTreeSet<i64>) -> Result<()> {
    if variants.is_empty() {
        return Ok(());
    }
    let one = format!("{SELECT} AND v.id = ?");
    for id in variants {
        conn.prepare_cached("DELETE FROM agenda_sum WHERE variant = ?")?
            .execute([id])?;
        conn.prepare_cached(&one)?.execute([id])?;
    }
    Ok(())
}

pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM agenda_sum")?;
    conn.execute_batch(SELECT)?;
    Ok(())
}
