//! The rule of pictures says what the window of pictures says: the same reasons, heavy only where they are certain.

use std::collections::BTreeSet;

use super::{by, picture, post};
use crate::domain::ids::VariantId;
use crate::domain::lint::{RuleId, Severity};
use crate::domain::picture::{Doubt, Facts, Kind, Refusal, refusals};
use crate::domain::platform::Platforms;
use crate::domain::post::Format;
use crate::lint::{Picture, Subject, blocking, check};
use crate::locale::{Lang, Locale};

/// A picture or film of which this is known.
fn known(kind: Kind, size: Option<(u32, u32)>, seconds: Option<u32>, bytes: u64) -> Picture {
    Picture {
        bytes,
        facts: Some(Facts {
            kind,
            size,
            seconds,
        }),
        ..picture("хлеб")
    }
}

/// Pieces that one platform or another refuses for every reason there is, and some that all take.
fn pieces() -> Vec<Vec<Picture>> {
    let still = |kind, size, bytes| known(kind, Some(size), None, bytes);
    let photo = || still(Kind::Jpeg, (1_080, 1_080), 500_000);
    let film = |seconds| known(Kind::Mp4, Some((1_080, 1_920)), Some(seconds), 1_000);
    let told = Picture {
        alt: "ж".repeat(1_001),
        ..photo()
    };
    vec![
        vec![],
        vec![photo()],
        vec![photo(); 21],
        vec![photo(), film(20)],
        vec![film(20); 12],
        vec![still(Kind::Gif, (500, 500), 16_000_000); 5],
        vec![still(Kind::Heic, (1_000, 1_000), 1)],
        vec![known(Kind::Pdf, None, None, 1)],
        vec![known(Kind::Unknown, None, None, 1)],
        vec![known(Kind::Jpeg, None, None, 1)],
        vec![still(Kind::Png, (6_000, 4_001), 90_000_000)],
        vec![still(Kind::Jpeg, (2_600, 100), 1_000)],
        vec![still(Kind::Jpeg, (100, 100), 1_000)],
        vec![film(1)],
        vec![film(100_000)],
        vec![told],
        vec![picture("хлеб"); 5],
    ]
}

fn with(media: &[Picture], platforms: &[&str], format: Format) -> Subject {
    let mut subject = post("Хлеб", platforms);
    subject.media = media.to_vec();
    subject.format = format;
    subject
}

#[test]
fn whatever_the_window_says_the_rule_says_and_blocks_where_it_is_certain() {
    let mut said: BTreeSet<String> = BTreeSet::new();
    for platform in Platforms::builtin().iter().filter(|it| it.is_postable()) {
        for media in pieces() {
            for format in [Format::Photo, Format::Video, Format::Short, Format::Story] {
                let subject = with(&media, &[&platform.id], format);
                let all: Vec<_> = media.iter().map(Picture::piece).collect();
                let window: Vec<Refusal> = refusals(platform, format, &all);
                let sentence = |it: &Refusal| {
                    let name = it.place.map(|at| media[at].name.as_str());
                    it.words(&platform.code, name)
                };
                let found = check(&subject);
                for refusal in &window {
                    said.insert(refusal.why.key.clone());
                    let same = found.iter().find(|it| it.words == sentence(refusal));
                    let same = same.unwrap_or_else(|| panic!("{refusal:?} of {}", platform.id));
                    let blocks = refusal.doubt.is_none();
                    assert_eq!(same.blocks(VariantId(1)), blocks, "{refusal:?}");
                }
                let pictures = found.iter().filter(|it| it.rule == RuleId::Media);
                let meant = window.iter().filter(|it| !it.is_lack);
                assert_eq!(
                    pictures.count(),
                    meant.count(),
                    "{} {format:?}",
                    platform.id
                );
            }
        }
    }
    // Every reason that is written down was met.
    let file = include_str!("../../../assets/locale/en/media.ftl");
    let keys = file
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|it| it.0);
    let helping = [
        "refused-this",
        "refused-here",
        "refused-file",
        "refused-doubt",
    ];
    let reasons: BTreeSet<String> = keys
        .filter(|key| key.starts_with("refused-") && !helping.contains(key))
        .map(str::to_owned)
        .collect();
    let met: BTreeSet<String> = said
        .into_iter()
        .filter(|it| it.starts_with("refused-"))
        .collect();
    assert_eq!(met, reasons);
}

#[test]
fn every_refusal_is_a_whole_sentence_in_both_languages_and_names_the_file() {
    for lang in [Lang::En, Lang::Ru] {
        let locale = Locale::new(lang);
        for media in pieces() {
            let all: Vec<_> = media.iter().map(Picture::piece).collect();
            for platform in Platforms::builtin() {
                for refusal in refusals(platform, Format::Short, &all) {
                    for name in [None, Some("хлеб.jpg")] {
                        let words = locale.words(&refusal.words("IG X", name));
                        assert!(words.starts_with("IG X: "), "{words}");
                        let torn = ["{", "}", "  ", " ,", " ;", "refused"];
                        assert!(!torn.iter().any(|it| words.contains(it)), "{words}");
                        assert!(!words.ends_with(['·', ' ']), "{words}");
                    }
                }
            }
        }
    }
    let heic = with(
        &[known(Kind::Heic, Some((900, 900)), None, 1)],
        &["x", "instagram"],
        Format::Photo,
    );
    let said = |lang| -> Vec<String> {
        let found = by(RuleId::Media, &heic);
        found
            .iter()
            .map(|it| Locale::new(lang).words(&it.words))
            .collect()
    };
    assert_eq!(
        said(Lang::En),
        [
            "X: takes JPEG, PNG, GIF, WebP; “fair.jpg” is HEIC",
            "IG: takes JPEG; “fair.jpg” is HEIC · by program; by hand it may pass",
        ]
    );
    assert_eq!(
        said(Lang::Ru)[1],
        "IG: берёт JPEG, а «fair.jpg» — HEIC · для программ; вручную может пройти"
    );
}

#[test]
fn what_nobody_has_looked_at_blocks_nothing() {
    let unseen = Picture {
        bytes: u64::MAX,
        ..picture("хлеб")
    };
    for platform in Platforms::builtin().iter().filter(|it| it.is_postable()) {
        let many = with(&vec![unseen.clone(); 30], &[&platform.id], Format::Photo);
        assert_eq!(blocking(&many), [], "{}", platform.id);
        for found in by(RuleId::Media, &many) {
            assert_eq!(found.severity, Severity::Warning);
            assert_eq!(found.words.args["doubt"], Doubt::Unread.word(), "{found:?}");
        }
    }
}

#[test]
fn channels_that_refuse_for_one_reason_are_one_finding() {
    let subject = with(&[], &["instagram", "vk", "instagram"], Format::Text);
    let found = by(RuleId::NoMedia, &subject);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].words.args["codes"], "IG");
    assert_eq!(found[0].place.about, [VariantId(1), VariantId(3)]);
}

#[test]
fn the_short_look_finds_exactly_what_blocks() {
    for media in pieces() {
        let mut subject = with(&media, &["x", "instagram", "telegram"], Format::Photo);
        subject.texts[0].words = "Kофе  ".repeat(900);
        let mut all = check(&subject);
        all.retain(|it| it.severity == Severity::Blocking);
        assert!(!all.is_empty());
        assert_eq!(blocking(&subject), all);
    }
}
