//! One datagram socket for each process that wants to hear, named by its number; whoever writes sends to all of them.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use super::{folder, letter, made};
use crate::domain::command::Change;
use crate::domain::words::Words;

/// The longest path of a socket in bytes; systems end between 103 and 107.
const LONGEST: usize = 100;

/// Letters read in one go. Somebody who floods us must let the window draw sometimes.
const HANDFUL: usize = 64;

/// With this many letters waiting the system may have turned others away: then everything counts as changed.
const MANY: usize = 8;

/// The end of a socket's name.
const END: &str = "sock";

/// Why nothing is heard here. Work goes on all the same.
#[derive(Debug, thiserror::Error)]
pub enum Deaf {
    /// The desk lies too deep for the name of a socket.
    #[error("the path of the socket is too long")]
    TooDeep,
    /// No socket can be made there.
    #[error(transparent)]
    Refused(#[from] io::Error),
}

impl Deaf {
    /// The sentence for her.
    pub fn words(&self) -> Words {
        match self {
            Deaf::TooDeep => Words::new("neighbours-too-deep").with("n", LONGEST),
            Deaf::Refused(error) => Words::new("neighbours-refused").with("detail", error),
        }
    }
}

/// The ear of this process. Gone with it.
#[derive(Debug)]
pub struct Hearing {
    socket: UnixDatagram,
    path: PathBuf,
}

impl Hearing {
    /// Opens an ear on this desk.
    pub fn open(desk: &Path) -> Result<Self, Deaf> {
        let path = folder(desk).join(format!("{}.{END}", std::process::id()));
        if path.as_os_str().len() > LONGEST {
            return Err(Deaf::TooDeep);
        }
        made(desk)?;
        // A process of this number has died here before.
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let socket = UnixDatagram::bind(&path)?;
        fs::set_permissions(&path, Permissions::from_mode(0o600))?;
        socket.set_nonblocking(true)?;
        Ok(Self { socket, path })
    }

    /// Another handle of the same socket, for whoever waits.
    pub fn handle(&self) -> io::Result<OwnedFd> {
        Ok(self.socket.try_clone()?.into())
    }

