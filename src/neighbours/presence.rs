//! Who lives: a locked file for each process that may look after the clock. The system lets go of the lock with the process,
//! however it ended, so that the dead are seen at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::DateTime;
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::{folder, made};
use crate::domain::Moment;

/// The one name of the daemon's file; its lock is what makes a second daemon step back.
const DAEMON: &str = "daemon";

/// How often a new daemon asks for the lock. Somebody who only looks has it for a moment.
const TRIES: u32 = 8;

/// How long it waits in between.
const BETWEEN: Duration = Duration::from_millis(20);

/// Counts the presences of this process.
static NTH: AtomicU64 = AtomicU64::new(0);

/// What sort of process looks after the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A window.
    Window,
    /// The daemon.
    Daemon,
    /// One pass and gone.
    Once,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Kind::Window, Kind::Daemon, Kind::Once];

    /// The word in the store and in file names.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Window => "window",
            Kind::Daemon => DAEMON,
            Kind::Once => "once",
        }
    }

    /// The sort of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Whether somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Lives, or sleeps.
    Alive,
    /// Has ended.
    Dead,
    /// This file system does not tell.
    Unknown,
}

/// A daemon that lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbour {
    /// Its process number; 0 while it is about to say it.
    pub pid: u32,
    /// Since when.
    pub since: Moment,
}

/// The sign that this process lives. Gone with it.
#[derive(Debug)]
pub struct Presence {
    file: File,
    name: String,
    desk: std::path::PathBuf,
}

/// What came of announcing oneself.
#[derive(Debug)]
pub enum Announced {
    /// Done.
    Here(Presence),
    /// A daemon lives already.
    Taken(Neighbour),
}

impl Presence {
    /// Announces this process on the desk.
    pub fn announce(desk: &Path, kind: Kind, now: Moment) -> io::Result<Announced> {
        made(desk)?;
        if kind == Kind::Daemon {
            return only_daemon(desk, now);
        }
        bury_the_dead(desk);
        let nth = NTH.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{}-{nth}", kind.word(), std::process::id());
        // Locked before it has its name: whoever finds the name finds the lock.
        let making = folder(desk).join(format!(".{name}"));
        let mut file = open(&making)?;
        flock(&file, FlockOperation::NonBlockingLockExclusive)?;
        sign(&mut file, now)?;
        fs::rename(&making, folder(desk).join(&name))?;
        Ok(Announced::Here(Self {
            file,
            name,
            desk: desk.to_owned(),
        }))
    }

    /// The name the others know it by.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if self.name == DAEMON {
            // The file stays: taking it away under somebody who waits for its lock would make two of them.
            self.file.set_len(0).ok();
        } else {
            fs::remove_file(folder(&self.desk).join(&self.name)).ok();
        }
    }
}

fn only_daemon(desk: &Path, now: Moment) -> io::Result<Announced> {
    let mut file = open(&folder(desk).join(DAEMON))?;
    for _ in 0..TRIES {
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {
                sign(&mut file, now)?;
                return Ok(Announced::Here(Presence {
                    file,
                    name: DAEMON.to_owned(),
                    desk: desk.to_owned(),
                }));
            }
            Err(Errno::WOULDBLOCK) => std::thread::sleep(BETWEEN),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Announced::Taken(signed(&mut file)))
}

/// The daemon of this desk, if one lives.
pub fn daemon(desk: &Path) -> Option<Neighbour> {
    let mut file = File::open(folder(desk).join(DAEMON)).ok()?;
    (life_of(&file) == Life::Alive).then(|| signed(&mut file))
}

/// Whether the process of this name lives.
pub fn life(desk: &Path, name: &str) -> Life {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if name.is_empty() || !name.chars().all(is_name) {
        return Life::Dead;
    }
    match File::open(folder(desk).join(name)) {
        Ok(file) => life_of(&file),
        Err(error) if error.kind() == ErrorKind::NotFound => Life::Dead,
        Err(_) => Life::Unknown,
    }
}

