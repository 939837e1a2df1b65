//! The restore drill: the desk comes back row by row, whatever breaks off in between the old or the new stands whole, and
//! nobody's open desk is pulled from under them.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{bring, dealt, differing, keep, left, picture, rows, rows_of, trouble};
use crate::domain::chance::Rng;
use crate::store::keeping::{Source, Step, list, prove, rehearse, restore, unwatched};
use crate::store::tests::desk::{Desk, Rows, moment, open};
use crate::store::{FILE, Origin, Store, StoreError};

/// What a restore adds of its own: the doubt, and the number of the desk's life.
const OWN: [&str; 3] = ["delivery", "delivery_event", "memory"];

/// A desk, a backup of it, and what was done after.
fn moved_on(
    seed: u64,
) -> (
    tempfile::TempDir,
    std::path::PathBuf,
    [BTreeMap<String, Rows>; 2],
) {
    let (mut desk, mut dealer) = dealt(seed, 60);
    picture(&mut desk, b"bread");
    let kept = keep(desk.folder.path(), dealer.now);
    let then = rows(&desk.store.writer);
    for _ in 0..20 {
        dealer.wait();
        let command = dealer.deal(&desk.store);
        desk.store.apply(&command, dealer.now).ok();
    }
    let now = rows(&desk.store.writer);
    (left(desk), kept.folder, [then, now])
}

#[test]
fn the_desk_comes_back_row_by_row() {
    for seed in 30..36 {
        let (desk, backup, [then, _]) = moved_on(seed);
        let done = bring(desk.path(), &backup, moment(99_999)).unwrap();
        let back = rows_of(desk.path());
        assert_eq!(differing(&then, &back, &OWN), None, "seed {seed}");
        // Nothing of the facts is lost, and all that came are the doubts.
        for table in ["delivery", "delivery_event"] {
            assert!(
                back[table].starts_with(&then[table]),
                "seed {seed}: {table}"
            );
        }
        let new = &back["delivery_event"][then["delivery_event"].len()..];
        assert_eq!(new.len(), done.unsure);
        assert!(
            new.iter()
                .all(|row| row.contains(&"Text(\"unsure\")".to_owned()))
        );
        assert_eq!(trouble(desk.path()), "", "seed {seed}");
    }
}

#[test]
fn restored_at_once_nothing_is_different_at_all_and_undo_goes_on() {
    let (desk, dealer) = dealt(41, 50);
    let before = rows(&desk.store.writer);
    let kept = keep(desk.folder.path(), dealer.now);
    let folder = left(desk);
    let done = bring(folder.path(), &kept.folder, moment(-99_999)).unwrap();
    let mut store = open(folder.path(), Origin::Window, 3).unwrap();
    // What was being published by hand at that moment is in doubt all the same.
    let doubts = ["memory", "delivery", "delivery_event", "agenda_sum"];
    let may_differ = &doubts[..if done.unsure > 0 { 4 } else { 1 }];
    assert_eq!(differing(&before, &rows(&store.writer), may_differ), None);
    let mut undone = 0;
    while store.undo(dealer.now).is_ok() {
        undone += 1;
    }
    assert!(undone > 10, "{undone}");
}

#[test]
fn the_desk_that_stood_is_set_aside_kept_and_can_be_brought_back_itself() {
    let (desk, backup, [then, now]) = moved_on(42);
    let file = fs::read(desk.path().join(FILE)).unwrap();
    let done = bring(desk.path(), &backup, moment(99_999)).unwrap();
    let aside = done.aside.unwrap();
    assert!(aside.starts_with(desk.path().join("aside")));
    assert!(fs::read(aside.join(FILE)).unwrap() == file);
    let kept = desk.path().join("backups").join(done.kept.unwrap());
    assert_eq!(prove(&kept).unwrap().manifest.why.word(), "restore");
    bring(desk.path(), &kept, moment(99_999)).unwrap();
    let back = rows_of(desk.path());
    assert_eq!(differing(&now, &back, &OWN), None);
    assert_ne!(differing(&then, &back, &OWN), None);
    assert_eq!(fs::read_dir(desk.path().join("aside")).unwrap().count(), 2);
}

