//! Faults from below: busy, read-only, newer, foreign, empty, garbage, cut short, full. Never a half-written thing, never a
//! file harmed that is not ours.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::desk::{
    Desk, card, difference, facts, findings, hers, message, moment, open, post, receive,
};
use crate::domain::chance::Rng;
use crate::domain::command::{ClientCommand, Command, PlanCommand};
use crate::store::{FILE, Memo, Origin, Store, StoreError, migrate};

fn refused(folder: &Path) -> StoreError {
    match Store::open(folder, Origin::Window, Duration::ZERO, Rng::seeded(1)) {
        Ok(_) => panic!("opened"),
        Err(error) => error,
    }
}

/// A folder with these bytes where the desk should be.
fn with_file(bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), bytes).unwrap();
    folder
}

/// A desk with something on it, closed.
fn closed_desk() -> tempfile::TempDir {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    for n in 0..40 {
        let new = post(client, &[channel], Some(moment(n)));
        desk.apply(&Command::Plan(PlanCommand::AddPost(new)))
            .unwrap();
    }
    let Desk { store, folder, .. } = desk;
    drop(store);
    folder
}

/// Takes the right to write away; answers whether that keeps this user out (the superuser walks through).
fn lock(path: &Path, locked: bool) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let folder = path.is_dir();
    let mode = match (folder, locked) {
        (true, true) => 0o555,
        (true, false) => 0o755,
        (false, true) => 0o444,
        (false, false) => 0o644,
    };
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    if folder {
        fs::File::create(path.join("probe")).is_err()
    } else {
        fs::OpenOptions::new().append(true).open(path).is_err()
    }
}

#[test]
fn busy_comes_back_within_the_patience_and_leaves_nothing_behind() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let other = desk.beside(Origin::Cli, 2);
    other.writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    let patience = Duration::from_millis(60);
    let mut store =
        Store::open(desk.folder.path(), Origin::Window, patience, Rng::seeded(3)).unwrap();
    let before = (hers(&store), facts(&store));
    let add = Command::Plan(PlanCommand::AddPost(post(client, &[channel], None)));
    let note = Memo::Note {
        key: "pane".to_owned(),
        value: "plan".to_owned(),
    };
    let began = Instant::now();
    assert!(matches!(store.apply(&add, desk.now), Err(StoreError::Busy)));
    assert!(matches!(store.undo(desk.now), Err(StoreError::Busy)));
    assert!(matches!(store.redo(desk.now), Err(StoreError::Busy)));
    assert!(matches!(store.index_some(10), Err(StoreError::Busy)));
    assert!(matches!(store.remember(&note), Err(StoreError::Busy)));
    let waited = began.elapsed();
    assert!(waited >= patience * 5, "gave up after {waited:?}");
    assert!(
        waited < patience * 5 + Duration::from_secs(2),
        "waited {waited:?}"
    );
    assert!(before == (hers(&store), facts(&store)));
    // Asking never waits for a writer.
    assert_eq!(store.reader().clients().unwrap().len(), 1);
    other.writer.execute_batch("COMMIT").unwrap();
    store.apply(&add, desk.now).unwrap();
    assert_eq!(findings(&mut store), []);
}

#[test]
fn a_newer_desk_is_refused_unharmed_and_opens_for_reading() {
    let folder = closed_desk();
    let file = folder.path().join(FILE);
    let conn = Connection::open(&file).unwrap();
    conn.pragma_update(None, "user_version", migrate::KNOWN + 1)
        .unwrap();
    drop(conn);
    let bytes = fs::read(&file).unwrap();
    let newer = StoreError::Newer {
        found: migrate::KNOWN + 1,
        known: migrate::KNOWN,
    };
    assert_eq!(refused(folder.path()).to_string(), newer.to_string());
    let reader = Store::open_for_reading(folder.path()).unwrap();
    assert_eq!(reader.clients().unwrap().len(), 1);
    drop(reader);
    assert!(
        fs::read(&file).unwrap() == bytes,
        "a newer desk was written to"
    );
}

