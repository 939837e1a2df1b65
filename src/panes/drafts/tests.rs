//! Drafts by keystrokes: what waits for whom, whose wording is chosen, what is said beside it.

mod bulk;
mod deadlines;
mod filtered;

use super::*;
use crate::action::Action;
use crate::domain::command::{ClientCommand, Command, PlanCommand, PostCard};
use crate::domain::ids::{RubricId, VariantId};
use crate::domain::post::{Approval, Format};
use crate::effect::{Effect, Purpose, Show};
use crate::locale::Lang;
use crate::panes::stage::{FB, KOLOS, SAO_MAI, Stage, TG, VK, canvas, lines};

const BREAD: &str = "Рустам встаёт в четыре.\n\nВ пять тесто уже на столе, и это не халява.";

fn open(stage: &Stage) -> Drafts {
    let mut room = Drafts::default();
    room.refresh(stage.reader(), &stage.env()).unwrap();
    seen(&mut room, stage, 120, 38);
    room
}

fn seen(room: &mut Drafts, stage: &Stage, width: u16, height: u16) -> Vec<String> {
    let (area, mut buf) = canvas(width, height);
    room.settle(area, &stage.env());
    assert_eq!(room.draw(area, &mut buf, &stage.env()), None);
    lines(&buf)
}

/// Presses keys as the hallway does: act, perform, ask again where something changed, fetch.
fn press(room: &mut Drafts, stage: &mut Stage, actions: &[Action]) -> Vec<Effect> {
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
        seen(room, stage, 120, 38);
    }
    left
}

fn topic(room: &Drafts) -> &str {
    room.row().map_or("", |row| row.first().topic.as_str())
}

/// One of each kind.
fn a_queue(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let bread = stage.post(
        "Кто печёт хлеб",
        &[VK, TG],
        Some("2026-11-24 19:30"),
        Approval::Draft,
        BREAD,
    );
    stage.post(
        "Вчерашнее",
        &[VK],
        Some("2026-11-23 12:00"),
        Approval::Draft,
        "x",
    );
    stage.post("Кофе", &[VK], Some("2026-11-28 17:00"), Approval::Draft, "");
    stage.post("Без даты", &[TG], None, Approval::Draft, "x");
    stage.post(
        "Pakkasyö",
        &[FB],
        Some("2026-11-25 16:00"),
        Approval::Review,
        "x",
    );
    let price = stage.post(
        "Цены",
        &[VK],
        Some("2026-11-27 19:30"),
        Approval::Review,
        "x",
    );
    stage.post(
        "Раф",
        &[VK, TG],
        Some("2026-11-26 09:30"),
        Approval::Approved,
        "x",
    );
    stage.post("Про печь", &[TG], None, Approval::Idea, "");
    assert_eq!((bread, price), (PostId(1), PostId(6)));
    speak_of(&mut stage, bread);
    stage
}

/// The client asked for changes, a channel goes its own way, the card is filled in.
fn speak_of(stage: &mut Stage, bread: PostId) {
    stage.apply(&Command::Plan(PlanCommand::SetApproval {
        variants: vec![VariantId(7)],
        to: Approval::Changes,
        reason: "цену 249, не 199".to_owned(),
    }));
    stage.apply(&Command::Plan(PlanCommand::SaveText {
        post: bread,
        variant: Some(VariantId(2)),
        text: "Короче: Рустам.".to_owned(),
    }));
    stage.apply(&Command::Plan(PlanCommand::EditPost {
        post: bread,
        card: PostCard {
            topic: "Кто печёт хлеб".to_owned(),
            rubric: "люди".to_owned(),
            first_comment: "Адрес в шапке".to_owned(),
            brief: "люди за прилавком, тепло".to_owned(),
            ..PostCard::default()
        },
    }));
    stage.apply(&Command::Client(ClientCommand::EditRubric {
        rubric: RubricId(1),
        name: "люди".to_owned(),
        share: Some(30),
    }));
}