/// A lock that can be had has no owner; it is let go when the file is closed.
fn life_of(file: &File) -> Life {
    match flock(file, FlockOperation::NonBlockingLockShared) {
        Ok(()) => Life::Dead,
        Err(Errno::WOULDBLOCK) => Life::Alive,
        Err(_) => Life::Unknown,
    }
}

/// Takes away the files of windows that were killed.
fn bury_the_dead(desk: &Path) {
    let Ok(entries) = fs::read_dir(folder(desk)) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_ours = [Kind::Window, Kind::Once].iter().any(|kind| {
            let rest = name.strip_prefix(kind.word());
            rest.is_some_and(|rest| rest.starts_with('-'))
        });
        if is_ours && life(desk, &name) == Life::Dead {
            fs::remove_file(&path).ok();
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
}

/// Writes who this is and since when.
fn sign(file: &mut File, now: Moment) -> io::Result<()> {
    file.set_len(0)?;
    writeln!(file, "{} {}", std::process::id(), now.timestamp())
}

/// Who signed; a file that cannot be understood is of somebody who is just about to sign.
fn signed(file: &mut File) -> Neighbour {
    let mut text = String::new();
    let read = file
        .rewind()
        .and_then(|()| Read::by_ref(file).take(64).read_to_string(&mut text));
    let told = read.ok().and_then(|_| {
        let (pid, since) = text.trim().split_once(' ')?;
        Some(Neighbour {
            pid: pid.parse().ok()?,
            since: DateTime::from_timestamp(since.parse().ok()?, 0)?,
        })
    });
    told.unwrap_or(Neighbour {
        pid: 0,
        since: Moment::UNIX_EPOCH,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> Moment {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap()
    }

    fn here(announced: io::Result<Announced>) -> Presence {
        match announced.unwrap() {
            Announced::Here(presence) => presence,
            Announced::Taken(other) => panic!("{other:?} is there"),
        }
    }

    #[test]
    fn there_is_one_daemon_and_it_is_named_to_the_second() {
        let desk = tempfile::tempdir().unwrap();
        assert_eq!(daemon(desk.path()), None);
        let first = here(Presence::announce(desk.path(), Kind::Daemon, moment()));
        let lives = Neighbour {
            pid: std::process::id(),
            since: moment(),
        };
        assert_eq!(daemon(desk.path()), Some(lives));
        assert_eq!(life(desk.path(), first.name()), Life::Alive);
        match Presence::announce(desk.path(), Kind::Daemon, moment()).unwrap() {
            Announced::Taken(other) => assert_eq!(other, lives),
            Announced::Here(_) => panic!("two daemons"),
        }
        drop(first);
        assert_eq!(daemon(desk.path()), None);
        drop(here(Presence::announce(
            desk.path(),
            Kind::Daemon,
            moment(),
        )));
    }

    #[test]
    fn windows_live_side_by_side_and_leave_nothing_behind() {
        let desk = tempfile::tempdir().unwrap();
        let one = here(Presence::announce(desk.path(), Kind::Window, moment()));
        let two = here(Presence::announce(desk.path(), Kind::Window, moment()));
        assert_ne!(one.name(), two.name());
        let name = one.name().to_owned();
        assert_eq!(life(desk.path(), &name), Life::Alive);
        drop(one);
        assert_eq!(life(desk.path(), &name), Life::Dead);
        // As a killed window leaves it.
        fs::write(folder(desk.path()).join("window-1-0"), "1 5\n").unwrap();
        let three = here(Presence::announce(desk.path(), Kind::Once, moment()));
        assert!(!folder(desk.path()).join("window-1-0").exists());
        drop((two, three));
        assert_eq!(fs::read_dir(folder(desk.path())).unwrap().count(), 0);
    }

    #[test]
    fn a_name_from_a_strange_desk_leads_nowhere() {
        let desk = tempfile::tempdir().unwrap();
        for name in ["", "../desk.db", "/etc/passwd", "window 1", "окно"] {
            assert_eq!(life(desk.path(), name), Life::Dead, "{name}");
        }
    }
}
