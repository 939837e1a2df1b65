//! SAFE KEEPING: backups that can be trusted, and the way back from one.
//!
//! A backup is a folder with the database, its pictures and a manifest that vouches for both. Everything here happens beside
//! the thing it is about and gets its name last: whatever ends the program in between, there is the old or the new, whole.

mod care;
mod disk;
mod doubt;
mod heal;
mod make;
mod manifest;
mod media;
mod proof;
mod restore;
mod salvage;
mod shelf;
mod switch;

use std::io;
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;

pub use manifest::{FileFact, Manifest};
pub use media::{MediaFinding, Weighed};
pub use proof::{Proof, Unsound, prove};
pub use restore::{Rehearsal, Restored, Source, rehearse, restore};
pub use salvage::Salvaged;
pub use shelf::{Distrusted, Kept, find, let_go, list, newest_sound};

#[cfg(test)]
pub(super) use make::claim;
pub(super) use make::make_from;

use super::error::Result;
use super::{FILE, PATIENCE, door};
use crate::domain::Moment;
use crate::domain::backup::Why;

/// Folder of the backups inside the desk.
const SHELF: &str = "backups";

/// Where a desk lies that another one took the place of.
const ASIDE: &str = "aside";

/// One step of making a backup or of restoring one, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A folder without a name yet is there.
    Begun,
    /// The database lies in it.
    Copied,
    /// The copy is sound and on the disk.
    Proved,
    /// The pictures lie beside it.
    Pictured,
    /// The manifest is written.
    Vouched,
    /// It has its name.
    Named,
    /// The desk to come is laid out, of this program's schema.
    Prepared,
    /// What nobody can know is marked in it.
    Doubted,
    /// Nobody else has the desk that stands.
    Held,
    /// The desk that stands has a second name.
    SetAside,
    /// Its log is gone from its place.
    Cleared,
    /// The desk to come stands in its place.
    Switched,
}

impl Step {
    /// All of them.
    pub const ALL: &'static [Step] = &[
        Step::Begun,
        Step::Copied,
        Step::Proved,
        Step::Pictured,
        Step::Vouched,
        Step::Named,
        Step::Prepared,
        Step::Doubted,
        Step::Held,
        Step::SetAside,
        Step::Cleared,
        Step::Switched,
    ];
}

/// Told after each step; an error from it stops everything right there.
pub type Watch<'w> = &'w mut dyn FnMut(Step) -> io::Result<()>;

/// A watch that lets everything pass.
pub fn unwatched(_: Step) -> io::Result<()> {
    Ok(())
}

/// What kind of backup is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Order<'o> {
    /// Why.
    pub why: Why,
    /// The moment.
    pub at: Moment,
    /// Where it goes; none is the desk's own shelf.
    pub to: Option<&'o Path>,
}

/// Makes a backup of the desk in this folder, whichever program wrote it. Others may go on writing meanwhile.
pub fn make(desk: &Path, order: Order<'_>, watch: Watch<'_>) -> Result<Kept> {
    make_from(&reading(desk)?, desk, order, watch)
}

/// The care of the day: SQLite's own full look at the desk and a backup of it, if there is none of today yet, and then the
/// oldest may go. `look` asks for the look in any case. It reads every page: a worker does it, never a key.
pub fn daily(
    desk: &Path,
    now: Moment,
    day: impl Fn(Moment) -> NaiveDate,
    look: bool,
) -> Result<Option<Kept>> {
    let today = day(now);
    let is_kept = |it: &Kept| it.why == Why::Daily && day(it.at) == today && it.manifest.is_ok();
    let is_kept = list(desk)?.iter().any(is_kept);
    if look || !is_kept {
        proof::intact(&reading(desk)?)?;
    }
    if is_kept {
        return Ok(None);
    }
    let order = Order {
        why: Why::Daily,
        at: now,
        to: None,
    };
    let kept = make(desk, order, &mut unwatched)?;
    let_go(desk, &kept, day)?;
    Ok(Some(kept))
}

fn reading(desk: &Path) -> Result<Connection> {
    door::reader(&desk.join(FILE), PATIENCE)
}
