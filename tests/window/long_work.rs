//! What moves many rows goes to the worker: keys go on, one piece at a time, and leaving asks first.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use postdesk::app::{Outside, Work};
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Change, Command, InboxCommand};
use postdesk::domain::ids::ChannelId;
use postdesk::domain::words::Words;
use postdesk::event::{Event, Input};
use postdesk::store::{Done, Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup, at, message};

/// A desk into which a file of a thousand messages and more has come.
fn full() -> Desk {
    let (desk, _, vk, _) = Setup::kolos();
    let mut store = hers(desk.folder.path());
    store.apply(&many(vk), at(9, 10)).unwrap();
    desk.open()
}

fn many(vk: ChannelId) -> Command {
    let one = |n: i64| {
        let minutes = chrono::Duration::minutes(n % 50);
        message(
            vk,
            &format!("гость {n}"),
            "Почём сырники?",
            at(8, 0) + minutes,
        )
    };
    Command::Inbox(InboxCommand::Receive {
        messages: (0..1_200).map(one).collect(),
        file: "comments.csv".into(),
    })
}

/// A connection of her own beside the window.
fn hers(folder: &Path) -> Store {
    Store::open(folder, Origin::Window, PATIENCE, Rng::seeded(5)).unwrap()
}

/// What the worker was asked to do last.
fn asked(desk: &Desk) -> Work {
    let for_the_worker = |it: &&Outside| matches!(it, Outside::Work { .. });
    let last = desk.outside.iter().rfind(for_the_worker);
    let Some(Outside::Work { work, .. }) = last else {
        unreachable!("nothing was for the worker")
    };
    work.clone()
}

/// Does what the worker would do, and tells the window.
fn done(desk: &mut Desk) {
    let mut store = hers(desk.folder.path());
    let done = match asked(desk) {
        Work::Apply(command) => store.apply(&command, at(9, 13)),
        Work::Undo => store.undo(at(9, 13)),
        Work::Redo => store.redo(at(9, 13)),
        // Opening it has done that.
        Work::Mend => Ok(Done {
            entry: None,
            title: Words::new("work-mended"),
            change: Change::ALL,
            id: None,
        }),
    };
    let event = Event::Worked(done.map_err(|error| error.words()));
    desk.event(event);
}

#[test]
fn a_large_import_goes_and_comes_back_while_she_works_on() {
    let mut desk = full();
    desk.keys("4").sees("99+");
    desk.keys("u").sees("Taking many rows back");
    assert_eq!(asked(&desk), Work::Undo);
    // She goes on: another room, a second undo has to wait.
    desk.keys("1").keys("4");
    desk.keys("u").sees("One large change at a time");
    done(&mut desk);
    desk.sees("Taken back").misses("Почём сырники?");
    desk.keys("U");
    assert_eq!(asked(&desk), Work::Redo);
    done(&mut desk);
    desk.sees("Почём сырники?");
}

#[test]
fn leaving_in_the_middle_asks_and_then_stops_the_work() {
    let mut desk = full();
    desk.keys("u").keys("Q").sees("Rows are still coming in");
    assert!(!desk.app.is_done());
    desk.keys("Q");
    assert_eq!(desk.outside.last(), Some(&Outside::StopWork));
    assert!(!desk.app.is_done(), "it waits until nothing is half in");
    let stopped = postdesk::store::StoreError::Stopped.words();
    desk.event(Event::Worked(Err(stopped)));
    assert!(desk.app.is_done());
}

#[test]
fn how_far_it_is_never_covers_what_went_wrong() {
    let mut desk = full();
    desk.keys("u");
    desk.event(Event::Failed(Words::new("store-full")));
    let wrong = desk.screen();
    desk.event(Event::WorkedOn(500));
    assert_eq!(desk.screen(), wrong);
}

#[test]
fn what_a_killed_import_left_goes_when_she_comes_back_to_the_window() {
    let (desk, _, vk, _) = Setup::kolos();
    let folder = desk.folder.path().to_owned();
    let mut desk = desk.open();
    let mut killed = hers(&folder);
    let gone = catch_unwind(AssertUnwindSafe(|| {
        killed.apply_in_parts(&many(vk), at(9, 12), &mut |rows| {
            assert!(rows < 500, "killed");
            true
        })
    }));
    assert!(gone.is_err());
    drop(killed);
    desk.event(Event::Input(Input::FocusIn));
    assert_eq!(asked(&desk), Work::Mend);
    done(&mut desk);
    desk.sees("An import that broke off was taken back")
        .keys("4")
        .sees("Nobody waits for you.");
}
