//! Named days and days off by keystrokes: named, seen in every look of the plan and on Today, changed, taken away and taken
//! back; and the warnings where something lands outside her hours.

use chrono::Duration;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{ChannelCommand, Command, DayCommand};
use postdesk::domain::days::{NamedDay, Stretch};
use postdesk::domain::hours::Hours;
use postdesk::domain::ids::{ChannelId, ClientId};
use postdesk::domain::post::Approval;
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, KAZAN, Setup, at};

/// The window of somebody who works from seven to eleven in the evening.
fn open(desk: Setup, lang: Lang) -> Desk {
    let hours = Hours::parse("daily 7-23").unwrap();
    desk.open_with(KAZAN, hours, lang, 80, 24)
}

/// The named days as they lie in the desk, earliest first.
fn days(desk: &Desk) -> Vec<NamedDay> {
    let store = Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
    let mut days = store.reader().named_days(None, None, None).unwrap();
    days.sort_by_key(|it| (it.day, it.client));
    days
}

/// "29.11 Kolos* День матери", a star where she is off.
fn told(desk: &Desk) -> Vec<String> {
    let said = |it: &NamedDay| {
        let whose = if it.client.is_some() { "Kolos" } else { "all" };
        let off = if it.is_off { "*" } else { "" };
        format!("{} {whose}{off} {}", it.day.format("%d.%m"), it.name)
    };
    days(desk).iter().map(said).collect()
}

fn day_off(desk: &mut Setup, day: &str, name: &str) {
    desk.apply(&Command::Day(DayCommand::Name {
        client: None,
        stretch: Stretch::of(day.parse().unwrap()),
        name: name.into(),
        is_off: true,
    }));
}

/// Kolos with a post on Tuesday evening.
fn kolos() -> (Setup, ClientId, ChannelId) {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(19, 30), Approval::Approved);
    (desk, client, vk)
}

/// What differs between the languages.
struct Said {
    lang: Lang,
    head: &'static str,
    understood: &'static str,
    off: &'static str,
    away: &'static str,
    undone: &'static str,
    soon: &'static str,
    filled: &'static str,
    nothing: &'static str,
}

const ENGLISH: Said = Said {
    lang: Lang::En,
    head: "Sun 29",
    understood: "Sun 29 Nov · Kolos · День матери",
    off: "Wed 30 Dec – Fri 8 Jan 2027, 10 days · day off · everybody · отпуск",
    away: "Sun 29 Nov · Kolos · taken away: День матери",
    undone: "Taken back",
    soon: "soon     Sun 29 День матери: Kolos has no post",
    filled: "soon     Sun 29 День матери: Kolos, 1 post",
    nothing: "No name there yet",
};

const RUSSIAN: Said = Said {
    lang: Lang::Ru,
    head: "вс 29",
    understood: "вс 29 ноя · Kolos · День матери",
    off: "ср 30 дек – пт 8 янв 2027, 10 дней · выходной · для всех · отпуск",
    away: "вс 29 ноя · Kolos · снимаем: День матери",
    undone: "Отменено",
    soon: "скоро    вс 29 День матери: у клиента Kolos нет поста",
    filled: "скоро    вс 29 День матери: Kolos, 1 пост",
    nothing: "Названия там пока нет",
};

#[test]
fn a_day_is_named_where_the_cursor_stands_and_seen_in_every_look_of_the_plan() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = open(kolos().0, said.lang);
        desk.keys("2 right right right right right").sees(said.head);
        desk.keys("m").sees("› Kolos 29.11").sees(said.nothing);
        desk.types("День матери").sees(said.understood);
        desk.keys("enter")
            .sees("День мат…")
            .sees("День матери (Kolos)");
        assert_eq!(told(&desk), ["29.11 Kolos День матери"]);
        desk.keys("v")
            .sees("29 День м…")
            .sees("День матери (Kolos)");
        desk.keys("v").sees("День матери (Kolos)");
        // Once more: the whole line is there to be changed; without its name it is taken away.
        desk.keys("v m").sees("› Kolos 29.11 День матери");
        for _ in 0.."День матери".chars().count() {
            desk.keys("bs");
        }
        desk.sees(said.away).keys("enter").misses("День мат…");
        assert_eq!(told(&desk), [""; 0]);
        desk.keys("u").sees(said.undone).sees("День мат…");
        desk.keys("u").misses("День мат…");
        desk.keys("U").sees("День мат…");
    }
}

