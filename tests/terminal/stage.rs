//! The stage: a pseudo-terminal, a shell with job control in it, and everything the terminal was told.
#![expect(clippy::panic, reason = "a play that does not end is a failed test")]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use super::probe::{FOLDER, PART};

const PATIENCE: Duration = Duration::from_secs(20);

/// What is asked of the terminal and how it is taken back.
const MODES: [(&str, &str); 6] = [
    ("\x1b[22;2t", "\x1b[23;2t"),
    ("\x1b[?1049h", "\x1b[?1049l"),
    ("\x1b[?2004h", "\x1b[?2004l"),
    ("\x1b[?1004h", "\x1b[?1004l"),
    ("\x1b[?1002h\x1b[?1006h", "\x1b[?1006l\x1b[?1002l"),
    ("\x1b[?25l", "\x1b[?25h"),
];

/// The shell notes the modes before, at every stop, and after; at a stop it sets its own, as interactive shells do.
const SCRIPT: &str = r#"set -m; own=$(stty -g); stty -a > "$1/before"; "$0" --exact probe --nocapture; status=$?
while [ -e "$1/stopping" ]; do rm "$1/stopping"; stty -a > "$1/stopped"; stty "$own"; fg > /dev/null; status=$?; done
stty -a > "$1/after"; echo $status > "$1/status""#;

pub(crate) struct Stage {
    folder: TempDir,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
}

/// What is left when the play is over.
pub(crate) struct Ended {
    folder: TempDir,
    pub(crate) screen: String,
    pub(crate) notes: String,
    pub(crate) status: i32,
}

impl Stage {
    pub(crate) fn open(part: &str) -> Self {
        Self::set(part, true)
    }

    /// Without a shell around it, as a terminal's `-e` starts a program.
    pub(crate) fn alone(part: &str) -> Self {
        Self::set(part, false)
    }

