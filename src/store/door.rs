//! Opening the file: whose it is comes first, and nothing is written to it before that is known.

use std::io::{Error, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::{Result, StoreError};
use super::migrate;

/// The smallest page of SQLite: a file that is not empty and shorter than that is somebody else's, and SQLite would take it
/// for empty.
const SMALLEST_PAGE: u64 = 512;

/// How long opening waits for whoever makes the desk or brings it to another schema: longer than anybody writes at a time.
const PATIENCE_TO_OPEN: Duration = Duration::from_secs(30);

/// How soon a desk is asked again where SQLite itself does not wait.
const AGAIN: Duration = Duration::from_millis(20);

/// Opens the file for writing, if it is ours, ours to write and not newer than this program. It waits for others as long as
/// opening may take; how patient its writes are is for the caller to say.
pub(super) fn writer(file: &Path) -> Result<Connection> {
    refuse_scraps(file)?;
    let there = file.exists();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags)?;
    conn.busy_timeout(PATIENCE_TO_OPEN)?;
    match migrate::writable(&conn) {
        // SQLite needs two files beside a desk: where they cannot be made the folder is closed to us.
        Err(StoreError::Sqlite(error)) if there && cannot_open(&error) => Err(StoreError::ReadOnly),
        Err(error) => Err(error),
        Ok(_) if conn.is_readonly("main")? => Err(StoreError::ReadOnly),
        Ok(_) => Ok(conn),
    }
}

/// Opens the file for reading, newer or not: patient while it opens, and with this patience from then on.
pub(super) fn reader(file: &Path, patience: Duration) -> Result<Connection> {
    refuse_scraps(file)?;
    let plain = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let ways = [
        OpenFlags::SQLITE_OPEN_READ_WRITE,
        OpenFlags::SQLITE_OPEN_READ_ONLY,
    ];
    let mut refused = StoreError::NotADesk;
    for way in ways {
        match look(Connection::open_with_flags(file, plain | way), patience) {
            Ok(conn) => return Ok(conn),
            Err(error @ (StoreError::Sqlite(_) | StoreError::ReadOnly)) => refused = error,
            Err(error) => return Err(error),
        }
    }
    if log_is_empty(file) {
        let flags = plain | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        return look(Connection::open_with_flags(frozen(file), flags), patience);
    }
    Err(refused)
}

/// FULL, because a lost "I am about to send" would turn into a double post; no schema that came with a file is trusted.
pub(super) fn tune(conn: &Connection) -> Result<()> {
    keep_a_log(conn)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    tune_reader(conn)?;
    expect(conn, Writes::OneByOne)
}

/// One writes into a log while all others read. Where two make a new desk at the same moment SQLite gives up at once, however
/// patient it was told to be: so it is asked again.
fn keep_a_log(conn: &Connection) -> Result<()> {
    let end = Instant::now() + PATIENCE_TO_OPEN;
    loop {
        let tried = conn.pragma_update(None, "journal_mode", "WAL");
        match tried.map_err(StoreError::from) {
            Err(StoreError::Busy) if Instant::now() < end => sleep(AGAIN),
            done => return done,
        }
    }
}

/// What a connection that writes is made ready for.
#[derive(Clone, Copy)]
pub(super) enum Writes {
    /// What she does with a key: few pages, and the memory of a window that stands open all day counts.
    OneByOne,
    /// Many rows, in parts: pages are needed again and again.
    InParts,
}

/// Sets how much a writer remembers, and after how many pages of the log it brings them into the desk. That may take a few
/// hundred milliseconds: so who writes in parts does it often, between two of them, and nearly always spares the key of
/// somebody else from it.
pub(super) fn expect(conn: &Connection, writes: Writes) -> Result<()> {
    let (log, kibibytes) = match writes {
        Writes::OneByOne => (4_000, 400),
        Writes::InParts => (500, 2_000),
    };
    conn.pragma_update(None, "wal_autocheckpoint", log)?;
    Ok(conn.pragma_update(None, "cache_size", -kibibytes)?)
}

fn tune_reader(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    conn.pragma_update(None, "cache_size", -2000)?;
    // Each question has one plan, whatever is asked for: SQLite would else plan it twice, without and with the values.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Opening alone reads nothing: only the first question tells whether the file can be read.
fn look(opened: rusqlite::Result<Connection>, patience: Duration) -> Result<Connection> {
    let conn = opened?;
    conn.busy_timeout(PATIENCE_TO_OPEN)?;
    tune_reader(&conn)?;
    migrate::version(&conn)?;
    conn.busy_timeout(patience)?;
    Ok(conn)
}

fn refuse_scraps(file: &Path) -> Result<()> {
    match std::fs::metadata(file) {
        Ok(found) if found.is_dir() => Err(Error::from(ErrorKind::IsADirectory).into()),
        Ok(found) if found.len() > 0 && found.len() < SMALLEST_PAGE => Err(StoreError::NotADesk),
        _ => Ok(()),
    }
}

fn cannot_open(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::CannotOpen)
}

/// Whether everything written is in the database itself. Without that, reading past the log would show an old state.
pub(super) fn log_is_empty(file: &Path) -> bool {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    match std::fs::metadata(log) {
        Ok(log) => log.len() == 0,
        Err(error) => error.kind() == ErrorKind::NotFound && file.exists(),
    }
}

/// The file as an address that tells SQLite it cannot change: then it asks for no lock and makes no file beside it.
pub(super) fn frozen(file: &Path) -> String {
    const SPECIAL: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#').add(b' ');
    let path = file.to_string_lossy();
    format!("file:{}?immutable=1", utf8_percent_encode(&path, SPECIAL))
}
