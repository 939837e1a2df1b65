//! One text, two windows: nobody's words are saved over unasked, and nobody's half-written ones are dropped.

use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Change, Command, PlanCommand};
use postdesk::domain::ids::{PostId, VariantId};
use postdesk::domain::post::Approval;
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::store::{Draft, Memo, Origin, PATIENCE, Store};

use crate::desk::{Desk, Setup, at};

/// No process has this number.
const GONE: u32 = 4_190_000;

/// A café's post on VK and Telegram.
fn bread() -> Setup {
    let (mut setup, client, vk, tg) = Setup::kolos();
    setup.post(client, &[vk, tg], "Хлеб", at(19, 30), Approval::Draft);
    setup
}

fn store(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Window, PATIENCE, Rng::seeded(5)).unwrap()
}

/// The other window saves.
fn saves(desk: &Desk, variant: Option<VariantId>, text: &str) {
    let save = Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant,
        text: text.to_owned(),
    });
    store(desk).apply(&save, at(9, 13)).unwrap();
}

fn text(desk: &Desk, variant: Option<VariantId>) -> String {
    let wording = store(desk).reader().wording(PostId(1), variant).unwrap();
    wording.unwrap().text
}

#[test]
fn what_two_windows_changed_in_different_places_is_saved_together() {
    for (lang, said) in [
        (Lang::En, "together with what was saved elsewhere"),
        (Lang::Ru, "вместе с тем, что сохранили в другом месте"),
    ] {
        let mut desk = bread().open_as(lang, 80, 24);
        desk.keys("3 enter").types(" Ждём!");
        saves(&desk, None, "Свежий хлеб: полный текст поста.");
        desk.keys("esc").sees(said);
        assert_eq!(text(&desk, None), "Свежий хлеб: полный текст поста. Ждём!");
        desk.keys("u");
        assert_eq!(text(&desk, None), "Свежий хлеб: полный текст поста.");
    }
}

#[test]
fn what_two_windows_changed_in_one_place_is_asked_before_anything_is_saved() {
    for (lang, asked, elsewhere) in [
        (
            Lang::En,
            "This text was saved elsewhere",
            "saved elsewhere meanwhile: F6",
        ),
        (
            Lang::Ru,
            "тем временем сохранили в другом месте",
            "тем временем сохранён в другом месте: F6",
        ),
    ] {
        let mut desk = bread().open_as(lang, 80, 24);
        desk.keys("3 enter").types(" ПЕРВОЕ");
        saves(&desk, None, "Хлеб: полный текст поста. ВТОРОЕ");
        desk.event(Event::Outside(Change::ALL));
        desk.sees(elsewhere).sees("ПЕРВОЕ");
        desk.keys("esc").sees(asked).sees("ВТОРОЕ");
        assert_eq!(text(&desk, None), "Хлеб: полный текст поста. ВТОРОЕ");
        // Undo of what was chosen asks again.
        desk.keys("left enter").ctrl('z').sees(elsewhere);
        desk.keys("esc")
            .sees(asked)
            .keys("space enter")
            .misses(elsewhere);
        desk.keys("esc");
        assert_eq!(text(&desk, None), "Хлеб: полный текст поста. ПЕРВОЕ ВТОРОЕ");
    }
}

#[test]
fn a_channels_own_text_is_not_saved_over_either() {
    let vk = Some(VariantId(1));
    let mut desk = bread().open();
    desk.keys("3 enter tab f4 end").types(" ВК");
    saves(&desk, vk, "Хлеб: полный текст поста. Другое");
    desk.keys("esc").sees("saved elsewhere").keys("f6");
    desk.sees("in the history").keys("esc");
    assert_eq!(text(&desk, vk), "Хлеб: полный текст поста. ВК");
    let kept = store(&desk).reader().wordings(PostId(1), vk, 9).unwrap();
    assert_eq!(kept[1].1, "Хлеб: полный текст поста. Другое");
}

#[test]
fn letting_a_channel_follow_survives_what_the_desk_tells_meanwhile() {
    let vk = Some(VariantId(1));
    let mut setup = bread();
    setup.apply(&Command::Plan(PlanCommand::SaveText {
        post: PostId(1),
        variant: vk,
        text: "Своё".into(),
    }));
    let mut desk = setup.open();
    desk.keys("3 enter tab f4");
    desk.event(Event::Outside(Change::ALL));
    desk.sees("[VK =").keys("esc");
    assert_eq!(text(&desk, vk), "Хлеб: полный текст поста.");
}

#[test]
fn what_another_window_has_half_written_outlives_our_leaving_and_its_own_end() {
    let mut desk = bread().open();
    desk.keys("3 enter");
    let mut other = store(&desk);
    let base = other.reader().wording(PostId(1), None).unwrap().unwrap();
    let half = Draft {
        owner: format!("post:1@{GONE}"),
        text: "Хлеб: полный текст поста. ВТОРОЕ".into(),
        caret: 0,
        base: Some(base.id),
        pid: GONE,
        at: at(9, 13),
    };
    other.remember(&Memo::Keep(half.clone())).unwrap();
    desk.types(" ПЕРВОЕ").later(1).keys("esc");
    assert_eq!(other.reader().drafts_kept().unwrap(), [half]);
    // The other window was killed. Its words come back, and are not saved over what was saved meanwhile.
    desk.keys("enter").sees("ВТОРОЕ").sees("saved elsewhere");
    let mut desk = desk.reopened(Lang::En);
    desk.keys("3 enter").sees("ВТОРОЕ").keys("esc");
    desk.sees("ПЕРВОЕ").keys("right enter esc");
    assert_eq!(text(&desk, None), "Хлеб: полный текст поста. ПЕРВОЕ");
    assert_eq!(store(&desk).reader().drafts_kept().unwrap(), []);
}
