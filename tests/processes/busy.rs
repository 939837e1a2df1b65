//! A desk that is busy for minutes: the clock is looked at again ever more rarely, and nothing is lost.

use std::time::Duration;

use postdesk::domain::chance::Rng;
use postdesk::neighbours::Kind;
use postdesk::store::{Origin, Store, StoreError};
use postdesk::watch::Watch;

use crate::home::{Home, now};

#[test]
fn a_busy_desk_is_tried_again_ever_more_rarely_and_nothing_is_lost() {
    let home = Home::kolos();
    home.posts(std::iter::once(now() - chrono::Duration::minutes(1)));
    let seed = Rng::seeded(3);
    let mut store = Store::open(&home.desk(), Origin::Daemon, Duration::ZERO, seed).unwrap();
    let blocker = home.database();
    blocker.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut watch = Watch::new(Kind::Window, &home.desk());
    let mut now = now();
    let mut waits = Vec::new();
    for _ in 0..9 {
        assert!(matches!(watch.pass(&mut store, now), Err(StoreError::Busy)));
        let next = watch.next().unwrap();
        waits.push((next - now).num_seconds());
        now = next;
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    blocker.execute_batch("COMMIT").unwrap();
    assert_eq!(watch.pass(&mut store, now).unwrap().len(), 1);
}