#[test]
fn each_restore_begins_a_new_life_of_the_same_desk() {
    let (desk, backup, _) = moved_on(43);
    let life = |folder: &Path| -> Vec<String> {
        let store = open(folder, Origin::Window, 3).unwrap();
        let asked = |key| store.reader().memory(key).unwrap().unwrap();
        vec![asked("desk.id"), asked("desk.epoch")]
    };
    let first = life(desk.path());
    let mut epochs = vec![first[1].clone()];
    for _ in 0..3 {
        bring(desk.path(), &backup, moment(99_999)).unwrap();
        let now = life(desk.path());
        assert_eq!(now[0], first[0]);
        epochs.push(now[1].clone());
    }
    assert_eq!(epochs, ["1", "2", "3", "4"]);
}

#[test]
fn a_desk_that_somebody_has_open_is_not_replaced() {
    let (desk, mut dealer) = dealt(44, 30);
    let kept = keep(desk.folder.path(), moment(1));
    let before = rows(&desk.store.writer);
    let refused = bring(desk.folder.path(), &kept.folder, moment(2));
    assert!(matches!(refused, Err(StoreError::InUse)), "{refused:?}");
    let only_reading = Store::open_for_reading(desk.folder.path()).unwrap();
    only_reading.clients().unwrap();
    let folder = left(desk);
    let refused = bring(folder.path(), &kept.folder, moment(2));
    assert!(matches!(refused, Err(StoreError::InUse)), "{refused:?}");
    drop(only_reading);
    assert_eq!(differing(&before, &rows_of(folder.path()), &[]), None);
    // Somebody who comes in the middle of it is seen at the last moment.
    let mut came = None;
    let source = Source::Backup(&kept.folder);
    let refused = restore(
        folder.path(),
        source,
        moment(2),
        Rng::seeded(5),
        &mut |step| {
            if step == Step::Doubted {
                let mut store = open(folder.path(), Origin::Cli, 3).unwrap();
                let command = dealer.deal_kind(&store, 0);
                store.apply(&command, dealer.now).unwrap();
                came = Some(store);
            }
            Ok(())
        },
    );
    assert!(matches!(refused, Err(StoreError::InUse)), "{refused:?}");
    let stands = rows(&came.unwrap().writer);
    assert_eq!(stands["client"].len(), before["client"].len() + 1);
    bring(folder.path(), &kept.folder, moment(3)).unwrap();
    assert_eq!(trouble(folder.path()), "");
}

#[test]
fn broken_off_at_any_step_the_old_or_the_new_stands_whole() {
    let mut steps = 0;
    for step in Step::ALL {
        let (desk, backup, [then, now]) = moved_on(45);
        let mut seen = false;
        let source = Source::Backup(&backup);
        let done = restore(
            desk.path(),
            source,
            moment(99_999),
            Rng::seeded(5),
            &mut |at| {
                seen |= at == *step;
                if at == *step {
                    return Err(ErrorKind::StorageFull.into());
                }
                Ok(())
            },
        );
        if !seen {
            continue;
        }
        steps += 1;
        assert!(done.is_err(), "{step:?}");
        let stands = rows_of(desk.path());
        let wanted = if *step == Step::Switched { &then } else { &now };
        assert_eq!(differing(wanted, &stands, &OWN), None, "{step:?}");
        assert_eq!(trouble(desk.path()), "", "{step:?}");
        bring(desk.path(), &backup, moment(99_999)).unwrap();
        assert_eq!(differing(&then, &rows_of(desk.path()), &OWN), None);
    }
    assert_eq!(steps, 10);
}

#[test]
fn a_desk_that_is_gone_comes_back() {
    let (desk, backup, [then, _]) = moved_on(46);
    for name in [FILE, "desk.db-wal", "desk.db-shm"] {
        fs::remove_file(desk.path().join(name)).ok();
    }
    fs::remove_dir_all(desk.path().join("media")).unwrap();
    let done = bring(desk.path(), &backup, moment(99_999)).unwrap();
    assert_eq!((done.aside, done.kept), (None, None));
    assert_eq!(differing(&then, &rows_of(desk.path()), &OWN), None);
    // And on another machine, where there is nothing but the backup.
    let fresh = tempfile::tempdir().unwrap();
    let folder = fresh.path().join("desk");
    bring(&folder, &backup, moment(99_999)).unwrap();
    assert_eq!(differing(&then, &rows_of(&folder), &OWN), None);
    let media = fs::read_dir(folder.join("media")).unwrap();
    let pictures = media.filter(|it| it.as_ref().unwrap().file_name().len() == 64);
    assert_eq!(pictures.count(), 1);
}

