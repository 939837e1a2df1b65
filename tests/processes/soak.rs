//! A real stretch of time with a post each minute and a daemon that is stopped now and then. Runs for as many minutes as
//! `POSTDESK_SOAK` says; without it there is nothing to see.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::dice::{Dice, asked};
use crate::home::{Home, ended, now, rung, signal};

#[test]
#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn every_post_of_a_long_stretch_is_marked_on_time() {
    let Some(minutes) = asked("POSTDESK_SOAK") else {
        return;
    };
    let home = Home::kolos();
    let bells = home.bells();
    let start = now() + chrono::Duration::seconds(30);
    let at = move |n: u64| start + chrono::Duration::seconds(60 * n as i64);
    home.posts((0..minutes).map(at));
    let daemon = home.daemon(&["--quiet"]);
    let mut dice = Dice::thrown(5);
    // Whatever falls due while it is stopped may be so much later.
    let mut stops: Vec<(chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>)> = Vec::new();
    let end = Instant::now() + Duration::from_secs(60 * minutes + 15);
    while Instant::now() < end {
        std::thread::sleep(
            dice.millis(1_000, 40_000)
                .min(end.saturating_duration_since(Instant::now())),
        );
        let stopped = now();
        signal(daemon.id(), Signal::STOP);
        std::thread::sleep(dice.millis(100, 6_000));
        signal(daemon.id(), Signal::CONT);
        stops.push((stopped, now()));
    }
    std::thread::sleep(Duration::from_secs(1));
    ended(daemon, Signal::TERM);
    let marked = marked(&home);
    assert_eq!(marked.len() as u64, minutes, "not marked");
    let mut worst = 0;
    for (due_at, times) in &marked {
        assert_eq!(times.len(), 1, "marked twice");
        let asleep = stops
            .iter()
            .find(|(from, to)| from.timestamp() <= *due_at && *due_at <= to.timestamp());
        let free = asleep.map_or(*due_at, |(_, to)| to.timestamp());
        worst = worst.max(times[0] - free);
    }
    let rung = rung(&bells);
    assert!(rung.values().all(|times| *times == 1), "rung twice");
    assert_eq!(
        rung.keys().filter(|(event, _)| event == "due").count() as u64,
        minutes
    );
    eprintln!(
        "{minutes} posts over {minutes} minutes, {} stops: at most {worst} s after it could",
        stops.len()
    );
    assert!(worst <= 2, "{worst} s late");
}

/// When each planned moment was marked due, in unix seconds.
fn marked(home: &Home) -> BTreeMap<i64, Vec<i64>> {
    let conn = home.database();
    let sql = "SELECT d.due_at, e.at FROM delivery_event e JOIN delivery d ON d.id = e.delivery WHERE e.kind = 'due'";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let mut marked: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for row in rows.unwrap() {
        let (due_at, at) = row.unwrap();
        marked.entry(due_at).or_default().push(at);
    }
    marked
}
