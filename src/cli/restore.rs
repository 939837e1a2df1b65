//! `restore`: the desk comes back from a backup, or out of what can be read of a damaged one. Without `--yes` it is only said
//! what would happen.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::door::Door;
use super::list::outside;
use super::named::shown;
use super::stop::Stop;
use crate::domain::chance::Rng;
use crate::domain::words::Words;
use crate::store::keeping::{self, Rehearsal, Restored, Source, Unsound};

/// From what, and whether really.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(super) struct RestoreOrder {
    #[arg(
        value_name = "BACKUP",
        required_unless_present = "salvage",
        conflicts_with = "salvage"
    )]
    backup: Option<String>,
    #[arg(long)]
    salvage: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
    #[arg(long)]
    json: bool,
}

/// What stands for the newest sound one.
const LATEST: &str = "latest";

/// Rows that are told about, out of the many tables.
const TOLD: [&str; 4] = ["client", "post", "message", "reading"];

/// Restores, or says what that would do.
pub(super) fn run(door: &mut Door<'_>, order: &RestoreOrder) -> Result<(), Stop> {
    let desk = door.desk()?;
    let from = match &order.backup {
        Some(asked) => Some(which(door, asked)?),
        None => None,
    };
    if let Some(from) = &from
        && !order.yes
    {
        let rehearsal = keeping::rehearse(&desk, from, door.now)?;
        return rehearsed(door, from, &rehearsal, order.json);
    }
    if !order.yes {
        door.remark(&Words::new("restore-salvage-would"));
        door.remark(&Words::new("restore-say-yes"));
        return Ok(());
    }
    let source = match &from {
        Some(from) => Source::Backup(from),
        None => Source::Salvage,
    };
    let rng = Rng::seeded(door.world.seed);
    let done = keeping::restore(&desk, source, door.now, rng, &mut keeping::unwatched)?;
    tell(door, &done, order.json)
}

/// The backup that is meant: the newest sound one, one by name or the beginning of it, or a folder.
fn which(door: &mut Door<'_>, asked: &str) -> Result<PathBuf, Stop> {
    let desk = door.desk()?;
    if asked == LATEST {
        let (newest, unsound) = keeping::newest_sound(&desk)?;
        for (kept, why) in unsound {
            let words = Words::new("check-backup").with("name", &kept.name);
            let why = door.locale.words(&why.words());
            door.remark(&words.with("detail", why));
        }
        let none = || Stop::refused(Words::new("restore-no-sound"));
        return newest.map(|it| it.folder).ok_or_else(none);
    }
    let fits = keeping::find(&desk, asked)?;
    let name = |it: &PathBuf| it.file_name().map(|it| it.to_string_lossy().into_owned());
    match fits.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Stop::misasked(
            Words::new("restore-no-such").with("name", shown(asked)),
        )),
        several => {
            let names: Vec<String> = several.iter().filter_map(name).take(5).collect();
            let words = Words::new("cli-ambiguous").with("name", shown(asked));
            Err(Stop::misasked(words.with("fits", names.join(", "))))
        }
    }
}

fn rehearsed(
    door: &mut Door<'_>,
    from: &std::path::Path,
    it: &Rehearsal,
    as_json: bool,
) -> Result<(), Stop> {
    let manifest = &it.proof.manifest;
    if as_json {
        return door.say.json(&json!({
            "done": false,
            "folder": from,
            "at": outside(manifest.at, door.zone),
            "why": manifest.why.word(),
            "schema": manifest.schema,
            "this_desk": it.is_ours,
            "rows": manifest.rows,
            "rows_now": it.stands,
            "unsure": it.unsure,
            "broken_pictures": broken(&it.proof.broken),
        }));
    }
    let when = outside(manifest.at, door.zone);
    door.answer(&Words::new("restore-from").with("when", when))?;
    for table in TOLD {
        let then = manifest.rows.get(table).copied().unwrap_or(0);
        let now = it.stands.as_ref().and_then(|rows| rows.get(table).copied());
        let words = Words::new("restore-rows")
            .with("what", door.locale.text(&format!("restore-what-{table}")))
            .with("then", then)
            .with("now", now.map_or_else(|| "—".to_owned(), |n| n.to_string()));
        door.answer(&words)?;
    }
    say_unsure(door, "restore-would-doubt", it.unsure)?;
    say_broken(door, &it.proof.broken)?;
    if !it.is_ours {
        door.remark(&Words::new("restore-other-desk"));
    }
    door.remark(&Words::new("restore-say-yes"));
    Ok(())
}

fn tell(door: &mut Door<'_>, done: &Restored, as_json: bool) -> Result<(), Stop> {
    if as_json {
        return door.say.json(&json!({
            "done": true,
            "at": done.of.map(|at| outside(at, door.zone)),
            "rows": done.rows,
            "unsure": done.unsure,
            "broken_pictures": broken(&done.broken),
            "aside": done.aside,
            "kept": done.kept,
            "salvaged": done.salvaged.as_ref().map(|it| json!({
                "read": it.read,
                "refused": it.refused,
                "torn": it.torn,
                "made_up": it.made_up,
                "let_go": it.let_go,
            })),
        }));
    }
    if let Some(at) = done.of {
        let when = outside(at, door.zone);
        door.answer(&Words::new("restore-done").with("when", when))?;
    }
    if let Some(salvaged) = &done.salvaged {
        let read: usize = salvaged.read.values().sum();
        let words = Words::new("restore-salvaged")
            .with("n", read)
            .with("refused", salvaged.refused + salvaged.let_go)
            .with("made", salvaged.made_up);
        door.answer(&words)?;
        if !salvaged.torn.is_empty() {
            let torn = salvaged.torn.join(", ");
            door.answer(&Words::new("restore-torn").with("tables", torn))?;
        }
    }
    say_unsure(door, "restore-doubted", done.unsure)?;
    say_broken(door, &done.broken)?;
    if let Some(aside) = &done.aside {
        let words = Words::new("restore-aside").with("folder", aside.display());
        door.remark(&words);
    }
    if let Some(kept) = &done.kept {
        door.remark(&Words::new("restore-kept").with("name", kept));
    }
    Ok(())
}

fn say_unsure(door: &mut Door<'_>, key: &str, unsure: usize) -> Result<(), Stop> {
    match unsure {
        0 => Ok(()),
        n => door.answer(&Words::new(key).with("n", n)),
    }
}

fn say_broken(door: &mut Door<'_>, pictures: &[Unsound]) -> Result<(), Stop> {
    match pictures.len() {
        0 => Ok(()),
        n => door.answer(&Words::new("restore-broken").with("n", n)),
    }
}

fn broken(pictures: &[Unsound]) -> Value {
    pictures.iter().map(ToString::to_string).collect()
}
