//! `config set` and `config unset`: one option changes, every other byte of the file stays.

use super::write;
use crate::cli::door::Door;
use crate::cli::stop::Stop;
use crate::config::{self, Config, OPTIONS, Sort, Unplaced, Wrong, literal};
use crate::domain::page::{Mistake, sorts};
use crate::domain::words::Words;

/// Says this of an option from now on.
pub(super) fn set(door: &mut Door<'_>, key: &str, typed: &[String]) -> Result<(), Stop> {
    let (key, sort) = option(key)?;
    let literal = literal(key, sort, typed).map_err(Stop::misasked)?;
    let text = text(door)?;
    let themes = door.themes.clone();
    let new = config::set(&text, key, &literal, &themes);
    let new = new.map_err(|why| refused(door, key, &why))?;
    if new == text {
        door.remark(&Words::new("settings-same").with("key", key));
        return Ok(());
    }
    write(door, &new)?;
    let line = Config::read(&new, &themes).ok().and_then(|said| {
        let said = said.lines.into_iter().find(|(said, _)| *said == key);
        said.map(|(_, line)| line)
    });
    let words = Words::new("settings-set")
        .with("line", line.unwrap_or_default())
        .with("what", format!("{key} = {literal}"));
    door.answer(&words)
}

/// Says nothing of an option any more.
pub(super) fn unset(door: &mut Door<'_>, key: &str) -> Result<(), Stop> {
    let (key, _) = option(key)?;
    let text = text(door)?;
    let new = config::unset(&text, key, &door.themes);
    match new.map_err(|why| refused(door, key, &why))? {
        None => {
            door.remark(&Words::new("settings-unsaid").with("key", key));
            Ok(())
        }
        Some(new) => {
            write(door, &new)?;
            door.answer(&Words::new("settings-unset").with("key", key))
        }
    }
}

fn option(key: &str) -> Result<(&'static str, Sort), Stop> {
    let found = OPTIONS.iter().find(|(option, _)| *option == key);
    found.copied().ok_or_else(|| {
        let names = OPTIONS.iter().map(|(option, _)| *option);
        Stop::misasked(sorts::unknown(key, names))
    })
}

/// The file as it is; empty where there is none.
fn text(door: &Door<'_>) -> Result<String, Stop> {
    let file = door.paths()?.config_file();
    let read = config::read_file(&file);
    let text = read.map_err(|mistake| Stop::Refused(told(door, vec![mistake])))?;
    Ok(text.unwrap_or_default())
}

fn refused(door: &Door<'_>, key: &str, why: &Unplaced) -> Stop {
    match why {
        Unplaced::Mistakes(mistakes) => Stop::Refused(told(door, mistakes.clone())),
        Unplaced::ByHand => Stop::refused(Words::new("settings-by-hand").with("key", key)),
    }
}

/// Mistakes of the settings file, with its name.
fn told(door: &Door<'_>, mistakes: Vec<Mistake>) -> Vec<Words> {
    let wrong = mistakes.into_iter().map(Wrong::of_config);
    wrong.map(|wrong| wrong.words(&door.locale)).collect()
}
