//! The pictures of a post, from the files she drops on the window to their order, their descriptions and what is refused of
//! them.

use std::fs;
use std::path::Path;

use postdesk::app::Outside;
use postdesk::domain::chance::Rng;
use postdesk::domain::ids::PostId;
use postdesk::domain::post::Approval;
use postdesk::effect::Files;
use postdesk::event::{Event, Input};
use postdesk::keys::{Code, Key};
use postdesk::locale::Lang;
use postdesk::media;
use postdesk::store::{Memo, Origin, PATIENCE, Store};

use super::desk::{Desk, Setup, at};

/// A picture of this size, as far as anybody looks at it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
    bytes
}

/// Kolos with a draft on Telegram, and X where little is taken.
fn kolos(lang: Lang, cols: u16, rows: u16) -> Desk {
    let (mut setup, client, _, tg) = Setup::kolos();
    let x = setup.channel(client, "x");
    setup.post(client, &[tg, x], "Сырники", at(19, 30), Approval::Draft);
    let files = setup.folder.path().join("hers");
    fs::create_dir(&files).unwrap();
    fs::write(files.join("на столе.png"), png(1200, 630)).unwrap();
    fs::write(files.join("strip.jpg"), png(2600, 100)).unwrap();
    fs::write(files.join("other.png"), png(640, 480)).unwrap();
    let mut desk = setup.open_as(lang, cols, rows);
    desk.keys("3").sees("Сырники");
    desk
}

fn beside(desk: &Desk) -> Store {
    let folder = desk.folder.path();
    Store::open(folder, Origin::Cli, PATIENCE, Rng::seeded(5)).unwrap()
}

/// Names and descriptions of the post's pictures, in order.
fn stand(desk: &Desk) -> Vec<(String, String)> {
    let media = beside(desk).reader().media(PostId(1)).unwrap();
    media.into_iter().map(|it| (it.name, it.alt)).collect()
}

/// What the workers do with what was asked of them.
fn work(desk: &mut Desk) {
    for asked in std::mem::take(&mut desk.outside) {
        match asked {
            Outside::TakeIn(Files {
                post,
                paths,
                mut instead,
            }) => {
                for path in paths {
                    let taken = media::take(desk.folder.path(), path.as_ref());
                    let taken = taken.map_err(|why| media::not_taken(Path::new(&path), &why));
                    desk.event(match instead.take() {
                        Some(media) => Event::Swapped { post, media, taken },
                        None => Event::Taken { post, taken },
                    });
                }
            }
            Outside::Measure(post) => {
                let mut beside = beside(desk);
                let look = |hash: String| {
                    let file = media::path(desk.folder.path(), &hash);
                    (hash, media::facts::of_file(&file).unwrap())
                };
                let hashes = beside.reader().unmeasured(post).unwrap();
                let told = hashes.into_iter().map(look).collect();
                beside.remember(&Memo::Measured(told)).unwrap();
                desk.event(Event::Measured);
            }
            _ => {}
        }
    }
}

/// Two files are dropped on the window.
fn drop_two(desk: &mut Desk) {
    let files = desk.folder.path().join("hers");
    let pasted = format!("'{0}/на столе.png' {0}/strip.jpg\n", files.display());
    desk.pastes(&pasted);
    work(desk);
}

#[test]
fn dropped_files_are_shown_with_what_their_bytes_tell_and_who_refuses_them() {
    for (lang, cols, rows, bare, lie, stripe) in [
        (
            Lang::En,
            80,
            24,
            "2 without alt text",
            "says otherwise: it is PNG",
            "too long a stripe",
        ),
        (
            Lang::Ru,
            120,
            40,
            "без описания: 2",
            "на деле это PNG",
            "слишком длинная полоса",
        ),
        (
            Lang::Ru,
            80,
            24,
            "без описания: 2",
            "на деле это PNG",
            "слишком длинная полоса",
        ),
    ] {
        let mut desk = kolos(lang, cols, rows);
        desk.keys("g m").pastes("just some words");
        assert!(
            !desk
                .outside
                .iter()
                .any(|it| matches!(it, Outside::TakeIn(_)))
        );
        drop_two(&mut desk);
        desk.sees("1200×630").sees("2600×100").sees(bare);
        // The second lies about its kind, and Telegram will not have it.
        desk.sees("! TG").sees("strip.jpg").sees(lie).sees(stripe);
        desk.keys("up")
            .sees("на столе.png")
            .misses(stripe)
            .sees("✓");
    }
}

