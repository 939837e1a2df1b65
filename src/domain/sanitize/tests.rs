//! What strangers send, and what she is allowed to see of it.

use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::is_nfc;

use super::*;

#[test]
fn an_ordinary_comment_stays_as_it_was() {
    for said in [
        "Ждали заказ 50 минут, сырники холодные…",
        "რთველის ფოტოალბომი",
        "Học phí lớp IELTS buổi tối bao nhiêu ạ?",
        "👩‍👩‍👧‍👦 ❤️‍🔥 👍🏽 1️⃣ 🇬🇪 🙂‍↔️ ☕️",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
        "שלום وعليكم",
        "−30 °C, «да»; № 5",
    ] {
        assert_eq!(text(said), said);
        assert_eq!(line(said), said);
    }
}

#[test]
fn line_breaks_are_one_kind_and_a_line_has_none() {
    assert_eq!(
        text("a\r\nb\rc\u{85}d\u{2028}e\u{b}f\tg"),
        "a\nb\nc\nd\ne\nf g"
    );
    assert_eq!(line("a\r\nb\rc\nd"), "a b c d");
}

#[test]
fn terminal_sequences_go_whole() {
    for (sent, seen) in [
        ("\u{1b}[31mкрасный\u{1b}[0m", "красный"),
        ("\u{9b}2Jпусто", "пусто"),
        ("a\u{1b}]52;c;cm0gLXJmIC8=\u{7}b", "ab"),
        (
            "a\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\b",
            "alinkb",
        ),
        ("a\u{9d}0;title\u{9c}b", "ab"),
        ("a\u{1b}Pq#0;2;0;0;0\u{1b}\\b", "ab"),
        ("a\u{90}tmux;\u{1b}\\b", "ab"),
        ("a\u{1b}]52;c;unended\nnext", "a\nnext"),
        ("a\u{1b}]52;c;unended", "a"),
        ("a\u{1b}]0;x\u{1b}[31mb", "ab"),
        ("a\u{1b}(Bb\u{1b}=c\u{1b}OPd\u{1b}", "abcd"),
        ("a\u{1b}[3привет", "aпривет"),
        ("a\u{1b}\u{1b}[1mb", "ab"),
        ("\0a\u{8}b\u{7f}c\u{81}d", "abcd"),
    ] {
        assert_eq!(text(sent), seen, "{sent:?}");
    }
}

#[test]
fn what_turns_or_hides_the_reading_is_shown() {
    assert_eq!(text("фото\u{202e}gpj.exe"), "фото‹U+202E›gpj.exe");
    assert_eq!(
        text("a\u{2066}b\u{2069}\u{200f}"),
        "a‹U+2066›b‹U+2069›‹U+200F›"
    );
    assert_eq!(text("дё\u{200b}шево"), "дё‹U+200B›шево");
    assert_eq!(text("hi\u{e0041}"), "hi‹U+E0041›");
    assert_eq!(text("a\u{200d}b"), "a‹U+200D›b");
    assert_eq!(text("\u{feff}пере\u{ad}нос a\u{fe0f}"), "перенос a");
}

/// What is shown of a stranger's is left out of her own: its marks would go out with the post.
#[test]
fn her_own_words_lose_what_takes_no_ink() {
    assert_eq!(
        own_text("сло\u{200b}во\u{2060} \u{200e}да\u{3164}\nи"),
        "слово да\nи"
    );
    assert_eq!(own_line("a\u{200d}b\u{e0041}\nc"), "ab c");
    let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
    assert_eq!(
        own_text(&format!("{wales}👩\u{200d}🔥")),
        format!("{wales}👩\u{200d}🔥")
    );
}

/// Tags write three flags, and nothing else may hide in them.
#[test]
fn words_in_tags_are_no_flag() {
    assert_eq!(text("🏴\u{e0061}\u{e007f}"), "🏴‹U+E0061›‹U+E007F›");
    assert_eq!(text("🏴\u{e0067}\u{e0062}"), "🏴‹U+E0067›‹U+E0062›");
    assert_eq!(own_text("🏴\u{e0061}\u{e007f}"), "🏴");
}

#[test]
fn a_joiner_stays_only_between_pictures_even_when_composing_changes_one() {
    assert_eq!(text("👩\u{200d}🔥"), "👩\u{200d}🔥");
    let sent = "\u{2194}\u{200d}\u{2194}\u{ad}\u{338}";
    assert_eq!(text(sent), "\u{2194}‹U+200D›\u{21ae}");
    assert_eq!(text(&text(sent)), text(sent));
}

#[test]
fn letters_are_composed_and_towers_of_marks_are_cut() {
    assert_eq!(text("и\u{306}од"), "йод");
    let tower = format!("з{}а", "\u{335}".repeat(500));
    assert_eq!(text(&tower).chars().count(), 1 + 8 + 1);
    let growing = format!("a{}", "\u{344}".repeat(8));
    assert_eq!(text(&text(&growing)), text(&growing));
}

