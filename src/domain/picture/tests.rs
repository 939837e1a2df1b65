//! What each platform refuses, one rule after the other, and what it does not.

use super::{Doubt, Facts, Kind, Piece, Refusal, refusals};
use crate::domain::platform::{Platform, Platforms};
use crate::domain::post::Format;

fn platform(id: &str) -> &'static Platform {
    Platforms::builtin().by_id(id).unwrap()
}

fn piece(kind: Kind, size: (u32, u32), bytes: u64) -> Piece {
    Piece {
        facts: Some(Facts {
            kind,
            size: Some(size),
            seconds: None,
        }),
        bytes,
        alt_chars: 0,
    }
}

fn film(kind: Kind, seconds: u32, bytes: u64) -> Piece {
    Piece {
        facts: Some(Facts {
            kind,
            size: Some((1080, 1920)),
            seconds: Some(seconds),
        }),
        bytes,
        alt_chars: 0,
    }
}

fn photo() -> Piece {
    piece(Kind::Jpeg, (1080, 1080), 500_000)
}

/// The keys of what is refused.
fn keys(id: &str, format: Format, pieces: &[Piece]) -> Vec<String> {
    let found = refusals(platform(id), format, pieces).into_iter();
    found.map(|it| it.why.key).collect()
}

#[test]
fn a_usual_photo_goes_everywhere() {
    for platform in Platforms::builtin().iter() {
        if platform.is_postable() && platform.id != "pinterest" {
            let found = refusals(platform, Format::Photo, &[photo()]);
            assert_eq!(found, [], "{}", platform.id);
        }
    }
}

#[test]
fn each_rule_refuses_one_step_beyond_it_and_not_at_it() {
    let heavy = |bytes| piece(Kind::Png, (1000, 1000), bytes);
    let tg = |w, h| piece(Kind::Jpeg, (w, h), 1_000);
    let wide = |w, h| piece(Kind::Jpeg, (w, h), 1_000);
    let told = |n| Piece {
        alt_chars: n,
        ..photo()
    };
    let cases: [(&str, Format, Piece, Option<&str>); 18] = [
        ("x", Format::Photo, heavy(5_000_000), None),
        ("x", Format::Photo, heavy(5_000_001), Some("refused-heavy")),
        (
            "x",
            Format::Photo,
            piece(Kind::Gif, (9, 9), 15_000_000),
            None,
        ),
        (
            "x",
            Format::Photo,
            piece(Kind::Gif, (9, 9), 15_000_001),
            Some("refused-heavy"),
        ),
        (
            "x",
            Format::Photo,
            piece(Kind::Heic, (9, 9), 1),
            Some("refused-kind"),
        ),
        (
            "x",
            Format::Photo,
            piece(Kind::Pdf, (9, 9), 1),
            Some("refused-document"),
        ),
        ("linkedin", Format::Photo, piece(Kind::Pdf, (9, 9), 1), None),
        ("x", Format::Video, film(Kind::Mp4, 140, 1), None),
        (
            "x",
            Format::Video,
            film(Kind::Mp4, 141, 1),
            Some("refused-long"),
        ),
        (
            "facebook",
            Format::Short,
            film(Kind::Mp4, 2, 1),
            Some("refused-short"),
        ),
        ("telegram", Format::Photo, tg(6_000, 4_000), None),
        (
            "telegram",
            Format::Photo,
            tg(6_000, 4_001),
            Some("refused-large"),
        ),
        ("telegram", Format::Photo, tg(2_000, 100), None),
        (
            "telegram",
            Format::Photo,
            tg(2_001, 100),
            Some("refused-stripe"),
        ),
        ("instagram", Format::Photo, wide(1_910, 1_000), None),
        (
            "instagram",
            Format::Photo,
            wide(2_000, 1_000),
            Some("refused-ratio"),
        ),
        ("pinterest", Format::Text, told(500), None),
        (
            "pinterest",
            Format::Text,
            told(501),
            Some("refused-alt-long"),
        ),
    ];
    for (id, format, piece, wanted) in cases {
        let found = keys(id, format, &[piece]);
        assert_eq!(found.first().map(String::as_str), wanted, "{id} {piece:?}");
        assert!(found.len() <= 1, "{id} {found:?}");
    }
}

