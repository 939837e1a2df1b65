//! The one place where the window sleeps: the terminal, the bell and the signals, and no clock but the caller's.

use std::io::{self, ErrorKind};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::{dup2_stdin, stdin};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};

use super::wake::{Ear, drain, pair};
use super::{Waker, guard, input, tty};
use crate::event::{Input, Signal};

/// Inputs taken in one go. Somebody holding a key makes a few dozen; a firehose must let the window draw sometimes.
const HANDFUL: usize = 4096;

/// Why the wait ended. Several things may be true at once; nothing here means an interrupted sleep.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Woken {
    /// Everything the person did, oldest first.
    pub inputs: Vec<Input>,
    /// What the system told us.
    pub signals: Vec<Signal>,
    /// A `Waker` rang: look into every queue.
    pub woken: bool,
    /// The time was up and nothing else happened.
    pub timed_out: bool,
}

impl Woken {
    fn is_news(&self) -> bool {
        self.woken || !self.inputs.is_empty() || !self.signals.is_empty()
    }
}

/// Waits for everything at once. One for the process: the terminal library reads from one place only.
#[derive(Debug)]
pub struct Wait {
    terminal: OwnedFd,
    /// Standard input as the shell gave it, to be put back.
    shells_stdin: OwnedFd,
    ear: Ear,
    signals: Signals,
    /// Something else that may have news.
    other: Option<OwnedFd>,
    /// The terminal is dead; it is not asked again.
    gone: bool,
    /// A hangup was reported; one is enough.
    hung_up: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct Ready {
    terminal: bool,
    bell: bool,
    signals: bool,
}

impl Wait {
    /// Prepares to wait. From here on the signals that would end or stop the process are reported instead.
    ///
    /// Standard input becomes a private, non-blocking way in to the same terminal: the library reads until it has a
    /// whole key, so half a key would otherwise hold up everything. Children need a standard input of their own.
    pub fn new() -> io::Result<Self> {
        let shells_stdin = rustix::io::dup(stdin())?;
        let terminal = match tty::open_without_blocking() {
            Ok(own) => {
                dup2_stdin(&own)?;
                own
            }
            Err(_) if rustix::termios::isatty(stdin()) => rustix::io::dup(stdin())?,
            Err(error) => return Err(error),
        };
        Ok(Self {
            terminal,
            shells_stdin,
            ear: Ear::new()?,
            signals: Signals::new()?,
            other: None,
            gone: false,
            hung_up: false,
        })
    }

    /// Wakes as well when there is something to read here; reading it is the caller's affair.
    pub fn listen_to(&mut self, other: OwnedFd) {
        self.other = Some(other);
    }

    /// The bell for workers.
    pub fn waker(&self) -> Waker {
        self.ear.waker()
    }

    /// Sleeps until something happens or `timeout` is over; without one, for as long as it takes.
    /// Takes in everything that is there before it returns, so that a held key is one drawing.
    pub fn next(&mut self, timeout: Option<Duration>) -> io::Result<Woken> {
        let deadline = timeout.and_then(|patience| Instant::now().checked_add(patience));
        let mut woken = Woken::default();
        self.signals.forget_a_childs();
        loop {
            self.read_terminal(&mut woken)?;
            let patience = if woken.is_news() {
                Some(Duration::ZERO)
            } else {
                deadline.map(|end| end.saturating_duration_since(Instant::now()))
            };
            let ready = self.sleep(patience, &mut woken)?;
            if ready.bell {
                self.ear.hush()?;
                woken.woken = true;
            }
            if ready.signals {
                self.hear(&mut woken)?;
            }
            let more = ready.terminal && woken.inputs.len() < HANDFUL;
            if woken.is_news() && !more {
                return Ok(woken);
            }
            let over = deadline.is_some_and(|end| end <= Instant::now());
            if over && !more {
                woken.timed_out = true;
                return Ok(woken);
            }
        }
    }

