//! The plan by keystrokes: what is seen, what moves, and that a large desk costs no more than a small one.

mod calendar;
mod filtered;
mod heavy;
mod moving;

use super::*;
use crate::action::Action;
use crate::domain::command::{Command, NewPost, PlanCommand};
use crate::domain::ids::{PostId, VariantId};
use crate::domain::post::{Approval, Format, Status};
use crate::effect::{Effect, Purpose, Show};
use crate::locale::Lang;
use crate::panes::stage::{FB, KOLOS, SAO_MAI, Stage, TG, VK, canvas, lines, moscow, planned};

/// The list of days; the calendar has tests of its own.
fn open(stage: &Stage) -> Plan {
    open_as(Look::Agenda, stage)
}

fn open_as(look: Look, stage: &Stage) -> Plan {
    let mut room = Plan {
        look,
        ..Plan::default()
    };
    room.refresh(stage.reader(), &stage.env()).unwrap();
    seen(&mut room, stage);
    room
}

fn seen_in(room: &mut Plan, stage: &Stage, width: u16, height: u16) -> Vec<String> {
    let (area, mut buf) = canvas(width, height);
    room.settle(area, &stage.env());
    assert_eq!(room.draw(area, &mut buf, &stage.env()), None);
    lines(&buf)
}

fn seen(room: &mut Plan, stage: &Stage) -> Vec<String> {
    seen_in(room, stage, 80, 22)
}

/// Presses keys as the hallway does: act, perform, ask again where something changed, fetch.
fn press(room: &mut Plan, stage: &mut Stage, actions: &[Action]) -> Vec<Effect> {
    let mut left = Vec::new();
    for action in actions {
        let effects = room.act(*action, &stage.env());
        let all: Vec<Effect> = effects.into_iter().collect();
        let stored = all.iter().any(|it| matches!(it, Effect::Apply(_)));
        let again = all.into_iter().fold(Effects::none(), Effects::then);
        left.extend(stage.perform(again));
        if stored {
            room.refresh(stage.reader(), &stage.env()).unwrap();
        } else {
            room.fetch(stage.reader(), &stage.env()).unwrap();
        }
        seen(room, stage);
    }
    left
}

fn topic(room: &Plan) -> &str {
    let line = room.row().and_then(Row::post);
    line.map_or("", |line| line.first().topic.as_str())
}

/// A week as it looks on Tuesday morning.
fn a_week(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let text = "Рустам встаёт в четыре.";
    let soon = Some("2026-11-24 09:20");
    stage.post(
        "Вчерашний хлеб",
        &[VK],
        Some("2026-11-23 19:30"),
        Approval::Draft,
        text,
    );
    stage.post("Сырники", &[VK, TG], soon, Approval::Approved, text);
    stage.post(
        "5 lỗi phát âm",
        &[FB],
        Some("2026-11-24 19:00"),
        Approval::Review,
        text,
    );
    stage.post(
        "Тыквенный раф",
        &[VK, TG],
        Some("2026-11-26 09:30"),
        Approval::Approved,
        text,
    );
    stage.post(
        "Кто печёт хлеб",
        &[VK],
        Some("2026-11-26 19:30"),
        Approval::Draft,
        "",
    );
    stage.post("Идея про печь", &[TG], None, Approval::Idea, "");
    stage
}

