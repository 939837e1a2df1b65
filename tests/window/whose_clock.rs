//! Whose clock: hers for all clients, the client's own with one in scope, and where the two differ both. Four zones, and the
//! nights on which the clocks of Lahti change.

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use postdesk::domain::Moment;
use postdesk::domain::client::ClientCard;
use postdesk::domain::command::{ClientCommand, Command, NewPost, PlanCommand, Planned};
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::{Approval, Format};
use postdesk::domain::zone::resolve;
use postdesk::locale::Lang;

use crate::desk::{Desk, KAZAN, Setup};

/// Short name, zone, platform, and in order of the clients' keys.
const CLIENTS: [(&str, Tz, &str); 4] = [
    ("Kolos", Tz::Europe__Moscow, "vk"),
    ("Marani", Tz::Asia__Tbilisi, "facebook"),
    ("Sao Mai", Tz::Asia__Ho_Chi_Minh, "facebook"),
    ("Lämpö", Tz::Europe__Helsinki, "linkedin"),
];

const KOLOS: usize = 0;
const MARANI: usize = 1;
const SAO_MAI: usize = 2;
const LAMPO: usize = 3;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn moscow(text: &str) -> Moment {
    KAZAN.from_local_datetime(&local(text)).unwrap().to_utc()
}

/// Four clients in four zones, each with one channel, at this minute of her wall.
fn four(now: &str) -> Setup {
    let mut desk = Setup::empty();
    desk.now = moscow(now);
    for (short, zone, platform) in CLIENTS {
        let mut card = ClientCard::new(short, zone.name());
        card.short = short.into();
        let client = desk.apply(&Command::Client(ClientCommand::Add(card)));
        desk.channel(ClientId(client.unwrap()), platform);
    }
    desk
}

/// A post planned on the client's own wall.
fn post(desk: &mut Setup, client: usize, topic: &str, when: &str, approval: Approval) {
    let zone = CLIENTS[client].1;
    let key = client as i64 + 1;
    desk.apply(&Command::Plan(PlanCommand::AddPost(NewPost {
        client: ClientId(key),
        campaign: String::new(),
        rubric: String::new(),
        topic: topic.into(),
        format: Format::Text,
        text: topic.into(),
        link: String::new(),
        first_comment: String::new(),
        planned: Some(Planned {
            local: local(when),
            zone: zone.name().into(),
            at: resolve(local(when), zone).moment(),
        }),
        approval,
        channels: vec![ChannelId(key)],
    })));
}

/// The afternoon of Tuesday 24 November: 15:00, 16:00, 19:00 and 19:30 on her wall.
fn an_afternoon() -> Setup {
    let mut desk = four("2026-11-24 09:12");
    let ready = Approval::Approved;
    post(&mut desk, SAO_MAI, "5 lỗi", "2026-11-24 19:00", ready);
    post(&mut desk, LAMPO, "Pakkasyö", "2026-11-24 15:00", ready);
    post(&mut desk, MARANI, "რთველი", "2026-11-24 20:00", ready);
    post(&mut desk, KOLOS, "Рустам", "2026-11-24 19:30", ready);
    post(
        &mut desk,
        SAO_MAI,
        "Nháp",
        "2026-11-27 01:30",
        Approval::Draft,
    );
    desk
}

/// Brings a client into scope.
fn scope(desk: &mut Desk, client: usize) {
    desk.keys("c").types(CLIENTS[client].0).keys("enter");
}

