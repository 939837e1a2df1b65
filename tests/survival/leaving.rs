//! Every way out of the real program, under a shell with job control: the terminal as it was, the text where it was.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal, kill_process};

use super::desk::{BASE, Home};
use super::places::Place;
use super::window::Window;

/// The shell notes its settings before, at every stop, and after; at a stop it sets its own, as interactive shells do.
const SHELL: &str = r#"set -m; own=$(stty -g); stty -a > "$1/before"
sh -c 'echo $$ > "$1/pid"; exec "$0"' "$0" "$1"; status=$?
while [ -e "$1/stopping" ]; do stty -a > "$1/stopped"; rm "$1/stopping"; stty "$own"; fg > /dev/null; status=$?; done
stty -a > "$1/after"; echo $status > "$1/status""#;

const TYPED: &str = "Ольга, простите нас, сырники 🥐 за наш счёт";

/// A play in a terminal, and what is left when it is over.
struct Play {
    home: Home,
    window: Window,
}

struct Ended {
    home: Home,
    sent: String,
}

impl Play {
    fn open() -> Self {
        Self::with_editor("true")
    }

    fn with_editor(editor: &str) -> Self {
        let home = Home::kolos();
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", SHELL, env!("CARGO_BIN_EXE_postdesk")]);
        shell.arg(home.folder.path());
        shell.env("EDITOR", editor);
        shell.env_remove("VISUAL");
        let window = Window::run(home.folder.path(), shell);
        window.sees("Сырники");
        Self { home, window }
    }

    /// Types into a place, and does not wait a moment longer.
    fn types(&mut self, place: Place) {
        place.enter(&mut self.window);
        for c in TYPED.chars() {
            self.window.send(&c.to_string());
        }
        self.window.sees("за наш счёт");
    }

    fn signal(&self, signal: Signal) {
        let pid = self.note("pid").trim().parse().unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Tells the shell that the next end of the job is a stop, and waits until it has seen one and gone on.
    fn stops(&mut self, stop: impl FnOnce(&mut Self)) {
        let sign = self.home.folder.path().join("stopping");
        fs::write(&sign, "").unwrap();
        stop(self);
        self.window.waits_for("a stop", || !sign.exists());
    }

    fn note(&self, name: &str) -> String {
        fs::read_to_string(self.home.folder.path().join(name)).unwrap_or_default()
    }

    fn ends(self) -> Ended {
        let sent = self.window.wait();
        Ended {
            home: self.home,
            sent,
        }
    }
}

impl Ended {
    /// Line settings as before, every mode given back as often as it was taken, and this exit code.
    #[track_caller]
    fn gave_all_back(&self, status: &str) -> &Self {
        let before = self.note("before");
        assert!(before.contains("icanon"), "no settings noted: {before:?}");
        assert_eq!(before, self.note("after"));
        assert_eq!(self.note("status").trim(), status);
        assert_eq!(held(&self.sent), Vec::<String>::new());
        let mut terminal = vt100::Parser::default();
        terminal.process(self.sent.as_bytes());
        let screen = terminal.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        self
    }

    fn note(&self, name: &str) -> String {
        fs::read_to_string(self.home.folder.path().join(name)).unwrap_or_default()
    }
}

/// Private modes that stand otherwise at the end than before; the cursor is the one that is shown to begin with.
fn held(sent: &str) -> Vec<String> {
    let mut modes = BTreeMap::new();
    for part in sent.split("\x1b[?").skip(1) {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';');
        let (mode, rest) = part.split_at(end.unwrap_or(part.len()));
        match rest.chars().next() {
            Some('h') => modes.insert(mode.to_owned(), true),
            Some('l') => modes.insert(mode.to_owned(), false),
            _ => None,
        };
    }
    assert!(modes.contains_key("1049"), "the window never opened");
    let title = sent.matches("\x1b[22;2t").count() != sent.matches("\x1b[23;2t").count();
    let left = modes.into_iter().filter(|(mode, on)| *on != (mode == "25"));
    left.map(|(mode, _)| mode)
        .chain(title.then(|| "title".to_owned()))
        .collect()
}

#[test]
fn leaving_in_peace_gives_everything_back() {
    let mut play = Play::open();
    play.window.send("Q");
    play.ends().gave_all_back("0");
}

