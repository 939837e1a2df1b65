//! The promise that the terminal is given back: on every way out, once, whole, and in the reverse order of taking it.

use std::io::{self, ErrorKind};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread::sleep;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::plate::TAKE_OFF;
use super::tty;

/// One thing asked of the terminal: its bit in `HELD`, how it is asked for, how it is taken back.
struct Mode {
    bit: u8,
    on: &'static [u8],
    off: &'static [u8],
}

const RAW: u8 = 1;
const TITLE: u8 = 1 << 1;
const MOUSE: u8 = 1 << 5;
const PICTURE: u8 = 1 << 7;

/// In the order of taking. The mouse tells clicks, drags and the wheel only: told of every movement, a window redraws for
/// nothing.
const MODES: [Mode; 7] = [
    mode(TITLE, b"\x1b[22;2t", b"\x1b[23;2t"),
    mode(1 << 2, b"\x1b[?1049h", b"\x1b[?1049l"),
    mode(1 << 3, b"\x1b[?2004h", b"\x1b[?2004l"),
    mode(1 << 4, b"\x1b[?1004h", b"\x1b[?1004l"),
    mode(MOUSE, b"\x1b[?1002h\x1b[?1006h", b"\x1b[?1006l\x1b[?1002l"),
    mode(1 << 6, b"\x1b[?25l", b"\x1b[?25h"),
    // Nothing asks for a picture but drawing one.
    mode(PICTURE, b"", TAKE_OFF),
];

/// Ends whatever a cut-off frame may have left open: a string sequence, a synchronised update, colours.
const SETTLE: &[u8] = b"\x1b\\\x1b[?2026l\x1b[0m";

const fn mode(bit: u8, on: &'static [u8], off: &'static [u8]) -> Mode {
    Mode { bit, on, off }
}

/// What is held now. One for the process, because a panic in any thread must find it.
static HELD: AtomicU8 = AtomicU8::new(0);
/// The stop that just ended was our own doing, so the signals around it are no news.
static STOPPED_OURSELVES: AtomicBool = AtomicBool::new(false);
/// Somebody listens for SIGTSTP, so that sending it does not stop us by itself.
static HEARS_STOPS: AtomicBool = AtomicBool::new(false);
/// A stop was heard since we began one; noted behind everything else that is noted of a stop.
static HEARD_ONE: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// A child has the terminal now: its keys send signals to us too.
static LENT: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);
/// A child has had the terminal since the wait last looked.
static WAS_LENT: AtomicBool = AtomicBool::new(false);

/// How often the terminal was taken: what was drawn before the last time is no longer there.
static TAKINGS: AtomicUsize = AtomicUsize::new(0);

/// How many milliseconds our own stop signal may take to come back: whoever lets us go on meanwhile takes it out of the way.
const PATIENCE_WITH_AN_ECHO: u32 = 1_000;

/// What is wanted of the terminal beyond the necessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Clicks and the wheel come to us; the terminal's own selection then needs shift.
    pub mouse: bool,
}

