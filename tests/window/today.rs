//! Today: late and due, the next right step, publishing hand in hand, and taking it back.

use postdesk::app::Outside;
use postdesk::domain::post::Approval;
use postdesk::locale::Lang;

use crate::desk::{Setup, at};

#[test]
fn what_was_missed_stands_on_top_with_its_reason() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(
        client,
        &[vk],
        "Завтрак за 199 ₽",
        at(8, 0),
        Approval::Approved,
    );
    desk.post(
        client,
        &[vk, tg],
        "Сырники: рецепт шефа",
        at(9, 30),
        Approval::Approved,
    );
    let mut desk = desk.open();
    desk.sees("LATE 1")
        .sees("08:00  VK    Kolos   Завтрак за 199 ₽")
        .sees("missed 1:12, window was closed")
        .sees("TODAY 1")
        .sees("VK TG Kolos   Сырники: рецепт шефа")
        .sees("0 of 2 out")
        .sees("Next 09:30 Kolos in 0:18");
}

#[test]
fn a_long_backlog_leaves_room_for_those_who_wait() {
    let (mut desk, client, vk, _) = Setup::kolos();
    for n in 0..30 {
        let then = at(8, 0) - chrono::Duration::hours(30 - n);
        desk.post(
            client,
            &[vk],
            &format!("Пост {n}."),
            then,
            Approval::Approved,
        );
    }
    desk.message(vk, "Ольга Р.", "Ждали 50 минут", at(8, 0));
    let mut desk = desk.open();
    desk.sees("LATE 30").sees("… 23 earlier: 2 Plan");
    desk.sees("Пост 29.").misses("Пост 5.").sees("Ольга Р.");
}

#[test]
fn a_due_post_goes_out_in_three_keys_and_comes_back_with_one() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(client, &[vk, tg], "Сырники", at(9, 10), Approval::Approved);
    let mut desk = desk.open();
    desk.sees("due now");
    desk.keys("enter").sees("1 / 2").sees("paste the text");
    assert_eq!(desk.copied(), Some("Сырники: полный текст поста."));
    assert!(
        desk.folder
            .path()
            .join("outbox")
            .read_dir()
            .unwrap()
            .next()
            .is_some()
    );
    assert!(desk.outside.iter().any(|it| matches!(it, Outside::Open(_))));
    desk.keys("enter").sees("2 / 2").keys("enter");
    desk.sees("✓ out at 09:12").sees("1 of 1 out");
    desk.keys("u")
        .sees("Taken back")
        .sees("due now")
        .sees("0 of 1 out");
}

#[test]
fn a_held_enter_stamps_nothing() {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(client, &[vk, tg], "Сырники", at(9, 10), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("enter").sees("1 / 2");
    for _ in 0..60 {
        desk.held("enter");
    }
    desk.sees("1 / 2");
    desk.keys("enter").sees("2 / 2");
}

#[test]
fn the_same_keys_work_under_a_russian_layout() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(9, 10), Approval::Approved);
    let mut desk = desk.open_as(Lang::Ru, 80, 24);
    desk.sees("СЕГОДНЯ 1")
        .keys("enter enter")
        .sees("✓ вышел в 09:12");
    desk.keys("г").sees("Отменено");
    desk.misses("✓ вышел");
}

#[test]
fn a_post_becomes_due_and_then_missed_while_the_window_watches() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(9, 30), Approval::Approved);
    let mut desk = desk.open();
    desk.later(9).sees("by hand in 0:09");
    assert!(
        desk.outside.iter().any(|it| matches!(it, Outside::Ring(_))),
        "no bell"
    );
    desk.later(10).sees("due now");
    desk.later(70).sees("LATE 1").sees("not stamped");
    let bells = desk
        .outside
        .iter()
        .filter(|it| matches!(it, Outside::Ring(_)))
        .count();
    assert_eq!(bells, 1);
}

#[test]
fn small_and_tiny_windows_do_not_break() {
    for (cols, rows) in [(20, 5), (1, 1), (40, 10), (120, 40), (200, 60)] {
        let (mut desk, client, vk, tg) = Setup::kolos();
        desk.post(client, &[vk, tg], "Сырники", at(9, 10), Approval::Approved);
        desk.message(vk, "Ольга Р.", "Ждали 50 минут", at(8, 0));
        let mut desk = desk.open_as(Lang::En, cols, rows);
        desk.screen();
        for keys in [
            "enter", "esc", "?", "esc", ":", "esc", "a", "esc", "c", "esc", "/", "esc", "down",
            "e", "esc",
        ] {
            desk.keys(keys).screen();
        }
    }
}
