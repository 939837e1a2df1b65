//! A day of keys on a big desk, by the wall clock: how long each waits for its frame.

use std::path::Path;
use std::time::Instant;

use chrono::TimeDelta;
use postdesk::app::seeker::look;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Command, PlanCommand};
use postdesk::domain::ids::VariantId;
use postdesk::keys::Code;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{BELLS, now, planned};
use crate::floor::Floor;
use crate::table::{Table, millis};
use crate::window::{Window, glass};

/// The rooms by their keys.
pub(crate) const ROOMS: [(char, &str); 5] = [
    ('1', "today"),
    ('2', "plan"),
    ('3', "drafts"),
    ('4', "inbox"),
    ('5', "kpi"),
];

/// Measures everything; the big desk is in `folder`.
pub(crate) fn measure(folder: &Path, small: &Path, table: &mut Table) {
    table.time("first frame, small desk", 15, || {
        drop(Window::open(small, now()));
    });
    table.time("first frame, this desk", 15, || {
        drop(Window::open(folder, now()));
    });
    let mut floor = Floor::new();
    let mut bare = glass();
    table.time("arrow key on the floor", 500, || {
        floor.down();
        bare.draw(|frame| floor.draw(frame)).unwrap();
    });
    let mut window = Window::open(folder, now());
    for (key, room) in ROOMS {
        in_a_room(&mut window, key, room, table);
    }
    calendar(&mut window, table);
    switches(&mut window, table);
    find(folder, table);
    clock(folder, table);
}

fn in_a_room(window: &mut Window, key: char, room: &str, table: &mut Table) {
    let start = Instant::now();
    window.key(Code::Char(key));
    table.note(
        &format!("{room}: first look"),
        millis(start.elapsed()),
        "ms",
    );
    window.key(Code::Home);
    let mut down = false;
    table.time(&format!("{room}: arrow key"), 500, || {
        down = !down;
        window.key(if down { Code::Down } else { Code::Up });
    });
    table.time(&format!("{room}: page key"), 100, || {
        window.key(Code::PageDown);
    });
    window.key(Code::Home);
    let start = Instant::now();
    (0..500).for_each(|_| window.press(Code::Down));
    window.draw();
    let each = millis(start.elapsed()) / 500.0;
    table.note(&format!("{room}: held key, each of 500"), each, "ms");
    table.time(&format!("{room}: asks everything again"), 20, || {
        window.wake(now());
    });
}

/// The plan as a calendar: cells, weeks and months, each a question to the store.
fn calendar(window: &mut Window, table: &mut Table) {
    window.key(Code::Char('2'));
    for look in ["week", "month"] {
        window.key(Code::Char('0'));
        // It is Sunday there: to the left lies the same week.
        let mut left = false;
        table.time(&format!("plan, {look}: cell move"), 500, || {
            left = !left;
            window.key(if left { Code::Left } else { Code::Right });
        });
        let mut n = 0;
        table.time(&format!("plan, {look}: another {look}"), 60, || {
            n += 1;
            let on = n % 20 < 10;
            window.key(if on { Code::PageDown } else { Code::PageUp });
        });
        window.key(Code::Char('v'));
    }
    window.key(Code::Char('v'));
}

fn switches(window: &mut Window, table: &mut Table) {
    let mut at = 0;
    table.time("pane switch", 100, || {
        at = (at + 1) % ROOMS.len();
        window.key(Code::Char(ROOMS[at].0));
    });
}

/// Typing words, letter by letter: what the key takes, and how much later the seeker has what there is to show.
pub(crate) fn find(folder: &Path, table: &mut Table) {
    let mut window = Window::open(folder, now());
    let reader = Store::open_for_reading(folder).unwrap();
    window.key(Code::Char('/'));
    let (mut words, mut keys, mut looks) = (String::new(), Vec::new(), Vec::new());
    for letter in "скидка дост".chars() {
        words.push(letter);
        let start = Instant::now();
        window.key(Code::Char(letter));
        keys.push(millis(start.elapsed()));
        let start = Instant::now();
        look(&reader, &words).unwrap();
        looks.push(millis(start.elapsed()));
    }
    for (what, mut took) in [("key", keys), ("what there is, after it", looks)] {
        took.sort_by(f64::total_cmp);
        let (middle, longest) = (took[took.len() / 2], took[took.len() - 1]);
        table.note(&format!("find as you type: {what}, median"), middle, "ms");
        table.note(&format!("find as you type: {what}, longest"), longest, "ms");
    }
}

/// Many posts fall due in one minute. Each run gives them a moment that none has had, so that they are marked anew.
fn clock(folder: &Path, table: &mut Table) {
    let mut store = Store::open(folder, Origin::Rule, PATIENCE, Rng::seeded(8)).unwrap();
    let first = store.reader().line(VariantId(1)).unwrap().unwrap();
    let at = first.at.unwrap().max(now() + TimeDelta::hours(1)) + TimeDelta::minutes(20);
    let waits = |id: &i64| {
        let line = store.reader().line(VariantId(*id)).unwrap();
        line.is_some_and(|line| line.out_at.is_none())
    };
    let bells = (1..=BELLS as i64).filter(waits);
    let moves = bells.map(|id| (VariantId(id), Some(planned(at)))).collect();
    let command = Command::Plan(PlanCommand::Reschedule { moves });
    store.apply(&command, now()).unwrap();
    table.time("due: the question alone", 200, || {
        drop(store.reader().unmarked(at, 500).unwrap());
    });
    drop(store);
    let mut window = Window::open(folder, at - TimeDelta::seconds(1));
    let start = Instant::now();
    window.wake(at);
    table.note(
        "due: marked, asked again and drawn",
        millis(start.elapsed()),
        "ms",
    );
}
