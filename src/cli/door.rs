//! What every command has in hand: her settings, her language, the clock, the voice, and the way to the desk.

use std::fs;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use super::World;
use super::log;
use super::manner::Manner;
use super::say::Say;
use super::stop::Stop;
use crate::config::{Config, Own, Pages, Paths, Stamps, Wrong, look_at_place, look_for_marks};
use crate::domain::Moment;
use crate::domain::chance::Rng;
use crate::domain::filter::Filter;
use crate::domain::hours::Hours;
use crate::domain::ids::ClientId;
use crate::domain::picture::Way;
use crate::domain::words::Words;
use crate::env::{Env, Roster};
use crate::keys::Keymap;
use crate::locale::Locale;
use crate::store::{Done, Origin, PATIENCE, Reader, Store};
use crate::term::panic::{CrashReport, install_hook};
use crate::ui::Theme;

/// The door of one command.
pub(super) struct Door<'w> {
    /// The world as main found it.
    pub(super) world: &'w World,
    /// Her settings, or the usual ones when hers cannot be read.
    pub(super) config: Config,
    /// Which options her file names, each with its line.
    pub(super) lines: Vec<(&'static str, usize)>,
    /// The names of her themes.
    pub(super) themes: Vec<String>,
    /// Her keys, where she has some.
    keymap: Option<Keymap>,
    /// Her colours.
    pub(super) theme: Theme,
    /// Her files as they were before they were read.
    pub(super) stamps: Stamps,
    /// Everything wrong with her files.
    pub(super) wrong: Vec<Wrong>,
    /// What of it concerns every command.
    pub(super) mistakes: Vec<Words>,
    /// Her language.
    pub(super) locale: Locale,
    /// Her zone.
    pub(super) zone: Tz,
    /// The moment of this command.
    pub(super) now: Moment,
    /// The voice.
    pub(super) say: Say,
    /// How the command was asked.
    pub(super) manner: Manner,
    /// What it did, for the answer in JSON.
    pub(super) changes: Vec<Done>,
    /// Names of what it was about.
    pub(super) ids: Vec<String>,
    hours: Hours,
}

impl<'w> Door<'w> {
    /// Reads her settings. Mistakes in them are kept: only commands that need no settings go on.
    pub(super) fn open(world: &'w World) -> Self {
        let stamps = world.paths.as_ref().map(Stamps::of).unwrap_or_default();
        let (own, wrong) = match &world.paths {
            None => (Own::default(), Vec::new()),
            Some(paths) => Own::read(paths, &world.manners),
        };
        let Own {
            said,
            themes,
            keymap,
            theme,
            pages,
        } = own;
        // Half of her pages would be neither her desk nor ours.
        let pages = if wrong.iter().any(|it| !it.kind.is_of_the_window()) {
            Pages::default()
        } else {
            pages
        };
        pages.put_in_force();
        let config = said.config;
        // The demo opens whatever is wrong with her colours.
        let usual = || Theme::named(Config::default().theme(&world.manners));
        let theme = theme.or_else(usual).unwrap_or_default();
        let mut door = Self {
            locale: Locale::new(config.lang(&world.manners)),
            zone: config.zone(world.zone.as_deref()),
            now: (world.now)(),
            say: Say::default(),
            lines: said.lines,
            themes,
            keymap,
            theme,
            manner: Manner::default(),
            changes: Vec::new(),
            ids: Vec::new(),
            hours: config.hours(),
            world,
            config,
            stamps,
            wrong,
            mistakes: Vec::new(),
        };
        door.mistakes = door.said(|wrong| !wrong.kind.is_of_the_window());
        if world.paths.is_none() {
            door.mistakes.push(Words::new("cli-no-home"));
        }
        door
    }

    /// The sentences about some of what is wrong.
    fn said(&self, which: impl Fn(&Wrong) -> bool) -> Vec<Words> {
        let wrong = self.wrong.iter().filter(|wrong| which(wrong));
        wrong.map(|wrong| wrong.words(&self.locale)).collect()
    }

