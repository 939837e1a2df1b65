//! Backups that lie: paths that lead away, links, newer schemas, halves, and manifests of nonsense.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{bring, dealt, keep, left, picture, rows_of, trouble};
use crate::store::keeping::{Unsound, list, prove};
use crate::store::tests::desk::moment;
use crate::store::{FILE, StoreError, migrate};

/// A desk with a picture, and a backup of it to be spoiled.
fn spoiled(spoil: impl Fn(&Path)) -> (tempfile::TempDir, PathBuf) {
    let (mut desk, _) = dealt(20, 40);
    picture(&mut desk, b"bread and butter");
    let kept = keep(desk.folder.path(), moment(1));
    spoil(&kept.folder);
    (left(desk), kept.folder)
}

fn edit(folder: &Path, change: impl Fn(&mut Value)) {
    let file = folder.join("manifest.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut manifest);
    fs::write(&file, manifest.to_string()).unwrap();
}

/// Whatever it is, it is refused, the desk stands as it stood, and nothing lies about.
fn refused(spoil: impl Fn(&Path)) -> Unsound {
    let (desk, backup) = spoiled(spoil);
    let before = rows_of(desk.path());
    let refused = bring(desk.path(), &backup, moment(9));
    let Err(StoreError::Unsound(why)) = refused else {
        panic!("{refused:?}");
    };
    assert!(rows_of(desk.path()) == before);
    assert!(!desk.path().join("aside").exists());
    let dots = fs::read_dir(desk.path()).unwrap();
    let dots = dots.filter(|it| {
        it.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with('.')
    });
    assert_eq!(dots.count(), 0);
    assert_eq!(trouble(desk.path()), "");
    why
}

#[test]
fn a_manifest_cannot_name_a_file_outside_of_its_backup() {
    for path in [
        "../../../media",
        "/etc/passwd",
        "..",
        "",
        "ABCDEF",
        "con",
        "a/b",
        "\u{202e}txt",
    ] {
        let why = refused(|folder| {
            edit(folder, |manifest| {
                manifest["media"][0]["sha256"] = json!(path);
            });
        });
        assert!(matches!(why, Unsound::Manifest { .. }), "{path}: {why:?}");
    }
}

#[test]
fn a_manifest_of_nonsense_is_refused_in_words_that_are_harmless() {
    for text in [
        "",
        "null",
        "[]",
        "{\"at\": \"\u{1b}]52;c;AAAA\u{7}\"}",
        "{",
        &"[".repeat(200_000),
        &"\0".repeat(4096),
    ] {
        let why = refused(|folder| fs::write(folder.join("manifest.json"), text).unwrap());
        let Unsound::Manifest { detail } = &why else {
            panic!("{why:?}");
        };
        assert!(!detail.contains(char::is_control), "{detail:?}");
    }
}

#[test]
fn what_is_only_a_link_is_not_in_the_backup() {
    let linked = |name: &'static str| {
        move |folder: &Path| {
            let file = folder.join(name);
            let away = folder.join("away");
            fs::rename(&file, &away).unwrap();
            std::os::unix::fs::symlink(&away, &file).unwrap();
        }
    };
    let why = refused(linked("manifest.json"));
    assert!(matches!(why, Unsound::Manifest { .. }), "{why:?}");
    let why = refused(linked(FILE));
    assert!(matches!(why, Unsound::Changed { .. }), "{why:?}");
    // A pipe or a folder instead of a file would wait or break.
    let why = refused(|folder| {
        fs::remove_file(folder.join(FILE)).unwrap();
        fs::create_dir(folder.join(FILE)).unwrap();
    });
    assert!(matches!(why, Unsound::Changed { .. }), "{why:?}");
}

#[test]
fn a_backup_of_a_newer_program_waits_for_that_program() {
    let why = refused(|folder| edit(folder, |it| it["schema"] = json!(migrate::KNOWN + 1)));
    assert!(matches!(why, Unsound::Newer { .. }), "{why:?}");
    // A manifest that calls a newer database old is found out by the database.
    let why = refused(|folder| {
        let conn = rusqlite::Connection::open(folder.join(FILE)).unwrap();
        conn.pragma_update(None, "user_version", 99).unwrap();
    });
    assert!(matches!(why, Unsound::Changed { .. }), "{why:?}");
}

