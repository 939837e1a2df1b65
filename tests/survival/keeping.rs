//! Killed at each step of a backup, a restore and a migration: the old or the new stands whole, and the next one goes through.
#![expect(clippy::print_stdout, reason = "the other process tells how far it is")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::{DateTime, Utc};
use postdesk::domain::backup::Why;
use postdesk::domain::chance::Rng;
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{ClientCommand, Command as Deed};
use postdesk::store::keeping::{self, Order, Source, Step};
use postdesk::store::{Origin, Store};
use rusqlite::Connection;

use super::desk::Home;
use super::typing::Dice;

/// Kills at any moment, without being asked for more.
const A_FEW: u64 = 6;

/// The name by which this program calls itself to be the other process.
const OTHER: &str = "keeping::the_other_process";

fn moment(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000 + minutes * 60, 0).unwrap()
}

fn asked() -> u64 {
    let asked = std::env::var("POSTDESK_KILLS").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(A_FEW)
}

#[expect(clippy::print_stderr, reason = "the count is what the test is for")]
fn tell(what: &str, kills: u64) {
    eprintln!("{what}: {kills} kills");
}

/// Not a test: what is killed. It does what it is told, says after each step which it was, and waits to be let on.
#[test]
#[ignore = "is the other process of the tests beside it"]
fn the_other_process() {
    let told = |name: &str| std::env::var(name).unwrap();
    let desk = PathBuf::from(told("KEPT_DESK"));
    let mut watch = |step: Step| {
        println!("{step:?}");
        // Only the one that is waited for comes no further.
        if format!("{step:?}") == told("KEPT_STEP") {
            std::thread::sleep(Duration::from_secs(60));
        }
        Ok(())
    };
    let at = moment(1);
    match told("KEPT_DEED").as_str() {
        "backup" => drop(keeping::make(
            &desk,
            Order {
                why: Why::Asked,
                at,
                to: None,
            },
            &mut watch,
        )),
        backup => {
            let source = Source::Backup(Path::new(backup));
            let done = keeping::restore(&desk, source, at, Rng::seeded(3), &mut watch);
            println!("{done:?}");
        }
    }
}

