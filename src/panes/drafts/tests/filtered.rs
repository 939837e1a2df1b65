//! The queue through a filter: what passes, how much of it, and what must not be hidden in silence.

use super::*;
use crate::domain::filter::{Filter, read};

/// Filters by a line, as the hallway does.
fn only(stage: &mut Stage, room: &mut Drafts, line: &str) {
    let names = stage.reader().filter_names().unwrap();
    let reading = read(line, &names);
    assert_eq!(reading.unclear, [], "{line}");
    stage.filter = reading.filter;
    room.refresh(stage.reader(), &stage.env()).unwrap();
}

fn topics(room: &Drafts) -> Vec<&str> {
    room.rows
        .iter()
        .map(|row| row.first().topic.as_str())
        .collect()
}

#[test]
fn a_filter_narrows_the_queue_and_says_how_far() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    only(&mut stage, &mut room, "тг черновик");
    assert_eq!(topics(&room), ["Кто печёт хлеб", "Без даты"]);
    assert_eq!(room.rows[0].lines.len(), 2, "a post is never cut in two");
    let rows = seen(&mut room, &stage, 80, 22);
    assert_eq!(rows[0], " filter: TG · draft — 2 of 8 · 1 late hidden");
    only(&mut stage, &mut room, "\"четыре\"");
    assert_eq!(topics(&room), ["Кто печёт хлеб"]);
    only(&mut stage, &mut room, "-!late -ready -idea");
    assert_eq!(topics(&room), ["Кофе", "Без даты", "Pakkasyö", "Цены"]);
    only(&mut stage, &mut room, "нет такого слова");
    let rows = seen(&mut room, &stage, 80, 22);
    assert!(
        rows[3].contains("Nothing passes: Esc shows all"),
        "{rows:#?}"
    );
    assert!(rows[0].ends_with("0 of 8 · 2 late hidden"), "{}", rows[0]);
}

#[test]
fn a_filter_too_long_for_the_row_still_says_what_it_hides() {
    let mut stage = a_queue(Lang::Ru);
    let mut room = open(&stage);
    let line = "фото видео опрос статья \"очень длинная строка, которую никто не дочитает\" -kolos";
    only(&mut stage, &mut room, line);
    for width in [80, 60] {
        let rows = seen(&mut room, &stage, width, 22);
        assert!(
            rows[0].ends_with("… — 0 из 8 · скрыто 2 опоздавших"),
            "{}",
            rows[0]
        );
    }
}

#[test]
fn esc_lets_go_of_marks_first_then_of_the_filter() {
    let mut stage = a_queue(Lang::En);
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
fn marks_on_what_the_filter_hides_are_gone() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Mark, Action::Mark, Action::Mark],
    );
    only(&mut stage, &mut room, "тг");
    let marked: Vec<&str> = room
        .chosen()
        .iter()
        .map(|it| it.first().topic.as_str())
        .collect();
    assert_eq!(marked, ["Кто печёт хлеб"], "no verb takes what is not seen");
}
