//! The way into the window.

use std::io::IsTerminal;

use super::door::Door;
use super::stop::Stop;
use crate::app::run::{World, run as run_loop};
use crate::app::{App, Settings, Source};
use crate::domain::words::Words;
use crate::store::{Origin, PATIENCE_OF_THE_WINDOW, Store};
use crate::term::panic::{forget_crash, last_crash};

/// Opens her desk in the window.
pub(super) fn run(door: &mut Door<'_>) -> Result<(), Stop> {
    refuse_without_terminal()?;
    let keymap = door.keymap()?;
    let store = door.store_as(Origin::Window, PATIENCE_OF_THE_WINDOW)?;
    show(door, store, keymap, false)
}

/// The window needs a terminal on both sides.
pub(super) fn refuse_without_terminal() -> Result<(), Stop> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        Ok(())
    } else {
        Err(Stop::misasked(Words::new("cli-no-terminal")))
    }
}

/// Shows a desk until she leaves.
pub(super) fn show(
    door: &mut Door<'_>,
    store: Store,
    keymap: crate::keys::Keymap,
    demo: bool,
) -> Result<(), Stop> {
    if let Some(paths) = &door.world.paths {
        door.keep_records(paths);
    }
    let settings = Settings {
        zone: door.zone,
        hours: door.config.hours(),
        demo,
        clock: door.config.clock,
        pictures: door.way(),
    };
    let theme = door.theme.clone();
    let locale = crate::locale::Locale::new(door.locale.lang());
    let desk = store.folder().to_owned();
    // The first frame brings the true size.
    let mut app = App::new(store, settings, locale, theme, keymap, (80, 24), door.now)?;
    if let Some(paths) = &door.world.paths {
        app.live_from(Source {
            paths: paths.clone(),
            manners: door.world.manners.clone(),
            zone: door.world.zone.clone(),
            terminal: door.world.terminal.clone(),
            stamps: door.stamps.clone(),
            mouse: door.config.mouse,
        });
    }
    if let Some(report) = door
        .world
        .paths
        .as_ref()
        .and_then(|paths| last_crash(&paths.state))
    {
        app.say(Words::new("crash-report").with("path", report.display()));
        // A report that cannot be marked as seen is told of once more, which does no harm.
        forget_crash(&report).ok();
    }
    let world = World {
        now: &door.world.now,
        surroundings: door.world.surroundings.clone(),
        editor: door.world.editor.clone(),
        program: door.world.args.first().cloned().unwrap_or_default(),
        looker: door.world.program.clone(),
        mouse: door.config.mouse,
        home: door.world.home.clone(),
        desk,
        places: door.world.places(),
    };
    run_loop(&mut app, &world)
        .map_err(|error| Stop::refused(Words::new("cli-window-failed").with("detail", error)))
}
