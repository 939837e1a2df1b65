//! `config`: look at the settings, check them, change one and keep the rest of the file as it is.

mod change;
mod order;
mod show;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

use serde::Serialize;

use super::door::Door;
use super::stop::Stop;
use crate::config::{EXAMPLE, Own, Wrong, write_file};
use crate::domain::words::Words;
use crate::term::{child, editor};

pub(super) use order::ConfigOrder;

/// Does what was asked.
pub(super) fn run(door: &mut Door<'_>, what: ConfigOrder) -> Result<(), Stop> {
    match what {
        ConfigOrder::Check { file, json } => check(door, file.as_deref(), json),
        ConfigOrder::Edit => edit(door),
        ConfigOrder::Init => init(door),
        ConfigOrder::Path => {
            let file = door.paths()?.config_file();
            door.say.answer(&file.display().to_string())
        }
        ConfigOrder::Set { key, value } => change::set(door, &key, &value),
        ConfigOrder::Show { json } => show::run(door, json),
        ConfigOrder::Unset { key } => change::unset(door, &key),
    }
}

/// Everything wrong with the files of hers, those that are not in use too.
pub(super) fn everything_wrong(door: &Door<'_>) -> Result<Vec<Wrong>, Stop> {
    let mut wrong = door.wrong.clone();
    Own::check_other_themes(door.paths()?, &mut wrong);
    Ok(wrong)
}

/// One mistake, for scripts.
#[derive(Serialize)]
struct Told<'w> {
    file: &'w str,
    line: usize,
    column: usize,
    /// The sentence's key, the same in every language.
    key: &'w str,
    message: String,
}

fn check(door: &mut Door<'_>, file: Option<&Path>, json: bool) -> Result<(), Stop> {
    let wrong = match file {
        Some(file) => Own::check_file(door.world.paths.as_ref(), file),
        None => everything_wrong(door)?,
    };
    if json {
        let told: Vec<Told<'_>> = wrong
            .iter()
            .map(|it| Told {
                file: &it.file,
                line: it.mistake.line,
                column: it.mistake.column,
                key: &it.mistake.words.key,
                message: door.locale.words(&it.mistake.words),
            })
            .collect();
        door.say.json(&told)?;
    } else {
        for it in &wrong {
            let sentence = door.locale.words(&it.words_with_column(&door.locale));
            door.say.answer(&sentence)?;
        }
    }
    if !wrong.is_empty() {
        return Err(Stop::Found);
    }
    if !json {
        door.remark(&Words::new("settings-well"));
    }
    Ok(())
}

/// Writes the example where the settings belong; what is there already is never touched.
fn init(door: &mut Door<'_>) -> Result<(), Stop> {
    let file = door.paths()?.config_file();
    if file.symlink_metadata().is_ok() {
        let words = Words::new("settings-there").with("file", file.display());
        return Err(Stop::refused(words));
    }
    write(door, EXAMPLE)?;
    door.answer(&Words::new("settings-begun").with("file", file.display()))
}

/// Writes the settings, in a folder made for them where there is none.
fn write(door: &Door<'_>, text: &str) -> Result<(), Stop> {
    let paths = door.paths()?;
    let file = paths.config_file();
    fs::create_dir_all(&paths.config)
        .and_then(|()| write_file(&file, text))
        .map_err(|error| {
            let words = Words::new("settings-unwritten").with("file", file.display());
            Stop::refused(words.with("detail", error))
        })
}

/// Opens the file in her own editor, then says what is wrong with it.
fn edit(door: &mut Door<'_>) -> Result<(), Stop> {
    let file = door.paths()?.config_file();
    let (visual, plain) = &door.world.editor;
    let failed = |detail: &dyn std::fmt::Display| {
        Stop::refused(Words::new("editor-failed").with("detail", detail))
    };
    let command = editor::command(visual.as_deref(), plain.as_deref())
        .map_err(|error| Stop::refused(error.words()))?;
    if file.symlink_metadata().is_err() {
        write(door, EXAMPLE)?;
    }
    let mut words = command.into_iter().map(OsString::from);
    let program = words.next().unwrap_or_default();
    let arguments: Vec<OsString> = words.chain([file.clone().into_os_string()]).collect();
    child::run(OsStr::new(&program), &arguments).map_err(|error| failed(&error))?;
    let wrong = Own::read(door.paths()?, &door.world.manners).1;
    if wrong.is_empty() {
        door.remark(&Words::new("settings-well"));
        return Ok(());
    }
    Err(Stop::Refused(
        wrong.iter().map(|it| it.words(&door.locale)).collect(),
    ))
}