    /// Takes in whatever the person did. The library keeps whole keys of its own, so it is asked before every sleep.
    fn read_terminal(&mut self, woken: &mut Woken) -> io::Result<()> {
        while woken.inputs.len() < HANDFUL && self.is_alive(woken)? {
            match next_event() {
                Ok(Some(event)) => {
                    if let Some(input) = input::decode(event) {
                        input::collect(&mut woken.inputs, input);
                    }
                }
                Ok(None) => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Looked at before every single read, because the library would read from a dead terminal for ever.
    fn is_alive(&mut self, woken: &mut Woken) -> io::Result<bool> {
        if !self.gone {
            let mut ends = [PollFd::new(&self.terminal, PollFlags::IN)];
            poll_until(&mut ends, Some(Duration::ZERO))?;
            if is_dead(&ends[0]) {
                self.note_death(woken);
            }
        }
        Ok(!self.gone)
    }

    fn note_death(&mut self, woken: &mut Woken) {
        self.gone = true;
        self.note_hangup(woken);
    }

    fn note_hangup(&mut self, woken: &mut Woken) {
        if !self.hung_up {
            self.hung_up = true;
            woken.signals.push(Signal::Hangup);
        }
    }

    /// A terminal that cannot be taken again went away. That is news, not an error: the hangup of a closed window
    /// comes with a SIGCONT, and which of them is heard first is chance.
    fn or_hangup(&mut self, taken: &io::Result<()>, woken: &mut Woken) {
        if taken.is_err() {
            self.note_hangup(woken);
        }
    }

    fn sleep(&mut self, patience: Option<Duration>, woken: &mut Woken) -> io::Result<Ready> {
        let mut ends = vec![
            PollFd::new(&self.ear, PollFlags::IN),
            PollFd::new(&self.signals.wire, PollFlags::IN),
        ];
        let other = self.other.as_ref().map(|other| {
            ends.push(PollFd::new(other, PollFlags::IN));
            ends.len() - 1
        });
        let terminal = (!self.gone).then(|| {
            ends.push(PollFd::new(&self.terminal, PollFlags::IN));
            ends.len() - 1
        });
        poll_until(&mut ends, patience)?;
        let mut ready = Ready {
            bell: !ends[0].revents().is_empty(),
            signals: !ends[1].revents().is_empty(),
            terminal: false,
        };
        woken.woken |= other.is_some_and(|at| !ends[at].revents().is_empty());
        let died = terminal.is_some_and(|at| is_dead(&ends[at]));
        ready.terminal = !died && terminal.is_some_and(|at| !ends[at].revents().is_empty());
        if died {
            self.note_death(woken);
        }
        Ok(ready)
    }

    /// Turns what the handlers noted into what the window understands.
    fn hear(&mut self, woken: &mut Woken) -> io::Result<()> {
        drain(&self.signals.wire)?;
        if take(&self.signals.stop) && !guard::is_own_stop() {
            self.or_hangup(&guard::suspend(), woken);
        }
        if take(&self.signals.go_on) {
            if guard::ends_own_stop() {
                // The echo of our own signal to the group was noted before we stopped; it is no second one.
                take(&self.signals.stop);
            } else {
                self.or_hangup(&guard::take_again(), woken);
            }
            woken.signals.push(Signal::Continue);
        }
        if take(&self.signals.resized) {
            let (columns, rows) = tty::size(&self.terminal);
            input::collect(&mut woken.inputs, Input::Resize(columns, rows));
        }
        if take(&self.signals.hangup) {
            self.note_hangup(woken);
        }
        let asked_to_end = take(&self.signals.end) | take(&self.signals.interrupt);
        if asked_to_end && !woken.signals.contains(&Signal::Terminate) {
            woken.signals.push(Signal::Terminate);
        }
        Ok(())
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        // Whoever reads or asks after us finds standard input as the shell gave it, and can be ended as usual.
        dup2_stdin(&self.shells_stdin).unwrap_or_default();
        self.signals.deaf.store(true, Ordering::SeqCst);
    }
}

/// One wire that wakes, and a note for each signal that says why.
#[derive(Debug)]
struct Signals {
    wire: UnixStream,
    interrupt: Arc<AtomicBool>,
    end: Arc<AtomicBool>,
    hangup: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    go_on: Arc<AtomicBool>,
    resized: Arc<AtomicBool>,
    /// Nobody waits any more: signals do again what they do by default.
    deaf: Arc<AtomicBool>,
}

impl Signals {
    fn new() -> io::Result<Self> {
        let (wire, far) = pair()?;
        let heard = Self {
            wire,
            interrupt: Arc::default(),
            end: Arc::default(),
            hangup: Arc::default(),
            stop: Arc::default(),
            go_on: Arc::default(),
            resized: Arc::default(),
            deaf: Arc::default(),
        };
        // A child that has the terminal and is stopped by its user must find us stopping with it.
        flag::register_conditional_default(SIGTSTP, guard::hear_stops())?;
        for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP] {
            flag::register_conditional_default(signal, Arc::clone(&heard.deaf))?;
        }
        for (signal, note) in [
            (SIGINT, &heard.interrupt),
            (SIGQUIT, &heard.interrupt),
            (SIGTERM, &heard.end),
            (SIGHUP, &heard.hangup),
            (SIGTSTP, &heard.stop),
            (SIGCONT, &heard.go_on),
            (SIGWINCH, &heard.resized),
        ] {
            // The note first: whoever is woken by the wire must find it.
            flag::register(signal, Arc::clone(note))?;
            low_level::pipe::register(signal, far.try_clone()?)?;
        }
        flag::register(SIGTSTP, guard::last_note_of_a_stop())?;
        Ok(heard)
    }

    /// Ctrl-C and Ctrl-Z typed into a child that had the terminal reached us as well, and were not meant for us.
    fn forget_a_childs(&self) {
        if guard::was_lent() {
            for note in [&self.interrupt, &self.stop, &self.go_on] {
                take(note);
            }
        }
    }
}

fn take(note: &AtomicBool) -> bool {
    note.swap(false, Ordering::SeqCst)
}

fn next_event() -> io::Result<Option<crossterm::event::Event>> {
    if crossterm::event::poll(Duration::ZERO)? {
        crossterm::event::read().map(Some)
    } else {
        Ok(None)
    }
}

fn is_dead(end: &PollFd<'_>) -> bool {
    let dead = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    end.revents().intersects(dead)
}

/// One sleep. Interrupted by a signal it just ends: the wire says why, and the caller knows how long is left.
fn poll_until(ends: &mut [PollFd<'_>], patience: Option<Duration>) -> io::Result<()> {
    // A patience beyond what the system can count is for ever.
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    match poll(ends, patience.as_ref()) {
        Ok(_) => Ok(()),
        Err(Errno::INTR) => {
            for end in ends {
                end.clear_revents();
            }
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}
