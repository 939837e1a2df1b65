//! Marks and ranges: several posts go together, in one step, and come back in one.

use super::*;
use crate::domain::shift::Shift;
use crate::store::AgendaLine;

fn line(stage: &Stage, variant: i64) -> AgendaLine {
    stage.reader().line(VariantId(variant)).unwrap().unwrap()
}

#[test]
fn marked_posts_go_together_and_are_marked_no_longer() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Mark, Action::Down, Action::Mark],
    );
    let rows = seen(&mut room, &stage, 120, 38);
    assert!(rows[0].ends_with("2 marked"), "{}", rows[0]);
    assert!(rows[3].starts_with(" *○ today 19:30"), "{}", rows[3]);
    assert!(rows[8].starts_with(" *○ Sat 28"), "{}", rows[8]);
    let variants = [1, 2, 4].map(VariantId).to_vec();
    let left = press(&mut room, &mut stage, &[Action::Status]);
    assert_eq!(left, [Effect::Show(Show::Status(variants.clone()))]);
    assert!(!room.has_marks());
    stage.apply(&Command::Plan(PlanCommand::SetApproval {
        variants,
        to: Approval::Review,
        reason: String::new(),
    }));
    for variant in [1, 2, 4] {
        assert_eq!(line(&stage, variant).approval, Approval::Review);
    }
    stage.store.undo(stage.now).unwrap();
    for variant in [1, 2, 4] {
        assert_eq!(line(&stage, variant).approval, Approval::Draft);
    }
}

#[test]
fn a_range_holds_what_lies_between_and_becomes_marks() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Down, Action::Range, Action::Down, Action::Down],
    );
    assert_eq!(room.marked_rows().collect::<Vec<_>>(), [1, 2, 3]);
    press(&mut room, &mut stage, &[Action::Up]);
    assert_eq!(room.marked_rows().collect::<Vec<_>>(), [1, 2]);
    press(
        &mut room,
        &mut stage,
        &[Action::Range, Action::End, Action::Mark],
    );
    assert_eq!(room.marked_rows().collect::<Vec<_>>(), [1, 2, 7]);
    // One Esc lets go of an open range, the next of the marks; then Esc leaves the room.
    press(
        &mut room,
        &mut stage,
        &[Action::Range, Action::Home, Action::Back],
    );
    assert_eq!(room.marked_rows().count(), 3);
    assert!(room.offers(&stage.env()).contains(&Action::Back));
    press(&mut room, &mut stage, &[Action::Back]);
    assert_eq!(room.marked_rows().count(), 0);
    assert!(!room.offers(&stage.env()).contains(&Action::Back));
}

#[test]
fn several_times_ask_how_far_they_go_and_one_time_asks_when() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Mark, Action::Down, Action::Mark],
    );
    let left = press(&mut room, &mut stage, &[Action::Time]);
    let at = |variant| (VariantId(variant), line(&stage, variant).at.unwrap());
    let moves = [1, 2, 4].map(at).to_vec();
    assert_eq!(left, [Effect::Show(Show::Prompt(Purpose::Shift { moves }))]);
    press(&mut room, &mut stage, &[Action::Home, Action::Mark]);
    let left = press(&mut room, &mut stage, &[Action::Time]);
    let variants = vec![VariantId(1), VariantId(2)];
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Time { variants }))]
    );
}

#[test]
fn a_day_later_leaves_the_marks_for_the_next_press() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Range, Action::Down, Action::Down, Action::Down],
    );
    let left = press(&mut room, &mut stage, &[Action::DayLater]);
    // What has no time does not move.
    let variants = [1, 2, 3, 4].map(VariantId).to_vec();
    let by = Shift::days(1);
    assert_eq!(left, [Effect::Shift { variants, by }]);
    assert_eq!(room.marked_rows().count(), 4);
}

#[test]
fn marked_posts_are_deleted_once_and_marks_follow_what_is_left() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Mark, Action::Mark, Action::Delete],
    );
    assert_eq!(topic(&room), "Кофе");
    assert_eq!(room.rows.len(), 6);
    press(&mut room, &mut stage, &[Action::Mark]);
    stage.apply(&Command::Plan(PlanCommand::SetApproval {
        variants: vec![VariantId(4)],
        to: Approval::Approved,
        reason: String::new(),
    }));
    room.refresh(stage.reader(), &stage.env()).unwrap();
    let marked: Vec<&str> = room
        .chosen()
        .iter()
        .map(|it| it.first().topic.as_str())
        .collect();
    assert_eq!(marked, ["Кофе"], "it is marked in its new group");
    stage.store.undo(stage.now).unwrap();
    stage.store.undo(stage.now).unwrap();
    room.refresh(stage.reader(), &stage.env()).unwrap();
    assert_eq!(room.rows.len(), 8, "both come back with one step");
}

#[test]
fn a_channel_follows_the_base_again_with_one_key() {
    let mut stage = a_queue(Lang::En);
    let mut room = open(&stage);
    let said = |left: Vec<Effect>| match left.as_slice() {
        [Effect::Toast(words, _)] => words.key.clone(),
        other => format!("{other:?}"),
    };
    assert!(room.offers(&stage.env()).contains(&Action::Inherit));
    assert_eq!(
        said(press(&mut room, &mut stage, &[Action::Inherit])),
        "drafts-inherit-which"
    );
    let left = press(&mut room, &mut stage, &[Action::Right, Action::Inherit]);
    assert_eq!(said(left), "drafts-inherits");
    press(&mut room, &mut stage, &[Action::Right, Action::Inherit]);
    let sheet = stage.reader().sheet(PostId(1)).unwrap().unwrap();
    assert!(sheet.variants.iter().all(|variant| variant.own.is_none()));
    assert!(!room.offers(&stage.env()).contains(&Action::Inherit));
    let rows = seen(&mut room, &stage, 120, 38);
    assert!(rows.iter().any(|row| row.contains(">TG =")), "{rows:#?}");
}
