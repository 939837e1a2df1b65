//! The demo at any hour: what the first frame needs, that nothing is lost on the way, and that it stands on sound ground.

use std::time::Duration;

use chrono::Duration as Span;

use super::*;
use crate::domain::chance::Rng;
use crate::domain::inbox::Tone;
use crate::domain::post::Status;
use crate::store::{Origin, Store};

const EVERYTHING: usize = 10_000;

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

#[test]
fn timing() {
    let started = std::time::Instant::now();
    let (_dir, _store) = opened(moment("2026-11-24T06:12:30Z"));
    println!("seed {:?}", started.elapsed());
}