#[test]
fn the_queue_stands_by_what_it_waits_for_with_the_text_beside_it() {
    let stage = a_queue(Lang::En);
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage, 120, 38);
    assert_eq!(
        rows[0],
        " to write 4 · with client 1 · changes 1 · ready 1 · ideas 1"
    );
    let left: Vec<String> = rows[2..23]
        .iter()
        .map(|row| row.chars().take_while(|c| *c != '│').collect::<String>())
        .map(|row| row.trim_end().to_owned())
        .collect();
    assert_eq!(
        left,
        [
            "LATE TO WRITE 2",
            "> ○ today 19:30   Kolos    VK TG",
            "    Кто печёт хлеб",
            "  ! Mon 23 12:00  Kolos    VK",
            "    Вчерашнее",
            "TO WRITE 2",
            "  ○ Sat 28 17:00  Kolos    VK",
            "    Кофе                            no text",
            "  ○ no date       Kolos    TG",
            "    Без даты",
            "WITH CLIENT 1",
            "  ? Wed 25 12:00  Sao Mai  FB          0:00",
            "    Pakkasyö",
            "CHANGES ASKED 1",
            "  ± Fri 27 19:30  Kolos    VK",
            "    Цены · «цену 249, не 199»",
            "READY 1",
            "  ● Thu 26 09:30  Kolos    VK TG",
            "    Раф",
            "IDEAS 1",
            "  · no date       Kolos    TG",
        ]
    );
    assert_eq!(rows[37], " Kolos this month: люди 100% (30)");
    the_text_stands_beside(&rows);
}

#[track_caller]
fn the_text_stands_beside(rows: &[String]) {
    let right: Vec<String> = rows[2..]
        .iter()
        .filter_map(|row| row.split_once("│ "))
        .map(|(_, right)| right.replace('\u{a0}', " "))
        .collect();
    assert_eq!(right[0], "Kolos · Кто печёт хлеб");
    assert_eq!(
        right[1],
        "suggested today 19:30 · text · rubric: люди · no pictures"
    );
    assert_eq!(right[2], "Рустам встаёт в четыре.");
    let below = &right[right.len() - 6..];
    assert_eq!(
        below,
        [
            ">base      68",
            " VK =      68/16 384",
            " TG own    15/4 096",
            "▲ words to avoid: халява",
            "first comment: Адрес в шапке",
            "brief: люди за прилавком, тепло",
        ]
    );
}

#[test]
fn a_narrow_window_has_one_column_and_speaks_russian() {
    let stage = a_queue(Lang::Ru);
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage, 54, 22);
    assert_eq!(
        rows[0],
        " писать 4 · у клиента 1 · правки 1 · готово 1 · идеи 1"
    );
    assert!(rows[1].starts_with("────"), "{rows:#?}");
    assert_eq!(rows[2], "ГОРИТ 2");
    assert_eq!(rows[3], "> ○ сегодня 19:30 Kolos    Кто печёт хлеб");
    assert!(rows[9].starts_with("────"), "{rows:#?}");
    assert_eq!(rows[10], " Kolos · Кто печёт хлеб");
    assert_eq!(
        rows[11],
        " предложено сегодня 19:30 · текст · рубрика: люди"
    );
    assert_eq!(rows[12], " без картинок");
    assert_eq!(rows[14], " Рустам встаёт в четыре.");
    let lengths = rows[16].replace('\u{a0}', " ");
    assert_eq!(lengths, " >основа 68 · VK = 68/16 384 · TG свой 15/4 096");
    assert_eq!(rows[17], " ▲ нежелательные слова: халява");
    assert_eq!(rows[21], " Kolos в этом месяце: люди 100 % (30)");
}

#[test]
fn the_channel_is_chosen_and_its_own_wording_is_what_is_edited() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    let write = |variant| {
        let post = PostId(1);
        [Effect::Show(Show::Write { post, variant })]
    };
    assert_eq!(press(&mut room, &mut stage, &[Action::Do]), write(None));
    assert_eq!(room.title(Action::Do, &stage.env()).unwrap(), "write");
    let left = press(&mut room, &mut stage, &[Action::Left, Action::Edit]);
    assert_eq!(left, write(Some(VariantId(2))));
    assert_eq!(room.title(Action::Do, &stage.env()).unwrap(), "write TG");
    let rows = seen(&mut room, &stage, 120, 38);
    assert!(
        rows.iter().any(|row| row.ends_with("│ Короче: Рустам.")),
        "{rows:#?}"
    );
    press(&mut room, &mut stage, &[Action::Right]);
    assert_eq!(room.channel, None, "round to the base text");
    press(&mut room, &mut stage, &[Action::Right, Action::Down]);
    assert_eq!(room.channel, None, "another post begins with its base text");
}

