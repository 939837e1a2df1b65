//! The plan by keystrokes: what is seen, what moves, and that a large desk costs no more than a small one.

use super::*;
use crate::action::Action;
use crate::domain::command::{ChannelCommand, Command, NewPost, PlanCommand};
use crate::domain::post::{Approval, Format, Status};
use crate::effect::{Effect, Purpose, Show};
use crate::locale::Lang;
use crate::panes::stage::{FB, KOLOS, SAO_MAI, Stage, TG, VK, canvas, lines, moscow, planned};

fn open(stage: &Stage) -> Plan {
    let mut room = Plan::default();
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
        " week 48 · times are yours (Moscow)                               1 on the shelf"
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
    assert!(rows[6].starts_with("─ Wed 25 Nov · free ─") && rows[6].ends_with(" tomorrow ─"));
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
    assert!(rows[21].starts_with(" ✓ out  ● scheduled"));
}

#[test]
fn the_same_week_in_russian_and_in_the_clients_time() {
    let mut stage = a_week(Lang::Ru);
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].starts_with(" неделя 48 · время ваше (Moscow)"));
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
        rows[0].starts_with(" неделя 48 · время Sao Mai (Ho Chi Minh)"),
        "{rows:#?}"
    );
    assert!(
        rows.iter().any(|row| row.contains("? 19:00 FB")),
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
        (room.do_title(&stage.env()).unwrap(), effects)
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
        [Effect::Show(Show::Prompt(Purpose::Add { prefill }))]
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
    assert_eq!(room.do_title(&stage.env()).unwrap(), "write");
}

#[test]
fn what_is_cut_keeps_its_hour_on_the_clients_wall() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Down, Action::Cut]);
    let rows = seen(&mut room, &stage);
    assert!(
        rows[0].ends_with("1 cut · p puts it on this day"),
        "{rows:#?}"
    );
    assert!(rows[5].starts_with(">x? 15:00"), "{rows:#?}");
    let left = press(
        &mut room,
        &mut stage,
        &[Action::Right, Action::Right, Action::Paste],
    );
    assert_eq!(left, []);
    let moved = stage.reader().planned_wall(VariantId(4)).unwrap().unwrap();
    assert_eq!(moved.0.to_string(), "2026-11-26 19:00:00");
    assert_eq!(moved.1, "Asia/Ho_Chi_Minh");
    assert!(room.cut.is_empty());
}

#[test]
fn nothing_is_put_into_the_past_and_the_shelf_takes_anything() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    let left = press(
        &mut room,
        &mut stage,
        &[Action::Cut, Action::Left, Action::Paste],
    );
    assert!(matches!(&left[..], [Effect::Toast(words, _)] if words.key == "plan-past"));
    assert_eq!(room.cut.len(), 2, "it is still in her hand");
    press(&mut room, &mut stage, &[Action::End, Action::Paste]);
    let on_shelf = room
        .shelf
        .iter()
        .any(|line| line.first().topic == "Сырники");
    assert!(on_shelf && room.cut.is_empty());
    press(&mut room, &mut stage, &[Action::Cut, Action::Back]);
    assert!(room.cut.is_empty(), "back lets go");
}

#[test]
fn an_undated_post_lands_on_its_channels_posting_time_or_asks() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    let keys = [
        Action::End,
        Action::Cut,
        Action::Home,
        Action::Right,
        Action::Right,
    ];
    press(&mut room, &mut stage, &keys);
    let left = press(&mut room, &mut stage, &[Action::Paste]);
    let idea = VariantId(8);
    let variants = vec![idea];
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Time { variants }))]
    );
    stage.apply(Command::Channel(ChannelCommand::AddSlot {
        channel: TG,
        weekday: 2,
        minute: 11 * 60,
    }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    press(&mut room, &mut stage, &keys);
    press(&mut room, &mut stage, &[Action::Paste]);
    let landed = stage.reader().planned_wall(idea).unwrap().unwrap();
    assert_eq!(landed.0.to_string(), "2026-11-25 11:00:00");
}

#[test]
fn an_hour_that_the_clocks_skip_is_said() {
    let mut stage = Stage::new(Lang::En);
    let wall = "2027-03-27 02:30";
    let post = stage.post("Ночной хлеб", &[VK], Some(wall), Approval::Draft, "x");
    let berlin = planned(wall, "Europe/Berlin");
    let moves = vec![(VariantId(1), Some(berlin))];
    stage.apply(Command::Plan(PlanCommand::Reschedule { moves }));
    stage.post(
        "Завтрак",
        &[VK],
        Some("2027-03-28 12:00"),
        Approval::Draft,
        "x",
    );
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::End, Action::Up, Action::Cut],
    );
    assert_eq!(room.cut.len(), 1);
    let left = press(&mut room, &mut stage, &[Action::Down, Action::Paste]);
    assert!(
        matches!(&left[..], [Effect::Toast(words, _)] if words.key == "plan-clock-gap"),
        "{left:?}"
    );
    press(
        &mut room,
        &mut stage,
        &[Action::Home, Action::End, Action::Up],
    );
    assert_eq!(room.post(), Some(post));
    let rows = seen(&mut room, &stage);
    assert!(
        rows[20].starts_with(" 02:30 does not exist that night: 03:30 · planned for "),
        "{rows:#?}"
    );
}

