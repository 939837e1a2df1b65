//! A clock that is set: nothing is marked twice, nothing goes out in a burst, and what was missed is one list with reasons.

use chrono::{Duration, NaiveDate, TimeZone};
use postdesk::app::Outside;
use postdesk::domain::post::Approval;
use postdesk::event::{Event, Input, Signal};
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, KAZAN, Setup, at};

/// How often each variant was marked, by what it was marked as.
fn marks(desk: &Desk) -> Vec<(i64, String, i64)> {
    let conn = rusqlite::Connection::open(desk.folder.path().join("desk.db")).unwrap();
    let sql = "SELECT d.variant, e.kind, count(*) FROM delivery_event e JOIN delivery d ON d.id = e.delivery \
        WHERE e.kind IN ('due', 'missed', 'rang') GROUP BY 1, 2 ORDER BY 1, 2";
    let mut rows = conn.prepare(sql).unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

fn rings(desk: &Desk) -> usize {
    let rang = |it: &&Outside| matches!(it, Outside::Ring(_));
    desk.outside.iter().filter(rang).count()
}

/// Six posts through the day, by hand, and one that is still a draft.
fn full_day() -> Desk {
    let (mut desk, client, vk, tg) = Setup::kolos();
    for hour in [8, 10, 12, 14, 16, 18] {
        let topic = format!("Пост {hour}");
        desk.post(client, &[vk, tg], &topic, at(hour, 0), Approval::Approved);
    }
    desk.post(client, &[vk], "Черновик", at(11, 0), Approval::Draft);
    desk.open()
}

#[track_caller]
fn nothing_twice(desk: &Desk) {
    let marks = marks(desk);
    let twice: Vec<_> = marks.iter().filter(|(_, _, times)| *times > 1).collect();
    assert!(twice.is_empty(), "marked twice: {twice:?}");
}

#[test]
fn a_clock_set_back_marks_and_rings_nothing_again() {
    let mut desk = full_day();
    desk.later(40).later(20).later(60);
    let (marked, rung) = (marks(&desk), rings(&desk));
    assert!(!marked.is_empty() && rung > 0);
    let late = desk.screen().matches("missed").count();
    desk.later(-90).later(1).later(9).later(80);
    assert_eq!(marks(&desk), marked);
    assert_eq!(rings(&desk), rung, "a post rang twice");
    assert_eq!(desk.screen().matches("missed").count(), late);
    nothing_twice(&desk);
}

#[test]
fn a_clock_set_forward_makes_one_list_of_misses_with_reasons_and_sends_nothing() {
    for days in [1, 366] {
        let mut desk = full_day();
        let outside = desk.outside.len();
        desk.later(days * 24 * 60);
        // The new day is kept safe and looked over, which is nothing that anybody reads or hears.
        let is_quiet = |it: &Outside| {
            matches!(
                it,
                Outside::KeepSafe { .. } | Outside::Check { .. } | Outside::Measure(_)
            )
        };
        let is_sent = |it: &&Outside| !is_quiet(it);
        let sent: Vec<&Outside> = desk.outside[outside..].iter().filter(is_sent).collect();
        assert!(sent.is_empty(), "a burst: {sent:?}");
        // Six posts and a draft; the first had been missed before the window opened.
        desk.sees("LATE 7")
            .sees("Пост 8  ")
            .sees("window was closed")
            .sees("computer was asleep")
            .sees("was still a draft");
        assert!(!desk.screen().contains("✓ out"));
        let marked = marks(&desk);
        assert_eq!(marked.iter().filter(|it| it.1 == "missed").count(), 13);
        desk.later(1).later(60).later(24 * 60);
        assert_eq!(marks(&desk), marked);
        nothing_twice(&desk);
    }
}

#[test]
fn back_from_a_wrong_year_the_misses_stand_and_the_future_is_not_lost() {
    let mut desk = full_day();
    desk.later(366 * 24 * 60).sees("LATE 7");
    let marked = marks(&desk);
    // Somebody mends the clock; the desk is opened again on another day, too.
    desk.later(-366 * 24 * 60).screen();
    desk.later(60);
    assert_eq!(marks(&desk), marked);
    nothing_twice(&desk);
    let store = Store::open(
        desk.folder.path(),
        Origin::Rule,
        PATIENCE,
        postdesk::domain::chance::Rng::seeded(3),
    );
    assert_eq!(store.unwrap().check().unwrap(), []);
    // What was taken for missed goes out by hand all the same.
    desk.keys("enter enter enter").sees("✓ out at");
}

#[test]
fn waking_from_a_sleep_looks_at_the_clock_at_once() {
    let mut desk = full_day();
    desk.sleeps(5 * 60);
    desk.event(Event::Signal(Signal::Continue));
    desk.sees("LATE 4").sees("computer was asleep");
    assert_eq!(rings(&desk), 0, "a bell for what is long gone");
    desk.sleeps(2 * 60);
    desk.event(Event::Input(Input::FocusIn));
    desk.event(Event::Wake);
    desk.sees("LATE 5");
    nothing_twice(&desk);
}

/// A post of a client in Lahti, at noon a day before the night on which the clocks there change.
fn before_the_change(day: NaiveDate) -> Desk {
    let helsinki = chrono_tz::Europe::Helsinki;
    let (mut desk, client, vk, _) = Setup::kolos();
    let local = (day - Duration::days(1)).and_hms_opt(12, 0, 0).unwrap();
    desk.now = helsinki.from_local_datetime(&local).unwrap().to_utc();
    let when = desk.now + Duration::minutes(30);
    desk.post(client, &[vk], "Пост", when, Approval::Approved);
    desk.in_zone(client, helsinki);
    desk.open_in(helsinki, postdesk::locale::Lang::En, 80, 24)
}

#[test]
fn a_time_that_does_not_exist_or_comes_twice_is_said_before_enter() {
    let spring = NaiveDate::from_ymd_opt(2027, 3, 28).unwrap();
    let mut desk = before_the_change(spring);
    desk.keys("t")
        .types("28.03 03:30")
        .sees("That time does not exist");
    desk.keys("enter").misses("That time does not exist");
    assert_eq!(
        planned(&desk),
        KAZAN
            .with_ymd_and_hms(2027, 3, 28, 4, 30, 0)
            .unwrap()
            .timestamp()
    );
    let autumn = NaiveDate::from_ymd_opt(2027, 10, 31).unwrap();
    let mut desk = before_the_change(autumn);
    desk.keys("t").types("31.10 03:30").sees("comes twice");
    desk.keys("enter").misses("comes twice");
    assert_eq!(
        planned(&desk),
        KAZAN
            .with_ymd_and_hms(2027, 10, 31, 3, 30, 0)
            .unwrap()
            .timestamp()
    );
}

/// The one post's moment.
fn planned(desk: &Desk) -> i64 {
    let conn = rusqlite::Connection::open(desk.folder.path().join("desk.db")).unwrap();
    conn.query_row("SELECT at FROM agenda_sum", [], |row| row.get(0))
        .unwrap()
}
