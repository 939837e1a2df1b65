//! The doors without a screen: every subcommand, and the way into the window.
//!
//! Nothing here reads the clock, the environment or chance: main hands them over in a `World`.

mod add;
mod campaign;
mod change;
mod channel;
mod check;
mod client;
mod day;
mod demo;
mod doctor;
mod door;
mod due;
mod export;
mod import;
mod line;
mod list;
mod log;
mod named;
mod orders;
mod paths;
mod rubric;
mod say;
mod stop;
mod window;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::config::{Manners, Paths};
use crate::domain::Moment;
use crate::domain::sanitize;
use crate::term::Surroundings;
use door::Door;
use line::{Line, Order};
use stop::Stop;

/// The world as main found it.
#[derive(Debug, Clone)]
pub struct World {
    /// The command line, the program's own name first.
    pub args: Vec<OsString>,
    /// The wall clock.
    pub now: fn() -> Moment,
    /// The same in unix seconds, for a crash report.
    pub seconds: fn() -> i64,
    /// Where chance begins.
    pub seed: u64,
    /// Where everything lies; none when this system has no home for us.
    pub paths: Option<Paths>,
    /// Where throw-away folders go.
    pub temp: PathBuf,
    /// Her home folder.
    pub home: Option<PathBuf>,
    /// The system's time zone, by name.
    pub zone: Option<String>,
    /// Language and colours as the environment wants them.
    pub manners: Manners,
    /// Where a browser might be.
    pub surroundings: Surroundings,
    /// Her own editor, `VISUAL` and `EDITOR`.
    pub editor: (Option<String>, Option<String>),
    /// What the environment says about the terminal, for the doctor.
    pub terminal: Vec<(&'static str, String)>,
}

/// Does what the command line asks; returns the exit code.
pub fn run(world: &World) -> u8 {
    let mut door = Door::open(world);
    let done = obey(&mut door).and_then(|()| door.say.finish());
    match done {
        Ok(()) => 0,
        Err(stop) => {
            for words in stop.words() {
                let sentence = door.locale.words(words);
                door.say.remark(&sentence);
            }
            // What was answered before it stopped still goes out; that nobody reads it any more is no second failure.
            door.say.finish().ok();
            stop.code()
        }
    }
}

fn obey(door: &mut Door<'_>) -> Result<(), Stop> {
    let command = line::command(&door.locale);
    let parsed = command
        .try_get_matches_from(&door.world.args)
        .and_then(|matches| Line::from_arg_matches(&matches));
    let order = match parsed {
        Ok(line) => line.order,
        Err(error) => return unparsed(door, &error),
    };
    match order {
        None => window::run(door),
        Some(Order::Demo { keep }) => demo::run(door, keep),
        Some(Order::Due { at, json }) => due::run(door, at.as_deref(), json),
        Some(Order::Add { words, dry_run }) => add::run(door, &words.join(" "), dry_run),
        Some(Order::Export { what }) => export::run(door, &what),
        Some(Order::Import { what }) => import::run(door, &what),
        Some(Order::List { what }) => list::run(door, &what),
        Some(Order::Client { what }) => client::run(door, *what),
        Some(Order::Channel { what }) => channel::run(door, *what),
        Some(Order::Rubric { what }) => rubric::run(door, what),
        Some(Order::Campaign { what }) => campaign::run(door, *what),
        Some(Order::Day { what }) => day::run(door, what),
        Some(Order::Undo) => change::undo(door),
        Some(Order::Redo) => change::redo(door),
        Some(Order::Check) => check::run(door),
        Some(Order::Doctor) => doctor::run(door),
        Some(Order::Paths) => paths::run(door),
    }
}

/// Help and the version are answers; anything else was misasked. Wrong words are repeated harmless.
fn unparsed(door: &mut Door<'_>, error: &clap::Error) -> Result<(), Stop> {
    let said = sanitize::text(&error.render().to_string());
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => door.say.raw(&said),
        _ => {
            door.say.remark(said.trim_end());
            Err(Stop::Misasked(Vec::new()))
        }
    }
}

#[cfg(test)]
mod tests;