/// While this lives, the terminal is ours.
#[derive(Debug)]
#[must_use = "the terminal is given back as soon as this is dropped"]
pub struct Guard {
    /// Only `enter` makes one.
    _made_by_enter: (),
}

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, focus reports, the mouse if asked for;
    /// the cursor is hidden and the title put aside. Refuses where there is no terminal, or where it is already held.
    pub fn enter(options: Options) -> io::Result<Self> {
        if !tty::is_here() {
            return Err(ErrorKind::NotConnected.into());
        }
        if is_held() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let without = if options.mouse { 0 } else { MOUSE };
        take(!(without | PICTURE))?;
        Ok(Self { _made_by_enter: () })
    }

    /// Ctrl-Z: gives the terminal back, stops the whole job, and takes the terminal again when it goes on.
    /// The wait then reports `Signal::Continue`. Where no shell could ever wake us nothing happens.
    pub fn suspend(&self) -> io::Result<()> {
        suspend()
    }

    /// Clicks and the wheel come to us from now on, or no longer.
    pub fn mouse(&self, on: bool) -> io::Result<()> {
        let held = HELD.load(Ordering::SeqCst);
        let Some(mode) = MODES.iter().find(|mode| mode.bit == MOUSE && held != 0) else {
            return Ok(());
        };
        let out = rustix::stdio::stdout();
        if on {
            // Marked before it is asked for: what got half out must be taken back too.
            HELD.store(held | MOUSE, Ordering::SeqCst);
            tty::write_whole(out.as_fd(), mode.on)
        } else {
            tty::write_whole(out.as_fd(), mode.off)?;
            HELD.store(held & !MOUSE, Ordering::SeqCst);
            Ok(())
        }
    }

    /// Runs `work` with the terminal given back, for a child that draws itself. What `work` returns is never lost,
    /// even when the terminal cannot be taken again.
    pub fn release_while<T>(&self, work: impl FnOnce() -> T) -> (T, io::Result<()>) {
        let held = HELD.load(Ordering::SeqCst);
        let gave = give_back();
        let as_before = tcgetattr(rustix::stdio::stdout());
        WAS_LENT.store(true, Ordering::SeqCst);
        LENT.store(true, Ordering::SeqCst);
        let result = work();
        LENT.store(false, Ordering::SeqCst);
        // A child that crashed may have left its own modes behind. They must not be taken for the shell's.
        let settled = as_before
            .and_then(|modes| tcsetattr(rustix::stdio::stdout(), OptionalActions::Now, &modes));
        let taken = if held == 0 { Ok(()) } else { take(held) };
        (result, gave.and(settled.map_err(Into::into)).and(taken))
    }

    /// Gives the terminal back and says whether that went well; dropping does the same in silence.
    pub fn leave(self) -> io::Result<()> {
        give_back()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore_now();
    }
}

/// Gives the terminal back if it is held: for a panic in any thread. Does not allocate, does not fail, does it once.
pub fn restore_now() {
    drop(give_back());
}

/// A picture of ours is about to lie on the terminal: whoever gives that back takes it off.
pub(super) fn has_a_picture() {
    let mark = |held: u8| (held != 0).then_some(held | PICTURE);
    // Not held is nothing to give back.
    HELD.fetch_update(Ordering::SeqCst, Ordering::SeqCst, mark)
        .unwrap_or_default();
}

/// Whether the terminal is ours at this moment: only then may a frame go out.
pub fn is_held() -> bool {
    HELD.load(Ordering::SeqCst) != 0
}

/// Counts up whenever the terminal was taken: a screen drawn under another count must be drawn anew.
pub(super) fn takings() -> usize {
    TAKINGS.load(Ordering::SeqCst)
}

/// Everything again except the title, which is put aside once: after somebody else stopped us and let us go on,
/// the shell or another program has had the terminal.
pub(super) fn take_again() -> io::Result<()> {
    let held = HELD.load(Ordering::SeqCst);
    if held == 0 {
        return Ok(());
    }
    // The library thinks it is raw already; it must set what it remembers first to set raw modes again.
    disable_raw_mode()?;
    enable_raw_mode()?;
    send_on(held & !TITLE)
}

/// Stops the job as `Guard::suspend` says.
pub(super) fn suspend() -> io::Result<()> {
    let held = HELD.load(Ordering::SeqCst);
    if held == 0 || !somebody_could_wake_us() {
        return Ok(());
    }
    // A failing step must not keep the job from stopping, nor from coming back.
    let gave = give_back();
    let hears = HEARS_STOPS.load(Ordering::SeqCst);
    STOPPED_OURSELVES.store(hears, Ordering::SeqCst);
    HEARD_ONE.store(false, Ordering::SeqCst);
    // The whole group: a script that started us must stop as well, or the shell never gets its turn.
    let group = kill_current_process_group(Signal::TSTP).map_err(io::Error::from);
    let stopped = if hears {
        if group.is_ok() {
            hear_the_echo();
        }
        emulate_default_handler(SIGTSTP)
    } else {
        Ok(())
    };
    gave.and(group).and(stopped).and(take(held))
}

