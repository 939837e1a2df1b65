//! The output oracle: a desk full of attacks, brought in by every door there is, drawn in every room and window.

use std::fmt::Write as _;

use std::fs;
use std::path::Path;
use std::process::{Command as Program, Stdio};
use std::time::SystemTime;

use chrono::{DateTime, Duration, Utc};
use postdesk::app::Outside;
use postdesk::domain::Moment;
use postdesk::domain::words::Words;
use postdesk::event::{Event, Input};
use postdesk::keys::Key;
use postdesk::locale::Lang;

use crate::desk::{Desk, KAZAN, Setup};
use crate::oracle::{trespass, trespass_in_text};

/// What strangers send: sequences of both sets, the clipboard, titles, overrides, isolates, tags, nothing at all.
pub(crate) fn attacks() -> Vec<String> {
    let tower = format!("Z{}algo", "\u{310}\u{313}\u{30d}".repeat(40));
    [
        "\x1b[2J\x1b[1;1Hвзлом\x1b]0;owned\x07",
        "\x1b]52;c;ZXZpbA==\x07скидка",
        "a\u{9b}31mкрасное\u{9d}0;t\u{9c}",
        "\u{202e}тсет\u{202c} \u{2066}x\u{2069} \u{200f}y\u{61c}",
        "tag\u{e0041}\u{e0042}\u{e007f} zero\u{200b}\u{200c}\u{2060}\u{feff}width",
        "line\u{2028}sep\u{2029}par\u{85}nel\x0bvt",
        "\x1bP1$r0m\x1b\\dcs \x1b_apc\x1b\\ \x1b^pm\x1b\\",
        "nul\0bell\x07bs\x08del\x7fso\x0e",
        "\x1b[6n\x1b[c\x1b[?1049l\x1b#8",
        "{$n} %s %n {{x}} <b> '; DROP TABLE post; --",
        "e\u{301}\u{200d}\u{200d}👩\u{200d}\u{200d}🍳\u{fe0f}\u{fe0f}",
        "\u{1b}",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([tower, "х".repeat(10_000), "\x1b[31mq ".repeat(2_000)])
    .collect()
}

/// A desk that only ever was filled through the command line, by the built program.
struct Siege {
    home: tempfile::TempDir,
    now: Moment,
}

impl Siege {
    #[expect(
        clippy::disallowed_methods,
        reason = "the built program lives by the wall clock, and its rows must be of today"
    )]
    fn laid() -> Self {
        let siege = Self {
            home: tempfile::tempdir().unwrap(),
            now: DateTime::<Utc>::from(SystemTime::now()),
        };
        siege.clients();
        siege.messages();
        siege.plan();
        siege
    }

    fn clients(&self) {
        self.run(&[
            "client",
            "add",
            "Kolos",
            "--zone",
            "Europe/Moscow",
            "--hours",
            "daily 0-24",
        ]);
        self.run(&[
            "channel",
            "add",
            "--client",
            "Kolos",
            "--platform",
            "vk",
            "--handle",
            "@kolos",
        ]);
        for (number, attack) in attacks().iter().enumerate() {
            // An argument of a program cannot hold a NUL.
            self.client_of(number, &attack.replace('\0', ""));
        }
    }

    /// A client all of whose words are this attack.
    fn client_of(&self, number: usize, attack: &str) {
        let short = format!("E{number}");
        let name = format!("{attack}{number}");
        self.run(&[
            "client",
            "add",
            &name,
            "--short",
            &short,
            "--tone",
            attack,
            "--goals",
            attack,
            "--audience",
            attack,
            "--avoid",
            attack,
            "--contract-money",
            attack,
            "--contract-posts",
            "9",
        ]);
        self.run(&["client", "add", "Short", "--short", attack]);
        self.run(&[
            "channel",
            "add",
            "--client",
            &short,
            "--platform",
            "vk",
            "--handle",
            attack,
        ]);
        self.run(&[
            "channel",
            "add",
            "--client",
            &short,
            "--platform",
            "telegram",
            "--handle",
            "@x",
            "--link",
            &format!("https://x.example/{attack}"),
        ]);
        for kind in ["rubric", "campaign"] {
            self.run(&[kind, "add", &name, "--client", &short]);
            self.run(&[kind, "delete", attack, "--client", attack]);
        }
        self.run(&["campaign", "add", "x", "--client", "Kolos", "--utm", attack]);
        let wall = self.wall(Duration::minutes(90), "%d.%m %H:%M");
        self.run(&["add", &format!("Kolos vk {wall} {attack}")]);
        self.run(&["list", "posts", "--client", attack]);
        self.run(&["due", "--at", attack]);
        self.run(&[attack]);
    }

    fn messages(&self) {
        let mut file = "date,client,channel,author,author_id,id,post,text\n".to_owned();
        for (number, attack) in attacks().iter().enumerate() {
            let at = self.wall(Duration::minutes(-40 - number as i64), "%Y-%m-%d %H:%M");
            let cell = cell(attack);
            writeln!(file, "{at},Kolos,vk,{cell},{cell},{cell},,{cell}").unwrap();
            writeln!(file, "{at},E1,{cell},{cell},,,{cell},{cell}").unwrap();
        }
        self.import("messages", file.as_bytes());
        let broken = [file.as_bytes(), b"\xff\xfe\x9b31m\n"].concat();
        self.import("messages", &broken);
    }

    fn plan(&self) {
        let mut file = "date,time,client,channel,rubric,campaign,topic,text\n".to_owned();
        for (number, attack) in attacks().iter().enumerate() {
            let ahead = Duration::minutes(40 * number as i64 - 120);
            let at = self.wall(ahead, "%Y-%m-%d,%H:%M");
            let cell = cell(attack);
            writeln!(file, "{at},E{number},vk,{cell},{cell},{cell},{cell}").unwrap();
            writeln!(file, "{at},Kolos,vk,{cell},{cell},{cell},{cell}").unwrap();
        }
        self.import("plan", file.as_bytes());
        self.import("readings", file.as_bytes());
    }

    fn import(&self, what: &str, file: &[u8]) {
        let path = self.home.path().join("hostile\x1b]0;x\x07\u{202e}.csv");
        fs::write(&path, file).unwrap();
        for options in [&["--yes"][..], &["--json"], &[]] {
            let mut args = vec!["import", what, path.to_str().unwrap()];
            args.extend(options);
            self.run(&args);
        }
    }

    fn wall(&self, from_now: Duration, format: &str) -> String {
        let at = (self.now + from_now).with_timezone(&KAZAN);
        at.format(format).to_string()
    }

    /// Runs the program; whatever it says may be read on a terminal.
    fn run(&self, args: &[&str]) {
        let said = Program::new(env!("CARGO_BIN_EXE_postdesk"))
            .args(args)
            .env_clear()
            .env("POSTDESK_HOME", self.home.path())
            .env("TZ", "Europe/Moscow")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        for said in [&said.stdout, &said.stderr] {
            let said = String::from_utf8(said.clone()).unwrap();
            // Tables of the command line have tabs between their columns.
            let said = said.replace('\t', " ");
            let shown: String = args.join(" ").chars().take(80).collect();
            assert_eq!(trespass_in_text(&said), None, "{shown:?}");
        }
    }

    /// A window on a copy of the desk.
    fn window(&self, lang: Lang, cols: u16, rows: u16) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let desk = self.home.path().join("data/desk/desk.db");
        fs::copy(desk, folder.path().join("desk.db")).unwrap();
        Setup::at(folder, self.now).open_as(lang, cols, rows)
    }
}

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Keys that lead through a room: its rows, its windows, its forms.
const WALK: &str = "n enter down enter esc esc esc e esc s down enter t esc E d esc w esc z esc o esc i T esc x p b v \
    tab left right pgdn pgup end home + - y space ? down esc : esc c down enter C down enter tab tab esc esc \
    R D esc enter tab tab esc right end left home down a esc esc c up enter esc / esc u U";

