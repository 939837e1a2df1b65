//! The one place where the daemon sleeps: the alarm, the neighbours, the signals, and a nudge from its own errands.

use std::io::{self, ErrorKind, Read};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::{flag, low_level};

use super::Voice;
use super::alarm::Alarm;
use crate::domain::Moment;
use crate::domain::command::Change;
use crate::neighbours::Hearing;

/// Who cannot hear the neighbours looks for what they wrote after this long.
const DEAF: chrono::Duration = chrono::Duration::seconds(60);

/// Why it woke. Nothing here: the alarm rang, or the machine was asleep.
#[derive(Debug, Default)]
pub(super) struct Woken {
    /// It is asked to end.
    pub(super) end: bool,
    /// What the neighbours said.
    pub(super) heard: Option<Change>,
}

/// Everything that can wake it.
#[derive(Debug)]
pub(super) struct Sleep {
    alarm: Alarm,
    wire: UnixStream,
    far: UnixStream,
    end: Arc<AtomicBool>,
    hearing: Option<Hearing>,
}

impl Sleep {
    /// From here on the signals that would end the process are heard instead.
    pub(super) fn new() -> io::Result<Self> {
        let (wire, far) = UnixStream::pair()?;
        wire.set_nonblocking(true)?;
        far.set_nonblocking(true)?;
        let end = Arc::default();
        for signal in [SIGTERM, SIGINT, SIGHUP, SIGQUIT] {
            // The note first: whoever is woken by the wire must find it.
            flag::register(signal, Arc::clone(&end))?;
            low_level::pipe::register(signal, far.try_clone()?)?;
        }
        // Whoever was stopped looks at the clock at once.
        low_level::pipe::register(SIGCONT, far.try_clone()?)?;
        Ok(Self {
            alarm: Alarm::new()?,
            wire,
            far,
            end,
            hearing: None,
        })
    }

    /// A wire that wakes it when something is written to it.
    pub(super) fn nudge(&self) -> io::Result<UnixStream> {
        self.far.try_clone()
    }

    /// Opens an ear on the desk; where there can be none it is said, and the desk is looked at each minute.
    pub(super) fn listen(&mut self, desk: &Path, voice: &mut dyn Voice) {
        match Hearing::open(desk) {
            Ok(hearing) => self.hearing = Some(hearing),
            Err(deaf) => voice.trouble(&deaf.words()),
        }
    }

    /// Closes the ear.
    pub(super) fn stop_listening(&mut self) {
        self.hearing = None;
    }

    /// Sleeps until a moment of the wall clock; `now` is needed where the system has no alarm for that.
    pub(super) fn until(&mut self, at: Option<Moment>, now: Moment) -> io::Result<Woken> {
        let deaf = self.hearing.is_none().then(|| now + DEAF);
        let at = at.into_iter().chain(deaf).min();
        let patience = self.alarm.set(at, now)?;
        self.sleep(patience)
    }

    /// Sleeps for a while by no clock at all.
    pub(super) fn at_most(&mut self, patience: Duration) -> io::Result<Woken> {
        self.sleep(Some(patience))
    }

    fn sleep(&mut self, patience: Option<Duration>) -> io::Result<Woken> {
        if !self.end.load(Ordering::SeqCst) {
            let mut ends = vec![
                PollFd::new(&self.alarm, PollFlags::IN),
                PollFd::new(&self.wire, PollFlags::IN),
            ];
            if let Some(hearing) = &self.hearing {
                ends.push(PollFd::new(hearing, PollFlags::IN));
            }
            let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
            match poll(&mut ends, patience.as_ref()) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.alarm.hush();
        drain(&self.wire)?;
        Ok(Woken {
            end: self.end.load(Ordering::SeqCst),
            heard: self.hearing.as_ref().and_then(Hearing::heard),
        })
    }
}

/// Reads until nothing is left.
fn drain(mut wire: &UnixStream) -> io::Result<()> {
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