#[test]
fn pictures_are_described_one_after_the_other_moved_replaced_taken_off_and_taken_back() {
    let mut desk = kolos(Lang::En, 80, 24);
    desk.keys("g m");
    drop_two(&mut desk);
    desk.keys("home enter")
        .types("Сырники на столе")
        .sees("X 16/1\u{a0}000");
    desk.keys("enter")
        .sees("WHAT strip.jpg SHOWS")
        .types("Полоса")
        .keys("enter");
    desk.sees("Сырники на столе").sees("Полоса").misses("SHOWS");
    let pair = |name: &str, alt: &str| (name.to_owned(), alt.to_owned());
    let (table, strip) = (
        pair("на столе.png", "Сырники на столе"),
        pair("strip.jpg", "Полоса"),
    );
    assert_eq!(stand(&desk), [table.clone(), strip.clone()]);
    desk.keys("home L").sees("✓ order of pictures");
    assert_eq!(stand(&desk), [strip.clone(), table.clone()]);
    // The cursor has gone along: once more there is nowhere to go.
    desk.keys("L");
    assert_eq!(stand(&desk), [strip.clone(), table.clone()]);
    desk.keys("u");
    assert_eq!(stand(&desk), [table.clone(), strip.clone()]);
    let other = desk
        .folder
        .path()
        .join("hers/other.png")
        .display()
        .to_string();
    desk.keys("end p").types(&other);
    desk.keys("enter");
    work(&mut desk);
    desk.sees("640×480").misses("2600×100");
    assert_eq!(stand(&desk), [table.clone(), pair("other.png", "Полоса")]);
    desk.keys("u").sees("2600×100");
    desk.keys("end D").misses("2600×100");
    assert_eq!(stand(&desk), std::slice::from_ref(&table));
    desk.keys("u");
    assert_eq!(stand(&desk), [table, strip]);
}

#[test]
fn a_file_that_cannot_be_taken_says_why_and_its_path_can_be_mended() {
    for (lang, gone, folder) in [
        (Lang::En, "there is no such file any more", "is a folder"),
        (Lang::Ru, "такого файла больше нет", "папка"),
    ] {
        let mut desk = kolos(lang, 120, 40);
        desk.keys("g m a")
            .types("/nowhere/сырники.jpg")
            .keys("enter");
        work(&mut desk);
        desk.sees("/nowhere/сырники.jpg").sees(gone);
        assert_eq!(stand(&desk), []);
        desk.keys("a").sees("/nowhere/сырники.jpg").keys("esc");
        desk.pastes("/");
        work(&mut desk);
        desk.sees(folder).misses(gone);
    }
}

#[test]
fn a_description_that_was_being_typed_survives_and_is_taken_up_where_it_was_left() {
    let mut desk = kolos(Lang::En, 80, 24);
    desk.keys("g m");
    drop_two(&mut desk);
    desk.keys("enter").types("Длинная полоса").later(1);
    let mut desk = desk.reopened(Lang::En);
    assert_eq!(stand(&desk)[1].1, "");
    desk.keys("3 g m")
        .sees("Длинная полоса")
        .sees("WHAT strip.jpg SHOWS");
    desk.keys("esc").misses("SHOWS");
    assert_eq!(stand(&desk)[1].1, "Длинная полоса");
    assert_eq!(beside(&desk).reader().drafts_kept().unwrap(), []);
}

