//! A desk that came back from a backup: what may be out already stands on top, is never called due, and Enter settles it.

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::post::Approval;
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::store::Store;
use postdesk::store::keeping::{self, Order, Source};

use crate::desk::{Setup, at};

/// Kolos with a post on two channels and one on one, restored from a backup of eight o'clock.
fn restored() -> Setup {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(client, &[vk, tg], "Сырники", at(8, 30), Approval::Approved);
    desk.post(client, &[vk], "Хлеб", at(9, 0), Approval::Draft);
    desk.post(client, &[vk], "Вечер", at(19, 0), Approval::Approved);
    let Setup { folder, store, now } = desk;
    drop(store);
    let order = Order {
        why: postdesk::domain::backup::Why::Asked,
        at: at(8, 0),
        to: None,
    };
    let kept = keeping::make(folder.path(), order, &mut keeping::unwatched).unwrap();
    let source = Source::Backup(&kept.folder);
    let rng = Rng::seeded(2);
    keeping::restore(folder.path(), source, now, rng, &mut keeping::unwatched).unwrap();
    Setup::at(folder, now)
}

#[test]
fn what_may_be_out_stands_on_top_and_is_not_due() {
    let mut desk = restored().open();
    desk.sees("DID IT GO OUT? 2")
        .sees("restored from a backup")
        .sees("Сырники")
        .sees("out or not? only you know")
        .misses("due now")
        .misses("missed");
    desk.keys("2").sees("¿").sees("Enter settle");
}

#[test]
fn it_is_asked_in_russian_too() {
    let mut desk = restored().open_as(Lang::Ru, 80, 24);
    desk.sees("ВЫШЛО ИЛИ НЕТ? 2").sees("знаете только вы");
    desk.keys("enter").sees("Сырники: вышло?").sees("Не вышло");
}

#[test]
fn enter_settles_each_and_u_asks_again() {
    let mut desk = restored().open();
    desk.keys("enter")
        .sees("Сырники: did it go out?")
        .sees("It went out")
        .sees("Only TG: it did not");
    desk.keys("enter").sees("DID IT GO OUT? 1");
    desk.keys("u").sees("DID IT GO OUT? 2");
    // On one of its channels only.
    desk.keys("home enter down down down down enter");
    desk.sees("DID IT GO OUT? 2");
    desk.keys("u").sees("DID IT GO OUT? 2");
    desk.keys("home enter down enter").sees("DID IT GO OUT? 1");
    // What did not go out is due as ever, and Enter publishes it by hand.
    desk.sees("Not out: 2 posts").sees("due now, 0:42 past");
    desk.sees("Enter publish");
}

#[test]
fn another_time_settles_it_as_well() {
    let mut desk = restored().open();
    desk.keys("t").types("20:00").keys("enter");
    desk.sees("DID IT GO OUT? 1");
}

#[test]
fn the_care_of_the_day_waits_for_the_first_frame_and_comes_once_a_day() {
    let (desk, ..) = Setup::kolos();
    let mut desk = desk.open();
    let asked = |outside: &[Outside]| {
        let care = |it: &&Outside| matches!(it, Outside::KeepSafe { .. });
        outside.iter().filter(care).count()
    };
    assert_eq!(asked(&desk.outside), 0);
    for (hour, minute, wanted) in [(9, 13, 1), (9, 14, 0), (23, 59, 0)] {
        let outside = desk.app.handle(Event::Wake, at(hour, minute));
        assert_eq!(asked(&outside), wanted, "{hour}:{minute}");
    }
    let tomorrow = at(23, 59) + chrono::Duration::minutes(2);
    assert_eq!(asked(&desk.app.handle(Event::Wake, tomorrow)), 1);
}

#[test]
fn the_care_of_the_day_makes_one_backup_and_finds_a_damaged_desk() {
    let (mut desk, client, vk, _) = Setup::kolos();
    for n in 0..60 {
        let topic = format!("Пост {n}");
        desk.post(client, &[vk], &topic, at(12, 0), Approval::Draft);
    }
    let Setup { folder, store, now } = desk;
    drop(store);
    let day = |at: postdesk::domain::Moment| at.date_naive();
    let first = keeping::daily(folder.path(), now, day, false).unwrap();
    assert!(first.is_some());
    assert_eq!(keeping::daily(folder.path(), now, day, true).unwrap(), None);
    let file = folder.path().join("desk.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let half = bytes.len() / 8192 * 4096;
    bytes[half..half + 12_288].fill(0x5A);
    std::fs::write(&file, bytes).unwrap();
    let tomorrow = now + chrono::Duration::days(1);
    let found = keeping::daily(folder.path(), tomorrow, day, false);
    assert!(found.is_err(), "{found:?}");
    let kept = keeping::list(folder.path()).unwrap();
    assert_eq!(kept.len(), 1, "what is damaged is not kept as a backup");
    assert!(Store::is_at(folder.path()));
}
