//! Several programs on one desk at once: nothing is lost, nothing is recorded twice.

use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::desk::{Desk, findings, message, moment, open, post, receive};
use crate::domain::chance::Rng;
use crate::domain::command::{Command, DeliveryCommand, InboxCommand, Mark, PlanCommand};
use crate::domain::ids::{ThreadId, VariantId};
use crate::domain::inbox::Tone;
use crate::domain::post::{Approval, Outcome};
use crate::store::{Origin, PATIENCE_OF_THE_WINDOW, Store, StoreError};

const WRITERS: i64 = 8;
const COMMANDS: i64 = 50;

#[test]
fn eight_writers_lose_nothing() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.apply(&receive(vec![message(
        channel,
        "аня",
        moment(0),
        "Вы открыты?",
    )]))
    .unwrap();
    let folder = desk.folder.path();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                let mut store = open(folder, Origin::Daemon, writer as u64 + 50).unwrap();
                for n in 0..COMMANDS {
                    let at = moment(writer * COMMANDS + n);
                    let command = match n % 3 {
                        0 => {
                            Command::Plan(PlanCommand::AddPost(post(client, &[channel], Some(at))))
                        }
                        1 => receive(vec![message(channel, &format!("гость {writer}"), at, "Ау")]),
                        _ => Command::Inbox(InboxCommand::SetTone {
                            thread: ThreadId(1),
                            tone: Tone::ALL[n as usize % Tone::ALL.len()],
                        }),
                    };
                    store.apply(&command, at).unwrap();
                }
            });
        }
    });
    let each = |rest: i64| (0..COMMANDS).filter(|n| n % 3 == rest).count() as i64;
    assert_eq!(desk.number("SELECT count(*) FROM post"), WRITERS * each(0));
    assert_eq!(
        desk.number("SELECT count(*) FROM agenda_sum"),
        WRITERS * each(0)
    );
    assert_eq!(
        desk.number("SELECT count(*) FROM message"),
        WRITERS * each(1) + 1
    );
    assert_eq!(desk.number("SELECT count(*) FROM thread"), WRITERS + 1);
    assert_eq!(desk.number("SELECT count(*) FROM thread_mark"), 1);
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn a_due_moment_is_recorded_once_whoever_sees_it() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    for n in 0..10 {
        let mut new = post(client, &[channel], Some(moment(n)));
        new.approval = Approval::Approved;
        desk.apply(&Command::Plan(PlanCommand::AddPost(new)))
            .unwrap();
    }
    let folder = desk.folder.path();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                let mut store = open(folder, Origin::Daemon, writer as u64 + 50).unwrap();
                for outcome in [Outcome::Due, Outcome::Due, Outcome::Missed] {
                    let mark = |variant: i64| Mark {
                        variant: VariantId(variant + 1),
                        due_at: moment(variant),
                        outcome,
                        reason: String::new(),
                    };
                    // Each mark twice in one breath as well.
                    let marks = (0..10).chain(0..10).map(mark).collect();
                    let command = Command::Delivery(DeliveryCommand::Mark { marks });
                    store.apply(&command, moment(20)).unwrap();
                    let heard = (0..10).map(|n| (VariantId(n + 1), moment(n)));
                    let ring = DeliveryCommand::Rang {
                        variants: heard.collect(),
                    };
                    store.apply(&Command::Delivery(ring), moment(20)).unwrap();
                }
            });
        }
    });
    for kind in ["due", "missed", "rang"] {
        let sql = format!("SELECT count(*) FROM delivery_event WHERE kind = '{kind}'");
        assert_eq!(desk.number(&sql), 10, "{kind}");
    }
    assert_eq!(
        desk.number("SELECT count(*) FROM journal_row WHERE tbl = 'delivery_event'"),
        0
    );
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn one_post_is_not_stamped_twice() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.apply(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        None,
    ))))
    .unwrap();
    let stamp = Command::Delivery(DeliveryCommand::Stamp {
        variants: vec![VariantId(1), VariantId(1)],
        at: moment(3),
        permalink: String::new(),
    });
    desk.apply(&stamp).unwrap();
    assert_eq!(desk.number("SELECT count(*) FROM delivery_event"), 1);
    assert!(matches!(desk.apply(&stamp), Err(StoreError::AlreadyOut)));
}

#[test]
fn eight_programs_that_open_a_new_desk_at_once_open_one_desk() {
    for round in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        thread::scope(|scope| {
            for seed in 0..8 {
                scope.spawn(move || {
                    let opened = open(path, Origin::Cli, seed);
                    assert!(opened.is_ok(), "{opened:?}");
                });
            }
        });
        let mut store = open(path, Origin::Window, 99).unwrap();
        assert_eq!(findings(&mut store), [], "round {round}");
    }
}

#[test]
fn whoever_opens_a_desk_that_is_just_being_made_waits_longer_than_a_write_does() {
    let folder = tempfile::tempdir().unwrap();
    let other = Connection::open(folder.path().join("desk.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let wait = PATIENCE_OF_THE_WINDOW * 10;
    let maker = thread::spawn(move || {
        thread::sleep(wait);
        other.execute_batch("ROLLBACK").unwrap();
        other
    });
    let rng = Rng::seeded(5);
    let opened = Store::open(folder.path(), Origin::Window, PATIENCE_OF_THE_WINDOW, rng);
    let mut store = opened.unwrap();
    let other = maker.join().unwrap();
    // From then on it is as impatient as it was told to be.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let began = Instant::now();
    assert!(matches!(store.index_some(1), Err(StoreError::Busy)));
    assert!(began.elapsed() < Duration::from_secs(5));
}