    /// Everything the neighbours have said since the last time; none when they said nothing that can be understood.
    pub fn heard(&self) -> Option<Change> {
        // One byte more than a letter has, so that a longer one shows.
        let mut bytes = [0; letter::LENGTH + 1];
        let mut all: Option<Change> = None;
        for count in 1..=HANDFUL {
            match self.socket.recv(&mut bytes) {
                Ok(length) => {
                    if let Some(change) = letter::read(&bytes[..length]) {
                        all = Some(all.unwrap_or_default().and(change));
                    }
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => break,
            }
            if count >= MANY {
                all = Some(Change::ALL);
            }
        }
        all
    }
}

impl AsFd for Hearing {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        // What stays behind is taken away by the next who writes.
        fs::remove_file(&self.path).ok();
    }
}

/// Tells every neighbour on this desk what has changed. Costs a look into a folder; never waits, never fails.
pub fn tell(desk: &Path, change: Change) {
    let Ok(entries) = fs::read_dir(folder(desk)) else {
        return;
    };
    if change.is_none() {
        return;
    }
    let letter = letter::write(change);
    let ears = entries.flatten().filter_map(|entry| ear(&entry.path()));
    let mut mouth = None;
    for (pid, path) in ears.filter(|(pid, _)| *pid != std::process::id()) {
        if mouth.is_none() {
            mouth = mute(UnixDatagram::unbound());
        }
        let Some(mouth) = &mouth else { return };
        // A neighbour that does not listen for now has its letters full; it asks anew when it is looked at.
        if let Err(error) = mouth.send_to(&letter, &path)
            && error.kind() == ErrorKind::ConnectionRefused
            && is_dead(pid)
        {
            fs::remove_file(&path).ok();
        }
    }
}

/// A socket that never waits.
fn mute(socket: io::Result<UnixDatagram>) -> Option<UnixDatagram> {
    let socket = socket.ok()?;
    socket.set_nonblocking(true).ok()?;
    Some(socket)
}

/// The process number and path of what has the name of an ear.
fn ear(path: &Path) -> Option<(u32, PathBuf)> {
    if path.extension()? != END {
        return None;
    }
    Some((path.file_stem()?.to_str()?.parse().ok()?, path.to_owned()))
}

/// Whether no process has this number.
fn is_dead(pid: u32) -> bool {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    pid.is_none_or(|pid| test_kill_process(pid) == Err(Errno::SRCH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    /// Sends bytes to an ear as another process would.
    fn throw(ear: &Hearing, bytes: &[u8]) {
        let mouth = UnixDatagram::unbound().unwrap();
        mouth.send_to(bytes, &ear.path).unwrap();
    }

    fn letter_from_elsewhere(change: Change) -> [u8; letter::LENGTH] {
        let mut letter = letter::write(change);
        letter[8] ^= 1;
        letter
    }

    #[test]
    fn letters_are_heard_together_and_rubbish_is_not() {
        let desk = tempfile::tempdir().unwrap();
        let ear = Hearing::open(desk.path()).unwrap();
        assert_eq!(ear.heard(), None);
        throw(&ear, &letter_from_elsewhere(Change::PLAN));
        throw(&ear, b"rubbish");
        throw(&ear, &[0xff; 5000]);
        throw(&ear, b"");
        throw(&ear, &letter_from_elsewhere(Change::INBOX));
        assert_eq!(ear.heard(), Some(Change::PLAN.and(Change::INBOX)));
        throw(&ear, b"rubbish");
        assert_eq!(ear.heard(), None);
    }

    #[test]
    fn a_crowd_of_letters_is_everything() {
        let desk = tempfile::tempdir().unwrap();
        let ear = Hearing::open(desk.path()).unwrap();
        for _ in 0..MANY {
            throw(&ear, &letter_from_elsewhere(Change::PLAN));
        }
        assert_eq!(ear.heard(), Some(Change::ALL));
        assert_eq!(ear.heard(), None);
    }

    #[test]
    fn an_ear_is_private_and_gone_with_its_process() {
        let desk = tempfile::tempdir().unwrap();
        let ear = Hearing::open(desk.path()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
        assert_eq!(mode(&ear.path), 0o600);
        assert_eq!(mode(&folder(desk.path())), 0o700);
        drop(ear);
        assert_eq!(fs::read_dir(folder(desk.path())).unwrap().count(), 0);
    }

    #[test]
    fn the_dead_are_taken_away_and_the_living_are_not_harmed() {
        let desk = tempfile::tempdir().unwrap();
        let folder = made(desk.path()).unwrap();
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let dead = folder.join(format!("{}.{END}", child.id()));
        child.wait().unwrap();
        drop(UnixDatagram::bind(&dead).unwrap());
        // Its parent lives and is silent; files of other names are nobody's ears.
        let parent = folder.join(format!("{}.{END}", std::os::unix::process::parent_id()));
        drop(UnixDatagram::bind(&parent).unwrap());
        fs::write(folder.join("1.txt"), "").unwrap();
        fs::write(folder.join("no-number.sock"), "").unwrap();
        tell(desk.path(), Change::PLAN);
        assert!(!dead.exists() && parent.exists());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
    }

    #[test]
    fn a_desk_too_deep_for_a_socket_is_said_and_telling_there_does_no_harm() {
        let desk = tempfile::tempdir().unwrap();
        let deep = desk.path().join("глубоко".repeat(9));
        assert!(matches!(Hearing::open(&deep), Err(Deaf::TooDeep)));
        tell(&deep, Change::ALL);
        assert!(!deep.exists());
        let file = desk.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(matches!(Hearing::open(&file), Err(Deaf::Refused(_))));
    }
}
