//! The same keys in instructions, which do not mind who else is busy: this program starts itself twice under `perf stat`,
//! or under `callgrind` where the machine counts nothing, with few keys and with many; the difference is what a key costs.

use std::path::Path;
use std::process::{Command, Stdio};

use postdesk::keys::Code;

use crate::day::ROOMS;
use crate::desk::{Size, now};
use crate::floor::Floor;
use crate::table::Table;
use crate::window::{Window, glass};

/// Few keys and many.
const FEW: u64 = 20;
const MANY: u64 = 100;

/// What is done in the plan as a calendar, as the table names it.
const CALENDAR: [&str; 4] = [
    "plan, week: cell move",
    "plan, week: another week",
    "plan, month: cell move",
    "plan, month: another month",
];

/// Counts the floor, the arrow key in every room, the start, and the memory of the window.
pub(crate) fn measure(size: Size, table: &mut Table) {
    memory(size, table);
    let Some(floor) = per_key("floor", size) else {
        return;
    };
    table.note("floor: arrow key", floor / 1e6, "Minstr");
    for (_, room) in ROOMS {
        if let Some(key) = per_key(room, size) {
            table.note(&format!("{room}: arrow key"), key / 1e6, "Minstr");
            table.note(
                &format!("{room}: arrow key by the floor's"),
                key / floor,
                "times",
            );
        }
    }
    for what in CALENDAR {
        if let Some(key) = per_key(what, size) {
            table.note(what, key / 1e6, "Minstr");
            table.note(
                &format!("{what} by the floor's arrow key"),
                key / floor,
                "times",
            );
        }
    }
    if let Some(switch) = per_key("switch", size) {
        table.note("pane switch", switch / 1e6, "Minstr");
    }
    let start = |size| instructions("start", 1, size);
    if let (Some(small), Some(this)) = (start(Size::SMALL), start(size)) {
        table.note("first frame, small desk", small / 1e6, "Minstr");
        table.note("first frame, this desk", this / 1e6, "Minstr");
        table.note("first frame by the small desk's", this / small, "times");
    }
}

/// One thing, alone in a process.
pub(crate) fn alone(what: &str, times: u64, folder: &Path) {
    if what == "floor" {
        let mut floor = Floor::new();
        let mut bare = glass();
        for _ in 0..times {
            floor.down();
            bare.draw(|frame| floor.draw(frame)).unwrap();
        }
        return;
    }
    let mut window = Window::open(folder, now());
    match what {
        "start" => {}
        "switch" => {
            for (key, _) in ROOMS {
                window.key(Code::Char(key));
            }
            for n in 0..times as usize {
                window.key(Code::Char(ROOMS[n % ROOMS.len()].0));
            }
        }
        _ if CALENDAR.contains(&what) => {
            window.key(Code::Char('2'));
            if what.contains("month") {
                window.key(Code::Char('v'));
            }
            // It is Sunday there: cells of one week, so that no move turns the page.
            let (on, back, run) = if what.ends_with("cell move") {
                (Code::Left, Code::Right, 2)
            } else {
                (Code::PageDown, Code::PageUp, 10)
            };
            for n in 0..times {
                window.key(if n % (2 * run) < run { on } else { back });
            }
        }
        "memory" => {
            for (key, _) in ROOMS {
                window.key(Code::Char(key));
                (0..50).for_each(|_| window.key(Code::PageDown));
            }
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            std::fs::write(folder.join("memory"), status).unwrap();
        }
        room => {
            let (key, _) = ROOMS.iter().find(|(_, name)| *name == room).unwrap();
            window.key(Code::Char(*key));
            for n in 0..times {
                window.key(if n % 20 < 10 { Code::Down } else { Code::Up });
            }
        }
    }
}

/// What the window holds of its own, and that with the pages of the program's file, which the system keeps once for all
/// windows and drops when it needs the room.
fn memory(size: Size, table: &mut Table) {
    myself(
        &mut Command::new(std::env::current_exe().unwrap()),
        "memory",
        1,
        size,
    );
    let status = std::fs::read_to_string(crate::folder(size).join("memory")).unwrap_or_default();
    for (field, what) in [
        ("RssAnon:", "memory of its own, all rooms seen"),
        ("VmHWM:", "the same at its peak, with the program"),
    ] {
        let line = status.lines().find_map(|line| line.strip_prefix(field));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        if let Some(kilobytes) = kilobytes {
            table.note(what, kilobytes / 1024.0, "MB");
        }
    }
}

fn per_key(what: &str, size: Size) -> Option<f64> {
    let few = instructions(what, FEW, size)?;
    let many = instructions(what, MANY, size)?;
    Some((many - few) / (MANY - FEW) as f64)
}

/// User instructions of one process that does `what` so many times: from the processor, or else from `callgrind`.
fn instructions(what: &str, times: u64, size: Size) -> Option<f64> {
    let said = crate::folder(size).join("counted");
    let mut perf = Command::new("perf");
    perf.args(["stat", "-x", ",", "-e", "instructions:u", "-o"])
        .arg(&said)
        .arg("--");
    let mut valgrind = Command::new("valgrind");
    let file = format!("--callgrind-out-file={}", said.display());
    valgrind.args(["--tool=callgrind", &file]);
    run(perf, what, times, size)
        .and_then(|()| of_perf(&std::fs::read_to_string(&said).ok()?))
        .or_else(|| {
            run(valgrind, what, times, size)?;
            of_callgrind(&std::fs::read_to_string(&said).ok()?)
        })
}

fn of_perf(said: &str) -> Option<f64> {
    let line = said.lines().find(|line| line.contains("instructions"))?;
    line.split(',').next()?.parse().ok()
}

fn of_callgrind(said: &str) -> Option<f64> {
    let total = said
        .lines()
        .find_map(|line| line.strip_prefix("totals: "))?;
    total.parse().ok()
}

fn run(mut under: Command, what: &str, times: u64, size: Size) -> Option<()> {
    under.arg(std::env::current_exe().ok()?);
    myself(&mut under, what, times, size).then_some(())
}

fn myself(command: &mut Command, what: &str, times: u64, size: Size) -> bool {
    if size.posts == Size::BIG.posts {
        command.arg("--bench");
    }
    command
        .args(["--only", what, "--times", &times.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
