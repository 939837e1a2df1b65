//! A month laid out: the demo's four clients from the shelf and from nothing, a launch moved and taken back, counted in
//! keys. The budget is a third of the clicks the same takes elsewhere.

use postdesk::demo::seed;
use postdesk::domain::Moment;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::PlanCommand;
use postdesk::domain::command::{Command, NewPost, Planned};
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::{Approval, Format};
use postdesk::domain::zone::{resolve, zone_by_name};
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Spot, Store};

use crate::desk::{Desk, KAZAN, Setup};

/// The demo desk on its Tuesday, all of it in her hand.
fn demo(lang: Lang) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let now: Moment = "2026-11-24T06:12:00Z".parse().unwrap();
    let mut store = Store::open(folder.path(), Origin::Rule, PATIENCE, Rng::seeded(7)).unwrap();
    seed(&mut store, now).unwrap();
    drop(store);
    Setup::at(folder, now).open_as(lang, 80, 24)
}

/// Everything planned in the weeks that December touches, in Kazan.
fn december(desk: &Desk) -> Vec<Spot> {
    let at = |text: &str| text.parse::<Moment>().unwrap();
    let store = Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(3)).unwrap();
    let (from, to) = (at("2026-11-29T21:00:00Z"), at("2027-01-03T21:00:00Z"));
    store.reader().spots(from, to, None, 1000).unwrap()
}

/// How many gaps the line above the calendar counts.
fn gaps(desk: &mut Desk) -> usize {
    let screen = desk.screen();
    let head = screen.lines().nth(1).unwrap();
    let words: Vec<&str> = head.split_whitespace().collect();
    let at = words.iter().position(|word| word.starts_with("gap"));
    at.map_or(0, |at| words[at - 1].parse().unwrap())
}

#[test]
fn a_month_of_four_clients_is_laid_out_from_the_shelf_and_from_nothing() {
    let mut desk = demo(Lang::En);
    desk.keys("2 v").sees("SHELF 5");
    // The shelf goes into the next free posting times: to today's band, down to the shelf, a range to its end, b.
    let mut keys = 2;
    while !desk.screen().contains("\n>SHELF ") {
        desk.keys("down");
        keys += 1;
        assert!(keys < 30, "the shelf is out of reach:\n{}", desk.screen());
    }
    desk.keys("V right right right right b").misses("SHELF");
    keys += 6;
    assert!(keys <= 15, "the shelf of five took {keys} keys");

    // December from nothing: n goes to the next gap, Enter opens the fast lane there, a topic, Enter.
    // The first week begins with the last day of November.
    desk.keys("pgdn home left");
    let open = gaps(&mut desk);
    assert!(open >= 30, "December has {open} posting times to fill");
    let before = december(&desk).len();
    let (mut pressed, mut filled) = (3, 0);
    while gaps(&mut desk) > 0 {
        desk.keys(if filled == 0 { "enter" } else { "n enter" })
            .types(&format!("Пост {filled}"))
            .keys("enter");
        pressed += 3;
        filled += 1;
        assert!(filled <= open, "a gap was not filled:\n{}", desk.screen());
    }
    assert_eq!(
        filled, open,
        "one line fills one posting time, whatever its channels"
    );
    assert!(pressed <= 3 * filled + 3);
    let spots = december(&desk);
    assert!(spots.len() >= before + filled);
    let clients: std::collections::BTreeSet<ClientId> = spots.iter().map(|it| it.client).collect();
    assert_eq!(clients.len(), 4, "every client has its December");
    // It is a plan, not a promise: nothing is scheduled until she says so, and all of it can be taken back.
    let mut new = spots.iter().filter(|it| it.topic.starts_with("Пост "));
    assert!(new.all(|it| it.approval == Approval::Draft));
    for _ in 0..filled {
        desk.keys("u");
    }
    assert_eq!(gaps(&mut desk), open);
}

/// Nine posts of Kolos on two channels over five days.
fn launch(setup: &mut Setup, client: ClientId, channels: &[ChannelId]) {
    for n in 0..9_u32 {
        let local = chrono::NaiveDate::from_ymd_opt(2026, 12, 1 + n / 2)
            .unwrap()
            .and_hms_opt(9 + n % 2 * 10, 30, 0)
            .unwrap();
        let zone = zone_by_name("Europe/Moscow").unwrap();
        setup.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            rubric: String::new(),
            topic: format!("Запуск {n}"),
            format: Format::Text,
            text: "Скоро открытие".into(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local,
                zone: zone.name().into(),
                at: resolve(local, zone).moment(),
            }),
            approval: Approval::Draft,
            channels: channels.to_vec(),
        })));
    }
}

fn walls(desk: &Desk) -> Vec<(String, String)> {
    let wall = |spot: &Spot| spot.at.unwrap().with_timezone(&KAZAN).format("%d %H:%M");
    let spots = december(desk);
    let mut walls: Vec<_> = spots
        .iter()
        .map(|spot| (spot.topic.clone(), wall(spot).to_string()))
        .collect();
    walls.sort();
    walls
}

#[test]
fn a_launch_of_nine_posts_moves_by_two_days_in_eight_keys_and_back_in_one() {
    for lang in [Lang::En, Lang::Ru] {
        let (mut setup, client, vk, tg) = Setup::kolos();
        launch(&mut setup, client, &[vk, tg]);
        let mut desk = setup.open_as(lang, 80, 24);
        desk.keys("2 v pgdn home").sees("Запуск 0");
        let before = walls(&desk);
        assert_eq!(before.len(), 18);
        let days = if lang == Lang::En { "+2d" } else { "+2д" };
        desk.keys("V end t").types(days).keys("enter"); // seven keys
        let after = walls(&desk);
        let moved = |(topic, wall): &(String, String)| {
            let day: u32 = wall[..2].parse().unwrap();
            (topic.clone(), format!("{:02}{}", day + 2, &wall[2..]))
        };
        assert_eq!(
            after,
            before.iter().map(moved).collect::<Vec<_>>(),
            "{lang:?}"
        );
        desk.keys("u");
        assert_eq!(walls(&desk), before, "{lang:?}: one key takes it back");
    }
}

#[test]
fn a_shift_into_the_past_or_onto_a_post_that_stays_moves_nothing() {
    let (mut setup, client, vk, tg) = Setup::kolos();
    launch(&mut setup, client, &[vk, tg]);
    let mut desk = setup.open();
    desk.keys("2 v pgdn home V end t")
        .types("-9d")
        .keys("enter");
    desk.sees("has passed");
    desk.keys("esc");
    let before = walls(&desk);
    // Only the first day is marked: two days later its minutes belong to others.
    desk.keys("home space space t");
    desk.types("+2d").keys("enter");
    desk.sees("nothing was moved");
    assert_eq!(walls(&desk), before);
}

#[test]
fn an_edit_of_what_goes_out_or_is_out_is_told_so() {
    let (mut setup, client, vk, tg) = Setup::kolos();
    let due = setup.now - chrono::Duration::minutes(2);
    setup.post(client, &[vk, tg], "Сырники", due, Approval::Approved);
    let mut desk = setup.open();
    desk.keys("2 e").sees("going out: what is copied already");
    desk.keys("esc 1 enter enter").sees("TG");
    desk.keys("esc 2 e")
        .sees("out on VK: there it stays as it went out");
}
