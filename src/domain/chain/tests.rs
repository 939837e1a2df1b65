//! A chain is cut where a reader would cut it, every part fits, and joined again it is the text it was.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::seams::Break;
use super::*;
use crate::domain::count::{hosts, links};
use crate::domain::platform::Platforms;

fn platform(id: &str) -> &'static Platform {
    Platforms::builtin().by_id(id).unwrap()
}

/// A platform of X's way of counting that takes so much.
fn short(max: usize) -> Platform {
    platform("x").with_longest_text(max)
}

fn is_cut(text: &str, max: usize) -> Vec<String> {
    let chain = cut(text, &short(max), false).unwrap();
    parts(&chain).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_text_is_cut_at_paragraphs_before_sentences_before_words() {
    let text = "Первый абзац. Он короткий.\n\nВторой абзац. Он длиннее первого.";
    assert_eq!(
        is_cut(text, 40),
        [
            "Первый абзац. Он короткий.\n1/2",
            "Второй абзац. Он длиннее первого.\n2/2"
        ]
    );
    assert_eq!(
        is_cut("Пекарня открыта. Приходите за хлебом!", 30),
        ["Пекарня открыта.\n1/2", "Приходите за хлебом!\n2/2"]
    );
    assert_eq!(
        is_cut("пекарня открыта каждый день с восьми", 23),
        ["пекарня открыта\n1/3", "каждый день с\n2/3", "восьми\n3/3"].map(str::to_owned)
    );
    assert_eq!(
        is_cut(&"ж".repeat(20), 14),
        [
            format!("{}\n1/2", "ж".repeat(10)),
            format!("{}\n2/2", "ж".repeat(10))
        ]
    );
}

/// The sentences a text is made of, as far as it would be cut at them.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for seam in seams::seams(text)
        .iter()
        .filter(|seam| seam.kind >= Break::Sentence)
    {
        found.push(&text[start..seam.at]);
        start = seam.next;
    }
    found.push(&text[start..]);
    found
}

#[test]
fn a_full_stop_does_not_always_end_a_sentence() {
    for wanted in [
        &["Хлеб, булки и т. д. есть всегда.", "Приходите!"][..],
        &["Работаем с 2015 г. и до сих пор.", "«Колос» вас ждёт."],
        &[
            "We bake rye, e.g. Borodinsky, every day.",
            "Come by!",
            "Mr. Smith does.",
        ],
        &["Стихи А. С. Пушкина читаем тут.", "Вход без билетов."],
        &["Avaamme 5. toukokuuta, esim. Tampereella.", "Tervetuloa!"],
        &["Гирлянда на ул. Баумана горит…", "Приходите вечером"],
        &["Xem tại TP. Huế hôm nay nhé.", "Mời các bạn!"],
        &["ღვინო და ა. შ. გვაქვს დღესაც!", "მობრძანდით."],
        &["Скидка 3.5 процента.", "1. Хлеб и 2. булки"],
        &["Приходите сегодня! 🎉", "Будет весело"],
        &["«Где хлеб?»", "Спросили нас вчера.", "И мы открылись"],
        &["«Приходите!» сказала Ольга.", "— Придём!"],
        &["Ну…", "Да... может быть.", "Да..."],
    ] {
        assert_eq!(sentences(&wanted.join(" ")), wanted);
    }
}

#[test]
fn links_hashtags_and_names_are_never_torn() {
    let text =
        "Меню https://kolos.ru/menu/hleb #бородинский_хлеб @kolos_kazan kolos.ru/carta слово";
    for max in 27..120 {
        let Ok(chain) = cut(text, &short(max), false) else {
            continue;
        };
        for whole in [
            "https://kolos.ru/menu/hleb",
            "#бородинский_хлеб",
            "@kolos_kazan",
            "kolos.ru/carta",
        ] {
            assert!(chain.contains(whole), "{max}: {chain}");
        }
    }
    let long = format!("https://kolos.ru/{}", "a".repeat(400));
    assert_eq!(cut(&long, platform("bluesky"), false), Err(Uncut::TooTight));
}

#[test]
fn what_fits_or_has_no_limit_is_not_cut() {
    assert_eq!(cut("Коротко", platform("x"), false), Err(Uncut::Fits));
    assert_eq!(
        cut(&"ж".repeat(9_999), platform("ok"), false),
        Err(Uncut::NoLimit)
    );
    let text = "слово ".repeat(300);
    assert_eq!(cut(&text, platform("telegram"), false), Err(Uncut::Fits));
    let with_picture = cut(&text, platform("telegram"), true).unwrap();
    let lengths: Vec<_> = standings(&with_picture, platform("telegram"), true)
        .iter()
        .map(|it| it.max)
        .collect();
    assert_eq!(
        lengths,
        [Some(1_024), Some(4_096)],
        "pictures go with the first part"
    );
}

