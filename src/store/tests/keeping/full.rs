//! A disk that fills in the middle of every kind of Command: nothing half-written, a clear word, and the same Command goes
//! through once there is room.

use std::fs;

use rusqlite::Connection;

use super::{asked, rows, tell};
use crate::store::tests::deeds::Dealer;
use crate::store::tests::desk::{facts, findings, hers, open};
use crate::store::tests::kinds::KINDS;
use crate::store::{FILE, Origin, Store, StoreError};

/// Deals of a kind that may be refused before one is taken.
const DEALS: usize = 60;

/// What a desk begins with, so that every kind finds something to be about: clients, channels, posts, a slot, a picture, a
/// campaign, messages, an answer, a packet, a stamp, a day, something unsure, and a snippet.
const FIRST: [usize; 28] = [
    0, 0, 5, 5, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 8, 17, 44, 25, 32, 48, 20, 20, 3,
    23, 50, 55,
];

/// Desks without being asked for more.
const A_FEW: usize = 1;

/// A desk of the smallest pages there are, so that hardly a row goes in without asking the disk for another.
fn of_small_pages() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("media")).unwrap();
    let conn = Connection::open(folder.path().join(FILE)).unwrap();
    let small = "PRAGMA page_size = 512; PRAGMA journal_mode = WAL";
    conn.execute_batch(small).unwrap();
    drop(conn);
    let store = open(folder.path(), Origin::Window, 7).unwrap();
    assert_eq!(number(&store, "PRAGMA page_size"), 512);
    (store, folder)
}

fn number(store: &Store, sql: &str) -> i64 {
    store.writer.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Whether anything is unsure.
const UNSURE: &str = "SELECT count(*) FROM agenda_sum WHERE outcome = 'unsure'";

/// Deals until one of this kind is taken.
fn surely(store: &mut Store, dealer: &mut Dealer, kind: usize) {
    for _ in 0..DEALS {
        dealer.wait();
        let command = dealer.deal_kind(store, kind);
        if store.apply(&command, dealer.now).is_ok() {
            return;
        }
    }
}

/// One Command of this kind on a disk with room for nothing, for one page, for two, until it goes through. How often the
/// disk was full on the way; none when no deal was taken.
fn filled(store: &mut Store, dealer: &mut Dealer, kind: usize) -> Option<usize> {
    for _ in 0..DEALS {
        dealer.wait();
        let command = dealer.deal_kind(store, kind);
        let before = (hers(store), facts(store));
        let mut full = 0;
        let taken = loop {
            let pages = number(store, "PRAGMA page_count") + full;
            number(store, &format!("PRAGMA max_page_count = {pages}"));
            let done = store.apply(&command, dealer.now);
            number(store, "PRAGMA max_page_count = 1073741823");
            match done {
                Ok(done) => break Some(done.entry.is_some()),
                Err(StoreError::Full) => full += 1,
                // The trade refuses it, room or not.
                Err(_) => break None,
            }
            assert!(before == (hers(store), facts(store)), "{command:?}");
            assert_eq!(findings(store), [], "{command:?}");
        };
        assert_eq!(findings(store), [], "{command:?}");
        if let Some(can_be_taken_back) = taken {
            // What was deleted is wanted again by the next kind.
            if can_be_taken_back {
                store.undo(dealer.now).unwrap();
            }
            return Some(full as usize);
        }
    }
    None
}

#[test]
fn a_full_disk_in_the_middle_of_any_command_leaves_nothing_half_written() {
    let mut points = 0;
    let mut done = [false; KINDS];
    for seed in 0..asked("POSTDESK_FULL", A_FEW) {
        let (mut store, _folder) = of_small_pages();
        let mut dealer = Dealer::new(70 + seed as u64);
        for kind in FIRST {
            surely(&mut store, &mut dealer, kind);
        }
        while number(&store, UNSURE) == 0 {
            surely(&mut store, &mut dealer, 20);
        }
        for (kind, done) in done.iter_mut().enumerate() {
            let full = filled(&mut store, &mut dealer, kind);
            *done |= full.is_some();
            points += full.unwrap_or(0);
        }
        // Taking back asks for room as well.
        let before = rows(&store.writer);
        let pages = number(&store, "PRAGMA page_count");
        number(&store, &format!("PRAGMA max_page_count = {pages}"));
        if store.undo(dealer.now).is_err() {
            points += 1;
            assert!(rows(&store.writer) == before);
        }
        number(&store, "PRAGMA max_page_count = 1073741823");
        assert_eq!(findings(&mut store), []);
    }
    tell("full disks", points);
    let never: Vec<usize> = (0..KINDS).filter(|&kind| !done[kind]).collect();
    assert!(never.is_empty(), "kinds never done: {never:?}");
    assert!(points > 40, "only {points} times full");
}
