//! Writing a text: finding in it, copying it, the mouse over it, what is pasted and what is misspelt.

use std::collections::HashSet;

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::command::{Command, PlanCommand};
use postdesk::domain::ids::{ClientId, PostId, VariantId};
use postdesk::domain::post::Approval;
use postdesk::domain::tally::Tally;
use postdesk::domain::words::Words;
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key, Mods};
use postdesk::locale::Lang;
use postdesk::proofreader::{Errand, Spelt};
use postdesk::store::{Origin, PATIENCE, Store};
use ratatui::style::Modifier;

use crate::desk::{Desk, Setup, at};

/// Her text stands open for writing.
fn writing(topic: &str) -> Desk {
    let (mut setup, client, vk, tg) = Setup::kolos();
    setup.post(client, &[vk, tg], topic, at(19, 30), Approval::Draft);
    let mut desk = setup.open();
    desk.keys("3 e");
    desk
}

fn press(desk: &mut Desk, code: Code, ctrl: bool, alt: bool, shift: bool) {
    let mods = Mods { ctrl, alt, shift };
    desk.event(Event::Input(Input::Key(Key { code, mods })));
}

fn copied(desk: &Desk) -> Option<&str> {
    desk.outside.iter().rev().find_map(|it| match it {
        Outside::Copy(text) => Some(text.as_str()),
        _ => None,
    })
}

fn errands(desk: &Desk) -> Vec<&Errand> {
    let each = desk.outside.iter();
    each.filter_map(|it| match it {
        Outside::Proofread(errand) => Some(&**errand),
        _ => None,
    })
    .collect()
}

fn misspelt(words: &[&str]) -> Event {
    Event::Spelt(Spelt {
        misspelt: words
            .iter()
            .map(|&word| word.to_owned())
            .collect::<HashSet<_>>(),
        lacking: Vec::new(),
    })
}

#[test]
fn what_is_copied_is_said_and_nothing_is_cut_by_mistake() {
    let mut desk = writing("Хлеб");
    desk.ctrl('x').sees("Nothing is selected");
    desk.ctrl('c').sees("the whole text, 25 characters");
    assert_eq!(copied(&desk), Some("Хлеб: полный текст поста."));
    for _ in 0..6 {
        press(&mut desk, Code::Left, false, false, true);
    }
    desk.ctrl('x').sees("6 selected characters");
    assert_eq!(copied(&desk), Some("поста."));
    desk.ctrl('y').sees("Хлеб: полный текст поста.");
}

#[test]
fn words_are_found_as_they_are_typed_and_escape_leads_back() {
    let mut desk = writing("Ёлка, елка и ЁЛКИ");
    desk.keys("home").types("»");
    desk.ctrl('f').types("елк").sees("1 / 3");
    press(&mut desk, Code::F(3), false, false, false);
    desk.sees("2 / 3");
    press(&mut desk, Code::F(3), false, false, true);
    press(&mut desk, Code::F(3), false, false, true);
    desk.sees("3 / 3").types("ъ").sees("not found");
    press(&mut desk, Code::Backspace, false, false, false);
    desk.keys("esc").types("«").sees("»«Ёлка");
    // It remembers what she looked for, and replaces all of it in one step.
    press(&mut desk, Code::F(3), false, false, false);
    desk.sees("1 / 3").keys("tab").types("сосн");
    press(&mut desk, Code::Enter, false, true, false);
    desk.sees("3 places replaced").sees("сосна, сосна и соснИ");
    desk.ctrl('z').sees("»«Ёлка, елка и ЁЛКИ");
}

#[test]
fn the_mouse_puts_the_caret_selects_and_scrolls() {
    let mut desk = writing("Хлеб");
    let screen = desk.screen();
    let row = screen
        .lines()
        .position(|line| line.contains("полный"))
        .unwrap() as u16;
    let click = |desk: &mut Desk, col| desk.event(Event::Input(Input::Click { col, row }));
    click(&mut desk, 8);
    click(&mut desk, 8);
    desk.ctrl('c');
    assert_eq!(copied(&desk), Some("полный"));
    click(&mut desk, 1);
    desk.event(Event::Input(Input::Drag { col: 5, row }));
    desk.ctrl('c');
    assert_eq!(copied(&desk), Some("Хлеб"));
    desk.pastes(&"строка\n".repeat(60));
    desk.event(Event::Input(Input::Scroll(-40)));
    desk.sees("строка").types("!");
    assert!(
        !desk.screen().contains("! полный"),
        "the view follows what is typed"
    );
}

#[test]
fn a_paste_of_ten_megabytes_is_refused_and_the_text_is_as_it_was() {
    let mut desk = writing("Хлеб");
    let start = std::time::Instant::now();
    desk.pastes(&"хлеб ".repeat(1_200_000)).sees("Not pasted");
    assert!(start.elapsed().as_secs() < 2, "it is not even read");
    desk.sees("Хлеб: полный текст поста.");
    // What is short enough comes in clean: composed, its lines folded, nothing that commands a terminal.
    desk.pastes(" e\u{301}\r\nx\u{1b}[31my\u{202e}")
        .sees("поста. é")
        .sees("\n xy")
        .misses("202E");
}