#[test]
fn a_chain_of_her_own_is_counted_part_by_part() {
    let text = format!("{}\n---\n{}", "w".repeat(300), "w".repeat(10));
    let x = platform("x");
    let used: Vec<_> = standings(&text, x, false)
        .iter()
        .map(|it| (it.used, it.over))
        .collect();
    assert_eq!(used, [(300, true), (10, false)]);
    assert_eq!(standing(&text, x, false).used, 300);
    assert_eq!(tails(&text, x, false).pop(), Some(280..300));
    assert_eq!(
        join(&text),
        format!("{}\n\n{}", "w".repeat(300), "w".repeat(10))
    );
    assert_eq!(parts("---\n\n---"), [""]);
    assert_eq!(parts("a -- b\n----\nc"), ["a -- b\n----\nc"]);
    assert!(!is_chain("a --- b"));
}

#[test]
fn numbers_that_are_not_of_the_chain_stay() {
    assert_eq!(
        join("Заполнено\n2/3\n---\nИ дальше"),
        "Заполнено\n2/3\n\nИ дальше"
    );
    assert_eq!(
        join("Раз\n1/5\n---\nДва\n2/5\n---\nСвоё\n---\nЧетыре\n4/5"),
        "Раз Два Своё Четыре"
    );
    assert_eq!(join("Раз\n1/2\n---\n\n\nДва\n2/2"), "Раз\n\nДва");
}

fn hostile() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "слово",
        "Хлеб",
        "т.",
        "д.",
        "e.g.",
        "А.",
        "Пушкин",
        "3.5",
        "!",
        "?",
        "…",
        ".",
        ",",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\u{a0}",
        "https://kolos.ru/a?b=c",
        "kolos.ru",
        "#хлеб_2027",
        "@kolos",
        "@a@b.social",
        "👨‍👩‍👧‍👦",
        "🇬🇪",
        "1️⃣",
        "ế",
        "e\u{302}\u{301}",
        "წიგნი",
        "Chào",
        "mừng",
        "ystävä",
        "«",
        "»",
        "1/2",
        "2/2",
        "--",
        "-",
        "дл\u{301}инноеслово",
        "\u{200d}",
    ]);
    prop_oneof![
        3 => prop::collection::vec(words, 20..300).prop_map(|words| words.concat()),
        1 => "\\PC{0,400}",
    ]
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

fn holds(text: &str, platform: &Platform, has_media: bool) -> Result<(), TestCaseError> {
    prop_assume!(!is_chain(text));
    let Ok(chain) = cut(text, platform, has_media) else {
        return Ok(());
    };
    let joined = join(&chain);
    prop_assert_eq!(without_space(&joined), without_space(text), "{}", chain);
    let said = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let breaks = |text: &str| text.trim().matches('\n').count();
    for standing in standings(&chain, platform, has_media) {
        prop_assert!(!standing.over, "{:?}: {}", standing, chain);
    }
    let total = parts(&chain).len();
    for (part, nth) in parts(&chain).into_iter().zip(1..) {
        prop_assert_eq!(
            number(part).map(|(_, nth, total)| (nth, total)),
            Some((nth, total))
        );
    }
    let is_torn = said(&joined) != said(text);
    if !is_torn {
        prop_assert_eq!(breaks(&joined), breaks(text), "{}", chain);
    }
    let wholes = |text: &str| {
        let found = links(text).into_iter().chain(hosts(text));
        found
            .map(|range| text[range].to_owned())
            .collect::<Vec<_>>()
    };
    for whole in wholes(text) {
        prop_assert!(chain.contains(&whole), "{} of {}", whole, chain);
    }
    Ok(())
}

const PLATFORMS: [&str; 5] = ["x", "threads", "mastodon", "bluesky", "telegram"];

/// As many as are tried in the daily run, or as `POSTDESK_CHAINS` wants.
fn cases() -> u32 {
    let asked = std::env::var("POSTDESK_CHAINS").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(128)
}

#[test]
fn whatever_is_cut_fits_and_is_itself_again_when_joined() {
    let config = ProptestConfig::with_cases(cases());
    let strategy = (hostile(), 0..PLATFORMS.len(), 60_usize..400, any::<bool>());
    proptest!(config, |((text, which, max, has_media) in strategy)| {
        let platform = platform(PLATFORMS[which]);
        holds(&text, &platform.with_longest_text(max), has_media)?;
        holds(&text, platform, has_media)?;
    });
}

#[test]
fn no_cut_goes_through_a_letter() {
    let text = "👨‍👩‍👧‍👦ếé".repeat(40);
    let chain = cut(&text, &short(30), false).unwrap();
    let letters: Vec<&str> = text.graphemes(true).collect();
    let kept: Vec<String> = parts(&chain)
        .iter()
        .map(|part| number(part).unwrap().0.to_owned())
        .collect();
    let again: Vec<&str> = kept.iter().flat_map(|part| part.graphemes(true)).collect();
    assert_eq!(again, letters);
}