#[test]
fn the_week_reads_from_top_to_bottom() {
    let stage = a_week(Lang::En);
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage);
    assert_eq!(
        rows[0],
        " Week 48 · times are yours (Moscow)                               1 on the shelf"
    );
    assert!(rows[1].starts_with("─ Mon 23 Nov · 1 ──"), "{rows:#?}");
    assert_eq!(
        rows[2],
        "  ! 19:30       VK    Kolos    Вчерашний хлеб           late, was still a draft"
    );
    assert!(rows[3].starts_with("─ Tue 24 Nov · 2 ─") && rows[3].ends_with(" today ─"));
    assert_eq!(
        rows[4],
        ">   ● 09:20".replace("  ●", "●") + "       VK TG Kolos    Сырники"
    );
    assert_eq!(
        rows[5],
        "  ? 15:00 19:00 FB    Sao Mai  5 lỗi phát âm              with client since Tue"
    );
    assert_eq!(rows[6], "  Wed 25 Nov · free · tomorrow");
    assert!(rows[9].ends_with("draft, no text"), "{rows:#?}");
    assert!(
        rows[17].starts_with("─ Tue 24 Nov 09:20 Kolos ─"),
        "{rows:#?}"
    );
    assert!(rows[17].ends_with(" scheduled ─"));
    assert_eq!(rows[18], " Сырники · rubric: люди · VK TG · no pictures");
    assert_eq!(
        rows[19].replace('\u{a0}', " "),
        " VK 23/16 384 · TG 23/4 096"
    );
    assert_eq!(rows[20], " planned for Tue 24 Nov 09:20 Europe/Moscow");
    assert!(rows[21].starts_with(" ✓ out ● scheduled"));
}

#[test]
fn the_same_week_in_russian_and_in_the_clients_time() {
    let mut stage = a_week(Lang::Ru);
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].starts_with(" Неделя 48 · время ваше (Moscow)"));
    assert!(rows[0].ends_with("на полке 1"));
    assert!(rows[1].starts_with("─ пн 23 ноя · 1 ─"));
    assert!(rows[2].ends_with("опоздал, был ещё черновиком"));
    assert!(rows[3].ends_with(" сегодня ─"));
    assert!(rows[9].ends_with("черновик, нет текста"));
    assert_eq!(rows[18], " Сырники · рубрика: люди · VK TG · без картинок");
    stage.scope = Some(SAO_MAI);
    room.refresh(stage.reader(), &stage.env()).unwrap();
    let rows = seen(&mut room, &stage);
    assert!(
        rows[0].starts_with(" Неделя 48 · время клиента Sao Mai (Ho Chi Minh)"),
        "{rows:#?}"
    );
    assert!(
        rows.iter().any(|row| row.contains("? 19:00 15:00 FB")),
        "{rows:#?}"
    );
    assert!(!rows.iter().any(|row| row.contains("Kolos")), "{rows:#?}");
}

#[test]
fn enter_takes_the_next_right_step_and_names_it() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    let mut named = |room: &mut Plan, actions: &[Action]| {
        let effects = press(room, &mut stage, actions);
        (room.title(Action::Do, &stage.env()).unwrap(), effects)
    };
    let (title, effects) = named(&mut room, &[Action::Do]);
    assert_eq!(title, "publish", "it is due in eight minutes");
    assert!(matches!(&effects[..], [Effect::Show(Show::Publish(both))] if both.len() == 2));
    let (title, effects) = named(&mut room, &[Action::Down, Action::Do]);
    assert_eq!(title, "decide");
    assert!(matches!(effects[..], [Effect::Show(Show::Status(_))]));
    let (title, effects) = named(&mut room, &[Action::Down, Action::Do]);
    assert_eq!(title, "add here");
    let prefill = "25.11 ".to_owned();
    assert_eq!(
        effects,
        [Effect::Show(Show::Prompt(Purpose::Sketch { prefill }))]
    );
    let (title, _) = named(&mut room, &[Action::Down]);
    assert_eq!(title, "open", "it is ready and two days away");
    let (title, effects) = named(&mut room, &[Action::Down, Action::Do]);
    assert_eq!(title, "write");
    let write = |post| Show::Write {
        post,
        variant: None,
    };
    assert_eq!(effects, [Effect::Show(write(PostId(5)))]);
}

#[test]
fn a_late_draft_is_written_before_it_is_published() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Up]);
    let line = room.row().and_then(Row::post).unwrap();
    assert_eq!(
        (line.status, topic(&room)),
        (Status::Missed, "Вчерашний хлеб")
    );
    assert_eq!(room.title(Action::Do, &stage.env()).unwrap(), "write");
}

