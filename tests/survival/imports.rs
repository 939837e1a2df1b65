//! Killed while a file comes in or goes out again: afterwards all of it is there or nothing, and nobody has to mend it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use postdesk::domain::ids::ClientId;
use postdesk::store::Bookmark;

use super::desk::Home;
use super::typing::Dice;

/// Rows of the file: several parts, and more than an undo takes back in one go.
const ROWS: usize = 1_500;

/// Kills in the usual run; `POSTDESK_KILLS` asks for more.
const A_FEW: u64 = 5;

#[test]
#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn a_kill_leaves_all_of_an_import_or_nothing() {
    let asked = std::env::var("POSTDESK_KILLS").ok();
    let runs = asked.and_then(|runs| runs.parse().ok()).unwrap_or(A_FEW);
    let home = Home::kolos();
    let before = posts(&home);
    let file = home.folder.path().join("plan.csv");
    std::fs::write(&file, plan()).unwrap();
    // How long each takes when nobody kills it; the kills fall all over that, and a little beyond.
    let took = [import(), undo()].map(|order| {
        let begun = Instant::now();
        assert!(start(home.folder.path(), &order).wait().unwrap().success());
        begun.elapsed().as_millis() as u64
    });
    let (mut dice, mut standing) = (Dice::thrown(41), false);
    let (mut whole, mut nothing) = (0, 0);
    for run in 0..runs {
        let (order, took) = if standing {
            (undo(), took[1])
        } else {
            (import(), took[0])
        };
        let mut child = start(home.folder.path(), &order);
        std::thread::sleep(Duration::from_millis(dice.below(took * 5 / 4)));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = posts(&home) - before;
        assert!(
            found == 0 || found == ROWS,
            "run {run}: {found} of {ROWS} rows stand after {order:?}"
        );
        assert_eq!(home.trouble(), "", "run {run}");
        standing = found == ROWS;
        *(if standing { &mut whole } else { &mut nothing }) += 1;
    }
    eprintln!("{runs} kills: all of it {whole} times, nothing {nothing} times");
    // After all that the desk still takes the whole file.
    if !standing {
        let mut child = start(home.folder.path(), &import());
        assert!(child.wait().unwrap().success());
        assert_eq!(posts(&home) - before, ROWS);
    }
}

fn import() -> Vec<&'static str> {
    vec!["import", "plan", "plan.csv", "--yes"]
}

fn undo() -> Vec<&'static str> {
    vec!["undo"]
}

fn start(home: &Path, order: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_postdesk"))
        .args(order)
        .current_dir(home)
        .env("POSTDESK_HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Variants on the desk, as the next opening finds them; each post has one.
fn posts(home: &Home) -> usize {
    let store = home.store();
    let all = store
        .reader()
        .posts_after(Bookmark::START, None::<ClientId>, 2 * ROWS);
    all.unwrap().len()
}

fn plan() -> String {
    let mut plan = String::from("date,time,client,channel,topic,text\n");
    for n in 0..ROWS {
        let (day, hour, minute) = (1 + n / 1_440 % 28, n / 60 % 24, n % 60);
        writeln!(
            plan,
            "2027-03-{day:02},{hour:02}:{minute:02},Kolos,vk,Тема {n},Текст {n}"
        )
        .unwrap();
    }
    plan
}
