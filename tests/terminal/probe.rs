//! The program under test: takes the terminal, notes what it hears into a file, ends the way it is told to.
#![expect(clippy::panic, reason = "breaking is what the probe is for")]

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::process::exit;
use std::sync::Arc;
use std::time::Duration;

use postdesk::domain::picture::{Part, Pixels, Thumb};
use postdesk::event::{Input, Signal};
use postdesk::keys::{Code, Key};
use postdesk::term::panic::install_hook;
use postdesk::term::{CrashReport, Guard, Options, Screen, Wait, editor};
use postdesk::ui::Plate;
use ratatui::layout::Rect;

pub(crate) const PART: &str = "POSTDESK_TERM_PROBE";
pub(crate) const FOLDER: &str = "POSTDESK_TERM_FOLDER";
/// Longer than any test, shorter than a night.
const LIFETIME: Duration = Duration::from_secs(30);

fn folder() -> PathBuf {
    PathBuf::from(std::env::var(FOLDER).unwrap())
}

fn note(text: &str) {
    let path = folder().join("notes");
    let mut notes = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .unwrap();
    writeln!(notes, "{text}").unwrap();
}

pub(crate) fn play(part: &str) {
    install_hook(CrashReport {
        state_dir: folder(),
        version: "postdesk 0.1.0".into(),
        started_at: "today".into(),
        sentence: "It broke. The report:".into(),
        now: || 1_700_000_000,
    });
    note(&format!("pid {}", std::process::id()));
    let mut wait = Wait::new().unwrap();
    let guard = Guard::enter(Options { mouse: true }).unwrap();
    let mut screen = Screen::open().unwrap();
    screen.title("probe").unwrap();
    screen
        .draw(|frame| frame.render_widget("HELLO", frame.area()))
        .unwrap();
    match part {
        "leave" => {}
        "error" => fail(guard),
        "panic" => panic!("the probe breaks"),
        "picture" => screen.lay(Some(&picture())).unwrap(),
        "picture-panic" => {
            screen.lay(Some(&picture())).unwrap();
            panic!("the probe breaks");
        }
        "panic-elsewhere" => break_elsewhere(),
        "editor" => edit(
            &guard,
            "stty raw -echo; printf 'kept half' > \"$1\"; kill -SEGV $$",
        ),
        "patient-editor" => {
            edit(
                &guard,
                "echo EDITING >> \"$(dirname \"$1\")/notes\"; sleep 20",
            );
            listen(&guard, &mut wait, &mut screen);
        }
        _ => listen(&guard, &mut wait, &mut screen),
    }
    guard.leave().unwrap();
    drop(wait);
    exit(0);
}

/// Four red pixels over two cells.
fn picture() -> Plate {
    let pixels = Pixels::new(2, 2, [255, 0, 0].repeat(4)).unwrap();
    Plate {
        at: Rect::new(1, 1, 2, 1),
        picture: Thumb {
            hash: "red".into(),
            width: 2,
            height: 2,
        },
        lit: Part {
            across: (0, 2),
            down: (0, 2),
        },
        pixels: Arc::new(pixels),
    }
}

/// An error on its way out drops the guard; the program then ends with a status of its own.
fn fail(guard: Guard) -> ! {
    fn day(_held: Guard) -> Result<(), i32> {
        Err(7)
    }
    exit(day(guard).unwrap_err());
}

fn break_elsewhere() {
    std::thread::Builder::new()
        .name("courier".into())
        .spawn(|| panic!("the courier breaks"))
        .unwrap();
    std::thread::sleep(LIFETIME);
}

fn edit(guard: &Guard, script: &str) {
    let words = ["sh", "-c", script, "sh"].map(String::from);
    let (edited, taken) = guard.release_while(|| editor::edit(&words, &folder(), "md", b"text"));
    taken.unwrap();
    note(&String::from_utf8_lossy(&edited.unwrap().bytes));
}

fn listen(guard: &Guard, wait: &mut Wait, screen: &mut Screen) {
    note("READY");
    let (q, w, z) = (Key::char('q'), Key::char('w'), Key::ctrl('z'));
    loop {
        let woken = wait.next(Some(LIFETIME)).unwrap();
        note(&format!("{woken:?}"));
        if woken.woken {
            note("bell");
        }
        for input in &woken.inputs {
            match input {
                Input::Key(key) if *key == q => return,
                Input::Key(key) if *key == z => guard.suspend().unwrap(),
                Input::Key(key) if *key == w => ring_from_a_thread(wait),
                Input::Key(Key {
                    code: Code::Esc, ..
                }) => note("escape"),
                _ => {}
            }
        }
        let ends = |signal: &Signal| matches!(signal, Signal::Hangup | Signal::Terminate);
        if woken.timed_out || woken.signals.iter().any(ends) {
            // A second look: a dead terminal must not be reported twice, nor keep us awake.
            let again = wait.next(Some(Duration::from_millis(50))).unwrap();
            note(&format!("then {again:?}"));
            return;
        }
        screen
            .draw(|frame| frame.render_widget("AGAIN", frame.area()))
            .unwrap_or_default();
    }
}

fn ring_from_a_thread(wait: &Wait) {
    let waker = wait.waker();
    std::thread::spawn(move || {
        for _ in 0..1_000 {
            waker.wake();
        }
    });
}
