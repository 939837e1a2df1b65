//! The room by keystrokes: on a real desk, in both languages, in four sizes.

mod desk;
mod grid;
mod look;
mod speed;

use desk::{Desk, channel_readings};

use crate::action::Action;
use crate::domain::kpi::Metric;
use crate::effect::{Effect, Purpose, Show};
use crate::locale::Lang;

#[test]
fn undoing_typed_numbers_makes_the_card_fall_back() {
    let mut desk = Desk::kolos(Lang::En);
    desk.typed(channel_readings(
        desk.vk,
        Metric::Followers,
        &[("2026-10-24", 4_000.0)],
    ));
    desk.typed(channel_readings(
        desk.vk,
        Metric::Followers,
        &[("2026-11-22", 4_100.0)],
    ));
    assert!(desk.line("Followers").contains("4\u{a0}100"));
    desk.typed(channel_readings(
        desk.vk,
        Metric::Followers,
        &[("2026-11-22", 4_900.0)],
    ));
    let corrected = desk.line("Followers");
    assert!(
        corrected.contains("4\u{a0}900") && corrected.contains("+900"),
        "{corrected}"
    );
    desk.undo();
    let back = desk.line("Followers");
    assert!(
        back.contains("4\u{a0}100") && back.contains("+100"),
        "{back}"
    );
    desk.undo();
    let before = desk.line("Followers");
    assert!(
        before.contains("4\u{a0}000") && !before.contains("+100"),
        "{before}"
    );
    desk.undo();
    assert!(desk.line("Followers").contains("followers never measured"));
}

#[test]
fn the_arrows_bring_the_next_client_into_scope() {
    let mut desk = Desk::kolos(Lang::En);
    let kolos = desk.client;
    assert_eq!(desk.act(Action::Right), [], "one client has no neighbour");
    let marani = desk.add_client("Marani", "Asia/Tbilisi");
    assert_eq!(desk.act(Action::Right), [Effect::SetScope(Some(marani))]);
    desk.scope = Some(marani);
    desk.refresh();
    assert!(desk.rows()[0].contains("Marani"));
    assert_eq!(desk.act(Action::Right), [Effect::SetScope(Some(kolos))]);
    assert_eq!(desk.act(Action::Left), [Effect::SetScope(Some(kolos))]);
}

#[test]
fn problems_are_walked_in_a_ring_and_the_rest_is_skipped() {
    let mut desk = Desk::full(Lang::En);
    let mut seen = Vec::new();
    for _ in 0..4 {
        assert_eq!(desk.act(Action::NextProblem), []);
        seen.push(desk.chosen());
    }
    for chosen in &seen {
        assert!(
            !chosen.contains("Answered on time"),
            "kept goals are no problem: {seen:?}"
        );
    }
    assert!(
        seen.iter().any(|row| row.contains("Negative share")),
        "{seen:?}"
    );
    let (forth, back) = (desk.chosen(), Action::PrevProblem);
    desk.act(Action::NextProblem);
    desk.act(back);
    assert_eq!(desk.chosen(), forth);
}

#[test]
fn enter_explains_and_escape_closes() {
    let mut desk = Desk::full(Lang::En);
    desk.act(Action::Home);
    desk.act(Action::Down);
    assert!(desk.chosen().contains("Reach"));
    desk.act(Action::Do);
    let told = desk.rows().join("\n");
    for words in [
        "Reach of every day and channel, added up.",
        "VK reach",
        "in 21 days, last 22 Nov, typed 24 Nov 09:12",
        "TG reach: missing 12 Nov, 13 Nov",
        "YM: reach never measured",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    desk.act(Action::Back);
    assert!(!desk.rows().join("\n").contains("added up"));
}

#[test]
fn a_goal_is_typed_from_the_explanation() {
    let mut desk = Desk::full(Lang::En);
    desk.act(Action::Home);
    desk.act(Action::Do);
    let metric = "followers".to_owned();
    let client = desk.client;
    assert_eq!(
        desk.act(Action::Edit),
        [Effect::Show(Show::Prompt(Purpose::Target {
            client,
            metric
        }))]
    );
}

#[test]
fn the_cursor_stays_on_its_card_when_numbers_come_in() {
    let mut desk = Desk::kolos(Lang::En);
    desk.act(Action::End);
    let last = desk.chosen();
    assert!(last.contains("Posts out"), "{last}");
    desk.typed(channel_readings(
        desk.vk,
        Metric::Spend,
        &[("2026-11-20", 100.0)],
    ));
    assert!(
        desk.chosen().contains("Posts out"),
        "though cards came below it"
    );
}

#[test]
fn the_days_are_the_clients_own() {
    let mut desk = Desk::kolos(Lang::En);
    // 30 November, 22:00 in Kazan is already December in Đà Nẵng.
    desk.now = "2026-11-30T19:00:00Z".parse().unwrap();
    desk.refresh();
    assert!(desk.rows()[0].contains("1–30 Nov"));
    let sao_mai = desk.add_client("Sao Mai", "Asia/Ho_Chi_Minh");
    desk.scope = Some(sao_mai);
    desk.refresh();
    assert!(
        desk.rows()[0].contains("1 Dec against 1 Nov"),
        "{}",
        desk.rows()[0]
    );
}