#[test]
fn misspelt_words_are_underlined_and_mended_by_a_digit() {
    let mut desk = writing("Сырнеки");
    let read =
        |it: &&&Errand| matches!(it, Errand::Read(order) if order.text.starts_with("Сырнеки"));
    assert_eq!(
        errands(&desk).iter().filter(read).count(),
        1,
        "read once when it is opened"
    );
    desk.event(misspelt(&["Сырнеки"]));
    let look = desk.look_of("Сырнеки:");
    assert!(look.contains(Modifier::UNDERLINED), "seen without colour");
    assert!(!desk.look_of("полный").contains(Modifier::UNDERLINED));
    press(&mut desk, Code::F(7), false, false, false);
    assert!(
        matches!(errands(&desk).last(), Some(Errand::Suggest { word, .. }) if word == "Сырнеки")
    );
    let meant = vec!["Сырники".to_owned(), "Сырник".to_owned()];
    desk.event(Event::Suggested {
        word: "Сырнеки".into(),
        meant,
    });
    desk.sees("1 Сырники")
        .keys("9")
        .sees("1 Сырники")
        .keys("1")
        .sees("Сырники: полный");
    press(&mut desk, Code::F(7), false, false, false);
    desk.sees("Nothing is misspelt");
    desk.keys("esc");
    assert!(desk.outside.contains(&Outside::PutDictionariesAway));
}

#[test]
fn a_word_is_right_for_her_or_for_one_client_and_that_is_taken_back() {
    let mut desk = writing("Шакшука");
    desk.event(misspelt(&["Шакшука", "поста"]));
    press(&mut desk, Code::F(7), false, false, false);
    desk.types("+").sees("right from now on");
    assert!(errands(&desk).contains(&&Errand::Learn("Шакшука".into())));
    press(&mut desk, Code::F(7), false, false, false);
    desk.types("*").sees("“поста” right for the client");
    let words = |desk: &Desk| {
        let store = Store::open(desk.folder.path(), Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
        store.reader().client(ClientId(1)).unwrap().card.words
    };
    assert_eq!(words(&desk), ["поста"]);
    let told = |it: &&Errand| matches!(it, Errand::Read(order) if order.spelling.words.contains(&"поста".to_owned()));
    assert!(
        errands(&desk).into_iter().any(|it| told(&it)),
        "the proofreader hears of it"
    );
    desk.keys("esc u");
    assert!(words(&desk).is_empty());
}

#[test]
fn a_missing_dictionary_is_told_of_once() {
    let mut desk = writing("Хлеб");
    let lacking = Words::new("spell-install")
        .with("language", "ru")
        .with("package", "hunspell-ru");
    let spelt = || {
        Event::Spelt(Spelt {
            lacking: vec![lacking.clone()],
            ..Spelt::default()
        })
    };
    desk.event(spelt());
    desk.sees("install the package hunspell-ru").types("!");
    desk.event(spelt());
    assert!(!desk.screen().contains("hunspell-ru"), "quiet from then on");
    press(&mut desk, Code::F(7), false, false, false);
    desk.sees("hunspell-ru");
}

#[test]
fn a_long_text_is_counted_beside_the_typing() {
    let mut desk = writing("Хлеб");
    desk.pastes(&"хлеб ".repeat(1000)).types("!");
    let errands = errands(&desk);
    let Some(Errand::Read(order)) = errands.last() else {
        panic!("nothing is read");
    };
    let tally = Tally::of(&order.text, order.measures.as_ref().unwrap());
    let turn = order.turn;
    desk.event(Event::Counted { turn, tally });
    let screen: String = desk.screen().split_whitespace().collect();
    assert!(screen.contains("VK=5026/16384TG=5026/4096!"), "{screen}");
    assert!(
        desk.look_of("хлеб !").contains(Modifier::BOLD),
        "the tail stands out"
    );
}

/// Where letters are text, F1 lists the keys; what was typed is kept and goes on.
#[test]
fn all_keys_of_a_window_are_listed_and_the_text_goes_on() {
    for (lang, title, undo) in [
        (Lang::En, "What can be done here", "undo typing"),
        (Lang::Ru, "Что здесь можно сделать", "отменить правку"),
    ] {
        let (mut desk, client, vk, _) = Setup::kolos();
        desk.post(client, &[vk], "Хлеб", at(19, 30), Approval::Draft);
        let mut desk = desk.open_as(lang, 80, 24);
        desk.keys("3 enter").types(" утра").sees("F1 ");
        desk.keys("f1").sees(title).sees("Ctrl-Z").sees(undo);
        desk.keys("esc")
            .misses(title)
            .sees("полный текст поста. утра");
        desk.types("!").sees("полный текст поста. утра!");
    }
}

/// A line takes no megabytes: each key would wait for them, and they would be kept.
#[test]
fn no_line_and_no_field_takes_a_huge_paste() {
    let huge = "хлеб ".repeat(200_000);
    for way in ["/", "a", ":", "3 enter f2", "3 enter f3", "c"] {
        let mut desk = writing("Хлеб");
        desk.keys("esc").keys(way).pastes(&huge).sees("Not pasted");
        desk.types("я").misses("хлеб хлеб");
    }
    let mut desk = writing("Хлеб");
    desk.keys("esc 1").pastes(&huge).sees("Not pasted");
}

/// Her editor, closed without a change, changes nothing: a channel that followed goes on following.
#[test]
fn an_editor_that_changed_nothing_saves_nothing() {
    let mut desk = writing("Хлеб");
    let (post, variant) = (PostId(1), Some(VariantId(1)));
    let text = || "Хлеб: полный текст поста.\n".as_bytes().to_vec();
    desk.keys("esc").event(Event::Edited {
        post,
        variant,
        text: Ok(text()),
    });
    desk.sees("The text is as it was");
    let folder = desk.folder.path();
    let mut beside = Store::open(folder, Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap();
    let base = PlanCommand::SaveText {
        post,
        variant: None,
        text: "Хлеб подорожал.".into(),
    };
    beside.apply(&Command::Plan(base), at(9, 30)).unwrap();
    let follows = beside.reader().wording(post, variant).unwrap().unwrap();
    assert_eq!(follows.text, "Хлеб подорожал.");
}
