//! The plan through a filter: the same one in all three looks, and nothing late hidden in silence.

use super::*;
use crate::domain::command::ChannelCommand;
use crate::domain::filter::{Filter, read};

/// Filters by a line, as the hallway does.
fn only(stage: &mut Stage, room: &mut Plan, line: &str) {
    let names = stage.reader().filter_names().unwrap();
    let reading = read(line, &names);
    assert_eq!(reading.unclear, [], "{line}");
    stage.filter = reading.filter;
    room.refresh(stage.reader(), &stage.env()).unwrap();
}

fn topics(room: &Plan) -> Vec<&str> {
    let lines = room.rows.iter().filter_map(Row::post);
    lines.map(|line| line.first().topic.as_str()).collect()
}

#[test]
fn the_list_shows_what_passes_and_no_day_as_free() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    only(&mut stage, &mut room, "черновик vk");
    assert_eq!(topics(&room), ["Вчерашний хлеб", "Кто печёт хлеб"]);
    assert!(
        room.rows.iter().all(|row| row.post().is_some()),
        "nothing is free"
    );
    let rows = seen(&mut room, &stage);
    assert_eq!(rows[0], " Week 48 · filter: draft · VK");
    only(&mut stage, &mut room, "tg");
    assert_eq!(topics(&room), ["Сырники", "Тыквенный раф", "Идея про печь"]);
    let codes = room
        .rows
        .iter()
        .filter_map(Row::post)
        .map(|line| line.variants.len());
    assert_eq!(
        codes.collect::<Vec<_>>(),
        [2, 2, 1],
        "a post is never cut in two"
    );
    let rows = seen(&mut room, &stage);
    assert_eq!(rows[0], " Week 48 · filter: TG · 1 late hidden");
    only(&mut stage, &mut room, "ничего такого");
    assert!(seen(&mut room, &stage)[2].contains("Nothing passes"));
}

#[test]
fn the_week_and_the_month_count_what_they_show() {
    let mut stage = a_week(Lang::Ru);
    for look in [Look::Week, Look::Month] {
        let mut room = open_as(look, &stage);
        only(&mut stage, &mut room, "люди -черновик");
        let rows = seen(&mut room, &stage);
        let days = if look == Look::Week {
            " Неделя 48, 23–29 ноя"
        } else {
            " ноябрь 2026"
        };
        let head = format!("{days} · фильтр: люди · не черновик — 3 из 5 · скрыт 1 опоздавший");
        assert_eq!(rows[0], head);
        assert!(!rows.iter().any(|row| row.contains("19:30")), "{rows:#?}");
        press(&mut room, &mut stage, &[Action::Mark]);
        let rows = seen_in(&mut room, &stage, 120, 30);
        assert!(rows[0].ends_with("отмечено 1"), "{}", rows[0]);
        assert!(rows[0].contains("скрыт 1 опоздавший"), "{}", rows[0]);
        only(&mut stage, &mut room, "");
    }
}

#[test]
fn a_hidden_post_still_takes_its_posting_time() {
    let mut stage = a_week(Lang::En);
    // Thursday 09:30 is taken, 15:00 is not.
    for minute in [570, 900] {
        stage.apply(&Command::Channel(ChannelCommand::AddSlot {
            channel: VK,
            weekday: 3,
            minute,
        }));
    }
    let mut room = open_as(Look::Week, &stage);
    let gaps = |room: &mut Plan, stage: &Stage| {
        let rows = seen(room, stage);
        rows.iter()
            .map(|row| row.matches('□').count())
            .sum::<usize>()
    };
    assert_eq!(gaps(&mut room, &stage), 1);
    only(&mut stage, &mut room, "vk -tg");
    assert_eq!(gaps(&mut room, &stage), 1, "it is still free");
    only(&mut stage, &mut room, "facebook");
    assert_eq!(gaps(&mut room, &stage), 0);
    only(&mut stage, &mut room, "vk draft");
    assert_eq!(gaps(&mut room, &stage), 0, "an empty time is no draft");
}

#[test]
fn no_verb_takes_what_is_not_seen() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    only(&mut stage, &mut room, "vk");
    press(
        &mut room,
        &mut stage,
        &[Action::Home, Action::Range, Action::End],
    );
    let left = press(&mut room, &mut stage, &[Action::Status]);
    // All but the post on Facebook and the idea for Telegram.
    let variants = [1, 2, 3, 5, 6, 7].map(VariantId).to_vec();
    assert_eq!(left, [Effect::Show(Show::Status(variants))]);
}

#[test]
fn esc_lets_go_of_marks_first_then_of_the_filter() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    only(&mut stage, &mut room, "vk");
    press(&mut room, &mut stage, &[Action::Mark]);
    assert_eq!(room.title(Action::Back, &stage.env()).unwrap(), "unmark");
    assert_eq!(press(&mut room, &mut stage, &[Action::Back]), []);
    assert_eq!(room.title(Action::Back, &stage.env()).unwrap(), "all");
    let left = press(&mut room, &mut stage, &[Action::Back]);
    assert_eq!(left, [Effect::Filter(Filter::default())]);
}

#[test]
fn the_list_stays_on_its_day_when_the_filter_changes() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::End, Action::Up]);
    let mut day = room.day();
    assert!(day.is_some());
    while topic(&room) != "Тыквенный раф" {
        press(&mut room, &mut stage, &[Action::Up]);
        day = room.day();
    }
    only(&mut stage, &mut room, "черновик");
    assert_eq!(topic(&room), "Кто печёт хлеб");
    assert_eq!(room.day(), day, "the same Thursday");
    only(&mut stage, &mut room, "");
    assert_eq!(room.day(), day);
}
