//! The demo desk as data: its clients, its plan, its first frame. Further on: `texts`, `people`, `sums`.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod people;
mod shapes;
mod sums;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use shapes::{At, Client, Desk, Message, Messages, Post, Posts};
use unicode_segmentation::UnicodeSegmentation;

const DESK: &str = include_str!("../../assets/demo/desk.toml");
const POSTS: &str = include_str!("../../assets/demo/posts.toml");
const MESSAGES: &str = include_str!("../../assets/demo/messages.toml");
const NUMBERS: &str = include_str!("../../assets/demo/numbers.toml");

fn read<T: DeserializeOwned>(source: &str) -> T {
    toml::from_str(source).unwrap()
}

fn clients() -> BTreeMap<String, Client> {
    let desk: Desk = read(DESK);
    desk.client
        .into_iter()
        .map(|c| (c.key.clone(), c))
        .collect()
}

fn posts() -> BTreeMap<String, Post> {
    let posts: Posts = read(POSTS);
    posts.post.into_iter().map(|p| (p.key.clone(), p)).collect()
}

fn messages() -> Vec<Message> {
    read::<Messages>(MESSAGES).message
}

fn count_by<'a, T>(
    things: impl IntoIterator<Item = &'a T>,
    word: fn(&T) -> &str,
) -> BTreeMap<String, usize>
where
    T: 'a,
{
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(word(thing).to_owned()).or_default() += 1;
    }
    counts
}

fn spread(pairs: &[(&str, usize)]) -> BTreeMap<String, usize> {
    pairs.iter().map(|(k, n)| ((*k).to_owned(), *n)).collect()
}

impl Client {
    fn has(&self, platform: &str) -> bool {
        self.channel.iter().any(|c| c.platform == platform)
    }
}

impl At {
    /// How many days from today the post stands in the plan; minutes are told as today.
    fn day(self) -> i64 {
        self.days_ahead.or(self.days_ago.map(|d| -d)).unwrap_or(0)
    }

    /// The least age in minutes the post can have, whenever in the day the desk is opened.
    fn least_age_min(self) -> Option<i64> {
        let time = self.time?;
        let of_day = i64::from(chrono::Timelike::num_seconds_from_midnight(&time)) / 60;
        self.days_ago.map(|days| days * 1440 - of_day)
    }
}

#[test]
fn she_works_for_four_clients_in_four_zones() {
    let desk: Desk = read(DESK);
    assert_eq!(desk.zone, "Europe/Moscow");
    assert!(desk.zone.parse::<chrono_tz::Tz>().is_ok());
    let zones: BTreeSet<&str> = desk.client.iter().map(|c| c.zone.as_str()).collect();
    assert_eq!(zones.len(), 4);
    for client in &desk.client {
        assert!(
            client.zone.parse::<chrono_tz::Tz>().is_ok(),
            "{}",
            client.zone
        );
        assert!(client.short.graphemes(true).count() <= 8 && client.colour <= 7);
        assert!(client.promise_min > 0 && client.hours.contains('-'));
        for words in [
            &client.name,
            &client.tone,
            &client.goals,
            &client.audience,
            &client.contract_money,
        ] {
            assert!(!words.is_empty(), "{}", client.key);
        }
        assert_eq!(
            client.rubric.iter().map(|r| r.share).sum::<i64>(),
            100,
            "{}",
            client.key
        );
        assert!(
            client
                .target
                .iter()
                .all(|t| t.value > 0.0 && !t.metric.is_empty())
        );
        assert!(
            client
                .target
                .iter()
                .all(|t| ["up", "down"].contains(&t.better.as_str()))
        );
    }
    let contracts: Vec<usize> = desk.client.iter().map(|c| c.contract_posts).collect();
    assert_eq!(contracts, [20, 12, 16, 8]);
}

