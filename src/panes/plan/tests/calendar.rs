//! The calendar by keystrokes: lanes, bands and cells, ranges and shifts, copies from lane to lane.

use chrono::{Days, NaiveDateTime};

use super::*;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::command::ChannelCommand;
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::Outcome;
use crate::domain::shift::Shift;

/// The row of the picture that begins with this, or stands under it.
fn row_of<'a>(rows: &'a [String], begin: &str) -> &'a str {
    let found = rows.iter().find(|row| row.starts_with(begin));
    found.unwrap_or_else(|| panic!("no {begin}: {rows:#?}"))
}

/// Many posts of Kolos on one day, a quarter of an hour apart.
fn crowd(stage: &mut Stage, day: &str, posts: u32) {
    for n in 0..posts {
        let at = format!("{day} {:02}:{:02}", 12 + n / 4, n % 4 * 15);
        stage.post(
            &format!("Пост {n}"),
            &[VK],
            Some(&at),
            Approval::Approved,
            "x",
        );
    }
}

#[test]
fn a_week_has_a_lane_for_each_client_and_a_cell_for_each_day() {
    let stage = a_week(Lang::En);
    let mut room = open_as(Look::Week, &stage);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].starts_with(" Week 48, 23–29 Nov · times are yours (Moscow)"));
    assert!(rows[0].ends_with("5 posts · 1 needs you"), "{rows:#?}");
    assert_eq!(
        rows[1],
        "          Mon 23    TUE 24    Wed 25    Thu 26    Fri 27    Sat 28    Sun 29"
    );
    assert_eq!(rows[3], "Kolos     19:30!VK >09:20●VK+           09:30●VK+");
    assert!(rows.contains(&"Sao Mai             15:00?FB".to_owned()));
    assert!(row_of(&rows, " SHELF 1 Kolos TG Идея про печь").len() > 10);
    assert!(row_of(&rows, "─ Tue 24 Nov 09:20 Kolos ─").ends_with(" scheduled ─"));
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    let mut stage = Stage::new(Lang::En);
    stage.forget_everybody();
    let mut room = open_as(Look::Week, &stage);
    assert!(seen(&mut room, &stage)[3].starts_with(" Nobody to plan for yet. C adds a client"));
    assert!(room.offers(&stage.env()).contains(&Action::Do));
}

#[test]
fn one_client_has_a_lane_for_each_channel_on_its_own_clock() {
    let mut stage = a_week(Lang::Ru);
    stage.scope = Some(SAO_MAI);
    let mut room = open_as(Look::Week, &stage);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].contains("Неделя 48, 23–29 ноя · время клиента Sao Mai (Ho Chi Minh)"));
    assert!(row_of(&rows, "FB ").contains("19:00?"), "{rows:#?}");
}

#[test]
fn a_month_shows_a_band_for_each_week_and_says_what_does_not_fit() {
    let mut stage = a_week(Lang::En);
    crowd(&mut stage, "2026-11-28", 12);
    stage.scope = Some(KOLOS);
    let mut room = open_as(Look::Month, &stage);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].starts_with(" November 2026 · times of Kolos (Moscow)"));
    assert!(rows[1].starts_with(" Mon        Tue        Wed"));
    let dates = row_of(&rows, " 23 ");
    assert!(dates.contains("24 today"), "{dates}");
    let hidden: u32 = dates
        .split_whitespace()
        .find_map(|word| word.strip_prefix('+')?.parse().ok())
        .unwrap_or_else(|| panic!("nothing is said about the rest: {rows:#?}"));
    let saturdays = |row: &&String| row.chars().skip(56).collect::<String>().contains("●VK");
    let shown = rows.iter().filter(saturdays).count();
    assert_eq!(hidden as usize + shown, 12, "{rows:#?}");
}

#[test]
fn a_cell_of_none_one_three_and_twelve_is_walked_item_by_item() {
    for (lang, more) in [(Lang::En, "+"), (Lang::Ru, "ещё ")] {
        let mut stage = Stage::new(lang);
        crowd(&mut stage, "2026-11-25", 1);
        crowd(&mut stage, "2026-11-26", 3);
        crowd(&mut stage, "2026-11-27", 12);
        for (width, height) in [(80, 22), (120, 38), (200, 58)] {
            let mut room = open_as(Look::Week, &stage);
            let mut met = Vec::new();
            for _ in 0..3 {
                press(&mut room, &mut stage, &[Action::Right]);
            }
            for _ in 0..12 {
                met.push(topic(&room).to_owned());
                let rows = seen_in(&mut room, &stage, width, height);
                let cursor = rows.iter().filter(|row| row.contains('>')).count();
                assert_eq!(cursor, 1, "{width}×{height}: {rows:#?}");
                press(&mut room, &mut stage, &[Action::Down]);
            }
            let all: Vec<String> = (0..12).map(|n| format!("Пост {n}")).collect();
            assert_eq!(met, all, "{width}×{height}");
        }
        let mut room = open_as(Look::Week, &stage);
        let rows = seen_in(&mut room, &stage, 80, 12);
        assert!(
            rows.iter().any(|row| row.contains(more)),
            "what is hidden is counted: {rows:#?}"
        );
    }
}

