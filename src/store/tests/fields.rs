//! What a post has beside its texts: a note its client reads, a script with its shots, and a cover.

use super::desk::{Desk, difference, hers, moment, page, post};
use crate::domain::command::{
    ChannelCommand, Command, Landing, NewMedia, PlanCommand, PostCard, PostCopy,
};
use crate::domain::found::Piece;
use crate::domain::ids::{ChannelId, ClientId, MediaId, PostId, VariantId};
use crate::domain::post::Format;
use crate::store::StoreError;

const POST: PostId = PostId(1);

/// A script of sixty lines.
fn script() -> String {
    let lines: Vec<String> = (1..=60).map(|n| format!("{n}. Рустам: «Пора»")).collect();
    lines.join("\n")
}

fn filled(format: Format) -> PostCard {
    PostCard {
        topic: "Сырники к утру".to_owned(),
        format,
        script: script(),
        shots: "Печь, общий план\nРуки крупно".to_owned(),
        note: "спросить Аню".to_owned(),
        client_note: "Фото пришлём в среду".to_owned(),
        ..PostCard::default()
    }
}

/// A client, a channel, a post with three pictures.
fn desk() -> (Desk, ClientId, ChannelId) {
    let mut desk = Desk::new();
    let (client, channel) = desk.client("Колос");
    desk.made(&Command::Plan(PlanCommand::AddPost(post(
        client,
        &[channel],
        None,
    ))));
    for name in ["а", "б", "в"] {
        std::fs::write(desk.folder.path().join("media").join(name), name).unwrap();
        plan(
            &mut desk,
            PlanCommand::Attach {
                post: POST,
                hash: name.to_owned(),
                name: name.to_owned(),
                bytes: 2,
                alt: String::new(),
            },
        );
    }
    (desk, client, channel)
}

fn plan(desk: &mut Desk, command: PlanCommand) {
    desk.apply(&Command::Plan(command)).unwrap();
}

fn card(desk: &Desk, post: PostId) -> PostCard {
    desk.store.reader().card_of_post(post).unwrap().card
}

/// The pictures of a post in order, the cover marked.
fn pictures(desk: &Desk, post: PostId) -> String {
    let pictures = desk.store.reader().media(post).unwrap();
    let told = pictures.iter().map(|it| {
        let mark = if it.is_cover { "★" } else { "" };
        format!("{mark}{}", it.name)
    });
    told.collect::<Vec<_>>().join(" ")
}

fn cover(nth: Option<i64>) -> PlanCommand {
    PlanCommand::ChooseCover {
        post: POST,
        cover: nth.map(MediaId),
    }
}

#[test]
fn they_stay_whatever_becomes_of_the_format_and_go_back_with_u() {
    let (mut desk, ..) = desk();
    let before = hers(&desk.store);
    for format in [Format::Video, Format::Text, Format::Poll, Format::Short] {
        let card_of = filled(format);
        plan(
            &mut desk,
            PlanCommand::EditPost {
                post: POST,
                card: card_of.clone(),
            },
        );
        assert_eq!(card(&desk, POST), card_of);
        let has_script = desk.store.reader().sheet(POST).unwrap().unwrap().has_script;
        assert!(has_script);
    }
    let then = moment(0) + chrono::Duration::minutes(6);
    let was = desk.store.reader().post_as_of(POST, then).unwrap().unwrap();
    assert_eq!((was.script.as_str(), was.client_note.as_str()), ("", ""));
    let now = desk.store.reader().post_as_of(POST, desk.now).unwrap();
    let now = now.unwrap();
    assert_eq!(
        (now.script, now.shots.as_str(), now.client_note.as_str()),
        (
            script(),
            "Печь, общий план\nРуки крупно",
            "Фото пришлём в среду"
        )
    );
    for _ in 0..4 {
        desk.store.undo(desk.now).unwrap();
    }
    assert_eq!(difference(&before, &hers(&desk.store)), None);
    desk.store.redo(desk.now).unwrap();
    assert_eq!(card(&desk, POST), filled(Format::Video));
}

#[test]
fn they_are_found_by_their_words() {
    let (mut desk, ..) = desk();
    plan(
        &mut desk,
        PlanCommand::EditPost {
            post: POST,
            card: filled(Format::Photo),
        },
    );
    for (words, piece) in [
        ("рустам пора", Piece::Script),
        ("крупно", Piece::Shots),
        ("среду", Piece::ClientNote),
        ("аню", Piece::Note),
    ] {
        let found = desk.store.reader().find(words, 9).unwrap();
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!(found[0].piece, piece, "{words}");
    }
}

