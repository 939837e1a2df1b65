//! `backup`: the desk as a folder that can be trusted, and which of them there are.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::door::Door;
use super::list::outside;
use super::stop::Stop;
use crate::domain::backup::Why;
use crate::domain::words::Words;
use crate::store::Store;
use crate::store::keeping::{self, Kept, Manifest, Order};

/// What can be done with backups.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct BackupOrder {
    #[command(subcommand)]
    what: Option<BackupWhat>,
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum BackupWhat {
    List {
        #[arg(long)]
        json: bool,
    },
}

/// Makes one, or lists them.
pub(super) fn run(door: &mut Door<'_>, order: &BackupOrder) -> Result<(), Stop> {
    match order.what {
        Some(BackupWhat::List { json }) => list(door, json),
        None => make(door, order.to.as_deref(), order.json),
    }
}

fn make(door: &mut Door<'_>, to: Option<&Path>, as_json: bool) -> Result<(), Stop> {
    let desk = there(door)?;
    let order = Order {
        why: Why::Asked,
        at: door.now,
        to,
    };
    let kept = keeping::make(&desk, order, &mut keeping::unwatched)?;
    let zone = door.zone;
    let gone = match to {
        // What she laid elsewhere is hers to clear.
        Some(_) => 0,
        None => keeping::let_go(&desk, &kept, |at| at.with_timezone(&zone).date_naive())?,
    };
    if as_json {
        let told = row(&kept, door);
        return door.say.json(&told);
    }
    let folder = kept.folder.display().to_string();
    door.say.answer(&folder)?;
    let manifest = kept.manifest.as_ref().ok();
    door.remark(
        &Words::new("backup-made")
            .with("kb", manifest.map_or(0, Manifest::bytes).div_ceil(1024))
            .with("n", manifest.map_or(0, |it| it.media.len())),
    );
    if gone > 0 {
        door.remark(&Words::new("backup-let-go").with("n", gone));
    }
    Ok(())
}

fn list(door: &mut Door<'_>, as_json: bool) -> Result<(), Stop> {
    let desk = there(door)?;
    let kept = keeping::list(&desk)?;
    if as_json {
        let rows: Vec<Value> = kept.iter().map(|it| row(it, door)).collect();
        return door.say.json(&rows);
    }
    for one in &kept {
        let said = line(one, door);
        door.say.answer(&said)?;
    }
    if kept.is_empty() {
        door.remark(&Words::new("backup-none"));
    }
    Ok(())
}

/// The folder of a desk that is there, damaged or not.
pub(super) fn there(door: &Door<'_>) -> Result<PathBuf, Stop> {
    let desk = door.desk()?;
    if Store::is_at(&desk) {
        return Ok(desk);
    }
    let none = Words::new("cli-no-desk").with("folder", desk.display());
    Err(Stop::refused(none))
}

/// One backup, for scripts.
pub(super) fn row(kept: &Kept, door: &Door<'_>) -> Value {
    let manifest = kept.manifest.as_ref();
    let good = manifest.ok();
    json!({
        "name": kept.name,
        "folder": kept.folder,
        "at": outside(kept.at, door.zone),
        "why": kept.why.word(),
        "schema": good.map(|it| it.schema),
        "bytes": good.map(Manifest::bytes),
        "pictures": good.map(|it| it.media.len()),
        "rows": good.map(|it| &it.rows),
        "wrong": manifest.err().map(ToString::to_string),
    })
}

fn line(kept: &Kept, door: &Door<'_>) -> String {
    let told = match &kept.manifest {
        Ok(manifest) => {
            let words = Words::new("backup-holds")
                .with("kb", manifest.bytes().div_ceil(1024))
                .with("posts", manifest.rows.get("post").copied().unwrap_or(0))
                .with("n", manifest.media.len());
            door.locale.words(&words)
        }
        Err(unsound) => door.locale.words(&unsound.words()),
    };
    let why = door.locale.text(&format!("backup-why-{}", kept.why.word()));
    [kept.name.as_str(), why.as_ref(), &told].join("\t")
}
