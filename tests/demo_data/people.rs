//! The people of the demo: how many wrote in which tongue, their stories, and the one who attacks the terminal.

use std::collections::BTreeSet;

use crate::shapes::{Message, Messages};
use crate::{MESSAGES, clients, count_by, messages, posts, read, spread};

#[test]
fn forty_messages_are_spread_over_people_and_tongues() {
    let messages = messages();
    let langs = spread(&[("ru", 14), ("vi", 8), ("ka", 6), ("fi", 6), ("en", 6)]);
    assert_eq!(count_by(&messages, |m| &m.lang), langs);
    assert_eq!(
        count_by(&messages, |m| &m.tone),
        spread(&[
            ("?", 14),
            ("-", 9),
            ("+", 8),
            ("order", 3),
            ("troll", 3),
            ("spam", 2),
            ("", 1)
        ])
    );
    assert_eq!(
        count_by(&messages, |m| &m.state),
        spread(&[
            ("waiting", 9),
            ("wait_client", 3),
            ("snoozed", 1),
            ("done", 23),
            ("done_no_answer", 4),
        ])
    );
    let mut left: Vec<i64> = messages.iter().filter_map(|m| m.left_min).collect();
    left.sort_unstable();
    assert_eq!(left[..5], [12, 31, 40, 95, 130]);
}

#[test]
fn a_message_stands_where_it_could_have_been_written() {
    let (clients, posts) = (clients(), posts());
    let people: Messages = read(MESSAGES);
    let known: BTreeSet<&str> = people.person.iter().map(|p| p.key.as_str()).collect();
    for message in &people.message {
        let client = &clients[&message.client];
        assert!(
            known.contains(message.person.as_str()),
            "{}",
            message.person
        );
        assert!(client.has(&message.platform), "{}", message.text);
        assert!(["comment", "dm", "review", "mention"].contains(&message.kind.as_str()));
        assert!(!message.topic.is_empty() && message.lead.as_ref().is_none_or(|l| !l.is_empty()));
        assert_eq!(
            message.left_min.is_some(),
            message.state == "waiting",
            "{}",
            message.text
        );
        assert!(
            message
                .left_min
                .is_none_or(|left| left <= client.promise_min),
            "{}",
            message.text
        );
        assert_eq!(
            message.wake_min_ahead.is_some(),
            message.state == "snoozed",
            "{}",
            message.text
        );
        assert_eq!(
            message.answer.is_some(),
            message.state == "done",
            "{}",
            message.text
        );
        assert_eq!(
            message.answered_after_min.is_some(),
            message.state == "done"
        );
        assert!(
            message
                .answered_after_min
                .is_none_or(|after| after < message.minutes_ago)
        );
        if let Some(post) = message.post.as_ref().map(|key| &posts[key]) {
            assert!(post.client == message.client && post.channels.contains(&message.platform));
            let age = post.at.unwrap().least_age_min().unwrap();
            assert!(
                message.minutes_ago <= age,
                "{} is older than its post",
                message.text
            );
        }
    }
}

#[test]
fn the_people_have_their_stories() {
    let all: Messages = read(MESSAGES);
    let of = |person: &'static str| all.message.iter().filter(move |m| m.person == person);
    let tones: Vec<&str> = of("olga_r").map(|m| m.tone.as_str()).collect();
    assert_eq!(
        tones,
        ["-", "+"],
        "she praised on Monday and complains today"
    );
    let olga = all.person.iter().find(|p| p.key == "olga_r").unwrap();
    assert_eq!((olga.notes.len(), olga.name.as_str()), (3, "Ольга Р."));
    assert_eq!(
        of("ksyu_m")
            .map(|m| &m.platform)
            .collect::<BTreeSet<_>>()
            .len(),
        2
    );
    assert_eq!(of("lyubov_k").filter(|m| m.topic == "draw").count(), 3);
    assert!(
        all.message
            .iter()
            .any(|m| m.client == "marani" && m.lang == "ru" && m.tone == "?")
    );
    for person in all.person.iter().filter(|p| !p.seen.is_empty()) {
        let seen: BTreeSet<&str> = person.seen.iter().map(|s| s.platform.as_str()).collect();
        let mut wrote = all.message.iter().filter(|m| m.person == person.key);
        assert!(
            wrote.all(|m| seen.contains(m.platform.as_str())),
            "{}",
            person.key
        );
        assert!(person.seen.iter().all(|s| !s.name.is_empty()));
    }
}

#[test]
fn one_message_attacks_the_terminal() {
    let messages = messages();
    let hostile: Vec<&Message> = messages
        .iter()
        .filter(|m| m.text.chars().any(|c| c.is_control() && c != '\n'))
        .collect();
    assert_eq!(hostile.len(), 1);
    for weapon in ["\u{1b}[2J", "\u{1b}]52;c;", "\u{7}", "\u{202e}", "\u{9b}"] {
        assert!(hostile[0].text.contains(weapon), "{weapon:?}");
    }
}
