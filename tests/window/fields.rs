//! What a post has beside its texts, in its card: a script and its shots where it is shot, a note to the client, each at its
//! full height where it grows.

use postdesk::domain::chance::Rng;
use postdesk::domain::command::PostCard;
use postdesk::domain::ids::PostId;
use postdesk::domain::post::{Approval, Format};
use postdesk::locale::Lang;
use postdesk::store::{Origin, PATIENCE, Store};

use super::desk::{Desk, Setup, at};

/// A draft of Kolos, its card open.
fn card_of(lang: Lang) -> Desk {
    let (mut setup, client, vk, _) = Setup::kolos();
    setup.post(client, &[vk], "Сырники", at(19, 30), Approval::Draft);
    let mut desk = setup.open_as(lang, 80, 24);
    desk.keys("3 e f2");
    desk
}

fn stands(desk: &Desk) -> PostCard {
    let folder = desk.folder.path();
    let store = Store::open(folder, Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
    store.reader().card_of_post(PostId(1)).unwrap().card
}

#[test]
fn a_film_asks_for_its_script_and_keeps_it_as_another_thing() {
    for (lang, script, lacks, has, shots, note) in [
        (
            Lang::En,
            "Script",
            "▲ no script",
            "✓ script",
            "Shots, one a line",
            "Note to client",
        ),
        (
            Lang::Ru,
            "Сценарий",
            "▲ нет сценария",
            "✓ сценарий",
            "Кадры по строкам",
            "Заметка клиенту",
        ),
    ] {
        let mut desk = card_of(lang);
        desk.misses(script).misses(shots).sees(note);
        // From words over picture and carousel to a film.
        desk.keys("tab tab tab right right right");
        desk.sees(script).sees(shots).sees(lacks);
        desk.keys("tab tab tab tab").types("Рустам: «Пора»");
        desk.sees(has).misses(lacks);
        desk.keys("tab").types("Печь, общий план");
        desk.keys("tab tab").types("Фото в среду").keys("enter esc");
        let film = PostCard {
            topic: "Сырники".into(),
            format: Format::Video,
            script: "Рустам: «Пора»".into(),
            shots: "Печь, общий план".into(),
            client_note: "Фото в среду".into(),
            ..stands(&desk)
        };
        assert_eq!(stands(&desk), film);
        // Words again: what was written stays where it is not seen.
        desk.keys("e f2 tab tab tab left left left").misses(script);
        desk.keys("enter esc");
        let words = PostCard {
            format: Format::Text,
            ..film.clone()
        };
        assert_eq!(stands(&desk), words);
        desk.keys("u");
        assert_eq!(stands(&desk), film);
        desk.keys("u");
        assert_eq!(stands(&desk).script, "");
    }
}

#[test]
fn sixty_lines_are_written_in_the_whole_window_and_survive_it() {
    for (lang, hint) in [
        (Lang::En, "back to the card"),
        (Lang::Ru, "назад в карточку"),
    ] {
        let mut desk = card_of(lang);
        desk.keys("tab tab tab right right right tab tab tab tab f6");
        desk.sees(hint);
        let lines: Vec<String> = (1..=60).map(|n| format!("Кадр {n}: «Пора»")).collect();
        for line in &lines[..59] {
            desk.types(line).keys("enter");
        }
        desk.types(&lines[59]).sees(&lines[59]).sees(&lines[45]);
        desk.misses("Кадр 1:")
            .keys("pgup pgup pgup pgup")
            .sees("Кадр 1:");
        desk.later(1);
        // The window is gone between two keys; the card is as it was.
        let mut desk = desk.reopened(lang);
        desk.keys("3 e f2 tab tab tab tab tab tab tab");
        desk.sees("Кадр 60:").misses("Кадр 50:");
        desk.keys("f6").sees(hint).sees("Кадр 50:");
        desk.keys("esc").misses(hint).keys("enter esc");
        let card = stands(&desk);
        assert_eq!(card.script, lines.join("\n"));
        assert_eq!(card.format, Format::Video);
    }
}

#[test]
fn only_a_text_can_have_the_whole_window_and_any_window_holds_it() {
    let mut desk = card_of(Lang::En);
    desk.keys("f6").sees("Enter save");
    desk.keys("tab tab tab tab tab f6").misses("Enter save");
    desk.types("Адрес").pastes("в шапке\u{1b}[31m\r\nи ниже");
    desk.sees("Адресв шапке").sees("и ниже");
    for (cols, rows) in [(1, 1), (20, 5), (200, 60), (80, 24)] {
        desk.resize(cols, rows);
        desk.types("я").screen();
    }
    desk.keys("f6").sees("Enter save").keys("enter esc");
    assert_eq!(stands(&desk).first_comment, "Адресв шапке\nи нижеяяяя");
}