#[test]
fn marked_rows_go_together_once() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Mark, Action::Mark]);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].ends_with("2 marked · Esc lets go"));
    assert!(
        rows[4].starts_with(" *●") && rows[5].starts_with(" *?"),
        "{rows:#?}"
    );
    let left = press(&mut room, &mut stage, &[Action::Time]);
    let all = vec![VariantId(2), VariantId(3), VariantId(4)];
    let variants = all.clone();
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Time { variants }))]
    );
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
    stage.apply(Command::Plan(PlanCommand::Reschedule { moves }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(topic(&room), "Тыквенный раф");
    assert_eq!(room.day().unwrap().to_string(), "2026-12-02");
    stage.stamp(vec![VariantId(5), VariantId(6)]);
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(room.do_title(&stage.env()).unwrap(), "open or link");
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

/// Three posts an hour on one channel, 1500 of them: three weeks from today.
fn a_heavy_plan() -> Stage {
    let mut stage = Stage::new(Lang::En);
    let start = moscow("2026-11-24 10:00");
    let posts = (0..1500).map(|n| {
        let at = start + chrono::TimeDelta::minutes(20 * n);
        NewPost {
            client: KOLOS,
            rubric: String::new(),
            topic: format!("post {n}"),
            format: Format::Text,
            text: "x".to_owned(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(crate::domain::command::Planned {
                local: at.with_timezone(&chrono_tz::Europe::Moscow).naive_local(),
                zone: "Europe/Moscow".to_owned(),
                at,
            }),
            approval: if n == 1490 {
                Approval::Changes
            } else {
                Approval::Approved
            },
            channels: vec![VK],
        }
    });
    let file = "plan.csv".to_owned();
    let posts = posts.collect();
    stage.apply(Command::Plan(PlanCommand::AddPosts { posts, file }));
    stage
}

#[test]
fn a_heavy_plan_is_walked_to_its_end_and_back_through_a_window() {
    let mut stage = a_heavy_plan();
    let mut room = open(&stage);
    let first = topic(&room).to_owned();
    let most = 3 * window::PAGE;
    let mut met = vec![first.clone()];
    for _ in 0..2000 {
        press(&mut room, &mut stage, &[Action::Down]);
        assert!(room.rows.len() <= most + 20, "{}", room.rows.len());
        if met.last().map(String::as_str) == Some(topic(&room)) {
            break;
        }
        met.push(topic(&room).to_owned());
    }
    let all: Vec<String> = (0..1500).map(|n| format!("post {n}")).collect();
    assert!(met == all, "each once, in order: {} met", met.len());
    for _ in 0..1500 {
        press(&mut room, &mut stage, &[Action::Up]);
    }
    assert_eq!(topic(&room), first);
}

#[test]
fn home_end_and_the_walk_reach_what_is_not_in_memory() {
    let mut stage = a_heavy_plan();
    let mut room = open(&stage);
    let first = topic(&room).to_owned();
    press(&mut room, &mut stage, &[Action::End]);
    assert_eq!(topic(&room), "post 1499");
    press(&mut room, &mut stage, &[Action::PrevProblem]);
    assert_eq!(topic(&room), "post 1490");
    press(&mut room, &mut stage, &[Action::Home]);
    assert_eq!(topic(&room), first);
    // It is far away: one press searches some pages, the next goes on from there.
    press(
        &mut room,
        &mut stage,
        &[Action::NextProblem, Action::NextProblem],
    );
    assert_eq!(topic(&room), "post 1490");
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
    let mut room = open(&stage);
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
            press(&mut room, &mut stage, &[action]);
            let rows = seen_in(&mut room, &stage, width, height);
            let shows_the_cursor = rows.iter().any(|row| row.starts_with('>'));
            assert!(
                shows_the_cursor || height < 2,
                "{width}×{height}: {rows:#?}"
            );
        }
    }
    let empty = Stage::new(Lang::En);
    let mut room = Plan::default();
    assert!(seen_in(&mut room, &empty, 80, 22)[2].contains("Nothing is planned"));
    assert_eq!(room.do_title(&empty.env()), None);
    assert!(room.offers(&empty.env()).contains(&Action::Add));
}
