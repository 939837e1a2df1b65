//! A clock that is set, holders that sleep or die, a desk that is busy: whoever looks, nothing is marked or rung twice.

use std::collections::BTreeMap;

use chrono::DateTime;
use tempfile::TempDir;

use super::*;
use crate::domain::chance::Rng;
use crate::domain::channel::{ChannelCard, Mode};
use crate::domain::client::ClientCard;
use crate::domain::command::{ChannelCommand, ClientCommand, NewPost, PlanCommand, Planned};
use crate::domain::ids::{ChannelId, ClientId};
use crate::domain::post::{Approval, Format, Outcome};
use crate::neighbours::Announced;
use crate::store::Origin;

/// A Tuesday morning.
fn morning() -> Moment {
    DateTime::from_timestamp(1_795_500_000, 0).unwrap()
}

fn minutes(minutes: i64) -> Moment {
    morning() + Duration::minutes(minutes)
}

fn open(folder: &TempDir, seed: u64) -> Store {
    let patience = std::time::Duration::ZERO;
    Store::open(folder.path(), Origin::Daemon, patience, Rng::seeded(seed)).unwrap()
}

/// A desk with a post at each of these minutes, an hour of grace each.
fn desk(at: &[i64]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&folder, 1);
    let client = Command::Client(ClientCommand::Add(ClientCard::new("Kolos", "UTC")));
    let client = ClientId(store.apply(&client, morning()).unwrap().id.unwrap());
    let channel = Command::Channel(ChannelCommand::Add(ChannelCard {
        client,
        platform: "vk".into(),
        handle: "@kolos".into(),
        link: String::new(),
        mode: Mode::Assisted,
        grace_min: 60,
        look_every_min: 0,
        watch_min: 120,
        text_max: 0,
        utm: String::new(),
    }));
    let channel = ChannelId(store.apply(&channel, morning()).unwrap().id.unwrap());
    for &minute in at {
        let at = minutes(minute);
        let post = Command::Plan(PlanCommand::AddPost(NewPost {
            client,
            rubric: String::new(),
            campaign: String::new(),
            topic: format!("Пост {minute}"),
            format: Format::Text,
            text: "Текст".into(),
            link: String::new(),
            first_comment: String::new(),
            planned: Some(Planned {
                local: at.naive_utc(),
                zone: "UTC".into(),
                at,
            }),
            approval: Approval::Approved,
            channels: vec![channel],
        }));
        store.apply(&post, morning()).unwrap();
    }
    folder
}

fn daemon(folder: &TempDir, now: Moment) -> Watch {
    match Presence::announce(folder.path(), Kind::Daemon, now).unwrap() {
        Announced::Here(presence) => Watch::of_daemon(presence, folder.path()),
        Announced::Taken(other) => panic!("{other:?} lives"),
    }
}

fn window(folder: &TempDir) -> Watch {
    Watch::new(Kind::Window, folder.path())
}

