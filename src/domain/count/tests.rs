//! Counting, checked against numbers taken elsewhere and against its own promises.

use proptest::prelude::*;

use super::*;
use crate::domain::platform::Platforms;

/// A text with its length in code points, UTF-16 units, bytes, graphemes, and on X, Mastodon, Threads and LinkedIn.
/// X was taken from twitter-text 3.1.0, graphemes from another implementation, the rest from the rules.
type Vector = (&'static str, [usize; 8]);

#[rustfmt::skip]
const VECTORS: [Vector; 19] = [
    ("Hello, world!", [13, 13, 13, 13, 13, 13, 13, 13]),
    ("Скидка 20% до пятницы — приходите!", [34, 34, 60, 34, 34, 34, 34, 34]),
    ("«Ёлки» и №1", [11, 11, 20, 11, 12, 11, 11, 11]),
    ("Chúc mừng năm mới! Tiếng Việt có dấu.", [37, 37, 50, 37, 42, 37, 37, 37]),
    ("Chu\u{301}c mu\u{31b}\u{300}ng na\u{306}m mo\u{31b}\u{301}i! Tie\u{302}\u{301}ng Vie\u{323}\u{302}t co\u{301} da\u{302}\u{301}u.",
        [50, 50, 63, 37, 42, 37, 50, 50]),
    ("გილოცავთ ახალ წელს!", [19, 19, 51, 19, 19, 19, 19, 19]),
    ("ᲗᲑᲘᲚᲘᲡᲘ", [7, 7, 21, 7, 14, 7, 7, 7]),
    ("Hyvää päivää, ystävät!", [22, 22, 29, 22, 22, 22, 22, 22]),
    ("Старт \u{1f680}", [7, 8, 15, 7, 8, 7, 10, 7]),
    ("Семья \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}", [13, 17, 36, 7, 8, 7, 31, 13]),
    ("Ок \u{1f44d}\u{1f3fd}", [5, 7, 13, 4, 5, 4, 11, 5]),
    ("\u{1f1fb}\u{1f1f3}\u{1f1ec}\u{1f1ea}\u{1f1eb}\u{1f1ee}", [6, 12, 24, 3, 6, 3, 24, 6]),
    ("1\u{fe0f}\u{20e3} шаг", [7, 7, 14, 5, 6, 5, 11, 7]),
    ("Читать: https://example.com/a/very/long/path?utm_source=vk&utm_medium=social&utm_campaign=spring_2027",
        [101, 101, 107, 101, 31, 31, 101, 105]),
    ("Сайт example.com тут", [20, 20, 27, 20, 32, 20, 20, 20]),
    ("Привет @alice@example.social и @bob", [35, 35, 42, 35, 35, 20, 35, 38]),
    ("#спецпредложение #SMM_2027", [26, 26, 41, 26, 26, 26, 26, 29]),
    ("a\r\nb\nc", [6, 6, 6, 5, 6, 5, 6, 6]),
    ("\u{1d5e6}\u{1d5d4}\u{1d5df}\u{1d5d8} сегодня", [12, 16, 31, 12, 16, 12, 12, 12]),
];

const UNITS: [Unit; 8] = [
    Unit::Codepoint,
    Unit::Utf16,
    Unit::Byte,
    Unit::Grapheme,
    Unit::XWeighted,
    Unit::Mastodon,
    Unit::Threads,
    Unit::LinkedinEscaped,
];

#[test]
fn every_unit_counts_as_its_platform_does() {
    for (text, lengths) in VECTORS {
        for (unit, length) in UNITS.into_iter().zip(lengths) {
            assert_eq!(count(text, unit), length, "{unit:?}: {text}");
        }
        assert_eq!(
            count(text, Unit::Unknown),
            lengths[0].max(lengths[1]),
            "{text}"
        );
    }
}

#[test]
fn signs_that_look_small_are_dear_on_x() {
    for (text, length) in [
        ("№€₽…•→", 12),
        ("— – « » “ ”", 11),
        ("©®", 2),
        ("❤❤\u{fe0f}", 4),
        ("Ёё", 2),
    ] {
        assert_eq!(count(text, Unit::XWeighted), length, "{text}");
    }
}

#[test]
fn links_on_x_cost_what_twitter_text_says() {
    for (text, length) in [
        ("t.me/kolos»вышли.kolos.ru.", 54),
        ("«kolos.ru», me@kolos.ru", 38),
        ("кафе.рф и https://кафе.рф/чай…", 35),
        ("example.com?x=1", 27),
        ("Node.js и README.md", 33),
    ] {
        assert_eq!(count(text, Unit::XWeighted), length, "{text}");
    }
}

#[test]
fn an_instance_counts_only_the_name_of_a_far_person() {
    for (text, length) in [
        ("@lampo@mastodon.social", 6),
        ("@lampo@mastodon.social.", 7),
        ("me@lampo@mastodon.social", 24),
        ("https://mastodon.social/@lampo@example.social", 23),
        ("@lampo @example", 15),
    ] {
        assert_eq!(count(text, Unit::Mastodon), length, "{text}");
    }
}

#[test]
fn every_platform_takes_its_limit_and_not_one_more() {
    let mut seen = 0;
    for platform in Platforms::builtin() {
        for has_media in [false, true] {
            for limit in platform.text_limits(has_media) {
                seen += 1;
                let full = "ж".repeat(if limit.unit == Unit::Byte {
                    0
                } else {
                    limit.max
                });
                let full = if limit.unit == Unit::Byte {
                    "w".repeat(limit.max)
                } else {
                    full
                };
                let over = format!("{full}w");
                let short = &full[..full.len() - full.chars().next_back().unwrap().len_utf8()];
                for (text, used, is_over) in [
                    (short, limit.max - 1, false),
                    (&*full, limit.max, false),
                    (&*over, limit.max + 1, true),
                ] {
                    let found = limit.standing(text);
                    assert_eq!(
                        (found.used, found.over),
                        (used, is_over),
                        "{} {limit:?}",
                        platform.id
                    );
                    assert_eq!(
                        over_limit_tail(text, &limit).is_some(),
                        is_over,
                        "{}",
                        platform.id
                    );
                }
                assert_eq!(
                    over_limit_tail(&over, &limit),
                    Some(full.len()),
                    "{}",
                    platform.id
                );
                assert!(
                    limit.standing(&full).warn && !limit.standing("w").warn,
                    "{}",
                    platform.id
                );
            }
        }
    }
    assert!(seen >= 38, "only {seen} limits were looked at");
}

#[test]
fn pictures_shorten_what_telegram_takes() {
    let telegram = Platforms::builtin().by_id("telegram").unwrap();
    let text = "ж".repeat(1_025);
    assert!(!standing(&text, telegram, false).over);
    let with_picture = standing(&text, telegram, true);
    assert_eq!(
        (with_picture.used, with_picture.max, with_picture.over),
        (1_025, Some(1_024), true)
    );
    assert!(!standing(&"\u{1f600}".repeat(4_096), telegram, false).over);
}

#[test]
fn the_limit_that_presses_most_is_shown() {
    let bluesky = Platforms::builtin().by_id("bluesky").unwrap();
    let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}".repeat(121);
    let found = standing(&family, bluesky, false);
    assert_eq!(
        (found.unit, found.used, found.over),
        (Unit::Byte, 121 * 25, true)
    );
    let words = standing(&"w".repeat(299), bluesky, false);
    assert_eq!(
        (words.unit, words.used, words.over, words.warn),
        (Unit::Grapheme, 299, false, true)
    );
}