#[test]
fn no_key_of_the_demo_opens_a_strangers_page() {
    for client in clients().values() {
        for channel in &client.channel {
            let host = channel.link.strip_prefix("https://").unwrap();
            assert!(
                host.split('/').next().unwrap().ends_with(".example"),
                "{host}"
            );
            assert!(["auto", "assisted"].contains(&channel.mode.as_str()));
            assert!(!channel.handle.is_empty() && channel.look_every_min > 0);
            assert!(channel.grace_min > 0 && channel.watch_min >= 0);
            assert!(channel.looked_min_ago.is_some());
        }
    }
    let linked = posts().into_values().filter_map(|p| p.link);
    assert!(
        linked
            .into_iter()
            .all(|link| link.split('/').nth(2).unwrap().ends_with(".example"))
    );
}

#[test]
fn every_client_has_ready_answers_in_both_languages() {
    const STEPS: [&str; 8] = [
        "hours",
        "booking",
        "price",
        "understand",
        "own_it",
        "offer",
        "follow_up",
        "thanks",
    ];
    for client in clients().values() {
        for (place, lang) in client.languages.iter().enumerate() {
            let kinds: BTreeSet<&str> = client
                .canned
                .iter()
                .filter(|c| &c.lang == lang)
                .map(|c| c.kind.as_str())
                .collect();
            assert!(
                kinds.iter().all(|kind| STEPS.contains(kind)),
                "{}",
                client.key
            );
            assert!(
                kinds.len() >= if place == 0 { 8 } else { 4 },
                "{} {lang}",
                client.key
            );
        }
        assert!(
            client
                .canned
                .iter()
                .all(|c| !c.name.is_empty() && client.languages.contains(&c.lang))
        );
    }
}

#[test]
fn snippets_speak_the_languages_of_their_client() {
    for client in clients().values() {
        assert!((2..=4).contains(&client.snippet.len()), "{}", client.key);
        for it in &client.snippet {
            assert!(client.languages.contains(&it.lang), "{}", it.name);
            assert!(!it.kind.is_empty() && !it.name.is_empty());
        }
    }
}

#[test]
fn fifty_six_posts_are_spread_over_the_month() {
    let posts: Posts = read(POSTS);
    assert_eq!(
        count_by(&posts.post, |p| &p.status),
        spread(&[
            ("published", 36),
            ("late", 1),
            ("due", 1),
            ("scheduled", 7),
            ("review", 2),
            ("changes", 1),
            ("draft", 4),
            ("idea", 4),
        ])
    );
    assert_eq!(
        posts
            .post
            .iter()
            .map(|p| &p.key)
            .collect::<BTreeSet<_>>()
            .len(),
        56
    );
}

#[test]
fn a_status_has_the_moment_it_needs() {
    for post in posts().values() {
        let at = post.at.unwrap_or_default();
        assert_eq!(
            at.days_ago.is_some(),
            post.status == "published",
            "{}",
            post.key
        );
        assert_eq!(
            at.minutes_ago.is_some(),
            post.status == "late",
            "{}",
            post.key
        );
        assert!(
            post.at.is_some() || ["idea", "draft"].contains(&post.status.as_str()),
            "{}",
            post.key
        );
        assert_eq!(
            at.time.is_some(),
            at.days_ago.or(at.days_ahead).is_some(),
            "{}",
            post.key
        );
        assert_eq!(
            post.waiting_since_days.is_some(),
            post.status == "review",
            "{}",
            post.key
        );
        assert_eq!(
            post.reason.is_some(),
            post.status == "changes",
            "{}",
            post.key
        );
    }
}

#[test]
fn a_post_names_only_what_its_client_has() {
    const FORMATS: [&str; 8] = [
        "text", "photo", "carousel", "video", "short", "story", "poll", "article",
    ];
    let clients = clients();
    for post in posts().values() {
        let client = &clients[&post.client];
        assert!(
            FORMATS.contains(&post.format.as_str()) && !post.topic.is_empty(),
            "{}",
            post.key
        );
        assert!(
            !post.channels.is_empty() && post.channels.iter().all(|c| client.has(c)),
            "{}",
            post.key
        );
        assert!(
            post.variant
                .iter()
                .all(|v| post.channels.contains(&v.channel)),
            "{}",
            post.key
        );
        let known = |rubric: &String| client.rubric.iter().any(|r| &r.name == rubric);
        assert!(post.rubric.as_ref().is_none_or(known), "{}", post.key);
        assert!(
            post.lang
                .as_ref()
                .is_none_or(|l| client.languages.contains(l)),
            "{}",
            post.key
        );
        assert!(
            !post.picture_missing || !post.pictures.is_empty(),
            "{}",
            post.key
        );
        assert!(
            post.alt.is_none() || !post.pictures.is_empty(),
            "{}",
            post.key
        );
    }
    for client in clients.values() {
        assert!(
            client.slot.iter().all(|s| client.has(&s.channel)),
            "{}",
            client.key
        );
    }
}

