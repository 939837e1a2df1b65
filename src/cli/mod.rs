//! The doors without a screen: every subcommand, and the way into the window.
//!
//! Nothing here reads the clock, the environment or chance: main hands them over in a `World`.

mod add;
mod backup;
mod brief;
mod campaign;
mod chain;
mod change;
mod channel;
mod check;
mod client;
mod completions;
mod config;
mod daemon;
mod day;
mod demo;
mod dictionaries;
mod doctor;
mod door;
mod due;
mod edit;
mod export;
mod find;
mod gate;
mod goal;
mod history;
mod import;
mod line;
mod links;
mod lint;
mod list;
mod log;
mod man;
mod manner;
mod misread;
mod moments;
mod moves;
mod named;
mod orders;
mod packet;
mod paths;
mod picture;
mod posts;
mod publish;
mod reach;
mod reading;
mod ready;
mod restore;
mod rubric;
mod say;
mod shelves;
mod show;
mod slot;
mod snippet;
mod spoken;
mod status;
mod stop;
mod talk;
mod task;
mod which;
mod window;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::config::{Manners, Paths};
use crate::domain::Moment;
use crate::domain::sanitize;
use crate::media::looking;
use crate::proofreader::Places;
use crate::term::Surroundings;
use door::Door;
use line::{Line, Order};
use stop::Stop;

/// The world as main found it.
#[derive(Debug, Clone)]
pub struct World {
    /// The command line, the program's own name first.
    pub args: Vec<OsString>,
    /// Where this program lies.
    pub program: Option<PathBuf>,
    /// `POSTDESK_HOME`, if it is set.
    pub told_home: Option<PathBuf>,
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
    /// `DICPATH`: folders of dictionaries that come before all others.
    pub dicpath: Option<OsString>,
}

impl World {
    /// Where dictionaries may lie.
    pub(crate) fn places(&self) -> Places {
        let config = self.paths.as_ref().map(|paths| paths.config.as_path());
        Places::usual(self.dicpath.as_deref(), config, self.home.as_deref())
    }
}

/// Does what the command line asks; returns the exit code.
pub fn run(world: &World) -> u8 {
    if let Some(answer) = looking::answer(&world.args) {
        // Our own window has asked. Where it listens no more there is nobody to tell.
        return u8::from(say::bytes(&answer).is_err());
    }
    let mut door = Door::open(world);
    let done = obey(&mut door)
        .and_then(|()| change::finish(&mut door))
        .and_then(|()| door.say.finish());
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
    // The window needs no grammar of forty orders: made, it would stay in memory all day.
    if line::is_bare(&door.world.args) {
        return window::run(door);
    }
    let command = line::command(&door.locale);
    let parsed = command
        .try_get_matches_from(line::told(&door.world.args))
        .and_then(|matches| Ok((Line::from_arg_matches(&matches)?, manner::of(&matches))));
    let order = match parsed {
        Ok((line, manner)) => {
            door.manner = manner;
            line.order
        }
        Err(error) => return unparsed(door, &error),
    };
    match order {
        None => window::run(door),
        Some(order) => follow(door, order),
    }
}

fn follow(door: &mut Door<'_>, order: Order) -> Result<(), Stop> {
    match order {
        Order::Demo { keep } => demo::run(door, keep),
        Order::Daemon { how } => daemon::run(door, how),
        Order::Due { at, json } => due::run(door, at.as_deref(), json),
        Order::Add { words, draft } => add::run(door, &words.join(" "), draft),
        Order::Show(order) => show::run(door, &order),
        Order::Edit(order) => edit::run(door, &order),
        Order::Lint(order) => lint::run(door, &order),
        Order::Move(order) => moves::run(door, &order),
        Order::Status(order) => status::run(door, &order),
        Order::Publish(order) => publish::run(door, &order),
        Order::Copy(order) => posts::copy(door, &order),
        Order::Delete(order) => posts::delete(door, &order),
        Order::Links(order) => links::run(door, &order),
        Order::Chain(order) => chain::run(door, &order),
        Order::Find(order) => find::run(door, &order),
        Order::Answer(order) => talk::answer(door, &order),
        Order::Decide(order) => talk::decide(door, &order),
        Order::Tone(order) => talk::tone(door, &order),
        Order::Topic(order) => talk::topic(door, &order),
        Order::Lead(order) => talk::lead(door, &order),
        Order::Idea(order) => talk::idea(door, &order),
        Order::Message(order) => talk::message(door, &order),
        Order::Look(order) => talk::look(door, &order),
        Order::Packet { what } => packet::run(door, &what),
        Order::Brief(order) => brief::run(door, &order),
        Order::Task(order) => task::run(door, &order),
        Order::Reading { what } => reading::run(door, &what),
        Order::Export { what } => export::run(door, &what),
        Order::Import { what } => import::run(door, &what),
        Order::List { what } => list::run(door, &what),
        Order::Client { what } => client::run(door, *what),
        Order::Channel { what } => channel::run(door, *what),
        Order::Rubric { what } => rubric::run(door, what),
        Order::Campaign { what } => campaign::run(door, *what),
        Order::Slot { what } => slot::run(door, &what),
        Order::Goal { what } => goal::run(door, &what),
        Order::Ready { what } => ready::run(door, &what),
        Order::Picture(order) => picture::run(door, &order),
        Order::Snippet { what } => snippet::run(door, &what),
        Order::Day { what } => day::run(door, what),
        Order::Undo(order) => history::undo(door, &order),
        Order::Redo => history::redo(door),
        Order::History(order) => history::run(door, &order),
        Order::Check(order) => check::run(door, &order),
        Order::Backup(order) => backup::run(door, &order),
        Order::Restore(order) => restore::run(door, &order),
        Order::Config { what } => config::run(door, what),
        Order::Doctor => doctor::run(door),
        Order::Paths => paths::run(door),
        Order::Completions { shell } => completions::run(door, &shell),
        Order::Man(order) => man::run(door, &order),
    }
}

/// Help and the version are answers; anything else was misasked. Wrong words are repeated harmless.
fn unparsed(door: &mut Door<'_>, error: &clap::Error) -> Result<(), Stop> {
    let said = |door: &Door<'_>| match misread::words(error) {
        Some(words) => misread::sentence(&door.locale, &words, error),
        None => sanitize::text(&error.render().to_string()),
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let help = sanitize::text(&error.render().to_string());
            door.say.raw(&help)
        }
        _ => {
            let said = said(door);
            door.say.remark(said.trim_end());
            Err(Stop::Misasked(Vec::new()))
        }
    }
}

#[cfg(test)]
mod tests;
