//! The switch: one desk takes the place of another. What stood there gets a second name first, and is never deleted.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::manifest::identity;
use super::{ASIDE, Order, Step, Watch, disk, make};
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::store::FILE;
use crate::store::error::{Result, StoreError};

/// The files of a database: itself, its log, and the index of its log.
const PARTS: [&str; 3] = ["", "-wal", "-shm"];

/// The desk that stands, in nobody else's hands for as long as this lives.
pub(super) struct Held {
    conn: Option<Connection>,
    /// Which life of the desk it is; none where it cannot be read.
    pub(super) epoch: Option<i64>,
}

impl Held {
    /// Takes the desk. Whoever has it open, a window or a daemon, stopped or not, is found out: SQLite lets nobody have a
    /// database alone that another process has open.
    pub(super) fn take(desk: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let Ok(conn) = Connection::open_with_flags(desk.join(FILE), flags) else {
            return Ok(Self::nobody());
        };
        conn.busy_timeout(Duration::from_millis(250))?;
        // A damaged desk must stay as it is, down to its log.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        conn.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
        match conn.execute_batch("BEGIN EXCLUSIVE; COMMIT") {
            Ok(()) => Ok(Self {
                epoch: identity(&conn).ok().map(|it| it.1),
                conn: Some(conn),
            }),
            Err(error) if is_held_by_others(&error) => Err(StoreError::InUse),
            // Nobody can work on a file that SQLite cannot even lock.
            Err(_) => Ok(Self::nobody()),
        }
    }

    fn nobody() -> Self {
        let (conn, epoch) = (None, None);
        Self { conn, epoch }
    }

    /// A backup of the desk that stands, if it can still be read; a full disk stops everything.
    pub(super) fn keep(&self, desk: &Path, now: Moment) -> Result<Option<String>> {
        let Some(conn) = &self.conn else {
            return Ok(None);
        };
        let order = Order {
            why: Why::Restore,
            at: now,
            to: None,
        };
        match make::make_from(conn, desk, order, &mut super::unwatched) {
            Ok(kept) => Ok(Some(kept.name)),
            Err(StoreError::Corrupt(_) | StoreError::NotADesk | StoreError::Sqlite(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether everything is in the database itself. Of a damaged desk nothing is moved about.
    fn settle_log(&self) -> bool {
        let Some(conn) = &self.conn else {
            return false;
        };
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy = conn.query_row(sql, [], |row| row.get::<_, i64>(0));
        matches!(busy, Ok(0))
    }
}

fn is_held_by_others(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(
        code,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

/// Puts `new` where the desk stands, and says where the old one lies now.
///
/// `is_sound` says that the old one may be tidied up first: then its log is empty, and there is no moment at which the
/// desk's name stands for less than everything. A damaged one is not touched: all its files have their second name before
/// the log leaves its place.
pub(super) fn switch(
    desk: &Path,
    held: &Held,
    is_sound: bool,
    new: &Path,
    now: Moment,
    watch: Watch<'_>,
) -> Result<Option<PathBuf>> {
    if is_sound && !held.settle_log() {
        return Err(StoreError::InUse);
    }
    let stands = |part: &&str| desk.join(format!("{FILE}{part}")).exists();
    let parts: Vec<&str> = PARTS.into_iter().filter(stands).collect();
    let aside = match parts.as_slice() {
        [] => None,
        parts => Some(set_aside(desk, parts, now)?),
    };
    watch(Step::SetAside)?;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        disk::gone(&desk.join(format!("{FILE}{part}")))?;
    }
    watch(Step::Cleared)?;
    fs::rename(new, desk.join(FILE))?;
    disk::settle(desk)?;
    watch(Step::Switched)?;
    Ok(aside)
}

/// The files of the desk that stands under a second name, all of them or none.
fn set_aside(desk: &Path, parts: &[&str], now: Moment) -> Result<PathBuf> {
    let shelf = desk.join(ASIDE);
    fs::create_dir_all(&shelf)?;
    disk::sweep(&shelf)?;
    let stamp = now.format("%Y-%m-%dT%H%M%SZ").to_string();
    let making = shelf.join(disk::making(&stamp));
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    disk::new_folder(&making)?;
    for part in parts {
        let name = format!("{FILE}{part}");
        disk::link_or_copy(&desk.join(&name), &making.join(&name))?;
    }
    disk::settle(&making)?;
    let names = (1..).map(|n| match n {
        1 => shelf.join(&stamp),
        n => shelf.join(format!("{stamp}-{n}")),
    });
    for folder in names {
        match fs::rename(&making, &folder) {
            Ok(()) => {
                disk::settle(&shelf)?;
                return Ok(folder);
            }
            Err(_) if folder.exists() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Missing)
}