#[test]
fn a_leave_is_one_line_and_one_step_back() {
    for (said, typed) in [
        (ENGLISH, "off 30.12–8.01 отпуск"),
        (RUSSIAN, "выходной 30.12–8.01 отпуск"),
    ] {
        let mut desk = open(kolos().0, said.lang);
        desk.keys("2 m").wipes().types(typed).sees(said.off);
        desk.keys("enter");
        assert_eq!(days(&desk).len(), 10);
        assert!(
            days(&desk)
                .iter()
                .all(|it| it.is_off && it.client.is_none())
        );
        desk.keys("u").sees(said.undone);
        assert_eq!(told(&desk), [""; 0]);
    }
}

#[test]
fn a_day_off_stands_in_the_head_of_its_column_and_in_words_below() {
    let (mut desk, _, _) = kolos();
    day_off(&mut desk, "2026-11-27", "");
    day_off(&mut desk, "2026-11-28", "дача");
    let mut desk = open(desk, Lang::En);
    desk.keys("2").sees("day off").sees("off·дача");
    desk.keys("right right right").sees("\n day off\n");
    desk.keys("right").sees("\n day off: дача\n");
    desk.keys("v").sees("27 day off").sees("28 off·да…");
    desk.keys("v")
        .sees("Fri 27 Nov · free · day off")
        .sees("day off: дача");
    // A name of one client beside it: both are counted, and both are said.
    desk.keys("v m").sees("› off 28.11 дача").wipes();
    desk.types("Kolos 28.11 Чёрная суббота").keys("enter");
    desk.sees("off·да…+1")
        .sees("\n day off: дача\n Чёрная суббота (Kolos)\n");
    let mut desk = {
        let mut desk = desk;
        desk.keys("c").types("Kolos").keys("enter");
        desk
    };
    desk.sees("\n Чёрная суббота\n").misses("(Kolos)");
}

#[test]
fn a_name_over_a_name_says_what_it_replaces() {
    let (mut desk, _, _) = kolos();
    day_off(&mut desk, "2026-11-27", "дача");
    let mut desk = open(desk, Lang::En);
    desk.keys("2 m").wipes().types("27.11 Чёрная пятница");
    desk.sees("Fri 27 Nov · everybody · Чёрная пятница")
        .sees("instead of дача");
    desk.keys("enter");
    assert_eq!(told(&desk), ["27.11 all Чёрная пятница"]);
    desk.keys("u");
    assert_eq!(told(&desk), ["27.11 all* дача"]);
    desk.keys("m").wipes().types("Kolos off 27.11");
    desk.sees("Fri 27 Nov · day off · only Kolos");
}

#[test]
fn today_says_which_named_days_are_near_and_fills_them() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = open(kolos().0, said.lang);
        desk.keys("m").sees("› 24.11").wipes();
        desk.types("Kolos 29.11 День матери")
            .keys("enter")
            .sees(said.soon);
        desk.keys("end enter").sees("› Kolos 29.11");
        desk.types("11:00 Пирог").keys("enter").sees(said.filled);
        desk.keys("u").sees(said.soon);
        // The row names its day when it is to be called otherwise.
        desk.keys("m").sees("› Kolos 29.11 День матери").keys("esc");
    }
}

#[test]
fn several_days_of_one_name_are_one_on_today_and_posts_on_them_are_counted() {
    let (mut desk, client, vk) = kolos();
    let thursday = at(19, 30) + Duration::days(2);
    desk.post(client, &[vk], "Раф", thursday, Approval::Approved);
    for day in ["2026-11-25", "2026-11-26", "2026-11-27"] {
        day_off(&mut desk, day, "Сочи");
    }
    let mut desk = open(desk, Lang::En);
    desk.sees("soon     Wed 25–Fri 27 day off (Сочи): 1 post");
    desk.keys("end enter").sees("Week 48");
}

#[test]
fn what_is_unclear_in_a_line_is_said_and_enter_does_nothing() {
    let mut desk = open(kolos().0, Lang::En);
    for (typed, trouble) in [
        ("29.11", "No name there yet"),
        ("Колосс 29.11 праздник", "Which day?"),
        ("03/04 праздник", "3.4. or 4.3.?"),
        ("23.11 праздник", "23.11 went by lately"),
        ("31.02 праздник", "31"),
        (
            "8.01.2027–30.12.2026 отпуск",
            "The last day comes before the first",
        ),
        (
            "1.12.2026–31.12.2027 отпуск",
            "366 days are the most in one go",
        ),
        ("", "Kolos 29.11 Mother's Day"),
    ] {
        desk.keys("m").wipes().types(typed).keys("enter");
        desk.sees(trouble).sees("NAME A DAY").keys("esc");
    }
    assert_eq!(told(&desk), [""; 0]);
}

