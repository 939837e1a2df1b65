//! The inbox: answering what was complained about, through the whole window.

use postdesk::app::Outside;
use postdesk::domain::command::{Command, InboxCommand};
use postdesk::domain::ids::ThreadId;
use postdesk::domain::inbox::ThreadState;

use crate::desk::{Setup, at};

#[test]
fn a_complaint_is_answered_and_the_next_one_is_open() {
    let (mut desk, _, vk, tg) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали заказ 50 минут", at(7, 24));
    desk.message(tg, "ksyu_m", "В посте 199, в меню 249!!!", at(7, 43));
    let mut desk = desk.open();
    desk.keys("4")
        .sees("ANSWER FIRST")
        .sees("> 0:12    VK  Kolos    Ольга Р.     Ждали заказ 50 минут")
        .keys("enter")
        .sees("YOUR ANSWER");
    desk.types("Ольга, простите нас.").keys("enter");
    assert_eq!(desk.copied(), Some("Ольга, простите нас."));
    assert!(
        matches!(desk.outside.last(), Some(Outside::Open(page)) if page == "https://kolos.example/page")
    );
    desk.sees("ksyu_m · TG")
        .sees(" 1 waits for you · 0 for others · 1 done this week")
        .sees("[4 Inbox 1]");
    // The keys belong to the box of the next one; Esc gives them back, and undo takes the answer back.
    desk.types("Уже")
        .sees("Уже")
        .keys("esc")
        .misses("YOUR ANSWER");
    desk.keys("u")
        .sees(" 2 wait for you")
        .keys("enter")
        .sees("Уже");
}

#[test]
fn the_clock_runs_in_the_list() {
    let (mut desk, _, vk, _) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали заказ 50 минут", at(7, 24));
    let mut desk = desk.open();
    desk.keys("4").sees("> 0:12").later(24).sees("> !-0:12");
}

#[test]
fn what_was_put_off_comes_back_while_she_looks() {
    let (mut desk, _, vk, _) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали заказ 50 минут", at(7, 24));
    desk.apply(&Command::Inbox(InboxCommand::Decide {
        threads: vec![ThreadId(1)],
        state: ThreadState::Snoozed,
        until: Some(at(10, 0)),
    }));
    let mut desk = desk.open();
    desk.keys("4")
        .sees("Nobody waits for you.")
        .sees("─ LATER ─")
        .later(48)
        .misses("─ LATER ─")
        .sees("> back    VK");
}

#[test]
fn waiting_for_the_client_takes_one_more_key() {
    let (mut desk, _, vk, _) = Setup::kolos();
    desk.message(vk, "Ольга Р.", "Ждали заказ 50 минут", at(7, 24));
    let mut desk = desk.open();
    desk.keys("4 w")
        .sees("c client")
        .keys("c")
        .sees("WAITING FOR OTHERS")
        .keys("u")
        .misses("WAITING FOR OTHERS");
}
