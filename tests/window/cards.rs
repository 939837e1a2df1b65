//! Cards by hand, on a desk that begins empty: a client, its channel with posting times, a post with its card and pictures,
//! ready answers; each saved, seen elsewhere, and taken back.

use std::fs;

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Change, Command, PlanCommand, PostCard};
use postdesk::domain::ids::{ClientId, PostId};
use postdesk::domain::post::{Approval, Format};
use postdesk::event::{Event, Input};
use postdesk::locale::Lang;
use postdesk::media;
use postdesk::store::{CardOfPost, Origin, PATIENCE, ReadyAnswer, Store};

use crate::desk::{Desk, Setup, at};

/// The words of a window that differ between the languages.
struct Said {
    lang: Lang,
    more: &'static str,
    new_channel: &'static str,
    platform: &'static str,
    slots: &'static str,
    line: &'static str,
    slot: &'static str,
    add_picture: &'static str,
    alt: &'static str,
    undescribed: &'static str,
    answers: [&'static str; 2],
    puts_in: &'static str,
    undone: &'static str,
}

const ENGLISH: Said = Said {
    lang: Lang::En,
    more: "Tab on for more fields",
    new_channel: "+ channel",
    platform: "Telegram",
    slots: "Tue Wed 19:30",
    line: "Kolos tg Кто печёт хлеб",
    slot: "today 19:30",
    add_picture: "Add picture",
    alt: "Alt 1 (- off): bread.jpg",
    undescribed: "1 without alt text",
    answers: ["ready answers · 0", "ready answers · 1"],
    puts_in: "Tab puts in: часы",
    undone: "Taken back",
};

const RUSSIAN: Said = Said {
    lang: Lang::Ru,
    more: "Ещё поля: Tab",
    new_channel: "+ канал",
    platform: "Телеграм",
    slots: "вт ср 19:30",
    line: "Kolos тг Кто печёт хлеб",
    slot: "сегодня 19:30",
    add_picture: "Добавить картинку",
    alt: "Описание 1: bread.jpg",
    undescribed: "1 без описания",
    answers: ["готовые ответы · 0", "готовые ответы · 1"],
    puts_in: "Tab вставит: часы",
    undone: "Отменено",
};

/// Another pair of eyes on the same desk.
fn beside(desk: &Desk) -> Store {
    Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

fn card(desk: &Desk) -> CardOfPost {
    beside(desk).reader().card_of_post(PostId(1)).unwrap()
}

fn answers(desk: &Desk) -> Vec<ReadyAnswer> {
    beside(desk).reader().ready_answers(ClientId(1)).unwrap()
}

fn erase(desk: &mut Desk, letters: usize) {
    desk.keys("end");
    for _ in 0..letters {
        desk.keys("bs");
    }
}

/// What the worker does with the path she gave.
fn take_in(desk: &mut Desk) {
    let asked = desk.outside.iter().find_map(|outside| match outside {
        Outside::Take { post, path } => Some((*post, path.clone())),
        _ => None,
    });
    let (post, path) = asked.unwrap();
    let taken = media::take(desk.folder.path(), path.as_ref()).unwrap();
    desk.event(Event::Taken {
        post,
        taken: Ok(taken),
    });
}

/// A client with rubrics, a Telegram channel with posting times, a post on the shelf, open in the drafts.
fn a_desk_from_nothing(said: &Said) -> Desk {
    let mut desk = Setup::empty().open_as(said.lang, 80, 24);
    desk.keys("C").sees(said.more).types("Kolos");
    desk.keys("tab tab tab tab tab tab tab tab")
        .types("меню 30, люди 30")
        .keys("enter")
        .sees(said.new_channel)
        .sees(said.answers[0]);
    desk.keys("enter").types(said.platform).keys("tab");
    desk.types("@kolos").keys("tab tab tab").types(said.slots);
    desk.keys("enter").sees("@kolos").keys("esc");
    desk.keys("a").types(said.line).keys("enter");
    desk.keys("3").sees("Кто печёт хлеб");
    desk
}

#[test]
fn a_client_a_channel_with_posting_times_and_a_post_come_from_nothing() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_desk_from_nothing(&said);
        let rubrics = beside(&desk).reader().rubrics(ClientId(1)).unwrap();
        let rubrics: Vec<_> = rubrics.iter().map(|it| (&*it.name, it.share)).collect();
        assert_eq!(rubrics, [("меню", Some(30)), ("люди", Some(30))]);
        desk.keys("b").sees(said.slot);
        desk.keys("u").sees(said.undone).misses(said.slot);
        // Post, channel with its times, client with its rubrics: three steps back to the empty desk.
        desk.keys("u u u");
        let beside = beside(&desk);
        assert!(beside.reader().clients().unwrap().is_empty());
        assert!(beside.reader().slots(None).unwrap().is_empty());
        assert!(beside.reader().rubrics(ClientId(1)).unwrap().is_empty());
    }
}