#[test]
fn pieces_are_counted_together_and_apart() {
    let short = film(Kind::Mp4, 20, 1);
    assert_eq!(keys("x", Format::Photo, &[photo(); 4]), [""; 0]);
    assert_eq!(
        keys("x", Format::Photo, &[photo(); 5]),
        ["refused-many-pictures"]
    );
    assert_eq!(
        keys("x", Format::Video, &[short; 2]),
        ["refused-many-films"]
    );
    assert_eq!(
        keys("x", Format::Video, &[photo(), short]),
        ["refused-mixed"]
    );
    assert_eq!(keys("instagram", Format::Text, &[]), ["lack-either"]);
    assert_eq!(
        keys("vk", Format::Carousel, &[photo()]),
        ["lack-pictures-more"]
    );
    assert_eq!(keys("vk", Format::Text, &[]), [""; 0]);
}

#[test]
fn a_refusal_says_which_piece_and_how_sure_it_is() {
    let png = piece(Kind::Png, (1080, 1080), 9_000_000);
    let found = refusals(platform("instagram"), Format::Photo, &[photo(), png]);
    let said = |it: &Refusal| (it.why.key.clone(), it.place, it.doubt);
    let said: Vec<_> = found.iter().map(said).collect();
    let by_program = Some(Doubt::ByProgram);
    assert_eq!(
        said,
        [
            ("refused-kind".to_owned(), Some(1), by_program),
            ("refused-heavy".to_owned(), Some(1), by_program),
        ]
    );
    let weight = &found[1].why.args;
    assert_eq!((&*weight["has"], &*weight["has_tenth"]), ("9", "0"));
    // A lying picture of a story is shown between bars; nobody refuses it.
    let lying = piece(Kind::Jpeg, (1920, 1080), 1);
    let found = refusals(platform("vk"), Format::Story, &[lying]);
    assert_eq!(found[0].doubt, Some(Doubt::Cut));
    let told = refusals(
        platform("mastodon"),
        Format::Video,
        &[film(Kind::Mp4, 9, 1); 2],
    );
    assert_eq!(told[0].doubt, Some(Doubt::Memory));
}

#[test]
fn what_nobody_has_looked_at_is_only_counted_and_what_nobody_knows_is_said() {
    let unseen = Piece {
        facts: None,
        bytes: u64::MAX,
        alt_chars: 0,
    };
    assert_eq!(keys("x", Format::Photo, &[unseen]), [""; 0]);
    let odd = Piece {
        facts: Some(Facts::UNKNOWN),
        ..unseen
    };
    assert_eq!(keys("vk", Format::Photo, &[odd]), ["refused-kind-unknown"]);
    let broken = Piece {
        facts: Some(Facts {
            kind: Kind::Jpeg,
            ..Facts::UNKNOWN
        }),
        bytes: 1,
        alt_chars: 0,
    };
    assert_eq!(keys("vk", Format::Photo, &[broken]), ["refused-broken"]);
}

#[test]
fn a_name_that_lies_is_noticed() {
    let png = Facts {
        kind: Kind::Png,
        ..Facts::UNKNOWN
    };
    assert!(png.belies("сырники.JPG"));
    assert!(!png.belies("сырники.png"));
    assert!(!png.belies("сырники"));
    assert!(!png.belies("сырники.xyz"));
    assert!(!Facts::UNKNOWN.belies("сырники.jpg"));
    for kind in Kind::ALL {
        assert_eq!(Kind::from_word(kind.word()), kind);
        assert_eq!(Kind::said_by(&format!("a.{}", kind.word())), Some(kind));
    }
}
