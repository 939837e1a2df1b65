//! Another process has the desk to itself for seconds: no key waits with it, and nothing is lost.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::dice::percentile;
use crate::home::{Home, signal, wait_for};
use crate::window::Window;

/// As long as somebody else has the desk.
const LOCKED: Duration = Duration::from_secs(5);

/// Types into the open line until the time is up; how long each key took to show.
fn type_for(window: &mut Window, span: Duration) -> Vec<Duration> {
    let end = Instant::now() + span;
    let mut latencies = Vec::new();
    for letter in "tri tovara po tsene dvuh ".chars().cycle() {
        if Instant::now() >= end {
            break;
        }
        let before = window.told();
        let pressed = Instant::now();
        window.send(&letter.to_string());
        while window.told() == before {
            assert!(
                pressed.elapsed() < Duration::from_secs(10),
                "no answer to a key"
            );
            std::thread::sleep(Duration::from_micros(200));
        }
        latencies.push(pressed.elapsed());
        std::thread::sleep(Duration::from_millis(20));
    }
    latencies
}

fn count(home: &Home, sql: &str) -> i64 {
    home.database()
        .query_row(sql, [], |row| row.get(0))
        .unwrap()
}

const POSTS: &str = "SELECT count(*) FROM post WHERE deleted_at IS NULL";

#[test]
#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn keys_are_as_quick_as_ever_and_what_was_done_is_done_afterwards_in_order() {
    let home = Home::kolos();
    let mut window = Window::open(home.path());
    window.sees("Today");
    window.send("a");
    window.sees("─ ADD ─");
    window.send("Kolos vk 23:10 ");
    let mut free = type_for(&mut window, Duration::from_secs(2));
    let blocker = home.database();
    blocker.execute_batch("BEGIN IMMEDIATE").unwrap();
    let locked_at = Instant::now();
    let mut locked = type_for(&mut window, LOCKED.mul_f32(0.7));
    window.send("\r");
    window.sees("Waiting for the desk");
    window.send("a");
    window.sees("─ ADD ─");
    window.send("Kolos vk 23:20 vtoroy");
    window.send("\r");
    window.sees("2 changes to come");
    window.send("2");
    window.sees("[2 Plan]");
    std::thread::sleep(LOCKED.saturating_sub(locked_at.elapsed()));
    assert_eq!(count(&home, POSTS), 0);
    blocker.execute_batch("COMMIT").unwrap();
    wait_for("both posts", || count(&home, POSTS) == 2);
    let first = "SELECT topic LIKE '%tovara%' FROM post ORDER BY id LIMIT 1";
    assert_eq!(count(&home, first), 1, "out of order");
    let figures =
        |times: &mut [Duration]| (percentile(times, 50), percentile(times, 99), times.len());
    let (free, locked) = (figures(&mut free), figures(&mut locked));
    eprintln!("key to picture, p50, p99, keys: free {free:?}, locked {locked:?}");
    assert!(
        locked.0 < free.0 * 2 + Duration::from_millis(5),
        "{locked:?} against {free:?}"
    );
    assert!(
        locked.1 < free.1 * 2 + Duration::from_millis(60),
        "{locked:?} against {free:?}"
    );
    window.leave();
}

/// A window with a post waiting for a desk that is locked.
fn waiting(home: &Home) -> (Window, rusqlite::Connection) {
    let mut window = Window::open(home.path());
    window.sees("Today");
    window.send("a");
    window.sees("─ ADD ─");
    window.send("Kolos vk 23:10 tretiy");
    let blocker = home.database();
    blocker.execute_batch("BEGIN IMMEDIATE").unwrap();
    window.send("\r");
    window.sees("Waiting for the desk");
    (window, blocker)
}

#[test]
fn leaving_waits_for_what_is_not_in_the_desk_yet() {
    let home = Home::kolos();
    let (mut window, blocker) = waiting(&home);
    window.send("Q");
    window.sees("then the window closes");
    blocker.execute_batch("COMMIT").unwrap();
    window.wait();
    assert_eq!(count(&home, POSTS), 1);
    assert!(!home.desk().join("unsaved").exists());
}

#[test]
fn who_insists_on_leaving_finds_the_text_beside_the_desk() {
    let home = Home::kolos();
    let (mut window, blocker) = waiting(&home);
    window.send("Q");
    window.sees("then the window closes");
    window.send("Q");
    window.wait();
    drop(blocker);
    let files: Vec<_> = std::fs::read_dir(home.desk().join("unsaved"))
        .unwrap()
        .collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    assert!(text.contains("tretiy"), "{text}");
}

#[test]
fn asked_to_end_by_the_system_it_still_brings_the_work_home() {
    let home = Home::kolos();
    let (window, blocker) = waiting(&home);
    signal(window.pid(), Signal::TERM);
    std::thread::sleep(Duration::from_millis(300));
    blocker.execute_batch("COMMIT").unwrap();
    window.wait();
    assert_eq!(count(&home, POSTS), 1);
}