#[test]
fn half_a_backup_is_none() {
    let why = refused(|folder| fs::remove_file(folder.join("manifest.json")).unwrap());
    assert!(matches!(why, Unsound::Manifest { .. }), "{why:?}");
    let why = refused(|folder| fs::remove_file(folder.join(FILE)).unwrap());
    assert!(matches!(why, Unsound::Missing { .. }), "{why:?}");
    let why = refused(|folder| {
        let file = fs::OpenOptions::new()
            .write(true)
            .open(folder.join(FILE))
            .unwrap();
        file.set_len(8192).unwrap();
    });
    assert!(matches!(why, Unsound::Changed { .. }), "{why:?}");
    let why = refused(|folder| fs::remove_dir_all(folder).unwrap());
    assert!(matches!(why, Unsound::Manifest { .. }), "{why:?}");
}

#[test]
fn a_foreign_database_under_our_name_is_no_desk() {
    let why = refused(|folder| {
        let file = folder.join(FILE);
        fs::remove_file(&file).unwrap();
        let conn = rusqlite::Connection::open(&file).unwrap();
        conn.execute_batch("CREATE TABLE recipes (name TEXT)")
            .unwrap();
        drop(conn);
        let (sha256, bytes) = weighed(&file);
        edit(folder, |it| {
            it["database"] = json!({ "sha256": sha256, "bytes": bytes });
        });
    });
    assert!(matches!(why, Unsound::Database { .. }), "{why:?}");
}

fn weighed(file: &Path) -> (String, usize) {
    use sha2::{Digest, Sha256};
    let bytes = fs::read(file).unwrap();
    let hash = crate::domain::hash::hex(&Sha256::digest(&bytes));
    (hash, bytes.len())
}

#[test]
fn a_broken_picture_does_not_hold_up_the_words() {
    let (desk, backup) = spoiled(|folder| {
        let media = folder.join("media");
        let picture = fs::read_dir(&media).unwrap().next().unwrap().unwrap();
        // The desk's own picture shares these bytes and must stay what it is.
        fs::remove_file(picture.path()).unwrap();
        fs::write(picture.path(), b"bread and butteR").unwrap();
    });
    let proof = prove(&backup).unwrap();
    assert!(matches!(proof.broken[..], [Unsound::Changed { .. }]));
    let done = bring(desk.path(), &backup, moment(9)).unwrap();
    assert_eq!(done.broken, proof.broken);
    assert_eq!(trouble(desk.path()), "");
}

#[test]
fn a_picture_that_changed_in_the_desk_comes_back_and_makes_nothing_vanish() {
    let (desk, backup) = spoiled(|_| ());
    let media = desk.path().join("media");
    // The one that has the name of its bytes.
    let mut pictures = fs::read_dir(&media).unwrap().map(|it| it.unwrap().path());
    let picture = pictures.find(|it| it.file_name().unwrap().len() == 64);
    let picture = picture.unwrap();
    fs::remove_file(&picture).unwrap();
    fs::write(&picture, b"scratched").unwrap();
    bring(desk.path(), &backup, moment(9)).unwrap();
    assert_eq!(fs::read(&picture).unwrap(), b"bread and butter");
    let name = picture.file_name().unwrap().to_str().unwrap();
    let scratched = media.join(format!("changed-{name}"));
    assert_eq!(fs::read(scratched).unwrap(), b"scratched");
}

#[test]
fn a_list_says_of_each_whether_it_looks_whole() {
    let (desk, backup) = spoiled(|folder| fs::remove_file(folder.join(FILE)).unwrap());
    keep(desk.path(), moment(5));
    let kept = list(desk.path()).unwrap();
    assert_eq!(kept.len(), 2);
    assert!(kept[0].manifest.is_ok());
    assert!(kept[1].manifest.is_err() && kept[1].folder == backup);
}
