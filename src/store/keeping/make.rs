//! Making a backup: copied, proved, vouched for, named. Until it has its name it is nothing, and the next one sweeps it away.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::manifest::{FileFact, Manifest, counted, identity, is_hash};
use super::shelf::Kept;
use super::{Order, SHELF, Step, Watch, disk, proof};
use crate::domain::backup;
use crate::store::error::Result;
use crate::store::{FILE, migrate};

/// Backups that can be made in one minute for one reason.
const IN_A_MINUTE: usize = 1000;

/// Makes a backup of what this connection sees of the desk.
pub(in crate::store) fn make_from(
    conn: &Connection,
    desk: &Path,
    order: Order<'_>,
    watch: Watch<'_>,
) -> Result<Kept> {
    let shelf = order.to.map_or_else(|| desk.join(SHELF), Path::to_owned);
    fs::create_dir_all(&shelf)?;
    disk::sweep(&shelf)?;
    let name = backup::name(order.at, order.why, 1);
    let making = claim(&shelf, &name)?;
    let made = fill(&making, conn, desk, order, watch)
        .and_then(|manifest| named(&shelf, &making, order, watch).map(|it| (it, manifest)));
    match made {
        Ok((folder, manifest)) => Ok(Kept::made(folder, order, manifest)),
        Err(error) => {
            // What cannot be cleared now is swept away by the next backup.
            fs::remove_dir_all(&making).ok();
            Err(error)
        }
    }
}

fn fill(
    making: &Path,
    conn: &Connection,
    desk: &Path,
    order: Order<'_>,
    watch: Watch<'_>,
) -> Result<Manifest> {
    watch(Step::Begun)?;
    let database = making.join(FILE);
    let copied = || conn.execute("VACUUM INTO ?", [database.to_string_lossy()]);
    disk::trickling(&database, copied)?;
    watch(Step::Copied)?;
    let copy = proof::frozen(&database)?;
    proof::intact(&copy)?;
    let (desk_id, epoch) = identity(&copy)?;
    let (schema, rows) = (migrate::version(&copy)?, counted(&copy)?);
    drop(copy);
    disk::open(&database)?.sync_all()?;
    let (sha256, bytes) = disk::weigh(&database)?;
    watch(Step::Proved)?;
    let media = pictures(desk, making)?;
    watch(Step::Pictured)?;
    let manifest = Manifest {
        postdesk: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        desk: desk_id,
        epoch,
        at: order.at,
        why: order.why,
        database: FileFact { sha256, bytes },
        media,
        rows,
    };
    manifest.write(making)?;
    disk::settle(making)?;
    watch(Step::Vouched)?;
    Ok(manifest)
}

/// Every picture of the desk, linked where that is possible. What is no picture of ours stays where it is; one whose bytes
/// have changed comes along under its name, which is its hash and will tell.
fn pictures(desk: &Path, making: &Path) -> Result<Vec<FileFact>> {
    let (from, to) = (desk.join("media"), making.join("media"));
    disk::new_folder(&to)?;
    let mut media = Vec::new();
    if !from.exists() {
        return Ok(media);
    }
    for entry in fs::read_dir(&from)? {
        let entry = entry?;
        let Some(sha256) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        if !is_hash(&sha256) || !entry.file_type()?.is_file() {
            continue;
        }
        disk::link_or_copy(&entry.path(), &to.join(&sha256))?;
        let bytes = to.join(&sha256).metadata()?.len();
        media.push(FileFact { sha256, bytes });
    }
    media.sort_by(|a, b| a.sha256.cmp(&b.sha256));
    disk::settle(&to)?;
    Ok(media)
}

/// Gives it its name: the last step, and the only one that anybody sees.
fn named(shelf: &Path, making: &Path, order: Order<'_>, watch: Watch<'_>) -> Result<PathBuf> {
    loop {
        let folder = free(shelf, |n| backup::name(order.at, order.why, n))?;
        match fs::rename(making, &folder) {
            Ok(()) => {
                disk::settle(shelf)?;
                watch(Step::Named)?;
                return Ok(folder);
            }
            // Somebody was faster with the same name.
            Err(_) if folder.exists() => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// A folder of its own to make the backup in. Two threads of one process may be at it at once, and the disk says who of them
/// has a name: asking whether it is free first would let both in.
pub(in crate::store) fn claim(shelf: &Path, name: &str) -> Result<PathBuf> {
    loop {
        let making = free(shelf, |n| disk::making(&format!("{name}-{n}")))?;
        match disk::new_folder(&making) {
            Ok(()) => return Ok(making),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// The first of these names that nothing has.
fn free(shelf: &Path, name: impl Fn(usize) -> String) -> Result<PathBuf> {
    let names = (1..=IN_A_MINUTE).map(|n| shelf.join(name(n)));
    let mut free = names.filter(|folder| folder.symlink_metadata().is_err());
    let full = || io::Error::from(ErrorKind::AlreadyExists);
    free.next().ok_or_else(|| full().into())
}
