//! `demo`: four invented clients on a desk that is thrown away, or kept where she says.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::door::Door;
use super::stop::Stop;
use super::window;
use crate::demo::seed;
use crate::domain::chance::Rng;
use crate::domain::words::Words;
use crate::keys::Keymap;
use crate::store::{Origin, PATIENCE_OF_THE_WINDOW, Store};

/// Opens the demo in the window. Her own desk is not touched, whatever happens here.
pub(super) fn run(door: &mut Door<'_>, keep: Option<PathBuf>) -> Result<(), Stop> {
    window::refuse_without_terminal()?;
    let keymap = door.keymap().unwrap_or_else(|_| Keymap::builtin());
    let kept = keep.is_some();
    let folder = match keep {
        Some(folder) => folder,
        None => throw_away(door)?,
    };
    let shown = open(door, &folder).and_then(|store| window::show(door, store, keymap, true));
    if kept {
        door.remark(&Words::new("cli-demo-kept").with("folder", folder.display()));
    } else if let Err(error) = fs::remove_dir_all(&folder) {
        door.remark(
            &Words::new("cli-demo-left")
                .with("folder", folder.display())
                .with("detail", error),
        );
    }
    shown
}

/// The demo desk in this folder; a kept one that is there already is opened as it was left.
fn open(door: &Door<'_>, folder: &Path) -> Result<Store, Stop> {
    let by = |origin| {
        let rng = Rng::seeded(door.world.seed);
        Store::open(folder, origin, PATIENCE_OF_THE_WINDOW, rng)
    };
    if !Store::is_at(folder) {
        // By a rule of the house: `u` takes back what the guest does, never the demo itself.
        seed(&mut by(Origin::Rule)?, door.now)
            .map_err(|error| Stop::refused(Words::new("cli-demo-failed").with("detail", error)))?;
    }
    Ok(by(Origin::Window)?)
}

/// A new folder that only she may enter.
fn throw_away(door: &Door<'_>) -> Result<PathBuf, Stop> {
    let name = format!("postdesk-demo-{:016x}", door.world.seed);
    let folder = door.world.temp.join(name);
    match DirBuilder::new().mode(0o700).create(&folder) {
        Ok(()) => Ok(folder),
        Err(error) => Err(Stop::refused(
            Words::new("cli-demo-failed").with("detail", error),
        )),
    }
}
