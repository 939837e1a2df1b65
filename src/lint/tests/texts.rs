//! Rules that read the text.

use super::{by, pieces, post};
use crate::domain::lint::{RuleId, Severity};
use crate::lint::{check, mended};

/// Ordinary posts in five languages with everything that looks like a mistake and is none.
const FINE: &[&str] = &[
    "iPhone-чехол, COVID-тест и SMM-щик: всё по-русски, витамин C и план B.",
    "Бак на 5 l, 220 V, 10 GB; 5G и Wi-Fi у входа. VKашный мем от IT-шников.",
    "Хлеб из печи в 8:00\n  — ржаной\n  — тартин\n\nЖдём вас!",
    "Ё-моё, «Кофе & Co» на Баумана: капучино XL, чек №5, −20 °C.",
    "Khuyến mãi tháng 11: học phí lớp buổi tối giảm 20 %, đăng ký qua Zalo nhé!",
    "Đặt bàn trước 18 h, tặng cà phê sữa đá cho 2 người.",
    "საფერავი ღვინის ბარში: ორშაბათიდან პარასკევამდე, 19:00. Wi-Fi უფასოა.",
    "Pääsiäisen öljyt -20 %, Hämeenlinnan myymälä avoinna klo 9–18, 5 l astia.",
    "New menu from Monday: café, crème brûlée, naïve art and 5 l of soup.",
    "Пишите на hello@kolos.example или https://kolos.example/хлеб?utm_source=vk",
    "#хлеб #bread @kolos_kzn 👨‍👩‍👧 🇷🇺 1️⃣",
];

#[test]
fn a_text_is_measured_as_it_goes_out_on_its_channel() {
    let over = |words: &str, platform: &str, text_max: usize| {
        let mut post = post(words, &[platform]);
        post.texts[0].outlets[0].text_max = text_max;
        !by(RuleId::OverLimit, &post).is_empty()
    };
    let part = "слово ".repeat(20);
    let chain = format!("{part}\n1/3\n---\n{part}\n2/3\n---\n{part}\n3/3");
    assert!(over(&part.repeat(3), "x", 0));
    assert!(!over(&chain, "x", 0), "each part of a chain fits");
    assert!(over(&part.repeat(6), "mastodon", 0));
    assert!(
        !over(&part.repeat(6), "mastodon", 5_000),
        "her server takes more"
    );
    let tagged = format!("{}\n\n#кофе #казань", "б".repeat(2_195));
    assert!(
        !over(&tagged, "instagram", 0),
        "its hashtags go into the first comment"
    );
}

#[test]
fn ordinary_posts_are_left_alone() {
    for text in FINE {
        let found = check(&post(text, &["vk", "telegram"]));
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn letters_of_another_alphabet_in_a_word_are_found_and_put_right() {
    for (text, found, right) in [
        ("Новaя выпечка", "Новaя", "Новая выпечка"),
        ("Kофе с собой", "Kофе", "Кофе с собой"),
        ("#скидкa на хлеб", "скидкa", "#скидка на хлеб"),
        ("Bread аnd butter", "аnd", "Bread and butter"),
        (
            "мы в «Instаgram» и Telegram",
            "Instаgram",
            "мы в «Instagram» и Telegram",
        ),
        ("Доставка: PАО", "PАО", "Доставка: РАО"),
        ("Kahvi on hyväа", "hyväа", "Kahvi on hyväa"),
    ] {
        let subject = post(text, &["vk"]);
        assert_eq!(pieces(RuleId::Alphabets, &subject), [found], "{text}");
        assert_eq!(mended(text, &check(&subject)), right);
    }
    // An address is not a word, whatever it is made of.
    for text in ["https://kоlos.example", "пишите @kоlos"] {
        assert!(
            by(RuleId::Alphabets, &post(text, &["vk"])).is_empty(),
            "{text}"
        );
    }
}

#[test]
fn double_spaces_become_one_and_how_a_line_begins_stays() {
    for (text, right) in [
        ("Хлеб  из печи", "Хлеб из печи"),
        (
            "  — ржаной   и  белый  \n  — тартин",
            "  — ржаной и белый  \n  — тартин",
        ),
        ("100\u{a0} ₽", "100\u{a0}₽"),
        ("Học  phí", "Học phí"),
    ] {
        let subject = post(text, &["vk"]);
        let found = by(RuleId::Spaces, &subject);
        assert!(found.iter().all(|it| it.severity == Severity::Hint));
        assert_eq!(mended(text, &found), right, "{text}");
    }
}

#[test]
fn words_to_avoid_are_found_bent_and_without_accents_but_not_inside_others() {
    for (word, text, found) in [
        (
            "скидк",
            "Большие СКИДКИ: скидка на всё",
            &["СКИДКИ", "скидка"][..],
        ),
        ("рак", "Ракета из бракованных деталей, рак", &["рак"]),
        ("дёшево", "Очень дешево!", &["дешево"]),
        (
            "cheap",
            "Cheap, cheaper, the cheapest",
            &["Cheap", "cheaper", "cheapest"],
        ),
        ("giảm giá", "Đang GIẢM GIÁ lớn", &["GIẢM GIÁ"]),
        ("ფასდაკლება", "დიდი ფასდაკლება დღეს", &["ფასდაკლება"]),
        ("alennus", "Suuri alennus, alennuksia", &["alennus"]),
        ("лучший в городе", "Мы лучшие!", &[]),
    ] {
        let mut subject = post(text, &["vk"]);
        subject.avoid = vec![word.to_owned()];
        let pieces: Vec<String> = pieces(RuleId::Avoid, &subject);
        let begins: Vec<bool> = found
            .iter()
            .zip(&pieces)
            .map(|(whole, piece)| whole.starts_with(piece.as_str()))
            .collect();
        assert_eq!(pieces.len(), found.len(), "{word}: {pieces:?}");
        assert!(begins.iter().all(|it| *it), "{word}: {pieces:?}");
    }
}

#[test]
fn one_sign_over_the_limit_is_too_much() {
    for (platform, max) in [
        ("x", 280),
        ("bluesky", 300),
        ("threads", 500),
        ("telegram", 4096),
    ] {
        let fits = "ж".repeat(max);
        let fits = if platform == "x" {
            "z".repeat(max)
        } else {
            fits
        };
        assert!(
            by(RuleId::OverLimit, &post(&fits, &[platform])).is_empty(),
            "{platform}"
        );
        let over = format!("{fits}z");
        let found = by(RuleId::OverLimit, &post(&over, &[platform]));
        assert_eq!(found.len(), 1, "{platform}");
        assert_eq!(found[0].words.args["n"], "1");
        assert_eq!(found[0].place.range, Some(fits.len()..over.len()));
        assert_eq!(found[0].severity, Severity::Blocking);
    }
}

#[test]
fn a_rule_that_is_off_says_nothing() {
    let mut subject = post("Хлеб  из печи", &["vk"]);
    subject.off = vec![RuleId::Spaces];
    assert_eq!(check(&subject), []);
}
