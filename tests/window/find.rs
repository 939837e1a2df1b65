//! Finding, in keystrokes: every piece of a post, in five languages, from any room, without waiting for the answer.

use postdesk::domain::command::{Command, PlanCommand, PostCard};
use postdesk::domain::ids::{PostId, VariantId};
use postdesk::domain::post::{Approval, Format};
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::store::{Found, FoundIn, Haul};

use crate::desk::{Desk, Setup, at};

/// A post with different words in every piece, and a customer who wrote.
fn desk(lang: Lang, cols: u16) -> Desk {
    let (mut desk, client, vk, tg) = Setup::kolos();
    desk.post(
        client,
        &[vk, tg],
        "Ёлочный базар",
        at(19, 30),
        Approval::Draft,
    );
    let card = PostCard {
        topic: "Ёлочный базар".into(),
        format: Format::Photo,
        first_comment: "Адрес: ул. Баумана".into(),
        brief: "Ba cây thông, ấm áp".into(),
        script: "Утро\nАня несёт ель".into(),
        shots: "Двор, общий план\nРуки в варежках".into(),
        note: "Kysy hinta Lämpöltä".into(),
        client_note: "ფოტოს ოთხშაბათს გამოგიგზავნით".into(),
        ..PostCard::default()
    };
    let post = PostId(1);
    desk.apply(&Command::Plan(PlanCommand::EditPost { post, card }));
    let own = Command::Plan(PlanCommand::SaveText {
        post,
        variant: Some(VariantId(2)),
        text: "Первая строка\nსაახალწლო ბაზრობა იწყება".into(),
    });
    desk.apply(&own);
    let hash = "0".repeat(64);
    desk.apply(&Command::Plan(PlanCommand::Attach {
        post,
        hash,
        name: "fir.jpg".into(),
        bytes: 3,
        alt: "Three fir trees in the snow".into(),
    }));
    desk.message(vk, "Ольга", "Когда откроется базар?", at(8, 0));
    desk.open_as(lang, cols, 24)
}

#[test]
fn every_piece_of_a_post_is_found() {
    for (lang, rows) in [
        (
            Lang::En,
            [
                ("елоч", "post", "Ёлочный базар"),
                ("полн", "text", "полный текст"),
                ("საახ", "text      TG", "საახალწლო ბაზრობა"),
                ("баумана", "comment 1", "ул. Баумана"),
                ("cay thong", "brief", "Ba cây thông"),
                ("lampolta", "note", "Kysy hinta Lämpöltä"),
                ("ოთხშ", "to client", "ფოტოს ოთხშაბათს"),
                ("несет", "script", "Аня несёт ель"),
                ("варежк", "shots", "Руки в варежках"),
                ("snow fir", "picture", "Three fir trees"),
                ("откроется", "message", "Ольга · Когда откроется"),
            ],
        ),
        (
            Lang::Ru,
            [
                ("ЁЛОЧ", "пост", "Ёлочный базар"),
                ("полн", "текст", "полный текст"),
                ("ბაზრ", "текст     TG", "საახალწლო ბაზრობა"),
                ("баумана", "1-й комм.", "ул. Баумана"),
                ("ấm", "задача", "ấm áp"),
                ("hinta", "заметка", "Kysy hinta"),
                ("გამოგ", "клиенту", "ფოტოს ოთხშაბათს"),
                ("ель", "сценарий", "Аня несёт ель"),
                ("двор", "кадры", "Двор, общий план"),
                ("trees", "картинка", "Three fir trees"),
                ("базар когда", "сообщение", "Ольга · Когда"),
            ],
        ),
    ] {
        for cols in [80, 120] {
            let mut desk = desk(lang, cols);
            for (room, (words, kind, line)) in "12345123451".chars().zip(rows) {
                desk.keys(&room.to_string()).keys("/").types(words);
                desk.sees(kind).sees(line);
                desk.keys("esc");
            }
        }
    }
}

/// A channel's own words open as its own text, what stands on the card opens the card, a message opens for an answer.
#[test]
fn enter_goes_to_what_was_found() {
    let mut desk = desk(Lang::En, 80);
    desk.keys("/")
        .types("საახ")
        .keys("enter")
        .sees("ბაზრობა")
        .keys("esc");
    desk.keys("/")
        .types("snow")
        .keys("enter")
        .sees("fir.jpg")
        .keys("esc");
    desk.keys("/")
        .types("откроется")
        .keys("enter")
        .types("Завтра!")
        .sees("Завтра!")
        .keys("esc");
    desk.keys("/").misses("Nothing was found").types("ананас");
    desk.sees("Nothing was found");
}

#[test]
fn an_answer_to_words_of_before_stays_out_and_one_that_comes_too_late_finds_nobody() {
    let mut desk = desk(Lang::En, 80);
    let late = |turn| Event::Found {
        turn,
        found: Ok(Haul {
            found: vec![Found {
                place: FoundIn::Post {
                    post: PostId(1),
                    own: None,
                },
                piece: postdesk::domain::found::Piece::Topic,
                client: postdesk::domain::ids::ClientId(1),
                title: "stale".into(),
                at: None,
                line: "stale words".into(),
                lit: Vec::new(),
            }],
            unindexed: 0,
        }),
    };
    desk.keys("/").types("снег").misses("Ёлочный");
    desk.event(late(2));
    desk.misses("stale words");
    desk.event(late(4));
    desk.sees("stale words").keys("esc");
    desk.event(late(4));
    desk.misses("stale words");
}
