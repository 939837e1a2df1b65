//! No text makes a rule stumble: every place lies on borders of characters, and a fix taken once leaves nothing to fix.

use proptest::prelude::*;

use super::{picture, post};
use crate::domain::lint::Ad;
use crate::lint::{Part, Subject, check, mended};

/// Pieces that rules look for, between anything at all.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "  ",
            "\u{a0} ",
            "Kофе",
            "аnd",
            "скидка",
            "Реклама",
            "erid",
            "http://",
            "https://a.b/c?d",
            "@x",
            "#тег",
            "e\u{301}",
            "и\u{306}",
            "👨‍👩‍👧",
            "\u{200d}",
            "\u{fe0f}",
            "ა",
            "Đ",
            "ё",
            "\n",
            "\r\n",
            "\u{202e}",
            "𝗕",
            "İ",
            "ß",
            "ﬁ",
            "24 ноября",
            "до завтра",
            "[a](b",
            "](",
            "http:/x",
            "utm_source=",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn subject(text: &str) -> Subject {
    let mut subject = post(
        text,
        &["vk", "telegram", "x", "bluesky", "mastodon", "instagram"],
    );
    subject.first_comment = text.to_owned();
    subject.avoid = vec![
        "скидка".to_owned(),
        "e".to_owned(),
        text.chars().take(3).collect(),
    ];
    subject.media = vec![picture("")];
    subject.ad = Ad {
        is_ad: true,
        advertiser: "Kolos".to_owned(),
        erid: "2Vtz".to_owned(),
    };
    subject
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn places_lie_on_borders_and_fixes_settle(text in text()) {
        let subject = subject(&text);
        let found = check(&subject);
        for it in &found {
            if let Some(range) = &it.place.range {
                prop_assert!(text.get(range.clone()).is_some(), "{it:?}");
            }
            if let Some(fix) = &it.fix {
                let range = it.place.range.clone().unwrap();
                let alone = mended(&text, [it]);
                prop_assert!(alone.starts_with(&text[..range.start]) && alone.ends_with(&text[range.end..]));
                prop_assert_eq!(alone.len(), text.len() - range.len() + fix.len());
            }
        }
        let of_text = |subject: &Subject| {
            let mut found = check(subject);
            found.retain(|it| it.place.part == Part::Text);
            found
        };
        // Of two fixes that overlap the second waits for the next look; they never go round in a circle.
        let mut again = subject.clone();
        for _ in 0..3 {
            again.texts[0].words = mended(&again.texts[0].words, &of_text(&again));
        }
        let left: Vec<_> = of_text(&again).into_iter().filter(|it| it.fix.is_some()).collect();
        prop_assert!(left.is_empty(), "{left:?}");
    }
}