#[test]
fn a_rehearsal_says_what_would_come_and_changes_nothing() {
    let (desk, backup, [then, now]) = moved_on(47);
    let files = |folder: &Path| fs::read_dir(folder).unwrap().count();
    let (before, shelf) = (files(desk.path()), files(&backup));
    let told = rehearse(desk.path(), &backup, moment(99_999)).unwrap();
    assert!(told.is_ours);
    assert_eq!(told.proof.manifest.rows["post"], then["post"].len() as i64);
    assert_eq!(told.stands.unwrap()["post"], now["post"].len() as i64);
    assert_eq!(files(&backup), shelf);
    assert_eq!(files(desk.path()), before);
    assert_eq!(differing(&now, &rows_of(desk.path()), &[]), None);
    let done = bring(desk.path(), &backup, moment(99_999)).unwrap();
    assert_eq!(done.unsure, told.unsure);
    let other = Desk::new();
    let strange = keep(other.folder.path(), moment(1));
    let told = rehearse(desk.path(), &strange.folder, moment(2)).unwrap();
    assert!(!told.is_ours);
}

#[test]
fn a_damaged_desk_is_set_aside_to_the_last_byte_with_its_log() {
    let (mut desk, mut dealer) = dealt(49, 80);
    let kept = keep(desk.folder.path(), dealer.now);
    let settle = "PRAGMA wal_checkpoint(TRUNCATE)";
    desk.store.writer.execute_batch(settle).unwrap();
    for _ in 0..9 {
        let command = dealer.deal(&desk.store);
        desk.store.apply(&command, dealer.now).ok();
    }
    // As a crash leaves it: the database with its log and the pictures, and then a page of nonsense.
    let crashed = tempfile::tempdir().unwrap();
    fs::create_dir_all(crashed.path().join("media")).unwrap();
    for picture in fs::read_dir(desk.folder.path().join("media")).unwrap() {
        let picture = picture.unwrap();
        let place = crashed.path().join("media").join(picture.file_name());
        fs::copy(picture.path(), place).unwrap();
    }
    for name in [FILE, "desk.db-wal"] {
        fs::copy(desk.folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    let file = crashed.path().join(FILE);
    let mut bytes = fs::read(&file).unwrap();
    bytes[4096..].fill(0x5A);
    fs::write(&file, &bytes).unwrap();
    let log = fs::read(crashed.path().join("desk.db-wal")).unwrap();
    let done = bring(crashed.path(), &kept.folder, dealer.now).unwrap();
    assert_eq!(done.kept, None, "nonsense is no backup");
    let aside = done.aside.unwrap();
    assert!(fs::read(aside.join(FILE)).unwrap() == bytes);
    assert!(!log.is_empty() && fs::read(aside.join("desk.db-wal")).unwrap() == log);
    assert_eq!(trouble(crashed.path()), "");
    let no_log = fs::metadata(crashed.path().join("desk.db-wal"));
    assert!(
        no_log.is_err(),
        "the log of another desk lies beside the new one"
    );
    assert!(list(crashed.path()).unwrap().is_empty());
}

#[test]
fn a_folder_that_may_only_be_read_refuses_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, backup, [_, now]) = moved_on(49);
    let lock = |mode| fs::set_permissions(desk.path(), fs::Permissions::from_mode(mode)).unwrap();
    lock(0o555);
    let walks_through = fs::write(desk.path().join("probe"), "").is_ok();
    if !walks_through {
        let refused = bring(desk.path(), &backup, moment(99_999));
        assert!(refused.is_err(), "{refused:?}");
        let to = None;
        let order = crate::store::keeping::Order {
            why: crate::domain::backup::Why::Asked,
            at: moment(1),
            to,
        };
        // The shelf is a folder of its own and may still be written; another one may not be begun.
        fs::rename(desk.path().join("backups"), desk.path().join("b")).ok();
        crate::store::keeping::make(desk.path(), order, &mut unwatched).unwrap();
    }
    lock(0o755);
    assert_eq!(differing(&now, &rows_of(desk.path()), &[]), None);
}
