//! The reading side: a connection that cannot write, and one snapshot for each refresh so that no frame mixes two states.

use rusqlite::Connection;

use super::error::Result;

/// Asks the desk. Each noun's file adds its own questions.
#[derive(Debug)]
pub struct Reader {
    conn: Connection,
}

impl Reader {
    pub(super) fn new(conn: Connection) -> Result<Self> {
        conn.execute_batch("PRAGMA query_only = ON")?;
        Ok(Self { conn })
    }

    pub(super) fn conn(&self) -> &Connection {
        &self.conn
    }

    /// Runs questions against one state of the desk, whatever others write meanwhile.
    pub fn snapshot<T>(&self, ask: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        self.conn.execute_batch("BEGIN")?;
        let answer = ask(self);
        self.conn.execute_batch("COMMIT")?;
        answer
    }

    /// A number that changes when another connection has written: cheap to ask on focus and before anything goes out.
    pub fn version(&self) -> Result<i64> {
        Ok(self
            .conn
            .pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Whether the search has not got to all there is: something must bring it there.
    pub fn is_behind(&self) -> Result<bool> {
        super::derive::is_behind(&self.conn)
    }

    /// How many messages are not searchable yet.
    pub fn unindexed(&self) -> Result<u64> {
        super::derive::unindexed(&self.conn)
    }
}
