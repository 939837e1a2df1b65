//! The demo at any hour: what the first frame needs, that nothing is lost on the way, and that it stands on sound ground.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{Datelike, Duration as Span, Months, NaiveDate};
use chrono_tz::Tz;

use super::*;
use crate::domain::chance::Rng;
use crate::domain::hours::Hours;
use crate::domain::ids::PostId;
use crate::domain::inbox::Tone;
use crate::domain::post::Status;
use crate::domain::zone::{Wall, resolve, zone_by_name};
use crate::store::{Client, Origin, Reader, Waiting};

const EVERYTHING: usize = 10_000;

/// Hours, nights, week-ends, ends of months, and both changes of clocks in Lahti, as UTC.
const MOMENTS: [&str; 12] = [
    "2026-11-24T06:12:30Z",
    "2026-11-21T22:59:59Z",
    "2026-11-30T20:30:00Z",
    "2026-12-31T20:59:59Z",
    "2027-01-31T09:00:00Z",
    "2027-02-28T19:47:00Z",
    "2027-03-01T00:01:01Z",
    "2027-03-28T00:59:30Z",
    "2027-10-31T00:30:00Z",
    "2027-10-31T01:30:00Z",
    "2027-07-31T19:56:10Z",
    "2028-02-29T04:05:00Z",
];

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// The demo as it stands at a moment, in a desk of its own.
fn opened(now: Moment) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let patience = Duration::from_secs(1);
    let mut store = Store::open(dir.path(), Origin::Rule, patience, Rng::seeded(7)).unwrap();
    seed(&mut store, now).unwrap();
    (dir, store)
}

fn posts(reader: &Reader) -> Vec<PostId> {
    (1..=200)
        .map(PostId)
        .filter(|post| !reader.variants_of(*post).unwrap().is_empty())
        .collect()
}

/// The first and the last moment of the calendar month of a client.
fn month(now: Moment, client: &Client) -> (Moment, Moment) {
    let zone = zone_by_name(&client.card.zone).unwrap();
    let first = Wall::at(now, zone).local.date().with_day(1).unwrap();
    let next = first + Months::new(1);
    let midnight = |day: NaiveDate| resolve(day.and_hms_opt(0, 0, 0).unwrap(), zone).moment();
    (midnight(first), midnight(next))
}

/// Whether the contract of some client asks for more posts than are out, or even planned, this month.
fn misses_a_goal(reader: &Reader, now: Moment) -> bool {
    reader.clients().unwrap().iter().any(|client| {
        let (from, to) = month(now, client);
        let (out, planned) = reader.contract_standing(client.id, from, to).unwrap();
        out.max(planned) < client.card.contract_posts.unwrap()
    })
}

fn presses(waiting: &Waiting, now: Moment) -> bool {
    let left = waiting.answer_by - now;
    waiting.tone == Tone::Bad && left > Span::zero() && left < Span::minutes(15)
}

#[test]
fn the_first_frame_has_something_to_do_at_any_hour() {
    for now in two_years(20) {
        let (_dir, mut store) = opened(now);
        assert_eq!(store.check().unwrap(), [], "{now}");
        let reader = store.reader();
        let behind = reader.behind(now, None, EVERYTHING).unwrap();
        let late: Vec<_> = behind.iter().map(|line| line.status(now)).collect();
        assert_eq!(late, [Status::Missed], "{now}");
        assert_eq!(behind[0].reason, "missed-closed");
        let (soon, then) = (now + Span::minutes(1), now + Span::minutes(3));
        let due = reader.agenda(soon, then, None, EVERYTHING).unwrap();
        assert_eq!(due.len(), 2, "on two channels: {now}");
        assert!(
            due.iter()
                .all(|line| line.status(now) == Status::Scheduled && line.lacks_media().is_none())
        );
        let waiting = reader.waiting(now, None, EVERYTHING).unwrap();
        assert_eq!(waiting.len(), 9, "{now}");
        assert!(presses(&waiting[0], now), "{now} {waiting:#?}");
        assert!(
            waiting.iter().all(|it| it.answer_by > now),
            "nobody else is late: {now}"
        );
        assert!(misses_a_goal(reader, now), "{now}");
    }
}

#[test]
fn nobody_wrote_before_the_post_or_after_now() {
    let script = Script::read().unwrap();
    for now in two_years(300) {
        for told in &script.people.message {
            let client = script
                .desk
                .client
                .iter()
                .find(|it| it.key == told.client)
                .unwrap();
            let zone: Tz = client.zone.parse().unwrap();
            let (promise, _) = cast::promised(client, &script.people.message, now).unwrap();
            let came = people::came(told, &promise, now);
            assert!(came <= now, "{now} {}", told.text);
            if let Some(key) = &told.post {
                let post = script.posts.iter().find(|it| it.key == *key).unwrap();
                let out = anchor::planned(post.at.unwrap(), now, zone).at;
                assert!(came > out, "{now}: {came} {} under {out} {key}", told.text);
            }
        }
    }
}

