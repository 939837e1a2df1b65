//! `daemon`: the night watch, from the command line. Stands in the foreground; `--unit` says how the system keeps it.

mod unit;
mod voice;

use clap::Args;

use super::door::Door;
use super::stop::Stop;
use crate::daemon::{self, Ways, World};
use crate::domain::words::Words;
use crate::store::{Origin, PATIENCE, Store};
use voice::{Loudness, Speaker};

/// How the daemon is wanted.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct DaemonOrder {
    #[arg(long)]
    once: bool,
    #[arg(long, conflicts_with_all = ["once", "json", "quiet"])]
    unit: bool,
    #[command(flatten)]
    told: Told,
}

/// How much it says.
#[derive(Debug, Clone, Copy, Args)]
struct Told {
    #[arg(long)]
    json: bool,
    #[arg(long, conflicts_with = "json")]
    quiet: bool,
}

/// Looks after the clock until it is asked to end, or prints what keeps it running.
pub(super) fn run(door: &mut Door<'_>, how: DaemonOrder) -> Result<(), Stop> {
    if how.unit {
        return unit::print(door);
    }
    let paths = door.paths()?;
    let desk = paths.desk();
    // A daemon begins no desk, and refuses one that lies where none should.
    drop(door.reader()?);
    door.keep_records(paths);
    let seed = door.world.seed;
    let open = || -> Result<Store, Words> {
        let rng = crate::domain::chance::Rng::seeded(seed ^ u64::from(std::process::id()));
        Store::open(&desk, Origin::Daemon, PATIENCE, rng).map_err(|error| error.words())
    };
    let settings = &door.config.daemon;
    let world = World {
        now: &door.world.now,
        desk: &desk,
        open: &open,
        ways: Ways {
            on_due: settings.on_due.clone(),
            notify: settings.notify,
        },
        once: how.once,
        zone: door.zone,
    };
    let loudness = match (how.told.json, how.told.quiet) {
        (true, _) => Loudness::Json,
        (_, true) => Loudness::Quiet,
        _ => Loudness::Lines,
    };
    let mut speaker = Speaker::new(door, loudness);
    let ended = daemon::run(&world, &mut speaker).map_err(Stop::refused);
    if ended.is_ok() && !how.once {
        speaker.ends();
    }
    ended
}