#[test]
fn being_asked_to_end_keeps_every_letter() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        for place in [Place::Answer, Place::Post, Place::FastLane] {
            let mut play = Play::open();
            play.types(place);
            play.signal(signal);
            let ended = play.ends();
            ended.gave_all_back("0");
            let kept = place.survived(&ended.home);
            assert_eq!(kept, format!("{}{TYPED}", place.start()), "{signal:?}");
            assert_eq!(ended.home.trouble(), "");
        }
    }
}

#[test]
fn a_terminal_that_is_closed_keeps_every_letter() {
    let mut play = Play::open();
    play.types(Place::Answer);
    let lives = format!("/proc/{}/fd/0", play.note("pid").trim());
    // The terminal goes with the shell, whose session it is.
    let killed = play.window.kill();
    while Path::new(&lives).exists() {
        assert!(killed.elapsed().as_secs() < 20, "it lives on without one");
        std::thread::sleep(Duration::from_millis(5));
    }
    // The pseudo-terminal of the test types an Enter of its own when it is closed.
    assert_eq!(Place::Answer.survived(&play.home).trim_end(), TYPED);
    assert_eq!(play.home.trouble(), "");
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_comes_back() {
    let mut play = Play::open();
    play.stops(|play| play.window.send("\x1a"));
    assert_eq!(play.note("before"), play.note("stopped"));
    play.window.sees("Сырники");
    play.window.send("Q");
    let ended = play.ends();
    ended.gave_all_back("0");
    assert_eq!(ended.sent.matches("\x1b[?1049h").count(), 2);
}

#[test]
fn a_stop_in_the_middle_of_a_text_changes_nothing_in_it() {
    let mut play = Play::open();
    play.types(Place::Answer);
    play.stops(|play| play.signal(Signal::TSTP));
    assert_eq!(play.note("before"), play.note("stopped"));
    play.window.send("!");
    play.window.sees("за наш счёт!");
    play.signal(Signal::TERM);
    let ended = play.ends();
    ended.gave_all_back("0");
    assert_eq!(Place::Answer.survived(&ended.home), format!("{TYPED}!"));
}

#[test]
fn an_editor_that_breaks_down_loses_nothing() {
    for (script, half) in [
        ("exit 1", BASE),
        (
            "printf 'half a text' > \"$1\"; kill -KILL $$",
            "half a text",
        ),
        ("stty raw -echo; kill -SEGV $$", BASE),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let editor = editor(folder.path(), script);
        let mut play = Play::with_editor(&editor);
        play.window.send("E");
        play.window.sees("The editor ended badly");
        play.window.send("Q");
        let ended = play.ends();
        ended.gave_all_back("0");
        let left = ended.home.desk().join("editing").read_dir().unwrap();
        let left: Vec<_> = left.map(|file| file.unwrap().path()).collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(fs::read_to_string(&left[0]).unwrap(), half);
        assert_eq!(wording(&ended.home), BASE);
    }
}

#[test]
fn an_editor_that_is_not_there_is_said() {
    let mut play = Play::with_editor("/nowhere/at-all");
    play.window.send("E");
    play.window.sees("cannot be started");
    play.window.send("Q");
    let ended = play.ends();
    ended.gave_all_back("0");
    assert_eq!(wording(&ended.home), BASE);
}

#[test]
fn an_editor_that_works_writes_the_next_wording() {
    let folder = tempfile::tempdir().unwrap();
    let editor = editor(folder.path(), "printf 'Творог \\033[31mотжать' > \"$1\"");
    let mut play = Play::with_editor(&editor);
    play.window.send("E");
    play.window.sees("u takes it back");
    play.window.send("Q");
    let ended = play.ends();
    ended.gave_all_back("0");
    assert_eq!(wording(&ended.home), "Творог отжать");
}

fn wording(home: &Home) -> String {
    use postdesk::domain::ids::PostId;
    let store = home.store();
    let wording = store.reader().wording(PostId(1), None).unwrap();
    wording.unwrap().text
}

fn editor(folder: &Path, script: &str) -> String {
    let path = folder.join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path.to_str().unwrap().to_owned()
}
