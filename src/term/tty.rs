//! The terminal as the system sees it: which descriptors it has, how big it is, how bytes get out whole.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::termios::{isatty, tcgetwinsize, ttyname};

/// What a pseudo-terminal that does not know its size is taken for: columns and rows of the oldest screens.
const UNKNOWN_SIZE: (u16, u16) = (80, 24);

/// Columns and rows of the terminal behind `screen`.
pub(super) fn size(screen: impl AsFd) -> (u16, u16) {
    match tcgetwinsize(screen) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        Ok(_) | Err(_) => UNKNOWN_SIZE,
    }
}

/// Pixels of a cell, across and down; none where the terminal keeps that to itself.
pub(super) fn cell(screen: impl AsFd) -> Option<(u16, u16)> {
    let size = tcgetwinsize(screen).ok()?;
    let across = size.ws_xpixel.checked_div(size.ws_col)?;
    let down = size.ws_ypixel.checked_div(size.ws_row)?;
    (across > 0 && down > 0).then_some((across, down))
}

/// A private, non-blocking way in to the terminal on standard input, where one can be had.
///
/// Opened anew by name, so that the flag touches nobody else: standard input itself is shared with the shell.
pub(super) fn open_without_blocking() -> io::Result<OwnedFd> {
    open(OFlags::NONBLOCK)
}

/// A private, blocking way in to the terminal, for a child that expects an ordinary standard input.
pub(super) fn open_for_a_child() -> io::Result<File> {
    open(OFlags::empty()).map(File::from)
}

fn open(more: OFlags) -> io::Result<OwnedFd> {
    // By its own name first: other systems cannot wait on `/dev/tty`. That one is left for a user who became another.
    let own = ttyname(rustix::stdio::stdin(), Vec::new())
        .map(|name| PathBuf::from(std::ffi::OsStr::from_bytes(name.as_bytes())));
    let by_path = |path: PathBuf| {
        OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags((OFlags::NOCTTY | more).bits().cast_signed())
            .open(path)
            .map(OwnedFd::from)
    };
    own.map_err(io::Error::from)
        .and_then(by_path)
        .or_else(|_| by_path(PathBuf::from("/dev/tty")))
}

/// Whether what we draw reaches a terminal.
pub(super) fn is_here() -> bool {
    isatty(rustix::stdio::stdout())
}

/// Writes every byte: partial writes go on, an interrupted one is repeated, a full terminal is waited for.
pub(super) fn write_whole(to: BorrowedFd<'_>, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(to, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => wait_for_room(to)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn wait_for_room(to: BorrowedFd<'_>) -> io::Result<()> {
    let mut ends = [PollFd::from_borrowed_fd(to, PollFlags::OUT)];
    match poll(&mut ends, None) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if ends[0].revents().intersects(gone) {
        return Err(io::ErrorKind::BrokenPipe.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::net::UnixStream;

    #[test]
    fn a_reader_that_is_slow_gets_every_byte() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        ours.set_nonblocking(true).unwrap();
        let frame: Vec<u8> = (0..2_000_000_u32).map(|n| n as u8).collect();
        let expected = frame.clone();
        let reader = std::thread::spawn(move || {
            let mut got = Vec::new();
            theirs.read_to_end(&mut got).unwrap();
            got
        });
        write_whole(ours.as_fd(), &frame).unwrap();
        drop(ours);
        assert!(reader.join().unwrap() == expected);
    }

    #[test]
    fn a_reader_that_left_is_an_error_and_not_a_death() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        drop(theirs);
        let error = write_whole(ours.as_fd(), b"frame").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn what_is_no_terminal_has_the_oldest_size() {
        let (ours, _theirs) = UnixStream::pair().unwrap();
        assert_eq!(size(&ours), (80, 24));
        assert_eq!(cell(&ours), None);
    }
}