#[test]
fn verbs_take_the_whole_post_or_the_chosen_channel() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    let both = vec![VariantId(1), VariantId(2)];
    let left = press(&mut room, &mut stage, &[Action::Status]);
    assert_eq!(left, [Effect::Show(Show::Status(both))]);
    let left = press(&mut room, &mut stage, &[Action::Right, Action::Time]);
    let variants = vec![VariantId(1)];
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Time { variants }))]
    );
    let left = press(&mut room, &mut stage, &[Action::Add]);
    let prefill = "Kolos ".to_owned();
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Sketch { prefill }))]
    );
    press(&mut room, &mut stage, &[Action::Delete]);
    assert_eq!(topic(&room), "Вчерашнее", "the next one takes its place");
    assert_eq!(room.to_write(), 4);
}

#[test]
fn the_cursor_follows_its_post_into_another_group() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    stage.apply(&Command::Plan(PlanCommand::SetApproval {
        variants: vec![VariantId(1), VariantId(2)],
        to: Approval::Review,
        reason: String::new(),
    }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(topic(&room), "Кто печёт хлеб");
    assert_eq!(room.row().unwrap().waits, queue::Waits::Client);
    stage.scope = Some(SAO_MAI);
    room.refresh(stage.reader(), &stage.env()).unwrap();
    let rows = seen(&mut room, &stage, 80, 22);
    assert_eq!(topic(&room), "Pakkasyö");
    assert!(!rows.iter().any(|row| row.contains("Kolos")), "{rows:#?}");
    assert!(
        rows[3].contains("Wed 25 16:00"),
        "on her own wall: {rows:#?}"
    );
}

#[test]
fn the_clients_own_clock_is_said_where_it_differs() {
    let mut stage = a_queue(Lang::Ru);
    let mut room = open(&stage);
    for _ in 0..4 {
        press(&mut room, &mut stage, &[Action::Down]);
    }
    let rows = seen(&mut room, &stage, 120, 22);
    let facts = " предложено ср 25 12:00 · 16:00 в Ho Chi Minh · текст · рубрика: люди";
    assert!(rows[3].contains(facts), "{rows:#?}");
}

#[test]
fn the_walk_goes_through_what_must_not_wait() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    let mut met = Vec::new();
    for _ in 0..3 {
        press(&mut room, &mut stage, &[Action::NextProblem]);
        met.push(topic(&room).to_owned());
    }
    assert_eq!(met, ["Вчерашнее", "Цены", "Кто печёт хлеб"]);
    press(&mut room, &mut stage, &[Action::PrevProblem]);
    assert_eq!(topic(&room), "Цены");
}

#[test]
fn a_group_that_has_no_end_says_so() {
    let mut stage = Stage::new(Lang::En);
    let post = |n: usize| crate::domain::command::NewPost {
        client: KOLOS,
        rubric: String::new(),
        campaign: String::new(),
        topic: format!("post {n}"),
        format: Format::Text,
        text: String::new(),
        link: String::new(),
        first_comment: String::new(),
        planned: None,
        approval: Approval::Draft,
        channels: vec![VK],
    };
    let posts = (0..=queue::ENOUGH).map(|n| post(n).into()).collect();
    let file = "plan.csv".to_owned();
    stage.apply(&Command::Plan(PlanCommand::AddPosts { posts, file }));
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage, 80, 22);
    assert!(rows[2].starts_with("TO WRITE 200+ "), "{rows:#?}");
    assert!(rows[0].starts_with(" to write 200+ · "));
    press(&mut room, &mut stage, &[Action::End]);
    assert_eq!(room.at, 199);
}

#[test]
fn it_stands_in_every_window() {
    let mut stage = a_queue(Lang::Ru);
    let long = "👩‍👩‍👧 \u{202e}хлеб дёшево ".repeat(300);
    stage.post(
        &long,
        &[VK],
        Some("2026-11-24 10:30"),
        Approval::Draft,
        &long,
    );
    let mut room = open(&stage);
    assert_eq!(room.paper.as_ref().unwrap().avoid, ["дёшево"]);
    for (width, height) in [
        (80, 22),
        (120, 38),
        (200, 58),
        (40, 10),
        (20, 5),
        (100, 22),
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
            let rows = seen(&mut room, &stage, width, height);
            let shows_the_cursor = rows.iter().any(|row| row.starts_with('>'));
            assert!(
                shows_the_cursor || height < 2,
                "{width}×{height}: {rows:#?}"
            );
        }
    }
    let empty = Stage::new(Lang::En);
    let mut room = Drafts::default();
    room.refresh(empty.reader(), &empty.env()).unwrap();
    assert!(seen(&mut room, &empty, 80, 22)[3].contains("Nothing to write"));
    assert_eq!(room.title(Action::Do, &empty.env()), None);
    assert_eq!(room.act(Action::NextProblem, &empty.env()), Effects::none());
}
