//! Safe keeping under attack: logs cut, disks filled, pages torn, every step broken off, and the way back each time.

mod doubt;
mod drill;
mod full;
mod hostile;
mod kept;
mod log_cut;
mod migrations;
mod pages;

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

use super::deeds::Dealer;
use super::desk::{Desk, Rows, open};
use crate::domain::Moment;
use crate::domain::backup::Why;
use crate::domain::chance::Rng;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::PostId;
use crate::store::keeping::{Kept, Order, Restored, Source, make, restore, unwatched};
use crate::store::sound::dump;
use crate::store::{FILE, Origin, Result};

/// How many cases a test tries: a few, unless it is asked for more.
fn asked(name: &str, few: usize) -> usize {
    let asked = std::env::var(name).ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(few)
}

/// Says how many cases were tried.
#[expect(clippy::print_stderr, reason = "the count is what the test is for")]
fn tell(what: &str, cases: usize) {
    eprintln!("{what}: {cases}");
}

/// A desk on which so many Commands were done, of every kind and with every word that makes trouble.
fn dealt(seed: u64, commands: usize) -> (Desk, Dealer) {
    let mut desk = Desk::new();
    let mut dealer = Dealer::new(seed);
    for n in 0..commands {
        dealer.wait();
        let command = match n {
            0 | 1 => dealer.deal_kind(&desk.store, 0),
            2 | 3 => dealer.deal_kind(&desk.store, 5),
            4..8 => dealer.deal_kind(&desk.store, 10),
            _ => dealer.deal(&desk.store),
        };
        // What is refused is part of the weather.
        desk.store.apply(&command, dealer.now).ok();
    }
    desk.now = dealer.now;
    (desk, dealer)
}

/// Puts a picture of these bytes to a post of the desk.
fn picture(desk: &mut Desk, bytes: &[u8]) -> String {
    let file = desk.folder.path().join("in.jpg");
    std::fs::write(&file, bytes).unwrap();
    let taken = crate::media::take(desk.folder.path(), &file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let post = desk.number("SELECT min(id) FROM post WHERE deleted_at IS NULL");
    desk.apply(&Command::Plan(PlanCommand::Attach {
        post: PostId(post),
        hash: taken.hash.clone(),
        name: taken.name,
        bytes: taken.bytes,
        alt: String::new(),
    }))
    .unwrap();
    taken.hash
}

/// Every row of every table that is not derived or kept by SQLite for itself.
fn rows(conn: &Connection) -> BTreeMap<String, Rows> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
        AND name NOT LIKE '%\\_fts%' ESCAPE '\\' AND name NOT LIKE '%\\_sum' ESCAPE '\\' AND name NOT IN ('lint_look', 'lint_found', 'lint_print')";
    let names: Vec<String> = crate::store::clients::list(conn, sql, [], |row| row.get(0)).unwrap();
    let all = |name: String| {
        let order = match name.as_str() {
            "journal_row" => "entry, seq",
            _ => "rowid",
        };
        let rows = dump(conn, &name, order).unwrap();
        (name, rows)
    };
    names.into_iter().map(all).collect()
}

/// The same for a desk that is closed.
fn rows_of(folder: &Path) -> BTreeMap<String, Rows> {
    let conn = Connection::open(folder.join(FILE)).unwrap();
    rows(&conn)
}

/// The table in which two desks differ.
fn differing(
    a: &BTreeMap<String, Rows>,
    b: &BTreeMap<String, Rows>,
    but: &[&str],
) -> Option<String> {
    let names = a
        .keys()
        .chain(b.keys())
        .filter(|it| !but.contains(&it.as_str()));
    let mut differing = names.filter(|name| a.get(*name) != b.get(*name));
    differing.next().cloned()
}

/// A backup that she asked for.
fn keep(folder: &Path, at: Moment) -> Kept {
    keep_for(folder, at, Why::Asked).unwrap()
}

fn keep_for(folder: &Path, at: Moment, why: Why) -> Result<Kept> {
    let to = None;
    make(folder, Order { why, at, to }, &mut unwatched)
}

/// The desk from this backup.
fn bring(folder: &Path, from: &Path, now: Moment) -> Result<Restored> {
    let source = Source::Backup(from);
    restore(folder, source, now, Rng::seeded(5), &mut unwatched)
}

/// What the desk says about itself when it is opened again; nothing is well.
fn trouble(folder: &Path) -> String {
    let found = open(folder, Origin::Window, 9).and_then(|mut store| store.check());
    match found {
        Ok(found) if found.is_empty() => String::new(),
        found => format!("{found:?}"),
    }
}

/// The desk's folder alone, everybody has left.
fn left(desk: Desk) -> tempfile::TempDir {
    let Desk { store, folder, .. } = desk;
    drop(store);
    folder
}