/// How often each post rang, was marked due and was marked missed.
#[derive(Debug, Default)]
struct Heard(BTreeMap<(i64, &'static str), usize>);

impl Heard {
    fn take(&mut self, noted: &[Noted]) {
        for it in noted {
            let what = match it {
                Noted::Rang { .. } => "rang",
                Noted::Marked(mark) => mark.outcome.word(),
            };
            *self.0.entry((it.variant().0, what)).or_default() += 1;
        }
    }

    fn of(&self, what: &str) -> usize {
        self.0.keys().filter(|(_, heard)| *heard == what).count()
    }

    #[track_caller]
    fn nothing_twice(&self) {
        let twice: Vec<_> = self.0.iter().filter(|(_, times)| **times > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

#[test]
fn a_day_passes_with_a_bell_a_mark_and_a_miss_for_each_post() {
    let folder = desk(&[30, 31, 400]);
    let mut store = open(&folder, 2);
    let mut watch = daemon(&folder, morning());
    let mut heard = Heard::default();
    let (mut now, mut wakes) = (morning(), 0);
    while now < minutes(600) {
        heard.take(&watch.pass(&mut store, now).unwrap());
        now = watch.next().unwrap();
        wakes += 1;
    }
    assert_eq!(
        (heard.of("rang"), heard.of("due"), heard.of("missed")),
        (3, 3, 3)
    );
    heard.nothing_twice();
    // It wakes for bells, moments and ends of grace, and for nothing else.
    assert_eq!(wakes, 1 + 3 * 3);
}

#[test]
fn a_clock_that_is_set_rings_and_marks_nothing_again() {
    for jump in [-90, -24 * 60, 24 * 60, 366 * 24 * 60] {
        let folder = desk(&[5, 20, 40, 100, 200]);
        let (mut store, mut second) = (open(&folder, 2), open(&folder, 3));
        let (mut watch, mut window) = (daemon(&folder, morning()), window(&folder));
        let mut heard = Heard::default();
        let jumps = [0, 12, 15, 35, 35 + jump, 36, 37 + jump, 50, 55 + jump, 300];
        for minute in jumps {
            heard.take(&window.pass(&mut second, minutes(minute)).unwrap());
            heard.take(&watch.pass_all(&mut store, minutes(minute)).unwrap());
            heard.take(&window.pass(&mut second, minutes(minute)).unwrap());
        }
        heard.nothing_twice();
        assert_eq!(heard.of("missed"), 5, "{jump}");
        let marked = store
            .reader()
            .pending(minutes(0), minutes(300), 99)
            .unwrap();
        assert!(marked.iter().all(|it| it.outcome == Outcome::Missed));
    }
}

#[test]
fn after_a_long_sleep_the_misses_are_one_list_and_nothing_rings() {
    let folder = desk(&(0..700).collect::<Vec<i64>>());
    let mut store = open(&folder, 2);
    let mut watch = daemon(&folder, morning() - Duration::hours(1));
    let before = morning() - Duration::hours(1);
    assert_eq!(watch.pass(&mut store, before).unwrap(), []);
    let noted = watch.pass_all(&mut store, minutes(24 * 60)).unwrap();
    let missed = |it: &&Noted| matches!(it, Noted::Marked(mark) if mark.outcome == Outcome::Missed && mark.reason == "missed-asleep");
    assert_eq!(noted.iter().filter(missed).count(), 700);
    assert_eq!(noted.len(), 700);
}

#[test]
fn a_holder_that_slept_can_neither_write_nor_ring_any_more() {
    let folder = desk(&[5, 50]);
    let (mut store, mut other) = (open(&folder, 2), open(&folder, 3));
    let mut sleeper = window(&folder);
    let mut heard = Heard::default();
    heard.take(&sleeper.pass(&mut store, minutes(0)).unwrap());
    assert_eq!(heard.of("rang"), 1);
    // It is stopped. The daemon comes and goes on with the work.
    let mut daemon = daemon(&folder, minutes(1));
    for minute in [1, 5, 41] {
        heard.take(&daemon.pass(&mut other, minutes(minute)).unwrap());
    }
    assert_eq!((heard.of("rang"), heard.of("due")), (2, 1));
    // As it stood when it was stopped: just about to write under its old epoch.
    let stale = DeliveryCommand::Rang {
        variants: vec![(VariantId(2), minutes(50))],
    };
    let before = store.reader().lease().unwrap();
    let epoch = before.epoch - 1;
    let refused = store.apply_held(epoch, minutes(99), &Command::Delivery(stale), minutes(42));
    assert!(matches!(refused, Err(StoreError::LeaseLost)));
    assert_eq!(store.reader().lease().unwrap(), before);
    // It goes on: first it learns that the lease is gone, then it leaves the clock alone.
    heard.take(&sleeper.pass(&mut store, minutes(50)).unwrap());
    assert_eq!(heard.of("due"), 1);
    heard.take(&daemon.pass(&mut other, minutes(51)).unwrap());
    assert_eq!(heard.of("due"), 2);
    heard.nothing_twice();
}

#[test]
fn the_dead_are_replaced_at_once_and_the_stopped_after_twenty_seconds() {
    let folder = desk(&[5, 30, 60]);
    let (mut store, mut other) = (open(&folder, 2), open(&folder, 3));
    let mut first = daemon(&folder, morning());
    first.pass(&mut store, morning()).unwrap();
    let mut second = window(&folder);
    let late = |seconds| minutes(5) + Duration::seconds(seconds);
    // The daemon lives and does nothing.
    for seconds in [0, 10, 19] {
        assert_eq!(second.pass(&mut other, late(seconds)).unwrap(), []);
        assert!(second.next().unwrap() <= late(20) + PATIENCE);
    }
    second.plan_changed();
    let noted = second.pass(&mut other, late(20)).unwrap();
    assert_eq!(noted.len(), 1, "{noted:?}");
    // The daemon wakes up and takes the clock back without doing anything twice.
    first.plan_changed();
    assert_eq!(first.pass(&mut store, late(25)).unwrap(), []);
    first.plan_changed();
    let rang = first.pass(&mut store, minutes(20)).unwrap();
    assert!(matches!(rang[..], [Noted::Rang { .. }]), "{rang:?}");
    // Killed: its lock is gone with it.
    drop(first);
    let noted = second.pass(&mut other, minutes(31)).unwrap();
    assert!(
        noted.iter().any(|it| it.variant() == VariantId(2)),
        "{noted:?}"
    );
}

#[test]
fn why_something_was_missed_knows_about_the_daemon() {
    let reason = |noted: &[Noted]| match &noted[0] {
        Noted::Marked(mark) => mark.reason.clone(),
        Noted::Rang { .. } => String::new(),
    };
    // Nobody ever looked.
    let folder = desk(&[5]);
    let mut store = open(&folder, 2);
    let noted = window(&folder).pass(&mut store, minutes(99)).unwrap();
    assert_eq!(reason(&noted), "missed-closed");
    // A daemon was killed before.
    let folder = desk(&[5]);
    let mut store = open(&folder, 2);
    let mut killed = daemon(&folder, morning() - Duration::hours(2));
    killed
        .pass(&mut store, morning() - Duration::hours(2))
        .unwrap();
    drop(killed);
    let noted = window(&folder).pass(&mut store, minutes(99)).unwrap();
    assert_eq!(reason(&noted), "missed-daemon-gone");
    // A daemon was ended by her.
    let folder = desk(&[5]);
    let mut store = open(&folder, 2);
    let mut ended = daemon(&folder, morning() - Duration::hours(2));
    ended
        .pass(&mut store, morning() - Duration::hours(2))
        .unwrap();
    ended.leave(&mut store, morning() - Duration::hours(2));
    let noted = window(&folder).pass(&mut store, minutes(99)).unwrap();
    assert_eq!(reason(&noted), "missed-closed");
    // A daemon lives and has been stopped all the time.
    let folder = desk(&[5]);
    let (mut store, mut other) = (open(&folder, 2), open(&folder, 3));
    let mut stopped = daemon(&folder, morning() - Duration::hours(2));
    stopped
        .pass(&mut store, morning() - Duration::hours(2))
        .unwrap();
    let mut window = window(&folder);
    assert_eq!(window.pass(&mut other, minutes(99)).unwrap(), []);
    let noted = window.pass(&mut other, minutes(99) + PATIENCE).unwrap();
    assert_eq!(reason(&noted), "missed-asleep");
}

#[test]
fn who_only_marks_leaves_the_bell_to_the_others() {
    let folder = desk(&[-5, 5]);
    let mut store = open(&folder, 2);
    let mut once = Watch::new(Kind::Once, folder.path()).without_bell();
    let noted = once.pass_all(&mut store, morning()).unwrap();
    assert!(matches!(noted[..], [Noted::Marked(_)]), "{noted:?}");
    once.leave(&mut store, morning());
    assert_eq!(store.reader().lease().unwrap().kind, None);
    let noted = window(&folder).pass(&mut store, morning()).unwrap();
    assert!(matches!(noted[..], [Noted::Rang { .. }]), "{noted:?}");
}

/// Posts that wait for a look at this moment.
fn waiting(store: &Store, now: Moment) -> bool {
    store
        .reader()
        .next_look()
        .unwrap()
        .is_some_and(|at| at <= now)
}

#[test]
fn without_a_window_the_daemon_looks_over_what_is_due_a_few_at_a_time_and_again_before_its_moment()
{
    let week = 7 * 24 * 60;
    let at: Vec<i64> = (0..60).map(|n| week + n).collect();
    let folder = desk(&at);
    let mut store = open(&folder, 2);
    let mut watch = daemon(&folder, morning());
    let mut rounds = 0;
    watch.pass(&mut store, morning()).unwrap();
    watch.look_over(&mut store, morning()).unwrap();
    assert!(
        waiting(&store, morning()),
        "all at once would make the bell late"
    );
    while watch.next() == Some(morning()) {
        watch.pass(&mut store, morning()).unwrap();
        watch.look_over(&mut store, morning()).unwrap();
        rounds += 1;
        assert!(rounds < 20, "it never sleeps");
    }
    assert!(!waiting(&store, morning()));
    // What the pass wakes for anyway comes at the latest after a day; then the day and the hour before.
    let mut looks = Vec::new();
    let mut now = morning();
    while now < minutes(week) {
        let next = watch.next().unwrap();
        assert!(next >= now);
        now = next;
        if waiting(&store, now) {
            looks.push((now - morning()).num_minutes());
        }
        watch.pass(&mut store, now).unwrap();
        watch.look_over(&mut store, now).unwrap();
    }
    let wanted: Vec<i64> = [week - 24 * 60, week - 60]
        .iter()
        .flat_map(|first| (0..60).map(move |n| first + n))
        .filter(|minute| *minute < week)
        .collect();
    assert_eq!(looks, wanted);
}

#[test]
fn looks_are_left_to_the_holder_of_the_lease_and_made_once_it_is_gone() {
    let folder = desk(&[600]);
    let (mut store, mut second) = (open(&folder, 2), open(&folder, 3));
    let mut watch = daemon(&folder, morning());
    watch.pass(&mut store, morning()).unwrap();
    let mut passer = Watch::new(Kind::Once, folder.path());
    passer.pass(&mut second, morning()).unwrap();
    passer.look_over(&mut second, morning()).unwrap();
    assert!(waiting(&second, morning()), "the daemon has it");
    watch.leave(&mut store, morning());
    passer.look_over(&mut second, morning()).unwrap();
    assert!(!waiting(&second, morning()));
    passer.leave(&mut second, morning());
}
