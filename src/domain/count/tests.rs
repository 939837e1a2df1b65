//! Counting, checked against numbers taken elsewhere and against its own promises.

mod edges;
mod measured;

use proptest::prelude::*;

use super::*;
use crate::domain::platform::Platforms;

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
    let nothing = standing("", bluesky, false);
    assert_eq!((nothing.unit, nothing.max), (Unit::Grapheme, Some(300)));
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
