//! Backups: whole or not at all, listed for what they are, let go by the rule and by nothing else.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;

use chrono::Duration;

use super::{dealt, keep, keep_for, picture, rows, rows_of};
use crate::domain::backup::Why;
use crate::store::keeping::{
    Order, Step, claim, find, let_go, list, make, newest_sound, prove, unwatched,
};
use crate::store::tests::desk::{Desk, moment};
use crate::store::{FILE, Origin, StoreError, migrate};

#[test]
fn a_backup_holds_every_row_and_every_picture_and_vouches_for_them() {
    let (mut desk, _) = dealt(3, 60);
    let hash = picture(&mut desk, b"a picture of bread");
    let kept = keep(desk.folder.path(), moment(777));
    assert_eq!(
        kept.name,
        crate::domain::backup::name(moment(777), Why::Asked, 1)
    );
    let manifest = kept.manifest.clone().unwrap();
    assert_eq!(manifest.schema, migrate::KNOWN);
    assert_eq!(manifest.at, moment(777));
    assert_eq!(manifest.media.len(), 1);
    assert_eq!(
        manifest.rows["post"],
        desk.number("SELECT count(*) FROM post")
    );
    let there = |folder: &std::path::Path| fs::metadata(folder.join("media").join(&hash)).unwrap();
    let (here, kept_there) = (there(desk.folder.path()), there(&kept.folder));
    assert_eq!(
        here.ino(),
        kept_there.ino(),
        "a picture takes no second place"
    );
    assert_eq!(prove(&kept.folder).unwrap().broken, []);
    assert_eq!(rows_of(&kept.folder), rows(&desk.store.writer));
    let files: Vec<_> = fs::read_dir(&kept.folder)
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(files.len(), 3, "{files:?}");
}

#[test]
fn others_write_on_while_a_backup_is_made() {
    let (desk, mut dealer) = dealt(4, 30);
    let mut other = desk.beside(Origin::Cli, 2);
    let before = rows(&desk.store.writer);
    let order = Order {
        why: Why::Daily,
        at: moment(1),
        to: None,
    };
    let kept = make(desk.folder.path(), order, &mut |step| {
        if step == Step::Copied {
            let command = dealer.deal_kind(&other, 0);
            other.apply(&command, dealer.now).unwrap();
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(rows_of(&kept.folder), before);
    assert_ne!(rows(&desk.store.writer), before);
}

#[test]
fn a_backup_broken_off_at_any_step_is_no_backup_and_is_swept_away() {
    let (mut desk, _) = dealt(5, 20);
    picture(&mut desk, b"bread");
    let folder = desk.folder.path();
    let shelf = folder.join("backups");
    let mut steps = 0;
    for step in Step::ALL {
        let order = Order {
            why: Why::Asked,
            at: moment(5),
            to: None,
        };
        let mut seen = false;
        let made = make(folder, order, &mut |at| {
            seen |= at == *step;
            if at == *step {
                return Err(ErrorKind::StorageFull.into());
            }
            Ok(())
        });
        if !seen {
            continue;
        }
        steps += 1;
        assert_eq!(made.unwrap_err().words().key, "store-full");
        let named = list(folder).unwrap();
        assert_eq!(named.len(), usize::from(*step == Step::Named), "{step:?}");
        for one in named {
            prove(&one.folder).unwrap();
            fs::remove_dir_all(one.folder).unwrap();
        }
        assert_eq!(fs::read_dir(&shelf).unwrap().count(), 0, "{step:?}");
    }
    assert_eq!(steps, 6);
    // What a dead process left behind goes with the next one; what a living one is at, and what is hers, stays.
    let (dead, lives, hers) = (
        ".making-99999999-desk".to_owned(),
        format!(".making-{}-x", std::process::id()),
        "my notes".to_owned(),
    );
    for name in [&dead, &lives, &hers] {
        fs::create_dir(shelf.join(name)).unwrap();
    }
    keep(folder, moment(6));
    assert!(!shelf.join(dead).exists() && shelf.join(lives).exists() && shelf.join(hers).exists());
}

#[test]
fn two_in_one_minute_have_two_names_and_both_can_be_found() {
    let (desk, _) = dealt(6, 12);
    let folder = desk.folder.path();
    let first = keep(folder, moment(5));
    let second = keep(folder, moment(5) + Duration::seconds(20));
    assert_eq!(second.name, format!("{}-2", first.name));
    let names: Vec<String> = list(folder)
        .unwrap()
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(
        names,
        [second.name.clone(), first.name.clone()],
        "newest first"
    );
    assert_eq!(find(folder, &first.name).unwrap(), [first.folder]);
    assert_eq!(find(folder, &second.name).unwrap(), [second.folder]);
    assert_eq!(find(folder, &first.name[..10]).unwrap().len(), 2);
    assert!(find(folder, "2019").unwrap().is_empty());
}

#[test]
fn a_folder_to_make_a_backup_in_belongs_to_one_thread_only() {
    const AT_ONCE: usize = 8;
    const EACH: usize = 40;
    let shelf = tempfile::tempdir().unwrap();
    let start = std::sync::Barrier::new(AT_ONCE);
    let one_thread = || {
        start.wait();
        for _ in 0..EACH {
            claim(shelf.path(), "2026-11-24T0612Z").unwrap();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(one_thread);
        }
    });
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), AT_ONCE * EACH);
}

