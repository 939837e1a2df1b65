//! Several programs on one desk at once: nothing is lost, nothing is recorded twice.

use std::thread;

use super::desk::{Desk, findings, message, moment, open, post, receive};
use crate::domain::command::{Command, DeliveryCommand, InboxCommand, Mark, PlanCommand};
use crate::domain::ids::{ThreadId, VariantId};
use crate::domain::inbox::Tone;
use crate::domain::post::{Approval, Outcome};
use crate::store::{Origin, StoreError};

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
                    // On a slow machine the last in the line is told that the desk is busy, and asks again.
                    while let Err(error) = open(path, Origin::Cli, seed) {
                        assert!(matches!(error, StoreError::Busy), "{error}");
                    }
                });
            }
        });
        let mut store = open(path, Origin::Window, 99).unwrap();
        assert_eq!(findings(&mut store), [], "round {round}");
    }
}
