//! Eight processes on one desk, stopped, let go on and killed at any moment: nothing rings or is marked twice, nothing is
//! left unmarked; and where nobody is killed, nothing is left unrung.

use std::collections::BTreeSet;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::dice::{Dice, asked};
use crate::home::{Home, now, rung, signal, wait_for};
use crate::window::Window;

/// Posts without being asked for more.
const A_FEW: u64 = 60;

/// What one of the eight does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Daemon,
    Once,
    Due,
    Window,
}

const CAST: [Part; 8] = [
    Part::Daemon,
    Part::Daemon,
    Part::Once,
    Part::Once,
    Part::Once,
    Part::Due,
    Part::Window,
    Part::Window,
];

/// Who plays it just now.
enum Actor {
    Program(Child),
    Window(Window),
}

impl Actor {
    fn enters(part: Part, home: &Home) -> Self {
        let words: &[&str] = match part {
            Part::Window => return Self::Window(Window::open(home.path())),
            Part::Daemon => &["daemon", "--quiet"],
            Part::Once => &["daemon", "--once", "--quiet"],
            Part::Due => &["due", "--json"],
        };
        let mut command = home.command(words);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        Self::Program(command.spawn().unwrap())
    }

    fn pid(&self) -> u32 {
        match self {
            Self::Program(child) => child.id(),
            Self::Window(window) => window.pid(),
        }
    }

    fn has_left(&mut self) -> bool {
        match self {
            Self::Program(child) => child.try_wait().unwrap().is_some(),
            Self::Window(_) => false,
        }
    }

    fn dies(self) {
        match self {
            Self::Program(mut child) => {
                child.kill().unwrap();
                child.wait().unwrap();
            }
            Self::Window(window) => drop(window.kill()),
        }
    }

    fn leaves(self) {
        match self {
            Self::Program(mut child) => {
                signal(child.id(), Signal::TERM);
                child.wait().unwrap();
            }
            Self::Window(window) => window.leave(),
        }
    }
}

/// What the storm was like.
#[derive(Debug, Default)]
struct Weather {
    stops: u32,
    kills: u32,
    entrances: u32,
}

/// Eight processes while `posts` come due one after the other.
fn storm(home: &Home, posts: u64, deadly: bool, seed: u64) -> Weather {
    let span = Duration::from_secs(4).max(Duration::from_millis(posts * 20));
    let start = now() + chrono::Duration::seconds(1);
    let step =
        |n: u64| chrono::Duration::milliseconds((n * span.as_millis() as u64 / posts) as i64);
    home.posts((0..posts).map(|n| start + step(n)));
    let mut dice = Dice::thrown(seed);
    let mut weather = Weather::default();
    let cast = if deadly {
        CAST
    } else {
        // Windows ring on their own screens, and `due` rings nowhere.
        CAST.map(|part| match part {
            Part::Window | Part::Due => Part::Once,
            other => other,
        })
    };
    let mut actors: Vec<Actor> = cast.iter().map(|part| Actor::enters(*part, home)).collect();
    let end = Instant::now() + span + Duration::from_secs(3);
    let mut stopped: Vec<(u32, Instant)> = Vec::new();
    while Instant::now() < end {
        for (actor, part) in actors.iter_mut().zip(cast) {
            if actor.has_left() {
                *actor = Actor::enters(part, home);
                weather.entrances += 1;
            }
        }
        let victim = dice.below(8) as usize;
        let pid = actors[victim].pid();
        if deadly && dice.below(6) == 0 {
            std::mem::replace(&mut actors[victim], Actor::enters(cast[victim], home)).dies();
            weather.kills += 1;
        } else if !stopped.iter().any(|(other, _)| *other == pid) {
            signal(pid, Signal::STOP);
            stopped.push((pid, Instant::now() + dice.millis(5, 400)));
            weather.stops += 1;
        }
        stopped.retain(|(pid, until)| {
            let still = Instant::now() < *until;
            if !still {
                signal(*pid, Signal::CONT);
            }
            still
        });
        std::thread::sleep(dice.millis(5, 40));
    }
    for (pid, _) in stopped {
        signal(pid, Signal::CONT);
    }
    for actor in actors {
        actor.leaves();
    }
    // Whatever was left undone is done by the next who looks.
    assert!(home.run(&["daemon", "--once"]).status.success());
    weather
}

#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
#[track_caller]
fn calm_after(home: &Home, bells: &std::path::Path, posts: u64, weather: &Weather, killed: bool) {
    let marks = home.marks();
    for kind in ["due", "rang"] {
        let times = marks.get(kind).cloned().unwrap_or_default();
        assert!(times.iter().all(|times| *times == 1), "{kind}: {times:?}");
    }
    assert_eq!(marks["due"].len() as u64, posts, "not marked");
    assert!(!marks.contains_key("missed"));
    let rung = rung(bells);
    let twice: Vec<_> = rung.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "rung twice: {twice:?}");
    let of = |what: &str| rung.keys().filter(|(event, _)| event == what).count();
    eprintln!(
        "{posts} posts, {weather:?}: {} due and {} rang on record, none twice; {} + {} bells heard, none twice",
        marks["due"].len(),
        marks["rang"].len(),
        of("due"),
        of("soon"),
    );
    let due: BTreeSet<&String> = rung.keys().map(|(_, id)| id).collect();
    assert!(due.len() as u64 <= posts);
    if !killed {
        assert_eq!(of("due") as u64, posts, "a bell was not heard");
        assert_eq!(of("soon"), marks["rang"].len(), "a bell was not heard");
    }
    assert_eq!(home.store().check().unwrap(), []);
}

fn posts() -> u64 {
    asked("POSTDESK_STORM").unwrap_or(A_FEW)
}

#[test]
fn stopped_and_killed_at_any_moment_nothing_rings_or_is_marked_twice() {
    let home = Home::kolos();
    let bells = home.bells();
    let weather = storm(&home, posts(), true, 11);
    assert!(weather.kills > 0 && weather.stops > 0, "{weather:?}");
    wait_for("the last bell", || {
        std::fs::read_dir(&bells).unwrap().count() > 0
    });
    calm_after(&home, &bells, posts(), &weather, true);
}

#[test]
fn stopped_at_any_moment_every_bell_is_heard_exactly_once() {
    let home = Home::kolos();
    let bells = home.bells();
    let weather = storm(&home, posts(), false, 12);
    assert!(weather.kills == 0 && weather.stops > 0, "{weather:?}");
    calm_after(&home, &bells, posts(), &weather, false);
}