#[test]
fn a_foreign_database_is_refused_byte_for_byte_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('Сырники')")
        .unwrap();
    drop(conn);
    let bytes = fs::read(&file).unwrap();
    assert!(matches!(refused(folder.path()), StoreError::NotADesk));
    assert!(matches!(
        Store::open_for_reading(folder.path()),
        Err(StoreError::NotADesk)
    ));
    assert!(
        fs::read(&file).unwrap() == bytes,
        "a foreign file was written to"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn garbage_is_no_desk_and_stays_as_it_is() {
    for bytes in [
        &b"not a database, a shopping list"[..],
        &[0xFF; 8192],
        &[b'S'; 100],
    ] {
        let folder = with_file(bytes);
        assert!(matches!(refused(folder.path()), StoreError::NotADesk));
        assert!(fs::read(folder.path().join(FILE)).unwrap() == bytes);
    }
}

#[test]
fn an_empty_file_becomes_a_desk() {
    let folder = with_file(b"");
    let mut store = open(folder.path(), Origin::Window, 1).unwrap();
    let add = Command::Client(ClientCommand::Add(card("Колос")));
    store.apply(&add, moment(0)).unwrap();
    assert_eq!(findings(&mut store), []);
}

#[test]
fn a_desk_cut_short_is_said_to_be_damaged() {
    let folder = closed_desk();
    let file = folder.path().join(FILE);
    let whole = fs::read(&file).unwrap();
    for keep in [
        1,
        99,
        100,
        4095,
        4096,
        8192,
        whole.len() / 2,
        whole.len() - 4096,
    ] {
        fs::write(&file, &whole[..keep]).unwrap();
        match Store::open(
            folder.path(),
            Origin::Window,
            Duration::ZERO,
            Rng::seeded(1),
        ) {
            Err(StoreError::NotADesk | StoreError::Corrupt(_)) => {}
            Err(other) => panic!("{keep} bytes left: {other:?}"),
            Ok(mut store) => match store.check() {
                Err(StoreError::Corrupt(_)) => {}
                Ok(found) => assert_ne!(found, [], "{keep} bytes left and all is well"),
                Err(other) => panic!("{keep} bytes left: {other:?}"),
            },
        }
    }
}

#[test]
fn a_desk_with_a_page_of_nonsense_is_found_out() {
    let folder = closed_desk();
    let file = folder.path().join(FILE);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle..middle + 4096].fill(0x5A);
    fs::write(&file, bytes).unwrap();
    let found = open(folder.path(), Origin::Window, 1).and_then(|mut store| store.check());
    assert!(
        !matches!(found.as_deref(), Ok([])),
        "nonsense passed for sound"
    );
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_of_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    fs::write(&file, "not a folder").unwrap();
    assert!(matches!(refused(&file.join("desk")), StoreError::Io(_)));
    assert!(Store::open_for_reading(&folder.path().join("nowhere")).is_err());
    assert!(
        !folder.path().join("nowhere").exists(),
        "asking made a folder"
    );
    // A folder where the file should be is not ours either.
    fs::create_dir(folder.path().join(FILE)).unwrap();
    assert!(matches!(refused(folder.path()), StoreError::Io(_)));
}

#[test]
fn a_desk_that_may_only_be_read_says_so_and_can_be_read() {
    for name in [FILE, ""] {
        let folder = closed_desk();
        let file = folder.path().join(FILE);
        let locked = folder.path().join(name);
        if lock(&locked, true) {
            let bytes = fs::read(&file).unwrap();
            assert!(
                matches!(refused(folder.path()), StoreError::ReadOnly),
                "{locked:?}"
            );
            let reader = Store::open_for_reading(folder.path()).unwrap();
            assert_eq!(reader.clients().unwrap().len(), 1, "{locked:?}");
            assert!(fs::read(&file).unwrap() == bytes);
        }
        lock(&locked, false);
    }
}

