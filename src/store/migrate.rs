//! The schema's steps: append-only, each in one transaction, with a backup of the desk before the first.

use rusqlite::{Connection, TransactionBehavior};

use super::error::{Result, StoreError};

/// "PDSK": tells our file from any other SQLite file.
pub(super) const APPLICATION_ID: i64 = 0x5044_534B;

/// Every step in order. Released steps never change: their hashes are pinned by a test.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../assets/schema/0001_desk.sql"),
    include_str!("../../assets/schema/0002_month.sql"),
    include_str!("../../assets/schema/0003_letters.sql"),
    include_str!("../../assets/schema/0004_parts.sql"),
    include_str!("../../assets/schema/0005_keeping.sql"),
    include_str!("../../assets/schema/0006_history.sql"),
    include_str!("../../assets/schema/0007_lease.sql"),
    include_str!("../../assets/schema/0008_search.sql"),
    include_str!("../../assets/schema/0009_words.sql"),
    include_str!("../../assets/schema/0010_snippets.sql"),
    include_str!("../../assets/schema/0011_pictures.sql"),
    include_str!("../../assets/schema/0012_parts_of_a_text.sql"),
    include_str!("../../assets/schema/0013_lint.sql"),
    include_str!("../../assets/schema/0014_fields.sql"),
];

/// The version this program writes.
pub(super) const KNOWN: i64 = STEPS.len() as i64;

/// Where the file stands: a fresh one is 0.
pub(super) fn version(conn: &Connection) -> Result<i64> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id == APPLICATION_ID || (id == 0 && found == 0 && tables == 0) {
        Ok(found)
    } else {
        Err(StoreError::NotADesk)
    }
}

/// Where the file stands, if this program may write it: a newer one is refused, and so is what is no desk.
pub(super) fn writable(conn: &Connection) -> Result<i64> {
    let found = version(conn)?;
    if found > KNOWN {
        return Err(StoreError::Newer {
            found,
            known: KNOWN,
        });
    }
    Ok(found)
}

/// Refuses a desk that a newer program has brought on while we had it open. Asked at the beginning of every write.
pub(super) fn still_ours(conn: &Connection) -> Result<()> {
    let found: i64 = conn
        .prepare_cached("SELECT user_version FROM pragma_user_version")?
        .query_row([], |row| row.get(0))?;
    if found > KNOWN {
        return Err(StoreError::Newer {
            found,
            known: KNOWN,
        });
    }
    Ok(())
}

/// Brings the file to this program's version, after what must come first for a desk that has something to lose. A newer
/// file is left alone and refused.
pub(super) fn up(
    conn: &mut Connection,
    before: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    let found = writable(conn)?;
    if found == KNOWN {
        return Ok(());
    }
    if found > 0 {
        before(conn)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    // Another process may have been faster while we waited for the lock, and newer than we are.
    let from = writable(&tx)?;
    for step in &STEPS[usize::try_from(from).unwrap_or(0)..] {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", KNOWN)?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_released_step_never_changes() {
        use crate::store::convert::hex;
        use sha2::{Digest, Sha256};
        let hashes: Vec<String> = STEPS
            .iter()
            .map(|step| hex(&Sha256::digest(step.as_bytes())[..8]))
            .collect();
        assert_eq!(
            hashes,
            [
                "1cffbd9bdb69f667",
                "e8fc3f3ec4ba25ab",
                "b91ab682b2574dfc",
                "7becc501216a742f",
                "e9e9dd2ddbb8d16d",
                "f76d6050df6e8d72",
                "6e982af33276e497",
                "90f92e22d37337af",
                "062f808123e98d07",
                "e067c2c043ee36a9",
                "6b576c4c72c062cc",
                "59aa90569b54e7b3",
                "3a9b5f06e71cb727",
                "0ec4a344982e427d"
            ]
        );
    }

    #[test]
    fn a_foreign_file_is_refused_and_left_alone() {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE recipes (name TEXT)")
            .unwrap();
        let refused = up(&mut conn, |_| Ok(()));
        assert!(matches!(refused, Err(StoreError::NotADesk)));
        let tables: i64 = conn
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 1);
    }
}
