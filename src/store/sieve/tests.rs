//! A sieve against a plain reading of the same rules, and how SQLite goes about it.

mod oracle;

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, DeliveryCommand, NewPost, PlanCommand, Planned,
};
use crate::domain::filter::{Flag, Names, read};
use crate::domain::ids::{ChannelId, PostId, VariantId};
use crate::domain::post::{Approval, Format};
use crate::store::agenda_pages::tests::plan_of;
use crate::store::{Hour, Origin, Place, Store};
use oracle::{Whole, wholes};

fn now() -> Moment {
    DateTime::from_timestamp(1_795_500_720, 0).unwrap()
}

const WORDS: [&str; 8] = [
    "осень",
    "Осенний раф",
    "кофе",
    "ёлка",
    "hoc phi",
    "a\"b",
    "NEAR(",
    "сырники",
];

/// Two clients, four channels, and sixty posts of all kinds.
fn desk() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let patience = Duration::from_secs(1);
    let mut store = Store::open(folder.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
    let mut apply = |command: Command| store.apply(&command, now()).unwrap();
    for name in ["Kolos", "Sao Mai"] {
        let card = ClientCard::new(name, "Europe/Moscow");
        apply(Command::Client(ClientCommand::Add(card)));
    }
    for (client, platform) in [(1, "vk"), (1, "telegram"), (2, "facebook"), (2, "vk")] {
        apply(Command::Channel(ChannelCommand::Add(ChannelCard {
            client: ClientId(client),
            platform: platform.to_owned(),
            handle: format!("@{platform}{client}"),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 60,
            text_max: 0,
            utm: String::new(),
        })));
    }
    let mut dice = Rng::seeded(3);
    for n in 0..60 {
        apply(Command::Plan(PlanCommand::AddPost(post(n, &mut dice))));
    }
    for (variant, n) in (1..=90).zip(0..) {
        let variants = vec![VariantId(variant)];
        let command = match n % 9 {
            0 => DeliveryCommand::Stamp {
                variants,
                at: now(),
                permalink: String::new(),
            },
            1 => DeliveryCommand::Skip {
                variants,
                reason: "не нужно".to_owned(),
            },
            _ => continue,
        };
        drop(store.apply(&Command::Delivery(command), now()));
    }
    (folder, store)
}

fn post(n: usize, dice: &mut Rng) -> NewPost {
    let mut one_of = |some: usize| (dice.next() % some as u64) as usize;
    let first = one_of(2);
    let at = now() + TimeDelta::hours(one_of(120) as i64 - 48);
    let planned = Planned {
        local: at.naive_utc(),
        zone: "UTC".to_owned(),
        at,
    };
    let channels = [1 + 2 * first, 2 + 2 * first];
    let both = one_of(2) + 1;
    NewPost {
        client: ClientId(first as i64 + 1),
        campaign: String::new(),
        rubric: ["люди", "Меню", ""][one_of(3)].to_owned(),
        topic: format!("{} {n}", WORDS[one_of(WORDS.len())]),
        format: [Format::Text, Format::Photo, Format::Video][one_of(3)],
        text: ["", WORDS[one_of(WORDS.len())]][one_of(2)].to_owned(),
        link: String::new(),
        first_comment: String::new(),
        planned: (one_of(4) > 0).then_some(planned),
        approval: Approval::ALL[one_of(Approval::ALL.len())],
        channels: channels[..both]
            .iter()
            .map(|id| ChannelId(*id as i64))
            .collect(),
    }
}

/// The posts that pass, by every question that takes a sieve.
fn passed(store: &Store, sieve: &Sieve) -> BTreeSet<PostId> {
    let reader = store.reader();
    let asked = (None, sieve);
    let start = Place::start_of(DateTime::UNIX_EPOCH);
    let planned = reader.plan_from(start, asked, 1000).unwrap().lines;
    let shelf = reader
        .lines("a.at IS NULL", "LIMIT ?", &[], asked, 1000)
        .unwrap();
    let posts: BTreeSet<PostId> = planned.iter().chain(&shelf).map(|line| line.post).collect();
    let (from, to) = (now() - TimeDelta::days(9), now() + TimeDelta::days(9));
    let spots = reader.spots(from, to, asked, 1000).unwrap();
    for spot in spots {
        assert_eq!(spot.is_shown, posts.contains(&spot.post), "{spot:?}");
    }
    let soon = now() + TimeDelta::hours(24);
    for hour in [Hour::After(soon), Hour::UpTo(soon), Hour::None] {
        let queue = reader
            .standing_at(Approval::Draft, hour, asked, 1000)
            .unwrap();
        assert!(queue.iter().all(|line| posts.contains(&line.post)));
    }
    posts
}

const LINES: [&str; 34] = [
    "",
    "vk",
    "-vk",
    "tg draft",
    "vk facebook",
    "draft review",
    "-draft",
    "out",
    "-out",
    "skipped vk",
    "kolos",
    "-kolos",
    "kolos \"sao mai\"",
    "#люди",
    "-#люди",
    "#люди #меню photo",
    "осень",
    "\"осенний раф\"",
    "-\"осень\"",
    "елка люди",
    "hoc",
    "\"a\"b\"",
    "NEAR(",
    "!late",
    "-!late",
    "!mine vk",
    "!no-text",
    "-!no-text !no-time",
    "!no-picture",
    "!no-rubric !late",
    "@vk2 #меню",
    "сырники -tg -draft video",
    "vk -vk",
    "неттакого",
];

