//! The window on the screen of a pseudo-terminal: keys in, the picture out, and no mercy at the end.
#![expect(
    clippy::panic,
    reason = "a window that does not answer is a failed test"
)]

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

const PATIENCE: Duration = Duration::from_secs(20);

/// A program in a pseudo-terminal of 80×24.
pub(crate) struct Window {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) shown: Arc<Mutex<Shown>>,
    reader: JoinHandle<()>,
}

/// Everything that was sent to the terminal, and what it shows of it.
pub(crate) struct Shown {
    pub(crate) bytes: Vec<u8>,
    pub(crate) terminal: vt100::Parser,
}

impl Window {
    /// Opens the desk of this home.
    pub(crate) fn open(home: &Path) -> Self {
        Self::run(home, CommandBuilder::new(env!("CARGO_BIN_EXE_postdesk")))
    }

    /// Runs a program with this home.
    pub(crate) fn run(home: &Path, mut command: CommandBuilder) -> Self {
        for (name, value) in [
            ("POSTDESK_HOME", home.to_str().unwrap()),
            ("TERM", "xterm-256color"),
            ("LANG", "en_US.UTF-8"),
            ("TZ", "UTC"),
        ] {
            command.env(name, value);
        }
        command.cwd(home);
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut from = pair.master.try_clone_reader().unwrap();
        let shown = Arc::new(Mutex::new(Shown {
            bytes: Vec::new(),
            terminal: vt100::Parser::default(),
        }));
        let seen = Arc::clone(&shown);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = from.read(&mut bytes) {
                let mut seen = seen.lock().unwrap();
                seen.terminal.process(&bytes[..length]);
                seen.bytes.extend_from_slice(&bytes[..length]);
            }
        });
        Self {
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            shown,
            reader,
        }
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The picture as it stands.
    pub(crate) fn picture(&self) -> String {
        rows(self.shown.lock().unwrap().terminal.screen())
    }

    /// Waits until the picture shows this.
    pub(crate) fn sees(&self, what: &str) {
        self.waits_for(what, || self.picture().contains(what));
    }

    pub(crate) fn waits_for(&self, what: &str, mut happened: impl FnMut() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !happened() {
            let picture = self.picture();
            assert!(Instant::now() < end, "waited for {what:?}:\n{picture}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Kills it, as the kernel does when memory is short; says at what moment.
    pub(crate) fn kill(mut self) -> Instant {
        let pid = self.child.process_id().unwrap();
        let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
        let moment = Instant::now();
        kill_process(pid, Signal::KILL).unwrap();
        self.child.wait().unwrap();
        moment
    }

    /// Leaves in peace and waits for the end.
    pub(crate) fn leave(mut self) {
        self.send("Q");
        self.wait();
    }

    /// Waits for the end and until everything sent has been seen.
    pub(crate) fn wait(mut self) -> String {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait().unwrap().is_none() {
            if Instant::now() > end {
                self.child.kill().unwrap();
                panic!("it does not end:\n{}", self.picture());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let Self {
            master,
            keys,
            shown,
            reader,
            ..
        } = self;
        drop(keys);
        drop(master);
        reader.join().unwrap();
        let bytes = &shown.lock().unwrap().bytes;
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// What stands on the screen, row by row, even where a sign at the edge made this terminal wrap.
pub(crate) fn rows(screen: &vt100::Screen) -> String {
    let (_, width) = screen.size();
    let rows: Vec<String> = screen.rows(0, width.get()).collect();
    rows.join("\n")
}