/// What the calendar month of a client would hold: posts with a time, those that are out included.
fn planned_this_month(script: &Script, client: &script::Client, now: Moment) -> usize {
    let zone: Tz = client.zone.parse().unwrap();
    let this_month = Wall::at(now, zone).local.format("%Y-%m").to_string();
    let told = script.posts.iter().filter(|it| it.client == client.key);
    let past = script
        .numbers
        .past
        .iter()
        .filter(|it| it.client == client.key);
    let of_past = |it: &script::Past| script::At::DaysAgo {
        days_ago: it.days_ago,
        time: it.time,
    };
    let moments = told.filter_map(|it| it.at).chain(past.map(of_past));
    let planned = moments.map(|at| {
        anchor::planned(at, now, zone)
            .local
            .format("%Y-%m")
            .to_string()
    });
    planned.filter(|month| *month == this_month).count()
}

#[test]
fn some_contract_is_missed_on_every_day_of_two_years() {
    let script = Script::read().unwrap();
    for days in 0..730 {
        let now = moment("2026-07-01T00:30:00Z") + Span::minutes(days * 1441);
        let misses = |client: &script::Client| {
            planned_this_month(&script, client, now) < client.contract_posts as usize
        };
        assert!(script.desk.client.iter().any(misses), "{now}");
    }
}

#[test]
fn the_promise_of_one_presses_at_three_hundred_moments_of_two_years() {
    let script = Script::read().unwrap();
    let messages = &script.people.message;
    let (mut awake, mut asleep) = (0, 0);
    for now in two_years(300) {
        let client = &script.desk.client[0];
        let (promise, hours) = cast::promised(client, messages, now).unwrap();
        assert!((5..15).contains(&promise.left_min(now, 12)), "{now}");
        *if hours.is_empty() {
            &mut asleep
        } else {
            &mut awake
        } += 1;
        for told in &script.posts {
            let at = told
                .at
                .filter(|_| matches!(told.status, script::Stage::Late | script::Stage::Due));
            if let Some(at) = at {
                let away = anchor::planned(at, now, promise.zone).at - now;
                let late = Span::minutes(-102)..Span::minutes(-71);
                let due = Span::seconds(60)..Span::seconds(121);
                assert!(late.contains(&away) || due.contains(&away), "{now} {away}");
            }
        }
    }
    assert!(awake > asleep, "the café's own hours are the rule");
}

/// Moments that fall on every weekday, hour and second, half a step away from any pattern of days.
fn two_years(many: i64) -> impl Iterator<Item = Moment> {
    let mut chance = Rng::seeded(11);
    let start = moment("2026-07-01T00:00:00Z");
    let listed = MOMENTS.into_iter().map(moment);
    let random = (0..many).map(move |_| {
        let second = chance.next() % (2 * 366 * 86_400);
        start + Span::seconds(second.cast_signed())
    });
    listed.chain(random)
}

