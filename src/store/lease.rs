//! The lease on the clock: one process marks and rings. Its epoch fences off whoever slept through being replaced.

use rusqlite::{Connection, Row};

use super::convert::moment;
use super::error::{Result, StoreError};
use super::reader::Reader;
use super::{Done, Store, begin, run};
use crate::domain::Moment;
use crate::domain::command::{Command, Mark};
use crate::domain::ids::VariantId;
use crate::domain::post::Outcome;
use crate::neighbours::{self, Kind};

/// Who holds the lease, or held it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Moves on whenever it changes hands.
    pub epoch: i64,
    /// What sort of process; none when it was given back.
    pub kind: Option<Kind>,
    /// The name under which its holder can be seen to live.
    pub holder: String,
    /// Since when.
    pub since: Moment,
    /// Where nobody can see who lives, the others leave the clock alone until then.
    pub until: Moment,
    /// The last moment at which a holder looked at the clock.
    pub seen: Moment,
}

/// What a holder wants the others to know.
#[derive(Debug, Clone, Copy)]
pub struct Tenure<'a> {
    /// What sort of process it is.
    pub kind: Kind,
    /// Its name.
    pub name: &'a str,
    /// Until when it wants to be left alone.
    pub until: Moment,
}

/// What a holder's Command has put on record that was not there before: only this may ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noted {
    /// The bell before a planned moment.
    Rang {
        /// For which variant.
        variant: VariantId,
        /// Its planned moment.
        due_at: Moment,
    },
    /// Due or missed.
    Marked(Mark),
}

impl Noted {
    /// Which variant it is about.
    pub const fn variant(&self) -> VariantId {
        match self {
            Noted::Rang { variant, .. } => *variant,
            Noted::Marked(mark) => mark.variant,
        }
    }
}

impl Reader {
    /// Who holds the lease, or held it last.
    pub fn lease(&self) -> Result<Lease> {
        read(self.conn())
    }
}

impl Store {
    /// Takes the lease if `may_take` allows it, looking at who has it now. Answers with the epoch under which it is held.
    pub fn take_lease(
        &mut self,
        tenure: Tenure<'_>,
        now: Moment,
        may_take: impl FnOnce(&Lease) -> bool,
    ) -> Result<Option<i64>> {
        let tx = begin(&mut self.writer)?;
        let lease = read(&tx)?;
        if !may_take(&lease) {
            return Ok(None);
        }
        let epoch = lease.epoch + 1;
        tx.prepare_cached(
            "UPDATE lease SET epoch = ?, kind = ?, holder = ?, since = ?, until = ? WHERE id = 1",
        )?
        .execute((
            epoch,
            tenure.kind.word(),
            tenure.name,
            now.timestamp(),
            tenure.until.timestamp(),
        ))?;
        tx.commit()?;
        Ok(Some(epoch))
    }

    /// Gives the lease back, if it is still the one of this epoch.
    pub fn give_lease_back(&mut self, epoch: i64, now: Moment) -> Result<()> {
        let tx = begin(&mut self.writer)?;
        tx.prepare_cached(
            "UPDATE lease SET epoch = epoch + 1, kind = '', holder = '', until = 0, seen = ? WHERE id = 1 AND epoch = ?",
        )?
        .execute((now.timestamp(), epoch))?;
        tx.commit()?;
        Ok(())
    }

    /// Runs a Command as the holder of this epoch: refused when the lease has changed hands, and then nothing is written.
    /// Says what it noted that nobody had noted before.
    pub fn apply_held(
        &mut self,
        epoch: i64,
        until: Moment,
        command: &Command,
        now: Moment,
    ) -> Result<(Done, Vec<Noted>)> {
        let tx = begin(&mut self.writer)?;
        let held = tx
            .prepare_cached("UPDATE lease SET until = ?, seen = ? WHERE id = 1 AND epoch = ?")?
            .execute((until.timestamp(), now.timestamp(), epoch))?;
        if held == 0 {
            return Err(StoreError::LeaseLost);
        }
        let before: i64 = tx
            .prepare_cached("SELECT coalesce(max(id), 0) FROM delivery_event")?
            .query_row([], |row| row.get(0))?;
        let done = run(&tx, &mut self.rng, self.origin, command, now)?;
        let noted = noted_since(&tx, before)?;
        tx.commit()?;
        if !noted.is_empty() {
            neighbours::tell(&self.folder, done.change);
        }
        Ok((done, noted))
    }
}

fn read(conn: &Connection) -> Result<Lease> {
    Ok(conn
        .prepare_cached("SELECT epoch, kind, holder, since, until, seen FROM lease WHERE id = 1")?
        .query_row([], lease)?)
}

fn lease(row: &Row<'_>) -> rusqlite::Result<Lease> {
    Ok(Lease {
        epoch: row.get(0)?,
        kind: Kind::from_word(&row.get::<_, String>(1)?),
        holder: row.get(2)?,
        since: moment(row.get(3)?),
        until: moment(row.get(4)?),
        seen: moment(row.get(5)?),
    })
}

/// What was noted after an event, in the order in which it was.
fn noted_since(conn: &Connection, before: i64) -> Result<Vec<Noted>> {
    let mut statement = conn.prepare_cached(
        "SELECT d.variant, d.due_at, e.kind, e.detail FROM delivery_event e JOIN delivery d ON d.id = e.delivery \
         WHERE e.id > ? ORDER BY e.id",
    )?;
    let rows = statement.query_map([before], |row| {
        let variant = row.get(0)?;
        let due_at = moment(row.get(1)?);
        let kind: String = row.get(2)?;
        Ok(match Outcome::from_word(&kind) {
            Some(outcome) => Noted::Marked(Mark {
                variant,
                due_at,
                outcome,
                reason: row.get(3)?,
            }),
            None => Noted::Rang { variant, due_at },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
