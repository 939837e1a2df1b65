//! `paths`: where everything lies, for people and scripts.

use serde_json::Value;

use super::door::Door;
use super::stop::Stop;

/// One line each: a name, a tab, the path.
pub(super) fn run(door: &mut Door<'_>) -> Result<(), Stop> {
    let lines = lines(door)?;
    tell(door, &lines)
}

/// Facts by name: a line each with a tab, or one object in JSON.
pub(super) fn tell(door: &mut Door<'_>, facts: &[(&'static str, String)]) -> Result<(), Stop> {
    if door.manner.json {
        let object: serde_json::Map<String, Value> = facts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.as_str().into()))
            .collect();
        return door.say.json(&object);
    }
    for (name, value) in facts {
        door.say.answer(&format!("{name}\t{value}"))?;
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