    /// Where everything lies.
    pub(super) fn paths(&self) -> Result<&'w Paths, Stop> {
        let none = || Stop::refused(Words::new("cli-no-home"));
        self.world.paths.as_ref().ok_or_else(none)
    }

    /// How pictures come on the screen here.
    pub(super) fn way(&self) -> Way {
        self.config.way(&self.world.manners, &self.world.terminal)
    }

    /// From here on the program keeps a log, and a crash leaves a report: for what runs for hours.
    pub(super) fn keep_records(&self, paths: &Paths) {
        log::open(&paths.state, self.world.seconds);
        install_hook(CrashReport {
            state_dir: paths.state.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            started_at: self.now.to_rfc3339(),
            sentence: self.locale.text("cli-crashed").into_owned(),
            now: self.world.seconds,
        });
    }

    /// The desk, for changing it. Made when there is none yet, unless it is only tried.
    pub(super) fn store(&self) -> Result<Store, Stop> {
        if self.manner.dry_run {
            drop(self.reader()?);
        }
        self.store_as(Origin::Cli, PATIENCE)
    }

    /// The desk, through another door or with other patience.
    pub(super) fn store_as(
        &self,
        origin: Origin,
        patience: std::time::Duration,
    ) -> Result<Store, Stop> {
        let desk = self.desk()?;
        let rng = Rng::seeded(self.world.seed);
        Ok(Store::open(&desk, origin, patience, rng)?)
    }

    /// The desk, for reading alone: nothing is made, migrated or marked.
    pub(super) fn reader(&self) -> Result<Reader, Stop> {
        let desk = self.desk()?;
        if !Store::is_at(&desk) {
            let none = Words::new("cli-no-desk").with("folder", desk.display());
            return Err(Stop::refused(none));
        }
        Ok(Store::open_for_reading(&desk)?)
    }

    /// Her keys: the built-in ones with her own over them. Refused while keys or colours have a mistake.
    pub(super) fn keymap(&self) -> Result<Keymap, Stop> {
        let wrong = self.said(|wrong| wrong.kind.is_of_the_window());
        if !wrong.is_empty() {
            return Err(Stop::Refused(wrong));
        }
        Ok(self.keymap.clone().unwrap_or_else(Keymap::builtin))
    }

    /// What a room of the window is told, so that both understand the same.
    pub(super) fn env<'a>(&'a self, roster: &'a Roster, scope: Option<ClientId>) -> Env<'a> {
        Env {
            now: self.now,
            zone: self.zone,
            hours: &self.hours,
            scope,
            filter: Filter::everything(),
            roster,
            locale: &self.locale,
            theme: &self.theme,
            size: (80, 24),
        }
    }

    /// The name of what was made is the answer: scripts go on with it.
    pub(super) fn made(&mut self, uid: &str) -> Result<(), Stop> {
        self.ids.push(uid.to_owned());
        if self.manner.json {
            return Ok(());
        }
        self.say.answer(uid)
    }

    /// Says a sentence about the answer.
    pub(super) fn remark(&mut self, words: &Words) {
        let sentence = self.locale.words(words);
        self.say.remark(&sentence);
    }

    /// Says a sentence that is the answer.
    pub(super) fn answer(&mut self, words: &Words) -> Result<(), Stop> {
        let sentence = self.locale.words(words);
        self.say.answer(&sentence)
    }

    /// The desk's folder: settings understood, and a place where a desk can lie.
    pub(super) fn desk(&self) -> Result<PathBuf, Stop> {
        if !self.mistakes.is_empty() {
            return Err(Stop::Refused(self.mistakes.clone()));
        }
        let desk = self.paths()?.desk();
        // Other systems have no such file; there the names of the folders must do.
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let place = followed(&desk);
        look_at_place(&place, &mounts)
            .and_then(|()| look_for_marks(&place, Path::exists))
            .map_err(|unfit| Stop::refused(unfit.words()))?;
        Ok(desk)
    }
}

/// A path with the links of everything that exists of it followed: a desk behind a link into a cloud lies in the cloud.
fn followed(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for there in whole.ancestors() {
        if let Ok(real) = there.canonicalize() {
            return match whole.strip_prefix(there) {
                Ok(rest) => real.join(rest),
                Err(_) => real,
            };
        }
    }
    whole
}
