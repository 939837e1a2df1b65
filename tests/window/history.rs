//! What was done, in keystrokes: looked at, taken back from there, and an older text taken up again.

use postdesk::domain::chance::Rng;
use postdesk::domain::ids::{PostId, VariantId};
use postdesk::domain::post::Approval;
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup, at};
use crate::oracle::trespass;

/// The words of the window that differ between the languages.
struct Said {
    lang: Lang,
    title: &'static str,
    moved: &'static str,
    undone: &'static str,
    stands: &'static str,
    offer: &'static str,
    several: &'static str,
    time: &'static str,
    text: &'static str,
    not_standing: &'static str,
}

const ENGLISH: Said = Said {
    lang: Lang::En,
    title: "history",
    moved: "another time",
    undone: "taken back",
    stands: "On it stands: ",
    offer: "Enter takes back everything down to it: 2 entries",
    several: "Taken back: 2 entries",
    time: "time: Tue 24 Nov 19:30 → Wed 25 Nov 19:30",
    text: "text saved",
    not_standing: "It has been taken back already",
};

const RUSSIAN: Said = Said {
    lang: Lang::Ru,
    title: "история",
    moved: "другое время",
    undone: "отменено",
    stands: "На этом стоит: ",
    offer: "Enter отменит всё до неё включительно: 2 записи",
    several: "Отменены 2 записи",
    time: "время: вт 24 ноя 19:30 → ср 25 ноя 19:30",
    text: "текст сохранён",
    not_standing: "Это уже отменено",
};

/// A day at which one post was made, moved twice and written on once, all in the window.
fn a_day(said: &Said, cols: u16, rows: u16) -> Desk {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(19, 30), Approval::Draft);
    let mut desk = desk.open_as(said.lang, cols, rows);
    desk.keys("2 v v").sees("Сырники");
    desk.keys("L L");
    desk
}

fn beside(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

fn planned(desk: &Desk) -> String {
    let wall = beside(desk).reader().planned_wall(VariantId(1)).unwrap();
    wall.unwrap().0.to_string()
}

#[test]
fn an_entry_is_looked_at_and_taken_back_from_there() {
    for said in [ENGLISH, RUSSIAN] {
        for (cols, rows) in [(80, 24), (120, 40)] {
            let mut desk = a_day(&said, cols, rows);
            assert_eq!(planned(&desk), "2026-11-26 19:30:00");
            desk.keys("g h").sees(said.title).sees(said.moved);
            // The older of the two moves does not go alone.
            desk.keys("down enter").sees(said.time).keys("esc");
            desk.keys("u").sees(said.stands).sees(said.offer);
            assert_eq!(trespass(&desk.bytes()), None);
            desk.keys("esc").misses(said.stands);
            assert_eq!(planned(&desk), "2026-11-26 19:30:00");
            desk.keys("u enter").sees(said.several).sees(said.undone);
            assert_eq!(planned(&desk), "2026-11-24 19:30:00");
            desk.keys("u").sees(said.not_standing);
            desk.keys("U U");
            assert_eq!(planned(&desk), "2026-11-26 19:30:00");
            // The newest goes alone, and the window stays.
            desk.keys("home u").sees(said.undone).sees(said.title);
            assert_eq!(planned(&desk), "2026-11-25 19:30:00");
            desk.keys("esc").misses(said.undone);
        }
    }
}

#[test]
fn a_held_key_takes_nothing_more_back() {
    let mut desk = a_day(&ENGLISH, 80, 24);
    desk.keys("g h down u").sees(ENGLISH.stands);
    desk.held("enter");
    desk.sees(ENGLISH.stands);
    assert_eq!(planned(&desk), "2026-11-26 19:30:00");
}

#[test]
fn an_older_text_is_compared_and_taken_up_again() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_day(&said, 80, 24);
        desk.keys("e").types("Сегодня ").keys("esc").sees(said.text);
        desk.keys("e").types("И завтра. ").keys("esc");
        desk.keys("e f2").ctrl('o').sees("Сырники: полный текст");
        desk.keys("esc shift-f6").sees("Сырники: полный текст");
        desk.keys("down").sees("+ И завтра.");
        assert_eq!(trespass(&desk.bytes()), None);
        desk.keys("down enter");
        let store = beside(&desk);
        let text = store
            .reader()
            .wording(PostId(1), None)
            .unwrap()
            .unwrap()
            .text;
        assert_eq!(text, "Сырники: полный текст поста.");
        // The text under the card follows, and leaving it saves nothing else.
        desk.keys("esc").sees("Сырники: полный текст").keys("esc");
        let text = store
            .reader()
            .wording(PostId(1), None)
            .unwrap()
            .unwrap()
            .text;
        assert_eq!(text, "Сырники: полный текст поста.");
    }
}

#[test]
fn an_empty_desk_has_an_empty_history_and_a_long_one_is_read_page_by_page() {
    let mut desk = Setup::empty().open_as(Lang::En, 80, 24);
    desk.keys("g h")
        .sees("Nothing has been done yet")
        .keys("u enter esc");
    let (mut setup, client, vk, _) = Setup::kolos();
    for n in 0..450 {
        setup.post(
            client,
            &[vk],
            &format!("Тема {n}"),
            at(19, 30),
            Approval::Draft,
        );
    }
    let mut desk = setup.open_as(Lang::En, 80, 24);
    desk.keys("g h").sees("Тема 449");
    desk.keys("end end end end").sees("new client Kolos");
    desk.keys("home").sees("Тема 449");
}
