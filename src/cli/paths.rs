//! `paths`: where everything lies, for people and scripts.

use super::door::Door;
use super::stop::Stop;

/// One line each: a name, a tab, the path.
pub(super) fn run(door: &mut Door<'_>) -> Result<(), Stop> {
    for (name, path) in lines(door)? {
        door.say.answer(&format!("{name}\t{path}"))?;
    }
    Ok(())
}

/// The names and paths; names are for scripts and the same in every language.
pub(super) fn lines(door: &Door<'_>) -> Result<Vec<(&'static str, String)>, Stop> {
    let paths = door.paths()?;
    Ok(vec![
        ("config", paths.config_file().display().to_string()),
        ("keymap", paths.keymap_file().display().to_string()),
        ("desk", paths.desk().display().to_string()),
        ("state", paths.state.display().to_string()),
    ])
}