/// Where every post of Kolos on VK stands, by topic.
fn times(stage: &Stage) -> Vec<(String, NaiveDateTime)> {
    let from = moscow("2026-11-01 00:00");
    let to = moscow("2027-02-01 00:00");
    let spots = stage.reader().spots(from, to, None, 1000).unwrap();
    let wall = |spot: &crate::store::Spot| {
        let (local, _) = stage.reader().planned_wall(spot.variant).unwrap().unwrap();
        (spot.topic.clone(), local)
    };
    let mut times: Vec<_> = spots.iter().map(wall).collect();
    times.sort();
    times
}

#[test]
fn a_launch_of_nine_posts_moves_together_keeping_order_and_distance() {
    let mut stage = Stage::new(Lang::En);
    for n in 0..9 {
        let at = format!("2026-12-{:02} {:02}:30", 1 + n / 2, 9 + n % 2 * 10);
        stage.post(
            &format!("Launch {n}"),
            &[VK, TG],
            Some(&at),
            Approval::Draft,
            "x",
        );
    }
    let before = times(&stage);
    let mut room = open_as(Look::Month, &stage);
    press(&mut room, &mut stage, &[Action::PageDown, Action::Home]);
    assert_eq!(topic(&room), "Launch 0");
    // V, End, t: three keys; the prompt takes "+2d" and Enter.
    let left = press(
        &mut room,
        &mut stage,
        &[Action::Range, Action::End, Action::Time],
    );
    let [Effect::Show(Show::Prompt(Purpose::Shift { moves }))] = &left[..] else {
        panic!("{left:?}");
    };
    assert_eq!(moves.len(), 18, "nine posts on two channels");
    let moves: Vec<_> = moves
        .iter()
        .map(|(variant, _)| {
            let (local, _) = stage.reader().planned_wall(*variant).unwrap().unwrap();
            let (planned, _) = Shift::days(2)
                .land(local, chrono_tz::Europe::Moscow)
                .unwrap();
            (*variant, Some(planned))
        })
        .collect();
    stage.apply(&Command::Plan(PlanCommand::Reschedule { moves }));
    let after: Vec<_> = before
        .iter()
        .map(|(topic, at)| (topic.clone(), *at + Days::new(2)))
        .collect();
    assert_eq!(times(&stage), after);
    stage.store.undo(stage.now).unwrap();
    assert_eq!(times(&stage), before, "one key takes all of it back");
}

#[test]
fn days_later_and_earlier_move_what_is_marked_and_keep_the_marks() {
    let mut stage = a_week(Lang::En);
    let mut room = open_as(Look::Week, &stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Right, Action::Right, Action::Range, Action::Down],
    );
    let left = press(&mut room, &mut stage, &[Action::DayLater]);
    let [Effect::Shift { variants, by }] = &left[..] else {
        panic!("{left:?}");
    };
    assert_eq!(*by, Shift::days(1));
    assert_eq!(variants.len(), 3, "two posts, one of them on two channels");
    assert!(room.has_marks(), "the key can be pressed again");
}

