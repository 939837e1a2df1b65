//! Cut, walk, paste: what keeps its hour, what is refused, what the clocks do to it.

use super::*;
use crate::domain::command::ChannelCommand;

#[test]
fn what_is_cut_keeps_its_hour_on_the_clients_wall() {
    let mut stage = a_week(Lang::En);
    let mut room = open(&stage);
    press(&mut room, &mut stage, &[Action::Down, Action::Cut]);
    let rows = seen(&mut room, &stage);
    assert!(
        rows[0].ends_with("1 cut: paste puts it on this day"),
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
    let rows = seen(&mut room, &stage);
    assert!(
        rows[0].ends_with("1 cut: paste puts it on this day"),
        "two channels, one post: {rows:#?}"
    );
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
    stage.apply(&Command::Channel(ChannelCommand::AddSlot {
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
    stage.apply(&Command::Plan(PlanCommand::Reschedule { moves }));
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
        rows[20].starts_with(" 02:30 does not exist that night: 03:30 · suggested for "),
        "{rows:#?}"
    );
}
