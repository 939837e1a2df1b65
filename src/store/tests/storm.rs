//! Storms of random Commands: whatever comes, undo puts back exactly what was, redo what became of it, and nothing derived drifts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::deeds::Dealer;
use super::desk::{Desk, Rows, difference, drifted, facts, findings, hers};
use super::kinds::{KINDS, kind};
use super::oracle;
use crate::store::{Done, Result as Stored, Store};

/// How many Commands make a storm.
const STEPS: usize = 25;

/// What came of a storm.
#[derive(Default)]
pub(super) struct Tally {
    /// Commands that were done, by kind.
    pub(super) done: Vec<usize>,
    /// Commands that were refused.
    pub(super) refused: usize,
    /// Steps back and forth again.
    pub(super) stepped: usize,
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        for (sum, n) in self.done.iter_mut().zip(&other.done) {
            *sum += n;
        }
        self.refused += other.refused;
        self.stepped += other.stepped;
    }
}

/// One storm. `sabotage` is SQL run before the first Command: a saboteur in the journal, whom the property must catch.
/// `watched` says whether the triggers look on; without them only undo itself can tell that something is missing.
pub(super) fn storm(seed: u64, sabotage: &str, watched: bool) -> Result<Tally, String> {
    let mut desk = Desk::new();
    desk.store.writer.execute_batch(sabotage).unwrap();
    if watched {
        oracle::watch(&desk.store);
    }
    let mut dealer = Dealer::new(seed);
    let mut tally = Tally {
        done: vec![0; KINDS],
        ..Tally::default()
    };
    let mut standing = Vec::new();
    let (mut before, mut written) = (hers(&desk.store), facts(&desk.store));
    for step in 0..STEPS {
        dealer.wait();
        // Two clients with a channel each come first, or most of a storm would have nothing to say; posts and a packet of
        // them follow, or hardly any would be there to be answered; later something is in doubt, and is settled.
        let command = match step {
            0 | 1 => dealer.deal_kind(&desk.store, 0),
            2 | 3 => dealer.deal_kind(&desk.store, 5),
            4 | 5 => dealer.deal_kind(&desk.store, 10),
            6 => dealer.deal_kind(&desk.store, 48),
            12 => dealer.deal_kind(&desk.store, 49),
            20 => dealer.deal_kind(&desk.store, 50),
            21 => dealer.deal_kind(&desk.store, 52),
            _ => dealer.deal(&desk.store),
        };
        let say = |what: String| format!("seed {seed} step {step} {command:?}: {what}");
        let done = match desk.store.apply(&command, dealer.now) {
            Ok(done) => done,
            Err(refused) => {
                tally.refused += 1;
                same(&before, &hers(&desk.store)).map_err(|it| say(format!("{refused}: {it}")))?;
                same(&written, &facts(&desk.store))
                    .map_err(|it| say(format!("{refused}: {it}")))?;
                continue;
            }
        };
        tally.done[kind(&command)] += 1;
        let after = hers(&desk.store);
        settled(&mut desk.store, &done, watched).map_err(&say)?;
        if done.entry.is_none() {
            same(&before, &after).map_err(&say)?;
            written = facts(&desk.store);
            continue;
        }
        for (way, wanted) in [(Store::undo as Way, &before), (Store::redo, &after)] {
            step_to(&mut desk.store, way, &dealer, wanted, watched).map_err(&say)?;
            tally.stepped += 1;
        }
        let all = facts(&desk.store);
        grown(&written, &all).map_err(&say)?;
        written = all;
        standing.push(std::mem::replace(&mut before, after));
    }
    let steps = all_the_way(&mut desk.store, &dealer, &standing, watched);
    tally.stepped += steps.map_err(|it| format!("seed {seed}: {it}"))?;
    match findings(&mut desk.store).as_slice() {
        [] => Ok(tally),
        found => Err(format!("seed {seed}: {found:?}")),
    }
}

/// Undo or redo.
type Way = fn(&mut Store, crate::domain::Moment) -> Stored<Done>;

/// Everything taken back one by one, each state met again on the way, and then everything done again.
fn all_the_way(
    store: &mut Store,
    dealer: &Dealer,
    standing: &[BTreeMap<&'static str, Rows>],
    watched: bool,
) -> Result<usize, String> {
    let end = hers(store);
    for before in standing.iter().rev() {
        step_to(store, Store::undo, dealer, before, watched)?;
    }
    for after in standing.iter().skip(1).chain([&end]) {
        if !standing.is_empty() {
            step_to(store, Store::redo, dealer, after, watched)?;
        }
    }
    Ok(standing.len() * 2)
}

fn step_to(
    store: &mut Store,
    way: Way,
    dealer: &Dealer,
    wanted: &BTreeMap<&'static str, Rows>,
    watched: bool,
) -> Result<(), String> {
    let done = way(store, dealer.now).map_err(|refused| format!("refused: {refused}"))?;
    same(wanted, &hers(store))?;
    settled(store, &done, watched)
}

/// The triggers agree with the journal, and nothing derived drifts.
fn settled(store: &mut Store, done: &Done, watched: bool) -> Result<(), String> {
    if watched {
        oracle::agree(store, done.entry.map(|id| id.0))?;
    }
    drifted(store).map_or(Ok(()), Err)
}

fn same(
    wanted: &BTreeMap<&'static str, Rows>,
    found: &BTreeMap<&'static str, Rows>,
) -> Result<(), String> {
    difference(wanted, found).map_or(Ok(()), Err)
}

/// Facts only ever grow: every row that was there is there, as it was.
fn grown(
    before: &BTreeMap<&'static str, Rows>,
    after: &BTreeMap<&'static str, Rows>,
) -> Result<(), String> {
    let shrunk = |(name, rows): (&&'static str, &Rows)| !after[name].starts_with(rows);
    match before.iter().find(|it| shrunk(*it)) {
        Some((name, _)) => Err(format!("{name} lost or changed a fact")),
        None => Ok(()),
    }
}

/// All these storms together.
fn storms(seeds: Range<u64>) -> Tally {
    let mut sum = Tally {
        done: vec![0; KINDS],
        ..Tally::default()
    };
    for seed in seeds {
        let tally = storm(seed, "", true).unwrap_or_else(|told| panic!("{told}"));
        sum.add(&tally);
    }
    sum
}

#[test]
fn two_hundred_storms_leave_nothing_that_undo_cannot_put_back() {
    let mut all = storms(0..0);
    std::thread::scope(|scope| {
        let halves = [0..100, 100..200].map(|seeds| scope.spawn(|| storms(seeds)));
        for half in halves {
            all.add(&half.join().unwrap());
        }
    });
    let never: Vec<usize> = (0..KINDS).filter(|&kind| all.done[kind] == 0).collect();
    assert!(never.is_empty(), "never done: kinds {never:?}");
    // A storm that refuses most of its Commands proves little.
    let done: usize = all.done.iter().sum();
    let (refused, stepped) = (all.refused, all.stepped);
    assert!(
        done > 2 * refused && stepped > 3 * done,
        "{done} done, {refused} refused, {stepped} stepped"
    );
}