/// Starts the other process and kills it at this step; says whether it came there.
fn killed_at(desk: &Path, deed: &str, step: Step) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", OTHER, "--ignored", "--nocapture"])
        .env("KEPT_DESK", desk)
        .env("KEPT_DEED", deed)
        .env("KEPT_STEP", format!("{step:?}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let came = lines
        .map(Result::unwrap)
        .any(|line| line == format!("{step:?}"));
    kill(&mut child);
    came
}

fn kill(child: &mut Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A desk, a backup of it, and one client more.
fn moved_on() -> (Home, PathBuf) {
    let home = Home::kolos();
    let picture = home.folder.path().join("bread.jpg");
    std::fs::write(&picture, vec![7; 300_000]).unwrap();
    postdesk::media::take(&home.desk(), &picture).unwrap();
    let order = Order {
        why: Why::Asked,
        at: moment(0),
        to: None,
    };
    let kept = keeping::make(&home.desk(), order, &mut keeping::unwatched).unwrap();
    let add = Deed::Client(ClientCommand::Add(ClientCard::new(
        "Lämpö",
        "Europe/Helsinki",
    )));
    home.store().apply(&add, moment(0)).unwrap();
    (home, kept.folder)
}

fn clients(home: &Home) -> Vec<String> {
    let store = home.store();
    let clients = store.reader().clients().unwrap().into_iter();
    clients.map(|it| it.card.name).collect()
}

/// Half-made things in the desk and on its shelves.
fn leftovers(home: &Home) -> usize {
    let folders = [
        home.desk(),
        home.desk().join("backups"),
        home.desk().join("aside"),
    ];
    let entries = folders.iter().filter_map(|it| it.read_dir().ok()).flatten();
    entries
        .filter(|it| {
            it.as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .starts_with(".making")
        })
        .count()
}

#[test]
fn a_backup_killed_at_any_step_is_none_and_the_next_one_is_whole() {
    let mut kills = 0;
    for step in Step::ALL {
        let (home, _) = moved_on();
        if !killed_at(&home.desk(), "backup", *step) {
            continue;
        }
        kills += 1;
        let kept = keeping::list(&home.desk()).unwrap();
        let named = usize::from(*step == Step::Named);
        assert_eq!(kept.len(), 1 + named, "{step:?}");
        for one in kept {
            assert_eq!(keeping::prove(&one.folder).unwrap().broken, [], "{step:?}");
        }
        assert_eq!(leftovers(&home), 1 - named, "{step:?}");
        assert_eq!(home.trouble(), "", "{step:?}");
        let (kept, now) = (Why::Asked, moment(2));
        let order = Order {
            why: kept,
            at: now,
            to: None,
        };
        keeping::make(&home.desk(), order, &mut keeping::unwatched).unwrap();
        assert_eq!(leftovers(&home), 0, "{step:?}");
    }
    assert_eq!(kills, 6);
    tell("backup, step by step", kills);
}

#[test]
fn a_restore_killed_at_any_step_leaves_the_old_desk_or_the_new_and_goes_through_again() {
    let mut kills = 0;
    for step in Step::ALL {
        let (home, backup) = moved_on();
        if !killed_at(&home.desk(), backup.to_str().unwrap(), *step) {
            continue;
        }
        kills += 1;
        let new = *step == Step::Switched;
        assert_eq!(clients(&home).len(), if new { 1 } else { 2 }, "{step:?}");
        assert_eq!(home.trouble(), "", "{step:?}");
        let source = Source::Backup(&backup);
        let rng = Rng::seeded(4);
        let now = moment(5);
        keeping::restore(&home.desk(), source, now, rng, &mut keeping::unwatched).unwrap();
        assert_eq!(clients(&home), ["Kolos"], "{step:?}");
        assert_eq!(leftovers(&home), 0, "{step:?}");
        assert_eq!(home.trouble(), "", "{step:?}");
        assert_eq!(keeping::prove(&backup).unwrap().broken, []);
    }
    assert_eq!(kills, 10);
    tell("restore, step by step", kills);
}

/// The built program with this home.
fn program(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postdesk"));
    command
        .args(args)
        .env("POSTDESK_HOME", home)
        .env("LANG", "en_US.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Kills the program somewhere on its way, which takes about so long.
fn killed_somewhere(home: &Path, args: &[&str], way: Duration, dice: &mut Dice) {
    let mut child = program(home, args).spawn().unwrap();
    let micros = u64::try_from(way.as_micros()).unwrap();
    std::thread::sleep(Duration::from_micros(dice.below(micros.max(1))));
    kill(&mut child);
}

/// How long it takes when nobody kills it.
fn undisturbed(home: &Path, args: &[&str]) -> Duration {
    let began = std::time::Instant::now();
    assert!(program(home, args).status().unwrap().success(), "{args:?}");
    began.elapsed()
}

#[test]
fn the_program_killed_anywhere_in_a_backup_or_a_restore_leaves_a_whole_desk() {
    let (home, _) = moved_on();
    let folder = home.folder.path();
    let backup = undisturbed(folder, &["backup"]);
    let restore = undisturbed(folder, &["restore", "latest", "--yes"]);
    let mut dice = Dice::thrown(99);
    for run in 0..asked() {
        let (args, way): (&[&str], _) = match run % 2 {
            0 => (&["backup"], backup),
            _ => (&["restore", "latest", "--yes"], restore),
        };
        killed_somewhere(folder, args, way, &mut dice);
        let stands = clients(&home);
        assert_eq!(stands, ["Kolos", "Lämpö"], "run {run}");
        assert_eq!(home.trouble(), "", "run {run}");
        for one in keeping::list(&home.desk()).unwrap() {
            assert!(one.manifest.is_ok(), "run {run}: {one:?}");
        }
    }
    let kept = keeping::list(&home.desk()).unwrap();
    assert!(kept.iter().all(|it| keeping::prove(&it.folder).is_ok()));
    tell("backup and restore, anywhere", asked());
}

/// The schema as it was released third, with clients enough to take a while.
fn third_schema(folder: &Path) {
    let desk = folder.join("data/desk");
    std::fs::create_dir_all(&desk).unwrap();
    let conn = Connection::open(desk.join("desk.db")).unwrap();
    let steps = [
        include_str!("../../assets/schema/0001_desk.sql"),
        include_str!("../../assets/schema/0002_month.sql"),
        include_str!("../../assets/schema/0003_letters.sql"),
    ];
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
        .unwrap();
    conn.execute_batch(&steps.concat()).unwrap();
    conn.execute_batch(
        "BEGIN;
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         INSERT INTO delivery (id, uid, variant, due_at) SELECT i, 'd' || i, i, i * 60 FROM n;
         INSERT INTO delivery_event (delivery, at, kind) SELECT id, due_at, 'due' FROM delivery;
         INSERT INTO client (uid, name, short, zone) VALUES ('c1', 'Kolos', 'Kolos', 'UTC');
         PRAGMA application_id = 0x5044534B; PRAGMA user_version = 3; COMMIT;",
    )
    .unwrap();
}

#[test]
fn a_migration_killed_anywhere_is_whole_or_begins_again() {
    let way = {
        let home = tempfile::tempdir().unwrap();
        third_schema(home.path());
        undisturbed(home.path(), &["check"])
    };
    let mut dice = Dice::thrown(7);
    let mut met = BTreeMap::new();
    for run in 0..asked() {
        let home = tempfile::tempdir().unwrap();
        third_schema(home.path());
        killed_somewhere(home.path(), &["check"], way, &mut dice);
        let desk = home.path().join("data/desk");
        let conn = Connection::open(desk.join("desk.db")).unwrap();
        let schema: i64 = conn
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        drop(conn);
        *met.entry(schema).or_insert(0) += 1;
        let patience = Duration::from_secs(5);
        let mut store = Store::open(&desk, Origin::Cli, patience, Rng::seeded(1)).unwrap();
        assert_eq!(
            store.check().unwrap(),
            [],
            "run {run}, killed at schema {schema}"
        );
        let conn = Connection::open(desk.join("desk.db")).unwrap();
        let events: i64 = conn
            .query_row("SELECT count(*) FROM delivery_event", [], |row| row.get(0))
            .unwrap();
        assert_eq!(events, 20_000, "run {run}");
        let kept = keeping::list(&desk).unwrap();
        assert!(!kept.is_empty(), "run {run}: nothing was kept before");
        assert!(
            kept.iter().all(|it| keeping::prove(&it.folder).is_ok()),
            "run {run}"
        );
    }
    assert!(met.keys().len() <= 2, "{met:?}");
    tell(&format!("migration, anywhere, {met:?}"), asked());
}
