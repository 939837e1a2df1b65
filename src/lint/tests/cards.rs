//! Rules that look at the card and the pictures.

use super::{by, picture, post};
use crate::domain::ids::VariantId;
use crate::domain::lint::{Ad, RuleId, Severity};
use crate::domain::post::Format;
use crate::lint::{check, mended};

#[test]
fn a_place_that_takes_no_words_alone_wants_a_picture() {
    let mut subject = post("Хлеб", &["vk", "instagram"]);
    let found = by(RuleId::NoMedia, &subject);
    assert_eq!(found.len(), 1);
    assert!(found[0].blocks(VariantId(2)) && !found[0].blocks(VariantId(1)));
    subject.media = vec![picture("Хлеб")];
    assert_eq!(check(&subject), []);
    // Where only the format wants it, she is told and no more.
    let mut photo = post("Хлеб", &["vk"]);
    photo.format = Format::Photo;
    assert_eq!(by(RuleId::NoMedia, &photo)[0].severity, Severity::Warning);
}

#[test]
fn pictures_are_described_where_somebody_reads_it_out() {
    let mut subject = post("Хлеб", &["vk", "mastodon"]);
    subject.media = vec![picture("Хлеб"), picture(" ")];
    let found = by(RuleId::NoAlt, &subject);
    assert_eq!(found[0].words.args["n"], "1");
    assert_eq!(found[0].place.about, [VariantId(2)]);
    assert!(by(RuleId::NoAlt, &post("Хлеб", &["mastodon"])).is_empty());
}

fn ad(text: &str, platforms: &[&str]) -> crate::lint::Subject {
    let mut subject = post(text, platforms);
    subject.ad = Ad {
        is_ad: true,
        advertiser: "ООО «Колос»".to_owned(),
        erid: "2VtzqwXyZ1".to_owned(),
    };
    subject
}

#[test]
fn an_advertisement_says_that_it_is_one_and_the_line_can_be_put_there() {
    let marked = "Хлеб.\n\nРеклама. ООО «Колос». erid: 2VtzqwXyZ1";
    assert_eq!(check(&ad(marked, &["vk"])), []);
    let bare = ad("Хлеб.", &["vk"]);
    let found = check(&bare);
    assert_eq!(found.len(), 1);
    assert!(found[0].blocks(VariantId(1)));
    assert_eq!(mended("Хлеб.", &found), marked);
}

#[test]
fn what_the_card_lacks_is_said_before_anything_is_put_there() {
    let mut subject = ad("Реклама.", &["vk"]);
    subject.ad.erid = String::new();
    subject.ad.advertiser = String::new();
    let keys: Vec<String> = check(&subject).into_iter().map(|it| it.words.key).collect();
    assert_eq!(keys, ["lint-ad-advertiser", "lint-ad-erid"]);
    let mut russian_letters = ad("Реклама. ООО «Колос». erid: 2Vtzо", &["vk"]);
    russian_letters.ad.erid = "2Vtzо".to_owned();
    assert_eq!(check(&russian_letters)[0].words.key, "lint-ad-erid-unsound");
}

#[test]
fn advertising_on_blocked_places_is_refused_and_on_telegram_doubtful() {
    let marked = "Хлеб.\n\nРеклама. ООО «Колос». erid: 2VtzqwXyZ1";
    let mut subject = ad(marked, &["vk", "facebook", "telegram"]);
    let found = check(&subject);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].blocks(VariantId(2)) && !found[0].blocks(VariantId(1)));
    assert_eq!(found[1].severity, Severity::Warning);
    subject.languages = vec!["fi".to_owned()];
    assert_eq!(check(&subject), [], "Russian law is for Russian readers");
}

#[test]
fn a_post_that_is_no_advertisement_is_never_asked_for_a_mark() {
    let subject = post(
        "Купите хлеб! Реклама двигатель торговли.",
        &["vk", "facebook"],
    );
    assert_eq!(by(RuleId::Ad, &subject), []);
}