#[test]
fn a_copy_has_them_and_another_client_reads_no_note_to_somebody_else() {
    let (mut desk, client, channel) = desk();
    let (other, theirs) = desk.client("Marani");
    let edit = PlanCommand::EditPost {
        post: POST,
        card: filled(Format::Video),
    };
    plan(&mut desk, edit);
    plan(&mut desk, cover(Some(2)));
    let mut copied = |client, channel| {
        let copy = PostCopy {
            post: POST,
            client,
            onto: vec![Landing {
                channel,
                like: VariantId(1),
                planned: None,
            }],
            joins: false,
        };
        let copies = vec![copy];
        let made = desk.made(&Command::Plan(PlanCommand::CopyPosts { copies }));
        let post = PostId(made);
        (card(&desk, post), pictures(&desk, post))
    };
    let (same, pictures) = copied(client, channel);
    assert_eq!(same, filled(Format::Video));
    assert_eq!(pictures, "а ★б в");
    let (elsewhere, _) = copied(other, theirs);
    assert_eq!(elsewhere.script, script());
    assert_eq!(elsewhere.client_note, "");
}

#[test]
fn a_cover_keeps_through_another_order_and_other_bytes_and_goes_with_its_picture() {
    let (mut desk, ..) = desk();
    assert_eq!(pictures(&desk, POST), "а б в");
    plan(&mut desk, cover(Some(2)));
    assert_eq!(pictures(&desk, POST), "а ★б в");
    let order = [3, 2, 1].map(MediaId).to_vec();
    plan(&mut desk, PlanCommand::ArrangeMedia { post: POST, order });
    assert_eq!(pictures(&desk, POST), "в ★б а");
    let swap = PlanCommand::SwapMedia {
        media: MediaId(2),
        hash: "а".to_owned(),
        name: "г".to_owned(),
        bytes: 2,
    };
    plan(&mut desk, swap);
    assert_eq!(pictures(&desk, POST), "в ★г а");
    plan(&mut desk, PlanCommand::Detach { media: MediaId(2) });
    assert_eq!(pictures(&desk, POST), "в а");
    desk.store.undo(desk.now).unwrap();
    assert_eq!(pictures(&desk, POST), "в ★г а");
    plan(&mut desk, cover(Some(1)));
    assert_eq!(pictures(&desk, POST), "в г ★а", "there is one cover");
    plan(&mut desk, cover(None));
    assert_eq!(pictures(&desk, POST), "в г а");
    desk.store.undo(desk.now).unwrap();
    assert_eq!(pictures(&desk, POST), "в г ★а");
    assert_eq!(desk.store.check().unwrap(), []);
}

#[test]
fn a_picture_of_another_post_or_one_taken_off_is_no_cover() {
    let (mut desk, client, channel) = desk();
    let other = post(client, &[channel], None);
    desk.made(&Command::Plan(PlanCommand::AddPost(other)));
    plan(&mut desk, PlanCommand::Detach { media: MediaId(3) });
    for refused in [
        cover(Some(3)),
        cover(Some(99)),
        PlanCommand::ChooseCover {
            post: PostId(2),
            cover: Some(MediaId(1)),
        },
    ] {
        let error = desk.apply(&Command::Plan(refused)).unwrap_err();
        assert!(matches!(error, StoreError::Missing), "{error}");
    }
    assert_eq!(pictures(&desk, POST), "а б");
}

#[test]
fn a_post_of_a_file_brings_them_along() {
    let (mut desk, client, _) = desk();
    let tg = ChannelId(desk.made(&Command::Channel(ChannelCommand::Add(page(client)))));
    let picture = |hash: &str, is_cover| NewMedia {
        hash: hash.to_owned(),
        name: hash.to_owned(),
        bytes: 2,
        alt: String::new(),
        is_cover,
    };
    let brought = crate::domain::command::BroughtPost {
        client_note: "Фото пришлём в среду".to_owned(),
        script: script(),
        shots: "Печь".to_owned(),
        media: vec![picture("а", false), picture("б", true)],
        ..post(client, &[tg], None).into()
    };
    plan(
        &mut desk,
        PlanCommand::AddPosts {
            posts: vec![brought],
            file: "plan.csv".to_owned(),
        },
    );
    let card = card(&desk, PostId(2));
    assert_eq!(card.client_note, "Фото пришлём в среду");
    assert_eq!((card.script, card.shots.as_str()), (script(), "Печь"));
    assert_eq!(pictures(&desk, PostId(2)), "а ★б");
}