/// Waits until our own signal to the group has come back to us. Another thread may be hearing it, and one that was stopped in
/// the middle of that would note it after we went on: as a stop that somebody new has asked for.
fn hear_the_echo() {
    for _ in 0..PATIENCE_WITH_AN_ECHO {
        if HEARD_ONE.load(Ordering::SeqCst) {
            break;
        }
        sleep(Duration::from_millis(1));
    }
}

/// The flag for the last thing that is noted when a stop is heard.
pub(super) fn last_note_of_a_stop() -> Arc<AtomicBool> {
    Arc::clone(&HEARD_ONE)
}

/// From here on a stop is heard, not suffered. Gives the flag that says whether a child has the terminal.
pub(super) fn hear_stops() -> Arc<AtomicBool> {
    HEARS_STOPS.store(true, Ordering::SeqCst);
    Arc::clone(&LENT)
}

/// Whether the last stop was our own; asked when the stop is over, which ends the matter.
pub(super) fn ends_own_stop() -> bool {
    STOPPED_OURSELVES.swap(false, Ordering::SeqCst)
}

/// Whether a stop signal is the echo of our own.
pub(super) fn is_own_stop() -> bool {
    STOPPED_OURSELVES.load(Ordering::SeqCst)
}

/// Whether a child has had the terminal since the last time this was asked.
pub(super) fn was_lent() -> bool {
    WAS_LENT.swap(false, Ordering::SeqCst)
}

/// A job in the session leader's own group was not started by a shell with job control (a terminal's `-e`, ssh with
/// a command, a tmux window): stopped, it would sleep for ever.
fn somebody_could_wake_us() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

fn take(modes: u8) -> io::Result<()> {
    enable_raw_mode()?;
    // Marked before it is asked for: what got half out must be taken back too.
    HELD.store(modes | RAW, Ordering::SeqCst);
    send_on(modes).inspect_err(|_| restore_now())
}

fn send_on(modes: u8) -> io::Result<()> {
    TAKINGS.fetch_add(1, Ordering::SeqCst);
    let asked = MODES.iter().filter(|mode| modes & mode.bit != 0);
    let bytes: Vec<u8> = asked.flat_map(|mode| mode.on.iter().copied()).collect();
    tty::write_whole(rustix::stdio::stdout().as_fd(), &bytes)
}

/// The one way back. Every step is tried; the first thing that went wrong is told.
fn give_back() -> io::Result<()> {
    let held = HELD.swap(0, Ordering::SeqCst);
    if held == 0 {
        return Ok(());
    }
    let mut bytes = [0; 128];
    let mut used = 0;
    let taken_back = MODES.iter().rev().filter(|mode| held & mode.bit != 0);
    for sequence in std::iter::once(SETTLE).chain(taken_back.map(|mode| mode.off)) {
        if let Some(room) = bytes.get_mut(used..used + sequence.len()) {
            room.copy_from_slice(sequence);
            used += sequence.len();
        }
    }
    let told = tty::write_whole(rustix::stdio::stdout().as_fd(), &bytes[..used]);
    told.and(disable_raw_mode())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_has_a_bit_of_its_own_and_the_way_back_fits() {
        let mut seen = RAW;
        for mode in &MODES {
            assert_eq!(seen & mode.bit, 0);
            seen |= mode.bit;
        }
        let back: usize = MODES.iter().map(|mode| mode.off.len()).sum();
        assert!(SETTLE.len() + back <= 128);
    }

    #[test]
    fn restoring_what_is_not_held_does_nothing() {
        restore_now();
        restore_now();
        assert!(!is_held());
    }
}
