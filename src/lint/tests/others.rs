//! Rules about links, letters, numbers of things, times, and what was said before.

use chrono::{Duration, TimeZone};

use super::{by, pieces, post};
use crate::domain::lint::RuleId;
use crate::lint::{Near, check, likeness, mended, prints};

#[test]
fn links_with_a_slip_in_their_beginning_are_put_right() {
    for (text, right) in [
        (
            "Меню: http:/kolos.example/menu.",
            "Меню: http://kolos.example/menu.",
        ),
        ("https//kolos.example", "https://kolos.example"),
        ("htps://kolos.example", "https://kolos.example"),
        ("https://https://kolos.example", "https://kolos.example"),
        ("(https:/kolos.example)", "(https://kolos.example)"),
    ] {
        let found = by(RuleId::Links, &post(text, &["vk"]));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(mended(text, &found), right);
    }
    for text in [
        "Меню: https:// kolos.example",
        "[меню](https://kolos.example и ещё",
    ] {
        let found = by(RuleId::Links, &post(text, &["vk"]));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].fix, None, "only she knows what was meant");
    }
    for text in [
        "https://kolos.example/a?b=http://c.example",
        "[меню](https://kolos.example), да",
        "протокол http и https",
        "HTTPS://KOLOS.EXAMPLE",
        "и/или, км/ч, 24/7",
    ] {
        assert!(by(RuleId::Links, &post(text, &["vk"])).is_empty(), "{text}");
    }
}

#[test]
fn letters_of_mathematics_become_letters_again() {
    for (text, right) in [
        ("𝗦𝗔𝗟𝗘 −20 %", "SALE −20 %"),
        ("ＳＡＬＥ now", "SALE now"),
        ("𝒽𝑒𝓁𝓁𝑜", "hello"),
    ] {
        let subject = post(text, &["vk"]);
        assert_eq!(mended(text, &by(RuleId::Letters, &subject)), right);
    }
    for text in [
        "E = mc² и x₁, ½ л, ℃, №5, ™",
        "ｶﾀｶﾅ",
        "Đà Nẵng, საფერავი, pääsiäinen",
    ] {
        assert!(
            by(RuleId::Letters, &post(text, &["vk"])).is_empty(),
            "{text}"
        );
    }
}

#[test]
fn hashtags_mentions_and_links_are_counted_where_a_platform_counts_them() {
    let tags = "#хлеб #тартин #казань #утро #кофе #ещё";
    let subject = post(tags, &["instagram", "bluesky"]);
    let found = by(RuleId::TooMany, &subject);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (
            found[0].words.args["n"].as_str(),
            found[0].words.args["max"].as_str()
        ),
        ("6", "5")
    );
    assert_eq!(pieces(RuleId::TooMany, &subject), ["#ещё"]);
    let five = tags.rsplit_once(' ').unwrap().0;
    assert!(by(RuleId::TooMany, &post(five, &["instagram"])).is_empty());
    let numbers = "№1 #1 #2 #3 #4 #5 #6";
    assert!(by(RuleId::TooMany, &post(numbers, &["instagram"])).is_empty());
    let links = "https://a.example ".repeat(6);
    assert_eq!(
        by(RuleId::TooMany, &post(&links, &["threads"]))[0]
            .words
            .key,
        "lint-links-many"
    );
    let names = "@kolos ".repeat(21);
    assert_eq!(
        by(RuleId::TooMany, &post(&names, &["instagram"]))[0]
            .words
            .key,
        "lint-mentions"
    );
}

#[test]
fn links_of_a_campaign_can_be_counted() {
    let mut subject = post(
        "https://kolos.example и https://kolos.example/?utm_source=vk&utm_campaign=osen",
        &["vk"],
    );
    assert!(
        by(RuleId::Utm, &subject).is_empty(),
        "no campaign counts it"
    );
    subject.utm = "osen".to_owned();
    assert_eq!(pieces(RuleId::Utm, &subject), ["https://kolos.example"]);
}