/// The screen's row with this text.
#[track_caller]
fn row(desk: &mut Desk, text: &str) -> String {
    let screen = desk.screen();
    let found = screen.lines().find(|row| row.contains(text));
    assert!(found.is_some(), "{text:?} is not on the screen:\n{screen}");
    let found = found.unwrap_or_default();
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn today_shows_her_wall_and_beside_it_theirs() {
    let mut desk = an_afternoon().open();
    for (topic, shown) in [
        ("5 lỗi", "15:00 FB Sao Mai 5 lỗi by hand, 19:00 theirs"),
        ("Pakkasyö", "16:00 LI Lämpö Pakkasyö by hand, 15:00 theirs"),
        ("რთველი", "19:00 FB Marani რთველი by hand, 20:00 theirs"),
        ("Рустам", "19:30 VK Kolos Рустам by hand in 10:18"),
    ] {
        let row = row(&mut desk, topic);
        assert_eq!(row.trim_start_matches("> "), shown);
    }
    desk.misses("times of");
}

#[test]
fn with_one_client_in_scope_today_is_theirs_and_says_so_in_the_second_line() {
    for (client, topic, line, shown) in [
        (
            SAO_MAI,
            "5 lỗi",
            "times of Sao Mai (Ho Chi Minh)",
            "> 19:00 FB Sao Mai 5 lỗi by hand, 15:00 yours",
        ),
        (
            LAMPO,
            "Pakkasyö",
            "times of Lämpö (Helsinki)",
            "> 15:00 LI Lämpö Pakkasyö by hand, 16:00 yours",
        ),
        (
            MARANI,
            "რთველი",
            "times of Marani (Tbilisi)",
            "> 20:00 FB Marani რთველი by hand, 19:00 yours",
        ),
        (
            KOLOS,
            "Рустам",
            "times of Kolos (Moscow)",
            "> 19:30 VK Kolos Рустам by hand in 10:18",
        ),
    ] {
        let mut desk = an_afternoon().open();
        scope(&mut desk, client);
        let second = desk.screen().lines().nth(1).unwrap().to_owned();
        assert!(second.starts_with(&format!(" {line}")), "{second}");
        assert_eq!(row(&mut desk, topic), shown);
    }
    let mut desk = an_afternoon().open_as(Lang::Ru, 80, 24);
    scope(&mut desk, SAO_MAI);
    desk.sees("\n время клиента Sao Mai (Ho Chi Minh)")
        .sees("вручную, у вас 15:00");
}

#[test]
fn a_day_that_is_another_one_there_is_named() {
    let mut desk = four("2026-11-24 09:12");
    post(
        &mut desk,
        SAO_MAI,
        "Khuya",
        "2026-11-25 01:30",
        Approval::Approved,
    );
    let mut desk = desk.open();
    let shown = "21:30 FB Sao Mai Khuya by hand, Wed 01:30 theirs";
    assert!(
        row(&mut desk, "Khuya").ends_with(shown),
        "{}",
        desk.screen()
    );
    desk.keys("t").types("25.11 22:00");
    desk.sees("Wed 25 Nov 22:00 Moscow · Thu 02:00 in Ho Chi Minh");
}

#[test]
fn the_plan_shows_her_wall_in_week_month_and_list_and_both_below() {
    let mut desk = an_afternoon().open();
    desk.keys("2").sees("times are yours (Moscow)");
    for shown in ["15:00●FB", "16:00●LI", "19:00●FB", "19:30●VK", "21:30○FB"] {
        desk.sees(shown);
    }
    // Down to the lane of Sao Mai.
    desk.keys("down down");
    desk.sees("─ Tue 24 Nov 15:00 Sao Mai · 19:00 in Ho Chi Minh ─");
    desk.keys("down")
        .sees("─ Tue 24 Nov 16:00 Lämpö · 15:00 in Helsinki ─");
    desk.keys("v")
        .sees("November 2026 · times are yours (Moscow)");
    for shown in ["15:00●Sa", "16:00●Lä", "19:00●Ma"] {
        desk.sees(shown);
    }
    desk.keys("v").sees("times are yours (Moscow)");
    assert_eq!(
        row(&mut desk, "● 15:00"),
        "> ● 15:00 19:00 FB Sao Mai 5 lỗi"
    );
    assert!(row(&mut desk, "Рустам").ends_with("● 19:30 VK Kolos Рустам"));
    assert!(row(&mut desk, "Nháp").ends_with("○ 21:30 01:30 FB Sao Mai Nháp draft"));
    // The draft stands on Thursday, where it is Friday in Đà Nẵng.
    desk.sees("─ Thu 26 Nov · 1 ─");
}

#[test]
fn the_plan_of_one_client_is_on_their_wall_and_says_whose() {
    let mut desk = an_afternoon().open();
    scope(&mut desk, SAO_MAI);
    desk.keys("2").sees("times of Sao Mai (Ho Chi Minh)");
    desk.sees("19:00●").misses("15:00●");
    desk.sees("─ Tue 24 Nov 19:00 Sao Mai · 15:00 yours ─");
    desk.keys("v")
        .sees("November 2026 · times of Sao Mai (Ho Chi Minh)");
    desk.sees("19:00●FB");
    desk.keys("v").sees("times of Sao Mai (Ho Chi Minh)");
    assert_eq!(
        row(&mut desk, "● 19:00"),
        "> ● 19:00 15:00 FB Sao Mai 5 lỗi"
    );
}

#[test]
fn on_a_narrow_window_the_town_of_another_wall_outlives_the_counts() {
    let mut desk = an_afternoon();
    for day in 22..30 {
        post(
            &mut desk,
            SAO_MAI,
            "Bài",
            &format!("2026-11-{day} 12:00"),
            Approval::Draft,
        );
    }
    let mut desk = desk.open_as(Lang::Ru, 60, 24);
    scope(&mut desk, SAO_MAI);
    desk.keys("2").sees("Ho Chi Minh").sees("Неделя 48");
}

#[test]
fn drafts_show_both_walls() {
    let mut desk = an_afternoon().open();
    desk.keys("3").sees("today 15:00").sees("Thu 26 21:30");
    while !desk.screen().contains("Sao Mai · Nháp") {
        desk.keys("down");
    }
    desk.sees("suggested Thu 26 21:30")
        .sees("Fri 01:30 in Ho Chi Minh");
    scope(&mut desk, SAO_MAI);
    desk.sees("Ho Chi Minh")
        .sees("today 19:00")
        .sees("Fri 27 01:30");
    while !desk.screen().contains("Sao Mai · Nháp") {
        desk.keys("down");
    }
    desk.sees("suggested Fri 27 01:30 · Thu 21:30 yours");
}

#[test]
fn a_typed_time_is_said_on_both_walls_before_enter() {
    let mut desk = an_afternoon().open();
    desk.keys("2 down down t").types("fri 18:30");
    desk.sees("Fri 27 Nov 18:30 Moscow · 22:30 in Ho Chi Minh");
    desk.keys("enter").sees("18:30●FB");
    desk.keys("u");
    scope(&mut desk, SAO_MAI);
    desk.keys("t").types("fri 18:30");
    desk.sees("Fri 27 Nov 18:30 Ho Chi Minh · 14:30 yours");
    desk.keys("esc");
    // The fast lane, from her wall and from theirs.
    desk.keys("c").types("All").keys("enter");
    desk.keys("1 a").types("Lämpö fri 18:30 Viikonloppu");
    desk.sees("Fri 27 Nov 18:30 Moscow · 17:30 in Helsinki");
    desk.wipes().types("Kolos fri 18:30 Хлеб");
    desk.sees("Fri 27 Nov 18:30 Moscow").misses(" in Moscow");
}

#[test]
fn in_the_night_the_clocks_of_lahti_go_back_the_second_clock_comes() {
    // Saturday 24 October 2026 is the last day on which Lahti and Kazan show the same.
    let mut desk = four("2026-10-23 12:00");
    for day in [24, 25, 26] {
        let topic = format!("Päivä {day}");
        let when = format!("2026-10-{day} 12:00");
        post(&mut desk, LAMPO, &topic, &when, Approval::Approved);
    }
    let mut desk = desk.open();
    desk.keys("2 v v");
    assert!(row(&mut desk, "Päivä 24").ends_with("● 12:00 LI Lämpö Päivä 24"));
    assert!(row(&mut desk, "Päivä 25").ends_with("● 13:00 12:00 LI Lämpö Päivä 25"));
    assert!(row(&mut desk, "Päivä 26").ends_with("● 13:00 12:00 LI Lämpö Päivä 26"));
    while !desk.screen().contains("─ Sat 24 Oct 12:00 Lämpö ─") {
        desk.keys("down");
    }
    desk.keys("t")
        .types("24.10 13:00")
        .sees("Sat 24 Oct 13:00 Moscow");
    desk.misses("in Helsinki");
    desk.wipes().types("25.10 13:00");
    desk.sees("Sun 25 Oct 13:00 Moscow · 12:00 in Helsinki");
    desk.keys("esc");
    // On their own wall the hour that comes twice is said; the first of them is the same on both walls.
    scope(&mut desk, LAMPO);
    desk.keys("t").types("25.10 03:30");
    desk.sees("Sun 25 Oct 03:30 Helsinki")
        .sees("comes twice")
        .misses("· 03:30 yours");
    desk.wipes()
        .types("25.10 04:30")
        .sees("04:30 Helsinki · 05:30 yours");
}

#[test]
fn in_the_night_the_clocks_of_lahti_go_forward_the_second_clock_goes() {
    let mut desk = four("2027-03-26 12:00");
    for day in [27, 28, 29] {
        let topic = format!("Päivä {day}");
        let when = format!("2027-03-{day} 12:00");
        post(&mut desk, LAMPO, &topic, &when, Approval::Approved);
    }
    let mut desk = desk.open();
    desk.keys("2 v v");
    assert!(row(&mut desk, "Päivä 27").ends_with("● 13:00 12:00 LI Lämpö Päivä 27"));
    assert!(row(&mut desk, "Päivä 28").ends_with("● 12:00 LI Lämpö Päivä 28"));
    assert!(row(&mut desk, "Päivä 29").ends_with("● 12:00 LI Lämpö Päivä 29"));
    scope(&mut desk, LAMPO);
    desk.keys("0 down t").types("28.03 03:30");
    desk.sees("Sun 28 Mar 04:30 Helsinki")
        .sees("does not exist");
}

#[test]
fn several_that_are_moved_over_the_change_are_said_where_they_will_land() {
    let mut desk = four("2026-10-23 12:00");
    for hour in [12, 15] {
        let when = format!("2026-10-24 {hour}:00");
        post(&mut desk, LAMPO, "Päivä", &when, Approval::Draft);
    }
    let mut desk = desk.open();
    desk.keys("2 down down down right space space t")
        .types("+2d");
    // They keep their hours in Lahti, which are later ones in Kazan by then.
    desk.sees("Sat 24 Oct 12:00 → Mon 26 Oct 13:00 Moscow");
    desk.sees("last: Mon 26 Oct 16:00");
    desk.keys("enter right right")
        .sees("26 Oct 13:00 Lämpö · 12:00 in Helsinki");
    // A wall time is where the first of them goes, as it is shown.
    desk.keys("u left left space space t").types("26.10 12:00");
    desk.sees("Sat 24 Oct 12:00 → Mon 26 Oct 12:00 Moscow");
}