    fn set(part: &str, in_a_shell: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let me = std::env::current_exe().unwrap();
        let mut command = if in_a_shell {
            let mut shell = CommandBuilder::new("sh");
            shell.args(["-c", SCRIPT]);
            shell.arg(&me);
            shell.arg(folder.path());
            shell
        } else {
            let mut alone = CommandBuilder::new(&me);
            alone.args(["--exact", "probe", "--nocapture"]);
            alone
        };
        command.env(PART, part);
        command.env(FOLDER, folder.path());
        command.cwd(folder.path());
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut from = pair.master.try_clone_reader().unwrap();
        let shown = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&shown);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = from.read(&mut bytes) {
                seen.lock().unwrap().extend_from_slice(&bytes[..length]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self {
            folder,
            master: pair.master,
            keys,
            child,
            shown,
            reader,
        }
    }

    /// Plays `act`, waits for the end, and gathers what is left.
    pub(crate) fn run(mut self, act: impl FnOnce(&mut Self)) -> Ended {
        act(&mut self);
        self.wait_for_the_end();
        drop(self.keys);
        drop(self.master);
        let end = Instant::now() + PATIENCE;
        while !self.reader.is_finished() {
            assert!(Instant::now() < end, "somebody keeps the terminal open");
            std::thread::sleep(Duration::from_millis(5));
        }
        let screen = String::from_utf8_lossy(&self.shown.lock().unwrap()).into_owned();
        let status = read(&self.folder, "status").trim().parse().unwrap_or(-1);
        let notes = read(&self.folder, "notes");
        Ended {
            folder: self.folder,
            screen,
            notes,
            status,
        }
    }

    /// Closes the window under the running program and gives its notes once it has ended.
    pub(crate) fn close(self) -> String {
        self.expect("READY");
        let pid = self.pid();
        let Self {
            folder,
            master,
            keys,
            child,
            ..
        } = self;
        // The reading thread has a handle of its own, which keeps the window open; the shell's death closes it.
        let mut shell = child;
        drop(keys);
        drop(master);
        shell.kill().unwrap();
        let end = Instant::now() + PATIENCE;
        while PathBuf::from(format!("/proc/{pid}/fd/0")).exists() {
            assert!(
                Instant::now() < end,
                "it lives on without a terminal: {}",
                read(&folder, "notes")
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        shell.wait().unwrap();
        read(&folder, "notes")
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Sends a signal to the program, not to the shell.
    pub(crate) fn signal(&self, name: &str) {
        if matches!(name, "STOP" | "TSTP") {
            self.will_stop();
        }
        let pid = self.pid();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &pid])
            .status();
        assert!(sent.unwrap().success());
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.resize(size).unwrap();
    }

    /// Waits until the program has noted `what`.
    pub(crate) fn expect(&self, what: &str) {
        self.until(what, || read(&self.folder, "notes").contains(what));
    }

    /// Time enough for something that should not happen to happen.
    pub(crate) fn rest(&self) {
        assert!(self.folder.path().exists());
        std::thread::sleep(Duration::from_millis(200));
    }

    /// The shell sees the stop, looks at the terminal, and lets the job go on; then the program ends.
    pub(crate) fn stops_and_goes_on(&mut self) {
        self.stopped();
        self.expect("Continue");
        self.send("q");
    }

    /// Waits until the shell has seen the stop.
    pub(crate) fn stopped(&self) {
        let stopped = self.folder.path().join("stopped");
        self.until("a stop", || stopped.exists());
    }

    /// Tells the shell that the next end of the job is a stop.
    pub(crate) fn will_stop(&self) {
        fs::write(self.folder.path().join("stopping"), "").unwrap();
    }

    fn pid(&self) -> String {
        self.expect("pid ");
        let notes = read(&self.folder, "notes");
        let line = notes.lines().find_map(|line| line.strip_prefix("pid "));
        line.unwrap().to_owned()
    }

    fn until(&self, what: &str, mut happened: impl FnMut() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !happened() {
            let shown = String::from_utf8_lossy(&self.shown.lock().unwrap()).into_owned();
            assert!(
                Instant::now() < end,
                "waited for {what}; notes:\n{}\nscreen: {shown:?}",
                read(&self.folder, "notes")
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn wait_for_the_end(&mut self) {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait().unwrap().is_none() {
            if Instant::now() > end {
                self.child.kill().unwrap();
                let shown = String::from_utf8_lossy(&self.shown.lock().unwrap()).into_owned();
                panic!(
                    "it does not end; notes:\n{}\nscreen: {shown:?}",
                    read(&self.folder, "notes")
                );
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Ended {
    /// Every mode taken back as often as it was taken, the last word being the giving back; the line settings as before;
    /// and a terminal that followed along shows its own screen and cursor.
    pub(crate) fn gave_all_back(&self) {
        let left = taken_back(&self.screen);
        assert!(
            left.is_empty(),
            "not given back: {left:?} in {:?}",
            self.screen
        );
        let (before, after) = (read(&self.folder, "before"), read(&self.folder, "after"));
        assert!(
            before.contains("icanon"),
            "no settings were noted: {before:?}"
        );
        assert_eq!(without_size(&before), without_size(&after));
        let mut terminal = vt100::Parser::default();
        terminal.process(self.screen.as_bytes());
        let screen = terminal.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    /// While the job was stopped the shell had its terminal, and the program heard of the going on once.
    pub(crate) fn stopped_cleanly(&self) {
        assert_eq!(read(&self.folder, "before"), read(&self.folder, "stopped"));
        assert_eq!(self.notes.matches("Continue").count(), 1, "{}", self.notes);
        assert_eq!(self.screen.matches("\x1b[?1049h").count(), 2);
        let drawn_anew = self.screen.rfind("\x1b[2J") > self.screen.rfind("\x1b[?1049h");
        assert!(drawn_anew, "the old picture was taken for granted");
    }

    /// One report, private, with thread and message; its path was said after the terminal had been given back.
    pub(crate) fn reported(&self, thread: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = postdesk::term::panic::last_crash(self.folder.path()).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for line in [
            "postdesk 0.1.0",
            &format!("thread: {thread}"),
            "breaks",
            "started: today",
            "probe.rs",
        ] {
            assert!(text.contains(line), "{line} is missing: {text}");
        }
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(
            self.screen.rfind(name) > self.screen.rfind("\x1b[?1049l"),
            "{:?}",
            self.screen
        );
    }
}

/// The modes that were taken more or less often than given back, or never taken at all.
pub(crate) fn taken_back(screen: &str) -> Vec<&'static str> {
    let off_balance = |(on, off): &(&str, &str)| {
        let (taken, given) = (screen.matches(on).count(), screen.matches(off).count());
        taken == 0 || given == 0 || screen.rfind(on) > screen.rfind(off)
    };
    MODES
        .iter()
        .filter(|mode| off_balance(mode))
        .map(|mode| mode.0)
        .collect()
}

fn without_size(settings: &str) -> String {
    settings
        .lines()
        .filter(|line| !line.contains("rows"))
        .collect()
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap_or_default()
}
