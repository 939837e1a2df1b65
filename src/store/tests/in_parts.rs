//! Large changes come in parts and are still all of it or nothing: whole, stopped, refused, broken off, and beside others.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::Duration;

use super::desk::{Desk, difference, drifted, findings, hers, message, moment, post};
use crate::domain::command::{Command, InboxCommand, KpiCommand, NewReading, PlanCommand};
use crate::domain::ids::{ChannelId, ClientId};
use crate::store::{Origin, StoreError};

/// More than several parts, and more than one step back takes at once.
const MANY: i64 = 1_300;

fn posts(client: ClientId, channel: ChannelId) -> Command {
    let one = |n| {
        let mut post = post(client, &[channel], Some(moment(n)));
        post.topic = format!("Тема {n}");
        post
    };
    Command::Plan(PlanCommand::AddPosts {
        posts: (0..MANY).map(one).map(Into::into).collect(),
        file: "plan.csv".to_owned(),
    })
}

fn messages(channel: ChannelId) -> Command {
    let one = |n| {
        let who = format!("гость {}", n % 300);
        message(channel, &who, moment(n), &format!("вопрос {n}"))
    };
    Command::Inbox(InboxCommand::Receive {
        messages: (0..MANY).map(one).collect(),
        file: "comments.csv".to_owned(),
    })
}

fn readings(channel: ChannelId) -> Command {
    let one = |n| NewReading {
        channel,
        post: None,
        metric: crate::domain::kpi::Metric::Reach,
        day: (moment(0) + Duration::days(n)).date_naive(),
        value: n as f64,
    };
    Command::Kpi(KpiCommand::TypeReadings {
        readings: (0..MANY).map(one).collect(),
        origin: "numbers.csv".to_owned(),
    })
}

fn on(number: i64) -> impl FnMut(usize) -> bool {
    move |rows| rows < usize::try_from(number).unwrap()
}

#[test]
fn a_large_change_is_one_entry_that_goes_and_comes_back_whole() {
    for kind in 0..3 {
        let (mut desk, mut at_once) = (Desk::new(), Desk::new());
        let (client, channel) = desk.client("Kolos");
        at_once.client("Kolos");
        let command = [posts(client, channel), messages(channel), readings(channel)][kind].clone();
        let before = hers(&desk.store);
        let mut told = Vec::new();
        let done = desk.store.apply_in_parts(&command, moment(9), &mut |rows| {
            told.push(rows);
            true
        });
        let done = done.unwrap();
        assert!(done.entry.is_some());
        assert!(told.len() > 4 && *told.last().unwrap() == 1_300, "{told:?}");
        at_once.store.apply_all(&[(command, moment(9))]).unwrap();
        for noun in ["post", "variant", "person"] {
            let rows = format!("SELECT count(*) FROM {noun}");
            assert_eq!(desk.number(&rows), at_once.number(&rows), "kind {kind}");
        }
        assert_eq!(desk.store.reader().history(None, 9).unwrap().len(), 3);
        while desk.store.index_some(500).unwrap() > 0 {}
        let after = hers(&desk.store);
        assert_eq!(drifted(&mut desk.store), None);
        for _ in 0..2 {
            desk.store.undo(moment(10)).unwrap();
            while desk.store.index_some(500).unwrap() > 0 {}
            assert_eq!(difference(&hers(&desk.store), &before), None, "kind {kind}");
            assert_eq!(drifted(&mut desk.store), None);
            desk.store.redo(moment(11)).unwrap();
            while desk.store.index_some(500).unwrap() > 0 {}
            assert_eq!(difference(&hers(&desk.store), &after), None, "kind {kind}");
            assert_eq!(drifted(&mut desk.store), None);
        }
        assert_eq!(findings(&mut desk.store), []);
    }
}