#[test]
fn a_platform_without_a_limit_still_counts() {
    let ok = Platforms::builtin().by_id("ok").unwrap();
    let found = standing("Привет", ok, true);
    assert_eq!(
        (found.used, found.max, found.over, found.warn),
        (6, None, false, false)
    );
}

#[test]
fn a_text_pasted_in_pieces_is_counted_composed() {
    let vk = Platforms::builtin().by_id("vk").unwrap();
    assert_eq!(standing("й и\u{306}", vk, false).used, 3);
    assert_eq!(standing("Tie\u{302}\u{301}ng", vk, false).used, 5);
}

#[test]
fn the_tail_begins_between_whole_things() {
    let x = |max| Limit::new(max, Unit::XWeighted);
    let text = "Сайт example.com тут";
    assert_eq!(over_limit_tail(text, &x(32)), None);
    assert_eq!(over_limit_tail(text, &x(31)), Some(text.len() - "т".len()));
    assert_eq!(
        over_limit_tail(text, &x(27)),
        Some("Сайт ".len()),
        "a link is not torn"
    );
    let family = "ab\u{1f468}\u{200d}\u{1f469}c";
    assert_eq!(
        over_limit_tail(family, &Limit::new(3, Unit::Codepoint)),
        Some(2)
    );
    assert_eq!(over_limit_tail("abc", &Limit::new(0, Unit::Byte)), Some(0));
}

fn hostile() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "https://",
        "http://a.ru",
        "kolos.ru/(",
        "a.com",
        "@bob@x.social",
        "@",
        "#",
        ".",
        "..",
        "/",
        "?",
        "(",
        ")",
        "xn--",
        "\u{200d}",
        "\u{fe0f}",
        "\u{20e3}",
        "1",
        "\u{1f468}",
        "\u{1f1fb}",
        "\u{301}",
        "\u{600}",
        "\r\n",
        "ё",
        "ế",
        "_",
        "-",
        ":80",
        "\u{202e}",
        "\0",
        "\u{1b}[2J",
        "\u{feff}",
        " ",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(words, 0..40).prop_map(|words| words.concat()),
    ]
}

proptest! {
    #[test]
    fn hostile_text_is_counted_and_cut_without_a_crash(text in hostile(), max in 0_usize..60) {
        for unit in UNITS.into_iter().chain([Unit::Unknown]) {
            let limit = Limit::new(max, unit);
            let used = count(&text, unit);
            prop_assert_eq!(piece::pieces(&text, unit).map(|piece| piece.cost).sum::<usize>(), used);
            let tail = over_limit_tail(&text, &limit);
            prop_assert_eq!(tail.is_some(), used > max);
            if let Some(tail) = tail {
                prop_assert!(tail == 0 || text.grapheme_indices(true).any(|(at, _)| at == tail));
                if !matches!(unit, Unit::XWeighted | Unit::Mastodon) {
                    prop_assert!(count(&text[..tail], unit) <= max);
                }
            }
        }
        for platform in Platforms::builtin() {
            standing(&text, platform, true);
        }
    }
}
