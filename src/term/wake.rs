//! The bell: workers ring it, the one wait hears it. Ringing twice before it is heard is ringing once.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Wakes the window from any thread. Put the news into its queue first, then `wake`.
#[derive(Debug, Clone)]
pub struct Waker {
    bell: Arc<Bell>,
}

#[derive(Debug)]
struct Bell {
    rung: AtomicBool,
    wire: UnixStream,
}

impl Waker {
    /// Wakes the wait, now or as soon as it begins. Never blocks; a window that is gone is no error.
    pub fn wake(&self) {
        if self.bell.rung.swap(true, Ordering::SeqCst) {
            return;
        }
        while let Err(error) = (&self.bell.wire).write(b"!") {
            if error.kind() != ErrorKind::Interrupted {
                // Full means already heard of; broken means nobody is left to wake.
                return;
            }
        }
    }
}

/// The hearing end; lives in the wait.
#[derive(Debug)]
pub(super) struct Ear {
    wire: UnixStream,
    bell: Arc<Bell>,
}

impl Ear {
    pub(super) fn new() -> io::Result<Self> {
        let (wire, far) = pair()?;
        let bell = Bell {
            rung: AtomicBool::new(false),
            wire: far,
        };
        Ok(Self {
            wire,
            bell: Arc::new(bell),
        })
    }

    pub(super) fn waker(&self) -> Waker {
        Waker {
            bell: Arc::clone(&self.bell),
        }
    }

    /// Forgets the ringing. Only after the wire is empty may the bell ring again: the other way round a ring
    /// between the two would leave the bell marked as rung with nothing on the wire, and no later one would be heard.
    pub(super) fn hush(&self) -> io::Result<()> {
        drain(&self.wire)?;
        self.bell.rung.store(false, Ordering::SeqCst);
        Ok(())
    }
}

impl AsFd for Ear {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wire.as_fd()
    }
}

/// Two ends of a wire that never block. A socket pair, because its flags can be set at birth on every system.
pub(super) fn pair() -> io::Result<(UnixStream, UnixStream)> {
    let (near, far) = UnixStream::pair()?;
    near.set_nonblocking(true)?;
    far.set_nonblocking(true)?;
    Ok((near, far))
}

/// Reads until nothing is left.
pub(super) fn drain(mut wire: &UnixStream) -> io::Result<()> {
    let mut bin = [0; 64];
    loop {
        match wire.read(&mut bin) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    fn is_ringing(ear: &Ear) -> bool {
        let mut ends = [PollFd::new(ear, PollFlags::IN)];
        poll(&mut ends, Some(&Timespec::default())).unwrap() == 1
    }

    #[test]
    fn many_rings_are_heard_once() {
        let ear = Ear::new().unwrap();
        let waker = ear.waker();
        assert!(!is_ringing(&ear));
        for _ in 0..100_000 {
            waker.clone().wake();
        }
        assert!(is_ringing(&ear));
        ear.hush().unwrap();
        assert!(!is_ringing(&ear));
        waker.wake();
        assert!(is_ringing(&ear));
    }

    #[test]
    fn no_ring_is_lost_between_threads() {
        let ear = Ear::new().unwrap();
        let (news, letters) = std::sync::mpsc::channel();
        let waker = ear.waker();
        let worker = std::thread::spawn(move || {
            for n in 0..20_000 {
                news.send(n).unwrap();
                waker.wake();
            }
        });
        let mut last = 0;
        while last < 19_999 {
            let mut ends = [PollFd::new(&ear, PollFlags::IN)];
            let patience = Timespec {
                tv_sec: 10,
                tv_nsec: 0,
            };
            assert_eq!(
                poll(&mut ends, Some(&patience)).unwrap(),
                1,
                "a ring was lost after {last}"
            );
            ear.hush().unwrap();
            last = letters.try_iter().last().unwrap_or(last);
        }
        worker.join().unwrap();
    }

    #[test]
    fn ringing_after_the_window_closed_is_harmless() {
        let ear = Ear::new().unwrap();
        let waker = ear.waker();
        drop(ear);
        waker.wake();
        waker.wake();
    }
}
