//! Strings that no person types, and those that no person should have to fear.

use proptest::prelude::*;

use super::*;

/// Control bytes, directions turned round, digits of other scripts, numbers out of any range.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "\u{1b}[31m9:00\u{1b}[0m",
    "завтра\u{0} 9",
    "завтра 9\u{7}",
    "\u{202e}00:9 артваз",
    "завтра \u{2066}9\u{2069}",
    "завтра\u{200b}9",
    "🎉 завтра 9",
    "завтра 9️⃣",
    "завтра ９²",
    "завтра ٩",
    "завтра ९:००",
    "завтра ௯",
    "завтра ①",
    "завтра 𝟗",
    "завтра Ⅸ",
    "завтра 9\u{308}",
    "завтра 9\u{20e3}",
    "99999999999999999999999999999",
    "18446744073709551616:00",
    "-9",
    "завтра -9",
    "+",
    "+d",
    "через",
    "через -5 минут",
    "через 99999999999 минут",
    "через 0 минут",
    ":",
    "::",
    "9:",
    ":30",
    "9::30",
    "18:3",
    "18:300",
    "1.2.3.4",
    "0000-00-00 00:00",
    "2026-13-01 10:00",
    "2026-11-31 10:00",
    "9999-12-31 23:59",
    "0001-01-01 00:00",
    "32.01 10:00",
    "00.00 10:00",
    "ngày 0 9h",
    "0-го в 9",
    "'; drop table posts; --",
];

#[test]
fn what_is_no_writing_is_no_time() {
    let long = "9".repeat(10_000);
    let many = "завтра ".repeat(1_500);
    let commas = format!("завтра 9 {}", ", ".repeat(5_000));
    let marks = format!("9{}", "\u{301}".repeat(10_000));
    let dots = "1.".repeat(5_000);
    let built = [long, many, commas, marks, dots];
    for text in HOSTILE
        .iter()
        .copied()
        .chain(built.iter().map(String::as_str))
    {
        let start: String = text.chars().take(30).collect();
        let error = parse(text, now(), KAZAN).expect_err(&start);
        for shown in error.words().args.values() {
            assert!(shown.chars().count() <= 40, "{start}");
            assert!(!shown.chars().any(char::is_control), "{start}");
            assert!(
                !shown.contains(['\u{202e}', '\u{2066}', '\u{200b}']),
                "{start}"
            );
        }
        parse_prefix(text, now(), KAZAN);
    }
}

#[test]
fn wide_digits_and_typographers_signs_are_read() {
    for (text, meant) in [
        ("завтра ９", "2026-11-25 09:00"),
        ("завтра １８：３０", "2026-11-25 18:30"),
        ("2026‑11‑28 18:30", "2026-11-28 18:30"),
        ("завтра\u{a0}9:00", "2026-11-25 09:00"),
        ("завтра\u{202f}9:00", "2026-11-25 09:00"),
        ("  завтра \t 9:00  ", "2026-11-25 09:00"),
        ("завтра 9:00.", "2026-11-25 09:00"),
    ] {
        assert_eq!(said(text, now()), meant, "{text}");
    }
}

/// Words of the data file, signs and numbers in any order: deeper than chance alone would dig.
fn word_salad() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = include_str!("../../../../assets/words/when.toml")
        .split('"')
        .skip(1)
        .step_by(2)
        .collect();
    let word = prop_oneof![
        4 => proptest::sample::select(words).prop_map(|word| word.trim_start_matches('=').to_owned()),
        3 => (0u32..40).prop_map(|number| number.to_string()),
        1 => (0u32..26, 0u32..62).prop_map(|(hour, minute)| format!("{hour}:{minute:02}")),
        1 => (0u32..33, 0u32..14).prop_map(|(day, month)| format!("{day}.{month}.")),
        1 => "[.,:/+'-]",
        1 => "\\PC{1,3}",
    ];
    let glue = proptest::sample::select(vec![" ", " ", " ", " ", ""]);
    proptest::collection::vec((word, glue), 0..9)
        .prop_map(|words| words.into_iter().map(|(word, glue)| word + glue).collect())
}

/// What holds of every text: no panic, no moment gone by, and what is taken from a line is a time by itself.
fn holds(text: &str) -> Result<(), TestCaseError> {
    if let Ok(when) = parse(text, now(), KAZAN) {
        prop_assert!(when.now || when.resolved.moment() > now(), "{text}");
    }
    if let Some((when, taken)) = parse_prefix(text, now(), KAZAN) {
        prop_assert!(when.now || when.resolved.moment() > now(), "{text}");
        prop_assert!(text.is_char_boundary(taken) && taken > 0);
        prop_assert_eq!(parse(&text[..taken], now(), KAZAN), Ok(when), "{}", text);
    }
    Ok(())
}

#[test]
fn a_day_of_the_month_at_the_end_keeps_its_dot() {
    for text in [
        "0:00 1. ",
        "9:00 28. ",
        "9:00 28.",
        "9:00 28. Text",
        "klo 9 1. ",
    ] {
        holds(text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn nothing_typed_makes_it_panic_or_go_back_in_time(
        text in "\\PC{0,40}", any in proptest::collection::vec(any::<char>(), 0..24), number in 0u64..u64::MAX,
    ) {
        holds(&text)?;
        holds(&any.into_iter().collect::<String>())?;
        holds(&format!("+{number}d {text}"))?;
        holds(&format!("через {} часов", number % 100_000))?;
        holds(&format!("{}.{} {text}", number % 40, number % 13))?;
    }

    #[test]
    fn words_of_time_in_any_order_never_go_back_in_time(text in word_salad()) {
        holds(&text)?;
    }
}
