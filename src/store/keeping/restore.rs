//! Restoring: the desk to come is laid out beside the one that stands, made to say what it cannot know, and then switched in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::manifest::{Manifest, counted, identity};
use super::media::bring_back;
use super::proof::{Proof, Unsound, frozen, prove};
use super::salvage::{Salvaged, salvage};
use super::switch::{Held, switch};
use super::{Step, Watch, disk, doubt, reading};
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::store::error::{Result, StoreError};
use crate::store::{FILE, Origin, Store};

/// Out of what a desk is made again.
#[derive(Debug, Clone, Copy)]
pub enum Source<'s> {
    /// The backup in this folder.
    Backup(&'s Path),
    /// Whatever can still be read of the damaged desk.
    Salvage,
}

/// What a restore would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Rehearsal {
    /// The backup.
    pub proof: Proof,
    /// Rows of the desk that stands now; none where it cannot be read.
    pub stands: Option<BTreeMap<String, i64>>,
    /// Whether it is a backup of this desk.
    pub is_ours: bool,
    /// How many would come back unsure.
    pub unsure: usize,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The moment the desk is of; none for what was salvaged.
    pub of: Option<Moment>,
    /// Rows of the desk that stands now.
    pub rows: BTreeMap<String, i64>,
    /// How many came back unsure.
    pub unsure: usize,
    /// Pictures that could not be brought back.
    pub broken: Vec<Unsound>,
    /// Where the desk lies that stood before; none when there was none.
    pub aside: Option<PathBuf>,
    /// The backup of it, if it could be read.
    pub kept: Option<String>,
    /// What was salvaged, where that was the source.
    pub salvaged: Option<Salvaged>,
}

/// Looks at a backup as a restore would, and changes nothing.
pub fn rehearse(desk: &Path, from: &Path, now: Moment) -> Result<Rehearsal> {
    let proof = prove(from)?;
    let conn = frozen(&from.join(FILE))?;
    let unsure = doubt::doubted(&conn, Some(proof.manifest.at), now)?.len();
    let stands = reading(desk).ok();
    let id = stands.as_ref().and_then(|it| identity(it).ok());
    Ok(Rehearsal {
        stands: stands.and_then(|it| counted(&it).ok()),
        is_ours: id.is_none_or(|it| is_same_desk(&it.0, &proof.manifest)),
        unsure,
        proof,
    })
}

/// The first schemas could not name their desk.
fn is_same_desk(id: &str, manifest: &Manifest) -> bool {
    id.is_empty() || manifest.desk.is_empty() || id == manifest.desk
}

/// Makes the desk again. Until the last step the old one stands, whole; whoever has it open is found out first.
pub fn restore(
    desk: &Path,
    source: Source<'_>,
    now: Moment,
    rng: Rng,
    watch: Watch<'_>,
) -> Result<Restored> {
    fs::create_dir_all(desk)?;
    disk::sweep(desk)?;
    // Whoever has it open is told before anything is begun.
    drop(Held::take(desk)?);
    let making = desk.join(disk::making("desk"));
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    disk::new_folder(&making)?;
    let restored = make_again(desk, &making, source, now, rng, watch);
    // What cannot be cleared now is swept away next time.
    fs::remove_dir_all(&making).ok();
    restored
}

fn make_again(
    desk: &Path,
    making: &Path,
    source: Source<'_>,
    now: Moment,
    rng: Rng,
    watch: Watch<'_>,
) -> Result<Restored> {
    watch(Step::Begun)?;
    let (of, mut broken, salvaged) = match source {
        Source::Backup(from) => {
            let Proof { manifest, broken } = prove(from)?;
            disk::copy(&from.join(FILE), &making.join(FILE))?;
            watch(Step::Copied)?;
            // It may have changed between the proof and the copy.
            super::proof::same(FILE, &making.join(FILE), &manifest.database)?;
            watch(Step::Proved)?;
            let more = bring_back(&from.join("media"), desk, &manifest, &broken)?;
            watch(Step::Pictured)?;
            (Some(manifest.at), [broken, more].concat(), None)
        }
        Source::Salvage => (None, Vec::new(), Some(salvage(desk, making, watch)?)),
    };
    let mut store = Store::open_prepared(making, Origin::Rule, rng)?;
    watch(Step::Prepared)?;
    let unsure = doubt::mark(&mut store, of, now)?;
    watch(Step::Doubted)?;
    let held = Held::take(desk)?;
    watch(Step::Held)?;
    let rows = finish(store, making, held.epoch)?;
    let kept = held.keep(desk, now)?;
    // What could not be kept is taken for damaged and not touched.
    let new = making.join(FILE);
    let aside = switch(desk, &held, kept.is_some(), &new, now, watch)?;
    broken.dedup();
    Ok(Restored {
        of,
        rows,
        unsure,
        broken,
        aside,
        kept,
        salvaged,
    })
}

/// The desk to come begins a life of its own, in one file that is on the disk.
fn finish(store: Store, making: &Path, stood: Option<i64>) -> Result<BTreeMap<String, i64>> {
    drop(store);
    let file = making.join(FILE);
    let conn = Connection::open(&file)?;
    conn.busy_timeout(Duration::ZERO)?;
    let (_, epoch) = identity(&conn)?;
    let next = epoch.max(stood.unwrap_or(0)) + 1;
    conn.execute(
        "INSERT INTO memory (key, value) VALUES ('desk.epoch', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [next.to_string()],
    )?;
    let rows = counted(&conn)?;
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreError::Busy);
    }
    drop(conn);
    disk::open(&file)?.sync_all()?;
    disk::settle(making)?;
    Ok(rows)
}