/// Where the copies of a post stand: whose, on which channel, at what time of which wall.
fn copies(stage: &Stage, topic: &str) -> Vec<(ClientId, ChannelId, String)> {
    let from = moscow("2026-11-23 00:00");
    let to = moscow("2026-11-30 00:00");
    let spots = stage.reader().spots(from, to, None, 100).unwrap();
    let of_it = spots.into_iter().filter(|spot| spot.topic == topic);
    let mut found: Vec<_> = of_it
        .map(|spot| {
            let (local, zone) = stage.reader().planned_wall(spot.variant).unwrap().unwrap();
            (spot.client, spot.channel, format!("{local} {zone}"))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_copy_goes_to_another_day_and_to_another_client() {
    let mut stage = a_week(Lang::En);
    stage.apply(&Command::Channel(ChannelCommand::Add(ChannelCard {
        client: SAO_MAI,
        platform: "vk".to_owned(),
        handle: "@saomai".to_owned(),
        link: String::new(),
        mode: Mode::Assisted,
        grace_min: 60,
        look_every_min: 0,
        watch_min: 60,
        text_max: 0,
        utm: String::new(),
    })));
    stage.read_roster();
    let mut room = open_as(Look::Week, &stage);
    // Thursday's draft of Kolos on VK: to Friday, then down to Sao Mai.
    press(
        &mut room,
        &mut stage,
        &[Action::Right, Action::Right, Action::Down, Action::Copy],
    );
    assert!(seen(&mut room, &stage)[0].ends_with("1 copied: paste puts it here"));
    press(
        &mut room,
        &mut stage,
        &[Action::Right, Action::Paste, Action::Down, Action::Paste],
    );
    let at = |day: u32, zone: &str| format!("2026-11-{day} 19:30:00 {zone}");
    assert_eq!(
        copies(&stage, "Кто печёт хлеб"),
        [
            (KOLOS, VK, at(26, "Europe/Moscow")),
            (KOLOS, VK, at(27, "Europe/Moscow")),
            (SAO_MAI, ChannelId(4), at(27, "Asia/Ho_Chi_Minh")),
        ]
    );
}

#[test]
fn within_one_client_a_copy_onto_another_channels_lane_joins_the_post() {
    let mut stage = a_week(Lang::En);
    stage.scope = Some(KOLOS);
    let mut room = open_as(Look::Week, &stage);
    press(&mut room, &mut stage, &[Action::Right, Action::Right]);
    press(&mut room, &mut stage, &[Action::Down, Action::Copy]);
    let post = room.cut[0].post;
    press(&mut room, &mut stage, &[Action::Down, Action::Paste]);
    let variants = stage.reader().variants_of(post).unwrap();
    let on: Vec<ChannelId> = variants.iter().map(|it| it.channel).collect();
    assert_eq!(on, [VK, TG], "one post, one channel more");
}

#[test]
fn a_day_that_is_taken_and_another_client_refuse_what_was_cut() {
    let mut stage = a_week(Lang::En);
    stage.post(
        "Занято",
        &[VK],
        Some("2026-11-27 19:30"),
        Approval::Draft,
        "x",
    );
    let before = times(&stage);
    let mut room = open_as(Look::Week, &stage);
    press(
        &mut room,
        &mut stage,
        &[Action::Right, Action::Right, Action::Down, Action::Cut],
    );
    let left = press(&mut room, &mut stage, &[Action::Right, Action::Paste]);
    assert!(matches!(&left[..], [Effect::Toast(words, _)] if words.key == "plan-taken"));
    let left = press(
        &mut room,
        &mut stage,
        &[Action::Down, Action::Down, Action::Paste],
    );
    assert!(matches!(&left[..], [Effect::Toast(words, _)] if words.key == "plan-other-client"));
    assert_eq!(times(&stage), before);
    assert_eq!(room.cut.len(), 1, "it is still in her hand");
}

#[test]
fn gaps_of_one_minute_are_one_and_adding_there_names_all_of_its_channels() {
    let mut stage = Stage::new(Lang::En);
    for channel in [VK, TG] {
        stage.apply(&Command::Channel(ChannelCommand::AddSlot {
            channel,
            weekday: 4,
            minute: 9 * 60 + 30,
        }));
    }
    let mut room = open_as(Look::Week, &stage);
    press(&mut room, &mut stage, &[Action::NextProblem]);
    let rows = seen(&mut room, &stage);
    assert!(rows[0].ends_with("0 posts · 1 gap"), "{rows:#?}");
    assert!(row_of(&rows, "Kolos").contains(">09:30□VK+"), "{rows:#?}");
    let left = press(&mut room, &mut stage, &[Action::Do]);
    let prefill = "Kolos vk,tg 27.11 09:30 ".to_owned();
    assert_eq!(
        left,
        [Effect::Show(Show::Prompt(Purpose::Sketch { prefill }))]
    );
}

#[test]
fn a_rubric_that_fills_the_month_and_comes_again_and_again_is_said() {
    let mut stage = Stage::new(Lang::En);
    for day in 24..28 {
        let at = format!("2026-11-{day} 12:00");
        stage.post(&format!("П {day}"), &[VK], Some(&at), Approval::Draft, "x");
    }
    let mut room = open_as(Look::Week, &stage);
    press(&mut room, &mut stage, &[Action::Right, Action::Right]);
    let rows = seen(&mut room, &stage);
    assert!(
        rows.iter()
            .any(|row| row.contains("▲ third “люди” in a row")),
        "{rows:#?}"
    );
    let near = "2026-11-26 12:40";
    stage.post("Рядом", &[VK], Some(near), Approval::Draft, "x");
    room.refresh(stage.reader(), &stage.env()).unwrap();
    let rows = seen_in(&mut room, &stage, 120, 38);
    assert!(
        rows.iter()
            .any(|row| row.contains("“Рядом” is on VK at 12:40")),
        "{rows:#?}"
    );
}

#[test]
fn what_is_out_stands_apart_from_what_is_still_to_come() {
    let mut stage = a_week(Lang::En);
    stage.stamp(vec![VariantId(2)]);
    let mut room = open_as(Look::Week, &stage);
    let rows = seen(&mut room, &stage);
    assert!(rows.iter().any(|row| row.contains("09:20✓VK")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("09:20●TG")), "{rows:#?}");
    let line = stage.reader().line(VariantId(2)).unwrap().unwrap();
    assert_eq!(line.outcome, Outcome::Published);
}