#[test]
#[expect(clippy::print_stderr, reason = "the count is what the test is for")]
fn no_frame_holds_anything_that_a_terminal_obeys() {
    let siege = Siege::laid();
    for kind in ["rubric", "campaign"] {
        siege.run(&[kind, "list"]);
        siege.run(&[kind, "list", "--json"]);
    }
    for kind in ["posts", "messages", "clients", "channels"] {
        siege.run(&["list", kind]);
        siege.run(&["list", kind, "--json"]);
    }
    for args in [&["check"][..], &["doctor"], &["due"], &["due", "--json"]] {
        siege.run(args);
    }
    let mut frames = 0;
    for (lang, cols, rows) in [
        (Lang::En, 80, 24),
        (Lang::Ru, 80, 24),
        (Lang::En, 200, 60),
        (Lang::Ru, 132, 43),
        (Lang::En, 40, 12),
        (Lang::Ru, 20, 5),
    ] {
        let mut desk = siege.window(lang, cols, rows);
        desk.screen();
        frames += walk(&mut desk);
        // Typing is the same on any screen, and slow.
        if cols == 40 {
            frames += attack(&mut desk);
        }
        handed_out(&desk);
    }
    eprintln!("{frames} frames");
    assert!(frames >= 2_000, "only {frames} frames");
}

