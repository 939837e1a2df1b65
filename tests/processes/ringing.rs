//! The daemon at work: on time, once, for whoever listens; refused beside another one; ended in peace.

use std::io::{BufRead, BufReader};
use std::time::Duration;

use postdesk::domain::command::{Command, PlanCommand};
use postdesk::domain::ids::{PostId, VariantId};
use postdesk::neighbours::daemon;
use rustix::process::Signal;
use serde_json::Value;

use crate::home::{Home, ended, now, rung, wait_for};
use crate::window::Window;

#[test]
fn a_post_is_due_on_the_second_and_the_bell_has_everything_about_it() {
    let home = Home::kolos();
    let bells = home.bells();
    let mut daemon = home.daemon(&["--json"]);
    // Planned while it sleeps.
    let at = now() + chrono::Duration::seconds(3);
    home.posts(std::iter::once(at));
    let mut lines = BufReader::new(daemon.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    let soon = next();
    assert_eq!(soon["event"], "soon");
    let due = next();
    let late = now() - at;
    assert_eq!(due["event"], "due");
    assert_eq!(
        (&due["client"], &due["platform"], &due["channel"]),
        (&"Kolos".into(), &"vk".into(), &"@kolos".into())
    );
    assert!(late < chrono::Duration::seconds(1), "{late} late");
    assert_eq!(due["id"], soon["id"]);
    wait_for("both bells", || rung(&bells).len() == 2);
    let said = ended(daemon, Signal::TERM);
    assert_eq!(said.status.code(), Some(0));
    assert_eq!(home.marks()["due"], [1]);
}

#[test]
fn a_second_daemon_steps_back_and_says_who_lives() {
    let home = Home::kolos();
    let first = home.daemon(&[]);
    let second = home.run(&["daemon"]);
    assert_eq!(second.status.code(), Some(1));
    let words = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(
        words.contains(&format!("process {}, since", first.id())),
        "{words}"
    );
    assert_eq!(words.lines().count(), 1, "it claimed to begin: {words}");
    // A single look is no daemon and leaves the clock to it.
    assert_eq!(home.run(&["daemon", "--once"]).status.code(), Some(0));
    let doctor = String::from_utf8_lossy(&home.run(&["doctor"]).stdout).into_owned();
    assert!(
        doctor.contains(&format!("daemon\t{} ", first.id())),
        "{doctor}"
    );
    assert_eq!(ended(first, Signal::TERM).status.code(), Some(0));
}

#[test]
fn every_way_to_end_it_gives_the_lease_back() {
    let home = Home::kolos();
    for by in [Signal::TERM, Signal::INT, Signal::HUP] {
        let said = ended(home.daemon(&[]), by);
        assert_eq!(said.status.code(), Some(0), "{by:?}");
        assert_eq!(home.store().reader().lease().unwrap().kind, None, "{by:?}");
        assert_eq!(daemon(&home.desk()), None);
    }
    // A kill is seen just as fast, by the lock that goes with it.
    let killed = home.daemon(&[]);
    ended(killed, Signal::KILL);
    assert_eq!(daemon(&home.desk()), None);
    let next = home.daemon(&[]);
    ended(next, Signal::TERM);
}

#[test]
fn a_command_that_fails_is_told_and_stops_nothing() {
    let home = Home::kolos();
    home.settings("[daemon]\nnotify = false\non_due = [\"sh\", \"-c\", \"exit 7\"]\n");
    home.posts(
        [2, 4]
            .map(|n| now() - chrono::Duration::minutes(n))
            .into_iter(),
    );
    let said = home.run(&["daemon", "--once"]);
    assert_eq!(said.status.code(), Some(0));
    let (out, words) = (
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr),
    );
    assert!(
        words.contains("on_due") && words.contains("exit code 7"),
        "{words}"
    );
    assert_eq!(
        out.lines().filter(|line| line.starts_with("due\t")).count(),
        2,
        "{out}"
    );
    assert_eq!(home.marks()["due"], [1, 1]);
    // A second look finds nothing new and rings for nothing.
    let again = home.run(&["daemon", "--once"]);
    assert!(
        again.stdout.is_empty() && again.stderr.is_empty(),
        "{again:?}"
    );
}

#[test]
fn what_must_not_go_out_rings_with_the_reason_until_it_was_let_out() {
    let home = Home::kolos();
    home.posts(
        [2, 3]
            .map(|n| now() - chrono::Duration::minutes(n))
            .into_iter(),
    );
    let long = Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: None,
        text: "ж".repeat(17_000),
    });
    home.store().apply(&long, now()).unwrap();
    let said = home.run(&["daemon", "--once", "--json"]);
    let out = String::from_utf8_lossy(&said.stdout).into_owned();
    let told: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let held = |topic: &str| {
        let one = told.iter().find(|it| it["id"] == topic).unwrap();
        one["held"].as_str().unwrap().to_owned()
    };
    let uid = |n| home.store().reader().uids(VariantId(n)).unwrap().0;
    assert_eq!(held(&uid(1)), "held back: VK: 616 over the limit of 16384");
    assert_eq!(held(&uid(2)), "");
    // The same pass has looked them over, with no window anywhere.
    let found = home.store().reader().findings(PostId(1)).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_window_shows_that_a_daemon_lives_and_leaves_it_the_clock() {
    let home = Home::kolos();
    let bells = home.bells();
    let daemon = home.daemon(&["--quiet"]);
    let window = Window::open(home.path());
    window.sees("Today");
    let at = now() + chrono::Duration::seconds(2);
    home.posts(std::iter::once(at));
    wait_for("both bells", || rung(&bells).len() == 2);
    std::thread::sleep(Duration::from_millis(200));
    let marks = home.marks();
    assert_eq!((&marks["due"], &marks["rang"]), (&vec![1], &vec![1]));
    ended(daemon, Signal::TERM);
    let said = window.told_text();
    assert!(!said.contains("\x1b]9;"), "the window rang as well");
    window.leave();
}

#[test]
fn a_unit_names_this_program_and_this_home() {
    let home = Home::kolos();
    let page = String::from_utf8(home.run(&["daemon", "--unit"]).stdout).unwrap();
    let program = std::fs::canonicalize(env!("CARGO_BIN_EXE_postdesk")).unwrap();
    let starts = format!("ExecStart=\"{}\" daemon --quiet", program.display());
    let set = format!("Environment=\"POSTDESK_HOME={}\"", home.path().display());
    assert!(page.contains(&starts) && page.contains(&set), "{page}");
    assert!(page.contains("[Timer]") && page.contains("* * * * * "));
}