#[test]
fn a_hostile_name_is_kept_harmless() {
    let hostile =
        "29.11 \u{1b}]0;owned\u{7}\u{202e}тевирп\u{202c} '); DROP TABLE holiday_mark; --\r\nx";
    for (cols, rows) in [(80, 24), (20, 5), (1, 1), (200, 60)] {
        let (desk, _, _) = kolos();
        let mut desk = desk.open_as(Lang::En, cols, rows);
        desk.keys("2 m").wipes().pastes(hostile).keys("enter");
        for keys in ["v", "v", "v", "right", "1", "m", "esc"] {
            desk.keys(keys).screen();
        }
        let found = days(&desk);
        assert_eq!(found.len(), 1, "{:?}", told(&desk));
        let named = &found[0];
        assert!(
            !named.name.chars().any(char::is_control),
            "{:?}",
            named.name
        );
        assert!(
            !named.name.contains(['\u{202e}', '\u{202c}']),
            "{:?}",
            named.name
        );
        assert!(named.name.contains("DROP TABLE"));
        let bytes = String::from_utf8_lossy(&desk.bytes()).into_owned();
        assert!(!bytes.contains("]0;owned"), "{bytes:?}");
    }
}

#[test]
fn a_time_outside_her_hours_is_warned_about_before_enter_and_never_refused() {
    for (lang, outside, off, moved) in [
        (
            Lang::En,
            "▲ 03:30 yours is outside your hours 7–23",
            "▲ Sun 29 Nov is your day off",
            "Moved to Fri 27 Nov 03:30 ▲ 03:30 yours, outside 7–23",
        ),
        (
            Lang::Ru,
            "▲ у вас это 03:30, вне ваших часов 7–23",
            "▲ вс 29 ноя у вас выходной",
            "Перенесено на пт 27 ноя 03:30 ▲ у вас 03:30, вне часов 7–23",
        ),
    ] {
        let (mut desk, _, _) = kolos();
        day_off(&mut desk, "2026-11-29", "");
        let mut desk = open(desk, lang);
        desk.keys("t").types("27.11 03:30").sees(outside);
        desk.wipes().types("29.11 12:00").sees(off);
        desk.wipes().types("27.11 12:00").misses("▲");
        desk.wipes().types("27.11 03:30").keys("enter").sees(moved);
        desk.keys("2 right right right").sees("▲ ").sees("7–23");
        // The fast lane warns as well, under the moment and above the text.
        desk.keys("1 a")
            .types("Kolos vk 27.11 03:30 Хлеб")
            .sees(outside);
        desk.sees("Kolos · VK · Хлеб").wipes();
        desk.types("Kolos vk 29.11 12:00 Хлеб")
            .sees(off)
            .keys("enter");
    }
}

#[test]
fn without_hours_only_the_night_and_days_off_are_warned_about() {
    let mut desk = kolos().0.open();
    desk.keys("t")
        .types("27.11 03:30")
        .sees("▲ 03:30 yours is night");
    desk.wipes().types("27.11 23:30").misses("▲");
}

#[test]
fn several_that_move_say_how_many_land_where_she_does_not_work() {
    let (mut desk, client, vk) = kolos();
    for hours in [1, 3] {
        let when = at(19, 30) + Duration::hours(hours);
        desk.post(
            client,
            &[vk],
            &format!("Пост {hours}"),
            when,
            Approval::Draft,
        );
    }
    day_off(&mut desk, "2026-11-29", "");
    let mut desk = open(desk, Lang::En);
    desk.keys("2 space space space t").types("+1h");
    desk.sees("▲ 1 of 3 land outside your hours");
    desk.wipes()
        .types("+5d")
        .sees("▲ 3 of 3 land outside your hours");
    desk.wipes().types("+1d").misses("▲").wipes().types("+5d");
    desk.keys("enter")
        .sees("▲ 3 of 3 land outside your hours · u takes it back");
    desk.keys("u").sees("Taken back");
}

#[test]
fn what_is_put_on_a_day_off_or_goes_into_its_slot_goes_with_a_warning() {
    for (lang, put, slot) in [
        (
            Lang::En,
            "Moved to Sun 29 Nov 19:30 ▲ your day off · u takes it back",
            "Moved to Sun 29 Nov 11:00 ▲ your day off · u takes it back",
        ),
        (
            Lang::Ru,
            "Перенесено на вс 29 ноя 19:30 ▲ у вас выходной · u — вернуть",
            "Перенесено на вс 29 ноя 11:00 ▲ у вас выходной · u — вернуть",
        ),
    ] {
        let (mut desk, _, vk) = kolos();
        desk.apply(&Command::Channel(ChannelCommand::AddSlot {
            channel: vk,
            weekday: 6,
            minute: 11 * 60,
        }));
        day_off(&mut desk, "2026-11-29", "");
        let mut desk = open(desk, lang);
        desk.keys("2 x right right right right right p").sees(put);
        desk.keys("u home").keys("0 b").sees(slot);
        desk.keys("u 0 y right right right right right p").sees("▲");
    }
}