#[test]
fn bytes_that_are_not_text_are_still_readable_and_have_a_name() {
    assert_eq!(from_bytes(b"ok \xff\x9b31m"), "ok \u{fffd}\u{fffd}31m");
    assert_eq!(
        raw_hash(b""),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
}

#[test]
fn ten_megabytes_without_a_break_take_no_longer_per_byte() {
    for unit in [
        "\u{1b}]52;c;",
        "\u{301}",
        "\u{1b}[",
        "\u{344}\u{200d}",
        "ё\u{ad}",
    ] {
        let small = unit.repeat(1_000_000 / unit.len());
        let large = unit.repeat(10_000_000 / unit.len());
        let begun = Instant::now();
        assert!(!line(&small).contains('\u{1b}'));
        let first = begun.elapsed();
        let begun = Instant::now();
        assert!(!line(&large).contains('\u{1b}'));
        let second = begun.elapsed();
        // Ten times the bytes, with generous room for a busy machine: a square would be a hundred times.
        assert!(
            second.as_millis() <= first.as_millis() * 40 + 500,
            "{unit:?}: {first:?} {second:?}"
        );
    }
}

const HOSTILE: [&str; 42] = [
    "🏴",
    "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
    "\u{1b}",
    "[",
    "]",
    "52;c;",
    "\u{7}",
    "\\",
    "\u{9b}",
    "\u{9c}",
    "\u{9d}",
    "\u{90}",
    "P",
    "m",
    "\n",
    "\r",
    "\t",
    "\0",
    "\u{202e}",
    "\u{2069}",
    "\u{200e}",
    "\u{61c}",
    "\u{e0067}",
    "\u{e0100}",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{fe0e}",
    "👩",
    "\u{1f3fd}",
    "❤",
    "1",
    "\u{20e3}",
    "\u{2194}",
    "\u{338}",
    "\u{344}",
    "e",
    "\u{301}",
    "и",
    "\u{306}",
];

fn assert_clean(out: &str) -> Result<(), TestCaseError> {
    prop_assert!(is_nfc(out));
    let mut out = out.to_owned();
    let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
    out = out.replace(wales, "🏴");
    let chars: Vec<char> = out.chars().collect();
    let mut marks = 0;
    for (i, &c) in chars.iter().enumerate() {
        prop_assert!(c == '\n' || !c.is_control(), "{:?}", out);
        prop_assert!(
            !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{200b}'..='\u{200c}'
            | '\u{200e}'..='\u{200f}' | '\u{61c}' | '\u{e0000}'..='\u{e0fff}' | '\u{feff}' | '\u{ad}'),
            "{:?}",
            out
        );
        let before = i.checked_sub(1).map(|j| chars[j]);
        if c == '\u{200d}' {
            prop_assert!(
                before.is_some_and(emoji::may_be_joined)
                    && chars.get(i + 1).copied().is_some_and(emoji::is_pictograph)
            );
        }
        if c == '\u{fe0f}' {
            prop_assert!(before.is_some_and(emoji::takes_selector), "{:?}", out);
        }
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        prop_assert!(marks <= MARKS_PER_BASE, "{:?}", out);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6_000))]

    #[test]
    fn whatever_comes_goes_out_clean_and_stays_so(parts in vec(select(&HOSTILE[..]), 0..24)) {
        let sent = parts.concat();
        let seen = text(&sent);
        assert_clean(&seen)?;
        prop_assert_eq!(text(&seen), &seen[..]);
        let own = own_text(&sent);
        assert_clean(&own)?;
        prop_assert_eq!(own_text(&own), &own[..]);
        prop_assert_eq!(text(&own), &own[..]);
        let one = line(&sent);
        assert_clean(&one)?;
        prop_assert!(!one.contains('\n'));
        prop_assert_eq!(line(&one), &one[..]);
    }

    #[test]
    fn any_characters_at_all_go_out_clean(sent in vec(any::<char>(), 0..40)) {
        let sent: String = sent.into_iter().collect();
        let seen = text(&sent);
        assert_clean(&seen)?;
        prop_assert_eq!(text(&seen), &seen[..]);
    }

    #[test]
    fn any_bytes_at_all_go_out_clean(sent in vec(any::<u8>(), 0..60)) {
        assert_clean(&from_bytes(&sent))?;
    }
}

#[test]
fn what_is_typed_is_what_the_border_keeps() {
    for c in "aЖệ რ\u{301}👩1".chars() {
        assert!(may_be_typed("Z", c), "{c:?}");
    }
    assert!(may_be_typed("👩", '\u{200d}') && may_be_typed("❤", '\u{fe0f}'));
    assert!(may_be_typed("a🏴", '\u{e0067}') && may_be_typed("🏴\u{e0067}", '\u{e0062}'));
    assert!(!may_be_typed("🏴", '\u{e0062}') && !may_be_typed("👩", '\u{e0067}'));
    for c in "\u{1b}\n\t\u{7f}\u{9b}\u{202e}\u{200b}\u{e0041}\u{ad}\u{feff}\u{34f}\u{fe00}\u{2028}\u{3164}".chars() {
        assert!(!may_be_typed("Z", c), "{c:?}");
    }
    let tower = format!("Z{}", "\u{310}".repeat(MARKS_PER_BASE));
    assert!(!may_be_typed(&tower, '\u{313}'));
}
