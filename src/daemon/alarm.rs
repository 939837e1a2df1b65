//! Wakes at a moment of the wall clock, and when that clock is set or the machine wakes from its sleep.

use std::io;
use std::time::Duration;

use crate::domain::Moment;

#[cfg(not(target_os = "linux"))]
pub(super) use elsewhere::Alarm;
#[cfg(target_os = "linux")]
pub(super) use linux::Alarm;

/// The system's own alarm: no clock ticks while it is set.
#[cfg(target_os = "linux")]
mod linux {
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };

    use super::{Duration, Moment, io};

    /// An alarm that can be polled.
    #[derive(Debug)]
    pub(crate) struct Alarm(OwnedFd);

    impl Alarm {
        /// One that is not set.
        pub(crate) fn new() -> io::Result<Self> {
            let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
            Ok(Self(timerfd_create(TimerfdClockId::Realtime, flags)?))
        }

        /// Sets it; none: it rings only when the clock is set. Says how long to wait at most, where it cannot ring by itself.
        pub(crate) fn set(&self, at: Option<Moment>, _now: Moment) -> io::Result<Option<Duration>> {
            let nothing = Timespec::default();
            let moment = match at {
                // The moment nought would take the alarm off.
                Some(at) => Timespec {
                    tv_sec: at.timestamp().max(1),
                    tv_nsec: i64::from(at.timestamp_subsec_nanos()).min(999_999_999),
                },
                None => Timespec {
                    tv_sec: i64::from(i32::MAX) * 64,
                    tv_nsec: 0,
                },
            };
            let times = Itimerspec {
                it_interval: nothing,
                it_value: moment,
            };
            let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
            timerfd_settime(&self.0, flags, &times)?;
            Ok(None)
        }

        /// Forgets that it rang.
        pub(crate) fn hush(&self) {
            // A clock that was set answers with an error: it is news as well, and there is nothing else to learn.
            rustix::io::read(&self.0, &mut [0; 8]).ok();
        }
    }

    impl AsFd for Alarm {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.0.as_fd()
        }
    }
}

/// Where the system has none, the wall clock is looked at again after a minute.
#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use std::os::fd::{AsFd, BorrowedFd};
    use std::os::unix::net::UnixStream;

    use super::{Duration, Moment, io};

    const LONGEST: Duration = Duration::from_secs(60);

    /// A wire on which nothing ever comes; the waiting is in the answer of `set`.
    #[derive(Debug)]
    pub(crate) struct Alarm(UnixStream, UnixStream);

    impl Alarm {
        /// One that is not set.
        pub(crate) fn new() -> io::Result<Self> {
            let (near, far) = UnixStream::pair()?;
            Ok(Self(near, far))
        }

        /// How long to wait at most.
        pub(crate) fn set(&self, at: Option<Moment>, now: Moment) -> io::Result<Option<Duration>> {
            let left = at.map(|at| (at - now).to_std().unwrap_or(Duration::ZERO));
            Ok(Some(left.unwrap_or(LONGEST).min(LONGEST)))
        }

        /// It never rings.
        pub(crate) fn hush(&self) {}
    }

    impl AsFd for Alarm {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.0.as_fd()
        }
    }
}
