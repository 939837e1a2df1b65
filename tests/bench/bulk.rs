//! A hundred thousand rows come in beside an open window: how long it takes, how long anybody waits for the desk, and what
//! a key waits meanwhile. On a copy of the desk, which is thrown away.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use postdesk::domain::chance::Rng;
use postdesk::domain::command::Command;
use postdesk::keys::Code;
use postdesk::store::{Memo, Origin, PATIENCE, Store};

use crate::desk::{many_messages, many_posts, now};
use crate::table::{Table, millis};
use crate::window::Window;

/// Measures both kinds of files with so many rows.
pub(crate) fn measure(desk: &Path, rows: usize, table: &mut Table) {
    let folder = tempfile::tempdir_in(desk.parent().unwrap()).unwrap();
    std::fs::copy(desk.join("desk.db"), folder.path().join("desk.db")).unwrap();
    let mut window = Window::open(folder.path(), now());
    window.key(Code::Char('2'));
    let idle = keys(&mut window, &|| false);
    table.note("key while nothing comes in, median", middle(idle), "ms");
    for (what, command) in [
        ("posts", many_posts(rows)),
        ("messages", many_messages(rows)),
    ] {
        one(what, folder.path(), command, &mut window, table);
    }
    let mut store = open(folder.path());
    let start = Instant::now();
    store.undo(now()).unwrap();
    table.note(
        "all those messages taken back",
        millis(start.elapsed()),
        "ms",
    );
}

fn one(what: &str, folder: &Path, command: Command, window: &mut Window, table: &mut Table) {
    static BUSY: AtomicBool = AtomicBool::new(false);
    BUSY.store(true, Ordering::SeqCst);
    let (here, there) = (folder.to_owned(), folder.to_owned());
    let neighbour = spawn(move || waits(&there, &BUSY));
    let writer = spawn(move || {
        let mut store = open(&here);
        let start = Instant::now();
        store
            .apply_in_parts(&command, now(), &mut |_| true)
            .unwrap();
        let took = millis(start.elapsed());
        BUSY.store(false, Ordering::SeqCst);
        took
    });
    let pressed = keys(window, &|| BUSY.load(Ordering::SeqCst));
    table.note(&format!("{what} in"), writer.join().unwrap(), "ms");
    let mut waits = neighbour.join().unwrap();
    waits.sort_by(f64::total_cmp);
    let worst = waits.last().copied().unwrap_or_default();
    table.note(
        &format!("{what} in: a neighbour's write, longest"),
        worst,
        "ms",
    );
    table.note(
        &format!("{what} in: a neighbour's write, median"),
        middle(waits),
        "ms",
    );
    table.note(
        &format!("{what} in: key meanwhile, median"),
        middle(pressed),
        "ms",
    );
}

/// Presses arrow keys as a person would, only faster: five hundred of them, or until it is over.
fn keys(window: &mut Window, on: &dyn Fn() -> bool) -> Vec<f64> {
    let (mut taken, mut down) = (Vec::new(), false);
    while on() || taken.len() < 500 {
        down = !down;
        let start = Instant::now();
        window.key(if down { Code::Down } else { Code::Up });
        taken.push(millis(start.elapsed()));
        sleep(Duration::from_millis(5));
    }
    taken
}

/// What another process waits for each small write.
fn waits(folder: &Path, busy: &AtomicBool) -> Vec<f64> {
    let mut store = open(folder);
    let mut waits = Vec::new();
    while busy.load(Ordering::SeqCst) {
        let memo = Memo::Note {
            key: "bench".to_owned(),
            value: waits.len().to_string(),
        };
        let start = Instant::now();
        store.remember(&memo).unwrap();
        waits.push(millis(start.elapsed()));
        sleep(Duration::from_millis(20));
    }
    waits
}

fn open(folder: &Path) -> Store {
    Store::open(folder, Origin::Cli, PATIENCE, Rng::seeded(9)).unwrap()
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
