//! The one pen: a frame is collected whole and goes out in one synchronised write, or not at all.

use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd};

use super::{guard, tty};

/// Synchronised update: a terminal that knows it shows the frame at once, another ignores it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// A frame buffer larger than this is given back after use: a full screen of colours fits, a clipboard need not stay.
const KEPT: usize = 64 * 1024;

/// Collects what is written; only `commit` reaches the terminal. Flushing does nothing on purpose: the drawing
/// library flushes several times a frame.
#[derive(Debug)]
pub struct FrameWriter<W: AsFd = BorrowedFd<'static>> {
    frame: Vec<u8>,
    to: W,
    may_write: fn() -> bool,
}

impl FrameWriter {
    /// Writes to standard output, and only while the terminal is held.
    pub fn to_the_terminal() -> Self {
        Self::new(rustix::stdio::stdout(), guard::is_held)
    }
}

impl<W: AsFd> FrameWriter<W> {
    /// Writes to `to` while `may_write` says yes.
    pub(super) fn new(to: W, may_write: fn() -> bool) -> Self {
        Self {
            frame: BEGIN.to_vec(),
            to,
            may_write,
        }
    }

    /// Sends the frame in one write and says how many bytes went out: none for an empty frame, none while the
    /// terminal is not ours. After an error the frame is gone; the next one must be drawn from nothing.
    pub fn commit(&mut self) -> io::Result<usize> {
        if self.frame.len() == BEGIN.len() {
            return Ok(0);
        }
        self.frame.extend_from_slice(END);
        let bytes = self.frame.len();
        let sent = if (self.may_write)() {
            tty::write_whole(self.to.as_fd(), &self.frame).map(|()| bytes)
        } else {
            Ok(0)
        };
        self.frame.truncate(BEGIN.len());
        self.frame.shrink_to(KEPT);
        sent
    }

    pub(super) fn size(&self) -> (u16, u16) {
        tty::size(&self.to)
    }

    pub(super) fn cell(&self) -> Option<(u16, u16)> {
        tty::cell(&self.to)
    }

    pub(super) fn may_write(&self) -> bool {
        (self.may_write)()
    }
}

impl<W: AsFd> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixDatagram;

    /// A datagram is one write: what is received at once was sent at once.
    fn window(may_write: fn() -> bool) -> (FrameWriter<UnixDatagram>, UnixDatagram) {
        let (ours, theirs) = UnixDatagram::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        (FrameWriter::new(ours, may_write), theirs)
    }

    fn received(from: &UnixDatagram) -> Option<Vec<u8>> {
        let mut bytes = vec![0; 100_000];
        let length = from.recv(&mut bytes).ok()?;
        bytes.truncate(length);
        Some(bytes)
    }

    #[test]
    fn a_frame_is_one_synchronised_write() {
        let (mut pen, screen) = window(|| true);
        pen.write_all(b"one").unwrap();
        pen.flush().unwrap();
        pen.write_all(b" two").unwrap();
        assert_eq!(received(&screen), None, "flushing wrote");
        let sent = pen.commit().unwrap();
        let frame = received(&screen).unwrap();
        assert_eq!(frame, b"\x1b[?2026hone two\x1b[?2026l");
        assert_eq!(sent, frame.len());
        assert_eq!(received(&screen), None);
    }

    #[test]
    fn nothing_drawn_is_nothing_sent() {
        let (mut pen, screen) = window(|| true);
        assert_eq!(pen.commit().unwrap(), 0);
        pen.write_all(b"x").unwrap();
        pen.commit().unwrap();
        assert_eq!(pen.commit().unwrap(), 0);
        received(&screen).unwrap();
        assert_eq!(received(&screen), None);
    }

    #[test]
    fn a_terminal_given_back_gets_no_frame_and_keeps_none_for_later() {
        let (mut pen, screen) = window(|| false);
        pen.write_all(b"late").unwrap();
        assert_eq!(pen.commit().unwrap(), 0);
        pen.may_write = || true;
        pen.write_all(b"new").unwrap();
        pen.commit().unwrap();
        assert_eq!(received(&screen).unwrap(), b"\x1b[?2026hnew\x1b[?2026l");
    }

    #[test]
    fn after_an_error_the_frame_is_gone() {
        let (mut pen, screen) = window(|| true);
        drop(screen);
        pen.write_all(b"lost").unwrap();
        assert!(pen.commit().is_err());
        assert_eq!(pen.commit().unwrap(), 0);
    }
}