#[test]
fn marked_rows_go_together_once() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Mark, Action::Mark]);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].ends_with("2 marked"));
    assert!(
        rows[4].starts_with(" *●") && rows[5].starts_with(" *?"),
        "{rows:#?}"
    );
    let left = press(&mut room, &mut stage, &[Action::Time]);
    let all = vec![VariantId(2), VariantId(3), VariantId(4)];
    let [Effect::Show(Show::Prompt(Purpose::Shift { moves }))] = &left[..] else {
        panic!("two times move together: {left:?}");
    };
    let moved: Vec<VariantId> = moves.iter().map(|(variant, _)| *variant).collect();
    assert_eq!(moved, all);
    assert!(room.marked.is_empty());
    press(
        &mut room,
        &mut stage,
        &[Action::Up, Action::Up, Action::Mark, Action::Mark],
    );
    let left = press(&mut room, &mut stage, &[Action::NextSlot]);
    assert_eq!(left, [Effect::NextSlot(all)]);
    press(
        &mut room,
        &mut stage,
        &[
            Action::Up,
            Action::Up,
            Action::Mark,
            Action::Mark,
            Action::Delete,
        ],
    );
    let rows = seen(&mut room, &stage);
    assert!(
        !rows
            .iter()
            .any(|row| row.contains("Сырники") || row.contains("phát âm"))
    );
}

#[test]
fn the_cursor_stays_on_its_post_when_the_plan_changes_under_it() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Right, Action::Right]);
    assert_eq!(topic(&room), "Тыквенный раф");
    stage.post(
        "Срочное",
        &[VK],
        Some("2026-11-24 12:00"),
        Approval::Draft,
        "x",
    );
    let later = planned("2026-12-02 10:00", "Europe/Moscow");
    let moves = vec![
        (VariantId(5), Some(later.clone())),
        (VariantId(6), Some(later)),
    ];
    stage.apply(&Command::Plan(PlanCommand::Reschedule { moves }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(topic(&room), "Тыквенный раф");
    assert_eq!(room.day().unwrap().to_string(), "2026-12-02");
    stage.stamp(vec![VariantId(5), VariantId(6)]);
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(
        room.title(Action::Do, &stage.env()).unwrap(),
        "add its link"
    );
}

#[test]
fn the_walk_meets_every_problem_and_comes_round() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    let mut met = Vec::new();
    for _ in 0..3 {
        press(&mut room, &mut stage, &[Action::NextProblem]);
        met.push(topic(&room).to_owned());
    }
    assert_eq!(met, ["Кто печёт хлеб", "Вчерашний хлеб", "Кто печёт хлеб"]);
    press(&mut room, &mut stage, &[Action::PrevProblem]);
    assert_eq!(topic(&room), "Вчерашний хлеб");
    press(&mut room, &mut stage, &[Action::PrevProblem]);
    assert_eq!(topic(&room), "Кто печёт хлеб");
}

#[test]
fn it_stands_in_every_window() {
    let mut stage = a_week(Lang::Ru);
    stage.post(
        "👩‍👩‍👧 \u{202e}хлеб ".repeat(30).as_str(),
        &[VK],
        Some("2026-11-25 09:30"),
        Approval::Draft,
        "x",
    );
    for look in [Look::Agenda, Look::Week, Look::Month] {
        stands_in_every_window(&mut open_as(look, &stage), &mut stage);
    }
    let empty = Stage::new(Lang::En);
    let mut room = Plan {
        look: Look::Agenda,
        ..Plan::default()
    };
    assert!(seen_in(&mut room, &empty, 80, 22)[2].contains("Nothing is planned"));
    assert_eq!(room.title(Action::Do, &empty.env()), None);
    assert!(room.offers(&empty.env()).contains(&Action::Add));
}

fn stands_in_every_window(room: &mut Plan, stage: &mut Stage) {
    for (width, height) in [
        (80, 22),
        (120, 38),
        (200, 58),
        (40, 10),
        (20, 5),
        (1, 1),
        (3, 2),
    ] {
        for action in [
            Action::Home,
            Action::Down,
            Action::PageDown,
            Action::End,
            Action::PageUp,
        ] {
            press(room, stage, &[action]);
            let rows = seen_in(room, stage, width, height);
            let shows_the_cursor = rows.iter().any(|row| row.contains('>'));
            assert!(
                shows_the_cursor || height < 3,
                "{width}×{height}: {rows:#?}"
            );
        }
    }
}
