//! The texts of the demo: real, composed, short enough for their platforms, without words a client avoids.

use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use crate::{DESK, MESSAGES, NUMBERS, POSTS, clients, messages, posts};

/// The largest text each platform takes, counted generously: X weighs wide letters double.
fn fits(platform: &str, text: &str, with_picture: bool) -> bool {
    let signs = text.chars().count();
    match platform {
        "vk" => signs <= 15_895,
        "telegram" => signs <= if with_picture { 1_024 } else { 4_096 },
        "facebook" => signs <= 63_206,
        "instagram" => signs <= 2_200 && text.matches('#').count() <= 5,
        "tiktok" => text.encode_utf16().count() <= 2_200,
        "linkedin" => signs <= 3_000,
        "mastodon" => text.graphemes(true).count() <= 500,
        "x" => {
            text.chars()
                .map(|c| if c < '\u{1100}' { 1 } else { 2 })
                .sum::<usize>()
                <= 280
        }
        "youtube" => text.len() <= 5_000 && !text.contains(['<', '>']),
        _ => true,
    }
}

#[test]
fn texts_are_real_and_fit_their_platforms() {
    for post in posts().values() {
        let signs = post.text.chars().count();
        assert!(
            (150..=700).contains(&signs),
            "{} has {signs} signs",
            post.key
        );
        for channel in &post.channels {
            let own = post.variant.iter().find(|v| &v.channel == channel);
            let text = own.map_or(&post.text, |v| &v.text);
            assert!(
                fits(channel, text, !post.pictures.is_empty()),
                "{} on {channel}",
                post.key
            );
        }
        assert!(post.first_comment.as_ref().is_none_or(|c| !c.is_empty()));
    }
    let rustam = &posts()["kolos-rustam"];
    assert_eq!(
        rustam.text.chars().count(),
        191,
        "the drafts screen counts on it"
    );
}

#[test]
fn nobody_uses_a_word_the_client_avoids() {
    let (clients, messages) = (clients(), messages());
    for client in clients.values() {
        let own = posts().into_values().filter(|p| p.client == client.key);
        let mut texts: Vec<String> = own.map(|p| p.text).collect();
        texts.extend(client.canned.iter().map(|c| c.text.clone()));
        texts.extend(client.snippet.iter().map(|it| it.text.clone()));
        let answers = messages.iter().filter(|m| m.client == client.key);
        texts.extend(answers.filter_map(|m| m.answer.clone()));
        for text in texts {
            let words = text.to_lowercase();
            assert!(
                client.avoid.iter().all(|w| !words.contains(w)),
                "{}: {text}",
                client.key
            );
        }
    }
}

#[test]
fn every_text_is_composed() {
    for source in [DESK, POSTS, MESSAGES, NUMBERS] {
        assert!(is_nfc(source) && !source.contains('\u{FFFD}') && !source.contains('\u{1b}'));
    }
    assert!(messages().iter().all(|m| is_nfc(&m.text)));
}