#[test]
fn the_week_has_four_gaps() {
    let posts = posts();
    let mut gaps = BTreeMap::new();
    for client in clients().values() {
        for slot in &client.slot {
            let weekday: chrono::Weekday = slot.weekday.parse().unwrap();
            let day = i64::from(weekday.num_days_from_monday()) - 1;
            let time = slot.time.parse().unwrap();
            let taken = posts.values().any(|post| {
                let at = post.at.unwrap_or_default();
                post.client == client.key
                    && post.channels.contains(&slot.channel)
                    && (at.day(), at.time) == (day, Some(time))
            });
            if !taken {
                *gaps.entry(client.key.clone()).or_insert(0) += 1;
            }
        }
    }
    assert_eq!(gaps, spread(&[("kolos", 1), ("saomai", 2), ("lampo", 1)]));
}

#[test]
fn a_day_with_a_name_is_the_day_of_its_post() {
    let desk: Desk = read(DESK);
    let off: Vec<_> = desk.day.iter().map(|it| (it.off, it.days_ahead)).collect();
    assert_eq!(off, [(true, 11)], "the wedding is not this week");
    let posts = posts();
    for client in &desk.client {
        let [day] = client.day.as_slice() else {
            panic!("{} has one day", client.key)
        };
        assert!(!day.off && !day.name.is_empty());
        let on_it = posts.values().any(|post| {
            let at = post.at.unwrap_or_default();
            post.client == client.key && post.at.is_some() && at.day() == day.days_ahead
        });
        // What is past was celebrated; what is near is still to be filled.
        assert_eq!(on_it, day.days_ahead < 0, "{}", day.name);
    }
}

#[test]
fn the_first_frame_has_something_to_do_at_any_hour() {
    let posts = posts();
    let late = posts.values().find(|p| p.status == "late").unwrap();
    let clients = clients();
    let channel = clients[&late.client]
        .channel
        .iter()
        .find(|c| c.platform == late.channels[0])
        .unwrap();
    assert!(
        late.at.unwrap().minutes_ago.unwrap() > channel.grace_min,
        "its window is closed"
    );
    let due = posts.values().find(|p| p.status == "due").unwrap();
    assert!((1..=3).contains(&due.at.unwrap().minutes_ahead.unwrap()));
    let angry = |m: &Message| m.tone == "-" && m.left_min.is_some_and(|left| left < 15);
    assert!(messages().iter().any(angry));
}

#[test]
fn every_campaign_has_days_a_name_for_links_and_posts_of_its_own_days() {
    let posts = posts();
    for client in clients().values() {
        assert!(!client.campaign.is_empty(), "{}", client.key);
        for campaign in &client.campaign {
            let named = &campaign.name;
            assert!(campaign.starts_days <= campaign.ends_days, "{named}");
            assert!(
                campaign.ends_days > 0 && !campaign.goal.is_empty(),
                "{named}"
            );
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(
                !campaign.utm.is_empty() && campaign.utm.chars().all(plain),
                "{named}"
            );
            let theirs =
                |post: &&Post| post.client == client.key && post.campaign.as_ref() == Some(named);
            let days: Vec<Option<i64>> = posts
                .values()
                .filter(theirs)
                .map(|post| post.at.map(At::day))
                .collect();
            assert!(!days.is_empty(), "{named} has no posts");
            let run = campaign.starts_days..=campaign.ends_days;
            assert!(
                days.iter().flatten().all(|day| run.contains(day)),
                "{named}: {days:?}"
            );
        }
    }
    for post in posts.values() {
        let Some(campaign) = &post.campaign else {
            continue;
        };
        let known = clients()[&post.client]
            .campaign
            .iter()
            .any(|it| it.name == *campaign);
        assert!(known, "{}: {campaign}", post.key);
    }
}