#[test]
fn the_card_of_a_post_is_filled_in_over_its_text_and_taken_back() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_desk_from_nothing(&said);
        let before = card(&desk).card;
        desk.keys("e").types("!").keys("f2").sees(said.add_picture);
        desk.types(": Рустам").keys("tab").types("хлеб");
        desk.keys("tab").types("Зимний хлеб");
        desk.keys("tab right tab").types("kolos.example");
        desk.keys("enter")
            .sees("! ")
            .keys("home")
            .types("https://")
            .keys("tab");
        desk.types("Адрес в шапке").keys("tab").types("Тепло");
        desk.keys("tab").types("Спросить Аню");
        desk.keys("tab").types("Фото в среду").keys("enter");
        // The text lies under the card as it was left, with the new topic and brief over it.
        desk.sees("Kolos · Кто печёт хлеб: Рустам").sees("Тепло");
        desk.sees("Кто печёт хлеб!").keys("esc");
        let after = PostCard {
            topic: "Кто печёт хлеб: Рустам".into(),
            rubric: "хлеб".into(),
            campaign: "Зимний хлеб".into(),
            format: Format::Photo,
            link: "https://kolos.example".into(),
            first_comment: "Адрес в шапке".into(),
            brief: "Тепло".into(),
            note: "Спросить Аню".into(),
            client_note: "Фото в среду".into(),
            ..PostCard::default()
        };
        assert_eq!(card(&desk).card, after);
        let rubrics = || beside(&desk).reader().rubrics(ClientId(1)).unwrap().len();
        assert_eq!(rubrics(), 3, "a new name makes a new rubric");
        let campaigns = || beside(&desk).reader().campaigns(ClientId(1)).unwrap().len();
        assert_eq!(campaigns(), 1, "a new name makes a new campaign");
        desk.keys("u u").sees(said.undone);
        assert_eq!(card(&desk).card, before);
        let rubrics = beside(&desk).reader().rubrics(ClientId(1)).unwrap();
        assert_eq!(rubrics.len(), 2);
        assert_eq!(beside(&desk).reader().campaigns(ClientId(1)).unwrap(), []);
    }
}

#[test]
fn a_picture_is_added_described_and_taken_off_in_the_card() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_desk_from_nothing(&said);
        let file = desk.folder.path().join("bread.jpg");
        fs::write(&file, b"bread").unwrap();
        desk.keys("e f2");
        // From the topic to the last field.
        for _ in 0..10 {
            desk.keys("tab");
        }
        desk.types(&file.display().to_string()).keys("enter");
        // The card is open again, and something typed in it, when the picture comes in.
        desk.keys("f2").types("!");
        take_in(&mut desk);
        desk.sees(said.alt).sees("Кто печёт хлеб!").keys("esc esc");
        desk.sees(said.undescribed);
        desk.keys("e f2").sees("Кто печёт хлеб!").keys("bs");
        for _ in 0..10 {
            desk.keys("tab");
        }
        desk.types("Буханка на столе").keys("enter esc");
        desk.misses(said.undescribed);
        assert_eq!(card(&desk).pictures[0].alt, "Буханка на столе");
        desk.keys("u").sees(said.undescribed);
        desk.keys("U").misses(said.undescribed);
        desk.keys("e f2");
        for _ in 0..10 {
            desk.keys("tab");
        }
        erase(&mut desk, 16);
        desk.types("-").keys("enter esc");
        assert_eq!(card(&desk).pictures, []);
        desk.keys("u");
        assert_eq!(card(&desk).pictures[0].alt, "Буханка на столе");
        desk.keys("u u");
        assert_eq!(card(&desk).pictures, []);
    }
}

/// Another window, or the command line, is heard while a card is open: each keeps what only it has changed.
#[test]
fn a_card_takes_nothing_back_that_somebody_else_has_written_meanwhile() {
    let mut desk = a_desk_from_nothing(&ENGLISH);
    desk.keys("e f2").types(": Рустам");
    let mut card_there = card(&desk).card;
    card_there.brief = "Тепло, без пафоса".into();
    let post = PostId(1);
    let edit = PlanCommand::EditPost {
        post,
        card: card_there,
    };
    beside(&desk)
        .apply(&Command::Plan(edit), at(9, 30))
        .unwrap();
    desk.event(Event::Outside(Change::ALL));
    desk.sees("Тепло, без пафоса").sees(": Рустам");
    desk.keys("enter");
    let after = card(&desk).card;
    assert_eq!(after.topic, "Кто печёт хлеб: Рустам");
    assert_eq!(after.brief, "Тепло, без пафоса");
}

