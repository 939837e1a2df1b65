//! `agenda_sum`: one line per live variant, saying where it stands without the clock.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::store::error::Result;

/// The whole rule, used for one variant and for all of them alike, so that a rebuild can prove the upkeep. The newest claim
/// of each kind is found in one pass over the variant's own events; `{only}` narrows it to one variant.
const SELECT: &str = "\
WITH standing AS (
    SELECT v.id, v.post, p.client, v.channel, v.at, v.approval,
        max(CASE WHEN e.kind = 'stamped' THEN e.id END) AS stamped,
        max(CASE WHEN e.kind = 'skipped' AND (v.at IS NULL OR d.due_at = v.at) THEN e.id END) AS skipped,
        max(CASE WHEN e.kind = 'unsure' AND (v.at IS NULL OR d.due_at = v.at) THEN e.id END) AS unsure,
        max(CASE WHEN e.kind = 'absent' AND (v.at IS NULL OR d.due_at = v.at) THEN e.id END) AS absent,
        max(CASE WHEN e.kind = 'missed' AND d.due_at = v.at THEN e.id END) AS missed,
        max(CASE WHEN e.kind = 'due' AND d.due_at = v.at THEN e.id END) AS due
    FROM variant v
    JOIN post p ON p.id = v.post AND p.deleted_at IS NULL
    JOIN channel c ON c.id = v.channel AND c.deleted_at IS NULL
    JOIN client k ON k.id = p.client AND k.deleted_at IS NULL
    LEFT JOIN delivery d ON d.variant = v.id
    LEFT JOIN delivery_event e ON e.delivery = d.id
        AND NOT EXISTS (SELECT 1 FROM voided_sum WHERE tbl = 'delivery_event' AND fact = e.id)
    WHERE v.deleted_at IS NULL {only}
    GROUP BY v.id
)
INSERT INTO agenda_sum (variant, post, client, channel, at, approval, outcome, out_at, link, reason)
SELECT s.id, s.post, s.client, s.channel, s.at, s.approval,
    CASE
        WHEN s.stamped IS NOT NULL THEN 'published'
        WHEN s.skipped IS NOT NULL THEN 'skipped'
        WHEN s.unsure > coalesce(s.absent, 0) THEN 'unsure'
        WHEN s.missed IS NOT NULL THEN 'missed'
        WHEN s.due IS NOT NULL THEN 'due'
        ELSE 'none'
    END,
    out.at,
    CASE WHEN s.stamped IS NOT NULL THEN out.detail ELSE '' END,
    coalesce(why.detail, '')
FROM standing s
LEFT JOIN delivery_event out ON out.id = coalesce(s.stamped, s.skipped)
LEFT JOIN delivery_event why ON why.id = coalesce(s.skipped, \
CASE WHEN s.unsure > coalesce(s.absent, 0) THEN s.unsure END, s.missed)";

pub(super) fn refresh(conn: &Connection, variants: &BTreeSet<i64>) -> Result<()> {
    if variants.is_empty() {
        return Ok(());
    }
    let one = SELECT.replace("{only}", "AND v.id = ?");
    for id in variants {
        conn.prepare_cached("DELETE FROM agenda_sum WHERE variant = ?")?
            .execute([id])?;
        conn.prepare_cached(&one)?.execute([id])?;
    }
    Ok(())
}

pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM agenda_sum")?;
    conn.execute_batch(&SELECT.replace("{only}", ""))?;
    Ok(())
}
