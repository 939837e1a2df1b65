//! Backups and the way back on the command line: what is said, what scripts read, and what a full disk leaves behind.

use std::fs;
use std::path::PathBuf;

use crate::home::{Home, december, said};

/// A home with posts long gone by, that nobody has looked at.
fn with_posts() -> Home {
    let home = Home::with_clients();
    let plan = home.write(
        "plan.csv",
        "date,client,channel,topic,text,status\n\
         2099-01-01 10:00,Kolos,vk,New year,Happy new year,approved\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    home
}

/// What lies on the shelf.
fn shelf(home: &Home) -> Vec<String> {
    let shelf = home.database().parent().unwrap().join("backups");
    let Ok(entries) = fs::read_dir(shelf) else {
        return Vec::new();
    };
    let names = entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_made_listed_and_brought_back() {
    let home = with_posts();
    let folder = home.well(&["backup"]);
    let folder = PathBuf::from(folder.trim());
    assert!(folder.join("desk.db").exists() && folder.join("manifest.json").exists());
    home.well(&["client", "add", "Orchid", "--zone", "Europe/Moscow"]);
    let made = home.json(&["backup", "--json"]);
    assert_eq!(made["why"], "asked");
    assert_eq!(made["rows"]["client"], 4);
    let listed = home.json(&["backup", "list", "--json"]);
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert_eq!(listed[0]["name"], made["name"]);
    assert!(listed[1]["wrong"].is_null());
    assert_eq!(home.well(&["backup", "list"]).lines().count(), 2);

    let first = listed[1]["name"].as_str().unwrap();
    let before = home.dump();
    let told = home.well(&["restore", first]);
    assert!(told.contains("clients: 3 (now 4)"), "{told}");
    let rehearsed = home.json(&["restore", first, "--dry-run", "--json"]);
    assert_eq!(rehearsed["done"], false);
    assert_eq!(rehearsed["rows_now"]["client"], 4);
    assert_eq!(home.dump(), before, "a rehearsal wrote");
    let done = home.json(&["restore", first, "--yes", "--json"]);
    assert_eq!(done["done"], true);
    assert_eq!(done["rows"]["client"], 3);
    assert!(
        PathBuf::from(done["aside"].as_str().unwrap())
            .join("desk.db")
            .exists()
    );
    let clients = home.json(&["list", "clients", "--json"]);
    assert_eq!(clients.as_array().unwrap().len(), 3);
    // And back again, by the backup that was made before.
    home.well(&["restore", done["kept"].as_str().unwrap(), "--yes"]);
    let clients = home.json(&["list", "clients", "--json"]);
    assert_eq!(clients.as_array().unwrap().len(), 4);
    assert!(home.well(&["check", "--backups"]).contains("sound"));
}

#[test]
fn what_may_be_out_comes_back_unsure_in_the_list_and_from_due() {
    let home = Home::with_clients();
    // Planned for a moment that has passed while nobody looked: as a backup of last week would have it.
    let plan = home.write(
        "plan.csv",
        "date,client,channel,topic,text,status\n\
         2099-01-01 10:00,Kolos,vk,New year,Happy new year,approved\n",
    );
    home.well(&["import", "plan", &plan, "--yes"]);
    let conn = rusqlite::Connection::open(home.database()).unwrap();
    conn.execute_batch(
        "UPDATE variant SET at = unixepoch() - 3600; UPDATE agenda_sum SET at = unixepoch() - 3600",
    )
    .unwrap();
    drop(conn);
    home.well(&["backup"]);
    let done = home.json(&["restore", "latest", "--yes", "--json"]);
    assert_eq!(done["unsure"], 1);
    let due = home.json(&["due", "--json"]);
    assert_eq!(due["unsure"][0]["topic"], "New year");
    assert_eq!(due["unsure"][0]["reason"], "unsure-restored");
    for nothing in ["due", "missed", "ringing"] {
        assert!(due[nothing].as_array().unwrap().is_empty(), "{due}");
    }
    assert!(home.well(&["due"]).contains("came back from a backup"));
    assert_eq!(
        home.json(&["list", "posts", "--json"])[0]["status"],
        "unsure"
    );
}

#[test]
fn a_backup_that_is_not_there_or_not_sound_is_refused_with_the_reason() {
    let home = with_posts();
    assert!(
        home.refused(1, &["restore", "latest"])
            .contains("No sound backup")
    );
    assert!(home.refused(2, &["restore", "2019"]).contains("2019"));
    home.refused(1, &["restore", "/nowhere/at/all", "--yes"]);
    home.refused(2, &["restore"]);
    home.refused(2, &["restore", "latest", "--salvage"]);
    home.refused(2, &["restore", "latest", "--yes", "--dry-run"]);
    home.well(&["backup"]);
    home.well(&["backup"]);
    assert!(
        home.refused(2, &["restore", "20"]).contains("20"),
        "two are meant"
    );
    let newest = shelf(&home).pop().unwrap();
    let database = home
        .database()
        .parent()
        .unwrap()
        .join("backups")
        .join(&newest)
        .join("desk.db");
    let mut bytes = fs::read(&database).unwrap();
    let half = bytes.len() / 2;
    bytes[half] ^= 1;
    fs::write(&database, bytes).unwrap();
    assert!(
        home.refused(1, &["restore", &newest, "--yes"])
            .contains("not what it was")
    );
    let checked = home.run(&["check", "--backups", "--json"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(&newest), "{checked:?}");
    // The one before it is sound, and the newest is named as the reason.
    let said = home.run(&["restore", "latest", "--yes"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains(&newest), "{said:?}");
}

#[test]
fn a_large_import_is_kept_before_and_a_small_one_is_left_to_the_journal() {
    let home = Home::with_clients();
    let small = home.write("small.csv", december(20));
    home.well(&["import", "plan", &small, "--yes"]);
    assert_eq!(shelf(&home), [""; 0]);
    let large = home.write("large.csv", december(400));
    home.well(&["import", "plan", &large, "--yes"]);
    let kept = shelf(&home);
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(kept[0].ends_with("-import"));
    let rows = &home.json(&["backup", "list", "--json"])[0]["rows"];
    assert_eq!(rows["post"], 20, "it is of the desk before");
}

#[test]
fn a_damaged_desk_names_the_way_out_and_the_way_leads_out() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(240));
    home.well(&["import", "plan", &plan, "--yes"]);
    home.well(&["backup"]);
    let mut bytes = fs::read(home.database()).unwrap();
    for byte in &mut bytes[8192..60_000] {
        *byte ^= 0x5a;
    }
    fs::write(home.database(), &bytes).unwrap();
    let said = home.run(&["undo"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("postdesk restore latest"), "{said:?}");
    let told = home.run(&["restore", "--salvage"]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(
        fs::read(home.database()).unwrap() == bytes,
        "a rehearsal wrote"
    );
    let done = home.json(&["restore", "--salvage", "--yes", "--json"]);
    assert!(
        done["salvaged"]["read"]["text_rev"].as_i64().unwrap() > 0,
        "{done}"
    );
    home.well(&["check"]);
    let aside = PathBuf::from(done["aside"].as_str().unwrap());
    assert!(fs::read(aside.join("desk.db")).unwrap() == bytes);
    home.well(&["restore", "latest", "--yes"]);
    let posts = home.json(&["list", "posts", "--json"]);
    let texts = posts
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["text"] != "");
    assert!(texts.count() >= 240);
    home.well(&["check"]);
}

#[test]
fn a_disk_that_fills_in_the_middle_of_a_backup_leaves_nothing_behind() {
    let home = Home::with_clients();
    let plan = home.write("plan.csv", december(240));
    home.well(&["import", "plan", &plan, "--yes"]);
    let (before, kept) = (home.dump(), shelf(&home));
    // Files may not grow beyond so many blocks: what the disk of a full machine says.
    for blocks in [8, 64, 300] {
        let mut sh = std::process::Command::new("/bin/sh");
        let program = home.command::<&str>(&[]);
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        sh.arg("-c")
            .arg(limit)
            .arg(program.get_program())
            .arg("backup");
        sh.env_clear();
        for (name, value) in program.get_envs() {
            sh.env(name, value.unwrap());
        }
        let said = said(&mut sh);
        assert_eq!(said.code, 1, "{blocks}: {said:?}");
        assert_eq!(shelf(&home), kept, "{blocks}");
    }
    assert_eq!(home.dump(), before);
    home.well(&["backup"]);
}

#[test]
fn the_check_says_what_it_finds_in_words_and_in_json_and_mends_only_what_is_derived() {
    let home = with_posts();
    let sound = home.json(&["check", "--json"]);
    assert_eq!(sound["sound"], true);
    let desk = home.database().parent().unwrap().to_owned();
    fs::create_dir_all(desk.join("media")).unwrap();
    fs::write(desk.join("media").join("0".repeat(64)), "nobody's").unwrap();
    fs::create_dir_all(desk.join("editing")).unwrap();
    fs::write(desk.join("editing/left.txt"), "half a text").unwrap();
    let notes = home.json(&["check", "--json"]);
    let kinds: Vec<_> = notes["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["orphans", "editing"]);
    let conn = rusqlite::Connection::open(home.database()).unwrap();
    conn.execute_batch(
        "UPDATE agenda_sum SET outcome = 'published'; UPDATE text_rev SET text = text || '!';
         INSERT INTO media (uid, post, position, hash, name, bytes) VALUES ('m', 1, 0, 'gone', 'x', 1);",
    )
    .unwrap();
    drop(conn);
    let found = home.run(&["check", "--json"]);
    assert_eq!(found.code, 1);
    for kind in ["drifted", "text-changed", "media-missing"] {
        assert!(found.out.contains(kind), "{kind}: {found:?}");
    }
    // What was found is told even when it is mended at once; the next look finds only what cannot be derived.
    assert_eq!(home.run(&["check", "--mend"]).code, 1);
    let left = home.run(&["check", "--json"]);
    assert!(
        !left.out.contains("drifted") && left.out.contains("text-changed"),
        "{left:?}"
    );
    assert!(home.refused(1, &["check", "--backups"]).is_empty() || shelf(&home).is_empty());
}

#[test]
fn a_desk_that_is_open_elsewhere_is_not_replaced() {
    let home = with_posts();
    home.well(&["backup"]);
    let other = rusqlite::Connection::open(home.database()).unwrap();
    let one: i64 = other
        .query_row("SELECT count(*) FROM client", [], |row| row.get(0))
        .unwrap();
    assert_eq!(one, 3);
    let words = home.refused(1, &["restore", "latest", "--yes"]);
    assert!(words.contains("Close it first"), "{words}");
    drop(other);
    home.well(&["restore", "latest", "--yes"]);
}

#[test]
fn a_folder_that_a_cloud_program_has_marked_is_refused() {
    let home = Home::new();
    home.write(".stfolder/marker", "");
    let words = home.refused(1, &["client", "add", "Kolos"]);
    assert!(words.contains("Syncthing"), "{words}");
    assert!(!home.database().exists());
}