#[test]
fn the_same_words_in_many_places_at_once_are_a_flood() {
    let at = chrono::Utc.with_ymd_and_hms(2026, 11, 25, 6, 0, 0).unwrap();
    let mut subject = post("Хлеб", &["vk", "telegram", "x"]);
    for (outlet, minutes) in subject.texts[0].outlets.iter_mut().zip([0, 10, 20]) {
        outlet.at = Some(at + Duration::minutes(minutes));
    }
    assert_eq!(by(RuleId::AtOnce, &subject).len(), 1);
    subject.texts[0].outlets[2].at = Some(at + Duration::hours(2));
    assert!(
        by(RuleId::AtOnce, &subject).is_empty(),
        "two networks are everyday work"
    );
    subject.texts[0].outlets[1].platform = subject.texts[0].outlets[0].platform;
    assert_eq!(
        by(RuleId::AtOnce, &subject).len(),
        1,
        "two pages of one network are not"
    );
    subject.texts[0].words = " \n".to_owned();
    assert!(
        by(RuleId::AtOnce, &subject).is_empty(),
        "there are no words yet"
    );
}

const BREAD: &str = "Осенний хлеб уже в печи: тартин на закваске, ржаной с тмином и чиабатта с оливками. \
    Приходите к восьми утра, пока корка ещё хрустит, и берите с собой друзей.";

#[test]
fn what_was_said_lately_is_known_again_and_what_is_new_is_not() {
    let again = BREAD.replace("восьми", "девяти");
    assert!(likeness(BREAD, &again) >= 60, "{}", likeness(BREAD, &again));
    let other = "Зимний раф уже в меню: с мёдом, с халвой и с корицей. Приходите после шести вечера, \
        пока горят гирлянды, и берите с собой книгу на целый вечер.";
    assert!(likeness(BREAD, other) < 10);
    let mut subject = post(&again, &["vk"]);
    let before = |words: &str| Near {
        topic: "Хлеб".to_owned(),
        at: subject.now - Duration::days(12),
        words: words.to_owned(),
    };
    let (same, new) = (before(BREAD), before(other));
    subject.near = vec![new.clone(), same];
    let found = by(RuleId::Near, &subject);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (
            found[0].words.args["n"].as_str(),
            found[0].words.args["topic"].as_str()
        ),
        ("12", "Хлеб")
    );
    subject.near = vec![new];
    assert!(check(&subject).is_empty());
}

#[test]
fn nearly_the_same_texts_share_prints_and_short_ones_have_none() {
    let again = BREAD.replace("восьми", "девяти");
    let (one, other) = (prints(BREAD), prints(&again));
    assert!(one.iter().filter(|print| other.contains(print)).count() >= 2);
    assert!(prints("Доброе утро! Мы открыты.").is_empty());
}

#[test]
fn a_day_that_has_passed_is_no_promise_in_any_language() {
    for (text, day) in [
        ("Скидка действует до 20 ноября включительно", "20 ноября"),
        ("Акция до 20.11, успейте!", "20.11"),
        ("Order by November 20 and save", "November 20"),
        ("Open until 20 November.", "20 November."),
        ("Ưu đãi đến 20/11 nhé", "20/11"),
        ("Tarjous voimassa 20.11. asti", "20.11."),
    ] {
        let subject = post(text, &["vk"]);
        let found = pieces(RuleId::Past, &subject);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(
            found[0].trim_end_matches('.') == day.trim_end_matches('.'),
            "{text}: {found:?}"
        );
    }
    for text in [
        "Скидка до 30 ноября",
        "Мы открыты до 20:00, скидка до 20 %, до 5 человек",
        "Основаны 20 ноября 1998 года, до встречи!",
        "Кофе от 150 до 220 рублей, по 20 штук, до 24/7",
        "Order by December 20",
        "Ưu đãi đến 30/11, đến 20 % cho 5 người",
        "Tarjous voimassa 30.11. asti, 20 % asti",
        "საფერავი 20 ნოემბრიდან, 5 ლარამდე",
    ] {
        let found = pieces(RuleId::Past, &post(text, &["vk"]));
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