#[test]
fn nothing_of_the_script_is_lost() {
    let now = moment("2026-11-24T06:12:30Z");
    let (_dir, mut store) = opened(now);
    assert_eq!(store.check().unwrap(), []);
    let reader = store.reader();
    assert_eq!(reader.clients().unwrap().len(), 4);
    let script = Script::read().unwrap();
    let slots = script.desk.client.iter().map(|client| client.slot.len());
    assert_eq!(reader.slots(None).unwrap().len(), slots.sum::<usize>());
    let (told, past) = (script.posts.len(), script.numbers.past.len());
    assert_eq!((told, past), (56, 36));
    assert_eq!(posts(reader).len(), told + past);
    let since = moment("2020-01-01T00:00:00Z");
    assert_eq!(reader.meanwhile(since).unwrap().wrote, 40);
    let lines: Vec<_> = posts(reader)
        .into_iter()
        .flat_map(|post| reader.variants_of(post).unwrap())
        .collect();
    let with = |status| {
        let posts = lines.iter().filter(|line| line.status(now) == status);
        posts.map(|line| line.post).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(with(Status::Published), 36 + past);
    assert_eq!(
        with(Status::Scheduled),
        8,
        "seven, and the one in two minutes"
    );
    let others = [
        Status::Missed,
        Status::Review,
        Status::Changes,
        Status::Draft,
        Status::Idea,
    ];
    assert_eq!(others.map(with), [1, 2, 1, 4, 4]);
    assert!(lines.iter().all(|line| line.approval_at <= now));
    let pictures: u32 = posts(reader)
        .iter()
        .map(|post| reader.media(*post).unwrap().len() as u32)
        .sum();
    let named = script.posts.iter().filter(|post| !post.picture_missing);
    assert_eq!(
        pictures as usize,
        named.map(|post| post.pictures.len()).sum::<usize>()
    );
}

#[test]
fn days_with_a_name_are_those_of_the_calendar() {
    let (_dir, store) = opened(moment("2026-11-24T06:12:30Z"));
    let reader = store.reader();
    let clients = reader.clients().unwrap();
    let mut days = reader.named_days(None, None, None).unwrap();
    days.sort_by_key(|it| it.day);
    let said: Vec<String> = days
        .iter()
        .map(|it| {
            let client = clients.iter().find(|client| Some(client.id) == it.client);
            let whose = client.map_or("*", |client| client.card.short.as_str());
            let off = if it.is_off { " off" } else { "" };
            format!("{} {whose}{off}: {}", it.day, it.name)
        })
        .collect();
    assert_eq!(
        said,
        [
            "2026-11-20 Sao Mai: Ngày Nhà giáo Việt Nam",
            "2026-11-23 Marani: გიორგობა",
            "2026-11-29 Kolos: День матери",
            "2026-12-05 * off: свадьба сестры",
            "2026-12-06 Lämpö: Itsenäisyyspäivä",
        ]
    );
}

#[test]
fn the_one_who_attacks_the_terminal_is_kept_harmless() {
    let (_dir, store) = opened(moment("2026-11-24T06:12:30Z"));
    let found = store.reader().find("без воды", 10).unwrap();
    let said = found
        .iter()
        .find(|it| it.line.contains("Ну и сидите"))
        .unwrap();
    assert!(said.line.contains("готово"));
    assert!(!said.line.chars().any(char::is_control), "{:?}", said.line);
    assert!(
        !said.line.contains(['\u{202e}', '\u{202c}', '\u{9b}']),
        "{:?}",
        said.line
    );
}

#[test]
fn olga_complains_though_she_was_answered_yesterday() {
    let now = moment("2026-11-24T06:12:30Z");
    let (_dir, store) = opened(now);
    let waiting = store.reader().waiting(now, None, 1).unwrap();
    assert_eq!(waiting[0].person, "Ольга Р.");
    assert_eq!(
        waiting[0].text,
        "Ждали заказ 50 минут, сырники холодные. Больше не придём."
    );
    assert_eq!(waiting[0].answer_by - now, Span::minutes(12));
}

#[test]
fn u_on_a_fresh_demo_takes_nothing_apart_and_a_desk_in_use_is_left_alone() {
    let now = moment("2026-11-24T06:12:30Z");
    let (_dir, mut store) = opened(now);
    assert!(matches!(store.undo(now), Err(StoreError::NothingToUndo)));
    let history = store.reader().history(None, 10).unwrap();
    assert!(history.iter().all(|entry| !entry.is_standing()));
    assert!(matches!(seed(&mut store, now), Err(SeedError::NotEmpty)));
}

#[test]
fn hours_of_the_script_are_hours() {
    for client in Script::read().unwrap().desk.client {
        assert!(Hours::parse(&client.hours).is_ok(), "{}", client.hours);
    }
    assert!(Hours::parse("").is_ok(), "around the clock");
}

#[test]
fn yesterday_is_still_to_be_read_on_three_channels() {
    let now = moment("2026-11-24T06:12:30Z");
    let (_dir, store) = opened(now);
    let reader = store.reader();
    let yesterday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut unread = Vec::new();
    for channel in reader.channels().unwrap() {
        let (ever, that_day) = reader.has_readings(channel.id, yesterday).unwrap();
        if ever && !that_day {
            unread.push(channel.card.platform);
        }
    }
    unread.sort();
    assert_eq!(unread, ["x", "youtube", "zalo"]);
}

#[test]
fn every_client_has_snippets_that_could_be_written_by_hand() {
    let (_dir, store) = opened(moment(MOMENTS[0]));
    let snippets = store.reader().snippets().unwrap();
    for client in store.reader().clients().unwrap() {
        let theirs = snippets
            .iter()
            .filter(|it| it.card.client == Some(client.id));
        assert!(theirs.count() >= 2, "{}", client.card.name);
    }
    for it in snippets {
        assert_eq!(it.card.troubles(), [], "{}", it.card.name);
        assert_ne!(it.card.kind, crate::domain::snippet::SnippetKind::Other);
    }
}
