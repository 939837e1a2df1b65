//! Healing what was salvaged: wordings that are not what they were go, lost owners are made up, and what hangs in the air is
//! let go.

use rusqlite::Connection;

use super::salvage::Salvaged;
use crate::store::clients::list;
use crate::store::error::Result;
use crate::store::sound::torn_texts;

/// Owners that are made up where they are lost, because everything of a client hangs on a handful of rows: the table, the
/// row, and what points there.
const OWNERS: [(&str, &str, &[&str]); 4] = [
    (
        "client",
        "(id, uid, name, short, zone) VALUES (?1, 'lost-client-' || ?1, '? ' || ?1, '?' || ?1, 'UTC')",
        &[
            "SELECT client FROM channel",
            "SELECT client FROM post",
            "SELECT client FROM thread",
        ],
    ),
    (
        "channel",
        "(id, uid, client, platform, mode, grace_min) VALUES (?1, 'lost-channel-' || ?1, \
         (SELECT min(id) FROM client), 'other', 'assisted', 60)",
        &["SELECT channel FROM variant", "SELECT channel FROM thread"],
    ),
    (
        "post",
        "(id, uid, client, topic) SELECT ?1, 'lost-post-' || ?1, min(id), '? ' || ?1 FROM client",
        &["SELECT post FROM variant", "SELECT post FROM media"],
    ),
    (
        "thread",
        "(id, uid, client, channel, kind, opened_at) SELECT ?1, 'lost-thread-' || ?1, client, id, 'comment', 0 \
         FROM channel ORDER BY id LIMIT 1",
        &["SELECT thread FROM message"],
    ),
];

/// Makes the rows fit each other again.
pub(super) fn heal(conn: &Connection, salvaged: &mut Salvaged) -> Result<()> {
    for (id, table) in torn_texts(conn)? {
        salvaged.refused += conn.execute(&format!("DELETE FROM {table} WHERE id = ?"), [id])?;
    }
    // What was agreed on is lost: it has to be looked at again before it goes out.
    conn.execute(
        "UPDATE variant SET approval = 'review' WHERE approval = 'approved' AND payload NOT IN (SELECT id FROM payload)",
        [],
    )?;
    for (table, row, pointers) in OWNERS {
        let asked = pointers.join(" UNION ");
        let sql = format!("SELECT * FROM ({asked}) EXCEPT SELECT id FROM {table}");
        for id in list(conn, &sql, [], |row| row.get::<_, Option<i64>>(0))? {
            let Some(id) = id else { continue };
            salvaged.made_up += conn.execute(&format!("INSERT INTO {table} {row}"), [id])?;
        }
    }
    while let_go(conn, salvaged)? > 0 {}
    Ok(())
}

/// What points at nothing points nowhere from now on; where it must point somewhere, the row goes. Says how many changed.
fn let_go(conn: &Connection, salvaged: &mut Salvaged) -> Result<usize> {
    let hanging = list(conn, "PRAGMA foreign_key_check", [], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, Option<i64>>(1)?,
            row.get::<_, i64>(3)?,
        ))
    })?;
    let mut changed = 0;
    for (table, row, key) in hanging {
        let Some(row) = row else {
            // The only table without numbers: its rows belong to an entry that is gone.
            let orphans =
                "DELETE FROM journal_row WHERE entry NOT IN (SELECT id FROM journal_entry)";
            changed += conn.execute(orphans, [])?;
            continue;
        };
        let column: String = conn.query_row(
            "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?",
            (&table, key),
            |row| row.get(0),
        )?;
        let nowhere = format!("UPDATE {table} SET {column} = NULL WHERE rowid = ?");
        if !matches!(conn.execute(&nowhere, [row]), Ok(1..)) {
            let gone = conn.execute(&format!("DELETE FROM {table} WHERE rowid = ?"), [row])?;
            salvaged.let_go += gone;
            changed += gone;
            continue;
        }
        changed += 1;
    }
    Ok(changed)
}