#[test]
fn what_was_typed_in_a_card_waits_for_the_next_opening_and_the_next_day() {
    let mut desk = a_desk_from_nothing(&ENGLISH);
    desk.keys("e f2")
        .types(" и кто встаёт в четыре")
        .keys("esc");
    desk.keys("f2")
        .sees("и кто встаёт в четыре")
        .sees("taken up");
    desk.keys("esc esc");
    assert_eq!(card(&desk).card.topic, "Кто печёт хлеб");
    let mut desk = desk.reopened(Lang::En);
    desk.keys("3 e f2").sees("и кто встаёт в четыре");
    // A card without a topic is not saved, and says so under the field.
    erase(&mut desk, 40);
    desk.keys("enter").sees("! A post needs a topic");
    desk.types("Хлеб").keys("enter esc");
    assert_eq!(card(&desk).card.topic, "Хлеб");
    desk.keys("e f2").misses("taken up").keys("esc esc");
}

#[test]
fn a_ready_answer_is_written_used_changed_and_dropped() {
    for said in [ENGLISH, RUSSIAN] {
        let mut desk = a_desk_from_nothing(&said);
        desk.keys("C down down down enter");
        desk.keys("tab tab").types("Открыты с 7 до 23.");
        desk.keys("enter").sees("! ").types("часы").keys("tab");
        erase(&mut desk, 2);
        desk.types("RU").keys("enter");
        desk.sees(said.answers[1]);
        let lying = answers(&desk);
        assert_eq!(
            (&*lying[0].name, &*lying[0].lang, &*lying[0].text),
            ("часы", "ru", "Открыты с 7 до 23.")
        );
        desk.keys("u").sees(said.answers[0]);
        desk.keys("U").sees(said.answers[1]);
        // Changed.
        desk.keys("enter").types(" Ждём!").keys("enter").keys("esc");
        assert_eq!(answers(&desk)[0].text, "Открыты с 7 до 23. Ждём!");
        desk.keys("u");
        assert_eq!(answers(&desk)[0].text, "Открыты с 7 до 23.");
        desk.keys("U");
        somebody_asks(&mut desk);
        desk.keys("4 enter").sees(said.puts_in).keys("tab");
        desk.sees("Открыты с 7 до 23. Ждём!").keys("enter");
        assert_eq!(desk.copied(), Some("Открыты с 7 до 23. Ждём!"));
        desk.keys("esc esc");
        // Emptied, it is dropped, and comes back.
        desk.keys("C down down down enter");
        erase(&mut desk, 40);
        desk.keys("enter").sees(said.answers[0]);
        assert_eq!(answers(&desk), []);
        desk.keys("u").sees(said.answers[1]);
        // With something on the shelf, `a` goes straight to the new one.
        desk.keys("a").types("адрес").keys("tab tab");
        desk.event(Event::Input(Input::Paste("Баумана, 5".into())));
        desk.keys("enter");
        assert_eq!(answers(&desk)[1].text, "Баумана, 5");
    }
}

/// A message comes in through the one line that takes messages.
fn somebody_asks(desk: &mut Desk) {
    desk.keys("1");
    let words = "Kolos tg Ольга: Вы ещё открыты?";
    desk.event(Event::Input(Input::Paste(words.into())));
    desk.keys("enter");
}

#[test]
fn cards_hold_in_small_and_tiny_windows() {
    for (cols, rows) in [(20, 5), (1, 1), (40, 10), (200, 60)] {
        let (mut desk, client, vk, _) = Setup::kolos();
        desk.post(client, &[vk], "Сырники", at(19, 30), Approval::Draft);
        let mut desk = desk.open_as(Lang::En, cols, rows);
        for keys in ["e", "f2", "esc", "esc", "C", "down", "enter", "esc", "down"] {
            desk.keys(keys).screen();
        }
        desk.keys("down enter").screen();
        for _ in 0..9 {
            desk.keys("tab").types("мир").screen();
        }
    }
}

#[test]
fn an_approved_post_is_frozen_anew_when_its_card_changes() {
    let (mut desk, client, vk, _) = Setup::kolos();
    desk.post(client, &[vk], "Сырники", at(19, 30), Approval::Approved);
    let mut desk = desk.open();
    desk.keys("e f2 tab tab tab tab tab")
        .types("Рецепт в шапке")
        .keys("enter esc");
    let variant = postdesk::domain::ids::VariantId(1);
    let parcel = |desk: &Desk| beside(desk).reader().parcel(variant).unwrap();
    assert!(parcel(&desk).approved);
    assert_eq!(parcel(&desk).first_comment, "Рецепт в шапке");
    desk.keys("u");
    assert_eq!(parcel(&desk).first_comment, "");
}
