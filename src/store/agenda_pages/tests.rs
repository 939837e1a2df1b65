//! The plan read page by page loses nothing, and reads no more than it shows.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{
    ChannelCommand, ClientCommand, Command, NewPost, PlanCommand, Planned,
};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::{Approval, Format};
use crate::store::{Origin, Store};

/// 2026-11-24 06:12 UTC.
const NOW: i64 = 1_795_500_720;

fn now() -> Moment {
    DateTime::from_timestamp(NOW, 0).unwrap()
}

/// Kolos with VK and TG, nothing planned.
pub(in crate::store) fn desk() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let patience = Duration::from_secs(1);
    let mut store = Store::open(folder.path(), Origin::Window, patience, Rng::seeded(7)).unwrap();
    let kolos = ClientCard::new("Kolos", "Europe/Moscow");
    store
        .apply(&Command::Client(ClientCommand::Add(kolos)), now())
        .unwrap();
    for platform in ["vk", "telegram"] {
        let card = ChannelCard {
            client: ClientId(1),
            platform: platform.to_owned(),
            handle: "@kolos".to_owned(),
            link: String::new(),
            mode: Mode::Assisted,
            grace_min: 60,
            look_every_min: 0,
            watch_min: 60,
            text_max: 0,
            utm: String::new(),
        };
        store
            .apply(&Command::Channel(ChannelCommand::Add(card)), now())
            .unwrap();
    }
    (folder, store)
}

/// How SQLite would answer a question about agenda lines.
pub(in crate::store) fn plan_of(store: &Store, clause: &str) -> String {
    let sql = format!("EXPLAIN QUERY PLAN {} {clause}", crate::store::agenda::LINE);
    let mut statement = store.reader().conn().prepare(&sql).unwrap();
    let mut rows = statement.raw_query();
    let mut plan = String::new();
    while let Some(row) = rows.next().unwrap() {
        let step: String = row.get(3).unwrap();
        // What one finding is about: a list within one row, however large the tables are.
        if !step.starts_with("SCAN j VIRTUAL TABLE") {
            plan.push_str(&step);
            plan.push('\n');
        }
    }
    plan
}

fn post(minutes: Option<i64>) -> NewPost {
    let planned = minutes.map(|minutes| {
        let at = now() + TimeDelta::minutes(minutes);
        Planned {
            local: at.naive_utc(),
            zone: "UTC".to_owned(),
            at,
        }
    });
    NewPost {
        client: ClientId(1),
        rubric: String::new(),
        campaign: String::new(),
        topic: "Сырники".to_owned(),
        format: Format::Text,
        text: "Тесто, сметана, огонь.".to_owned(),
        link: String::new(),
        first_comment: String::new(),
        planned,
        approval: Approval::Draft,
        channels: vec![ChannelId(1), ChannelId(2)],
    }
}

fn planned(minutes: impl IntoIterator<Item = Option<i64>>) -> (tempfile::TempDir, Store) {
    let (folder, mut store) = desk();
    let posts = minutes.into_iter().map(|it| post(it).into()).collect();
    let file = "plan.csv".to_owned();
    store
        .apply(&Command::Plan(PlanCommand::AddPosts { posts, file }), now())
        .unwrap();
    (folder, store)
}

#[test]
fn pages_forward_and_back_meet_every_line_once_and_keep_posts_whole() {
    let (_folder, store) = planned((0..50).map(|n| Some(n / 2)));
    let mut seen = Vec::new();
    let mut place = Place::start_of(now());
    loop {
        let page = store.reader().plan_from(place, None, 7).unwrap();
        assert!(page.lines.len() <= 7);
        place = Place::of(page.lines.last().unwrap()).unwrap().behind();
        seen.extend(page.lines.iter().map(|line| line.variant.0));
        if !page.more {
            break;
        }
        assert!(
            page.lines.len().is_multiple_of(4),
            "two posts a minute on two channels"
        );
    }
    let all: Vec<i64> = (1..=100).collect();
    assert_eq!(seen, all);
    let mut back = Vec::new();
    loop {
        let page = store.reader().plan_before(place, None, 9).unwrap();
        place = Place::of(&page.lines[0]).unwrap();
        back.splice(0..0, page.lines.iter().map(|line| line.variant.0));
        if !page.more {
            break;
        }
    }
    assert_eq!(back, all);
}

#[test]
fn a_minute_larger_than_a_page_is_still_walked_through() {
    let (_folder, store) = planned(std::iter::repeat_n(Some(5), 20));
    let first = store.reader().plan_from(Place::start_of(now()), None, 7);
    let first = first.unwrap();
    assert_eq!((first.lines.len(), first.more), (7, true));
    let place = Place::of(&first.lines[6]).unwrap().behind();
    let rest = store.reader().plan_from(place, None, 100).unwrap();
    assert_eq!((rest.lines.len(), rest.more), (33, false));
}

#[test]
fn the_shelf_holds_what_has_no_time_and_says_when_it_is_longer() {
    let (_folder, store) = planned([Some(5), None, None]);
    let shelf = store.reader().shelf(Some(ClientId(1)), 200).unwrap();
    assert_eq!((shelf.lines.len(), shelf.more), (4, false));
    assert!(shelf.lines.iter().all(|line| line.at.is_none()));
    assert!(store.reader().shelf(None, 3).unwrap().more);
    assert!(
        store
            .reader()
            .shelf(Some(ClientId(9)), 3)
            .unwrap()
            .lines
            .is_empty()
    );
}

#[test]
fn no_page_reads_a_whole_table() {
    let (_folder, store) = desk();
    let from = "WHERE a.at IS NOT NULL AND (a.at, a.variant) >= (?, ?)";
    let before = "WHERE a.at IS NOT NULL AND (a.at, a.variant) < (?, ?)";
    let shelf = "WHERE a.at IS NULL AND a.outcome = 'none'";
    let up = "ORDER BY a.at, a.variant LIMIT ?";
    let down = "ORDER BY a.at DESC, a.variant DESC LIMIT ?";
    let newest = "ORDER BY a.variant DESC LIMIT ?";
    let (when, client) = ("agenda_sum_when", "agenda_sum_client");
    for (filter, order, index, scoped) in [
        (from, up, when, client),
        (before, down, when, client),
        (shelf, newest, "agenda_sum_shelf", client),
    ] {
        for (scope, index) in [("", index), ("AND a.client = ?", scoped)] {
            let plan = plan_of(&store, &format!("{filter} {scope} {order}"));
            assert!(plan.contains(index), "{filter} {scope}:\n{plan}");
            assert!(!plan.contains("SCAN"), "{filter} {scope}:\n{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{filter} {scope}:\n{plan}");
        }
    }
}