#[test]
fn what_is_stopped_or_refused_half_way_leaves_nothing() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    let before = hers(&desk.store);
    let stopped = desk
        .store
        .apply_in_parts(&messages(channel), moment(9), &mut on(700));
    assert!(matches!(stopped, Err(StoreError::Stopped)));
    assert_eq!(difference(&hers(&desk.store), &before), None);

    let Command::Plan(PlanCommand::AddPosts { mut posts, file }) = posts(client, channel) else {
        unreachable!("posts are posts");
    };
    posts[1_100].post.channels = vec![ChannelId(99)];
    let wrong = Command::Plan(PlanCommand::AddPosts { posts, file });
    let refused = desk.store.apply_in_parts(&wrong, moment(9), &mut |_| true);
    assert!(refused.is_err());
    assert_eq!(difference(&hers(&desk.store), &before), None);
    assert_eq!(drifted(&mut desk.store), None);
    assert_eq!(desk.number("SELECT count(*) FROM journal_part"), 0);
    // What `u` takes back next is what was done before.
    let undone = desk.store.undo(moment(10)).unwrap();
    assert_eq!(undone.title.key, "did-channel-add");
}

#[test]
fn a_writer_that_is_gone_leaves_nothing_at_the_next_opening() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    let before = hers(&desk.store);
    let gone = catch_unwind(AssertUnwindSafe(|| {
        desk.store
            .apply_in_parts(&posts(client, channel), moment(9), &mut |rows| {
                assert!(rows < 800, "the power is cut");
                true
            })
    }));
    assert!(gone.is_err());
    assert!(desk.number("SELECT count(*) FROM post") > 700);
    assert_eq!(desk.number("SELECT count(*) FROM journal_part"), 1);
    let mut rival = desk.beside(Origin::Window, 3);
    assert_eq!(difference(&hers(&rival), &before), None);
    assert_eq!(drifted(&mut rival), None);
    assert!(rival.reader().history(None, 1).unwrap()[0].undone);
}

#[test]
fn what_she_changed_of_a_broken_import_stays() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    let mut rival = desk.beside(Origin::Window, 3);
    let gone = catch_unwind(AssertUnwindSafe(|| {
        desk.store
            .apply_in_parts(&posts(client, channel), moment(9), &mut |rows| {
                if rows == 200 {
                    let save = PlanCommand::SaveText {
                        post: crate::domain::ids::PostId(7),
                        variant: None,
                        text: "Моё".to_owned(),
                    };
                    rival.apply(&Command::Plan(save), moment(9)).unwrap();
                }
                assert!(rows < 800, "the power is cut");
                true
            })
    }));
    assert!(gone.is_err());
    let mut desk = desk.reopened();
    assert_eq!(desk.number("SELECT count(*) FROM post"), 1);
    let words = "SELECT count(*) FROM post JOIN text_rev t ON t.id = base_rev WHERE text = 'Моё'";
    assert_eq!(desk.number(words), 1);
    assert_eq!(drifted(&mut desk.store), None);
    assert_eq!(findings(&mut desk.store), []);
}

#[test]
fn nobody_takes_back_what_another_process_still_writes() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    desk.client("Marani");
    let folder = desk.folder.path().to_owned();
    let mut seen = None;
    let done = desk
        .store
        .apply_in_parts(&posts(client, channel), moment(9), &mut |rows| {
            if rows == 500 {
                let mut beside = super::desk::open(&folder, Origin::Cli, 4).unwrap();
                let busy = beside.apply_in_parts(&messages(channel), moment(9), &mut |_| true);
                seen = Some(matches!(busy, Err(StoreError::Busy)));
                let undone = beside.undo(moment(9)).unwrap();
                assert_eq!(undone.title.key, "did-channel-add", "not what is half in");
                beside.redo(moment(9)).unwrap();
            }
            true
        });
    done.unwrap();
    assert_eq!(seen, Some(true));
    assert_eq!(desk.number("SELECT count(*) FROM post"), MANY);
}

#[test]
fn a_step_back_that_meets_a_changed_row_leaves_everything_standing() {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Kolos");
    desk.store
        .apply_in_parts(&posts(client, channel), moment(9), &mut |_| true)
        .unwrap();
    let sql = "UPDATE post SET link = 'x' WHERE id = 3";
    desk.store.writer.execute(sql, []).unwrap();
    let after = hers(&desk.store);
    let refused = desk.store.undo(moment(10));
    assert!(matches!(refused, Err(StoreError::ChangedSince { .. })));
    assert_eq!(difference(&hers(&desk.store), &after), None);
    assert_eq!(drifted(&mut desk.store), None);
    assert!(!desk.store.reader().history(None, 1).unwrap()[0].undone);
    assert_eq!(desk.number("SELECT count(*) FROM journal_part"), 0);
}
