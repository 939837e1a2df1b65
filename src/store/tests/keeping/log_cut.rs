//! Power loss: the log is cut, zeroed or filled with garbage anywhere, and the desk is as it was after one of the Commands.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{asked, dealt, rows, tell};
use crate::domain::chance::Rng;
use crate::store::tests::desk::{findings, open};
use crate::store::{FILE, Origin, Store};

/// Points tried without being asked for more.
const A_FEW: usize = 150;

/// What becomes of the log behind a point.
const TAILS: [&str; 3] = ["cut", "garbage", "zeros"];

#[test]
fn a_log_torn_anywhere_leaves_the_desk_as_it_was_after_one_of_the_commands() {
    let (desk, mut dealer) = dealt(60, 30);
    let mut store = desk.store;
    let settle = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0";
    store.writer.execute_batch(settle).unwrap();
    // What stood after how many Commands.
    let mut states = HashMap::from([(state(&store), 0)]);
    let mut commands = 0;
    while commands < 60 {
        dealer.wait();
        let command = dealer.deal(&store);
        let stepped = match commands % 9 {
            8 => store.undo(dealer.now).is_ok(),
            _ => store.apply(&command, dealer.now).is_ok(),
        };
        if stepped {
            commands += 1;
            // Taking back may bring back what stood before: the latest number counts.
            states.insert(state(&store), commands);
        }
    }
    let folder = desk.folder.path();
    let database = fs::read(folder.join(FILE)).unwrap();
    let log = fs::read(folder.join("desk.db-wal")).unwrap();
    let points = asked("POSTDESK_CUTS", A_FEW);
    let mut chance = Rng::seeded(60);
    let mut met = std::collections::BTreeSet::new();
    let crashed = tempfile::tempdir().unwrap();
    for point in 0..points {
        // Frames begin every 4120 bytes behind a head of 32: half of the points lie at their edges.
        let at = match point % 4 {
            0 => 32 + 4120 * (chance.next() as usize % (log.len() / 4120)),
            1 => 32 + 4120 * (chance.next() as usize % (log.len() / 4120)) + 24,
            _ => chance.next() as usize % log.len(),
        };
        let tail = TAILS[point % TAILS.len()];
        crash(
            crashed.path(),
            &database,
            &torn(&log, at, tail, &mut chance),
        );
        let mut store = open(crashed.path(), Origin::Window, 2).unwrap();
        let told = format!("{tail} at {at} of {}", log.len());
        let stood = states.get(&state(&store));
        met.insert(*stood.unwrap_or_else(|| panic!("{told}: a state that never was")));
        assert_eq!(findings(&mut store), [], "{told}");
        // The clock of the desk goes on from there.
        store.undo(dealer.now).ok();
        assert_eq!(findings(&mut store), [], "{told}");
    }
    tell("points at which the log was torn", points);
    assert!(met.len() > 20, "only {} states were met", met.len());
}

fn torn(log: &[u8], at: usize, tail: &str, chance: &mut Rng) -> Vec<u8> {
    let mut torn = log[..at].to_vec();
    match tail {
        "garbage" => torn.extend((0..8240.min(log.len() - at)).map(|_| chance.next() as u8)),
        "zeros" => torn.resize(log.len(), 0),
        _ => {}
    }
    torn
}

fn crash(folder: &Path, database: &[u8], log: &[u8]) {
    for part in ["", "-wal", "-shm"] {
        fs::remove_file(folder.join(format!("{FILE}{part}"))).ok();
    }
    fs::write(folder.join(FILE), database).unwrap();
    fs::write(folder.join("desk.db-wal"), log).unwrap();
    fs::create_dir_all(folder.join("media")).unwrap();
    for n in 0..5 {
        fs::write(folder.join(format!("media/{n:02}")), b"bytes").unwrap();
    }
}

/// Everything on the desk, in one word.
fn state(store: &Store) -> Vec<u8> {
    Sha256::digest(format!("{:?}", rows(&store.writer))).to_vec()
}
