//! Text that is no answer, and what holds of every answer whatever the text.

use std::collections::BTreeSet;
use std::time::Instant;

use proptest::prelude::*;

use super::super::tokens::tokens;
use super::super::words::{Kind, Lexicon};
use super::*;
use crate::domain::sanitize;

const POSTS: u32 = 5;

/// Whether any word of the text can be a yes.
fn has_yes(text: &str) -> bool {
    let lexicon = Lexicon::builtin().unwrap();
    let tokens = tokens(&sanitize::text(text));
    (0..tokens.len()).any(|at| {
        let longest = lexicon.longest(&tokens[at..]);
        tokens[at].folded == "+" || longest.is_some_and(|(_, kinds)| kinds.is(Kind::Yes))
    })
}

/// What holds of every answer: each post has one fate, a yes has a yes word, and words are the client's own.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let answer = read(POSTS, text);
    let said: Vec<u32> = answer.items.iter().map(|said| said.number).collect();
    let asked = answer.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::Unclear { number, .. } | Doubt::Bare { number } | Doubt::Twice { number, .. } => {
            Some(*number)
        }
        _ => None,
    });
    let mut fates: Vec<u32> = said
        .iter()
        .copied()
        .chain(asked)
        .chain(answer.silent.iter().copied())
        .collect();
    fates.sort_unstable();
    prop_assert_eq!(fates, (1..=POSTS).collect::<Vec<_>>());
    prop_assert!(said.is_sorted());
    let yes = answer.items.iter().any(|said| said.verdict == Verdict::Yes);
    prop_assert!(!yes || has_yes(text), "a yes out of nothing: {:?}", text);
    let clean = sanitize::text(text);
    for said in &answer.items {
        prop_assert!(said.verdict != Verdict::Yes || said.words.is_empty());
        for line in said.words.lines() {
            prop_assert!(clean.contains(line), "{:?} is not in {:?}", line, clean);
        }
    }
    Ok(())
}

/// Pieces answers are made of; every list of the words but the yeses, and what stands between words.
fn fragments() -> Vec<String> {
    let lists = include_str!("../../../../assets/words/verdict.toml");
    let lists: std::collections::BTreeMap<String, Vec<String>> = toml::from_str(lists).unwrap();
    let yeses: BTreeSet<&String> = lists["yes"].iter().collect();
    let words = lists
        .values()
        .flatten()
        .filter(|entry| !yeses.contains(entry));
    let signs = [
        "A1",
        "A2",
        "а3",
        "A4",
        "A 5",
        "A9",
        "B1",
        "D2",
        "1",
        "2",
        "3",
        "#4",
        "пост 5",
        "1-3",
        "A1–A3",
        "10:00",
        "199",
        "ок",
        "да",
        "👍",
        "+",
        "-",
        "нет",
        "все",
        "остальные",
        "\n",
        "\n\n",
        "> ",
        ", ",
        ". ",
        "! ",
        "? ",
        ": ",
        " — ",
        "(",
        ")",
        "…",
        "сырники",
        "Марина",
        "фото",
        "\u{200b}",
        "\u{202e}",
        "\u{fe0f}",
        "🏽",
        "[10:00]",
        "é",
        "ი",
    ];
    words
        .cloned()
        .chain(signs.iter().flat_map(|sign| vec![(*sign).to_owned(); 40]))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_without_a_panic(text in proptest::collection::vec(any::<char>(), 0..60)) {
        holds(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn any_words_leave_every_post_one_fate(
        words in proptest::collection::vec((proptest::sample::select(fragments()), prop_oneof![Just(" "), Just(" "), Just("")]), 0..14),
    ) {
        let text: String = words.iter().flat_map(|(word, gap)| [word.as_str(), gap]).collect();
        holds(&text)?;
    }
}

#[test]
fn without_a_yes_word_nothing_is_a_yes() {
    for text in [
        "A1 красиво, A2 вкусно, A3 спасибо большое!",
        "A1 нет, A2 заменить фото, остальные потом",
        "A1 nice photo, A2 thanks, the rest is beautiful",
        "A1 đẹp quá, A2 cảm ơn em, còn lại đẹp",
        "A1 kaunis, A2 kiitos, muut herkullisia",
        "A1 ლამაზია, A2 მადლობა, დანარჩენი გემრიელია",
        "все все все A1 A2 A3",
        "A1 тоже, A2 тоже",
    ] {
        assert!(!has_yes(text), "{text}");
        let answer = read(3, text);
        assert!(
            answer.items.iter().all(|said| said.verdict != Verdict::Yes),
            "{text}: {answer:?}"
        );
    }
}

#[test]
fn the_words_of_a_client_come_through_as_they_were_written() {
    let answer = read(
        3,
        "А1 ок\nА2 Замените фото: «Пышки 😋» → «Сырники», цена 249,90 ₽!\nи ещё: ЛОГОТИП крупнее\nA3 нет — поздно",
    );
    let words: Vec<&str> = answer
        .items
        .iter()
        .map(|said| said.words.as_str())
        .collect();
    let changes = "Замените фото: «Пышки 😋» → «Сырники», цена 249,90 ₽!\nи ещё: ЛОГОТИП крупнее";
    assert_eq!(words, ["", changes, "нет — поздно"]);
    let twice = read(3, "A2 заменить фото\nA1 ок\nA2 поправить цену");
    assert_eq!(twice.items[1].words, "заменить фото\nпоправить цену");
}

#[test]
fn what_a_terminal_would_obey_never_gets_into_the_words() {
    let answer = read(
        2,
        "A1 заменить \u{1b}[31mфото\u{1b}[0m\u{7}, A2 нет\u{202e} — \u{9b}2Jпоздно",
    );
    assert_eq!(answer.items[0].words, "заменить фото");
    assert_eq!(answer.items[1].words, "нет‹U+202E› — поздно");
}

#[test]
fn an_endless_answer_is_cut_and_takes_no_long_time() {
    let cut = read(3, &format!("A1 ок{}\nA2 ок", " ".repeat(30_000)));
    assert_eq!(cut.doubts, [Doubt::CutShort]);
    assert_eq!(cut.silent, [2, 3]);
    for unit in [
        "и ",
        "A1 ",
        "1 ",
        "1,",
        "> A1\n",
        "не ",
        "кроме A1 ",
        "A1-A9 ",
        "[10:00] ",
        "\u{200b}",
        "все ",
        "A1 ок, ",
        "остальные ",
        "👍🏽",
        "пост ",
        ":\n",
        "не надо ",
        "A1 или ",
        "в ",
        "-",
        "A1 тоже\n",
        "(",
        "ი",
        "\u{301}",
        "ни ",
        "убрать, ",
        "? ",
        "A1-",
        "A1 + ",
        "1) A1\n",
        "спасибо, ",
    ] {
        let text = unit.repeat(20_000 / unit.len());
        let begun = Instant::now();
        drop(read(9, &text));
        assert!(
            begun.elapsed().as_secs() < 5,
            "{unit:?}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn a_text_without_any_verdict_says_so() {
    for text in [
        "",
        "  \n ",
        "Спасибо!",
        "Hi Anna!",
        "> A1 Сырники\n> A2 Кофе",
        "🎉",
    ] {
        assert_eq!(read(3, text).doubts, [Doubt::NothingSaid], "{text}");
        assert_eq!(read(3, text).silent, [1, 2, 3]);
    }
    let none = Asked {
        code: "A",
        numbers: &[],
        other_codes: &[],
    };
    assert_eq!(read_answer("все ок", &none).items, []);
}