#[test]
fn many_threads_at_once_make_as_many_backups() {
    const AT_ONCE: usize = 12;
    let (desk, _) = dealt(7, 12);
    let folder = desk.folder.path();
    let start = std::sync::Barrier::new(AT_ONCE);
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                start.wait();
                keep(folder, moment(5))
            });
        }
    });
    let kept = list(folder).unwrap();
    assert_eq!(kept.len(), AT_ONCE);
    assert!(kept.iter().all(|it| prove(&it.folder).is_ok()));
}

#[test]
fn the_rule_lets_go_of_what_is_ours_and_of_nothing_else() {
    let (desk, _) = dealt(8, 12);
    let folder = desk.folder.path();
    let day = |at: crate::domain::Moment| at.date_naive();
    let mut last = keep(folder, moment(0));
    for days in 1..12 {
        last = keep_for(folder, moment(days * 1440), Why::Daily).unwrap();
    }
    let shelf = folder.join("backups");
    // A name like ours without a manifest, another desk's, and a link into hers.
    let bare = shelf.join("2019-01-01T0000Z-daily");
    fs::create_dir(&bare).unwrap();
    let other = Desk::new();
    let strange = keep_for(other.folder.path(), moment(-9000), Why::Daily).unwrap();
    let brought = shelf.join(&strange.name);
    fs::rename(&strange.folder, &brought).unwrap();
    let hers = tempfile::tempdir().unwrap();
    let link = shelf.join("2018-01-01T0000Z-daily");
    std::os::unix::fs::symlink(hers.path(), &link).unwrap();
    let gone = let_go(folder, &last, day).unwrap();
    assert!(gone > 0);
    assert!(bare.exists() && brought.exists() && link.exists() && hers.path().exists());
    let ours: Vec<_> = list(folder).unwrap();
    let daily = ours
        .iter()
        .filter(|it| it.why == Why::Daily && it.at > moment(0));
    assert_eq!(daily.count(), 11 - gone);
    assert!(ours.iter().any(|it| it.why == Why::Asked));
    assert_eq!(let_go(folder, &last, day).unwrap(), 0, "once is enough");
}

#[test]
fn the_newest_sound_one_is_the_newest_that_is_sound() {
    let (desk, _) = dealt(9, 30);
    let folder = desk.folder.path();
    let good = keep(folder, moment(1));
    let torn = keep(folder, moment(2));
    let file = torn.folder.join(FILE);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let (found, unsound) = newest_sound(folder).unwrap();
    assert_eq!(found.unwrap().name, good.name);
    assert_eq!(unsound.len(), 1);
    assert_eq!(unsound[0].0.name, torn.name);
}

#[test]
fn a_backup_goes_where_she_wants_it() {
    let (desk, _) = dealt(10, 12);
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().join("postdesk");
    let order = Order {
        why: Why::Asked,
        at: moment(1),
        to: Some(&to),
    };
    let kept = make(desk.folder.path(), order, &mut unwatched).unwrap();
    assert!(kept.folder.starts_with(&to));
    prove(&kept.folder).unwrap();
    assert!(list(desk.folder.path()).unwrap().is_empty());
    let nowhere = Order {
        to: Some(&to.join(&kept.name).join(FILE)),
        ..order
    };
    let refused = make(desk.folder.path(), nowhere, &mut unwatched);
    assert!(matches!(refused, Err(StoreError::Io(_))));
}