#[test]
fn a_sieve_lets_pass_what_the_rules_say() {
    let (_folder, mut store) = desk();
    for (post, hours) in [(3, -5), (9, 12), (15, 40), (21, 6)] {
        let at = now() + TimeDelta::hours(hours);
        let card = PlanCommand::EditPost {
            post: PostId(post),
            card: crate::domain::command::PostCard {
                ready_by: Some(at),
                ..store.reader().card_of_post(PostId(post)).unwrap().card
            },
        };
        store.apply(&Command::Plan(card), now()).unwrap();
    }
    let names = store.reader().filter_names().unwrap();
    let wholes = wholes(&store);
    let mut told_apart = 0;
    for line in LINES {
        let filter = read(line, &names).filter;
        let sieve = store.reader().sieve(&filter, now()).unwrap();
        let expected: BTreeSet<PostId> = wholes
            .iter()
            .filter(|(_, whole)| filter.is_empty() || whole.passes(&filter))
            .map(|(post, _)| *post)
            .collect();
        assert_eq!(passed(&store, &sieve), expected, "{line} → {filter}");
        told_apart += usize::from(!expected.is_empty() && expected.len() < 60);
        let late = Is::Flag(Flag::Late);
        let is_late = |whole: &Whole| whole.lines.iter().any(|line| whole.is(line, &late));
        let hidden = wholes
            .iter()
            .filter(|(post, it)| is_late(it) && !expected.contains(post));
        let counted = store.reader().late_hidden(None, &sieve, now()).unwrap();
        assert_eq!(counted, hidden.count(), "{line}");
    }
    assert!(told_apart > 25, "{told_apart}");
}

#[test]
fn nothing_that_is_typed_breaks_a_question() {
    let (_folder, store) = desk();
    let names = store.reader().filter_names().unwrap();
    let long = "x ".repeat(5_000);
    for line in [
        "\"",
        "\"\"\"",
        "* ^ NEAR(a b)",
        "a AND OR NOT",
        "-\"-\"",
        "col:x {a b}: c",
        "' OR 1=1 --",
        "\0\u{1b}[2J",
        "a* b^2 \"c\"\"d\"",
        "\u{202e}abc",
        "#'; DROP TABLE post",
        "@%_ !? status:\"",
        "ა\u{300}\u{300}",
        &long,
        "½ ② ⁵ Ⅷ",
        "ﷺ",
        "\u{1d400}\u{1d401}",
        "🏻",
        "١٢٣",
        "𞤀𞤁",
    ] {
        let filter = read(line, &names).filter;
        let sieve = store.reader().sieve(&filter, now()).unwrap();
        passed(&store, &sieve);
        store
            .reader()
            .late_hidden(Some(ClientId(1)), &sieve, now())
            .unwrap();
    }
}

#[test]
fn a_name_that_is_gone_lets_nothing_pass() {
    let (_folder, store) = desk();
    let names = Names::new([["Marani", "Marani"]], [], ["вино"], ["зима"]);
    for line in ["Marani", "вино", "зима", "вино зима"] {
        let filter = read(line, &names).filter;
        assert!(!filter.is_empty());
        let sieve = store.reader().sieve(&filter, now()).unwrap();
        assert_eq!(passed(&store, &sieve), BTreeSet::new(), "{line}");
    }
}

/// The clause of a filter, as the questions take it.
fn clause(store: &Store, line: &str) -> String {
    let names = store.reader().filter_names().unwrap();
    let sieve = store
        .reader()
        .sieve(&read(line, &names).filter, now())
        .unwrap();
    Asked::from((None, &sieve)).clause().0
}

#[test]
fn a_filter_walks_the_order_that_is_asked_for_or_begins_with_its_few_posts() {
    let (_folder, store) = desk();
    let pages = "WHERE a.at IS NOT NULL AND (a.at, a.variant) >= (?, ?)";
    let queue = "WHERE a.outcome IN ('none', 'due', 'missed') AND a.approval = ? AND a.at > ?";
    let order = "ORDER BY a.at, a.variant LIMIT ?";
    let no_scan = |line: &str, plan: &str| {
        let scans = plan.contains("SCAN a") || plan.contains("SCAN p");
        assert!(!scans, "{line}:\n{plan}");
    };
    // What no index knows is tested on rows in their order; with one client it is that client's own order.
    for (line, when, waits) in [
        ("photo -tg", "agenda_sum_when", "agenda_sum_waits"),
        ("-#люди -kolos out", "agenda_sum_when", "agenda_sum_waits"),
        (
            "sao mai kolos !no-rubric -vk",
            "agenda_sum_when",
            "agenda_sum_waits",
        ),
        ("kolos -vk", "agenda_sum_client", "agenda_sum_client_waits"),
    ] {
        let about = clause(&store, line);
        for (start, index) in [(pages, when), (queue, waits)] {
            let plan = plan_of(&store, &format!("{start} {about} {order}"));
            assert!(plan.contains(index), "{line}:\n{plan}");
            assert!(plan.contains("agenda_sum_post"), "{line}:\n{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{line}:\n{plan}");
            no_scan(line, &plan);
        }
    }
    for line in [
        "осень",
        "#люди",
        "осень #люди vk",
        "vk draft",
        "hold",
        "!late",
        "facebook",
    ] {
        let about = clause(&store, line);
        let plan = plan_of(&store, &format!("{pages} {about} {order}"));
        assert!(
            plan.contains("SEARCH a USING INDEX agenda_sum_post"),
            "{line}:\n{plan}"
        );
        no_scan(line, &plan);
        let plan = plan_of(&store, &format!("{queue} {about} {order}"));
        assert!(plan.contains("agenda_sum_waits"), "{line}:\n{plan}");
        no_scan(line, &plan);
    }
}
