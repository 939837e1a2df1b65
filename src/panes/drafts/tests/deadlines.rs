//! By when a text must be ready: it orders the queue, whatever time the post goes out.

use super::*;
use crate::panes::stage::{moscow, planned};

/// A draft for the third of December, or for no day at all, that must be ready by this moment.
fn promised(stage: &mut Stage, topic: &str, when: Option<&str>, by: &str) -> PostId {
    let post = stage.post(topic, &[VK], when, Approval::Draft, "x");
    let card = PostCard {
        ready_by: Some(planned(by, "Europe/Moscow").at),
        ..stage.reader().card_of_post(post).unwrap().card
    };
    stage.apply(&Command::Plan(PlanCommand::EditPost { post, card }));
    post
}

fn groups(room: &Drafts) -> Vec<(&'static str, Vec<&str>)> {
    room.groups
        .iter()
        .filter(|group| !group.drafts.is_empty())
        .map(|group| {
            let drafts = group.drafts.iter();
            (
                group.waits.key(),
                drafts.map(|it| it.first().topic.as_str()).collect(),
            )
        })
        .collect()
}

#[test]
fn what_must_be_ready_soon_is_late_to_write_and_stands_by_its_deadline() {
    let mut stage = Stage::new(Lang::En);
    let december = Some("2026-12-03 12:00");
    stage.post(
        "Завтра",
        &[VK],
        Some("2026-11-24 20:00"),
        Approval::Draft,
        "x",
    );
    promised(&mut stage, "К вечеру", december, "2026-11-24 18:00");
    promised(&mut stage, "Просрочен", None, "2026-11-23 18:00");
    promised(&mut stage, "Через неделю", december, "2026-12-01 18:00");
    promised(&mut stage, "Без даты", None, "2026-11-27 18:00");
    stage.post(
        "Когда-нибудь",
        &[VK],
        Some("2026-11-30 20:00"),
        Approval::Draft,
        "x",
    );
    let mut room = open(&stage);
    assert_eq!(
        groups(&room),
        [
            ("drafts-late", vec!["К вечеру", "Завтра", "Просрочен"]),
            (
                "drafts-to-write",
                vec!["Без даты", "Когда-нибудь", "Через неделю"]
            ),
        ]
    );
    let rows = seen(&mut room, &stage, 80, 22);
    let said = |topic: &str| {
        let row = rows.iter().find(|row| row.contains(topic)).unwrap();
        row.split('│').next().unwrap().trim_end().to_owned()
    };
    assert_eq!(said("К вечеру  "), "    К вечеру     ready by 18:00");
    assert_eq!(said("Просрочен"), "    Просрочен       was due Mon");
    assert_eq!(said("Без даты"), "    Без даты       ready by Fri");
    let rows = seen(&mut room, &stage, 120, 38);
    let facts = "suggested Thu 3 12:00 · text · rubric: люди · no pictures";
    assert!(rows.iter().any(|row| row.ends_with(facts)), "{rows:#?}");
    assert!(
        rows.iter().any(|row| row.ends_with("ready by today 18:00")),
        "{rows:#?}"
    );
}

#[test]
fn a_deadline_comes_near_as_time_passes_and_is_over_when_the_client_has_it() {
    let mut stage = Stage::new(Lang::En);
    let post = promised(&mut stage, "Раф", None, "2026-11-27 18:00");
    let mut room = open(&stage);
    assert_eq!(groups(&room), [("drafts-to-write", vec!["Раф"])]);
    stage.now = moscow("2026-11-26 18:00");
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(groups(&room), [("drafts-late", vec!["Раф"])]);
    let variants = stage.reader().variants_of(post).unwrap();
    stage.apply(&Command::Plan(PlanCommand::SetApproval {
        variants: variants.iter().map(|it| it.variant).collect(),
        to: Approval::Review,
        reason: String::new(),
    }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(groups(&room), [("drafts-with-client", vec!["Раф"])]);
}

#[test]
fn a_time_is_a_suggestion_until_the_post_is_agreed_on() {
    let mut stage = Stage::new(Lang::En);
    let when = Some("2026-11-27 18:30");
    stage.post("Идея", &[TG], when, Approval::Idea, "");
    stage.post("Готов", &[VK], when, Approval::Approved, "x");
    let mut room = open(&stage);
    let rows = seen(&mut room, &stage, 120, 38);
    assert!(
        rows[3].contains("│ scheduled Fri 27 18:30 · text"),
        "{rows:#?}"
    );
    press(&mut room, &mut stage, &[Action::Down]);
    let rows = seen(&mut room, &stage, 120, 38);
    assert!(
        rows[3].contains("│ suggested Fri 27 18:30 · text"),
        "{rows:#?}"
    );
}

#[test]
fn what_the_text_lacks_is_said_beside_it() {
    let mut stage = Stage::new(Lang::Ru);
    let post = stage.post("Раф", &[VK], None, Approval::Draft, "дёшево и вкусно");
    let card = PostCard {
        format: Format::Photo,
        ..stage.reader().card_of_post(post).unwrap().card
    };
    stage.apply(&Command::Plan(PlanCommand::EditPost { post, card }));
    let mut room = open(&stage);
    let says = |room: &mut Drafts, stage: &Stage, text: &str| {
        let rows = seen(room, stage, 80, 22);
        rows.iter().any(|row| row.contains(text))
    };
    assert!(says(&mut room, &stage, "▲ нет картинки"));
    assert!(says(&mut room, &stage, "▲ нежелательные слова: дёшево"));
    stage.apply(&Command::Plan(PlanCommand::Attach {
        post,
        hash: "0".repeat(64),
        name: "raf.jpg".to_owned(),
        bytes: 5,
        alt: String::new(),
    }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert!(says(&mut room, &stage, "▲ 1 без описания"));
    assert!(!says(&mut room, &stage, "▲ нет картинки"));
}