#[test]
fn pictures_of_older_days_are_measured_by_a_worker_when_somebody_looks() {
    let mut desk = kolos(Lang::En, 80, 24);
    let taken = media::take(
        desk.folder.path(),
        &desk.folder.path().join("hers/other.png"),
    );
    let taken = taken.unwrap();
    let attach = postdesk::domain::command::PlanCommand::Attach {
        post: PostId(1),
        hash: taken.hash,
        name: taken.name,
        bytes: taken.bytes,
        alt: String::new(),
    };
    let attach = postdesk::domain::command::Command::Plan(attach);
    beside(&desk).apply(&attach, at(9, 0)).unwrap();
    desk.keys("g m").sees("other.png").misses("640×480");
    work(&mut desk);
    desk.sees("640×480").sees("PNG");
}

#[test]
fn the_window_opens_over_the_text_and_over_the_card_and_loses_neither() {
    let mut desk = kolos(Lang::En, 80, 24);
    let f9 = || Event::Input(Input::Key(Key::plain(Code::F(9))));
    desk.keys("e").types("Тёплые! ");
    desk.event(f9());
    desk.sees("No pictures yet").keys("esc").sees("Тёплые!");
    desk.keys("esc 4");
    desk.keys("2 g m").sees("No pictures yet").keys("esc");
    desk.misses("No pictures yet");
}

#[test]
fn a_contractor_gets_what_the_card_says_now_on_the_clipboard() {
    let mut desk = kolos(Lang::En, 80, 24);
    desk.keys("e f2");
    for _ in 0..6 {
        desk.keys("tab");
    }
    desk.types("Крупный план, тёплый свет")
        .keys("tab tab tab")
        .types("25.11");
    desk.event(Event::Input(Input::Key(Key::plain(Code::F(4)))));
    let copied = desk.copied().unwrap().to_owned();
    for part in [
        "Task for Kolos: Сырники",
        "Крупный план, тёплый свет",
        "– X: JPEG, PNG, GIF, WebP · up to 5 MB",
        "Сырники: полный текст поста.",
        "Please send it by Wednesday 25 November, 18:00.",
    ] {
        assert!(copied.contains(part), "{part} is not in:\n{copied}");
    }
    // What was typed in the card is still there.
    desk.sees("Крупный план");
    let f8 = || Event::Input(Input::Key(Key::plain(Code::F(8))));
    desk.event(f8());
    desk.sees("The task lies in");
    desk.event(f8());
    let outbox = desk.folder.path().join("outbox");
    let name = "2026-11-24-Kolos-Сырники-task";
    for file in [format!("{name}.md"), format!("{name}-2.md")] {
        let told = fs::read_to_string(outbox.join(file)).unwrap();
        assert!(told.starts_with("# Task for Kolos: Сырники\n"), "{told}");
        assert!(told.contains("\n> Крупный план, тёплый свет\n"), "{told}");
    }
    desk.keys("esc");
}

#[test]
fn a_cover_is_chosen_with_one_key_and_stays_with_its_picture() {
    for (lang, cover) in [(Lang::En, "✓ cover"), (Lang::Ru, "✓ обложка")] {
        let mut desk = kolos(lang, 80, 24);
        let files = desk.folder.path().join("hers");
        desk.keys("g m").pastes(&format!(
            "'{}' '{}'",
            files.join("на столе.png").display(),
            files.join("other.png").display(),
        ));
        work(&mut desk);
        desk.sees("640×480").misses("★");
        desk.keys("end space")
            .sees("2 ★PNG")
            .keys("H")
            .sees("1 ★PNG");
        let covers = |desk: &Desk| -> Vec<(String, bool)> {
            let media = beside(desk).reader().media(PostId(1)).unwrap();
            media.into_iter().map(|it| (it.name, it.is_cover)).collect()
        };
        let of = |name: &str, is_cover| (name.to_owned(), is_cover);
        assert_eq!(
            covers(&desk),
            [of("other.png", true), of("на столе.png", false)]
        );
        desk.keys("down space").sees("2 ★PNG").misses("1 ★PNG");
        desk.keys("esc e f2 tab tab tab right right").sees(cover);
        desk.keys("esc esc g m down D").misses("★").keys("u");
        desk.sees("2 ★PNG").keys("down space").misses("★");
    }
}