#[test]
fn reading_a_locked_desk_does_not_pass_over_what_is_still_in_its_log() {
    let desk = Desk::new();
    let log = desk.folder.path().join("desk.db-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    // As a crash leaves it: the database with its log, and nobody there.
    let crashed = tempfile::tempdir().unwrap();
    fs::copy(desk.folder.path().join(FILE), crashed.path().join(FILE)).unwrap();
    fs::copy(&log, crashed.path().join("desk.db-wal")).unwrap();
    if lock(crashed.path(), true) {
        let read = Store::open_for_reading(crashed.path());
        assert!(
            !matches!(read.map(|reader| reader.clients()), Ok(Ok(_))),
            "an old state was shown as the newest"
        );
    }
    lock(crashed.path(), false);
}

#[test]
fn a_full_disk_at_any_step_leaves_the_desk_as_it_was() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let mut long = post(client, &[channel], Some(moment(90)));
    long.text = "Сырники ".repeat(3000);
    let messages = (0..60).map(|n| {
        message(
            channel,
            &format!("гость {n}"),
            moment(n),
            &"ау ".repeat(200),
        )
    });
    let commands = [
        Command::Plan(PlanCommand::AddPost(long)),
        receive(messages.collect()),
    ];
    let mut refused = 0;
    for command in &commands {
        let before = (hers(&desk.store), facts(&desk.store));
        let mut room = 0;
        loop {
            let pages = desk.number("PRAGMA page_count");
            desk.number(&format!("PRAGMA max_page_count = {}", pages + room));
            match desk.store.apply(command, moment(1)) {
                Ok(_) => break,
                Err(StoreError::Full) => refused += 1,
                Err(other) => panic!("{room} pages of room: {other:?}"),
            }
            desk.number("PRAGMA max_page_count = 1073741823");
            assert!(
                before == (hers(&desk.store), facts(&desk.store)),
                "{room} pages of room"
            );
            assert_eq!(findings(&mut desk.store), []);
            room += 1;
        }
        assert_eq!(findings(&mut desk.store), []);
    }
    assert!(refused > 10, "only {refused} times full");
    let after = hers(&desk.store);
    // Taking back needs room too.
    let pages = desk.number("PRAGMA page_count");
    desk.number(&format!("PRAGMA max_page_count = {pages}"));
    if let Err(refused) = desk.store.undo(moment(2)) {
        assert!(matches!(refused, StoreError::Full), "{refused}");
        assert_eq!(difference(&after, &hers(&desk.store)), None);
    }
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn a_first_migration_that_is_interrupted_begins_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    let mut conn = Connection::open(&file).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    let mut refused = 0;
    for room in 1.. {
        let allowed: i64 = conn
            .query_row(
                &format!("PRAGMA max_page_count = {}", room * 7),
                [],
                |row| row.get(0),
            )
            .unwrap();
        match migrate::up(&mut conn, |_| Ok(())) {
            Ok(()) => break,
            Err(StoreError::Full) => refused += 1,
            Err(other) => panic!("{allowed} pages: {other:?}"),
        }
        assert_eq!(migrate::version(&conn).unwrap(), 0);
    }
    assert!(refused > 5, "only {refused} times full");
    drop(conn);
    assert_eq!(
        findings(&mut open(folder.path(), Origin::Window, 1).unwrap()),
        []
    );
}

#[test]
fn a_first_migration_cut_off_by_a_crash_begins_again() {
    let folder = tempfile::tempdir().unwrap();
    let conn = Connection::open(folder.path().join(FILE)).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    conn.pragma_update(None, "cache_size", 1).unwrap();
    conn.execute_batch("BEGIN EXCLUSIVE").unwrap();
    conn.execute_batch(include_str!("../../../assets/schema/0001_desk.sql"))
        .unwrap();
    // What the disk holds at this moment, without the commit.
    let crashed = tempfile::tempdir().unwrap();
    for name in ["desk.db", "desk.db-wal"] {
        fs::copy(folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    let mut store = open(crashed.path(), Origin::Window, 1).unwrap();
    assert_eq!(findings(&mut store), []);
    assert_eq!(migrate::version(&store.writer).unwrap(), migrate::KNOWN);
}

#[test]
fn a_desk_that_a_newer_program_has_brought_on_takes_nothing_from_who_had_it_open() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    let conn = Connection::open(desk.folder.path().join(FILE)).unwrap();
    conn.pragma_update(None, "user_version", migrate::KNOWN + 1)
        .unwrap();
    let before = (hers(&desk.store), facts(&desk.store));
    let add = Command::Plan(PlanCommand::AddPost(post(client, &[channel], None)));
    let note = Memo::Note {
        key: "pane".to_owned(),
        value: "plan".to_owned(),
    };
    let newer = |refused: Option<StoreError>| matches!(refused, Some(StoreError::Newer { .. }));
    let now = desk.now;
    assert!(newer(desk.store.apply(&add, now).err()));
    assert!(newer(desk.store.apply_all(&[(add.clone(), now)]).err()));
    assert!(newer(desk.store.undo(now).err()));
    assert!(newer(desk.store.remember(&note).err()));
    assert!(newer(desk.store.index_some(10).err()));
    assert!(newer(desk.store.give_lease_back(1, now).err()));
    assert!(before == (hers(&desk.store), facts(&desk.store)));
    assert_eq!(desk.store.reader().clients().unwrap().len(), 1);
    conn.pragma_update(None, "user_version", migrate::KNOWN)
        .unwrap();
    desk.store.apply(&add, now).unwrap();
}
