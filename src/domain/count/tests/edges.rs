//! The edge of every limit of every platform: the last length is taken, one more is refused. Made from the rules alone, so
//! that a new platform or a new limit is covered by itself.

use unicode_normalization::UnicodeNormalization;

use crate::domain::count::{Limit, count, over_limit_tail, standing};
use crate::domain::format::{Limits, rules};
use crate::domain::platform::{Platform, Platforms};
use crate::domain::post::Format;

/// What the texts are made of: Latin, Cyrillic, Georgian, Vietnamese as a Mac types it, and a family of emoji.
const LETTERS: [&str; 5] = [
    "w",
    "ж",
    "ა",
    "e\u{302}\u{301}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
];

/// Every limit a platform has, with the name of what it limits.
fn limits(platform: &Platform) -> Vec<(&'static str, Limit)> {
    let named = |name| move |limit| (name, limit);
    let poll = rules(Format::Poll).on.get(&platform.id);
    platform
        .text_limits(false)
        .map(named("text"))
        .chain(platform.text_limits(true).map(named("text with pictures")))
        .chain(platform.title_limit().map(named("title")))
        .chain(platform.comment_limit().map(named("comment")))
        .chain(poll.and_then(Limits::question_limit).map(named("question")))
        .chain(poll.and_then(Limits::option_limit).map(named("option")))
        .collect()
}

/// A text of exactly this length, made of this letter and filled up with Latin ones, which cost 1 everywhere.
fn full(limit: &Limit, letter: &str) -> String {
    let composed: String = letter.nfc().collect();
    let cost = count(&composed, limit.unit);
    let mut text = "w".repeat(limit.max % cost);
    text.push_str(&letter.repeat(limit.max / cost));
    text
}

fn at_the_edge(limit: &Limit, letter: &str, what: &str) {
    let full = full(limit, letter);
    let over = format!("{full}w");
    for (text, used, is_over) in [(&full, limit.max, false), (&over, limit.max + 1, true)] {
        let found = limit.standing(text);
        assert_eq!(
            (found.used, found.over),
            (used, is_over),
            "{what}: {limit:?}"
        );
        let kept: String = text.nfc().collect();
        let tail = over_limit_tail(&kept, limit);
        assert_eq!(tail, is_over.then(|| kept.len() - 1), "{what}: {limit:?}");
    }
    assert!(
        limit.standing(&full).warn && !limit.standing("w").warn,
        "{what}"
    );
}

#[test]
fn every_platform_takes_each_of_its_limits_and_not_one_more() {
    let mut seen = 0;
    for platform in Platforms::builtin() {
        for (name, limit) in limits(platform) {
            for letter in LETTERS {
                seen += 1;
                at_the_edge(&limit, letter, &format!("{} {name} {letter}", platform.id));
            }
        }
    }
    assert!(seen >= 300, "only {seen} edges were looked at");
}

#[test]
fn a_text_that_keeps_all_limits_of_its_platform_is_taken_and_one_letter_more_is_not() {
    for platform in Platforms::builtin() {
        for has_media in [false, true] {
            let Some(least) = platform.text_limits(has_media).map(|limit| limit.max).min() else {
                continue;
            };
            let full = "w".repeat(least);
            assert!(
                !standing(&full, platform, has_media).over,
                "{}",
                platform.id
            );
            assert!(
                standing(&format!("{full}w"), platform, has_media).over,
                "{}",
                platform.id
            );
        }
    }
}

#[test]
fn a_channel_where_texts_may_be_longer_has_its_own_edge() {
    let mastodon = Platforms::builtin()
        .by_id("mastodon")
        .unwrap()
        .with_longest_text(5_000);
    let telegram = Platforms::builtin()
        .by_id("telegram")
        .unwrap()
        .with_longest_text(1_000);
    let dzen = Platforms::builtin().by_id("dzen").unwrap();
    assert_eq!(mastodon.comment_limit().map(|limit| limit.max), Some(5_000));
    let with_picture: Vec<_> = telegram.text_limits(true).map(|limit| limit.max).collect();
    assert_eq!(
        with_picture,
        [1_000],
        "what is shorter under pictures never gets longer"
    );
    for platform in [&mastodon, &telegram] {
        for (name, limit) in limits(platform) {
            at_the_edge(&limit, "ж", name);
        }
    }
    assert!(
        !standing("ж", dzen, false).is_sure,
        "no document says how long a text may be"
    );
    assert!(
        standing("ж", &dzen.with_longest_text(3_000), false).is_sure,
        "she says so herself"
    );
}
