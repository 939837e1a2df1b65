//! What is typed is in the desk within a second, by a clock that only the test moves.

use chrono::Duration;
use postdesk::domain::Moment;
use postdesk::domain::post::Approval;
use postdesk::event::{Event, Input, Signal};
use postdesk::keys::Key;
use postdesk::store::Store;

use crate::desk::{Desk, Setup, at};

impl Desk {
    /// What the desk has kept for an owner.
    fn kept(&self, owner: &str) -> Option<String> {
        let reader = Store::open_for_reading(self.folder.path()).unwrap();
        reader.draft(owner).unwrap().map(|draft| draft.text)
    }

    fn key_at(&mut self, c: char, millis: i64) {
        let now = moment(millis);
        drop(self.app.handle(Event::Input(Input::Key(Key::char(c))), now));
    }
}

fn moment(millis: i64) -> Moment {
    at(9, 12) + Duration::milliseconds(millis)
}

#[test]
fn the_wake_comes_a_second_after_the_last_time_and_not_after_the_last_key() {
    let mut desk = Setup::kolos().0.open();
    desk.keys("a");
    desk.key_at('x', 1_500);
    assert_eq!(desk.kept("add").as_deref(), Some("x"));
    desk.key_at('y', 1_600);
    desk.key_at('z', 2_450);
    assert_eq!(desk.app.next_wake(), Some(moment(2_500)));
    drop(desk.app.handle(Event::Wake, moment(2_500)));
    assert_eq!(desk.kept("add").as_deref(), Some("xyz"));
}

#[test]
fn a_clock_set_back_keeps_the_next_key_at_once() {
    let mut desk = Setup::kolos().0.open();
    desk.keys("a");
    desk.key_at('x', 1_500);
    desk.key_at('y', -3_600_000);
    assert_eq!(desk.kept("add").as_deref(), Some("xy"));
}

#[test]
fn the_first_letter_of_an_answer_is_kept_like_any_other() {
    let (mut desk, _, vk, _) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали заказ 50 минут", at(7, 24));
    let mut desk = desk.open();
    desk.keys("4 enter").types("Д");
    assert_eq!(desk.kept("answer:1").as_deref(), Some("Д"));
}

#[test]
fn what_is_pasted_over_a_room_is_kept() {
    let mut desk = Setup::kolos().0.open();
    desk.pastes("Kolos vk Анна: есть безлактозное молоко?");
    let kept = desk.kept("message").unwrap_or_default();
    assert!(kept.contains("безлактозное"), "{kept:?}");
}

#[test]
fn the_end_of_the_program_keeps_the_last_letters() {
    for signal in [Signal::Terminate, Signal::Hangup] {
        let mut desk = Setup::kolos().0.open();
        desk.keys("a").types("xyz");
        desk.event(Event::Signal(signal));
        assert!(desk.app.is_done());
        assert_eq!(desk.kept("add").as_deref(), Some("xyz"));
    }
}

#[test]
fn a_busy_desk_is_tried_again() {
    let mut desk = Setup::kolos().0.open();
    desk.keys("a");
    let other = rusqlite::Connection::open(desk.folder.path().join("desk.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    desk.key_at('x', 1_500);
    assert_eq!(desk.kept("add"), None);
    other.execute_batch("ROLLBACK").unwrap();
    let again = desk.app.next_wake().unwrap();
    assert_eq!(again, moment(2_500));
    drop(desk.app.handle(Event::Wake, again));
    assert_eq!(desk.kept("add").as_deref(), Some("x"));
}

/// Somebody else writes, and takes their time.
fn busy(desk: &Desk) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(desk.folder.path().join("desk.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

#[test]
fn what_is_pasted_while_the_desk_is_busy_is_kept_a_second_later() {
    let mut desk = Setup::kolos().0.open();
    let other = busy(&desk);
    desk.pastes("Kolos vk Анна: есть безлактозное молоко?");
    assert_eq!(desk.kept("message"), None);
    other.execute_batch("ROLLBACK").unwrap();
    let again = desk.app.next_wake().unwrap();
    assert!(again <= moment(1_500), "{again}");
    drop(desk.app.handle(Event::Wake, again));
    let kept = desk.kept("message").unwrap_or_default();
    assert!(kept.contains("безлактозное"), "{kept:?}");
}

#[test]
fn a_text_that_another_window_is_opened_over_while_the_desk_is_busy_is_kept_as_soon_as_it_can() {
    let (mut setup, client, vk, _) = Setup::kolos();
    setup.post(client, &[vk], "Сырники", at(15, 0), Approval::Draft);
    let mut desk = setup.open();
    desk.keys("3 enter").types(" Творог отжать");
    let other = busy(&desk);
    desk.types(" насухо").keys("f2");
    other.execute_batch("ROLLBACK").unwrap();
    desk.later(1);
    let kept = desk.kept("post:1");
    assert_eq!(
        kept.as_deref(),
        Some("Сырники: полный текст поста. Творог отжать насухо")
    );
    // Nothing older comes after it.
    desk.keys("esc").types("!").later(1);
    let kept = desk.kept("post:1");
    assert_eq!(
        kept.as_deref(),
        Some("Сырники: полный текст поста. Творог отжать насухо!")
    );
}

#[test]
fn untouched_text_makes_no_orphan() {
    let mut desk = Setup::kolos().0.open();
    desk.keys("a").later(5);
    desk.event(Event::Signal(Signal::Terminate));
    assert_eq!(desk.kept("add"), None);
}