/// Through the five rooms.
fn walk(desk: &mut Desk) -> usize {
    let mut frames = 0;
    for room in ["1", "2", "3", "4", "5"] {
        for key in [room].into_iter().chain(WALK.split_whitespace()) {
            desk.keys(key);
            frames += harmless(desk, room, key);
        }
        desk.keys("esc esc esc esc");
    }
    frames
}

/// Types and pastes every attack everywhere, and lets the world answer with it.
fn attack(desk: &mut Desk) -> usize {
    let mut frames = 0;
    for attack in attacks() {
        let short: String = attack.chars().take(24).collect();
        for place in [
            "1 a", "4 enter", "1 e", ":", "/", "c", "1 t", "C enter", "1 enter", "1",
        ] {
            desk.keys(place);
            for c in short.chars() {
                desk.event(Event::Input(Input::Key(Key::char(c))));
            }
            frames += harmless(desk, place, "typed");
            desk.pastes(&attack);
            frames += harmless(desk, place, "pasted");
            desk.keys("enter");
            frames += harmless(desk, place, "entered");
            desk.keys("esc esc esc esc esc");
            frames += harmless(desk, place, "left");
        }
        desk.keys("1 E");
        for outside in desk.outside.clone() {
            if let Outside::Edit { post, variant, .. } = outside {
                let text = Ok(attack.clone().into_bytes());
                desk.event(Event::Edited {
                    post,
                    variant,
                    text,
                });
            }
        }
        frames += harmless(desk, "editor", "came back");
        desk.event(Event::NotOpened(format!("https://x.example/{attack}")));
        frames += harmless(desk, "browser", "none");
        let words = Words::new("attach-failed").with("path", &attack);
        desk.event(Event::Failed(words.with("detail", &attack)));
        frames += harmless(desk, "file", "not taken");
    }
    frames
}

#[track_caller]
fn harmless(desk: &mut Desk, place: &str, what: &str) -> usize {
    let found = trespass(&desk.bytes());
    assert_eq!(found, None, "{place} {what}:\n{}", desk.screen());
    1
}

/// What left the window otherwise: clipboard, browser, bell, editor, and the folder of bundles.
fn handed_out(desk: &Desk) {
    for outside in &desk.outside {
        let (Outside::Copy(text)
        | Outside::Open(text)
        | Outside::Ring(text)
        | Outside::Edit { text, .. }
        | Outside::Take { path: text, .. }) = outside
        else {
            continue;
        };
        assert_eq!(trespass_in_text(text), None, "{outside:?}");
        let is_line = !matches!(outside, Outside::Copy(_) | Outside::Edit { .. });
        assert!(!is_line || !text.contains('\n'), "{outside:?}");
    }
    let outbox = desk.folder.path().join("outbox");
    if outbox.exists() {
        names_are_plain(&outbox);
    }
}

fn names_are_plain(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(trespass_in_text(name), None);
        assert!(!name.contains(['\n', ' ', '\'', '"', '$', '`']), "{name}");
        if path.is_dir() {
            names_are_plain(&path);
        }
    }
}
