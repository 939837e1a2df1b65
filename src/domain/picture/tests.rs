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
    for platform in Platforms::builtin() {
        if platform.is_postable() && platform.id != "pinterest" {
            let found = refusals(platform, Format::Photo, &[photo()]);
            assert_eq!(found, [], "{}", platform.id);
        }
    }
}

/// What one piece alone is refused for; an empty key for nothing.
#[track_caller]
fn refused_for(id: &str, format: Format, piece: Piece, wanted: &str) {
    let found = keys(id, format, &[piece]);
    assert_eq!(found.join(" "), wanted, "{id} {piece:?}");
}

#[test]
fn what_weighs_too_much_or_is_of_another_kind_is_refused_one_step_beyond_the_rule() {
    let on = |id, piece, wanted| refused_for(id, Format::Photo, piece, wanted);
    let weighs = |kind, bytes| piece(kind, (1000, 1000), bytes);
    on("x", weighs(Kind::Png, 5_000_000), "");
    on("x", weighs(Kind::Png, 5_000_001), "refused-heavy");
    on("x", weighs(Kind::Gif, 15_000_000), "");
    on("x", weighs(Kind::Gif, 15_000_001), "refused-heavy");
    on("x", weighs(Kind::Heic, 1), "refused-kind");
    on("x", weighs(Kind::Pdf, 1), "refused-document");
    on("linkedin", weighs(Kind::Pdf, 1), "");
}

#[test]
fn what_is_too_large_too_long_or_of_another_shape_is_refused_one_step_beyond_the_rule() {
    let on = |id, size, wanted| {
        refused_for(id, Format::Photo, piece(Kind::Jpeg, size, 1_000), wanted);
    };
    on("telegram", (6_000, 4_000), "");
    on("telegram", (6_000, 4_001), "refused-large");
    on("telegram", (2_000, 100), "");
    on("telegram", (2_001, 100), "refused-stripe");
    on("instagram", (1_910, 1_000), "");
    on("instagram", (2_000, 1_000), "refused-ratio");
    let lasts = |seconds| film(Kind::Mp4, seconds, 1);
    refused_for("x", Format::Video, lasts(140), "");
    refused_for("x", Format::Video, lasts(141), "refused-long");
    refused_for("facebook", Format::Short, lasts(2), "refused-short");
    let told = |alt_chars| Piece {
        alt_chars,
        ..photo()
    };
    refused_for("pinterest", Format::Text, told(500), "");
    refused_for("pinterest", Format::Text, told(501), "refused-alt-long");
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
    assert_eq!(keys("instagram", Format::Text, &[]), ["refused-no-media"]);
    // A carousel of one picture is an unfinished plan, but nobody refuses it.
    assert_eq!(keys("vk", Format::Carousel, &[photo()]), [""; 0]);
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
