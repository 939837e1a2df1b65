//! Torn pages: wherever the disk lies, the desk is refused, found out, or what it was; and there is a way back each time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{asked, bring, dealt, differing, keep, left, rows, rows_of, tell, trouble};
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::store::keeping::{Source, restore, unwatched};
use crate::store::tests::desk::{Rows, open};
use crate::store::{FILE, Origin, Store, StoreError};

/// Cases without being asked for more.
const A_FEW: usize = 40;

const PAGE: usize = 4096;

/// What happens to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Harm {
    Zeroed,
    Garbage,
    Swapped,
    Cut,
    Flipped,
}

const HARMS: [Harm; 5] = [
    Harm::Zeroed,
    Harm::Garbage,
    Harm::Swapped,
    Harm::Cut,
    Harm::Flipped,
];

fn harmed(whole: &[u8], harm: Harm, chance: &mut Rng) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let pages = bytes.len() / PAGE;
    let mut any = |most: usize| chance.next() as usize % most;
    let page = any(pages) * PAGE;
    match harm {
        Harm::Zeroed => bytes[page..page + PAGE].fill(0),
        Harm::Garbage => (page..page + PAGE).for_each(|at| bytes[at] = any(256) as u8),
        Harm::Swapped => {
            let other = any(pages) * PAGE;
            let (a, b) = (
                whole[page..page + PAGE].to_vec(),
                whole[other..other + PAGE].to_vec(),
            );
            bytes[page..page + PAGE].copy_from_slice(&b);
            bytes[other..other + PAGE].copy_from_slice(&a);
        }
        Harm::Cut => bytes.truncate(page + any(PAGE)),
        Harm::Flipped => (0..=any(4)).for_each(|_| bytes[page + any(PAGE)] ^= 1 << any(8)),
    }
    bytes
}

/// What became of a harmed desk.
#[derive(Debug, Default)]
struct Tally {
    refused: usize,
    found_out: usize,
    unharmed: usize,
    /// A bit in a cell that nothing vouches for: a name, a number.
    silent: usize,
    salvaged: usize,
    lost: usize,
    rows: usize,
}

#[test]
fn a_desk_with_a_torn_page_is_refused_found_out_or_what_it_was_and_there_is_a_way_back() {
    let (desk, dealer) = dealt(80, 160);
    let now = dealer.now + chrono::Duration::days(1);
    let kept = keep(desk.folder.path(), dealer.now);
    let whole = rows(&desk.store.writer);
    desk.store
        .writer
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    let folder = left(desk);
    let bytes = fs::read(folder.path().join(FILE)).unwrap();
    assert!(bytes.len() > 60 * PAGE, "{}", bytes.len() / PAGE);
    let mut chance = Rng::seeded(80);
    let mut tally = Tally::default();
    let cases = asked("POSTDESK_PAGES", A_FEW);
    for case in 0..cases {
        let harm = HARMS[case % HARMS.len()];
        let harmed = harmed(&bytes, harm, &mut chance);
        let told = format!("case {case}, {harm:?}");
        opened(&lay(&harmed), harm, &whole, &told, &mut tally);
        salvaged(&lay(&harmed), &whole, now, &told, &mut tally);
        if case % 4 == 0 {
            let desk = lay(&harmed);
            bring(desk.path(), &kept.folder, now).unwrap();
            assert_eq!(trouble(desk.path()), "", "{told}");
            let own = ["delivery", "delivery_event", "memory"];
            assert_eq!(
                differing(&whole, &rows_of(desk.path()), &own),
                None,
                "{told}"
            );
        }
    }
    tell(&format!("torn pages, {tally:?}"), cases);
    assert!(tally.refused + tally.found_out > cases / 3, "{tally:?}");
    assert!(tally.salvaged > cases / 2, "{tally:?}");
}

/// A folder with this database and the pictures the desk has.
fn lay(bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), bytes).unwrap();
    fs::create_dir(folder.path().join("media")).unwrap();
    for n in 0..5 {
        fs::write(folder.path().join(format!("media/{n:02}")), b"bytes").unwrap();
    }
    folder
}

fn opened(
    folder: &tempfile::TempDir,
    harm: Harm,
    whole: &BTreeMap<String, Rows>,
    told: &str,
    tally: &mut Tally,
) {
    let looked = open(folder.path(), Origin::Window, 1)
        .and_then(|mut store| store.check().map(|found| (store, found)));
    match looked {
        Err(error) => {
            clear(&error, told);
            tally.refused += 1;
        }
        Ok((_, found)) if !found.is_empty() => tally.found_out += 1,
        Ok((store, _)) => {
            let stands = rows(&store.writer);
            let vouched = ["text_rev", "payload"];
            assert!(vouched.iter().all(|it| stands[*it] == whole[*it]), "{told}");
            match differing(whole, &stands, &[]) {
                None => tally.unharmed += 1,
                Some(table) => {
                    assert_eq!(harm, Harm::Flipped, "{told}: {table} differs in silence");
                    tally.silent += 1;
                }
            }
        }
    }
}

/// A refusal that has words of its own, not "anything else".
fn clear(error: &StoreError, told: &str) {
    let known = matches!(
        error,
        StoreError::Corrupt(_)
            | StoreError::NotADesk
            | StoreError::Newer { .. }
            | StoreError::Sqlite(_)
    );
    assert!(known, "{told}: {error:?}");
}

fn salvaged(
    folder: &tempfile::TempDir,
    whole: &BTreeMap<String, Rows>,
    now: Moment,
    told: &str,
    tally: &mut Tally,
) {
    let desk = folder.path();
    let bytes = fs::read(desk.join(FILE)).unwrap();
    let done = restore(desk, Source::Salvage, now, Rng::seeded(5), &mut unwatched);
    let done = match done {
        Err(error) => {
            clear(&error, told);
            assert!(fs::read(desk.join(FILE)).unwrap() == bytes, "{told}");
            tally.lost += 1;
            return;
        }
        Ok(done) => done,
    };
    tally.salvaged += 1;
    tally.rows += done.rows.values().sum::<i64>() as usize;
    assert_eq!(trouble(desk), "", "{told}: {done:?}");
    let aside = done.aside.unwrap();
    if done.kept.is_none() {
        assert!(fs::read(aside.join(FILE)).unwrap() == bytes, "{told}");
    }
    let back = rows_of(desk);
    let of = |rows: &BTreeMap<String, Rows>, table: &str| -> BTreeSet<Vec<String>> {
        rows[table].iter().cloned().collect()
    };
    for table in ["text_rev", "payload"] {
        let strange: Vec<_> = of(&back, table)
            .difference(&of(whole, table))
            .cloned()
            .collect();
        assert!(strange.is_empty(), "{told}: {strange:?}");
    }
    nothing_goes_out_twice(desk, now, told);
}

/// Whatever came out of the wreck: the clock finds nothing in it that is due or that it could call missed.
fn nothing_goes_out_twice(desk: &Path, now: Moment, told: &str) {
    let store: Store = open(desk, Origin::Window, 1).unwrap();
    assert_eq!(store.reader().unmarked(now, 99).unwrap(), [], "{told}");
}
