//! Saboteurs: an undo that is wrong in one way must not survive the storms, or the storms prove nothing.
//!
//! The code has no switches for this. Each saboteur works on what undo reads, from SQL on the test's own connection, and makes
//! it behave exactly as a wrong undo would: rows kept from the journal are a Ledger that skips a table, negated numbers are a
//! replay that runs forward, and images brought up to date before the undo are a compare-and-set that always agrees.

use super::deeds::Dealer;
use super::desk::{Desk, Rows, hers};
use super::kinds::kind;
use super::storm::storm;
use crate::store::table::Noun;
use crate::store::{Origin, StoreError, image, ledger};

/// Seeds to try before a saboteur counts as unnoticed.
const SEEDS: u64 = 40;
/// Some Commands are rare in a storm: so many at most until one of them meets the sabotage.
const STORMS: u64 = 160;

fn caught(sabotage: &str) -> bool {
    // Without the triggers: undo itself must show the damage.
    (0..STORMS).any(|seed| storm(seed, sabotage, false).is_err())
}

#[test]
fn a_ledger_that_skips_any_table_is_caught() {
    // No Command writes these yet.
    let silent = [Noun::Campaign, Noun::Note];
    for noun in Noun::ALL.iter().filter(|noun| !silent.contains(noun)) {
        let skip = format!(
            "CREATE TEMP TRIGGER skip BEFORE INSERT ON main.journal_row WHEN new.tbl = '{}' \
             BEGIN SELECT RAISE(IGNORE); END",
            noun.name()
        );
        assert!(caught(&skip), "{noun:?} skipped and nobody noticed");
    }
}

#[test]
fn a_replay_that_runs_forward_is_caught() {
    assert!(caught(
        "CREATE TEMP TRIGGER forward AFTER INSERT ON main.journal_row WHEN new.seq >= 0 \
         BEGIN UPDATE journal_row SET seq = -1 - seq WHERE entry = new.entry AND seq = new.seq; END"
    ));
}

#[test]
fn an_undo_that_compares_nothing_is_caught() {
    assert!((0..SEEDS).any(|seed| rivals(seed, Undo::Blind).is_err()));
}

#[test]
fn a_rival_s_work_is_never_taken_back_with_hers() {
    let mut refused = 0;
    for seed in 0..SEEDS {
        match rivals(seed, Undo::Sound) {
            Ok(n) => refused += n,
            Err(told) => panic!("{told}"),
        }
    }
    assert!(refused > 0, "no rival ever got in the way");
}

#[derive(Clone, Copy, PartialEq)]
enum Undo {
    Sound,
    Blind,
}

/// She does one thing, the daemon another, she presses `u`: either she is told and nothing changes, or everything the daemon
/// did stands as it left it. Answers how often she was told.
fn rivals(seed: u64, undo: Undo) -> Result<usize, String> {
    let mut desk = Desk::new();
    let mut daemon = desk.beside(Origin::Daemon, seed + 1000);
    let mut dealer = Dealer::new(seed);
    let mut refused = 0;
    for step in 0..60 {
        dealer.wait();
        let command = match step {
            0 | 1 => dealer.deal_kind(&desk.store, 0),
            2 | 3 => dealer.deal_kind(&desk.store, 5),
            _ => dealer.deal(&desk.store),
        };
        let Ok(done) = desk.store.apply(&command, dealer.now) else {
            continue;
        };
        let (Some(entry), true) = (done.entry, step > 8) else {
            continue;
        };
        let ours = hers(&desk.store);
        // What clashes is the same kind of Command about one of the same few rows.
        let rival = dealer.deal_kind(&desk.store, kind(&command));
        if daemon.apply(&rival, dealer.now).is_err() {
            continue;
        }
        let theirs = hers(&desk.store);
        if undo == Undo::Blind {
            bring_up_to_date(&desk, entry.0);
        }
        match desk.store.undo(dealer.now) {
            Ok(_) => {
                let now = hers(&desk.store);
                if let Some(lost) = lost(&ours, &theirs, &now) {
                    return Err(format!(
                        "seed {seed} {command:?} then {rival:?}: lost {lost}"
                    ));
                }
                desk.store.redo(dealer.now).map_err(|it| it.to_string())?;
            }
            // Her old goal comes back under a name the daemon has given away meanwhile.
            Err(
                StoreError::ChangedSince { .. } | StoreError::ArrivedSince | StoreError::NameTaken,
            ) => {
                refused += 1;
                if hers(&desk.store) != theirs {
                    return Err(format!(
                        "seed {seed} {command:?}: refused, and changed something"
                    ));
                }
            }
            Err(other) => return Err(format!("seed {seed} {command:?} then {rival:?}: {other}")),
        }
    }
    Ok(refused)
}

type Layout = std::collections::BTreeMap<&'static str, Rows>;

/// A cell the rival changed or a row the rival added that no longer stands as the rival left it.
fn lost(before: &Layout, after: &Layout, now: &Layout) -> Option<String> {
    for (table, rows) in after {
        for row in rows {
            let same_id = |other: &&Vec<String>| other[0] == row[0];
            let was = before[table].iter().find(same_id);
            let is = now[table].iter().find(same_id);
            let theirs = |i: usize| was.is_none_or(|was| was[i] != row[i]);
            let kept = |i: usize| is.is_some_and(|is| is[i] == row[i]);
            if (0..row.len()).any(|i| theirs(i) && !kept(i)) {
                return Some(format!("{table} {row:?}, now {is:?}"));
            }
        }
    }
    None
}

/// Writes what stands now into the images that undo compares with: from here on its comparison always agrees.
fn bring_up_to_date(desk: &Desk, entry: i64) {
    let conn = &desk.store.writer;
    let mut statement = conn
        .prepare("SELECT seq, tbl, row, after FROM journal_row WHERE entry = ? AND after IS NOT NULL AND op <> 'fact'")
        .unwrap();
    let rows = statement
        .query_map([entry], |row| {
            let (seq, table, id, after): (i64, String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((seq, table, id, after))
        })
        .unwrap();
    let rows: Vec<_> = rows.map(Result::unwrap).collect();
    for (seq, table, id, after) in rows {
        let names = image::read(&after).unwrap();
        let names: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
        if let Some(stands) = ledger::read_columns(conn, &table, id, &names).unwrap() {
            conn.execute(
                "UPDATE journal_row SET after = ? WHERE entry = ? AND seq = ?",
                (image::write(&stands), entry, seq),
            )
            .unwrap();
        }
    }
}
