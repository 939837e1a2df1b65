//! Desks that cannot be used, settings that cannot be read: said in a sentence, with nothing changed.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::home::Home;

#[test]
fn a_newer_desk_is_read_and_never_written() {
    let home = Home::with_clients();
    let conn = rusqlite::Connection::open(home.database()).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let words = home.refused(1, &["undo"]);
    assert!(
        words.contains("newer Postdesk") && words.contains("99"),
        "{words}"
    );
    assert!(home.refused(1, &["check"]).contains("newer"));
    assert_eq!(
        home.json(&["list", "clients", "--json"])
            .as_array()
            .unwrap()
            .len(),
        3
    );
    assert!(home.well(&["doctor"]).contains("schema\t99"));
}

#[test]
fn a_busy_desk_says_so_after_five_seconds() {
    let home = Home::with_clients();
    let conn = rusqlite::Connection::open(home.database()).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    let words = home.refused(1, &["undo"]);
    assert!(words.contains("busy"), "{words}");
    // Reading goes on.
    home.well(&["list", "clients"]);
}

#[test]
fn a_foreign_file_is_left_alone() {
    let home = Home::new();
    home.write(
        "data/desk/desk.db",
        "these are my recipes, not a database, and long enough to be looked at",
    );
    for args in [["undo", ""], ["check", ""], ["list", "clients"]] {
        let args: Vec<&str> = args.into_iter().filter(|it| !it.is_empty()).collect();
        let words = home.refused(1, &args);
        assert!(words.contains("not a desk"), "{args:?}: {words}");
    }
    assert!(
        fs::read_to_string(home.database())
            .unwrap()
            .starts_with("these are my recipes")
    );
}

#[test]
fn a_damaged_desk_is_found_out() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", crate::home::december(300));
    home.well(&["import", "plan", &plan, "--yes"]);
    let conn = rusqlite::Connection::open(home.database()).unwrap();
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(conn);
    let mut bytes = fs::read(home.database()).unwrap();
    let half = bytes.len() / 2;
    for byte in &mut bytes[half..half + 40_000] {
        *byte ^= 0x5a;
    }
    fs::write(home.database(), bytes).unwrap();
    let said = home.run(&["check"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.out.contains("damaged") || said.err.contains("damaged"),
        "{said:?}"
    );
}

#[test]
fn a_desk_without_rights_is_said_to_be_read_only() {
    let home = Home::with_clients();
    let desk = home.database();
    let folder = desk.parent().unwrap();
    fs::set_permissions(&desk, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write anywhere; there is nothing to see then.
    if fs::write(folder.join("try"), "").is_err() {
        let words = home.refused(1, &["client", "edit", "Kolos", "--tone", "x"]);
        assert!(words.contains("only be read"), "{words}");
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn every_mistake_in_the_settings_is_told_and_nothing_is_begun() {
    let home = Home::new();
    home.write(
        "config/config.toml",
        "zoen = \"Europe/Moscow\"\ntheme = \"pink\"\nclock = 1\n",
    );
    let words = home.refused(1, &["client", "add", "Kolos"]);
    assert!(
        words.contains("line 1") && words.contains("did you mean “zone”?"),
        "{words}"
    );
    assert!(
        words.contains("line 2") && words.contains("auto, dark, light, mono"),
        "{words}"
    );
    assert!(
        words.contains("line 3") && words.contains("true or false"),
        "{words}"
    );
    assert!(!home.database().exists());
    assert_eq!(home.run(&["doctor"]).code, 1);
    home.well(&["paths"]);
    home.well(&["--help"]);
}

#[test]
fn a_keymap_with_mistakes_is_told_by_the_doctor() {
    let home = Home::new();
    home.write("config/keymap.toml", "[desk]\n\"x\" = \"app.udno\"\n");
    let said = home.run(&["doctor"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("app.undo"), "{said:?}");
}

#[test]
fn a_desk_in_a_cloud_is_refused_with_the_reason() {
    for cloud in ["Dropbox", "Google Drive", "OneDrive - Kolos", "Яндекс.Диск"] {
        let home = Home::below(cloud);
        let words = home.refused(1, &["client", "add", "Kolos"]);
        assert!(words.contains("cloud") && words.contains(cloud), "{words}");
        assert!(!home.path().join("data").exists());
    }
}

#[test]
fn a_desk_that_is_not_there_is_not_begun_by_looking() {
    let home = Home::new();
    for args in [
        ["list", "posts"],
        ["due", "--json"],
        ["due", "--at=2026-12-01 10:00"],
        ["import", "plan"],
    ] {
        let plan = home.write(
            "plan.csv",
            "date,client,channel,text\n2099-01-01 10:00,Kolos,vk,a\n",
        );
        let mut args = args.to_vec();
        if args[1] == "plan" {
            args.push(&plan);
        }
        let words = home.refused(1, &args);
        assert!(words.contains("no desk"), "{args:?}: {words}");
    }
    home.refused(1, &["check"]);
    assert!(!home.path().join("data").exists());
}
